"""briefing send: a letter with the pack to each recipient of a list; without --send they are written down and shown, and nothing leaves."""

from __future__ import annotations

import re
from dataclasses import replace
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from briefing import files, settings
from briefing.cli import mail
from briefing.cli.common import Argument, Command, FileName, Option, common
from briefing.cli.posting import WAITING, Asked, open_ledger, parcel_of, post_of, see_words, send_all
from briefing.cli.report import Report
from briefing.cli.terminal import Speech, say
from briefing.model.problem import BriefingError, ExitCode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.delivering.ledger import Delivery, Mailing
    from briefing.delivering.post import Post
    from briefing.delivering.recipients import Recipient, Recipients

NAME: Final = re.compile(r'[^<>:"/\\|?*\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]{1,80}')


@click.command(cls=Command, help="Send a pack by mail, one letter to each recipient. Without --send the letters are only written down and shown.")
@click.argument("pack", cls=Argument, type=FileName())
@click.option(
    "--to", cls=Option, metavar="LIST", multiple=True, required=True, help="A CSV file with the columns name, office, email, language; or addresses."
)
@click.option(
    "--mailing", cls=Option, metavar="NAME", help="Name of the mailing, which each recipient gets once; else those of the pack and the list."
)
@click.option("--outbox", cls=Option, type=FileName(), metavar="FOLDER", help="Where the letters are written; NAME-outbox if not given.")
@click.option("--test", "test", cls=Option, metavar="ADDRESS", help="Send the first letter to this address alone, to look at it.")
@click.option("--send", "send_", cls=Option, is_flag=True, help="Send the letters, after asking once.")
@click.option("--yes", cls=Option, is_flag=True, help="Ask nothing; for scripts.")
@click.option("--new-version", cls=Option, type=click.Choice(["rest", "all"]), help="When the pack has changed since: who gets it, the rest or all.")
@click.option("--protect", cls=Option, is_flag=True, help="Attach a copy with a password of its own to each letter; NAME-sandi.csv holds them.")
@click.option("--password-command", cls=Option, metavar="COMMAND", help="Take the password of the account from the first line that this prints.")
@common
@click.pass_obj
def send(speech: Speech, /, pack: Path, to: tuple[str, ...], **given: Any) -> ExitCode:
    """Write the letters, send one to oneself, or send them all."""
    office = settings.load(Path())
    asked = Asked(
        settings=office,
        yes=given["yes"],
        password_command=given["password_command"],
        new_version=given["new_version"],
        protect=given["protect"],
    )
    if given["send_"] and speech.machine and not asked.yes:
        raise BriefingError("send-needs-yes", ExitCode.USAGE)
    listed, stem = recipients_of(to)
    parcel = parcel_of(pack)
    name = given["mailing"] or "-".join(filter(None, (pack.stem, stem)))
    if not NAME.fullmatch(name) or name != name.strip(" ."):
        raise BriefingError("mailing-name", ExitCode.USAGE, name=ascii(name)[:100])
    post = post_of(parcel, name, listed.recipients, asked, stem and to[0])
    see_words(post, listed.recipients)
    if given["test"]:
        return _try(post, listed, given["test"], asked, speech)
    if given["send_"]:
        return _send(post, listed, asked, speech)
    return _preview(post, listed, given["outbox"] or Path(f"{name}-outbox"), asked, speech)


def recipients_of(to: Sequence[str]) -> tuple[Recipients, str]:
    """Return the recipients that --to names, and the name of their list, "" for addresses."""
    from briefing.delivering import addresses, recipients

    if len(to) == 1 and ("@" not in to[0] or Path(to[0]).is_file()):
        path = Path(to[0])
        return recipients.read_list(files.read_whole(path), str(path)), path.stem
    return recipients.read_addresses(address for words in to for address in addresses.listed(words)), ""


def _preview(post: Post, listed: Recipients, outbox: Path, asked: Asked, speech: Speech) -> ExitCode:
    from briefing.delivering import outbox as box

    deliveries = _standing(post, listed, asked)
    count = box.write(outbox, (post.letter(delivery) for delivery in deliveries[: box.MOST]))
    mail.table(deliveries, speech)
    if not (speech.quiet or speech.machine):
        say(_("Written: {folder} (letters: {count}). Nothing was sent; look at the letters, then add --send.").format(folder=outbox, count=count))
        if count < len(deliveries):
            say(_("The other {count} letters are not written down, for each holds the pack; --send sends all.").format(count=len(deliveries) - count))
    return _report(post, listed, deliveries, output=outbox).tell(speech)


def _standing(post: Post, listed: Recipients, asked: Asked) -> list[Delivery]:
    if not mail.ledger_path(asked.settings).exists():
        return standing(post, listed.recipients, ())
    with open_ledger(asked.settings) as ledger:
        return standing(post, listed.recipients, ledger.deliveries(post.mailing.name))


def standing(post: Post, recipients: Sequence[Recipient], known: Sequence[Delivery]) -> list[Delivery]:
    """Return how recipients stand in the ledger, in the words of their list; those who are not in it are queued."""
    from briefing.delivering.ledger import Delivery

    held = {each.recipient.address.key: each for each in known}
    fresh = [Delivery(mailing=post.mailing.name, recipient=recipient) for recipient in recipients]
    return [replace(held.get(each.recipient.address.key, each), recipient=each.recipient) for each in fresh]


def _try(post: Post, listed: Recipients, test: str, asked: Asked, speech: Speech) -> ExitCode:
    """Send the first letter to oneself; the ledger knows nothing of it."""
    from briefing.delivering import recipients
    from briefing.delivering.smtp import InDoubtError, LostError, RefusedError

    to = recipients.read_addresses([test]).recipients[0].address
    first = standing(post, listed.recipients[:1], ())[0]
    with mail.server_of(mail.account_of(asked.settings), asked.password_command) as server:
        mail.see_size(post, first, server)
        try:
            reply = server.send(post.trial(first, to), lambda: None)
        except RefusedError as error:
            raise BriefingError("test-refused", ExitCode.NETWORK, address=to.spec, reply=error.reply) from error
        except (LostError, InDoubtError) as error:
            raise BriefingError("mail-lost", ExitCode.NETWORK, host=server.account.host, fault=str(error)) from error
    if not (speech.quiet or speech.machine):
        say(_("Sent to {address} alone: the letter for {first}. {reply}").format(address=to.spec, first=first.recipient.address.spec, reply=reply))
    return _report(post, listed, []).tell(speech)


def _send(post: Post, listed: Recipients, asked: Asked, speech: Speech) -> ExitCode:
    mail.account_of(asked.settings)
    with open_ledger(asked.settings) as ledger:
        deliveries = standing(post, listed.recipients, ledger.deliveries(post.mailing.name))
        renewed = _renewed(post, deliveries, ledger.mailing(post.mailing.name), asked)
        send_all(post, [each for each in deliveries if each.state in WAITING] + renewed, deliveries, ledger, asked, speech)
        found = standing(post, listed.recipients, ledger.deliveries(post.mailing.name))
    if not (speech.quiet or speech.machine):
        say(mail.summary(post.mailing, found))
    return _report(post, listed, found, error=mail.outcome(post.mailing.name, found)).tell(speech)


def _renewed(post: Post, deliveries: Sequence[Delivery], known: Mailing | None, asked: Asked) -> list[Delivery]:
    """Return those who have an earlier version of the pack and are to get this one too.

    Raises:
        BriefingError: pack-changed, where nobody can be asked.
    """
    held = [each for each in deliveries if each.state == "sent" and each.sha256 != post.parcel.sha256]
    if not known or not held:
        return []
    choice = asked.new_version
    if not choice:
        if asked.yes:
            raise BriefingError("pack-changed", ExitCode.USAGE, file=str(post.parcel.path), mailing=known.name, number=len(held))
        say(
            _("The pack has changed: {number} recipients of “{mailing}” have the earlier one.").format(number=len(held), mailing=known.name), err=True
        )
        choice = click.prompt(
            _("Who gets the new one: only the rest, all, or nobody"), type=click.Choice(["rest", "all", "stop"]), default="stop", err=True
        )
    if choice == "stop":
        raise click.Abort
    return held if choice == "all" else []


def _report(post: Post, listed: Recipients, deliveries: Sequence[Delivery], output: Path | None = None, error: BriefingError | None = None) -> Report:
    return Report(
        command="send",
        exit_code=error.exit_code if error else ExitCode.OK,
        problems=listed.problems,
        output=output,
        error=error,
        mailing=mail.report(post.mailing.name, deliveries),
    )
