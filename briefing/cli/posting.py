"""What `send` and `sent` do with a mailing: make it ready, open the ledger, and send what is to be sent after asking."""

from __future__ import annotations

import secrets
from contextlib import contextmanager
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from briefing import files
from briefing.cli import mail
from briefing.cli.terminal import Speech, say
from briefing.messages import sentence
from briefing.model.problem import BriefingError, ExitCode, FaultsError
from briefing.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.delivering.ledger import Delivery, Ledger, Mailing
    from briefing.delivering.post import Parcel, Post
    from briefing.delivering.recipients import Recipient

ALPHABET: Final = "abcdefghjkmnpqrstuvwxyz23456789"  # no two of which look alike on paper
WAITING: Final = frozenset({"queued", "deferred"})
"""The states of those who have not had their turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the options ask for."""

    settings: Settings
    yes: bool
    password_command: str | None = None
    new_version: str | None = None
    protect: bool = False


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
        _must(_("Send {file} to {count} recipients, from {sender}?").format(file=post.parcel.name, count=count, sender=sender))
    if not post.parcel.pack.is_draft:
        return
    if asked.yes:
        say(_("Check: {doubt}").format(doubt=sentence("draft-sent", {"file": post.parcel.name})), err=True, fg="yellow")
    else:
        _must(_("It is a DRAFT, which nobody has approved. Send it all the same?"))


def _must(question: str) -> None:
    """Ask, and end the run where the answer is no."""
    if not click.confirm(question, err=True):
        say(_("Nothing was sent."), err=True)
        raise click.exceptions.Exit(ExitCode.INTERRUPTED)


def _wants_again(delivery: Delivery, asked: Asked) -> bool:
    """Return whether a letter that may have arrived is to be sent once more; never without a person's word."""
    if asked.yes:
        return False
    question = _("{address} may have got it already: the answer of the server was lost. Send it again?")
    return click.confirm(question.format(address=delivery.recipient.address.spec), err=True)


def _new_password() -> str:
    """Return a password of twelve characters, 59 bits, in three groups that can be read out."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(3))
