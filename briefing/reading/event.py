"""The day of the event that an article reports: a date with its weekday, the year from the article itself."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from briefing.lexicon.load import table
from briefing.model.problem import Problem
from briefing.model.span import Span
from briefing.reading.dates import Day, bare_weekdays, days, years

if TYPE_CHECKING:
    from collections.abc import Iterator

_CONTEXT = 90
"""So many code points before a date may say that it is not the day of the event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The day of an event: where the article prints it, its date (None where it cannot be derived), and what is doubtful about it."""

    span: Span
    when: date | None
    problems: tuple[Problem, ...] = ()


def read_event(text: str, published: date | None, source_text: str) -> Event | None:
    """Return the day of the event that `text`, a cleaned body, reports; a missing year is taken from `published`, `text` or `source_text`.

    The first day in the text wins that its context does not rule out; among those in the past ("lalu") only if there is no other. A day after
    that of publication is none on which anything was reported.
    """
    dated = [day for day in _until(published, text) if day.weekday is not None or (day.year and text[day.span.start] == "(")]
    bare = next(((span, weekday) for span, weekday in bare_weekdays(text) if not _is_ruled_out(text, span, past=True)), None)
    first = next((day for day in dated if not _is_ruled_out(text, day.span, past=True)), None)
    if bare and (first is None or bare[0].start < first.span.start):
        first = next((day for day in dated if day.weekday == bare[1] and not _is_ruled_out(text, day.span, past=True)), None)
        if first is None:
            return _on_weekday(text, bare[0], bare[1], published)
    first = first or next((day for day in dated if not _is_ruled_out(text, day.span, past=False)), None) or _unnamed(text, published)
    return _dated(text, first, published, source_text) if first else None


def _until(published: date | None, text: str) -> Iterator[Day]:
    """Yield the days that `text` names without those that come after the day of publication."""
    for day in days(text):
        when = day.on(day.year or _nearest_year(day, published)) if published else None
        if not (published and when and when > published):
            yield day


def _unnamed(text: str, published: date | None) -> Day | None:
    """Return the first date without a weekday, in the first three paragraphs, that says of itself that something happened then."""
    head = "\n\n".join(text.split("\n\n", 3)[:3])
    full = (day for day in _until(published, head) if day.year and head.endswith(("pada ", "Pada ", "tanggal ", "hari ini, "), 0, day.span.start))
    return next((day for day in full if not _is_ruled_out(text, day.span, past=True)), None)


def _dated(text: str, day: Day, published: date | None, source_text: str) -> Event:
    printed = day.span.of(text)
    if day.year is not None:
        doubts = () if day.fits(day.year) else (Problem(code="weekday-mismatch", arguments={"printed": printed}, span=day.span),)
        return Event(span=day.span, when=day.on(day.year), problems=doubts)
    if published:
        return _dated(text, replace(day, year=_nearest_year(day, published)), published, source_text)
    when = next((day.on(year) for year in _years_of(text, source_text) if day.fits(year)), None)
    return Event(span=day.span, when=when, problems=() if when else (Problem(code="year-unknown", arguments={"printed": printed}, span=day.span),))


def _on_weekday(text: str, span: Span, weekday: int, published: date | None) -> Event:
    """Return the last day with this weekday up to the day of publication."""
    if published:
        return Event(span=span, when=published - timedelta(days=(published.weekday() - weekday) % 7))
    return Event(span=span, when=None, problems=(Problem(code="weekday-only", arguments={"printed": span.of(text)}, span=span),))


def _nearest_year(day: Day, published: date) -> int:
    return min((published.year, published.year - 1, published.year + 1), key=lambda year: _distance(day, year, published))


def _distance(day: Day, year: int, published: date) -> int:
    when = day.on(year)
    return abs((when - published).days) if when else 10_000


def _years_of(text: str, source_text: str) -> Iterator[int]:
    """Yield the years that the article names, then those of its whole page: the most frequent first, the latest of equals."""
    for where in (text, source_text):
        counts = Counter(years(where))
        yield from sorted(counts, key=lambda year: (-counts[year], -year))


def _is_ruled_out(text: str, span: Span, *, past: bool) -> bool:
    before, after = text[max(0, span.start - _CONTEXT) : span.start], text[span.end : span.end + 30]
    before = re.split(r"\n\n|[.!?][\"”’]? ", before)[-1] if not before.endswith(". ") else ""
    return any(pattern.search(before if is_before else after) for pattern, is_before, is_past in _rules() if past or not is_past)


@cache
def _rules() -> tuple[tuple[re.Pattern[str], bool, bool], ...]:
    """Return the patterns that rule a date out, whether each looks at what stands before it, and whether it only says that the day is past."""
    return tuple(
        (re.compile(f"{entry['before']}$" if "before" in entry else f"^{entry['after']}", re.IGNORECASE), "before" in entry, entry.get("past", False))
        for entry in table("id/dates.toml")["not_event"]
    )
