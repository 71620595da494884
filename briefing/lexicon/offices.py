"""Offices: matched in every printed form, and spelt out in full."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from briefing.lexicon import places
from briefing.lexicon.load import table

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_HEAD = 8  # words
_LONGEST_LISTED = 2  # words: a longer head before a comma holds the first of the fields of a unit ("Kepala Dinas Kesehatan, Pengendalian Penduduk …")
SEAT = r"(?:Dapil|Daerah Pemilihan) "  # a constituency, which is part of the office and not of the body
_WITHIN_BODY = re.compile(
    rf",? (?:{SEAT}|dari |(?:Koordinator|Kordiv|Divisi|Bidang|Ketua|selaku|sekaligus|salah satu)\b)"
)  # what somebody is in a body is none of its name
_BRACKET = re.compile(r" \([^()]{1,40}\)")
_UNIT_FIRST = re.compile(
    r"(?:DPRD|Protokol dan Komunikasi Pimpinan) (?=(?:Ditjen|Direktorat|Kemen\w+|Sekretariat|Setda)\b)"
)  # what a unit is about, not its body
OWN_KINDS = frozenset({"Kecamatan", "Desa", "Kelurahan"})
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
    en_numbered: str | None
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
def heads() -> dict[str, Head]:
    """Return the heads by each of their forms in lower case."""
    forms: dict[str, Head] = {}
    for entry in table("id/offices.toml")["head"]:
        head = Head(
            full=entry["full"],
            short=tuple(entry.get("short", ())),
            area=entry["area"],
            en=entry["en"],
            en_area=entry.get("en_area"),
            en_numbered=entry.get("en_numbered"),
            government=entry.get("government"),
            field=entry.get("field", False),
            organisation=entry.get("organisation", False),
            many=entry.get("many", False),
        )
        forms.update({form.lower(): head for form in (head.full, *head.short)})
    return forms


@cache
def acting_words() -> dict[str, tuple[str, str]]:
    """Return (full form, English) of the words before a head by each of their forms in lower case."""
    entries = table("id/offices.toml")["acting"]
    return {form.lower(): (entry["full"], entry["en"]) for entry in entries for form in (entry["full"], *entry["short"])}


@cache
def organisations() -> dict[str, Organisation]:
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


def any_form(forms: dict[str, object]) -> str:
    """Return a pattern of any of the forms, the longest first."""
    return "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in sorted(forms, key=len, reverse=True))


@cache
def head_pattern() -> re.Pattern[str]:
    """Return the pattern of [acting] + head in any case; groups `acting` ("Penjabat (Pj) ") and `head`."""
    short = any_form({form: None for form, (full, _) in acting_words().items() if form != full.lower()})
    acting = rf"(?:{any_form({full: None for full, _ in acting_words().values()})})|(?:{short})\.?"
    return re.compile(
        rf"(?<!\w)(?P<acting>(?:(?:{acting})\s*(?:\((?:{acting})\))?(?!\s*\n\s*\n)\s+){{0,3}})(?P<head>{any_form(dict(heads()))})(?!\w)",
        re.IGNORECASE,
    )


@cache
def first_words() -> frozenset[str]:
    """Return the words, in lower case, that head_pattern can begin with."""
    return frozenset(re.split(r"[^\w]", form)[0] for form in (*acting_words(), *heads()))


def is_acting(word: str) -> bool:
    """Return whether a single word says that an office is held for a time (Plt, Pj): an office stands behind it, known or not."""
    return word.lower() in acting_words()


@cache
def generic_pattern() -> re.Pattern[str]:
    """Return the pattern of words that read like an office and name nobody ("kepala daerah")."""
    return re.compile(rf"(?:{any_form(dict.fromkeys(table('id/offices.toml')['words']['generic']))})(?!\w)", re.IGNORECASE)


def head_of(form: str) -> Head:
    """Return the head that `form`, as matched by head_pattern, is a form of."""
    return heads()[re.sub(r"\s+", " ", form.lower())]


@cache
def organisation_pattern() -> re.Pattern[str]:
    """Return the pattern of every organisation in any of its forms."""
    return re.compile(rf"(?<!\w)(?:{any_form(dict(organisations()))})(?!\w)", re.IGNORECASE)


def is_open_organisation(word: str) -> bool:
    """Return whether `word` names an organisation of a district, whose place no list holds (PPK Jatibarang, Panwascam)."""
    organisation = organisations().get(word.lower())
    return bool(organisation and "{name}" in (organisation.en_area or ""))


def expand(printed: str) -> str:
    """Return an office in full: acting form, head, organisation and kind of place spelt out ("Sekda Pati" → "Sekretaris Daerah Kabupaten Pati")."""
    text = re.sub(r"\s+", " ", printed.strip(" ,"))
    match = head_pattern().match(text)
    if not match:
        return text
    head = head_of(match["head"])
    rest = _spell_places(_without_short_form(head, text[match.end() :].strip()))
    spelt = _spell_organisations(f"{head.full} {rest}".strip())
    if head.area == "regency":
        spelt = f"{head.full} {_with_kind(spelt.removeprefix(head.full).strip())}".strip()
    return " ".join((*acting_forms(match["acting"]), spelt)).replace(" ,", ",")


def _without_short_form(head: Head, rest: str) -> str:
    """Drop the short form of the head that stands in brackets behind it: "Sekretaris Jenderal (Sekjen) KPU"."""
    opened, _, behind = rest.partition(")")
    return behind.strip() if opened[:1] == "(" and heads().get(opened[1:].lower()) == head else rest


def words_of(full: str) -> frozenset[str]:
    """Return what tells an office in full from another: its words in lower case, abbreviated places spelt out ("NTT", "Provinsi NTT")."""
    words = re.findall(r"[^\s(),]+", full)
    spelt = (places.province(word) or places.printed_name(word) or word for word in words if word != "Provinsi")
    return frozenset(" ".join(spelt).lower().split())


def completes(printed: str, other: str) -> bool:
    """Return whether an office is another one said in more words: "Kepala BKD Provinsi NTT" and "Kepala Badan Kepegawaian Daerah"."""
    return expand(printed).startswith(f"{expand(other)} ")


def acting_forms(acting: str) -> list[str]:
    """Return the words before a head spelt out: "Plt. Pj" as "Pelaksana Tugas", "Penjabat"."""
    words = re.sub(r"\([^)]*\)|\.", " ", acting).split()
    forms, start = [], 0
    while start < len(words):
        length = next((size for size in (2, 1) if " ".join(words[start : start + size]).lower() in acting_words()), 1)
        forms.append(acting_words().get(" ".join(words[start : start + length]).lower(), (words[start], ""))[0])
        start += length
    return forms


def _spell_places(text: str) -> str:
    for short, full in (("Kab", "Kabupaten"), ("Prov", "Provinsi"), ("Kec", "Kecamatan"), ("Kel", "Kelurahan")):
        text = re.sub(rf"(?<!\w){short}\b\.?", full, text)
    return text


def _spell_organisations(text: str) -> str:
    """Return a text with its organisations in full, none of those that brackets behind another hold."""
    parts, end = [], 0
    for found in organisation_pattern().finditer(text):
        if found.start() >= end:
            bracket = _BRACKET.match(text, found.end())
            parts += [text[end : found.start()], _spell_organisation(found, bracket.group() if bracket else "")]
            end = bracket.end() if bracket else found.end()
    return "".join([*parts, text[end:]])


def _spell_organisation(found: re.Match[str], behind: str) -> str:
    """Return an organisation in full with the bracket `behind` it, without its short form in brackets: "Badan Kesatuan Bangsa dan Politik (Kesbangpol)".

    A short form in brackets behind words that are not the full form as it is known ("Sumberdaya Manusia (BKPSDM)") is left as it is.
    """
    organisation = organisations()[re.sub(r"\s+", " ", found.group().lower())]
    if organisation.kept or found.string[: found.start()].endswith("("):
        return found.group() + behind
    return organisation.full if organisations().get(behind.strip(" ()").lower()) is organisation else organisation.full + behind


def _with_kind(place: str) -> str:
    regency = places.regency(place)
    return f"{regency.kind.capitalize()} {place}" if regency else place


def parted(text: str) -> Iterator[tuple[Head, str]]:
    """Yield the heads that an office may have with what stands behind each, the longest first: Kepala Badan | Kepegawaian Daerah, Kepala | Badan Kepegawaian Daerah."""
    words = text.split()
    for size in range(min(len(words), _LONGEST_HEAD), 0, -1):
        head = heads().get(" ".join(words[:size]).lower().rstrip(",."))
        if head and not (words[size - 1].endswith(",") and size > _LONGEST_LISTED):
            yield head, " ".join(words[size:]).strip(" ,")


def organisation(full: str) -> str | None:
    """Return the institution that the holder of an office in full belongs to; None where the office does not say."""
    match = head_pattern().match(full)
    if not match or not is_held_now(full):
        return None
    head, rest = head_of(match["head"]), full[match.end() :].strip(" ,")
    if head.government:
        name = (
            rest.partition(" ")[2] if head.area in {"open", "place"} and rest.split(" ")[0] in OWN_KINDS | {"Kabupaten", "Kota", "Provinsi"} else rest
        )
        return head.government.format(area=name.split(",")[0]) if name[:1].isupper() else None  # "Kepala Desa di Kecamatan Sawan" names no village
    found = [(match, behind) for _, behind in parted(full[match.start("head") :]) if (match := organisation_pattern().search(behind))]
    body = _WITHIN_BODY.split(found[-1][1][found[-1][0].start() :])[0] if found else None
    return _UNIT_FIRST.sub("", body) if body else None


def is_of_place(printed: str) -> bool:
    """Return whether an office is held now in a place that it names: "Camat Wedung", not "Mantan Camat Wedung" or "Ketua Bawaslu"."""
    match = head_pattern().match(printed)
    return match is not None and head_of(match["head"]).area != "none" and says_where(printed) and is_held_now(printed)


def is_held_now(printed: str) -> bool:
    """Return whether an office is one that its holder has: no former one, and no candidate's (Cabup)."""
    return not expand(printed).lower().startswith(("mantan", "calon", "bakal calon"))


def is_of_one(printed: str) -> bool:
    """Return whether `printed` begins with an office that one person holds at a time: "Ketua MRP", not "Anggota MRP" or "mantan Ketua MRP"."""
    match = head_pattern().match(printed)
    return match is not None and not match["acting"] and not head_of(match["head"]).many


def says_where(printed: str) -> bool:
    """Return whether an office says more than its bare head: "Sekda Pati", not "Sekda"."""
    match = head_pattern().match(printed)
    return match is None or bool(printed[match.end() :].strip(" .,"))
