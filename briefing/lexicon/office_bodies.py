"""The bodies that offices belong to in English, by grammar: organisations with their place, units, bodies named by their kind, parties of a case."""

from __future__ import annotations

import re
from functools import cache

from briefing.lexicon import places
from briefing.lexicon.load import table
from briefing.lexicon.office_places import bare_place, is_name, place, unnamed
from briefing.lexicon.office_words import parties
from briefing.lexicon.offices import OWN_KINDS, SEAT, any_form, organisation_pattern, organisations

_STREET = "Jalan"
_NATIONAL = ("the Ministry", "the National ")  # in a place, not of it: Kemenag Tana Toraja
NUMERAL = re.compile(r"[IVX]{1,5}")  # Wakil Ketua II, Komisi IX
_TEAM = re.compile(
    r"(?P<kind>(?:[Tt]im(?: [a-zA-Z]+)? )?)(?:[Pp]aslon|[Pp]asangan(?: [Cc]alon)?)(?: [Nn]omor(?: [Uu]rut)?| [Nn]o(?: [Uu]rut)?)?"
    r" (?P<number>\d{1,2}|[A-Z][\w']+(?: [A-Z][\w']+)?-[A-Z][\w']+(?: [A-Z][\w']+)?)"  # or their two names: pasangan Arfan-Sitti
)
_ONE_TEAM = re.compile(r"(?P<kind>[Tt]im(?: [a-zA-Z]+)?) (?P<whose>(?:dari )?salah satu .+)")  # tim pemenangan salah satu pasangan calon
_WITHIN = re.compile(r" (?=(?:Bidang|Divisi|Bagian|Subbagian|Seksi)\b)")
_COMPANY = re.compile(r"(?P<name>(?:PT|CV) [A-Z]\w*(?: [A-Z]\w*){0,3}?(?: \(Persero\))?)(?: Cabang (?P<branch>[A-Z][\w ]+))?")
_REGION = re.compile(r"Wilayah (?P<number>[IVX]+|\d+)(?: |$)")  # Suku Dinas Pendidikan Wilayah II Jakarta Selatan
_CLASS = re.compile(r"(?:Kelas|Klas|Tipe) (?P<class>I{1,3}[AB]?(?: TPI)?|[ABCD])(?: |$)")  # Lapas Kelas IIA Kerobokan
_VILLAGE = re.compile(r" [A-Z][a-z]+(?: [A-Z][a-z]+)?")
_ACRONYM = re.compile(r"[A-Z][A-Z\d]{2,}")  # Dinas PMK
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
    found = (organisation(rest) or body(rest) or place(rest) or of_kind(rest) or unnamed(rest) or _kept_name(rest)) if rest else None
    return f" of {found}" if found else None


def _kept_name(text: str) -> str | None:
    """Return the name of an organisation of citizens, which stays as it is: "Forum Pemuda Binongko"; None for others."""
    return text if _kept().fullmatch(text) else None


@cache
def _kept() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(table('id/office_units.toml')['kept']['first'])})(?: (?:(?:untuk|dan) )?[A-Z]\w+){{1,6}}")


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
    area = bare_place(rest) or organisation(rest) or unnamed(rest)
    if not in_area:
        return f"{english} {'in' if english.startswith(_NATIONAL) and not organisation(rest) else 'of'} {area}" if area else None
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
    if NUMERAL.fullmatch(letter) or len(letter) == 1 or kind == "Fraksi" or (kind == "Dinas" and _ACRONYM.fullmatch(letter) and not units(rest)[0]):
        name = (organisation(letter) or letter).removeprefix("the ") if kind == "Fraksi" else letter
    else:
        name, after = numbered_units(rest)
    if not name:
        return None
    region = _REGION.match(after)
    after = after[region.end() :] if region else after
    of = behind(after) if after.strip() else ""
    return None if of is None else kinds()[kind].format(name=name) + (f" for Region {region['number']}" if region else "") + of


def body(text: str) -> str | None:
    """Return a body without units in English: "Setjen KPU", "Timnas Amin", "tim paslon 2", "RW 09 Kelurahan Pekojan"; None for others."""
    if _TEAM.fullmatch(text) or _ONE_TEAM.fullmatch(text):
        return _team(text)
    company = _COMPANY.fullmatch(text)
    if company:
        return company["name"] + (f", {company['branch']} Branch" if company["branch"] else "")
    kind = next((kind for kind in _bodies() if text == kind or text.startswith(f"{kind} ")), None)
    rest = text.removeprefix(kind or "").strip()
    if kind is None or (kind == _STREET and organisation(rest)):
        return None  # Kepala Bidang Jalan | KPU Kabupaten Pati
    english = _bodies()[kind]
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


def _team(text: str) -> str | None:
    """Return the people of a pair of candidates: "the campaign team of candidate pair number 2", "the team of one of the candidate pairs"."""
    team, one = _TEAM.fullmatch(text), _ONE_TEAM.fullmatch(text)
    if team:
        kind = _teams().get(team["kind"].strip().lower())
        named = kind if kind and team["number"].isdigit() else (kind or "").replace("pair number", "pair")
        return named.format(number=team["number"]) if kind else None
    kind, whose = (_teams().get(one["kind"].lower()), unnamed(one["whose"].removeprefix("dari "))) if one else (None, None)
    return kind.replace("candidate pair number {number}", whose) if kind and whose else None


def _whose_body(kind: str, english: str, rest: str) -> str | None:
    """Return a body with what stands behind it: its class, whose it is, or a name of its own ("the regional water company (PDAM) Tirta Dempo")."""
    ranked = _CLASS.match(rest)
    if ranked:
        english, rest = english.replace("the ", f"the Class {ranked['class']} ", 1), rest[ranked.end() :]
    of = behind(rest) if rest else ""
    if of is None or (kind in table("id/office_units.toml")["named"]["after_place"] and places.english(rest) == rest):
        return _named_body(kind, english, re.sub(r"^\([^)]*\)\s*", "", rest))
    if english[0].islower() and not english.startswith("the "):
        english = f"{'an' if english[0] in 'aeio' else 'a'} {english}"  # one of many, without a name: Guru SD di Kecamatan Sulang
    return english + (of.replace(" of ", " in ", 1) if english.startswith(_NATIONAL) and not organisation(rest) else of)


def _named_body(kind: str, english: str, rest: str) -> str | None:
    """Return a body with its branch or a name of its own, and the place behind that: ", Ternate Branch", " Tirta Moedal of Semarang City"; the place that it is named after first."""
    branch = place(rest.removeprefix("Cabang ")) if rest.startswith("Cabang ") else None
    if branch:
        return f"{english}, {branch} Branch"
    name, *within = re.split(r" (?=(?:Kabupaten|Kota|Provinsi|Kecamatan) )", rest, maxsplit=1)
    of = behind(within[0]) if within else ""
    if kind not in table("id/office_units.toml")["named"]["bodies"] or of is None:
        return None
    if not is_name(re.split(r"[ /]", re.sub(r"^(?:drg?\.? )?(?:[A-Z]\. ?)*", "", name))):
        return None
    local = kind in table("id/office_units.toml")["named"]["after_place"]
    article = "the " if "Office" in english else ""
    return f"{article}{name} {english.removeprefix('the ')}{of}" if local else f"{english} {name}{of}"


def party(text: str) -> str | None:
    """Return whom counsel acts for in English: "the Respondent" for "Termohon", "candidate pair number 2"; None for others."""
    team = _TEAM.fullmatch(text)
    return f"candidate pair number {team['number']}" if team and not team["kind"] else table("id/offices.toml")["party"].get(text.lower())


def units(text: str) -> tuple[str, str]:
    """Return the units that an office opens with in English, "Pencegahan dan Humas" as "Prevention and Public Relations", and what stands behind."""
    found: list[str] = []
    at, last = 0, ""
    while match := _unit_pattern().match(text, at):
        unit = match["unit"]
        about = match["join"] == " " and last in table("id/office_units.toml")["action"]["words"]
        if bool(match["join"]) != bool(found) or (match["join"] == " " and not about and not _side_by_side(last, unit)):
            break
        if _is_of_village(unit, text[match.end() :]):
            unit = unit.removesuffix(" Desa")
        found.append(f"{found.pop()} of {_units()[unit.lower()]}" if about else _units()[unit.lower()])
        at, last = match.start("unit") + len(unit), unit
    return ", ".join(found[:-1]) + (" and " if len(found) > 1 else "") + "".join(found[-1:]), text[at:].strip(" ,")


def _is_of_village(unit: str, rest: str) -> bool:
    """Return whether the last word of a unit is the kind of the village behind it: Urusan Keuangan | Desa Sulang."""
    named = _VILLAGE.fullmatch(rest)
    return (
        unit.endswith(" Desa")
        and unit.removesuffix(" Desa").lower() in _units()
        and named is not None
        and is_name(rest.split())
        and not behind(rest.strip())
    )


def _side_by_side(unit: str, following: str) -> bool:
    """Return whether two units without a comma are two fields, and not one that the other is part of."""
    return _FIELD.fullmatch(unit.rsplit(maxsplit=1)[-1]) is not None or (unit == "Pendidikan" and _FIELD.match(following) is not None)


def numbered_units(text: str) -> tuple[str, str]:
    """Return what `units` does with a numeral behind them: "Pengawasan dan Pengendalian IV" as "Supervision and Control IV"."""
    named, rest = units(text)
    numeral, _, after = rest.partition(" ")
    return (f"{named} {numeral}", after) if named and NUMERAL.fullmatch(numeral) else (named, rest)


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
