"""The glyphs of a PDF as PDFium reads it, several times as fast as pypdf; used where the extra `briefing[pdf]` is installed."""

from __future__ import annotations

import ctypes
import io
from typing import TYPE_CHECKING, Final

import pypdfium2
from pypdfium2 import raw

from briefing.reading.pdf.glyphs import MOST_GLYPHS, Glyph, GlyphPage, TooMuchError, is_upright, times, turned

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE_END_HYPHEN: Final = 2
"""What PDFium gives for a hyphen at the end of a line."""

_ADDED: Final = frozenset([0, 10, 13])
"""What PDFium adds where it takes a line to end."""

_DOTS: Final = 200
"""Dots an inch of the pictures of pages: with 200, the text recognition erred in one word of a hundred."""


def open_pdf(data: bytes) -> pypdfium2.PdfDocument | None:
    """Return the opened file, None where a password is needed.

    Raises:
        PdfiumError: the file is damaged.
    """
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            return None
        raise


def count(document: pypdfium2.PdfDocument) -> int:
    """Return how many pages the file has."""
    return len(document)


def properties(document: pypdfium2.PdfDocument) -> dict[str, str]:
    """Return what the file says of its title and of the program that made it."""
    return {name: str(document.get_metadata_value(name.capitalize())) for name in ("title", "creator")}


def pages(document: pypdfium2.PdfDocument) -> Iterator[GlyphPage]:
    """Yield the pages."""
    for number in range(len(document)):
        yield _page(document[number])


def picture(document: pypdfium2.PdfDocument, number: int) -> bytes:
    """Return a page as a grey PNG."""
    shown = document[number].render(scale=_DOTS / 72, grayscale=True).to_pil()
    out = io.BytesIO()
    shown.save(out, "PNG")
    return out.getvalue()


def _page(page: pypdfium2.PdfPage) -> GlyphPage:
    degrees = page.get_rotation()
    turn, width, height = turned(page.get_cropbox(), degrees)
    text = page.get_textpage()
    glyphs: list[Glyph] = []
    matrix, box = raw.FS_MATRIX(), raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    if text.count_chars() > MOST_GLYPHS:
        raise TooMuchError
    for place in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, place)
        if code in _ADDED:
            continue
        raw.FPDFText_GetMatrix(text, place, matrix)
        raw.FPDFText_GetCharOrigin(text, place, x, y)
        raw.FPDFText_GetLooseCharBox(text, place, box)
        found = (matrix.a, matrix.b, matrix.c, matrix.d, x.value, y.value)
        placed = times(found, turn) if degrees else (*found[:4], found[4] + turn[4], found[5] + turn[5])
        if is_upright(placed):
            wide = box.right - box.left if degrees % 180 == 0 else box.top - box.bottom
            size = raw.FPDFText_GetFontSize(text, place) * abs(placed[3])
            if glyphs and (glyphs[-1].start, glyphs[-1].base) == placed[4:] and chr(code).strip():  # the next letter of a ligature
                glyphs[-1] = glyphs[-1]._replace(words=glyphs[-1].words + chr(code))
                continue
            glyphs.append(Glyph("-" if code == _LINE_END_HYPHEN else chr(code), placed[4], placed[4] + wide, placed[5], size))
    return GlyphPage(width=width, height=height, glyphs=tuple(glyphs), is_blank=raw.FPDFPage_CountObjects(page) == 0)
