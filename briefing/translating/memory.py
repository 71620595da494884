"""The translation memory: what was translated before, found again word for word, with who stands behind it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from briefing.editing.personal import mask
from briefing.lexicon.load import rows
from briefing.model.pack import Origin, Translation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NO_TEXT: Final = frozenset(map(chr, (*range(0x20), 0x7F, *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)))
"""Characters that no XML and no page holds, but for line ends and tabs; they count as spaces."""

_FOLDED = str.maketrans(dict.fromkeys("\"“”„‟«»″'‘’‚`", "") | dict.fromkeys(NO_TEXT, " "))
_OUTER = " .,;:!?…–—-"
_MARKS = re.compile('["“”„‟«»″]')
_PAIR = re.compile('\\s*["“„«](?P<words>[^"“”„‟«»]*)["”“»]\\s*', re.DOTALL)


def shipped(own: Iterable[Mapping[str, str]] = ()) -> dict[str, Translation]:
    """Return the memory that comes with the program, the project's translations of the sample articles, with the office's `own` rows over it."""
    return remembered((*rows("en/memory.csv"), *own))


def remembered(entries: Iterable[Mapping[str, str]]) -> dict[str, Translation]:
    """Return the translations by their folded source, from rows with the columns of en/memory.csv.

    Where a source stands there twice, what a person reviewed wins, of that what has the later day, else the later row.
    """
    memory: dict[str, Translation] = {}
    for entry in entries:
        key, found = fold(entry["source"]), _translation(entry)
        known = memory.get(key)
        if not known or _rank(found) >= _rank(known):
            memory[key] = found
    return memory


def with_own(memory: Mapping[str, Translation], own: Iterable[tuple[str, Translation | None]]) -> dict[str, Translation]:
    """Return a memory in which the officer's own English stands in place of what it held for the same words; None takes theirs out."""
    folded = {fold(form): english and replace(english, text=bare(english.text)) for words, english in own for form in (mask(words), words)}
    return {key: english for key, english in ({**memory, **folded}).items() if english}


def lookup(memory: Mapping[str, Translation], words: str) -> Translation | None:
    """Return the English that a memory holds for these words, also where it holds them with personal numbers masked; None where it holds none."""
    return memory.get(fold(words)) or memory.get(fold(mask(words)))


def fold(text: str) -> str:
    """Return what two texts share that differ only in quotation marks, white space and the punctuation around them."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_FOLDED).split()).strip(_OUTER)


def bare(english: str) -> str:
    """Return English without the one pair of quotation marks around all of it: marks are the page's to set."""
    whole = _PAIR.fullmatch(english)
    return whole["words"].strip() if whole else english.strip()


def unmarked(english: str) -> str:
    """Return English without any quotation marks, which no English has before a person reviewed it."""
    return _MARKS.sub("", bare(english)).strip()


def _rank(english: Translation) -> tuple[bool, date]:
    return english.origin == Origin.REVIEWED, english.date or date.min


def _translation(entry: Mapping[str, str]) -> Translation:
    """Return one row as a translation; "reviewed" without a name and a day counts as the project's."""
    if entry["status"] == "reviewed" and entry["by"] and entry["on"]:
        return Translation(text=bare(entry["target"]), origin=Origin.REVIEWED, reviewer=entry["by"], date=date.fromisoformat(entry["on"]))
    english = unmarked(entry["target"])
    if entry["status"] == "machine":
        return Translation(text=english, origin=Origin.MACHINE, engine=entry["engine"] or None)
    return Translation(text=english, origin=Origin.PROJECT)
