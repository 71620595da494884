"""Dividing bands into pages: headings stay with what follows, table heads and the names of continued sections are repeated."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from briefing.rendering.pdf.boxes import Band, Column, Mark, Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.rendering.pdf.theme import Theme

RUN_ON = 26.0
RUN_ON_SHARE = 1 / 3
TOLERANCE = 0.01


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
    placed: list[Placed] = field(default_factory=list)
    starts: list[tuple[Mark, float]] = field(default_factory=list)


@dataclass(slots=True)
class Pagination:
    """All pages, and of each named section the first and the last page, counted from 1."""

    pages: list[Page] = field(default_factory=list)
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)


def paginate(bands: Sequence[Band], theme: Theme) -> Pagination:
    """Return the pages that the bands fill."""
    paginator = _Paginator(theme)
    for number, band in enumerate(bands):
        paginator.put(band, _needed(bands, number))
    return paginator.result


def _needed(bands: Sequence[Band], start: int) -> float:
    """Return the height that must be left for a band and all that it may not be parted from."""
    height, number = 0.0, start
    while bands[number].keep and number + 1 < len(bands) and not bands[number + 1].breaks:
        height += bands[number].height + bands[number + 1].before
        number += 1
    return height + bands[number].least


class _Paginator:
    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.result = Pagination()
        self.y = self.end = 0.0
        self.fresh = True
        self.begun: set[Mark] = set()

    def put(self, band: Band, needed: float) -> None:
        """Place a band on this page or on the next."""
        before = RUN_ON if band.breaks == "run" else band.before
        full = not self.fresh and self.y + before + min(needed, self.theme.frame) > self.end + TOLERANCE
        if not self.result.pages or self.must_break(band) or full:
            self.turn(band)
        if band.spring:
            before = max(before, self.end - band.spring - self.y)
        if not self.fresh:
            if band.above:
                self.result.pages[-1].placed.append(Placed(band=_line(band), y=self.y + before, artifact=True))
            self.y += before
        self.fill(band)

    def must_break(self, band: Band) -> bool:
        if band.breaks == "run":
            return self.result.pages[-1].cover or self.end - self.y < self.theme.frame * RUN_ON_SHARE
        return bool(band.breaks) and not (self.fresh and not band.marks)

    def fill(self, band: Band) -> None:
        """Place what fits of a band, and the rest on the next pages."""
        rest = band
        while rest.height > self.end - self.y + TOLERANCE:
            parts = rest.split(self.end - self.y)
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

    def turn(self, band: Band) -> None:
        """Begin a page, for a continued section with its name, for a continued table with its head."""
        page = Page(cover=band.cover)
        self.result.pages.append(page)
        margin = self.theme.cover if band.cover else self.theme.top
        self.y, self.end = margin, self.theme.height - (self.theme.cover if band.cover else self.theme.bottom)
        kicker = next((mark.kicker for mark in reversed(band.marks) if mark in self.begun and mark.kicker), None)
        for repeated in [*([kicker] if kicker else []), *band.head]:
            page.placed.append(Placed(band=repeated, y=self.y, artifact=True))
            self.y += repeated.height
        self.fresh = True


def _line(band: Band) -> Band:
    return replace(band, columns=(Column(x=0, pieces=(Piece(height=0, drawings=band.above),)),), above=(), marks=())
