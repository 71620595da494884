"""From lines to paragraphs: where one ends by its distance, its indent, its size, and by the room that its last line leaves."""

from __future__ import annotations

import itertools
import re
import statistics
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.reading.pdf.fragments import PageLine

_FARTHER: Final = 1.2
"""A line that is so many usual distances below the last begins a paragraph."""

_EXCEPTION: Final = 0.1
"""A distance that fewer of the lines have is an exception."""

_INDENT: Final = 0.9
"""A line that is set in by so many times its size begins one, if the next is not."""

_RAGGED: Final = 1.5
"""A line of a justified column that ends so many points before its edge is the last of its paragraph."""

_JUSTIFIED: Final = 0.6
_FEWEST_AT_EDGE: Final = 5

_LARGER: Final = 1.15
"""Lines so many times as large as most of the text are headlines."""

_FULL: Final = 30
"""A shorter line, in characters, at the end of a column is a heading, unless the next begins with a small letter."""

_WIDE_LETTER: Final = 0.6
"""No text is wider, in the mean of its letters as a share of their size."""

_WIDER: Final = 0.5
"""A column is as wide as another that begins where it does, if that is wider by less than this share."""

_ITEM = re.compile(r"(?:[-–•*·▪►]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s|Pasal \d+[A-Z]?$|BAB [IVXLC]+$")
_SENTENCE_END = re.compile(r"""[.!?…:;]["”’)\]]*$""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """Where the lines of a column begin and end at most, in points, their usual distance, and whether they are justified: most end at its edge.

    `has_edge`: at least some lines end there together, so that a line that does is full.
    """

    start: float
    end: float
    size: float
    distance: float
    is_justified: bool
    has_edge: bool


def begins(lines: Sequence[PageLine], columns: Sequence[Column], pages: Sequence[int]) -> tuple[bool, ...]:
    """Return for each line whether a paragraph begins with it; `columns` and `pages` say where each line stands."""
    body = statistics.median_high([line.size for line in lines for _ in range(len(line.words) // 10 + 1)]) if lines else 0.0
    found = [True] if lines else []
    for place, (last, line) in enumerate(itertools.pairwise(lines), 1):
        below = lines[place + 1] if place + 1 < len(lines) and columns[place + 1] == columns[place] else None
        same = (pages[place - 1], last.column) == (pages[place], line.column)
        if abs(line.size - last.size) > 0.12 * max(line.size, last.size):
            found.append(True)
        elif not same:
            column = columns[place - 1]
            may_go_on = line.words[0].islower() or len(last.words) > _FULL
            is_full = column.has_edge and column.end - last.end < _RAGGED
            is_ended = _SENTENCE_END.search(last.words) is not None and not is_full
            found.append(not may_go_on or is_ended or _has_room(last, line, column) or _is_next_item(last, line))
        elif last.base - line.base > _FARTHER * columns[place].distance * max(1.0, line.size / columns[place].size):
            found.append(True)
        elif line.size > _LARGER * body:
            found.append(False)
        else:
            found.append(_has_room(last, line, columns[place]) or _is_set_in(last, line, below) or _is_next_item(last, line))
    return tuple(found)


def is_item(words: str) -> bool:
    """Return whether a line begins an item of a list, or a part of a law."""
    return _ITEM.match(words) is not None


def columns(lines: Sequence[PageLine], pages: Sequence[int]) -> tuple[Column, ...]:
    """Return for each line the column that it stands in."""
    usual = _distance(lines, pages)
    found: list[Column] = []
    groups = itertools.groupby(zip(pages, lines, strict=True), lambda pair: (pair[0], pair[1].column))
    blocks = [[line for _page, line in group] for _key, group in groups]
    edges = [(min(line.start for line in block), max(line.end for line in block)) for block in blocks]
    for within, (start, own_end) in zip(blocks, edges, strict=True):
        size = statistics.median(line.size for line in within)
        at_edge = sum(line.end > own_end - _RAGGED for line in within)
        alike = (other for begun, other in edges if abs(begun - start) < size and other < own_end + _WIDER * (own_end - start))
        end = own_end if at_edge >= _FEWEST_AT_EDGE else max(alike)
        column = Column(
            start=start,
            end=end,
            size=size,
            distance=usual.get(round(size), 1.3 * size),
            is_justified=at_edge >= max(_FEWEST_AT_EDGE, _JUSTIFIED * len(within)),
            has_edge=at_edge >= _FEWEST_AT_EDGE,
        )
        found += [column] * len(within)
    return tuple(found)


def _distance(lines: Sequence[PageLine], pages: Sequence[int]) -> dict[int, float]:
    """Return the usual distance of two lines for each size of type, in points."""
    distances: dict[int, list[float]] = {}
    for (page, above), (next_page, below) in itertools.pairwise(zip(pages, lines, strict=True)):
        distance = above.base - below.base
        if (page, above.column) == (next_page, below.column) and 0 < distance < 3 * below.size:
            distances.setdefault(round(below.size), []).append(round(distance, 1))
    return {size: _smallest_usual(found) for size, found in distances.items()}


def _smallest_usual(found: Sequence[float]) -> float:
    """Return the smallest distance that is no exception: in a text of short paragraphs most lines may have a blank one above them."""
    near = {value: sum(0.95 * value <= other <= 1.05 * value for other in found) for value in set(found)}
    return min(value for value, count in near.items() if count >= _EXCEPTION * len(found))


def _has_room(last: PageLine, line: PageLine, column: Column) -> bool:
    """Return whether the end of a line was meant: it is not drawn out to the edge, or the first word of the next would have found room behind it."""
    if column.is_justified and column.end - last.end > _RAGGED:
        return True
    first = line.words.split(" ", 1)[0]
    letter = min((line.end - line.start) / max(1, len(line.words)), _WIDE_LETTER * line.size)  # a row of a table has gaps between its words
    needed = (len(first) + 1.5) * letter
    return column.end - last.end > needed


def _is_set_in(last: PageLine, line: PageLine, below: PageLine | None) -> bool:
    far = _INDENT * line.size
    return line.start - last.start > far and below is not None and line.start - below.start > far and not _ITEM.match(last.words)


def _is_next_item(last: PageLine, line: PageLine) -> bool:
    return is_item(line.words) and (_SENTENCE_END.search(last.words) is not None or last.words.endswith((",", "dan", "atau", "dan/atau")))
