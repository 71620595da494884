"""What is printed for a character: itself where the fonts have it, else its plain equivalent, or its number in Unicode: never a box."""

from __future__ import annotations

import re
from functools import cache
from typing import Final
from unicodedata import category, decomposition, normalize

from briefing.rendering.pdf.fonts import is_shown

# What may need another form: all but the characters of Indonesian and English text, which the fonts have.
UNUSUAL: Final = re.compile("[^\n -~\u00a0-\u00ac\u00ae-\u017f–—‘’“”…]")
VARIATION: Final = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
CHANGED: Final = ("<circle>", "<square>", "<super>", "<sub>", "<fraction>")
"""Decompositions that read otherwise once they are plain (Unicode Standard Annex 44, table 14): Pasal ①② is not Pasal 12."""


def printed(text: str) -> str:
    """Return `text` as it is printed, its letters composed with their accents; what is printed already stays as it is."""
    return "".join(map(_drawn, _plain_text(text))) if UNUSUAL.search(text) else text


def unprintable(text: str) -> set[str]:
    """Return the characters of `text` that are printed as their numbers."""
    return {character for character in _plain_text(text) if _drawn(character) == _number(character)} if UNUSUAL.search(text) else set()


def _plain_text(text: str) -> str:
    return normalize("NFC", "".join(map(_plain, text)))


@cache
def _plain(character: str) -> str:
    """Return a character that the fonts have, or has no other form, as it is; nothing for what nobody sees: a soft hyphen, a mark of direction."""
    kind = category(character)
    if kind in {"Cc", "Zl", "Zp"}:
        return character if character == "\n" else " " if character in "\t\r\x85\u2028\u2029" else ""
    if kind == "Cf" or VARIATION.match(character):
        return ""
    plain = normalize("NFKC", character)
    changes = decomposition(character).startswith(CHANGED)
    return plain if not is_shown(character) and not changes and all(map(is_shown, plain)) else character


@cache
def _drawn(character: str) -> str:
    """Return a character, or its letter and accents one by one, where the fonts have them, else its number."""
    parts = normalize("NFD", character)
    return character if character == "\n" or is_shown(character) else parts if all(map(is_shown, parts)) else _number(character)


def _number(character: str) -> str:
    return f"[U+{ord(character):04X}]"
