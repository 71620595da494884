"""Epithets: whom a sentence means that opens with another word for somebody ("Kepala kantor itu kemudian meminta …", "Politisi PKB tersebut bergeming.")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.lexicon import offices
from briefing.lexicon.office_words import holders_called

if TYPE_CHECKING:
    from briefing.finding.people import People, Person

_LONGEST = 90  # code points
_EPITHET = re.compile(
    r"(?P<noun>[A-Za-z]\w+(?:\s+(?!(?:di|ke|yang|dan(?!\s[A-Z])|untuk|saat|usai|kepada|dengan|me(?!lati|dali|nteri)[a-z]{4}|ber[a-z]{4})\b)[^\s.,;:“”\"]+){0,6}?)\s+(?:itu|ini|tersebut)\b"
)
# "orang nomor satu di Sleman itu": who governs there.
_GOVERNS = re.compile(
    r"[Oo]rang\s+nomor\s+satu\s+di\s+(?:kabupaten|kota|provinsi|daerah|(?!Pol|Kej|Kod|Kor|DPR|KPU|Baw)[A-Z])[^.,;:“”\"]{0,40}?\s?(?:itu|ini|tersebut)\b"
)
_GOVERNORS = frozenset({"bupati", "gubernur", "wali"})


def described(text: str, start: int, people: People, current: Person | None) -> tuple[int, Person | None]:
    """Return where an epithet that starts at `start` ends, 0 for none that says who it is, and whom it describes: nobody where unsure.

    It is who spoke last, or where he holds other offices the only one whose office has its words.
    """
    governs = _GOVERNS.match(text, start, start + _LONGEST)
    if governs:
        return governs.end(), _governor(text, people, set(governs.group().split()[4:]))
    match = _EPITHET.match(text, start, start + _LONGEST)
    words = set(match["noun"].lower().split()) if match else set()
    head = offices.head_pattern().match(text, start) if match else None
    called = holders_called(match["noun"].split()[0].lower()) if match else frozenset()
    if match is None or not (called or (head and not head["acting"] and head.end() <= match.end("noun"))):
        return 0, None
    holders = [person for person in people.persons if person.name and any(_is_called(office.of(text), words, called) for office in person.offices)]
    if current in holders or (current and not current.offices):
        return match.end(), current
    return match.end(), holders[0] if len(holders) == 1 else None


def _governor(text: str, people: People, place: set[str]) -> Person | None:
    """Return the only person of the article who governs a province, a regency or a city, that of `place` where there are more."""
    held = [(person, offices.expand(office.of(text)).split()) for person in people.persons if person.name for office in person.offices]
    governors = [(person, office) for person, office in held if office[0].lower() in _GOVERNORS]
    if len(governors) > 1:
        governors = [(person, office) for person, office in governors if not place.isdisjoint(office)]
    return governors[0][0] if len(governors) == 1 else None


def _is_called(office: str, words: set[str], called: frozenset[str]) -> bool:
    full = {*office.lower().split(), *offices.expand(office).lower().split()}
    return words <= full if not called else not called.isdisjoint(full)
