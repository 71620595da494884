"""A rest of a few lines does not stand alone on a page."""

from __future__ import annotations

from itertools import pairwise

import pytest

from briefing.model.document import Document
from briefing.rendering.parse import parse
from briefing.rendering.pdf.boxes import Band, Column, Piece, Rule
from briefing.rendering.pdf.compose import compose
from briefing.rendering.pdf.lines import Typesetter
from briefing.rendering.pdf.pages import Pagination, paginate
from briefing.rendering.pdf.theme import A4
from briefing.rendering.pdf.tighten import STEPS, most_saved, tightened

LINE = "<p>Kalimat contoh.</p>"


def paged(*sections: str) -> Pagination:
    content = "".join(
        f'<section class="page" id="s{at}" start="{start}">{blocks}</section>' for at, (start, blocks) in enumerate(map(split, sections))
    )
    document = parse(f'<document lang="id" title="Judul">{content}</document>', "contoh.xhtml")
    assert isinstance(document, Document)
    return paginate(compose(document, A4, Typesetter({}))[1], A4)


def split(section: str) -> tuple[str, str]:
    start, _, blocks = section.partition(":")
    return start, blocks


def lowest(pages: Pagination, number: int) -> float:
    return max(placed.y + placed.band.height for placed in pages.pages[number].placed)


@pytest.mark.parametrize("lines", [37, 39, 40])
def test_a_few_lines_too_many_are_set_tighter_and_saved(lines: int) -> None:
    assert len(paged(f"own:{LINE * lines}").pages) == 1


@pytest.mark.parametrize("lines", [48, 50, 90])
def test_what_cannot_be_saved_is_shared_between_the_pages_where_nothing_may_follow(lines: int) -> None:
    pages = paged(f"own:{LINE * lines}")
    assert len(pages.pages) > 1
    assert lowest(pages, -1) - A4.top >= A4.frame / 3 - 20


def test_a_section_of_its_own_stays_alone_and_another_runs_on_below_a_rest() -> None:
    alone = paged(f"own:{LINE * 48}", f"new:{LINE}")
    below = paged(f"new:{LINE * 48}", f"new:{LINE}")
    assert alone.spans["s1"] == (3, 3)
    assert below.spans["s1"] == (2, 2)


def test_a_section_that_runs_on_is_tightened_together_with_the_one_before() -> None:
    pages = paged(f"new:{LINE * 20}", f"run:{LINE * 20}", f"own:{LINE}")
    assert pages.spans["s1"] == (1, 1)


def test_lines_stand_closer_in_order_and_never_overlap() -> None:
    band = Band(columns=(Column(x=0, pieces=(Piece(height=13), Piece(height=13), Piece(height=5, drawings=(Rule(x=0, y=4, width=9),)))),), before=10)
    for step in STEPS:
        (tight,) = tightened([band], step)
        assert band.height - tight.height + band.before - tight.before <= most_saved([band], step)
        assert tight.height >= 0.95 * band.height
        (rule,) = tight.columns[0].pieces[-1].drawings
        assert isinstance(rule, Rule)
        assert rule.y == pytest.approx(4 * step.lines)
    assert all(one.space > two.space and one.lines > two.lines for one, two in pairwise(STEPS))
