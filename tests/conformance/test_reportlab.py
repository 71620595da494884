"""Each fault of ReportLab that the canvas works around is still there: where a test fails, its workaround can go."""

from __future__ import annotations

import inspect
import io
import re
import subprocess
import sys
import time

import pyphen
import pytest
from pypdf import PdfReader
from reportlab.pdfbase.pdfdoc import PDFArray, PDFCatalog, PDFDictionary, PDFDocument, PDFName, PDFPage
from reportlab.pdfgen.canvas import Canvas

from briefing.rendering.pdf.fonts import CUTS, PACKAGES

DRAWN = """
import sys
from importlib.resources import as_file, files
from reportlab.lib.colors import Color
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

with as_file(files(sys.argv[1]) / "files" / sys.argv[2]) as path:
    pdfmetrics.registerFont(TTFont("Plain", str(path), shapable=False))
canvas = Canvas(sys.stdout.buffer, invariant=1, pageCompression=1)
canvas.setFont("Plain", 12)
canvas.setFillColor(Color(0, 0, 0))
canvas.drawString(72, 720, "Netralitas AVATAR")
canvas.drawString(72, 700, "".join(map(chr, [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x120)])))
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


def maps_of(plain: PdfReader) -> list[bytes]:
    """Return the maps from codes to Unicode."""
    fonts = [font.get_object() for font in plain.pages[0]["/Resources"]["/Font"].values()]  # type: ignore[index]
    return [font["/ToUnicode"].get_data() for font in fonts if "/ToUnicode" in font]


def content_of(plain: PdfReader) -> bytes:
    content = plain.pages[0].get_contents()
    assert content is not None
    return content.get_data()


def test_its_maps_to_unicode_still_lead_to_the_character_zero(plain: PdfReader) -> None:
    maps = maps_of(plain)
    assert maps
    assert any(b"<0000>" in written.split(b"beginbfchar", 1)[-1] for written in maps)


def test_its_maps_to_unicode_still_have_blocks_of_more_than_the_hundred_entries_that_the_format_allows(plain: PdfReader) -> None:
    counts = [int(count) for written in maps_of(plain) for count in re.findall(rb"(\d+) beginbfchar", written)]
    assert max(counts) > 100


def test_it_still_writes_no_structure_and_marks_no_content(plain: PdfReader) -> None:
    assert "/StructTreeRoot" not in plain.root_object
    assert b"BDC" not in content_of(plain)


def test_it_still_kerns_no_letters_unless_it_shapes_them(plain: PdfReader) -> None:
    assert b" TJ" not in content_of(plain)
    assert b" Tj" in content_of(plain)


def test_it_still_fills_with_three_colours_where_grey_was_asked_for(plain: PdfReader) -> None:
    assert b"0 0 0 rg" in content_of(plain)


def test_it_still_writes_pages_in_ascii_85(plain: PdfReader) -> None:
    filters = plain.pages[0].raw_get("/Contents").get_object()["/Filter"]
    assert "/ASCII85Decode" in filters


def test_its_catalogue_and_its_pages_still_leave_out_what_archives_need() -> None:
    assert not {"OutputIntents", "AF", "PieceInfo"} & set(PDFCatalog.__NoDefault__)
    assert not {"StructParents", "Tabs"} & set(PDFPage.__NoDefault__)


def test_its_dates_still_come_from_the_clock_or_a_fixed_day_alone(plain: PdfReader) -> None:
    assert not [name for name in inspect.signature(Canvas).parameters if "date" in name.lower() or "time" in name.lower()]
    assert plain.metadata
    assert plain.metadata.creation_date
    assert plain.metadata.creation_date.year == 2000


def test_its_links_still_have_no_description_and_no_place_in_a_structure(plain: PdfReader) -> None:
    link = plain.pages[0]["/Annots"][0].get_object()  # type: ignore[index]
    assert "/Contents" not in link
    assert "/StructParent" not in link
    assert "/F" not in link


def test_its_streams_still_end_without_a_line_end(plain: PdfReader) -> None:
    plain.stream.seek(0)
    assert re.search(rb"[^\r\n]endstream", plain.stream.read())


def test_its_identity_still_is_the_same_for_other_words() -> None:
    def identity(words: str) -> str:
        stream = io.BytesIO()
        canvas = Canvas(stream, invariant=1)
        canvas.drawString(72, 720, words)
        canvas.save()
        return str(PdfReader(stream).trailer["/ID"])

    assert identity("Netralitas") == identity("Kampanye")


def test_its_dictionaries_still_take_several_times_as_long_as_their_words() -> None:
    entries = {"S": PDFName("P"), "P": PDFName("R"), "K": PDFArray(list(range(5)))}
    document = PDFDocument()
    started = time.process_time()
    for _ in range(2000):
        PDFDictionary(entries).format(document)
    theirs = time.process_time() - started
    started = time.process_time()
    for _ in range(2000):
        " ".join(f"/{key} {value}" for key, value in entries.items()).encode("latin-1")
    assert theirs > 3 * (time.process_time() - started)


@pytest.mark.parametrize(("word", "place"), [("memiliki", 5), ("paragraf", 5)])
def test_the_indonesian_patterns_still_divide_some_words_wrongly(word: str, place: int) -> None:
    assert place in pyphen.Pyphen(lang="id_ID", left=3, right=3).positions(word)
