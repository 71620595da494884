"""A document without its English, for packs in Indonesian alone: the pages are then laid out for one language, not half empty."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.rendering.vocabulary import TEXT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.model.document import Document, Element, Run

CELLS = {"td", "th"}
# What stays although nothing is in it: an empty cell has its place in the row, a break is nothing but itself.
STAY_EMPTY = CELLS | {"pagebreak"}


def indonesian(document: Document) -> Document:
    """Return the document without what is in English, and without the tags that say where English comes from."""
    furniture = {name: words for name, words in document.furniture.items() if not name.endswith("-en")}
    sections = tuple(found for section in document.sections for found in _without(section))
    return replace(document, title_en=None, furniture=furniture, sections=sections, languages=("id",))


def _without(element: Element) -> Iterator[Element]:
    """Yield an element without its English: none where nothing is left, of a pair that has one side left that side alone."""
    if element.lang == "en" or (element.tag, element.kind) == ("p", "tag"):
        return
    if element.tag in TEXT:
        runs = _stripped(run for run in element.runs if run.lang != "en")
        if runs or not element.runs:
            yield replace(element, runs=runs)
        return
    inside = _narrowed(element) if element.tag == "table" else element
    children = tuple(found for child in inside.children for found in _without(child))
    attributes = {name: value for name, value in inside.attributes.items() if not name.endswith("-en")}
    if element.tag == "pair" and not (len(children) == 2 and all(map(_says_something, children))):
        yield from filter(_says_something, children)
    elif children or not element.children or element.tag in STAY_EMPTY:
        yield replace(inside, children=_beside(children) if element.tag == "section" else children, attributes=attributes)


def _beside(blocks: tuple[Element, ...]) -> tuple[Element, ...]:
    """Return the blocks of a section with its asides in a column of their own, right of all that follows the opening."""
    asides = [block for block in blocks if block.kind == "aside"]
    if not asides:
        return blocks
    begin = next(number for number, block in enumerate(blocks) if block.tag == "h2" or block in asides)
    main = tuple(block for block in blocks[begin:] if block not in asides)
    left = replace(asides[0], kind="", children=main)
    right = replace(asides[0], children=tuple(block for aside in asides for block in aside.children))
    return (*blocks[:begin], replace(asides[0], tag="pair", kind="wide", children=(left, right)))


def _says_something(element: Element) -> bool:
    """Whether an element has words or a picture, or a line to write on."""
    return any(part.runs or part.kind == "line" for part in element.walk())


def _stripped(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return runs without white space, and without line breaks, at the ends of the paragraph."""
    kept = list(runs)
    while kept and not kept[-1].picture and not kept[-1].link and not kept[-1].text.strip():
        kept.pop()
    if kept and kept[-1].text:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip(" \n"))
    return tuple(kept)


def _narrowed(table: Element) -> Element:
    """Return a table without its English rows, and without the columns that are English or name the language of a row."""
    rows = [row for row in table.children if row.lang != "en"]
    columns = list(zip(*(row.children for row in rows), strict=True))
    kept = [number for number, cells in enumerate(columns) if not _is_foreign(cells)]
    if not kept:
        return replace(table, children=())
    widths = [table.attributes["cols"].split()[number] for number in kept]
    if "*" not in widths and len(widths) < len(columns):
        widths[max(range(len(widths)), key=lambda number: float(widths[number].removesuffix("mm")))] = "*"
    narrow = tuple(replace(row, children=tuple(_emptied(row.children[number]) for number in kept)) for row in rows)
    return replace(table, children=narrow, attributes={**table.attributes, "cols": " ".join(widths)})


def _is_foreign(cells: Iterable[Element]) -> bool:
    found = [cell for cell in cells if cell.children]
    return bool(found) and all(cell.lang == "en" or cell.kind == "label" for cell in found)


def _emptied(cell: Element) -> Element:
    return replace(cell, lang="id", children=()) if cell.lang == "en" else cell
