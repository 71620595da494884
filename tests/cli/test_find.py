"""briefing find: the findings as JSON, on standard output or in a file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from briefing.files import shipped
from briefing.model.problem import ExitCode

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_the_findings_go_to_standard_output_in_ascii(run: Run) -> None:
    result = run("find", shipped("seeds"))
    findings = json.loads(result.stdout)

    assert result.exit_code == ExitCode.OK
    assert result.stdout.isascii()
    assert findings["format"] == "briefing.findings"
    assert len(findings["articles"]) == 5


def test_the_findings_go_to_a_file_in_utf_8(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "findings.json"
    result = run("find", shipped("seeds"), "-o", target)

    assert (result.exit_code, result.stdout) == (ExitCode.OK, f"Written: {target} (articles: 5)\n")
    assert json.loads(target.read_text(encoding="utf-8")) == json.loads(run("find", shipped("seeds")).stdout)


def test_one_bad_file_costs_no_other(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Judul\n\n“Netral,” ujar Budi.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")

    result = run("find", tmp_path)

    assert result.exit_code == ExitCode.BUILT_IN_PART
    assert [article["source"]["name"] for article in json.loads(result.stdout)["articles"]] == ["a.txt"]
    assert "Error: b.txt: is empty" in result.stderr


def test_nothing_is_written_when_nothing_could_be_read(run: Run, tmp_path: Path) -> None:
    result = run("find", tmp_path / "missing.txt", "-o", tmp_path / "findings.json")

    assert result.exit_code == ExitCode.INPUT_UNREADABLE
    assert not (tmp_path / "findings.json").exists()


def test_the_report_for_machines_holds_the_findings(run: Run) -> None:
    report = json.loads(run("find", shipped("seeds"), "--json").stdout)

    assert report["findings"] == json.loads(run("find", shipped("seeds")).stdout)


def test_an_article_is_not_overwritten(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Judul\n\n“Netral,” ujar Budi.\n", encoding="utf-8")

    assert run("find", article, "-o", article).exit_code == ExitCode.CANNOT_WRITE
    assert article.read_text(encoding="utf-8").startswith("Judul")


def test_a_name_is_proposed_that_ends_in_json(run: Run, tmp_path: Path) -> None:
    (tmp_path / "paket.pdf").write_bytes(b"%PDF-1.7 a pack")

    assert "for example temuan.json" in run("find", shipped("seeds"), "-o", tmp_path / "paket.pdf").stderr
    assert f"for example {tmp_path / 'temuan.json'}" in run("find", shipped("seeds"), "-o", tmp_path).stderr
