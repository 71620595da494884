"""Word files: what of them is text, in which order, and what is refused."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from briefing.model.problem import BriefingError
from briefing.reading.read import read, texts
from tests.reading.documents import docx, paragraph, run, word_file, word_xml
from tests.reading.pages import ARTICLE, TITLE

if TYPE_CHECKING:
    from briefing.model.article import Article

LINES = (TITLE, "Senin, 14 Oktober 2024 | 10:15 WIB", "", *ARTICLE)


def article(data: bytes) -> Article:
    return read(*texts(data, "rilis.docx"))


def lines(body: str) -> list[str]:
    return texts(word_file(word_xml(body)), "rilis.docx")[0].text.splitlines()


def refused(data: bytes) -> str:
    with pytest.raises(BriefingError) as caught:
        texts(data, "rilis.docx")
    assert caught.value.arguments["file"] == "rilis.docx"
    return caught.value.code


def test_a_word_file_gives_its_article() -> None:
    found = article(docx(LINES))

    assert found.title == TITLE
    assert found.text.startswith("Sekretaris Daerah meminta semua")
    assert [found.text.count(words) for words in ARTICLE[1:]] == [1, 1, 1]
    assert (found.published, found.place, found.problems) == ("2024-10-14T10:15+07:00", "Jambi", ())
    assert all(piece.replacement is not None or piece.source.of(found.source_text) == piece.clean.of(found.text) for piece in found.offsets.pieces)


def test_header_lines_count_as_in_a_text_file() -> None:
    found = article(docx(["Judul: Apel Pagi", "Tanggal: 23 Oktober 2024", "Sumber: Humas Contoh", *ARTICLE]))
    assert (found.title, found.published, found.outlet) == ("Apel Pagi", "2024-10-23", "Humas Contoh")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"<w:p>{run('Pegawai ')}<w:ins>{run('harus ')}</w:ins><w:del><w:r><w:delText>boleh </w:delText></w:r></w:del>{run('netral.')}</w:p>", ["Pegawai harus netral."]),
        (f"<w:p><w:moveFrom>{run('Lama. ')}</w:moveFrom><w:moveTo>{run('Baru.')}</w:moveTo></w:p>", ["Baru."]),
        (f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('Pegawai ')}</w:p>{paragraph('netral.')}", ["Pegawai netral."]),
        (f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Rahasia.</w:t></w:r>{run('Terbuka.')}</w:p>", ["Terbuka."]),
        ('<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Terbuka.</w:t></w:r></w:p>', ["Terbuka."]),
        ("<w:p><w:r><w:t>Satu</w:t><w:tab/><w:t>dua</w:t><w:br/><w:t>tiga</w:t></w:r></w:p>", ["Satu dua", "tiga"]),
        ("<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>Isi.</w:t></w:r></w:p>", ["Isi."]),
        (paragraph("S U R A T  E D A R A N"), ["SURAT EDARAN"]),
        (paragraph("undang-<undang> & lain"), ["undang-<undang> & lain"]),
    ],
    ids=["tracked", "moved", "joined", "hidden", "not-hidden", "breaks", "field", "spaced", "signs"],
)  # fmt: skip
def test_what_of_a_paragraph_is_text(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('Isi kotak.')}</w:txbxContent>"
    twice = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert lines(f"<w:p><w:r>{twice}</w:r>{run('Isi surat.')}</w:p>") == ["Isi kotak.", "Isi surat."]


def test_a_row_of_a_table_is_a_line_and_a_page_in_a_table_is_not() -> None:
    def table(*cells: str) -> str:
        return "<w:tbl><w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr></w:tbl>"

    assert lines(table(paragraph("Nomor"), paragraph(":"), paragraph("12/2024"))) == ["Nomor : 12/2024"]
    assert lines(table(paragraph("Foto"), paragraph("Satu.") + paragraph("Dua."))) == ["Foto", "Satu.", "Dua."]
    assert lines(table(table(paragraph("Hari"), paragraph("Senin")))) == ["Hari Senin"]


def test_the_title_among_the_properties_counts_last() -> None:
    core = '<cp:coreProperties xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Judul Berkas</dc:title></cp:coreProperties>'
    body = "".join(map(paragraph, ARTICLE))
    found = article(word_file(word_xml(body), {"docProps/core.xml": core}))
    assert [(each.how, each.span.of(found.source_text)) for each in found.evidence if each.field == "title"] == [("properties", "Judul Berkas")]
    assert article(word_file(word_xml(paragraph(TITLE) + body), {"docProps/core.xml": core})).title == TITLE


def test_a_word_file_of_500_kilobytes_that_unpacks_to_170_megabytes_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package, package.open("word/document.xml", "w") as part:
        for _ in range(170):
            part.write(b"<w:p/>" * 166_667)
    assert len(out.getvalue()) < 1_000_000
    assert refused(out.getvalue()) == "docx-unpacks"


def test_a_part_packed_far_too_tightly_is_refused() -> None:
    assert refused(word_file(word_xml(" " * 3_000_000))) == "docx-unpacks"


def test_a_package_of_very_many_parts_is_refused() -> None:
    assert refused(word_file("<x/>", {f"a{number}": "" for number in range(10_001)})) == "docx-unpacks"


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        "<!DOCTYPE x>",
    ],
)
def test_a_document_type_declaration_is_refused(before: str) -> None:
    assert refused(word_file(word_xml(paragraph("Isi."), before=before))) == "docx-doctype"
    core = {"docProps/core.xml": f"{before}<x/>"}
    assert refused(word_file(word_xml(paragraph("Isi.")), core)) == "docx-doctype"
    assert refused(word_file(word_xml(paragraph("Isi.")), {"_rels/.rels": f"{before}<x/>"})) == "docx-doctype"


def test_what_is_no_word_file_is_told() -> None:
    whole = docx(LINES)
    assert refused(whole[: len(whole) // 2]) == "docx-broken"
    assert refused(b"Isi.") == "docx-broken"
    assert refused(word_file("<w:document><w:body>")) == "docx-broken"
    assert refused(word_file("Isi.").replace(b"word/document.xml", b"word/dokument.xml")) == "docx-broken"
    assert refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)) == "docx-locked"
    assert refused(b"") == "empty-file"
    assert refused(bytes(20_000_001)) == "too-large"


def test_a_deep_document_costs_no_more_than_its_length() -> None:
    assert lines("<w:sdt>" * 20_000 + paragraph("Isi.") + "</w:sdt>" * 20_000) == ["Isi."]


@pytest.mark.parametrize(("name", "code"), [("a.doc", "word-old"), ("a.RTF", "word-old"), ("a.odt", "word-old"), ("a.msg", "mail-outlook")])
def test_other_forms_are_told_how_to_be_saved(name: str, code: str) -> None:
    with pytest.raises(BriefingError) as caught:
        texts(b"{\\rtf1", name)
    assert (caught.value.code, caught.value.arguments) == (code, {"file": name})
