"""Dividing bands into pages: headings stay with what follows, table heads and the names of continued sections are repeated."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from briefing.rendering.pdf.boxes import Band, Column, Mark, Piece
from briefing.rendering.pdf.tighten import STEPS, most_saved, tightened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing.rendering.pdf.theme import Theme

RUN_ON = 26.0
RUN_ON_SHARE = 1 / 3
THIN_STACKED = 1 / 2  # in large print, where a page holds so little that one half empty stands out
TOLERANCE = 0.01
LESS = (0.06, 0.12, 0.18, 0.24, 0.3)
"""How much less of each page is filled where a rest would stand alone, as shares of a page: the first that leaves no thin end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A band on a page, `y` from the page's upper edge; an artifact where it only repeats what was read before."""

    band: Band
    y: float
    artifact: bool = False


@dataclass(slots=True)
class Page:
    """A page: its bands, and the sections that begin on it, each with its distance from the upper edge."""

    cover: bool
    form: bool = False
    placed: list[Placed] = field(default_factory=list)
    starts: list[tuple[Mark, float]] = field(default_factory=list)


@dataclass(slots=True)
class Pagination:
    """All pages, and of each named section the first and the last page, counted from 1."""

    pages: list[Page] = field(default_factory=list)
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)


def paginate(bands: Iterable[Band], theme: Theme, pages: dict[str, tuple[int, int]] | None = None) -> Pagination:
    """Return the pages that the bands fill; `pages` is told those of each section before the bands of the third after it are asked for.

    Where a section would end on a page less than a third full, it is set tighter, by as little as saves that page. If nothing does, the
    next section begins below it; where the next must not, or there is none, the pages before it are filled less.
    """
    earlier = paginator = _Paginator(theme)
    previous: list[Band] = []
    for section, following in _followed(_sections(bands)):
        joined = [(earlier, [*previous, *section])] if section[0].breaks == "run" else []
        earlier, paginator = paginator, _with_section(paginator, section, following[0] if following else None, joined)
        previous = section
        if pages is not None:
            pages.update(paginator.result.spans)
    return paginator.result if previous else Pagination(pages=[Page(cover=True)])


def _followed(sections: Iterator[list[Band]]) -> Iterator[tuple[list[Band], list[Band] | None]]:
    """Yield each section with the next, the last with None."""
    section = next(sections, None)
    while section:
        following = next(sections, None)
        yield section, following
        section = following


def _with_section(
    before: _Paginator, section: Sequence[Band], following: Band | None, joined: Sequence[tuple[_Paginator, Sequence[Band]]]
) -> _Paginator:
    """Return the pages with one more section; `joined` is that with the section that it runs on from, and the pages before both."""
    loose = before.with_section(section)
    if not loose.ends_thin(len(before.result.pages)):
        return loose
    count, rest = len(loose.result.pages), loose.y - before.theme.top
    for start, bands in ((before, section), *joined):
        for step in STEPS:
            if most_saved(bands, step) > rest and len((tight := start.with_section(tightened(bands, step))).result.pages) < count:
                tight.thin = bool(following and tight.ends_thin(len(before.result.pages)) and tight.may_run_on(following))
                return tight
    if following and loose.may_run_on(following):
        loose.thin = True
        return loose
    for less in LESS:
        even = before.with_section(section, less=less * before.theme.frame)
        if len(even.result.pages) == count and not even.ends_thin(len(before.result.pages)):
            return even
    return loose


def _sections(bands: Iterable[Band]) -> Iterator[list[Band]]:
    """Yield the bands of each top-level section."""
    section: list[Band] = []
    for band in bands:
        if section and band.breaks and (not band.marks or band.marks[0] is not section[0].marks[0]):
            yield section
            section = []
        section.append(band)
    if section:
        yield section


def _needed(bands: Sequence[Band], start: int, frame: float) -> float:
    """Return the height that must be left for a band and all that it may not be parted from."""
    height, number = 0.0, start
    while (
        bands[number].keep and (bands[number].whole or bands[number].height < frame / 2) and number + 1 < len(bands) and not bands[number + 1].breaks
    ):
        height += bands[number].height + bands[number + 1].before
        number += 1
    last = bands[number]
    least = min(last.height, max(last.parted.least, frame * RUN_ON_SHARE)) if last.parted else last.least
    return height + least


class _Paginator:
    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.result = Pagination()
        self.y = self.end = 0.0
        self.fresh = True
        self.bare = True  # nothing is on the page but what must stay with what follows: to turn it would leave that alone
        self.begun: set[Mark] = set()
        self.thin = self.own = False
        self.less = 0.0

    def with_section(self, bands: Sequence[Band], *, less: float = 0) -> _Paginator:
        """Return the pages so far with those of one more section, which leaves `less` points free at the foot of each."""
        other = _Paginator(self.theme)
        other.less = less
        last = [replace(page, placed=list(page.placed), starts=list(page.starts)) for page in self.result.pages[-1:]]
        other.result = Pagination(pages=[*self.result.pages[:-1], *last], spans=dict(self.result.spans))
        other.y, other.end, other.fresh, other.bare, other.begun = self.y, self.end - less, self.fresh, self.bare, set(self.begun)
        other.thin, other.own = self.thin, self.own
        for number, band in enumerate(bands):
            other.put(band, _needed(bands, number, self.theme.frame))
        other.end, other.less = other.end + less, 0.0
        return other

    def may_run_on(self, band: Band) -> bool:
        """Whether a section may begin below the last, on its page."""
        return not self.own and band.breaks in {"new", "run"} and not band.form

    def ends_thin(self, before: int) -> bool:
        """Whether the last page that a section began is less than a third full, in large print half; `before` is the number of pages before it."""
        last = self.result.pages[-1]
        share = THIN_STACKED if self.theme.stacked else RUN_ON_SHARE
        return len(self.result.pages) > before and not last.cover and not last.form and self.y - self.theme.top < self.theme.frame * share

    def put(self, band: Band, needed: float) -> None:
        """Place a band on this page or on the next."""
        runs_on = self.may_run_on(band) and (band.breaks == "run" or self.thin)
        self.thin = False
        self.own = band.breaks == "own" if band.breaks else self.own
        before = RUN_ON if runs_on else band.before
        full = not self.bare and self.y + before + min(needed, self.theme.frame) > self.end + TOLERANCE
        if not self.result.pages or self.must_break(band, runs_on=runs_on) or full:
            self.turn(band)
        if band.spring:
            before = max(before, self.end - band.spring - self.y)
        if not self.fresh:
            if band.above:
                self.result.pages[-1].placed.append(Placed(band=_line(band), y=self.y + before, artifact=True))
            self.y += before
        elif band.spring:
            self.y = max(self.y, self.end - band.spring)
        self.fill(band)

    def must_break(self, band: Band, *, runs_on: bool) -> bool:
        if runs_on:
            return self.result.pages[-1].cover or self.end - self.y < self.theme.frame * RUN_ON_SHARE
        return bool(band.breaks) and not self.fresh

    def fill(self, band: Band) -> None:
        """Place what fits of a band, and the rest on the next pages; what belongs together is parted only where no page holds it."""
        rest = band.parted if band.parted and band.height > self.end - self.y + TOLERANCE else band
        while rest.height > self.end - self.y + TOLERANCE:
            parts = rest.split(self.end - self.y) or (rest.split(self.end - self.y, loose=True) if self.bare else None)
            if parts:
                self.add(parts[0])
                rest = parts[1]
            elif self.fresh:
                break
            self.turn(rest)
        self.add(rest)

    def add(self, band: Band) -> None:
        number = len(self.result.pages)
        page = self.result.pages[-1]
        for mark in band.marks:
            if mark not in self.begun:
                self.begun.add(mark)
                page.starts.append((mark, self.y))
            self.result.spans[mark.name] = (self.result.spans.get(mark.name, (number, number))[0], number)
        page.placed.append(Placed(band=band, y=self.y))
        self.y += band.height
        self.fresh = False
        self.bare = self.bare and band.keep

    def turn(self, band: Band) -> None:
        """Begin a page, for a continued section with its name, for a continued table with its head."""
        page = Page(cover=band.cover, form=band.form)
        self.result.pages.append(page)
        margin = self.theme.cover if band.cover else self.theme.form if band.form else self.theme.top
        self.y, self.end = margin, self.theme.height - (self.theme.cover if band.cover else self.theme.bottom) - self.less
        kicker = next((mark.kicker for mark in reversed(band.marks) if mark in self.begun and mark.kicker), None)
        for repeated in [*([kicker] if kicker else []), *band.head]:
            page.placed.append(Placed(band=repeated, y=self.y, artifact=True))
            self.y += repeated.height
        self.fresh = self.bare = True


def _line(band: Band) -> Band:
    return replace(band, columns=(Column(x=0, pieces=(Piece(height=0, drawings=band.above),)),), above=(), marks=())
