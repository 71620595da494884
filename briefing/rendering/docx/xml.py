"""The elements of WordprocessingML (ECMA-376, part 1) that a document is made of; lengths go in as points."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Iterable

Xml = Any
"""An element of lxml, which says nothing of its types."""

SIDES = ("top", "left", "bottom", "right")
LANGUAGES = {"id": "id-ID", "en": "en-GB"}
MOST_ROWS, FIRST_ROWS = 6, 2
ORDER = (
    *("tblStyle", "pStyle", "rStyle", "rFonts", "b", "i", "keepNext", "keepLines", "pageBreakBefore", "numPr", "pBdr", "tblW", "tcW"),
    *("color", "sz", "bdr", "tcBorders", "shd", "tabs", "spacing", "ind", "jc", "tblInd", "tblLayout", "tblCellMar", "outlineLvl", "lang"),
)
"""The order in which the schema wants the properties of a run, a paragraph, a cell or a table, as far as they are used here."""


def element(tag: str, *children: Xml, **attributes: object) -> Xml:
    """Return the element w:TAG with its attributes, each in the same namespace; a child that stands elsewhere already is copied."""
    found = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        found.set(qn(f"w:{name}"), str(value))
    found.extend([child if child.getparent() is None else deepcopy(child) for child in children])
    return found


def properties(tag: str, given: Iterable[Xml]) -> Xml:
    """Return an element that holds properties, in the order of the schema."""
    return element(tag, *sorted(given, key=lambda one: ORDER.index(one.tag.partition("}")[2])))


def twips(points: float) -> int:
    """Return a length in twentieths of a point."""
    return round(points * 20)


def line(side: str, width: float, colour: str, *, value: str = "single", space: int = 0) -> Xml:
    """Return a line of a border, `width` points thick."""
    return element(side, val=value, sz=max(round(width * 8), 2), space=space, color=colour.removeprefix("#"))


def words(text: str) -> Xml:
    """Return text as it stands, spaces at its ends too."""
    found = element("t")
    found.text = text
    found.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return found


def field(code: str, look: Sequence[Xml], shown: str = "") -> list[Xml]:
    """Return the runs of a field, which Word fills in; `shown` stands there until it does."""
    begin, part, end = (element("fldChar", fldCharType=kind) for kind in ("begin", "separate", "end"))
    instruction = element("instrText")
    instruction.text = f" {code} "
    inside = [begin, instruction, part, *([words(shown)] if shown else []), end]
    return [element("r", properties("rPr", deepcopy(look)), one) for one in inside]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a table: its cells, its least height in points, and whether it is its head, which every page repeats."""

    cells: Sequence[Xml]
    height: float = 0.0
    head: bool = False


def grid(rows: Sequence[Row], widths: Sequence[float], *, top: float = 0.0, bottom: float = 0.0, right: float = 0.0, jc: str = "left") -> Xml:  # noqa: PLR0913 - each a space that a table has
    """Return a table with so much space in its cells; no row is divided between pages where a page can hold it."""
    margins = element("tblCellMar", *(element(side, w=twips(width), type="dxa") for side, width in zip(SIDES, (top, 0, bottom, right), strict=True)))
    layout = [element("tblW", w=twips(sum(widths)), type="dxa"), element("jc", val=jc), element("tblLayout", type="fixed"), margins]
    columns = element("tblGrid", *(element("gridCol", w=twips(width)) for width in widths))
    lines = []
    for row in rows:
        kept = [element("cantSplit")]
        kept += [element("trHeight", val=twips(row.height), hRule="atLeast")] if row.height else []
        kept += [element("tblHeader")] if row.head else []
        lines.append(element("tr", element("trPr", *kept), *row.cells))
    return element("tbl", properties("tblPr", layout), columns, *lines)


def cell(content: Sequence[Xml], width: float, *borders: Xml) -> Xml:
    """Return a cell with its borders, in the order top, left, bottom, right; it ends in a paragraph as Word wants it."""
    last = [] if content and content[-1].tag == qn("w:p") else [gap()]
    given = [element("tcW", w=twips(width), type="dxa"), *([element("tcBorders", *borders)] if borders else [])]
    return element("tc", properties("tcPr", given), *content, *last)


def kept_together(blocks: Sequence[Xml]) -> Sequence[Xml]:
    """Return blocks of which each paragraph stays on the page of the next one; of a table that is longer, the first rows."""
    paragraphs = [found for block in blocks for part in _beginning(block) for found in part.iter(qn("w:p"))]
    for paragraph in paragraphs[:-1]:
        of = paragraph.find(qn("w:pPr"))
        if of.find(qn("w:keepNext")) is None:
            of.insert(int(len(of) > 0 and of[0].tag == qn("w:pStyle")), element("keepNext"))
    return blocks


def _beginning(block: Xml) -> list[Xml]:
    rows = block.findall(qn("w:tr"))
    return rows[:FIRST_ROWS] if len(rows) > MOST_ROWS else [block]


def gap(height: float = 1.0) -> Xml:
    """Return an empty paragraph of a height in points, which keeps two tables apart."""
    spacing = element("spacing", before=0, after=0, line=max(twips(height), 2), lineRule="exact")
    return element("p", properties("pPr", [spacing]))
