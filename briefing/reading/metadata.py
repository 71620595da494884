"""What a source says of itself: title, outlet, author, address, dates and place, each with the evidence for it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from briefing.lexicon import places
from briefing.model.article import Evidence
from briefing.model.problem import Problem
from briefing.reading.clean import clean
from briefing.reading.dates import days, stamp
from briefing.reading.event import read_event
from briefing.reading.outlets import outlet
from briefing.reading.place import read_place

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.model.span import OffsetMap, Span

_STATED = {"header", "front-matter", "json-ld", "opengraph", "meta", "title-element"}
"""Where a source names its outlet, it may be one that is not known."""

_DOUBTED = {"url", "published", "event_date"}
"""What may be printed so that it cannot be read."""

_WIB = timezone(timedelta(hours=7))
_BEHIND_NAME = re.compile(r"\s*[(/|].*|\s+-\s.*|[\s.,*]+$")
_ADDRESS = re.compile(r"(?P<scheme>https?://)?(?P<page>(?:[\w-]{1,63}\.){1,10}[a-z]{2,24}(?::\d{1,5})?(?:[/?#]\S*)?)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """The metadata of an article by field name, as Article has them, with the evidence and what is doubtful."""

    values: dict[str, str]
    evidence: tuple[Evidence, ...]
    problems: tuple[Problem, ...]


def read_metadata(source_text: str, view: str, fields: Sequence[Evidence], body: tuple[str, OffsetMap]) -> Metadata:
    """Return what is known of the article with the clean text `body`; of several `fields` with one name the first that can be read counts."""
    found = _Found(source_text, view, fields, body)
    found.add_fields()
    found.add_url_of_outlet()
    found.add_outlet_of_url()
    if found.text:
        event = found.add_event()
        found.add_place(event)
        if "title" not in found.values:
            found.problems.append(Problem(code="title-missing"))
        if not (found.values.keys() & {"published", "event_date", "event_printed"}):
            found.problems.append(Problem(code="date-missing"))
    return Metadata(values=found.values, evidence=tuple(found.evidence), problems=tuple(found.problems))


class _Found:
    """Collects the values, the evidence and the doubts."""

    def __init__(self, source_text: str, view: str, fields: Sequence[Evidence], body: tuple[str, OffsetMap]) -> None:
        self.source_text, self.view, self.fields = source_text, view, fields
        self.text, self.offsets = body
        self.values: dict[str, str] = {}
        self.evidence: list[Evidence] = []
        self.problems: list[Problem] = []

    def words(self, span: Span) -> str:
        """Return the words of a span of the source, cleaned like the text."""
        return clean(self.source_text, self.view, (span,))[0]

    def add(self, evidence: Evidence, value: str | None) -> None:
        if value and evidence.field not in self.values:
            self.values[evidence.field] = value
            self.evidence.append(evidence)

    def add_fields(self) -> None:
        """Read the fields that stand there as such; the place of a dateline waits for what the body says."""
        for evidence in self.fields:
            is_wanted = evidence.field not in self.values and (evidence.field, evidence.how) != ("place", "dateline")
            if is_wanted:
                is_known_only = evidence.field == "outlet" and evidence.how not in _STATED
                printed = self.words(evidence.span)
                self.add(evidence, outlet(printed) if is_known_only else _READINGS[evidence.field](printed))
            if evidence.field in _DOUBTED:
                self.problems += _doubts(evidence.field, self.words(evidence.span), self.view.count("\n", 0, evidence.span.start) + 1)

    def add_url_of_outlet(self) -> None:
        """Add the address that stands in the place of an outlet: "Sumber: https://…"."""
        named = next((evidence for evidence in self.evidence if evidence.field == "outlet"), None)
        if named and (words := self.words(named.span)).startswith("http"):
            self.add(replace(named, field="url"), _address(words))

    def add_outlet_of_url(self) -> None:
        address = next((evidence for evidence in self.evidence if evidence.field == "url"), None)
        if address:
            self.add(Evidence(field="outlet", span=address.span, how="url"), outlet(self.values["url"]))

    def add_event(self) -> Span | None:
        """Add the day of the event, unless a header gave it, and return where the body prints it."""
        published = date.fromisoformat(self.values["published"][:10]) if "published" in self.values else None
        event = read_event(self.text, published, self.view)
        if event and "event_date" not in self.values:
            self.values["event_printed"] = event.span.of(self.text)
            self.add(
                Evidence(field="event_date", span=self.offsets.to_source(event.span), how="body"), event.when.isoformat() if event.when else None
            )
            self.problems += event.problems
        return event.span if event else None

    def add_place(self, event: Span | None) -> None:
        """Add the place: the region that the body gives for the dateline or the event, else the dateline's own."""
        dateline = next((evidence for evidence in self.fields if evidence.how == "dateline" and evidence.field == "place"), None)
        if dateline and self.words(dateline.span).casefold() == self.values.get("outlet", "").casefold():
            dateline = None  # "KABAR DESA - " is the site itself
        town = _town(self.words(dateline.span)) if dateline else None
        place = read_place(self.text, town, event)
        if place:
            self.add(Evidence(field="place", span=self.offsets.to_source(place[1]), how="body"), place[0])
        elif dateline:
            self.add(dateline, town)


def _doubts(field: str, printed: str, line: int) -> tuple[Problem, ...]:
    """Doubt an address that is none, a date that cannot be read or that no calendar has, and one whose weekday is another."""
    if field == "url":
        return () if _address(printed) else (Problem(code="address-unreadable", arguments={"line": line, "printed": printed}),)
    day = next((day for day in days(printed) if day.year), None)
    if day is None or day.year is None or day.on(day.year) is None:
        return (Problem(code="date-unreadable", arguments={"line": line, "printed": printed}),)
    return () if day.fits(day.year) else (Problem(code="weekday-mismatch", arguments={"printed": day.span.of(printed)}),)


def _town(value: str) -> str:
    """Return the place of a dateline in its usual spelling: "KASONGAN" as "Kasongan"."""
    return places.printed_name(value) or (value.title() if value.isupper() else value)


def _author(value: str) -> str:
    """Return a name without what a credit line has behind it: "Siti Aminah (Analis SDM)"."""
    return _BEHIND_NAME.sub("", value)


def _address(value: str) -> str | None:
    """Return an address with its scheme, https where it has none (RFC 9110); None for what is no address of the web."""
    found = _ADDRESS.fullmatch(value.strip("<>"))
    return f"{found['scheme'] or 'https://'}{found['page']}" if found else None


def _moment(value: str) -> str | None:
    """Return a date of publication, with its time in Western Indonesian Time where it stands in UTC: the day is that of the reader."""
    found = stamp(value)
    if found and found.iso.endswith("+00:00"):
        return datetime.fromisoformat(found.iso).astimezone(_WIB).isoformat(timespec="minutes")
    return found.iso if found else None


def _day(value: str) -> str | None:
    found = stamp(value)
    return found.iso[:10] if found else None


def _outlet(value: str) -> str:
    """Return the outlet that a source names: a host or another form by its name, an unknown one as it was written."""
    return outlet(value) or value


_READINGS: dict[str, Callable[[str], str | None]] = {
    "title": str,
    "url": _address,
    "outlet": _outlet,
    "author": _author,
    "published": _moment,
    "event_date": _day,
    "place": str,
}
"""How the value of each field is made of the words of the source."""
