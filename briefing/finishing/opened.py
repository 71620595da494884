"""Opening a pack: the PDF as pypdf reads it, its pages, its logical tree, and what travels in it."""

from __future__ import annotations

import io
import logging
import re
import zlib
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from briefing.finishing import packfile
from briefing.finishing.content import Drawn, drawn
from briefing.finishing.packfile import PackFile
from briefing.finishing.sources import FILE, Source, source_of
from briefing.finishing.tree import Block, Tree, read_tree
from briefing.finishing.words import folded
from briefing.model.problem import BriefingError, ExitCode
from briefing.rendering.pdf.finish import PRODUCER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PageObject
    from pypdf.generic import DictionaryObject

DAMAGE: Final = (PyPdfError, ArithmeticError, AssertionError, AttributeError, LookupError, OSError, RuntimeError, TypeError, ValueError, zlib.error)
"""What pypdf raises at a damaged file, whose objects may be of any kind."""

ENGLISH: Final = "en-GB"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section of the pages: its element, its paragraphs in reading order, and all their words."""

    block: Block
    paragraphs: tuple[Block, ...]
    text: str


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A pack that was opened. What is damaged in it is not there: `faults` says in whose words, by the name of the part."""

    data: bytes
    reader: PdfReader
    pages: tuple[Drawn, ...]
    tree: Tree
    attached: Mapping[str, bytes]
    sources: Mapping[int, Source]
    content: PackFile | None
    faults: Mapping[str, str]

    @property
    def root(self) -> DictionaryObject:
        """The catalogue of the file."""
        return self.reader.trailer["/Root"].get_object()  # type: ignore[return-value]  # it was one when the pages were read

    @cached_property
    def sections(self) -> Mapping[str, Section]:
        """The sections of the pages by their names: "cover", "article-1" …."""
        tops = (block for root in self.tree.root.blocks for block in root.blocks if block.title)
        return {block.title: _section(block) for block in tops}


def open_ours(data: bytes, file: str) -> PdfReader:
    """Return a pack to read.

    Raises:
        BriefingError: pack-broken, pack-encrypted, or pack-foreign for a PDF of another program, and for printed forms of a pack.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of each damage that it mends, on standard error
    with damage_told(file):
        reader = PdfReader(io.BytesIO(data))
        ours = reader.is_encrypted or (len(reader.pages) > 0 and _is_ours(reader))
    if reader.is_encrypted:
        raise BriefingError("pack-encrypted", ExitCode.INPUT_UNREADABLE, file=file)
    if not ours:
        raise BriefingError("pack-foreign", ExitCode.INPUT_UNREADABLE, file=file)
    return reader


@contextmanager
def damage_told(file: str) -> Iterator[None]:
    """Let what pypdf raises at a damaged file be the error of that file.

    Raises:
        BriefingError: pack-broken.
    """
    try:
        yield
    except DAMAGE as error:
        raise BriefingError("pack-broken", ExitCode.INPUT_UNREADABLE, file=file, fault=fault_of(error)) from error


def open_pages(data: bytes, file: str) -> list[PageObject]:
    """Return the pages of a pack.

    Raises:
        BriefingError: as `open_ours` raises.
    """
    return list(open_ours(data, file).pages)


def open_pack(data: bytes, file: str) -> Opened:
    """Return a pack with all that can be read of it.

    Raises:
        BriefingError: as `open_ours` raises.
    """
    return all_of(open_ours(data, file), data, file)


def all_of(reader: PdfReader, data: bytes, file: str) -> Opened:
    """Return all that can be read of a pack whose bytes are `data`.

    Raises:
        BriefingError: pack-broken.
    """
    with damage_told(file):
        held = dict(reader.attachments.items())
        attached = {name: bytes(found[0]) for name, found in held.items()}
        pages = tuple(drawn(page) for page in reader.pages)
        tree = read_tree(reader, pages)
    faults = {name: f"{len(found)} files have this name" for name, found in held.items() if len(found) > 1}
    sources = {}
    for name in sorted(attached):
        if found := FILE.fullmatch(name):
            try:
                sources[int(found[1])] = source_of(name, attached[name])
            except ValueError as error:
                faults[name] = fault_of(error)
    content = None
    if packfile.NAME in attached:
        try:
            content = packfile.load(attached[packfile.NAME], {number: source.text for number, source in sources.items()})
        except ValueError as error:
            faults[packfile.NAME] = fault_of(error)
    return Opened(data=data, reader=reader, pages=pages, tree=tree, attached=attached, sources=sources, content=content, faults=faults)


def _is_ours(reader: PdfReader) -> bool:
    root: Any = reader.trailer["/Root"].get_object()
    ours = root.get("/PieceInfo", {})
    return f"/{PRODUCER}" in ours or any(name == packfile.NAME or FILE.fullmatch(name) for name in reader.attachments)


def _section(block: Block) -> Section:
    paragraphs = tuple(block.paragraphs())
    return Section(block=block, paragraphs=paragraphs, text=" ¦ ".join(folded(paragraph.text) for paragraph in paragraphs))


def fault_of(error: BaseException) -> str:
    """Return what is wrong with a damaged file in the words of whoever read it, on one line."""
    return re.sub(r"\s+", " ", str(error) or type(error).__name__)[:160]
