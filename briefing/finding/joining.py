"""Joining: which mentions beside each other are of one person, and which of two."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.finding.local_places import PLACE_KINDS
from briefing.lexicon.names import given_names
from briefing.lexicon.office_words import named_after, thing_kinds
from briefing.lexicon.offices import head_of, head_pattern, says_where
from briefing.lexicon.speech import is_root
from briefing.model.span import Span, opens_paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.finding.mentions import Mention

_ROLE_AFTER = re.compile(
    r"(?:\s*\(\d{2}(?:\s*(?:tahun|thn|th))?\))?\s*(?P<comma>,\s*)?(?P<role>(?:selaku|sebagai|yang juga(?: merupakan| menjabat)?|sekaligus|merangkap(?: sebagai)?|sapaan akrab)\s+)?\Z|\s*\(\Z"
)
_AND_ALSO = re.compile(r",?\s(?:sekaligus|merangkap(?:\ssebagai)?|yang\sjuga(?:\s(?:merupakan|menjabat|sebagai))*|selaku)\s")
_APPOSITION = frozenset({", ", ", salah satu ", ", salah seorang "})
_AT_ONCE = frozenset({" yang juga ", " yang juga menjabat ", " yang juga merupakan ", " sekaligus ", " merangkap "})  # one holder of two offices
_NEAR = 30  # code points before a mention
_POINTED = re.compile(r"\s(?:itu|ini|tersebut)\s")  # "Menanggapi Budi, politisi PKB itu mengapresiasi": another one
_GOES_ON = re.compile(r"(?:\s\(\d{2}\))?,\s+(?!dan\b|serta\b|maupun\b)[a-z]")
_CLOSED = re.compile(r"(?:\s(?:itu|ini|tersebut))?,")


def _is_apposed(text: str, held: Mention, mention: Mention) -> bool:
    """Return whether an office in small letters between commas is a further one of the person before it: "Ketua Komisi A Budi, politikus PSI, meminta"."""
    between, small = text[held.span.end : mention.span.start], text[mention.span.start].islower()
    return between in _APPOSITION and small and mention.name is None and _CLOSED.match(text, mention.span.end) is not None


def _stands_first(text: str, mention: Mention) -> bool:
    """Return whether a sentence opens with a mention, or a cue stands before it: whoever he is follows at once ("Rosid warga Desa Gubug mengaku")."""
    before = text[max(0, mention.span.start - _NEAR) : mention.span.start].rstrip()
    return not before or before[-1] in '.!?”"' or opens_paragraph(text, mention.span.start) or is_root(before.split()[-1])


def _is_small_office(text: str, held: Mention, mention: Mention) -> bool:
    """Return whether an office in small letters, and no name, stands directly behind a name."""
    return mention.name is None and text[held.span.end : mention.span.start] == " " and text[mention.span.start].islower()


def _is_one_of_many(text: str, office: Span) -> bool:
    """Return whether an office alone tells nobody from another: "Dosen FISIP dan Direktur KPN Budi" is one man."""
    match = head_pattern().match(text, office.start, office.end)
    return match is not None and head_of(match["head"]).many


def respectively(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions in order, with each of two offices given its own holder in "Bupati dan Wakil Bupati Pati, A dan B"."""
    ordered = sorted(mentions, key=lambda mention: mention.span)
    at = 0
    while at < len(ordered):
        one, two, three = (*ordered[at : at + 3], None, None)[:3]
        if one and two and three and _are_two_holders(text, one, two, three):
            yield replace(two, span=Span(one.span.start, two.span.end), office=one.office, joined_by_comma=False)
            yield replace(three, office=two.office)
            at += 3
        else:
            yield ordered[at]
            at += 1


def _are_two_holders(text: str, one: Mention, two: Mention, three: Mention) -> bool:
    joined = text[one.span.end : two.span.start] == text[two.span.end : three.span.start] == " dan "
    return joined and one.office == one.span and bool(two.office and two.name and three.name) and three.office is None


def _is_named_apart(text: str, held: Mention, mention: Mention) -> bool:
    """Return whether the name of an office in an apposition is its holder's, no second word of a village: "Budi, Ketua RT 12 Desa Swarga Bara, …"."""
    name = mention.name.of(text) if mention.name else ""
    office = mention.office.of(text).split() if mention.office else []
    village = len(office) > 1 and office[-2].lower() in PLACE_KINDS | thing_kinds() and text.startswith(",", mention.span.end)
    apposed = _stands_first(text, held) and text.startswith(", ", mention.span.end) and not mention.joined_by_comma
    return bool(name) and not apposed and not (village and " " not in name and name not in given_names())


def _is_holder_behind(text: str, held: Mention, mention: Mention) -> bool:
    """Return whether the name of an office is still its institution's, since the holder stands behind it: "Ketua Lembaga Adat Tana Ai, Yosef Moa, mengatakan"."""
    if not (held.office and held.name and held.name == held.titled) or held.joined_by_comma or mention.office or mention.name is None:
        return False
    known = held.name.of(text).split()[0] in given_names() and held.office.of(text).split()[-1].lower() not in named_after()
    return not known and text[held.span.end : mention.span.start] == ", " and _GOES_ON.match(text, mention.span.end) is not None


def joined(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions with NAME, OFFICE and NAME selaku OFFICE made one, and the two offices of "Komisioner dan Koordinator Divisi Hukum"."""
    held: Mention | None = None
    for mention in mentions:
        one = (_two_offices(text, held, mention) or _holder(text, held, mention) or _apposed(text, held, mention)) if held else None
        if held and one is None:
            yield held
        held = one or mention
    if held:
        yield held


def _two_offices(text: str, held: Mention, mention: Mention) -> Mention | None:
    """Return the mention of somebody with two offices: "Komisioner dan Koordinator Divisi Hukum Budi", "Camat yang juga Ketua PMI Budi"."""
    if held.office != held.span or mention.office is None:
        return None
    between = text[held.span.end : mention.span.start]
    if _are_two_posts(held.office.of(text), mention.office.of(text)):
        return None
    beside = mention.office.start == mention.span.start and (not says_where(held.office.of(text)) or _is_one_of_many(text, held.office))
    if (between == " dan " and beside) or (mention.name and between in _AT_ONCE):
        return replace(mention, span=Span(held.span.start, mention.span.end), office=Span(held.span.start, mention.office.end))
    return None


def _are_two_posts(one: str, other: str) -> bool:
    """Return whether two offices joined by "dan" are of two people: heads of two units, "Kasi Pidsus dan Kasi Intelijen", "Kapolres dan Dandim"."""
    posts = [post for post in (head_pattern().match(one), head_pattern().match(other)) if post]
    units = [head_of(post["head"]) for post in posts]
    return len(units) == 2 and (all(unit.full.startswith("Kepala ") for unit in units) or all(unit.area in {"place", "regency"} for unit in units))


def _holder(text: str, held: Mention, mention: Mention) -> Mention | None:
    """Return the mention of the holder behind an office that ends with a name: "Ketua Lembaga Adat Tana Ai, Yosef Moa, mengatakan"."""
    if held.office is None or held.name is None or not _is_holder_behind(text, held, mention):
        return None
    office = Span(held.office.start, held.name.end)
    return replace(mention, span=Span(held.span.start, mention.span.end), office=office, joined_by_comma=True)


def _apposed(text: str, held: Mention, mention: Mention) -> Mention | None:
    """Return the mention of somebody whose office stands behind his name."""
    if held.name is None:
        return None
    span = Span(held.span.start, mention.span.end)
    if held.office and mention.name is None and _AND_ALSO.fullmatch(text, held.span.end, mention.span.start):
        return replace(held, span=span)  # "Kepala Pelaksana BPBD, Budi, sekaligus Plt Kasatpol PP, mengatakan"
    role = _ROLE_AFTER.match(text[held.span.end : mention.span.start]) if mention.office and not held.office else None
    apart = role is None or not role.group().strip(" ") or _is_named_apart(text, held, mention) or _POINTED.match(text, mention.span.end)
    if role and mention.office and (role["role"] or not apart):
        office = Span(mention.office.start, (mention.name or mention.office).end)  # no other name stands behind "selaku OFFICE"
        return replace(held, span=span, office=office, joined_by_comma=bool(role["comma"] and not role["role"]))
    if not held.office and _stands_first(text, held) and _is_small_office(text, held, mention):
        return replace(held, span=span, office=mention.office)
    return replace(held, span=span) if _is_apposed(text, held, mention) else None
