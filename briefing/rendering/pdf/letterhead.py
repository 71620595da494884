"""The letterhead of the office: logo at the left, centred words, and the double rule below."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.rendering.pdf.boxes import Band, Column, Drawing, Photo, Piece, moved
from briefing.rendering.pdf.style import INK, MM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.document import Element
    from briefing.rendering.pdf.context import Context, Side

BESIDE_LOGO = 5 * MM  # between the words and what stands beside them
MARK = 26 * MM  # the width of the draft mark, which stands at the upper right of a form
BELOW_MARK = 10.5 * MM  # in large print, where the mark is too wide to stand beside the words
SMALLER = 15 / 25  # the height of a logo on a form to that on the cover
# The words stay in the middle of the page as long as this much is left for them between the logo and its mirror image.
ROOM = 100 * MM
THICK, THIN, BETWEEN = 2.2, 0.6, 2.3
ABOVE_RULES = 6.0
MOST_LETTERS = 45  # of a name in its full size: more are set smaller, so that they take two lines or three


def letterhead(context: Context, section: Element, side: Side) -> Band:
    """Return the head of an official letter: paragraphs centred beside the logo, if there is one, over a thick and a thin line.

    Anywhere but on the cover it is smaller, and stands in place of the head of its page.
    """
    context.form = not context.cover
    node = side.node.add("Div")
    logos = [piece for part in section.children if _is_logo(context, part) for piece in context.paragraph(part, side.into(node), "cell")]
    if context.form:
        logos = [_smaller(piece) for piece in logos]
    logo = next((drawing for piece in logos for drawing in piece.drawings if isinstance(drawing, Photo)), None)
    marked = context.form and context.draft
    inner = _beside(side, logo.width if logo else 0.0, MARK if marked and not context.theme.stacked else 0.0)
    pieces: list[Piece] = []
    for part in section.children:
        if not _is_logo(context, part):
            face = "head-long" if part.kind == "head" and len(part.text) > MOST_LETTERS else part.kind or "cell"
            pieces += context.paragraph(replace(part, kind=f"form-{face}" if context.form else face), inner.into(node), "cell", align="center")
    height = max(sum(piece.height for piece in pieces), logo.height if logo else 0.0)
    drawings = (*_middle(logos, height, side.x), *_middle(pieces, height, inner.x))
    lower = BELOW_MARK if marked and context.theme.stacked else 0.0
    block = Piece(height=lower + height, drawings=moved(drawings, -side.x, lower))
    return context.band([Column(x=side.x, pieces=(block, _rules(context, side)))], "letterhead", whole=True, form=context.form)


def _smaller(piece: Piece) -> Piece:
    """Return a logo in the height that it has on a form."""
    drawings = tuple(
        drawing._replace(width=drawing.width * SMALLER, height=drawing.height * SMALLER) for drawing in piece.drawings if isinstance(drawing, Photo)
    )
    return piece._replace(height=piece.height * SMALLER, drawings=drawings)


def _is_logo(context: Context, part: Element) -> bool:
    return any(run.picture in context.pictures for run in part.runs)


def _beside(side: Side, logo: float, mark: float) -> Side:
    """Return where the words stand: in the middle of the page, or of what logo and mark leave where that would be too narrow."""
    left, right = (taken + BESIDE_LOGO if taken else 0.0 for taken in (logo, mark))
    if side.width - 2 * max(left, right) >= ROOM:
        left = right = max(left, right)
    return side._replace(x=side.x + left, width=side.width - left - right)


def _middle(pieces: Sequence[Piece], height: float, x: float) -> tuple[Drawing, ...]:
    """Return what pieces draw, in the middle of a height."""
    column = Column(x=x, pieces=tuple(pieces))
    return moved(Band(columns=(column,)).drawings(), 0, (height - column.height) / 2)


def _rules(context: Context, side: Side) -> Piece:
    thick, thin = context.strong(side.width, INK, THICK), context.strong(side.width, INK, THIN)
    first = ABOVE_RULES + THICK / 2
    second = first + (THICK + THIN) / 2 + BETWEEN
    return Piece(height=second + THIN + 1, drawings=(thick._replace(y=first), thin._replace(y=second)))
