"""briefing print: which form it makes, where it writes it, and where its password comes from."""

from __future__ import annotations

import getpass
import json
import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

from briefing.finishing import impose, protect
from briefing.model.problem import BriefingError, ExitCode

if TYPE_CHECKING:
    from tests.cli.conftest import Run


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a stand-in for a pack; the forms say what they were asked for."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BRIEFING_PASSWORD", raising=False)
    monkeypatch.setattr(impose, "booklet", lambda data, name: b"%PDF booklet of " + data)
    monkeypatch.setattr(impose, "handout", lambda data, name, count: b"%%PDF %d up" % count)
    monkeypatch.setattr(protect, "protected", lambda data, name, password: f"%PDF {password}".encode())
    monkeypatch.setattr("briefing.finishing.opened.open_ours", lambda data, name: None)
    Path("paket.pdf").write_bytes(b"%PDF pack")
    return Path("paket.pdf")


def test_a_booklet_is_written_beside_the_pack(run: Run, pack: Path) -> None:
    result = run("print", pack, "--booklet")

    assert result.exit_code == ExitCode.OK
    assert Path("paket-buku.pdf").read_bytes() == b"%PDF booklet of %PDF pack"
    assert "not for the archive: keep paket.pdf too" in result.stdout
    assert "turned on the short edge" in result.stdout


@pytest.mark.parametrize(("count", "edge"), [("2", "short"), ("4", "long")])
def test_handouts_are_written(run: Run, pack: Path, count: str, edge: str) -> None:
    result = run("print", pack, "--nup", count, "-o", "bagi.pdf")

    assert Path("bagi.pdf").read_bytes() == f"%PDF {count} up".encode()
    assert f"turned on the {edge} edge" in result.stdout


def test_a_password_is_asked_for_twice_and_never_shown(run: Run, pack: Path) -> None:
    result = run("print", pack, "--protect", input="rahasia-1\nrahasia-2\nrahasia-3\nrahasia-3\n")

    assert result.exit_code == ExitCode.OK
    assert Path("paket-sandi.pdf").read_bytes() == b"%PDF rahasia-3"
    assert "rahasia" not in result.output


def test_a_password_comes_from_the_environment(run: Run, pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_PASSWORD", "dari-luar")

    assert run("print", pack, "--protect", "--quiet").output == ""
    assert Path("paket-sandi.pdf").read_bytes() == b"%PDF dari-luar"


def test_without_a_terminal_it_is_told_where_a_password_may_come_from(run: Run, pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unseen(*_given: object, **_more: object) -> str:
        warnings.warn("Can not control echo on the terminal.", getpass.GetPassWarning, stacklevel=2)
        return "tercetak-di-layar"

    monkeypatch.setattr(click, "prompt", unseen)
    result = run("print", pack, "--protect")
    assert (result.exit_code, "Put it into BRIEFING_PASSWORD" in result.stderr) == (ExitCode.USAGE, True)
    assert not Path("paket-sandi.pdf").exists()


def test_a_password_comes_from_a_command(run: Run, pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_PASSWORD", "dari-luar")
    Path("sandi.py").write_text("print('dari-perintah')\nprint('lain')\n", encoding="utf-8")

    assert run("print", pack, "--protect", "--password-command", f'"{sys.executable}" sandi.py').exit_code == ExitCode.OK
    assert Path("paket-sandi.pdf").read_bytes() == b"%PDF dari-perintah"


@pytest.mark.parametrize("command", ["tidak-ada-perintah", '"belum ditutup', f'"{sys.executable}" -c "print(1/0)"', " "])
def test_a_command_that_fails_is_told(run: Run, pack: Path, command: str) -> None:
    result = run("print", pack, "--protect", "--password-command", command, "--json")

    assert json.loads(result.stdout)["error"]["code"] == "password-command"
    assert result.exit_code == ExitCode.USAGE
    assert not Path("paket-sandi.pdf").exists()


def test_a_short_password_is_refused(run: Run, pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_PASSWORD", "pendek")

    assert "fewer than 8 characters" in run("print", pack, "--protect").stderr


def test_a_password_is_no_option(run: Run, pack: Path) -> None:
    assert "No such option" in run("print", pack, "--protect", "--password", "rahasia-1").stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], "print-one-form"),
        (["--booklet", "--nup", "2"], "print-one-form"),
        (["--booklet", "--password-command", "x"], "print-password-unused"),
        (["--booklet", "-o", "paket.pdf"], "print-over-pack"),
        (["--booklet", "-o", "./paket.pdf"], "print-over-pack"),
        (["--booklet", "-o", "buku.doc"], "target-not-pdf"),
    ],
)
def test_what_cannot_be_asked_for_is_told(run: Run, pack: Path, arguments: list[str], code: str) -> None:
    result = run("print", pack, *arguments, "--json")

    assert (result.exit_code, json.loads(result.stdout)["error"]["code"]) == (ExitCode.USAGE, code)
    assert pack.read_bytes() == b"%PDF pack"


def test_what_the_program_did_not_write_is_not_replaced(run: Run, pack: Path) -> None:
    Path("artikel.pdf").write_bytes(b"bukan PDF")

    assert run("print", pack, "--booklet", "-o", "artikel.pdf").exit_code == ExitCode.CANNOT_WRITE
    assert Path("artikel.pdf").read_bytes() == b"bukan PDF"


def test_what_is_no_pack_is_told_before_a_password_is_asked_for(run: Run, pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(data: bytes, name: str) -> None:
        raise BriefingError("pack-foreign", ExitCode.INPUT_UNREADABLE, file=name)

    monkeypatch.setattr("briefing.finishing.opened.open_ours", refuse)
    result = run("print", pack, "--protect")

    assert result.exit_code == ExitCode.INPUT_UNREADABLE
    assert "Password" not in result.output
    assert "paket.pdf: is no pack of this program" in result.stderr
