"""briefing doctor: each subject ready or with what to do, and an exit code for all."""

from __future__ import annotations

import json
import shutil
from importlib.metadata import PackageNotFoundError
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from briefing.model.problem import ExitCode

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "kerja").mkdir()
    monkeypatch.chdir(tmp_path / "kerja")
    return tmp_path / "kerja"


def test_where_nothing_is_set_up_all_is_ready(run: Run, folder: Path) -> None:
    result = run("doctor")

    assert result.exit_code == ExitCode.OK, result.output
    assert "Fonts: ready (Sans, " in result.stdout
    assert "Settings (briefing.toml): ready, nothing set up\n" in result.stdout
    assert f"Folder for packs: ready ({folder})\n" in result.stdout
    assert list(folder.iterdir()) == []


def test_what_was_set_up_is_named(run: Run, folder: Path) -> None:
    run("init", "--yes", "--profile", "bawaslu", "--paper", "F4")
    output = run("doctor").stdout

    assert f"Settings (briefing.toml): ready ({folder / 'briefing.toml'})\n" in output
    assert f"Officials (people.toml): ready ({folder / 'people.toml'})\n" in output
    assert "Profile and paper: ready (bawaslu, F4)\n" in output


def test_every_fault_has_a_line_with_what_to_do(run: Run, folder: Path) -> None:
    (folder / "briefing.toml").write_text("logo = 'logo.png'\n", encoding="utf-8")
    (folder / "logo.png").write_bytes(b"%PDF-1.7")
    (folder / "people.toml").write_text("[[person]]\nnama = 'Budi'\n", encoding="utf-8")
    (folder / "glossary.toml").write_text("[[term]]\nforms = ['x']\n", encoding="utf-8")
    (folder / "paket.pdf").mkdir()
    (folder / "law").mkdir()
    (folder / "law" / "instruments.toml").write_text("x", encoding="utf-8")
    result = run("doctor", "--lang", "id")

    assert result.exit_code == ExitCode.NOT_READY
    faulty = {line.split(":")[0] for line in result.stdout.splitlines() if "BELUM SIAP" in line}
    expected = {"Logo", "Pejabat (people.toml)", "Glosarium sendiri (glossary.toml)", "Peraturan sendiri (law/)", "Folder untuk paket"}
    assert faulty == expected


def test_faulty_settings_hide_nothing_else(run: Run, folder: Path) -> None:
    (folder / "briefing.toml").write_text("kertas = 'F4'\npaper = 'A5'\n", encoding="utf-8")
    result = run("doctor")

    assert result.exit_code == ExitCode.NOT_READY
    assert result.stdout.count("NOT READY") == 2
    assert "Free space: ready" in result.stdout


def test_a_full_disk_and_a_missing_library(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: SimpleNamespace(free=5_000_000))
    monkeypatch.setattr("importlib.metadata.version", missing)
    output = run("doctor").stdout

    assert "only 5 MB are free" in output
    assert "Libraries: NOT READY – the library click is missing." in output


def test_a_font_that_cannot_be_loaded(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(name: str) -> None:
        raise OSError(name)

    monkeypatch.setattr("briefing.rendering.pdf.fonts.font", broken)

    assert "Fonts: NOT READY – the fonts cannot be loaded (OSError: Sans)." in run("doctor").stdout


def test_the_report_for_machines_has_every_row(run: Run, folder: Path) -> None:
    (folder / "people.toml").write_text("[[person]]\n", encoding="utf-8")
    (folder / "briefing.toml").write_text("", encoding="utf-8")
    result = run("doctor", "--json")
    report = json.loads(result.stdout)

    assert (result.exit_code, report["exit_code"]) == (ExitCode.NOT_READY, ExitCode.NOT_READY)
    rows = {row["subject"]: row for row in report["checks"]}
    assert rows["subject-fonts"]["ready"]
    assert [error["code"] for error in rows["subject-people"]["errors"]] == ["toml-missing-key"]


def test_every_fault_of_the_memory_is_told(run: Run, folder: Path) -> None:
    (folder / "briefing.toml").write_text("", encoding="utf-8")
    (folder / "memory.csv").write_text("source;target;status\nSatu;One;x\nDua;#NAME?;\n", encoding="utf-8")
    result = run("doctor")

    assert result.exit_code == ExitCode.NOT_READY
    assert [line.split(", ")[1][:6] for line in result.stdout.splitlines() if line.startswith("Translation memory (memory.csv): NOT READY")] == [
        "line 2",
        "line 3",
    ]


def test_of_what_faulty_settings_name_nothing_is_said(run: Run, folder: Path) -> None:
    (folder / "briefing.toml").write_text('kopsurat = "x"\nprofile = "bawaslu"\n', encoding="utf-8")
    rows = {row["subject"] for row in json.loads(run("doctor", "--json").stdout)["checks"]}
    assert "subject-settings" in rows
    assert not rows & {"subject-logo", "subject-profile", "subject-people", "subject-glossary", "subject-law"}


def test_quiet_leaves_the_faults(run: Run, folder: Path) -> None:
    assert run("doctor", "--quiet").stdout == ""


def test_whether_scans_can_be_read_is_told_and_how_to_install_what_reads_them(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.reading.pdf.ocr.program", lambda: "/opt/tesseract")
    monkeypatch.setattr("briefing.reading.pdf.ocr.language", lambda: True)
    assert "Scanned PDF files (Tesseract): ready (/opt/tesseract, ind)\n" in run("doctor").stdout

    monkeypatch.setattr("briefing.reading.pdf.ocr.language", lambda: False)
    result = run("doctor")
    assert result.exit_code == ExitCode.OK
    line = next(line for line in result.stdout.splitlines() if line.startswith("Scanned PDF files"))
    assert all(words in line for words in ("Windows:", "sudo apt install tesseract-ocr-ind", "brew install tesseract-lang"))
    rows = {row["subject"]: row for row in json.loads(run("doctor", "--json").stdout)["checks"]}
    assert (rows["subject-scans"]["ready"], rows["subject-scans"]["advice"]) == (True, "scans-unread")
