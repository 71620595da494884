"""Provinces, regencies and cities: known by name or short form, and put into English with their kind."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from briefing.lexicon.load import rows

Kind = Literal["kabupaten", "kota"]

# The English of each kind of place, {} being its name (one choice a term, as the glossary has it).
_ENGLISH_OF_KIND = {
    "kabupaten": "{} Regency",
    "kota": "{} City",
    "provinsi": "{} Province",
    "kecamatan": "{} District",
    "desa": "{} Village",
    "kelurahan": "{} Urban Village",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Regency:
    """A regency (kabupaten) or city (kota): its name without the kind, and its province."""

    name: str
    kind: Kind
    province: str


def is_place(name: str) -> bool:
    """Return whether the whole of `name` is a province, regency, city, capital or a short form of one, with or without its kind."""
    key = _key(_without_kind(name))
    return key in _regencies() or key in _provinces() or key in _capitals()


def kinds(name: str) -> tuple[str, ...]:
    """Return "Kabupaten", "Kota", both or neither: what the regency or city `name` may be."""
    return tuple(regency.kind.capitalize() for regency in _regencies().get(_key(name), ()))


def printed_name(name: str) -> str | None:
    """Return the name of a regency or city in its usual spelling, None for a name that is neither."""
    found = _regencies().get(_key(name), ())
    return found[0].name if found else None


def province(name: str) -> str | None:
    """Return the full name of a province given by name or short form ("Jateng"), None for any other word."""
    row = _provinces().get(_key(name))
    return row["name"] if row else None


def regency(name: str) -> Regency | None:
    """Return the regency or city with a bare name; None where there is none, or where a regency and a city share the name."""
    found = _regencies().get(_key(name), ())
    return found[0] if len(found) == 1 else None


def english(place: str) -> str | None:
    """Return a place in English, "Kecamatan Purwodadi, Kabupaten Pasuruan" as "Purwodadi District, Pasuruan Regency"; None for an unknown one."""
    parts = [_english_part(part.strip()) for part in place.split(",")]
    return ", ".join(part for part in parts if part) if all(parts) else None


def _english_part(place: str) -> str | None:
    kind, _, name = place.partition(" ")
    pattern = _ENGLISH_OF_KIND.get(kind.lower())
    if pattern and name:
        row = _provinces().get(_key(name)) if kind.lower() == "provinsi" else None
        return row["full_en"] if row else pattern.format(name)
    row = _provinces().get(_key(place))
    if row:
        return row["name_en"]
    return place if _key(place) in _regencies() or _key(place) in _capitals() else None


def _without_kind(name: str) -> str:
    kind, _, rest = name.partition(" ")
    return rest if rest and kind.lower() in _ENGLISH_OF_KIND else name


def _key(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())


def _forms(row: dict[str, str]) -> list[str]:
    return [_key(form) for form in (row["name"], *row["also"].split(";")) if form.strip()]


@cache
def _regencies() -> dict[str, tuple[Regency, ...]]:
    found: dict[str, tuple[Regency, ...]] = {}
    for row in rows("places/regencies.csv"):
        regency = Regency(name=row["name"], kind="kota" if row["kind"] == "kota" else "kabupaten", province=row["province"])
        for form in _forms(row):
            found[form] = (*found.get(form, ()), regency)
    return found


@cache
def _provinces() -> dict[str, dict[str, str]]:
    return {form: row for row in rows("places/provinces.csv") for form in _forms(row)}


@cache
def _capitals() -> frozenset[str]:
    return frozenset(_key(row["capital"]) for row in rows("places/regencies.csv") if row["capital"])
