"""Mentions of people in the narrative: names, offices, and which of them belong together."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.finding.narrative import Narrative
from briefing.lexicon import places
from briefing.lexicon.names import is_degree, is_title
from briefing.lexicon.offices import Head, campuses, head_of, is_open_organisation, named_after, says_where
from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.finding.narrative import Name

_PLACE_KINDS = frozenset({"kabupaten", "kota", "kecamatan", "desa", "kelurahan", "provinsi", "kab", "prov", "kec", "kel"})
_CAMPUS_KINDS = frozenset({"universitas", "uin", "institut"})
_JOINING = frozenset({"dan", "di", "untuk", "dari", "senior", "bidang", "tingkat", "se", "pada", "for", "of", "and", "on"})
_BEHIND_HEAD = frozenset({"dari", "senior"})
_LONGEST_NAME = 3  # words; of a longer run behind an office the first words may still be the organisation
_LONGEST_PLACE = 4  # words: Kepulauan Siau Tagulandang Biaro
_CODED = re.compile(r"\d[\w/]*|[A-Za-z]*[a-z][A-Z][A-Za-z]*")  # 0726/Sukoharjo, SurveySensum
_ROLE_AFTER = re.compile(r"\s*(?:,\s*|\s(?:selaku|sebagai|yang juga(?: merupakan| menjabat)?)\s+|\()\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place that names a person: `name` without titles, `titled` with them, `office`; one of name and office is there.

    `joined_by_comma` says that only a comma joins the two, so that they may belong to two people.
    """

    span: Span
    name: Span | None = None
    titled: Span | None = None
    office: Span | None = None
    joined_by_comma: bool = False


def find_mentions(text: str) -> tuple[Mention, ...]:
    """Return every mention of a name or an office in a narrative, in order.

    A bare name is any run of capitalised words that may be one; whether it names a person is for people.py to say.
    """
    narrative = Narrative(text)
    mentions: list[Mention] = []
    index = 0
    while index < len(narrative.words):
        head = narrative.heads.get(narrative.words[index].start)
        mention, following = _office_mention(narrative, head) if head else _bare_mention(narrative, index)
        if mention:
            mentions.append(mention)
        index = max(following, index + 1)
    return tuple(_joined(text, mentions))


def _bare_mention(narrative: Narrative, index: int) -> tuple[Mention | None, int]:
    if narrative.word(index).islower() and not is_title(narrative.word(index)):
        return None, index + 1
    name = narrative.name_at(index)
    if name and _ends_an_organisation(narrative, index, name):
        return None, name.next
    return (
        (Mention(span=name.titled, name=name.name, titled=name.titled), name.next) if name else (None, index + max(1, _place_size(narrative, index)))
    )


def _ends_an_organisation(narrative: Narrative, index: int, name: Name) -> bool:
    """Return whether the run at `index` is the place of what stands before it, also one that no list holds: Kecamatan Talun, Panwaslu Talun."""
    before = narrative.word(index - 1)
    if narrative.gap(index) != " " or not before[:1].isupper() or narrative.words[index - 1].start in narrative.within_heads:
        return False
    return before.lower() in _PLACE_KINDS or (narrative.is_organisation(index - 1) and " " not in name.name.of(narrative.text))


def _office_mention(narrative: Narrative, match: re.Match[str]) -> tuple[Mention | None, int]:
    head = head_of(match["head"])
    first = next(
        (at for at in range(narrative.index[match.start()], len(narrative.words)) if narrative.words[at].start >= match.end()), len(narrative.words)
    )
    end, fixed = _tail(narrative, head, first)
    start = _name_start(narrative, head, first, fixed, end)
    name = narrative.name_at(start) if start < len(narrative.words) and start < end else None
    if match["head"][0].islower() and not match["acting"] and not (fixed > first or name):
        return None, first  # "kepala desa", "anggota": the common noun
    if name and _ends_office(narrative, start, name):
        end, name = name.next, None
    last = start if name else end
    office = Span(match.start(), narrative.words[last - 1].end if last > first else match.end())
    office = _with_bracket(narrative.text, office)
    if name:
        return Mention(span=Span(office.start, name.titled.end), name=name.name, titled=name.titled, office=office), name.next
    name = _name_after_comma(narrative, end)
    if name:
        return Mention(span=Span(office.start, name.titled.end), name=name.name, titled=name.titled, office=office, joined_by_comma=True), name.next
    return Mention(span=office, office=office), end


def _ends_office(narrative: Narrative, start: int, name: Name) -> bool:
    """Return whether a single word behind an organisation is of its name, since the holder's full name follows: "Ketua Koalisi Amin, Budi Santosa"."""
    if name.next > start + 1 or narrative.word(start).lower() in narrative.evidence or not narrative.is_organisation(start - 1):
        return False
    holder = _name_after_comma(narrative, name.next)
    return holder is not None and " " in holder.name.of(narrative.text)


def _with_bracket(text: str, office: Span) -> Span:
    opened = text.count("(", office.start, office.end) > text.count(")", office.start, office.end)
    return Span(office.start, office.end + 1) if opened and text[office.end : office.end + 1] == ")" else office


def _tail(narrative: Narrative, head: Head, first: int) -> tuple[int, int]:
    """Return the end of the capitalised run behind a head, and the end of the part of it that cannot be a name.

    One place may be in that part, a second one begins the name (Wali Kota Bogor Bima Arya), and so does the first behind a head that takes none.
    """
    at = fixed = first
    place_may_follow = head.area != "none"
    while at < len(narrative.words):
        gap, word = narrative.gap(at), narrative.word(at)
        if at > first and narrative.words[at].start in narrative.heads and gap != " ":
            break
        if at > first and narrative.behind_titles(at) > at and narrative.name_at(at):
            if narrative.word(at - 1).lower() not in named_after():
                return at + 1, at  # only a name has a title before it
            at = fixed = narrative.behind_titles(at) + 1
            continue
        place = _place_size(narrative, at)
        words = _organisation_size(narrative, at) or (not place and _ordinary_size(narrative, at))
        if word.islower() and not (fixed == at and narrative.word(at - 1).islower()):
            words = 0  # "Ketua KPU Slamet terkait sanksi", but "kepala dinas sosial"
        place = place if place_may_follow or place > 1 else 0
        if gap in {" (", "("} and word[:1].isupper():
            at += max(words, place, 1)
            fixed = at
        elif (gap in {" ", ") "} and (words or place)) or (gap == " - " and word.isdigit()):
            place_may_follow = bool(words)
            at += max(words, place, 1)
            fixed = at
        elif fixed == at and (at > first or word in _BEHIND_HEAD) and _joins(narrative, at):
            at += 1
            fixed = at
        elif (gap in {" ", ") "} or narrative.adjacent(at)) and word[:1].isupper():
            at += 1
        else:
            break
    return at, fixed


def _joins(narrative: Narrative, at: int) -> bool:
    """Return whether the word at `at` carries the name of an organisation on: "dan Hukum", ", Penyelesaian Sengketa", ", dan Humas"."""
    gap, word = narrative.gap(at), narrative.word(at)
    if gap in {" ", ") "}:
        return (
            word.lower() in _JOINING
            and narrative.gap(at + 1) == " "
            and bool(_organisation_size(narrative, at + 1) or _place_size(narrative, at + 1))
        )
    return gap == ", " and narrative.is_organisation(at + 1 if word == "dan" else at)


def _organisation_size(narrative: Narrative, at: int) -> int:
    """Return how many words from `at` are surely of an organisation (a word of one, an acronym, a number, the name of a university); 0 for a name."""
    word = narrative.word(at)
    acronym = (
        len(word) > 1 and word.upper() == word and word[:1].isalnum() and not is_title(word) and not is_degree(word) and not narrative.is_initials(at)
    )
    if narrative.word(at - 1).lower() in _CAMPUS_KINDS:
        size = next((size for size in (3, 2) if narrative.phrase(at, at + size).lower() in campuses()), 0)
        if size:
            return size
    coded = acronym or bool(_CODED.fullmatch(word)) or word.lower() in narrative.things
    return int(narrative.is_organisation(at) or coded)


def _ordinary_size(narrative: Narrative, at: int) -> int:
    """Return 1 for a capitalised word that is no name (Pemilu, Covid), 0 for another, and for the day of a date."""
    return int(narrative.word(at)[:1].isupper() and narrative.is_ordinary(at) and not narrative.is_dated(at))


def _place_size(narrative: Narrative, at: int) -> int:
    """Return how many words from `at` name a province, a regency or a city; 0 for none. Offices are not named after mere capitals."""
    longest = 0
    while longest < _LONGEST_PLACE and narrative.word(at + longest)[:1].isupper() and (longest == 0 or narrative.gap(at + longest) == " "):
        longest += 1
    for size in range(longest, 0, -1):
        phrase = narrative.phrase(at, at + size)
        if places.kinds(phrase) or places.province(phrase):
            return 0 if size == 1 and phrase.lower() in narrative.evidence else size
    return 0


def _name_start(narrative: Narrative, head: Head, first: int, fixed: int, end: int) -> int:
    """Return where the name starts in the words [fixed, end) behind an office; `end` when there is none.

    A place that no list holds (a district, a village), or the name of a university, takes one word, unless that word is known as a name. A long run holds words of an
    organisation too, unless a known place ends that: the name starts where a word of it stands bare elsewhere, else at its initial, else two words before the end.
    """
    before = narrative.word(fixed - 1).lower() if fixed > first else ""
    takes_place = before in _PLACE_KINDS or before in named_after() or (fixed == first and head.area == "open") or is_open_organisation(before)
    titles = [at for at in range(fixed, end) if narrative.behind_titles(at) > at]
    if titles:
        return titles[0]
    if takes_place and fixed < end and narrative.word(fixed).lower() not in narrative.evidence:
        return fixed + 1
    behind_place = any(_place_size(narrative, at) == fixed - at for at in range(max(first, fixed - _LONGEST_PLACE), fixed))
    if end - fixed > _LONGEST_NAME and not behind_place:
        known = [at for at in range(fixed, end) if narrative.word(at).lower() in narrative.evidence or len(narrative.word(at)) == 1]
        return known[0] if known else end - 2
    return fixed


def _name_after_comma(narrative: Narrative, at: int) -> Name | None:
    """Return the name in "OFFICE, NAME", "OFFICE yang baru, NAME" or "OFFICE, PLACE (ABBREVIATION), NAME"."""
    if narrative.phrase(at, at + 2) == "yang baru" and narrative.gap(at) == " ":
        at += 2
    if at < len(narrative.words) and narrative.gap(at) == ", " and places.is_place(_capitals(narrative, at)):
        at += len(_capitals(narrative, at).split())
        if at < len(narrative.words) and narrative.gap(at) == " (":
            at += 1
    if at >= len(narrative.words) or narrative.gap(at) not in {", ", "), "} or narrative.words[at].start in narrative.heads:
        return None
    return narrative.name_at(at)


def _capitals(narrative: Narrative, at: int) -> str:
    end = at + 1
    while end < len(narrative.words) and narrative.gap(end) == " " and narrative.word(end)[:1].isupper():
        end += 1
    return " ".join(narrative.word(index) for index in range(at, end))


def _joined(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions with NAME, OFFICE and NAME selaku OFFICE made one, and the two offices of "Komisioner dan Koordinator Divisi Hukum"."""
    held: Mention | None = None
    for mention in mentions:
        if held and held.office == held.span and mention.office and text[held.span.end : mention.span.start] == " dan ":
            office = Span(held.span.start, mention.office.end)
            if mention.office.start == mention.span.start and not says_where(held.office.of(text)):
                held = replace(mention, span=Span(held.span.start, mention.span.end), office=office)
                continue
        if (
            held
            and held.name
            and not held.office
            and mention.office
            and not mention.name
            and _ROLE_AFTER.match(text[held.span.end : mention.span.start])
        ):
            comma = "," in text[held.span.end : mention.span.start]
            held = replace(held, span=Span(held.span.start, mention.span.end), office=mention.office, joined_by_comma=comma)
            continue
        if held:
            yield held
        held = mention
    if held:
        yield held
