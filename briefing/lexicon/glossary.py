"""The glossary: terms of the field with their one English choice, and where they occur in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from briefing.lexicon.load import table


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A term in both languages, its other forms, and one sentence of explanation in both languages where it needs one."""

    id: str
    term: str
    forms: tuple[str, ...]
    en: str
    note_id: str | None
    note_en: str | None


@cache
def terms() -> tuple[Entry, ...]:
    """Return all entries in the order of the file, subject by subject."""
    return tuple(
        Entry(
            id=entry["id"],
            term=entry["term"],
            forms=tuple(entry.get("forms", ())),
            en=entry["en"],
            note_id=entry.get("note_id"),
            note_en=entry.get("note_en"),
        )
        for entry in table("en/glossary.toml")["term"]
    )


def terms_in(text: str) -> tuple[Entry, ...]:
    """Return the entries whose term or form occurs in `text` as whole words, in the order of their first occurrence.

    Of overlapping forms the longest counts. A form with a capital inside a word (ASN, MoU) is found only as it is written.
    """
    found: dict[str, Entry] = {}
    for match in _pattern().finditer(text):
        form, entry = _forms()[match[0].casefold()]
        if match[0] == form or not _is_exact(form):
            found.setdefault(entry.id, entry)
    return tuple(found.values())


@cache
def _forms() -> dict[str, tuple[str, Entry]]:
    return {form.casefold(): (form, entry) for entry in terms() for form in (entry.term, *entry.forms)}


def _is_exact(form: str) -> bool:
    return re.search(r"\w[A-Z]", form) is not None and " " not in form


@cache
def _pattern() -> re.Pattern[str]:
    forms = "|".join(re.escape(form) for form in sorted(_forms(), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE)
