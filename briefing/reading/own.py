"""What this program wrote itself, from which no article is read: packs, their booklets, handouts and files for Word, pages of `show`, and letters."""

from __future__ import annotations

import io
import zipfile
from typing import Final

_PACK: Final = (b"<xmp:CreatorTool>briefing", b"/Producer (briefing print)")
"""What the metadata of every pack says, and what those of its booklets and handouts say."""

_MARKS: Final = {".html": b"<!-- briefing show -->", ".htm": b"<!-- briefing show -->", ".eml": b"X-Mailer: briefing"}
_PARTICULARS: Final = "docProps/core.xml"
_SEAL: Final = b"<dc:identifier>sha256:"
"""What the particulars of a pack for Word hold, also after Word has saved it."""

_HEAD: Final = 4000
"""The mark of a page or a letter stands among so many first bytes."""

_MOST: Final = 100_000
"""So many bytes of the particulars of a file for Word are read."""


def is_own(data: bytes, suffix: str) -> bool:
    """Return whether this program wrote the file `data`, which ends in `suffix`, in small letters."""
    if suffix == ".pdf":
        return any(mark in data for mark in _PACK)
    if suffix == ".docx":
        return _SEAL in _particulars(data)
    mark = _MARKS.get(suffix)
    return mark is not None and mark in data[:_HEAD]


def _particulars(data: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package, package.open(_PARTICULARS) as part:
            return part.read(_MOST)
    except (zipfile.BadZipFile, KeyError, OSError, ValueError, NotImplementedError, RuntimeError):
        return b""  # reading the file says what is wrong with it
