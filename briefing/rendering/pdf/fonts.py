"""The fonts of the house, as PDF/UA wants them embedded: which there are, what they can show, how wide a text is, and how it is shown, kerned."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from briefing.rendering.pdf.kerning import kern, pair_subtables

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlab.pdfbase.pdfdoc import PDFDocument

PACKAGES = {"Sans": ("font_source_sans_pro", "SourceSansPro"), "Serif": ("font_source_serif_pro", "SourceSerifPro")}
CUTS = {"": "Regular", "-Italic": "It", "-Semibold": "Semibold", "-Semibold-Italic": "SemiboldIt", "-Bold": "Bold", "-Bold-Italic": "BoldIt"}
NO_BREAK_SPACE = "\u00a0"


class EmbeddedFont(TTFont):
    """A TrueType font whose ToUnicode map has no U+0000, which PDF/UA-1 (7.21.7) forbids."""

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802 - the name is ReportLab's
        """Write the font's objects, then drop the entries of the empty positions from their maps."""
        known = set(doc.idToObject)
        super().addObjects(doc)
        for name in doc.idToObject.keys() - known:
            if name.startswith("toUnicodeCMap:"):
                stream = doc.idToObject[name]
                stream.content = _without_empty(stream.content)


def _without_empty(cmap: str) -> str:
    """Return the map with its entries in blocks of at most 100, as the format wants them, and none for U+0000."""
    before, after = re.split(r"\d+ beginbfchar\n", cmap)
    body, after = after.split("endbfchar\n", 1)
    entries = [line for line in body.splitlines() if not line.endswith("<0000>")]
    blocks = [entries[start : start + 100] for start in range(0, len(entries), 100)]
    written = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
    return before + written + after


@cache
def font(name: str) -> TTFont:
    """Return the font of a face ("Sans-Semibold"), read from its package and made known to ReportLab on first use."""
    family, cut = re.fullmatch(r"(Sans|Serif)(.*)", name).groups()  # type: ignore[union-attr]  # names come from Face.font
    package, stem = PACKAGES[family]
    with as_file(files(package) / "files" / f"{stem}-{CUTS[cut]}.ttf") as path:
        loaded = EmbeddedFont(name, str(path), shapable=False)
    pdfmetrics.registerFont(loaded)
    return loaded


@cache
def is_shown(character: str) -> bool:
    """Whether a font of the house has the character."""
    return any(ord(character) in font(family).face.charToGlyph for family in PACKAGES)


@cache
def font_for(character: str, name: str) -> str:
    """Return `name` if its font has the character, else one that has it: of the other family, or upright, since the italics have fewer."""
    other = name.replace("Sans", "Serif") if name.startswith("Sans") else name.replace("Serif", "Sans")
    candidates = (name, other, name.removesuffix("-Italic"), other.removesuffix("-Italic"))
    return next((candidate for candidate in candidates if ord(character) in font(candidate).face.charToGlyph), name)


@cache
def _has_all(text: str, name: str) -> bool:
    return bool(font(name).face.charToGlyph.keys() >= set(map(ord, text)))


def stretches(text: str, name: str) -> list[tuple[str, str]]:
    """Return `text`, all of which the fonts have, as (font, part) pairs that can be shown."""
    if _has_all(text, name):
        return [(name, text)]
    found: list[tuple[str, str]] = []
    for character in text:
        chosen = font_for(character, name)
        if found and found[-1][0] == chosen:
            found[-1] = (chosen, found[-1][1] + character)
        else:
            found.append((chosen, character))
    return found


class _Moves(dict[str, int]):
    """How far the second of two characters moves, in 1/1000 of the font size; negative is closer. Read from the font when first asked for."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.face = font(name).face
        self.gpos = self.face.get_table("GPOS")
        self.subtables = pair_subtables(self.gpos)

    def __missing__(self, pair: str) -> int:
        left, right = (self.face.charToGlyph.get(ord(character), 0) for character in pair)
        self[pair] = round(kern(self.gpos, self.subtables, left, right) * 1000 / int(self.face.unitsPerEm))
        return self[pair]


_moves = cache(_Moves)


def _kerned(text: str, name: str) -> list[int]:
    """Return the moves between the characters of `text`, one less than it has."""
    return list(map(_moves(name).__getitem__, map(str.__add__, text, text[1:])))


@cache
def _units(text: str, name: str) -> float:
    widths = font(name).face.charWidths
    return float(sum(map(widths.__getitem__, map(ord, text.replace(NO_BREAK_SPACE, " ")))) + sum(_kerned(text, name)))


def width(text: str, name: str, size: float) -> float:
    """Return the width of `text` in points, kerning included."""
    return _units(text, name) * size / 1000


class Writer(dict[str, str]):
    """Writes texts in one font into one file; holds for each pair of characters the code of the first and the move to the second, as TJ wants them."""

    def __init__(self, name: str, doc: PDFDocument) -> None:
        super().__init__()
        self.name, self.doc, self.font = name, doc, font(name)
        self.codes: dict[str, str] = {}  # of the characters in the first subset, which nearly all texts do with

    def __missing__(self, pair: str) -> str:
        move = _moves(self.name)[pair]
        self[pair] = self.codes[pair[0]] + (f">{-move}<" if move else "")
        return self[pair]

    def shown(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield the parts of `text` that one subset of the font holds: the subset's name in the file, and the array that the TJ operator shows."""
        if not self.codes.keys() >= set(text):
            split = self.font.splitString(text, self.doc)
            if any(subset for subset, _ in split):
                yield from self._parted(text, split)
                return
            self.codes.update((character, f"{code:02x}") for _, codes in split for character, code in zip(text, codes, strict=True))
        if text:
            signs = "".join(map(self.__getitem__, map(str.__add__, text, text[1:])))
            yield self.font.getSubsetInternalName(0, self.doc), f"[<{signs}{self.codes[text[-1]]}>]"

    def _parted(self, text: str, split: Sequence[tuple[int, bytes]]) -> Iterator[tuple[str, str]]:
        at = 0
        for subset, codes in split:
            signs, start = "", 0
            for place, move in enumerate(_kerned(text[at : at + len(codes)], self.name), 1):
                if move:
                    signs += f"{codes[start:place].hex()}>{-move}<"
                    start = place
            at += len(codes)
            yield self.font.getSubsetInternalName(subset, self.doc), f"[<{signs}{codes[start:].hex()}>]"
