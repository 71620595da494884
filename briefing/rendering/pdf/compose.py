"""From a Document to the bands of its pages, and the logical tree beside them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.model.document import Element, Run
from briefing.rendering.pdf.boxes import Band, Column, Drawing, Frame, Mark, Piece, Text, moved
from briefing.rendering.pdf.context import Context, Elements, Side, Sides, extent, shifted
from briefing.rendering.pdf.letterhead import letterhead
from briefing.rendering.pdf.lists import lists
from briefing.rendering.pdf.quotes import quotes
from briefing.rendering.pdf.structure import Node
from briefing.rendering.pdf.style import INDIGO, INK, MM, SOGAN
from briefing.rendering.pdf.tables import tables
from briefing.rendering.pdf.unfold import unfolded
from briefing.rendering.vocabulary import TEXT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from briefing.model.document import Document
    from briefing.rendering.pdf.lines import Typesetter
    from briefing.rendering.pdf.style import Face
    from briefing.rendering.pdf.theme import Theme

# More letters than five lines hold in the smallest size.
MOST_TITLE_LETTERS = 500
MOST_TITLE_LINES = 5
DRAFT_WIDTH, DRAFT_HEIGHT = 74 * MM, 25 * MM  # as they grow with the type in large print
BOX = 30 * MM
GAPS = {"h1": 9.0, "p": 4.0}  # between two languages, one below the other
LABELLED = {"table", "ul", "ol", "blockquote"}
HEADINGS = {"h1": "H1", "h2": "H2", "h3": "H3"}


def compose(document: Document, theme: Theme, typesetter: Typesetter) -> tuple[Node, list[Band]]:
    """Return the root of the logical tree, and the bands in order, each top-level section beginning with one that breaks the page."""
    root = Node("Document", "id")
    composer = _Composer(Context(theme, typesetter, document.pictures), [document.furniture.get(name, "") for name in ("label", "label-en")])
    bands: list[Band] = []
    for section in document.sections:
        found = list(composer.top_level(section, root))
        if found:
            found[0] = replace(found[0], breaks="run" if section.attributes.get("start") == "run" else "new")
        bands += found
    return root, bands


class _Composer:
    def __init__(self, context: Context, labels: Sequence[str]) -> None:
        self.context = context
        self.labels = labels
        self.kinds: Mapping[str, Callable[[Elements, Sides], Iterable[Band]]] = {
            "section": self.sections,
            "table": lambda elements, sides: tables(self.context, [self.fitting(e, s) for e, s in zip(elements, sides, strict=True)], sides),
            "ul": lambda elements, sides: lists(self.context, elements, sides),
            "ol": lambda elements, sides: lists(self.context, elements, sides),
            "blockquote": lambda elements, sides: quotes(self.context, elements, sides),
            "h1": self.titles,
            "h2": self.heads,
            "h3": self.small_heads,
            "p": self.texts,
        }

    def top_level(self, section: Element, root: Node) -> Iterator[Band]:
        context = self.context
        context.cover, context.previous = section.kind == "cover", ""
        side = Side(x=0, width=context.theme.measure, node=root.add("Sect"))
        yield from self.within(section, side)

    def within(self, section: Element, side: Side) -> Iterator[Band]:
        """Yield the blocks of a section that stands in one column or takes the whole width."""
        around = self.context.marks
        self.context.marks = (*around, *self.mark(section))
        yield from self.flow(section.children, side)
        self.context.marks = around

    def mark(self, section: Element) -> Iterator[Mark]:
        attributes = section.attributes
        if not self.context.marks or attributes.keys() & {"id", "bookmark", "continued"}:
            level = sum(1 for mark in self.context.marks if mark.bookmark)
            yield Mark(name=attributes.get("id", ""), bookmark=attributes.get("bookmark", ""), level=level, kicker=self.kicker(section))

    def kicker(self, section: Element) -> Band | None:
        """Return what stands at the top of each page that the section continues on."""
        words = [section.attributes.get(name, "") for name in ("continued", "continued-en")]
        if not any(words):
            return None
        columns = []
        for side, text in zip(self.halves(Side(x=0, width=self.context.theme.measure, node=Node("P"))), words, strict=True):
            pieces = self.context.paragraph(Element(tag="p", line=section.line, lang="id", runs=(Run(text=text),)), side, "kicker")
            columns.append(Column(x=side.x, pieces=tuple(pieces)))
        if self.context.theme.stacked:
            columns = [_below(columns, 0)]
        return Band(columns=tuple(replace(column, pieces=(*column.pieces, Piece(height=6.5))) for column in columns))

    def halves(self, side: Side, *, wide: bool = False) -> tuple[Side, Side]:
        theme = self.context.theme
        if theme.stacked:
            return side, side
        left = theme.main if wide else (side.width - theme.gutter) / 2
        right = replace(side, x=side.x + left + theme.gutter, width=side.width - left - theme.gutter)
        return replace(side, width=left), right

    def flow(self, elements: Elements, side: Side) -> Iterator[Band]:
        broken = False
        for element in elements:
            if element.tag == "pagebreak":
                broken = True
                continue
            found = self.pair(element, side) if element.tag == "pair" else self.blocks((element,), (side,))
            for band in found:
                yield replace(band, breaks="new") if broken else band
                broken = False

    def pair(self, pair: Element, side: Side) -> Iterable[Band]:
        """Return the bands of two languages side by side; in large print one below the other, heads and lines of text as one block."""
        sides = self.halves(side, wide=pair.kind == "wide")
        if not self.context.theme.stacked:
            return self.blocks(pair.children, sides)
        if all(element.tag in TEXT for element in pair.children):
            return (replace(band, columns=(_below(band.columns, GAPS.get(pair.children[0].tag, 2.0)),)) for band in self.blocks(pair.children, sides))
        return self.stacked(pair.children, side)

    def stacked(self, elements: Elements, side: Side) -> Iterator[Band]:
        """Yield blocks one below the other, a table, a list or a quote under the name of its language."""
        for element in elements:
            label = self.labels[element.lang == "en"] if element.tag in LABELLED and not self.context.cover else ""
            bands = iter(self.blocks((element,), (side,)))
            first = next(bands, None) if any(part.runs or part.kind == "line" for part in element.walk()) else None
            if first and label:
                words = Element(tag="p", line=element.line, lang=element.lang, runs=(Run(text=label),))
                pieces = self.context.paragraph(words, replace(side, node=Node("P")), "label")
                yield replace(first, columns=(Column(x=side.x, pieces=tuple(map(_silent, pieces))),), head=(), above=(), keep=True, whole=True)
                first = replace(first, before=0)
            if first:
                yield first
                yield from bands

    def fitting(self, table: Element, side: Side) -> Element:
        """Return a table as large print can set it: with its rows one below the other where its columns would be too narrow."""
        return unfolded(table, side.width, self.context.theme.scale) if self.context.theme.stacked else table

    def blocks(self, elements: Elements, sides: Sides) -> Iterable[Band]:
        """Return the bands of one block, or of two side by side: row by row where they are built alike."""
        first = elements[0]
        alike = all(element.tag == first.tag for element in elements)
        if alike and first.tag in {"section", "table", "ul", "ol"}:
            alike = len({(len(element.children), element.kind) for element in elements}) == 1
        if alike:
            return self.kinds[first.tag](elements, sides)
        return self.beside(elements, sides)

    def beside(self, elements: Elements, sides: Sides) -> Iterator[Band]:
        """Yield one band of blocks that are not built alike; each side runs on by itself."""
        kind = next((_kind(element) for element in elements if element.children or element.runs), "text")
        columns = [Column(x=side.x, pieces=tuple(self.stack(element, side))) for element, side in zip(elements, sides, strict=True)]
        whole = max(column.height for column in columns) < self.context.theme.frame / 2
        yield self.context.band(columns, kind, whole=whole, keep=kind == "title")

    def stack(self, element: Element, side: Side) -> Iterator[Piece]:
        """Yield a block as the pieces of one column, measured from the side's left edge."""
        context = self.context
        around, cover = context.previous, context.cover
        context.previous, context.cover = "", False
        for number, band in enumerate(self.blocks((element,), (side,))):
            if number and (band.before or band.above):
                yield Piece(height=band.before, drawings=moved(band.above, 0, band.before), glued=band.whole)
            if len(band.columns) == 1:
                pieces = shifted(band.columns[0], -side.x).pieces
                last = len(pieces) - 1
                yield from (replace(piece, glued=piece.glued or (band.whole and (at < last or band.keep))) for at, piece in enumerate(pieces))
            else:
                yield Piece(height=band.height, drawings=moved(band.drawings(), -side.x, 0))
        context.previous, context.cover = around, cover

    def sections(self, elements: Elements, sides: Sides) -> Iterator[Band]:
        """Yield inner sections: grouped, kept together, or of the kinds of the cover."""
        kind = elements[0].kind
        if kind == "box":
            yield self.box(elements, sides)
            return
        if kind in {"letterhead", "draft"}:
            yield letterhead(self.context, elements[0], sides[0]) if kind == "letterhead" else self.draft(elements[0], sides[-1])
            return
        if len(sides) > 1:
            inner = [side.into(side.node.add("Div", element.lang)) for element, side in zip(elements, sides, strict=True)]
            found = [band for blocks in zip(*(element.children for element in elements), strict=True) for band in self.blocks(blocks, inner)]
        else:
            found = list(self.within(elements[0], sides[0].into(sides[0].node.add("Sect" if len(elements[0].children) > 1 else "Div"))))
        yield from self.grouped(found, kind)

    def grouped(self, bands: Sequence[Band], kind: str) -> Iterator[Band]:
        height = sum(band.height + band.before for band in bands)
        if kind == "foot" and bands:
            yield replace(bands[0], spring=height - bands[0].before)
            yield from bands[1:]
        elif kind == "keep" and height <= self.context.theme.frame:
            yield from (replace(band, keep=number < len(bands)) for number, band in enumerate(bands, 1))
        else:
            yield from bands

    def draft(self, section: Element, side: Side) -> Band:
        """Return the box of a draft: a double frame, at the right of its side."""
        width, height = (length * self.context.theme.scale for length in (DRAFT_WIDTH, DRAFT_HEIGHT))
        width = min(width, side.width)
        inner = replace(side, x=0, width=width, node=side.node.add("Div"))
        pieces = [piece for part in section.children for piece in self.context.paragraph(part, inner, "draft-line", align="center")]
        frames: list[Drawing] = [
            Frame(x=0, y=0, width=width, height=height, thickness=2.2, colour=SOGAN),
            Frame(x=3.3, y=3.3, width=width - 6.6, height=height - 6.6, thickness=0.6, colour=SOGAN),
        ]
        words = Band(columns=(Column(x=0, pieces=tuple(pieces)),))
        frames += moved(words.drawings(), 0, (height - words.height) / 2)
        box = Piece(height=height, drawings=moved(frames, side.width - width, 0))
        return self.context.band([Column(x=side.x, pieces=(box,))], "section", whole=True)

    def box(self, elements: Elements, sides: Sides) -> Band:
        """Return an empty square for an electronic signature, its words below it."""
        frame = Frame(x=0, y=0, width=BOX, height=BOX, thickness=0.6, colour=INK)
        columns = []
        for element, side in zip(elements, sides, strict=True):
            inner = side.into(side.node.add("Div", element.lang))
            words = [piece for part in element.children for piece in self.context.paragraph(part, inner, "note")]
            columns.append(Column(x=side.x, pieces=(Piece(height=BOX + 3, drawings=(frame,), glued=True), *words)))
        return self.context.band(columns, "section", whole=True)

    def titles(self, elements: Elements, sides: Sides) -> Iterator[Band]:
        """Yield a title in one language or two, both on one step of size."""
        kind = elements[0].kind or "title"
        yield self.headings(elements, sides, kind, self.step(elements, sides))

    def step(self, elements: Elements, sides: Sides) -> Face:
        """Return the largest size in which no language of a title needs more than five lines."""
        steps = self.context.theme.steps
        if elements[0].kind == "cover":
            steps = (self.context.face("cover"), *steps)
        if max(len(element.text) for element in elements) > MOST_TITLE_LETTERS:
            return steps[-1]
        for face in steps:
            lines = (self.context.typesetter.lines(e.runs, face, side.width, e.lang) for e, side in zip(elements, sides, strict=True))
            if all(len(found) <= MOST_TITLE_LINES for found in lines):
                return face
        return steps[-1]

    def heads(self, elements: Elements, sides: Sides) -> Iterator[Band]:
        """Yield a section head: a rule across, then the words."""
        sheet = elements[0].kind == "sheet"
        signs = {run.picture for run in elements[0].runs}
        rule = self.context.strong(extent(sides), SOGAN if sheet and "dont" in signs else INDIGO, 1.6 if sheet else None)
        band = self.headings(elements, sides, "h2", self.context.face("sheet-head" if sheet else "h2"))
        among = [_below(band.columns, 2.0)] if self.context.theme.stacked else band.columns
        columns = [
            replace(column, pieces=(Piece(height=4.0, drawings=() if number else (rule,), glued=True), *column.pieces, Piece(height=6.5)))
            for number, column in enumerate(among)
        ]
        yield replace(band, columns=tuple(columns))

    def small_heads(self, elements: Elements, sides: Sides) -> Iterator[Band]:
        yield self.headings(elements, sides, "h3", self.context.face("h3"))

    def headings(self, elements: Elements, sides: Sides, kind: str, face: Face) -> Band:
        """Return one heading of the document, said in each language in its own span; it stays whole unless no page can hold it."""
        heading = sides[0].node.add(HEADINGS[elements[0].tag])
        columns = []
        for element, side in zip(elements, sides, strict=True):
            node = heading.add("Span", element.lang)
            columns.append(Column(x=side.x, pieces=tuple(self.context.heading(element, side, face, node))))
        whole = max(column.height for column in columns) < self.context.theme.frame / 2
        if whole:
            columns = [replace(column, pieces=tuple(replace(piece, glued=True) for piece in column.pieces)) for column in columns]
        return self.context.band(columns, kind, keep=True, whole=whole)

    def texts(self, elements: Elements, sides: Sides) -> Iterator[Band]:
        kind = _kind(elements[0])
        columns = [
            Column(x=side.x, pieces=tuple(self.context.paragraph(element, side, "text"))) for element, side in zip(elements, sides, strict=True)
        ]
        rule = self.cover_rule(kind, sides)
        yield self.context.band([*columns, *rule], kind, keep=kind == "kicker")

    def cover_rule(self, kind: str, sides: Sides) -> Sequence[Column]:
        """Return the line below the language labels, which the cover has in place of the head of the page."""
        if kind != "label" or not self.context.cover:
            return ()
        rule = replace(self.context.strong(extent(sides)), y=13.5)
        return (Column(x=sides[0].x, pieces=(Piece(height=20, drawings=(rule,)),)),)


def _below(columns: Sequence[Column], gap: float) -> Column:
    """Return columns as one, each that holds something `gap` below the one before."""
    first, *others = (column for column in columns if column.pieces) if any(column.pieces for column in columns) else columns
    return replace(first, pieces=(*first.pieces, *(piece for column in others for piece in (Piece(height=gap, glued=True), *column.pieces))))


def _silent(piece: Piece) -> Piece:
    """Return a piece whose words are not read out: the language of what follows is in its element."""
    return replace(piece, drawings=tuple(replace(drawing, node=None) if isinstance(drawing, Text) else drawing for drawing in piece.drawings))


def _kind(element: Element) -> str:
    """Return the name under which the theme knows the space above a block."""
    if element.tag == "h1":
        return element.kind or "title"
    names = {"h2": "h2", "h3": "h3", "blockquote": "quote", "ul": "list", "ol": "list", "section": "section"}
    if element.tag == "table":
        return element.kind if element.kind in {"form", "fields"} else "table"
    return names.get(element.tag) or element.kind or "text"
