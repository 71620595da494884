"""What stands beside an act of a pattern, and what governs it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from briefing.finding.addressees import addressed

if TYPE_CHECKING:
    from briefing.finding.modality import Reading
    from briefing.finding.operators import Governor
    from briefing.lexicon.phrasebook import Hit
    from briefing.lexicon.pointwords import Pattern

_NEAR = 14  # words between an act and what must stand with it, at most
_PLEDGED = frozenset({"forbid", "require", "pledge"})
UNGOVERNED = frozenset({"threaten", "state"})


def beside_act(reading: Reading, act: Hit, pattern: Pattern) -> list[Hit] | None:
    """Return the phrases that stand with an act as the pattern demands, None where one is missing or one that must not be is there."""
    if pattern.main and reading.tells_of_thing(act):
        return None
    if pattern.without and any(
        reading.clause(hit.start) == reading.clause(act.start) and not reading.in_other_item(act, hit)
        for hit in reading.named(*pattern.without)
        if not reading.is_operator(hit)
    ):
        return None
    apart = (hit for hit in reading.named(*pattern.unless) if pattern.mode in UNGOVERNED or not reading.in_other_item(act, hit))
    if pattern.unless and any(pattern.whole or reading.segment(hit) == reading.segment(act) for hit in apart):
        return None
    beside = []
    for names in pattern.beside:
        near = [hit for hit in reading.named(*names) if hit != act and _is_near(reading, act, hit, pattern)]
        if pattern.mode in UNGOVERNED:
            own = reading.tokens[act.start] == "bukan"  # "Mobil dinas bukan untuk kampanye"
            near = [hit for hit in near if (own and hit.end == act.start) or not reading.is_refused(hit)]
        if not near:
            return None
        beside.append(min(near, key=lambda hit: abs(hit.start - act.start)))
    return beside


def _is_near(reading: Reading, act: Hit, hit: Hit, pattern: Pattern) -> bool:
    if hit.start < act.end and (pattern.ordered or (pattern.own and reading.clause(hit.start) != reading.clause(act.start))):
        return False
    gap = max(hit.start - act.end, act.start - hit.end)
    if not pattern.whole and pattern.mode not in UNGOVERNED and reading.is_parted(act, hit):
        return False
    if pattern.close is not None:
        return gap <= pattern.close
    return pattern.whole or pattern.mode in UNGOVERNED or (gap <= _NEAR and reading.segment(hit) == reading.segment(act))


class Rule:
    """What governs an act: the operator, and the force that it gives the act."""

    def __init__(self, reading: Reading, act: Hit, governor: Governor) -> None:
        self._reading, self._act, self.governor = reading, act, governor
        self.force = reading.force(act, governor)

    @cached_property
    def people(self) -> frozenset[str]:
        """Whom the operator addresses."""
        return addressed(self._reading, self.governor, self._act)


def rule_of(reading: Reading, act: Hit) -> Rule | None:
    """Return what governs an act, None where nothing does or a case is reported."""
    governor = reading.governor(act)
    if governor is None or (governor.force != "pledge" and reading.is_report(act.start, governor.start)):
        return None
    return Rule(reading, act, governor)


def has_force(rule: Rule | None, pattern: Pattern) -> bool:
    """Return whether what governs an act gives it the force that the pattern demands."""
    if rule is not None and rule.force == "pledge":
        return pattern.mode in _PLEDGED
    return rule is not None and (rule.force == pattern.mode or (rule.force == "needless" and pattern.mode == "forbid"))


def deciding_words(reading: Reading, hits: list[Hit], pattern: Pattern) -> tuple[str, ...]:
    """Return what decided, in order: the operator, the word that negates the act, the act, and what stands beside it."""
    places = {(hit.start, hit.end) for hit in hits}
    governor = None if pattern.mode in UNGOVERNED else reading.governor(hits[0])
    denial = reading.denial_of(hits[0])
    if governor:
        places.add((governor.start, governor.end))
        places |= {(denial, denial + 1)} if denial is not None else set()
    return tuple(reading.words(start, end) for start, end in sorted(places))
