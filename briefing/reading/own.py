"""What this program wrote itself, from which no article is read: packs, their booklets, handouts and files for Word, pages of `show`, letters and messages."""

from __future__ import annotations

import re
from typing import Final

from briefing.model.problem import BriefingError
from briefing.reading.package import parts

_PACK: Final = (b"<xmp:CreatorTool>briefing", b"/Producer (briefing print)")
"""What the metadata of every pack says, and what those of its booklets and handouts say."""

_MARKS: Final = {".html": b"<!-- briefing show -->", ".htm": b"<!-- briefing show -->", ".eml": b"X-Mailer: briefing"}
_MESSAGE: Final = re.compile(rb"\*[^\n*]+\*\r?\n.*^[^\n]*\.pdf \(\d[\d.,]* [KM]B\)\r?$", re.DOTALL | re.MULTILINE)
"""What `share` writes: the title in bold, as messengers have it, and further down the name and size of the pack."""

_CORRECTION: Final = re.compile(rb"^\[program\]\r?\n(?:[^\n]*\n){0,9}base = \"", re.MULTILINE)
"""What stands at the end of every correction file, and of no article."""

_PARTICULARS: Final = "docProps/core.xml"
_SEAL: Final = b"<dc:identifier>sha256:"
"""What the particulars of a pack for Word hold, also after Word has saved it."""

_HEAD: Final = 4000
"""The mark of a page, a letter or a message stands among so many first bytes."""


def is_own(data: bytes, suffix: str) -> bool:
    """Return whether this program wrote the file `data`, which ends in `suffix`, in small letters."""
    if suffix == ".pdf":
        return any(mark in data for mark in _PACK)
    if suffix == ".docx":
        return _SEAL in _particulars(data)
    if suffix == ".txt":
        return _MESSAGE.match(data[:_HEAD]) is not None
    mark = _MARKS.get(suffix)
    return mark is not None and mark in data[:_HEAD]


def is_correction(data: bytes) -> bool:
    """Return whether `data` is a correction file, whatever it is called."""
    return _CORRECTION.search(data) is not None


def _particulars(data: bytes) -> bytes:
    try:
        return parts(data, "", lambda _: {"particulars": _PARTICULARS}).get("particulars", b"")
    except BriefingError:
        return b""  # reading the file says what is wrong with it
