"""Mail servers on loopback, started for a test and ended by it; a small pack; and an office's folder to send from."""

from __future__ import annotations

import contextlib
import signal
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from click.testing import CliRunner, Result
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from briefing.cli.main import program
from briefing.delivering.smtp import Server
from briefing.rendering.attachments import attachments
from briefing.rendering.fill import make_document
from briefing.rendering.pdf.render import render
from briefing.rendering.profiles import folders
from tests.factories import seeds_pack

if TYPE_CHECKING:
    from email.message import EmailMessage

USER, PASSWORD = "humas@contoh.go.id", "rahasia–sekali"
LIST = "nama;instansi;surel\nRina Wati, S.H.;Desa Contoh;rina@contoh.desa.id\n;Dinas Contoh;dinas@contoh.go.id\nTono;;tono@contoh.desa.id\n"


@dataclass
class Box:
    """A mailbox for everybody: what arrived, and what the server answers in place of 250, by recipient or by phase."""

    letters: list[tuple[str, bytes]] = field(default_factory=list)
    answers: dict[str, list[str]] = field(default_factory=dict)
    connections: int = 0
    pipelining: bool = False

    @property
    def recipients(self) -> list[str]:
        return [to for to, _data in self.letters]

    def message(self, number: int = -1) -> EmailMessage:
        return message_from_bytes(self.letters[number][1], policy=policy.default)

    def _answer(self, key: str) -> str | None:
        return self.answers[key].pop(0) if self.answers.get(key) else None

    async def handle_EHLO(self, _server: SMTP, session: Session, _envelope: Envelope, hostname: str, responses: list[str]) -> list[str]:  # noqa: N802 - as aiosmtpd calls it
        self.connections += 1
        session.host_name = hostname
        return [*responses[:-1], *["250-PIPELINING"] * self.pipelining, responses[-1]]

    async def handle_MAIL(self, _server: SMTP, _session: Session, envelope: Envelope, address: str, options: list[str]) -> str:  # noqa: N802 - as aiosmtpd calls it
        if answer := self._answer("MAIL"):
            return answer
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]) -> str:  # noqa: N802 - as aiosmtpd calls it
        if answer := self._answer(address):
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - as aiosmtpd calls it
        if answer := self._answer("DATA"):
            return answer
        self.letters.append((envelope.rcpt_tos[0], envelope.original_content or b""))
        return f"250 OK id={len(self.letters)}"


LIMIT = 120  # seconds for a test, 900 for a slow one; each takes a few where nothing stalls
PATIENCE = 20.0  # seconds for an answer on loopback, and for a server to begin and to end


@pytest.fixture(autouse=True)
def in_time(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that stalls, whatever it waits for, where the system has alarms."""
    if not hasattr(signal, "SIGALRM") or threading.current_thread() is not threading.main_thread():
        yield
        return
    limit = 900 if request.node.get_closest_marker("slow") else LIMIT

    def stalled(*_: object) -> None:
        pytest.fail(f"stalled: not done within {limit} s")

    before = signal.signal(signal.SIGALRM, stalled)
    signal.alarm(limit)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def within(action: Callable[[], object], what: str) -> None:
    """Do something that may wait for ever, and fail the test where it does."""
    doing = threading.Thread(target=action, daemon=True)
    doing.start()
    doing.join(PATIENCE)
    if doing.is_alive():
        pytest.fail(f"{what} within {PATIENCE:.0f} s")


Start: TypeAlias = Callable[..., tuple[Box, int]]


@pytest.fixture
def start() -> Iterator[Start]:
    """Start servers that end with the test; what is given goes to aiosmtpd."""
    running: list[Controller] = []

    def begin(context: ssl.SSLContext | None = None, **options: Any) -> tuple[Box, int]:
        box, port = Box(), free_port()
        controller = Controller(box, hostname="127.0.0.1", port=port, ssl_context=context, ready_timeout=20, enable_SMTPUTF8=True, **options)
        if context:
            controller._trigger_server = lambda: knock(port)  # type: ignore[method-assign]  # it knows no certificate of ours
        controller.start()
        running.append(controller)
        return box, port

    yield begin
    for controller in running:
        within(controller.stop, "the server did not end")


def login(_server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: Any) -> AuthResult:
    """Let one account in."""
    known = LoginPassword(USER.encode(), PASSWORD.encode())
    return AuthResult(success=data == known, handled=False)


def knock(port: int) -> None:
    """Be the first to connect to an encrypted server, as aiosmtpd wants it."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    with socket.create_connection(("127.0.0.1", port), PATIENCE) as plain, context.wrap_socket(plain) as connection:
        connection.recv(100)


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


Talk: TypeAlias = Callable[[socket.socket], None]


@pytest.fixture
def scripted() -> Iterator[Callable[[Talk], int]]:
    """Start a server that does to each connection what a function says; for what no good server does."""
    listening: list[socket.socket] = []

    def begin(talk: Talk) -> int:
        server = socket.create_server(("127.0.0.1", 0))
        listening.append(server)

        def serve() -> None:
            with contextlib.suppress(OSError):
                while True:
                    connection, _ = server.accept()
                    with connection, contextlib.suppress(OSError):
                        talk(connection)

        threading.Thread(target=serve, daemon=True).start()
        return int(server.getsockname()[1])

    yield begin
    for server in listening:
        with contextlib.suppress(OSError):
            server.shutdown(socket.SHUT_RDWR)
        server.close()


def say_all(connection: socket.socket, answers: Sequence[str]) -> None:
    """Greet, and answer each line with the next of `answers`."""
    lines = connection.makefile("rb")
    for number, answer in enumerate(answers):
        if number:
            lines.readline()
        connection.sendall(answer.encode() + b"\r\n")
    lines.close()


def certificate(folder: Path, *, days: int = 1, name: str = "localhost") -> Path:
    """Write a certificate for `name` with its key that ends in so many days, and return its file."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    end = datetime.now(UTC) + timedelta(days=days)
    builder = (
        x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key()).serial_number(x509.random_serial_number())
    )
    builder = builder.not_valid_before(end - timedelta(days=10)).not_valid_after(end)
    builder = builder.add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
    signed = builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True).sign(key, hashes.SHA256())
    path = folder / f"{name}{days}.pem"
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path.write_bytes(signed.public_bytes(serialization.Encoding.PEM) + private)
    return path


def server_context(path: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context


@pytest.fixture
def trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a certificate for localhost that this test trusts."""
    path = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    return path


@pytest.fixture(scope="session")
def pdf() -> bytes:
    """Return a small pack, approved."""
    return made(approved_by="Siti Aminah", approved_on=datetime(2024, 11, 2, tzinfo=UTC).date())


@pytest.fixture(scope="session")
def draft() -> bytes:
    """Return the same pack as a draft."""
    return made()


def made(**changed: Any) -> bytes:
    pack = replace(seeds_pack(), sections=("cover", "sources"), **changed)
    return render(make_document(pack, folders("")), when=datetime(2024, 11, 2, tzinfo=UTC), attachments=attachments(pack)).pdf


@dataclass
class Office:
    """A folder with a pack, a list and an account, and the program in it."""

    folder: Path
    box: Box
    port: int

    def run(self, *arguments: object, **options: Any) -> Result:
        return CliRunner().invoke(program, [str(argument) for argument in arguments], prog_name="briefing", **options)

    def send(self, *arguments: object, **options: Any) -> Result:
        return self.run("send", "paket.pdf", "--to", "desa.csv", *arguments, **options)

    def settings(self, **changed: object) -> None:
        account = {"from": "Humas Contoh <humas@contoh.go.id>", "host": "localhost", "port": self.port, "security": "none", **changed}
        lines = [f"{key} = {value!r}" if isinstance(value, int) else f'{key} = "{value}"' for key, value in account.items()]
        (self.folder / "briefing.toml").write_text('office = "Bawaslu Contoh"\n[mail]\n' + "\n".join(lines), encoding="utf-8")

    def states(self, mailing: str = "paket-desa") -> dict[str, str]:
        from briefing.delivering.ledger import Ledger

        with Ledger(self.folder / "mailings.sqlite") as ledger:
            return {each.recipient.address.spec: each.state for each in ledger.deliveries(mailing)}


@pytest.fixture
def office(tmp_path: Path, pdf: bytes, start: Start, monkeypatch: pytest.MonkeyPatch) -> Office:
    """Return an office whose account is a server on loopback, where no pause is waited for."""
    monkeypatch.setenv("BRIEFING_LANG", "en")
    monkeypatch.setenv("BRIEFING_MAIL_PASSWORD", PASSWORD)
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    monkeypatch.setattr(Server.__init__, "__kwdefaults__", {"timeout": PATIENCE, "end_timeout": PATIENCE})
    box, port = start()
    folder = tmp_path / "kantor"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / "paket.pdf").write_bytes(pdf)
    (folder / "desa.csv").write_text(LIST, encoding="utf-8")
    found = Office(folder=folder, box=box, port=port)
    found.settings()
    return found
