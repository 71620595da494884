"""Letters a second and CPU, with a pack attached, over loopback: `python tests/bench/mail.py PACK.pdf [COUNT] [PATH-OF-MAILMERGE]`.

Both programs are run as users run them, their start included; the server keeps nothing and answers at once. mailmerge is not needed by the
project: install it into an environment of its own to compare.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path


class Sink:
    """A server that takes every letter at once and keeps none, so that what is measured is the program that sends."""

    def __init__(self) -> None:
        self.letters = self.connections = 0
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._server.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            connection, _ = self._server.accept()
            self.connections += 1
            with connection, connection.makefile("rb") as lines:
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                connection.sendall(b"220 contoh\r\n")
                while line := lines.readline():
                    word = line[:4].upper().strip()
                    connection.sendall({b"DATA": b"354 go on\r\n", b"QUIT": b"221 bye\r\n"}.get(word, b"250 OK\r\n"))
                    if word == b"DATA":
                        self._take(connection)

    def _take(self, connection: socket.socket) -> None:
        end = b""
        while end != b"\r\n.\r\n":
            end = (end + connection.recv(1 << 20))[-5:]
        self.letters += 1
        connection.sendall(b"250 OK\r\n")


def main(pack: Path, count: int, other: str) -> None:
    """Print what each program took."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(pack, folder / "paket.pdf")
        rows = "".join(f"Warga {number},warga{number}@contoh.id\n" for number in range(count))
        (folder / "desa.csv").write_text("name,email\n" + rows, encoding="utf-8")
        ours: list[str | Path] = [Path(sys.executable).with_name("briefing"), "send", "paket.pdf", "--to", "desa.csv", "--send", "--yes", "--quiet"]
        tell("briefing", folder, ours, count)
        if other:
            (folder / "letter.txt").write_text(
                "TO: {{email}}\nFROM: humas@contoh.go.id\nSUBJECT: Paket\nATTACHMENT: paket.pdf\n\nYth. {{name}}\n", encoding="utf-8"
            )
            arguments = ["--no-dry-run", "--no-limit", "--template", "letter.txt", "--database", "desa.csv", "--config", "server.conf"]
            tell("mailmerge", folder, [Path(other), *arguments], count)


def tell(program: str, folder: Path, command: list[str | Path], count: int) -> None:
    """Run a command against a server of its own and print its letters a second."""
    sink = Sink()
    port = sink.port
    (folder / "briefing.toml").write_text(
        f'[mail]\nfrom = "humas@contoh.go.id"\nhost = "localhost"\nport = {port}\nsecurity = "none"\n', encoding="utf-8"
    )
    (folder / "server.conf").write_text(f"[smtp_server]\nhost = 127.0.0.1\nport = {port}\nsecurity = Never\n", encoding="utf-8")
    begin, before = time.perf_counter(), os.times()
    done = subprocess.run([*map(str, command)], cwd=folder, check=False, capture_output=True)
    seconds, after = time.perf_counter() - begin, os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    if done.returncode or sink.letters != count:
        sys.exit((done.stderr or done.stdout).decode())
    sys.stdout.write(
        f"{program}: {count} letters over {sink.connections} connections in {seconds:.1f} s, {count / seconds:.0f} a second, CPU {cpu:.1f} s\n"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int((sys.argv[2:3] or ["100"])[0]), (sys.argv[3:4] or [""])[0])
