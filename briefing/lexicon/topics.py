"""What words speak of: the topics of topics.toml, each a noun phrase in both languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.lexicon.load import cached, table
from briefing.lexicon.phrases import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_EARLY = 12  # words before a topic that a sentence is still on
_BRACKETED = re.compile(r"\([^()]*\)")  # what the paper puts into somebody's words


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A topic: its name, the words that tell of it, those that it `covers`; a `weak` one is more often named in passing than spoken of."""

    id: str
    name: Phrase
    pattern: re.Pattern[str]
    covers: frozenset[str] = frozenset()
    weak: bool = False


@cached
def topics() -> tuple[Topic, ...]:
    """Return all topics in the order of the data file."""
    return tuple(
        Topic(
            id=entry["id"],
            name=Phrase(*entry["name"]),
            pattern=re.compile(rf"\b(?:{entry['pattern']})(?:-?nya)?\b", re.IGNORECASE),
            covers=frozenset(entry.get("covers", ())),
            weak=entry.get("weak", False),
        )
        for entry in table("topics.toml")["topic"]
    )


@lru_cache(maxsize=256)
def topics_in(text: str) -> tuple[Topic, ...]:
    """Return what a text speaks of, in the order in which it does, without what a closer topic says.

    It speaks of nothing where all that it names is weak, where most of it names nothing, or where what stands behind a "but" does not.
    """
    sentences = [_BRACKETED.sub(" ", sentence) for sentence in _SENTENCE_END.split(text)]
    found: dict[str, Topic] = {}
    told = 0
    for sentence in sentences:
        named = dict(_named(sentence))
        told += len(sentence.split()) if any(not topic.weak for topic in named) else 0
        found.update({topic.id: topic for topic in sorted(named, key=lambda topic: named[topic]) if topic.id not in found})
    if 2 * told < sum(len(sentence.split()) for sentence in sentences if not is_courtesy(sentence)) or _is_turned(sentences):
        return ()
    covered = frozenset[str]().union(*(topic.covers for topic in found.values()))
    return tuple(topic for name, topic in found.items() if name not in covered) if told else ()


def is_courtesy(sentence: str) -> bool:
    """Return whether a sentence thanks, greets or congratulates: what it names is what for, and nothing that it says."""
    return _words("courtesy").search(sentence) is not None


def _named(sentence: str) -> Iterator[tuple[Topic, int]]:
    """Yield the topics of a sentence with their places: none of what it asks, thanks for or denies, nor a weak one in passing."""
    if sentence.endswith("?") or is_courtesy(sentence) or _words("contested").search(sentence):
        return
    said = _words("asked").split(sentence, maxsplit=1)[0]
    for topic in topics():
        places = [match.start() for match in topic.pattern.finditer(said) if not _words("denied").search(said[: match.start()])]
        if places and not (topic.weak and _in_passing(said, places)):
            yield topic, places[0]


def _in_passing(said: str, places: list[int]) -> bool:
    """Return whether what stands at these places is told only once, and late, behind a preposition or as a condition."""
    before = said[: places[0]]
    late = len(before.split()) > _EARLY or bool(_words("aside").search(before))
    return len(places) == 1 and late


def has_turn(text: str) -> bool:
    """Return whether a "but" stands in a text."""
    return _words("but").search(text) is not None


def _is_turned(sentences: list[str]) -> bool:
    """Return whether a "but" turns what was said, and no topic stands behind it."""
    turns = (parts[1] for sentence in sentences if len(parts := _words("but").split(sentence, maxsplit=1)) > 1)
    return any(not any(topic.pattern.search(behind) for topic in topics()) for behind in turns)


@cached
def _words(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{table('topics.toml')[name]['pattern']})", re.IGNORECASE)
