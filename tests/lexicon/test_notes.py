"""What the catalogue adds to a citation: arguments in words, and the provisions that are meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefing.lexicon import law, phrases
from briefing.lexicon.notes import arguments, named, provisions_cited, references
from briefing.model.finding import Citation
from briefing.model.problem import Problem
from briefing.model.span import Span

DAY = date(2024, 10, 1)


def citation(instrument: str | None, number: str | None, year: int | None, kind: str = "UU") -> Citation:
    return Citation(span=Span(0, 1), kind=kind, number=number, year=year, instrument=instrument, articles=(), resolved_by="explicit")


def test_the_arguments_of_a_note_are_in_words() -> None:
    note = Problem(code="article-not-in-law", arguments={"article": "188", "home": "UU 1/2015", "since": "2024-08-24", "count": 3})
    words = arguments(note, citation("uu-10-2016", "10", 2016))

    assert words["article"] == ("Pasal 188", "Article 188")
    assert words["home"] == ("UU 1/2015", "Law 1/2015")
    assert words["since"] == ("24 Agustus 2024", "24 August 2024")
    assert words["count"] == ("3", "3")
    assert words["law"] == ("UU 10/2016", "Law 10/2016")
    assert words["exception"] == ("", "")
    assert arguments(note, citation("pp-53-2010", "53", 2010, "PP"))["exception"].id == "Pasal 7 ayat (3)"
    assert words["as_of"] == phrases.day(law.as_of())


def test_a_law_outside_the_catalogue_is_named_as_printed() -> None:
    assert named(citation("uu-10-2018", "10", 2018)).id == "UU 10/2018"
    assert named(citation("uu-6", "6", None)).id == "UU 6"
    assert named(citation("mk-1-puu-xx-2022", "1/PUU-XX/2022", 2022, "MK")).en == "MK 1/PUU-XX/2022"
    assert named(citation(None, None, None, "SKB")).id == "SKB"
    assert named(citation("perda-kabupaten-kendal-5-2015", "5", 2015, "Perda")).id == "Perda Kabupaten Kendal 5/2015"
    assert named(citation("kepbup-kendal-141/12/2024", "141/12/2024", 2024, "Kepbup")).id == "Kepbup Kendal 141/12/2024"
    assert named(citation(None, "5", 2015, "Perda")).id == "Perda 5/2015"


@pytest.mark.parametrize(
    ("instrument", "key", "expected"),
    [
        ("pp-53-2010", "4(15)", ("Pasal 4 angka 15", "Article 4, number 15")),
        ("uu-20-2023", "1(3)", ("Pasal 1 angka 3", "Article 1, number 3")),
        ("uud-1945", "1(3)", ("Pasal 1 ayat (3)", "Article 1(3)")),
        ("uu-10-2016", "71(1)", ("Pasal 71 ayat (1)", "Article 71(1)")),
        ("pp-5-2024", "1(1)", ("Pasal 1 ayat (1)", "Article 1(1)")),
    ],
)
def test_numbered_items_of_an_article_are_no_paragraphs(instrument: str, key: str, expected: tuple[str, str]) -> None:
    assert references(replace(citation(instrument, None, None), articles=(key,))) == (expected,)


def test_an_article_means_its_paragraphs_and_a_letter_the_paragraph_that_holds_it() -> None:
    held = {provision.key for provision in provisions_cited("uu-10-2016", ["71"], DAY)}

    assert "71(1)" in held
    assert all(key.startswith("71(") for key in held)
    assert [provision.key for provision in provisions_cited("uu-10-2016", ["71(1)(a)", "71(1)"], DAY)] == ["71(1)"]
    assert provisions_cited("uu-10-2016", ["999"], DAY) == ()
