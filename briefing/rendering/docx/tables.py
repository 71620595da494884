"""Tables of Word: one, or two languages of one row by row beside each other, with the lines and the repeated head of the house style."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.rendering.docx.xml import Row, Xml, cell, element, grid, line
from briefing.rendering.pdf.style import INDIGO, INK
from briefing.rendering.pdf.tables import WRITING_LINE, is_head, widths_of
from briefing.rendering.pdf.unfold import unfolded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.document import Element
    from briefing.rendering.docx.paragraphs import Paragraphs
    from briefing.rendering.pdf.style import TableStyle

NARROW: Final = 36.0  # points; a column for a number or a code, whose letters Word breaks apart where they do not fit
WIDER: Final = 1.15
"""By how much such columns are wider here: the letters of another font need as much."""

FIGURES: Final = 1.7  # likewise, for columns that hold a large figure
JUSTIFIED: Final = {"left": "left", "center": "center", "right": "right"}


def tables(writer: Paragraphs, elements: Sequence[Element], width: float) -> Xml:
    """Return one table, or two with the same rows beside each other."""
    theme = writer.theme
    side = (width - writer.gutter) / 2 if len(elements) > 1 else width
    found = [unfolded(each, side, theme.scale) if theme.stacked else each for each in elements]
    style = theme.tables[found[0].kind]
    more = FIGURES if found[0].kind == "figures" else WIDER
    widths = [widths_of([_wider(column, more) for column in each.attributes["cols"].split()], side, theme.scale) for each in found]
    together = list(zip(*(each.children for each in found), strict=True))
    rows = [_row(writer, together, number, widths, style) for number in range(len(together))]
    spaces = [size for number, own in enumerate(widths) for size in ((writer.gutter,) * bool(number) + own)]
    return grid(rows, spaces, top=style.top, bottom=style.bottom, right=style.gap)


def _wider(column: str, more: float) -> str:
    return f"{float(column) * more:g}" if column[-1].isdigit() and float(column) <= NARROW else column


def _row(writer: Paragraphs, together: Sequence[Sequence[Element]], number: int, widths: Sequence[Sequence[float]], style: TableStyle) -> Row:
    head = number == 0 and is_head(together[0][0])
    lines = _lines(writer, together, number, style)
    cells: list[Xml] = []
    written = False
    for place, (row, own) in enumerate(zip(together[number], widths, strict=True)):
        if place:
            cells.append(cell([], writer.gutter))
        for part, size in zip(row.children, own, strict=True):
            drawn = dict(lines)
            if part.kind == "line":
                drawn["bottom"] = line("bottom", 0.75, writer.theme.colours[INK])
            written = written or part.kind == "line"
            cells.append(cell(_content(writer, part, style, head=head), size, *(drawn[side] for side in ("top", "bottom") if side in drawn)))
    empty = style.lines == "below" and any(not part.children for row in together[number] for part in row.children)
    return Row(cells=cells, height=(WRITING_LINE if written else 14.0 if empty else 0.0) * min(writer.theme.scale, 1.5), head=head)


def _lines(writer: Paragraphs, together: Sequence[Sequence[Element]], number: int, style: TableStyle) -> dict[str, Xml]:
    """Return the lines above and below the cells of a row."""
    theme = writer.theme
    strong, fine = ((theme.rule, theme.colours[INDIGO]), (theme.hairline, theme.colours[INK]))
    found = {}
    more = together[number][0].kind == "more"
    followed = number + 1 < len(together) and together[number + 1][0].kind == "more"
    if number == 0 and style.opening:
        found["top"] = line("top", *strong)
    elif number and style.lines == "between" and not more:
        found["top"] = line("top", *fine)
    if number == 0 and is_head(together[0][0]):
        found["bottom"] = line("bottom", *strong)
    elif style.lines == "below" and not followed:
        found["bottom"] = line("bottom", *fine)
    return found


def _content(writer: Paragraphs, part: Element, style: TableStyle, *, head: bool) -> list[Xml]:
    face = "th" if head else style.key if part.tag == "th" else style.face
    align = [element("jc", val=JUSTIFIED[part.attributes["align"]])] if "align" in part.attributes else []
    return [writer.paragraph(each, face, *align) for each in part.children]
