"""The letter as a message: headers, plain text and HTML, and the pack attached, the same bytes for the same letter."""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from briefing.delivering.addresses import CONTROLS, Address
from briefing.model.problem import BriefingError, ExitCode

if TYPE_CHECKING:
    from pathlib import PurePath

    from briefing.delivering.ledger import Delivery, Mailing
    from briefing.delivering.words import Words

LANGUAGES: Final = {"": "id, en", "id": "id", "en": "en, id"}
LONGEST_NAME: Final = 55  # characters of a file name as it is quoted; RFC 2231 would cut a longer one in pieces, which some clients do not join
NO_FILE: Final = re.compile(r'[<>:"/\\|?*%]')

NOWHERE: Final = "briefing.invalid"  # the domain of a draft without a sender (RFC 2606)
MARK: Final = b"the pack"

_POLICY: Final = SMTP.clone(cte_type="7bit")


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A message as it leaves: who sends it, who gets it, its Message-ID, the SHA-256 of its pack, and its bytes."""

    sender: Address
    to: Address
    message_id: str
    sha256: str
    data: bytes

    @property
    def needs_utf8(self) -> bool:
        """Whether only a server with SMTPUTF8 can take it."""
        return self.sender.needs_utf8 or self.to.needs_utf8


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """The pack as it is attached: its name, and its content in lines of base64."""

    name: str
    lines: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """What the headers say beside the recipient: from whom (None: left open, for a draft), where answers go, and when (with a zone)."""

    sender: Address | None
    reply_to: Address | None
    when: datetime


def attachment(data: bytes, name: str) -> Attachment:
    """Return a PDF as it is attached, encoded once for all letters: to write it anew in each takes ten times as long as all else."""
    lines = base64.encodebytes(data).replace(b"\n", b"\r\n")
    return Attachment(name=name, lines=lines)


def attachment_name(path: PurePath) -> str:
    """Return the name under which a pack is attached: any system can keep it, and any client reads it from one parameter.

    Raises:
        BriefingError: attachment-name, for a name with a control character.
    """
    if CONTROLS.search(path.name):
        shown = CONTROLS.sub(lambda found: f"<U+{ord(found[0]):04X}>", path.name)
        raise BriefingError("attachment-name", ExitCode.USAGE, file=shown)
    stem = NO_FILE.sub("-", unicodedata.normalize("NFC", path.stem)).strip(" .-") or "paket"
    while len(quote(stem)) > LONGEST_NAME:
        stem = stem[:-1].rstrip(" .-")
    return f"{stem}.pdf"


def message_id(mailing: Mailing, delivery: Delivery) -> str:
    """Return the Message-ID of an attempt, without its domain: the same however often the attempt is repeated, so that a double can be told."""
    parts = (mailing.name, mailing.created, delivery.recipient.address.key, str(delivery.attempt))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


def message(words: Words, to: Address, envelope: Envelope, identity: str, language: str = "") -> EmailMessage:
    """Return the message to one recipient, without its attachment; `identity` becomes its Message-ID."""
    utf8 = any(address and address.needs_utf8 for address in (envelope.sender, envelope.reply_to, to))
    found = EmailMessage(policy=_POLICY.clone(utf8=utf8))
    if envelope.sender:
        found["From"] = envelope.sender.header
    else:
        found["X-Unsent"] = "1"  # Outlook opens it for sending
    found["To"] = to.header
    if envelope.reply_to:
        found["Reply-To"] = envelope.reply_to.header
    found["Subject"] = words.subject
    found["Date"] = envelope.when
    found["Message-ID"] = f"<{identity}@{envelope.sender.domain if envelope.sender else NOWHERE}>"
    found["Auto-Submitted"] = "auto-generated"
    found["X-Mailer"] = "briefing"  # by which a folder of letters is known not to hold articles
    found.set_content(words.plain, cte="quoted-printable")
    found.add_alternative(words.html, subtype="html", cte="quoted-printable")
    found.set_boundary(f"=_{identity}_1")
    found.make_mixed(boundary=f"=_{identity}_0")
    found["Content-Language"] = LANGUAGES[language]
    return found


def with_attachment(found: EmailMessage, pdf: Attachment) -> bytes:
    """Return the bytes of a message with the pack attached."""
    part = EmailMessage(policy=_POLICY)
    del part["MIME-Version"]
    part.set_content(MARK, maintype="application", subtype="pdf", disposition="attachment", filename=pdf.name)
    found.attach(part)
    before, after = found.as_bytes().rsplit(base64.b64encode(MARK) + b"\r\n", 1)
    return before + pdf.lines + after
