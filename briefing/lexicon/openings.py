"""What the matches of a regular expression begin with, so that it is tried only where one may begin."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LOOKS_BEHIND = re.compile(r"(?:\(\?<[!=][^()]*\))*")
_LETTERS = re.compile(r"[a-z]{1,4}(?![?*{])")


def opening(patterns: Iterable[str]) -> str:
    """Return a regular expression that holds wherever one of some patterns may match, and is much quicker than they; empty where none is known.

    The patterns are of small letters, "(?:…|…)", looks behind and "^" as far as they open; what comes later does not matter.
    """
    known = sorted({letters for pattern in patterns for letters in _openings(pattern)})
    if "" in known:
        return ""
    by_first = ((first, "|".join(letters[1:] for letters in group)) for first, group in groupby(known, key=lambda letters: letters[0]))
    return f"(?={'|'.join(f'{first}(?:{rests})' for first, rests in by_first)})"


def _openings(pattern: str) -> Iterator[str]:
    """Yield the first letters of all that a pattern may match: "^" for its start, an empty string where they are not known."""
    bare = _LOOKS_BEHIND.sub("", pattern, count=1)
    if bare.startswith("^"):
        yield "^"
    elif bare.startswith("(?:"):
        end = _closing(bare)
        for part in _alternatives(bare[len("(?:") : end]):
            yield from _openings(part)
        yield from _behind(bare[end + 1 :])
    elif bare[1:2] == "?":
        yield bare[0]
        yield from _openings(bare[2:])
    else:
        letters = _LETTERS.match(bare)
        yield letters.group() if letters else ""


def _behind(rest: str) -> Iterator[str]:
    """Yield the first letters of what stands behind a group where that may be missing."""
    if rest.startswith("?"):
        yield from _openings(rest[1:])
    elif rest.startswith(("*", "{")):
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
