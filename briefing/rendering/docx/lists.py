"""Lists of Word: numbered and signed ones that count by themselves, and lists of contents with page numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from briefing.model.document import Run
from briefing.rendering.docx.runs import SIGNS, runs_of
from briefing.rendering.docx.styles import FONTS, SYMBOLS
from briefing.rendering.docx.xml import Row, Xml, cell, element, grid, line, properties, twips
from briefing.rendering.pdf.lists import INDENTS, LABEL_FACES, SIGNED
from briefing.rendering.pdf.style import INDIGO, INK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.document import Element
    from briefing.rendering.docx.paragraphs import Paragraphs

FACES: Final = {"points": "point", "notes": "note", **dict.fromkeys(SIGNED, "sheet")}


def single(writer: Paragraphs, element_: Element, width: float) -> list[Xml]:
    """Return the items of a list one below the other."""
    return [found for item in _items(writer, element_, width) for found in item]


def beside(writer: Paragraphs, elements: Sequence[Element], width: float) -> Xml:
    """Return two lists with as many items as a table without a frame, item by item."""
    theme = writer.theme
    kind = elements[0].kind
    style = theme.tables["sheet" if kind in SIGNED else kind or "list"]
    side = (width - writer.gutter) / 2
    widths = (side, writer.gutter, side)
    rows = []
    for number, (left, right) in enumerate(zip(*(_items(writer, each, side) for each in elements), strict=True)):
        above: list[Xml] = []
        if number and style.lines == "between":
            above = [line("top", theme.hairline, theme.colours[INK])]
        elif style.opening:
            above = [line("top", theme.rule, theme.colours[INDIGO])]
        cells = [cell(left, side, *above), cell([], writer.gutter), cell(right, side, *above)]
        rows.append(Row(cells=cells))
    return grid(rows, widths, top=style.top, bottom=style.bottom)


def definitions(writer: Paragraphs) -> list[Xml]:
    """Return what the part of the numbering holds: the lists written so far, each counting for itself."""
    return [*writer.kinds, *(element("num", element("abstractNumId", val=number), numId=number + 1) for number in range(len(writer.kinds)))]


def _items(writer: Paragraphs, element_: Element, width: float) -> list[list[Xml]]:
    if element_.kind == "contents":
        return [_entry(writer, item, width) for item in element_.children]
    indent = INDENTS.get(element_.kind, INDENTS[""]) * writer.theme.scale
    number = _defined(writer, element_, indent)
    return [_item(writer, item, FACES.get(element_.kind, "cell"), indent, number) for item in element_.children]


def _item(writer: Paragraphs, item: Element, face: str, indent: float, number: int) -> list[Xml]:
    found = []
    for place, part in enumerate(item.children):
        counted = [element("numPr", element("ilvl", val=0), element("numId", val=number))] if not place else []
        hanging = {"left": twips(indent), **({"hanging": twips(indent)} if not place else {})}
        found.append(writer.paragraph(part, face, *counted, element("ind", **hanging)))
    return found


def _defined(writer: Paragraphs, element_: Element, indent: float) -> int:
    """Define a list that counts for itself, and return its number."""
    theme, kind = writer.theme, element_.kind
    face = theme.faces[LABEL_FACES.get(kind, FACES.get(kind, "cell"))]
    font = SYMBOLS if kind in SIGNED else FONTS[face.family]
    look = [element("rFonts", ascii=font, hAnsi=font, cs=font), element("sz", val=round(face.size * 2)), element("i", val=0)]
    look += [element("color", val=theme.colours[face.colour].removeprefix("#"))] + [element("b")] * bool(face.weight)
    text, form = ("%1", "decimal") if element_.tag == "ol" else (SIGNS.get(kind, "–"), "bullet")
    level = element(
        "lvl",
        element("start", val=1),
        element("numFmt", val=form),
        element("lvlText", val=text),
        element("lvlJc", val="left"),
        properties("pPr", [element("ind", left=twips(indent), hanging=twips(indent))]),
        properties("rPr", look),
        ilvl=0,
    )
    writer.kinds.append(element("abstractNum", element("multiLevelType", val="singleLevel"), level, abstractNumId=len(writer.kinds)))
    return len(writer.kinds)


def _entry(writer: Paragraphs, item: Element, width: float) -> list[Xml]:
    """Return an entry of the contents, which leads to its page and names it at the right."""
    link = item.attributes.get("href", "")
    found = []
    for place, part in enumerate(item.children):
        tab = element("tabs", element("tab", val="right", pos=twips(width), leader="dot"))
        entry = writer.paragraph(_led(part, link), "cell", tab)
        if link and not place:
            face = writer.theme.faces["number"]
            entry.append(element("r", element("tab")))
            entry.extend(runs_of([Run(kind="page", link=link)], face, part.lang, writer.theme, writer.address))
        found.append(entry)
    return found


def _led(part: Element, link: str) -> Element:
    """Return a paragraph all of which leads to a place."""
    return replace(part, runs=tuple(replace(run, link=link) for run in part.runs)) if link else part
