"""What the catalogue says of an instrument and of citations, as JSON for other programs; nothing that was never verified."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing.editing.regulations import status_on
from briefing.lexicon import law
from briefing.lexicon.provisions import provisions

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from briefing.lexicon.law import Basis, DatedNote, Instrument, Relation
    from briefing.model.finding import Citation, Findings


def entry(known: Instrument) -> dict[str, Any]:
    """Return an instrument of a list."""
    return {
        "id": known.id,
        "short": {"id": known.short_id, "en": known.short_en},
        "title": {"id": known.title_id, "en": known.title_en},
        "status_now": status_on(known.id, law.as_of()),
    }


def instrument(identifier: str, on: date | None) -> dict[str, Any]:
    """Return all that may be said of an instrument; of one outside the catalogue its identifier and null."""
    known = law.instrument(identifier)
    if not known:
        return {"id": identifier, "in_catalogue": False}
    shown = known.basis.is_printable
    return {
        **entry(known),
        "in_catalogue": True,
        "subject": {"id": known.subject_id, "en": known.subject_en},
        "enacted": _iso(known.enacted) if shown else None,
        "in_force": _iso(known.starts) if shown else None,
        "basis": _basis(known.basis),
        "statuses": [_status(known, day) for day in dict.fromkeys(filter(None, (on, law.as_of())))],
        "relations": [
            _relation(relation) for relation in law.relations() if identifier in {relation.actor, relation.target} and relation.basis.is_printable
        ],
        "notes": _notes(known.notes),
        "provisions": [
            {
                "key": held.key,
                "type": held.type,
                "addressees": list(held.addressees),
                "text": {"id": held.text_id, "en": held.text_en},
                "from": _iso(held.starts),
                "until": _iso(held.until),
                "basis": _basis(held.basis),
                "notes": _notes(held.notes),
            }
            for held in provisions(identifier)
        ],
    }


def citation(cited: Citation, text: str) -> dict[str, Any]:
    """Return a citation in `text` with its notes and their arguments."""
    return {
        "text": cited.span.of(text),
        "span": [cited.span.start, cited.span.end],
        "instrument": cited.instrument,
        "articles": list(cited.articles),
        "resolved_by": cited.resolved_by,
        "status_then": cited.status_then,
        "status_now": cited.status_now,
        "notes": [{"code": note.code, "arguments": dict(note.arguments)} for note in cited.notes],
    }


def article(found: Findings) -> dict[str, Any]:
    """Return the citations of an article, and the day on which they were looked at."""
    return {
        "source": found.article.source.name,
        "day": _iso(found.article.law_date),
        "citations": [citation(cited, found.article.text) for cited in found.citations],
    }


def _status(known: Instrument, day: date) -> dict[str, Any]:
    return {"day": day.isoformat(), "status": status_on(known.id, day), "basis": _basis(law.standing(known.id, day).basis)}


def _relation(relation: Relation) -> dict[str, Any]:
    return {
        "kind": relation.kind,
        "actor": relation.actor,
        "target": relation.target,
        "on": _iso(relation.on),
        "except": relation.exception,
        "basis": _basis(relation.basis),
    }


def _notes(notes: Iterable[DatedNote]) -> list[dict[str, Any]]:
    return [
        {"text": {"id": note.text_id, "en": note.text_en}, "from": _iso(note.starts), "until": _iso(note.until), "basis": _basis(note.basis)}
        for note in notes
    ]


def _basis(basis: Basis) -> dict[str, str] | None:
    return {"level": basis.level, "source": basis.source} if basis.is_printable else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
