"""How a run speaks to the terminal: what is said at all, and in characters that cannot steer it."""

from __future__ import annotations

import contextlib
import io
import os
import re
import sys
from dataclasses import dataclass
from errno import EINVAL, EPIPE
from gettext import gettext as _
from typing import TYPE_CHECKING, Final, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from contextlib import AbstractContextManager

T = TypeVar("T")

# control characters but tab, line and paragraph separators, bidirectional marks and overrides, halves of surrogate pairs
_STEERING = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_READER_GONE: Final = {EPIPE, EINVAL} if os.name == "nt" else {EPIPE}  # Windows calls a closed pipe an invalid argument


@dataclass(slots=True)
class Speech:
    """What the options say about speaking: `quiet` errors only, `verbose` every detail, `machine` one JSON object on standard output."""

    quiet: bool = False
    verbose: bool = False
    machine: bool = False


class UnheardError(Exception):
    """Standard output takes no more; `fault` is the system's reason, None when the reader of a pipe has had enough."""

    def __init__(self, error: OSError) -> None:
        super().__init__(str(error))
        self.fault = None if error.errno in _READER_GONE else error.strerror or str(error)


def clean(text: str) -> str:
    """Return `text` with each character that could steer a terminal, begin a line or turn the reading direction replaced by its number, as <U+202E>."""
    return _STEERING.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)


def put(text: str, *, err: bool = False) -> None:
    """Print `text` as it is; what standard error does not take is lost.

    Raises:
        UnheardError: standard output does not take it.
    """
    stream = sys.stderr if err else sys.stdout
    try:
        click.echo(text, file=stream, color=False if is_plain() else None)
    except OSError as error:
        _silence(stream.fileno())
        if not err:
            raise UnheardError(error) from error


def say(text: str, *, err: bool = False, **style: bool | str | None) -> None:
    """Print `text`, cleaned, as one line; `style` as click's, which appears on a terminal only."""
    put(click.style(clean(text), **style), err=err)  # type: ignore[arg-type]  # click.style takes each by its own name


def section(heading: str, lines: Iterable[str]) -> None:
    """Print lines under a heading, a dash where there are none; what begins with one is dim."""
    if heading:
        say("")
        say(heading, bold=True)
    for line in list(lines) or ["–"]:
        say("  " + line, dim=line.startswith("–") or None)


def tell_details(text: str) -> None:
    """Print the lines of `text`, a traceback, on standard error."""
    for line in text.splitlines():
        say(line, err=True)


def is_plain() -> bool:
    """Tell whether a terminal gets neither colours (no-color.org) nor a bar that is drawn anew: it has no means for them, or its user wants none."""
    return bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"


def progress(items: Sequence[T], speech: Speech, label: str = "") -> AbstractContextManager[Sequence[T]]:
    """Return `items` to iterate over under a progress bar on standard error, which appears on a terminal only; `label` says what is done."""
    hidden = speech.quiet or speech.machine or is_plain() or not (sys.stderr and sys.stderr.isatty())
    return click.progressbar(items, label=label or _("Reading articles"), file=sys.stderr, hidden=hidden)  # type: ignore[return-value]  # it iterates


def prepare_streams() -> None:
    """Open the standard streams that are missing (pythonw), and make consoles that lack a character (Windows-1252) print a replacement."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - a device, open as long as the process
        elif mode == "w" and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    if isinstance(bare := getattr(sys.stdout, "buffer", None), io.RawIOBase):  # PYTHONUNBUFFERED: what a full disk takes in part is lost unseen
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(bare), encoding=sys.stdout.encoding, errors="replace")


def _silence(handle: int) -> None:
    """Lead a stream that failed into nothing: Python writes what is left in it once more at the end, and fails at that with a code of its own."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    with contextlib.suppress(OSError):
        os.dup2(nothing, handle)
    os.close(nothing)
