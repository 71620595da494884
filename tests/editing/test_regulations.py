"""What stands beside an instrument in the regulation check: notes on its citations, dated notes of the catalogue, institutions that are gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from briefing.editing.build import make_pack
from briefing.editing.propose import propose
from briefing.lexicon.bodies import bodies
from briefing.model.problem import Problem
from briefing.model.span import Span
from briefing.settings import Settings
from tests.editing.making import article, findings, span

if TYPE_CHECKING:
    from briefing.model.finding import Findings
    from briefing.model.pack import LawNote, Pack

NOW = date(2026, 11, 25)
LAW = "UU Nomor 10 Tahun 2016"
WORDS = f"ASN wajib netral menurut Pasal 188 {LAW}, kata Jumani."
ABSENT = Problem(code="article-not-in-law", arguments={"article": "188", "home": "UU 1/2015"})


def cited(*notes: Problem, instrument: str = "uu-10-2016", articles: tuple[str, ...] = (), published: str | None = "2024-10-01") -> Findings:
    found = findings(article(WORDS, published=published), laws=((LAW, instrument),))
    return replace(found, citations=tuple(replace(citation, notes=notes, articles=articles) for citation in found.citations))


def build(*found: Findings) -> Pack:
    draft, _ = propose(found, [each.article.source.name for each in found], Settings())
    return make_pack(draft, version="0", law_as_of=NOW)


def coded(pack: Pack) -> list[LawNote]:
    return [note for row in pack.law for note in row.notes if note.code]


def texts(pack: Pack) -> list[str]:
    return [note.text.id for row in pack.law for note in row.notes if note.text]


def test_a_fault_of_two_articles_is_one_note_with_both_places() -> None:
    (note,) = coded(build(cited(ABSENT), cited(ABSENT)))
    words = {name: (block.id, block.en.text if block.en else "") for name, block in note.arguments}

    assert note.code == "article-not-in-law"
    assert words["article"] == ("Pasal 188", "Article 188")
    assert words["home"] == ("UU 1/2015", "Law 1/2015")
    assert words["law"] == ("UU 10/2016", "Law 10/2016")
    assert [(place.article, place.paragraph, place.person) for place in note.references] == [(1, 1, None), (2, 1, None)]


def test_different_faults_are_different_notes() -> None:
    other = replace(ABSENT, arguments={"article": "189", "home": "UU 8/2015"})

    assert len(coded(build(cited(ABSENT, other)))) == 2


def test_what_the_status_says_is_no_note_too() -> None:
    assert coded(build(cited(Problem(code="not-in-catalogue"), instrument="uu-77-2019"))) == []


def test_the_notes_of_the_catalogue_are_those_of_the_provision_that_is_cited() -> None:
    noted = [text for text in texts(build(cited(articles=("188",)))) if "Pasal 188: " in text]

    assert len(noted) == 1
    assert noted[0].startswith("UU 1/2015 Pasal 188: ")
    assert "UU 1/2026" in noted[0]
    assert [text for text in texts(build(cited())) if "Pasal 188: " in text] == []


def test_a_note_of_the_press_names_it() -> None:
    notes = [note for row in build(cited(instrument="mk-136-puu-xxii-2024")).law for note in row.notes]

    assert [note.source for note in notes] == ["jpnn.com; ayosemarang.com"]


def test_an_article_without_a_date_has_the_notes_of_the_day_of_the_catalogue() -> None:
    assert texts(build(cited(articles=("188",), published=None))) != []


def test_a_row_that_the_office_overrules_has_no_notes() -> None:
    found = cited(ABSENT)
    draft, _ = propose([found], ["a.txt"], Settings())
    refused = replace(draft.articles[0], citations=tuple(replace(each, accept=False, reason="lain") for each in draft.articles[0].citations))
    (row,) = make_pack(replace(draft, articles=(refused,)), version="0", law_as_of=NOW).law

    assert row.notes == ()


def test_nobody_is_given_the_provisions_of_another() -> None:
    words = (
        f"ASN wajib netral menurut {LAW}, kata Jumani.",
        f"Pasal 70 ayat (1) {LAW} melarangnya.",
        f"Pasal 71 {LAW} juga.",
        f"{LAW} itu dijalankan.",
    )
    of = article(*words)
    places = [Span(start, start + len(printed)) for printed in ("Pasal 70 ayat (1) " + LAW, "Pasal 71 " + LAW) for start in [of.text.index(printed)]]
    bare = [span(of, LAW), Span(of.text.rindex(LAW), of.text.rindex(LAW) + len(LAW))]
    one = findings(of, laws=((LAW, "uu-10-2016"),)).citations[0]
    cited = zip([bare[0], *places, bare[1]], [(), ("70(1)",), ("71",), ()], strict=True)
    found = replace(findings(of), citations=tuple(replace(one, span=where, articles=keys) for where, keys in cited))
    (row,) = build(found).law

    assert [(each.printed, [place.paragraph for place in each.references]) for each in row.mentions] == [
        (LAW, [1, 4]),
        ("Pasal 70 ayat (1) " + LAW, [2]),
        ("Pasal 71 " + LAW, [3]),
    ]


def test_an_institution_that_is_gone_is_told_once_with_its_places() -> None:
    gone = bodies()[0]
    of = article("Laporan disampaikan.", f"Laporan dikirim ke {gone.forms[0]}.")
    doubt = Problem(code="body-gone", arguments={"body": gone.forms[0], "since": gone.until.isoformat()}, span=span(of, gone.forms[0]))
    found = replace(findings(of), problems=(doubt,))
    (note,) = build(found, found).bodies

    assert note.text
    assert (note.text.id, note.source) == (gone.text_id, gone.basis.credit)
    assert [(place.article, place.paragraph) for place in note.references] == [(1, 2), (2, 2)]
