"""Quotes: the words with a bar at their left, who says them, and where their English comes from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.rendering.pdf.boxes import Column, Piece, Rule, Text
from briefing.rendering.pdf.style import SOGAN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.model.document import Element
    from briefing.rendering.pdf.boxes import Band
    from briefing.rendering.pdf.context import Context, Elements, Side, Sides
    from briefing.rendering.pdf.structure import Node

INDENT = 13.0  # as the other lengths here, for the usual size of type
MOST_LINES = 12
LEAST_LINES = 3
ABOVE = {"who": 3.0, "tag": 2.0}
LONG = {"direct": "direct-long", "gist": "gist-long"}


def quotes(context: Context, elements: Elements, sides: Sides) -> Iterator[Band]:
    """Yield the band of a quote in one language or two; in the smaller step where either needs more than twelve lines."""
    faces = [element.kind or "direct" for element in elements]
    is_long = any(_line_count(context, element, side) > MOST_LINES for element, side in zip(elements, sides, strict=True))
    if is_long:
        faces = [LONG.get(face, face) for face in faces]
    nodes = [side.node.add("BlockQuote", element.lang, title=element.kind or "direct") for element, side in zip(elements, sides, strict=True)]
    columns = [
        Column(x=side.x, pieces=tuple(_pieces(context, element, side.into(node), face)))
        for element, side, face, node in zip(elements, sides, faces, nodes, strict=True)
    ]
    band = context.band(_barred(columns, elements, context), "quote", whole=True)
    too_high = band.height > context.theme.frame - 2 * INDENT
    if too_high or is_long:
        led = [_led(column, element, node) for column, element, node in zip(columns, elements, nodes, strict=True)]
        parted = replace(band, columns=_barred(led, elements, context), whole=False)
        band = parted if too_high else replace(band, parted=parted)
    yield band


def _line_count(context: Context, element: Element, side: Side) -> int:
    face = context.face(element.kind or "direct")
    width = min(side.width - INDENT * context.theme.scale, context.theme.longest * face.size)
    return sum(len(context.typesetter.lines(part.runs, face, width, part.lang)) for part in element.children if not part.kind)


def _pieces(context: Context, element: Element, side: Side, face: str) -> Iterator[Piece]:
    for number, part in enumerate(element.children):
        if number:
            yield Piece(height=ABOVE.get(part.kind, 6.5), glued=part.kind in ABOVE)
        lines = context.paragraph(part, side._replace(indent=INDENT * context.theme.scale), face)
        followed = number + 1 < len(element.children) and element.children[number + 1].kind in ABOVE
        yield from [*lines[:-1], lines[-1]._replace(glued=followed)] if lines else []


def _led(column: Column, element: Element, node: Node) -> Column:
    """Return a quote that may be divided with the line that says who speaks at its beginning too, there as an artifact."""
    speakers = [child for child, part in zip(node.children, element.children, strict=True) if part.kind == "who"]
    lines = [piece for piece in column.pieces if any(isinstance(drawing, Text) and drawing.node in speakers for drawing in piece.drawings)]
    leading = [
        piece._replace(
            glued=True, drawings=tuple(drawing._replace(node=None) if isinstance(drawing, Text) else drawing for drawing in piece.drawings)
        )
        for piece in lines
    ]
    return column._replace(pieces=(*leading, *([Piece(height=3, glued=True)] if leading else []), *_held(column.pieces)))


def _held(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the pieces with at least three lines at either side of a page's end."""
    last = max((number for number, piece in enumerate(pieces) if not piece.glued and number < len(pieces) - 1), default=0)
    for number, piece in enumerate(pieces):
        yield piece._replace(glued=True) if number < LEAST_LINES - 1 or number == last else piece


def _barred(columns: Sequence[Column], elements: Elements, context: Context) -> tuple[Column, ...]:
    return tuple(_with_bar(column, element, context) for column, element in zip(columns, elements, strict=True))


def _with_bar(column: Column, element: Element, context: Context) -> Column:
    width = context.theme.rule if element.kind == "indirect" else context.theme.bar
    bars = (piece._replace(drawings=(Rule(x=0, y=0, width=width, height=piece.height, colour=SOGAN), *piece.drawings)) for piece in column.pieces)
    return column._replace(pieces=tuple(bars))
