"""The password of a copy: from a command, from the environment, or asked for; it never stands on a command line, where others see it."""

from __future__ import annotations

import getpass
import os
import shlex
import subprocess
import warnings
from gettext import gettext as _
from typing import Final

import click

from briefing.model.problem import BriefingError, ExitCode

VARIABLE: Final = "BRIEFING_PASSWORD"
LEAST: Final = 8  # characters
PATIENCE: Final = 60.0  # seconds for a password manager, which may ask for one itself


def ask(command: str | None) -> str:
    """Return the password: the first line that `command` prints, else what BRIEFING_PASSWORD holds, else what is typed twice.

    Raises:
        BriefingError: password-command, password-no-terminal or password-short.
    """
    password = printed_by(command) if command else os.environ.get(VARIABLE) or typed(_("Password"), VARIABLE, again=_("Once more"))
    if len(password) < LEAST:
        raise BriefingError("password-short", ExitCode.USAGE, least=LEAST)
    return password


def typed(words: str, variable: str, *, again: str = "") -> str:
    """Return the password that is typed unseen, twice where it is asked for `again`; `variable` is where else it may come from.

    Raises:
        BriefingError: password-no-terminal; without one it would be shown, or be read from what stands on standard input.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return str(click.prompt(words, hide_input=True, confirmation_prompt=again or False, err=True))
        except getpass.GetPassWarning as error:
            raise BriefingError("password-no-terminal", ExitCode.USAGE, variable=variable) from error


def printed_by(command: str) -> str:
    """Return the first line that a command of the user's own prints; it is run without a shell, its words parted as a shell parts them."""
    try:
        words = [word.strip("\"'") for word in shlex.split(command, posix=False)] if os.name == "nt" else shlex.split(command)
        done = subprocess.run(words, capture_output=True, check=True, timeout=PATIENCE, text=True, encoding="utf-8")  # noqa: S603 - the user's own words
    except (OSError, ValueError, IndexError, subprocess.SubprocessError) as error:
        raise BriefingError("password-command", ExitCode.USAGE, command=command, fault=_reason(error)) from error
    return (done.stdout.splitlines() or [""])[0]


def _reason(error: Exception) -> str:
    """Return why a command failed, without its output, which may hold a password."""
    if isinstance(error, subprocess.CalledProcessError):
        return f"exit code {error.returncode}"
    return (error.strerror or type(error).__name__) if isinstance(error, OSError) else type(error).__name__
