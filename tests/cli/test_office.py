"""The office's own files: taken by every command that reads articles, and their faults told before any work."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from briefing.lexicon import load
from briefing.model.problem import ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.conftest import Run

INSTRUMENT = """
[[instrument]]
id = "pkpu-99-2024"
kind = "PKPU"
number = "99"
year = 2024
title_id = "Peraturan KPU Nomor 99 Tahun 2024"
title_en = "KPU Regulation No. 99 of 2024"
from = 2024-03-01
level = "official_copy"
source = "arsip"
"""
ARTICLE = "Judul: Netralitas\nTanggal: 5 Agustus 2024\n\nBudi mengingatkan ASN bahwa PKPU Nomor 99 Tahun 2024 melarang kampanye di kantor.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    yield tmp_path
    load.use(None)


def test_the_offices_law_is_that_of_find_and_show(run: Run, folder: Path) -> None:
    (before,) = json.loads(run("find", "a.txt").stdout)["articles"][0]["citations"]
    run("init", "--yes")
    (folder / "law").mkdir()
    (folder / "law" / "instruments.toml").write_text(INSTRUMENT, encoding="utf-8")
    (after,) = json.loads(run("find", "a.txt").stdout)["articles"][0]["citations"]

    assert (before["instrument"], after["instrument"]) == ("pkpu-99-2024", "pkpu-99-2024")
    assert (before["status_then"], after["status_then"]) == (None, "in_force")
    assert "pkpu-99-2024 [number printed, then in force" in run("show", "a.txt").stdout


@pytest.mark.parametrize("command", ["find", "show", "build"])
def test_a_fault_of_an_own_file_ends_the_command(run: Run, folder: Path, command: str) -> None:
    run("init", "--yes")
    (folder / "glossary.toml").write_text("[[term]]\nforms = [“a”]\n", encoding="utf-8")
    result = run(command, "a.txt")

    assert result.exit_code == ExitCode.USAGE
    assert "glossary.toml, line 2: " in result.stderr
    assert "curly quotation marks" in result.stderr
    assert not (folder / "paket.pdf").exists()
