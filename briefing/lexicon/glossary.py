"""The glossary: terms of elections and the civil service, with one English for each and a sentence of explanation in both languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby

from briefing.lexicon.load import cached, table
from briefing.lexicon.openings import opening


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term: the forms that are printed, further forms that are recognized, its English, and what it means in both languages."""

    id: str
    forms: tuple[str, ...]
    also: tuple[str, ...]
    en: str
    explanation_id: str
    explanation_en: str

    @property
    def printed(self) -> str:
        """The term as the glossary prints it: "pasangan calon, paslon"."""
        return ", ".join(self.forms)


@cached
def terms() -> tuple[Term, ...]:
    """Return all terms in the order of the file."""
    return tuple(
        Term(
            id=entry["id"],
            forms=tuple(entry["forms"]),
            also=tuple(entry.get("also", ())),
            en=entry["en"],
            explanation_id=entry["explanation_id"],
            explanation_en=entry["explanation_en"],
        )
        for entry in table("en/glossary.toml")["term"]
    )


def terms_in(text: str) -> tuple[Term, ...]:
    """Return the terms that occur in `text` in the order of their first places, each once; of two that overlap, the longer that starts first."""
    found: dict[str, Term] = {}
    for match in _pattern().finditer(text):
        term = _by_form()[_key(match["form"])]
        found.setdefault(term.id, term)
    return tuple(found.values())


@cached
def _by_form() -> dict[str, Term]:
    return {_key(form): term for term in terms() for form in (*term.forms, *term.also)}


@cached
def _pattern() -> re.Pattern[str]:
    """Return the pattern of all forms, the longest first, acronyms in capitals only; any run of spaces parts the words of a form."""
    forms = sorted((form for term in terms() for form in (*term.forms, *term.also)), key=len, reverse=True)
    runs = ((f"(?{'' if capitals else 'i'}:", map(_spaced, run)) for capitals, run in groupby(forms, key=str.isupper))
    cased = "|".join(f"{opened}{'|'.join(run)})" for opened, run in runs)
    return re.compile(rf"(?<![\w-])(?i:{opening(map(re.escape, forms))})(?P<form>{cased})(?:-?nya)?(?!\w)")


def _spaced(form: str) -> str:
    return r"\s+".join(map(re.escape, form.split()))


def _key(form: str) -> str:
    return " ".join(form.split()).casefold()
