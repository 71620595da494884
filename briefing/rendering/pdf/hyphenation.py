"""Where a word may be divided, in Indonesian and British English: Liang's method with the patterns that pyphen brings.

The patterns are kept as they are written and read only where a word needs them: pyphen itself reads all 25 000 at once, a third of a second.
Its Indonesian patterns have misprints of several digits in a row ("mil12112211"); they count as one place here, so that memiliki is memi-liki.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from pyphen import LANGUAGES

if TYPE_CHECKING:
    from briefing.model.document import Lang

PATTERNS: dict[Lang, str] = {"id": "id_ID", "en": "en_GB"}
LEAST = 3
"""Letters that stay together at either end of a divided word."""
# Only words in lower case: what begins with a capital may be a name.
DIVISIBLE = re.compile(r"([(“]?)([a-z]{8,})[.,;:)”]*")
DIGITS = b"0123456789"
# Words that the patterns divide wrongly, with the places where they may be divided.
EXCEPTIONS = {("id", "paragraf"): (4,), ("id", "paragrafnya"): (4, 8)}


@cache
def divisions(word: str, lang: Lang) -> tuple[int, ...]:
    """Return the places in `word` (code points) where it may be divided, at least three letters from its ends; none for names."""
    found = DIVISIBLE.fullmatch(word)
    if not found:
        return ()
    before, letters = found.groups()
    places = EXCEPTIONS.get((lang, letters)) or _places(letters, lang)
    return tuple(len(before) + place for place in places)


def _places(letters: str, lang: Lang) -> tuple[int, ...]:
    """Return where the highest number of all patterns that occur in the word is odd (F. M. Liang, "Word Hy-phen-a-tion by Com-put-er", 1983)."""
    patterns, longest = _patterns(lang)
    framed = f".{letters}."
    levels = [0] * (len(framed) + 1)
    for start in range(len(framed)):
        for end in range(start + 1, min(start + longest, len(framed)) + 1):
            at = start
            for sign in patterns.get(framed[start:end], ""):
                if sign.isdigit():
                    levels[at] = max(levels[at], int(sign))
                else:
                    at += 1
    return tuple(place for place in range(LEAST, len(letters) - LEAST + 1) if levels[place + 1] % 2)


@cache
def _patterns(lang: Lang) -> tuple[dict[str, str], int]:
    """Return the patterns of a language by their letters, and the length of the longest."""
    encoding, content = LANGUAGES[PATTERNS[lang]].read_bytes().split(b"\n", 1)
    letters, lines = (data.decode(encoding.decode("ascii").strip()).splitlines() for data in (content.translate(None, DIGITS), content))
    patterns = dict(zip(letters, lines, strict=True))
    return patterns, max(map(len, patterns))
