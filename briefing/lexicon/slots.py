"""What a wording of a statement leaves open: the slots of said.toml, filled with what the sentence says of when, to whom and of which things."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.lexicon.load import cached, table
from briefing.lexicon.openings import stands
from briefing.lexicon.phrases import Phrase, either, listed

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAME = re.compile(r"\{(\w+)\}")
_PROSPECTIVE = re.compile(r"\b(?:bakal (?:pasangan )?calon|ba(?:paslon|calon|caleg|capres|lon)\b)", re.IGNORECASE)
_CANDIDATE = re.compile(r"calon|paslon|caleg|kandidat|capres|cagub|cabup|cawa", re.IGNORECASE)
_NOTHING = Phrase("", "")


def filled(text: Phrase, sentence: str, words: str) -> Phrase:
    """Return a wording with its slots filled from the sentence, or from the `words` in which it stands; {who} is left open."""
    names = set(_NAME.findall(text.id + text.en)) & _slots().keys()
    of_words = table("said.toml")["slots"]["of_words"]
    told = text.format(who="{who}", **{name: _filling(name, words if name in of_words else sentence) for name in names})
    return _of_prospective(told) if _is_of_prospective(sentence) else told


def _is_of_prospective(sentence: str) -> bool:
    """Return whether a sentence speaks of candidates, and of none but prospective ones ("bakal calon")."""
    rest, found = _PROSPECTIVE.subn(" ", sentence)
    return found > 0 and _CANDIDATE.search(rest) is None


def _of_prospective(text: Phrase) -> Phrase:
    """Return words on candidates as told of prospective ones; as they are where they say so, or name more than one kind."""
    if "prospective" in text.en or "bakal" in text.id:
        return text
    return Phrase(re.sub(r"\b(?:pasangan )?calon\b", "bakal calon", text.id), re.sub(r"\b(?=candidate)", "prospective ", text.en))


def _filling(name: str, words: str) -> Phrase:
    """Return what stands for a slot: the first that the words say, or all as a list; nothing where they say none."""
    found = [phrase for pattern, phrase in _slots()[name] if stands(pattern, words)]
    lists = table("said.toml")["slots"]
    return listed(found) if name in lists["and"] else either(found) if name in lists["or"] else next(iter(found), _NOTHING)


@cached
def _slots() -> Mapping[str, list[tuple[str, Phrase]]]:
    slots: dict[str, list[tuple[str, Phrase]]] = {}
    for entry in table("said.toml")["slot"]:
        slots.setdefault(entry["name"], []).append((entry["pattern"], Phrase(*entry["text"])))
    return slots
