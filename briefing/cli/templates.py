"""briefing templates: the office's own pages, copied from those of the program and checked before they are used."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, Any

import click

from briefing import files
from briefing.cli.common import Argument, Command, FileName, Option, common
from briefing.cli.report import Report
from briefing.cli.terminal import Speech, say
from briefing.model.problem import BriefingError, ExitCode, FaultsError

if TYPE_CHECKING:
    from pathlib import Path


class _Commands(Command, click.Group):
    """A group whose commands are reported under both names."""


@click.group(cls=_Commands, help="Copy the templates of the pages, to make them your office's own, and check such a copy.")
@common
def templates() -> None:
    """Hold the commands on templates."""


@templates.command(cls=Command, help="Copy all templates and labels into a folder, complete, for your office to change.")
@click.argument("folder", cls=Argument, type=FileName())
@click.option("--profile", cls=Option, metavar="NAME", default="", help="Copy those of a profile: bawaslu or pemkab.")
@common
@click.pass_obj
def copy(speech: Speech, folder: Path, profile: str) -> ExitCode:
    """Write the copy; no file that exists is touched."""
    from briefing.rendering.profiles import copy_of

    copied = copy_of(profile)
    existing = next((folder / name for name in copied if (folder / name).exists()), None)
    if existing:
        raise BriefingError("templates-exist", ExitCode.CANNOT_WRITE, file=str(existing))
    for name, text in copied.items():
        files.make_folder((folder / name).parent)
        files.write_whole(folder / name, text.encode("utf-8"))
    _say(speech, _("Copied to {folder} (files: {count}). Change them, then: briefing templates check {folder}"), folder=folder, count=len(copied))
    return Report(command="templates copy", exit_code=ExitCode.OK, output=folder).tell(speech)


@templates.command(cls=Command, help="Check your office's own templates: fill them with the sample articles and report every fault.")
@click.argument("folder", cls=Argument, type=FileName())
@common
@click.pass_obj
def check(speech: Speech, folder: Path) -> ExitCode:
    """Report the faults, with template, line and column or element, or that there are none."""
    from briefing import pipeline

    try:
        notes = pipeline.check_templates(folder)
    except FaultsError as error:
        return Report(command="templates check", exit_code=ExitCode.TEMPLATE_FAULT, error=error).tell(speech)
    _say(speech, _("The templates in {folder} can be used."), folder=folder)
    return Report(command="templates check", exit_code=ExitCode.OK, problems=notes).tell(speech)


def _say(speech: Speech, words: str, **fields: Any) -> None:
    if not (speech.quiet or speech.machine):
        say(words.format(**fields))
