"""Whether the words of a page can be read, or are signs without the table that says what letters they are."""

from __future__ import annotations

import re
from typing import Final

_FEWEST: Final = 60
"""Of fewer letters nothing can be said, but that a page with fewer than `_EMPTY` has no text."""

_EMPTY: Final = 12
_UNREADABLE: Final = 0.15
_VOWELS: Final = (0.28, 0.6)
"""The share of vowels among the letters of a to z: 0.38 to 0.47 in Indonesian and English pages; a tenth in letters that were shifted."""

_SIGN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]")
_LETTER = re.compile(r"[A-Za-z]")
_VOWEL = re.compile(r"[aeiouAEIOU]")


def is_garbage(words: str) -> bool:
    """Return whether a page has to be read from its picture: it has no text, or one of signs that stand for no letters."""
    seen = "".join(words.split())
    if len(seen) < _EMPTY:
        return True
    if len(_SIGN.findall(seen)) > _UNREADABLE * len(seen):
        return True
    letters = len(_LETTER.findall(seen))
    if letters < _FEWEST:
        return False
    return not _VOWELS[0] <= len(_VOWEL.findall(seen)) / letters <= _VOWELS[1]
