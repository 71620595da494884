"""Printed forms of a pack: the right pages in the right places, and a copy that only its password opens."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from briefing.finishing import impose, protect
from briefing.finishing.verify import verify
from briefing.model.problem import BriefingError

if TYPE_CHECKING:
    from collections.abc import Sequence

PLACED = re.compile(rb"q ([\d.]+) 0 0 [\d.]+ ([\d.]+) ([\d.]+) cm /P(\d)")


def sheets(pdf: bytes) -> Sequence[Any]:
    return list(PdfReader(io.BytesIO(pdf)).pages)


def placed(sheet: Any) -> list[tuple[float, float, bytes]]:
    """Return where each page stands on a sheet, and what it draws."""
    forms = sheet["/Resources"]["/XObject"]
    found = PLACED.findall(sheet.get_contents().get_data())
    return [(float(x), float(y), forms[f"/P{number.decode()}"].get_object().get_data()) for _, x, y, number in found]


def drawn(pdf: bytes) -> list[bytes]:
    return [page.get_contents().get_data() for page in PdfReader(io.BytesIO(pdf)).pages]  # type: ignore[union-attr]


def test_a_booklet_of_eight_pages_is_in_the_order_of_folding() -> None:
    assert impose.booklet_sides(8) == ((8, 1), (2, 7), (6, 3), (4, 5))


def test_a_booklet_ends_with_blanks_where_pages_are_missing() -> None:
    assert impose.booklet_sides(5) == ((0, 1), (2, 0), (0, 3), (4, 5))
    assert impose.booklet_sides(1) == ((0, 1), (0, 0))


@given(st.integers(min_value=1, max_value=300))
def test_a_folded_booklet_reads_from_the_first_page_to_the_last(count: int) -> None:
    sides = impose.booklet_sides(count)
    fronts, backs = sides[::2], sides[1::2]

    leaves = [page for (_, right), (left, _) in zip(fronts, backs, strict=True) for page in (right, left)]
    leaves += [page for (left, _), (_, right) in reversed(list(zip(fronts, backs, strict=True))) for page in (right, left)]
    assert leaves == [*range(1, count + 1), *[0] * (len(leaves) - count)]
    assert len(leaves) % 4 == 0


def test_the_sheets_of_a_booklet_hold_those_pages(pack: bytes) -> None:
    pages, found = drawn(pack), sheets(impose.booklet(pack, "paket.pdf"))
    width, height = (float(side) for side in found[0].mediabox[2:])

    assert (round(width), round(height)) == (842, 595)
    for sheet, (left, right) in zip(found, impose.booklet_sides(len(pages)), strict=True):
        assert [data for _, _, data in placed(sheet)] == [pages[number - 1] for number in (left, right) if number]
        assert [x >= width / 2 for x, _, _ in placed(sheet)] == [bool(side) for side, number in enumerate((left, right)) if number]


@pytest.mark.parametrize(("count", "size"), [(2, (842, 595)), (4, (595, 842))])
def test_handouts_hold_the_pages_in_reading_order(pack: bytes, count: int, size: tuple[int, int]) -> None:
    found = sheets(impose.handout(pack, "paket.pdf", count))
    places = [place for sheet in found for place in placed(sheet)]

    assert tuple(round(float(side)) for side in found[0].mediabox[2:]) == size
    assert [data for _, _, data in places] == drawn(pack)
    assert places[:count] == sorted(places[:count], key=lambda place: (-place[1], place[0]))


def test_a_printed_form_says_nothing_of_an_archive(pack: bytes) -> None:
    for pdf in (impose.booklet(pack, "a.pdf"), impose.handout(pack, "a.pdf", 4)):
        assert b"pdfaid" not in pdf
        with pytest.raises(BriefingError) as error:
            verify(pdf, "a.pdf")
        assert error.value.code == "pack-foreign"


def test_the_same_pack_gives_the_same_sheets(pack: bytes) -> None:
    assert impose.booklet(pack, "a.pdf") == impose.booklet(pack, "a.pdf")


def test_a_copy_opens_with_its_password_alone(pack: bytes) -> None:
    copy = protect.protected(pack, "paket.pdf", "rahasia-ünik")
    reader = PdfReader(io.BytesIO(copy))

    assert reader.is_encrypted
    assert reader.trailer["/Encrypt"]["/R"] == 6  # type: ignore[index]
    assert not reader.decrypt("salah")
    assert reader.decrypt("rahasia-ünik")
    assert set(reader.attachments) == {"artikel-1.txt", "artikel-5.txt", "pack.json"}
    assert b"pdfaid:part" not in reader.root_object["/Metadata"].get_data().split(b"pdfaExtension")[0]  # type: ignore[attr-defined]
    assert "/StructTreeRoot" in reader.root_object


def test_a_locked_copy_is_not_verified_but_told(pack: bytes) -> None:
    with pytest.raises(BriefingError) as error:
        verify(protect.protected(pack, "paket.pdf", "rahasia1"), "sandi.pdf")
    assert (error.value.code, error.value.arguments["file"]) == ("pack-encrypted", "sandi.pdf")
