"""An article as it was read: its cleaned text, what the source says of itself, and the way back to the source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from briefing.model.problem import Problem
from briefing.model.span import OffsetMap, Span, paragraph_spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The file that an article was read from, and the hash of its bytes.

    `name` is the file's own name, relative to the folder that was given, with `/`; its path as given where two files share that; `-` for
    standard input. Of several articles in one text the second is "NAME#2", with the hash of its own text as UTF-8.
    """

    name: str
    sha256: str
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where the value of one metadata field was found: `span` in the source text, `how` a short code (header, first-line, dateline …)."""

    field: str
    span: Span
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A run of the source text that is not article, and the furniture rule (`reason`) that says so."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article. Spans of findings lie in `text`; `offsets` leads from there into `source_text`, what the reader decoded.

    `published` and `event_date` are ISO 8601 (`2024-10-23T20:31+07:00`, `2024-10-23`); None where the source does not say.
    `event_printed` is the date of the event as the article prints it, "Minggu (11/8)".
    """

    source: Source
    source_text: str
    text: str
    offsets: OffsetMap
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    published: str | None = None
    event_date: str | None = None
    event_printed: str | None = None
    place: str | None = None
    evidence: tuple[Evidence, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs of `text` in order; the first is ¶ 1."""
        return paragraph_spans(self.text)

    @property
    def law_date(self) -> date | None:
        """The day on which the law is looked up: the day of publication, else that of the event."""
        stated = self.published or self.event_date
        return date.fromisoformat(stated[:10]) if stated else None
