"""A copy of a pack that opens with a password only (AES-256, PDF 2.0). It is no archive file, and no longer says so: PDF/A knows no encryption."""

from __future__ import annotations

import io
import re
from typing import Final

from pypdf import PdfWriter
from pypdf.constants import UserAccessPermissions
from pypdf.generic import NameObject, StreamObject

from briefing.finishing.opened import damage_told, open_ours

ARCHIVE: Final = re.compile(rb"<pdfaid:(\w+)>.*?</pdfaid:\1>")
ALLOWED: Final = UserAccessPermissions.all()  # whoever knows the password may print, copy and read aloud


def protected(data: bytes, name: str, password: str) -> bytes:
    """Return the pack, whole with its attachments and tags, readable with `password` alone.

    Raises:
        BriefingError: as `open_ours` raises.
    """
    reader = open_ours(data, name)
    with damage_told(name):
        return _locked(PdfWriter(clone_from=reader), password)


def _locked(writer: PdfWriter, password: str) -> bytes:
    metadata = writer.root_object["/Metadata"]
    plain = StreamObject()
    plain.set_data(ARCHIVE.sub(b"", metadata.get_data()))  # type: ignore[attr-defined]  # a stream in every pack
    plain[NameObject("/Type")], plain[NameObject("/Subtype")] = NameObject("/Metadata"), NameObject("/XML")
    writer.root_object[NameObject("/Metadata")] = writer._add_object(plain)  # noqa: SLF001 - as pypdf's own documentation adds objects
    writer.encrypt(password, algorithm="AES-256", permissions_flag=ALLOWED)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()
