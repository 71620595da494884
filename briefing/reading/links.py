"""Links that a user names, alone or in a list, and the pages behind them, kept as files so that the same build needs no network again."""

from __future__ import annotations

import codecs
import hashlib
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urldefrag, urlsplit

from briefing import files
from briefing.model.outcome import Outcome
from briefing.model.problem import BriefingError, ExitCode
from briefing.reading.sources import printable
from briefing.reading.text import decode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from briefing.reading.web import Page

LIST: Final = "@"
"""Stands before the name of a file that lists links, one a line."""

_LINK = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_WIDE: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_LONGEST_NAME: Final = 60


def is_link(words: str) -> bool:
    """Return whether an argument is a link, of whatever kind, and not the name of a file."""
    return _LINK.match(words) is not None


def listed(file: Path) -> Iterator[str | Outcome]:
    """Yield the links of a list, in order; empty lines and those that begin with # say nothing, and a line without a link fails alone."""
    name = printable(str(file))
    try:
        lines = decode(files.read_whole(file), name).splitlines()
    except BriefingError as error:
        yield Outcome(name=name, error=error)
        return
    for number, line in enumerate(map(str.strip, lines), 1):
        if is_link(line):
            yield line
        elif line and not line.startswith("#"):
            fault = BriefingError("link-line", ExitCode.INPUT_UNREADABLE, file=name, line=number, printed=line[:60])
            yield Outcome(name=f"{name}:{number}", error=fault)


def kept(link: str, folder: Path) -> Path | None:
    """Return the file in `folder` that holds the page of a link, the last by name of several; None where there is none yet."""
    return max(folder.glob(f"*-{_digest(link)}.*"), default=None)


def keep(link: str, folder: Path, on: date, fetch: Callable[[str], Page]) -> Path:
    """Fetch the page of a link and return the file in `folder` that holds it; its name tells the server, the page and the day.

    Raises:
        BriefingError: it cannot be fetched, or the file cannot be written.
    """
    page = fetch(link)
    files.make_folder(folder)
    file = folder / f"{_slug(page.address)}-{on.isoformat()}-{_digest(link)}{page.suffix}"
    files.write_whole(file, _with_address(page))
    return file


def _digest(link: str) -> str:
    return hashlib.sha256(urldefrag(link).url.encode("utf-8", "surrogateescape")).hexdigest()[:8]


def _slug(address: str) -> str:
    parts = urlsplit(address)
    words = f"{parts.hostname} {parts.path.rstrip('/').rpartition('/')[2]}"
    return re.sub(r"[^a-z0-9]+", "-", words.lower())[:_LONGEST_NAME].strip("-")


def _with_address(page: Page) -> bytes:
    """Return the bytes of a page, with its address on top of a web page as browsers write it there when they save one."""
    if page.suffix != ".html" or page.data.startswith(_WIDE):
        return page.data
    mark = codecs.BOM_UTF8 if page.data.startswith(codecs.BOM_UTF8) else b""
    note = f"<!-- saved from url=({len(page.address):04}){page.address} -->\n".encode()
    return mark + note + page.data.removeprefix(mark)
