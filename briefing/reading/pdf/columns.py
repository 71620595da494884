"""From the words of a page to its lines in reading order: columns by gutters that no line crosses."""

from __future__ import annotations

import itertools
import statistics
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from briefing.reading.pdf.fragments import GUTTER, SAME_BASE, PageLine, fragments
from briefing.reading.spaced import closed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.reading.pdf.glyphs import GlyphPage

_FEWEST_LINES: Final = 3
_SHORTEST_LINES: Final = 18
"""A column has at least so many lines, and so many characters in each on average; narrower ones are those of a table or of labels."""

_FOOT_LINES: Final = 2
"""So many lines below columns may be the foot of the page."""

_FAR: Final = float("inf")

_PARTED: Final = 1.7
"""Text that is further below a column than this many line distances is not of it."""


def lines(page: GlyphPage, known: Sequence[float] = ()) -> tuple[tuple[PageLine, ...], tuple[float, ...]]:
    """Return the lines of a page in reading order, and where the middles of its gutters are.

    At `known`, the gutters of the pages before it, a few lines are columns too: the end of an article.
    """
    rows = _rows(fragments(page.glyphs))
    found: list[PageLine] = []
    gutters: list[float] = []
    for band, edges in _bands(rows, known):
        gutters += edges
        for column in band:
            number = found[-1].column + 1 if found else 0
            found += [_joined(row, number) for row in column if row]
    return tuple(found), tuple(dict.fromkeys(gutters))


def _rows(found: Sequence[PageLine]) -> list[list[PageLine]]:
    """Return the fragments by baseline, from the top of the page, those of each row from left to right."""
    rows: list[list[PageLine]] = []
    for fragment in sorted(found, key=lambda fragment: (-fragment.base, fragment.start)):
        if rows and rows[-1][0].base - fragment.base < SAME_BASE * max(rows[-1][0].size, fragment.size):
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    return [sorted(row, key=lambda fragment: fragment.start) for row in rows]


def _bands(rows: Sequence[list[PageLine]], known: Sequence[float]) -> Iterator[tuple[list[list[list[PageLine]]], list[float]]]:
    """Yield the bands of a page from the top, each as its columns, each as its rows, and the middles of the gutters between them."""
    place = 0
    plain: list[list[PageLine]] = []
    while place < len(rows):
        end, gutters = _common_gutters(rows, place)
        edges = _edges(rows[place:end], [_middle(gutter, known) for gutter in gutters], known)
        if not edges:
            plain.append(rows[place])
            place += 1
            continue
        end = place + _without_tail(rows[place:end], edges) if len(rows) - end > _FOOT_LINES else end
        if plain:
            yield [plain], []
            plain = []
        yield [_between(rows[place:end], start, stop) for start, stop in itertools.pairwise((-_FAR, *edges, _FAR))], edges
        place = end
    if plain:
        yield [plain], []


def _middle(gutter: tuple[float, float], known: Sequence[float]) -> float:
    return next((edge for edge in known if gutter[0] < edge < gutter[1]), sum(gutter) / 2)


def _common_gutters(rows: Sequence[list[PageLine]], start: int) -> tuple[int, list[tuple[float, float]]]:
    """Return up to which row some gaps between the fragments of the row `start` and those below stay free, and these gaps.

    What is free on either side of a row becomes a gap when rows below have something there.
    """
    gaps = list(_free((-_FAR, _FAR), rows[start]))
    for place in range(start + 1, len(rows)):
        between = list(filter(_is_between, gaps))
        if between and not any(True for gap in between for _part in _free(gap, rows[place])):
            return place, between
        gaps = [part for gap in gaps for part in _free(gap, rows[place])]
    return len(rows), list(filter(_is_between, gaps))


def _is_between(gap: tuple[float, float]) -> bool:
    """Return whether something stands on either side of a gap."""
    return gap[0] > -_FAR and gap[1] < _FAR


def _free(gap: tuple[float, float], row: Sequence[PageLine]) -> Iterator[tuple[float, float]]:
    """Yield what a row leaves free of a gap, if that is wide enough for a gutter."""
    start, end = gap
    for fragment in row:
        if fragment.end > start and fragment.start < end:
            if fragment.start - start > GUTTER * fragment.size:
                yield start, fragment.start
            start = max(start, fragment.end)
    if end - start > GUTTER * row[0].size:
        yield start, end


def _edges(rows: Sequence[list[PageLine]], middles: Sequence[float], known: Sequence[float]) -> list[float]:
    """Return which gutters part columns; a column that is too narrow to be read by itself goes with the next."""
    edges: list[float] = []
    start = -_FAR
    for middle in middles:
        if middle in known or _is_prose(_between(rows, start, middle)):
            edges.append(middle)
            start = middle
    if edges and not (edges[-1] in known or _is_prose(_between(rows, start, _FAR))):
        edges.pop()
    return edges


def _between(rows: Sequence[list[PageLine]], start: float, end: float) -> list[list[PageLine]]:
    return [[fragment for fragment in row if start <= fragment.start < end] for row in rows]


def _is_prose(column: Sequence[Sequence[PageLine]]) -> bool:
    """Return whether a column can be read by itself."""
    lengths = [sum(len(fragment.words) for fragment in row) for row in column if row]
    return len(lengths) >= _FEWEST_LINES and statistics.mean(lengths) >= _SHORTEST_LINES


def _without_tail(rows: Sequence[list[PageLine]], edges: Sequence[float]) -> int:
    """Return how many rows belong to columns that do not reach the end of the page.

    Behind the last row that stands in two of them, one that is parted by a wider gap begins what spans the page.
    """
    both = [place for place, row in enumerate(rows) if len({sum(fragment.start > edge for edge in edges) for fragment in row}) > 1]
    distances = [above[0].base - below[0].base for above, below in itertools.pairwise(rows)]
    usual = statistics.median(distances) if distances else 0.0
    for place in range(both[-1] if both else len(rows), len(rows) - 1):
        if distances[place] > _PARTED * usual:
            return place + 1
    return len(rows)


def _joined(row: Sequence[PageLine], column: int) -> PageLine:
    """Return the fragments of a row as one line."""
    biggest = max(row, key=lambda fragment: len(fragment.words))
    words = closed(" ".join(fragment.words for fragment in row))
    return replace(biggest, words=words, start=row[0].start, end=max(fragment.end for fragment in row), column=column)
