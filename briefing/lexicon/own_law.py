"""The office's own law/instruments.toml, provisions.toml and sanctions.toml: checked as the shipped data is, and laid over it."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from briefing.tomlcheck import DAY, ENTRIES, LINE, LINES, NUMBER, Kind, check, choice, entries, missing, sound, sound_entries, unfit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from briefing.model.problem import BriefingError
    from briefing.tomlfile import Place, TomlFile

LEVELS: Final = ("primary_text", "official_copy", "press", "unverified")
RELATIONS: Final = ("repeals", "amends", "enacts", "reinterprets", "declares_conditionally_unconstitutional", "modifies_sanctions_of")
RULE_TYPES: Final = ("prohibition", "duty", "right", "permission", "sanction", "definition", "agreement")
ADDRESSEES: Final = (
    *("asn", "pns", "pppk", "village-head", "village-official", "village-council", "tni", "polri", "bumn", "regional-head", "state-official"),
    *("candidate", "organiser", "public", "all"),
)
REGIMES: Final = (
    *("moral", "discipline-light", "discipline-medium", "discipline-severe", "dismissal", "criminal-pilkada", "criminal-pemilu", "village"),
)
_ENDS: Final = {"repeals", "enacts"}
_PART: Final = r"(?:(?:\d+[A-Z]?|[IVX]+)(?:\((?:\d+|[a-z])\))*|L[12]\.\d+)"
_REGULAR_KEY: Final = re.compile(rf"{_PART}(?:;{_PART})*")

ID: Final = Kind("expected-id", lambda value: isinstance(value, str) and bool(re.fullmatch(r"[a-z0-9.]+(?:-[a-z0-9.]+)*", value)))
FILLED: Final = Kind("expected-line", lambda value: LINE.fits(value) and bool(value.strip()))
_ADDRESSEES: Final = Kind("expected-choice", lambda value: LINES.fits(value) and set(value) <= set(ADDRESSEES), ADDRESSEES)
_TIMES: Final = dict.fromkeys(("from", "until"), DAY)
_KNOWN: Final = {"level": choice(*LEVELS), "source": FILLED}
INSTRUMENT: Final = {
    "id": ID,
    **dict.fromkeys(("kind", "number", "title_id", "title_en", "short_id", "short_en", "subject_id", "subject_en"), FILLED),
    "year": Kind("expected-year", lambda value: NUMBER.fits(value) and 1900 <= value <= 2100),
    "articles": NUMBER,
    **dict.fromkeys(("date", "from", "doubt_from"), DAY),
    **_KNOWN,
    **dict.fromkeys(("title_level", "status_level"), choice(*LEVELS)),
    "status_source": FILLED,
    "relations": ENTRIES,
    "notes": ENTRIES,
}
INSTRUMENT_KNOWN_AS: Final = {
    "jenis": "kind",
    "nomor": "number",
    "tahun": "year",
    "judul": "title_id",
    "sumber": "source",
    **dict.fromkeys(("berlaku", "mulai_berlaku"), "from"),
}
RELATION: Final = {"kind": choice(*RELATIONS), "target": FILLED, "on": DAY, **_KNOWN, "except": FILLED}
NOTE: Final = {**dict.fromkeys(("id", "en"), FILLED), **_TIMES, **_KNOWN}
PROVISION: Final = {
    "instrument": ID,
    **dict.fromkeys(("key", "ref_id", "ref_en", "text_id", "text_en"), FILLED),
    "type": choice(*RULE_TYPES),
    "addressees": _ADDRESSEES,
    **_TIMES,
    **_KNOWN,
    "notes": ENTRIES,
}
SANCTION: Final = {
    "id": ID,
    "regime": choice(*REGIMES),
    "addressees": _ADDRESSEES,
    **dict.fromkeys(("who_id", "who_en", "act_id", "act_en", "text_id", "text_en"), FILLED),
    **dict.fromkeys(("grounds", "punishes"), LINES),
    **_TIMES,
    **_KNOWN,
    "notes": ENTRIES,
}


def provision_id(entry: Mapping[str, Any]) -> str:
    """Return what tells a provision, or one version of it, from all others: "uu-1-2015:188@2024-11-14"."""
    return f"{entry['instrument']}:{entry['key']}" + (f"@{entry['from']}" if "from" in entry else "")


def faults(file: TomlFile, section: str, held: Callable[[str], Sequence[Mapping[str, Any]]], kinds: Iterable[str]) -> Iterator[BriefingError]:
    """Yield the faults of a file of [[`section`]] entries, given what is `held` of each section without it; `kinds` open the ids of instruments."""
    if section == "instrument":
        yield from instrument_faults(file, held(section), kinds)
    elif section == "provision":
        yield from provision_faults(file, held(section), held("instrument"))
    else:
        yield from sanction_faults(file, held("provision"))


def merged(file: TomlFile, section: str, shipped: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return the shipped entries, those replaced that the office has too, and then those that only the office has, each as far as it is sound."""
    kinds = {"instrument": INSTRUMENT, "provision": PROVISION, "sanction": SANCTION}[section]
    own = (entry for _, entry in sound_entries(file, section, kinds))
    told = {_identity(entry): dict(entry) for entry in (*shipped, *own)}
    return [entry for identity, entry in told.items() if identity]


def instrument_faults(file: TomlFile, shipped: Sequence[Mapping[str, Any]], kinds: Iterable[str]) -> Iterator[BriefingError]:
    """Yield the faults of a catalogue that lies over `shipped`; `kinds` open the identifiers."""
    required = ("id", "kind", "number", "year", "title_id", "title_en", "level")
    yield from entries(file, "instrument", INSTRUMENT, required=required, known_as=INSTRUMENT_KNOWN_AS)
    held = sound_entries(file, "instrument", INSTRUMENT)
    ids = [entry.get("id") for _, entry in held]
    known = {entry["id"]: entry for entry in (*shipped, *(entry for _, entry in held if "id" in entry))}
    others = (entry for entry in shipped if entry["id"] not in ids)
    ended = {relation["target"]: entry["id"] for entry in others for relation in entry.get("relations", ()) if relation["kind"] in _ENDS}
    for number, entry in held:
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
        yield from _relation_faults(file, place, entry, known, ended)
        yield from _note_faults(file, place, entry)


def provision_faults(file: TomlFile, shipped: Sequence[Mapping[str, Any]], instruments: Sequence[Mapping[str, Any]]) -> Iterator[BriefingError]:
    """Yield the faults of provisions that lie over `shipped`, of `instruments`."""
    yield from entries(file, "provision", PROVISION, required=("instrument", "key", "type", "text_id", "text_en", "level", "source"))
    starts = {entry["id"]: entry.get("from") for entry in instruments}
    held = [(number, entry) for number, entry in sound_entries(file, "provision", PROVISION) if {"instrument", "key"} <= set(entry)]
    own_ids = {provision_id(entry) for _, entry in held}
    others = [entry for entry in shipped if provision_id(entry) not in own_ids]
    for number, entry in held:
        place = ("provision", number)
        if entry["instrument"] not in starts:
            yield unfit(file, (*place, "instrument"), "expected-instrument")
        for key in ("ref_id", "ref_en") if not _REGULAR_KEY.fullmatch(entry["key"]) else ():
            if key not in entry:
                yield missing(file, place, key, PROVISION)
        if "from" in entry and entry["from"] < (starts.get(entry["instrument"]) or entry["from"]):
            yield unfit(file, (*place, "from"), "expected-both-there")
        yield from _time_faults(file, place, entry)
        if any(_overlap(entry, other) for other in others):
            yield unfit(file, (*place, "key"), "expected-no-overlap")
        others.append(entry)
        yield from _note_faults(file, place, entry)


def sanction_faults(file: TomlFile, provisions: Sequence[Mapping[str, Any]]) -> Iterator[BriefingError]:
    """Yield the faults of steps of sanctions that rest on `provisions`."""
    required = ("id", "regime", "addressees", "text_id", "text_en", "grounds", "level", "source")
    yield from entries(file, "sanction", SANCTION, required=required)
    known = {f"{entry['instrument']}:{entry['key']}" for entry in provisions}
    held = sound_entries(file, "sanction", SANCTION)
    ids = [entry.get("id") for _, entry in held]
    for number, entry in held:
        place = ("sanction", number)
        if "id" in entry and ids.index(entry["id"]) < number:
            yield unfit(file, (*place, "id"), "expected-once")
        for key in ("grounds", "punishes"):
            if not set(entry.get(key, ())) <= known:
                yield unfit(file, (*place, key), "expected-provisions")
        yield from _time_faults(file, place, entry)
        yield from _note_faults(file, place, entry)


def _identity(entry: Mapping[str, Any]) -> str:
    """Return what tells an entry from all others of its section; "" for one that lacks it."""
    return provision_id(entry) if {"instrument", "key"} <= set(entry) else str(entry.get("id", ""))


def _relation_faults(
    file: TomlFile, above: Place, entry: Mapping[str, Any], known: Mapping[str, Mapping[str, Any]], ended: dict[str, str]
) -> Iterator[BriefingError]:
    """Yield the faults of what an instrument did to others; `ended` holds by whom others were ended, and learns of these."""
    actor = str(entry.get("id"))
    for at, relation in enumerate(entry.get("relations", ())):
        place = (*above, "relations", at)
        yield from check(file, place, relation, RELATION, required=("kind", "target", "level", "source"))
        held = sound(relation, RELATION)
        target = held.get("target")
        if target and (target not in known or target == actor):
            yield unfit(file, (*place, "target"), "expected-target")
        begun = (entry.get("date") or entry.get("from"), known.get(target or "", {}).get("from"))
        if "on" in held and any(day and held["on"] < day for day in begun):
            yield unfit(file, (*place, "on"), "expected-both-there")
        if target and held.get("kind") in _ENDS and ended.setdefault(target, actor) != actor:
            yield unfit(file, (*place, "target"), "expected-one-end")


def _note_faults(file: TomlFile, above: Place, entry: Mapping[str, Any]) -> Iterator[BriefingError]:
    for at, note in enumerate(entry.get("notes", ())):
        place = (*above, "notes", at)
        yield from check(file, place, note, NOTE, required=("id", "en", "level", "source"))
        yield from _time_faults(file, place, sound(note, NOTE))


def _time_faults(file: TomlFile, place: Place, entry: Mapping[str, Any]) -> Iterator[BriefingError]:
    if "from" in entry and "until" in entry and entry["from"] >= entry["until"]:
        yield unfit(file, (*place, "until"), "expected-after")


def _overlap(entry: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Return whether two versions of one provision hold on the same day."""
    if (entry["instrument"], entry["key"]) != (other["instrument"], other["key"]):
        return False
    begins, ends = (entry.get("from", date.min), other.get("from", date.min)), (entry.get("until", date.max), other.get("until", date.max))
    return bool(max(begins) < min(ends))
