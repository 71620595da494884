"""Whether the letters that are drawn are those that the text layer says: outlines of the embedded fonts beside those of the house."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Final

from briefing.finishing.content import characters
from briefing.rendering.pdf.fonts import CUTS, PACKAGES, font

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pypdf import PdfReader

NAMES: Final = {f"{stem}-{cut}": f"{family}{suffix}" for family, (_, stem) in PACKAGES.items() for suffix, cut in CUTS.items()}
"""The name of a face here, by the name of the font as files have it."""

WORDS, SCALE, MORE, XY, TWO_BY_TWO = 0x1, 0x8, 0x20, 0x40, 0x80  # flags of a part of a composite outline (OpenType, glyf)
DEEPEST: Final = 5
Outline = tuple[object, ...]


@dataclass(frozen=True)
class _Font:
    """A TrueType font by its tables."""

    data: bytes

    @cached_property
    def tables(self) -> Mapping[bytes, tuple[int, int]]:
        count = struct.unpack_from(">H", self.data, 4)[0]
        records = (struct.unpack_from(">4sLLL", self.data, 12 + 16 * number) for number in range(count))
        return {tag: (offset, length) for tag, _, offset, length in records}

    @cached_property
    def places(self) -> tuple[int, ...]:
        """Where the outline of each glyph begins in `glyf`, and where the last ends."""
        is_long = struct.unpack_from(">h", self.data, self.tables[b"head"][0] + 50)[0]
        start, length = self.tables[b"loca"]
        found = struct.unpack_from(f">{length // (4 if is_long else 2)}{'L' if is_long else 'H'}", self.data, start)
        return found if is_long else tuple(2 * place for place in found)

    def outline(self, glyph: int, depth: int = 0) -> Outline:
        """Return the outline of a glyph: its points, or its parts with their own outlines, whatever their numbers are."""
        start = self.tables[b"glyf"][0]
        data = self.data[start + self.places[glyph] : start + self.places[glyph + 1]]
        if not data or depth > DEEPEST:
            return ()
        contours = struct.unpack_from(">h", data)[0]
        if contours >= 0:
            return (_simple(data, contours),)
        parts, place, flags = [], 10, MORE
        while flags & MORE:
            flags, part = struct.unpack_from(">HH", data, place)
            size = (4 if flags & WORDS else 2) + (8 if flags & TWO_BY_TWO else 4 if flags & XY else 2 if flags & SCALE else 0)
            parts.append((data[place + 4 : place + 4 + size], self.outline(part, depth + 1)))
            place += 4 + size
        return tuple(parts)

    @cached_property
    def codes(self) -> Mapping[int, int]:
        """The glyph of each one-byte code, by the map of a symbolic font (1, 0)."""
        start = self.tables[b"cmap"][0]
        count = struct.unpack_from(">H", self.data, start + 2)[0]
        records = (struct.unpack_from(">HHL", self.data, start + 4 + 8 * number) for number in range(count))
        place = start + next(offset for platform, encoding, offset in records if (platform, encoding) == (1, 0))
        kind = struct.unpack_from(">H", self.data, place)[0]
        if kind == 0:
            return dict(enumerate(self.data[place + 6 : place + 262]))
        first, number = struct.unpack_from(">HH", self.data, place + 6)  # format 6: a run of codes
        return dict(enumerate(struct.unpack_from(f">{number}H", self.data, place + 10), first))


def strange(reader: PdfReader) -> Iterator[tuple[int, str, str]]:
    """Yield the page (from 1) on which a font is first used, its name, and the character in whose place it draws another; "" for all of them."""
    seen: set[Any] = set()
    for number, page in enumerate(reader.pages, 1):
        for reference in page["/Resources"].get("/Font", {}).values():  # type: ignore[attr-defined]
            found = reference.get_object()
            if id(found) not in seen:
                seen.add(id(found))
                name = str(found.get("/BaseFont", ""))[1:].partition("+")[2]
                yield from ((number, name, character) for character in _strange_in(found, name))


def _strange_in(found: Mapping[str, Any], name: str) -> list[str]:
    file = found.get("/FontDescriptor", {}).get("/FontFile2")
    if name not in NAMES or file is None or "/Encoding" in found:
        return [""]
    embedded = _Font(file.get_data())
    try:
        return [character for code, character in characters(found).items() if not _is_drawn(character, embedded.codes.get(code), embedded, name)]
    except (struct.error, LookupError, StopIteration):  # no font file, or a damaged one
        return [""]


def _is_drawn(character: str, glyph: int | None, embedded: _Font, name: str) -> bool:
    """Whether the outline of `glyph` is that of the character in the font of the house."""
    own = font(NAMES[name]).face.charToGlyph
    return len(character) == 1 and glyph is not None and embedded.outline(glyph) == _own(name).outline(own.get(ord(character), 0))


def _simple(data: bytes, contours: int) -> bytes:
    """Return the contours of a simple outline without the hints, which a subset may lack, and without what fills it up."""
    hints = struct.unpack_from(">H", data, 10 + 2 * contours)[0]
    return (data[: 10 + 2 * contours] + data[12 + 2 * contours + hints :]).rstrip(b"\0")


@cache
def _own(name: str) -> _Font:
    return _Font(font(NAMES[name]).face._ttf_data)  # noqa: SLF001 - ReportLab has no public name for the file's bytes
