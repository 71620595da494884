"""The ladder of sanctions: the steps that concern what the articles say, as they stand on the day of the law catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.editing.statements import named, own_words
from briefing.lexicon import points, provisions
from briefing.lexicon.elections import elections_in
from briefing.model.pack import Bilingual, LawNote, SanctionStep

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from briefing.lexicon.points import Point
    from briefing.lexicon.provisions import Sanction
    from briefing.model.pack import RuleItem

_CIVIL_SERVANTS: Final = frozenset({"asn", "pns", "pppk"})
_EVERYBODY: Final = frozenset({"all", "public"})
_ELECTIONS: Final = {"criminal-pilkada": "pilkada", "criminal-pemilu": "pemilu"}


def make_sanctions(rules: Sequence[RuleItem], texts: Sequence[str], law_as_of: date) -> tuple[SanctionStep, ...]:
    """Return the steps that threaten those of whom the rules' statements speak, in the order of the catalogue; without a statement, of everybody.

    Crimes are told only where a statement rests on what they punish, and those of one kind of election where the articles speak of it, or of neither.
    """
    made = [points.point(rule.statement.id) for rule in rules if rule.statement]
    spoken = frozenset(election for text in texts for election in elections_in(text)) or frozenset(_ELECTIONS.values())
    places = {(basis.instrument, basis.key) for known in made for basis in known.basis}
    people = _people(made)
    return tuple(
        _step(step, law_as_of)
        for step in provisions.sanctions(law_as_of)
        if (_punishes(step, places) and _ELECTIONS[step.regime] in spoken if step.regime in _ELECTIONS else not made or people & set(step.addressees))
    )


def _people(made: Sequence[Point]) -> set[str]:
    """Return of whom the statements speak and whom their provisions bind; of civil servants, all kinds."""
    people = {name for known in made for name in (*known.addressees, *(name for basis in known.basis for name in basis.binds))} - _EVERYBODY
    return people | _CIVIL_SERVANTS if people & _CIVIL_SERVANTS else people


def _punishes(step: Sanction, places: set[tuple[str, str]]) -> bool:
    return not places.isdisjoint((*step.grounds, *step.punishes))


def _step(step: Sanction, day: date) -> SanctionStep:
    return SanctionStep(
        regime=step.regime,
        addressees=_named_once(step.addressees),
        who=own_words(step.who_id, step.who_en) if step.who_id and step.who_en else None,
        act=own_words(step.act_id, step.act_en) if step.act_id and step.act_en else None,
        text=own_words(step.text_id, step.text_en),
        grounds=_grounds(step, day),
        source=_press(step.basis.credit),
        notes=tuple(LawNote(text=own_words(note.text_id, note.text_en), source=note.basis.credit) for note in step.notes if note.holds_on(day)),
    )


def _named_once(addressees: Sequence[str]) -> tuple[str, ...]:
    """Return the addressees without those whom another of them includes."""
    included = (_CIVIL_SERVANTS - {"asn"} if "asn" in addressees else frozenset()) | ({"public"} if "all" in addressees else frozenset())
    return tuple(name for name in addressees if name not in included)


def _grounds(step: Sanction, day: date) -> Bilingual:
    """Return the provisions that say so: "UU 1/2015 Pasal 188; UU 1/2023 Pasal 79 ayat (1)"."""
    keys: dict[str, list[str]] = {}
    for instrument, key in step.grounds:
        keys.setdefault(instrument, []).append(key)
    places = [named(instrument, [(key, provisions.provision(instrument, key, day)) for key in found]) for instrument, found in keys.items()]
    return own_words("; ".join(place.id for place in places), "; ".join(place.en.text for place in places if place.en))


def _press(credit: str | None) -> str | None:
    """Return the press among the sources of a fact that must name it: what a part of it was read in is no press."""
    return "; ".join(source for source in credit.split("; ") if "(" not in source) if credit else None
