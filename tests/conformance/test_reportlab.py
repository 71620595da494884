"""Each fault of ReportLab that the canvas works around is still there: where a test fails, its workaround can go."""

from __future__ import annotations

import io
import re
import subprocess
import sys

import pytest
from pypdf import PdfReader

from briefing.rendering.pdf.fonts import CUTS, PACKAGES

DRAWN = """
import sys
from importlib.resources import as_file, files
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

with as_file(files(sys.argv[1]) / "files" / sys.argv[2]) as path:
    pdfmetrics.registerFont(TTFont("Plain", str(path), shapable=False))
canvas = Canvas(sys.stdout.buffer, invariant=1)
canvas.setFont("Plain", 12)
canvas.drawString(72, 720, "Netralitas")
canvas.linkURL("https://contoh.go.id", (72, 700, 120, 712))
canvas.showPage()
canvas.save()
"""


@pytest.fixture(scope="module")
def plain() -> PdfReader:
    """Return a file as ReportLab writes it by itself, in a process that has loaded nothing of this program."""
    package, stem = PACKAGES["Sans"]
    made = subprocess.run([sys.executable, "-c", DRAWN, package, f"{stem}-{CUTS['']}.ttf"], capture_output=True, check=True)
    return PdfReader(io.BytesIO(made.stdout))


def test_its_maps_to_unicode_still_lead_to_the_character_zero(plain: PdfReader) -> None:
    fonts = [font.get_object() for font in plain.pages[0]["/Resources"]["/Font"].values()]  # type: ignore[index]
    maps = [font["/ToUnicode"].get_data() for font in fonts if "/ToUnicode" in font]
    assert maps
    assert any(b"<0000>" in written.split(b"beginbfchar", 1)[-1] for written in maps)


def test_it_still_writes_no_structure_and_marks_no_content(plain: PdfReader) -> None:
    content = plain.pages[0].get_contents()
    assert content is not None
    assert "/StructTreeRoot" not in plain.root_object
    assert b"BDC" not in content.get_data()


def test_its_links_still_have_no_description_and_no_place_in_a_structure(plain: PdfReader) -> None:
    link = plain.pages[0]["/Annots"][0].get_object()  # type: ignore[index]
    assert "/Contents" not in link
    assert "/StructParent" not in link


def test_its_streams_still_end_without_a_line_end(plain: PdfReader) -> None:
    plain.stream.seek(0)
    assert re.search(rb"[^\r\n]endstream", plain.stream.read())
