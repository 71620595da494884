"""Near matches of the translation memory: suggestions for a translator, never printed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from rapidfuzz import fuzz, process

from briefing.model.pack import Translation
from briefing.translating.memory import fold

LEAST: Final = 70.0
"""The similarity from which a translation helps more than it misleads: the per cent of letters that two sentences share in order."""

MOST: Final = 3


class Near(NamedTuple):
    """A sentence of the memory that is like the one asked for, how like (70 to 100), and its English."""

    words: str
    score: int
    english: Translation


@dataclass(frozen=True, slots=True)
class Index:
    """The sentences of a memory by their words, so that few of many need to be compared."""

    memory: Mapping[str, Translation]
    places: Mapping[str, list[str]]

    def nearest(self, words: str) -> tuple[Near, ...]:
        """Return the sentences that are most like these words, the nearest first, but not these themselves.

        Compared are those that can share half of the words: they hold one at least of the rarer half.
        """
        own = fold(words)
        asked = sorted({*own.casefold().split()}, key=lambda word: len(self.places.get(word, ())))
        likely = dict.fromkeys(key for word in asked[: len(asked) // 2 + 1] for key in self.places.get(word, ()))
        found = process.extract(own, tuple(likely), scorer=fuzz.ratio, score_cutoff=LEAST, limit=MOST + 1)
        return tuple(Near(key, int(score), self.memory[key]) for key, score, _ in found if key != own)[:MOST]


def index(memory: Mapping[str, Translation]) -> Index:
    """Return the index of a memory."""
    places: dict[str, list[str]] = defaultdict(list)
    for key in memory:
        for word in {*key.casefold().split()}:
            places[word].append(key)
    return Index(memory, dict(places))
