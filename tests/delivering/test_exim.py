"""Against Exim, as a real server: plain, STARTTLS with a password, SMTPS, its size limit, its refusals and its delivery reports."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from email import message_from_bytes, policy
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

import pytest

from tests.delivering.conftest import PASSWORD, PATIENCE, USER, Office, free_port

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage

EXIM = shutil.which("exim4") or ("/usr/sbin/exim4" if os.path.exists("/usr/sbin/exim4") else None)  # noqa: PTH110 - not on the path of everybody
OWNER = "Debian-exim"
TRIES = 3
DELIVERY = 60.0  # seconds for letters to be in the mailbox, on a machine that is busy with other things
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not EXIM, reason="exim4-daemon-light is not installed"),
    pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="Exim starts as root"),
]

CONFIGURATION = """
primary_hostname = mail.contoh.test
spool_directory = {folder}/spool
log_file_path = {folder}/log/%slog
daemon_startup_retries = 0
daemon_smtp_ports = {plain} : {starttls} : {tls}
tls_on_connect_ports = {tls}
local_interfaces = 127.0.0.1
tls_advertise_hosts = ${{if eq{{$received_port}}{{{starttls}}}{{*}}}}
tls_certificate = {folder}/certificate.pem
tls_privatekey = {folder}/certificate.pem
tls_dhparam = none
smtputf8_advertise_hosts = *
message_size_limit = 2M
smtp_accept_max_per_connection = {most}
acl_smtp_rcpt = recipient
keep_environment =
never_users =
qualify_domain = contoh.test

begin acl
recipient:
  deny local_parts = tiada
       message = no such user here
  defer local_parts = nanti
       message = try later
  deny condition = ${{if and{{{{!eq{{$received_port}}{{{plain}}}}}{{!def:sender_host_authenticated}}}}}}
       message = log in first
  accept

begin routers
returned:
  driver = redirect
  local_parts = penuh
  allow_fail
  data = :fail: mailbox is full
box:
  driver = accept
  transport = box

begin transports
box:
  driver = appendfile
  directory = {folder}/mail
  maildir_format
  envelope_to_add
  user = Debian-exim

begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_advertise_condition = ${{if def:tls_in_cipher}}
  server_prompts = :
  server_condition = ${{if and{{{{eq{{$auth2}}{{{user}}}}}{{eq{{$auth3}}{{{password}}}}}}}}}
login:
  driver = plaintext
  public_name = LOGIN
  server_advertise_condition = ${{if def:tls_in_cipher}}
  server_prompts = <| Username: | Password:
  server_condition = ${{if and{{{{eq{{$auth1}}{{{user}}}}}{{eq{{$auth2}}{{{password}}}}}}}}}
"""


class Exim:
    """A running Exim: its ports, and the letters in the one mailbox that it has for everybody."""

    def __init__(self, folder: Path, ports: dict[str, int]) -> None:
        self.folder, self.ports = folder, ports

    def letters(self, count: int) -> dict[str, EmailMessage]:
        """Return the letters by their recipients, once there are so many."""
        new, limit = self.folder / "mail" / "new", time.monotonic() + DELIVERY
        while time.monotonic() < limit:
            if new.is_dir() and len(files := list(new.iterdir())) >= count:
                found = [message_from_bytes(file.read_bytes(), policy=policy.default) for file in files]
                assert len(found) == count
                return {str(message["Envelope-to"]).strip(): message for message in found}
            Event().wait(0.1)  # time.sleep waits for nobody here
        pytest.fail(f"not {count} letters within {DELIVERY:.0f} s:\n{told(self.folder)}")


@pytest.fixture
def exim(trusted: Path) -> Iterator[Exim]:
    with tempfile.TemporaryDirectory() as name:  # not below the folder of pytest, into which only root may look
        folder = Path(name)
        ports, daemon = begun(folder, trusted)
        yield Exim(folder, ports)
        end(daemon)


def begun(folder: Path, trusted: Path) -> tuple[dict[str, int], subprocess.Popen[bytes]]:
    """Start Exim, anew where another program has taken one of its ports meanwhile."""
    shutil.copy(trusted, folder / "certificate.pem")
    import pwd  # where there is no Exim, there may be no such module

    owner = pwd.getpwnam(OWNER)
    for name in ("spool", "log", "mail"):
        (folder / name).mkdir()
    for place in (folder, *folder.iterdir()):
        os.chown(place, owner.pw_uid, owner.pw_gid)
    for _ in range(TRIES):
        ports = {name: free_port() for name in ("plain", "starttls", "tls")}
        text = CONFIGURATION.format(folder=folder, user=USER, password=PASSWORD, most=1000, **ports)
        (folder / "exim.conf").write_text(text, encoding="utf-8")
        os.chown(folder / "exim.conf", 0, owner.pw_gid)
        (folder / "exim.conf").chmod(0o640)
        with (folder / "log" / "stderr").open("wb") as said:  # a pipe would be held open by what Exim leaves running, or fill up
            daemon = subprocess.Popen([str(EXIM), "-C", str(folder / "exim.conf"), "-bdf"], stderr=said, start_new_session=True)
        if answers(ports, daemon):
            return ports, daemon
        end(daemon)
    pytest.fail(f"Exim did not begin within {TRIES} × {PATIENCE:.0f} s:\n{told(folder)}")


def answers(ports: dict[str, int], daemon: subprocess.Popen[bytes]) -> bool:
    """Return whether all ports take a connection before the time is up or Exim ends."""
    limit = time.monotonic() + PATIENCE
    while daemon.poll() is None and time.monotonic() < limit:
        try:
            for port in ports.values():
                socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            Event().wait(0.1)
        else:
            return True
    return False


def end(daemon: subprocess.Popen[bytes]) -> None:
    """End Exim and all that it started, which is its own group; who does not hear is killed."""
    for signal_ in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(daemon.pid, signal_)
        with contextlib.suppress(subprocess.TimeoutExpired):
            daemon.wait(PATIENCE)


def told(folder: Path) -> str:
    """Return what Exim says of itself."""
    return "\n".join(file.read_text(encoding="utf-8", errors="replace") for file in sorted((folder / "log").iterdir()))


@pytest.mark.parametrize(("kind", "account"), [("plain", {"security": "none"}), ("starttls", {"user": USER}), ("tls", {"user": USER})])
def test_the_pack_arrives_byte_for_byte(exim: Exim, office: Office, pdf: bytes, kind: str, account: dict[str, Any]) -> None:
    office.settings(**{"port": exim.ports[kind], "security": kind, **account})
    names = {"rina@contoh.test": "Rína Wati – “Désa”, S.H.", "dinas@contoh.test": "अशोक", "ανδρέας@contoh.test": "Ανδρέας"}
    (office.folder / "désa.csv").write_text(
        "surel;nama\n" + "".join(f'{to};"{name.replace(chr(34), "")}"\n' for to, name in names.items()), encoding="utf-8"
    )
    result = office.run("send", "paket.pdf", "--to", "désa.csv", "--send", "--yes")
    assert result.exit_code == 0, result.output
    letters = exim.letters(3)
    assert letters.keys() == names.keys()
    for address, message in letters.items():
        assert [(whole(to.display_name), whole(to.addr_spec)) for to in message["To"].addresses] == [(names[address], address)]
        assert next(iter(message.iter_attachments())).get_content() == pdf
        assert names[address] in next(part for part in message.walk() if part.get_content_type() == "text/html").get_content()
        assert str(message["Subject"]) == "Netralitas ASN dan Kepala Desa dalam Pilkada"


def whole(text: str) -> str:
    """Return what a header of eight bits says, which the parser gives back byte by byte."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8")


def test_refused_put_off_and_returned(exim: Exim, office: Office) -> None:
    office.settings(port=exim.ports["starttls"], security="starttls", user=USER)
    to = [f"{name}@contoh.test" for name in ("tiada", "nanti", "penuh", "rina")]
    assert office.run("send", "paket.pdf", "--to", ",".join(to), "--send", "--yes", "--mailing", "apel").exit_code == 10
    assert office.states("apel") == dict(zip(to, ("refused", "deferred", "sent", "sent"), strict=True))
    report = exim.letters(2)["humas@contoh.go.id"]
    (office.folder / "laporan.eml").write_bytes(report.as_bytes())
    assert "laporan.eml: noted" in office.run("sent", "apel", "--report", "laporan.eml").stdout
    assert office.states("apel")[to[2]] == "refused"


def test_what_is_too_large_for_it(exim: Exim, office: Office, pdf: bytes) -> None:
    office.settings(port=exim.ports["plain"])
    (office.folder / "paket.pdf").write_bytes(pdf + b"%" + b"x" * 2_000_000 + b"\n")
    result = office.send("--send", "--yes")
    assert (result.exit_code, "takes 2.1 MB" in result.stderr) == (9, True)


def test_a_wrong_password_and_none(exim: Exim, office: Office) -> None:
    office.settings(port=exim.ports["starttls"], security="starttls", user=USER)
    assert "does not take the password" in office.send("--send", "--yes", env={"BRIEFING_MAIL_PASSWORD": "salah"}).stderr
    office.settings(port=exim.ports["starttls"], security="starttls")
    office.send("--send", "--yes")
    assert set(office.states().values()) == {"refused"}, office.run("sent", "paket-desa").output
    office.settings(port=exim.ports["plain"], security="starttls")
    assert "offers no encryption" in office.send("--send", "--yes", "--mailing", "lain").stderr
