"""Where a word may be divided, in Indonesian and British English."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from pyphen import Pyphen

if TYPE_CHECKING:
    from briefing.model.document import Lang

DICTIONARIES: dict[Lang, str] = {"id": "id_ID", "en": "en_GB"}
# Only words in lower case: what begins with a capital may be a name.
DIVISIBLE = re.compile(r"([(“]?)([a-z]{8,})[.,;:)”]*")
# Words that the dictionary divides wrongly, with the places where they may be divided.
EXCEPTIONS = {("id", "paragraf"): (4,), ("id", "paragrafnya"): (4, 8)}


@cache
def divisions(word: str, lang: Lang) -> tuple[int, ...]:
    """Return the places in `word` (code points) where it may be divided, at least three letters from its ends; none for names."""
    found = DIVISIBLE.fullmatch(word)
    if not found:
        return ()
    before, letters = found.groups()
    places = EXCEPTIONS.get((lang, letters)) or _dictionary(lang).positions(letters)
    return tuple(len(before) + int(place) for place in places)


@cache
def _dictionary(lang: Lang) -> Pyphen:
    return Pyphen(lang=DICTIONARIES[lang], left=3, right=3)
