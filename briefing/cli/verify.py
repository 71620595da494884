"""briefing verify: whether a pack agrees with itself, from its printed words to the texts that travel in it."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

import click

from briefing import files
from briefing.cli.common import Argument, Command, FileName, common
from briefing.cli.report import Report
from briefing.cli.terminal import Speech, say
from briefing.model.problem import BriefingError, ExitCode, FaultsError

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.finishing.verify import Verdict


@click.command(
    cls=Command, help="Check a pack: quotes, speakers and laws word for word in the attached texts, tags, counts and digests. It is no signature."
)
@click.argument("pack", cls=Argument, type=FileName())
@common
@click.pass_obj
def verify(speech: Speech, pack: Path) -> ExitCode:
    """Print what was checked, or everything that does not agree."""
    from briefing.finishing.verify import verify

    verdict = verify(files.read_whole(pack), str(pack))
    error = _faults(verdict, pack)
    if not (error or speech.quiet or speech.machine):
        _tell(verdict, pack)
    code = error.exit_code if error else ExitCode.OK
    return Report(command="verify", exit_code=code, error=error, verified=dict(verdict.counts)).tell(speech)


def _faults(verdict: Verdict, pack: Path) -> BriefingError | None:
    """Return what does not agree, below one sentence on the whole; None where all agrees."""
    if not verdict.problems:
        return None
    code = ExitCode.INCONSISTENT
    whole = BriefingError("pack-inconsistent", code, file=str(pack), number=len(verdict.problems))
    return FaultsError([whole, *(BriefingError(problem.code, code, **problem.arguments) for problem in verdict.problems)])


def _tell(verdict: Verdict, pack: Path) -> None:
    say(_("{file}: agrees with itself").format(file=pack))
    say(_("Pages, each as it was printed: {pages}").format(**verdict.counts))
    say(_("Quotes, word for word in the attached texts, under their speakers: {quotes}").format(**verdict.counts))
    say(_("Passages and laws, as the attached texts have them: {passages}").format(**verdict.counts))
    say(_("Tags of English, as the colophon counts them: {tags}").format(**verdict.counts))
    say(_("Attached files, as the pack names them: {files}").format(**verdict.counts))
    say(_("This is no signature: it does not tell who made the pack. Compare the SHA-256 of the originals to see that the texts are theirs."))
