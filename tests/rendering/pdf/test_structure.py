"""What a screen reader and an archive find in the file: the logical tree, languages, links, fonts, metadata."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from tests.rendering.pdf.conftest import ATTACHED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PdfReader

CONTENT = {"Document", "Sect", "Div", "H1", "H2", "H3", "P", "Span", "BlockQuote", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD"} | {
    "TOC",
    "TOCI",
    "Reference",
    "Link",
    "Figure",
}


def catalog(reader: PdfReader) -> Any:
    return reader.trailer["/Root"]


def tree(reader: PdfReader) -> Any:
    return catalog(reader)["/StructTreeRoot"]


def sheets(reader: PdfReader) -> list[Any]:
    return list(reader.pages)


def kids(element: Any) -> list[Any]:
    found = element.get("/K", ArrayObject())
    found = found.get_object() if isinstance(found, IndirectObject) else found
    return [kid.get_object() for kid in found] if isinstance(found, ArrayObject) else [found]


def walk(element: Any) -> Iterator[Any]:
    yield element
    for kid in kids(element):
        if isinstance(kid, DictionaryObject) and "/S" in kid:
            yield from walk(kid)


def elements(reader: PdfReader, *tags: str) -> list[Any]:
    return [element for root in kids(tree(reader)) for element in walk(root) if element["/S"][1:] in tags or not tags]


@cache
def marked(reader: PdfReader) -> dict[tuple[int, int], str]:
    """Return the text of each marked sequence by page index and number, from the content streams themselves."""
    found: dict[tuple[int, int], str] = {}
    for index, page in enumerate(sheets(reader)):
        stack: list[int | None] = []
        maps = {name: font.get_object() for name, font in page["/Resources"]["/Font"].items()}
        font: Any = None
        for operands, operator in page.get_contents().operations:
            if operator in {b"BDC", b"BMC"}:
                stack.append(operands[1]["/MCID"] if operator == b"BDC" and "/MCID" in operands[1] else None)
            elif operator == b"EMC":
                stack.pop()
            elif operator == b"Tf":
                font = maps[operands[0]]
            elif operator == b"TJ" and stack and stack[-1] is not None:
                key = (index, int(stack[-1]))
                found[key] = found.get(key, "") + shown(operands[0], font)
    return found


def shown(signs: ArrayObject, font: Any) -> str:
    cmap = font["/ToUnicode"].get_data().decode("latin-1")
    characters = {int(code, 16): bytes.fromhex(value).decode("utf-16-be") for code, value in re.findall(r"<(..)> <([0-9A-F]{4,})>", cmap)}
    return "".join(characters[byte] for part in signs if hasattr(part, "original_bytes") for byte in part.original_bytes)


def words(element: Any, texts: dict[tuple[int, int], str], pages: dict[int, int], page: int | None = None) -> str:
    """Return the words of an element in the order of the tree."""
    own = element.raw_get("/Pg").idnum if "/Pg" in element else None
    page = pages[own] if own is not None else page
    found = ""
    for kid in kids(element):
        if isinstance(kid, int):
            found += texts.get((page or 0, kid), "")
        elif "/MCID" in kid:
            found += texts.get((pages[kid.raw_get("/Pg").idnum], kid["/MCID"]), "")
        elif "/S" in kid:
            found += words(kid, texts, pages, page)
    return found


def page_indexes(reader: PdfReader) -> dict[int, int]:
    return {page.indirect_reference.idnum: index for index, page in enumerate(sheets(reader)) if page.indirect_reference}


def test_only_standard_elements_are_used(reader: PdfReader) -> None:
    assert {element["/S"][1:] for element in elements(reader)} == CONTENT


def test_all_of_a_pairs_indonesian_is_read_before_its_english(reader: PdfReader) -> None:
    pages, texts = page_indexes(reader), marked(reader)
    read = words(kids(tree(reader))[0], texts, pages)
    for first, second in (
        ("L2", "No involvement in partisan"),
        ("Menjaga profesionalisme", "Stay neutral and take"),
        ("Acara", "Regional Secretary of Contoh Regency"),
    ):
        assert read.index(first) < read.index(second)
    assert read.index("Sebagai bagian") < read.index("As part of the sample") < read.index("Teks jahat")


def test_every_quote_is_read_whole_with_its_speaker(reader: PdfReader) -> None:
    pages, texts = page_indexes(reader), marked(reader)
    quotes = [words(element, texts, pages) for element in elements(reader, "BlockQuote")]
    assert len(quotes) == 7
    assert all("Budi Contoh" in quote for quote in quotes)
    assert "{{ 7*7 }} &amp; </para> [<KPU>] tetap tercetak apa adanya”" in quotes[2]


def test_the_parent_tree_leads_back_to_each_owner(reader: PdfReader) -> None:
    numbers = tree(reader)["/ParentTree"]["/Nums"]
    table = {int(key): value.get_object() for key, value in zip(numbers[::2], numbers[1::2], strict=True)}
    texts = marked(reader)
    for index, page in enumerate(sheets(reader)):
        owners = table[page["/StructParents"]]
        assert {number for at, number in texts if at == index} <= set(range(len(owners)))
        for annotation in page.get("/Annots", []):
            assert table[annotation.get_object()["/StructParent"]]["/S"] == "/Link"
    for element in elements(reader):
        own = element.raw_get("/Pg").idnum if "/Pg" in element else None
        for kid in kids(element):
            if isinstance(kid, int):
                page = next(page for page in sheets(reader) if page.indirect_reference and page.indirect_reference.idnum == own)
                assert table[page["/StructParents"]][kid].get_object() is element or table[page["/StructParents"]][kid].get_object() == element


def test_headings_descend_step_by_step_and_begin_with_the_first(reader: PdfReader) -> None:
    levels = [int(element["/S"][2]) for element in elements(reader, "H1", "H2", "H3")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_head_cells_say_what_they_head(reader: PdfReader) -> None:
    scopes = {cell["/A"]["/Scope"] for cell in elements(reader, "TH")}
    assert scopes == {"/Column", "/Row"}
    for row in elements(reader, "TR"):
        assert {kid["/S"] for kid in kids(row)} <= {"/TH", "/TD"}


def test_languages_stand_where_they_change(reader: PdfReader) -> None:
    assert catalog(reader)["/Lang"] == "id-ID"
    pages, texts = page_indexes(reader), marked(reader)
    english = [words(element, texts, pages) for element in elements(reader) if element.get("/Lang") == "en-GB"]
    assert any("As part of the sample administration" in text for text in english)
    indonesian = [words(element, texts, pages) for element in elements(reader, "Span") if element.get("/Lang") == "id-ID"]
    assert "Rabu (1/1)" in indonesian


def test_pictures_that_say_something_say_it_in_words(reader: PdfReader) -> None:
    assert [figure["/Alt"] for figure in elements(reader, "Figure")] == ["Artikel 1 dan 2", "Artikel 1", "Articles 1 and 2", "Article 1"]


def test_links_lead_to_pages_and_addresses_and_are_described(reader: PdfReader) -> None:
    annotations = [annotation.get_object() for page in sheets(reader) for annotation in page.get("/Annots", [])]
    assert all(annotation["/Contents"] for annotation in annotations)
    assert "https://contoh.example/berita" in {annotation["/A"]["/URI"] for annotation in annotations if "/A" in annotation}
    assert sum("/Dest" in annotation for annotation in annotations) >= 6


def test_all_fonts_are_embedded_subsets_of_ours(reader: PdfReader) -> None:
    names = set()
    for page in sheets(reader):
        for font in page["/Resources"]["/Font"].values():
            descriptor = font.get_object()["/FontDescriptor"]
            assert "/FontFile2" in descriptor
            names.add(descriptor["/FontName"].partition("+")[2])
    assert names
    assert all(re.fullmatch(r"SourceS(ans|erif)Pro-\w+", name) for name in names)


def test_no_words_are_smaller_than_the_house_allows(reader: PdfReader) -> None:
    for page in sheets(reader):
        read: list[bool] = []
        for operands, operator in page.get_contents().operations:
            if operator in {b"BDC", b"BMC"}:
                read.append(operator == b"BDC" and "/MCID" in operands[1])
            elif operator == b"EMC":
                read.pop()
            elif operator == b"Tf" and any(read):
                assert round(float(operands[1]), 1) >= 7.6


def test_the_file_names_itself_and_its_conformance(reader: PdfReader) -> None:
    root = catalog(reader)
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"
    metadata = root["/Metadata"].get_data().decode()
    for expected in ("<pdfaid:part>3<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", "Humas Contoh", "Netralitas Perangkat Kabupaten Contoh"):
        assert expected in metadata


def test_attachments_are_associated_with_the_document(reader: PdfReader) -> None:
    assert reader.attachments == {ATTACHED.name: [ATTACHED.data]}
    file = catalog(reader)["/AF"][0].get_object()
    assert (file["/UF"], file["/AFRelationship"], file["/Desc"]) == (ATTACHED.name, "/Source", ATTACHED.description)
