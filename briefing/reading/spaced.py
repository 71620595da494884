"""Letters set apart for emphasis, "S U R A T  E D A R A N": closed to the words that they are."""

from __future__ import annotations

import re

_LETTERS = re.compile(r"(?<!\S)[^\W\d_](?: {1,3}[^\W\d_]){3,}(?!\S)")
_BETWEEN_WORDS = re.compile(r" {2,}")


def closed(line: str) -> str:
    """Return a line with its spaced-out letters closed; two or three spaces between letters part words, and all other runs of spaces are one."""
    joined = _LETTERS.sub(lambda found: " ".join(word.replace(" ", "") for word in _BETWEEN_WORDS.split(found[0])), line)
    return _BETWEEN_WORDS.sub(" ", joined).strip(" ")
