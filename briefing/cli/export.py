"""briefing export: the words of a pack as a file for translators' tools."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing import files, settings
from briefing.cli.common import Argument, Command, FileName, Option, common
from briefing.cli.report import Report
from briefing.cli.terminal import Speech, say
from briefing.model.problem import BriefingError, ExitCode

if TYPE_CHECKING:
    from briefing.translating.exchange import Imported


@click.command(cls=Command, help="Write the words of a pack as XLIFF 1.2, for translators' tools (OmegaT, Poedit); import brings their English back.")
@click.argument("pack", cls=Argument, type=FileName())
@click.option("-o", "--output", cls=Option, type=FileName(), metavar="FILE.xlf", help="Where to write it; beside the pack if not given.")
@click.option(
    "--prefill", cls=Option, is_flag=True, help="Put the Indonesian where English is missing, for OmegaT before 5, which shows nothing else."
)
@common
@click.pass_obj
def export(speech: Speech, pack: Path, output: Path | None, prefill: bool) -> ExitCode:
    """Write the exchange file; one that holds work which was not imported is not replaced."""
    from briefing import pipeline
    from briefing.lexicon import load
    from briefing.translating import xliff

    office = settings.load(Path())
    load.use(office.folder)
    target, folder = output or pack.with_suffix(".xlf"), office.folder or pack.parent
    files.check_target(target, xliff.MAGIC, example="paket.xlf")
    data, units, problems = pipeline.export(pack, folder, prefill=prefill)
    if target.exists() and target.stat().st_size and _holds_work(pipeline.take(target, folder, "", date.min)):
        raise BriefingError("exchange-exists", ExitCode.CANNOT_WRITE, file=str(target), example=str(target.with_stem(f"{target.stem}-2")))
    files.write_whole(target, data)
    if not (speech.quiet or speech.machine):
        say(_("Written: {file} (to translate: {units})").format(file=target, units=units))
    return Report(command="export", exit_code=ExitCode.OK, problems=problems, output=target, exchange={"units": units}).tell(speech)


def _holds_work(taken: Imported) -> bool:
    """Return whether a file has English that is not in the memory: it was not imported, or a gate kept it out."""
    return bool(taken.rows) or any(problem.code == "exchange-gate" for problem in taken.problems)
