"""Mentions of people in the narrative: names, offices, and which of them belong together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.finding.holders import name_start
from briefing.finding.joining import joined, respectively
from briefing.finding.local_places import PLACE_KINDS
from briefing.finding.narrative import Narrative
from briefing.finding.roles import division, far_holder, is_closed, is_role, is_what, is_where, one_of_many, role_behind, unknown_office
from briefing.finding.sizes import place_size
from briefing.finding.tails import tail
from briefing.lexicon import places
from briefing.lexicon.names import POINTING, given_names, is_not_name, small_titles
from briefing.lexicon.office_words import asides, besides, kin, named_after, take_name, thing_kinds
from briefing.lexicon.offices import head_of
from briefing.lexicon.speech import is_root
from briefing.lexicon.turns import words
from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.finding.narrative import Name
    from briefing.lexicon.offices import Head


_DWELLER = "Warga"
_INITIALS = re.compile(r"\b[A-Z]{3,4}\b")
_JOINING_OFFICES = frozenset({"dan", "sekaligus", "merangkap", "yang"})
_INDEFINITE = frozenset({"yang", "lain", "lainnya", "asal", "dari", "mana", "manapun", "se"})
_POSTER = re.compile(r"['‘](?<!\w.)(?=[^'’\n]*\s[^'’\n]*\s[^'’\n]*\s)[^'’\n]{12,120}['’](?!\w)")  # 'Pak Kades, Endi Uangnya?'


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


def find_mentions(text: str, cues: Sequence[re.Match[str]]) -> tuple[Mention, ...]:
    """Return every mention of a name or an office in a narrative, in order; `cues` are those of speech in it.

    A bare name is any run of capitalised words that may be one; whether it names a person is for people.py to say.
    """
    narrative = Narrative(text, cues)
    mentions: list[Mention] = []
    behind = 0
    for index in narrative.starts():
        if index < behind:
            continue
        head = narrative.heads.get(narrative.words[index].start)
        said = index in narrative.behind_roots and not head
        role = (unknown_office(narrative, index) if said else None) or one_of_many(narrative, index) or (None if head else division(narrative, index))
        mention, following = (
            _held(*role, start=narrative.words[index].start if said else None)
            if role
            else (_office_mention(narrative, head) if head else _bare_mention(narrative, index))
        )
        if mention:
            mentions.append(mention)
        behind = following
    outside = _outside_posters(text, (*mentions, *_initialled(text, mentions)))
    return tuple(joined(text, tuple(respectively(text, outside))))


def _outside_posters(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions that do not stand among other words in single marks, as those of a poster or a title do."""
    posters = [Span(*match.span()) for match in _POSTER.finditer(text)]
    if not posters:
        return list(mentions)
    return [mention for mention in mentions if not any(poster.start < mention.span.start and mention.span.end < poster.end for poster in posters)]


def stands_beside(text: str, mention: Mention) -> bool:
    """Return whether a bare name only tells who somebody else is: "calon pendamping Rina", "istri Budi"."""
    before = text[max(0, mention.span.start - 40) : mention.span.start].split()
    return mention.office is None and bool(before) and before[-1].lower() in besides()


def _bare_mention(narrative: Narrative, index: int) -> tuple[Mention | None, int]:
    if narrative.word(index).islower() and narrative.word(index) not in small_titles():
        return None, index + 1
    name = narrative.name_at(index)
    if name and (
        _ends_an_organisation(narrative, index, name) or is_role(narrative, name) or is_what(narrative, index, name) or is_where(narrative, index)
    ):
        return None, name.next
    if name is None:
        return None, index + max(1, place_size(narrative, index))
    behind_root = index in narrative.behind_roots
    office = role_behind(narrative, name, closes=behind_root) if narrative.opens_sentence(index) or behind_root else None
    return Mention(span=name.titled, name=name.name, titled=name.titled, office=office), name.next


def _ends_an_organisation(narrative: Narrative, index: int, name: Name) -> bool:
    """Return whether the run at `index` is the place of what stands before it, also one that no list holds: Kecamatan Talun, Panwaslu Talun."""
    before = narrative.word(index - 1)
    if narrative.gap(index) != " " or narrative.words[index - 1].start in narrative.within_heads:
        return False
    if not before[:1].isupper():
        return before in thing_kinds() and before not in PLACE_KINDS
    if before.lower() in thing_kinds() or before.lower() in take_name() or before.lower() in named_after():
        return True
    return before.lower() in PLACE_KINDS or (narrative.is_organisation(index - 1) and " " not in name.name.of(narrative.text))


def _office_mention(narrative: Narrative, match: re.Match[str]) -> tuple[Mention | None, int]:
    head = head_of(match["head"])
    first = next(
        (at for at in range(narrative.index[match.start()], len(narrative.words)) if narrative.words[at].start >= match.end()), len(narrative.words)
    )
    end, fixed = tail(narrative, head, first)
    start = name_start(narrative, head, first, fixed, end)
    name = narrative.name_at(start) if start < len(narrative.words) and start < end else None
    far = None if name else far_holder(narrative, narrative.index[match.start()], end if fixed > first else first)
    far = far or (None if name else _called_behind(narrative, narrative.index[match.start()], first))
    if far:
        return _held(*far)
    if match["head"][0].islower() and not match["acting"] and not (fixed > first or name):
        return _small_mention(narrative, match, first)
    longer = _end_with_name(narrative, first, start, name, in_village=_may_be_place(head, first, start)) if name else 0
    if longer:
        end, name = longer, None
    begin = _start_of(narrative, match)
    if name and begin < match.start() and narrative.text[begin : match.start()].split()[0].lower() in kin():
        end, name = name.next, None
    if name and _is_home(narrative, head, narrative.index[match.start()], name):
        end, name = name.next, None
    last = start if name else end
    office = Span(begin, narrative.words[last - 1].end if last > first else match.end())
    office = _with_bracket(narrative.text, office)
    if name:
        return Mention(span=Span(office.start, name.titled.end), name=name.name, titled=name.titled, office=office), name.next
    name = _name_after_comma(narrative, end)
    if name:
        return _held(office, name)
    at = narrative.index[match.start()]
    plain = end == first and narrative.opens_sentence(at) and narrative.word(first) not in _JOINING_OFFICES  # "Guru wajib mematuhinya."
    unnamed = head.many and (plain or narrative.word(at - 1).lower() in words("unnamed"))  # "seorang guru SD di Bone"
    return None if unnamed else Mention(span=office, office=office), end


def _is_home(narrative: Narrative, head: Head, at: int, name: Name) -> bool:
    """Return whether a single word behind "warga" is where somebody lives who stands before it: "Sugiarti (43), warga Sokaraja, berharap"."""
    apposed = narrative.gap(at) in {", ", "), "} and (narrative.word(at - 1).isdigit() or narrative.word(at - 1)[:1].isupper())
    single = name.name == name.titled and " " not in name.name.of(narrative.text) and narrative.word(name.next - 1) not in given_names()
    return head.full == _DWELLER and apposed and single and narrative.gap(name.next).startswith(",")


def _called_behind(narrative: Narrative, at: int, first: int) -> tuple[Span, Name] | None:
    """Return the office and the name in "peretas anonim bernama “NAME”", where at most one small word stands behind the head."""
    for index in (first, first + 1):
        if (
            narrative.word(index) == "bernama"
            and index + 1 < len(narrative.words)
            and all(narrative.gap(word) == " " for word in range(first, index + 1))
        ):
            name = narrative.name_at(index + 1) if narrative.gap(index + 1).strip(" \"“'‘") == "" else None
            return (Span(narrative.words[at].start, narrative.words[index - 1].end), name) if name else None
    return None


def _small_mention(narrative: Narrative, match: re.Match[str], first: int) -> tuple[Mention | None, int]:
    """Return the mention of a mere office in small letters behind a root of speech, None elsewhere, for it is a common noun there."""
    if not _is_said_by(narrative, narrative.index[match.start()], first):
        return None, first
    office = Span(*match.span("head"))
    holder = narrative.name_at(first) if narrative.gap(first) == ", " and first < len(narrative.words) else None
    if holder and is_closed(narrative, holder):
        return _held(office, holder)  # "tutur warga, Sapri."
    return None if head_of(match["head"]).many else Mention(span=office, office=office), first


def _held(office: Span, name: Name, *, start: int | None = None) -> tuple[Mention, int]:
    """Return the mention of an office whose holder stands behind a comma, and the index of the word behind the two; "salah satu" before it is of the mention."""
    return Mention(
        span=Span(office.start if start is None else start, name.titled.end), name=name.name, titled=name.titled, office=office, joined_by_comma=True
    ), name.next


def _is_said_by(narrative: Narrative, at: int, end: int) -> bool:
    """Return whether the common noun [at, end) stands behind a root of speech and means somebody known: "kata bupati", not "kata bupati lain"."""
    return narrative.gap(at) == " " and is_root(narrative.word(at - 1)) and narrative.word(end) not in _INDEFINITE


def _start_of(narrative: Narrative, match: re.Match[str]) -> int:
    """Return where an office starts: before its head where somebody beside the holder is named ("Istri Bupati", "Staf Khusus Menteri")."""
    at = narrative.index[match.start()]
    while narrative.gap(at) == " " and narrative.word(at - 1).lower() in besides():
        at -= 1
    return narrative.words[at].start


def _may_be_place(head: Head, first: int, start: int) -> bool:
    """Return whether the word at `start` may be the place of an office: the second word of a village, the only word behind one that has a place."""
    return start > first if head.area == "open" else head.area != "none" and start == first


def _end_with_name(narrative: Narrative, first: int, start: int, name: Name, *, in_village: bool) -> int:
    """Return the end of an office that the name behind it belongs to, 0 for the name of its holder.

    It belongs there as one of a pair ("Tim Pemenangan Budi Santosa - Rina Astuti"), or as a single word of an organisation before the holder's
    full name ("Ketua Koalisi Amin, Budi Santosa"), or of a village before a name beside a cue ("Kades Lumbir Rejo, Budi menegaskan").
    """
    if narrative.gap(name.next) in {" - ", "-", " – "}:
        other = narrative.name_at(name.next)
        return other.next if other else 0
    if name.next > start + 1 or narrative.word(start).lower() in narrative.evidence:
        return 0
    if start > first and narrative.word(name.next) in POINTING and narrative.word(start) not in given_names():
        return name.next  # "tegas Jurkam Koalisi Pati Maju itu": nobody's name is pointed at
    holder = _name_after_comma(narrative, name.next)
    if in_village and holder and narrative.word(start) not in given_names():
        words = holder.name.of(narrative.text).lower().split()
        return name.next if len(words) > 1 or words[0] in narrative.evidence or narrative.gap(holder.next).startswith(", ") else 0
    if not any(narrative.is_organisation(at) or narrative.word(at).lower() in take_name() for at in range(first - 1, start)):
        return 0
    return name.next if holder and " " in holder.name.of(narrative.text) else 0


def _with_bracket(text: str, office: Span) -> Span:
    opened = text.count("(", office.start, office.end) > text.count(")", office.start, office.end)
    return Span(office.start, office.end + 1) if opened and text[office.end : office.end + 1] == ")" else office


def _name_after_comma(narrative: Narrative, at: int) -> Name | None:
    """Return the name in "OFFICE, NAME", "OFFICE yang baru, NAME", "OFFICE terpilih NAME" or "OFFICE, PLACE (ABBREVIATION), NAME"."""
    if narrative.phrase(at, at + 2) == "yang baru" and narrative.gap(at) == " ":
        at += 2
    elif narrative.word(at) in asides() and narrative.gap(at) == " " and narrative.gap(at + 1) in {" ", ", "}:
        return narrative.name_at(at + 1) if narrative.word(at) != "sementara" or narrative.gap(at + 1) == ", " else None
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


def initials(name: str) -> str:
    """Return the first letters of a name of three words or more, an empty string for a shorter one."""
    words = name.split()
    return "".join(word[0] for word in words).upper() if len(words) > 2 else ""


def _initialled(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the places where somebody whose name the article prints in full, with an office, goes by its initials: SBY."""
    known = {initials(mention.name.of(text)) for mention in mentions if mention.name and mention.office}
    for match in _INITIALS.finditer(text) if known - {""} else ():
        span = Span(*match.span())
        if match.group() in known and not is_not_name(match.group()):
            yield Mention(span=span, name=span, titled=span)
