"""Titles and the heads of sections, in one language or two."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.rendering.pdf.boxes import Band, Column, Piece, below
from briefing.rendering.pdf.context import Context, Elements, Sides, extent
from briefing.rendering.pdf.style import INDIGO, SOGAN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.rendering.pdf.style import Face

# More letters than five lines hold in the smallest size.
MOST_TITLE_LETTERS = 500
MOST_TITLE_LINES = 5
BELOW_DISC = 10.0  # in large print, where the disc of the one language stands above that of the other
TAGS = {"h1": "H1", "h2": "H2", "h3": "H3"}


def titles(context: Context, elements: Elements, sides: Sides) -> Iterator[Band]:
    """Yield a title in one language or two, both on one step of size."""
    kind = elements[0].kind or "title"
    yield _headings(context, elements, sides, kind, _step(context, elements, sides))


def _step(context: Context, elements: Elements, sides: Sides) -> Face:
    """Return the largest size in which no language of a title needs more than five lines."""
    steps = context.theme.steps
    if elements[0].kind == "cover":
        steps = (context.face("cover"), *steps)
    if max(len(element.text) for element in elements) > MOST_TITLE_LETTERS:
        return steps[-1]
    for face in steps:
        lines = (context.typesetter.lines(e.runs, face, side.width, e.lang) for e, side in zip(elements, sides, strict=True))
        if all(len(found) <= MOST_TITLE_LINES for found in lines):
            return face
    return steps[-1]


def heads(context: Context, elements: Elements, sides: Sides) -> Iterator[Band]:
    """Yield a section head: a rule across, then the words."""
    sheet = elements[0].kind == "sheet"
    signs = {run.picture for run in elements[0].runs}
    rule = context.strong(extent(sides), SOGAN if sheet and "dont" in signs else INDIGO, 1.6 if sheet else None)
    band = _headings(context, elements, sides, "h2", context.face("sheet-head" if sheet else "h2"))
    among = [below(band.columns, BELOW_DISC if signs != {None} else 5.0)] if context.theme.stacked else band.columns
    columns = [
        column._replace(pieces=(Piece(height=4.0, drawings=() if number else (rule,), glued=True), *column.pieces, Piece(height=6.5)))
        for number, column in enumerate(among)
    ]
    yield replace(band, columns=tuple(columns))


def small_heads(context: Context, elements: Elements, sides: Sides) -> Iterator[Band]:
    """Yield a small head, without a rule."""
    yield _headings(context, elements, sides, "h3", context.face("h3"))


def _headings(context: Context, elements: Elements, sides: Sides, kind: str, face: Face) -> Band:
    """Return one heading of the document, said in each language in its own span; it stays whole unless no page can hold it."""
    heading = sides[0].node.add(TAGS[elements[0].tag])
    columns = []
    for element, side in zip(elements, sides, strict=True):
        node = heading.add("Span", element.lang)
        columns.append(Column(x=side.x, pieces=tuple(context.heading(element, side, face, node))))
    whole = max(column.height for column in columns) < context.theme.frame / 2
    if whole:
        columns = [column._replace(pieces=tuple(piece._replace(glued=True) for piece in column.pieces)) for column in columns]
    return context.band(columns, kind, keep=True, whole=whole)
