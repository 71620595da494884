"""The first run in a fresh checkout, with Python and pip alone: makes .venv, installs the project into it, and runs it there.

    python3 -m briefing.bootstrap build seeds     the pack of the sample articles: output/paket.pdf
    python3 -m briefing.bootstrap test            the tests, but the slow ones
    python3 -m briefing.bootstrap check           format, lint, types and floors

BRIEFING_VENV names another folder for the environment.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from gettext import gettext as _
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import messages

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parents[1]
GROUPS = {"test": ["test"], "check": ["test", "lint"]}  # the dependency groups that a task needs beside the project
INTERRUPTED = 130
TASKS = {
    "test": [["pytest", "-n", "2", "-m", "not slow"]],
    "check": [["ruff", "format", "--check", "."], ["ruff", "check", "."], ["mypy"], ["lint-imports"]],
}


def main(arguments: Sequence[str]) -> int:
    """Run `briefing ARGUMENTS`, or a task, in an environment that is made when it is missing; return the exit code."""
    messages.use(messages.language_of(arguments))
    if unknown := messages.unknown_language(arguments):
        return _refuse(messages.sentence("unknown-language", {"language": unknown}), 2)
    if sys.version_info < (3, 11):  # noqa: UP036 - a newcomer's Python may be older than the project's
        sys.exit(_("Python 3.11 or newer is needed; this is {version}.").format(version=sys.version.split()[0]))
    environment = Path(os.environ.get("BRIEFING_VENV", ROOT / ".venv"))
    python = environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    task = arguments[0] if arguments and arguments[0] in TASKS else ""
    commands = [[*command, *arguments[1:]] for command in TASKS[task]] if task else [["briefing", *arguments]]
    try:
        _install(environment, python, task)
        return next((code for code in (_run([python.with_name(name), *options]) for name, *options in commands) if code), 0)
    except (OSError, ValueError) as error:  # venv calls a file in the place of the folder an unfit value
        fault = getattr(error, "strerror", None) or str(error)
        words = _("{folder}: cannot be prepared ({fault}). Delete this folder, or name another in the variable BRIEFING_VENV, and try again.")
        return _refuse(words.format(folder=environment, fault=fault), 7)


def _run(command: Sequence[str | Path]) -> int:
    """Run a command and return its exit code; Ctrl-C reaches it too and is its own to answer."""
    try:
        code = subprocess.run(command, check=False).returncode
    except KeyboardInterrupt:
        return INTERRUPTED
    return code if code >= 0 else 128 - code  # as a shell counts the signals that end a program


def _refuse(words: str, code: int) -> int:
    _tell(words)
    return code


def _tell(words: str) -> None:
    with contextlib.suppress(OSError, AttributeError):  # standard error is full, or missing
        sys.stderr.write(words + "\n")


def _install(environment: Path, python: Path, task: str) -> None:
    """Install the project, and what `task` needs beside it, unless the environment's stamp says that this is done."""
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    stamp, done = environment / f"briefing-{task or 'run'}.stamp", f"{ROOT}\n{project}"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == done:
        return
    _tell(_("Preparing {folder}; this takes a minute or two, once, and needs the internet …").format(folder=environment))
    installer = _make(environment, python)  # pip goes into it too: without it "pip install" would reach for the system's
    if subprocess.run([*installer, "install", "--quiet", "--editable", ROOT, "pip", *_members(project, task)], check=False).returncode:
        sys.exit(_("The installation failed; pip says why above. Without internet see docs/panduan.md."))
    stamp.write_text(done, encoding="utf-8")


def _make(environment: Path, python: Path) -> list[str | Path]:
    """Make the virtual environment and return the pip that installs into it: the one at hand, since Debian may lack ensurepip, or its own."""
    if not find_spec("venv") or not (find_spec("pip") or find_spec("ensurepip")):
        sys.exit(_("Neither pip nor ensurepip is installed. On Debian or Ubuntu: sudo apt install python3-venv"))
    import venv  # noqa: PLC0415 - a stripped Python lacks it

    if find_spec("pip"):
        venv.create(environment, symlinks=os.name != "nt")
        return [sys.executable, "-m", "pip", "--python", python]
    try:
        venv.create(environment, symlinks=os.name != "nt", with_pip=True)
    except subprocess.CalledProcessError:
        sys.exit(
            _("pip could not be put into {folder}. See that the disk has room, or on Debian or Ubuntu: sudo apt install python3-venv").format(
                folder=environment
            )
        )
    return [python, "-m", "pip"]


def _members(project: str, task: str) -> list[str]:
    import tomllib  # noqa: PLC0415 - an older Python, which main turns away, lacks it

    groups = tomllib.loads(project)["dependency-groups"]
    return [member for group in GROUPS.get(task, []) for member in groups[group]]


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(_refuse(messages.stopped(sys.argv[1:]), INTERRUPTED))
