"""Doubts about what is printed: candidates and parties in quotes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.editing.doubts import candidates, personal
from briefing.editing.propose import propose
from briefing.settings import Settings
from tests.editing.making import article, findings

if TYPE_CHECKING:
    from briefing.editing.draft import Draft

LEAD = "Pilkada Kudus diikuti calon bupati Rina Astuti dan Budi Santosa."
QUOTE = "ASN dilarang mendukung Rina atau kader Golkar dalam kampanye"


def draft() -> Draft:
    told = article(LEAD, f"“{QUOTE},” ujar Jumani.")
    return propose([findings(told, quotes=(("direct", QUOTE, "s1"),))], ["a.txt"], Settings())[0]


def places(of: Draft) -> list[tuple[str | int, str | int]]:
    return [(problem.arguments["place"], problem.arguments["names"]) for problem in candidates(of)]


def test_a_candidate_known_from_elsewhere_in_the_article_is_told() -> None:
    assert places(draft()) == [("a.txt ¶2", "Rina, kader Golkar"), ("a.txt ¶1", "Rina Astuti, Budi Santosa")]


def test_only_what_is_printed_is_told() -> None:
    whole = draft()
    (passage,) = whole.articles[0].passages[:1]
    of = replace(whole, articles=(replace(whole.articles[0], passages=(passage,)),))
    dropped = replace(of, articles=(replace(of.articles[0], passages=(replace(passage, keep=False),)),))
    silent = replace(of, people=tuple(replace(person, keep=False) for person in of.people))
    start = passage.span.start
    shortened = replace(passage, pieces=(replace(passage.span, end=start + len("ASN dilarang mendukung")),))

    assert places(dropped) == places(silent) == []
    assert places(replace(of, articles=(replace(of.articles[0], passages=(shortened,)),))) == []
    assert places(replace(of, articles=(replace(of.articles[0], keep=False),))) == []


def test_personal_numbers_are_told_with_their_paragraphs() -> None:
    told = article("Hubungi 0812-3456-7890.", "Tidak ada.", "NIK 1571012345678901 tercatat.")

    assert [problem.arguments["place"] for problem in personal([findings(told), findings(article("Tidak ada."))])] == ["a.txt ¶1 ¶3"]
