"""What `send`, `sent` and `doctor --mail` share: the account, its password, the ledger's place, and the sending itself with its report."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager
from datetime import UTC, datetime
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from briefing.cli.password import printed_by, typed
from briefing.cli.terminal import say
from briefing.messages import sentence, word
from briefing.model.problem import BriefingError, ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing.cli.terminal import Speech
    from briefing.delivering.ledger import Delivery, Ledger, Mailing
    from briefing.delivering.post import Post
    from briefing.delivering.smtp import Server
    from briefing.model.office import Mail
    from briefing.settings import Settings

VARIABLE: Final = "BRIEFING_MAIL_PASSWORD"
SERVICE: Final = "briefing"
"""The name under which the system's keyring holds the password; the user name there is USER@HOST."""

SHOWN: Final = 60  # rows of a table on the terminal; --verbose shows all


def now() -> datetime:
    """Return the time, with the zone of this machine."""
    return datetime.now(UTC).astimezone()


def stamp() -> str:
    """Return the time as the ledger has it, in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def account_of(settings: Settings) -> Mail:
    """Return the account that mail is sent with.

    Raises:
        BriefingError: mail-unset.
    """
    from briefing.delivering import providers

    if settings.mail is None:
        raise BriefingError("mail-unset", ExitCode.USAGE)
    return providers.account(settings.mail)


def ledger_path(settings: Settings) -> Path:
    """Return where the ledger is: in the office's folder, or the working folder where none is set up."""
    from briefing.delivering import ledger

    return (settings.folder or Path()) / ledger.FILE


@contextmanager
def server_of(account: Mail, command: str | None) -> Iterator[Server]:
    """Yield the server of an account, which asks for the password when it needs it; the connection is closed in the end."""
    from briefing.delivering.smtp import Server

    server = Server(account, lambda: password(account, command))
    try:
        yield server
    finally:
        server.close()


def password(account: Mail, command: str | None) -> str:
    """Return the password of the account: what `command` prints, else BRIEFING_MAIL_PASSWORD, else the keyring's, else what is typed."""
    if command:
        return printed_by(command)
    return os.environ.get(VARIABLE) or _kept(account) or typed(_("Password of {user}").format(user=account.user), VARIABLE)


def deliver(deliveries: Sequence[Delivery], post: Post, server: Server, ledger: Ledger, speech: Speech) -> None:
    """Send the letters of some deliveries, each told as it is done.

    Raises:
        BriefingError: as `see_size` and `mailing.deliver` raise.
    """
    from briefing.delivering import mailing

    if deliveries:
        see_size(post, deliveries[0], server)
        world = mailing.World(now=lambda: datetime.now(UTC), sleep=time.sleep, per_minute=server.account.per_minute)
        mailing.deliver(deliveries, post.letter, server, ledger, world, lambda done: tell(done, speech))


def see_size(post: Post, delivery: Delivery, server: Server) -> None:
    """See before anything is sent that the server takes letters of this size.

    Raises:
        BriefingError: mail-too-large; as `Server.open` raises.
    """
    limit, size = server.open().size, len(post.letter(delivery).data)
    if limit and size > limit:
        megabytes = {"size": f"{size / 1e6:.1f}", "limit": f"{limit / 1e6:.1f}"}
        raise BriefingError(
            "mail-too-large", ExitCode.NETWORK, file=post.parcel.name, host=server.account.host, size=megabytes["size"], limit=megabytes["limit"]
        )


def see_limit(account: Mail, count: int, speech: Speech) -> None:
    """Tell when a mailing has more letters than the provider takes in a day."""
    from briefing.delivering.providers import provider_of

    provider = provider_of(account)
    if provider and 0 < provider.per_day < count and not (speech.quiet or speech.machine):
        known: dict[str, str | int] = {"host": account.host, "limit": provider.per_day, "count": count}
        say(_("Check: {doubt}").format(doubt=sentence("mail-per-day", known)), err=True, fg="yellow")


def summary(mailing: Mailing, deliveries: Sequence[Delivery]) -> str:
    """Return one line on a mailing."""
    sent = sum(each.state == "sent" for each in deliveries)
    return _("{mailing}: sent to {sent} of {count}, {pack}").format(mailing=mailing.name, sent=sent, count=len(deliveries), pack=mailing.pack)


def outcome(mailing: str, deliveries: Iterable[Delivery]) -> BriefingError | None:
    """Return the error of a mailing that not everybody has got; None where all have."""
    states = [each.state for each in deliveries]
    left = {state: states.count(state) for state in ("refused", "deferred", "uncertain", "queued")}
    if not any(left.values()):
        return None
    return BriefingError(
        "mail-in-part",
        ExitCode.SENT_IN_PART,
        mailing=mailing,
        sent=states.count("sent"),
        refused=left["refused"],
        deferred=left["deferred"] + left["queued"],
        uncertain=left["uncertain"],
    )


def tell(delivery: Delivery, speech: Speech) -> None:
    """Print what became of one letter."""
    if not (speech.quiet or speech.machine):
        good = delivery.state == "sent"
        say(line(delivery) + ("" if good or not delivery.reply else f" – {delivery.reply}"), fg=None if good else "yellow")


def table(deliveries: Sequence[Delivery], speech: Speech) -> None:
    """Print deliveries as a table, the first ones of many."""
    shown = len(deliveries) if speech.verbose else SHOWN
    for delivery in deliveries[:shown]:
        tell(delivery, speech)
    if len(deliveries) > shown and not (speech.quiet or speech.machine):
        say(_("… and {count} more; --verbose shows all.").format(count=len(deliveries) - shown))


def line(delivery: Delivery) -> str:
    """Return one line of the table: state, when, address, and who that is."""
    who = ", ".join(filter(None, (delivery.recipient.name, delivery.recipient.office)))
    when = datetime.fromisoformat(delivery.at).astimezone().strftime("%Y-%m-%d %H:%M") if delivery.at else ""
    return f"{word(f'state-{delivery.state}'):<11}  {when:<16}  {delivery.recipient.address.spec:<36}  {who}".rstrip()


def report(mailing: str, deliveries: Iterable[Delivery]) -> dict[str, Any]:
    """Return a mailing for machines."""
    rows = [
        {
            **each.recipient.cells,
            "state": each.state,
            "attempt": each.attempt,
            "at": each.at,
            "message_id": each.message_id,
            "reply": each.reply,
            "sha256": each.sha256,
        }
        for each in deliveries
    ]
    return {"name": mailing, "recipients": rows}


def _kept(account: Mail) -> str:
    """Return the password that the system's keyring holds; "" where there is no keyring, or none in it."""
    try:
        import keyring

        return keyring.get_password(SERVICE, f"{account.user}@{account.host}") or ""
    except Exception:  # noqa: BLE001 - whatever a keyring fails with, the password is asked for
        return ""
