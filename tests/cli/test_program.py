"""The program as a whole: help, version, languages, consoles, and a start that loads nothing heavy."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing import __version__
from briefing.model.problem import ExitCode

if TYPE_CHECKING:
    from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]
HEAVY = ("reportlab", "jinja2", "pypdf", "PIL", "briefing.pipeline", "briefing.intake", "briefing.lexicon")


def start(*arguments: str, script: str = "", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program, or `script` before it, as a process of its own."""
    command = ["-c", f"{script}\nimport sys; sys.argv[0] = 'briefing'\nfrom briefing.__main__ import main; main()", *arguments]
    return subprocess.run([sys.executable, *command], cwd=ROOT, env=os.environ | environment, capture_output=True, check=False)


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["find", "--help"], ["show", "-h"], ["--version"], ["build"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    tell = "import atexit, sys; atexit.register(lambda: print(*(name for name in sys.modules), file=sys.stderr))"
    loaded = start(*arguments, script=tell).stderr.decode().split()

    assert "briefing.cli.main" in loaded
    assert [name for name in HEAVY if name in loaded] == []


def test_help_is_in_the_language_asked_for_wherever_it_is_asked(run: Run) -> None:
    english, indonesian = run("build", "--help"), run("--lang", "id", "build", "--help")

    assert english.exit_code == indonesian.exit_code == ExitCode.OK
    assert english.output.startswith("Usage: briefing build [OPTIONS] [SOURCE]...\n")
    assert indonesian.output.startswith("Pemakaian: briefing build [OPSI] [SUMBER]...\n")
    assert run("build", "--lang", "id", "-h").output == indonesian.output
    assert "Menampilkan bantuan ini, lalu selesai." in indonesian.output
    assert run("--help", "--lang", "id").output.startswith("Pemakaian: briefing [OPSI] PERINTAH [ARGUMEN]...\n")


def test_help_names_every_command(run: Run) -> None:
    output = run("--help").output

    assert all(name in output for name in ("build", "find", "show", "--lang", "--quiet", "--verbose", "--json", "--version"))


def test_the_version(run: Run) -> None:
    assert run("--version").output == f"briefing {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["find"], "Galat: Argumen belum disebutkan 'SUMBER...'."),
        (["bilud"], "Galat: Tidak ada perintah 'bilud'."),
        (["build", "--quotes", "0", "a.txt"], "Galat: Nilai tidak sah untuk '--quotes'"),
        (["build", "--otput"], "Galat: Tidak ada opsi '--otput'."),
        (["--lang", "jv", "build"], "Galat: Nilai tidak sah untuk '--lang'"),
    ],
)
def test_complaints_of_usage_are_indonesian_too(run: Run, arguments: list[str], sentence: str) -> None:
    result = run(*arguments, env={"BRIEFING_LANG": "id"})

    assert result.exit_code == ExitCode.USAGE
    assert sentence in result.stderr
    assert result.stderr.startswith("Pemakaian: briefing")


def test_a_console_in_windows_1252_prints_replacements(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Judul → 選挙\n\nJAMBI – “Aparatur negara harus netral → 選挙,” ujar Penjabat Bupati Budi Santoso.\n", encoding="utf-8")

    shown = start("show", str(article), PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    found = start("find", str(article), PYTHONIOENCODING="cp1252", PYTHONUTF8="0")

    assert shown.returncode == found.returncode == ExitCode.OK
    assert "Judul ? ??" in shown.stdout.decode("cp1252")
    assert json.loads(found.stdout)["articles"][0]["quotes"][0]["text"].endswith("→ 選挙")


def test_it_runs_where_the_modules_of_unix_are_missing(tmp_path: Path) -> None:
    missing = "import sys; sys.modules.update(dict.fromkeys(['resource', 'fcntl', 'pwd', 'grp']))"

    assert start("build", "--demo", "-o", str(tmp_path / "paket.pdf"), script=missing).returncode == ExitCode.OK


def test_a_closed_pipe_is_no_fault_of_ours(tmp_path: Path) -> None:
    command = f'"{sys.executable}" -m briefing find seeds seeds | "{sys.executable}" -c pass'
    result = subprocess.run(command, shell=True, cwd=ROOT, env=os.environ | {"TMPDIR": str(tmp_path)}, capture_output=True, check=False)

    assert b"Traceback" not in result.stderr
    assert list(tmp_path.glob("briefing-*.log")) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl-C to the whole console")
def test_ctrl_c_ends_the_process_with_130(tmp_path: Path) -> None:
    script = (
        "import signal, time; from briefing import intake; from briefing.__main__ import main\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a shell's background job is born deaf to it
        "intake.find_all = lambda _: (print('ready', flush=True), time.sleep(60))\n"
        "main()"
    )
    command = [sys.executable, "-c", script, "build", "--demo", "-o", str(tmp_path / "paket.pdf"), "--lang", "id"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=20)

    assert process.returncode == ExitCode.INTERRUPTED
    assert errors.decode().strip() == "Dihentikan; tidak ada berkas yang tertulis separuh."
    assert list(tmp_path.iterdir()) == []
