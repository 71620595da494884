"""Standard streams that are full, closed, missing or narrow cost a sentence at most, never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.model.problem import ExitCode

ROOT = Path(__file__).parents[2]
FULL = Path("/dev/full")
ARTICLE = "Judul\n\nJAMBI – “Aparatur negara harus netral,” ujar Penjabat Bupati Budi Santoso.\n"

needs_a_full_device = pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")
needs_a_shell = pytest.mark.skipif(os.name == "nt", reason="these are redirections of a Unix shell")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE + "".join(f"\nIa menegaskan aturan nomor {number} berlaku bagi semua.\n" for number in range(60)), encoding="utf-8")
    return path


def shell(command: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program as `$briefing` in a shell, in English."""
    settings = os.environ | {"briefing": f"{sys.executable} -m briefing", "BRIEFING_LANG": "en"} | environment
    return subprocess.run(["/bin/sh", "-c", command], cwd=ROOT, env=settings, capture_output=True, check=False)


@needs_a_full_device
@pytest.mark.parametrize("arguments", ["--help", "--version", "find --help", "find {}", "find {} --json", "show {}", "bild --json"])
def test_a_full_standard_output_is_one_sentence_and_7(article: Path, arguments: str) -> None:
    result = shell(f"$briefing {arguments.format(article)} > {FULL}")

    assert result.returncode == ExitCode.CANNOT_WRITE
    assert result.stderr.decode().startswith("Error: standard output cannot be written (No space left on device).")
    assert result.stderr.count(b"\n") == 1


@needs_a_shell
def test_what_a_file_takes_only_in_part_is_told_even_without_buffers(article: Path, tmp_path: Path) -> None:
    limited = f"ulimit -f 2; trap '' XFSZ; $briefing find {article} > {tmp_path / 'findings.json'}"
    result = shell(limited, PYTHONUNBUFFERED="1")

    assert result.returncode == ExitCode.CANNOT_WRITE
    assert result.stderr.decode().startswith("Error: standard output cannot be written (File too large).")


@needs_a_full_device
def test_a_full_standard_error_is_borne_in_silence() -> None:
    assert shell(f"$briefing find missing.txt 2> {FULL}").returncode == ExitCode.INPUT_UNREADABLE
    assert shell(f"$briefing bild > {FULL} 2>&1").returncode == ExitCode.USAGE


@needs_a_shell
@pytest.mark.parametrize("arguments", ["--help", "show {}", "find {}"])
def test_a_reader_that_has_had_enough_is_no_fault(article: Path, arguments: str) -> None:
    result = shell(f"{{ $briefing {arguments.format(article)}; echo $? >&2; }} | :")

    assert result.stderr.decode() == f"{int(ExitCode.READER_GONE)}\n"


@needs_a_shell
@pytest.mark.parametrize(
    ("arguments", "code"),
    [("find {} >&- 2>&-", 0), ("bild 2>&-", 2), ("find missing.txt >&- 2>&-", 3), ("find - <&-", 3), ("show {} 2>&- <&-", 0), ("--help >&-", 0)],
)
def test_missing_streams_are_borne(article: Path, arguments: str, code: int) -> None:
    result = shell(f"$briefing {arguments.format(article)}")

    assert result.returncode == code
    assert b"Traceback" not in result.stderr


@pytest.mark.parametrize("charset", ["ascii", "cp437", "cp1252", "utf-16"])
def test_a_narrow_console_gets_its_own_charset(article: Path, charset: str) -> None:
    article.write_text("Judul → 選挙\n\n" + ARTICLE, encoding="utf-8")
    command = [sys.executable, "-m", "briefing", "show", str(article)]
    result = subprocess.run(command, cwd=ROOT, env=os.environ | {"PYTHONIOENCODING": charset, "PYTHONUTF8": "0"}, capture_output=True, check=False)

    assert result.returncode == ExitCode.OK
    assert "Budi Santoso" in result.stdout.decode(charset)


@pytest.mark.parametrize("module", ["gettext", "click", "briefing.messages", "briefing.cli.main", "briefing.cli.build"])
def test_ctrl_c_while_the_program_loads_is_one_sentence_and_130(module: str) -> None:
    interrupt = (
        "import sys\n"
        "class Interrupt:\n"
        "    def find_spec(self, name, *_):\n"
        f"        if name == {module!r}: sys.meta_path.remove(self); raise KeyboardInterrupt\n"
        f"sys.modules.pop({module!r}, None); sys.meta_path.insert(0, Interrupt())\n"
        "from briefing.__main__ import main; main()\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", interrupt, "--help"], cwd=ROOT, env=os.environ | {"BRIEFING_LANG": "en"}, capture_output=True, check=False
    )

    assert result.returncode == ExitCode.INTERRUPTED
    assert result.stderr.decode().split("\n") == ["Stopped; no file is half written.", ""]


@needs_a_shell
@pytest.mark.parametrize(
    ("environment", "drawn"), [({"TERM": "xterm"}, True), ({"TERM": "dumb"}, False), ({"TERM": "xterm", "NO_COLOR": "1"}, False)]
)
def test_a_plain_terminal_gets_no_escape_sequences(article: Path, tmp_path: Path, environment: dict[str, str], drawn: bool) -> None:
    pty = pytest.importorskip("pty")
    command = [sys.executable, "-m", "briefing", "find", str(article), "missing.txt", "-o", str(tmp_path / "findings.json")]
    settings = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "TERM"}} | environment
    leader, follower = pty.openpty()
    with subprocess.Popen(command, cwd=ROOT, env=settings, stdout=follower, stderr=follower) as process:
        process.wait(timeout=20)
    os.close(follower)
    shown = os.read(leader, 100_000)
    os.close(leader)

    assert b"findings.json" in shown
    assert (b"\x1b[" in shown) is drawn
