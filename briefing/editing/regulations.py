"""The regulation check: every instrument that the articles cite, what it was on their dates and what it is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.editing.merge import person_at
from briefing.editing.passages import paragraph_number
from briefing.lexicon import law
from briefing.model.pack import Bilingual, LawRow, Origin, Reference, Translation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from briefing.editing.merge import MergedPerson
    from briefing.model.finding import Citation, Findings, Quote, Rule, Status
    from briefing.model.span import Span

_Key = tuple[str | None, str | None, int | None, str]
_Place = tuple[int, "Findings", "Citation"]


def law_rows(findings: Sequence[Findings], people: Sequence[MergedPerson], now: date) -> tuple[LawRow, ...]:
    """Return a row for each instrument cited, in the order of first mention; one whose status differed on the articles' dates has several.

    A mention so vague that it has neither an instrument nor a number has none. `now` is the day of the law catalogue.
    """
    rows: dict[tuple[_Key, Status | None], list[_Place]] = {}
    for number, found in enumerate(findings, 1):
        for citation in found.citations:
            if citation.instrument or citation.number:
                then = _status(citation.instrument, found.article.law_date)
                rows.setdefault((_key(citation), then), []).append((number, found, citation))
    return tuple(_row(places, then, people, now) for (_, then), places in rows.items())


def count_instruments(findings: Sequence[Findings]) -> int:
    """Return how many different instruments the articles cite."""
    return len({_key(citation) for found in findings for citation in found.citations if citation.instrument or citation.number})


def _key(citation: Citation) -> _Key:
    if citation.instrument:
        return citation.instrument, None, None, ""
    return None, citation.number, citation.year, citation.kind


def _row(places: Sequence[_Place], then: Status | None, people: Sequence[MergedPerson], now: date) -> LawRow:
    _, found, citation = next((place for place in places if place[2].resolved_by == "explicit"), places[0])
    instrument = law.instrument(citation.instrument) if citation.instrument else None
    replaced = law.replacement(instrument.id) if instrument else None
    day = next((found.article.law_date for _, found, _ in places if found.article.law_date), None)
    return LawRow(
        printed=citation.span.of(found.article.text),
        instrument=citation.instrument,
        title=_bilingual(instrument.title_id or instrument.short_id, instrument.title_en or instrument.short_en) if instrument else None,
        references=tuple(dict.fromkeys(_reference(place, people) for place in places)),
        article_date=day,
        status_then=then,
        status_now=_status(citation.instrument, now),
        replaced_by=_bilingual(*_short_title(replaced[0])) if replaced else None,
        replaced_on=replaced[1] if replaced else None,
        source="; ".join(_credits(citation.instrument, [day, now])) or None,
    )


def _status(instrument: str | None, day: date | None) -> Status | None:
    """Return the status on a day as far as it may be printed; None without an instrument or a day."""
    if not instrument or not day:
        return None
    standing = law.standing(instrument, day)
    return standing.status if standing.basis.is_printable else "unknown"


def _credits(instrument: str | None, days: Sequence[date | None]) -> list[str]:
    """Return the press sources that must be named for what a row says, each once."""
    if not instrument:
        return []
    bases = [law.standing(instrument, day).basis for day in days if day]
    known = law.instrument(instrument)
    named = [basis.credit for basis in (*bases, *([known.title_basis] if known else []))]
    return list(dict.fromkeys(credit for credit in named if credit))


def _reference(place: _Place, people: Sequence[MergedPerson]) -> Reference:
    number, found, citation = place
    return Reference(
        article=number,
        paragraph=paragraph_number(found.article, citation.span),
        person=person_at(people, number, next(_speakers_of(found, citation.span), None)),
    )


def _speakers_of(found: Findings, span: Span) -> Iterator[str]:
    """Yield who is given the words in which `span` lies."""
    statements: tuple[Quote | Rule, ...] = (*found.quotes, *found.rules)
    for item in statements:
        if item.speaker and item.span.overlaps(span):
            yield item.speaker


def _short_title(instrument: law.Instrument) -> tuple[str, str]:
    """Return "UU 20/2023 tentang Aparatur Sipil Negara" and "Law 20/2023 on the State Civil Apparatus"."""
    subject_id = (instrument.title_id or "").partition(" tentang ")[2]
    subject_en = (instrument.title_en or "").partition(" on ")[2]
    return (
        f"{instrument.short_id} tentang {subject_id}" if subject_id else instrument.short_id,
        f"{instrument.short_en} on {subject_en}" if subject_en else instrument.short_en,
    )


def _bilingual(indonesian: str, english: str) -> Bilingual:
    return Bilingual(id=indonesian, en=Translation(text=english, origin=Origin.CATALOGUE))
