"""The office that issues a pack: its letterhead, who signs, its mail account, and the officials of its area."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """The account that mail is sent with; its password is never kept. `security` is "starttls", "tls" or "none", `per_minute` the most letters (0: no limit)."""

    host: str
    sender: str
    port: int = 587
    security: str = "starttls"
    user: str = ""
    reply_to: str = ""
    per_minute: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Official:
    """A person of people.toml, in office from `start` to `end`, both days included, None for open.

    `titles` is the name written with its titles ("Dr. H. Budi Santoso, M.Si."); `office` and `organisation` are spelt out in full.
    """

    name: str
    titles: str = ""
    office: str = ""
    office_en: str = ""
    organisation: str = ""
    organisation_en: str = ""
    start: date | None = None
    end: date | None = None
    note: str = ""

    def is_in_office(self, day: date | None) -> bool:
        """Return whether the person holds the office on `day`; on an unknown day only where the office has no limits."""
        if day is None:
            return self.start is None and self.end is None
        return (self.start or date.min) <= day <= (self.end or date.max)
