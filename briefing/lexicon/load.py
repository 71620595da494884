"""Reading the data files of the lexicon: TOML for curated entries, CSV for long flat lists; the office's own entries over the shipped ones."""

from __future__ import annotations

import csv
import io
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final, ParamSpec, TypeVar, cast

from briefing import tomlfile
from briefing.lexicon import own

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

P = ParamSpec("P")
T = TypeVar("T")

GLOSSARY: Final = "en/glossary.toml"
LAW: Final = "law/instruments.toml"
OWN_GLOSSARY: Final = "glossary.toml"
OWN_LAW: Final = "law/instruments.toml"

_own: dict[str, dict[str, Any]] = {}  # by the name of the shipped file, what the office's own makes of it
_caches: list[Callable[[], None]] = []


def cached(function: Callable[P, T]) -> Callable[P, T]:
    """Return `function` with its results kept, as functools.cache does, until other files of the office are used."""
    kept = cache(function)
    _caches.append(kept.cache_clear)
    return cast("Callable[P, T]", kept)


@cached
def table(name: str) -> dict[str, Any]:
    """Return the tables of the TOML file `name`, a path within the lexicon such as "id/speech_verbs.toml"; read once, not to be changed."""
    return _own.get(name) or _shipped(name)


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of the CSV file `name`, a path within the lexicon such as "places/regencies.csv"; read once, not to be changed."""
    return tuple(csv.DictReader(io.StringIO(_text(name))))


def use(folder: Path | None) -> None:
    """Lay the office's glossary.toml and law/instruments.toml in `folder` over the shipped ones from now on; None for the shipped ones alone.

    Raises:
        BriefingError: one of them cannot be read.
        FaultsError: all faults of one of them; what was used before then stays in use.
    """
    found = {GLOSSARY: glossary_with(folder / OWN_GLOSSARY), LAW: law_with(folder / OWN_LAW)} if folder else {}
    laid = {name: tables for name, tables in found.items() if tables}
    if laid != _own:
        _own.clear()
        _own.update(laid)
        for clear in _caches:
            clear()


def glossary_with(path: Path) -> dict[str, Any] | None:
    """Return the tables of the shipped glossary under those of the file at `path`, None where there is none.

    Raises:
        BriefingError: the file cannot be read, or has faults.
    """
    if not path.exists():
        return None
    file = tomlfile.read(path)
    file.refuse(own.term_faults(file))
    return {"term": own.merged_terms(_shipped(GLOSSARY)["term"], file.tables.get("term", ()))}


def law_with(path: Path) -> dict[str, Any] | None:
    """Return the tables of the shipped catalogue under those of the file at `path`, None where there is none.

    Raises:
        BriefingError: the file cannot be read, or has faults.
    """
    if not path.exists():
        return None
    file, shipped = tomlfile.read(path), _shipped(LAW)
    file.refuse(own.instrument_faults(file, shipped["instrument"], [kind["id"] for kind in _shipped("law/kinds.toml")["kind"]]))
    return {**shipped, "instrument": own.merged(shipped["instrument"], file.tables.get("instrument", ()))}


def _shipped(name: str) -> dict[str, Any]:
    return tomllib.loads(_text(name))


def _text(name: str) -> str:
    return files("briefing.lexicon").joinpath(name).read_text(encoding="utf-8")
