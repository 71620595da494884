"""Holders of offices: where the name begins behind an office and its place, also a village or district that no list holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.finding.local_places import PLACE_KINDS, VILLAGE_KINDS
from briefing.finding.sizes import LONGEST_PLACE, place_size
from briefing.lexicon.names import given_names, name_openers, titles_within
from briefing.lexicon.office_words import named_after, praised_villages, village_wishes, village_words
from briefing.lexicon.offices import is_open_organisation

if TYPE_CHECKING:
    from briefing.finding.narrative import Narrative
    from briefing.lexicon.offices import Head

_GROUPS: Final = frozenset({"masyarakat", "adat", "suku"})  # Tim Kerja Masyarakat Kamuu
_MINISTRIES: Final = frozenset({"Dalam", "Luar"})  # Kementerian Dalam Negeri
_CLASSES: Final = frozenset({"kelas", "klas"})  # Kepala Lapas Kelas IIA | Kerobokan
_LONGEST_NAME: Final = 3  # words; of a longer run behind an office the first words may still be the organisation


def name_start(narrative: Narrative, head: Head, first: int, fixed: int, end: int) -> int:
    """Return where the name starts in the words [fixed, end) behind an office; `end` when there is none.

    A place that no list holds (a district, a village), or the name of a university, takes one word, unless that word is known as a name. A long run holds words of an
    organisation too, unless a known place ends that: the name starts where a word of it stands bare elsewhere, else at its initial, else two words before the end.
    """
    begin = fixed - 1 if narrative.word(fixed - 2).lower() in VILLAGE_KINDS and fixed > first else fixed  # its first word is of the office already
    before = narrative.word(begin - 1).lower() if begin > first or begin < fixed else ""
    behind_place = any(place_size(narrative, at) == fixed - at for at in range(max(first, fixed - LONGEST_PLACE - 1), fixed))
    takes_place = not (behind_place and begin == fixed) and (
        before in PLACE_KINDS | _GROUPS
        or _bears_a_name(narrative, begin, before)
        or (fixed == first and head.area == "open")
        or is_open_organisation(before)
        or narrative.word(begin - 2).lower() in _CLASSES
    )
    titles = [at for at in range(fixed, end) if narrative.opens_with_title(at, fixed + (head.area == "open" and fixed == first))]
    if titles:
        return titles[0]
    village = _behind_village(narrative, first, begin, end) if head.area == "open" or takes_place else fixed
    if village > fixed:
        return village
    if takes_place and begin < end and narrative.word(begin).lower() not in narrative.evidence and narrative.word(begin) not in given_names():
        return _behind_first_word(narrative, begin + 1, end) if before in PLACE_KINDS or begin == first else begin + 1
    if head.organisation and fixed == first and end - fixed > 2 and narrative.word(fixed + 1).lower() in narrative.evidence:
        return fixed if narrative.word(fixed).lower() in narrative.evidence else fixed + 1
    return fixed if behind_place else _behind_organisation(narrative, fixed, end)


def _bears_a_name(narrative: Narrative, begin: int, before: str) -> bool:
    """Return whether the institution before `begin` is named after people or places: SMA Negeri, not "Kementerian Dalam Negeri"."""
    return before in named_after() and narrative.word(begin - 2) not in _MINISTRIES


def _behind_organisation(narrative: Narrative, fixed: int, end: int) -> int:
    """Return where the name starts in the words [fixed, end), of which a long run may begin with words of an organisation."""
    if end - fixed <= _LONGEST_NAME or narrative.word(fixed) in name_openers():
        return fixed
    return next((at for at in range(fixed, end) if narrative.word(at).lower() in narrative.evidence or len(narrative.word(at)) == 1), end - 2)


def _behind_first_word(narrative: Narrative, at: int, end: int) -> int:
    """Return where the name starts in the words [at, end) behind the first word of an unknown place; `end`, for no name, where that is unsure.

    It starts at the word that the article calls somebody by, unless only the last one is that ("Mentawak | Ridwan Basyah … kata Ridwan").

    The place may be of two words or three: a run of three or more starts at the first word that is a common given name or stands alone beside a
    cue elsewhere ("Camat Bulu Kerto Joko Santoso").
    """
    if place_size(narrative, at - 1) == 1:
        return at  # the first word is a known place
    openers = name_openers() | given_names()
    start = next((index for index in range(at, end - 1) if narrative.word(index).lower() in narrative.called), at)
    if start == at or any(narrative.word(index) in given_names() for index in range(at, start)):
        if end - at < _LONGEST_NAME:
            return at
        start = next(
            (index for index in range(at, end) if narrative.word(index) in openers or narrative.word(index).lower() in narrative.evidence), end
        )
    while start > at and (narrative.word(start - 1) in name_openers() or len(narrative.word(start - 1)) == 1):
        start -= 1  # "Cut | Nurul Husna"
    if narrative.word(start - 1) in titles_within() and start - 2 >= at:
        start -= 2  # "Zulhendra | Dt. Rajo Bungsu"
    return start


def _behind_village(narrative: Narrative, first: int, at: int, end: int) -> int:
    """Return where a village or district of two words that starts at `at` ends (Talang Baru, Sungai Raya, Dauh Puri Kaja), `at` where none does."""
    openings, endings = village_words()
    whole = narrative.word(at).lower() in narrative.evidence  # all words between the office and a verb are taken for a name at first

    def is_free(index: int) -> bool:
        word = narrative.word(index)
        is_name = word in given_names() or word in name_openers() or len(word) == 1 or (word.lower() in narrative.evidence and not whole)
        return not is_name

    size = 0
    ends_place = at - 1 == first and narrative.word(at).lower() in endings and at + 1 < end  # Bontang | Kuala
    if narrative.word(at).lower() in openings and at + 1 < end and is_free(at + 1) and not ends_place:
        size = 2
    elif at - 1 == first and (
        ends_place or (narrative.word(first).lower() in openings and end - at > 1 and is_free(at)) or _wishes(narrative, at, end, whole=whole)
    ):
        size = 1  # the first word is a place of its own, or no name: Batang Kuis, Sumber Jaya
    following = at + max(size, 1)
    if following < end and is_free(at) and (narrative.word(following).lower() in endings or _wishes(narrative, following, end, whole=whole)):
        size = following + 1 - at
    return at + size


def _wishes(narrative: Narrative, at: int, end: int, *, whole: bool) -> bool:
    """Return whether the word at `at` is the second one of a village, with a name between it and `end`: Suka | Makmur | Tukimin."""
    wishes, praises = village_wishes()
    word, following = narrative.word(at).lower(), narrative.word(at + 1)
    if at + 1 >= end or narrative.gap(at + 1) != " " or (word in narrative.evidence and not whole):
        return False
    return word in wishes or (
        word in praises
        and (
            (at + 2 < end and narrative.word(at - 1).lower() in praised_villages())
            or following in given_names()
            or following.lower() in narrative.evidence
        )
    )
