"""What the matches of a regular expression begin with, so that it is tried only where one may begin."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LOOKS_BEHIND = re.compile(r"(?:\(\?<[!=][^()]*\))*")
_LETTERS = re.compile(r"[a-z]{1,4}(?![?*{])")
_EITHER = re.compile(r"\[([a-z])\1\]")
_GROUP = re.compile(r"\(\?(?:-?i)?[:=]")  # one in which capitals count or do not, or that looks ahead, opens as its alternatives do


def opening(patterns: Iterable[str]) -> str:
    """Return a regular expression that holds wherever one of some patterns may match, and is much quicker than they; empty where none is known.

    It is of small letters. The patterns are of letters, "|", "(?:…|…)", "(?=…)", looks behind and "^" as far as they open; what comes later does not matter.
    """
    known = sorted({letters for pattern in patterns for letters in _openings(_small(f"(?:{pattern})"))})
    if "" in known:
        return ""
    by_first = ((first, "|".join(letters[1:] for letters in group)) for first, group in groupby(known, key=lambda letters: letters[0]))
    return f"(?={'|'.join(f'{first}(?:{rests})' for first, rests in by_first)})"


def may_match(pattern: str, small: str) -> bool:
    """Return whether some small letters hold those with which a match of a pattern, in any letter case, begins: so that few patterns need be made."""
    return any(letters in small for letters in _any_opening(pattern))


def stands(words: str, text: str) -> bool:
    """Return whether the whole words of a pattern stand in a text, in any letter case; the pattern is made only where it may match."""
    return may_match(words, text.lower()) and whole_words(words).search(text) is not None


@cache
def whole_words(words: str) -> re.Pattern[str]:
    """Return a pattern made for whole words, in any letter case."""
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


@cache
def _any_opening(pattern: str) -> frozenset[str]:
    """Return the first letters, small, of all that a pattern may match; an empty string, which stands everywhere, where they are not known."""
    return frozenset(letters.removeprefix("^") for letters in _openings(_small(f"(?:{pattern})")))


def _small(pattern: str) -> str:
    """Return a pattern in small letters, "[Pp]egawai" as "pegawai"."""
    return _EITHER.sub(r"\1", pattern.lower())


def _openings(pattern: str) -> Iterator[str]:
    """Yield the first letters of all that a pattern may match: "^" for its start, an empty string where they are not known."""
    bare = _LOOKS_BEHIND.sub("", pattern, count=1)
    if bare.startswith("^"):
        yield "^"
    elif group := _GROUP.match(bare):
        end = _closing(bare)
        for part in _alternatives(bare[group.end() : end]):
            yield from _openings(part)
        yield from _behind(bare[end + 1 :])
    elif bare[1:2] == "?" and bare[0].isalpha():
        yield bare[0]
        yield from _openings(bare[2:])
    else:
        letters = _LETTERS.match(bare)
        yield letters.group() if letters else ""


def _behind(rest: str) -> Iterator[str]:
    """Yield the first letters of what stands behind a group where that may be missing."""
    if rest.startswith("?"):
        yield from _openings(rest[1:])
    elif rest.startswith(("*", "{0", "{,")):
        yield ""


def _closing(group: str) -> int:
    """Return where the bracket closes that opens a pattern."""
    depth = 0
    for at, sign in enumerate(group):
        depth += (sign == "(") - (sign == ")")
        if not depth:
            return at
    return len(group)


def _alternatives(inside: str) -> Iterator[str]:
    """Yield the alternatives of a group."""
    depth = start = 0
    for at, sign in enumerate(inside):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            yield inside[start:at]
            start = at + 1
    yield inside[start:]
