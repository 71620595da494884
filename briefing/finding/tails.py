"""Tails of offices: how far the words behind a head reach."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.finding.local_places import PLACE_KINDS, VILLAGE_KINDS
from briefing.finding.sizes import ordinary_size, organisation_size, place_size
from briefing.lexicon.names import is_field, is_nickname
from briefing.lexicon.office_bodies import units
from briefing.lexicon.office_words import named_after, take_name
from briefing.lexicon.offices import head_of

if TYPE_CHECKING:
    from briefing.finding.narrative import Narrative
    from briefing.lexicon.offices import Head

_JOINING = frozenset({"dan", "di", "untuk", "dari", "senior", "bidang", "tingkat", "se", "pada", "for", "of", "and", "on"})
# No verb, and no word that opens a clause.
_FIELD = re.compile(
    r"(?!(?:me|ber|di|ter|se)[a-z]{3}|(?:yang|itu|ini|dan|atau|ke|dari|untuk|saat|pada|telah|akan|sudah|juga|turut|hadir|pun|dengan)\b)[a-z-]{4,}"
)
_LONGEST_FIELD = 4  # words
_LONGEST_CANDIDATE = 6  # words: bakal calon wakil wali kota
_LONGEST_TO_BRACKET = 9  # words
_BEHIND_HEAD = frozenset({"dari", "senior", "pada"})
_LONGEST_INITIALS = 3  # letters
_LONGEST_UNITS = 80  # code points: "Pemuda dan Olahraga" behind the first unit of an office


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
        if narrative.opens_with_title(at, fixed + (head.area == "open" and fixed == first)) and narrative.name_at(at):
            if gap != " " or narrative.word(at - 1).lower() not in named_after():
                return at + 1, at  # only a name has a title before it
            at = fixed = narrative.behind_titles(at) + 1
            continue
        if gap == " " and at == fixed and _is_ballot_number(narrative, at) and _is_candidate(narrative, first):
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
    words = organisation_size(narrative, at) or (0 if place else ordinary_size(narrative, at))
    if narrative.word(at).islower() and not (fixed == at and narrative.word(at - 1).islower()):
        words = 0  # "Ketua KPU Slamet terkait sanksi", but "kepala dinas sosial"
    return words, place if place_may_follow or place > 1 else 0


def _carries_on(narrative: Narrative, head: Head, first: int, fixed: int, at: int) -> bool:
    """Return whether a word that may be a name, or a small one, is of the office all the same."""
    if at == first and narrative.word(at) == "dari" and not (head.many or head.organisation):
        return False  # "kata Presiden dari Istana Bogor"
    if at == first and narrative.word(at) == "pada" and narrative.word(at + 1).lower() not in take_name():
        return False  # "Direktur pada Direktorat Jenderal", not "Bupati pada Rapat Koordinasi"
    if at > first and narrative.word(at).startswith("se-"):
        return True  # Kepala Desa se-Kecamatan Purwodadi
    if at == first and narrative.gap(at) == ", ":
        return _lists_units(narrative, head, at)
    if _is_nearby(narrative, at):
        return at == fixed
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


def _is_candidate(narrative: Narrative, first: int) -> bool:
    """Return whether the office whose head ends before `first` is a candidate's: "calon bupati", not the latter of "calon bupati-wakil bupati"."""
    starts = (narrative.words[at].start for at in range(first - 1, max(-1, first - _LONGEST_CANDIDATE), -1))
    head = next((head for start in starts if (head := narrative.heads.get(start))), None)
    return head is not None and "calon" in f"{head['acting']}{head_of(head['head']).full}".lower()


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
                organisation_size(narrative, at + 1)
                or place_size(narrative, at + 1)
                or is_field(narrative.word(at + 1))
                or ordinary_size(narrative, at + 1)
            )
        )
    goes_on = word == "dan" or word[:1].isupper() or narrative.word(at - 1).islower()
    return gap == ", " and goes_on and narrative.is_organisation(at + 1 if word == "dan" else at)


def _lists_units(narrative: Narrative, head: Head, at: int) -> bool:
    """Return whether the unit that a head ends with goes on behind a comma: "Kepala Dinas Pendidikan, | Pemuda dan Olahraga"."""
    rest = narrative.text[narrative.words[at].start :][:_LONGEST_UNITS]
    return head.full.startswith(("Kepala Dinas ", "Kepala Badan ")) and " dan " in rest and " and " in units(rest)[0]


def _is_nearby(narrative: Narrative, at: int) -> bool:
    """Return whether small words say that an office is of the place, as at both of "kecamatan setempat"."""
    if "setempat" not in narrative.small:
        return False
    near = at if narrative.word(at) == "setempat" else at + 1
    kind = narrative.word(near - 1)
    return narrative.word(near) == "setempat" and narrative.gap(at) == narrative.gap(near) == " " and kind.lower() in PLACE_KINDS | VILLAGE_KINDS


def _lists_fields(narrative: Narrative, at: int) -> bool:
    """Return whether a unit goes on behind a comma with a further field of work: "Dinas Kesehatan, | Pengendalian Penduduk"."""
    listed = is_field(narrative.word(at)) and is_field(narrative.word(at - 1))
    return listed and narrative.gap(at) == ", " and narrative.gap(at + 1) == " "
