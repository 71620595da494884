"""Offices in English by grammar: acting form, head, numeral, units, organisation, place."""

from __future__ import annotations

import re
from functools import cache
from itertools import starmap
from typing import TYPE_CHECKING

from briefing.lexicon import places
from briefing.lexicon.load import table
from briefing.lexicon.offices import (
    OWN_KINDS,
    acting_forms,
    acting_words,
    any_form,
    head_of,
    head_pattern,
    heads,
    organisation_pattern,
    organisations,
    parted,
)

if TYPE_CHECKING:
    from briefing.lexicon.offices import Head

_NUMERAL = re.compile(r"[IVX]{1,4}")  # Wakil Ketua II, Asisten I, Komisi IX
_REPUBLIC = {"RI", "Republik Indonesia"}  # Wakil Presiden RI
_SHORT_FORM = re.compile(r"\s*\(\w+\)$")  # Bawaslu Sumatera Selatan (Sumsel)


@cache
def _units() -> dict[str, str]:
    return {full.lower(): english for full, english in table("id/offices.toml")["unit"].items()}


def english(full: str) -> str | None:
    """Return an office spelt out in full in English, by grammar: acting form, head, organisation, place; None where a part is unknown.

    "Penjabat Sementara Gubernur Jambi" is "Temporary Acting Governor of Jambi".
    """
    full = _SHORT_FORM.sub("", full)
    match = head_pattern().match(full)
    if not match:
        return None
    main, _, origin = full.rpartition(" dari ")
    if main and (of := _english_organisation(origin) or _english_kind(origin)) and (office := english(main)):
        return f"{office} from {of}"
    acting = [acting_words()[form.lower()][1] for form in acting_forms(match["acting"])]
    parts = list(parted(full[match.start("head") :]))
    english_head = next(filter(None, (*starmap(_english_head, parts), *starmap(_english_unit, parts), *starmap(_english_body, parts))), None)
    return " ".join([*acting, english_head]) if english_head else None


def _english_head(head: Head, rest: str) -> str | None:
    """Return the English of a head with its place or organisation; None where something else stands behind it."""
    title, rest = _with_numeral(head, rest)
    if not rest or rest in _REPUBLIC:
        return title
    if head.en_area:
        area = _english_area(head, re.sub(r"^\([A-Z]\w*\)\s+", "", rest))  # the short form: "Komandan Distrik Militer (Kodim) 0826/Pati"
        return head.en_area.format(en=head.en, area=area) if area else None
    if rest.startswith("dan "):
        other = english(rest.removeprefix("dan "))
        return f"{title} and {other}" if other else None
    whose = _english_behind(rest) if not any(rest.startswith(f"{kind} ") for kind in _kinds()) or organisation_pattern().match(rest) else None
    return f"{title}{whose}" if whose else None


def _with_numeral(head: Head, rest: str) -> tuple[str, str]:
    """Return the English title of a head with the numeral behind it, and the rest: "Deputy Chair II", and "Head of Section II" without an article."""
    numeral, _, behind = rest.partition(" ")
    return (f"{head.en.replace(' of the ', ' of ')} {numeral}", behind) if _NUMERAL.fullmatch(numeral) and not head.en_area else (head.en, rest)


def _english_unit(head: Head, rest: str) -> str | None:
    """Return the English of a head with its units: "Head of Office for Tourism of Blora Regency"; None where it has none."""
    title, rest = _with_numeral(head, rest)
    whose = _staff_pattern().match(rest) if "bidang" in rest.lower() else None  # seldom: making the pattern takes longer than a page
    if whose:
        title, rest = f"{title} to the {head_of(whose['head']).en}", rest[whose.end() :].strip()
    units, behind = _english_units(rest.removeprefix("Bidang ").removeprefix("Divisi "))
    of = _english_behind(behind) if behind else ""
    return f"{title} for {units}{of}" if units and of is not None else None


def _english_body(head: Head, rest: str) -> str | None:
    """Return the English of a head with an organisation named by its kind: "Chair of Commission II of the House of Representatives (DPR)"."""
    title, rest = _with_numeral(head, rest)
    body = _english_kind(rest)
    return f"{title} of {body}" if body and not head.en_area else None


@cache
def _staff_pattern() -> re.Pattern[str]:
    """Return the pattern of the office that somebody's staff works for: Staf Ahli | Bupati | Bidang Hukum."""
    return re.compile(rf"(?P<head>{any_form(dict(heads()))})(?=\s+Bidang\b)", re.IGNORECASE)


def _english_behind(text: str) -> str | None:
    """Return what stands behind a head or an organisation in English, with its preposition: " of the Education Office of Semarang City"."""
    rest = re.sub(r"^\([^)]*\)\s*", "", text)
    found = (_english_organisation(rest) or places.english(rest) or _english_kind(rest)) if rest else None
    return f" of {found}" if found else None


def _english_kind(text: str) -> str | None:
    """Return an organisation named by its kind and units: "Dinas Sosial Kabupaten Blora" as "the Social Affairs Office of Blora Regency"."""
    kind = next((kind for kind in _kinds() if text.startswith(f"{kind} ")), None)
    if kind is None:
        return None
    rest = text.removeprefix(f"{kind} ")
    letter, _, behind = (rest, "", "") if organisation_pattern().fullmatch(rest) and kind == "Fraksi" else rest.partition(" ")
    if _NUMERAL.fullmatch(letter) or len(letter) == 1 or kind == "Fraksi":
        name = letter
    else:
        name, behind = _english_units(rest)
    if not name:
        return None
    of = _english_behind(behind) if behind.strip() else ""
    return None if of is None else _kinds()[kind].format(name=name) + of


@cache
def _kinds() -> dict[str, str]:
    """Return the English of organisations by their kind, {name} for their units or letter, the longest kind first."""
    entries = table("id/offices.toml")["kind"]
    return {kind: entries[kind] for kind in sorted(entries, key=len, reverse=True)}


def _english_units(text: str) -> tuple[str, str]:
    """Return the units that an office opens with in English, "Pencegahan dan Humas" as "Prevention and Public Relations", and what stands behind."""
    found: list[str] = []
    at = 0
    while match := _unit_pattern().match(text, at):
        if bool(match["join"]) != bool(found):
            break
        found.append(_units()[re.sub(r"\s+", " ", match["unit"].lower())])
        at = match.end()
    return ", ".join(found[:-1]) + (" and " if len(found) > 1 else "") + "".join(found[-1:]), text[at:].strip(" ,")


@cache
def _unit_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?P<join>,? dan |, | )?(?P<unit>{any_form(dict(_units()))})(?!\w)", re.IGNORECASE)


def _english_area(head: Head, rest: str) -> str | None:
    """Return the place of a head in English: bare where the head says the kind (Camat, Bupati), with its kind elsewhere."""
    kind, _, name = rest.partition(" ")
    if rest[:1].isdigit():
        return rest  # a unit with its number: 0726/Sukoharjo
    if head.area == "open":
        return name if kind in OWN_KINDS and name else rest
    if head.area == "place":
        return places.english(name if kind in {"Kabupaten", "Kota", "Provinsi"} and name else rest)
    return places.english(rest)


def _english_organisation(text: str) -> str | None:
    match = organisation_pattern().match(text)
    if not match:
        return None
    organisation = organisations()[re.sub(r"\s+", " ", match.group().lower())]
    rest = re.sub(r"^\s*\([^)]*\)", "", text[match.end() :]).strip(" ,")
    rest = re.sub(r"^(?:RI|Republik Indonesia)(?!\w)\s*", "", rest)
    if not rest:
        return organisation.en
    area = places.english(rest) or _english_organisation(rest)
    unit = None if area else _english_kind(rest)
    if unit:
        return f"{organisation.en}, {unit.removeprefix('the ')}"
    if not organisation.en_area:
        return f"{organisation.en} of {area}" if area else None
    name = rest.partition(" ")[2] if rest.split()[0] in OWN_KINDS else rest
    if "{name}" in organisation.en_area:
        return organisation.en_area.format(name=name)
    return organisation.en_area.format(area=area) if area else None


def organisation_english(name: str) -> str | None:
    """Return an institution in English: "Pati Regency Government" for "Pemerintah Kabupaten Pati"; None for one that no catalogue holds."""
    kind, _, place = name.partition(" ")
    if kind == "Pemerintah":
        area = places.english(place)
        return f"{area} Government" if area else None
    english_name = _english_organisation(name)
    return english_name.removeprefix("the ") if english_name else None
