"""Tables, one or two side by side: rows that begin at one level, lines between or below them, a head that is repeated."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.model.document import Element
from briefing.rendering.pdf.boxes import Band, Column, Drawing, Piece, moved
from briefing.rendering.pdf.context import Context, Elements, Side, Sides, extent
from briefing.rendering.pdf.paragraphs import natural_width
from briefing.rendering.pdf.style import MM, TableStyle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.rendering.pdf.structure import Node

WRITING_LINE = 26.0
LEAST_SHARE = 0.03  # of the width, for each column that takes a share of the rest
FIGURE_GAP = 11.0
FIGURE_FOOT = 2.6  # by how much lower a figure reaches than the baseline of the words beside it
AFTER_RIGHT = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Grid:
    """A table and the columns of its side."""

    table: Element
    side: Side
    widths: tuple[float, ...]


def tables(context: Context, elements: Elements, sides: Sides) -> Iterator[Band]:
    """Yield the rows of one table, or of two with the same number of rows."""
    kind = elements[0].kind
    style = context.theme.tables[kind]
    grids = [_grid(context, element, side) for element, side in zip(elements, sides, strict=True)]
    rows = list(zip(*(element.children for element in elements), strict=True))
    head: tuple[Band, ...] = ()
    for number, cells in enumerate(rows):
        heads = number == 0 and is_head(cells[0])
        lines = _cells(context, grids, cells, style, head=heads) if kind != "figures" else _figures(context, cells[0], sides[0])
        following = rows[number + 1][0].kind if number + 1 < len(rows) else ""
        frame = _Row(first=number == 0, after_head=bool(head) and number == 1, more=cells[0].kind == "more", followed=following == "more", head=heads)
        band = _row(context, lines, sides, style, frame)
        # In large print the last two rows stay together, elsewhere the first two.
        beside = number == len(rows) - 2 if context.theme.stacked else number < 1 + len(head) and len(rows) > number + 1
        band = replace(band, keep=heads or frame.followed or beside, head=head)
        if number:
            band = replace(band, before=0.0)
        yield band
        if heads:
            head = (band,)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """The place of a row in its table."""

    first: bool
    after_head: bool
    more: bool
    followed: bool
    head: bool


def _grid(context: Context, table: Element, side: Side) -> _Grid:
    """Return the table's columns; one without any head has no structure of its own: its cells are read one after the other."""
    has_heads = any(cell.tag == "th" and cell.text for row in table.children for cell in row.children)
    node = side.node.add("Table" if has_heads else "Div", table.lang, title=table.kind)
    columns = table.attributes["cols"].split()
    widths = _natural_widths(context, table, side.width) if set(columns) == {"*"} else None
    return _Grid(table=table, side=side.into(node), widths=widths or widths_of(columns, side.width, context.theme.scale))


def _natural_widths(context: Context, table: Element, width: float) -> tuple[float, ...] | None:
    """Return what columns of equal right need, and an equal share of the rest; None where there is no rest to share."""
    needs = [max(_natural(context, cell, "cell") for cell in cells) for cells in zip(*(row.children for row in table.children), strict=True)]
    free = (width - sum(needs)) / len(needs)
    return tuple(need + free for need in needs) if free > 0 else None


def widths_of(columns: Sequence[str], width: float, scale: float) -> tuple[float, ...]:
    """Return widths in points for "22", which grows by `scale`, "82.5mm" and "*"; the stars share what is left.

    Columns that are together wider than `width` shrink alike.
    """
    fixed = [0.0 if column == "*" else float(column[:-2]) * MM if column.endswith("mm") else float(column) * scale for column in columns]
    stars = columns.count("*")
    most = width * (1 - LEAST_SHARE * stars)
    if sum(fixed) > most:
        fixed = [value * most / sum(fixed) for value in fixed]
    share = (width - sum(fixed)) / max(stars, 1)
    return tuple(value if column != "*" else share for value, column in zip(fixed, columns, strict=True))


def is_head(row: Element) -> bool:
    """Whether a row, where it is the first, is the head of its table."""
    return len(row.children) > 1 and all(cell.tag == "th" for cell in row.children)


def _cells(context: Context, grids: Sequence[_Grid], rows: Elements, style: TableStyle, *, head: bool) -> list[Column]:
    columns: list[Column] = []
    for grid, row in zip(grids, rows, strict=True):
        is_table = grid.side.node.tag == "Table"
        parent = grid.side.node.add("TR", keep=True) if is_table else grid.side.node
        x = grid.side.x
        cells: list[Column] = []
        for number, (cell, width) in enumerate(zip(row.children, grid.widths, strict=True)):
            room = max(width - _space_after(row.children[number : number + 2], style), width / 2)
            node = _cell_node(cell, head=head, number=number, parent=parent) if is_table else parent
            found = _cell(context, cell, Side(x=x, width=room, node=node), "th" if head else style.key if cell.tag == "th" else style.face)
            cells += found
            x += width
        columns += _level(cells, context) if any(cell.kind == "line" for cell in row.children) else cells
    return columns


def _space_after(cells: Elements, style: TableStyle) -> float:
    """Return the space between a cell and the next: none after the last, none before the free left of one that is set right."""
    if len(cells) < 2 or cells[1].attributes.get("align") in {"right", "center"}:
        return 0.0 if len(cells) < 2 or cells[0].attributes.get("align") else style.gap
    return AFTER_RIGHT if cells[0].attributes.get("align") == "right" else style.gap


def _cell_node(cell: Element, *, head: bool, number: int, parent: Node) -> Node:
    if cell.tag == "td" or not (head or number == 0):
        return parent.add("TD" if cell.tag == "td" else "TH", keep=True, attributes={"O": "/Table", "Scope": "/Row"} if cell.tag == "th" else {})
    return parent.add("TH", keep=True, attributes={"O": "/Table", "Scope": "/Column" if head else "/Row"})


def _cell(context: Context, cell: Element, side: Side, face: str) -> list[Column]:
    found = context.columns(cell.children, side, cell.kind if cell.kind in context.theme.faces else face, align=cell.attributes.get("align", "left"))
    if cell.kind != "line":
        return found
    line = Piece(height=0, drawings=(context.hairline(side.width, y=2),))
    return [column._replace(pieces=(Piece(height=max(_writing_line(context) - column.height, 0)), *column.pieces, line)) for column in found]


def _level(columns: Sequence[Column], context: Context) -> list[Column]:
    """Return lines to write on and the words beside them, all set down to one level."""
    level = max(_writing_line(context), *(column.height for column in columns))
    return [column._replace(pieces=(Piece(height=max(level - column.height - _above_line(column), 0)), *column.pieces)) for column in columns]


def _above_line(column: Column) -> float:
    """Return how far above the end of a row words end that stand beside a line to write on: the line itself ends it."""
    return 0.0 if column.pieces and column.pieces[-1].height == 0 else 2.0


def _writing_line(context: Context) -> float:
    """Return how far a line to write on lies below the last: the hand is no larger where the type is."""
    return max(WRITING_LINE, context.face("cell").leading + 5)


def _figures(context: Context, row: Element, side: Side) -> list[Column]:
    """Return figures with their words at their natural widths, the space that is left shared between them."""
    pairs = list(zip(row.children[::2], row.children[1::2], strict=False))
    groups = [(_natural(context, figure, "figure"), _natural(context, words, "cell")) for figure, words in pairs]
    free = side.width - sum(first + FIGURE_GAP + second for first, second in groups)
    columns: list[Column] = []
    x = side.x
    for (figure, words), (first, second) in zip(pairs, groups, strict=True):
        for cell, width, face in ((figure, first, "figure"), (words, second, "cell")):
            pieces = context.paragraphs(cell.children, Side(x=0, width=width + 1, node=side.node), face)
            lower = context.face("figure").leading - sum(piece.height for piece in pieces) - FIGURE_FOOT
            columns.append(Column(x=x, pieces=(Piece(height=max(lower, 0) if cell is words else 0), *pieces)))
            x += width + FIGURE_GAP
        x += max(free / len(pairs), 6) - FIGURE_GAP
    return columns


def _natural(context: Context, cell: Element, face: str) -> float:
    widths = (natural_width(part.runs, context.face(part.kind or face), part.lang, context.typesetter) for part in cell.children)
    return max(widths, default=0.0)


def _row(context: Context, cells: Sequence[Column], sides: Sides, style: TableStyle, row: _Row) -> Band:
    """Return a row as a band: padding around its cells, and its lines, which the highest cell carries."""
    top = style.first if style.first is not None and (row.first or row.after_head) else style.top
    top, bottom = (4.0, 3.4) if row.head else (0.0 if row.more else top, style.bottom)
    inner = max((column.height for column in cells), default=0)
    highest = next(number for number, column in enumerate(cells) if column.height == inner)
    columns: list[Column] = []
    for number, column in enumerate(cells):
        lines = (_lines_above(context, sides, style, row), _lines_below(context, sides, style, row)) if number == highest else ((), ())
        first, last = (moved(drawings, sides[0].x - column.x, 0) for drawings in lines)
        lower = Piece(height=bottom, drawings=moved(last, 0, bottom))
        upper = Piece(height=top + (inner - column.height if row.head else 0), drawings=first, glued=True)
        columns.append(column._replace(pieces=(upper, *column.pieces, lower)))
    kind = next((name for name in ("fields", "form") if style is context.theme.tables[name]), "table")
    above: tuple[Drawing, ...] = ()
    if style.lines == "between" and not row.first and not row.more:
        above = (context.hairline(extent(sides)),)
    return context.band(columns, kind, above=above, whole=top + inner + bottom < context.theme.whole)


def _lines_above(context: Context, sides: Sides, style: TableStyle, row: _Row) -> tuple[Drawing, ...]:
    if row.head and style.lines != "none":
        return (context.strong(extent(sides)),)
    if not row.first or not style.opening:
        return ()
    return _hairlines(context, sides) if style.lines == "below" else (context.strong(extent(sides)),)


def _lines_below(context: Context, sides: Sides, style: TableStyle, row: _Row) -> tuple[Drawing, ...]:
    if row.head and style.lines != "none":
        return (context.strong(extent(sides)),)
    return _hairlines(context, sides) if style.lines == "below" and not row.followed else ()


def _hairlines(context: Context, sides: Sides) -> tuple[Drawing, ...]:
    """Return a hairline below each side."""
    return tuple(context.hairline(side.width)._replace(x=side.x - sides[0].x) for side in sides)
