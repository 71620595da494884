"""Lists, one or two side by side: numbered, signed, or a list of contents with page numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.model.document import Element, Run
from briefing.rendering.pdf.boxes import Column, Piece, Target
from briefing.rendering.pdf.context import Context, Elements, Side, Sides, extent, role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.rendering.pdf.boxes import Band
    from briefing.rendering.pdf.structure import Node

SIGNED = {"may", "do", "dont"}
INDENTS = {"points": 18.0, "contents": 22.0, "notes": 13.0, "may": 18.0, "do": 18.0, "dont": 18.0, "": 16.0}
LABEL_FACES = {"points": "h2", "contents": "number", "notes": "note"}
NUMBERING = {"O": "/List", "ListNumbering": "/Decimal"}


def lists(context: Context, elements: Elements, sides: Sides) -> Iterator[Band]:
    """Yield the items of one list, or of two with the same number of items, as rows."""
    kind = elements[0].kind
    style = context.theme.tables["sheet" if kind in SIGNED else kind or "list"]
    nodes = [_list_node(element, side) for element, side in zip(elements, sides, strict=True)]
    rows = list(zip(*(element.children for element in elements), strict=True))
    for number, items in enumerate(rows, 1):
        top = style.first if style.first is not None and number == 1 else style.top
        columns: list[Column] = []
        for element, item, side, node in zip(elements, items, sides, nodes, strict=True):
            columns += _item(context, element, item, side.into(node), number)
        padded = [column._replace(pieces=(Piece(height=top), *column.pieces, Piece(height=style.bottom))) for column in columns]
        lined = style.lines == "between" and number > 1
        band = context.band(
            padded,
            "list",
            whole=True,
            above=(context.hairline(extent(sides)),) if lined else (),
            keep=number == 1 < len(rows) and not context.theme.stacked,
        )
        if number == 1 and style.opening:
            rule = Column(x=sides[0].x, pieces=(Piece(height=1.0, drawings=(context.strong(extent(sides)),)),))
            band = replace(band, columns=(*band.columns, rule))
        yield band if number == 1 else replace(band, before=0.0)


def _list_node(element: Element, side: Side) -> Node:
    if element.kind == "contents":
        return side.node.add("TOC", element.lang)
    return side.node.add("L", element.lang, attributes=dict(NUMBERING) if element.tag == "ol" else {})


def _item(context: Context, element: Element, item: Element, side: Side, number: int) -> Iterator[Column]:
    """Yield the label of an item, and its text."""
    indent = INDENTS.get(element.kind, INDENTS[""]) * context.theme.scale
    body = side._replace(x=side.x + indent, width=side.width - indent)
    default = "sheet" if element.kind in SIGNED else "note" if element.kind == "notes" else "point" if element.kind == "points" else "cell"
    if element.kind == "contents":
        yield from _entry(context, item, side, body)
        return
    node = side.node.add("LI")
    runs = _label(element, number)
    if runs:
        label = Element(tag="p", line=item.line, lang=element.lang, runs=runs)
        pieces = context.paragraph(label, side._replace(width=indent), LABEL_FACES.get(element.kind, default), node=node.add("Lbl"))
        yield Column(x=side.x, pieces=tuple(pieces))
    yield from context.columns(item.children, body.into(node.add("LBody")), default)


def _label(element: Element, number: int) -> tuple[Run, ...]:
    if element.kind in SIGNED:
        return (Run(picture=element.kind),)
    return (Run(text=str(number)),) if element.tag == "ol" else (Run(text="–"),)


def _entry(context: Context, item: Element, side: Side, body: Side) -> Iterator[Column]:
    """Yield the page number and the words of an entry of the contents; all of it is one link."""
    link = item.attributes.get("href", "")
    node = side.node.add("TOCI").add("Reference").add("Link")
    number = Element(tag="p", line=item.line, lang=item.lang, runs=(Run(kind="page", link=link),) if link else ())
    label = context.paragraph(_plain(context, number), side, "number", node=node.add("Lbl"))
    pieces: list[Piece] = []
    for part in item.children:
        pieces += context.paragraph(part, body, "cell", node=node.add("Span", part.lang, title=role(part)))
    height = max(sum(piece.height for piece in pieces), 1)
    target = (Target(x=0, y=0, width=side.width, height=height, link=link, node=node),) if link else ()
    yield Column(x=side.x, pieces=(Piece(height=0, drawings=target), *label))
    yield Column(x=body.x, pieces=tuple(pieces))


def _plain(context: Context, element: Element) -> Element:
    """Return the element with its page number as words: the link around it is already there."""
    return replace(element, runs=tuple(Run(text=context.typesetter.text_of(run)) for run in element.runs))
