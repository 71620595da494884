"""The bodies that offices belong to in English, by grammar: organisations with their place, units, bodies named by their kind, parties of a case."""

from __future__ import annotations

import re
from functools import cache

from briefing.lexicon import places
from briefing.lexicon.load import table
from briefing.lexicon.offices import OWN_KINDS, SEAT, any_form, organisation_pattern, organisations

NUMERAL = re.compile(r"[IVX]{1,5}")  # Wakil Ketua II, Komisi IX
_TEAM = re.compile(
    r"(?P<kind>(?:[Tt]im(?: [a-zA-Z]+)? )?)(?:[Pp]aslon|[Pp]asangan [Cc]alon)(?: [Nn]omor(?: [Uu]rut)?| [Nn]o(?: [Uu]rut)?)? (?P<number>\d{1,2})"
)
_WITHIN = re.compile(r" (?=(?:Bidang|Divisi|Bagian|Subbagian|Seksi)\b)")
_COMPANY = re.compile(r"(?P<name>(?:PT|CV) [A-Z]\w*(?: [A-Z]\w*){0,3}?)(?: Cabang (?P<branch>[A-Z][\w ]+))?")
_SEAT = re.compile(rf"{SEAT}(?P<place>.+?)(?P<numeral> [IVX\d]{{1,4}})?")


def behind(text: str) -> str | None:
    """Return what stands behind a head or an organisation in English, with its preposition: " of the Education Office of Semarang City"."""
    rest = re.sub(r"^\([^)]*\)\s*", "", text)
    seat = _SEAT.fullmatch(rest)
    if seat:
        place = places.english(seat["place"])
        return f" for {place}{seat['numeral'] or ''}" if place else None
    found = (organisation(rest) or body(rest) or places.english(rest) or of_kind(rest)) if rest else None
    return f" of {found}" if found else None


def organisation(text: str) -> str | None:
    """Return a catalogued organisation in English, with its place, unit or constituency; None where something else stands behind it."""
    match = organisation_pattern().match(text)
    if not match:
        return None
    known = organisations()[re.sub(r"\s+", " ", match.group().lower())]
    rest = re.sub(r"^\s*\([^)]*\)", "", text[match.end() :]).strip(" ,")
    rest = re.sub(r"^(?:RI|Republik Indonesia)(?!\w)\s*", "", rest)
    if not rest or _is_party(rest):
        return None if rest else known.en  # "DPD Partai Golkar" is a board of the party
    seat, unit = _SEAT.fullmatch(rest), of_kind(rest)
    if seat or unit:
        words = behind(rest)
        return f"{known.en}{words}" if seat and words else f"{known.en}, {unit.removeprefix('the ')}" if unit else None
    named, *within = _WITHIN.split(rest, maxsplit=1)
    if within:
        unit = of_kind(re.sub(r"^Bidang (?=Divisi )", "", within[0]))
        of = organisation(f"{match.group()} {named}")
        return f"{of}, {unit.removeprefix('the ')}" if of and unit else None
    return _in_place(known.en, known.en_area, rest)


def _is_party(text: str) -> bool:
    match = organisation_pattern().match(text)
    return match is not None and organisations()[re.sub(r"\s+", " ", match.group().lower())].full.startswith("Partai ")


def _in_place(english: str, in_area: str | None, rest: str) -> str | None:
    area = places.english(rest) or organisation(rest)
    if not in_area:
        return f"{english} of {area}" if area else None
    if "{name}" in in_area:
        return in_area.format(name=rest.partition(" ")[2] if rest.split(maxsplit=1)[0] in OWN_KINDS else places.english(rest) or rest)
    return in_area.format(area=area) if area else None


def of_kind(text: str) -> str | None:
    """Return an organisation named by its kind and units: "Dinas Sosial Kabupaten Blora" as "the Social Affairs Office of Blora Regency"."""
    kind = next((kind for kind in kinds() if text.startswith(f"{kind} ")), None)
    if kind is None:
        return None
    rest = text.removeprefix(f"{kind} ")
    letter, _, after = (rest, "", "") if organisation_pattern().fullmatch(rest) and kind == "Fraksi" else rest.partition(" ")
    if NUMERAL.fullmatch(letter) or len(letter) == 1 or kind == "Fraksi":
        name = letter
    else:
        name, after = units(rest)
    if not name:
        return None
    of = behind(after) if after.strip() else ""
    return None if of is None else kinds()[kind].format(name=name) + of


def body(text: str) -> str | None:
    """Return a body without units in English: "Setjen KPU", "Timnas Amin", "tim paslon 2", "RW 09 Kelurahan Pekojan"; None for others."""
    team = _TEAM.fullmatch(text)
    if team:
        kind = _teams().get(team["kind"].strip().lower())
        return kind.format(number=team["number"]) if kind else None
    company = _COMPANY.fullmatch(text)
    if company:
        return company["name"] + (f", {company['branch']} Branch" if company["branch"] else "")
    kind = next((kind for kind in _bodies() if text == kind or text.startswith(f"{kind} ")), None)
    if kind is None:
        return None
    english, rest = _bodies()[kind], text.removeprefix(kind).strip()
    if "{name}" not in english:
        of = behind(rest) if rest else ""
        return None if of is None else english + of
    number, _, after = rest.partition(" ")
    if number.isdigit() and after:
        of = behind(after)
        return english.format(name=number) + of if of else None
    kept = english.startswith(f"{kind} ")  # Universitas Sumatera Utara
    return (
        english.format(name=rest if kept else table("id/offices.toml")["pair"].get(rest) or places.english(rest) or rest)
        if rest[:1].isupper() or rest.isdigit()
        else None
    )


def party(text: str) -> str | None:
    """Return whom counsel acts for in English: "the Respondent" for "Termohon", "candidate pair number 2"; None for others."""
    team = _TEAM.fullmatch(text)
    return f"candidate pair number {team['number']}" if team and not team["kind"] else table("id/offices.toml")["party"].get(text.lower())


def units(text: str) -> tuple[str, str]:
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
def kinds() -> dict[str, str]:
    """Return the English of organisations by their kind, {name} for their units or letter, the longest kind first."""
    return _longest_first("kind")


@cache
def _bodies() -> dict[str, str]:
    return _longest_first("body")


@cache
def _teams() -> dict[str, str]:
    return dict(table("id/offices.toml")["team"])


def _longest_first(name: str) -> dict[str, str]:
    entries = table("id/office_units.toml")[name]
    return {kind: entries[kind] for kind in sorted(entries, key=len, reverse=True)}


@cache
def _units() -> dict[str, str]:
    return {full.lower(): english for full, english in table("id/office_units.toml")["unit"].items()}


@cache
def _unit_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?P<join>,? dan |, | )?(?P<unit>{any_form(dict(_units()))})(?!\w)", re.IGNORECASE)
