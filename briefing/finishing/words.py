"""Words as they are compared: what a page shows and what a text holds, whatever lines, spaces and hyphens the layout made of it."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from briefing.rendering.fill import UNPRINTABLE
from briefing.rendering.pdf.characters import printed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

AROUND: Final = 4  # words shown at either side of those that differ
MOST: Final = 160  # characters of a quotation in a sentence
LEAST_ALIKE: Final = 0.5  # share of words in common from which two texts are versions of one


@lru_cache(maxsize=20_000)
def folded(text: str) -> str:
    """Return `text` as paper shows it: single spaces, no hyphens of line ends, for a character that no font has what is printed for it."""
    return " ".join(printed(UNPRINTABLE.sub("", text)).split())


def short(text: str) -> str:
    """Return the beginning of `text`, as long as a sentence can quote it."""
    text = folded(text)
    return text if len(text) <= MOST else text[: MOST - 1].rstrip() + "…"


def apart(found: str, expected: str) -> tuple[str, str]:
    """Return the words in which two texts differ, each with a few around it."""
    first, second = folded(found).split(), folded(expected).split()
    start = _common(first, second)
    end = _common(first[start:][::-1], second[start:][::-1])
    return _window(first, start, len(first) - end), _window(second, start, len(second) - end)


def nearest(words: str, text: str) -> str:
    """Return the words of `text` that stand where `words` could have been copied from; "" where nothing is alike."""
    mine, theirs = folded(words).split(), folded(text).split()
    match = SequenceMatcher(None, theirs, mine, autojunk=False).find_longest_match()
    if match.size < min(2, len(mine)) or not match.size:
        return ""
    start = max(0, match.a - match.b)
    return " ".join(theirs[start : start + len(mine)])


def most_alike(words: str, texts: Iterable[str]) -> str:
    """Return the text that has most words in common with `words`; "" where none has half of them."""
    mine = Counter(folded(words).split())

    def likeness(text: str) -> float:
        theirs = Counter(folded(text).split())
        return 2 * (mine & theirs).total() / max(1, mine.total() + theirs.total())

    best = max(texts, key=likeness, default="")
    return best if likeness(best) >= LEAST_ALIKE else ""


def _common(first: Sequence[str], second: Sequence[str]) -> int:
    return next((place for place, (one, other) in enumerate(zip(first, second, strict=False)) if one != other), min(len(first), len(second)))


def _window(words: Sequence[str], start: int, end: int) -> str:
    first, last = max(0, start - AROUND), min(len(words), end + AROUND)
    return short(("… " if first else "") + " ".join(words[first:last]) + (" …" if last < len(words) else ""))
