"""Command lines that are wrong, and names that are hostile: one sentence in one language, on one line."""

from __future__ import annotations

import errno
import json
import os
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing import intake
from briefing.model.problem import ExitCode

if TYPE_CHECKING:
    from tests.cli.conftest import Run

ENGLISH = re.compile(
    r"\b(?:is|not|the|of|no|such|valid|value|range|integer|missing|argument|does|take|requires|unexpected|error|usage|try)\b", re.IGNORECASE
)

WRONG = [
    ["build", "--quotes", "abc", "a.txt"],
    ["build", "--quotes", "99", "a.txt"],
    ["build", "--quotes", "", "a.txt"],
    ["build", "--quotes"],
    ["build", "--quiet=ya", "a.txt"],
    ["build", "--kutip"],
    ["build", "--quote", "3"],
    ["build", "-x"],
    ["build", "-o"],
    ["build", "a\0b.txt"],
    ["find", ""],
    ["build", "a.txt", "-o", ""],
    ["build", "a.txt", "-o", "-"],
    ["build", "a.txt", "-o", "a\0.pdf"],
    ["find"],
    ["show"],
    ["show", "a.txt", "b.txt"],
    ["build", "--paper", "A5", "a.txt"],
    ["build", "--languages", "en", "a.txt"],
    ["templates", "kopi"],
    ["templates", "copy"],
    ["doctor", "a.txt"],
    ["init", "--kantor"],
    ["bilud"],
    ["--quiet"],
]


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_a_fault_of_the_command_line_is_indonesian_throughout(run: Run, arguments: list[str]) -> None:
    result = run(*arguments, env={"BRIEFING_LANG": "id"})

    assert result.exit_code == ExitCode.USAGE
    assert not ENGLISH.findall(re.sub(r"briefing(?: [a-z]+)+|'[^']*'", "", result.stderr))
    assert result.stderr.splitlines()[-1].startswith("Galat: ")


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_a_fault_of_the_command_line_is_a_report_with_json(run: Run, arguments: list[str]) -> None:
    result = run("--json", *arguments)
    report = json.loads(result.stdout)

    assert (result.exit_code, report["exit_code"], report["error"]["code"]) == (ExitCode.USAGE, ExitCode.USAGE, "usage")
    assert report["error"]["arguments"]["message"]
    assert report["command"] in {"", arguments[0], " ".join(arguments[:2])}
    assert result.stderr == ""


@pytest.mark.parametrize("language", ["EN", "en_US.UTF-8", " en-GB "])
def test_a_language_may_be_written_as_a_locale(run: Run, language: str) -> None:
    assert run("--help", env={"BRIEFING_LANG": language}).output.startswith("Usage:")
    assert run("--lang", language, "--help", env={"BRIEFING_LANG": "id"}).output.startswith("Usage:")


def test_an_unknown_language_of_the_environment_is_one_message(run: Run) -> None:
    result = run("find", "a.txt", env={"BRIEFING_LANG": "fr"})

    assert (result.exit_code, result.stdout) == (ExitCode.USAGE, "")
    assert result.stderr == "Galat: BRIEFING_LANG: bahasa “fr” tidak dikenal. Isi dengan id atau en, atau hapus.\n"
    assert run("--lang", "en", "--version", env={"BRIEFING_LANG": "fr"}).exit_code == ExitCode.OK
    assert json.loads(run("find", "a.txt", "--json", env={"BRIEFING_LANG": "fr"}).stdout)["error"]["code"] == "unknown-language"


HOSTILE = "a\nGalat: palsu\x1b[31m\u202e\u2028.txt"


def test_a_hostile_name_makes_no_line_and_no_colour_of_its_own(run: Run, tmp_path: Path) -> None:
    complaints = [
        run("find", tmp_path / HOSTILE),
        run("build", tmp_path / "a.txt", "-o", tmp_path / "none" / HOSTILE),
        run("bild" + HOSTILE),
        run("show", "a.txt", HOSTILE),
    ]

    for complaint in complaints:
        assert complaint.exit_code
        assert complaint.stderr.count("Galat: palsu<U+001B>[31m<U+202E>") == 1 or "\\n" in complaint.stderr
        assert not any(line.startswith("Galat: palsu") for line in complaint.stderr.splitlines())
        assert not {"\x1b", "\u202e", "\u2028"} & set(complaint.stderr)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_names_that_are_no_utf_8_or_have_a_line_end_are_read_and_told(run: Run, tmp_path: Path) -> None:
    for name in (HOSTILE, "b\udcff.txt"):
        Path(tmp_path / name).write_text("Judul\n\nJAMBI – Tidak ada kutipan di sini sama sekali.\n", encoding="utf-8")

    found, shown = run("find", tmp_path, "--verbose"), run("show", tmp_path)

    assert found.exit_code == shown.exit_code == ExitCode.OK
    assert "b<U+DCFF>.txt: holds no direct quote" in found.stderr
    assert not any(line.startswith("Galat: palsu") for line in (found.stderr + shown.output).splitlines())


def test_standard_input_has_its_own_name(run: Run) -> None:
    assert run("find", "-", input="").stderr.startswith("Error: standard input: is empty")
    assert run("find", "-", input="Judul\n\nJAMBI – Tidak ada kutipan.\n").stderr.startswith("Check: standard input: ")
    assert json.loads(run("find", "-", "--json", input="").stdout)["sources"][0]["error"]["arguments"]["file"] == "-"


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the folder that a program is in")
def test_a_working_folder_that_is_gone_is_told(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    tmp_path.rmdir()
    result = run("build", "--demo")

    assert result.exit_code == ExitCode.USAGE
    assert result.stderr == "Error: the folder that you are in does not exist any more. Go to another with cd and run the command again.\n"


def test_a_fault_of_ours_that_cannot_be_logged_is_one_sentence_all_the_same(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(intake, "find_all", lambda _: 1 / 0)
    monkeypatch.setattr(tempfile, "NamedTemporaryFile", fail)
    result = run("find", "a.txt")

    assert result.exit_code == ExitCode.INTERNAL
    assert (
        result.stderr == "Error: this is a fault of the program (ZeroDivisionError: division by zero). Please report it with what --verbose shows.\n"
    )
    assert json.loads(run("find", "a.txt", "--json").stdout)["command"] == "find"


@pytest.mark.parametrize(
    ("fault", "code", "sentence"),
    [
        (errno.EACCES, ExitCode.INPUT_UNREADABLE, "Error: people.toml: cannot be read"),
        (errno.ENAMETOOLONG, ExitCode.CANNOT_WRITE, "Error: people.toml: the name is longer"),
        (errno.ENOSPC, ExitCode.CANNOT_WRITE, "Error: people.toml: the disk is full"),
        (errno.ENOENT, ExitCode.INTERNAL, "Error: this is a fault of the program"),
    ],
)
def test_a_file_that_the_system_refuses_anywhere_is_no_fault_of_ours(
    run: Run, monkeypatch: pytest.MonkeyPatch, fault: int, code: ExitCode, sentence: str
) -> None:
    def refuse(_: object) -> None:
        raise OSError(fault, os.strerror(fault), "people.toml")

    monkeypatch.setattr(intake, "find_all", refuse)
    result = run("find", "a.txt")

    assert result.exit_code == code
    assert result.stderr.startswith(sentence)
