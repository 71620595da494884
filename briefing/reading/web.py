"""Fetching one page of the web that a user named: from public servers only, bounded in size and time, with a fault for every refusal."""

from __future__ import annotations

import http.client
import re
import ssl
import time
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from briefing import __version__
from briefing.model.problem import BriefingError, ExitCode
from briefing.reading.forms import READERS
from briefing.reading.hosts import Address, is_public, resolve
from briefing.reading.text import LONGEST_WORD, SIZE_LIMIT
from briefing.reading.wire import Deadline, connected

if TYPE_CHECKING:
    from collections.abc import Iterator

USER_AGENT: Final = f"briefing/{__version__} (fetches single articles that a reader names)"

SUFFIXES: Final = {media_type: suffix for suffix, (media_type, _reader) in reversed(READERS.items())} | {"application/xhtml+xml": ".html"}
"""The media types that are read, and what the name of such a file ends in."""

_UNNAMED: Final = frozenset({"application/octet-stream", "application/force-download", "application/x-download"})
"""What servers call a file that they do not look into; it is read where it begins as a PDF does."""

_PORTS: Final = {"http": 80, "https": 443}
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_PASSING: Final = frozenset({429, 500, 502, 503, 504})
_SAFE: Final = "%/:=&?~+!$,;'@()*[]"
_UNFIT = re.compile(r"[\x00-\x20\x7f\\<>\"]")
_BLOCK: Final = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How far a fetch goes: redirects, bytes of the page unpacked, seconds in all and for one step, seconds before the one try more."""

    redirects: int = 5
    size: int = SIZE_LIMIT
    seconds: float = 30.0
    answer: float = 10.0
    pause: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """How servers are found, which of their addresses may be opened, and who vouches for them. Only tests of fetching give others than these."""

    resolve: Callable[[str, int], Sequence[Address]] = resolve
    is_allowed: Callable[[Address], bool] = is_public
    context: Callable[[], ssl.SSLContext] = ssl.create_default_context
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a server gave: its bytes, what a file with them ends in (`.html`), and the address that it came from in the end, in ASCII."""

    address: str
    suffix: str
    data: bytes


class _PassingError(Exception):
    """A fault that may be over a second later."""

    def __init__(self, fault: BriefingError) -> None:
        super().__init__(str(fault))
        self.fault = fault


def fetch(link: str, network: Network | None = None) -> Page:
    """Return the page at `link`; a server that does not answer, or says that it cannot now, is asked once more.

    At each step a server is looked up once, and the connection goes to the very address that was found to be allowed.

    Raises:
        BriefingError: link-unreadable, link-scheme, link-refused, link-unknown-host, link-unreachable, link-certificate, link-redirects,
            link-status, link-type, link-too-large, link-slow or link-broken.
    """
    asking = _Asking(link, network or Network())
    try:
        return asking.page()
    except _PassingError as error:
        if not asking.deadline.left:
            raise error.fault from error
    time.sleep(min(asking.network.limits.pause, asking.deadline.left))
    try:
        return asking.page()
    except _PassingError as error:
        raise error.fault from error


class _Asking:
    """What one fetch goes by: the link that was named, the network, the moment by which it ends."""

    def __init__(self, link: str, network: Network) -> None:
        self.link, self.network = link, network
        self.deadline = Deadline(network.limits.seconds, network.limits.answer)

    def page(self) -> Page:
        """Return the page, whatever address the servers send on to."""
        address = self.link
        for _step in range(self.network.limits.redirects + 1):
            found = self._asked(address)
            if isinstance(found, Page):
                return found
            address = found
        raise self._fault("link-redirects", number=self.network.limits.redirects)

    def _asked(self, address: str) -> Page | str:
        """Return the page at `address`, or the address that its server sends on to."""
        parts, host, port = self._parsed(address)
        addresses = self._addresses(host, port)
        context = self.network.context() if parts.scheme == "https" else None
        try:
            with connected(addresses, host, port, context, self.deadline) as wire:
                connection = http.client.HTTPConnection(host, port)
                connection.sock = wire
                connection.request("GET", _target(parts), headers=_headers(host, None if port == _PORTS[parts.scheme] else port))
                return self._answered(address, connection.getresponse())
        except TimeoutError as error:
            raise _PassingError(self._fault("link-slow", seconds=round(self.deadline.spent))) from error
        except ssl.SSLCertVerificationError as error:
            raise self._fault("link-certificate", host=host, fault=error.verify_message) from error
        except (http.client.HTTPException, zlib.error, EOFError) as error:
            raise _PassingError(self._fault("link-broken", fault=_said(error))) from error
        except OSError as error:
            raise _PassingError(self._fault("link-unreachable", host=host, fault=_said(error))) from error

    def _parsed(self, address: str) -> tuple[SplitResult, str, int]:
        try:
            parts = urlsplit(address)
            port, host = parts.port, (parts.hostname or "").encode("idna").decode("ascii")
        except ValueError as error:  # UnicodeError is one
            raise self._fault("link-unreadable") from error
        if parts.scheme not in _PORTS:
            raise self._fault("link-scheme", address=address)
        if not host or "@" in parts.netloc or _UNFIT.search(address) or len(address) > LONGEST_WORD:
            raise self._fault("link-unreadable")
        return parts, host, port or _PORTS[parts.scheme]

    def _addresses(self, host: str, port: int) -> list[Address]:
        """Return the addresses of a server that may be opened; it is looked up here and nowhere else."""
        try:
            found = self.network.resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise _PassingError(self._fault("link-unknown-host", host=host)) from error
        allowed = [address for address in found if self.network.is_allowed(address)]
        if not allowed:
            raise self._fault("link-refused", host=host, address=", ".join(map(str, found)))
        return allowed

    def _answered(self, address: str, response: http.client.HTTPResponse) -> Page | str:
        sent_on = response.getheader("Location")
        if response.status in _REDIRECTS and sent_on:
            return urljoin(address, quote(sent_on.encode("latin-1").decode("utf-8", "replace"), safe=_SAFE + "#"))
        if response.status != http.HTTPStatus.OK:
            fault = self._fault("link-status", status=response.status)
            raise _PassingError(fault) if response.status in _PASSING else fault
        stated = (response.getheader("Content-Type") or "–").partition(";")[0].strip().lower()
        if stated not in SUFFIXES and stated not in _UNNAMED:
            raise self._fault("link-type", type=stated)
        data = self._read(response)
        suffix = ".pdf" if data.startswith(b"%PDF-") else SUFFIXES.get(stated)
        if not suffix:
            raise self._fault("link-type", type=stated)
        return Page(address=quote(address, safe=_SAFE + "#"), suffix=suffix, data=data)

    def _read(self, response: http.client.HTTPResponse) -> bytes:
        """Return the body, unpacked; what is larger than the limit is not read to its end."""
        size, data = self.network.limits.size, bytearray()
        if (response.length or 0) <= size:
            for block in _unpacked(response, size + 1):
                data += block
                if len(data) > size:
                    break
            else:
                return bytes(data)
        raise self._fault("link-too-large", limit=size // 1_000_000)

    def _fault(self, code: str, **arguments: str | int) -> BriefingError:
        is_network = code in {"link-unknown-host", "link-unreachable", "link-certificate", "link-status", "link-slow", "link-broken"}
        return BriefingError(code, ExitCode.NETWORK if is_network else ExitCode.INPUT_UNREADABLE, link=self.link, **arguments)


def _unpacked(response: http.client.HTTPResponse, most: int) -> Iterator[bytes]:
    """Yield the body in blocks, none of more than `most` bytes.

    Raises:
        HTTPException, EOFError, zlib.error: it breaks off, or is packed in another way than was asked for.
    """
    packing = (response.getheader("Content-Encoding") or "identity").strip().lower()
    if packing not in {"identity", "gzip", "x-gzip"}:
        raise http.client.UnknownTransferEncoding(packing)
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16) if packing != "identity" else None
    while block := response.read(_BLOCK):
        yield unpacker.decompress(block, most) if unpacker else block
    if response.length or (unpacker and not unpacker.eof):
        message = "unexpected end"
        raise EOFError(message)


def _headers(host: str, port: int | None) -> dict[str, str]:
    shown = f"[{host}]" if ":" in host else host
    return {
        "Host": shown if port is None else f"{shown}:{port}",
        "User-Agent": USER_AGENT,
        "Accept": ", ".join(SUFFIXES),
        "Accept-Language": "id, en;q=0.5",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }


def _target(parts: SplitResult) -> str:
    return quote(parts.path or "/", safe=_SAFE) + (f"?{quote(parts.query, safe=_SAFE)}" if parts.query else "")


def _said(error: Exception) -> str:
    """Return what an error says of itself; its kind where it says nothing."""
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
