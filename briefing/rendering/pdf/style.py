"""What the house style is written in: the names of colours and fonts, faces, and the looks of tables. All lengths are in points."""

from __future__ import annotations

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
