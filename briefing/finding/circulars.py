"""What is not told by kind, number and year alone: court decisions, circulars that do not say whose they are, joint decrees."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.finding.issuers import bodies_named, issuer_near, place_near
from briefing.finding.law_mentions import VAGUE, Resolved, identifier_of
from briefing.lexicon import law
from briefing.lexicon.kinds import kind_named
from briefing.model.problem import Problem

if TYPE_CHECKING:
    from datetime import date

    from briefing.finding.law_mentions import LawMention
    from briefing.lexicon.law import Instrument

_COURT = re.compile(r"(?P<number>\d+)/PUU-(?P<roman>[IVXLC]+)/(?P<year>\d{4})\Z", re.IGNORECASE)
_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_NUMERALS = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_FIRST_OF_THE_COURT = 2002  # the numeral of a petition is its year less this: all that were seen follow it
_NEARBY = 300  # code points before a circular in which its issuer is looked for
_BEHIND = 400  # code points behind a joint decree in which those who made it are named
_BEFORE = 40  # code points before one in which it may be said to be planned
_SIGNED = 5  # institutions that made the joint decrees on neutrality
_TELLING = 3  # so many of them beside a joint decree tell which it is
_PLANNED = re.compile(r"\b(?:akan|rencana|berencana|menyusun|menyiapkan|siapkan|rancangan|draf)\s+(?:\w+\s+){0,2}\Z", re.IGNORECASE)
_SUBJECT = re.compile(r"\bneu?tral", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:bupati|wali ?kota|gubernur|sekda|sekretaris daerah|camat|KPU|Bawaslu|BKN|KASN|Kapolri|Panglima|"
    r"Kemen(?!PAN)[a-z]+|Mendagri|Menag|Menkes|Mendes\w*|Menkominfo|Menteri\s+\w+|Dinas\s+\w+)\b",
    re.IGNORECASE,
)


def resolve_decision(mention: LawMention, known: Instrument | None) -> Resolved:
    """Resolve a decision of the Constitutional Court; where numeral and year of its number differ, by the one of them that the catalogue has."""
    parts = _COURT.match(mention.number or "")
    if known:
        return Resolved(instrument=known.id, by="explicit")
    if not parts:
        return _decided(mention)
    by_numeral, printed = _FIRST_OF_THE_COURT + _arabic(parts["roman"].upper()), int(parts["year"])
    if by_numeral == printed:
        return Resolved(instrument=identifier_of(mention), by="explicit", notes=(Problem(code="not-in-catalogue"),))
    note = Problem(code="roman-year", arguments={"roman": parts["roman"].upper(), "year": printed})
    numbers = {f"{parts['number']}/PUU-{_roman(year - _FIRST_OF_THE_COURT)}/{year}" for year in (by_numeral, printed)}
    meant = [one for one in law.instruments() if one.number in numbers]
    if len(meant) == 1:
        return Resolved(instrument=meant[0].id, by="context", notes=(note,))
    return Resolved(instrument=identifier_of(mention), by="explicit", notes=(note,))


def _decided(mention: LawMention) -> Resolved:
    """Resolve a decision cited without the kind of its case, "Putusan MK Nomor 136 Tahun 2024", to the one of that number and year."""
    meant = [one for one in law.instruments() if one.id.startswith(f"mk-{mention.number}-") and one.year == mention.year]
    if len(meant) == 1:
        return Resolved(instrument=meant[0].id, by="context")
    return Resolved(instrument=identifier_of(mention), by="explicit")


def resolve_circular(mention: LawMention, text: str) -> Resolved:
    """Resolve a circular whose issuer is not named to the one of that number, unless somebody else is named before it; a "surat" only behind the ministry.

    A letter's number with strokes says whose it is.
    """
    if mention.kind.id == "surat" and "/" in (mention.number or ""):
        return Resolved(instrument=identifier_of(mention), by="explicit", notes=(Problem(code="not-in-catalogue"),))
    known = [one for one in law.instruments() if one.id.startswith("se-") and one.number == mention.number and one.year == mention.year]
    before = text[max(0, mention.span.start - _NEARBY) : mention.span.end]
    if len(known) == 1 and not mention.issuer and ("menpanrb" in bodies_named(before) or (mention.kind.id == "se" and not _OTHERS.search(before))):
        return Resolved(
            instrument=known[0].id, by="context", notes=(Problem(code="issuer-from-context", arguments={"instrument": known[0].short_id}),)
        )
    if issuer := issuer_near(mention, text):
        own = kind_named(f"{mention.kind.short_id} {issuer}")
        named = replace(mention, kind=own, issuer="") if own else replace(mention, issuer=issuer)
        read_as = Problem(code="issuer-from-context", arguments={"instrument": own.short_id if own else f"{mention.kind.short_id} {issuer}"})
        return Resolved(instrument=identifier_of(named), by="context", notes=(read_as, Problem(code="not-in-catalogue")))
    return Resolved(instrument=identifier_of(mention), by="explicit", notes=(Problem(code="not-in-catalogue"),))


def resolve_regional(mention: LawMention, text: str) -> Resolved:
    """Resolve a regional regulation that the catalogue does not hold; one without its place to the one place that its sentence names."""
    place = "" if mention.issuer or not mention.year else place_near(mention, text)
    if not place:
        return Resolved(instrument=identifier_of(mention), by="explicit", notes=(Problem(code="not-in-catalogue"),))
    read_as = Problem(code="issuer-from-context", arguments={"instrument": f"{mention.kind.short_id} {place.title()}"})
    return Resolved(instrument=identifier_of(replace(mention, issuer=place)), by="context", notes=(read_as, Problem(code="not-in-catalogue")))


def is_on_neutrality(text: str) -> bool:
    """Return whether a text speaks of neutrality."""
    return bool(_SUBJECT.search(text))


def resolve_joint_decree(mention: LawMention, text: str, day: date | None, *, on_neutrality: bool) -> Resolved:
    """Resolve a joint decree that goes by its year, by how many made it, or by who did, where neutrality is what it, or the text, is about."""
    behind = re.split(r"(?<!\bNo)[.;]\s|\n", text[mention.span.end : mention.span.end + _BEHIND])[0]
    numbered = _decree_numbered(behind)
    year = numbered or mention.year or next(map(int, re.findall(r"\b20\d\d\b", mention.name)), None)
    about = is_on_neutrality(mention.title) if mention.title else on_neutrality
    planned = not year and _PLANNED.search(text, max(0, mention.span.start - _BEFORE), mention.span.start)
    untitled = not mention.title and (mention.signatories == _SIGNED or (year and not mention.signatories))
    if planned or not (about or numbered or len(bodies_named(behind)) >= _TELLING or untitled):
        return VAGUE
    known = _decree_of(year, day)
    if known is None:
        return VAGUE
    miscounted = mention.signatories not in {None, _SIGNED}
    notes = (Problem(code="signatories-miscounted", arguments={"count": mention.signatories or 0}),) if miscounted else ()
    undated = (Problem(code="alias-undated", arguments={"instrument": known.short_id}),) if day is None and not year else ()
    return Resolved(instrument=known.id, by="alias", notes=(*notes, *undated))


def _decree_numbered(text: str) -> int | None:
    """Return the year of the joint decree of which a text has a number that no other regulation would have: "800-5474", "167/KEP/2020"."""
    closed = "".join(text.split())
    for decree in law.meanings("SKB"):
        numbers = {part.strip().removesuffix(f"/{decree.year}") for part in decree.number.split(";")}
        if any(number in closed for number in numbers if "-" in number or "/" in number):
            return decree.year
    return None


def _decree_of(year: int | None, day: date | None) -> Instrument | None:
    """Return the joint decree on neutrality of a year, or the one that the name meant on `day`."""
    if year is None:
        return law.resolve_alias("SKB", day or law.as_of())
    return next((one for one in law.meanings("SKB") if one.year == year), None)


def _arabic(roman: str) -> int:
    values = [_DIGITS[letter] for letter in roman]
    return sum(-value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True))


def _roman(number: int) -> str:
    letters = ""
    for value, letter in _NUMERALS:
        letters, number = letters + letter * max(0, number // value), number % value
    return letters
