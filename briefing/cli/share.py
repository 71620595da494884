"""briefing share: the words that go with a pack by messenger."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

import click

from briefing import files, settings
from briefing.cli.common import Argument, Command, FileName, Option, common
from briefing.cli.posting import parcel_of
from briefing.cli.report import Report
from briefing.cli.terminal import Speech, say
from briefing.model.problem import ExitCode


@click.command(
    cls=Command, help="Print the words that go with a pack by messenger (WhatsApp): its title, key points with who said them, file name and size."
)
@click.argument("pack", cls=Argument, type=FileName())
@click.option("-o", "--output", cls=Option, type=FileName(), metavar="FILE.txt", help="Write them into this file, in UTF-8, instead.")
@common
@click.pass_obj
def share(speech: Speech, /, pack: Path, output: Path | None) -> ExitCode:
    """Print the message, or write it down."""
    from briefing.delivering import message
    from briefing.rendering.profiles import folders

    office = settings.load(Path())
    parcel = parcel_of(pack)
    words = message.text(parcel.pack, folders(office.profile), office.office, pack.name, len(parcel.data))
    if output:
        files.check_target(output, words[:1].encode(), example=f"{pack.stem}.txt")
        files.write_whole(output, words.encode())
        if not (speech.machine or speech.quiet):
            say(_("Written: {file}").format(file=output))
    elif not speech.machine:
        for line in words.splitlines():
            say(line)
    return Report(command="share", exit_code=ExitCode.OK, output=output, text=words).tell(speech)
