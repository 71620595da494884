from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from briefing import pipeline
from briefing.model.problem import BriefingError, ExitCode, FaultsError, Problem
from briefing.rendering.profiles import copy_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_copy_writes_the_whole_set_of_a_profile(run: Run, tmp_path: Path) -> None:
    result = run("templates", "copy", tmp_path / "kami", "--profile", "pemkab")

    assert result.exit_code == ExitCode.OK
    assert f"briefing templates check {tmp_path / 'kami'}" in result.stdout
    written = {file.relative_to(tmp_path / "kami").as_posix(): file.read_text(encoding="utf-8") for file in (tmp_path / "kami").rglob("*.*")}
    assert written == copy_of("pemkab")


def test_copy_replaces_no_file(run: Run, tmp_path: Path) -> None:
    kept = tmp_path / "pack" / "cover.xhtml"
    kept.parent.mkdir()
    kept.write_text("milik kami", encoding="utf-8")
    result = run("templates", "copy", tmp_path)

    assert result.exit_code == ExitCode.CANNOT_WRITE
    assert f"{kept}: exists and is not replaced" in result.stderr
    assert kept.read_text(encoding="utf-8") == "milik kami"
    assert [file for file in tmp_path.rglob("*.*") if file != kept] == []


def test_copy_into_a_file_is_one_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "kami").write_text("x", encoding="utf-8")

    assert run("templates", "copy", tmp_path / "kami").exit_code == ExitCode.CANNOT_WRITE


def test_an_unknown_profile_is_told_with_the_known_ones(run: Run, tmp_path: Path) -> None:
    result = run("templates", "copy", tmp_path / "kami", "--profile", "pemprov")

    assert result.exit_code == ExitCode.USAGE
    assert "Choose bawaslu, pemkab" in result.stderr
    assert not (tmp_path / "kami").exists()


def test_check_finds_nothing_in_a_copy(run: Run, tmp_path: Path) -> None:
    run("templates", "copy", tmp_path / "kami", "--profile", "bawaslu")
    result = run("templates", "check", tmp_path / "kami", "--lang", "id")

    assert (result.exit_code, result.stderr) == (ExitCode.OK, "")
    assert "dapat dipakai" in result.stdout


def test_check_tells_every_fault_and_ends_with_its_code(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_folder: Path) -> tuple[Problem, ...]:
        first = {"template": "kami/pack/a.xhtml", "line": 2, "column": 5, "place": "2:5", "fault": "unexpected char '“'"}
        second = {"template": "kami/pack/b.xhtml", "line": 3, "element": "<video> in <td>", "known": "a, b, p"}
        faults = [
            ("template-fault", first),
            ("template-element", second),
            ("unknown-section", {"section": "ruls", "nearest": "rules", "known": "rules"}),
        ]
        raise FaultsError([BriefingError(code, ExitCode.TEMPLATE_FAULT, **arguments) for code, arguments in faults])  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "check_templates", fail)
    result = run("templates", "check", tmp_path)
    told = json.loads(run("templates", "check", tmp_path, "--json").stdout)

    assert result.exit_code == told["exit_code"] == ExitCode.TEMPLATE_FAULT
    assert "kami/pack/a.xhtml, line 2:5: unexpected char '“'" in result.stderr
    assert "kami/pack/b.xhtml, line 3: <video> in <td> is not possible here. Known here: a, b, p" in result.stderr
    assert "the nearest is “rules”" in result.stderr
    assert [error["code"] for error in told["errors"]] == ["template-fault", "template-element", "unknown-section"]


def test_check_tells_what_has_no_effect(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note = Problem(code="template-unused", arguments={"file": "pack/motto.xhtml", "section": "motto"})
    monkeypatch.setattr(pipeline, "check_templates", lambda _folder: (note,))
    result = run("templates", "check", tmp_path)

    assert result.exit_code == ExitCode.OK
    assert "Check: pack/motto.xhtml: no section prints it" in result.stderr


@pytest.mark.parametrize("arguments", [("templates",), ("templates", "--help"), ("templates", "copy", "--help")])
def test_the_commands_on_templates_explain_themselves(run: Run, arguments: tuple[str, ...]) -> None:
    assert "templates" in run(*arguments).output


def test_check_of_a_folder_without_templates_is_refused(run: Run, tmp_path: Path) -> None:
    result = run("templates", "check", tmp_path)

    assert result.exit_code == ExitCode.USAGE
    assert "there is no profile" in result.stderr
