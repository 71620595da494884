"""What every kind of block needs while it is composed: the theme, the typesetter, the sections it lies in, and the sides it stands on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from briefing.model.document import Element
from briefing.rendering.pdf.boxes import Band, Column, Mark, Piece, Rule
from briefing.rendering.pdf.lines import Typesetter
from briefing.rendering.pdf.paragraphs import Setting, paragraph
from briefing.rendering.pdf.structure import Node
from briefing.rendering.pdf.theme import INDIGO, INK, Face, Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A column that blocks stand in: where it is in the frame, how far its text is indented, and the structure element it belongs to."""

    x: float
    width: float
    node: Node
    indent: float = 0

    def into(self, node: Node) -> Side:
        """Return the same column for content of another element."""
        return replace(self, node=node)


Sides = Sequence[Side]
Elements = Sequence[Element]


@dataclass(slots=True)
class Context:
    """The state of composing; `marks` are the sections around the block, outermost first, `cover` says that they are a cover."""

    theme: Theme
    typesetter: Typesetter
    marks: tuple[Mark, ...] = ()
    cover: bool = False
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
        setting = Setting(face=self.face(element.kind or default), width=side.width - side.indent, lang=element.lang, x=side.indent, align=align)
        return paragraph(element.runs, setting, node or side.node.add("P", element.lang), self.typesetter)

    def heading(self, element: Element, side: Side, face: Face, node: Node) -> list[Piece]:
        """Return the lines of a heading, in the size of drawings that heads have."""
        return paragraph(element.runs, Setting(face=face, width=side.width, lang=element.lang, head=True), node, self.typesetter)

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

    def strong(self, width: float, colour: str = INDIGO, thickness: float | None = None) -> Rule:
        """Return the line of sections and table heads."""
        return Rule(x=0, y=0, width=width, thickness=thickness or self.theme.rule, colour=colour)

    def hairline(self, width: float, y: float = 0) -> Rule:
        """Return the line between rows."""
        return Rule(x=0, y=y, width=width, thickness=self.theme.hairline, colour=INK)


def _begins_with_picture(element: Element) -> bool:
    return bool(element.runs and element.runs[0].picture)


def extent(sides: Sides) -> float:
    """Return the width from the left edge of the first side to the right edge of the last."""
    return sides[-1].x + sides[-1].width - sides[0].x


def shifted(column: Column, x: float) -> Column:
    """Return the column further right by `x`."""
    return replace(column, x=column.x + x)
