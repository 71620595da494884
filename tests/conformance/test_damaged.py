"""Files that were damaged after they were made are caught: by our own check of the parent tree, or by a validator."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NullObject, NumberObject, TextStringObject

from tests.conformance import packs
from tests.conformance.parent_tree import faults
from tests.conformance.validators import page_validation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture(scope="module")
def whole() -> bytes:
    return packs.torture().pdf


def damaged(pdf: bytes, damage: Callable[[PdfWriter], None]) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
    damage(writer)
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def root(file: PdfWriter) -> Any:
    return file.root_object["/StructTreeRoot"]


def content_of(file: PdfWriter) -> Any:
    """Return the content of the first page."""
    return file.pages[0].raw_get("/Contents").get_object()


def annotated(file: PdfWriter) -> Any:
    """Return a page with links."""
    return next(page for page in file.pages if page.get("/Annots"))


def owners(file: PdfWriter) -> ArrayObject:
    """Return the owners of the stretches of the first page."""
    numbers = root(file)["/ParentTree"]["/Nums"]
    place = numbers.index(file.pages[0]["/StructParents"])
    found = numbers[place + 1].get_object()
    assert isinstance(found, ArrayObject)
    return found


def elements(file: PdfWriter, *tags: str) -> Iterator[Any]:
    left = [root(file)["/K"].get_object()] if not isinstance(root(file)["/K"], ArrayObject) else [kid.get_object() for kid in root(file)["/K"]]
    while left:
        element = left.pop(0)
        if isinstance(element, dict) and "/S" in element:
            if not tags or element["/S"][1:] in tags:
                yield element
            kids = element.get("/K", [])
            left += [kid.get_object() for kid in (kids if isinstance(kids, list) else [kids])]


def swap_owners(file: PdfWriter) -> None:
    found = owners(file)
    first, other = next((0, at) for at in range(1, len(found)) if found[at].get_object() is not found[0].get_object())
    found[first], found[other] = found[other], found[first]


def drop_owner(file: PdfWriter) -> None:
    owners(file)[0] = NullObject()


def shorten_owners(file: PdfWriter) -> None:
    owners(file).pop()


def drop_parent_tree(file: PdfWriter) -> None:
    del root(file)["/ParentTree"]


def drop_page_key(file: PdfWriter) -> None:
    del file.pages[0][NameObject("/StructParents")]


def give_page_key_of_another(file: PdfWriter) -> None:
    file.pages[0][NameObject("/StructParents")] = file.pages[1]["/StructParents"]


def name_another_parent(file: PdfWriter) -> None:
    first, second = list(elements(file, "P"))[:2]
    other = next(element for element in elements(file) if element is not first["/P"].get_object() and element is not second)
    first[NameObject("/P")] = other.indirect_reference


def unhook_element(file: PdfWriter) -> None:
    sect = next(element for element in elements(file, "Sect"))
    sect[NameObject("/K")] = ArrayObject(list(sect["/K"])[1:])


def mark_stretch_twice(file: PdfWriter) -> None:
    content = content_of(file)
    content.set_data(content.get_data().replace(b"/MCID 1>>", b"/MCID 0>>", 1))


def drop_content(file: PdfWriter) -> None:
    content = content_of(file)
    data = content.get_data()
    start = data.index(b"<</MCID 0>> BDC")
    content.set_data(data[: data.rindex(b"\n", 0, start)] + data[data.index(b"EMC", start) + 3 :])


def misplace_annotation(file: PdfWriter) -> None:
    annotation = annotated(file)["/Annots"][0].get_object()
    annotation[NameObject("/StructParent")] = NumberObject(999_999)


OWN = [
    swap_owners,
    drop_owner,
    shorten_owners,
    drop_parent_tree,
    drop_page_key,
    give_page_key_of_another,
    name_another_parent,
    unhook_element,
    mark_stretch_twice,
    drop_content,
    misplace_annotation,
]


def drop_language(file: PdfWriter) -> None:
    del file.root_object["/Lang"]


def drop_mark(file: PdfWriter) -> None:
    del file.root_object["/MarkInfo"]


def drop_metadata(file: PdfWriter) -> None:
    del file.root_object["/Metadata"]


def drop_output_intent(file: PdfWriter) -> None:
    del file.root_object["/OutputIntents"]


def hide_title(file: PdfWriter) -> None:
    del file.root_object["/ViewerPreferences"]


def use_unknown_element(file: PdfWriter) -> None:
    next(elements(file, "P"))[NameObject("/S")] = NameObject("/Kalimat")


def skip_heading_level(file: PdfWriter) -> None:
    for element in elements(file, "H2"):
        element[NameObject("/S")] = NameObject("/H4")


def drop_description_of_link(file: PdfWriter) -> None:
    annotated(file)["/Annots"][0].get_object().pop("/Contents")


def drop_tab_order(file: PdfWriter) -> None:
    del annotated(file)["/Tabs"]


def drop_unicode(file: PdfWriter) -> None:
    for page in file.pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            font.get_object().pop("/ToUnicode", None)


def drop_font_file(file: PdfWriter) -> None:
    font = next(iter(file.pages[0]["/Resources"]["/Font"].values())).get_object()  # type: ignore[index]
    del font["/FontDescriptor"].get_object()["/FontFile2"]


def drop_relation_of_attachment(file: PdfWriter) -> None:
    file.root_object["/AF"][0].get_object().pop("/AFRelationship")  # type: ignore[index]


def add_script(file: PdfWriter) -> None:
    action = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("app.alert(1)")}
    file.root_object[NameObject("/OpenAction")] = DictionaryObject({NameObject(key): value for key, value in action.items()})


def leave_content_unmarked(file: PdfWriter) -> None:
    content = content_of(file)
    content.set_data(content.get_data() + b"\nBT /F1+0 9 Tf 90 90 Td (A) Tj ET")


VALIDATOR = [
    drop_language,
    drop_mark,
    drop_metadata,
    drop_output_intent,
    hide_title,
    use_unknown_element,
    skip_heading_level,
    drop_description_of_link,
    drop_tab_order,
    drop_unicode,
    drop_font_file,
    drop_relation_of_attachment,
    add_script,
    leave_content_unmarked,
]


@pytest.mark.parametrize("damage", OWN, ids=lambda damage: damage.__name__)
def test_a_damaged_parent_tree_is_caught(whole: bytes, damage: Callable[[PdfWriter], None]) -> None:
    assert faults(PdfReader(BytesIO(damaged(whole, damage))))


def test_a_copy_without_damage_passes(whole: bytes) -> None:
    assert faults(PdfReader(BytesIO(damaged(whole, lambda _: None)))) == []


@pytest.mark.parametrize("damage", VALIDATOR, ids=lambda damage: damage.__name__)
def test_other_damage_is_caught_by_a_validator(whole: bytes, damage: Callable[[PdfWriter], None]) -> None:
    before = set(page_validation(damaged(whole, lambda _: None)))
    assert set(page_validation(damaged(whole, damage))) - before
