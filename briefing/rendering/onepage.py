"""How much of what has changed in law fits on the one-page summary, below the figures and the points, and whether larger type does."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.lexicon.phrases import Phrase

MOST_PLACES: Final = 10
"""How many places of a point are told there; the digest tells all."""

# In points, from the house style on A4, which is the shorter page: the frame without title, figures, the two heads and the notes below them.
_ROOM: Final = 500.0
_POINT, _CELL, _NOTE = 13.5, 11.3, 9.8  # lines of a statement in short, of a sentence, of its places
_ROW: Final = 12.0  # above and below each point, and each change
# Characters of an average line: of a statement, of a sentence, of places beside the squares of the articles (in large type
# too), of a change.
_POINT_LINE, _CELL_LINE, _PLACES_LINE, _PLACES_LARGE, _CHANGE_LINE = 35, 46, 28, 24, 33


def height_of(text: str, places: int, *, short: bool, large: bool = False) -> float:
    """Return how high a point is that says `text` in the longer of two languages, with `places` characters of references, in points.

    With `large`, the references are in the type of cells, not of notes.
    """
    words = ceil(len(text) / _POINT_LINE) * _POINT if short else ceil(len(text) / _CELL_LINE) * _CELL + _NOTE
    line, characters = (_CELL, _PLACES_LARGE) if large else (_NOTE, _PLACES_LINE)
    return words + ceil(places / characters) * line + _ROW


def fitting(changes: Sequence[Phrase], points: float) -> int:
    """Return how many changes fit below points of this height, one of them at least."""
    room, count = _ROOM - points, 0
    for change in changes:
        room -= _change(change)
        if room < 0:
            break
        count += 1
    return max(count, 1)


def is_roomy(changes: Sequence[Phrase], points: float) -> bool:
    """Return whether all changes fit below points of this height."""
    return points + sum(map(_change, changes)) <= _ROOM


def _change(change: Phrase) -> float:
    return ceil(max(map(len, change)) / _CHANGE_LINE) * _CELL + _ROW
