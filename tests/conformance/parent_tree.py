"""The parent tree of a file against its tree of structure and the content of its pages: what general validators do not compare."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PdfReader

MARKED = re.compile(rb"/MCID (\d+)")


def faults(reader: PdfReader) -> list[str]:
    """Return every disagreement: a stretch without owner or with another one, one claimed twice, a child that names another parent."""
    root: Any = reader.root_object["/StructTreeRoot"]
    if "/ParentTree" not in root:
        return ["there is no parent tree"]
    table = dict(_numbers(root["/ParentTree"]))
    claimed: dict[tuple[int, int], Any] = {}
    found = list(_walk(root, claimed))
    for index, page in enumerate(reader.pages):
        contents = page.get_contents()
        numbers = [int(number) for number in MARKED.findall(contents.get_data())] if contents is not None else []
        found += [f"page {index + 1} marks {number} twice" for number in set(numbers) if numbers.count(number) > 1]
        owners = table.get(page.get("/StructParents", -1), [])
        assert page.indirect_reference
        for number in numbers:
            owner = claimed.pop((page.indirect_reference.idnum, number), None)
            if owner is None:
                found.append(f"page {index + 1}: nobody owns stretch {number}")
            elif number >= len(owners) or _key(owners, number) != owner:
                found.append(f"page {index + 1}: the parent tree gives stretch {number} to another element")
        for annotation in page.get("/Annots", []):
            owner = table.get(annotation.get_object().get("/StructParent", -1))
            if owner is None or not any(_is_object(kid, annotation) for kid in _kids(owner.get_object())):
                found.append(f"page {index + 1}: an annotation has no owner that holds it")
    return found + [f"stretch {number} of object {page} is not on its page" for page, number in claimed]


def _numbers(node: Any) -> Iterator[tuple[int, Any]]:
    node = node.get_object()
    for kid in node.get("/Kids", []):
        yield from _numbers(kid)
    entries = node.get("/Nums", [])
    for key, value in zip(entries[::2], entries[1::2], strict=True):
        yield int(key), value.get_object()


def _walk(element: Any, claimed: dict[tuple[int, int], Any], page: Any = None) -> Iterator[str]:
    own = element.raw_get("/Pg").idnum if "/Pg" in element else page
    for kid in _raw_kids(element):
        child = kid.get_object() if hasattr(kid, "get_object") else kid
        if isinstance(child, int):
            if (own, int(child)) in claimed:
                yield f"stretch {child} of object {own} is claimed twice"
            claimed[own, int(child)] = _identity(element)
        elif child.get("/Type") == "/MCR":
            claimed[child.raw_get("/Pg").idnum, int(child["/MCID"])] = _identity(element)
        elif "/S" in child:
            if child["/P"].get_object() is not element and _identity(child["/P"]) != _identity(element):
                yield f"an element {child['/S']} names another parent"
            yield from _walk(child, claimed, own)


def _raw_kids(element: Any) -> list[Any]:
    if "/K" not in element:
        return []
    kids = element["/K"]
    return [kids.get_object()] if isinstance(kids, int) or hasattr(kids, "keys") else list(kids)


def _kids(element: Any) -> list[Any]:
    return [kid.get_object() if hasattr(kid, "get_object") else kid for kid in _raw_kids(element)]


def _is_object(kid: Any, annotation: Any) -> bool:
    return not isinstance(kid, int) and kid.get("/Type") == "/OBJR" and kid.raw_get("/Obj").idnum == annotation.idnum


def _identity(element: Any) -> int | None:
    reference = element.get_object().indirect_reference
    return reference.idnum if reference else None


def _key(owners: Any, number: int) -> int | None:
    owner = owners[number].get_object() if owners[number] is not None else None
    return _identity(owner) if hasattr(owner, "indirect_reference") and owner is not None else None
