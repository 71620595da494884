"""The office that issues a pack: its letterhead, and who signs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What stands in the office's name on the pages; everything may be empty, and the page then leaves room to write it.

    `lines` are the letterhead lines below the name, at most five; `logo` is the content of a PNG or JPEG file, `logo_name` its file name.
    `signatory` is the office that signs ("Sekretaris Daerah"), `contacts` are lines with the office's channels, one each.
    """

    name: str = ""
    lines: tuple[str, ...] = ()
    logo: bytes | None = None
    logo_name: str = ""
    city: str = ""
    signatory: str = ""
    contacts: tuple[str, ...] = ()
