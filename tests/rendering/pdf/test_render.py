"""The finished file: its words, its bytes, its pages on paper."""

from __future__ import annotations

import re
import subprocess
import sys
from io import BytesIO
from time import process_time
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from pypdf import PdfReader

from briefing.rendering.parse import parse
from briefing.rendering.pdf.render import Rendered, render
from briefing.rendering.pdf.style import MM
from briefing.rendering.pdf.theme import A4
from tests.rendering.pdf.conftest import ATTACHED, WHEN

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model.document import Document

HOSTILE = "<b>tebal</b> <img src=/etc/passwd> {{ 7*7 }} &amp; </para> [<KPU>]"


def words(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def document(content: str, attributes: str = 'title="Judul"') -> Document:
    return parse(f'<document {attributes}><section class="page" id="s">{content}</section></document>', "uji.xhtml")


def text_of(rendered: Rendered) -> str:
    return words(PdfReader(BytesIO(rendered.pdf)))


def test_every_word_of_the_document_is_on_its_pages(sample: Document, reader: PdfReader) -> None:
    printed = re.sub(r"[\s\xad]+", "", words(reader))
    for section in sample.sections:
        for element in section.walk():
            for run in element.runs:
                for word in run.text.split():
                    assert re.sub(r"\s", "", word) in printed


def test_hostile_words_are_printed_as_they_are(reader: PdfReader) -> None:
    assert HOSTILE in words(reader)


def test_no_break_spaces_are_spaces_in_the_text() -> None:
    assert "Nama Contoh 1 ¶ 8" in text_of(render(document("<p>Nama\u00a0Contoh 1\u00a0¶\u00a08</p>"), when=WHEN))


def test_the_same_input_gives_the_same_bytes(sample: Document, rendered: Rendered) -> None:
    assert render(sample, when=WHEN, attachments=[ATTACHED], author="Humas Contoh").pdf == rendered.pdf


def test_the_same_bytes_come_from_another_process_and_another_hash_seed(tmp_path: Path) -> None:
    program = (
        "import sys; from datetime import UTC, datetime; from pathlib import Path;"
        "from briefing.rendering.parse import parse; from briefing.rendering.pdf.render import render;"
        'page = parse(\'<document title="a"><section class="page" id="s"><h1>Satu</h1><p>dua <b>tiga</b> <i>empat</i></p></section></document>\', \'x\');'
        "Path(sys.argv[1]).write_bytes(render(page, when=datetime(2031, 1, 1, tzinfo=UTC)).pdf)"
    )
    files = [tmp_path / "a.pdf", tmp_path / "b.pdf"]
    for seed, file in enumerate(files, 1):
        subprocess.run(
            [sys.executable, "-c", program, str(file)], check=True, env={"PYTHONHASHSEED": str(seed), "TZ": f"UTC{seed}", "SYSTEMROOT": ""}
        )
    assert files[0].read_bytes() == files[1].read_bytes()


def test_the_identity_follows_the_content() -> None:
    one, other = (PdfReader(BytesIO(render(document(f"<p>{word}</p>"), when=WHEN).pdf)) for word in ("satu", "dua"))
    assert one.trailer["/ID"] != other.trailer["/ID"]


def test_the_only_date_is_the_one_that_was_given(rendered: Rendered, reader: PdfReader) -> None:
    assert reader.metadata is not None
    assert reader.metadata.creation_date == reader.metadata.modification_date == WHEN
    assert set(re.findall(rb"\(D:(\d+)", rendered.pdf)) == {b"20310101123000"}


def test_characters_without_a_glyph_are_reported_and_replaced() -> None:
    result = render(document("<p>Satu 😀 ₿ ☃ tiga</p>"), when=WHEN)
    assert "😀" in result.missing
    assert "Satu [U+1F600] ₿ [U+2603] tiga" in text_of(result)


def test_a_word_without_end_is_broken_and_stays_whole_in_the_text() -> None:
    endless = "abcdefghij" * 20_000
    start = process_time()
    result = render(document(f"<p>{endless}</p>"), when=WHEN)
    assert process_time() - start < 10
    assert result.pages > 10
    pages = PdfReader(BytesIO(result.pdf)).pages
    assert endless[:400] in "".join(pages[0].extract_text().split())


def test_a_title_longer_than_a_page_goes_on_on_the_next() -> None:
    title = "kata judul " * 1500
    result = render(document(f"<h1>{title}</h1><p>selesai</p>"), when=WHEN)
    assert result.pages > 1
    assert text_of(result).count("judul") >= 1500


def test_page_numbers_of_sections_are_filled_in_and_lead_there(reader: PdfReader, sample: Document) -> None:
    printed = [page.extract_text() for page in reader.pages]
    rules = next(number for number, text in enumerate(printed, 1) if "Aturan menurut jenis" in text and "Larangan" in text)
    assert f"Aturan, teks lengkap di halaman {rules}" in words(reader)


def test_bookmarks_name_the_sections(reader: PdfReader) -> None:
    titles = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert "Ringkasan satu halaman" in titles
    assert "Glosarium" in titles


def test_a_section_that_goes_on_says_so() -> None:
    long = "".join(f"<p>{number} " + "kata " * 60 + "</p>" for number in range(30))
    page = f'<document title="a" title-en="b"><section class="page" id="s" continued="Aturan, lanjutan" continued-en="Rules, continued">{long}</section></document>'
    texts = [sheet.extract_text() for sheet in PdfReader(BytesIO(render(parse(page, "x"), when=WHEN).pdf)).pages]
    assert [("Aturan, lanjutan" in text, "Rules, continued" in text) for text in texts] == [(False, False)] + [(True, True)] * (len(texts) - 1)


def test_a_table_head_is_repeated_on_its_next_page() -> None:
    rows = "".join(f"<tr><td>{number}</td><td>kata</td></tr>" for number in range(120))
    table = f'<table class="terms" cols="60 *"><tr><th>Istilah</th><th>Arti</th></tr>{rows}</table>'
    texts = [sheet.extract_text() for sheet in PdfReader(BytesIO(render(document(table), when=WHEN).pdf)).pages]
    assert len(texts) > 1
    assert all("Istilah" in text for text in texts)


def test_no_page_ends_with_a_head() -> None:
    for filler in range(41, 51):
        content = "".join(f"<p>baris {number}</p>" for number in range(filler)) + "<h2>Kepala bagian</h2><p>isi pertama</p>"
        texts = [sheet.extract_text() for sheet in PdfReader(BytesIO(render(document(content), when=WHEN).pdf)).pages]
        assert [("Kepala bagian" in text) == ("isi pertama" in text) for text in texts] == [True] * len(texts)


@pytest.mark.parametrize("page", [1, 2, 7])
def test_pages_have_ink_and_none_near_the_edge(rendered: Rendered, page: int) -> None:
    scale = 1.5
    image = pypdfium2.PdfDocument(rendered.pdf)[page - 1].render(scale=scale, grayscale=True).to_pil()
    left, top, right, bottom = image.point(lambda level: 255 if level < 200 else 0).getbbox() or (0, 0, 0, 0)
    edge = 10 * MM * scale - 1
    assert right - left > 300
    assert min(left, top, A4.width * scale - right, A4.height * scale - bottom) >= edge
