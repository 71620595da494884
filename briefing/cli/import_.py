"""briefing import: the English of a translator's file into the office's memory."""

from __future__ import annotations

from datetime import date, datetime
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from briefing import settings
from briefing.cli.common import Argument, Command, FileName, Option, common, day
from briefing.cli.report import Report
from briefing.cli.terminal import Speech, say
from briefing.model.problem import BriefingError, ExitCode

if TYPE_CHECKING:
    from briefing.translating.exchange import Imported

NO_FAULTS: Final = {"exchange-unsigned", "exchange-gone", "exchange-gate-taken"}
"""The doubts about English that was taken all the same."""


@click.command(
    "import", cls=Command, help="Take the English of an XLIFF file into the translation memory; what its tool marked approved counts as reviewed."
)
@click.argument("file", cls=Argument, type=FileName())
@click.option("--by", cls=Option, required=True, metavar="NAME", help="Who stands behind the approved lines; printed beside them.")
@click.option("--on", cls=Option, callback=day, metavar="DATE", help="The day of that; today if not given.")
@common
@click.pass_obj
def import_(speech: Speech, file: Path, by: str, on: date | None) -> ExitCode:
    """Add to memory.csv, whole or not at all, and tell what changed and what was left out."""
    from briefing import pipeline
    from briefing.lexicon import load
    from briefing.translating import table

    name, today = " ".join(by.split()), datetime.now().astimezone().date()
    if not name or not name.isprintable():
        raise BriefingError("import-nobody", ExitCode.USAGE)
    if on and on > today:
        raise BriefingError("import-future", ExitCode.USAGE, date=on.isoformat())
    office = settings.load(Path())
    load.use(office.folder)
    folder = office.folder or file.parent
    taken = pipeline.take(file, folder, name, on or today)
    table.remember(folder / table.FILE, taken.rows)
    if not (speech.quiet or speech.machine):
        _tell(taken, folder / table.FILE)
    left_out = any(problem.code not in NO_FAULTS for problem in taken.problems)
    report = Report(
        command="import",
        exit_code=ExitCode.BUILT_IN_PART if left_out else ExitCode.OK,
        problems=taken.problems,
        output=folder / table.FILE if taken.rows else None,
        exchange=_as_json(taken),
    )
    return report.tell(speech)


def _tell(taken: Imported, memory: Path) -> None:
    unreviewed = len(taken.rows) - taken.reviewed
    if taken.rows:
        say(
            _("Remembered in {file}: reviewed {reviewed}, not reviewed {unreviewed}").format(
                file=memory, reviewed=taken.reviewed, unreviewed=unreviewed
            )
        )
    say(_("As before: {same}; still without English: {empty}").format(same=taken.same, empty=taken.empty))
    for change in taken.changes:
        say(_("Changed: {words}").format(words=change.words))
        say(f"  – {change.before}")
        say(f"  + {change.after}")
    if taken.rows:
        say(_("To print that, build the pack again."))


def _as_json(taken: Imported) -> dict[str, Any]:
    return {
        "reviewed": taken.reviewed,
        "unreviewed": len(taken.rows) - taken.reviewed,
        "same": taken.same,
        "empty": taken.empty,
        "changes": [{"words": change.words, "before": change.before, "after": change.after} for change in taken.changes],
    }
