"""briefing print: a pack as a booklet, as handouts, or as a copy with a password."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, Any, Final

import click

from briefing import files
from briefing.cli.common import Argument, Command, FileName, Option, common
from briefing.cli.password import ask
from briefing.cli.report import Report
from briefing.cli.terminal import Speech, say
from briefing.model.problem import BriefingError, ExitCode

if TYPE_CHECKING:
    from pathlib import Path

ENDINGS: Final = {"booklet": "buku", "2": "2", "4": "4", "protect": "sandi"}
"""What the name of the file ends in where none is asked for: paket-buku.pdf."""


@click.command("print", cls=Command, help="Make a printed form of a pack, not for the archive: a booklet, handouts, or a copy with a password.")
@click.argument("pack", cls=Argument, type=FileName())
@click.option("--booklet", cls=Option, is_flag=True, help="Two pages on each side of a sheet, in the order for folding: A4 becomes an A5 booklet.")
@click.option("--nup", cls=Option, type=click.Choice(["2", "4"]), help="So many pages on each side of a sheet, in reading order.")
@click.option(
    "--protect", cls=Option, is_flag=True, help="A copy that opens with a password only (AES-256); it is asked for, or taken from BRIEFING_PASSWORD."
)
@click.option(
    "--password-command", cls=Option, metavar="COMMAND", help="With --protect: take the password from the first line that this command prints."
)
@click.option("-o", "--output", cls=Option, type=FileName(), metavar="FILE.pdf", help="Where to write it; beside the pack if not given.")
@common
@click.pass_obj
def print(speech: Speech, /, pack: Path, output: Path | None, password_command: str | None, **asked: Any) -> ExitCode:  # noqa: A001 - the command's name
    """Write one printed form of the pack, which is `asked` for."""
    forms = [str(value) if name == "nup" else name for name, value in asked.items() if value]
    if len(forms) != 1:
        raise BriefingError("print-one-form", ExitCode.USAGE)
    form = forms[0]
    if password_command and form != "protect":
        raise BriefingError("print-password-unused", ExitCode.USAGE)
    data = files.read_whole(pack)
    target = _target(pack, output, ENDINGS[form])
    files.write_whole(target, _made(form, data, str(pack), password_command))
    if not (speech.quiet or speech.machine):
        say(_("Written: {file}").format(file=target))
        say(_("For printing and sending, not for the archive: keep {pack} too.").format(pack=pack))
        if form != "protect":
            say(_("Print it at “Actual size”, on both sides, turned on the {edge}.").format(edge=_("long edge") if form == "4" else _("short edge")))
    return Report(command="print", exit_code=ExitCode.OK, output=target).tell(speech)


def _target(pack: Path, output: Path | None, ending: str) -> Path:
    """Return where the form goes, which can be written and is not the pack itself."""
    target = output or pack.with_stem(f"{pack.stem}-{ending}")
    if target.suffix.lower() != ".pdf":
        raise BriefingError("target-not-pdf", ExitCode.USAGE, file=str(target), example=f"paket-{ending}.pdf")
    if target.resolve() == pack.resolve():
        raise BriefingError("print-over-pack", ExitCode.USAGE, file=str(pack))
    files.check_target(target, b"%PDF", example=f"paket-{ending}.pdf")
    return target


def _made(form: str, data: bytes, name: str, command: str | None) -> bytes:
    from briefing.finishing import impose, protect
    from briefing.finishing.opened import open_ours

    if form == "booklet":
        return impose.booklet(data, name)
    if form == "protect":
        open_ours(data, name)  # before anybody is asked for a password
        return protect.protected(data, name, ask(command))
    return impose.handout(data, name, int(form))
