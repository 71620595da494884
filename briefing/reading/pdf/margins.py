"""What stands in the margins of pages and is no text: running heads, page numbers, and what a browser prints around a page."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from briefing.reading.pdf.paragraphs import is_item

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.reading.pdf.fragments import PageLine

_MARGIN: Final = 0.14
"""The share of the height of a page, at the top and at the bottom, in which such lines stand."""

_EDGE_LINES: Final = 3
"""Only so many lines from either edge are looked at."""

_LEADING: Final = 1.6
"""From one line of a text to the next, in units of its size, at most."""

_REPEATED: Final = 0.3
"""A line that stands on this share of the pages is a running head; odd and even pages may have one each."""

_LONGEST: Final = 160
_NUMERAL = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
_NUMBER = re.compile(
    r"(?:[-–—|.]\s*)?(?:(?:hal(?:aman)?|page|hlm)\b\.?\s*:?\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|dari|of|\|)\s*\d{1,4})?(?:\s*[-–—|.])?",
    re.IGNORECASE,
)
_PRINTED_FROM = re.compile(r"(?:https?|file)://\S+(?:\s+\d{1,3}/\d{1,3})?")
_PRINTED_ON = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}[.:]\d\d(?: [AP]M)?\b.*")


def margins(pages: Sequence[Sequence[PageLine]], heights: Sequence[float]) -> tuple[frozenset[int], ...]:
    """Return for each page the places of the lines in its margins that are running heads and page numbers."""
    edges = [
        {place: _keys(lines[place], side, number) for place, side in _edge(lines, height)}
        for number, (lines, height) in enumerate(zip(pages, heights, strict=True))
    ]
    counts = Counter(key for edge in edges for key in {key for keys in edge.values() for key in keys})
    often = max(2, round(_REPEATED * len(pages)))
    return tuple(
        frozenset(place for place, keys in edge.items() if any(counts[key] >= often for key in keys) or _is_alone(lines[place].words))
        for lines, edge in zip(pages, edges, strict=True)
    )


def _edge(lines: Sequence[PageLine], height: float) -> Iterator[tuple[int, str]]:
    """Yield the places of the lines near the top and the bottom of a page, and which of the two it is."""
    by_height = sorted(range(len(lines)), key=lambda place: -lines[place].base)
    for place in by_height[:_EDGE_LINES]:
        if lines[place].base > (1 - _MARGIN) * height and not (_goes_on(lines, place) or (place and _goes_on(lines, place - 1))):
            yield place, "top"
    for place in by_height[-_EDGE_LINES:]:
        if lines[place].base < _MARGIN * height:
            yield place, "bottom"


def _goes_on(lines: Sequence[PageLine], place: int) -> bool:
    """Return whether a line goes on in small letters in the next of its column, set as close as text: it opens a column, however often it does."""
    line, below = lines[place], lines[place + 1 : place + 2]
    return any(next_.column == line.column and 0 < line.base - next_.base < _LEADING * line.size and next_.words[:1].islower() for next_ in below)


def _keys(line: PageLine, side: str, page: int) -> set[tuple[str, int, str]]:
    """Return what a running head is known by: its words, the number in it counted up or down with the pages, "Halaman 3" but not "Pasal 3".

    The end of a sentence, such as "Cukup jelas.", is no running head, however often it comes to stand at the end of a page.
    """
    words = line.words.casefold()
    if len(words) > _LONGEST or words.endswith((".", ";", ":", ",")) or is_item(line.words):
        return set()
    return {(side, way, _counted(words, way * page)) for way in (-1, 0, 1)}


def _counted(words: str, by: int) -> str:
    """Return a line with its numbers counted on."""
    return _NUMERAL.sub(lambda found: f"#{int(found[0]) + by}", words)


def _is_alone(words: str) -> bool:
    """Return whether a line in a margin is furniture on one page too: a page number, or the head and foot that a browser prints."""
    return any(pattern.fullmatch(words) for pattern in (_NUMBER, _PRINTED_FROM, _PRINTED_ON))
