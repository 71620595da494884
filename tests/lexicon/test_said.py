"""The wordings of statements, and whom words name."""

from __future__ import annotations

import re
from typing import Any

import pytest

from briefing.lexicon.load import table
from briefing.lexicon.points import points
from briefing.lexicon.said import Wording, named, parties_in, reported_as, wordings, words_around

ENTRIES = [
    *table("said.toml")["said"],
    *table("said.toml")["party"],
    *table("said.toml")["slot"],
    table("said.toml")["strangers"],
    table("said.toml")["others"],
]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.get('point', '')} {entry['pattern'][:20] if 'pattern' in entry else ''}")
def test_examples_are_found(entry: dict[str, Any]) -> None:
    for example in entry.get("examples", ()):
        assert re.search(rf"\b(?:{entry['pattern']})\b", example, re.IGNORECASE), example
    assert bool(entry.get("examples")) == bool(entry.get("pattern"))


@pytest.mark.parametrize("name", [name for name, entry in table("said.toml").items() if isinstance(entry, dict) and "examples" in entry])
def test_examples_of_what_stands_around_people_are_found(name: str) -> None:
    assert all(re.search(words_around(name), example, re.IGNORECASE) for example in table("said.toml")[name]["examples"])


def test_every_wording_is_of_a_statement_and_can_be_reached() -> None:
    known = {point.id for point in points()}
    always: set[str] = set()
    for wording in wordings():
        assert wording.point in known
        assert wording.point not in always, wording
        always |= {wording.point} if not (wording.pattern or wording.unless) else set()


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("ASN, TNI/Polri, dan kepala desa harus netral", [["civil servants", "soldiers", "police officers", "village heads"]]),
        ("guru PPPK dan guru honorer", [["teachers"]]),
        ("PNS TNI AL punya hak pilih", [["civil servants"]]),
        ("kata Camat Menes", []),
        ("ujar camat kepada ASN", [["civil servants"]]),
        ("Saya minta para camat mengawasi", [["district heads"]]),
        ("disiplin pegawai dan kode etik ASN", []),
        ("Kepala desa mengingatkan perangkat desa", [["village officials"]]),
        ("lurah, RT/RW, dan kader posyandu harus netral", [["urban village heads", "heads of neighbourhoods (RT and RW)", ""]]),
        ("dibacakan seorang perawat dan diikuti guru", [["teachers"]]),
        ("ASN dan kepala desa dan tetap netral", [["civil servants", "village heads"]]),
    ],
)
def test_who_is_named_and_who_speaks(words: str, names: list[list[str]]) -> None:
    assert [[name.en for name in group] for group in parties_in(words)] == names


def test_whoever_is_asked_is_bound_and_nobody_else() -> None:
    assert reported_as("stay-neutral", "Ia meminta tokoh adat agar netral", "ASN hadir. Ia meminta tokoh adat agar netral") is None
    assert reported_as("stay-neutral", "Atasan harus netral") is not None
    assert reported_as("take-no-side", "Tetap tidak boleh berpihak kalau bentuknya dukungan terbuka") is None
    assert reported_as("service-unaffected", "Jangankan camat, kita digaji untuk melayani masyarakat") is None


@pytest.mark.parametrize(
    ("before", "words", "english"),
    [
        ("ASN digaji negara.", "Jadi sama, harus netral", "civil servants must maintain their neutrality"),
        ("Di sini hadir para guru.", "Saudara harus netral", "teachers must maintain their neutrality"),
        ("Ucapan guru didengar warga.", "Oleh karena itu jagalah netralitas", "neutrality must be maintained"),
        ("Saya ingatkan kita semua, ASN harus netral.", "Jangan terlibat politik praktis", "civil servants may not be involved in partisan politics"),
        ("", "Jangan terlibat politik praktis", "partisan politics must be avoided"),
    ],
)
def test_a_sentence_binds_the_subject_of_the_one_before_or_nobody(before: str, words: str, english: str) -> None:
    told = reported_as("no-practical-politics" if "politik" in words else "stay-neutral", words, f"{before} {words}")
    assert told is not None
    assert told.en == english


@pytest.mark.parametrize(
    ("point", "words"),
    [
        ("stay-neutral", "Mereka harus netral"),
        ("stay-neutral", "Sama, mereka harus netral"),
        ("stay-neutral", "Layani saja, itulah netral yang sebenarnya"),
        ("no-practical-politics", "Para camat sudah berulang kali diingatkan agar tidak terlibat politik praktis"),
        ("no-practical-politics", "Dia menyebut sudah berulang kali meminta ASN tidak terlibat politik praktis"),
        ("stay-neutral", "Penyuluh dan guru harus netral"),
        ("tni-polri-no-vote", "Polri tidak menggunakan hak pilih dan wajib menjaga jarak"),
        ("superiors-supervise", "Ia harus menjadi teladan netralitas bagi seluruh ASN di bawahnya"),
        ("sanction-exists", "Atasan wajib menegur bawahan, dan yang terbukti melanggar dijatuhi sanksi"),
        ("sanction-exists", "Pemkab menyusun draf sanksi bagi ASN yang tidak netral"),
        ("obey-rules", "Kepala OPD mengawasi, dan stafnya wajib patuh pada aturan"),
        ("criminal-188", "Majelis hakim menjatuhkan pidana percobaan kepada kades"),
        ("sanction-moral", "Wartawan yang melanggar kode etik dikenai sanksi moral"),
        ("mobilize-villagers", "Pemerintah desa jangan diintervensi caleg dalam menyalurkan bantuan"),
        ("state-resources", "Mobil dinas tidak boleh dipakai untuk kampanye kecuali mendapat izin"),
        ("no-practical-politics", "ASN dilarang berpolitik praktis termasuk lewat media sosial"),
        ("no-practical-politics", "ASN dilarang terlibat politik praktis seperti menyumbang"),
        ("neutrality-meaning", "Netralitas, yang berarti tidak memihak, adalah kunci pemilu yang jujur"),
        ("no-intimidation", "Kepala desa jangan mengancam pendamping desa yang menanyakan laporannya"),
        ("replace-officials", "Sejak 22 Maret kepala daerah dilarang mengganti pejabat tanpa izin Mendagri"),
        ("programmes-for-candidate", "Bupati dilarang memakai program demi paslon, dan ASN dilarang mendukung"),
        ("no-practical-politics", "Bentuk politik praktis yang harus dihindari ASN adalah menyumbang"),
        ("tni-polri-no-vote", "ASN memilih, sementara prajurit tidak menggunakan hak pilih"),
        ("stay-neutral", "ASN yang terbukti tidak netral disanksi"),
        ("state-resources", "Tim kampanye dilarang memakai fasilitas negara ataupun dana BUMD"),
        ("resign-when-candidate", "Pejabat yang maju Pilkada harus mundur, usul anggota DPR"),
    ],
)
def test_what_only_means_or_recalls_or_is_half_is_not_told(point: str, words: str) -> None:
    assert reported_as(point, words, f"Guru hadir. {words}") is None


@pytest.mark.parametrize(
    ("point", "words", "english"),
    [
        (
            "favouring-decision",
            "Pejabat ASN dilarang membuat keputusan yang menguntungkan calon",
            "civil-service officials may not make decisions that benefit a candidate",
        ),
        (
            "spouse-candidate",
            "ASN yang istrinya calon dapat mengambil cuti di luar tanggungan negara",
            "civil servants whose spouse is a candidate may take unpaid leave",
        ),
        (
            "hand-signs",
            "ASN dilarang berpose jari yang dapat diartikan sebagai dukungan",
            "civil servants may not pose with hand signs that can be read as support",
        ),
        ("sanction-exists", "ASN yang terbukti melanggar dijatuhi sanksi", "civil servants proven to have breached neutrality face sanctions"),
        ("superiors-supervise", "Pejabat hendaknya menjadi teladan dalam menjaga netralitas", "officials must set an example of neutrality"),
        (
            "superiors-supervise",
            "Kepala OPD harus menjadi contoh dalam menjaga netralitas dan tidak mengarahkan bawahan untuk memilih calon",
            "heads of government offices must set an example of neutrality and not steer their subordinates towards a particular candidate",
        ),
        (
            "superiors-supervise",
            "Kepala dinas wajib mengawasi stafnya masing-masing agar tetap netral",
            "heads of government offices must supervise their subordinates so that they stay neutral",
        ),
        (
            "vote-buying-criminal",
            "Di Pilkada pemberi dan penerima politik uang sama-sama dipidana",
            "vote buying in a regional election carries criminal penalties both for those who give and for those who take",
        ),
        (
            "criminal-188",
            "Kepala desa yang dengan sengaja menguntungkan salah satu calon dipidana",
            "village heads who deliberately favour one side in an election face criminal penalties",
        ),
        (
            "sanction-exists",
            "Anggota Polri yang terbukti tidak netral ditindak",
            "police officers proven to have breached neutrality face sanctions",
        ),
        (
            "tni-polri-neutral",
            "Prajurit dilarang berpose dengan simbol jari yang mengarah pada nomor urut calon",
            "soldiers may not pose with hand signs that stand for a candidate",
        ),
        (
            "sanction-dismissal",
            "ASN dapat dipecat untuk pelanggaran netralitas yang parah, kalau parah",
            "civil servants can be dismissed for grave breaches of neutrality",
        ),
        ("discipline-medium", "Hukumannya penundaan kenaikan gaji berkala", "a pay increment can be delayed as a penalty"),
        (
            "state-resources",
            "Aset perusahaan pelat merah tidak boleh dipakai untuk kampanye",
            "the facilities of state-owned enterprises may not be used for campaigning",
        ),
        (
            "spouse-candidate",
            "ASN wajib cuti di luar tanggungan negara bila mengikuti kampanye istrinya",
            "civil servants must take unpaid leave to take part in the campaign of a spouse",
        ),
        (
            "report-violations",
            "Warga dapat melapor ke Bawaslu paling lambat tujuh hari sejak pelanggaran diketahui",
            "the public may report alleged breaches within seven days",
        ),
        (
            "stay-neutral",
            "Penyuluh agama dan guru madrasah harus netral",
            "religious counsellors and madrasah teachers must maintain their neutrality",
        ),
        (
            "replace-officials",
            "Enam bulan sebelum penetapan calon bupati dilarang memutasi pejabat kecuali dengan izin Mendagri",
            "officials may not be transferred without the approval of the Minister of Home Affairs from six months before the candidates are determined",
        ),
        ("replace-officials", "Mendagri menegaskan pejabat tidak boleh diganti tanpa izin", "officials may not be replaced without permission"),
        (
            "replace-officials",
            "Bupati tidak boleh mengganti pejabat tanpa izin Menteri dan tidak boleh memakai program untuk menguntungkan calon",
            "officials may not be replaced without the Minister’s approval nor programmes used to benefit a candidate",
        ),
        (
            "programmes-for-candidate",
            "Program pemerintah tidak boleh dipakai untuk menguntungkan atau merugikan paslon sejak enam bulan sebelum penetapan calon",
            "government programmes may not be used to benefit or harm a candidate from six months before the candidates are determined",
        ),
        (
            "campaign-participation",
            "Meski sedang cuti, ASN dilarang ikut kampanye",
            "civil servants may not take part in campaigns even while on leave",
        ),
        (
            "campaign-attributes",
            "PNS dilarang menjadi peserta kampanye dengan atribut partai atau atribut PNS",
            "civil servants may not take part in campaigns wearing the insignia of parties or of the civil service",
        ),
        ("no-intimidation", "Jangan menekan warga supaya memilih calon", "pressure must not be used against residents to sway votes"),
        (
            "incumbent-disqualified",
            "Petahana yang mengganti pejabat tanpa izin dibatalkan sebagai calon",
            "incumbents can be disqualified as candidates if officials are replaced without permission",
        ),
        (
            "campaign-participation",
            "Tim sukses dilarang menggandeng ASN, dan ASN pun tidak boleh ikut kampanye",
            "civil servants may not take part in campaigns",
        ),
        ("neutrality-meaning", "Netral itu bukan tidak memilih, tetapi tidak memihak", "neutrality does not mean not voting, but not taking sides"),
        ("stay-neutral", "Sebagai abdi negara, pegawai harus netral", "civil servants must maintain their neutrality"),
        (
            "hear-vision-mission",
            "ASN boleh mendengar visi calon, yang penting tidak ikut mengampanyekan",
            "civil servants may listen to the candidates’ programmes as long as they do not campaign",
        ),
    ],
)
def test_qualifiers_of_law_are_kept(point: str, words: str, english: str) -> None:
    told = reported_as(point, words)
    assert told is not None
    assert told.en == english


@pytest.mark.parametrize(
    ("point", "words", "english"),
    [
        (
            "photo-with-candidate",
            "ASN dilarang mengunggah foto bersama timses paslon",
            "civil servants may not post photos of themselves with candidates’ campaign teams",
        ),
        (
            "hand-signs",
            "Bila calon mengajak foto bersama, ASN harus menolaknya",
            "civil servants must decline to have their photo taken with candidates",
        ),
        (
            "hand-signs",
            "ASN wajib menolak politik uang dan tidak boleh berfoto bersama calon",
            "civil servants may not have their photo taken with candidates",
        ),
        (
            "social-media-reactions",
            "ASN tidak boleh menyukai unggahan calon atau ikut grup tim sukses",
            "civil servants may not react to candidates’ posts on social media or be in the chat groups of campaign teams",
        ),
        (
            "incumbent-leave",
            "Kepala daerah yang maju lagi harus cuti dan dilarang memakai fasilitas negara",
            "regional heads who stand again must take leave and give up government facilities",
        ),
        ("hand-signs", "ASN jangan foto dengan paslon, jangan pula bergaya dengan jari", "civil servants may not pose with hand signs"),
        (
            "hand-signs",
            "ASN tidak boleh mendukung calon, termasuk lewat isyarat jari",
            "civil servants may not show support for a candidate, including by hand signs",
        ),
        ("display-banners", "ASN dilarang memasang baliho calon", "civil servants may not put up billboards of candidates"),
        (
            "display-banners",
            "ASN dilarang memasang spanduk, baliho, dan stiker pasangan calon",
            "civil servants may not put up banners, billboards or stickers of candidates",
        ),
        (
            "display-banners",
            "ASN dilarang memasang spanduk yang mempromosikan dirinya atau orang lain",
            "civil servants may not put up banners that promote themselves or others",
        ),
        ("no-hoax-hate", "Jangan menyebarkan fitnah, hoaks, dan kebencian", "false news, slander and hate speech must not be spread"),
        (
            "social-media-reactions",
            "ASN jangan membuat status atau komentar yang mengarah pada dukungan",
            "civil servants may not post statuses or comments that lean towards support",
        ),
        (
            "social-media-reactions",
            "ASN dilarang menyukai, membagikan, atau mengikuti akun calon",
            "civil servants may not react to or share candidates’ posts on social media or follow their accounts",
        ),
        (
            "social-media-support",
            "ASN diminta tidak mengunggah foto bersama calon ataupun memasang simbol dukungan sebagai foto profil",
            "civil servants may not post photos of themselves with candidates or use symbols of support as their profile picture",
        ),
        (
            "approach-parties",
            "PNS dilarang mendaftar ke partai sebelum mundur demi jadi calon",
            "civil servants may not register with political parties as candidates before they resign",
        ),
        (
            "approach-parties",
            "ASN dilarang mendekati parpol sebagai bakal calon serta dilarang memasang baliho dirinya atau orang lain",
            "civil servants may not approach political parties as prospective candidates",
        ),
        ("party-member", "PNS tidak boleh masuk kepengurusan partai", "civil servants may not be officers of a political party"),
        (
            "party-member-dismissed",
            "PNS yang terbukti jadi pengurus parpol dipecat tidak dengan hormat",
            "civil servants who are proven to be officers of a political party are dishonourably dismissed",
        ),
        (
            "resign-when-candidate",
            "ASN yang ditetapkan KPU sebagai calon wajib mundur",
            "civil servants who are determined as candidates must resign",
        ),
        ("resign-when-candidate", "Begitu menjadi calon kepala daerah, prajurit wajib mundur", "soldiers who become candidates must resign"),
        (
            "incumbent-leave",
            "Bupati petahana wajib cuti di luar tanggungan negara selama masa kampanye dan dilarang memakai fasilitas",
            "regional heads who stand again must take unpaid leave during the campaign and give up the facilities of their office",
        ),
        (
            "spouse-candidate",
            "ASN boleh mendampingi istri yang menjadi calon asal tidak aktif berkampanye",
            "civil servants may accompany a spouse who is a candidate as long as they do not campaign actively",
        ),
        (
            "id-card-support",
            "ASN dilarang memberi surat dukungan disertai fotokopi KTP kepada calon",
            "civil servants may not give candidates a letter of support with a copy of their identity card",
        ),
        (
            "choice-in-booth",
            "ASN silakan menggunakan hak pilihnya, cukup di TPS",
            "civil servants may use their right to vote, but only at the polling station",
        ),
        (
            "village-sanctions",
            "Kepala desa yang melanggar ditegur lisan, lalu diberhentikan sementara",
            "village heads face sanctions for violations, from a reprimand to suspension",
        ),
        (
            "regional-head-neutral",
            "Penjabat (Pj) gubernur, bupati, dan wali kota harus netral",
            "acting regional heads must maintain their neutrality",
        ),
        (
            "tni-polri-no-vote",
            "Prajurit dan polisi tidak memakai hak pilihnya, sedangkan ASN tetap memilih",
            "soldiers and police officers do not vote",
        ),
    ],
)
def test_both_of_two_and_what_bounds_them_are_told(point: str, words: str, english: str) -> None:
    told = reported_as(point, words, words)
    assert told is not None
    assert told.en == english


@pytest.mark.parametrize(
    ("point", "words"),
    [
        ("resign-when-candidate", "Anggota KPPS yang keluarganya menjadi calon kami minta mundur"),
        ("hand-signs", "ASN tidak boleh pakai simbol-simbol itu"),
        ("village-campaign", "Kepala desa yang dilarang berkampanye ini akan ditegur"),
        ("no-hoax-hate", "Jangan mudah percaya hoaks"),
        ("choice-in-booth", "ASN tidak boleh menggunakan hak pilihnya di TPS lain, cukup di TPS sesuai domisili"),
        ("no-hoax-hate", "Mimbar masjid jangan dipakai menebar kebencian"),
        (
            "party-member-dismissed",
            "Sanksi terberat atas pelanggaran netralitas ialah pemberhentian, dan bila ASN jadi anggota partai tidak dengan hormat",
        ),
    ],
)
def test_what_would_be_told_by_half_or_of_others_is_not_told(point: str, words: str) -> None:
    assert reported_as(point, words, words) is None


# Words of the English that name no body, party, thing or purpose of their own: what is done, how, and what every sentence here is on.
WORDS = """
a about accompany acted actions actively activities again aid an and anybody s appeals apply approach are as at attend attending avoid avoided away be become being benefit breaches break by
breached can commit care carries carry centre certain choice comment conditions could decisions declare delayed democracy determined discriminate discuss disparages
disqualified disrupted divisive do draw election elections enforcement enterprises even every example face fair favour filed firmly followed for force
free from fund give given harm have heed help hold honest how if important imposed in influence influenced integrity interests into involve involved
is join keep law light listen long make maintain maintained may means membership mobilize mobilized must name need neutrality no nor not obeyed of office official officials on once
one only or others part partiality particular passed passes penalties penalty people pose poses post practised praises presentation professional professionalism
professionally promote promotion put quality rally range react recipients register remain remind reminded reacted replaced replacing report resign
sanction serve served set severe share shared show side siding spread stand standing steer steered still such supervise supervises supervision support
supporting swayed sway take taken taking tempted tend that the their them themselves they those to towards transferred under up uphold urge urging use used using vote
wear wearing what whatever while who whose will wisely wish with within without work
both declared during found grave guilty loss lower medium openly point posted so
impose
picture profile lean before decline including funding but alike neutral reprimand suspension there spreading heeding prospective follow everyone does mean voting all
open
dealing needs upheld whom commitment shown
out hand handing it posting like sharing commenting liking when except providing until votes kept choices oneself secret whoever wins list workers offers intervention objective unbiased swayed been judge directions personnel ordered reminders always given
reported sanctions go
"""
PLAIN = frozenset(WORDS.split())


@pytest.mark.parametrize("wording", wordings(), ids=lambda wording: f"{wording.point} {wording.text.en}")
def test_what_the_english_names_the_sentence_must_name(wording: Wording) -> None:
    words = re.sub(r"{\w+}", " ", f"{wording.text.en} {wording.bare.en if wording.bare else ''}")
    known = {at for english, _ in named() for found in english.finditer(words) for at in range(*found.span())}
    rest = {found.group().lower() for found in re.finditer(r"[^\W\d]+", words) if not known.issuperset(range(*found.span()))}
    assert not rest - PLAIN
    assert set(wording.needs) == {pattern for english, pattern in named() if english.search(wording.text.en)}


@pytest.mark.parametrize(("english", "pattern"), named(), ids=lambda pattern: pattern.pattern[:30])
def test_what_must_be_named_is_of_a_wording(english: re.Pattern[str], pattern: re.Pattern[str]) -> None:
    assert any(english.search(wording.text.en) for wording in wordings())
    assert not pattern.search("x")


@pytest.mark.parametrize(
    ("point", "words"),
    [
        ("take-no-side", "ASN dilarang mempromosikan, menanggapi, atau menyebarluaskan gambar pasangan calon"),
        ("bawaslu-supervises", "Pelanggaran akan diteruskan"),
        ("service-unaffected", "Petugas wajib memberikan pelayanan yang sama"),
        ("right-to-vote", "Kami ingin ASN mencoblos di TPS masing-masing"),
        ("state-resources", "Fasilitas dan aset satuan tidak boleh dipinjamkan untuk kampanye"),
        ("vote-buying", "Jangan diterima, laporkan"),
        ("resign-when-candidate", "Kepala desa wajib mundur"),
        ("mobilize-staff", "ASN jangan mengerahkan ASN lain"),
        ("no-intimidation", "Jabatan jangan dijadikan alat menekan"),
        ("stay-neutral", "Ia meminta penghulu, penyuluh agama, serta guru madrasah menjaga netralitas"),
        ("stay-neutral", "Ketua karang taruna dan guru harus netral"),
        ("stay-neutral", "Petugas harus netral"),
        ("stay-neutral", "Sekda meminta asisten, staf ahli, kepala OPD, dan camat menjaga netralitas"),
        ("non-asn-neutral", "Direktur PDAM dan karyawannya harus netral"),
        ("campaign-participation", "Camat diminta mengawasi kepala desa agar tidak ikut kampanye"),
        ("stay-neutral", "ASN yang digaji APBD harus netral"),
        ("stay-neutral", "Kalau sudah pakai baju dinas ASN harus netral"),
        ("social-media-reactions", "Kami pastikan tidak ada ASN yang menyukai unggahan calon di media sosial"),
    ],
)
def test_a_statement_whose_things_or_people_are_not_named_is_not_told(point: str, words: str) -> None:
    assert reported_as(point, words, words) is None


@pytest.mark.parametrize(
    ("point", "words", "english"),
    [
        (
            "mobilize-staff",
            "Jangan menggerakkan staf, jangan mengumpulkan kepala desa untuk calon",
            "district heads may not steer their subordinates in political choices",
        ),
        ("no-practical-politics", "Dalam rapat dengan kepala sekolah, guru jangan berpolitik", "teachers may not be involved in partisan politics"),
        ("no-intimidation", "Dana desa tidak boleh dijadikan alat menekan", "village funds may not be used as a means of pressure"),
        ("stay-neutral", "Ia mengajak pemkab mengingatkan ASN agar netral", "civil servants must be reminded to maintain their neutrality"),
        (
            "obey-rules",
            "Semua ASN dan honorer, sebut Muhdin, wajib memedomani isi edaran",
            "civil servants and non-permanent (honorer) staff must heed the circular",
        ),
        (
            "non-asn-neutral",
            "Direksi, komisaris, dan karyawan perusahaan pelat merah dilarang menjadi tim kampanye",
            "the boards and staff of state-owned enterprises may not be members of a campaign team",
        ),
        ("take-no-side", "Jangan sampai kades mengajak ASN berpihak", "village heads may not take sides"),
        ("resign-when-candidate", "ASN yang berniat maju harus mundur", "civil servants who wish to stand must resign"),
        ("stay-neutral", "Ia meminta seluruh jajarannya netral", "all staff must maintain their neutrality"),
        ("approach-parties", "ASN tidak boleh mendekati partai politik", "civil servants may not approach political parties"),
    ],
)
def test_a_statement_is_told_of_those_whom_it_addresses_in_words_that_fit(point: str, words: str, english: str) -> None:
    told = reported_as(point, words, f"Saya minta camat memberi contoh. {words}")
    assert told is not None
    assert told.en == english
