"""Institutions that the news still names and that no longer exist."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from briefing.lexicon.law import Basis
from briefing.lexicon.load import cached, table


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An institution that is gone: the names that a text gives it, the first day without it, and what to tell."""

    id: str
    forms: tuple[str, ...]
    until: date
    text_id: str
    text_en: str
    basis: Basis


@cached
def bodies() -> tuple[Body, ...]:
    """Return the institutions that are named in the news and no longer exist."""
    return tuple(
        Body(
            id=entry["id"],
            forms=tuple(entry["forms"]),
            until=entry["until"],
            text_id=entry["text_id"],
            text_en=entry["text_en"],
            basis=Basis(level=entry["level"], source=entry["source"]),
        )
        for entry in table("law/bodies.toml")["body"]
    )
