"""Provinces, regencies and cities: known by name or short form, and put into English with their kind.

The lists hold the 38 provinces since 2022 and their 416 regencies and 98 cities, those of Jakarta, which have no elected head, included.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from briefing.lexicon.load import rows

Kind = Literal["kabupaten", "kota"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Regency:
    """A regency (kabupaten) or city (kota): its name without the kind, in Indonesian and in English, and its province."""

    name: str
    name_en: str
    kind: Kind
    province: str


def is_place(name: str) -> bool:
    """Return whether the whole of `name` is a province, regency, city, capital or a short form of one, with or without its kind."""
    return _is_known(name) or (" " in name and _is_known(_parted(name)[1]))


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
    """Return the regency or city with a bare name; None where there is none, or where another one or a province has the same name."""
    found = _regencies().get(_key(name), ())
    return found[0] if len(found) == 1 and _key(name) not in _provinces() else None


def english(place: str) -> str | None:
    """Return a place in English, "Kecamatan Purwodadi, Kabupaten Pasuruan" as "Purwodadi District, Pasuruan Regency"; None for an unknown one."""
    parts = [_english_part(part) for run in place.split(",") for part in _split_at_kinds(run)]
    known = [part for part in parts if part]
    return ", ".join(known) if known and len(known) == len(parts) else None


def _split_at_kinds(run: str) -> list[str]:
    """Part a chain without commas: "Desa Plososetro Kecamatan Pucuk" into its two places."""
    words = run.split()
    parts: list[list[str]] = [[]]
    for position, word in enumerate(words):
        if word[:1].isupper() and _level(word) and len(parts[-1]) > 1 and position + 1 < len(words) and _level(parts[-1][0]):
            parts.append([])
        parts[-1].append(word)
    return [" ".join(part) for part in parts]


def _english_part(place: str) -> str | None:
    level, name = _parted(place)
    if level is None or (level["listed"] and not _is_known(name)):
        return _english_name(place)
    if not level["listed"]:
        return level["format_en"].format(name)
    if level["format_en"] == "{} Province":
        row = _provinces().get(_key(name))
        return row["full_en"] if row else None
    return level["format_en"].format(_regency_name(name) or name)


def _english_name(name: str) -> str | None:
    row = _provinces().get(_key(name))
    if row:
        return row["name_en"]
    return _regency_name(name) or (name if _key(name) in _capitals() else None)


def _regency_name(name: str) -> str | None:
    found = _regencies().get(_key(name), ())
    return found[0].name_en if found else None


def _parted(place: str) -> tuple[dict[str, str] | None, str]:
    """Return the row of the level that a place opens with ("Kota Administrasi") and the name behind it; None and the whole where there is none."""
    words = place.split()
    for size in (2, 1):
        level = _level(" ".join(words[:size]))
        if level and len(words) > size:
            return level, " ".join(words[size:])
    return None, " ".join(words)


def _level(form: str) -> dict[str, str] | None:
    return _levels().get(form.rstrip(".").lower())


def _is_known(name: str) -> bool:
    key = _key(name)
    return key in _regencies() or key in _provinces() or key in _capitals()


@lru_cache(maxsize=8192)  # the same words are asked for again and again
def _key(name: str) -> str:
    """Return what all spellings of a name share (Deli Serdang, Deliserdang); nothing for "di Yogyakarta", which says where, unlike "DI Yogyakarta"."""
    return "" if name.startswith("di ") else "".join(character for character in name.casefold() if character.isalnum())


def _forms(row: dict[str, str]) -> list[str]:
    return [_key(form) for form in (row["name"], *row["also"].split(";")) if form.strip()]


@cache
def _regencies() -> dict[str, tuple[Regency, ...]]:
    found: dict[str, tuple[Regency, ...]] = {}
    for row in rows("places/regencies.csv"):
        kind: Kind = "kota" if row["kind"] == "kota" else "kabupaten"
        regency = Regency(name=row["name"], name_en=row["name_en"] or row["name"], kind=kind, province=row["province"])
        for form in _forms(row):
            found[form] = (*found.get(form, ()), regency)
    return found


@cache
def _provinces() -> dict[str, dict[str, str]]:
    return {form: row for row in rows("places/provinces.csv") for form in _forms(row)}


@cache
def _capitals() -> frozenset[str]:
    return frozenset(_key(row["capital"]) for row in rows("places/regencies.csv") if row["capital"])


@cache
def _levels() -> dict[str, dict[str, str]]:
    """Return the words that say what kind of place a name is, by form; a name behind a `listed` one is in the lists or is no such place ("Kota Lama")."""
    return {row["form"].lower(): row for row in rows("places/levels.csv")}
