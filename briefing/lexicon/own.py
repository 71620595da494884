"""The office's own glossary.toml: checked as the shipped data is, and laid over it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from briefing.tomlcheck import LINE, LINES, Kind, entries, sound_entries, unfit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefing.model.problem import BriefingError
    from briefing.tomlfile import TomlFile

_GENDERED: Final = re.compile(r"\b(?:he|she|his|hers?|him)\b", re.IGNORECASE)
_LONGEST: Final = 150  # characters of an explanation


def _is_sentence(value: object) -> bool:
    return LINE.fits(value) and bool(re.fullmatch(r"[^\W\d_a-z].*\.", str(value))) and ". " not in str(value) and len(str(value)) <= _LONGEST


def _is_forms(value: object) -> bool:
    return LINES.fits(value) and isinstance(value, list) and bool(value) and all(form.strip() and not set(",()[]") & set(form) for form in value)


def _is_neutral(value: object) -> bool:
    return LINE.fits(value) and bool(str(value).strip()) and not _GENDERED.search(str(value))


_ID: Final = Kind("expected-id", lambda value: isinstance(value, str) and bool(re.fullmatch(r"[a-z0-9.]+(?:-[a-z0-9.]+)*", value)))
TERM: Final = {
    "id": _ID,
    "forms": Kind("expected-forms", _is_forms),
    "also": LINES,
    "en": Kind("expected-neutral", _is_neutral),
    "explanation_id": Kind("expected-sentence", _is_sentence),
    "explanation_en": Kind("expected-neutral-sentence", lambda value: _is_sentence(value) and _is_neutral(value)),
}
TERM_KNOWN_AS: Final = {"istilah": "forms", "bentuk": "forms", "inggris": "en", "penjelasan": "explanation_id"}


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
