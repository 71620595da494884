"""Setting a section tighter, so that a rest of a few lines does not stand alone on a page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from briefing.rendering.pdf.boxes import Band, Column, Drawing, Photo, Piece, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

ROW_TAKEN: Final = 0.6
"""How much of the space below its cells a row loses, in points."""

SPARE: Final = 100.0
"""What stands again at the top of a page, and what the ends of pages may lie apart, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tightness:
    """By what the space above blocks, and the height of lines, are multiplied."""

    space: float
    lines: float


STEPS: Final = (Tightness(space=0.75, lines=1.0), Tightness(space=0.65, lines=0.975), Tightness(space=0.55, lines=0.95))
"""The first that saves a page is used; the last still leaves 9.6 pt of type 12.3 pt of line."""


def tightened(bands: Sequence[Band], step: Tightness) -> list[Band]:
    """Return bands with less space above them, a little less below their cells, and lines that stand closer."""
    return [_tightened(band, step) for band in bands]


def most_saved(bands: Sequence[Band], step: Tightness) -> float:
    """Return how many points bands lose at most, one below the other; more is lost only where a page then ends at a better place."""
    height, space = sum(band.height for band in bands), sum(band.before for band in bands)
    return height * (1 - step.lines) + space * (1 - step.space) + ROW_TAKEN * len(bands) + SPARE


def _tightened(band: Band, step: Tightness) -> Band:
    columns = band.columns
    if all(column.pieces and not column.pieces[-1].drawings for column in columns):
        columns = tuple(column._replace(pieces=(*column.pieces[:-1], _lower(column.pieces[-1]))) for column in columns)
    if step.lines < 1:
        columns = tuple(_closer(column, step.lines) for column in columns)
    parted = _tightened(band.parted, step) if band.parted else None
    return replace(band, columns=columns, before=band.before * step.space, parted=parted)


def _lower(piece: Piece) -> Piece:
    return piece._replace(height=max(piece.height - ROW_TAKEN, 0))


def _closer(column: Column, share: float) -> Column:
    """Return a column with all heights multiplied; pictures from files keep theirs."""
    pieces = (
        piece
        if Photo in map(type, piece.drawings)
        else Piece(height=piece.height * share, drawings=tuple([_raised(drawing, share) for drawing in piece.drawings]), glued=piece.glued)
        for piece in column.pieces
    )
    return column._replace(pieces=tuple(pieces))


def _raised(drawing: Drawing, share: float) -> Drawing:
    if isinstance(drawing, Text):
        return Text(x=drawing.x, y=drawing.y * share, line=drawing.line, node=drawing.node)
    return drawing if isinstance(drawing, Photo) else drawing._replace(y=drawing.y * share, height=drawing.height * share)
