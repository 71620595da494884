"""Tails of offices: how far the words behind a head reach, and how many of them are a place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.finding.local_places import PLACE_KINDS, VILLAGE_KINDS, local_places
from briefing.lexicon import places
from briefing.lexicon.names import given_names, is_degree, is_field, is_nickname, is_title, names_inside_sentences
from briefing.lexicon.office_words import (
    campuses,
    command_areas,
    directions,
    landscapes,
    lettered,
    named_after,
    parties,
    seated,
    take_name,
    village_words,
)

if TYPE_CHECKING:
    from briefing.finding.narrative import Narrative
    from briefing.lexicon.offices import Head

_CAMPUS_KINDS = frozenset({"universitas", "uin", "institut"})
_PARTY_KINDS = frozenset({"partai", "fraksi"})
_JOINING = frozenset({"dan", "di", "untuk", "dari", "senior", "bidang", "tingkat", "se", "pada", "for", "of", "and", "on"})
# No verb, and no word that opens a clause.
_FIELD = re.compile(
    r"(?!(?:me|ber|di|ter|se)[a-z]{3}|(?:yang|itu|ini|dan|atau|ke|dari|untuk|saat|pada|telah|akan|sudah|juga|turut|hadir|pun|dengan)\b)[a-z-]{4,}"
)
_LONGEST_FIELD = 4  # words
_LONGEST_TO_BRACKET = 9  # words
_BEHIND_HEAD = frozenset({"dari", "senior", "pada"})
_LONGEST_INITIALS = 3  # letters
LONGEST_PLACE: Final = 4
"""The words of the longest name of a place: Kepulauan Siau Tagulandang Biaro."""
_CODED = re.compile(r"\d[\w/]*|[A-Za-z]*[a-z][A-Z][A-Za-z]*")  # 0726/Sukoharjo, SurveySensum


def tail(narrative: Narrative, head: Head, first: int) -> tuple[int, int]:
    """Return the end of the capitalised run behind a head, and the end of the part of it that cannot be a name.

    One place may be in that part, a second one begins the name (Wali Kota Bogor Bima Arya), and so does the first behind a head that takes none.
    """
    at = fixed = _behind_field(narrative, head, first)
    place_may_follow = head.area != "none" or (head.many and head.field)  # aktivis Jember Adi Prasetyo
    while at < len(narrative.words):
        gap, word = narrative.gap(at), narrative.word(at)
        if _stops(narrative, head, first, fixed, at):
            break
        if narrative.opens_with_title(at, fixed + (head.area == "open")) and narrative.name_at(at):
            if gap != " " or narrative.word(at - 1).lower() not in named_after():
                return at + 1, at  # only a name has a title before it
            at = fixed = narrative.behind_titles(at) + 1
            continue
        if gap == " " and at == fixed and _is_ballot_number(narrative, at):
            at = fixed = at + 3  # Calon Bupati Morowali nomor urut 3 NAME
            place_may_follow = False
            continue
        words, place = _sizes(narrative, at, fixed, place_may_follow=place_may_follow)
        if gap in {" (", "("} and word[:1].isupper():
            at = fixed = at + max(words, place, 1)
        elif (gap in {" ", ") "} and (words or place)) or (gap == " - " and word.isdigit()):
            place_may_follow = words > place
            at = fixed = at + max(words, place, 1)
        elif _carries_on(narrative, head, first, fixed, at):
            at = fixed = at + 1
        elif (gap in {" ", ") "} or narrative.adjacent(at)) and word[:1].isupper():
            at += 1
        else:
            break
    return at, fixed


def _stops(narrative: Narrative, head: Head, first: int, fixed: int, at: int) -> bool:
    """Return whether no word of the office stands at `at`: another office, the nickname or the initials of the name that begins before it."""
    gap, word = narrative.gap(at), narrative.word(at)
    if at > first and narrative.words[at].start in narrative.heads and gap != " ":
        return True
    initials = len(word) <= _LONGEST_INITIALS and word.isupper()  # Bupati Bangka Muhammad Haris AR
    ends = narrative.gap(at + 1) != " " or not narrative.word(at + 1)[:1].isupper()
    if initials and (at - fixed > 1 or (at > fixed and len(word) == 2 and ends)) and fixed > first and head.area in {"place", "regency"}:
        return True
    return at > fixed and gap == " (" and _nicknames(narrative, fixed, at)


def _nicknames(narrative: Narrative, first: int, at: int) -> bool:
    """Return whether the bracket at `at` holds the nickname of the name before it: "Bambang Susanto (Bamsus)", no organisation goes on behind it."""
    bare = not any(narrative.is_organisation(index) for index in range(first, at))
    goes_on = narrative.gap(at + 1) == ") " and narrative.word(at + 1)[:1].isupper()
    return bare and narrative.gap(at + 1).startswith(")") and not goes_on and is_nickname(narrative.word(at))


def _sizes(narrative: Narrative, at: int, fixed: int, *, place_may_follow: bool) -> tuple[int, int]:
    """Return how many words from `at` are of an organisation or no name, and how many are a place that the office may have."""
    place = place_size(narrative, at)
    words = _organisation_size(narrative, at) or (0 if place else _ordinary_size(narrative, at))
    if narrative.word(at).islower() and not (fixed == at and narrative.word(at - 1).islower()):
        words = 0  # "Ketua KPU Slamet terkait sanksi", but "kepala dinas sosial"
    return words, place if place_may_follow or place > 1 else 0


def _carries_on(narrative: Narrative, head: Head, first: int, fixed: int, at: int) -> bool:
    """Return whether a word that may be a name, or a small one, is of the office all the same."""
    if at == first and narrative.word(at) == "dari" and not (head.many or head.organisation):
        return False  # "kata Presiden dari Istana Bogor"
    if at == first and narrative.word(at) == "pada" and not (head.organisation and narrative.is_organisation(at + 1)):
        return False  # "Direktur pada Direktorat Jenderal", not "Bupati pada Rapat Koordinasi"
    if at > first and narrative.word(at).startswith("se-"):
        return True  # Kepala Desa se-Kecamatan Purwodadi
    joined = fixed == at and (at > first or narrative.word(at) in _BEHIND_HEAD) and _joins(narrative, at)
    return joined or _lists_fields(narrative, at) or (at > first and _takes_name(narrative, at)) or _leads_to_bracket(narrative, at)


def _behind_field(narrative: Narrative, head: Head, first: int) -> int:
    """Return the index behind the number of a candidate ("calon bupati nomor urut 1 NAME"), or the field of an expert ("pengamat kebijakan publik, NAME"); else `first`."""
    if _is_ballot_number(narrative, first):
        return first + 3
    at = first
    while head.field and at - first < _LONGEST_FIELD and narrative.gap(at) == " " and _FIELD.fullmatch(narrative.word(at)):
        at += 1
    return at if narrative.word(at)[:1].isupper() and narrative.gap(at) in {" ", ", "} else first


def _is_ballot_number(narrative: Narrative, at: int) -> bool:
    return narrative.word(at) == "nomor" and narrative.word(at + 1) == "urut" and narrative.word(at + 2).isdigit()


def _takes_name(narrative: Narrative, at: int) -> bool:
    """Return whether the word at `at` names the unit before it, whatever it is: Bidang Perekonomian; not one that is known as a name."""
    named = narrative.gap(at) == " " and narrative.word(at)[:1].isupper() and place_size(narrative, at - 2) != 2  # "Jakarta Pusat | Budi"
    return named and narrative.word(at - 1).lower() in take_name() and narrative.word(at).lower() not in narrative.evidence


def _leads_to_bracket(narrative: Narrative, at: int) -> bool:
    """Return whether a joining word goes on to the short form of an organisation in brackets: "untuk Transparansi Anggaran (Fitra)"."""
    if narrative.word(at) not in _JOINING or narrative.gap(at) != " ":
        return False
    for index in range(at + 1, at + _LONGEST_TO_BRACKET):
        word, gap = narrative.word(index), narrative.gap(index)
        if gap == " (":
            return word[:1].isupper() and narrative.gap(index + 1).startswith(")")
        if (
            gap != " "
            or not (word[:1].isupper() or word in _JOINING)
            or (index < len(narrative.words) and narrative.words[index].start in narrative.heads)
        ):
            return False
    return False


def _joins(narrative: Narrative, at: int) -> bool:
    """Return whether the word at `at` carries the name of an organisation on: "dan Hukum", ", Penyelesaian Sengketa", ", dan Humas"."""
    gap, word = narrative.gap(at), narrative.word(at)
    if gap in {" ", ") "}:
        return (
            word.lower() in _JOINING
            and narrative.gap(at + 1) == " "
            and not narrative.word(at + 2).startswith("lain")  # "anggota dari fraksi lain"
            and bool(
                _organisation_size(narrative, at + 1)
                or place_size(narrative, at + 1)
                or is_field(narrative.word(at + 1))
                or _ordinary_size(narrative, at + 1)
            )
        )
    goes_on = word == "dan" or word[:1].isupper() or narrative.word(at - 1).islower()
    return gap == ", " and goes_on and narrative.is_organisation(at + 1 if word == "dan" else at)


def _lists_fields(narrative: Narrative, at: int) -> bool:
    """Return whether a unit goes on behind a comma with a further field of work: "Dinas Kesehatan, | Pengendalian Penduduk"."""
    listed = is_field(narrative.word(at)) and is_field(narrative.word(at - 1))
    return listed and narrative.gap(at) == ", " and narrative.gap(at + 1) == " "


def _organisation_size(narrative: Narrative, at: int) -> int:
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


def _ordinary_size(narrative: Narrative, at: int) -> int:
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
        any(_organisation_size(narrative, at) or narrative.is_ordinary(at) for at in range(first, end))
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
