"""What a mailing costs, against mailmerge: `python -m tests.bench.mail PACK.pdf [COUNT] [PATH-OF-MAILMERGE] [MILLISECONDS]`.

Letters a second over loopback tell more of what else the machine does than of the programs. So three things are measured that do not depend on
it: the CPU time of the program, its start included (the least of some runs, the programs taking turns); the round trips, a connection and each
answer of the server counting one; and the time over a line that takes so many MILLISECONDS for each round trip, which the server waits. The server
keeps nothing, and runs in this process, so that its work is nobody's CPU time. mailmerge is not needed by the project: install it into an environment
of its own to compare.
"""

from __future__ import annotations

import os
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Final

from tests.delivering.conftest import certificate

RUNS: Final = 3
ANSWERS: Final = {b"DATA": b"354 go on\r\n", b"QUIT": b"221 bye\r\n", b"STAR": b"220 go on\r\n", b"AUTH": b"235 welcome\r\n"}
HANDSHAKE: Final = 1  # round trips of TLS 1.3


class Sink:
    """A server that takes every letter and keeps none; with a certificate it offers STARTTLS, and a password within that. `line` is in seconds."""

    def __init__(self, pem: Path | None = None, line: float = 0.0) -> None:
        self.letters = self.trips = 0
        self._line = line
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER) if pem else None
        if self._context and pem:
            self._context.load_cert_chain(pem)
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._server.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            connection, _ = self._server.accept()
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._wait()
            self._say(connection, b"220 contoh\r\n")
            while self._talk(connection):  # once in plain words, once more within TLS
                self._wait(HANDSHAKE)
                assert self._context
                connection = self._context.wrap_socket(connection, server_side=True)
            connection.close()

    def _talk(self, connection: socket.socket) -> bool:
        """Answer until the client goes, or wants STARTTLS: then return True."""
        offers = [b"AUTH PLAIN"] if isinstance(connection, ssl.SSLSocket) else [b"STARTTLS"] if self._context else []
        offer = b"".join(b"250-%b\r\n" % each for each in (b"contoh", *offers)) + b"250 PIPELINING\r\n"
        while heard := self._heard(connection):
            words = [line[:4].upper().strip() for line in heard.splitlines()]
            self._say(connection, b"".join(offer if word == b"EHLO" else ANSWERS.get(word, b"250 OK\r\n") for word in words))
            if words[-1] == b"STAR":
                return True
            if words[-1] == b"DATA":
                end = b""
                while end != b"\r\n.\r\n":
                    end = (end + connection.recv(1 << 20))[-5:]
                self.letters += 1
                self._say(connection, b"250 OK\r\n")
        return False

    def _heard(self, connection: socket.socket) -> bytes:
        """Return the lines that the client says in one go; none where it has gone."""
        heard = b""
        while not heard.endswith(b"\r\n"):
            part = connection.recv(1 << 16)
            if not part:
                return b""
            heard += part
        return heard

    def _wait(self, trips: int = 1) -> None:
        self.trips += trips
        time.sleep(self._line * trips)

    def _say(self, connection: socket.socket, answer: bytes) -> None:
        self._wait()
        connection.sendall(answer)


def main(pack: Path, count: int, other: str, line: float) -> None:
    """Print what each program takes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(pack, folder / "paket.pdf")
        rows = "".join(f"Warga {number},warga{number}@contoh.id\n" for number in range(count))
        (folder / "desa.csv").write_text("name,email\n" + rows, encoding="utf-8")
        (folder / "letter.txt").write_text(
            "TO: {{email}}\nFROM: humas@contoh.go.id\nSUBJECT: Paket\nATTACHMENT: paket.pdf\n\nYth. {{name}}\n", encoding="utf-8"
        )
        ours = [str(Path(sys.executable).with_name("briefing")), "send", "paket.pdf", "--to", "desa.csv", "--send", "--yes", "--quiet"]
        theirs = [other, "--no-dry-run", "--no-limit", "--template", "letter.txt", "--database", "desa.csv", "--config", "server.conf"]
        programs = {"briefing": ours} | ({"mailmerge": theirs} if other else {})
        for kind, pem in (("plain", None), ("STARTTLS, password", certificate(folder))):
            costs = [{program: run(folder, command, Sink(pem), pem, count) for program, command in programs.items()} for _ in range(RUNS)]
            waited = {program: run(folder, command, Sink(pem, line), pem, count) for program, command in programs.items()}
            for program in programs:
                cpu, trips = min(each[program][0] for each in costs), waited[program][2]
                sys.stdout.write(
                    f"{kind:<20} {program:<10} CPU {cpu:5.1f} s   round trips a letter {trips / count:5.2f}   "
                    f"over a line of {line * 1000:.0f} ms {waited[program][1]:6.1f} s, {count / waited[program][1]:4.1f} letters a second\n"
                )


def run(folder: Path, command: list[str], sink: Sink, pem: Path | None, count: int) -> tuple[float, float, int]:
    """Run a command against a server of its own; return its CPU time and its time in seconds, and the round trips."""
    security, user = ("starttls", 'user = "humas"\n') if pem else ("none", "")
    settings = f'[mail]\nfrom = "humas@contoh.go.id"\nhost = "localhost"\nport = {sink.port}\nsecurity = "{security}"\n{user}'
    (folder / "briefing.toml").write_text(settings, encoding="utf-8")
    account = "security = STARTTLS\nusername = humas\n" if pem else "security = Never\n"
    (folder / "server.conf").write_text(f"[smtp_server]\nhost = localhost\nport = {sink.port}\n{account}", encoding="utf-8")
    (folder / "mailings.sqlite").unlink(missing_ok=True)
    environment = {**os.environ, "BRIEFING_MAIL_PASSWORD": "sandi", **({"SSL_CERT_FILE": str(pem)} if pem else {})}
    begin, before = time.perf_counter(), os.times()
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True, input=b"sandi\n", env=environment)
    seconds, after = time.perf_counter() - begin, os.times()
    if done.returncode or sink.letters != count:
        sys.exit((done.stderr or done.stdout).decode())
    return after.children_user + after.children_system - before.children_user - before.children_system, seconds, sink.trips


if __name__ == "__main__":
    main(Path(sys.argv[1]), int((sys.argv[2:3] or ["100"])[0]), (sys.argv[3:4] or [""])[0], float((sys.argv[4:5] or ["50"])[0]) / 1000)
