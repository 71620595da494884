"""Facts in both languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.model.pack import Bilingual, Origin, PackArticle, Person, Reference, Translation
from briefing.translating.compose import facts


def catalogue(indonesian: str, english: str | None = None) -> Bilingual:
    return Bilingual(id=indonesian, en=Translation(text=english, origin=Origin.CATALOGUE) if english else None)


ARTICLE = PackArticle(
    number=1,
    source_name="a.txt",
    sha256="",
    text="",
    title=Bilingual(id="Judul"),
    outlet=None,
    author=None,
    url=None,
    published=None,
    event_date="2024-08-11",
    event_printed="Minggu (11/8)",
    place=catalogue("Kabupaten Pati", "Pati Regency"),
    facts=(),
    quotes=(),
    rules=(),
    summary=(),
    citations=(),
)
JUMANI = Person(
    id="p1",
    name="Jumani",
    name_with_titles=None,
    office=catalogue("Sekretaris Daerah Kabupaten Pati", "Regional Secretary of Pati Regency"),
    organisation=None,
    direct_quotes=1,
    references=(Reference(article=1, paragraph=2, person="p1"),),
)


def told(article: PackArticle = ARTICLE, *people: Person) -> list[tuple[str, str, str]]:
    return [(fact.key, fact.value.id, fact.value.en.text) for fact in facts(article, people) if fact.value.en]


def test_who_when_and_where_are_told_in_both_languages() -> None:
    assert told(ARTICLE, JUMANI) == [
        ("who", "Jumani, Sekretaris Daerah Kabupaten Pati", "Jumani, Regional Secretary of Pati Regency"),
        ("when", "Minggu, 11 Agustus 2024; tercetak “Minggu (11/8)”", "Sunday, 11 August 2024; printed “Minggu (11/8)”"),
        ("where", "Kabupaten Pati", "Pati Regency"),
    ]


def test_every_fact_says_that_it_is_composed() -> None:
    assert {fact.value.origin for fact in facts(ARTICLE, [JUMANI])} == {Origin.COMPOSED}


@pytest.mark.parametrize("printed", ["Minggu (11/8/2024)", None])
def test_a_date_that_was_printed_whole_is_not_repeated(printed: str | None) -> None:
    assert told(replace(ARTICLE, event_printed=printed))[0] == ("when", "Minggu, 11 Agustus 2024", "Sunday, 11 August 2024")


def test_an_office_without_english_keeps_its_own() -> None:
    unknown = replace(JUMANI, office=catalogue("Pengulu Nagari"))
    assert told(ARTICLE, unknown)[0][1:] == ("Jumani, Pengulu Nagari", "Jumani, Pengulu Nagari")
    assert told(ARTICLE, replace(unknown, name=None))[0][2] == "Pengulu Nagari"


@pytest.mark.parametrize(
    ("office", "english", "indonesian", "told_as"),
    [
        ("Politikus PSI", "Politician of PSI", "politikus PSI", "a politician of PSI"),
        ("Koordinator aksi", "Rally coordinator", "koordinator aksi", "a rally coordinator"),
        ("Direktur pada Direktorat Pajak", "Director at the Tax Directorate", "Direktur pada Direktorat Pajak", "Director at the Tax Directorate"),
        ("Ketua Majelis", "Chair of the Panel", "ketua majelis", "who chaired a panel"),
    ],
)
def test_what_is_no_title_has_no_capital_letter_behind_a_name(office: str, english: str, indonesian: str, told_as: str) -> None:
    assert told(ARTICLE, replace(JUMANI, office=catalogue(office, english)))[0][1:] == (f"Jumani, {indonesian}", f"Jumani, {told_as}")


def test_a_place_without_english_keeps_its_name() -> None:
    place = replace(ARTICLE, place=catalogue("Hotel New Merdeka, Kota Jambi"))
    assert told(place)[-1] == ("where", "Hotel New Merdeka, Kota Jambi", "Hotel New Merdeka, Jambi City")


def test_a_person_without_name_or_office_is_told_by_the_other() -> None:
    assert told(ARTICLE, replace(JUMANI, name=None))[0][1:] == ("Sekretaris Daerah Kabupaten Pati", "Regional Secretary of Pati Regency")
    assert told(ARTICLE, replace(JUMANI, office=None))[0][1:] == ("Jumani", "Jumani")


def test_a_name_is_told_with_the_body_that_somebody_sits_on() -> None:
    panel = catalogue("Majelis Pemeriksa", "Examining Panel")
    assert told(ARTICLE, replace(JUMANI, office=panel))[0][1:] == ("Jumani dari Majelis Pemeriksa", "Jumani of the Examining Panel")
    assert told(ARTICLE, replace(JUMANI, name=None, office=panel))[0][1:] == ("Majelis Pemeriksa", "Examining Panel")


def test_only_those_whose_words_the_article_gives_are_told() -> None:
    elsewhere = replace(JUMANI, references=(Reference(article=2, paragraph=1, person="p1"),))
    assert [key for key, *_ in told(ARTICLE, elsewhere)] == ["when", "where"]


def test_what_the_article_does_not_say_is_no_fact() -> None:
    assert told(replace(ARTICLE, event_date=None, place=None)) == []


def test_nobody_in_particular_is_no_fact() -> None:
    who = replace(JUMANI, id="p2", name=None, office=catalogue("Petugas Polda"))
    assert [key for key, _, _ in told(ARTICLE, JUMANI, who)] == ["who", "when", "where"]


def test_the_day_before_somebody_speaks_is_not_the_day() -> None:
    assert [key for key, _, _ in told(replace(ARTICLE, text="“Yang jelas kemarin, Minggu (11/8), kami tidak ada,” katanya, Senin."))] == ["where"]
