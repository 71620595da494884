"""Which instrument of the catalogue a mention means, and how that is known."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.finding.circulars import is_on_neutrality, resolve_circular, resolve_decision, resolve_joint_decree, resolve_regional
from briefing.finding.law_mentions import VAGUE, Resolved, alias_of, identifier_of
from briefing.finding.slips import find_slip, likely_slip, title_notes, year_notes
from briefing.lexicon import law, titles
from briefing.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from briefing.finding.law_mentions import LawMention
    from briefing.lexicon.law import Instrument

# What stands between a law and another name for it: "… tentang Aparatur Sipil Negara (UU ASN)".
_OTHER_NAME = re.compile(
    r"(?:[^.;\n]|(?<=\b[Nn]o)\.){0,300}(?:\((?:selanjutnya\s+)?(?:disebut\s+)?|\batau\s+(?:(?:disebut|dikenal)\s+(?:dengan\s+)?)?)", re.IGNORECASE
)


def resolve(mentions: Sequence[LawMention], text: str, day: date | None) -> tuple[Resolved, ...]:
    """Return what each mention means on `day`; without a day a name is read as on the day of the catalogue, with a note where it has had others."""
    exact = [_exact(mention) for mention in mentions]
    on_neutrality = any(mention.kind.id == "skb" for mention in mentions) and is_on_neutrality(text)
    found: list[Resolved] = []
    names: dict[str, Resolved] = {}  # that the text itself gives to a law
    for at, mention in enumerate(mentions):
        if mention.points_back:
            found.append(_pointed_at(mention, found))
        elif mention.kind.id == "skb" and not exact[at]:
            found.append(resolve_joint_decree(mention, text, day, on_neutrality=on_neutrality))
        elif mention.number:
            found.append(_numbered(at, mentions, exact, text, day))
        else:
            if at and mention.name and _OTHER_NAME.fullmatch(text, mentions[at - 1].span.end, mention.span.start) and found[-1].instrument:
                names[alias_of(mention)] = Resolved(instrument=found[-1].instrument, by="context")
            found.append(names.get(alias_of(mention)) or _named(mention, day))
    return tuple(found)


def _exact(mention: LawMention) -> Instrument | None:
    """Return the instrument of the catalogue that the mention names by kind, place, number and year."""
    if not mention.number or mention.points_back:
        return None
    if mention.kind.known_by:
        return law.instrument(identifier_of(mention) or "") or _with_letters_number(mention.number)
    return law.find_instrument(mention.kind.short_id, mention.number, mention.year)


def _with_letters_number(number: str) -> Instrument | None:
    """Return the instrument of a number that no other has, for it holds the sign of the office: "B/71/M.SM.00.00/2017"."""
    return next((one for one in law.instruments() if number.count("/") > 1 and one.number.casefold() == number.casefold()), None)


def _pointed_at(mention: LawMention, before: Sequence[Resolved]) -> Resolved:
    """Return what "undang-undang tersebut" points back to: the last instrument of that kind."""
    last = next((known.instrument for known in reversed(before) if known.instrument and known.instrument.startswith(f"{mention.kind.id}-")), None)
    return Resolved(instrument=last, by="anaphora") if last else VAGUE


def _numbered(at: int, mentions: Sequence[LawMention], exact: Sequence[Instrument | None], text: str, day: date | None) -> Resolved:
    mention, known = mentions[at], exact[at]
    if mention.kind.id == "mk":
        return resolve_decision(mention, known)
    impossible = year_notes(mention, day)
    if mention.kind.known_by and not known:
        read = resolve_circular(mention, text) if mention.kind.id in {"se", "surat"} else resolve_regional(mention, text)
        return replace(read, notes=impossible or read.notes)
    if known:
        return Resolved(instrument=known.id, by="explicit", notes=(*impossible, *title_notes(mention, known)))
    if slip := find_slip(at, mentions, exact) or likely_slip(mention, text):
        meant, note = slip
        return Resolved(instrument=meant.id, by="context", notes=impossible or (note,))
    return _outside(mention, exact, impossible)


def _outside(mention: LawMention, exact: Sequence[Instrument | None], doubts: tuple[Problem, ...]) -> Resolved:
    """Resolve a law that the catalogue does not hold: as printed; one without a year to the law of that number that the text cites in full."""
    if mention.year:
        return Resolved(instrument=identifier_of(mention), by="explicit", notes=doubts or (Problem(code="not-in-catalogue"),))
    found = {one.id for one in exact if one and one.number == mention.number and one.id.startswith(f"{mention.kind.id}-")}
    return Resolved(instrument=found.pop(), by="anaphora") if len(found) == 1 else VAGUE


def _named(mention: LawMention, day: date | None) -> Resolved:
    """Resolve a law that goes by a name or by its title alone."""
    today, alias = day or law.as_of(), alias_of(mention)
    known, several = law.resolve_alias(alias, today), len(law.meanings(alias)) > 1
    if known is None and mention.title:
        bearing = titles.titled(mention.kind.id, mention.title)
        bearing = tuple(one for one in bearing if not (titles.family(one.id) - {one.id}) & {other.id for other in bearing})  # not what amends another
        valid = [one for one in bearing if law.status(one.id, today) not in {"repealed", "not_yet"}]
        known, several = (valid[0], len(bearing) > 1) if len(valid) == 1 else (None, False)
    if known is None:
        return VAGUE
    undated = (Problem(code="alias-undated", arguments={"instrument": known.short_id}),) if day is None and several else ()
    return Resolved(instrument=known.id, by="alias", notes=undated)
