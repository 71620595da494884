"""Reading the data files of the lexicon: TOML for curated entries, CSV for long flat lists; the office's own entries over the shipped ones."""

from __future__ import annotations

import csv
import io
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final, ParamSpec, TypeVar, cast

from briefing import tomlfile
from briefing.lexicon import kept, own, own_law
from briefing.model.problem import BriefingError, FaultsError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

P = ParamSpec("P")
T = TypeVar("T")

GLOSSARY: Final = "en/glossary.toml"
LAW: Final = "law/instruments.toml"
PROVISIONS: Final = "law/provisions.toml"
SANCTIONS: Final = "law/sanctions.toml"
OWN_GLOSSARY: Final = "glossary.toml"
OWN_LAW: Final = "law"

_LAW: Final = {"instrument": LAW, "provision": PROVISIONS, "sanction": SANCTIONS}

_own: dict[str, dict[str, Any]] = {}  # by the name of the shipped file, what the office's own makes of it
_caches: list[Callable[[], None]] = []


def cached(function: Callable[P, T]) -> Callable[P, T]:
    """Return `function` with its results kept, as functools.cache does, until other files of the office are used."""
    remembering = cache(function)
    _caches.append(remembering.cache_clear)
    return cast("Callable[P, T]", remembering)


@cached
def table(name: str) -> dict[str, Any]:
    """Return the tables of the TOML file `name`, a path within the lexicon such as "id/speech_verbs.toml"; read once, not to be changed."""
    return _own.get(name) or _shipped(name)


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of the CSV file `name`, a path within the lexicon such as "places/regencies.csv"; read once, not to be changed."""
    return tuple(csv.DictReader(io.StringIO(_text(name))))


def use(folder: Path | None) -> None:
    """Lay the office's glossary.toml and its folder law in `folder` over the shipped data from now on; None for the shipped data alone.

    Raises:
        BriefingError: one of them cannot be read.
        FaultsError: all faults of the glossary, or of the folder law; what was used before then stays in use.
    """
    laid: dict[str, dict[str, Any]] = {}
    if folder:
        glossary = glossary_with(folder / OWN_GLOSSARY)
        laid = ({GLOSSARY: glossary} if glossary else {}) | law_with(folder / OWN_LAW)
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


def law_with(folder: Path) -> dict[str, dict[str, Any]]:
    """Return the tables of the shipped instruments, provisions and sanctions under those of `folder`, as far as the files are there.

    Raises:
        BriefingError: a file cannot be read.
        FaultsError: all faults of the files.
    """
    found: dict[str, dict[str, Any]] = {}
    faults: list[BriefingError] = []

    def held(section: str) -> list[dict[str, Any]]:
        entries: list[dict[str, Any]] = (found.get(_LAW[section]) or _shipped(_LAW[section]))[section]
        return entries

    for section, name in _LAW.items():
        path = folder / name.partition("/")[2]
        if path.exists():
            file = tomlfile.read(path)
            try:
                file.refuse(own_law.faults(file, section, held, [kind["id"] for kind in _shipped("law/kinds.toml")["kind"]]))
            except FaultsError as error:
                faults.extend(error.errors)
            found[name] = {**_shipped(name), section: own_law.merged(file, section, held(section))}
    if faults:
        raise FaultsError(faults)
    return found


def _shipped(name: str) -> dict[str, Any]:
    return kept.parsed(name, _text(name))


def _text(name: str) -> str:
    return files("briefing.lexicon").joinpath(name).read_text(encoding="utf-8")
