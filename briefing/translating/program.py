"""Running a program that reads sentences and writes their translations, one a line."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import tempfile
from typing import TYPE_CHECKING, Final

from briefing.model.problem import BriefingError, ExitCode

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST: Final = 20  # times as many bytes as were asked, and ROOM: more is no translation
ROOM: Final = 1_000_000


def answers(command: Sequence[str], sentences: Sequence[str], seconds: float) -> tuple[str, ...]:
    """Return one line for each sentence, as the program `command` says them; it is ended after so many seconds, with all that it started.

    Files instead of pipes stand between: a program that reads all before it writes, or that leaves another one behind, blocks nothing.

    Raises:
        BriefingError: engine-program, engine-hangs, engine-failed, or engine-lines for another number of lines.
    """
    with tempfile.TemporaryFile() as asked, tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as told:
        asked.write("".join(f"{sentence}\n" for sentence in sentences).encode("utf-8"))
        asked.seek(0)
        try:
            process = subprocess.Popen(  # noqa: S603 - the office's own choice, without a shell
                command, stdin=asked, stdout=said, stderr=told, start_new_session=os.name != "nt", env={**os.environ, "PYTHONUTF8": "1"}
            )
        except (OSError, ValueError) as error:
            raise _failed("engine-program", command, fault=str(error)) from error
        try:
            code = process.wait(seconds)
        except subprocess.TimeoutExpired as error:
            raise _failed("engine-hangs", command, seconds=int(seconds)) from error
        finally:
            _end(process)
        told.seek(0)
        if code:
            raise _failed("engine-failed", command, fault=_last_line(told.read(ROOM)) or f"exit code {code}")
        said.seek(0)
        lines = said.read(asked.tell() * MOST + ROOM).decode("utf-8", errors="replace").removesuffix("\n").split("\n")
    if len(lines) != len(sentences):
        raise _failed("engine-lines", command, asked=len(sentences), answered=len(lines))
    return tuple(" ".join(line.split()) for line in lines)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program, and on systems that know groups of them all that it started."""
    if process.poll() is None or os.name != "nt":
        with contextlib.suppress(OSError):
            if os.name == "nt":
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _last_line(told: bytes) -> str:
    lines = told.decode("utf-8", errors="replace").split("\n")
    return next((line.strip()[:200] for line in reversed(lines) if line.strip()), "")


def _failed(code: str, command: Sequence[str], **arguments: str | int) -> BriefingError:
    return BriefingError(code, ExitCode.NOT_READY, program=command[0] if command else "", **arguments)
