"""Servers on this machine for tests of fetching: each gives the answers that it was told, and stops by itself."""

from __future__ import annotations

import datetime as dt
import ipaddress
import socket
import ssl
import threading
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from briefing.reading.hosts import Address, is_public, resolve
from briefing.reading.web import Limits, Network

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

HERE = ipaddress.ip_address("127.0.0.1")
LONGEST = 8.0  # seconds that a server lives at most

Answer: TypeAlias = "bytes | Callable[[socket.socket, threading.Event], None]"


@dataclass(slots=True)
class Server:
    """One that listens: its port, the requests that it got, and the names that clients asked for in TLS."""

    port: int
    requests: list[str] = field(default_factory=list)
    names: list[str | None] = field(default_factory=list)

    def link(self, path: str = "/berita/rapat-ditunda", host: str = "berita.test", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"


@contextmanager
def serving(*answers: Answer, context: ssl.SSLContext | None = None) -> Iterator[Server]:
    """Give each connection the next answer, the last one to all that follow."""
    with socket.create_server((str(HERE), 0)) as listener:
        listener.settimeout(0.05)
        server, ended = Server(listener.getsockname()[1]), threading.Event()
        if context:
            context.sni_callback = lambda _socket, name, _context: server.names.append(name)
        threads = [threading.Thread(target=_serve, args=(listener, answers, context, server, ended)), threading.Timer(LONGEST, ended.set)]
        for thread in threads:
            thread.start()
        try:
            yield server
        finally:
            ended.set()
            threads[1].cancel()  # type: ignore[attr-defined]  # it is the timer
            for thread in threads:
                thread.join()


def _serve(listener: socket.socket, answers: tuple[Answer, ...], context: ssl.SSLContext | None, server: Server, ended: threading.Event) -> None:
    served = 0
    while not ended.is_set():
        with suppress(OSError):
            plain, _place = listener.accept()
            plain.settimeout(2)
            with plain, context.wrap_socket(plain, server_side=True) if context else plain as client:
                server.requests.append(_request(client))
                answer = answers[min(served, len(answers) - 1)]
                served += 1
                if isinstance(answer, bytes):
                    client.sendall(answer)
                else:
                    answer(client, ended)
                client.shutdown(socket.SHUT_WR)
                while client.recv(4096):
                    pass


def _request(client: socket.socket) -> str:
    data = b""
    while b"\r\n\r\n" not in data and (block := client.recv(4096)):
        data += block
    return data.decode("ascii")


def page(body: bytes, *headers: str, kind: str = "text/html; charset=utf-8") -> bytes:
    """Return the answer that holds a page."""
    lines = ("HTTP/1.1 200 OK", f"Content-Type: {kind}", f"Content-Length: {len(body)}", *headers)
    return "\r\n".join([*lines, "", ""]).encode() + body


def sent_on(address: str) -> bytes:
    """Return the answer that leads to another address."""
    return f"HTTP/1.1 302 Found\r\nLocation: {address}\r\nContent-Length: 0\r\n\r\n".encode()


def failed(status: int) -> bytes:
    """Return the answer that there is no page."""
    return f"HTTP/1.1 {status} No\r\nContent-Length: 0\r\n\r\n".encode()


def network(**changes: object) -> Network:
    """Return a network in which every name leads to this machine, numbers to what they say, and this machine may be opened."""

    def found(host: str, port: int) -> tuple[Address, ...]:
        return (HERE,) if host.endswith(".test") else resolve(host, port)

    limits = Limits(size=200_000, seconds=1.5, answer=0.5, pause=0)
    return Network(**{"resolve": found, "is_allowed": lambda address: address == HERE or is_public(address), "limits": limits, **changes})  # type: ignore[arg-type]  # tests name what they change


def signed_by_itself(folder: Path, name: str = "berita.test") -> tuple[ssl.SSLContext, Path]:
    """Return the TLS of a server with a certificate that nobody vouches for, and the file of that certificate."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = dt.datetime.now(dt.UTC)
    certificate = (
        x509.CertificateBuilder(subject, subject, key.public_key(), x509.random_serial_number(), now, now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / "sertifikat.pem"
    secret = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM) + secret)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context, file
