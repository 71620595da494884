"""The pack for Word: the same words as the PDF's document, in Word's own headings, tables, lists and quotes, each with its language."""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pypdf
import pytest
from PIL import Image

from briefing.model.document import Document, Element, Picture, Run
from briefing.model.office import Office
from briefing.model.pack import Bilingual, Origin, Translation
from briefing.rendering.fill import make_document
from briefing.rendering.parse import parse
from briefing.rendering.pdf.theme import theme
from briefing.rendering.profiles import folders
from briefing.rendering.vocabulary import PICTURES
from tests.factories import seeds_pack

if TYPE_CHECKING:
    from pathlib import Path

docx = pytest.importorskip("docx", reason="python-docx is not installed")

from docx.oxml.ns import qn  # noqa: E402 - after it is known to be there

from briefing.rendering.docx.render import is_untouched, render  # noqa: E402
from briefing.rendering.docx.runs import DISCS, SIGNS  # noqa: E402

WHEN = datetime(2024, 10, 23, tzinfo=UTC)


def png() -> bytes:
    stream = io.BytesIO()
    Image.new("L", (40, 20), 90).save(stream, "PNG")
    return stream.getvalue()


OFFICE = Office(name="Bawaslu Kabupaten Contoh", logo=png(), logo_name="logo.png")


def of(body: str, **known: Any) -> Document:
    return parse(f'<document title="Judul" title-en="Title"><section class="page" id="awal">{body}</section></document>', "uji", **known)


def opened(data: bytes) -> Any:
    return docx.Document(io.BytesIO(data))


def written(document: Document, **known: Any) -> Any:
    return opened(render(document, when=WHEN, **known)).element.body


def words(block: Any) -> str:
    return re.sub(r"\s+", " ", "".join(text.text or "" for text in block.iter(qn("w:t")))).strip()


@pytest.fixture(scope="module")
def pages() -> Document:
    return make_document(seeds_pack(), folders("bawaslu"), OFFICE)


@pytest.fixture(scope="module")
def data(pages: Document) -> bytes:
    return render(pages, when=WHEN)


def test_every_word_of_the_document_stands_in_it_in_order(pages: Document, data: bytes) -> None:
    found = words(opened(data).element.body).replace(" ", "")
    for section in pages.sections:
        for part in section.walk():
            said = "".join(run.text for run in part.runs)
            assert re.sub(r"\s+", "", said) in found, said


def test_every_run_says_its_language(data: bytes) -> None:
    body = opened(data).element.body
    missing = [words(run) for run in body.iter(qn("w:r")) if run.find(qn("w:t")) is not None and run.find(f"{qn('w:rPr')}/{qn('w:lang')}") is None]
    assert missing == []


def test_the_language_of_each_run_is_that_of_the_document() -> None:
    body = written(of('<p>Satu <i lang="en">two</i> tiga</p><p lang="en">four</p>'))
    said = {words(run): run.find(qn("w:rPr")).find(qn("w:lang")).get(qn("w:val")) for run in body.iter(qn("w:r")) if words(run)}
    assert said == {"Satu": "id-ID", "two": "en-GB", "tiga": "id-ID", "four": "en-GB"}


def test_headings_are_those_that_word_knows(pages: Document, data: bytes) -> None:
    found = opened(data)
    heads = [part for part in found.paragraphs if part.style.name.startswith("Heading")]
    assert {part.style.name for part in heads} >= {"Heading 1", "Heading 2"}
    titles = [part.text for part in heads if part.style.name == "Heading 1"]
    assert "Aturan menurut jenis\nRules by type" in titles
    assert len(titles) == sum(1 for section in pages.sections for part in section.walk() if part.tag == "h1" and part.lang == "id" and not part.kind)


def test_a_table_has_its_head_on_every_page() -> None:
    table = of('<table class="people" cols="* *"><tr><th>Nama</th><th>Jabatan</th></tr><tr><td>Rina</td><td>Camat</td></tr></table>')
    rows = list(written(table).iter(qn("w:tr")))
    assert [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows] == [True, False]


def test_tables_of_two_languages_stand_row_beside_row() -> None:
    half = '<table class="facts" cols="44 *"{}><tr><th>{}</th><td>{}</td></tr><tr><th>x</th><td>y</td></tr></table>'
    left, right = half.format("", "Siapa", "Rina"), half.format(' lang="en"', "Who", "Rina")
    body = written(of(f"<pair>{left}{right}</pair>"))
    rows = list(body.iter(qn("w:tr")))
    assert [words(cell) for cell in rows[0].iter(qn("w:tc"))] == ["Siapa", "Rina", "", "Who", "Rina"]
    assert len(rows) == 2


def test_lists_count_for_themselves() -> None:
    items = "<ol><li>satu</li><li>dua</li></ol>"
    found = opened(render(of(f"{items}<p>antara</p>{items}"), when=WHEN))
    numbers = [part._p.pPr.numPr.numId.val for part in found.paragraphs if part._p.pPr.numPr is not None]
    assert numbers == [1, 1, 2, 2]
    parts = found.part.numbering_part.element
    kinds = {num.get(qn("w:numId")): num.find(qn("w:abstractNumId")).get(qn("w:val")) for num in parts.findall(qn("w:num"))}
    assert len(set(kinds.values())) == 2
    assert [each.tag for each in parts] == sorted((each.tag for each in parts), key=lambda tag: tag.endswith("}num"))


def test_a_quote_stays_with_its_speaker_and_has_its_bar() -> None:
    body = written(of('<blockquote class="direct"><p>“Kata.”</p><p class="who"><b>Rina</b></p></blockquote>'))
    first, last, _gap = list(body.iter(qn("w:p")))
    assert first.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None
    assert all(part.find(f"{qn('w:pPr')}/{qn('w:pBdr')}/{qn('w:left')}") is not None for part in (first, last))


def test_links_lead_to_bookmarks_that_are_there(data: bytes) -> None:
    body = opened(data).element.body
    named = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert len(named) == len(set(named))
    assert {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))} - {None} <= set(named)
    asked = {text.text.split()[1] for text in body.iter(qn("w:instrText"))}
    assert asked
    assert asked <= set(named)
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", name) for name in named)


def test_an_address_on_the_web_is_a_link() -> None:
    found = opened(render(of('<p><a href="https://contoh.go.id/berita">Berita</a></p>'), when=WHEN))
    assert [(link.text, link.address) for part in found.paragraphs for link in part.hyperlinks] == [("Berita", "https://contoh.go.id/berita")]


def test_the_logo_is_a_picture_with_words(data: bytes) -> None:
    shown = list(opened(data).element.body.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"))
    assert shown
    assert all(each.get("descr") for each in shown)
    assert len({each.get("id") for each in shown}) == len(shown) > 1


@pytest.mark.parametrize("paper", ["A4", "F4"])
def test_the_paper(pages: Document, paper: Any) -> None:
    page = opened(render(pages, when=WHEN, theme=theme(paper))).sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == {"A4": (210, 297), "F4": (215, 330)}[paper]


def test_greyscale_has_no_colour(pages: Document) -> None:
    with zipfile.ZipFile(io.BytesIO(render(pages, when=WHEN, theme=theme(greyscale=True)))) as parts:
        for name in ("word/document.xml", "word/styles.xml", "word/numbering.xml"):
            assert set(re.findall(r'(?:color|fill)="([0-9A-F]{6})"|w:color w:val="([0-9A-F]{6})"', parts.read(name).decode())) <= {
                ("000000", ""),
                ("FFFFFF", ""),
                ("", "000000"),
                ("", "FFFFFF"),
            }


def test_large_print_is_large_and_one_column(pages: Document) -> None:
    found = opened(render(pages, when=WHEN, theme=theme(large_print=True)))
    sizes = [style.font.size.pt for style in found.styles if style.name.startswith("pack") and style.font.size]
    assert min(sizes) >= 16
    assert "Bahasa Indonesia" in [part.text for part in found.paragraphs if part.style.name == "pack label"]


def test_a_pack_in_indonesian_alone_has_no_english() -> None:
    pages = make_document(replace(seeds_pack(), languages=("id",)), folders("pemkab"))
    found = opened(render(pages, when=WHEN))
    spoken = {each.get(qn("w:val")) for each in found.element.body.iter(qn("w:lang"))}
    assert spoken == {"id-ID"}
    assert len(found.sections[0].footer.paragraphs) == 1


def test_every_block_of_english_says_where_it_comes_from() -> None:
    pack = seeds_pack()
    article = pack.articles[0]
    kinds = [
        Translation(text="Said by a machine.", origin=Origin.MACHINE, engine="Opus 1.2"),
        Translation(text="Read by a person.", origin=Origin.REVIEWED, reviewer="Siti", date=pack.law_as_of),
        Translation(text="What it means.", origin=Origin.GIST),
    ]
    quotes = tuple(replace(article.quotes[0], text=Bilingual(id="Kata.", en=each)) for each in kinds)
    pack = replace(pack, articles=(replace(article, quotes=quotes), *pack.articles[1:]), sections=("articles",))
    found = opened(render(make_document(pack, folders("")), when=WHEN))
    cells = [words(cell) for cell in found.element.body.iter(qn("w:tc"))]
    for text, tag in (
        ("Said by a machine.", "Machine: Opus 1.2, not reviewed"),
        ("Read by a person.", "Reviewed: Siti"),
        ("What it means.", "Gist, not a translation"),
    ):
        assert any(text in cell and tag in cell for cell in cells)
    foot = " ".join(part.text for part in found.sections[0].footer.paragraphs)
    assert "No tag: this publication’s own catalogue" in foot
    assert "unreviewed machine translation" in foot


def test_a_draft_says_so_on_every_page(data: bytes, pages: Document) -> None:
    assert "DRAF / DRAFT" in opened(data).sections[0].header.paragraphs[0].text
    approved = replace(pages, furniture={name: text for name, text in pages.furniture.items() if not name.startswith("draft")})
    assert "DRAF" not in opened(render(approved, when=WHEN)).sections[0].header.paragraphs[0].text


def test_every_drawing_has_its_sign() -> None:
    names = {name.removeprefix("mark:") for name in PICTURES}
    assert {name for name in names if "made" not in name} == SIGNS.keys() | DISCS
    body = written(of('<p><img src="mark:L" alt=""/><img src="mark:made-12" alt=""/> kata</p>'))
    assert words(body) == "L 12 kata"


def test_the_same_document_gives_the_same_bytes(pages: Document, data: bytes) -> None:
    assert render(pages, when=WHEN) == data
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    known = opened(data).core_properties
    assert (known.title, known.created, known.modified, known.author) == (
        pages.title,
        WHEN,
        WHEN,
        "briefing",
    )


def test_what_was_changed_since_is_told(data: bytes) -> None:
    assert is_untouched(data)
    found = opened(data)
    found.paragraphs[-1].add_run("lagi")
    changed = io.BytesIO()
    found.save(changed)
    assert not is_untouched(changed.getvalue())
    assert not is_untouched(b"PK")
    assert not is_untouched(data[:-40])


def test_properties_stand_in_the_order_of_the_schema(data: bytes) -> None:
    order = ["pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "pBdr", "shd", "tabs", "spacing", "ind", "jc", "outlineLvl"]
    of_runs = ["rFonts", "b", "i", "color", "sz", "bdr", "shd", "lang"]
    body = opened(data).element.body
    for tag, known in (("pPr", order), ("rPr", of_runs)):
        for each in body.iter(qn(f"w:{tag}")):
            names = [part.tag.partition("}")[2] for part in each]
            assert names == sorted(set(names), key=known.index)


def test_word_opens_it_as_one_of_its_own_and_checks_its_spelling(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        settings = parts.read("word/settings.xml").decode()
        assert "docProps/app.xml" not in parts.namelist()
    assert re.findall(r'compatibilityMode".*?w:val="(\d+)"', settings) == ["15"]
    assert "proofState" not in settings


def test_cells_end_in_paragraphs_and_tables_do_not_touch(data: bytes) -> None:
    body = opened(data).element.body
    assert all(cell[-1].tag == qn("w:p") for cell in body.iter(qn("w:tc")))
    assert not [table for table in body.iter(qn("w:tbl")) if table.getnext() is not None and table.getnext().tag == qn("w:tbl")]


def test_an_empty_document() -> None:
    bare = Document(title="Judul", title_en=None, furniture={}, sections=(Element(tag="section", line=1, lang="id", kind="page"),), languages=("id",))
    assert words(written(bare)) == ""


def test_a_picture_is_no_wider_than_the_page() -> None:
    wide = Picture(data=png(), width=2000.0, height=100.0)
    body = written(of('<p><img src="logo" alt="Lambang"/></p>', pictures={"logo": wide}))
    extent = next(body.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"))
    assert int(extent.get("cx")) / 12700 <= theme().measure + 1


def test_a_break_and_a_tab_are_no_characters() -> None:
    paragraph = Element(tag="p", line=1, lang="id", runs=(Run(text="satu\tdua\ntiga"),))
    section = Element(tag="section", line=1, lang="id", kind="page", children=(paragraph,))
    body = written(Document(title="J", title_en=None, furniture={}, sections=(section,), languages=("id",)))
    assert [part.tag.partition("}")[2] for part in next(body.iter(qn("w:r")))] == ["rPr", "t", "tab", "t", "br", "t"]


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_reads_it_with_its_page_numbers(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "paket.docx").write_bytes(data)
    command = ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "paket.docx")], check=True, capture_output=True, timeout=300)
    pages = [page.extract_text() for page in pypdf.PdfReader(tmp_path / "paket.pdf").pages]
    contents = next(page for page in pages if "Isi dan cara membaca" in page)
    number = int(re.findall(r"Aturan menurut jenis\W*(\d+)", contents)[0])
    assert "Aturan menurut jenis" in pages[number - 1]
    assert "DRAF / DRAFT" in pages[1]


def test_no_cell_is_without_width(pages: Document) -> None:
    for look in (theme(), theme("F4", large_print=True)):
        body = written(pages, theme=look)
        assert all(int(width.get(qn("w:w"))) > 0 for width in body.iter(qn("w:tcW"), qn("w:gridCol")))


def test_the_bytes_do_not_hang_on_the_order_of_sets(pages: Document, data: bytes, tmp_path: Path) -> None:
    (tmp_path / "pages").write_bytes(pickle.dumps(pages))
    code = (
        "import hashlib, pickle, sys; from datetime import UTC, datetime; from pathlib import Path; from briefing.rendering.docx.render import render;"
        "print(hashlib.sha256(render(pickle.loads(Path(sys.argv[1]).read_bytes()), when=datetime(2024, 10, 23, tzinfo=UTC))).hexdigest())"
    )
    elsewhere = {**os.environ, "PYTHONHASHSEED": "12345", "TZ": "Asia/Jayapura"}
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "pages")], check=True, capture_output=True, text=True, env=elsewhere)
    assert done.stdout.strip() == hashlib.sha256(data).hexdigest()
