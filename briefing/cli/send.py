"""briefing send: a letter with the pack to each recipient of a list; without --send they are written down and shown, and nothing leaves."""

from __future__ import annotations

import re
import secrets
from contextlib import contextmanager
from dataclasses import dataclass, replace
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from briefing import files, settings
from briefing.cli import mail
from briefing.cli.common import Argument, Command, FileName, Option, common
from briefing.cli.report import Report
from briefing.cli.terminal import Speech, say
from briefing.messages import sentence
from briefing.model.problem import BriefingError, ExitCode, FaultsError
from briefing.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.delivering.ledger import Delivery, Ledger, Mailing
    from briefing.delivering.post import Parcel, Post
    from briefing.delivering.recipients import Recipient, Recipients

ALPHABET: Final = "abcdefghjkmnpqrstuvwxyz23456789"  # no two of which look alike on paper
NAME: Final = re.compile(r'[^<>:"/\\|?*\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]{1,80}')
TODO: Final = frozenset({"queued", "deferred"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the options ask for."""

    settings: Settings
    yes: bool
    password_command: str | None = None
    new_version: str | None = None
    protect: bool = False


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


def parcel_of(pack: Path) -> Parcel:
    """Return the pack to be sent."""
    from briefing.delivering import post

    return post.parcel_of(files.read_whole(pack), pack.absolute())


def post_of(  # noqa: PLR0913, PLR0917 - a mailing has as many parts
    parcel: Parcel, name: str, recipients: Sequence[Recipient], asked: Asked, listed: str = "", known: Mailing | None = None
) -> Post:
    """Return a mailing ready to be written; with --protect, the passwords are written down now, before any copy leaves."""
    from briefing.delivering import letter, post, sheets
    from briefing.delivering.ledger import Mailing
    from briefing.delivering.providers import account
    from briefing.delivering.words import Letters
    from briefing.rendering.profiles import folders

    office = asked.settings
    known = known or _known(name, office)
    protect = asked.protect or bool(known and known.protected)  # what some got with a password, nobody gets without
    mailing = Mailing(
        name=name,
        pack=parcel.path,
        sha256=parcel.sha256,
        list=listed,
        created=known.created if known else mail.stamp(),
        protected=protect,
    )
    passwords = sheets.passwords((office.folder or Path()) / f"{name}-sandi.csv", recipients, _new_password) if protect else {}
    return post.Post(
        mailing=mailing,
        parcel=parcel,
        letters=Letters(parcel.pack, folders(office.profile), office.office, parcel.name, len(parcel.data)),
        envelope=post.envelope_of(office.mail and account(office.mail), mail.now()),
        attachment=letter.attachment(parcel.data, parcel.name),
        passwords=passwords,
    )


def see_words(post: Post, recipients: Sequence[Recipient]) -> None:
    """See that every letter can be written before the first one is sent.

    Raises:
        FaultsError: every cell that a template asks for in vain.
    """
    faults: list[BriefingError] = []
    for recipient in recipients:
        try:
            post.letters.words(recipient)
        except BriefingError as error:
            if error.exit_code != ExitCode.USAGE:
                raise
            faults.append(error)
    if faults:
        raise FaultsError(faults[:20])


@contextmanager
def open_ledger(office: Settings) -> Iterator[Ledger]:
    """Yield the ledger, which no other run can use meanwhile."""
    from briefing.delivering.ledger import Ledger

    with Ledger(mail.ledger_path(office)) as ledger:
        yield ledger


def _known(name: str, office: Settings) -> Mailing | None:
    if not mail.ledger_path(office).exists():
        return None
    with open_ledger(office) as ledger:
        return ledger.mailing(name)


def _preview(post: Post, listed: Recipients, outbox: Path, asked: Asked, speech: Speech) -> ExitCode:
    from briefing.delivering import outbox as box

    deliveries = _standing(post, listed, asked)
    count = box.write(outbox, (post.letter(delivery) for delivery in deliveries))
    mail.table(deliveries, speech)
    if not (speech.quiet or speech.machine):
        say(_("Written: {folder} (letters: {count}). Nothing was sent; look at the letters, then add --send.").format(folder=outbox, count=count))
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
        send_all(post, [each for each in deliveries if each.state in TODO] + renewed, deliveries, ledger, asked, speech)
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


def send_all(  # noqa: PLR0913, PLR0917 - what `send` and `sent` have at hand
    post: Post, queue: Sequence[Delivery], deliveries: Sequence[Delivery], ledger: Ledger, asked: Asked, speech: Speech, *, anew: bool = False
) -> None:
    """Send the letters of `queue`, as new ones with `anew`, and of those of `deliveries` in doubt for whom that is wanted, after asking once."""
    account = mail.account_of(asked.settings)
    if queue:
        mail.see_limit(account, len(queue), speech)
        _confirm(post, len(queue), account.sender, asked)
    doubtful = [each for each in deliveries if each.state == "uncertain" and each not in queue and _wants_again(each, asked)]
    ledger.keep(post.mailing, [each.recipient for each in deliveries])
    with mail.server_of(account, asked.password_command) as server:
        fresh = [ledger.again(each) if anew or _is_other(each, post) else each for each in (*queue, *doubtful)]
        mail.deliver(fresh, post, server, ledger, speech)


def _is_other(delivery: Delivery, post: Post) -> bool:
    """Return whether the recipient has a letter, or may have one with another version: else it goes out under its old name, so that a double can be told."""
    return delivery.state == "sent" or (delivery.state == "uncertain" and delivery.sha256 != post.parcel.sha256)


def _confirm(post: Post, count: int, sender: str, asked: Asked) -> None:
    if not asked.yes:
        click.confirm(
            _("Send {file} to {count} recipients, from {sender}?").format(file=post.parcel.name, count=count, sender=sender), abort=True, err=True
        )
    if not post.parcel.pack.is_draft:
        return
    if asked.yes:
        say(_("Check: {doubt}").format(doubt=sentence("draft-sent", {"file": post.parcel.name})), err=True, fg="yellow")
    else:
        click.confirm(_("It is a DRAFT, which nobody has approved. Send it all the same?"), abort=True, err=True)


def _wants_again(delivery: Delivery, asked: Asked) -> bool:
    """Return whether a letter that may have arrived is to be sent once more; never without a person's word."""
    if asked.yes:
        return False
    question = _("{address} may have got it already: the answer of the server was lost. Send it again?")
    return click.confirm(question.format(address=delivery.recipient.address.spec), err=True)


def _report(post: Post, listed: Recipients, deliveries: Sequence[Delivery], output: Path | None = None, error: BriefingError | None = None) -> Report:
    return Report(
        command="send",
        exit_code=error.exit_code if error else ExitCode.OK,
        problems=listed.problems,
        output=output,
        error=error,
        mailing=mail.report(post.mailing.name, deliveries),
    )


def _new_password() -> str:
    """Return a password of twelve characters, 59 bits, in three groups that can be read out."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(3))
