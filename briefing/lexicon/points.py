"""The closed set of statements on neutrality: what is said again and again, once, in both languages, with the law that it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from briefing.lexicon.law import Dated, Level
from briefing.lexicon.load import cached, table
from briefing.model.finding import RuleType
from briefing.model.pack import Election, PointStatus

Sheet = Literal["do", "dont"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PointBasis(Dated):
    """A provision (`instrument` and `key` of the catalogue) while it bears a statement."""

    instrument: str
    key: str
    level: Level
    election: Election
    binds: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One statement in both languages, long and short. `note_id` and `note_en` are printed beside it always; `sheet` is its column of dos and don'ts.

    `status` says on what it rests: "speaker" is an appeal or view without a provision, "quote-only" is never printed as a statement.
    """

    id: str
    type: RuleType
    addressees: tuple[str, ...]
    statement_id: str
    statement_en: str
    short_id: str
    short_en: str
    status: PointStatus
    sheet: Sheet | None = None
    note_id: str | None = None
    note_en: str | None = None
    basis: tuple[PointBasis, ...] = ()


def points() -> tuple[Point, ...]:
    """Return the statements in the order of the data file."""
    return tuple(_points().values())


def point(identifier: str) -> Point:
    """Return the statement with this id.

    Raises:
        KeyError: there is none.
    """
    return _points()[identifier]


@cached
def _points() -> dict[str, Point]:
    return {record["id"]: _point(record) for record in table("law/points.toml")["point"]}


def _point(record: dict[str, Any]) -> Point:
    lists = {"addressees": tuple(record["addressees"]), "basis": tuple(map(_basis, record.get("basis", ())))}
    return Point(**{**record, **lists})


def _basis(record: dict[str, Any]) -> PointBasis:
    rest = {name: value for name, value in record.items() if name not in {"from", "until", "binds"}}
    return PointBasis(**rest, starts=record.get("from"), until=record.get("until"), binds=tuple(record["binds"]))
