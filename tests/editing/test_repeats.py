"""What several articles print alike: one page for one story, and each quote once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from briefing.editing.build import make_pack
from briefing.editing.doubts import repeated
from briefing.editing.propose import propose
from briefing.settings import Settings
from tests.editing.making import JUMANI, article, findings

if TYPE_CHECKING:
    from briefing.editing.draft import Draft
    from briefing.model.finding import Findings
    from briefing.model.pack import Pack

LONG = "Aparatur sipil negara harus netral dan dilarang ikut berkampanye di media sosial"
SHORT = "Kami awasi bersama"
NEW = "Warga silakan melapor ke kantor camat terdekat setiap hari kerja"
OTHER = replace(JUMANI, id="s2", name="Siti Aminah", office="Ketua Bawaslu Kabupaten Pati", organisation="Bawaslu Kabupaten Pati")


def told(name: str, *quotes: str, by: str = "s1", outlet: str | None = None, copy_of: str | None = None) -> Findings:
    """Return an article in which somebody says each of these quotes in a paragraph of its own."""
    of = replace(article(*(f"“{words},” ujar dia." for words in quotes), name=name, published="2024-10-23"), outlet=outlet)
    made = findings(of, quotes=tuple(("direct", words, by) for words in quotes), speakers=(JUMANI, OTHER))
    return replace(made, copy_of=copy_of)


def drafted(*found: Findings) -> Draft:
    return propose(found, [each.article.source.name for each in found], Settings())[0]


def made(draft: Draft) -> Pack:
    return make_pack(draft, version="1", law_as_of=date(2026, 11, 25))


def quotes(pack: Pack) -> list[list[str]]:
    return [[quote.text.id for quote in each.quotes] for each in pack.articles]


def test_a_quote_is_printed_with_the_first_article_that_has_it() -> None:
    draft = drafted(told("a.txt", LONG), told("b.txt", LONG, NEW))
    pack = made(draft)

    assert quotes(pack) == [[LONG], [NEW]]
    assert [each.quotes_at for each in pack.articles] == [(), (1,)]
    assert [dict(problem.arguments) for problem in repeated(draft)] == [{"place": "b.txt ¶1", "other": "a.txt ¶1"}]


def test_the_longer_one_is_printed_wherever_it_stands() -> None:
    pack = made(drafted(told("a.txt", LONG, NEW), told("b.txt", f"Sekali lagi, {LONG}, ya")))

    assert quotes(pack) == [[NEW], [f"Sekali lagi, {LONG}, ya"]]
    assert [each.quotes_at for each in pack.articles] == [(2,), ()]


def test_a_few_words_of_two_people_are_two_quotes_and_many_are_one() -> None:
    assert quotes(made(drafted(told("a.txt", SHORT), told("b.txt", SHORT, by="s2")))) == [[SHORT], [SHORT]]
    assert quotes(made(drafted(told("a.txt", LONG), told("b.txt", LONG, by="s2")))) == [[LONG], []]
    assert quotes(made(drafted(told("a.txt", SHORT), told("b.txt", SHORT)))) == [[SHORT], []]


def test_without_the_first_article_the_second_prints_it() -> None:
    draft = drafted(told("a.txt", LONG), told("b.txt", LONG))
    first, second = draft.articles

    assert quotes(made(replace(draft, articles=(replace(first, keep=False), second)))) == [[LONG]]


def test_a_copy_has_no_page_and_its_paper_is_named() -> None:
    papers = (("b.txt", "Kabar Dua"), ("c.txt", "Kabar Dua"), ("d.txt", "Kabar Satu"), ("e.txt", None))
    draft = drafted(told("a.txt", LONG, outlet="Kabar Satu"), *(told(name, LONG, outlet=outlet, copy_of="a.txt") for name, outlet in papers))
    pack = made(draft)

    assert [each.source_name for each in pack.articles] == ["a.txt"]
    assert [(paper.outlet, paper.published) for paper in pack.articles[0].reprints] == [("Kabar Dua", "2024-10-23")]
    assert dict(pack.figures)["articles"] == 1
    assert list(repeated(draft)) == []


def test_a_copy_that_the_officer_keeps_has_a_page_and_is_no_reprint() -> None:
    draft = drafted(told("a.txt", LONG, outlet="Kabar Satu"), told("b.txt", LONG, NEW, outlet="Kabar Dua", copy_of="a.txt"))
    first, copy = draft.articles
    pack = made(replace(draft, articles=(first, replace(copy, keep=True))))

    assert quotes(pack) == [[LONG], [NEW]]
    assert [each.reprints for each in pack.articles] == [(), ()]


def test_copies_do_not_weigh_on_the_summary_page() -> None:
    alone = drafted(told("a.txt", LONG, NEW))
    among = drafted(told("b.txt", LONG, copy_of="a.txt"), told("a.txt", LONG, NEW))

    assert not any(passage.front for passage in among.articles[0].passages)
    assert [passage.front for passage in among.articles[1].passages] == [passage.front for passage in alone.articles[0].passages]
    assert (among.cover.title, among.cover.audience) == (alone.cover.title, alone.cover.audience)
