"""What every kind of block needs while it is composed: the theme, the typesetter, the sections it lies in, and the sides it stands on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from briefing.model.document import Element, Picture, Run
from briefing.rendering.pdf.boxes import Band, Column, Mark, Photo, Piece, Rule
from briefing.rendering.pdf.lines import Typesetter
from briefing.rendering.pdf.paragraphs import Setting, paragraph
from briefing.rendering.pdf.style import INDIGO, INK, Face
from briefing.rendering.pdf.theme import Theme

if TYPE_CHECKING:
    from briefing.rendering.pdf.structure import Node


class Side(NamedTuple):
    """A column that blocks stand in: where it is in the frame, how far its text is indented, and the structure element it belongs to."""

    x: float
    width: float
    node: Node
    indent: float = 0

    def into(self, node: Node) -> Side:
        """Return the same column for content of another element."""
        return self._replace(node=node)


Sides = Sequence[Side]
Elements = Sequence[Element]


@dataclass(slots=True)
class Context:
    """The state of composing; `pictures` are those of the document, `marks` the sections around the block, outermost first.

    `draft` says that pages bear the draft mark, `cover` that these sections are a cover, `form` that a letterhead stands in place of the
    head of the page; `previous` is the kind of the block above.
    """

    theme: Theme
    typesetter: Typesetter
    pictures: Mapping[str, Picture]
    draft: bool = False
    marks: tuple[Mark, ...] = ()
    cover: bool = False
    form: bool = False
    previous: str = field(default="")

    def band(self, columns: Sequence[Column], kind: str, **details: object) -> Band:
        """Return a band of the sections that are open, with the space that stands before its kind here."""
        before = self.gap(kind)
        self.previous = kind
        given = {"before": before, "marks": self.marks, "cover": self.cover, **details}
        return Band(columns=tuple(columns), **given)  # type: ignore[arg-type]  # the details are fields of Band

    def gap(self, kind: str) -> float:
        """Return the space above a block of this kind: none below a heading, little below a title."""
        if self.previous in {"", "h2", "h3"}:
            return 0
        if (self.previous, kind) in self.theme.after:
            return self.theme.after[self.previous, kind]
        spaces = self.theme.cover_before if self.cover else self.theme.before
        return spaces.get(kind, spaces["text"])

    def paragraph(self, element: Element, side: Side, default: str, *, align: str = "left", node: Node | None = None) -> list[Piece]:
        """Return a paragraph's lines in the face of its class, else in `default`; positions from the side's left edge."""
        face = self.face(element.kind or default)
        width = side.width - side.indent
        if align == "left" and not face.balance:
            width = min(width, self.theme.longest * face.size)
        node = node or side.node.add("P", element.lang, title=role(element))
        if any(run.picture in self.pictures for run in element.runs):
            return [self.photo(element.runs[0], side, node)]
        setting = Setting(face=face, width=width, lang=element.lang, x=side.indent, align=align, scale=self.theme.scale)
        return paragraph(element.runs, setting, node, self.typesetter)

    def photo(self, run: Run, side: Side, node: Node) -> Piece:
        """Return a picture of the document, at the left of its side and no wider."""
        picture = self.pictures[run.picture or ""]
        shrunk = min(1.0, side.width / picture.width)
        width, height = picture.width * shrunk, picture.height * shrunk
        figure = node.add("Figure", alt=run.alt) if run.alt else None
        return Piece(height=height, drawings=(Photo(x=side.indent, y=0, width=width, height=height, picture=picture, node=figure),))

    def heading(self, element: Element, side: Side, face: Face, node: Node) -> list[Piece]:
        """Return the lines of a heading, in the size of drawings that heads have."""
        return paragraph(
            element.runs, Setting(face=face, width=side.width, lang=element.lang, head=True, scale=self.theme.scale), node, self.typesetter
        )

    def face(self, name: str) -> Face:
        """Return a type token by its name."""
        return self.theme.faces[name]

    def paragraphs(self, elements: Elements, side: Side, default: str, *, align: str = "left") -> list[Piece]:
        """Return the paragraphs of a cell or an item, one below the other."""
        pieces: list[Piece] = []
        for element in elements:
            if pieces:
                pieces.append(Piece(height=2.5 if element.kind == "tag" else 4 if _begins_with_picture(element) else 0.6, glued=True))
            pieces += self.paragraph(element, side, default, align=align)
        return pieces

    def columns(self, elements: Elements, side: Side, default: str, *, align: str = "left") -> list[Column]:
        """Return the paragraphs of a cell or an item as a column; where lines would be too long, its notes as another at the right."""
        notes = [element for element in elements if element.kind == "note"]
        if not notes or side.width < self.face(elements[0].kind or default).size * self.theme.longest + self.theme.gutter + self.theme.aside:
            return [Column(x=side.x, pieces=tuple(self.paragraphs(elements, side, default, align=align)))]
        right = side._replace(x=side.x + side.width - self.theme.aside, width=self.theme.aside)
        words = [element for element in elements if element.kind != "note"]
        return [Column(x=place.x, pieces=tuple(self.paragraphs(found, place, default))) for found, place in ((words, side), (notes, right))]

    def strong(self, width: float, colour: str = INDIGO, thickness: float | None = None) -> Rule:
        """Return the line of sections and table heads."""
        return Rule(x=0, y=0, width=width, thickness=thickness or self.theme.rule, colour=colour)

    def hairline(self, width: float, y: float = 0) -> Rule:
        """Return the line between rows."""
        return Rule(x=0, y=y, width=width, thickness=self.theme.hairline, colour=INK)


def role(element: Element) -> str:
    """Return what a paragraph is for: the line that says who speaks, or the origin of English that a tag tells; "" for text."""
    if element.kind == "tag":
        return next((run.picture for run in element.runs if run.picture), "")
    return "who" if element.kind == "who" else ""


def _begins_with_picture(element: Element) -> bool:
    return bool(element.runs and element.runs[0].picture)


def extent(sides: Sides) -> float:
    """Return the width from the left edge of the first side to the right edge of the last."""
    return sides[-1].x + sides[-1].width - sides[0].x


def shifted(column: Column, x: float) -> Column:
    """Return the column further right by `x`."""
    return column._replace(x=column.x + x)
