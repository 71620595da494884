"""Opening Word files: a zip whose parts are XML, read with guards, since both are ways to fill a memory or to fetch what is not in the file."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from briefing.model.problem import BriefingError, ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LARGEST_PART: Final = 40_000_000
"""No part is read that unpacks to more bytes; a book of 1,000 pages has less."""

HIGHEST_RATIO: Final = 200
"""Nor one that is packed tighter, if it is large: Word's XML is packed to a twentieth."""

_SMALL: Final = 2_000_000
_MOST_PARTS: Final = 10_000
_FAULTS: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, LookupError, ValueError, OSError)
_OLE: Final = b"\xd0\xcf\x11\xe0"
"""How a file of old Word begins, and one that Word has locked with a password."""


class DoctypeError(Exception):
    """A part has a document type declaration, which Word never writes: it may name other files, or grow without end."""


def parts(data: bytes, name: str, wanted: Callable[[zipfile.ZipFile], Mapping[str, str]]) -> dict[str, bytes]:
    """Return the parts that `wanted` chooses of a package, by the names that it gives them; those that are not there are left out.

    Raises:
        BriefingError: docx-locked, docx-broken, or docx-unpacks for a part that is far larger than it looks.
    """
    if data.startswith(_OLE):
        raise BriefingError("docx-locked", ExitCode.INPUT_UNREADABLE, file=name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if len(package.infolist()) > _MOST_PARTS:
                raise BriefingError("docx-unpacks", ExitCode.INPUT_UNREADABLE, file=name, limit=LARGEST_PART // 1_000_000)
            here = set(package.namelist())
            return {own: part(package, path, name) for own, path in wanted(package).items() if path in here}
    except _FAULTS as error:
        raise broken(name, error) from error


def part(package: zipfile.ZipFile, path: str, name: str) -> bytes:
    """Return the bytes of a part.

    Raises:
        BriefingError: docx-unpacks, whatever the package says of the size of the part.
    """
    said = package.getinfo(path)
    is_bomb = said.file_size > _SMALL and said.file_size > HIGHEST_RATIO * max(1, said.compress_size)
    if said.file_size <= LARGEST_PART and not is_bomb:
        with package.open(said) as opened:
            data = opened.read(LARGEST_PART + 1)
        if len(data) <= LARGEST_PART:
            return data
    raise BriefingError("docx-unpacks", ExitCode.INPUT_UNREADABLE, file=name, limit=LARGEST_PART // 1_000_000)


def parse(data: bytes, name: str, start: Callable[[str, dict[str, str]], None], end: Callable[[str], None], words: Callable[[str], None]) -> None:
    """Read XML from its beginning to its end: tell the start of each element and its attributes, its end, and the characters between.

    Names have their namespace before them, with a space between. Nothing but `data` is ever read.

    Raises:
        BriefingError: docx-doctype or docx-broken.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, words
    try:
        parser.Parse(data, True)
    except DoctypeError as error:
        raise BriefingError("docx-doctype", ExitCode.INPUT_UNREADABLE, file=name) from error
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise broken(name, error) from error


def broken(name: str, error: Exception) -> BriefingError:
    """Return the error that a file is damaged."""
    return BriefingError("docx-broken", ExitCode.INPUT_UNREADABLE, file=name, fault=f"{type(error).__name__}: {error}"[:200])


def _refuse(*_declaration: object) -> None:
    raise DoctypeError
