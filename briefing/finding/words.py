"""The words of one sentence: the phrases in them, what negates, and how commas part them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from briefing.finding.phrases import MARKS, by_name, told
from briefing.lexicon.modality import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.finding.phrases import Phrases
    from briefing.lexicon.phrasebook import Hit

_RELATIVE_REACH = 8  # words of a clause with "yang" before an act, at most
_PLACE_REACH = 6  # words of a place that stands behind people ("pegawai di lingkungannya yang …"), at most
_PLACES = frozenset({"di", "dari", "pada", "lingkup", "dalam"})
_WITH = frozenset({"guna", "demi"})  # behind what is used, before what for
_USED_REACH = 6  # words between what uses something and what it is used for, at most
_CLAUSES = frozenset({",", ";", ".", ":"})
_AND = frozenset({"dan", "serta", "atau", "maupun", "lalu"})


class Words:
    """One sentence in words: `hits` are the phrases in it by the name of their list."""

    def __init__(self, phrases: Phrases, start: int, end: int) -> None:
        """Take the sentence between two places of a text, in code points, apart."""
        first, behind = phrases.run(start, end)
        self.text = phrases.text[start:end]
        self.tokens = phrases.tokens[first:behind]
        found = phrases.within(first, behind)
        hits = by_name(found)
        self.told = told(self.tokens, hits, 0, behind - first)
        self.hits = by_name([hit for hit in found if hit.start not in self.told]) if self.told else hits
        self._places, self._start = phrases.places[first:behind], start
        self._hidden = {at for hit in self.named("no-negation") for at in range(hit.start, hit.end)}
        self._denials = {hit.end: hit.start for hit in self.named("negation") if hit.start not in self._hidden}
        self.denials = frozenset(self._denials.values())

    def named(self, *names: str) -> Sequence[Hit]:
        """Return the phrases of these lists."""
        if len(names) == 1:
            return self.hits.get(names[0], ())
        return [hit for name in names for hit in self.hits.get(name, ())]

    @cached_property
    def groups(self) -> tuple[tuple[str, Hit], ...]:
        """The groups of people named, each with where it stands."""
        return tuple((name.removeprefix("group:"), hit) for name, found in self.hits.items() if name.startswith("group:") for hit in found)

    def words(self, start: int, end: int) -> str:
        """Return the words of some tokens as they stand in the sentence."""
        return self.text[self._places[start][0] - self._start : self._places[end - 1][1] - self._start]

    def denial_before(self, at: int) -> int | None:
        """Return where a word of negation begins that stands before a token with nothing but small words between."""
        while at > 0:
            if at in self._denials:
                return self._denials[at]
            if self.tokens[at - 1] not in lexicon().fillers or at - 1 in self._hidden:
                return None
            at -= 1
        return None

    def negates(self, at: int) -> bool:
        """Return whether a word of negation, or a verb that keeps off, stands at a token or at the next."""
        return bool((self.denials | {hit.start for hit in self.named("keep-off")}) & {at, at + 1})

    def relative_before(self, at: int) -> int | None:
        """Return the "yang" of a clause in which a token tells which people are meant ("pegawai yang memihak …")."""
        before = self.tokens[max(0, at - _RELATIVE_REACH) : at]
        return at - 1 - before[::-1].index("yang") if "yang" in before else None

    def tells_of_thing(self, hit: Hit) -> bool:
        """Return whether a hit stands in a clause with "yang" that tells of a thing, not of people ("pose yang menunjukkan dukungan")."""
        before = self.relative_before(hit.start)
        if not before or self.tokens[before - 1] in MARKS or (_AND | _CLAUSES) & {*self.tokens[before : hit.start]}:
            return False
        head = next((at for at in range(before - 2, max(0, before - _PLACE_REACH), -1) if self.tokens[at] in _PLACES), before)
        return head - 1 not in self._people

    @cached_property
    def _people(self) -> frozenset[int]:
        """The tokens that name people."""
        people = (*self.named("pronoun", "member", "somebody"), *(hit for _, hit in self.groups))
        return frozenset(at for hit in people for at in range(hit.start, hit.end))

    def clause(self, at: int) -> int:
        """Return the number of the part of the sentence, as commas and words such as "karena" part it, in which a token stands."""
        return self._clauses[at]

    def names_use(self, at: int) -> bool:
        """Return whether a "guna" opens what something or somebody is used for ("memakai jabatan guna menekan …")."""
        if self.tokens[at] not in _WITH:
            return False
        return any(at - _USED_REACH <= hit.start < at for hit in self.named("use-of", "mobilize"))

    @cached_property
    def _clauses(self) -> list[int]:
        parts = {hit.start for hit in self.named("because", "contrast", "purpose") if not self.names_use(hit.start)}
        turns = self.denials | {hit.start for hit in self.named(*lexicon().operators)}
        numbers: list[int] = []
        for at, token in enumerate(self.tokens):
            numbers.append((numbers[-1] if numbers else 0) + (at in parts or token in _CLAUSES or (token in _AND and at + 1 in turns)))
        return numbers
