"""Changing a finished pack as somebody else might: in the page content, the tree, or what is attached, as pypdf has it in memory or writes it."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING, Any, TypeAlias

from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from briefing.finishing.content import characters
from briefing.finishing.opened import all_of, open_ours
from briefing.finishing.verify import verdict_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing.model.problem import Problem

File: TypeAlias = PdfReader | PdfWriter

SHOWN = re.compile(rb"(/F\S+) \S+ Tf (\[[^\]]*\]) TJ")


def found(pdf: bytes, change: Callable[[PdfReader], None]) -> tuple[Problem, ...]:
    """Return what is found in the file after a change that leaves its identity as it was."""
    reader = open_ours(pdf, "paket.pdf")
    change(reader)
    return verdict_on(all_of(reader, pdf, "paket.pdf"), "paket.pdf").problems


def changed(pdf: bytes, change: Callable[[PdfWriter], None]) -> bytes:
    """Return the file as another program writes it after a change."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    change(writer)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def catalog(file: File) -> Any:
    return file.root_object


def replace_words(file: File, old: str, new: str, near: str = "") -> None:
    """Change the first words `old` that are drawn in one piece, on the first page that draws `near` too."""
    for page in file.pages:
        content = page["/Contents"].get_object()
        data = content.get_data()  # type: ignore[union-attr]
        fonts = {name: characters(font.get_object()) for name, font in page["/Resources"]["/Font"].items()}  # type: ignore[index]
        pieces = [(match, words_in(match, fonts)) for match in SHOWN.finditer(data)]
        match = next((match for match, words in pieces if old == words.strip()), None) or next(
            (match for match, words in pieces if old in words), None
        )
        if match and near in " ".join(words for _, words in pieces):
            letters = {character: code for code, character in fonts[match[1].decode()].items()}
            words = words_in(match, fonts).replace(old, new, 1)
            shown = bytes(letters[character] for character in words).hex().encode()
            content.set_data(data[: match.start(2)] + b"[<" + shown + b">]" + data[match.end(2) :])  # type: ignore[union-attr]
            return
    raise AssertionError(f"no page draws {old!r} in one piece")


def words_in(match: re.Match[bytes], fonts: dict[str, dict[int, str]]) -> str:
    codes = b"".join(bytes.fromhex(found.decode()) for found in re.findall(rb"<([0-9A-Fa-f]*)>", match[2]))
    return "".join(fonts[match[1].decode()].get(code, "�") for code in codes)


def elements(file: File) -> Iterator[Any]:
    """Yield the structure elements of the file, in the order of reading."""

    def walk(element: Any) -> Iterator[Any]:
        yield element
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            found = kid.get_object()
            if isinstance(found, dict) and "/S" in found:
                yield from walk(found)

    yield from walk(catalog(file)["/StructTreeRoot"]["/K"].get_object())


def element(file: File, tag: str, title: str | None = None, number: int = 0) -> Any:
    found = [one for one in elements(file) if one["/S"] == f"/{tag}" and (title is None or one.get("/T") == title)]
    return found[number]


def file_of(file: File, name: str) -> Any:
    """Return the stream of an attached file."""
    return next(one for one in catalog(file)["/AF"] if one.get_object()["/UF"] == name).get_object()["/EF"]["/F"].get_object()


def attach_instead(file: File, name: str, data: bytes) -> None:
    stream = file_of(file, name)
    stream.set_data(data)
    stream["/Params"][NameObject("/Size")] = type(stream["/Params"]["/Size"])(len(data))


def replace_in_file(file: File, name: str, old: str, new: str) -> None:
    text = file_of(file, name).get_data().decode()
    assert old in text
    attach_instead(file, name, text.replace(old, new, 1).encode())


def edit_pack(file: File, edit: Callable[[Any], None]) -> None:
    content = json.loads(file_of(file, "pack.json").get_data())
    edit(content)
    attach_instead(file, "pack.json", json.dumps(content, ensure_ascii=False).encode())


def replace_in_metadata(file: File, old: str, new: str) -> None:
    stream = catalog(file)["/Metadata"].get_object()
    text = stream.get_data().decode()
    assert old in text
    fresh = DecodedStreamObject()
    fresh.set_data(text.replace(old, new).encode())
    fresh[NameObject("/Type")], fresh[NameObject("/Subtype")] = NameObject("/Metadata"), NameObject("/XML")
    catalog(file)[NameObject("/Metadata")] = fresh


def append_content(file: File, page: int, code: str) -> None:
    content: Any = file.pages[page]["/Contents"].get_object()
    content.set_data(content.get_data() + b"\n" + code.encode())
