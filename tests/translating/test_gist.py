"""The gist of words without a translation: a report of the statements that they make, and never more than these."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from briefing.editing.build import make_pack
from briefing.editing.propose import propose
from briefing.lexicon.phrases import Phrase
from briefing.lexicon.reported import mood
from briefing.lexicon.said import Wording, wordings
from briefing.model.pack import Origin, Pack, Translation
from briefing.settings import Settings
from briefing.translating.gist import Report, gist, gists, reports
from briefing.translating.memory import fold
from briefing.translating.translate import translate
from tests.editing.making import article, findings

SAID = "ASN tetap punya hak pilih, dan jangan berpihak"
SENTENCE = "Pegawai diminta tidak terlibat politik praktis, demikian disampaikan di hadapan ratusan peserta sosialisasi di pendapa kabupaten."
GIST = "Says that civil servants may not take sides and that civil servants still have the right to vote."


def pack(*quote_points: str, silent: bool = False) -> Pack:
    of = article(f"“{SAID},” ujarnya.", SENTENCE)
    found = findings(of, quotes=(("direct", SAID, "s1"),), rules=((("prohibition",), SENTENCE, "s1"),))
    found = replace(
        found,
        quotes=tuple(replace(quote, points=quote_points) for quote in found.quotes),
        rules=tuple(replace(rule, points=("no-practical-politics",)) for rule in found.rules),
    )
    draft, _ = propose([found], ["a.txt"], Settings())
    draft = replace(draft, english=((SAID, None),)) if silent else draft
    return make_pack(draft, version="0", law_as_of=date(2026, 11, 25))


def test_a_quote_without_a_translation_gets_its_gist() -> None:
    done = translate(pack("take-no-side", "right-to-vote"), {})
    assert done.articles[0].quotes[0].text.en == Translation(text=GIST, origin=Origin.GIST)


def test_a_translation_is_better_than_a_gist() -> None:
    known = Translation(text="Do vote, and take no side.", origin=Origin.PROJECT)
    assert translate(pack("take-no-side"), {fold(SAID): known}).articles[0].quotes[0].text.en == known


@pytest.mark.parametrize("made", [(), ("hear-vision-mission",)], ids=["no statement", "what may only be quoted"])
def test_words_that_make_no_statement_have_no_gist(made: tuple[str, ...]) -> None:
    assert translate(pack(*made), {}).articles[0].quotes[0].text.en is None


def test_words_for_which_the_officer_wants_no_english_have_no_gist() -> None:
    assert translate(pack("take-no-side", silent=True), {}).articles[0].quotes[0].text.en is None


def test_a_sentence_of_the_summary_has_the_gist_of_the_rule_that_it_states() -> None:
    summary = translate(pack(), {}).articles[0].summary
    assert [(block.id, block.en) for block, _ in summary] == [
        (SENTENCE, Translation(text="Asks that employees not be involved in partisan politics.", origin=Origin.GIST))
    ]


def test_words_of_an_article_on_other_matters_have_no_gist() -> None:
    said, on = (
        "Layani dengan integritas dan patuhi aturan",
        "Pegawai diminta menjaga integritas dan mematuhi aturan demi pelayanan yang baik di kabupaten itu setiap hari.",
    )
    found = findings(article(f"“{said},” ujarnya.", on), quotes=(("direct", said, "s1"),), rules=((("duty",), on, "s1"),))
    found = replace(
        found,
        quotes=tuple(replace(quote, points=("professional-integrity",)) for quote in found.quotes),
        rules=tuple(replace(rule, points=("obey-rules",)) for rule in found.rules),
    )
    draft, _ = propose([found], ["a.txt"], Settings())
    done = translate(make_pack(draft, version="0", law_as_of=date(2026, 11, 25)), {}).articles[0]
    assert not [block.en for block in (done.quotes[0].text, *(block for block, _ in done.summary)) if block.en]


@pytest.mark.parametrize("wording", wordings(), ids=lambda wording: f"{wording.point} {wording.text.en}")
def test_no_law_and_no_figure_is_put_into_a_mouth(wording: Wording) -> None:
    words = wording.text
    counted = r"|\btujuh|\bseven|\bbulan\b|\bmonths?\b" if "days" not in wording.text.en else ""  # which nobody makes without the seven days
    law = (
        r"\d|pasal|article|\bUU|undang|\blaws?\b(?! enforcement)|\bPP\b|\bSKB|peraturan|regulation|decree|\btahun|\byears?\b|huruf|ayat|denda|\bfine"
        r"|penjara|imprison"
    )
    assert not re.search(law + counted, f"{words.id} {words.en}", re.IGNORECASE)


def test_what_another_statement_says_too_is_not_said_beside_it() -> None:
    words = gists(
        [
            ("ASN yang melanggar kena sanksi dan pemecatan", ("sanction-exists", "sanction-dismissal")),
            ("ASN yang melanggar kena sanksi", ("sanction-exists",)),
        ],
        {},
    )
    assert [english.text.count("that ") for english in words.values()] == [1, 1]


def test_several_statements_are_one_sentence() -> None:
    vote, neutral = (
        Phrase("ASN tetap mempunyai hak pilih", "civil servants still have the right to vote"),
        Phrase("ASN harus netral", "civil servants must be neutral"),
    )
    supervised = Phrase("Bawaslu mengawasi", "Bawaslu supervises them")
    assert gist([Report("a", "neutral", vote), Report("b", "emphasis", supervised), Report("c", "neutral", vote)]) == (
        "Says that civil servants still have the right to vote and that Bawaslu supervises them."
    )
    assert gist([Report("b", "request", neutral), Report("a", "neutral", vote)]) == (
        "Asks that civil servants be neutral, and says that civil servants still have the right to vote."
    )
    assert gist([]) == ""


@pytest.mark.parametrize(
    ("words", "point", "english"),
    [
        ("Karena itu guru wajib netral", "stay-neutral", "Says that teachers must maintain their neutrality."),
        ("Karena itu guru wajib netral dalam Pilkada", "stay-neutral", "Says that teachers must maintain their neutrality in elections."),
        (
            "ASN, TNI/Polri, dan kepala desa harus netral",
            "stay-neutral",
            "Says that civil servants, soldiers, police officers and village heads must maintain their neutrality.",
        ),
        ("ASN harus netral. Kepala desa silakan bekerja", "stay-neutral", "Says that civil servants must maintain their neutrality."),
        ("Jangan ikut jadi tim sukses, kata camat kepada ASN", "campaign-team", "Says that civil servants may not be members of a campaign team."),
        ("ASN tidak boleh berfoto dengan simbol tangan", "hand-signs", "Says that civil servants may not pose with hand signs."),
        ("ASN harus tetap profesional", "professional-integrity", "Says that civil servants must remain professional."),
        ("PPK wajib menindaklanjuti rekomendasi", "follow-up", "Says that recommendations must be followed up."),
        (
            "Sanksi terberat bagi ASN yang melanggar yaitu pemberhentian",
            "sanction-dismissal",
            "Says that the heaviest sanction for civil servants who breach neutrality is dismissal.",
        ),
        (
            "Ia meminta OPD menertibkan hal itu, sebab pegawai non-ASN wajib netral",
            "non-asn-neutral",
            "Says that staff who are not civil servants must maintain their neutrality.",
        ),
        ("Kita harus netral", "stay-neutral", None),  # nobody is named
        ("ASN kami periksa. Kalau terbukti, sanksi pasti ada", "sanction-exists", None),  # one case
        ("Kepala desa harus netral seperti halnya kita menuntut ASN", "stay-neutral", None),  # some here, others there
        ("Larangan kampanye bukan cuma berlaku bagi ASN", "campaign-participation", None),
        ("Imbauan kepada 18 partai politik agar tidak memasang baliho di kantor ASN", "display-banners", None),
        ("ASN boleh foto bersama, tapi tidak boleh pakai simbol jari", "hand-signs", None),  # half of it
        ("ASN boleh mendengarkan visi misi calon. Sepanjang ASN tidak ikut kampanye", "campaign-participation", None),
        ("Semangat netralitas dapat ditularkan kepada ASN", "superiors-supervise", None),
    ],
)
def test_a_statement_is_told_in_the_words_and_of_the_people_that_fit(words: str, point: str, english: str | None) -> None:
    told = gists([(words, (point,))], {})
    assert (told[words].text if told else None) == english


@pytest.mark.parametrize(
    ("words", "cue", "made", "english"),
    [
        ("Kami berharap betul ASN bekerja netral", "", ("stay-neutral",), "Hopes that civil servants will maintain their neutrality."),
        ("ASN diharapkan netral", "", ("stay-neutral",), "Says that civil servants should maintain their neutrality."),
        ("ASN diharapkan netral", "harapnya", ("stay-neutral",), "Hopes that civil servants will maintain their neutrality."),
        ("Bupati mengimbau ASN harus netral", "", ("stay-neutral",), "Asks that civil servants maintain their neutrality."),
        ("Prajurit harus netral", "harapnya", ("tni-polri-neutral",), "Hopes that soldiers will maintain their neutrality."),
        ("ASN jangan berpolitik praktis", "pinta", ("no-practical-politics",), "Asks that civil servants not be involved in partisan politics."),
        (
            "Kami berharap itu oknum saja. ASN harus netral",
            "",
            ("stay-neutral",),
            "Says that civil servants must maintain their neutrality.",
        ),
        ("Kami minta Saudara ingat. ASN tetap punya hak pilih", "", ("right-to-vote",), "Says that civil servants still have the right to vote."),
        ("ASN dilarang meminta dukungan", "", ("take-no-side",), "Says that civil servants may not take sides."),
    ],
)
def test_what_is_hoped_or_asked_for_is_no_must(words: str, cue: str, made: tuple[str, ...], english: str) -> None:
    assert gists([(words, made)], {words: cue})[words].text == english


@pytest.mark.parametrize(
    ("words", "cue", "made"),
    [
        ("Tidak ada bagi-bagi apa-apa, tidak ada orasi. Cuma senam", "ujar", "campaign-participation"),  # no duty in it
        ("ASN harus netral", "bantah", "stay-neutral"),
        ("ASN tetap punya hak pilih, tapi simpan sendiri", "ujar", "right-to-vote"),  # half of it
        ("Semoga kerja sama ini berjalan", "ujar", "synergy"),  # hoped, not said
        ("Itu dilarang, ancamannya pidana", "ujar", "no-intimidation"),  # no threat
        ("Kami akan membuka kanal aduan", "ujar", "report-violations"),
        ("Bawaslu jangan takut menindak ASN yang tidak netral", "ujar", "sanction-exists"),  # nobody is punished yet
        ("ASN tidak boleh berpolitik, apalagi di ruang kelas", "ujar", "state-resources"),
        ("Saya mengusulkan sanksi bagi ASN yang tidak netral", "ujar", "sanction-exists"),  # proposed
        ("Sanksi bagi ASN yang tidak netral terlalu ringan", "ujar", "sanction-exists"),
        ("Ikrar ini komitmen kita", "ujar", "pledge"),  # says too little
        ("Apresiasi kepada ASN yang telah berkomitmen untuk menjaga netralitas", "ujar", "stay-neutral"),
    ],
)
def test_words_of_which_nothing_can_be_told_have_no_gist(words: str, cue: str, made: str) -> None:
    assert not gists([(words, (made,))], {words: cue})


@pytest.mark.parametrize("wording", wordings(), ids=lambda wording: f"{wording.point} {wording.text.en}")
def test_a_statement_opens_with_a_small_letter_unless_it_opens_with_a_name(wording: Wording) -> None:
    for words in wording.text:
        opening = words.split()[0]
        assert opening in {"{who}", "Bawaslu"} or opening.islower()
        assert not words.endswith(".")
        assert "“" not in words


def test_an_example_of_a_statement_has_no_gist_that_leaves_this_statement_out() -> None:
    made = [(SAID, ("right-to-vote",))]
    assert gists(made, {}, (), {SAID: "right-to-vote"})[SAID].text == "Says that civil servants still have the right to vote."
    assert gists(made, {}, (), {SAID: "take-no-side"}) == {}


@pytest.mark.parametrize(
    ("words", "made", "english"),
    [
        (
            "Pembacaan ikrar ini komitmen kami dalam mendukung pelaksanaan pemilu",
            ("pledge",),
            "Says that the pledge is a commitment to support the elections.",
        ),
        ("Pakta integritas itu komitmen kami untuk netral", ("pledge",), "Says that the integrity pact is a commitment to neutrality."),
        ("Ikrar ini komitmen ASN: netralitas wajib dijaga", ("stay-neutral", "pledge"), "Says that civil servants must maintain their neutrality."),
    ],
)
def test_a_pledge_is_told_by_what_it_is_a_commitment_to(words: str, made: tuple[str, ...], english: str) -> None:
    assert gists([(words, made)], {})[words].text == english


def test_an_item_of_a_pledge_stays_one_where_it_goes_on() -> None:
    item = "Selanjutnya tidak menyebarkan berita bohong"
    of = replace(translate(pack(), {}).articles[0], text=f"Bunyi ikrar itu antara lain netral.\n\n{item}.")
    assert gists([(item, ("no-hoax-hate",))], {}, (of,))[item].text == "Tells of a pledge that false news will not be spread."


@pytest.mark.parametrize(
    ("words", "point", "is_told"),
    [
        ("Meskipun wajib netral, ASN tetap menggunakan hak pilihnya pada hari pemungutan suara", "stay-neutral", False),
        ("ASN tetap punya hak pilih walaupun harus menjaga netralitas dalam pemilu", "stay-neutral", False),
        ("ASN tetap punya hak pilih walaupun harus menjaga netralitas dalam pemilu", "right-to-vote", True),
        ("Meskipun wajib netral, ASN tetap menggunakan hak pilihnya pada hari pemungutan suara", "right-to-vote", True),
        ("Meski punya hak pilih, ASN wajib netral", "stay-neutral", True),
        ("Meski punya hak pilih, ASN wajib netral", "right-to-vote", False),
        ("Walau wajib netral, ASN tetap wajib netral dalam melayani", "stay-neutral", True),
    ],
)
def test_what_stands_in_a_conceding_clause_alone_is_not_told(words: str, point: str, is_told: bool) -> None:
    assert bool(reports(words, "", [point], (words,))) == is_told


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("Ikrar netralitas ASN berisi komitmen menjaga netralitas", "pledge"),
        ("Pakta integritas yang diteken kepala OPD merupakan janji untuk bersikap netral", "pledge"),
        ("ASN wajib netral, dan pakta integritas hari ini adalah bukti komitmennya", "neutral"),
        ("ASN dilarang mengajak maupun mengimbau orang memilih paslon", "neutral"),
        ("ASN dilarang mengajak, mengimbau, ataupun menyeru orang memilih paslon", "neutral"),
        ("Camat mengimbau ASN netral, jangan mengajak orang memilih paslon", "request"),
    ],
)
def test_a_pledge_is_told_as_one_and_an_appeal_that_is_forbidden_asks_for_nothing(words: str, form: str) -> None:
    assert mood(words) == form


@pytest.mark.parametrize(
    ("words", "made", "english"),
    [
        (
            "ASN memiliki hak pilih, namun tidak boleh menunjukkan keberpihakannya di muka umum",
            ("take-no-side", "right-to-vote"),
            "Says that civil servants have the right to vote but may not show in public whom they side with.",
        ),
        (
            "ASN itu punya hak pilih. Yang tidak boleh adalah memperlihatkan keberpihakan kepada paslon",
            ("take-no-side", "right-to-vote"),
            "Says that civil servants have the right to vote but may not show whom they side with.",
        ),
        (
            "Silakan gunakan hak pilih. Tapi jangan menjadi juru kampanye",
            ("right-to-vote", "campaign-participation"),
            "Says that the right to vote may be used but taking part in campaigns must be avoided.",
        ),
        ("ASN boleh nonton bola. Tapi jangan menjadi juru kampanye", ("campaign-participation",), ""),
        ("ASN dapat mendengarkan visi misi calon, tetapi tidak boleh memakai fasilitas negara", ("state-resources",), ""),
        ("Bupati sudah beberapa kali mengingatkan lewat edaran agar ASN tidak berpihak", ("take-no-side",), ""),
        ("Bupati mengingatkan agar ASN tidak berpihak", ("take-no-side",), ""),
        ("Kami mengingatkan agar ASN tidak berpihak", ("take-no-side",), "Gives a reminder that civil servants may not take sides."),
        ("ASN diingatkan agar menjaga netralitas", ("stay-neutral",), "Gives a reminder that civil servants must maintain their neutrality."),
        ("ASN diingatkan bahwa netralitas wajib dijaga", ("stay-neutral",), "Says that civil servants must maintain their neutrality."),
        ("ASN dilarang memihak secara terang-terangan", ("take-no-side",), "Says that civil servants may not take sides openly."),
        ("Saya berharap kepala desa mendapat sosialisasi karena kepala desa pun dilarang ikut kampanye", ("village-campaign",), ""),
        ("Yang saya minta hanya satu, netral", ("stay-neutral",), "Asks that neutrality be maintained."),
        ("Mobil dinas itu untuk kerja, bukan untuk kampanye", ("state-resources",), "Says that official vehicles may not be used for campaigning."),
    ],
)
def test_what_is_bounded_is_told_with_its_bound_and_what_others_ask_or_a_reason_holds_is_not(words: str, made: tuple[str, ...], english: str) -> None:
    assert gist(reports(words, "kata", made, ())) == english


@pytest.mark.parametrize(
    ("words", "made", "english"),
    [
        ("Kami minta ASN tahan diri. Jangan ikut mendukung calon", ("take-no-side",), "Asks that civil servants not take sides in elections."),
        (
            "Kami minta ASN tahan diri. ASN dilarang ikut mendukung calon",
            ("take-no-side",),
            "Says that civil servants may not take sides in elections.",
        ),
        (
            "PNS dilarang menghadiri deklarasi bakal calon",
            ("attend-declaration",),
            "Says that civil servants may not attend the declaration of a prospective candidate.",
        ),
        (
            "PNS dilarang menghadiri deklarasi bakal calon dan calon",
            ("attend-declaration",),
            "Says that civil servants may not attend the declaration of a candidate.",
        ),
        (
            "Pegawai harus menjaga netralitas sebelum, selama, dan sesudah masa kampanye",
            ("stay-neutral",),
            "Says that employees must maintain their neutrality before, during and after the campaign.",
        ),
        (
            "Siapa pun yang jadi gubernur nanti, kita tetap layani masyarakat",
            ("service-unaffected",),
            "Says that the public must be served whoever wins.",
        ),
        (
            "Foto bersama paslon saja tidak boleh, kecuali dalam rangka pengamanan.",
            ("tni-polri-neutral",),
            "Says that photos with candidates must be avoided except when providing security.",
        ),
    ],
)
def test_whom_and_when_words_bound_and_what_they_go_on_asking_is_told(words: str, made: tuple[str, ...], english: str) -> None:
    assert gist(reports(words, "kata", made, ())) == english


@pytest.mark.parametrize(
    ("words", "made", "is_told"),
    [
        (
            "Kades diminta tidak memfasilitasi pertemuan tim sukses serta tidak menggunakan dana desa untuk calon",
            ("programmes-for-candidate",),
            False,
        ),
        ("Jangan hadir di acara kandidat, jangan ikut kampanye", ("campaign-participation",), False),
        ("ASN dilarang membuat video dan hadir di rapat calon, termasuk berfoto bersama calon", ("hand-signs",), False),
        ("ASN tidak boleh ikut kampanye, termasuk berfoto bersama calon", ("campaign-participation", "hand-signs"), True),
        ("ASN tidak boleh mendukung calon, termasuk lewat isyarat jari", ("hand-signs",), True),
        ("ASN tidak boleh ikut kampanye", ("campaign-participation",), True),
        ("Jangan ikut kampanye", ("campaign-participation",), True),
    ],
)
def test_one_of_two_demands_or_an_instance_alone_is_not_told(words: str, made: tuple[str, ...], is_told: bool) -> None:
    assert bool(reports(words, "kata", made, ())) is is_told
