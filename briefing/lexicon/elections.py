"""Which elections a text speaks of."""

from __future__ import annotations

import re
from functools import cache

from briefing.lexicon.load import table


def elections_in(text: str) -> frozenset[str]:
    """Return "pilkada" (regional head elections) and "pemilu" (general elections) as far as the text speaks of them."""
    return frozenset(election for election, pattern in _patterns().items() if pattern.search(text))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(rf"\b(?:{'|'.join(entry['patterns'])})\b", re.IGNORECASE) for name, entry in table("id/elections.toml").items()}
