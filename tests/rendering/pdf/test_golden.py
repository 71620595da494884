"""Chosen pages are those that were last looked at: their words to the letter, their look within a tolerance; golden.py writes them anew."""

from __future__ import annotations

import re
import shutil

import pytest
from PIL import Image, ImageChops, ImageFilter

from tests.rendering.pdf.golden import FOLDER, PAGES, golden, page_of, pdf, raster, words

BLUR = 1.2  # dots: versions of Poppler smooth the edges of letters in their own ways
DARKER = 40  # levels of 255 by which a blurred dot may differ
MOST = 0.001  # share of dots that may differ by more

needs_poppler = pytest.mark.skipif(not shutil.which("pdftoppm"), reason="Poppler's pdftoppm is not installed (poppler-utils)")


def apart(one: Image.Image, other: Image.Image) -> float:
    """Return the share of dots in which two pages differ."""
    if one.size != other.size:
        return 1.0
    blurred = (image.convert("L").filter(ImageFilter.GaussianBlur(BLUR)) for image in (one, other))
    counts = ImageChops.difference(*blurred).histogram()
    return sum(counts[DARKER + 1 :]) / sum(counts)


@pytest.mark.parametrize(("form", "section"), PAGES)
def test_the_words_of_a_page_are_those_that_were_looked_at(form: str, section: str) -> None:
    version = re.compile(r"\b\d+\.\d+\.\d+\b")
    kept = golden(form, section, "txt").read_text(encoding="utf-8")
    assert version.sub("", words(form, page_of(form, section))) == version.sub("", kept)


@needs_poppler
@pytest.mark.parametrize(("form", "section"), PAGES)
def test_a_page_looks_as_it_was_looked_at(form: str, section: str) -> None:
    with Image.open(golden(form, section, "png")) as kept:
        assert apart(raster(pdf(form), page_of(form, section)), kept) <= MOST


@needs_poppler
def test_a_line_that_moves_by_a_point_and_a_word_that_is_gone_are_seen() -> None:
    with Image.open(golden("a4", "cover", "png")) as kept:
        page = kept.convert("L")
    moved, gone = page.copy(), page.copy()
    height = page.height // 3
    moved.paste(page.crop((0, height, page.width, page.height - 1)), (0, height + 1))
    gone.paste(255, (60, 20, 260, 40))
    assert apart(moved, page) > MOST
    assert apart(gone, page) > MOST


def test_no_page_is_kept_that_nothing_is_compared_with() -> None:
    assert {file.name for file in FOLDER.iterdir()} == {golden(*page, kind).name for page in PAGES for kind in ("txt", "png")}
