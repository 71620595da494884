"""The translation memory: what was translated before, found again word for word, with who stands behind it."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from briefing.lexicon.load import rows
from briefing.model.pack import Origin, Translation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_QUOTES = re.compile("[\"“”„‟«»″'‘’‚`]")
_SPACES = re.compile(r"\s+")
_OUTER = " .,;:!?…–—-"


def shipped() -> dict[str, Translation]:
    """Return the memory that comes with the program: the project's translations of the sample articles."""
    return remembered(rows("en/memory.csv"))


def remembered(entries: Iterable[Mapping[str, str]]) -> dict[str, Translation]:
    """Return the translations by their folded source, from rows with the columns of en/memory.csv.

    Where a source stands there twice, what a person reviewed wins, else the later row.
    """
    memory: dict[str, Translation] = {}
    for entry in entries:
        key, found = fold(entry["source"]), _translation(entry)
        known = memory.get(key)
        if not known or known.origin != Origin.REVIEWED or found.origin == Origin.REVIEWED:
            memory[key] = found
    return memory


def with_own(memory: Mapping[str, Translation], own: Iterable[tuple[str, Translation | None]]) -> dict[str, Translation]:
    """Return a memory in which the officer's own English stands in place of what it held for the same words; None takes theirs out."""
    folded = {fold(words): english for words, english in own}
    return {key: english for key, english in ({**memory, **folded}).items() if english}


def fold(text: str) -> str:
    """Return what two texts share that differ only in quotation marks, white space and the punctuation around them."""
    return _SPACES.sub(" ", _QUOTES.sub("", text)).strip(_OUTER)


def _translation(entry: Mapping[str, str]) -> Translation:
    """Return one row as a translation; "reviewed" without a name and a day counts as the project's."""
    if entry["status"] == "reviewed" and entry["by"] and entry["on"]:
        return Translation(text=entry["target"], origin=Origin.REVIEWED, reviewer=entry["by"], date=date.fromisoformat(entry["on"]))
    if entry["status"] == "machine":
        return Translation(text=entry["target"], origin=Origin.MACHINE, engine=entry["engine"] or None)
    return Translation(text=entry["target"], origin=Origin.PROJECT)
