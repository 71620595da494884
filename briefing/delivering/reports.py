"""Delivery reports (RFC 3464), as a mail program saves them: which letter they are about, and what became of it."""

from __future__ import annotations

import email
from dataclasses import dataclass
from email import policy
from email.message import Message
from typing import TYPE_CHECKING, Final

from briefing.delivering.addresses import CONTROLS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.delivering.ledger import Ledger, State

FATES: Final[dict[str, State]] = {"failed": "refused", "delivered": "sent", "relayed": "sent", "expanded": "sent"}
"""The state that each action of a report means; "delayed" means that there is nothing to tell yet."""

LONGEST: Final = 300  # characters that are kept of a reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a report says of one letter: `action` is that of RFC 3464, `reason` the words of the server behind it."""

    message_id: str
    recipient: str
    action: str
    reason: str


def read(data: bytes) -> tuple[Report, ...]:
    """Return what a message reports, one for each recipient; nothing for a message that is no report, or tells not of which letter."""
    message = email.message_from_bytes(data, policy=policy.compat32)
    if message.get_content_type() != "multipart/report":
        return ()
    identity = next((found for part in message.walk() if (found := _returned(part))), "")
    return tuple(_reports(message, identity)) if identity else ()


def settle(ledger: Ledger, reports: tuple[Report, ...], at: str) -> int:
    """Mark in the ledger what reports say, and return how many letters they settled."""
    settled = 0
    for report in reports:
        state = FATES.get(report.action)
        for delivery in ledger.of_message(report.message_id) if state else ():
            ledger.mark(delivery, state, at, reply=report.reason)  # type: ignore[arg-type]  # known where the loop runs
            settled += 1
    return settled


def _reports(message: Message, identity: str) -> Iterator[Report]:
    for part in message.walk():
        if part.get_content_type() != "message/delivery-status" or not isinstance(blocks := part.get_payload(), list):
            continue
        for block in blocks:
            if isinstance(block, Message) and "Action" in block:
                recipient = _line(block.get("Original-Recipient") or block.get("Final-Recipient")).partition(";")[2].strip()
                reason = _line(block.get("Diagnostic-Code")).partition(";")[2].strip() or _line(block.get("Status"))
                yield Report(message_id=identity, recipient=recipient, action=_line(block["Action"]).casefold(), reason=f"{reason}"[:LONGEST])


def _returned(part: Message) -> str:
    """Return the Message-ID of the letter that comes back in a report, whole or its headers alone."""
    kind, content = part.get_content_type(), part.get_payload()
    if kind == "message/rfc822" and isinstance(content, list) and isinstance(content[0], Message):
        return _line(content[0].get("Message-ID"))
    if kind == "text/rfc822-headers":
        decoded = part.get_payload(decode=True)
        return _line(email.message_from_bytes(decoded).get("Message-ID")) if isinstance(decoded, bytes) else ""
    return ""


def _line(value: object) -> str:
    return " ".join(CONTROLS.sub(" ", str(value or "")).split())
