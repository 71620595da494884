"""The glyphs of a PDF as pypdf reads it; the operators of text are those of ISO 32000-2, 9.3 and 9.4."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ContentStream, DictionaryObject
from pypdf.generic._font import Font  # what pypdf itself reads text with; pyproject.toml holds its major version

from briefing.reading.pdf.glyphs import MOST_GLYPHS, UNMOVED, Glyph, GlyphPage, Matrix, TooMuchError, is_upright, times, turned

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pypdf import PageObject

DEEPEST: Final = 8
"""No form is drawn deeper in others."""

MOST_OPERATORS: Final = 400_000
"""No page with more operators is read; a dense newspaper page has some 20,000."""

LONGEST_CONTENT: Final = 4_000_000
"""Nor one whose operators take more bytes; a page full of drawings has some 1,300,000."""

FEWEST_DOTS: Final = 500
"""No scan of a page is narrower."""

FAULTS: Final = (PyPdfError, ValueError, TypeError, LookupError, AttributeError, OverflowError, AssertionError, NotImplementedError, RecursionError)
"""What pypdf raises at files that are damaged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _State:
    """The part of the graphics state that text depends on."""

    matrix: Matrix = UNMOVED
    font: Font | None = None
    size: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


def open_pdf(data: bytes) -> PdfReader | None:
    """Return the opened file, None where a password is needed.

    Raises:
        Exception: one of FAULTS; the file is damaged.
    """
    reader = PdfReader(io.BytesIO(data))
    return None if reader.is_encrypted and not reader.decrypt("") else reader


def count(reader: PdfReader) -> int:
    """Return how many pages the file has."""
    return len(reader.pages)


def properties(reader: PdfReader) -> dict[str, str]:
    """Return what the file says of its title and of the program that made it."""
    try:
        said = reader.metadata
        return {"title": str(said.title or ""), "creator": str(said.creator or "")} if said else {"title": "", "creator": ""}
    except FAULTS:
        return {"title": "", "creator": ""}


def picture(reader: PdfReader, number: int) -> bytes | None:
    """Return the largest picture on a page, which is the page where that was scanned, as a PNG; None where there is none that can be shown."""
    try:
        shown = max((image.image for image in reader.pages[number].images if image.image), key=lambda image: image.width * image.height, default=None)
    except FAULTS:
        return None
    if shown is None or shown.width < FEWEST_DOTS:
        return None
    out = io.BytesIO()
    shown.convert("L").save(out, "PNG")
    return out.getvalue()


def pages(reader: PdfReader) -> Iterator[GlyphPage]:
    """Yield the pages; what is damaged in one is left out."""
    for page in reader.pages:
        yield page_of(page)


def page_of(page: PageObject) -> GlyphPage:
    """Return the glyphs of a page, without those behind what is damaged in it."""
    matrix, width, height = turned([float(edge) for edge in page.cropbox], int(page.get("/Rotate", 0) or 0))
    drawing = _Drawing()
    content = None
    try:
        content = page.get_contents()
        if content is not None:
            drawing.draw(content, page.get("/Resources"), _State(matrix=matrix), 0)
    except FAULTS:
        pass
    return GlyphPage(width=width, height=height, glyphs=tuple(drawing.glyphs), is_blank=content is None or not content.operations)


class _Drawing:
    """Draws a page as far as its text goes, and keeps the glyphs."""

    def __init__(self) -> None:
        self.glyphs: list[Glyph] = []
        self.fonts: dict[int, Font] = {}
        self.operators = 0
        self.text = self.line = UNMOVED

    def draw(self, content: ContentStream, resources: Any, state: _State, depth: int) -> None:
        """Draw a stream of operators, and the forms in it."""
        resources = resources.get_object() if resources is not None else DictionaryObject()
        stack: list[_State] = []
        if len(content.get_data()) > LONGEST_CONTENT:
            raise TooMuchError
        for operands, operator in content.operations:
            self.operators += 1
            if self.operators > MOST_OPERATORS or len(self.glyphs) > MOST_GLYPHS:
                raise TooMuchError
            if operator == b"q":
                stack.append(state)
            elif operator == b"Q":
                state = stack.pop() if stack else state
            elif operator == b"cm":
                state = replace(state, matrix=times(_numbers(operands, 6), state.matrix))
            elif operator == b"Tf":
                state = replace(state, font=self._font(resources, operands[0]), size=float(operands[1]))
            elif operator == b"Do" and depth < DEEPEST:
                self._form(resources, operands[0], state, depth)
            elif operator in _SETTINGS:
                name, share = _SETTINGS[operator]
                setting: dict[str, Any] = {name: float(operands[0]) * share}
                state = replace(state, **setting)
            else:
                state = self._text(operator, operands, state)

    def _text(self, operator: bytes, operands: Sequence[Any], state: _State) -> _State:
        """Move to where text begins, or show some."""
        if operator == b"BT":
            self.text = self.line = UNMOVED
        elif operator in {b"Td", b"TD"}:
            across, up = _numbers(operands, 2)
            state = replace(state, leading=-up) if operator == b"TD" else state
            self._move(across, up)
        elif operator == b"Tm":
            self.text = self.line = _matrix(operands)
        elif operator == b"T*":
            self._move(0, -state.leading)
        elif operator == b"Tj":
            self._show(operands[0], state)
        elif operator == b"TJ":
            self._show_all(operands[0], state)
        elif operator in {b"'", b'"'}:
            if operator == b'"':
                state = replace(state, word_spacing=float(operands[0]), spacing=float(operands[1]))
            self._move(0, -state.leading)
            self._show(operands[-1], state)
        return state

    def _show_all(self, parts: Sequence[object], state: _State) -> None:
        """Show strings, and move back by the numbers between them."""
        for part in parts:
            if isinstance(part, int | float):
                self._advance(-float(part) / 1000 * state.size * state.scale)
            else:
                self._show(part, state)

    def _show(self, operand: object, state: _State) -> None:
        """Add the glyphs of a string, and move behind each."""
        font = state.font
        data = operand if isinstance(operand, bytes) else getattr(operand, "original_bytes", None)
        if font is None or not isinstance(data, bytes):
            return
        for raw, words in _characters(font, data):
            width = font.space_width if raw == font.space_char else font.get_text_width(raw)
            advance = (float(width) / 1000 * state.size + state.spacing + (state.word_spacing if raw == " " else 0)) * state.scale
            place = times((state.size * state.scale, 0.0, 0.0, state.size, 0.0, state.rise), times(self.text, state.matrix))
            if is_upright(place):
                wide = (float(width) / 1000) * place[0]
                self.glyphs.append(Glyph(words, place[4], place[4] + wide, place[5], abs(place[3])))
            self._advance(advance)

    def _advance(self, by: float) -> None:
        self.text = times((1.0, 0.0, 0.0, 1.0, by, 0.0), self.text)

    def _move(self, across: float, up: float) -> None:
        self.text = self.line = times((1.0, 0.0, 0.0, 1.0, across, up), self.line)

    def _font(self, resources: Any, name: Any) -> Font | None:
        fonts = resources.get("/Font")
        found = fonts.get_object().get(name) if fonts is not None else None
        if found is None:
            return None
        described = found.get_object()
        if id(described) not in self.fonts:
            self.fonts[id(described)] = Font.from_font_resource(described)
        return self.fonts[id(described)]

    def _form(self, resources: Any, name: Any, state: _State, depth: int) -> None:
        """Draw a form; a picture has no text."""
        forms = resources.get("/XObject")
        form = forms.get_object().get(name).get_object() if forms is not None and name in forms.get_object() else None
        if form is None or form.get("/Subtype") != "/Form":
            return
        kept = self.text, self.line
        inner = replace(state, matrix=times(_numbers(form.get("/Matrix", UNMOVED), 6), state.matrix))
        self.draw(ContentStream(form, None), form.get("/Resources", resources), inner, depth + 1)
        self.text, self.line = kept


_SETTINGS: Final = {
    b"Tc": ("spacing", 1.0),
    b"Tw": ("word_spacing", 1.0),
    b"Tz": ("scale", 0.01),
    b"TL": ("leading", 1.0),
    b"Ts": ("rise", 1.0),
}
"""The operators that set one number of the state, and the share of it that counts (a scale is in hundredths)."""


def _characters(font: Font, data: bytes) -> Iterator[tuple[str, str]]:
    """Yield for each glyph of a string the character that its font counts it by, and the characters that it stands for."""
    if isinstance(font.encoding, str):
        raw = data.decode(font.encoding, "surrogatepass" if font.encoding.startswith("utf") and len(data) % 2 == 0 else "replace")
        for character in raw:
            yield character, str(font.character_map.get(character, character))
    else:
        for byte in data:
            named = font.encoding.get(byte, chr(byte))
            yield chr(byte), "".join(str(font.character_map.get(character, character)) for character in named)


def _numbers(operands: Sequence[Any], count: int) -> list[float]:
    return [float(operand) for operand in operands[:count]]


def _matrix(operands: Sequence[Any]) -> Matrix:
    a, b, c, d, e, f = _numbers(operands, 6)
    return a, b, c, d, e, f
