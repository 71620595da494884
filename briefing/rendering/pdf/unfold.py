"""Tables for large print: those whose columns would be too narrow are set with each cell of a row below the last, under its head."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.model.document import Element, Run
from briefing.rendering.pdf.tables import is_head, widths_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NARROWEST = 130.0  # points: eight letters a line would be the rule in less
HEADS = "90 *"


def unfolded(table: Element, width: float, scale: float) -> Element:
    """Return a table as it is where its columns fit into `width` points, else with a row for each cell.

    Terms stay beside their English, with what else is said of them below them. Of forms to write in, only those with a label beside each line change: there the label stands above it.
    """
    columns = table.attributes["cols"].split()
    if table.kind == "form" and len(columns) == 2:
        return replace(table, children=tuple(_written(table.children)), attributes={"cols": "*"})
    if table.kind == "form" or len(columns) < 3 or _fits(columns, width, scale):
        return table
    first, *rows = table.children
    if table.kind == "terms":
        return replace(table, children=tuple(map(_two_languages, table.children)), attributes={"cols": "* *"})
    if is_head(first):
        bilingual = any(row.lang == "en" for row in rows)
        found = tuple(line for row in rows for line in _headed(first, row, bilingual=bilingual))
        return replace(table, children=found, attributes={"cols": HEADS})
    parted = tuple(replace(row, children=row.children[start : start + 2]) for row in table.children for start in range(0, len(columns), 2))
    return replace(table, children=parted, attributes={"cols": " ".join(columns[:2])}) if len(columns) % 2 == 0 else table


def _fits(columns: Sequence[str], width: float, scale: float) -> bool:
    """Whether no column that takes a share of the width, or is given half a share of it, becomes too narrow for words."""
    given = [column for column in columns if column != "*"]
    shares = columns.count("*")
    used = sum(widths_of(given, 1_000_000, scale))
    return used + shares * NARROWEST <= width


def _two_languages(row: Element) -> Element:
    """Return a row of terms with its further cells below the first."""
    first, english, *others = row.children
    further = tuple(replace(part, kind=part.kind or cell.kind) for cell in others for part in cell.children)
    return replace(row, children=(replace(first, children=(*first.children, *further)), english))


def _written(rows: Sequence[Element]) -> Iterator[Element]:
    """Yield each label and each line to write on as a row of its own."""
    for row in rows:
        label, line = row.children
        if label.children:
            yield replace(row, children=(label,))
        yield replace(row, kind="more" if label.children else row.kind, children=(line,))


def _headed(head: Element, row: Element, *, bilingual: bool) -> Iterator[Element]:
    """Yield a line for each cell: its head, then what is in it; cells without a head only name what the heads say by now."""
    kind = row.kind if row.kind != "more" else ""
    for title, cell in zip(head.children, row.children, strict=True):
        if not title.children or not cell.children:
            continue
        words = tuple(part for part in title.children if not bilingual or part.lang == row.lang) or title.children
        name = replace(title, lang=row.lang, attributes={}, children=(_joined(words),))
        yield replace(row, kind=kind, children=(name, replace(cell, tag="td", attributes={})))
        kind = "more"


def _joined(words: Sequence[Element]) -> Element:
    """Return the paragraphs of a head, in one language or two, on one line: "Nama / Name"."""
    first, *others = words
    runs = [replace(run, lang=run.lang or part.lang) for part in others for run in (Run(text=" / "), *part.runs)]
    return replace(first, kind="", runs=(*first.runs, *runs))
