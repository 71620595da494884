"""What the walk over a sentence has in hand at each word: what governs it, what negates it, and in what part of the sentence it stands."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from briefing.finding.operators import Governor


class Standing(NamedTuple):
    """How a word stands: what governs it, the token that negates it, in which part of the sentence, and whether in a condition."""

    governor: Governor | None
    denied_at: int | None
    segment: int
    conditional: bool


@dataclass(slots=True)
class Walk:
    """What the walk has in hand, and how the words behind it stand."""

    governor: Governor | None = None
    denied_at: int | None = None
    segment: int = 0
    conditional: bool = False
    outside: Governor | None = None
    seen: list[Standing] = field(default_factory=list)

    def note(self) -> None:
        """Note how the word stands at which the walk is."""
        standing = (None if self.conditional else self.governor, self.denied_at, self.segment, self.conditional)
        self.seen.append(self.seen[-1] if self.seen and self.seen[-1] == standing else Standing(*standing))

    def turn(self, governor: Governor | None = None) -> None:
        """Let something else govern the words from here on, or nothing."""
        self.governor, self.denied_at = governor, None

    def demand(self) -> None:
        """Demand what a list goes on with that began with what is forbidden."""
        if self.governor and self.governor.force == "forbid":
            self.governor = replace(self.governor, force="require")

    def enter(self) -> None:
        """Begin a condition, in which nothing governs."""
        self.outside, self.conditional, self.denied_at = self.governor, True, None

    def leave(self) -> None:
        """Go on behind a condition with what stood before it."""
        self.conditional, self.denied_at, self.governor = False, None, self.outside
