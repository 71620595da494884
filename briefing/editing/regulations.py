"""The regulation check: every instrument that the articles cite, what it was on their dates and what it is now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.editing.draft import Cited, DraftArticle
from briefing.editing.passages import paragraph_number
from briefing.lexicon import law
from briefing.lexicon.bodies import bodies
from briefing.lexicon.notes import arguments, provisions_cited
from briefing.lexicon.phrases import Phrase
from briefing.model.pack import Bilingual, LawNote, LawRow, Mention, Origin, Reference, Translation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from briefing.lexicon.bodies import Body
    from briefing.lexicon.law import DatedNote
    from briefing.model.finding import Citation, Status

# The cell of the status says it.
_TOLD_ELSEWHERE = frozenset({"not-in-catalogue"})

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
    first = _fullest(places)
    citation = first.cited.citation
    named, *others = _mentions(first, places)
    instrument = law.instrument(citation.instrument) if citation.instrument else None
    day = next((place.date for place in places if place.date), None)
    days = [when for when in (day, now) if when]
    row = LawRow(
        printed=named.printed,
        instrument=citation.instrument,
        title=_full_title(instrument) if instrument else None,
        references=named.references,
        others=tuple(others),
        article_date=day,
        status_then=None,
        status_now=None,
        note=" ".join(dict.fromkeys(place.cited.note for place in places if place.cited.note)),
    )
    if not first.cited.accept:
        return replace(row, overruled=first.cited.reason)
    keys = dict.fromkeys(key for place in places for key in place.cited.citation.articles)
    replaced = law.replacement(instrument.id) if instrument else None
    return replace(
        row,
        status_then=then,
        status_now=status_on(citation.instrument, now),
        replaced_by=_bilingual(*_short_title(replaced[0])) if replaced else None,
        replaced_on=replaced[1] if replaced else None,
        source="; ".join(press_named(citation.instrument, days)) or None,
        notes=(*_of_citations(places), *(_of_catalogue(instrument, keys, days) if instrument else ())),
    )


def _fullest(places: Sequence[_Place]) -> _Place:
    """Return the first place that names the instrument in full, else the first."""
    return next((place for place in places if place.cited.citation.resolved_by == "explicit"), places[0])


def _mentions(first: _Place, places: Sequence[_Place]) -> Iterator[Mention]:
    """Yield the mentions of a row by the provisions that they cite, so that nobody is said to have named another's: those of `first` first."""
    groups: dict[frozenset[str], list[_Place]] = {_provisions(first): []}
    for place in places:
        groups.setdefault(_provisions(place), []).append(place)
    for group in groups.values():
        fullest = _fullest(group)
        references = tuple(dict.fromkeys(map(_reference, group)))
        yield Mention(printed=fullest.cited.citation.span.of(fullest.article.text), references=references)


def _provisions(place: _Place) -> frozenset[str]:
    return frozenset(place.cited.citation.articles)


def status_on(instrument: str | None, day: date | None) -> Status | None:
    """Return the status on a day as far as it may be printed; None without an instrument or a day."""
    if not instrument or not day:
        return None
    standing = law.standing(instrument, day)
    return standing.status if standing.basis.is_printable else "unknown"


def press_named(instrument: str | None, days: Sequence[date]) -> list[str]:
    """Return the press sources that must be named beside title and statuses of an instrument, each once."""
    if not instrument:
        return []
    bases = [law.standing(instrument, day).basis for day in days]
    known = law.instrument(instrument)
    named = [basis.credit for basis in (*bases, *([known.title_basis] if known else []))]
    return list(dict.fromkeys(credit for credit in named if credit))


def _reference(place: _Place) -> Reference:
    span = place.cited.citation.span
    speakers = (
        passage.speaker for passage in place.article.passages if passage.speaker and passage.kind != "sentence" and passage.span.overlaps(span)
    )
    return Reference(article=place.number, paragraph=paragraph_number(place.article.findings.article, span), person=next(speakers, None))


def _of_citations(places: Sequence[_Place]) -> Iterator[LawNote]:
    """Yield the notes on the citations of a row, each once with the places of all that it is about."""
    found: dict[tuple[str, tuple[tuple[str, Bilingual], ...]], list[Reference]] = {}
    for place in places:
        for note in place.cited.citation.notes:
            if note.code not in _TOLD_ELSEWHERE:
                words = arguments(note, place.cited.citation)
                filled = tuple((name, _bilingual(*words[name])) for name in words if words[name].id)
                found.setdefault((note.code, filled), []).append(replace(_reference(place), person=None))
    for (code, filled), references in found.items():
        yield LawNote(code=code, arguments=filled, references=tuple(dict.fromkeys(references)))


def _of_catalogue(known: law.Instrument, keys: Iterable[str], days: Sequence[date]) -> Iterator[LawNote]:
    """Yield the dated notes of an instrument and of the provisions that are cited, as they hold on the days; the same words once."""
    found: dict[DatedNote, list[Phrase]] = {note: [Phrase(known.short_id, known.short_en)] for note in known.notes if _holds(note, days)}
    for held in dict.fromkeys(held for day in days for held in provisions_cited(known.id, keys, day)):
        statute = law.instrument(held.instrument) or known
        where = Phrase(f"{statute.short_id} {held.ref_id}", f"{statute.short_en} {held.ref_en}")
        for note in held.notes:
            if _holds(note, days) and where not in found.setdefault(note, []):
                found[note].append(where)
    for note, places in found.items():
        about = Phrase("; ".join(place.id for place in places), "; ".join(place.en for place in places))
        yield LawNote(text=_bilingual(f"{about.id}: {note.text_id}", f"{about.en}: {note.text_en}"), source=note.basis.credit)


def _holds(note: DatedNote, days: Sequence[date]) -> bool:
    return any(note.holds_on(day) for day in days)


def body_notes(articles: Sequence[DraftArticle]) -> tuple[LawNote, ...]:
    """Return a note for each institution that the articles name and that is gone, with the places where they do."""
    found: dict[Body, list[Reference]] = {}
    for number, article in enumerate(articles, 1):
        for problem in article.findings.problems:
            if problem.code == "body-gone" and problem.span:
                place = Reference(article=number, paragraph=paragraph_number(article.findings.article, problem.span))
                named = str(problem.arguments["body"])
                for body in (body for body in bodies() if named in {body.id, *body.forms}):
                    found.setdefault(body, []).append(place)
    return tuple(
        LawNote(text=_bilingual(body.text_id, body.text_en), source=body.basis.credit, references=tuple(dict.fromkeys(places)))
        for body, places in found.items()
    )


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
