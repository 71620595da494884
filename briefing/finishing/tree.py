"""The logical tree of a pack: its blocks in reading order, each with its words as the pages draw them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from briefing.finishing.content import Drawn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PdfReader

DEEPEST: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A structure element: `title` says what it is for, `page` is that of its first words, from 1 (0: it has none); `parts` in order."""

    tag: str
    title: str
    lang: str
    page: int
    parts: tuple[str | Block, ...]

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The elements in it."""
        return tuple(part for part in self.parts if isinstance(part, Block))

    def walk(self) -> Iterator[Block]:
        """Yield this element and all below it, in reading order."""
        yield self
        for block in self.blocks:
            yield from block.walk()

    def paragraphs(self) -> Iterator[Block]:
        """Yield the elements that hold words of their own, each with what stands in the line with them."""
        if any(isinstance(part, str) and part.strip() for part in self.parts):
            yield self
        else:
            for block in self.blocks:
                yield from block.paragraphs()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """The root, and the marked stretches (page from 0, number) that belong to an element."""

    root: Block
    owned: frozenset[tuple[int, int]]


@dataclass(slots=True)
class _Reading:
    pages: Mapping[int, int]
    drawn: Sequence[Drawn]
    owned: set[tuple[int, int]] = field(default_factory=set)
    seen: set[int] = field(default_factory=set)


def read_tree(reader: PdfReader, drawn: Sequence[Drawn]) -> Tree:
    """Return the logical tree of a file, with the words that its pages draw.

    Raises:
        ValueError: it has none, or one that leads in a circle.
    """
    structure = reader.trailer["/Root"].get("/StructTreeRoot")  # type: ignore[attr-defined]
    if structure is None:
        message = "no logical tree"
        raise ValueError(message)
    numbers = {page.indirect_reference.idnum: index for index, page in enumerate(reader.pages) if page.indirect_reference}
    reading = _Reading(numbers, drawn)
    kids = _kids(structure.get_object())
    parts = tuple(_block(kid, "", None, reading, 0) for kid in kids if isinstance(kid.get_object(), DictionaryObject))
    return Tree(root=Block(tag="Root", title="", lang="", page=0, parts=parts), owned=frozenset(reading.owned))


def _kids(element: Any) -> list[Any]:
    found = element.get("/K", ArrayObject())
    found = found.get_object() if isinstance(found, IndirectObject) else found
    return list(found) if isinstance(found, ArrayObject) else [found]


def _block(kid: Any, lang: str, page: int | None, reading: _Reading, depth: int) -> Block:
    number = kid.idnum if isinstance(kid, IndirectObject) else 0
    if depth > DEEPEST or number in reading.seen:
        message = "the logical tree leads in a circle"
        raise ValueError(message)
    if number:
        reading.seen.add(number)
    element = kid.get_object()
    lang = str(element.get("/Lang", lang))
    page = _page(element, reading, page)
    first = 0
    parts: list[str | Block] = []
    for child in _kids(element):
        part, place = _part(child, lang, page, reading, depth)
        parts.append(part)
        first = first or place
    return Block(tag=str(element.get("/S", ""))[1:], title=str(element.get("/T", "")), lang=lang, page=first, parts=tuple(parts))


def _part(child: Any, lang: str, page: int | None, reading: _Reading, depth: int) -> tuple[str | Block, int]:
    """Return a child of an element, and the page where it begins: marked words, or another element; "" for the area of a link."""
    item: Any = child.get_object() if isinstance(child, IndirectObject) else child
    if isinstance(item, int):
        return _words(page, int(item), reading), (page if page is not None else -1) + 1
    if "/MCID" in item:
        place = _page(item, reading, page)
        return _words(place, int(item["/MCID"]), reading), (place if place is not None else -1) + 1
    if "/S" not in item:
        return "", 0
    block = _block(child, lang, page, reading, depth + 1)
    return block, block.page


def _page(element: Any, reading: _Reading, otherwise: int | None) -> int | None:
    return reading.pages.get(element.raw_get("/Pg").idnum) if "/Pg" in element else otherwise


def _words(page: int | None, number: int, reading: _Reading) -> str:
    if page is None:
        return ""
    reading.owned.add((page, number))
    return reading.drawn[page].words.get(number, "")
