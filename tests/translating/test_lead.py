"""The lead of an article: who said what, at which event, where and when."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.lexicon.points import points
from briefing.lexicon.speech import verbs
from briefing.model.pack import Bilingual, KeyQuote, Origin, PackArticle, Person, Reference, Translation
from briefing.translating.lead import lead

SAID = "Jangan menerima politik uang"
SECOND = "Yang melanggar kena sanksi"
ALL = tuple(point.id for point in points())
CUES = ("", "menurut", *(form for verb in verbs() for form in (*verb.active, *([verb.root] if verb.root else []))))


def catalogue(indonesian: str, english: str | None = None) -> Bilingual:
    return Bilingual(id=indonesian, en=Translation(text=english, origin=Origin.CATALOGUE) if english else None)


def person(name: str | None = "Jumani", office: Bilingual | None = None, identifier: str = "p1") -> Person:
    return Person(
        id=identifier,
        name=name,
        name_with_titles=None,
        office=office,
        organisation=None,
        direct_quotes=1,
        references=(Reference(article=1, paragraph=1, person=identifier),),
    )


SEKDA = catalogue("Sekretaris Daerah Kabupaten Pati", "Regional Secretary of Pati Regency")
JUMANI = person(office=SEKDA)
SITI = person("Siti", catalogue("Ketua Bawaslu Pati", "Chair of Bawaslu of Pati"), "p2")


def quote(words: str = SAID, cue: str = "tegas", who: str = "p1", paragraph: int = 1) -> KeyQuote:
    return KeyQuote(kind="direct", text=Bilingual(id=words), reference=Reference(article=1, paragraph=paragraph, person=who), cue=cue)


def article(text: str, *quotes: KeyQuote, event: str | None = "2024-08-11", printed: str | None = "Minggu (11/8)") -> PackArticle:
    return PackArticle(
        number=1,
        source_name="a.txt",
        sha256="",
        text=text,
        title=Bilingual(id="Netralitas ASN dan Politik Uang"),
        outlet=None,
        author=None,
        url=None,
        published=None,
        event_date=event,
        event_printed=printed,
        place=catalogue("Kabupaten Kudus", "Kudus Regency"),
        facts=(),
        quotes=quotes,
        rules=(),
        summary=(),
        citations=(),
    )


def told(of: PackArticle, *people: Person, made: dict[str, tuple[str, ...]] | None = None) -> list[tuple[str, str]]:
    return [(block.id, block.en.text) for block in lead(of, people or (JUMANI,), made or {}) if block.en]


PLAIN = article(f"“{SAID},” tegas Jumani.", quote())
NEUTRAL = "ASN jangan lupa netral dan tetap punya hak pilih, Bawaslu mengawasi netralitas kita"
FIRM = article(f"“{NEUTRAL},” tegas Jumani.", quote(NEUTRAL))


def test_somebody_stressed_a_statement() -> None:
    assert told(FIRM, made={NEUTRAL: ("stay-neutral",)}) == [
        (
            "Jumani, Sekretaris Daerah Kabupaten Pati, menegaskan bahwa pegawai ASN harus menjaga netralitas.",
            "Jumani, Regional Secretary of Pati Regency, stressed that civil servants must maintain their neutrality.",
        )
    ]


def test_the_clauses_of_each_verb_stand_together() -> None:
    first, second = "ASN harus netral", "ASN tetap punya hak pilih dan harus bijak bermedia sosial"
    of = article("x", quote(first), quote(second, "ujar"))
    assert told(of, made={first: ("stay-neutral",), second: ("social-media-wise", "right-to-vote")})[0][1] == (
        "Jumani, Regional Secretary of Pati Regency, stressed that civil servants must maintain their neutrality, and said that social media "
        "must be used wisely and that civil servants still have the right to vote."
    )


@pytest.mark.parametrize(
    ("made", "end"),
    [
        (("stay-neutral", "right-to-vote"), "neutrality and that civil servants still have the right to vote."),
        (("peace-and-order", "right-to-vote"), "stressed that civil servants still have the right to vote."),  # what says too little is not told
        (
            ("stay-neutral", "bawaslu-supervises", "right-to-vote"),
            "their neutrality, that Bawaslu supervises the neutrality of civil servants and that civil ",
        ),
    ],
)
def test_clauses_without_a_comma_need_no_semicolon(made: tuple[str, ...], end: str) -> None:
    assert end in told(FIRM, made={NEUTRAL: made})[0][1]


def test_a_duty_that_is_stressed_in_one_quote_is_not_only_hoped_in_another() -> None:
    hoped = "Kami berharap ASN netral"
    of = article("x", quote(hoped, "ujar"), quote(NEUTRAL))
    assert "stressed that civil servants must maintain" in told(of, made={hoped: ("stay-neutral",), NEUTRAL: ("stay-neutral",)})[0][1]


def test_who_has_no_office_is_called_what_the_article_calls_him() -> None:
    of = article(f"“{SAID},” ujar Jumani, salah seorang warga.", quote())
    assert told(of, person()) == [("Jumani, warga, berbicara tentang politik uang.", "Jumani, a resident, spoke of vote buying.")]


def test_an_office_of_many_has_an_article() -> None:
    (lead_of,) = told(article("x", quote("Baik")), person(office=catalogue("Politikus Partai Demokrat", "Politician of the Democratic Party")))
    assert lead_of[1] == "The article quotes Jumani, a politician of the Democratic Party."


def test_the_place_where_a_statement_was_received_is_not_told() -> None:
    received = article(f"“{SAID},” tegas Jumani dalam keterangan yang diterima di Kudus.", quote())
    assert told(received)[0][1].startswith("Jumani, Regional")
    assert told(article(f"“{SAID},” tegas Jumani saat ditemui di Kudus.", quote()))[0][1].startswith("In Kudus Regency, Jumani")


def test_without_a_statement_the_topics_are_told() -> None:
    assert told(PLAIN)[0][1] == "Jumani, Regional Secretary of Pati Regency, spoke of vote buying."


def test_event_place_and_day_are_told_where_they_stand_beside_the_words() -> None:
    spoken = article(f"“{SAID},” tegas Jumani saat membuka sosialisasi di Kudus, Minggu (11/8).", quote())
    assert told(spoken) == [
        (
            "Dalam sosialisasi di Kabupaten Kudus pada Minggu, 11 Agustus 2024, Jumani, Sekretaris Daerah Kabupaten Pati, berbicara tentang politik uang.",
            "At an outreach session in Kudus Regency on Sunday, 11 August 2024, Jumani, Regional Secretary of Pati Regency, spoke of vote buying.",
        )
    ]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (f"“{SAID},” tegas Jumani.\n\nAcara di Kudus, Minggu (11/8).", "Minggu (11/8)"),  # elsewhere in the article
        (f"“{SAID}, Minggu (11/8) di Kudus,” tegas Jumani.", "Minggu (11/8)"),  # within the words
        (f"“{SAID},” tegas Jumani, Senin (11/8).", "Senin (11/8)"),  # another weekday
        (f"“{SAID},” tegas Jumani, Minggu (11/8/204).", "Minggu (11/8/204)"),  # a year misprinted
        (f"“{SAID},” tegas Jumani.", None),
    ],
)
def test_a_day_that_is_doubtful_or_told_of_something_else_is_left_out(text: str, printed: str | None) -> None:
    assert told(article(text, quote(), printed=printed))[0][1].startswith("Jumani, Regional")


def test_a_day_without_a_year_is_not_told_where_the_text_speaks_of_much_later_years() -> None:
    spoken = f"“{SAID},” tegas Jumani, Minggu (11/8)."
    assert told(article(f"{spoken} Itu disampaikan menjelang Pilkada 2025.", quote()))[0][1].startswith("On Sunday, 11 August 2024")
    later = article(f"{spoken} Itu disampaikan menjelang Pemilu 2029.", quote())
    assert told(later)[0][1].startswith("Jumani, Regional")
    assert told(replace(later, published="2024-08-12"))[0][1].startswith("On Sunday, 11 August 2024")


def test_the_place_of_the_office_is_not_told_twice() -> None:
    at_home = replace(article(f"“{SAID},” tegas Jumani di Pati.", quote()), place=catalogue("Kabupaten Pati", "Pati Regency"))
    assert told(at_home)[0][1].startswith("Jumani, Regional")


def test_others_are_named_and_beyond_three_the_main_ones() -> None:
    others = [person(f"Orang {letter}", None, f"o{letter}") for letter in "ABCDE"]
    of = article("x", quote(), quote(SECOND), *(quote("Baik", who=other.id) for other in others))
    assert told(of, JUMANI, *others)[1] == (
        "Artikel ini juga mengutip, antara lain, Orang A, Orang B, dan Orang C.",
        "The article also quotes, among others, Orang A, Orang B and Orang C.",
    )
    assert told(article("x", quote(), quote("Baik", who="p2")), JUMANI, SITI)[1][1] == "The article also quotes Siti, Chair of Bawaslu of Pati."


def test_who_said_nothing_that_is_known_is_quoted() -> None:
    assert told(article("x", quote("Baik"))) == [
        (
            "Artikel ini mengutip Jumani, Sekretaris Daerah Kabupaten Pati.",
            "The article quotes Jumani, Regional Secretary of Pati Regency.",
        )
    ]


@pytest.mark.parametrize(
    ("who", "begins"),
    [
        (person(office=catalogue("Pengulu Nagari")), ("Jumani, Pengulu Nagari, berbicara", "Jumani, Pengulu Nagari, spoke")),
        (person(), ("Jumani berbicara", "Jumani spoke")),
        (person(None, SEKDA), ("Sekretaris Daerah Kabupaten Pati berbicara", "The Regional Secretary of Pati Regency spoke")),
        (
            person(office=catalogue("Majelis Pemeriksa", "Examining Panel")),
            ("Jumani dari Majelis Pemeriksa berbicara", "Jumani of the Examining Panel spoke"),
        ),
    ],
)
def test_an_office_without_english_stays_indonesian_and_a_body_is_whose_member_somebody_is(who: Person, begins: tuple[str, str]) -> None:
    ((indonesian, english),) = told(PLAIN, who)
    assert (indonesian.startswith(begins[0]), english.startswith(begins[1])) == (True, True)


BAGJA = person("Bagja", catalogue("Ketua Bawaslu", "Chair of Bawaslu"), "p3")


@pytest.mark.parametrize(
    ("people", "whom"),
    [
        ((JUMANI, SITI), "Jumani, Regional Secretary of Pati Regency, and Siti, Chair of Bawaslu of Pati."),
        ((person(), SITI), "Siti, Chair of Bawaslu of Pati, and Jumani."),
        (
            (person(office=catalogue("Kepala Bagian Data, Humas, dan Hukum", "Head of Data, Public Relations and Legal Affairs")), SITI),
            "Jumani, Head of Data, Public Relations and Legal Affairs, as well as Siti, Chair of Bawaslu of Pati.",
        ),
        ((JUMANI, SITI, BAGJA), "Jumani, Regional Secretary of Pati Regency; Siti, Chair of Bawaslu of Pati; and Bagja, Chair of Bawaslu."),
    ],
)
def test_only_three_people_with_offices_are_parted_by_semicolons(people: tuple[Person, ...], whom: str) -> None:
    of = article("x", *(quote("Baik", who=one.id) for one in people))
    assert told(of, *people)[0][1] == f"The article quotes {whom}"


def test_nobody_is_quoted_whose_words_are_only_reported() -> None:
    of = article("x", replace(quote("Baik"), kind="indirect"))
    assert told(of, JUMANI)[0][1] == "The article reports statements by Jumani, Regional Secretary of Pati Regency."


@pytest.mark.parametrize(
    ("words", "cue", "verb"),
    [
        ("Kami berharap ASN netral", "tegas", ("berharap agar pegawai ASN menjaga", "expressed the hope that civil servants would maintain")),
        ("ASN harus netral", "harap", ("berharap agar pegawai ASN menjaga", "expressed the hope that civil servants would maintain")),
        ("ASN harus netral", "imbau", ("meminta agar pegawai ASN menjaga", "asked that civil servants maintain")),
        ("Saya mohon ASN netral", "ujar", ("meminta agar pegawai ASN menjaga", "asked that civil servants maintain")),
        ("ASN harus netral", "ujar", ("mengatakan bahwa pegawai ASN harus menjaga", "said that civil servants must maintain")),
    ],
)
def test_what_is_hoped_or_asked_for_is_no_must(words: str, cue: str, verb: tuple[str, str]) -> None:
    ((indonesian, english),) = told(article("x", quote(words, cue)), made={words: ("stay-neutral",)})
    assert (verb[0] in indonesian, verb[1] in english) == (True, True)


def test_who_has_a_number_needs_no_article() -> None:
    assert told(article("x", quote("Baik")), person(None, catalogue("Teradu I", "Respondent I")))[0][1] == "The article quotes Respondent I."


def test_an_office_without_name_and_english_says_nothing() -> None:
    assert told(PLAIN, person(None, catalogue("Pengulu Nagari"))) == []


def test_words_whose_speaker_is_doubtful_are_not_told() -> None:
    assert told(article("x", quote(cue=""))) == [
        ("Artikel ini mengutip Jumani, Sekretaris Daerah Kabupaten Pati.", "The article quotes Jumani, Regional Secretary of Pati Regency.")
    ]


def test_what_somebody_denies_is_not_told_as_a_statement() -> None:
    assert told(article("x", quote(cue="bantah")), made={SAID: ("stay-neutral",)})[0][1].startswith("The article quotes")


def test_a_statement_is_not_told_of_an_article_on_something_else() -> None:
    other = replace(article("Seleksi pegawai.", quote("Baik")), title=Bilingual(id="Seleksi"))
    assert told(other, made={"Baik": ("stay-neutral",)})[0][1].startswith("The article quotes")


@settings(max_examples=60, deadline=None)
@given(
    made=st.dictionaries(st.sampled_from([SAID, SECOND]), st.lists(st.sampled_from(ALL), max_size=4, unique=True).map(tuple)),
    cues=st.tuples(st.sampled_from(CUES), st.sampled_from(CUES)),
    people=st.sampled_from([(JUMANI,), (JUMANI, SITI), (person(None, SEKDA), SITI), (person(), SITI)]),
    at=st.booleans(),
)
def test_every_lead_is_one_or_two_sentences_that_say_who_and_never_he_or_she(
    made: dict[str, tuple[str, ...]], cues: tuple[str, str], people: tuple[Person, ...], *, at: bool
) -> None:
    where = " saat memimpin apel di Kudus, Minggu (11/8)" if at else ""
    of = article(f"“{SAID},” tegas Jumani{where}. “{SECOND},” kata Siti.", quote(cue=cues[0]), quote(SECOND, cues[1], people[-1].id))
    blocks = lead(of, people, made)
    assert len(blocks) <= 2
    assert blocks
    for block in blocks:
        assert block.origin is Origin.COMPOSED
        for words in (block.id, block.en.text if block.en else ""):
            assert words[0].isupper()
            assert words.endswith(".")
            assert not any(mark in words for mark in ("..", "  ", " ,", " ;", ",,", "“", "”", "{", "}"))
            assert not {"he", "she", "his", "her", "ia", "dia"} & set(words.lower().replace(",", " ").split())
    assert lead(of, people, made) == blocks


SILENT = "Semua berjalan lancar"


def test_who_is_quoted_but_not_printed_is_named_too_and_in_the_order_of_the_article() -> None:
    of = replace(article("x", quote(SILENT)), quoted=("p2", "p1"))
    assert told(of, JUMANI, SITI)[0][1] == "The article quotes Siti, Chair of Bawaslu of Pati, and Jumani, Regional Secretary of Pati Regency."


def test_a_list_that_is_not_whole_says_so() -> None:
    of = replace(article("x", quote(SILENT)), quoted=("p1", None))
    assert told(of)[0] == (
        "Artikel ini antara lain mengutip Jumani, Sekretaris Daerah Kabupaten Pati.",
        "The article quotes, among others, Jumani, Regional Secretary of Pati Regency.",
    )


def test_of_many_whom_the_title_names_and_who_is_quoted_first_and_most_are_told() -> None:
    many = [person(f"Orang {letter}", None, letter) for letter in "ABCDE"]
    of = replace(article("x", quote(SILENT, who="A")), title=Bilingual(id="Orang E bicara"), quoted=("A", "B", "C", "D", "D", "E"))
    assert told(of, *many)[0][1] == "The article quotes, among others, Orang A, Orang D and Orang E."


def test_an_office_that_several_share_is_said_once() -> None:
    counsel = catalogue("Kuasa Hukum Termohon", "Legal Counsel for the Respondent")
    member = catalogue("Anggota KPU", "Member of the KPU")
    people = [person("Ana", counsel, "a"), person("Budi", counsel, "b"), JUMANI]
    of = replace(article("x", quote(SILENT)), quoted=("a", "b", "p1"))
    assert told(of, *people)[0] == (
        "Artikel ini mengutip Ana dan Budi, Kuasa Hukum Termohon, dan Jumani, Sekretaris Daerah Kabupaten Pati.",
        "The article quotes Ana and Budi, Legal Counsel for the Respondent, and Jumani, Regional Secretary of Pati Regency.",
    )
    pair = [person("Ana", member, "a"), person("Budi", member, "b")]
    assert told(replace(of, quoted=("a", "b")), *pair, JUMANI)[0][1].startswith("The article quotes Ana and Budi, Members of the KPU")
