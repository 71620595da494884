"""The first run in a fresh checkout: what it installs, once, and what it says where it cannot."""

from __future__ import annotations

import ast
import errno
import os
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

import pytest

from briefing import bootstrap
from briefing.model.problem import ExitCode


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
    assert install[-3:] == ["--editable", str(bootstrap.ROOT), "pip"]
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


def test_ctrl_c_in_the_program_is_the_programs_own_to_answer(recorder: Recorder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def interrupt(command: list[object], **_: object) -> subprocess.CompletedProcess[bytes]:
        if "install" not in command:
            raise KeyboardInterrupt
        return recorder.run(command)

    monkeypatch.setattr(subprocess, "run", interrupt)

    assert bootstrap.main(["build", "seeds"]) == ExitCode.INTERRUPTED


def test_a_program_that_a_signal_ended_ends_as_in_a_shell(recorder: Recorder) -> None:
    bootstrap.main(["build"])
    recorder.code = -9

    assert bootstrap.main(["build"]) == 137


def test_a_file_in_the_place_of_the_environment_is_one_line(
    recorder: Recorder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.undo()
    monkeypatch.setenv("BRIEFING_VENV", str(tmp_path / "file"))
    monkeypatch.setenv("BRIEFING_LANG", "en")
    (tmp_path / "file").touch()

    assert bootstrap.main(["build"]) == ExitCode.CANNOT_WRITE
    assert "cannot be prepared" in capsys.readouterr().err.splitlines()[1]


@pytest.mark.parametrize("fault", [errno.EACCES, errno.ENOSPC, errno.EROFS])
def test_an_environment_that_cannot_be_made_is_one_line_with_a_next_step(
    recorder: Recorder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], fault: int
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(fault, os.strerror(fault))

    monkeypatch.setattr(venv, "create", refuse)

    assert bootstrap.main(["build"]) == ExitCode.CANNOT_WRITE
    _preparing, line = capsys.readouterr().err.splitlines()
    assert f"cannot be prepared ({os.strerror(fault)})" in line
    assert "BRIEFING_VENV" in line


def test_a_pip_that_cannot_be_put_there_is_one_line(recorder: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise subprocess.CalledProcessError(1, "ensurepip")

    have(monkeypatch, "venv", "ensurepip")
    monkeypatch.setattr(venv, "create", fail)
    with pytest.raises(SystemExit, match="pip could not be put into"):
        bootstrap.main(["build"])


def test_an_unknown_language_is_told_before_anything_is_installed(
    recorder: Recorder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BRIEFING_LANG", "fr")

    assert bootstrap.main(["build"]) == ExitCode.USAGE
    assert recorder.commands == []
    assert "“fr” tidak dikenal" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl-C to the whole console")
def test_ctrl_c_while_pip_works_is_one_sentence_and_130(tmp_path: Path) -> None:
    slow = "import venv, runpy, sys\ndef create(*_, **__): raise KeyboardInterrupt\nvenv.create = create\n"
    run = f"{slow}sys.argv = ['bootstrap', 'build']; runpy.run_module('briefing.bootstrap', run_name='__main__')"
    settings = os.environ | {"BRIEFING_VENV": str(tmp_path / "env"), "BRIEFING_LANG": "en"}
    result = subprocess.run([sys.executable, "-c", run], cwd=bootstrap.ROOT, env=settings, capture_output=True, check=False)

    assert result.returncode == ExitCode.INTERRUPTED
    assert result.stderr.decode().splitlines()[1:] == ["Stopped; no file is half written."]


def test_an_older_python_can_load_what_turns_it_away() -> None:
    tell = "import sys, briefing.bootstrap; print(*(m.__file__ for n, m in sys.modules.items() if n.partition('.')[0] == 'briefing'), sep='\\n')"
    loaded = subprocess.run([sys.executable, "-c", tell], cwd=bootstrap.ROOT, capture_output=True, check=True, text=True).stdout.splitlines()

    assert len(loaded) > 3
    for file in loaded:
        ast.parse(Path(file).read_text(encoding="utf-8"), feature_version=(3, 8))
    assert not [file for file in loaded if "model" in Path(file).parts]  # its records need 3.10


def test_missing_standard_streams_are_borne(recorder: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)

    assert bootstrap.main(["build"]) == 0
