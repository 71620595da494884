"""The headline of a web page: as it is printed there, without the names of the site that the page adds to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.model.span import Span
from briefing.reading.outlets import outlet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SEPARATOR = re.compile(r"\s+(?:[-–—|•·»~]|::)\s+|\s*\|\s*|(?<=[\w.]):\s+")
_NOT_LETTERS = re.compile(r"[\W_]+")
_SHORTEST: Final = 3  # words
_COVERED: Final = 0.6


def headline(title: str, sites: Sequence[str]) -> Span:
    """Return the part of a title that is left without names of the site before and behind it: "Rapat Ditunda - Kabar Desa"."""
    names = {letters(name) for name in sites} - {""}
    start, end = 0, len(title)
    while separators := list(_SEPARATOR.finditer(title, start, end)):
        first, last = separators[0], separators[-1]
        if _is_site(title[last.end() : end], names):
            end = last.start()
        elif _is_site(title[start : first.start()], names):
            start = first.end()
        else:
            break
    return Span(start, end)


def site_parts(title: str) -> tuple[Span, ...]:
    """Return the parts behind the last separator of a title and before the first, where a page puts the name of its site."""
    separators = list(_SEPARATOR.finditer(title))
    return (Span(separators[-1].end(), len(title)), Span(0, separators[0].start())) if separators else ()


def is_printed_title(line: str, titles: Mapping[str, str]) -> bool:
    """Return whether a line is what the page says of its title: one of its parts, most of it, or nearly all of its words; `titles` go by their letters."""
    words = letters(line)
    if len(words.split()) < _SHORTEST:
        return False
    parts = (part for whole, title in titles.items() if words in whole for part in _SEPARATOR.split(title))
    return any(words == letters(part) for part in parts) or any(
        (words in whole and len(words) >= _COVERED * len(whole)) or _shared(words, whole) > 0.8 for whole in titles
    )


def letters(text: str) -> str:
    """Return a text without case, marks and runs of blanks."""
    return _NOT_LETTERS.sub(" ", text.casefold()).strip()


def _shared(words: str, whole: str) -> float:
    """Return the share of the different words of two titles that both have."""
    one, other = set(words.split()), set(whole.split())
    return len(one & other) / (len(one | other) or 1)


def _is_site(part: str, names: set[str]) -> bool:
    """Return whether a part of a title names the site: a known outlet, one of `names`, or few words with one of them, "Kabar Desa Nasional"."""
    words = letters(part)
    joined = words.replace(" ", "")
    if words in names or outlet(part) or not words:
        return True
    return len(words.split()) <= 4 and any(len(name) > 3 and name.replace(" ", "") in joined for name in names)
