"""Sending a mailing: letter by letter over one connection, each state in the ledger before and after, what is put off tried again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from briefing.delivering.ledger import Delivery, Ledger
from briefing.delivering.letter import Letter
from briefing.delivering.smtp import InDoubtError, LostError, RefusedError, Server
from briefing.model.problem import BriefingError, ExitCode

if TYPE_CHECKING:
    from briefing.delivering.ledger import State

BACKOFF: Final = (5.0, 30.0, 120.0)  # seconds before those put off are tried again, and before a lost connection is made anew
PASSING: Final = frozenset({"mail-connection", "mail-greeting", "mail-host"})  # what may be over in a minute, on a connection that was there before
ENDED: Final = frozenset({"sent", "refused", "uncertain"})


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What a mailing needs of the world around it: the time (with a zone), and waiting for some seconds. `per_minute` is the most letters, 0 for no limit."""

    now: Callable[[], datetime]
    sleep: Callable[[float], None]
    per_minute: int = 0


def deliver(  # noqa: PLR0913, PLR0917 - each is another part of the world
    deliveries: Iterable[Delivery],
    compose: Callable[[Delivery], Letter],
    server: Server,
    ledger: Ledger,
    world: World,
    tell: Callable[[Delivery], None],
) -> None:
    """Send the letter of each delivery, and tell each as it stands in the ledger; one that the server puts off is tried again after a while.

    Raises:
        BriefingError: as `Server.open` raises; mail-lost when the connection breaks again and again; mail-sender when the server takes nothing
            from this account; as the ledger raises. What was not sent then stays as it was in the ledger.
    """
    left = tuple(deliveries)
    for number, pause in enumerate((0.0, *BACKOFF)):
        if left and pause:
            world.sleep(pause)
        put_off: list[Delivery] = []
        for place, delivery in enumerate(left):
            if world.per_minute and (place or number):
                world.sleep(60 / world.per_minute)
            done = _Attempt(delivery, compose(delivery), server, ledger, world).made()
            if done.state not in ENDED:
                put_off.append(done)
            if done.state in ENDED or not number:
                tell(done)
        left = tuple(put_off)


@dataclass(slots=True)
class _Attempt:
    """One letter on its way."""

    delivery: Delivery
    letter: Letter
    server: Server
    ledger: Ledger
    world: World

    def made(self) -> Delivery:
        """Return the delivery as it stands in the ledger after the server's answer."""
        try:
            reply = self._handed_over()
        except RefusedError as error:
            if error.of_sender and error.is_final:
                raise BriefingError("mail-sender", ExitCode.NETWORK, address=self.letter.sender.spec, reply=error.reply) from error
            return self._mark("refused" if error.is_final else "deferred", error.reply)
        except InDoubtError as error:
            return self._mark("uncertain", str(error))
        return self._mark("sent", reply)

    def _handed_over(self) -> str:
        """Return the server's reply, over a new connection where one is lost before the letter's end, or cannot be made for a while."""
        fault = ""
        for pause in (0.0, *BACKOFF):
            if pause:
                self.world.sleep(pause)
            try:
                return self.server.send(self.letter, self._mark_sending)
            except LostError as error:
                fault = str(error)
            except BriefingError as error:
                if error.code not in PASSING:
                    raise
                fault = str(error.arguments.get("fault") or error.arguments.get("reply") or error.code)
        raise BriefingError("mail-lost", ExitCode.NETWORK, host=self.server.account.host, fault=fault)

    def _mark_sending(self) -> None:
        self._mark("sending", "")

    def _mark(self, state: State, reply: str) -> Delivery:
        at = self.world.now().isoformat(timespec="seconds")
        return self.ledger.mark(self.delivery, state, at, reply=reply, message_id=self.letter.message_id, sha256=self.letter.sha256)
