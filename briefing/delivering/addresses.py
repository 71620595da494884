"""Mail addresses: one in a field, with a domain, and without anything that could steer a header or a server."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email import headerregistry
from typing import Final

CONTROLS: Final = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What no header, name or file name may hold: controls, ends of lines, marks that turn the direction, halves of surrogate pairs."""

LONGEST_LOCAL: Final = 64  # octets before the @ (RFC 5321, 4.5.3.1.1)
LONGEST: Final = 254  # octets of the whole (RFC 5321, 4.5.3.1.3, less the angle brackets)

_NAMED: Final = re.compile(r"""\s*["']?([^"<>]*?)["']?\s*<\s*([^<>]*?)\s*>\s*""")
_WORD: Final = r"[\w!#$%&'*+/=?^`{|}~-]+"
_LOCAL: Final = re.compile(rf"{_WORD}(?:\.{_WORD})*")
_DOMAIN: Final = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+\Z)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])")


class AddressError(ValueError):
    """What is wrong with an address: `reason` is a code of WORDS."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A mail address; `domain` is in the form of the wire (IDNA), `name` is that of the person, "" for none."""

    local: str
    domain: str
    name: str = ""

    @property
    def spec(self) -> str:
        """The address alone, as a server takes it."""
        return f"{self.local}@{self.domain}"

    @property
    def key(self) -> str:
        """What is the same for the same mailbox: capitals do not matter to any server in use."""
        return self.spec.casefold()

    @property
    def needs_utf8(self) -> bool:
        """Whether only a server with SMTPUTF8 (RFC 6531) can take it."""
        return not self.local.isascii()

    @property
    def header(self) -> headerregistry.Address:
        """The address as a header holds it."""
        return headerregistry.Address(display_name=self.name, username=self.local, domain=self.domain)


def read(text: str, name: str = "") -> Address:
    """Return the one address that a text holds, bare or as `Name <address>`.

    Raises:
        AddressError: it is none, holds a second one, or a character that no header may hold.
    """
    if CONTROLS.search(text) or CONTROLS.search(name):
        raise AddressError("address-control")
    named = _NAMED.fullmatch(text)
    stated, spec = (named[1], named[2]) if named else ("", text.strip())
    if spec.count("@") > 1 or re.search(r"[,;]|\S\s+\S", spec) or text.count("<") > 1:
        raise AddressError("address-second")
    local, _, domain = spec.rpartition("@")
    if not local or "." not in domain.strip("."):
        raise AddressError("address-domain")
    wire = _on_the_wire(domain)
    if not _LOCAL.fullmatch(local) or not _DOMAIN.fullmatch(wire) or len(local.encode()) > LONGEST_LOCAL or len(f"{local}@{wire}".encode()) > LONGEST:
        raise AddressError("address-form")
    return Address(local=local, domain=wire, name=name or stated)


def listed(text: str) -> list[str]:
    """Return the addresses that one option names, parted by commas, semicolons or spaces; one with a name stands alone."""
    return [text] if "<" in text else [part for part in re.split(r"[,;\s]+", text) if part]


def _on_the_wire(domain: str) -> str:
    """Return a domain as servers know it (IDNA 2003, which the standard library has); "" where it has no such form."""
    try:
        return domain.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return ""
