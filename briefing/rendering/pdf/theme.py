"""The tokens of the house style: colours, type, spaces and grid, as one record. All lengths are in points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

MM = 72 / 25.4

INK, INDIGO, SOGAN = "ink", "indigo", "sogan"
SANS, SERIF = "Sans", "Serif"
REGULAR, SEMIBOLD, BOLD = "", "-Semibold", "-Bold"


def font_name(family: str, weight: str, *, italic: bool) -> str:
    """Return the registered name of a font: "Sans-Semibold", "Serif-Italic"."""
    return family + weight + ("-Italic" if italic else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A type token: family and weight, size over leading, colour, and how its lines are broken."""

    size: float
    leading: float
    family: str = SANS
    weight: str = REGULAR
    italic: bool = False
    colour: str = INK
    hyphenate: bool = False
    balance: bool = False
    tracking: float = 0

    @property
    def font(self) -> str:
        """The registered name of the font: "Sans-Semibold", "Serif-Italic"."""
        return font_name(self.family, self.weight, italic=self.italic)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableStyle:
    """How the rows of a class of tables or lists look: padding, faces, and where lines run ("between", "below", "none")."""

    lines: str = "none"
    top: float = 2.6
    bottom: float = 3.0
    face: str = "cell"
    first: float | None = None
    key: str = "key"
    opening: bool = False
    gap: float = 6.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One build of the house style: paper, colours and type; A4 is the one made so far."""

    width: float
    height: float
    side: float
    top: float
    bottom: float
    cover: float
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


_TITLE = Face(size=20, leading=22.5, weight=SEMIBOLD, colour=INDIGO, balance=True)

FACES = {
    "cover": Face(size=27, leading=30, weight=SEMIBOLD, colour=INDIGO, balance=True),
    "title": _TITLE,
    "h2": Face(size=11.2, leading=13.5, weight=SEMIBOLD, colour=INDIGO),
    "h3": Face(size=8.8, leading=11.3, weight=SEMIBOLD),
    "sheet-head": Face(size=14, leading=17, weight=BOLD, colour=INDIGO),
    "point": Face(size=11.2, leading=13.5, weight=SEMIBOLD),
    "figure": Face(size=26, leading=26, weight=SEMIBOLD, colour=INDIGO),
    "kicker": Face(size=8.6, leading=11, weight=SEMIBOLD, colour=SOGAN),
    "label": Face(size=8.6, leading=11, weight=SEMIBOLD, colour=INDIGO),
    "direct": Face(size=12.6, leading=16.4, family=SERIF, italic=True),
    "direct-long": Face(size=10.6, leading=14.2, family=SERIF, italic=True),
    "gist": Face(size=11.2, leading=15, family=SERIF),
    "gist-long": Face(size=10.6, leading=14.2, family=SERIF),
    "indirect": Face(size=10.6, leading=14.2, family=SERIF),
    "text": Face(size=9.6, leading=13, family=SERIF, hyphenate=True),
    "deck": Face(size=11.2, leading=15, family=SERIF),
    "oath": Face(size=11.6, leading=16, family=SERIF, balance=True),
    "sheet": Face(size=10.4, leading=13),
    "cell": Face(size=8.8, leading=11.3),
    "key": Face(size=8.8, leading=11.3, weight=SEMIBOLD),
    "number": Face(size=8.8, leading=11.3, weight=SEMIBOLD, colour=INDIGO),
    "field": Face(size=8.8, leading=11.3, weight=SEMIBOLD),
    "th": Face(size=8, leading=10, weight=SEMIBOLD, colour=INDIGO),
    "who": Face(size=8.6, leading=11),
    "meta": Face(size=8.2, leading=10.8),
    "note": Face(size=7.6, leading=9.8),
    "tag": Face(size=7.6, leading=9.8),
    "head": Face(size=15, leading=18, weight=BOLD),
    "subhead": Face(size=11.2, leading=14, weight=SEMIBOLD),
    "draft": Face(size=21, leading=25, weight=BOLD, colour=SOGAN, tracking=2),
    "draft-line": Face(size=8.2, leading=10.8),
    "mark": Face(size=8, leading=10, weight=BOLD, colour=SOGAN, tracking=0.5),
    "folio": Face(size=10.5, leading=12, weight=BOLD, colour=INDIGO),
}

TABLES = {
    "facts": TableStyle(lines="between", first=0, bottom=3.6),
    "rules": TableStyle(lines="between", first=0),
    "short": TableStyle(lines="between", first=0, top=3.2, bottom=3.2),
    "changes": TableStyle(lines="between", top=3, first=1.6, bottom=3.2),
    "people": TableStyle(lines="below", top=3.4, bottom=3),
    "law": TableStyle(lines="below", top=3.4, bottom=3.4, key="number"),
    "terms": TableStyle(lines="below"),
    "sources": TableStyle(lines="below"),
    "origins": TableStyle(top=1.4, bottom=1.4),
    "": TableStyle(top=1.5, bottom=1.5, gap=3),
    "legend": TableStyle(top=1.5, bottom=1.5, gap=3),
    "figures": TableStyle(top=9.75, bottom=9.75, opening=True),
    "fields": TableStyle(lines="below", top=5.6, bottom=4.8, opening=True),
    "form": TableStyle(gap=0),
    "points": TableStyle(lines="between", top=6.5, first=3.25, bottom=5.2),
    "contents": TableStyle(lines="between", top=3.2, bottom=3.8, opening=True),
    "notes": TableStyle(face="note", top=0, bottom=3),
    "sheet": TableStyle(face="sheet", top=3, bottom=3),
    "list": TableStyle(top=0, bottom=3),
}

BEFORE = {
    "kicker": 0,
    "title": 2,
    "cover": 8,
    "deck": 19.5,
    "h2": 13,
    "h3": 9.75,
    "quote": 13,
    "text": 6.5,
    "table": 3.25,
    "list": 3.25,
    "note": 3.25,
    "tag": 3.25,
    "who": 3,
    "meta": 6.5,
    "field": 9.75,
    "form": 6.5,
    "section": 6.5,
    "label": 6.5,
    "fields": 6.5,
}

# On the cover, where blocks stand further apart.
COVER_BEFORE = {**BEFORE, "section": 24, "form": 24, "note": 19.5, "fields": 26, "field": 26}

# Where the block before decides: below a title, and between the parts of a line to write on.
AFTER = {
    ("title", "note"): 2.0,
    ("title", "tag"): 2.0,
    ("title", "h2"): 6.5,
    ("title", "table"): 6.5,
    ("title", "list"): 6.5,
    ("field", "form"): 0.0,
    ("form", "note"): 2.0,
}

A4 = Theme(
    width=210 * MM,
    height=297 * MM,
    side=18 * MM,
    top=23 * MM,
    bottom=22 * MM,
    cover=16 * MM,
    colours={INK: "#000000", INDIGO: "#1B2E55", SOGAN: "#7A3517", "paper": "#FFFFFF"},
    faces=FACES,
    tables=TABLES,
    before=BEFORE,
    cover_before=COVER_BEFORE,
    after=AFTER,
    steps=(
        _TITLE,
        Face(size=16, leading=19, weight=SEMIBOLD, colour=INDIGO, balance=True),
        Face(size=13.5, leading=16.4, weight=SEMIBOLD, colour=INDIGO, balance=True),
    ),
)
