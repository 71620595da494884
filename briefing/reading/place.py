"""The place that an article is about: the district, city or regency around its dateline or its event."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import takewhile

from briefing.lexicon import places
from briefing.lexicon.names import is_not_name
from briefing.model.span import Span

_NAME = r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,3}"
_WEEKDAY = re.compile(r"\b(?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu)\b")
_FIRST = 600
"""So many code points of the body tell of the event, where its date is not read as one day."""
_VENUE = 160
"""So many code points before the date of the event may name its place."""


def read_place(text: str, town: str | None, event: Span | None) -> tuple[str, Span] | None:
    """Return the place of the article, with its span in `text`, a cleaned body; `town` is the place of the dateline.

    A regency or city that the article names in full ("Kabupaten Jepara") completes the bare name of the dateline, which only tells where it was
    written: the district where the event was held goes before it. Without a dateline the place where the event was held is taken, else the region
    that the article names most often.
    """
    named = _named_regions(text)
    if town:
        return _district_held(text, town, event, named) or _around(town, named)
    return _venue(text, event) or (_most_frequent(named)) or _with_province(text)


def _district_held(text: str, town: str, event: Span | None, named: list[tuple[str, Span]]) -> tuple[str, Span] | None:
    """Return the district right before the date of the event ("di Benteng Jawa, Kecamatan Lamba Leda, Sabtu"); for several the only regency named.

    None where the sentence names the town of the dateline as well.
    """
    day = _WEEKDAY.search(text, 0, _FIRST)
    end = event.start if event else day.start() if day else 0
    before = _before(text, end)
    match = _districts_pattern().search(before) if town.casefold() not in before.casefold() else None
    if match is None:
        return None
    if match["other"]:
        regions = [found for found in named if not found[0].startswith("Kecamatan")]
        return regions[0] if len({name for name, _ in regions}) == 1 else None
    start = end - len(before)
    return f"Kecamatan {match['name']}", Span(start + match.start("district"), start + match.end("name"))


def _around(town: str, named: list[tuple[str, Span]]) -> tuple[str, Span] | None:
    """Return the region that bears the name of the town, or that a town without a region of its own lies in."""
    same = [found for found in named if found[0].split(" ", 1)[1].casefold() == town.casefold()]
    if same or places.kinds(town) or places.province(town):
        return _most_frequent(same)
    regions = [found for found in named if not found[0].startswith("Kecamatan")]
    best = _most_frequent(regions)
    return best if best and sum(name == best[0] for name, _ in regions) > 1 else None


def _most_frequent(named: list[tuple[str, Span]]) -> tuple[str, Span] | None:
    """Return the region that is named most often, the first of equals; a district named once is only mentioned in passing."""
    counts = Counter(name for name, _ in named)
    return max((found for found in named if counts[found[0]] > found[0].startswith("Kecamatan")), key=lambda found: counts[found[0]], default=None)


def _named_regions(text: str) -> list[tuple[str, Span]]:
    """Return the districts, cities and regencies that `text` names with their kind, in text order."""
    found = []
    for match in _region_pattern().finditer(text):
        kind = {"kab": "Kabupaten", "kec": "Kecamatan"}.get(match["kind"][:3].lower(), "Kota")
        name = _known_part(match["name"], kind)
        if name:
            found.append((f"{kind} {name.title() if name.islower() else name}", Span(match.start(), match.start("name") + len(name))))
    return found


def _known_part(name: str, kind: str) -> str | None:
    """Return the longest beginning of `name` that is a regency or city of that kind; of a district's all words that may be of a name."""
    words = name.split(" ")
    if kind == "Kecamatan":
        return words[0] if name.islower() else " ".join(takewhile(lambda word: not is_not_name(word), words[:2])) or None
    return next((part for size in range(len(words), 0, -1) if kind in places.kinds(part := " ".join(words[:size]))), None)


def _venue(text: str, event: Span | None) -> tuple[str, Span] | None:
    """Return the place named right before the date of the event: "di Aula Kecamatan Sukorejo, Selasa", "di Denpasar, Bali, Kamis"."""
    if event is None:
        return None
    before = _before(text, event.start)
    start = event.start - len(before)
    regions = _named_regions(before)
    if regions:
        name, span = regions[-1]
        return name, Span(start + span.start, start + span.end)
    held = _held_pattern().search(before)
    parts = [Span(*part.span()) for part in re.finditer(r"[^,]+", held["where"])] if held else []
    for part in reversed(parts):
        town = _town_at_end(part.of(held["where"])) if held else None
        if held and town:
            at = start + held.start("where") + held["where"].rindex(town, part.start, part.end)
            return _in_full(town), Span(at, at + len(town))
    return None


def _before(text: str, end: int) -> str:
    """Return the words of the sentence before the date of the event, which starts at `end`."""
    return re.split(r"[.!?][\"”’]? |\n|[\"”]", text[max(0, end - _VENUE) : end])[-1]


def _in_full(town: str) -> str:
    """Return a short form of a regency or city written out: "Bolmong" as "Kabupaten Bolaang Mongondow"; another name as it is."""
    name, kinds = places.printed_name(town), places.kinds(town)
    return f"{kinds[0]} {name}" if name and name.casefold() != town.casefold() and len(kinds) == 1 else town


def _town_at_end(venue: str) -> str | None:
    """Return the regency or city whose name a venue ends with: "Kantor Bawaslu Sukoharjo"."""
    words = venue.strip().split(" ")
    return next((town for first in range(len(words)) if places.kinds(town := " ".join(words[first:]))), None)


def _with_province(text: str) -> tuple[str, Span] | None:
    """Return the first regency or city that stands before its province: "Brebes, Jawa Tengah"."""
    for match in _province_pattern().finditer(text):
        town = _town_at_end(match["name"])
        if town and places.province(match["province"]):
            return town, Span(match.end("name") - len(town), match.end("name"))
    return None


@cache
def _region_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<kind>[Kk]abupaten|[Kk]ab\.|Kota|[Kk]ecamatan|Kec\.) (?P<name>{_NAME}|(?<=ecamatan )[a-z]{{4,}})")


@cache
def _districts_pattern() -> re.Pattern[str]:
    name = r"[A-Z][a-z]+(?: [A-Z][a-z]+)?"
    return re.compile(
        rf"\b(?:di|ke) [^.;]*?(?P<district>Kecamatan|Distrik) (?P<name>{name})(?P<other>(?:, {name})*,? dan {name})?,? (?:pada |hari )*$"
    )


@cache
def _held_pattern() -> re.Pattern[str]:
    return re.compile(r"\b(?:di|ke) (?P<where>(?:[\w./()-]+ ){0,8}?[A-Z][^,]{2,60}(?:, [^,]{2,40}){0,2}?),? (?:pada |hari )*$")


@cache
def _province_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?P<name>{_NAME}), (?P<province>{_NAME}|[A-Z]{{3}})\b")
