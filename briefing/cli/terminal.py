"""How a run speaks to the terminal: what is said at all, and in characters that cannot steer it."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from gettext import gettext as _
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager

T = TypeVar("T")

# control characters but tab and line feed, bidirectional marks and overrides, halves of surrogate pairs
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(slots=True)
class Speech:
    """What the options say about speaking: `quiet` errors only, `verbose` every detail, `machine` one JSON object on standard output."""

    quiet: bool = False
    verbose: bool = False
    machine: bool = False


def clean(text: str) -> str:
    """Return `text` with each character that could steer a terminal or turn the reading direction replaced by its number, as <U+202E>."""
    return _STEERING.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)


def say(text: str, *, err: bool = False, **style: bool | str | None) -> None:
    """Print `text`, cleaned, as one line; `style` as click's, which appears on a terminal only."""
    click.echo(click.style(clean(text), **style), err=err)  # type: ignore[arg-type]  # click.style takes each by its own name


def progress(items: Sequence[T], speech: Speech) -> AbstractContextManager[Sequence[T]]:
    """Return `items` to iterate over under a progress bar on standard error, which appears on a terminal only."""
    hidden = speech.quiet or speech.machine or not sys.stderr.isatty()
    return click.progressbar(items, label=_("Reading articles"), file=sys.stderr, hidden=hidden)  # type: ignore[return-value]  # it iterates


def speak_any_charset() -> None:
    """Make consoles that lack a character (Windows-1252) print a replacement instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
