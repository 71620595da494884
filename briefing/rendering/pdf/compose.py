"""From a Document to the bands of its pages, and the logical tree beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from briefing.model.document import Element, Run
from briefing.rendering.pdf.boxes import Band, Column, Mark, Piece, Text, below, moved
from briefing.rendering.pdf.context import Context, Elements, Side, Sides, extent, role, shifted
from briefing.rendering.pdf.framed import box, draft
from briefing.rendering.pdf.headings import heads, small_heads, titles
from briefing.rendering.pdf.letterhead import letterhead
from briefing.rendering.pdf.lists import lists
from briefing.rendering.pdf.quotes import quotes
from briefing.rendering.pdf.structure import Node
from briefing.rendering.pdf.tables import tables
from briefing.rendering.pdf.unfold import unfolded
from briefing.rendering.vocabulary import TEXT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from briefing.model.document import Document
    from briefing.rendering.pdf.lines import Typesetter
    from briefing.rendering.pdf.theme import Theme

SMALL_TABLE = 1 / 4  # of a page
FOOT_SHARE = 2 / 3  # of a page that the foot of the cover may take
GAPS = {"title": 9.0, "cover": 9.0, "h2": 2.0, "h3": 2.0, "kicker": 0.0, "label": 0.0}  # between two languages, one below the other
LABELLED = {"table", "ul", "ol", "blockquote"}
BELOW_LABEL = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A top-level section: its element, its bands, and what its references to pages were answered with."""

    node: Node
    bands: tuple[Band, ...]
    asked: Mapping[str, tuple[int, int]]


def compose(document: Document, theme: Theme, typesetter: Typesetter, kept: dict[int, Composed] | None = None) -> tuple[Node, Iterator[Band]]:
    """Return the root of the logical tree, and the bands in order, each top-level section beginning with one that breaks the page.

    A section is composed when its bands are asked for; what was composed before, by its number, stands in `kept` and is taken from there as long as
    its references are answered as they were.
    """
    root = Node("Document", "id")
    return root, _bands(document, root, _Composer(document, theme, typesetter), {} if kept is None else kept)


def _bands(document: Document, root: Node, composer: _Composer, kept: dict[int, Composed]) -> Iterator[Band]:
    typesetter = composer.context.typesetter
    for number, section in enumerate(document.sections):
        if number not in kept or not typesetter.stands(kept[number].asked):
            typesetter.asked = {}
            node = Node("Sect", title=section.attributes.get("id", ""))
            bands = list(composer.top_level(section, node))
            bands[:1] = [replace(band, breaks=section.attributes.get("start", "new")) for band in bands[:1]]
            kept[number] = Composed(node=node, bands=tuple(bands), asked=typesetter.asked)
        root.children.append(kept[number].node)
        yield from kept[number].bands


class _Composer:
    def __init__(self, document: Document, theme: Theme, typesetter: Typesetter) -> None:
        self.context = context = Context(theme, typesetter, document.pictures, draft="draft" in document.furniture)
        self.labels = [document.furniture.get(name, "") for name in ("label", "label-en")]
        self.kinds: Mapping[str, Callable[[Elements, Sides], Iterable[Band]]] = {
            "section": self.sections,
            "table": self.tables,
            "ul": partial(lists, context),
            "ol": partial(lists, context),
            "blockquote": partial(quotes, context),
            "h1": partial(titles, context),
            "h2": partial(heads, context),
            "h3": partial(small_heads, context),
            "p": self.texts,
        }

    def top_level(self, section: Element, node: Node) -> Iterator[Band]:
        context = self.context
        context.cover, context.form, context.previous = section.kind == "cover", False, ""
        yield from self.within(section, Side(x=0, width=context.theme.measure, node=node))

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
        whole = Side(x=0, width=self.context.theme.measure, node=Node("P"))
        for side, text in zip((whole, whole) if self.context.theme.stacked else self.halves(whole), words, strict=True):
            pieces = self.context.paragraph(Element(tag="p", line=section.line, lang="id", runs=(Run(text=text),)), side, "kicker")
            columns.append(Column(x=side.x, pieces=tuple(pieces)))
        if self.context.theme.stacked:
            columns = [below(columns, 0)]
        return Band(columns=tuple(column._replace(pieces=(*column.pieces, Piece(height=6.5))) for column in columns))

    def halves(self, side: Side, *, wide: bool = False) -> tuple[Side, Side]:
        theme = self.context.theme
        left = theme.main if wide else (side.width - theme.gutter) / 2
        right = side._replace(x=side.x + left + theme.gutter, width=side.width - left - theme.gutter)
        return side._replace(width=left), right

    def flow(self, elements: Elements, side: Side) -> Iterator[Band]:
        """Yield blocks one after the other; what says something of a whole section is repeated where it continues."""
        broken, shared = False, tuple[Band, ...]()
        for element in elements:
            if element.tag == "pagebreak":
                broken = True
                continue
            found = tuple(self.pair(element, side) if element.tag == "pair" else self.blocks((element,), (side,)))
            if _begins_with_head(element):
                shared = ()
            for band in found:
                yield replace(band, breaks="new" if broken else band.breaks, head=(*shared, *band.head), keep=band.keep or element.kind == "shared")
                broken = False
            if element.kind == "shared" and not _misses_english(element) and sum(band.height for band in found) < self.context.theme.repeated:
                shared = tuple(_repeated(band) for band in found)

    def pair(self, pair: Element, side: Side) -> Iterable[Band]:
        """Return the bands of two languages side by side; in large print one below the other, heads and lines of text as one block.

        What stands side by side in one language does so in large print too: two lines to sign on.
        """
        texts = all(element.tag in TEXT for element in pair.children)
        bilingual = any(element.lang == "en" for element in pair.children)
        if not self.context.theme.stacked or not (texts or bilingual or pair.kind):
            sides = self.halves(side, wide=pair.kind == "wide")
            if pair.kind == "wide" and all(element.tag == "section" for element in pair.children):
                return self.around(pair.children, sides, side)
            return self.blocks(pair.children, sides)
        if texts and _kind(pair.children[0]) == "label":
            return ()  # each block says its language itself
        if texts:
            gap = GAPS.get(_kind(pair.children[0]), 4.0)
            return (replace(band, columns=(below(band.columns, gap),)) for band in self.blocks(pair.children, (side, side)))
        return self.stacked(pair.children, side)

    def around(self, sections: Elements, sides: Sides, whole: Side) -> Iterator[Band]:
        """Yield the blocks of a section beside an aside for as long as that lasts, the others at the whole width; the aside is read last."""
        main, aside = sections
        count = self.count_beside(main, aside, sides)
        node = whole.node.add("Sect")
        yield from self.beside((replace(main, children=main.children[:count]), aside), (sides[0].into(node), sides[1]))
        yield from self.flow(main.children[count:], whole.into(node))

    def count_beside(self, main: Element, aside: Element, sides: Sides) -> int:
        """Return how many blocks it takes to reach the end of an aside, the last of them no head of a section."""
        tried = [side.into(Node("Sect")) for side in sides]
        goal = sum(piece.height for piece in self.stack(aside, tried[1]))
        count = next(
            (
                number
                for number in range(2, len(main.children))
                if sum(piece.height for piece in self.stack(replace(main, children=main.children[:number]), tried[0])) >= goal
            ),
            len(main.children),
        )
        head = next((number for number in range(count - 1, count - 3, -1) if main.children[number].tag == "h2"), 0) if count > 2 else 0
        return head or count

    def stacked(self, elements: Elements, side: Side) -> Iterator[Band]:
        """Yield blocks one below the other, a table, a list, a quote or a letter under the name of its language, on each page of it."""
        labelled = all(element.tag == "section" for element in elements)
        for element in elements:
            if not any(part.runs or part.kind == "line" for part in element.walk()):
                continue
            bands = self.blocks((element,), (side,))
            yield from self.labelled(bands, element, side) if labelled or element.tag in LABELLED else bands

    def labelled(self, bands: Iterable[Band], element: Element, side: Side) -> Iterator[Band]:
        """Yield bands below the name of their language, which is not read out: it is in their element."""
        words = Element(tag="p", line=element.line, lang=element.lang, runs=(Run(text=self.labels[element.lang == "en"]),))
        pieces = self.context.paragraph(words, side._replace(node=Node("P")), "label")
        name = Column(x=side.x, pieces=(*map(_silent, pieces), Piece(height=BELOW_LABEL)))
        for number, band in enumerate(bands):
            if not number:
                yield replace(band, columns=(name,), head=(), above=(), keep=True, whole=True)
            repeated = Band(columns=(name,), cover=band.cover)
            yield replace(band, head=(repeated, *band.head)) if number else replace(band, before=0)

    def tables(self, elements: Elements, sides: Sides) -> Iterator[Band]:
        """Yield the rows of tables; in large print each cell below the last where columns would be too narrow, small tables on one page."""
        theme = self.context.theme
        if theme.stacked:
            elements = [unfolded(element, side.width, theme.scale) for element, side in zip(elements, sides, strict=True)]
        found = list(tables(self.context, elements, sides))
        small = theme.stacked and sum(band.height for band in found) < SMALL_TABLE * theme.frame
        yield from self.grouped(found, "keep" if small else "")

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
        whole = max(column.height for column in columns) < self.context.theme.whole
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
                yield from (piece._replace(glued=piece.glued or (band.whole and (at < last or band.keep))) for at, piece in enumerate(pieces))
            else:
                yield Piece(height=band.height, drawings=moved(band.drawings(), -side.x, 0))
        context.previous, context.cover = around, cover

    def sections(self, elements: Elements, sides: Sides) -> Iterator[Band]:
        """Yield inner sections: grouped, kept together, or of the kinds of the cover."""
        kind = elements[0].kind
        if kind == "box":
            yield box(self.context, elements, sides)
            return
        if kind == "foot":
            yield from self.foot(elements[0], sides[0])
            return
        if kind in {"letterhead", "draft"}:
            yield letterhead(self.context, elements[0], sides[0]) if kind == "letterhead" else draft(self.context, elements[0], sides[-1])
            return
        if len(sides) > 1:
            inner = [side.into(side.node.add("Div", element.lang)) for element, side in zip(elements, sides, strict=True)]
            found = [band for blocks in zip(*(element.children for element in elements), strict=True) for band in self.blocks(blocks, inner)]
        else:
            found = list(self.within(elements[0], sides[0].into(sides[0].node.add("Sect" if len(elements[0].children) > 1 else "Div"))))
        yield from self.grouped(found, kind)

    def grouped(self, bands: Sequence[Band], kind: str) -> Iterator[Band]:
        height = sum(band.height + band.before for band in bands)
        if kind == "keep" and height <= self.context.theme.frame:
            yield from (replace(band, keep=number < len(bands)) for number, band in enumerate(bands, 1))
        else:
            yield from bands

    def foot(self, section: Element, side: Side) -> Iterator[Band]:
        """Yield what stands at the foot of the cover; its tables begin another page, as others are, where it would need most of this one."""
        inner = side.into(side.node.add("Sect"))
        tables_at = next((number for number, block in enumerate(section.children) if _has_table(block)), len(section.children))
        upper = list(self.within(replace(section, children=section.children[:tables_at]), inner))
        lower = list(self.flow(section.children[tables_at:], inner))
        if self.context.theme.stacked and sum(band.before + band.height for band in (*upper, *lower)) > FOOT_SHARE * self.context.theme.frame:
            lower = [replace(band, breaks="" if number else "new", cover=False) for number, band in enumerate(lower)]
            height = sum(band.before + band.height for band in upper)
        else:
            height = sum(band.before + band.height for band in (*upper, *lower))
        for number, band in enumerate((*upper, *lower)):
            yield band if number else replace(band, spring=height - band.before)

    def texts(self, elements: Elements, sides: Sides) -> Iterator[Band]:
        kind = _kind(elements[0])
        keep = kind in {"kicker", "field"} or (kind in {"note", "tag"} and self.context.previous in {"title", "h2"})
        columns = [
            Column(x=side.x, pieces=tuple(self.context.paragraph(element, side, "text"))) for element, side in zip(elements, sides, strict=True)
        ]
        rule = self.cover_rule(kind, sides)
        yield self.context.band([*columns, *rule], kind, keep=keep)

    def cover_rule(self, kind: str, sides: Sides) -> Sequence[Column]:
        """Return the line below the language labels, which covers and forms have in place of the head of the page."""
        if kind != "label" or not (self.context.cover or self.context.form):
            return ()
        below = 0.0 if self.context.theme.stacked else self.context.face("label").leading
        rule = self.context.strong(extent(sides))._replace(y=below + 2.5)
        return (Column(x=sides[0].x, pieces=(Piece(height=below + 9, drawings=(rule,)),)),)


def _has_table(block: Element) -> bool:
    return any(part.tag == "table" for part in block.walk())


def _begins_with_head(element: Element) -> bool:
    """Whether a block is the head of a section, in one language or two, or a section with its own."""
    return next((part for part in element.walk() if part.tag not in {"section", "pair"}), element).tag in {"h1", "h2"}


def _misses_english(element: Element) -> bool:
    """Whether a block says that there is no English, which each page shows by itself."""
    return any(role(part) == "mark:none" for part in element.walk())


def _repeated(band: Band) -> Band:
    """Return a line of text as it stands at the top of a page that its section continues on."""
    return replace(band, columns=tuple(column._replace(pieces=(*column.pieces, Piece(height=6.5))) for column in band.columns), marks=())


def _silent(piece: Piece) -> Piece:
    """Return a piece whose words are not read out: the language of what follows is in its element."""
    return piece._replace(drawings=tuple(drawing._replace(node=None) if isinstance(drawing, Text) else drawing for drawing in piece.drawings))


def _kind(element: Element) -> str:
    """Return the name under which the theme knows the space above a block."""
    if element.tag == "h1":
        return element.kind or "title"
    names = {"h2": "h2", "h3": "h3", "blockquote": "quote", "ul": "list", "ol": "list", "section": "section"}
    if element.tag == "table":
        return element.kind if element.kind in {"form", "fields"} else "table"
    return names.get(element.tag) or element.kind or "text"
