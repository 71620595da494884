"""The office's own glossary.toml and law/instruments.toml: checked as the shipped data is, and laid over it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from briefing.tomlcheck import DAY, ENTRIES, LINE, LINES, NUMBER, Kind, check, choice, entries, missing, sound, sound_entries, unfit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefing.model.problem import BriefingError
    from briefing.tomlfile import TomlFile

LEVELS: Final = ("primary_text", "official_copy", "press", "unverified")
RELATIONS: Final = ("repeals", "amends", "enacts", "reinterprets", "declares_conditionally_unconstitutional", "modifies_sanctions_of")
_ENDS: Final = {"repeals", "enacts"}
_GENDERED: Final = re.compile(r"\b(?:he|she|his|hers?|him)\b", re.IGNORECASE)
_LONGEST: Final = 150  # characters of an explanation


def _is_sentence(value: object) -> bool:
    return LINE.fits(value) and bool(re.fullmatch(r"[^\W\d_a-z].*\.", str(value))) and ". " not in str(value) and len(str(value)) <= _LONGEST


def _is_forms(value: object) -> bool:
    return LINES.fits(value) and isinstance(value, list) and bool(value) and all(form.strip() and not set(",()[]") & set(form) for form in value)


def _is_neutral(value: object) -> bool:
    return LINE.fits(value) and bool(str(value).strip()) and not _GENDERED.search(str(value))


_ID: Final = Kind("expected-id", lambda value: isinstance(value, str) and bool(re.fullmatch(r"[a-z0-9.]+(?:-[a-z0-9.]+)*", value)))
_FILLED: Final = Kind("expected-line", lambda value: LINE.fits(value) and bool(value.strip()))
TERM: Final = {
    "id": _ID,
    "forms": Kind("expected-forms", _is_forms),
    "also": LINES,
    "en": Kind("expected-neutral", _is_neutral),
    "explanation_id": Kind("expected-sentence", _is_sentence),
    "explanation_en": Kind("expected-neutral-sentence", lambda value: _is_sentence(value) and _is_neutral(value)),
}
TERM_KNOWN_AS: Final = {"istilah": "forms", "bentuk": "forms", "inggris": "en", "penjelasan": "explanation_id"}
INSTRUMENT: Final = {
    "id": _ID,
    **dict.fromkeys(("kind", "number", "title_id", "title_en", "short_id", "short_en", "source", "status_source"), _FILLED),
    "year": Kind("expected-year", lambda value: NUMBER.fits(value) and 1900 <= value <= 2100),
    **dict.fromkeys(("date", "from", "doubt_from"), DAY),
    **dict.fromkeys(("level", "title_level", "status_level"), choice(*LEVELS)),
    "relations": ENTRIES,
}
INSTRUMENT_KNOWN_AS: Final = {
    "jenis": "kind",
    "nomor": "number",
    "tahun": "year",
    "judul": "title_id",
    "sumber": "source",
    **dict.fromkeys(("berlaku", "mulai_berlaku"), "from"),
}
RELATION: Final = {"kind": choice(*RELATIONS), "target": _FILLED, "on": DAY, "level": choice(*LEVELS), "source": _FILLED, "except": _FILLED}


def term_id(entry: Mapping[str, Any]) -> str:
    """Return the id of a glossary entry, which may be left out: its first form then makes it."""
    return str(entry.get("id") or "-".join(re.findall(r"\w+", entry["forms"][0].casefold())))


def term_faults(file: TomlFile) -> Iterator[BriefingError]:
    """Yield the faults of a glossary."""
    yield from entries(file, "term", TERM, required=("forms", "en", "explanation_id", "explanation_en"), known_as=TERM_KNOWN_AS)
    claimed: set[str] = set()
    for number, entry in sound_entries(file, "term", TERM):
        for key in ("forms", "also"):
            forms = {_key(form) for form in entry.get(key, ())}
            if forms & claimed or len(forms) < len(entry.get(key, ())):
                yield unfit(file, ("term", number, key), "expected-once")
            claimed |= forms
        if "id" in entry and any(other.get("id") == entry["id"] for at, other in sound_entries(file, "term", TERM) if at < number):
            yield unfit(file, ("term", number, "id"), "expected-once")


def instrument_faults(file: TomlFile, shipped: Sequence[Mapping[str, Any]], kinds: Iterable[str]) -> Iterator[BriefingError]:
    """Yield the faults of a catalogue that lies over `shipped`; `kinds` open the identifiers."""
    required = ("id", "kind", "number", "year", "title_id", "title_en", "level")
    yield from entries(file, "instrument", INSTRUMENT, required=required, known_as=INSTRUMENT_KNOWN_AS)
    sound = sound_entries(file, "instrument", INSTRUMENT)
    known = {entry["id"] for entry in shipped} | {entry["id"] for _, entry in sound if "id" in entry}
    ids = [entry.get("id") for _, entry in sound]
    ended = {(relation["target"], entry["id"]) for entry in shipped for relation in entry.get("relations", ()) if relation["kind"] in _ENDS}
    for number, entry in sound:
        place = ("instrument", number)
        if "id" in entry and (not any(entry["id"].startswith(f"{kind}-") for kind in kinds) or ids.index(entry["id"]) < number):
            yield unfit(file, (*place, "id"), "expected-kind-id")
        if entry.get("level", "unverified") != "unverified" and "source" not in entry:
            yield missing(file, place, "source", INSTRUMENT)
        if ("status_level" in entry) != ("status_source" in entry):
            yield missing(file, place, "status_source" if "status_level" in entry else "status_level", INSTRUMENT)
        if entry.get("date") and entry.get("from") and entry["date"] > entry["from"]:
            yield unfit(file, (*place, "from"), "expected-later")
        number_alone = entry.get("number", "").partition(";")[0]  # a joint decree has several, and is known by its issuers
        for key in ("title_id", "title_en") if number_alone == entry.get("number") else ():
            if number_alone not in entry.get(key, number_alone):
                yield unfit(file, (*place, key), "expected-number-in-title")
        yield from _relation_faults(file, number, entry, known, ended)


def _relation_faults(file: TomlFile, number: int, entry: Mapping[str, Any], known: set[str], ended: set[tuple[str, str]]) -> Iterator[BriefingError]:
    for at, relation in enumerate(entry.get("relations", ())):
        place = ("instrument", number, "relations", at)
        yield from check(file, place, relation, RELATION, required=("kind", "target", "level", "source"))
        held = sound(relation, RELATION)
        target = held.get("target")
        if target and (target not in known or target == entry.get("id")):
            yield unfit(file, (*place, "target"), "expected-target")
        if held.get("kind") in _ENDS and any(ends == target and actor != entry.get("id") for ends, actor in ended):
            yield unfit(file, (*place, "target"), "expected-one-end")


def merged_terms(shipped: Iterable[Mapping[str, Any]], own: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return the shipped glossary under the office's own: an entry of the office takes its forms, and the place of the entry with its id."""
    claimed = {_key(form) for entry in own for form in (*entry["forms"], *entry.get("also", ()))}
    left = []
    for entry in shipped:
        forms, also = ([form for form in entry.get(key, ()) if _key(form) not in claimed] for key in ("forms", "also"))
        if forms:
            left.append({**entry, "forms": forms, "also": also})
    return merged(left, [{**entry, "id": term_id(entry)} for entry in own])


def merged(shipped: Iterable[Mapping[str, Any]], own: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return the shipped entries, those replaced that the office has too, and then those that only the office has."""
    return list({entry["id"]: dict(entry) for entry in (*shipped, *own)}.values())


def _key(form: str) -> str:
    return " ".join(form.split()).casefold()
