"""What the keys of a TOML file may hold, and a fault with its line for each that does not: all faults of a file at once."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

from briefing.tomlfile import CONTROLS, Place, TomlFile, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.problem import BriefingError

_LIKE: Final = 0.5  # from 0 for nothing in common to 1 for the same: what a slip of the hand leaves


@dataclass(frozen=True, slots=True)
class Kind:
    """What a key may hold: `fits` tells whether a value does, `reason` is the word code of what is expected, `known` the values of a choice."""

    reason: str
    fits: Callable[[Any], bool]
    known: tuple[str, ...] = ()


TEXT: Final = Kind("expected-text", lambda value: isinstance(value, str))
LINE: Final = Kind("expected-line", lambda value: isinstance(value, str) and not CONTROLS.search(value))
LINES: Final = Kind("expected-lines", lambda value: isinstance(value, list) and all(map(LINE.fits, value)))
TEXTS: Final = Kind("expected-texts", lambda value: isinstance(value, list) and all(isinstance(part, str) for part in value))
YES_NO: Final = Kind("expected-yes-no", lambda value: isinstance(value, bool))
NUMBER: Final = Kind("expected-number", lambda value: isinstance(value, int) and not isinstance(value, bool))
DAY: Final = Kind("expected-day", lambda value: isinstance(value, date) and not isinstance(value, datetime))
TABLE: Final = Kind("expected-table", lambda value: isinstance(value, dict))
ENTRIES: Final = Kind("expected-entries", lambda value: isinstance(value, list) and all(isinstance(entry, dict) for entry in value))


def choice(*known: str) -> Kind:
    """Return the kind of a key that holds one of `known`, in any capitals."""
    return Kind("expected-choice", lambda value: isinstance(value, str) and value.casefold() in map(str.casefold, known), known)


def check(  # noqa: PLR0913 - each but the first four is asked for by name
    file: TomlFile,
    place: Place,
    table: Mapping[str, Any],
    kinds: Mapping[str, Kind],
    *,
    required: Iterable[str] = (),
    known_as: Mapping[str, str] | None = None,
) -> Iterator[BriefingError]:
    """Yield a fault for each key of the table at `place` that is not known, is missing, or holds what it may not.

    `known_as` gives the key that is meant by another word ("kertas": "paper").
    """
    for key, value in table.items():
        kind = kinds.get(key)
        if not kind:
            nearest, others = nearest_key(key, kinds, known_as or {}), ", ".join(kinds)
            if nearest:
                yield file.fault("toml-unknown-key", *place, key, key=key, nearest=nearest, known=others)
            else:
                yield file.fault("toml-strange-key", *place, key, key=key, known=others)
        elif not kind.fits(value):
            yield unfit(file, (*place, key), kind.reason, kind.known)
    for key in required:
        if key not in table:
            yield missing(file, place, key, kinds)


def missing(file: TomlFile, place: Place, key: str, kinds: Mapping[str, Kind]) -> BriefingError:
    """Return the fault of the table at `place` that lacks `key`."""
    return file.fault("toml-missing-key", *place, key=key, reason=kinds[key].reason if key in kinds else "expected-text")


def entries(
    file: TomlFile, section: str, kinds: Mapping[str, Kind], *, required: Iterable[str] = (), known_as: Mapping[str, str] | None = None
) -> Iterator[BriefingError]:
    """Yield the faults of a file that holds [[`section`]] entries and nothing else."""
    faults = list(check(file, (), file.tables, {section: ENTRIES}))
    yield from faults
    for number, entry in enumerate(file.tables.get(section, ()) if not faults else ()):
        yield from check(file, (section, number), entry, kinds, required=required, known_as=known_as)


def sound(table: Mapping[str, Any], kinds: Mapping[str, Kind]) -> dict[str, Any]:
    """Return what of a table is known and of its kind."""
    return {key: value for key, value in table.items() if key in kinds and kinds[key].fits(value)}


def sound_entries(file: TomlFile, section: str, kinds: Mapping[str, Kind]) -> list[tuple[int, dict[str, Any]]]:
    """Return the [[`section`]] entries with their numbers, each as far as it is sound."""
    held = file.tables.get(section)
    return [(number, sound(entry, kinds)) for number, entry in enumerate(held)] if held and ENTRIES.fits(held) else []


def nearest_key(key: str, known: Iterable[str], known_as: Mapping[str, str]) -> str:
    """Return the known key that `key` looks like, or means by another word; "" where it is like none."""
    meant = {_plain(name): name for name in known} | {_plain(word): name for word, name in known_as.items()}
    return next((meant[near] for near in get_close_matches(_plain(key), meant, n=1, cutoff=_LIKE)), "")


def unfit(file: TomlFile, place: Place, reason: str, known: Iterable[str] = ()) -> BriefingError:
    """Return the fault of the value at `place`: `reason` is the word code of what was expected, or `known` are the values of a choice."""
    written = {"key": str(place[-1]), "value": shown(_written(file.value(place)))}
    choices = ", ".join(known)
    return file.fault("toml-choice", *place, **written, known=choices) if choices else file.fault("toml-value", *place, **written, reason=reason)


def _written(value: object) -> str:
    """Return a value as it is written in TOML."""
    return str(value) if isinstance(value, date) else json.dumps(value, ensure_ascii=False, default=str)


def _plain(key: str) -> str:
    return re.sub(r"[\W_]", "", key.casefold())
