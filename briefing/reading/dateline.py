"""Datelines: "JAMBI - ", "KASONGAN, PROKALTENG.CO – ", "Martapura (ANTARA) - ", and what they say of place and outlet."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from briefing.lexicon import places
from briefing.lexicon.names import is_not_name, is_organisation_word
from briefing.lexicon.offices import head_pattern
from briefing.model.span import Span
from briefing.reading.dates import days
from briefing.reading.outlets import outlet

if TYPE_CHECKING:
    from collections.abc import Collection

LONGEST = 200
"""No dateline is longer, in code points, blanks in the place of markup included."""

_SEPARATOR = re.compile(r"\s*[-–—|│:]+\s*|,\s+")
_PART = re.compile(r"[^,|│()\s](?:(?:[^,|│()]|,(?=id\b))*[^,|│()\s])?")
_ORGANISATION = re.compile(r"\w[\w./]*(?: (?:[A-Z][\w./]*|dan)){0,7}")
_SITE = re.compile(r"[A-Z]\w*(?:news|NEWS|online|ONLINE|media|MEDIA)")  # Tribratanews
_BYLINE = re.compile(r"(?:Tim )?(?:Humas|Kominfo|Diskominfo|Prokopim|Protokol)(?: [A-Z][\w&/]*){0,5}, (?=(?P<subject>[A-Z]\w+))")
_CAPITALS = re.compile(r"[A-Z][A-Z.'’/-]{2,}(?: [A-Z][A-Z.'’/-]+){0,3}")
_CAPITALISED = re.compile(r"[A-Z][a-z'’]+(?:[ -][A-Z][a-z'’]+){0,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """A dateline: its span with the separator, the span of its first place, of its outlet."""

    span: Span
    place: Span | None
    outlet: Span | None


def dateline(text: str, names: Collection[str] = ()) -> Dateline | None:
    """Return the dateline that `text`, a paragraph, opens with: the longest run of places, outlets and dates before a separator.

    `names` are the names, folded, by which the source itself calls its outlet.
    """
    found = None
    for separator in _SEPARATOR.finditer(text, 0, LONGEST):
        label = text[: separator.start()]
        if label and _opens_sentence(text[separator.end() : separator.end() + 1]):
            found = _parse(text, separator, names) or found
    return replace(found, span=Span(0, _byline_end(text, found.span.end))) if found else None


def _byline_end(text: str, at: int) -> int:
    """Return where the office ends that signs what another does ("Jakarta – Humas BKN, Badan Kepegawaian Negara (BKN) kembali …"), else `at`."""
    byline = _BYLINE.match(text, at)
    return byline.end() if byline and is_organisation_word(byline["subject"]) else at


def pulled_quote_end(text: str) -> int:
    """Return where the dateline begins before which `text` has a pull quote glued on, 0 where there is none."""
    for match in _agency_dateline().finditer(text, 0, 600):
        if outlet(match["agency"]):
            return match.start("dateline")
    return 0


def _parse(text: str, separator: re.Match[str], names: Collection[str]) -> Dateline | None:
    parts = _parts(text[: separator.start()])
    outlets = [part for part in parts if outlet(part.of(text)) or part.of(text).casefold() in names or _SITE.fullmatch(part.of(text))]
    towns = [part for part in parts if part not in outlets and _is_town(part.of(text))]
    is_dash = any(mark in separator[0] for mark in "-–—|│")
    others = [part for part in parts if part not in outlets and part not in towns and not any(days(part.of(text)))]
    if is_dash and parts and places.is_place(parts[0].of(text)):
        others = [part for part in others if not _is_organisation(part.of(text))]
    if others or not (outlets or towns) or not _separates(text, separator, has_outlet=bool(outlets), is_dash=is_dash):
        return None
    if not outlets and not _stands_alone(text, separator, towns[0].of(text)):
        return None
    return Dateline(span=Span(0, separator.end()), place=towns[0] if towns else None, outlet=outlets[0] if outlets else None)


def _parts(label: str) -> list[Span]:
    """Part a label at commas, bars and brackets, and at a hyphen before a host: "Jepara-Infomuria.com"."""
    parts = []
    for match in _PART.finditer(label):
        city, hyphen, host = match[0].partition("-")
        if hyphen and outlet(host.strip()) and not outlet(match[0]):
            parts += [Span(match.start(), match.start() + len(city.rstrip())), Span(match.end() - len(host.lstrip()), match.end())]
        else:
            parts.append(Span(*match.span()))
    return parts


def _separates(text: str, separator: re.Match[str], *, has_outlet: bool, is_dash: bool) -> bool:
    """Return whether the separator may end a dateline: a comma or colon only behind an outlet, a hyphen without spaces only behind a host."""
    if is_dash:
        return separator[0] != "-" or (has_outlet and text[: separator.start()].rstrip()[-4:].count(".") == 1)
    return has_outlet and (":" in separator[0] or outlet(_PART.findall(text[: separator.start()])[-1]) is not None)


def _stands_alone(text: str, separator: re.Match[str], town: str) -> bool:
    """Return whether a label without an outlet is one: a place that is known or in capitals, or no second dash makes it an insertion."""
    if places.is_place(town) or _CAPITALS.fullmatch(town):
        return True
    sentence = text[separator.end() : separator.end() + 300].split(". ", maxsplit=1)[0]
    return separator[0].strip() not in {":", ""} and not re.search(r" [-–—] ", sentence)


def _is_town(part: str) -> bool:
    if places.is_place(part):
        return True
    if not (_CAPITALS.fullmatch(part) or _CAPITALISED.fullmatch(part)):
        return False
    return not any(map(is_not_name, part.split())) and not head_pattern().search(part.title())


def _is_organisation(part: str) -> bool:
    """Return whether a part may name the office that publishes: "Badan Pengawas Pemilihan Umum", "bawaslu"."""
    return is_organisation_word(part.split(" ", 1)[0]) and _ORGANISATION.fullmatch(part) is not None


def _opens_sentence(character: str) -> bool:
    return character.isupper() or character.isdigit() or character in {'"', "“", "‘", "'"}


@cache
def _agency_dateline() -> re.Pattern[str]:
    name = r"[A-Z][A-Za-z-]+(?: [A-Z][A-Za-z-]+){0,2}"
    return re.compile(rf"(?:(?<=[a-z])|(?<=[.!?…\"”’)]) ?)(?P<dateline>{name}(?:, {name})? \((?P<agency>[A-Z][A-Za-z. ]{{2,30}})\) ?[-–—]{{1,2}} ?)")
