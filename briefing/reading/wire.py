"""A connection to one server, every step of which ends by a deadline, so that one that drips or says nothing holds nobody up."""

from __future__ import annotations

import io
import socket
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterator, Sequence

    from briefing.reading.hosts import Address

_PROTOCOLS: Final = ["http/1.1"]


class Deadline:
    """The moment by which a fetch ends, `seconds` from now; no single wait is longer than `answer` seconds."""

    def __init__(self, seconds: float, answer: float) -> None:
        self._start = time.monotonic()
        self._seconds, self._answer = seconds, answer

    @property
    def spent(self) -> float:
        """Seconds since the fetch began."""
        return time.monotonic() - self._start

    @property
    def left(self) -> float:
        """Seconds until it ends, 0 when it is over."""
        return max(0.0, self._seconds - self.spent)

    def wait(self) -> float:
        """Return how many seconds the next step may take.

        Raises:
            TimeoutError: none are left.
        """
        if not self.left:
            raise TimeoutError
        return min(self._answer, self.left)


class Wire:
    """A connected socket as http.client uses one: it sends, and gives a file to read from. Who opened it closes it."""

    def __init__(self, connected: socket.socket, deadline: Deadline) -> None:
        self._connected, self._deadline = connected, deadline

    def sendall(self, data: bytes) -> None:
        """Send all of `data`."""
        self._connected.settimeout(self._deadline.wait())
        self._connected.sendall(data)

    def makefile(self, mode: str) -> io.BufferedReader:  # noqa: ARG002 - what http.client hands over; it only reads
        """Return what the server sends, to be read."""
        return io.BufferedReader(_Received(self._connected, self._deadline))

    def close(self) -> None:
        """Do nothing: http.client closes before the answer is read."""


class _Received(io.RawIOBase):
    def __init__(self, connected: socket.socket, deadline: Deadline) -> None:
        self._connected, self._deadline = connected, deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # typeshed's WriteableBuffer is not there at run time
        self._connected.settimeout(self._deadline.wait())
        return self._connected.recv_into(buffer)


@contextmanager
def connected(addresses: Sequence[Address], host: str, port: int, context: ssl.SSLContext | None, deadline: Deadline) -> Iterator[Wire]:
    """Connect to the first of `addresses` that answers; with a `context` the server proves that it is `host`.

    Raises:
        OSError: none answers, or it proves nothing (SSLCertVerificationError).
    """
    with _first(addresses, port, deadline) as plain:
        if context is None:
            yield Wire(plain, deadline)
            return
        context.set_alpn_protocols(_PROTOCOLS)
        plain.settimeout(deadline.wait())
        with context.wrap_socket(plain, server_hostname=host) as secured:
            yield Wire(secured, deadline)


def _first(addresses: Sequence[Address], port: int, deadline: Deadline) -> socket.socket:
    fault: OSError = TimeoutError()
    for address in addresses:
        try:
            return socket.create_connection((str(address), port), timeout=deadline.wait())
        except OSError as error:
            fault = error
    raise fault
