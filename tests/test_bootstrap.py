"""The first run in a fresh checkout: what it installs, once, and what it says where it cannot."""

from __future__ import annotations

import subprocess
import sys
import tomllib
import venv
from pathlib import Path

import pytest

from briefing import bootstrap


class Recorder:
    """Stands in for subprocess.run and venv.create, and remembers what they were asked for."""

    def __init__(self, code: int = 0) -> None:
        self.code = code
        self.commands: list[list[str]] = []
        self.options: list[dict[str, object]] = []

    def run(self, command: list[object], **_: object) -> subprocess.CompletedProcess[bytes]:
        self.commands.append([str(word) for word in command])
        return subprocess.CompletedProcess(self.commands[-1], self.code)

    def create(self, folder: Path, **options: object) -> None:
        folder.mkdir(exist_ok=True)
        self.options.append(options)


@pytest.fixture
def recorder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Recorder:
    recorder = Recorder()
    monkeypatch.setenv("BRIEFING_VENV", str(tmp_path / "env"))
    monkeypatch.setenv("BRIEFING_LANG", "en")
    monkeypatch.setattr(subprocess, "run", recorder.run)
    monkeypatch.setattr(venv, "create", recorder.create)
    return recorder


def have(monkeypatch: pytest.MonkeyPatch, *modules: str) -> None:
    monkeypatch.setattr(bootstrap, "find_spec", lambda name: name if name in modules else None)


def test_it_installs_once_and_runs_the_program(recorder: Recorder) -> None:
    assert bootstrap.main(["build", "seeds"]) == 0
    assert bootstrap.main(["build", "seeds"]) == 0

    install, first, second = recorder.commands
    assert install[:4] == [sys.executable, "-m", "pip", "--python"]
    assert install[-2:] == ["--editable", str(bootstrap.ROOT)]
    assert first == second
    assert Path(first[0]).name == "briefing"
    assert first[1:] == ["build", "seeds"]


def test_the_tests_bring_their_own_packages(recorder: Recorder) -> None:
    bootstrap.main(["test", "-k", "files"])

    project = tomllib.loads((bootstrap.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert set(project["dependency-groups"]["test"]) < set(recorder.commands[0])
    assert Path(recorder.commands[1][0]).name == "pytest"
    assert recorder.commands[1][1:] == ["-n", "2", "-m", "not slow", "-k", "files"]


def test_the_checks_run_one_after_the_other_until_one_fails(recorder: Recorder) -> None:
    assert bootstrap.main(["check"]) == 0
    assert [Path(command[0]).name for command in recorder.commands[1:]] == ["ruff", "ruff", "mypy", "lint-imports"]

    recorder.commands, recorder.code = [], 3
    assert bootstrap.main(["check"]) == 3
    assert len(recorder.commands) == 1


def test_without_pip_the_environment_gets_its_own(recorder: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    have(monkeypatch, "venv", "ensurepip")
    bootstrap.main(["build"])

    assert recorder.options[0]["with_pip"] is True
    assert recorder.commands[0][1:3] == ["-m", "pip"]


@pytest.mark.parametrize("modules", [("venv",), ("pip",)])
def test_what_debian_lacks_is_named_in_one_line(recorder: Recorder, monkeypatch: pytest.MonkeyPatch, modules: tuple[str, ...]) -> None:
    have(monkeypatch, *modules)
    with pytest.raises(SystemExit, match="sudo apt install python3-venv"):
        bootstrap.main(["build"])


def test_an_installation_that_fails_is_tried_again(recorder: Recorder) -> None:
    recorder.code = 1
    with pytest.raises(SystemExit, match="The installation failed"):
        bootstrap.main(["build"])
    recorder.code = 0
    bootstrap.main(["build"])

    assert len(recorder.commands) == 3


def test_an_older_python_is_turned_away(recorder: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    with pytest.raises(SystemExit, match=r"Python 3\.11 or newer is needed"):
        bootstrap.main(["build"])

    assert recorder.commands == []
