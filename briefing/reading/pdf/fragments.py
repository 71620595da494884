"""Words of a page: glyphs that stand on one baseline, told apart by the gaps between them."""

from __future__ import annotations

import itertools
import statistics
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from briefing.reading.pdf.glyphs import Glyph
from briefing.reading.spaced import closed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SAME_BASE: Final = 0.35
"""Glyphs whose baselines differ by less than this share of their size stand on one line."""

_RAISED: Final = 0.5
"""Likewise for a smaller glyph that goes on where the last one ended: a raised figure."""

_WORD_GAP: Final = 0.17
"""A gap parts two words from this share of the size on; a space is a fifth to a quarter of it in most fonts."""

_LIGATURE_GAP: Final = 0.5
"""Likewise behind a ligature, of whose width the fonts say different things."""

_LIGATURES: Final = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})

_SHADOW: Final = 0.12
"""A glyph that begins nearer to another of its kind is its shadow; the narrowest is a fifth of its size wide."""

GUTTER: Final = 0.7
"""From this share on it may part two columns."""

_SPACED: Final = 0.1
"""Where half of the gaps between glyphs are wider than this, the letters are set apart, by spaces or without."""

_FEWEST_SPACED: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLine:
    """A line of a page: its words, its edges, baseline and size in points, and the number of the column that it stands in."""

    words: str
    start: float
    end: float
    base: float
    size: float
    column: int = 0


@dataclass(slots=True)
class _Run:
    """Glyphs that follow one another on one baseline."""

    glyphs: list[Glyph]
    blanks: list[int] = field(default_factory=lambda: [0])
    """How many spaces stand before each glyph."""

    @property
    def end(self) -> float:
        return self.glyphs[-1].end

    def takes(self, glyph: Glyph) -> bool:
        """Return whether a glyph goes on where the run ends."""
        last, first = self.glyphs[-1], self.glyphs[0]
        gap = glyph.start - last.end
        lift = abs(glyph.base - first.base)
        near = SAME_BASE if glyph.size > 0.8 * first.size else _RAISED
        return lift < near * first.size and -0.35 * first.size < gap < GUTTER * max(glyph.size, last.size)


def fragments(glyphs: Iterable[Glyph]) -> list[PageLine]:
    """Return the runs of words on each baseline, in the order of the file; a gap that may part two columns ends one."""
    return [_line(run) for run in _runs(glyphs)]


def _runs(glyphs: Iterable[Glyph]) -> Iterator[_Run]:
    run: _Run | None = None
    blanks = 0
    seen: dict[tuple[str, int, int], float] = {}
    for glyph in glyphs:
        if not glyph.words.strip():
            blanks += 1
        elif _is_shadow(glyph, seen):
            continue
        elif run and run.takes(glyph):
            run.glyphs.append(glyph)
            run.blanks.append(blanks)
            blanks = 0
        else:
            if run:
                yield run
            run, blanks = _Run([glyph]), 0
    if run:
        yield run


def _is_shadow(glyph: Glyph, seen: dict[tuple[str, int, int], float]) -> bool:
    """Return whether a glyph is printed again over itself, to look bold; `seen` holds where those before it begin."""
    start, base = round(glyph.start), round(glyph.base)
    near = (seen.get((glyph.words, start + by, base + up)) for by in (-1, 0, 1) for up in (-1, 0, 1))
    found = any(other is not None and abs(other - glyph.start) < _SHADOW * glyph.size for other in near)
    seen[glyph.words, start, base] = glyph.start
    return found


def _line(run: _Run) -> PageLine:
    """Return the words of a run."""
    first = run.glyphs[0]
    gaps = [0.0, *((after.start - before.end) / first.size if first.size else 0.0 for before, after in itertools.pairwise(run.glyphs))]
    usual = statistics.median(gaps[1:]) if len(gaps) > _FEWEST_SPACED else 0.0
    parts: list[str] = []
    for glyph, gap, blanks in zip(run.glyphs, gaps, run.blanks, strict=True):
        widest = _LIGATURE_GAP if parts and len(parts[-1]) > 1 else _WORD_GAP
        is_parted = gap > 1.6 * usual if usual > _SPACED else blanks or gap > widest
        parts += [" ", glyph.words] if is_parted and parts else [glyph.words]
    size = statistics.mode(round(glyph.size, 1) for glyph in run.glyphs)
    return PageLine(
        words=closed("".join(parts).translate(_LIGATURES)), start=round(first.start, 1), end=round(run.end, 1), base=round(first.base, 1), size=size
    )
