"""Dates as the press prints them: "Minggu (11/8)", "Kamis, 8 Oktober 2024", "Rabu 23 Oct 2024 - 20:31 WIB"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from briefing.lexicon.load import table
from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A mention of a day: what it says of it, None for what it leaves out; weekdays count from Monday = 0."""

    span: Span
    day: int
    month: int
    year: int | None = None
    weekday: int | None = None

    def on(self, year: int) -> date | None:
        """Return the date in `year`, None where the calendar has none."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    def fits(self, year: int) -> bool:
        """Return whether the date exists in `year` and falls on the weekday that is printed, if one is."""
        when = self.on(year)
        return when is not None and self.weekday in {None, when.weekday()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A full date, with its time and zone where they are printed: `iso` is "2024-10-23T20:31+07:00" or "2024-10-23"."""

    span: Span
    iso: str


def days(text: str) -> Iterator[Day]:
    """Yield the days that `text` names, in order: with a month in words, or in figures with a weekday or a year."""
    for match in _day_pattern().finditer(text):
        found = _day(match)
        if found:
            yield found


def bare_weekdays(text: str) -> Iterator[tuple[Span, int]]:
    """Yield the weekdays that date a report without more: "kata Budi di Jambi, Sabtu."."""
    for match in _bare_pattern().finditer(text):
        yield Span(*match.span("weekday")), _names("weekdays")[match["weekday"].lower()]


def stamp(text: str) -> Stamp | None:
    """Return the first full date in `text`, with the time behind it; None where there is none."""
    for found in days(text):
        if found.year is not None and (when := found.on(found.year)):
            clock = _clock_pattern().match(text, found.span.end)
            if clock is None or int(clock["hour"]) > 23:
                return Stamp(span=found.span, iso=when.isoformat())
            return Stamp(span=Span(found.span.start, clock.end()), iso=f"{when.isoformat()}{_time(clock)}")
    return None


def years(text: str) -> Iterator[int]:
    """Yield the years that `text` names, but not those of laws ("Nomor 5 Tahun 2014")."""
    return (int(match["year"]) for match in _year_pattern().finditer(text) if match["year"])


def first_fitting(day: Day, candidates: Iterable[int]) -> date | None:
    """Return the day in the first of the years `candidates` that its weekday fits, None if it fits none."""
    return next((day.on(year) for year in candidates if day.fits(year)), None)


def _day(match: re.Match[str]) -> Day | None:
    named = {name: value for name, value in match.groupdict().items() if value}
    month_name = named.get("name") or named.get("name_first")
    day, month = int(named.get("day") or named.get("day_of_name") or named.get("day_of_first") or named["day_last"]), named.get("month")
    year = int(named.get("year") or named.get("year_of_name") or named.get("year_last") or named.get("year_first") or 0)
    year = year + 2000 if 0 < year < 100 else year
    weekday = _names("weekdays")[named["weekday"].lower()] if "weekday" in named else None
    is_dated = month_name or weekday is not None or year >= 1900
    number = _names("months")[month_name.lower()] if month_name else int(month or named["month_last"])
    if not is_dated or not 1 <= day <= 31 or not 1 <= number <= 12:
        return None
    return Day(span=_without_bracket(match), day=day, month=number, year=year if 1900 <= year < 2100 else None, weekday=weekday)


def _without_bracket(match: re.Match[str]) -> Span:
    """Return the span of a match, without a closing bracket that it does not open."""
    words = match[0]
    end = match.end() - (words.endswith(")") and "(" not in words)
    return Span(match.start(), match.start() + len(match.string[match.start() : end].rstrip()))


def _time(clock: re.Match[str]) -> str:
    zone = clock["zone"] or ""
    offset = _names("zones").get(zone.upper(), "+00:00" if zone.upper() == "Z" else zone)
    if offset == "+00:00" and clock["hour"] == "00" and clock["minute"] == "00":
        return ""  # midnight UTC is how site generators write a day without a time
    return f"T{int(clock['hour']):02}:{clock['minute']}{offset}"


def _names(section: str) -> dict[str, Any]:
    names: dict[str, Any] = table("id/dates.toml")[section]
    return names


def _any_of(section: str) -> str:
    return "|".join(map(re.escape, sorted(_names(section), key=len, reverse=True)))


@cache
def _day_pattern() -> re.Pattern[str]:
    month = _any_of("months")
    between = "|".join(_names("between")["words"])
    weekday = rf"\b(?P<weekday>{_any_of('weekdays')})\b(?:\s(?:{between})\b)?\s{{0,3}}[,.]?\s{{0,3}}(?:(?:tanggal|tgl)\.?\s{{1,3}})?"
    return re.compile(
        rf"(?<![\w/])(?:{weekday})?\(?\s?(?:"
        rf"(?P<year_first>\d{{4}})-(?P<month_last>\d\d)-(?P<day_last>\d\d)(?!\d)"
        rf"|(?P<day_of_name>\d{{1,2}})(?:\s?[-–]\s?\d{{1,2}})?\s(?P<name>{month})\b\.?(?:,?\s(?P<year_of_name>\d{{4}})\b)?"
        rf"|(?P<name_first>{month})\s(?P<day_of_first>\d{{1,2}}),?\s(?P<year_last>\d{{4}})\b"
        rf"|(?P<day>\d{{1,2}})\s?[/.-]\s?(?P<month>\d{{1,2}})(?:\s?[/.-]\s?(?P<year>\d{{1,4}}))?(?![\d/])"
        rf")\s?\)?",
        re.IGNORECASE,
    )


@cache
def _bare_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:,\s|\bpada\s|\bhari\s)(?P<weekday>{_any_of('weekdays')})(?=[,.;])", re.IGNORECASE)


@cache
def _clock_pattern() -> re.Pattern[str]:
    zones = "|".join(sorted(_names("zones"), key=len, reverse=True))
    return re.compile(
        rf"[\s,|–-]{{0,5}}(?:T|pukul\s|jam\s|at\s)?(?P<hour>\d{{1,2}})[:.](?P<minute>[0-5]\d)(?::\d\d(?:\.\d+)?)?\s?(?P<zone>{zones}|Z|[+-]\d\d:\d\d)?(?!\d)",
        re.IGNORECASE,
    )


@cache
def _year_pattern() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:nomor|nomer|no)\b\.?\s?[\w./-]{1,20}\s(?:tahun\s)?\d{4}\b|(?<![\d/.,])(?P<year>(?:19[89]|20\d)\d)(?![\d/.,]\d|\d)", re.IGNORECASE
    )
