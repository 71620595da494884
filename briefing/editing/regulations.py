"""The regulation check: every instrument that the articles cite, what it was on their dates and what it is now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.editing.draft import Cited, DraftArticle
from briefing.editing.passages import paragraph_number
from briefing.lexicon import law
from briefing.model.pack import Bilingual, LawRow, Origin, Reference, Translation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from briefing.model.finding import Citation, Status

_Key = tuple[str | None, str | None, int | None, str]
_Group = tuple[_Key, "Status | None", str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """One citation, in its article and with the number that the article has in the pack."""

    number: int
    article: DraftArticle
    cited: Cited

    @property
    def date(self) -> date | None:
        """The day on which the article looks at the law."""
        return self.article.findings.article.law_date


def law_rows(articles: Sequence[DraftArticle], now: date) -> tuple[LawRow, ...]:
    """Return a row for each instrument cited, in the order of first mention; one whose status differed on the articles' dates has several.

    A mention so vague that it has neither an instrument nor a number has none. `now` is the day of the law catalogue.
    """
    rows: dict[_Group, list[_Place]] = {}
    for number, article in enumerate(articles, 1):
        for cited in _printable(article):
            place = _Place(number=number, article=article, cited=cited)
            then = status_on(cited.citation.instrument, place.date)
            rows.setdefault((_key(cited.citation), then, _overruled(cited)), []).append(place)
    return tuple(_row(places, then, now) for (_, then, _), places in rows.items())


def count_instruments(articles: Sequence[DraftArticle]) -> int:
    """Return how many different instruments the articles cite."""
    return len({_key(cited.citation) for article in articles for cited in _printable(article)})


def _printable(article: DraftArticle) -> Iterator[Cited]:
    yield from (cited for cited in article.citations if cited.keep and (cited.citation.instrument or cited.citation.number))


def _overruled(cited: Cited) -> str:
    return "" if cited.accept else cited.reason


def _key(citation: Citation) -> _Key:
    if citation.instrument:
        return citation.instrument, None, None, ""
    return None, citation.number, citation.year, citation.kind


def _row(places: Sequence[_Place], then: Status | None, now: date) -> LawRow:
    first = next((place for place in places if place.cited.citation.resolved_by == "explicit"), places[0])
    citation = first.cited.citation
    instrument = law.instrument(citation.instrument) if citation.instrument else None
    day = next((place.date for place in places if place.date), None)
    row = LawRow(
        printed=citation.span.of(first.article.text),
        instrument=citation.instrument,
        title=_full_title(instrument) if instrument else None,
        references=tuple(dict.fromkeys(_reference(place) for place in places)),
        article_date=day,
        status_then=None,
        status_now=None,
        note=" ".join(dict.fromkeys(place.cited.note for place in places if place.cited.note)),
    )
    if not first.cited.accept:
        return replace(row, overruled=first.cited.reason)
    replaced = law.replacement(instrument.id) if instrument else None
    return replace(
        row,
        status_then=then,
        status_now=status_on(citation.instrument, now),
        replaced_by=_bilingual(*_short_title(replaced[0])) if replaced else None,
        replaced_on=replaced[1] if replaced else None,
        source="; ".join(_credits(citation.instrument, [day, now])) or None,
    )


def status_on(instrument: str | None, day: date | None) -> Status | None:
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


def _reference(place: _Place) -> Reference:
    span = place.cited.citation.span
    speakers = (
        passage.speaker for passage in place.article.passages if passage.speaker and passage.kind != "sentence" and passage.span.overlaps(span)
    )
    return Reference(article=place.number, paragraph=paragraph_number(place.article.findings.article, span), person=next(speakers, None))


def _short_title(instrument: law.Instrument) -> tuple[str, str]:
    """Return "UU 20/2023 tentang Aparatur Sipil Negara" and "Law 20/2023 on the State Civil Apparatus"."""
    subject_id = (instrument.title_id or "").partition(" tentang ")[2]
    subject_en = (instrument.title_en or "").partition(" on ")[2]
    return (
        f"{instrument.short_id} tentang {subject_id}" if subject_id else instrument.short_id,
        f"{instrument.short_en} on {subject_en}" if subject_en else instrument.short_en,
    )


def _full_title(instrument: law.Instrument) -> Bilingual:
    """Return the title in both languages, with the year behind it where it names none: a joint decree is told by nothing else."""
    titles = (instrument.title_id or instrument.short_id, instrument.title_en or instrument.short_en)
    year = str(instrument.year)
    return _bilingual(*(title if year in title else f"{title} ({year})" for title in titles))


def _bilingual(indonesian: str, english: str) -> Bilingual:
    return Bilingual(id=indonesian, en=Translation(text=english, origin=Origin.CATALOGUE))
