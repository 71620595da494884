"""The command group: the language is settled first, and every error becomes one sentence and an exit code here."""

from __future__ import annotations

import sys
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from briefing import __version__, messages
from briefing.cli.build import build
from briefing.cli.common import Command, Option, common
from briefing.cli.find import find
from briefing.cli.report import Report
from briefing.cli.show import show
from briefing.cli.terminal import Speech, say
from briefing.model.problem import BriefingError, ExitCode

if TYPE_CHECKING:
    from collections.abc import Sequence


class Program(Command, click.Group):
    """The group of all commands."""

    def main(self, args: Sequence[str] | None = None, **extra: Any) -> NoReturn:  # type: ignore[override]  # ends the process, as click's does
        """Run a command line and end the process with its exit code."""
        arguments = list(sys.argv[1:] if args is None else args)
        messages.use(messages.language_of(arguments))
        extra.pop("standalone_mode", None)
        try:
            code = super().main(args, standalone_mode=False, **extra)
        except click.Abort:
            say(_("Stopped; nothing was changed."), err=True)
            code = ExitCode.INTERRUPTED
        except click.ClickException as error:
            error.show()
            code = error.exit_code
        sys.exit(int(code or ExitCode.OK))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a BriefingError becomes a report, a fault of ours a sentence that names its log."""
        speech = ctx.ensure_object(Speech)
        try:
            return super().invoke(ctx)
        except BriefingError as error:
            return Report(command=ctx.invoked_subcommand or "", exit_code=error.exit_code, error=error).tell(speech)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, the user gets a sentence, and we the details
            return _own_fault(error, speech)


def _own_fault(error: Exception, speech: Speech) -> ExitCode:
    import tempfile
    import traceback

    details = "".join(traceback.format_exception(error))
    if speech.verbose:
        say(details, err=True)
    try:
        with tempfile.NamedTemporaryFile("w", prefix="briefing-", suffix=".log", encoding="utf-8", errors="backslashreplace", delete=False) as log:
            log.write(f"briefing {__version__}, Python {sys.version}, {sys.platform}\n{details}")
        kept = str(Path(log.name))
    except OSError:
        kept = "-"
    fault = BriefingError("internal", ExitCode.INTERNAL, fault=f"{type(error).__name__}: {error}"[:200], log=kept)
    return Report(command="", exit_code=ExitCode.INTERNAL, error=fault).tell(speech)


@click.group(cls=Program, help="Make printable briefing packs from Indonesian news articles: who said what, by which rules, in two languages.")
@click.version_option(__version__, "--version", cls=Option, prog_name="briefing", message="%(prog)s %(version)s", help="Show the version and exit.")
@common
def program() -> None:
    """Hold the commands."""


for command in (build, find, show):
    program.add_command(command)
