"""What layout works with: things to draw, pieces that no page divides, columns of pieces, and bands of columns."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import dropwhile
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing.model.document import Picture
    from briefing.rendering.pdf.lines import Line
    from briefing.rendering.pdf.structure import Node


class Text(NamedTuple):
    """A line of text; `y` is its baseline. Without a node it is an artifact."""

    x: float
    y: float
    line: Line
    node: Node | None


class Rule(NamedTuple):
    """A horizontal line from `x` on, or with a `height` a filled bar downwards from `y`."""

    x: float
    y: float
    width: float
    thickness: float = 0.5
    colour: str = "ink"
    height: float = 0


class Frame(NamedTuple):
    """A rectangle of lines; `y` is its upper edge."""

    x: float
    y: float
    width: float
    height: float
    thickness: float
    colour: str


class Target(NamedTuple):
    """An area that leads somewhere: the whole line of a list of contents."""

    x: float
    y: float
    width: float
    height: float
    link: str
    node: Node


class Photo(NamedTuple):
    """A picture from a file; `y` is its upper edge. Without a node it is an artifact."""

    x: float
    y: float
    width: float
    height: float
    picture: Picture
    node: Node | None


Drawing = Text | Rule | Frame | Target | Photo


def moved(drawings: Iterable[Drawing], x: float, y: float) -> tuple[Drawing, ...]:
    """Return the drawings further right by `x` and further down by `y`."""
    return tuple(drawing._replace(x=drawing.x + x, y=drawing.y + y) for drawing in drawings)


class Piece(NamedTuple):
    """A slice of a column, as high as it says, positions measured from its upper left; `glued` to the one that follows."""

    height: float
    drawings: tuple[Drawing, ...] = ()
    glued: bool = False


class Column(NamedTuple):
    """Pieces one below the other, `x` from the left edge of the frame."""

    x: float
    pieces: tuple[Piece, ...]

    @property
    def height(self) -> float:
        """The sum of the heights."""
        return sum([piece.height for piece in self.pieces])

    def split(self, height: float, *, loose: bool = False) -> tuple[Column, Column]:
        """Return what fits into `height`, and the rest, without the space at its beginning; `loose` parts what is glued."""
        used, count = 0.0, 0
        for number, piece in enumerate(self.pieces, 1):
            used += piece.height
            if used > height + 0.01:
                break
            if loose or not piece.glued:
                count = number
        rest = tuple(dropwhile(lambda piece: not piece.drawings, self.pieces[count:]))
        return self._replace(pieces=self.pieces[:count]), self._replace(pieces=rest)


def below(columns: Sequence[Column], gap: float) -> Column:
    """Return columns as one, each that holds something `gap` below the one before."""
    first, *others = (column for column in columns if column.pieces) if any(column.pieces for column in columns) else columns
    return first._replace(pieces=(*first.pieces, *(piece for column in others for piece in (Piece(height=gap, glued=True), *column.pieces))))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Mark:
    """A section of the document, for page numbers, the outline and the kicker of continued pages."""

    name: str
    bookmark: str
    level: int
    kicker: Band | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Band:
    """What stands side by side across the frame.

    `before` is the space above, and `above` a line in it; both are dropped at the top of a page. `keep` holds it to the next band,
    `whole` forbids dividing it. `head` is repeated where the band begins a page. `marks` are the sections it lies in, outermost first.
    `breaks` is "new", "run" or "own" where a top-level section begins; `spring` the height of all that stands at the foot of the page.
    `parted` is how it is set where it must be divided after all, None where it must not. A `cover` has neither head nor foot on its page,
    a `form` stands itself in place of the head.
    """

    columns: tuple[Column, ...]
    before: float = 0
    above: tuple[Drawing, ...] = ()
    keep: bool = False
    whole: bool = False
    head: tuple[Band, ...] = ()
    marks: tuple[Mark, ...] = ()
    breaks: str = ""
    spring: float = 0
    cover: bool = False
    form: bool = False
    parted: Band | None = None
    height: float = field(init=False)
    """That of the highest column."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "height", max((column.height for column in self.columns), default=0))

    @property
    def least(self) -> float:
        """The height that must be left for a part of it to stand here."""
        if self.whole:
            return self.height
        return max((_first(column) for column in self.columns if column.pieces), default=0)

    def pieces(self) -> Iterator[tuple[float, float, tuple[Drawing, ...]]]:
        """Yield what each piece draws, and where the piece is, measured from the band's upper left."""
        for column in self.columns:
            y = 0.0
            for piece in column.pieces:
                if piece.drawings:
                    yield column.x, y, piece.drawings
                y += piece.height

    def drawings(self) -> tuple[Drawing, ...]:
        """Return everything in the band, measured from its upper left."""
        return tuple(drawing for x, y, drawings in self.pieces() for drawing in moved(drawings, x, y))

    def split(self, height: float, *, loose: bool = False) -> tuple[Band, Band] | None:
        """Return the parts above and below a page's end, None where a column would have nothing above it; `loose` parts what is glued."""
        parts = [column.split(height, loose=loose) for column in self.columns]
        if any(column.pieces and not upper.pieces for column, (upper, _) in zip(self.columns, parts, strict=True)):
            return None
        upper = replace(self, columns=tuple(part for part, _ in parts), keep=False)
        return upper, replace(self, columns=tuple(part for _, part in parts), before=0, above=(), breaks="")


def _first(column: Column) -> float:
    height = 0.0
    for piece in column.pieces:
        height += piece.height
        if not piece.glued:
            break
    return height
