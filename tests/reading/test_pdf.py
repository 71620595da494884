"""PDFs: reading order, words that were broken, margins, scanned pages, and what is refused or bounded."""

from __future__ import annotations

import io
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, NumberObject
from reportlab.pdfgen.canvas import Canvas

from briefing.model.problem import BriefingError
from briefing.reading.pdf import ocr, worker
from briefing.reading.pdf import read as reader
from briefing.reading.pdf.fragments import PageLine
from briefing.reading.pdf.glyphs import TooMuchError
from briefing.reading.pdf.margins import margins
from briefing.reading.read import opened, read, texts
from briefing.reading.sources import gather
from tests.reading.documents import pdf
from tests.reading.pages import ARTICLE, TITLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from PIL import Image

    from briefing.model.article import Article

LINES = "\n\n".join((TITLE, "Senin, 14 Oktober 2024 | 10:15 WIB", *ARTICLE)).split("\n")
LONG = "\n\n".join((TITLE, *(f"{words} Hal ke-{number} itu penting bagi warga." for number in range(14) for words in ARTICLE))).split("\n")


@pytest.fixture(params=["pypdf", "pdfium"])
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Read PDFs inside the test, with one library or the other."""
    if request.param == "pdfium":
        pytest.importorskip("pypdfium2")
    module = worker.engine(request.param)

    def answer(data: bytes, name: str, numbers: Sequence[int]) -> dict[str, Any]:
        return worker.pictures(data, list(numbers)) if numbers else worker.read(data, module)

    monkeypatch.setattr(reader, "_answer", answer)
    return str(request.param)


def article(data: bytes) -> Article:
    return read(*texts(data, "rilis.pdf"))


def refused(data: bytes) -> str:
    with pytest.raises(BriefingError) as caught:
        texts(data, "rilis.pdf")
    assert caught.value.arguments["file"] == "rilis.pdf"
    return caught.value.code


def drawn(draw: Callable[[Canvas], None], *, creator: str = "") -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    if creator:
        canvas.setCreator(creator)
    draw(canvas)
    canvas.save()
    return out.getvalue()


def lines_at(*placed: tuple[float, float, str]) -> bytes:
    """Return a page with lines at their places, in points, in this order."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 10)
        for x, y, words in placed:
            canvas.drawString(x, y, words)

    return drawn(draw)


def paragraphs(data: bytes) -> list[str]:
    return texts(data, "rilis.pdf")[0].text.splitlines()


def test_a_headline_of_two_lines_is_one_paragraph() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Bold", 18)
        canvas.drawCentredString(297, 760, "Camat Contoh Diingatkan Jaga Jarak dari Tim")
        canvas.drawCentredString(297, 738, "Sukses")
        canvas.setFont("Times-Roman", 10)
        for number in range(8):
            canvas.drawString(
                50, 700 - 12 * number, "Camat Contoh diingatkan untuk menjaga jarak dari tim sukses siapa pun, sebab warga melihat semuanya,"
            )

    assert paragraphs(drawn(draw))[0] == "Camat Contoh Diingatkan Jaga Jarak dari Tim Sukses"


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_a_pdf_gives_its_article_in_reading_order(engine: str, columns: int) -> None:
    data = pdf(LONG, columns=columns, head="Humas Contoh - Rilis Pers")
    found = article(data)

    expected = "\n\n".join(line for line in LONG[2:] if line).replace("JAMBI - ", "")
    assert len(PdfReader(io.BytesIO(data)).pages) > 1
    assert found.title == TITLE
    assert found.text == expected
    assert {run.span.of(found.source_text) for run in found.dropped if run.reason == "running-head"} >= {"Humas Contoh - Rilis Pers", "1", "2"}
    assert all(piece.replacement is not None or piece.source.of(found.source_text) == piece.clean.of(found.text) for piece in found.offsets.pieces)


def test_columns_drawn_row_by_row_are_read_column_by_column(engine: str) -> None:
    left = ["Pegawai negeri wajib menjaga", "netralitas dalam pemilihan", "kepala daerah tahun ini, kata", "Siti Aminah saat apel pagi."]
    right = ["Ia mengingatkan pula bahwa", "setiap pelanggaran dikenai", "hukuman disiplin oleh pejabat", "yang berwenang di kantor itu."]
    placed = [(x, 700 - 12 * row, line[row]) for row in range(4) for x, line in ((50, left), (300, right))]
    assert paragraphs(lines_at(*placed)) == [" ".join(left), " ".join(right)]


def test_a_table_is_read_row_by_row(engine: str) -> None:
    rows = [("Nomor", "12/2024"), ("Sifat", "Segera"), ("Hal", "Netralitas"), ("Tanggal", "5 Juni")]
    placed = [(x, 700 - 12 * row, words) for row, cells in enumerate(rows) for x, words in zip((50, 200), cells, strict=True)]
    below = "Isi surat di bawah tabel itu cukup panjang untuk satu baris penuh."
    assert paragraphs(lines_at(*placed, (50, 600, below))) == [*(" ".join(cells) for cells in rows), below]


def test_broken_words_are_whole_and_doubled_ones_keep_their_hyphen(engine: str) -> None:
    broken = [
        "Kepala daerah mengingatkan semua pegawai agar tidak ikut kam-",
        "panye karena hal itu dilarang oleh peraturan perundang-",
        "undangan yang berlaku.",
    ]
    data = lines_at(*((50, 700 - 12 * row, line) for row, line in enumerate(broken)))
    assert paragraphs(data) == [
        "Kepala daerah mengingatkan semua pegawai agar tidak ikut kampanye karena hal itu dilarang oleh peraturan perundang-undangan yang berlaku."
    ]


def test_letters_set_apart_are_closed(engine: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 12)
        canvas.drawString(50, 700, "S U R A T   E D A R A N")
        canvas.drawString(50, 650, "PENGUMUMAN RESMI", charSpace=4)
        canvas.drawString(50, 600, "Isi surat yang biasa saja, a b dan c d.")

    assert paragraphs(drawn(draw)) == ["SURAT EDARAN", "PENGUMUMAN RESMI", "Isi surat yang biasa saja, a b dan c d."]


def test_words_printed_twice_to_look_bold_are_read_once(engine: str) -> None:
    twice = lines_at((50, 700, "Rapat kill all hull"), (50.4, 700, "Rapat kill all hull"), (50, 680, "Isi rapat itu adalah sebagai berikut."))
    assert paragraphs(twice) == ["Rapat kill all hull", "Isi rapat itu adalah sebagai berikut."]


def test_a_watermark_is_passed_over_and_a_turned_page_is_not(engine: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.rotate(90)
        canvas.drawString(100, -300, "Halaman yang dipindai miring tetap terbaca.")
        canvas.rotate(-45)
        canvas.drawString(100, -100, "RAHASIA")

    assert paragraphs(drawn(draw)) == ["Halaman yang dipindai miring tetap terbaca."]


def test_the_foot_that_a_browser_prints_is_dropped(engine: str) -> None:
    body = [(50, 700 - 12 * row, line) for row, line in enumerate(["Pegawai wajib menjaga netralitas", "dalam pemilihan tahun ini."])]
    foot = ((24, 20, "https://contoh.test/berita/apel 1/1"), (24, 820, "25/11/26, 18.20"))
    text = texts(lines_at(*body, *foot), "rilis.pdf")[0]
    assert text.layout
    assert [line.text for line in text.layout.lines] == ["Pegawai wajib menjaga netralitas dalam pemilihan tahun ini."]


def test_lines_that_end_sentences_or_count_articles_are_no_running_heads(engine: str) -> None:
    def draw(canvas: Canvas) -> None:
        for number in (1, 3, 6):
            canvas.drawString(50, 800, f"Pasal {number}")
            canvas.drawString(50, 400, f"Isi pasal {number} tentang netralitas pegawai.")
            canvas.drawString(50, 50, "Cukup jelas.")
            canvas.showPage()

    text = texts(drawn(draw), "uu.pdf")[0]
    assert text.layout
    assert text.layout.dropped == ()


def test_the_title_among_the_properties_counts_last_and_that_of_word_never(engine: str) -> None:
    assert article(pdf(LINES)).title == TITLE
    assert "rilis.doc" not in texts(pdf(LINES), "rilis.pdf")[0].text

    def draw(canvas: Canvas) -> None:
        canvas.setTitle("Rilis Pers Humas")
        canvas.drawString(50, 700, "Isi rilis yang cukup panjang.")

    assert texts(drawn(draw), "rilis.pdf")[0].text.startswith("properties, title: Rilis Pers Humas\n")


def test_a_locked_pdf_is_told_and_one_that_only_may_not_be_printed_is_read(engine: str) -> None:
    assert refused(pdf(LINES, encrypt="rahasia")) == "pdf-locked"
    writer, out = PdfWriter(), io.BytesIO()
    writer.append(io.BytesIO(pdf(LINES)))
    writer.encrypt("", "pemilik", algorithm="RC4-128")
    writer.write(out)
    assert article(out.getvalue()).title == TITLE


def test_a_damaged_pdf_is_told_or_read_as_far_as_it_goes() -> None:
    whole = pdf(LINES)
    assert refused(b"Bukan PDF sama sekali.") == "pdf-broken"
    assert refused(b"%PDF-1.7\n") == "pdf-broken"
    assert refused(whole[:600]) == "pdf-broken"
    assert refused(b"") == "empty-file"
    assert refused(bytes(20_000_001)) == "too-large"


def test_a_pack_of_this_program_is_no_article(tmp_path: Path) -> None:
    pack = drawn(lambda canvas: canvas.drawString(50, 700, "Paket"), creator="briefing")
    assert refused(pack) == "made-here"
    for name in ("paket.pdf", "paket.koreksi.toml", "edaran.pdf", "~$rilis.docx", "lama.doc", "surel.eml"):
        (tmp_path / name).write_bytes(pack)
    assert [source.name for source in gather(tmp_path)] == ["edaran.pdf", "lama.doc", "surel.eml"]


# hostile files


def with_content(content: bytes, *, form: bytes = b"") -> bytes:
    """Return a page with this content; a form, if given, is named /F in it and in itself."""
    writer, out = PdfWriter(), io.BytesIO()
    page = writer.add_blank_page(595, 842)
    stream = DecodedStreamObject()
    stream.set_data(content)
    page[NameObject("/Contents")] = writer._add_object(stream)
    if form:
        drawing = DecodedStreamObject()
        drawing.set_data(form)
        drawing.update({NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Form")})
        drawing[NameObject("/BBox")] = ArrayObject(map(NumberObject, (0, 0, 595, 842)))
        reference = writer._add_object(drawing)
        resources = DictionaryObject({NameObject("/XObject"): DictionaryObject({NameObject("/F"): reference})})
        drawing[NameObject("/Resources")] = resources
        page[NameObject("/Resources")] = resources
    writer.write(out)
    return out.getvalue()


BOUNDED = {"pdf-tangled", "pdf-too-much", "pdf-broken", "pdf-scanned", "pdf-no-text"}


def test_a_million_operators_are_bounded(engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "language", lambda: False)
    with pytest.raises((BriefingError, TooMuchError)) as caught:
        texts(with_content(b"0 0 m " * 1_000_000), "rilis.pdf")
    assert getattr(caught.value, "code", "pdf-tangled") in BOUNDED


def test_a_form_that_draws_itself_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "language", lambda: False)
    monkeypatch.setattr(reader, "SECONDS", 3)
    assert refused(with_content(b"/F Do", form=b"/F Do " * 20)) in BOUNDED


def test_outlines_and_pages_that_lead_in_a_circle_are_bounded(engine: str) -> None:
    whole = pdf(LINES)
    writer, out = PdfWriter(), io.BytesIO()
    writer.append(io.BytesIO(whole))
    item = DictionaryObject()
    reference = writer._add_object(item)
    item[NameObject("/Next")] = item[NameObject("/First")] = reference
    writer._root_object[NameObject("/Outlines")] = reference
    writer.write(out)
    assert article(out.getvalue()).title == TITLE


def test_pages_that_hold_themselves_are_refused() -> None:
    writer, out = PdfWriter(), io.BytesIO()
    writer.add_blank_page(595, 842)
    tree = writer._root_object["/Pages"]
    assert isinstance(tree, DictionaryObject)
    tree[NameObject("/Kids")] = ArrayObject([writer._root_object.raw_get("/Pages")])
    writer.write(out)
    assert refused(out.getvalue()) in BOUNDED


def test_the_process_is_ended_when_it_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "SECONDS", 0.05)
    assert refused(pdf(LINES)) == "pdf-too-much"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limits of this kind")
def test_the_process_may_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    import subprocess

    code = "from briefing.reading.pdf import worker; worker.MEMORY = 300_000_000; worker.limit(); bytearray(400_000_000)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert b"MemoryError" in done.stderr


def test_a_system_without_such_limits_has_the_time_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resource", None)
    worker.limit()


def test_pypdf_reads_where_pdfium_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    import briefing.reading.pdf as package

    monkeypatch.setitem(sys.modules, "briefing.reading.pdf.with_pdfium", None)
    monkeypatch.delattr(package, "with_pdfium", raising=False)
    assert worker.engine().__name__ == "briefing.reading.pdf.with_pypdf"


def test_an_answer_that_is_cut_off_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "WORKER", "json.tool")
    assert refused(pdf(LINES)) == "pdf-too-much"


# scanned pages


def scanned(data: bytes) -> bytes:
    """Return the pages of a PDF as pictures in another."""
    import pypdfium2

    out = io.BytesIO()
    pictures: list[Image.Image] = [page.render(scale=200 / 72, grayscale=True).to_pil() for page in pypdfium2.PdfDocument(data)]
    pictures[0].save(out, "PDF", resolution=200, save_all=True, append_images=pictures[1:])
    return out.getvalue()


def test_a_scanned_page_without_text_recognition_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pypdfium2")
    monkeypatch.setattr(ocr, "language", lambda: False)
    assert refused(scanned(pdf(LINES))) == "pdf-scanned"


def test_a_scanned_page_behind_others_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pypdfium2")
    monkeypatch.setattr(ocr, "language", lambda: False)
    writer, out = PdfWriter(), io.BytesIO()
    for data in (pdf(LINES), scanned(pdf(LINES))):
        writer.append(io.BytesIO(data))
    writer.add_blank_page(595, 842)
    writer.write(out)
    found = article(out.getvalue())
    assert found.title == TITLE
    assert [(problem.code, problem.arguments) for problem in found.problems] == [("pages-unread", {"pages": "2"})]


@pytest.mark.skipif(not ocr.language(), reason="Tesseract with Indonesian is not installed")
def test_a_scanned_page_is_recognized_and_marked(engine: str) -> None:
    pytest.importorskip("pypdfium2")
    found = article(scanned(pdf(LINES, size=12)))
    assert found.title == TITLE
    assert "Pegawai wajib menjaga netralitas" in found.text
    assert [(problem.code, problem.arguments) for problem in found.problems] == [("pages-recognized", {"pages": "1"})]


def test_the_table_of_words_gives_lines() -> None:
    head = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
    rows = [
        "1\t1\t0\t0\t0\t0\t0\t0\t1000\t2000\t-1\t",
        "5\t1\t1\t1\t1\t1\t100\t100\t90\t20\t96\tHalo,",
        '5\t1\t1\t1\t1\t2\t200\t100\t90\t22\t95\t"dunia"',
    ]
    found = ocr._lines("\n".join([head, *rows]), 1000)
    assert [(line.words, line.start, line.end, line.column) for line in found] == [('Halo, "dunia"', 50.0, 145.0, 1)]


def test_attached_pdfs_and_files_in_a_folder_are_opened_alike() -> None:
    assert [text.source.media_type for text in opened(pdf(LINES), "a.PDF") if not isinstance(text, BriefingError)] == ["application/pdf"]


def test_text_is_recognised_where_the_program_knows_indonesian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ocr_forgotten: None) -> None:
    languages = [b"eng\nosd\n"]
    monkeypatch.setattr("shutil.which", lambda _name: None)
    monkeypatch.setattr("subprocess.run", lambda *_arguments, **_options: SimpleNamespace(stdout=b"Languages:\n" + languages[0], stderr=b""))
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    assert not ocr.language()

    forget_ocr()
    (tmp_path / "Tesseract-OCR").mkdir()
    (tmp_path / "Tesseract-OCR" / "tesseract.exe").touch()
    assert not ocr.language()

    forget_ocr()
    languages[0] += b"ind\n"
    assert ocr.language()


def forget_ocr() -> None:
    ocr.program.cache_clear()
    ocr.language.cache_clear()


@pytest.fixture
def ocr_forgotten() -> Iterator[None]:
    forget_ocr()
    yield
    forget_ocr()


def test_a_line_that_opens_a_column_of_text_twice_is_no_running_head() -> None:
    def page(*words: str) -> list[PageLine]:
        return [PageLine(words=line, start=50, end=250, base=800 - 14 * at, size=10) for at, line in enumerate(words)]

    text = page("Kemudian bagi pegawai yang ingin", "mendengarkan visi calon hal itu")
    head = page("Kliping Humas", "Pegawai hadir dalam apel pagi")

    assert margins([text, text], [842, 842]) == (frozenset(), frozenset())
    assert margins([head, head], [842, 842])[0] >= {0}
