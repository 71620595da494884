"""What the two PDF libraries give alike: the glyphs of each page with their places, turned as the page is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

Matrix: TypeAlias = tuple[float, float, float, float, float, float]

MOST_GLYPHS: Final = 200_000
"""No page with more glyphs is read; a dense newspaper page has some 20,000."""

UNMOVED: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class TooMuchError(Exception):
    """A file has more pages, or a page more glyphs or operators, than any page of text."""


class Glyph(NamedTuple):
    """A glyph: its characters, where it begins and ends, its baseline and its size, in points from the lower left corner of the page.

    A page has thousands; a tuple is made three times as fast as a frozen dataclass.
    """

    words: str
    start: float
    end: float
    base: float
    size: float


@dataclass(frozen=True, slots=True, kw_only=True)
class GlyphPage:
    """The glyphs of a page in the order of the file, its width and height in points as it is shown, and whether nothing is drawn on it."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    is_blank: bool


def times(one: Sequence[float], other: Sequence[float]) -> Matrix:
    """Return the matrix that does `one` and then `other` (ISO 32000-2, 8.3.4)."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def turned(box: Sequence[float], degrees: int) -> tuple[Matrix, float, float]:
    """Return the matrix that brings the corner of a page to 0, 0 and turns it clockwise as it is shown, and its width and height then."""
    left, bottom, right, top = box
    width, height = right - left, top - bottom
    turns: dict[int, Matrix] = {
        90: (0.0, -1.0, 1.0, 0.0, -bottom, right),
        180: (-1.0, 0.0, 0.0, -1.0, right, top),
        270: (0.0, 1.0, -1.0, 0.0, top, -left),
    }
    matrix = turns.get(degrees % 360, (1.0, 0.0, 0.0, 1.0, -left, -bottom))
    return (matrix, height, width) if degrees % 180 else (matrix, width, height)


def is_upright(matrix: Matrix) -> bool:
    """Return whether text under a matrix runs from left to right: neither turned, as a watermark, nor mirrored."""
    return matrix[0] > 0 and abs(matrix[1]) < 0.1 * matrix[0]
