"""The catalogue of instruments: what a citation means, and what its status was on a given day.

A status is an interval lookup: the days on which something happened to an instrument, in order, and the last one before the day asked for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final, Literal

from briefing.lexicon.kinds import folded, kind_named, kind_of
from briefing.lexicon.load import cached, table
from briefing.model.finding import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

Level = Literal["primary_text", "official_copy", "press", "unverified"]
RelationKind = Literal["repeals", "amends", "enacts", "reinterprets", "declares_conditionally_unconstitutional", "modifies_sanctions_of"]

# What a relation makes of its target; the others change how it is read or what it punishes, not its status.
_EFFECTS: dict[RelationKind, Status] = {"repeals": "repealed", "enacts": "repealed", "amends": "amended"}
ENDS: Final = frozenset(kind for kind, effect in _EFFECTS.items() if effect == "repealed")
"""The relations that end their target."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """How a fact of the catalogue is known."""

    level: Level
    source: str

    @property
    def is_printable(self) -> bool:
        """False for what was never verified, which no page shows."""
        return self.level != "unverified"

    @property
    def credit(self) -> str | None:
        """The source that must be named beside the fact: that of a press fact; None where the fact stands on its own."""
        return self.source if self.level == "press" else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """What holds from the day `starts` (None: always, or not known since when) until the day before `until` (None: still)."""

    starts: date | None
    until: date | None

    def holds_on(self, day: date) -> bool:
        """Return whether it holds on that day."""
        return (self.starts or date.min) <= day < (self.until or date.max)


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedNote(Dated):
    """What must be told beside an instrument or a provision while it holds."""

    text_id: str
    text_en: str
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What `actor` did to `target` (identifiers); `on` is the first day of the effect, `exception` what a repeal left standing."""

    kind: RelationKind
    actor: str
    target: str
    on: date | None
    basis: Basis
    exception: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """One law, regulation, decree or decision. Titles are None where none was verified: print `short_id` or `short_en` alone.

    `starts` is the first day in force, None where it is not known; from `doubt_from` on the status is not known. `basis` is that of number and dates.
    The subject, None where none was verified, is known as the title is. `articles` is the number of the last article, None where it was not read.
    """

    id: str
    kind: str
    number: str
    year: int
    title_id: str | None
    title_en: str | None
    short_id: str
    short_en: str
    enacted: date | None
    starts: date | None
    doubt_from: date | None
    basis: Basis
    title_basis: Basis
    status_basis: Basis
    subject_id: str | None = None
    subject_en: str | None = None
    articles: int | None = None
    notes: tuple[DatedNote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The status of an instrument from some day on, how that is known, and the relation that brought it about, if one did."""

    status: Status
    basis: Basis
    relation: Relation | None = None


def as_of() -> date:
    """Return the day on which the catalogue was last read: "now" in every statement about the law."""
    day: date = table("law/instruments.toml")["as_of"]
    return day


def instruments() -> tuple[Instrument, ...]:
    """Return all instruments in the order of the catalogue."""
    return tuple(_catalogue().values())


def instrument(identifier: str) -> Instrument | None:
    """Return the instrument with this identifier ("uu-5-2014"), None when the catalogue does not hold it."""
    return _catalogue().get(identifier)


def find_instrument(kind: str, number: str, year: int | None) -> Instrument | None:
    """Return the instrument that a citation names by kind ("UU", "peraturan pemerintah"), number and year; None when there is none.

    A number that holds a year of its own ("136/PUU-XXII/2024") is enough by itself.
    """
    known, number = kind_named(kind), _folded_number(number)
    return _numbers().get((known.id, number, None if "/" in number else year)) if known else None


def resolve_alias(alias: str, day: date | None) -> Instrument | None:
    """Return the instrument that a name such as "UU ASN" meant on `day`.

    None when the name is not known or meant nothing in the catalogue on that day, or, without a day, when it has more than one meaning.
    """
    entries = _aliases().get(_folded_alias(alias), ())
    if day is None:
        return instrument(entries[0]["instrument"]) if len(entries) == 1 else None
    valid = (entry for entry in entries if entry.get("from", date.min) <= day < entry.get("until", date.max))
    return next((instrument(entry["instrument"]) for entry in valid), None)


def meanings(alias: str) -> tuple[Instrument, ...]:
    """Return all that a name has meant, the oldest first; nothing for a name that is not known."""
    return tuple(_catalogue()[entry["instrument"]] for entry in _aliases().get(_folded_alias(alias), ()))


def alias_forms() -> tuple[str, ...]:
    """Return the names as they stand in the data."""
    return tuple(form for alias in table("law/aliases.toml")["alias"] for form in alias["forms"])


def status(identifier: str, day: date) -> Status:
    """Return the status of an instrument on `day`; "unknown" where the catalogue cannot tell or does not hold the instrument."""
    return standing(identifier, day).status


def standing(identifier: str, day: date) -> Standing:
    """Return the status of an instrument on `day` with how it is known; a day after `as_of` gets what was known on that date."""
    timeline = _timeline(identifier)
    position = bisect_right(timeline, day, key=lambda step: step[0])
    if position:
        return timeline[position - 1][1]
    known = instrument(identifier)
    return Standing(status="not_yet", basis=known.basis) if known else Standing(status="unknown", basis=Basis(level="unverified", source=""))


def replacement(identifier: str) -> tuple[Instrument, date | None] | None:
    """Return the instrument that took the place of this one, and since when (None: not known); None when nothing verified says so."""
    for relation in relations_to(identifier):
        if relation.kind in ENDS and relation.basis.is_printable:
            return _catalogue()[relation.actor], relation.on
    return None


def relations_to(identifier: str) -> tuple[Relation, ...]:
    """Return what was done to an instrument, in the order of days; what has no known day comes last."""
    found = (relation for relation in relations() if relation.target == identifier)
    return tuple(sorted(found, key=lambda relation: relation.on or date.max))


@cached
def relations() -> tuple[Relation, ...]:
    """Return all relations of the catalogue, each once, from the side of the instrument that acts."""
    return tuple(
        Relation(
            kind=entry["kind"],
            actor=record["id"],
            target=entry["target"],
            on=entry.get("on"),
            basis=Basis(level=entry["level"], source=entry["source"]),
            exception=entry.get("except"),
        )
        for record in table("law/instruments.toml")["instrument"]
        for entry in record.get("relations", ())
    )


@cached
def _catalogue() -> dict[str, Instrument]:
    return {record["id"]: _instrument(record) for record in table("law/instruments.toml")["instrument"]}


def _instrument(record: dict[str, Any]) -> Instrument:
    basis = Basis(level=record["level"], source=record.get("source", ""))
    title = Basis(level=record.get("title_level", basis.level), source=basis.source)
    number = record["number"] if "/" in record["number"] else f"{record['number']}/{record['year']}"
    return Instrument(
        id=record["id"],
        kind=record["kind"],
        number=record["number"],
        year=record["year"],
        title_id=record["title_id"] if title.is_printable else None,
        title_en=record["title_en"] if title.is_printable else None,
        short_id=record.get("short_id") or f"{kind_of(record['id']).short_id} {number}",
        short_en=record.get("short_en") or f"{kind_of(record['id']).short_en} {number}",
        enacted=record.get("date", record.get("from")),
        starts=record.get("from"),
        doubt_from=record.get("doubt_from"),
        basis=basis,
        title_basis=title,
        status_basis=Basis(level=record.get("status_level", basis.level), source=record.get("status_source", basis.source)),
        subject_id=record.get("subject_id"),
        subject_en=record.get("subject_en"),
        articles=record.get("articles"),
        notes=notes_of(record),
    )


def notes_of(record: dict[str, Any]) -> tuple[DatedNote, ...]:
    """Return the printable notes of an entry of the catalogue."""
    notes = (
        DatedNote(
            text_id=note["id"],
            text_en=note["en"],
            starts=note.get("from"),
            until=note.get("until"),
            basis=Basis(level=note["level"], source=note["source"]),
        )
        for note in record.get("notes", ())
    )
    return tuple(note for note in notes if note.basis.is_printable)


@cached
def _timeline(identifier: str) -> tuple[tuple[date, Standing], ...]:
    known = instrument(identifier)
    return tuple(sorted(_steps(known), key=lambda step: step[0])) if known else ()


def _steps(known: Instrument) -> Iterator[tuple[date, Standing]]:
    if known.starts or not known.doubt_from:
        yield from _from_day(known.starts, known.year, Standing(status="in_force", basis=known.status_basis))
    if known.doubt_from:
        yield known.doubt_from, Standing(status="unknown", basis=known.status_basis)
    for relation in relations_to(known.id):
        effect = "partly" if relation.exception else _EFFECTS.get(relation.kind)
        if effect:
            yield from _from_day(relation.on, _catalogue()[relation.actor].year, Standing(status=effect, basis=relation.basis, relation=relation))


def _from_day(day: date | None, year: int, then: Standing) -> Iterator[tuple[date, Standing]]:
    """Yield when `then` begins; where the day is not known, the status is unknown in that year until it is over or the catalogue was read."""
    if day:
        yield day, then
    else:
        yield date(year, 1, 1), Standing(status="unknown", basis=then.basis)
        yield min(date(year + 1, 1, 1), as_of()), then


@cached
def _numbers() -> dict[tuple[str, str, int | None], Instrument]:
    """Index the instruments by kind, number and year; a joint decree is found by each of its numbers."""
    index = {}
    for known in instruments():
        kind = kind_of(known.id).id
        for number in map(_folded_number, known.number.split(";")):
            index[kind, number, None if "/" in number else known.year] = known
            plain, _, year = number.rpartition("/")
            if year == str(known.year) and "/" not in plain:
                index[kind, plain, known.year] = known
    return index


@cached
def _aliases() -> dict[str, list[dict[str, Any]]]:
    return {_folded_alias(form): alias["meanings"] for alias in table("law/aliases.toml")["alias"] for form in alias["forms"]}


def _folded_alias(alias: str) -> str:
    """Return the folded name with its kind, if it opens with one, in the short form: "Undang-Undang ASN" becomes "uu asn"."""
    words = folded(alias).split(" ")
    for length in range(len(words), 0, -1):
        if kind := kind_named(" ".join(words[:length])):
            return " ".join((folded(kind.short_id), *words[length:]))
    return " ".join(words)


def _folded_number(number: str) -> str:
    return re.sub(r"\s+", "", number.casefold())
