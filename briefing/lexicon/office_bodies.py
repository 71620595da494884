"""The bodies that offices belong to in English, by grammar: organisations with their place, units, bodies named by their kind, parties of a case."""

from __future__ import annotations

import re
from functools import cache

from briefing.lexicon import places
from briefing.lexicon.load import table
from briefing.lexicon.office_words import landscapes, parties
from briefing.lexicon.offices import OWN_KINDS, SEAT, any_form, organisation_pattern, organisations

_NATIONAL = ("the Ministry", "the National ")  # in a place, not of it: Kemenag Tana Toraja
_LONGEST_PLACE = 3  # words of a place that no list holds
NUMERAL = re.compile(r"[IVX]{1,5}")  # Wakil Ketua II, Komisi IX
_TEAM = re.compile(
    r"(?P<kind>(?:[Tt]im(?: [a-zA-Z]+)? )?)(?:[Pp]aslon|[Pp]asangan(?: [Cc]alon)?)(?: [Nn]omor(?: [Uu]rut)?| [Nn]o(?: [Uu]rut)?)?"
    r" (?P<number>\d{1,2}|[A-Z][\w']+(?: [A-Z][\w']+)?-[A-Z][\w']+(?: [A-Z][\w']+)?)"  # or their two names: pasangan Arfan-Sitti
)
_WITHIN = re.compile(r" (?=(?:Bidang|Divisi|Bagian|Subbagian|Seksi)\b)")
_COMPANY = re.compile(r"(?P<name>(?:PT|CV) [A-Z]\w*(?: [A-Z]\w*){0,3}?)(?: Cabang (?P<branch>[A-Z][\w ]+))?")
_CLASS = re.compile(r"(?:Kelas|Klas|Tipe) (?P<class>I{1,3}[AB]?|[ABCD])(?: |$)")  # Lapas Kelas IIA Kerobokan
_UNNAMED = re.compile(r"(?:salah satu|sebuah|satu) (?P<kind>[A-Za-z ]+?)(?P<sort> (?:swasta|negeri))?(?: di (?P<place>[A-Z][\w ]+))?")
_SORTS = {" swasta": "private", " negeri": "state"}
_WITH_KIND = {"Kabupaten": "{} Regency", "Kota": "{} City", "Provinsi": "{} Province", "": "{}"}
_FIELD = re.compile(
    r"Ke\w+an", re.IGNORECASE
)  # a unit may stand behind it without comma: Kepegawaian Pendidikan dan Pelatihan, but not Pelayanan Kesehatan
_SEAT = re.compile(rf"{SEAT}(?P<place>.+?)(?P<numeral> [IVX\d]{{1,4}})?")


def behind(text: str) -> str | None:
    """Return what stands behind a head or an organisation in English, with its preposition: " of the Education Office of Semarang City"."""
    rest = re.sub(r"^\([^)]*\)\s*", "", text)
    seat = _SEAT.fullmatch(rest)
    if seat:
        found = place(seat["place"])
        return f" for {found}{seat['numeral'] or ''}" if found else None
    found = (organisation(rest) or body(rest) or place(rest) or of_kind(rest) or unnamed(rest)) if rest else None
    return f" of {found}" if found else None


def place(text: str) -> str | None:
    """Return a place in English; one that no list holds by its kind or its point of the compass: "Kabupaten Supiori Selatan", "Tojo Barat"; None for others."""
    words = text.split()
    kind = words[0] if len(words) > 1 and words[0] in _WITH_KIND else ""
    *name, last = (words[1:] if kind else words) or [""]
    compass = _compass().get(last)
    name = [compass, *name] if compass and name else [*name, last]
    listed = places.english(text) or (places.english(f"Kepulauan {text}") if len(words) == 1 else None)  # Bawaslu Aru
    if listed or not (kind or (compass and len(words) > 1)) or len(name) > _LONGEST_PLACE:
        return listed
    return _WITH_KIND[kind].format(" ".join(name)) if is_name(words[1:] if kind else words[:-1]) else None


def is_name(words: list[str]) -> bool:
    """Return whether words are a name that stays as it is: capitals, and no word of offices, units or landscapes among them."""
    known = {*map(str.casefold, table("id/offices.toml")["words"]["organisation"]), *(landscapes() - set(map(str.casefold, _compass())))}
    return bool(words) and all((word[:1].isupper() or word[:1].isdigit()) and word.casefold() not in known for word in words)


def unnamed(text: str) -> str | None:
    """Return in English what an article does not name: "a private university in Manado" for "salah satu kampus swasta di Manado"; None for others."""
    match = _UNNAMED.fullmatch(text)
    kind = table("id/office_units.toml")["unnamed"].get(match["kind"]) if match else None
    where = place(match["place"]) if match and match["place"] else ""
    if not match or not kind or where is None:
        return None
    words = " ".join(filter(None, (_SORTS.get(match["sort"] or "", ""), kind)))
    return f"{'an' if re.match('[AEIO]|NGO', words, re.IGNORECASE) else 'a'} {words}" + (f" in {where}" if where else "")


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
    if _SEAT.fullmatch(rest):
        words = behind(rest)
        return f"{known.en}{words}" if words else None
    if of_kind(rest):
        return _within(known.en, rest)
    named, *within = _WITHIN.split(rest, maxsplit=1)
    if within:
        of = organisation(f"{match.group()} {named}")
        return _within(of, within[0]) if of else None
    return _in_place(known.en, known.en_area, rest)


def _within(english: str, text: str) -> str | None:
    """Return an organisation with the unit or the remit of somebody in it: ", Legal Affairs Division", or " for Complaints" (Bidang Pengaduan)."""
    remit, beyond = units(text.removeprefix("Bidang ")) if text.startswith("Bidang ") else ("", "")
    if remit and not beyond:
        return f"{english} for {remit}"
    unit = of_kind(re.sub(r"^Bidang (?=Divisi )", "", text))
    return f"{english}, {unit.removeprefix('the ')}" if unit else None


def _is_party(text: str) -> bool:
    match = organisation_pattern().match(text)
    return match is not None and organisations()[re.sub(r"\s+", " ", match.group().lower())].full.startswith("Partai ")


def _in_place(english: str, in_area: str | None, rest: str) -> str | None:
    area = place(rest) or organisation(rest)
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
    whole = kind == "Fraksi" and (organisation_pattern().fullmatch(rest) or rest.lower() in parties())
    letter, _, after = (rest, "", "") if whole else rest.partition(" ")
    if NUMERAL.fullmatch(letter) or len(letter) == 1 or kind == "Fraksi":
        name = letter
    else:
        name, after = numbered_units(rest)
    if not name:
        return None
    of = behind(after) if after.strip() else ""
    return None if of is None else kinds()[kind].format(name=name) + of


def body(text: str) -> str | None:
    """Return a body without units in English: "Setjen KPU", "Timnas Amin", "tim paslon 2", "RW 09 Kelurahan Pekojan"; None for others."""
    team = _TEAM.fullmatch(text)
    if team:
        kind = _teams().get(team["kind"].strip().lower())
        named = kind if kind and team["number"].isdigit() else (kind or "").replace("pair number", "pair")
        return named.format(number=team["number"]) if kind else None
    company = _COMPANY.fullmatch(text)
    if company:
        return company["name"] + (f", {company['branch']} Branch" if company["branch"] else "")
    kind = next((kind for kind in _bodies() if text == kind or text.startswith(f"{kind} ")), None)
    if kind is None:
        return None
    english, rest = _bodies()[kind], text.removeprefix(kind).strip()
    if "{name}" not in english:
        return _whose_body(kind, english, rest)
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


def _whose_body(kind: str, english: str, rest: str) -> str | None:
    """Return a body with what stands behind it: its class, whose it is, or a name of its own ("the regional water company (PDAM) Tirta Dempo")."""
    ranked = _CLASS.match(rest)
    if ranked:
        english, rest = english.replace("the ", f"the Class {ranked['class']} ", 1), rest[ranked.end() :]
    of = behind(rest) if rest else ""
    if of is None:
        bare = re.sub(r"^\([^)]*\)\s*", "", rest)
        named = kind in table("id/office_units.toml")["named"]["bodies"] and is_name(re.split(r"[ /]", bare))
        return f"{english} {bare}" if named else None
    return english + (of.replace(" of ", " in ", 1) if english.startswith(_NATIONAL) and not organisation(rest) else of)


def party(text: str) -> str | None:
    """Return whom counsel acts for in English: "the Respondent" for "Termohon", "candidate pair number 2"; None for others."""
    team = _TEAM.fullmatch(text)
    return f"candidate pair number {team['number']}" if team and not team["kind"] else table("id/offices.toml")["party"].get(text.lower())


def units(text: str) -> tuple[str, str]:
    """Return the units that an office opens with in English, "Pencegahan dan Humas" as "Prevention and Public Relations", and what stands behind."""
    found: list[str] = []
    at = 0
    while match := _unit_pattern().match(text, at):
        if bool(match["join"]) != bool(found) or (match["join"] == " " and not _side_by_side(text[:at].rsplit(maxsplit=1)[-1], match["unit"])):
            break
        found.append(_units()[re.sub(r"\s+", " ", match["unit"].lower())])
        at = match.end()
    return ", ".join(found[:-1]) + (" and " if len(found) > 1 else "") + "".join(found[-1:]), text[at:].strip(" ,")


def _side_by_side(unit: str, following: str) -> bool:
    """Return whether two units without a comma are two fields, and not one that the other is part of."""
    return _FIELD.fullmatch(unit) is not None or (unit == "Pendidikan" and _FIELD.match(following) is not None)


def numbered_units(text: str) -> tuple[str, str]:
    """Return what `units` does with a numeral behind them: "Pengawasan dan Pengendalian IV" as "Supervision and Control IV"."""
    named, rest = units(text)
    numeral, _, after = rest.partition(" ")
    return (f"{named} {numeral}", after) if named and NUMERAL.fullmatch(numeral) else (named, rest)


def _compass() -> dict[str, str]:
    return dict(table("id/office_units.toml")["compass"])


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
