"""The kinds of legal instrument: laws, regulations, circulars, court decisions, and the ways in which they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from briefing.lexicon.load import cached, table

KnownBy = Literal["", "place", "issuer"]

_SHORT = 3  # letters of a form that is one only in capitals: SE, and not the "se" of another word


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of instrument: `id` opens the identifiers, the short names stand before number and year.

    `known_by` is what tells one from another besides number and year; `has_articles` is False for circulars and decisions.
    """

    id: str
    short_id: str
    short_en: str
    forms: tuple[str, ...]
    known_by: KnownBy
    has_articles: bool


@cached
def kinds() -> tuple[Kind, ...]:
    """Return all kinds; one whose id begins with that of another stands before it."""
    return tuple(
        Kind(
            id=entry["id"],
            short_id=entry["short_id"],
            short_en=entry["short_en"],
            forms=(*entry["forms"], entry["short_id"]),
            known_by=entry.get("known_by", ""),
            has_articles=entry.get("articles", True),
        )
        for entry in table("law/kinds.toml")["kind"]
    )


def kind_named(form: str) -> Kind | None:
    """Return the kind that is written in this way, in any capitals, hyphens or spaces."""
    return _by_form().get(folded(form))


def kind_with_id(identifier: str) -> Kind | None:
    """Return the kind of this id."""
    return next((kind for kind in kinds() if kind.id == identifier), None)


def kind_of(identifier: str) -> Kind:
    """Return the kind of an instrument by its identifier: that of "uu-5-2014" is "uu"."""
    return next(kind for kind in kinds() if identifier.startswith(f"{kind.id}-"))


@cached
def kind_heads() -> dict[str, tuple[str, ...]]:
    """Return the beginnings of the first words of all kinds, six small letters or all of a shorter word, by their first three."""
    heads: dict[str, tuple[str, ...]] = {}
    for head in sorted({re.split(r"\W", form)[0][:6].lower() for kind in kinds() for form in kind.forms}):
        heads[head[:3]] = (*heads.get(head[:3], ()), head)
    return heads


def kind_pattern(letters: str = "") -> str:
    """Return a regular expression, without groups, for the forms of all kinds that begin with some small letters.

    The longest come first; those of one first word are tried together.
    """
    heads: dict[str, list[str]] = {}
    forms = {form for kind in kinds() for form in kind.forms if form.lower().startswith(letters)}
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        head, _, rest = form.partition(" ")
        heads.setdefault(head, []).append(rest)
    return "|".join(f"{_written(head)}{_rests(rests)}" for head, rests in sorted(heads.items(), key=lambda entry: (-len(entry[0]), entry[0])))


@lru_cache(maxsize=4096)  # the words behind each kind are tried again and again
def folded(name: str) -> str:
    """Return a name in lower case with single spaces for hyphens, dashes, stops and white space."""
    return re.sub(r"[\s.–-]+", " ", name.casefold()).strip()


@cached
def _by_form() -> dict[str, Kind]:
    return {folded(form): kind for kind in reversed(kinds()) for form in kind.forms}


def _rests(rests: list[str]) -> str:
    """Return the pattern of what may follow a first word."""
    patterns = (r"\s+" + _written(rest) if rest else "" for rest in rests)
    return f"(?:{'|'.join(patterns)})" if any(rests) else ""


def _written(form: str) -> str:
    """Return the pattern of a form: hyphens may be missing, white space may be any, capitals matter only for what is very short."""
    pattern = re.sub(r"-", r"[\\s–-]*", re.sub(r"\s+", r"\\s+", form.replace(".", r"\.?")))
    if len(form) < _SHORT and form.isupper() and form not in {"UU", "PP"}:
        return f"(?-i:{pattern})"
    return pattern
