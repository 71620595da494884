"""Offices: matched in every printed form, spelt out in full, and put into English by grammar."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import starmap
from typing import TYPE_CHECKING, Literal

from briefing.lexicon import places
from briefing.lexicon.load import table

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_HEAD = 8  # words
_NUMERAL = re.compile(r"[IVX]{1,4}")  # Wakil Ketua II, Asisten I, Komisi IX
Area = Literal["place", "regency", "open", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The first words of an office: Bupati, Ketua, Sekretaris Daerah. `area` says what may stand directly behind them.

    `field` says that a field in small letters may (pengamat kebijakan publik), `organisation` that the name of an organisation must; `many` that several people hold it.
    """

    full: str
    short: tuple[str, ...]
    area: Area
    en: str
    en_area: str | None
    government: str | None
    field: bool
    organisation: bool
    many: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """An organisation that heads stand before; `kept` is the short form that everybody uses and that is not spelt out."""

    full: str
    short: tuple[str, ...]
    kept: bool
    en: str
    en_area: str | None


@cache
def _heads() -> dict[str, Head]:
    """Return the heads by each of their forms in lower case."""
    forms: dict[str, Head] = {}
    for entry in table("id/offices.toml")["head"]:
        head = Head(
            full=entry["full"],
            short=tuple(entry.get("short", ())),
            area=entry["area"],
            en=entry["en"],
            en_area=entry.get("en_area"),
            government=entry.get("government"),
            field=entry.get("field", False),
            organisation=entry.get("organisation", False),
            many=entry.get("many", False),
        )
        forms.update({form.lower(): head for form in (head.full, *head.short)})
    return forms


@cache
def _acting() -> dict[str, tuple[str, str]]:
    """Return (full form, English) of the words before a head by each of their forms in lower case."""
    entries = table("id/offices.toml")["acting"]
    return {form.lower(): (entry["full"], entry["en"]) for entry in entries for form in (entry["full"], *entry["short"])}


@cache
def _organisations() -> dict[str, Organisation]:
    """Return the organisations by each of their forms in lower case."""
    forms: dict[str, Organisation] = {}
    for entry in table("id/offices.toml")["organisation"]:
        organisation = Organisation(
            full=entry["full"],
            short=tuple(entry.get("short", ())),
            kept=entry.get("keep_short", False),
            en=entry["en"],
            en_area=entry.get("en_area"),
        )
        forms.update({form.lower(): organisation for form in (organisation.full, *organisation.short)})
    return forms


@cache
def _units() -> dict[str, str]:
    return {full.lower(): english for full, english in table("id/offices.toml")["unit"].items()}


def _any(forms: dict[str, object]) -> str:
    return "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in sorted(forms, key=len, reverse=True))


@cache
def head_pattern() -> re.Pattern[str]:
    """Return the pattern of [acting] + head in any case; groups `acting` ("Penjabat (Pj) ") and `head`."""
    acting = _any(dict(_acting()))
    return re.compile(
        rf"(?<!\w)(?P<acting>(?:(?:{acting})\.?\s*(?:\((?:{acting})\.?\))?\s+){{0,3}})(?P<head>{_any(dict(_heads()))})(?!\w)",
        re.IGNORECASE,
    )


@cache
def first_words() -> frozenset[str]:
    """Return the words, in lower case, that head_pattern can begin with."""
    return frozenset(re.split(r"[^\w]", form)[0] for form in (*_acting(), *_heads()))


def is_acting(word: str) -> bool:
    """Return whether a single word says that an office is held for a time (Plt, Pj): an office stands behind it, known or not."""
    return word.lower() in _acting()


@cache
def generic_pattern() -> re.Pattern[str]:
    """Return the pattern of words that read like an office and name nobody ("kepala daerah")."""
    return re.compile(rf"(?:{_any(dict.fromkeys(table('id/offices.toml')['words']['generic']))})(?!\w)", re.IGNORECASE)


def head_of(form: str) -> Head:
    """Return the head that `form`, as matched by head_pattern, is a form of."""
    return _heads()[re.sub(r"\s+", " ", form.lower())]


@cache
def _organisation_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any(dict(_organisations()))})(?!\w)", re.IGNORECASE)


@cache
def _short_form_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>{_organisation_pattern().pattern})(?P<bracket> \([^()]{{1,40}}\))?", re.IGNORECASE)


def is_open_organisation(word: str) -> bool:
    """Return whether `word` names an organisation of a district, whose place no list holds (PPK Jatibarang, Panwascam)."""
    organisation = _organisations().get(word.lower())
    return bool(organisation and "Kecamatan" in organisation.full)


def expand(printed: str) -> str:
    """Return an office in full: acting form, head, organisation and kind of place spelt out ("Sekda Pati" → "Sekretaris Daerah Kabupaten Pati")."""
    text = re.sub(r"\s+", " ", printed.strip(" ,"))
    match = head_pattern().match(text)
    if not match:
        return text
    head = head_of(match["head"])
    rest = _spell_places(_without_short_form(head, text[match.end() :].strip()))
    spelt = _short_form_pattern().sub(_spell_organisation, f"{head.full} {rest}".strip())
    if head.area == "regency":
        spelt = f"{head.full} {_with_kind(spelt.removeprefix(head.full).strip())}".strip()
    return " ".join((*_acting_forms(match["acting"]), spelt))


def _without_short_form(head: Head, rest: str) -> str:
    """Drop the short form of the head that stands in brackets behind it: "Sekretaris Jenderal (Sekjen) KPU"."""
    opened, _, behind = rest.partition(")")
    return behind.strip() if opened[:1] == "(" and _heads().get(opened[1:].lower()) == head else rest


def completes(printed: str, other: str) -> bool:
    """Return whether an office is another one said in more words: "Kepala BKD Provinsi NTT" and "Kepala Badan Kepegawaian Daerah"."""
    return expand(printed).startswith(f"{expand(other)} ")


def _acting_forms(acting: str) -> list[str]:
    words = re.sub(r"\([^)]*\)|\.", " ", acting).split()
    forms, start = [], 0
    while start < len(words):
        length = next((size for size in (2, 1) if " ".join(words[start : start + size]).lower() in _acting()), 1)
        forms.append(_acting().get(" ".join(words[start : start + length]).lower(), (words[start], ""))[0])
        start += length
    return forms


def _spell_places(text: str) -> str:
    for short, full in (("Kab", "Kabupaten"), ("Prov", "Provinsi"), ("Kec", "Kecamatan"), ("Kel", "Kelurahan")):
        text = re.sub(rf"(?<!\w){short}\b\.?", full, text)
    return text


def _spell_organisation(found: re.Match[str]) -> str:
    """Return an organisation in full, without its short form in brackets: "Badan Kesatuan Bangsa dan Politik (Kesbangpol)"."""
    organisation = _organisations()[re.sub(r"\s+", " ", found["name"].lower())]
    if organisation.kept:
        return found.group()
    behind = found["bracket"] or ""
    return organisation.full if _organisations().get(behind.strip(" ()").lower()) is organisation else organisation.full + behind


def _with_kind(place: str) -> str:
    regency = places.regency(place)
    return f"{regency.kind.capitalize()} {place}" if regency else place


def english(full: str) -> str | None:
    """Return an office spelt out in full in English, by grammar: acting form, head, organisation, place; None where a part is unknown.

    "Penjabat Sementara Gubernur Jambi" is "Temporary Acting Governor of Jambi".
    """
    match = head_pattern().match(full)
    if not match:
        return None
    main, _, origin = full.rpartition(" dari ")
    if main and (of := _english_organisation(origin) or _english_kind(origin)) and (office := english(main)):
        return f"{office} from {of}"
    acting = [_acting()[form.lower()][1] for form in _acting_forms(match["acting"])]
    parted = list(_parted(full[match.start("head") :]))
    english_head = next(filter(None, (*starmap(_english_head, parted), *starmap(_english_unit, parted), *starmap(_english_body, parted))), None)
    return " ".join([*acting, english_head]) if english_head else None


def _parted(text: str) -> Iterator[tuple[Head, str]]:
    """Yield the heads that an office may have with what stands behind each, the longest first: Kepala Badan | Kepegawaian Daerah, Kepala | Badan Kepegawaian Daerah."""
    words = text.split()
    for size in range(min(len(words), _LONGEST_HEAD), 0, -1):
        head = _heads().get(" ".join(words[:size]).lower().rstrip(",."))
        if head:
            yield head, " ".join(words[size:]).strip(" ,")


def _english_head(head: Head, rest: str) -> str | None:
    """Return the English of a head with its place or organisation; None where something else stands behind it."""
    title, rest = _with_numeral(head, rest)
    if not rest:
        return title
    if head.en_area:
        area = _english_area(head, rest)
        return head.en_area.format(en=head.en, area=area) if area else None
    if rest.startswith("dan "):
        other = english(rest.removeprefix("dan "))
        return f"{title} and {other}" if other else None
    whose = _english_behind(rest) if not any(rest.startswith(f"{kind} ") for kind in _kinds()) or _organisation_pattern().match(rest) else None
    return f"{title}{whose}" if whose else None


def _with_numeral(head: Head, rest: str) -> tuple[str, str]:
    """Return the English title of a head with the numeral behind it, and the rest: "Deputy Chair II" for Wakil Ketua II."""
    numeral, _, behind = rest.partition(" ")
    return (f"{head.en} {numeral}", behind) if _NUMERAL.fullmatch(numeral) and not head.en_area else (head.en, rest)


def _english_unit(head: Head, rest: str) -> str | None:
    """Return the English of a head with its units: "Head of Office for Tourism of Blora Regency"; None where it has none."""
    title, rest = _with_numeral(head, rest)
    whose = _staff_pattern().match(rest)
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
    return re.compile(rf"(?P<head>{_any(dict(_heads()))})(?=\s+Bidang\b)", re.IGNORECASE)


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
    letter, _, behind = (rest, "", "") if _organisation_pattern().fullmatch(rest) and kind == "Fraksi" else rest.partition(" ")
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
    return re.compile(rf"(?P<join>,? dan |, | )?(?P<unit>{_any(dict(_units()))})(?!\w)", re.IGNORECASE)


def _english_area(head: Head, rest: str) -> str | None:
    """Return the place of a head in English: bare where the head says the kind (Camat, Bupati), with its kind elsewhere."""
    kind, _, name = rest.partition(" ")
    if rest[:1].isdigit():
        return rest  # a unit with its number: 0726/Sukoharjo
    if head.area == "open":
        return name if kind in _OWN_KINDS and name else rest
    if head.area == "place":
        return places.english(name if kind in {"Kabupaten", "Kota", "Provinsi"} and name else rest)
    return places.english(rest)


_OWN_KINDS = frozenset({"Kecamatan", "Desa", "Kelurahan"})


def _english_organisation(text: str) -> str | None:
    match = _organisation_pattern().match(text)
    if not match:
        return None
    organisation = _organisations()[re.sub(r"\s+", " ", match.group().lower())]
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
    name = rest.partition(" ")[2] if rest.split()[0] in _OWN_KINDS else rest
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


def organisation(full: str) -> str | None:
    """Return the institution that the holder of an office in full belongs to; None where the office does not say."""
    match = head_pattern().match(full)
    if not match:
        return None
    head, rest = head_of(match["head"]), full[match.end() :].strip(" ,")
    if head.government:
        name = (
            rest.partition(" ")[2]
            if head.area in {"open", "place"} and rest.split(" ")[0] in _OWN_KINDS | {"Kabupaten", "Kota", "Provinsi"}
            else rest
        )
        return head.government.format(area=name) if name else None
    found = [(match, behind) for _, behind in _parted(full[match.start("head") :]) if (match := _organisation_pattern().search(behind))]
    return found[-1][1][found[-1][0].start() :] if found else None


def is_of_place(printed: str) -> bool:
    """Return whether an office is held now in a place that it names: "Camat Wedung", not "Mantan Camat Wedung" or "Ketua Bawaslu"."""
    match = head_pattern().match(printed)
    return (
        match is not None
        and head_of(match["head"]).area != "none"
        and says_where(printed)
        and not printed.lower().startswith(("mantan", "eks", "calon"))
    )


def says_where(printed: str) -> bool:
    """Return whether an office says more than its bare head: "Sekda Pati", not "Sekda"."""
    match = head_pattern().match(printed)
    return match is None or bool(printed[match.end() :].strip(" .,"))
