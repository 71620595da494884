"""The tokens keep what the house style promises, on every paper and in every form."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from briefing.rendering.pdf.style import MM
from briefing.rendering.pdf.theme import A4, theme

THEMES = [theme(paper, greyscale=grey, large_print=large) for paper, grey, large in product(("A4", "F4"), (False, True), (False, True))]  # type: ignore[arg-type]


def contrast(colour: str) -> float:
    """Return the contrast of a colour on white (WCAG 2.2, "contrast ratio" and "relative luminance")."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)


@pytest.mark.parametrize("build", THEMES)
def test_every_colour_stands_out_from_the_paper(build: Any) -> None:
    assert build.colours["paper"] == "#FFFFFF"
    assert all(contrast(colour) >= 6 for name, colour in build.colours.items() if name != "paper")
    if build.grey:
        assert all(len({colour[start : start + 2] for start in (1, 3, 5)}) == 1 for colour in build.colours.values())


@pytest.mark.parametrize("build", THEMES)
def test_nothing_is_smaller_than_the_form_allows_and_every_line_has_room(build: Any) -> None:
    for name, face in (*build.faces.items(), *(("title", step) for step in build.steps)):
        assert face.size >= (7.6 if not build.stacked else 16 if name in {"note", "tag", "mark"} else 18)
        assert face.leading >= face.size
    assert build.faces["text"].size == (18 if build.stacked else 9.6)


@pytest.mark.parametrize("build", THEMES)
def test_the_furniture_keeps_clear_of_the_edges_and_of_the_frame(build: Any) -> None:
    note, label = build.faces["note"], build.faces["label"]
    rule, first, second = build.foot
    assert second - note.size * 0.27 >= 10 * MM
    assert first - second >= note.leading * 0.95
    assert rule - first >= note.size * 0.7
    assert build.bottom >= rule + 2 * MM
    baseline, line = build.head
    assert baseline - label.size * 0.75 >= 10 * MM
    assert line + 2 * MM <= build.top
    assert min(build.side, build.cover, build.form) >= 10 * MM


@pytest.mark.parametrize("build", THEMES)
def test_the_columns_fill_the_measure(build: Any) -> None:
    assert build.measure == pytest.approx(174 * MM)
    assert (1 if build.stacked else 2) * build.column + build.gutter == pytest.approx(build.measure)
    assert build.main + 9 * MM + build.aside == pytest.approx(build.measure)


def test_one_language_has_larger_text_and_a_longest_line_and_large_print_is_as_it_is() -> None:
    single = A4.single()
    assert (single.faces["text"].size, single.faces["text"].leading) == (10.2, 14)
    assert single.longest * single.faces["text"].size < single.measure
    large = theme(large_print=True)
    assert large.single() is large
