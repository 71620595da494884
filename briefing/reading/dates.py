"""Dates as the press prints them: "Minggu (11/8)", "Kamis, 8 Oktober 2024", "Rabu 23 Oct 2024 - 20:31 WIB"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from briefing.lexicon.load import table
from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_BEFORE = 40
"""The weekday of a date stands within so many code points before its first figure."""

_FIGURES = re.compile(r"(?<!\w)(?<!\d[/.,])\d{1,4}")
_COLON = re.compile(r"^([+-]\d\d)(?=\d\d$)")
_CLOSING = re.compile(r"\s?\)")
_YEAR = re.compile(r"(?<![\d/.,])(?:19[89]|20\d)\d(?![\d/.,]\d|\d)")
_LAW_NUMBER = re.compile(r"\b(?:nomor|nomer|no)\b\.?\s?[\w./-]{1,20}\s(?:tahun\s)?$", re.IGNORECASE)


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
    end = 0
    for figures in _FIGURES.finditer(text):
        date_match = _date_pattern().match(text, figures.start()) if figures.start() >= end else None
        before = _before_pattern().search(text, max(end, figures.start() - _BEFORE), figures.start()) if date_match else None
        is_number = date_match and not date_match["day_named"] and text.endswith("/", 0, figures.start())  # SE/10/2/2024
        if date_match and before and not is_number and (found := _day(date_match, before)):
            yield found
            end = found.span.end


def bare_weekdays(text: str) -> Iterator[tuple[Span, int]]:
    """Yield the weekdays that date a report without more: "kata Budi di Jambi, Sabtu."."""
    for match in _bare_pattern().finditer(text):
        if text.endswith((", ", "pada ", "hari ", "Pada ", "Hari "), max(0, match.start() - 5), match.start()):
            yield Span(*match.span()), _names("weekdays")[match[0].lower()]


@lru_cache(16)  # several rules look at the same few dates of a source
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
    for match in _YEAR.finditer(text):
        if not _LAW_NUMBER.search(text, max(0, match.start() - 40), match.start()):
            yield int(match[0])


def _day(match: re.Match[str], before: re.Match[str]) -> Day | None:
    """Return the day that the figures of `match` and what stands before them make, None where they are no date."""
    named = {name.split("_")[0]: value for name, value in (*before.groupdict().items(), *match.groupdict().items()) if value}
    weekday = _names("weekdays")[named["weekday"].lower()] if "weekday" in named else None
    month_name = named.get("month", "")
    month = int(month_name) if month_name.isdigit() else _names("months").get(month_name.lower(), 0)
    year = int(named.get("year", 0))
    year += 2000 if 0 < year < 100 else 0
    is_date = weekday is not None or not month_name.isdigit() or year >= 1900
    if not is_date or not 1 <= int(named["day"]) <= 31 or not 1 <= month <= 12:
        return None
    span = _bracketed(match.string, Span(before.start(), match.end()))
    return Day(span=span, day=int(named["day"]), month=month, year=year if 1900 <= year < 2100 else None, weekday=weekday)


def _bracketed(text: str, span: Span) -> Span:
    """Return the span with the bracket that closes one within it."""
    closes = "(" in span.of(text) and _CLOSING.match(text, span.end)
    return Span(span.start, closes.end()) if closes else span


def _time(clock: re.Match[str]) -> str:
    zone = clock["zone"] or ""
    offset = _names("zones").get(zone.upper(), "+00:00" if zone.upper() == "Z" else _COLON.sub(r"\1:", zone))
    if offset == "+00:00" and clock["hour"] == "00" and clock["minute"] == "00":
        return ""  # midnight UTC is how site generators write a day without a time
    hour = int(clock["hour"])
    if clock["half"] and 0 < hour < 13:
        hour = hour % 12 + (12 if clock["half"] in "pP" else 0)
    return f"T{hour:02}:{clock['minute']}{offset}"


def _names(section: str) -> dict[str, Any]:
    names: dict[str, Any] = table("id/dates.toml")[section]
    return names


def _any_of(section: str) -> str:
    return "|".join(map(re.escape, sorted(_names(section), key=len, reverse=True)))


@cache
def _date_pattern() -> re.Pattern[str]:
    """Return the pattern of a date from its first figure on; parts of a name behind "_" only tell the forms apart."""
    return re.compile(
        r"(?P<year_iso>\d{4})(?P<mark>[-/])(?P<month_iso>\d\d)(?P=mark)(?P<day_iso>\d\d)(?!\d)"
        rf"|(?P<day_named>\d{{1,2}})(?:\s?[-–]\s?\d{{1,2}})?\s(?:bulan\s)?(?P<month_named>{_any_of('months')})\b\.?(?:,?\s(?P<year_named>\d{{4}})(?!\d))?"
        r"|(?P<day_english>\d{1,2}),?\s(?P<year_english>\d{4})\b"
        r"|(?P<day_plain>\d{1,2})\s?[/.-]\s?(?P<month_plain>\d{1,2})(?:\s?[/.-]\s?(?P<year_plain>\d{1,4}))?(?![\d/])",
        re.IGNORECASE,
    )


@cache
def _before_pattern() -> re.Pattern[str]:
    """Return the pattern of what belongs to a date before its first figure: a weekday, in English the month, an opening bracket."""
    weekday = rf"\b(?P<weekday>{_any_of('weekdays')})\b(?:\s(?:{'|'.join(_names('between')['words'])})\b)?\s{{0,3}}[,.]?\s{{0,3}}(?:(?:tanggal|tgl)\.?\s{{1,3}})?"
    return re.compile(rf"(?:{weekday})?(?:\b(?P<month_before>{_any_of('months')})\s)?(?:\(\s?)?$", re.IGNORECASE)


@cache
def _bare_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(re.escape(name.capitalize()) for name in _names('weekdays'))})(?=[,.;])")


@cache
def _clock_pattern() -> re.Pattern[str]:
    zones = "|".join(sorted(_names("zones"), key=len, reverse=True))
    return re.compile(
        rf"[\s,|–-]{{0,5}}(?:T|pukul\s|jam\s|at\s)?(?P<hour>\d{{1,2}})[:.](?P<minute>[0-5]\d)(?::\d\d(?:\.\d+)?)?(?:\s?(?P<half>[ap])\.?m\b\.?)?\s?(?P<zone>{zones}|Z|[+-]\d\d:?\d\d)?(?!\d)",
        re.IGNORECASE,
    )
