"""A mailing that is killed at any moment and gone on with: nobody gets it twice, nobody is forgotten, and nobody is called sent who is not.

The runs are killed at calls of Python and C that are drawn by chance, and at moments that fall within them. A recipient in doubt is
sent the letter again only where the server has none of it, as an officer would answer who knows.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from briefing.delivering import addresses, mailing
from briefing.delivering.ledger import Delivery, Ledger, Mailing
from briefing.delivering.letter import Letter
from briefing.delivering.recipients import read_addresses
from briefing.delivering.smtp import Server
from briefing.model.office import Mail
from tests.killing import ended, killer

if TYPE_CHECKING:
    from tests.delivering.conftest import Box, Start

KILLS = int(os.environ.get("BRIEFING_KILLS", "60"))
RECIPIENTS = read_addresses([f"warga{number}@contoh.id" for number in range(30)]).recipients
MAILING = Mailing(name="apel", pack=Path("paket.pdf"), sha256="a", list="", created="2024-11-02T08:00:00+00:00")
SENDER = addresses.read("humas@contoh.go.id")
BODY = b"Subject: Paket\r\n\r\n" + (b"x" * 76 + b"\r\n") * 200

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not hasattr(os, "fork"), reason="a mailing is killed in a process forked for it")]


@pytest.mark.filterwarnings("ignore:This process")  # the child of a fork runs nothing but the mailing
def test_killed_mailings(tmp_path: Path, start: Start) -> None:
    path, chance = tmp_path / "mailings.sqlite", random.Random(20241102)
    box, port = start()
    killed = mailings = 0
    doubts: Counter[bool] = Counter()
    while killed < KILLS:
        mailings += 1
        with Ledger(path) as ledger:
            ledger.keep(replace(MAILING, name=f"apel {mailings}"), RECIPIENTS)
        while any(each.state == "queued" for each in held(path, mailings)):
            killed += run(path, port, mailings, points(chance) if killed < KILLS else Point())
            settle(box)
            doubts += look(path, mailings, box)
        assert sorted(box.recipients) == sorted(each.address.spec for each in RECIPIENTS)
        assert {each.state for each in held(path, mailings)} == {"sent"}
        box.letters.clear()
    in_all = mailings * len(RECIPIENTS)
    sys.stdout.write(f"killed {killed} times, recipients {in_all}, in doubt {doubts.total()}, of which arrived {doubts[True]}\n")
    assert doubts.total() > KILLS / 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """When a run is killed: at its n-th call of all, at the n-th after a letter was called `sending`, or after some seconds; 0 for never."""

    call: int = 0
    sending: int = 0
    seconds: float = 0.0


def points(chance: random.Random) -> Point:
    kinds = (Point(call=chance.randint(1, 8000)), Point(sending=chance.randint(1, 260)), Point(seconds=chance.uniform(0.005, 0.1)))
    return chance.choice(kinds)


def look(path: Path, number: int, box: Box) -> Counter[bool]:
    """See that the ledger agrees with what the server has, settle what is in doubt, and return how often the server had that."""
    got = set(box.recipients)
    assert len(got) == len(box.letters), "somebody got it twice"
    with Ledger(path) as ledger:
        deliveries = ledger.deliveries(f"apel {number}")
        assert {each.recipient.address.spec for each in deliveries if each.state == "sent"} <= got
        assert not {each.recipient.address.spec for each in deliveries if each.state == "queued"} & got
        doubtful = [each for each in deliveries if each.state == "uncertain"]
        assert len(doubtful) <= 1, "more in doubt than a run can have on its way"
        for each in doubtful:
            ledger.mark(each, "sent" if each.recipient.address.spec in got else "queued", "2024-11-02T08:00:00+00:00")
    return Counter(each.recipient.address.spec in got for each in doubtful)


def held(path: Path, number: int) -> tuple[Delivery, ...]:
    with Ledger(path) as ledger:
        return ledger.deliveries(f"apel {number}")


def settle(box: Box) -> None:
    """Wait until the server has done with what it received."""
    before = -1
    while before != len(box.letters):
        before = len(box.letters)
        time.sleep(0.02)


def send(path: Path, port: int, number: int) -> None:
    server = Server(Mail(host="localhost", sender=SENDER.spec, port=port, security="none"), str)
    world = mailing.World(now=lambda: datetime(2024, 11, 2, tzinfo=UTC), sleep=time.sleep)
    with Ledger(path) as ledger:
        queue = [each for each in ledger.deliveries(f"apel {number}") if each.state in {"queued", "deferred"}]
        mailing.deliver(queue, letter, server, ledger, world, lambda _done: None)
    server.close()


def letter(delivery: Delivery) -> Letter:
    to = delivery.recipient.address
    return Letter(sender=SENDER, to=to, message_id=f"<{to.local}@contoh.go.id>", sha256="a", data=BODY)


def run(path: Path, port: int, number: int, point: Point) -> int:
    """Send in a forked process that is killed at a point; return whether it was, before it had done."""
    child = os.fork()
    if child == 0:
        try:
            if point.call:
                sys.setprofile(killer(point.call))
            if point.sending:
                arm(point.sending)
            send(path, port, number)
        finally:
            os._exit(0)
    if point.seconds:
        time.sleep(point.seconds)
        os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(ended(child))


def arm(point: int) -> None:
    """Let the process die at its `point`-th call after it began to write down that a letter is being sent."""
    mark = Ledger.mark

    def marked(self: Ledger, delivery: Delivery, state: Any, at: str, **known: str) -> Delivery:
        if state == "sending" and int(delivery.recipient.address.local.removeprefix("warga")) % 3 == point % 3:
            sys.setprofile(killer(point))
        return mark(self, delivery, state, at, **known)

    Ledger.mark = marked  # type: ignore[method-assign]
