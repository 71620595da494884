"""Near matches of the translation memory: suggestions for a translator, never printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz import fuzz, process

from briefing.translating.memory import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.model.pack import Translation

LEAST: Final = 70.0
"""The similarity from which a translation helps more than it misleads: the per cent of letters that two sentences share in order."""

MOST: Final = 3


class Near(NamedTuple):
    """A sentence of the memory that is like the one asked for, how like (70 to 100), and its English."""

    words: str
    score: int
    english: Translation


def nearest(words: str, memory: Mapping[str, Translation], keys: Sequence[str]) -> tuple[Near, ...]:
    """Return the sentences of a memory that are most like these words, the nearest first, but not these themselves; `keys` are its folded sources."""
    own = fold(words)
    found = process.extract(own, keys, scorer=fuzz.ratio, score_cutoff=LEAST, limit=MOST + 1)
    return tuple(Near(key, int(score), memory[key]) for key, score, _ in found if key != own)[:MOST]
