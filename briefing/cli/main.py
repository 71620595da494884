"""The command group: the language is settled first, and every error becomes one sentence and an exit code here."""

from __future__ import annotations

import errno
import os
import sys
from gettext import gettext as _
from importlib import import_module
from itertools import takewhile
from keyword import iskeyword
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

import click

from briefing import __version__, files, messages, settings
from briefing.cli.common import Command, Option, common
from briefing.cli.report import Report
from briefing.cli.terminal import Speech, UnheardError, put, say, tell_details
from briefing.model.problem import BriefingError, ExitCode

if TYPE_CHECKING:
    from collections.abc import Sequence


COMMANDS: Final = (
    "init",
    "build",
    "find",
    "show",
    "law",
    "export",
    "import",
    "verify",
    "print",
    "send",
    "sent",
    "share",
    "templates",
    "engine",
    "doctor",
)
"""The names of the commands; each is the module that holds it, with an underscore where Python has the word itself, loaded when it is asked for."""


class Program(Command, click.Group):
    """The group of all commands."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click calls it
        """Return the names of the commands in the order of help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - likewise
        """Return the command of this name, None for none."""
        command: click.Command | None = getattr(import_module(_module(cmd_name)), _word(cmd_name)) if cmd_name in COMMANDS else None
        return command

    def main(self, args: Sequence[str] | None = None, **extra: Any) -> NoReturn:  # type: ignore[override]  # ends the process, as click's does
        """Run a command line and end the process with its exit code."""
        extra.pop("standalone_mode", None)
        try:
            code = self._answer(args, **extra)
        except UnheardError as error:
            code = _unheard(error)
        sys.exit(int(code or ExitCode.OK))

    def _answer(self, args: Sequence[str] | None, **extra: Any) -> Any:
        arguments = list(takewhile(lambda argument: argument != "--", sys.argv[1:] if args is None else args))
        speech = Speech(machine="--json" in arguments)
        try:
            _settle_language(arguments)
            for name in [name for name in COMMANDS if name in arguments] or COMMANDS:  # within click, Ctrl-C would leave an empty line
                import_module(_module(name))
            return super().main(args, standalone_mode=False, **extra)
        except click.Abort:
            say(_("Stopped; no file is half written."), err=True)
            return ExitCode.INTERRUPTED
        except click.ClickException as error:
            return _misused(error, speech)
        except BriefingError as error:
            return Report(command="", exit_code=error.exit_code, error=error).tell(speech)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a BriefingError becomes a report, a fault of ours a sentence that names its log."""
        speech = ctx.ensure_object(Speech)
        try:
            _see_working_folder()
            return super().invoke(ctx)
        except BriefingError as error:
            return Report(command=ctx.invoked_subcommand or "", exit_code=error.exit_code, error=error).tell(speech)
        except (click.ClickException, click.exceptions.Exit, click.Abort, UnheardError):
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, the user gets a sentence, and we the details
            command = ctx.invoked_subcommand or ""
            if fault := _refused(error):
                return Report(command=command, exit_code=fault.exit_code, error=fault).tell(speech)
            return _own_fault(error, command, speech)


def _word(command: str) -> str:
    """Return what Python calls a command: its name, with an underscore where that is a word of the language."""
    return f"{command}_" if iskeyword(command) else command


def _module(command: str) -> str:
    return f"briefing.cli.{_word(command)}"


def _settle_language(arguments: Sequence[str]) -> None:
    messages.use(messages.language_of(arguments, settings.language(Path())))
    if unknown := messages.unknown_language(arguments):
        raise BriefingError("unknown-language", ExitCode.USAGE, language=unknown)


def _see_working_folder() -> None:
    try:
        Path.cwd()
    except OSError as error:
        raise BriefingError("working-folder-gone", ExitCode.USAGE) from error


def _misused(error: click.ClickException, speech: Speech) -> ExitCode:
    """Tell what is wrong with a command line: its usage and one sentence, or a report for machines."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    if speech.machine:
        command = context.command_path.partition(" ")[2] if context else ""
        fault = BriefingError("usage", ExitCode.USAGE, message=error.format_message())
        return Report(command=command, exit_code=ExitCode.USAGE, error=fault).tell(speech)
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        put(error.format_message(), err=True)
        return ExitCode.USAGE
    if context:
        put(context.get_usage(), err=True)
        say(_("Try '{command} {option}' for help.").format(command=context.command_path, option="--help"), err=True)
    say(_("Error: {message}").format(message=error.format_message()), err=True)
    return ExitCode.USAGE


def _unheard(error: UnheardError) -> ExitCode:
    """Tell that standard output takes no more; a reader that has had enough is no fault."""
    if error.fault is None:
        return ExitCode.READER_GONE
    fault = BriefingError("output-failed", ExitCode.CANNOT_WRITE, fault=error.fault)
    return Report(command="", exit_code=fault.exit_code, error=fault).tell(Speech())


def _refused(error: Exception) -> BriefingError | None:
    """Return the sentence of a file that the system refuses where no stage expected it to; None for another fault."""
    if not isinstance(error, OSError) or not error.filename:
        return None
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.ENAMETOOLONG}:
        return files.refusal_of(error, Path(os.fsdecode(error.filename)))
    if error.errno in {errno.EACCES, errno.EPERM, errno.ELOOP, errno.EIO}:
        fault = error.strerror or str(error)
        return BriefingError("unreadable-file", ExitCode.INPUT_UNREADABLE, file=os.fsdecode(error.filename), fault=fault)
    return None


def _own_fault(error: Exception, command: str, speech: Speech) -> ExitCode:
    import traceback

    details = "".join(traceback.format_exception(error))
    if speech.verbose:
        tell_details(details)
    words = f"{type(error).__name__}: {error}"[:200]
    log = _logged(details)
    known = {"fault": words, "log": log} if log else {"fault": words}
    fault = BriefingError("internal" if log else "internal-unlogged", ExitCode.INTERNAL, **known)
    return Report(command=command, exit_code=ExitCode.INTERNAL, error=fault).tell(speech)


def _logged(details: str) -> str:
    """Keep the details of a fault in a file and return its name; empty where no file can be written."""
    import tempfile

    try:
        with tempfile.NamedTemporaryFile("w", prefix="briefing-", suffix=".log", encoding="utf-8", errors="backslashreplace", delete=False) as log:
            log.write(f"briefing {__version__}, Python {sys.version}, {sys.platform}\n{details}")
    except OSError:
        return ""
    return log.name


def _versioned(ctx: click.Context, _option: click.Parameter, given: bool) -> None:
    if given:
        put(f"briefing {__version__}")
        ctx.exit()


@click.group(cls=Program, help="Make printable briefing packs from Indonesian news articles: who said what, by which rules, in two languages.")
@click.option("--version", cls=Option, is_flag=True, is_eager=True, expose_value=False, callback=_versioned, help="Show the version and exit.")
@common
def program() -> None:
    """Hold the commands."""
