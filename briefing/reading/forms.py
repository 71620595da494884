"""The forms of files that are read, and what reads each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefing.reading.text import decode

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.reading.layout import Layout

CORRECTION: Final = ".koreksi."
"""Stands in the name of a correction file, also where an editor has put .txt behind it: no article is read from it."""

CORRECTED: Final = (".txt", ".toml")
"""How the name of a file may end that holds a correction file nonetheless."""


def _plain(data: bytes, name: str) -> tuple[str, Layout | None]:
    return decode(data, name), None


def _web_page(data: bytes, name: str) -> tuple[str, Layout | None]:
    from briefing.reading.page import read_page

    return read_page(data, name)


def _pdf(data: bytes, name: str) -> tuple[str, Layout | None]:
    from briefing.reading.pdf.read import read_pdf

    return read_pdf(data, name)


def _word_file(data: bytes, name: str) -> tuple[str, Layout | None]:
    from briefing.reading.docx import read_docx

    return read_docx(data, name)


READERS: dict[str, tuple[str, Callable[[bytes, str], tuple[str, Layout | None]]]] = {
    ".txt": ("text/plain", _plain),
    ".html": ("text/html", _web_page),
    ".htm": ("text/html", _web_page),
    ".pdf": ("application/pdf", _pdf),
    ".docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", _word_file),
}
"""By the end of a file's name: its media type and the reader that gives its text, and its layout where the file has one.

What only one kind of file needs is loaded with the first of that kind.
"""


MAIL: Final = ".eml"
"""A mail is no article itself: its message and the files attached to it are."""

OTHER_FORMS: Final = {".doc": "word-old", ".rtf": "word-old", ".odt": "word-old", ".msg": "mail-outlook"}
"""Files that hold articles in a form that is not read, and the error that says how to save them in one that is."""

MAIL_TYPE: Final = "message/rfc822"


def is_wanted(name: str) -> bool:
    """Return whether a file may hold articles; those that Word keeps beside an open file do not."""
    return Path(name).suffix.lower() in {*READERS, MAIL, *OTHER_FORMS} and not name.startswith("~$")


def accepted() -> str:
    """Return the ends of names of the files that are read, as a message tells them."""
    return ", ".join((*READERS, MAIL))
