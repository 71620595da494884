"""Tokens: the narrative cut into words, also where scraping has run two of them together."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.lexicon import places
from briefing.lexicon.names import names_in_di

# A degree with its inner full stops (S.IP, Ph.D) is one word; elsewhere a full stop ends it, since scraping glues sentences ("ujar Eko.Dia berharap").
_WORD = re.compile(
    r"(?:[A-Z][a-z]{0,2}\.)+(?!(?:Dia|Ia|Ini|Itu|Kami|Kata|Kita|Saat|Namun|Usai|Untuk|Jika|Bila|Dari|Pada|Para|Hal|Lalu)\b)[A-Z][A-Za-z]{0,4}(?!\w)|\w+(?:['’/-]\w+)*"
)
# A name that has run together with the "di" before a place: "Putradi Singaraja, Selasa".
_RUN_TOGETHER = re.compile(r"di (?<=[a-z]{3}di )(?P<place>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?=[,.])")
_NAME = re.compile(r"[A-Z][a-z]{4,}")


class Word(NamedTuple):
    """Where a word of the narrative starts and ends."""

    start: int
    end: int


def cut(text: str) -> list[Word]:
    """Return the words of a text; a name that has run together with "di" is two."""
    ends = {match.start() for match in _RUN_TOGETHER.finditer(text) if _is_run_together(text, match)}
    words = [Word(*match.span()) for match in _WORD.finditer(text)]
    if not ends:
        return words
    parts = ((Word(word.start, word.end - 2), Word(word.end - 2, word.end)) if word.end - len("di") in ends else (word,) for word in words)
    return [word for part in parts for word in part]


def _is_run_together(text: str, match: re.Match[str]) -> bool:
    word = text[text.rfind(" ", 0, match.start()) + 1 : match.start()] + "di"
    return _NAME.fullmatch(word) is not None and word not in names_in_di() and places.is_place(match["place"]) and not places.is_place(word)


def is_cut_short(text: str, end: int) -> bool:
    """Return whether a name that ends at `end` has run together with "di", so that nobody is sure where it ends."""
    return text.startswith("di ", end)
