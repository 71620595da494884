"""What all commands share: help in two languages, and the options that stand before or after the command."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from gettext import gettext as _
from pathlib import Path
from typing import Any, TypeVar

import click

from briefing.cli.terminal import Speech, put
from briefing.messages import LANGUAGES, language_named

F = TypeVar("F", bound=Callable[..., Any])


class Translated:
    """Help that is kept in English and shown in the language in use, which is not yet known when a command is declared."""

    _english: str | None = None

    def _shown(self) -> str | None:
        return _(self._english) if self._english else None

    def _keep(self, english: str | None) -> None:
        self._english = english

    help = property(_shown, _keep)


class Option(Translated, click.Option):
    """An option with its help in two languages."""


class Argument(click.Argument):
    """An argument with its placeholder in the language in use."""

    def make_metavar(self, ctx: click.Context) -> str:
        """Return the placeholder, as [SOURCE]..."""
        return _(super().make_metavar(ctx))


class Command(Translated, click.Command):
    """A command with its help and its usage line in two languages."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return the words of the usage line, placeholders in the language in use."""
        return [_(piece) for piece in super().collect_usage_pieces(ctx)]


class Language(click.Choice[str]):
    """A language by its code, in either case and in the form of a locale too (en_US)."""

    def normalize_choice(self, choice: object, ctx: click.Context | None) -> str:  # noqa: ARG002 - click's signature
        """Return the code that is compared."""
        return language_named(str(choice))


class FileName(click.Path):
    """The name of a file or folder, which need not exist; the command itself tells what is wrong with it."""

    def __init__(self) -> None:
        super().__init__(path_type=Path, readable=False)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the name as a Path."""
        if not str(value) or "\0" in str(value):  # an empty one would mean the folder that one is in
            self.fail(_("{value!r} is no name of a file.").format(value=value), param, ctx)
        if value == "-" and isinstance(param, click.Option):
            self.fail(_("- stands for standard input only; name a file."), param, ctx)
        return super().convert(value, param, ctx)


def common(command: F) -> F:
    """Add --lang, --quiet, --verbose, --json and --help."""
    flags = {
        "quiet": "Print errors only.",
        "verbose": "Print every detail.",
        "machine": "Print one JSON report on standard output, for other programs.",
    }
    names = {"quiet": "--quiet", "verbose": "--verbose", "machine": "--json"}
    command = click.help_option("-h", "--help", cls=Option, callback=_helped, help="Show this message and exit.")(command)
    for flag in reversed(flags):
        command = click.option(names[flag], flag, cls=Option, is_flag=True, expose_value=False, callback=_noted, help=flags[flag])(command)
    lang = click.option("--lang", cls=Option, type=Language(LANGUAGES), expose_value=False, help="Speak Indonesian (id) or English (en).")
    return lang(command)


def day(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    """Return a day of the calendar, written as ISO 8601 does or as the press does."""
    if value is None:
        return None
    from briefing.reading.dates import stamp

    words = value.strip()
    found = stamp(words)
    if not found or found.span.of(words) != words:
        raise click.BadParameter(_("“{value}” is no date. Write it as 2024-10-23 or 23/10/2024.").format(value=words), ctx, param)
    return date.fromisoformat(found.iso[:10])


def _helped(ctx: click.Context, _option: click.Parameter, given: bool) -> None:
    if given:
        put(ctx.get_help())
        ctx.exit()


def _noted(ctx: click.Context, param: click.Parameter, given: bool) -> None:
    """Remember a flag for the whole run, wherever it stood."""
    speech = ctx.ensure_object(Speech)
    if given and param.name:
        setattr(speech, param.name, True)
