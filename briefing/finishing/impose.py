"""Several pages of a pack on one sheet: a booklet to fold, and handouts. None of it is an archive file: the tags stay in the pack."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final, NamedTuple

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, StreamObject

from briefing.finishing.opened import damage_told, open_pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pypdf import PageObject
    from pypdf.generic import IndirectObject

GRIDS: Final[Mapping[int, tuple[int, int]]] = {2: (2, 1), 4: (2, 2)}
"""Columns and rows of a handout with so many pages on a sheet."""

PRODUCER: Final = "briefing print"


class _Cell(NamedTuple):
    """A place on a sheet, in points from its lower left corner."""

    x: float
    y: float
    width: float
    height: float


def booklet_sides(count: int) -> tuple[tuple[int, int], ...]:
    """Return the pages on each side of the sheets of a booklet, left and right, 0 for a blank: front and back of the outermost sheet first.

    Sheets are printed on both sides, turned on the short edge, laid together and folded in the middle.
    """
    last = -(-count // 4) * 4
    sides = []
    for sheet in range(last // 4):
        sides += [(last - 2 * sheet, 1 + 2 * sheet), (2 + 2 * sheet, last - 1 - 2 * sheet)]
    return tuple((left if left <= count else 0, right if right <= count else 0) for left, right in sides)


def booklet(data: bytes, name: str) -> bytes:
    """Return the pack with two pages on each side of a sheet of its own paper, in the order in which it is folded: A4 becomes A5.

    Raises:
        BriefingError: as `open_pages` raises.
    """
    pages = open_pages(data, name)
    with damage_told(name):
        return _sheets(pages, booklet_sides(len(pages)), GRIDS[2], {"/Duplex": NameObject("/DuplexFlipShortEdge")})


def handout(data: bytes, name: str, count: int) -> bytes:
    """Return the pack with `count` pages, two or four, on each side of a sheet of its own paper, in reading order.

    Raises:
        BriefingError: as `open_pages` raises.
    """
    pages = open_pages(data, name)
    numbers = range(1, len(pages) + 1)
    sides = [tuple(numbers[start : start + count]) for start in range(0, len(pages), count)]
    edge = NameObject("/DuplexFlipShortEdge" if count == 2 else "/DuplexFlipLongEdge")
    with damage_told(name):
        return _sheets(pages, sides, GRIDS[count], {"/Duplex": edge})


def _sheets(pages: Sequence[PageObject], sides: Iterable[Sequence[int]], grid: tuple[int, int], preferences: Mapping[str, NameObject]) -> bytes:
    """Return sheets with the pages of these numbers, each as large as its place on the grid lets it be."""
    columns, rows = grid
    width, height = (float(side) for side in pages[0].mediabox[2:])
    sheet = (height, width) if columns > rows else (width, height)
    cells = [
        _Cell(sheet[0] / columns * column, sheet[1] / rows * (rows - 1 - row), sheet[0] / columns, sheet[1] / rows)
        for row in range(rows)
        for column in range(columns)
    ]
    writer = PdfWriter()
    forms = [_form(page, writer) for page in pages]
    for side in sides:
        placed = [(forms[number - 1], pages[number - 1], cell) for number, cell in zip(side, cells, strict=False) if number]
        _draw(writer, sheet, placed)
    writer.add_metadata({"/Producer": PRODUCER})
    view = {"/PrintScaling": NameObject("/None"), **preferences}
    writer.root_object[NameObject("/ViewerPreferences")] = DictionaryObject({NameObject(key): value for key, value in view.items()})
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _form(page: PageObject, writer: PdfWriter) -> IndirectObject:
    """Return a page as a drawing that can be placed; fonts that pages share stay one object."""
    form = StreamObject()
    contents = page.get_contents()
    form.set_data(contents.get_data() if contents is not None else b"")
    form[NameObject("/Type")], form[NameObject("/Subtype")] = NameObject("/XObject"), NameObject("/Form")
    form[NameObject("/BBox")] = ArrayObject(FloatObject(edge) for edge in page.mediabox)
    form[NameObject("/Resources")] = page["/Resources"].clone(writer)
    return writer._add_object(form.flate_encode())  # noqa: SLF001 - as pypdf's own documentation adds objects


def _draw(writer: PdfWriter, sheet: tuple[float, float], placed: Sequence[tuple[IndirectObject, PageObject, _Cell]]) -> None:
    """Add a sheet with pages in their cells, each in the middle of its own."""
    page = writer.add_blank_page(*sheet)
    code, forms = [], DictionaryObject()
    for number, (form, original, cell) in enumerate(placed):
        width, height = (float(side) for side in original.mediabox[2:])
        scale = min(cell.width / width, cell.height / height)
        x, y = cell.x + (cell.width - scale * width) / 2, cell.y + (cell.height - scale * height) / 2
        code.append(f"q {scale:.6f} 0 0 {scale:.6f} {x:.3f} {y:.3f} cm /P{number} Do Q")
        forms[NameObject(f"/P{number}")] = form
    content = StreamObject()
    content.set_data("\n".join(code).encode("ascii"))
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): forms})
    page[NameObject("/Contents")] = writer._add_object(content)  # noqa: SLF001 - likewise
