"""How Indonesian makes the statements of the closed set: which act under which force, beside which concepts, for whom."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, get_args

from briefing.lexicon.load import table

if TYPE_CHECKING:
    from collections.abc import Iterable

PatternMode = Literal["forbid", "require", "permit", "threaten", "state", "pledge"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One way to make a statement: one of the concepts `act` under `mode`, with one of each of `beside` near it.

    None of `without` may stand between the same commas, none of `unless` in the same part of the sentence. `who` are the groups that it may address (none: whom it addresses does not matter); `named`: the sentence or its paragraph must name them;
    `about`: it must speak of this concept, `apart`: it must not, nor the paragraph before, which does not matter `here`.
    `ordered`: what stands beside comes behind the act; `whole`: it may stand anywhere in the sentence; `close`: at most so many words part it, and the operator, from the act.
    `main`: the act is not told of a thing ("pose yang menunjukkan dukungan"). `own`: what stands beside it before a comma is another act of a list.
    `spares`: groups that it does not address, where no other that statements bind is addressed.
    """

    point: str
    mode: PatternMode
    act: tuple[str, ...]
    beside: tuple[tuple[str, ...], ...]
    without: tuple[str, ...]
    unless: tuple[str, ...]
    who: frozenset[str]
    spares: frozenset[str]
    main: bool
    own: bool
    named: bool
    about: str | None
    apart: str | None
    here: bool
    ordered: bool
    whole: bool
    close: int | None


@cache
def patterns() -> tuple[Pattern, ...]:
    """Return the patterns in the order of the data file."""
    return tuple(_pattern(entry, record) for entry in table("id/points.toml")["point"] for record in entry["patterns"])


@cache
def order() -> dict[str, int]:
    """Return the place of each statement in the data file."""
    return {pattern.point: at for at, pattern in enumerate(patterns())}


def patterns_of(names: Iterable[str]) -> tuple[Pattern, ...]:
    """Return the patterns of which one of these concepts is the act, in the order of the data file."""
    by_act = _by_act()
    places = sorted({at for name in names for at in by_act.get(name, ())})
    return tuple(patterns()[at] for at in places)


@cache
def _by_act() -> dict[str, list[int]]:
    """Return the places of the patterns by each concept that is their act."""
    places: dict[str, list[int]] = {}
    for at, pattern in enumerate(patterns()):
        for name in pattern.act:
            places.setdefault(name, []).append(at)
    return places


@cache
def acts() -> frozenset[str]:
    """Return the concepts that are the act of some pattern that something must govern."""
    return frozenset(name for pattern in patterns() if pattern.mode in {"forbid", "require", "permit"} for name in pattern.act)


def _pattern(entry: dict[str, Any], record: dict[str, Any]) -> Pattern:
    mode: PatternMode = next(mode for mode in get_args(PatternMode) if mode in record)
    return Pattern(
        point=entry["id"],
        mode=mode,
        act=tuple(record[mode].split("|")),
        beside=tuple(tuple(names.split("|")) for names in record.get("with", ())),
        without=tuple(record.get("without", ())),
        unless=tuple(record.get("unless", ())),
        who=frozenset(record.get("who", entry.get("who", "any")).split("|")) - {"any"},
        spares=frozenset(record.get("spares", entry.get("spares", "")).split("|")),
        main=record.get("main", False),
        own=record.get("own", False),
        named=record.get("named", entry.get("named", False)),
        about=record.get("about", entry.get("about")),
        apart=record.get("apart"),
        here=record.get("here", False),
        ordered=record.get("ordered", False),
        whole=record.get("whole", False),
        close=record.get("close"),
    )
