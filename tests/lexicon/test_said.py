"""The wordings of statements, and whom words name."""

from __future__ import annotations

import re
from typing import Any

import pytest

from briefing.lexicon.load import table
from briefing.lexicon.points import points
from briefing.lexicon.said import Wording, named, parties_in, reported_as, wordings

ENTRIES = [*table("said.toml")["said"], *table("said.toml")["party"], table("said.toml")["strangers"], table("said.toml")["others"]]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.get('point', '')} {entry['pattern'][:20] if 'pattern' in entry else ''}")
def test_examples_are_found(entry: dict[str, Any]) -> None:
    for example in entry.get("examples", ()):
        assert re.search(rf"\b(?:{entry['pattern']})\b", example, re.IGNORECASE), example
    assert bool(entry.get("examples")) == bool(entry.get("pattern"))


@pytest.mark.parametrize("name", [name for name, entry in table("said.toml").items() if isinstance(entry, dict) and "examples" in entry])
def test_examples_of_what_stands_around_people_are_found(name: str) -> None:
    entry = table("said.toml")[name]
    assert all(re.search(entry["pattern"], example, re.IGNORECASE) for example in entry["examples"])


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
    assert reported_as("stay-neutral", "Ia meminta tokoh adat agar netral", "", "Ia menemui ASN") is None
    assert reported_as("stay-neutral", "Tetap netral", "", "Atasan menilai stafnya") is None
    assert reported_as("stay-neutral", "Atasan harus netral") is not None


def test_whom_a_statement_binds_is_told_by_the_nearest_text_that_names_any() -> None:
    assert reported_as("stay-neutral", "Harus netral", "", "Camat hadir bersama guru") is None
    assert reported_as("stay-neutral", "Mereka harus netral", "", "Ia menemui para guru") is None
    spoken_to = reported_as("stay-neutral", "Saudara harus netral", "", "Ia menemui para guru", "Netralitas ASN")
    audience = reported_as("stay-neutral", "Harus netral", "", "Ia menemui para guru", "Netralitas ASN")
    assert spoken_to is not None
    assert spoken_to.en == "teachers must maintain their neutrality in elections"
    assert audience is not None
    assert audience.en == "civil servants must maintain their neutrality in elections"


# Words of the English that name no body, party, thing or purpose of their own: what is done, how, and what every sentence here is on.
WORDS = """
a about accompany acted activities again aid an and appeals apply approach are as at attend avoid away be become benefit breaches break by
can commit care carries carry centre certain choice comment conditions could declare delayed democracy determined discriminate discuss disparages
disqualified disrupted divisive do draw election elections enforcement enterprises every example face fair favour filed followed for force
free from fund give given harm have heed help hold honest how if important imposed in influence influenced integrity into involve involved
is join keep law light listen long maintain may means mobilize must name need neutrality no not obeyed of office official officials on once
one only or others part partiality particular passed penalties penalty people pose post practised praises professional professionalism
professionally promote promotion put quality rally range react recipients register remain remind reminded replaced replacing report resign
sanction serve served set severe share show side spread stand standing steer steered still supervise supervises supervision support
supporting swayed take taken tempted tend that the their themselves they those to towards transferred under up uphold urge use used vote
wear what whatever who whose will wisely wish with within without work
"""
PLAIN = frozenset(WORDS.split())


@pytest.mark.parametrize("wording", wordings(), ids=lambda wording: f"{wording.point} {wording.text.en}")
def test_what_the_english_names_the_sentence_must_name(wording: Wording) -> None:
    words = wording.text.en.replace("{who}", " ")
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
        ("resign-legislative", "Kepala desa wajib mundur"),
        ("mobilize-staff", "ASN jangan mengerahkan ASN lain"),
        ("no-intimidation", "Jabatan jangan dijadikan alat menekan"),
        ("stay-neutral", "Ia meminta penghulu, penyuluh agama, serta guru madrasah menjaga netralitas"),
        ("stay-neutral", "Ketua karang taruna dan guru harus netral"),
        ("stay-neutral", "Petugas harus netral"),
        ("stay-neutral", "Sekda meminta asisten, staf ahli, kepala OPD, dan camat menjaga netralitas"),
        ("soe-staff-neutral", "Direktur PDAM dan karyawannya harus netral"),
        ("campaign-participation", "Camat diminta mengawasi kepala desa agar tidak ikut kampanye"),
        ("stay-neutral", "ASN yang digaji APBD harus netral"),
        ("stay-neutral", "Kalau sudah pakai baju dinas ASN harus netral"),
        ("social-media-reactions", "Kami pastikan tidak ada ASN yang menyukai unggahan calon di media sosial"),
    ],
)
def test_a_statement_whose_things_or_people_are_not_named_is_not_told(point: str, words: str) -> None:
    assert reported_as(point, words, "", "Pegawai hadir") is None


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
            "civil servants and honorary staff must heed a circular",
        ),
        (
            "soe-staff-neutral",
            "Direksi, komisaris, dan karyawan perusahaan pelat merah dilarang menjadi tim kampanye",
            "the boards and staff of state-owned enterprises may not be members of a campaign team",
        ),
        ("take-no-side", "Jangan sampai kades mengajak ASN berpihak", "village heads may not take sides in elections"),
        ("resign-when-candidate", "ASN yang berniat maju harus mundur", "civil servants who wish to stand must resign"),
        ("stay-neutral", "Ia meminta seluruh jajarannya netral", "all staff must maintain their neutrality in elections"),
        ("approach-parties", "ASN tidak boleh mendekati partai politik", "civil servants may not approach political parties"),
    ],
)
def test_a_statement_is_told_of_those_whom_it_addresses_in_words_that_fit(point: str, words: str, english: str) -> None:
    told = reported_as(point, words, f"Saya minta camat memberi contoh. {words}")
    assert told is not None
    assert told.en == english
