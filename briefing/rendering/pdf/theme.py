"""One build of the house style for each paper and form, as one record. All lengths are in points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from briefing.rendering.pdf import tokens
from briefing.rendering.pdf.style import INDIGO, INK, MM, SOGAN, Face, TableStyle

Paper = Literal["A4", "F4"]
LONGEST_LINE = 33.0  # ems; 64 to 70 characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One build of the house style: paper, colours, type and grid.

    `scale` is by how much drawings, indents and the columns that templates give in points grow with the type. `stacked` sets the
    languages one below the other, each at the full measure. `longest` is the longest line in ems. `grey` draws in grey alone.
    `head` is how far the labels and the rule of the head lie below the upper edge, `foot` how far its rule and its two lines lie
    above the lower one. `form` is the upper margin of a page that begins with a letterhead.
    """

    width: float
    height: float
    side: float
    top: float
    bottom: float
    cover: float
    form: float = 12 * MM
    column: float = 82.5 * MM
    gutter: float = 9 * MM
    main: float = 113 * MM
    aside: float = 52 * MM
    colours: Mapping[str, str]
    faces: Mapping[str, Face]
    tables: Mapping[str, TableStyle]
    before: Mapping[str, float]
    cover_before: Mapping[str, float]
    after: Mapping[tuple[str, str], float]
    steps: tuple[Face, ...]
    head: tuple[float, float] = (15.2 * MM, 17.6 * MM)
    foot: tuple[float, float, float] = (18.6 * MM, 14.9 * MM, 11.4 * MM)
    scale: float = 1.0
    stacked: bool = False
    grey: bool = False
    longest: float = LONGEST_LINE
    rule: float = 0.9
    hairline: float = 0.5
    bar: float = 2.2

    @property
    def measure(self) -> float:
        """The width of the frame."""
        return self.width - 2 * self.side

    @property
    def frame(self) -> float:
        """The height of the frame of an inner page."""
        return self.height - self.top - self.bottom

    @property
    def whole(self) -> float:
        """The height in points below which a block or a row is never divided: half the frame, in large print, where most are that tall, a quarter."""
        return self.frame / (4 if self.stacked else 2)

    @property
    def repeated(self) -> float:
        """The height in points, of what holds for a whole section, below which each of its pages says it again: less in large print, which holds little."""
        return self.frame / (8 if self.stacked else 4)

    def single(self) -> Theme:
        """Return the theme for pages in one language, whose lines are longer: text a little larger."""
        if self.stacked:
            return self
        text = replace(self.faces["text"], size=10.2, leading=14)
        return replace(self, faces={**self.faces, "text": text})


A4 = Theme(
    width=210 * MM,
    height=297 * MM,
    side=18 * MM,
    top=23 * MM,
    bottom=22 * MM,
    cover=16 * MM,
    colours={INK: "#000000", INDIGO: "#1B2E55", SOGAN: "#7A3517", "paper": "#FFFFFF"},
    faces=tokens.FACES,
    tables=tokens.TABLES,
    before=tokens.BEFORE,
    cover_before=tokens.COVER_BEFORE,
    after=tokens.AFTER,
    steps=tokens.STEPS,
)
# The folio of Indonesian offices. It keeps the columns of A4, so that one proofreading serves both: only pages end elsewhere,
# and the wider margins clear the holes of a punch.
F4 = replace(A4, width=215 * MM, height=330 * MM, side=20.5 * MM)
PAPERS = {"A4": A4, "F4": F4}

# By how much things grow in large print: notes from 7.6 to 16 pt set the pace of drawings, spaces grow less.
LARGE_SCALE = 16 / 7.6
LARGE_SPACE = 1.3
COVER_SPACE = 0.6  # on the cover, where the type must leave less room


def theme(paper: Paper = "A4", *, greyscale: bool = False, large_print: bool = False) -> Theme:
    """Return the house style for a paper ("A4" or "F4"), in greyscale where a copier will see it, in large print of 18 pt."""
    built = PAPERS[paper]
    if large_print:
        built = _large(built)
    if greyscale:
        colours = {name: built.colours["paper" if name == "paper" else INK] for name in built.colours}
        built = replace(built, colours=colours, grey=True)
    return built


def _large(built: Theme) -> Theme:
    return replace(
        built,
        faces={name: _sized(face, tokens.LARGE[name]) for name, face in built.faces.items()},
        steps=tuple(_sized(face, size) for face, size in zip(built.steps, tokens.LARGE_STEPS, strict=True)),
        tables={name: _spaced(style) for name, style in {**built.tables, **tokens.LARGE_TABLES}.items()},
        before={name: space * LARGE_SPACE for name, space in built.before.items()},
        cover_before={name: space * COVER_SPACE for name, space in built.cover_before.items()},
        column=built.measure,
        gutter=0,
        top=27.5 * MM,
        bottom=29.5 * MM,
        head=(18.2 * MM, 21.5 * MM),
        foot=(26.4 * MM, 19.6 * MM, 12.5 * MM),
        scale=LARGE_SCALE,
        stacked=True,
    )


def _sized(face: Face, size: tuple[float, float]) -> Face:
    return replace(face, size=size[0], leading=size[1])


def _spaced(style: TableStyle) -> TableStyle:
    first = None if style.first is None else style.first * LARGE_SPACE
    return replace(style, top=style.top * LARGE_SPACE, bottom=style.bottom * LARGE_SPACE, first=first, gap=style.gap * LARGE_SPACE)
