"""Which elections a text speaks of, and whether it speaks of neutrality or elections at all."""

from __future__ import annotations

import re
from functools import cache

from briefing.lexicon.load import table


def elections_in(text: str) -> frozenset[str]:
    """Return "pilkada" (regional head elections) and "pemilu" (general elections) as far as the text speaks of them."""
    return frozenset(election for election, pattern in _patterns().items() if pattern.search(text))


def mentions_of(text: str) -> dict[str, int]:
    """Return how often the text speaks of each election that it speaks of."""
    counts = {election: len(pattern.findall(text)) for election, pattern in _patterns().items()}
    return {election: count for election, count in counts.items() if count}


def is_on_subject(text: str) -> bool:
    """Return whether a text has any word of neutrality or of elections."""
    return _subject().search(text) is not None


@cache
def _subject() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('id/subject.toml')['patterns'])})", re.IGNORECASE)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(rf"\b(?:{'|'.join(entry['patterns'])})\b", re.IGNORECASE) for name, entry in table("id/elections.toml").items()}
