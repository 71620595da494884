"""briefing sent: who got a pack, as the ledger has it, and what is still to be done about the others."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefing import files, settings
from briefing.cli import mail
from briefing.cli.common import Argument, Command, FileName, Option, common
from briefing.cli.posting import WAITING, Asked, open_ledger, parcel_of, post_of, see_words, send_all
from briefing.cli.report import Report
from briefing.cli.terminal import Speech, say
from briefing.model.problem import BriefingError, ExitCode, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.delivering.ledger import Delivery, Ledger, Mailing


@click.command(cls=Command, help="Show who got a pack by mail; write down who did not, go on, or send again to one. Without a name, all mailings.")
@click.argument("mailing", cls=Argument, required=False)
@click.option("--undelivered", cls=Option, type=FileName(), metavar="FILE.csv", help="Write those who did not get it as a list for another mailing.")
@click.option("--resume", cls=Option, is_flag=True, help="Go on: send to those who have not had their turn, and ask about those in doubt.")
@click.option("--again", cls=Option, metavar="ADDRESS", multiple=True, help="Send once more to this recipient, as a new letter.")
@click.option("--arrived", cls=Option, metavar="ADDRESS", multiple=True, help="Note that this recipient, who was in doubt, has got it.")
@click.option(
    "--report", "reports", cls=Option, type=FileName(), metavar="FILE.eml", multiple=True, help="Note what delivery reports say; or a folder."
)
@click.option("--yes", cls=Option, is_flag=True, help="Ask nothing; for scripts.")
@click.option("--password-command", cls=Option, metavar="COMMAND", help="Take the password of the account from the first line that this prints.")
@common
@click.pass_obj
def sent(speech: Speech, /, mailing: str | None, reports: tuple[Path, ...], **given: Any) -> ExitCode:
    """Do what is asked for, and show the mailing as it stands then."""
    office = settings.load(Path())
    asked = Asked(settings=office, yes=given["yes"], password_command=given["password_command"])
    if (given["resume"] or given["again"]) and speech.machine and not asked.yes:
        raise BriefingError("send-needs-yes", ExitCode.USAGE)
    if not mail.ledger_path(office).exists():
        raise BriefingError("ledger-missing", ExitCode.USAGE, file=str(mail.ledger_path(office)))
    with open_ledger(office) as ledger:
        if mailing is None:
            return _list(ledger, speech)
        chosen = _chosen(ledger, mailing)
        _settle(ledger, reports, speech)
        for address in given["arrived"]:
            ledger.mark(_one(ledger, chosen, address), "sent", mail.stamp(), reply=_("as the office says"))
        if given["resume"] or given["again"]:
            _go_on(ledger, chosen, given["again"], asked, speech)
        deliveries = ledger.deliveries(chosen.name)
    if given["undelivered"]:
        _write(given["undelivered"], deliveries)
    if not (speech.quiet or speech.machine):
        say(_("{mailing}: {pack}, sha256 {sha256}").format(mailing=chosen.name, pack=chosen.pack, sha256=chosen.sha256), bold=True)
    mail.table(deliveries, speech)
    left = mail.outcome(chosen.name, deliveries)
    return Report(
        command="sent",
        exit_code=left.exit_code if left else ExitCode.OK,
        problems=(Problem(code=left.code, arguments=left.arguments),) if left else (),
        output=given["undelivered"],
        mailing=mail.report(chosen.name, deliveries),
    ).tell(speech)


def _list(ledger: Ledger, speech: Speech) -> ExitCode:
    for found in ledger.mailings():
        if not (speech.quiet or speech.machine):
            say(mail.summary(found, ledger.deliveries(found.name)))
    rows = [mail.report(found.name, ledger.deliveries(found.name)) for found in ledger.mailings()]
    return Report(command="sent", exit_code=ExitCode.OK, mailing={"mailings": rows}).tell(speech)


def _chosen(ledger: Ledger, name: str) -> Mailing:
    """Return the mailing of this name, or the one of this pack.

    Raises:
        BriefingError: mailing-unknown, or mailing-unclear for a pack of several mailings.
    """
    import hashlib

    path = Path(name)
    digest = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
    by_name = ledger.mailing(name)
    found = [by_name] if by_name else [*ledger.mailings(pack=path.absolute(), sha256=digest)]
    if not found:
        known = ", ".join(each.name for each in ledger.mailings()) or "–"
        raise BriefingError("mailing-unknown", ExitCode.USAGE, name=name, known=known)
    if len(found) > 1:
        raise BriefingError("mailing-unclear", ExitCode.USAGE, file=name, known=", ".join(each.name for each in found))
    return found[0]


def _one(ledger: Ledger, mailing: Mailing, text: str) -> Delivery:
    """Return the delivery to one address.

    Raises:
        BriefingError: recipient-unknown.
    """
    from briefing.delivering import recipients

    key = recipients.read_addresses([text]).recipients[0].address.key
    found = next((each for each in ledger.deliveries(mailing.name) if each.recipient.address.key == key), None)
    if found is None:
        raise BriefingError("recipient-unknown", ExitCode.USAGE, address=text, mailing=mailing.name)
    return found


def _settle(ledger: Ledger, paths: Sequence[Path], speech: Speech) -> None:
    from briefing.delivering import reports

    for path in [file for given in paths for file in (sorted(given.glob("*.eml")) if given.is_dir() else [given])]:
        settled = reports.settle(ledger, reports.read(files.read_whole(path)), mail.stamp())
        if not (speech.quiet or speech.machine):
            say((_("{file}: noted") if settled else _("{file}: no delivery report on a letter of the ledger")).format(file=path))


def _go_on(ledger: Ledger, mailing: Mailing, again: Sequence[str], asked: Asked, speech: Speech) -> None:
    """Send to those who are named, or else to all who have not had their turn.

    Raises:
        BriefingError: pack-replaced, when the file of the pack is another by now.
    """
    parcel = parcel_of(mailing.pack)
    if parcel.sha256 != mailing.sha256:
        raise BriefingError("pack-replaced", ExitCode.USAGE, file=str(mailing.pack), mailing=mailing.name)
    deliveries = ledger.deliveries(mailing.name)
    named = [_one(ledger, mailing, address) for address in again]
    post = post_of(parcel, mailing.name, [each.recipient for each in deliveries], asked, mailing.list, mailing)
    see_words(post, [each.recipient for each in named or deliveries])
    queue = named or [each for each in deliveries if each.state in WAITING]
    send_all(post, queue, [] if named else deliveries, ledger, asked, speech, anew=bool(named))


def _write(path: Path, deliveries: Sequence[Delivery]) -> None:
    from briefing.delivering.sheets import begins, undelivered

    held = files.read_whole(path) if path.is_file() else b""
    files.check_target(path, next((begin for begin in begins() if held.startswith(begin)), begins()[0]), example="belum.csv")
    files.write_whole(path, undelivered(deliveries))
