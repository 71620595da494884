"""Words broken at the end of a line: which hyphens belong to the word, and which only to the line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.lexicon.load import table

if TYPE_CHECKING:
    from collections.abc import Collection

SOFT: Final = "\u00ad"
_SHARED: Final = 3
_LAST = re.compile(r"(?P<word>[\w-]*[^\W_])[-\u2010\u00ad]$")
_FIRST = re.compile(r"[^\W_][\w-]*")


def joined(line: str, after: str, known: Collection[str]) -> str | None:
    """Return `line` as it stands before `after`, without the hyphen of a word that goes on there, or with one that is the word's own.

    None where no word goes on. `known` are the words of the whole text in lower case, by which a doubt is decided.
    """
    last, first = _LAST.search(line), _FIRST.match(after)
    if not last or not first:
        return None
    one, other = last["word"], first[0]
    if line.endswith(SOFT):
        return line[:-1]
    if not (other[0].islower() or (one.isupper() and other.isupper() and one[-1].isalpha())):
        return line
    return line if _is_own(one.lower(), other.lower(), known) else line[:-1]


def _is_own(one: str, other: str, known: Collection[str]) -> bool:
    """Return whether the hyphen between two parts is the word's own: by the text, else because the word is doubled or has such a first part."""
    if f"{one}-{other}" in known:
        return True
    if f"{one}{other}" in known:
        return False
    kept = table("id/hyphens.toml")
    half = one.rpartition("-")[2]
    is_doubled = half[-_SHARED:] in other or other[:_SHARED] in half or f"{one}-{other}" in kept["doubled"]
    return len(half) == 1 or half in kept["first"] or is_doubled
