"""The connection to good servers and bad ones: each fault has its sentence, and nothing is sent where it may be read along."""

from __future__ import annotations

import socket
import struct
from typing import TYPE_CHECKING, Any

import pytest

from briefing.delivering import addresses
from briefing.delivering.letter import Letter
from briefing.delivering.smtp import InDoubtError, LostError, RefusedError, Server
from briefing.model.office import Mail
from briefing.model.problem import BriefingError, ExitCode
from tests.delivering.conftest import PASSWORD, USER, certificate, free_port, login, say_all, server_context

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.delivering.conftest import Start, Talk

EHLO = "250 contoh"
opened: list[Server] = []


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    """Close the connections of each test."""
    yield
    while opened:
        opened.pop().drop()


def server(port: int, password: str = PASSWORD, **account: Any) -> Server:
    known = {"host": "localhost", "sender": "Humas <humas@contoh.go.id>", "port": port, "security": "none", **account}
    opened.append(Server(Mail(**known), lambda: password, timeout=2, end_timeout=1))
    return opened[-1]


def letter(to: str = "rina@contoh.id", data: bytes = b"Subject: x\r\n\r\n.\r\n..\r\nIsi\r\n") -> Letter:
    return Letter(sender=addresses.read("humas@contoh.go.id"), to=addresses.read(to), message_id="<a@b>", sha256="", data=data)


def fault(found: Server) -> BriefingError:
    with pytest.raises(BriefingError) as caught:
        found.open()
    return caught.value


def test_letters_arrive_byte_for_byte_over_one_connection(start: Start) -> None:
    box, port = start()
    sender, ended = server(port), []
    replies = [sender.send(letter(f"warga{number}@contoh.id"), lambda: ended.append(len(box.letters))) for number in range(3)]
    sender.close()
    assert replies == ["250 OK id=1", "250 OK id=2", "250 OK id=3"]
    assert box.letters == [(f"warga{number}@contoh.id", letter().data) for number in range(3)]
    assert (box.connections, ended) == (1, [0, 1, 2])


@pytest.mark.parametrize("mechanism", ["PLAIN", "LOGIN"])
def test_starttls_with_a_password_of_any_characters(start: Start, trusted: Path, mechanism: str) -> None:
    exclude = ["LOGIN" if mechanism == "PLAIN" else "PLAIN"]
    box, port = start(
        tls_context=server_context(trusted), require_starttls=True, auth_required=True, authenticator=login, auth_exclude_mechanism=exclude
    )
    sender = server(port, security="starttls", user=USER)
    assert sender.open().encryption.startswith("TLSv1.")
    sender.send(letter(), lambda: None)
    sender.close()
    assert box.recipients == ["rina@contoh.id"]


def test_smtps(start: Start, trusted: Path) -> None:
    box, port = start(server_context(trusted))
    sender = server(port, security="tls")
    assert sender.open().encryption.startswith("TLSv1.")
    sender.send(letter(), lambda: None)
    sender.close()
    assert box.recipients == ["rina@contoh.id"]


@pytest.mark.parametrize("security", ["starttls", "tls"])
@pytest.mark.parametrize("kind", ["self-signed", "expired", "another name"])
def test_a_certificate_that_proves_nothing(start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, security: str, kind: str) -> None:
    path = certificate(tmp_path, days=-1 if kind == "expired" else 1, name="lain.example" if kind == "another name" else "localhost")
    if kind != "self-signed":
        monkeypatch.setenv("SSL_CERT_FILE", str(path))
    box, port = start(server_context(path)) if security == "tls" else start(tls_context=server_context(path), authenticator=login)
    found = fault(server(port, security=security, user=USER))
    assert (found.code, found.exit_code) == ("mail-certificate", ExitCode.NETWORK)
    assert {"self-signed": "self-signed", "expired": "expired", "another name": "mismatch"}[kind] in str(found.arguments["fault"])
    assert box.letters == []


def test_no_encryption_where_it_was_asked_for(start: Start) -> None:
    assert fault(server(start()[1], security="starttls")).code == "mail-no-starttls"


def test_a_port_of_the_other_kind_of_encryption(start: Start) -> None:
    assert fault(server(start()[1], security="tls")).code == "mail-tls"


def test_no_encryption_to_another_machine() -> None:
    assert fault(server(25, host="mail.contoh.go.id")).code == "mail-plain"


def test_a_wrong_password_is_asked_for_again_and_stands_nowhere(start: Start, trusted: Path) -> None:
    _box, port = start(tls_context=server_context(trusted), auth_required=True, authenticator=login)
    typed = iter(["salah", PASSWORD])
    sender = Server(Mail(host="localhost", sender="a@b.id", port=port, user=USER), lambda: next(typed), timeout=2)
    found = fault(sender)
    assert (found.code, found.arguments["user"]) == ("mail-login", USER)
    assert "535" in str(found.arguments["reply"])
    assert "salah" not in repr(found) + repr(vars(found))
    sender.open()
    sender.close()


def test_a_server_that_takes_no_password(start: Start) -> None:
    assert fault(server(start(auth_exclude_mechanism=["PLAIN", "LOGIN"])[1], user=USER)).code == "mail-no-login"


def test_a_server_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    assert fault(server(free_port(), security="starttls")).code == "mail-connection"
    assert fault(server(25, host="..", security="starttls")).code == "mail-host"

    def unknown(*_: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert fault(server(25, host="tiada.contoh.id", security="starttls")).code == "mail-host"


def silent(connection: socket.socket) -> None:
    connection.recv(1)


def test_a_server_that_greets_late_or_not_at_all(scripted: Callable[[Talk], int]) -> None:
    port = scripted(silent)
    found = fault(Server(Mail(host="localhost", sender="a@b.id", port=port, security="none"), str, timeout=0.2))
    assert (found.code, found.exit_code) == ("mail-connection", ExitCode.NETWORK)


@pytest.mark.parametrize(
    ("host", "code"), [("contoh.go.id", "mail-login"), ("smtp.gmail.com", "mail-login-app"), ("smtp.office365.com", "mail-login-ending")]
)
def test_a_provider_is_known_to_want_another_password(scripted: Callable[[Talk], int], monkeypatch: pytest.MonkeyPatch, host: str, code: str) -> None:
    port = scripted(lambda connection: say_all(connection, ["220 x", "250-contoh\r\n250 AUTH PLAIN", "535 5.7.8 no"]))
    monkeypatch.setattr("briefing.delivering.connect.is_loopback", lambda _host: True)
    connect = socket.create_connection
    monkeypatch.setattr(socket, "create_connection", lambda address, *rest, **more: connect(("127.0.0.1", address[1]), *rest, **more))
    assert fault(server(port, user=USER, host=host)).code == code


@pytest.mark.parametrize("greeting", ["421 busy", "554 no"])
def test_a_server_that_takes_nobody(scripted: Callable[[Talk], int], greeting: str) -> None:
    found = fault(server(scripted(lambda connection: say_all(connection, [greeting]))))
    assert (found.code, found.arguments["reply"]) == ("mail-greeting", greeting)


@pytest.mark.parametrize("answer", ["x" * 3000, "250", "\x00", "999 \u202e"])
def test_a_server_that_talks_nonsense(scripted: Callable[[Talk], int], answer: str) -> None:
    port = scripted(lambda connection: say_all(connection, [answer, answer, answer]))
    assert fault(server(port)).code in {"mail-connection", "mail-greeting"}


@pytest.mark.parametrize("pipelining", [False, True])
@pytest.mark.parametrize(
    ("answers", "final", "of_sender"),
    [
        ({"rina@contoh.id": ["550 no such user"]}, True, False),
        ({"rina@contoh.id": ["450 later"]}, False, False),
        ({"MAIL": ["550 not your address"]}, True, True),
        ({"MAIL": ["552 too much mail data"]}, True, False),
        ({"DATA": ["554 spam"]}, True, False),
        ({"DATA": ["451 later"]}, False, False),
        ({"MAIL": ["421 closing"]}, False, False),
    ],
)
def test_each_refusal_is_told_apart_and_the_next_letter_goes(
    start: Start, answers: dict[str, list[str]], final: bool, of_sender: bool, pipelining: bool
) -> None:
    box, port = start()
    box.answers.update({key: [*each] for key, each in answers.items()})
    box.pipelining = pipelining
    sender = server(port)
    with pytest.raises(RefusedError) as caught:
        sender.send(letter(), lambda: None)
    assert (caught.value.is_final, caught.value.of_sender) == (final, of_sender)
    sender.send(letter("budi@contoh.id"), lambda: None)
    sender.close()
    assert box.recipients == ["budi@contoh.id"]


@pytest.mark.parametrize("pipelining", [False, True])
def test_an_address_that_the_server_does_not_know_how_to_read(scripted: Callable[[Talk], int], start: Start, pipelining: bool) -> None:
    box, port = start()
    box.pipelining = pipelining
    server(port).send(letter("ανδρέας@contoh.id"), lambda: None)
    assert box.recipients == ["ανδρέας@contoh.id"]
    with pytest.raises(RefusedError, match="SMTPUTF8"):
        server(scripted(lambda connection: say_all(connection, ["220 x", EHLO]))).send(letter("ανδρέας@contoh.id"), lambda: None)


def test_a_letter_that_is_too_large_is_not_even_begun(start: Start) -> None:
    box, port = start(data_size_limit=1000)
    sender = server(port)
    assert sender.open().size == 1000
    with pytest.raises(RefusedError, match="SIZE 1000"):
        sender.send(letter(data=b"x" * 1001), lambda: None)
    sender.close()
    assert box.letters == []


def test_sender_and_recipient_are_said_in_one_go_where_the_server_takes_that(scripted: Callable[[Talk], int]) -> None:
    said: list[bytes] = []

    def talk(connection: socket.socket) -> None:
        say_all(connection, ["220 x", "250-contoh\r\n250 PIPELINING"])
        while not b"".join(said).count(b"\r\n") >= 2:  # a server that answers nothing until it has heard both
            said.append(connection.recv(1000))
        connection.sendall(b"250 OK\r\n550 no such user\r\n")
        connection.recv(1000)

    with pytest.raises(RefusedError, match="no such user"):
        server(scripted(talk)).send(letter(), lambda: None)
    assert b"".join(said) == b"MAIL FROM:<humas@contoh.go.id>\r\nRCPT TO:<rina@contoh.id>\r\n"


def drop_in_the_middle(connection: socket.socket) -> None:
    say_all(connection, ["220 x", EHLO, "250 OK", "250 OK", "354 go on"])
    connection.recv(1000)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # a reset, as when a cable is pulled


def test_a_connection_that_breaks_in_the_middle_of_a_letter(scripted: Callable[[Talk], int]) -> None:
    ended: list[bool] = []
    with pytest.raises(LostError):
        server(scripted(drop_in_the_middle)).send(letter(data=b"x" * 30_000_000 + b"\r\n"), lambda: ended.append(True))
    assert ended == []


@pytest.mark.parametrize("answers", [["220 x", EHLO], ["220 x", EHLO, "250 OK"], ["220 x", EHLO, "250 OK", "250 OK"]])
def test_a_connection_that_breaks_before_the_letter(scripted: Callable[[Talk], int], answers: list[str]) -> None:
    with pytest.raises(LostError):
        server(scripted(lambda connection: say_all(connection, answers))).send(letter(), lambda: None)


@pytest.mark.parametrize("last", [None, "", "150 what"])
def test_an_answer_that_is_lost_leaves_the_letter_in_doubt(scripted: Callable[[Talk], int], last: str | None) -> None:
    def talk(connection: socket.socket) -> None:
        say_all(connection, ["220 x", EHLO, "250 OK", "250 OK", "354 go on"])
        received = b""
        while not received.endswith(b"\r\n.\r\n"):
            received += connection.recv(1000)
        connection.sendall((last or "").encode() + b"\r\n" * bool(last))
        if last is None:
            connection.recv(1)  # silent until the other has had enough

    ended: list[bool] = []
    with pytest.raises(InDoubtError):
        server(scripted(talk)).send(letter(), lambda: ended.append(True))
    assert ended == [True]


def test_what_cannot_be_written_down_is_not_sent(start: Start) -> None:
    box, port = start()
    sender = server(port)

    def full() -> None:
        raise BriefingError("disk-full", ExitCode.CANNOT_WRITE, file="mailings.sqlite")

    with pytest.raises(BriefingError, match="disk-full"):
        sender.send(letter(), full)
    sender.send(letter("budi@contoh.id"), lambda: None)
    sender.close()
    assert box.recipients == ["budi@contoh.id"]
