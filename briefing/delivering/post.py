"""What is posted: the pack in its file, the sender, and each recipient's own letter, made when its turn comes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefing.delivering import addresses, letter
from briefing.delivering.addresses import AddressError
from briefing.delivering.ledger import Mailing
from briefing.delivering.letter import Attachment, Envelope, Letter
from briefing.delivering.words import Letters
from briefing.finishing import packfile
from briefing.finishing.opened import DAMAGE, fault_of, open_ours
from briefing.finishing.protect import protected
from briefing.model.pack import Pack
from briefing.model.problem import BriefingError, ExitCode

if TYPE_CHECKING:
    from datetime import datetime

    from briefing.delivering.addresses import Address
    from briefing.delivering.ledger import Delivery
    from briefing.model.office import Mail

TRY: Final = "[UJI] "
"""What stands before the subject of a letter to oneself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """A pack as it is attached: its file, its bytes, their SHA-256, and what it says."""

    path: Path
    name: str
    data: bytes
    sha256: str
    pack: Pack


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A mailing ready to be written: `passwords` are those of protected copies, by the key of the address (empty: the pack as it is)."""

    mailing: Mailing
    parcel: Parcel
    letters: Letters
    envelope: Envelope
    attachment: Attachment
    passwords: Mapping[str, str] = field(default_factory=dict)

    def letter(self, delivery: Delivery) -> Letter:
        """Return the letter of a delivery.

        Raises:
            BriefingError: as `Letters.words` raises.
        """
        return self._written(delivery, delivery.recipient.address, letter.message_id(self.mailing, delivery))

    def trial(self, delivery: Delivery, to: Address) -> Letter:
        """Return the letter of a delivery as it goes to oneself, and says so."""
        identity = hashlib.sha256(f"{letter.message_id(self.mailing, delivery)} {to.key} {self.envelope.when}".encode()).hexdigest()[:32]
        return self._written(delivery, to, identity, TRY)

    def _written(self, delivery: Delivery, to: Address, identity: str, before: str = "") -> Letter:
        recipient = delivery.recipient
        words = self.letters.words(recipient)
        message = letter.message(replace(words, subject=before + words.subject), to, self.envelope, identity, recipient.language)
        attached = self.attachment
        if self.passwords:
            copy = protected(self.parcel.data, str(self.parcel.path), self.passwords[recipient.address.key])
            attached = letter.attachment(copy, self.parcel.name)
        return Letter(
            sender=self.envelope.sender or to,
            to=to,
            message_id=message["Message-ID"],
            sha256=self.parcel.sha256,
            data=letter.with_attachment(message, attached),
        )


def parcel_of(data: bytes, path: Path) -> Parcel:
    """Return a pack to be sent.

    Raises:
        BriefingError: pack-broken, pack-encrypted or pack-foreign, also for a pack without the data of its pages; attachment-name.
    """
    file = str(path)
    try:
        held = open_ours(data, file).attachments
        pack = packfile.load(bytes(held[packfile.NAME][0]), {}).pack
    except KeyError as error:
        raise BriefingError("pack-foreign", ExitCode.INPUT_UNREADABLE, file=file) from error
    except DAMAGE as error:
        raise BriefingError("pack-broken", ExitCode.INPUT_UNREADABLE, file=file, fault=fault_of(error)) from error
    return Parcel(path=path, name=letter.attachment_name(path), data=data, sha256=hashlib.sha256(data).hexdigest(), pack=pack)


def envelope_of(account: Mail | None, when: datetime) -> Envelope:
    """Return what an account puts into each letter; without one, a letter has no sender yet.

    Raises:
        BriefingError: mail-address, for `from` or `reply_to` of the settings.
    """
    if account is None:
        return Envelope(sender=None, reply_to=None, when=when)
    reply_to = _own_address(account.reply_to, "reply_to") if account.reply_to else None
    return Envelope(sender=_own_address(account.sender, "from"), reply_to=reply_to, when=when)


def _own_address(text: str, key: str) -> Address:
    try:
        return addresses.read(text)
    except AddressError as error:
        raise BriefingError("mail-address", ExitCode.USAGE, key=key, text=ascii(text), reason=error.reason) from error
