"""What words speak of: the topics of topics.toml, each a noun phrase in both languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefing.lexicon.load import cached, table
from briefing.lexicon.phrases import Phrase

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A topic: its name, the words that tell of it, those that it `covers`; a `weak` one says too little alone."""

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
    """Return what a text speaks of, in the order in which it does, without what a closer topic says; nothing where all that there is is weak.

    A sentence that thanks, greets or congratulates speaks of nothing: what it names is only what for.
    """
    meant = " ".join(sentence for sentence in _SENTENCE_END.split(text) if not _courtesy().search(sentence))
    found = {topic.id: (match.start(), topic) for topic in topics() if (match := topic.pattern.search(meant))}
    covered = frozenset[str]().union(*(topic.covers for _, topic in found.values()))
    if all(topic.weak for _, topic in found.values()):
        return ()
    return tuple(topic for _, topic in sorted(found.values(), key=lambda item: item[0]) if topic.id not in covered)


@cached
def _courtesy() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{table('topics.toml')['courtesy']['pattern']})\b", re.IGNORECASE)
