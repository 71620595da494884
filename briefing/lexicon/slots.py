"""What a wording of a statement leaves open: the slots of said.toml, filled with what the sentence says of when, to whom and of which things."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.lexicon.load import cached, table
from briefing.lexicon.phrases import Phrase, either, listed

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAME = re.compile(r"\{(\w+)\}")
_NOTHING = Phrase("", "")


def filled(text: Phrase, sentence: str, words: str) -> Phrase:
    """Return a wording with its slots filled from the sentence, or from the `words` in which it stands; {who} is left open."""
    names = set(_NAME.findall(text.id + text.en)) & _slots().keys()
    of_words = table("said.toml")["slots"]["of_words"]
    return text.format(who="{who}", **{name: _filling(name, words if name in of_words else sentence) for name in names})


def _filling(name: str, words: str) -> Phrase:
    """Return what stands for a slot: the first that the words say, or all as a list; nothing where they say none."""
    found = [phrase for pattern, phrase in _slots()[name] if pattern.search(words)]
    lists = table("said.toml")["slots"]
    return listed(found) if name in lists["and"] else either(found) if name in lists["or"] else next(iter(found), _NOTHING)


@cached
def _slots() -> Mapping[str, list[tuple[re.Pattern[str], Phrase]]]:
    slots: dict[str, list[tuple[re.Pattern[str], Phrase]]] = {}
    for entry in table("said.toml")["slot"]:
        pattern = re.compile(rf"\b(?:{entry['pattern']})\b", re.IGNORECASE)
        slots.setdefault(entry["name"], []).append((pattern, Phrase(*entry["text"])))
    return slots
