"""What all commands share: help in two languages, and the options that stand before or after the command."""

from __future__ import annotations

import os
from collections.abc import Callable
from gettext import gettext as _
from typing import Any, TypeVar

import click

from briefing.cli.terminal import Speech
from briefing.messages import LANGUAGES

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


def common(command: F) -> F:
    """Add --lang, --quiet, --verbose, --json and --help."""
    flags = {
        "quiet": "Print errors only.",
        "verbose": "Print every detail.",
        "machine": "Print one JSON report on standard output, for other programs.",
    }
    names = {"quiet": "--quiet", "verbose": "--verbose", "machine": "--json"}
    command = click.help_option("-h", "--help", cls=Option, help="Show this message and exit.")(command)
    for flag in reversed(flags):
        command = click.option(names[flag], flag, cls=Option, is_flag=True, expose_value=False, callback=_noted, help=flags[flag])(command)
    lang = click.option("--lang", cls=Option, type=click.Choice(LANGUAGES), expose_value=False, help="Speak Indonesian (id) or English (en).")
    return lang(command)


def _noted(ctx: click.Context, param: click.Parameter, given: bool) -> None:
    """Remember a flag for the whole run, wherever it stood; NO_COLOR (no-color.org) takes the colours away."""
    speech = ctx.ensure_object(Speech)
    if given and param.name:
        setattr(speech, param.name, True)
    if os.environ.get("NO_COLOR"):
        ctx.color = False
