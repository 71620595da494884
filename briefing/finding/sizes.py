"""Sizes: how many words from one on are a place, of an organisation, or no name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.finding.local_places import PLACE_KINDS, VILLAGE_KINDS, local_places
from briefing.lexicon import places
from briefing.lexicon.names import given_names, is_degree, is_title, names_inside_sentences
from briefing.lexicon.office_words import campuses, command_areas, directions, landscapes, lettered, parties, seated, village_words

if TYPE_CHECKING:
    from briefing.finding.narrative import Narrative

_CAMPUS_KINDS = frozenset({"universitas", "uin", "institut"})
_PARTY_KINDS = frozenset({"partai", "fraksi"})
LONGEST_PLACE: Final = 4
"""The words of the longest name of a place: Kepulauan Siau Tagulandang Biaro."""
_CODED = re.compile(r"\d[\w/]*|[A-Za-z]*[a-z][A-Z][A-Za-z]*")  # 0726/Sukoharjo, SurveySensum


def organisation_size(narrative: Narrative, at: int) -> int:
    """Return how many words from `at` are surely of an organisation (a word of one, an acronym, a number, the name of a university); 0 for a name."""
    word = narrative.word(at)
    acronym = (
        len(word) > 1 and word.upper() == word and word[:1].isalnum() and not is_title(word) and not is_degree(word) and not narrative.is_initials(at)
    )
    if len(word) == 1 and word.isupper() and narrative.word(at - 1).lower() in lettered():
        return 1
    before = narrative.word(at - 1).lower()
    named = campuses() if before in _CAMPUS_KINDS else parties() if before in _PARTY_KINDS else frozenset()
    if named:
        size = next((size for size in (3, 2) if narrative.phrase(at, at + size).lower() in named), 0)
        if size:
            return size
    coded = acronym or bool(_CODED.fullmatch(word)) or word.lower() in narrative.things
    return int(narrative.is_organisation(at) or coded)


def ordinary_size(narrative: Narrative, at: int) -> int:
    """Return 1 for a capitalised word that is no name (Pemilu, Covid), 0 for another, and for the day of a date."""
    word = narrative.word(at)
    if word in names_inside_sentences() and narrative.word(at + 1)[:1].isupper() and narrative.gap(at + 1) == " ":
        return 0  # Penjabat Gubernur Nusa Tenggara Barat Lalu Gita Ariadi
    return int(word[:1].isupper() and narrative.is_ordinary(at) and not narrative.is_dated(at))


def place_size(narrative: Narrative, at: int) -> int:
    """Return how many words from `at` name a province, a regency or a city; 0 for none. Only seated offices are named after mere capitals."""
    size = narrative.place_sizes.get(at)
    if size is None:
        size = narrative.place_sizes[at] = _place_size(narrative, at)
    return size


def _place_size(narrative: Narrative, at: int) -> int:
    longest = 0
    digits = narrative.word(at).isdigit()  # 50 Kota
    while (
        longest < LONGEST_PLACE
        and (narrative.word(at + longest)[:1].isupper() or (digits and longest == 0))
        and (longest == 0 or narrative.gap(at + longest) == " ")
    ):
        longest += 1
    if narrative.word(at).lower() in VILLAGE_KINDS:
        return 0  # "Kecamatan Padang" may go on: Kecamatan Padang Bulan
    if narrative.word(at + 1) == "dan" and places.kinds(narrative.phrase(at, at + 3)):
        return 3  # Pangkajene dan Kepulauan
    size = _known_size(narrative, at, longest)
    if size == 1 and narrative.word(at - 1).lower() in VILLAGE_KINDS and narrative.word(at).lower() in village_words()[0]:
        return 0
    if size:
        return _behind_directions(narrative, at + size, landscapes()) - at
    if longest > 1 and _is_place_before_name(narrative, at):
        return 2
    parts = next((parts for parts in (1, 2) if parts < longest and narrative.word(at + parts).lower() in directions()), 0)
    return _behind_directions(narrative, at + parts, directions()) - at if parts and _may_be_of_place(narrative, at, at + parts) else 0


def _is_place_before_name(narrative: Narrative, at: int) -> bool:
    """Return whether a word of landscape that may be a name ends an unknown place, since a name stands behind it: "Sampit Raya | Budi"."""
    first, second, end = narrative.word(at), narrative.word(at + 1).lower(), at + 2
    if (
        second not in landscapes()
        or first in given_names()
        or not narrative.evidence.isdisjoint({first.lower(), second})
        or end >= len(narrative.words)
    ):
        return False
    parted = narrative.gap(end) == ", " and narrative.word(at - 1).lower() in {*PLACE_KINDS, "kepulauan"}
    return (parted or narrative.gap(end) == " ") and _may_be_of_place(narrative, at, at + 1) and narrative.name_at(end) is not None


def _behind_directions(narrative: Narrative, at: int, words: frozenset[str]) -> int:
    """Return the index behind the words of landscape that stand at `at` (Barat Daya), unless the article calls somebody so."""
    while (
        narrative.gap(at) == " " and (word := narrative.word(at))[:1].isupper() and word.lower() in words and word.lower() not in narrative.evidence
    ):
        at += 1
    return at


def _may_be_of_place(narrative: Narrative, first: int, end: int) -> bool:
    """Return whether the words [first, end) before a direction may name an unknown place: "Tojo | Barat", not "Santoso Jawa | Tengah", "BKPSDM | Kulon Progo", "Nagari | Pesisir Selatan"."""
    if (
        any(organisation_size(narrative, at) or narrative.is_ordinary(at) for at in range(first, end))
        or _known_size(narrative, end, LONGEST_PLACE - 1) > 1
    ):
        return False
    words = [narrative.word(at) for at in range(first, end)]
    if len(words) > 1 and (places.is_place(narrative.phrase(end - 1, end + 1)) or not given_names().isdisjoint(words)):
        return False
    return not any(is_title(word) or narrative.words[at].start in narrative.heads for at, word in enumerate(words, first))


def _known_size(narrative: Narrative, at: int, longest: int) -> int:
    """Return how many of the words [at, at + longest) are a place that the lists hold, or that the article names elsewhere."""
    if narrative.local_places is None:
        narrative.local_places = local_places(narrative)
    for size in range(longest, 0, -1):
        phrase = narrative.phrase(at, at + size)
        if size > 1 and narrative.local_places.get(phrase, at) != at:
            return size
        if phrase.lower() in command_areas() or (
            places.is_place(phrase) and (places.kinds(phrase) or places.province(phrase) or _is_seat(narrative, at))
        ):
            return 0 if size == 1 and phrase.lower() in narrative.evidence else size
    return 0


def _is_seat(narrative: Narrative, at: int) -> bool:
    """Return whether what stands before the word at `at` is named after the town where it sits: Kajari, Pengadilan Negeri."""
    return any(narrative.phrase(max(0, at - size), at).lower() in seated() for size in (1, 2))
