"""Whether two texts say the same: content words compared as sets."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from briefing.lexicon.load import table

_WORD = re.compile(r"\w+(?:-\w+)*")


@lru_cache(maxsize=4096)  # every pair of passages is compared
def content_words(text: str) -> frozenset[str]:
    """Return the words of `text` that carry content, in lower case."""
    return frozenset(_WORD.findall(text.lower())) - _listed("stop_words")


def same_point(one: str, other: str) -> bool:
    """Return whether the shorter text says little that the other does not: most of its content words stand there."""
    first, second = content_words(one), content_words(other)
    smaller = min(len(first), len(second))
    return smaller > 0 and len(first & second) >= threshold("same_point") * smaller


def same_rule(one: str, other: str) -> bool:
    """Return whether two sentences state one rule: nearly the same content words; the same negations, addressees and numbers in the same order."""
    first, second = content_words(one), content_words(other)
    alike = len(first & second) >= threshold("same_rule") * len(first | second)
    return bool(first and second) and alike and _turns(one) == _turns(other)


def threshold(name: str) -> float:
    """Return one of the numbers at the top of selection.toml."""
    return float(table("id/selection.toml")[name])


@lru_cache(maxsize=4096)
def _turns(text: str) -> tuple[str, ...]:
    """Return the words of `text` that make it another rule where they differ, and its numbers, in order."""
    return tuple(word for word in _WORD.findall(text.lower()) if word in _listed("turning_words") or word.isdecimal())


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(table("id/selection.toml")[name].split())
