"""What stands in a frame: the draft mark of the cover, and the empty square for an electronic signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.rendering.pdf.boxes import Band, Column, Drawing, Frame, Piece, moved
from briefing.rendering.pdf.style import INK, MM, SOGAN

if TYPE_CHECKING:
    from briefing.model.document import Element
    from briefing.rendering.pdf.context import Context, Elements, Side, Sides

DRAFT_WIDTH, DRAFT_HEIGHT = 74 * MM, 25 * MM  # as they grow with the type in large print
BOX = 30 * MM


def draft(context: Context, section: Element, side: Side) -> Band:
    """Return the box of a draft: a double frame, at the right of its side."""
    width, height = (length * context.theme.scale for length in (DRAFT_WIDTH, DRAFT_HEIGHT))
    width = min(width, side.width)
    inner = side._replace(x=0, width=width, node=side.node.add("Div"))
    pieces = [piece for part in section.children for piece in context.paragraph(part, inner, "draft-line", align="center")]
    frames: list[Drawing] = [
        Frame(x=0, y=0, width=width, height=height, thickness=2.2, colour=SOGAN),
        Frame(x=3.3, y=3.3, width=width - 6.6, height=height - 6.6, thickness=0.6, colour=SOGAN),
    ]
    words = Band(columns=(Column(x=0, pieces=tuple(pieces)),))
    frames += moved(words.drawings(), 0, (height - words.height) / 2)
    framed = Piece(height=height, drawings=moved(frames, side.width - width, 0))
    return context.band([Column(x=side.x, pieces=(framed,))], "section", whole=True)


def box(context: Context, elements: Elements, sides: Sides) -> Band:
    """Return an empty square for an electronic signature, its words below it."""
    frame = Frame(x=0, y=0, width=BOX, height=BOX, thickness=0.6, colour=INK)
    columns = []
    for element, side in zip(elements, sides, strict=True):
        inner = side.into(side.node.add("Div", element.lang))
        words = [piece for part in element.children for piece in context.paragraph(part, inner, "note")]
        columns.append(Column(x=side.x, pieces=(Piece(height=BOX + 3, drawings=(frame,), glued=True), *words)))
    return context.band(columns, "section", whole=True)
