"""The ledger: who has which pack, in a file of SQLite that is written before anything leaves, and after every answer of a server.

A row is `sending` only from the moment before the end of its letter is sent until the server's answer is written down. What a crash leaves so
is in doubt: when the ledger is opened next it is `uncertain`, and nothing but a person's word sends it again.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, Self

from briefing import files
from briefing.delivering import addresses
from briefing.delivering.recipients import Recipient
from briefing.model.problem import BriefingError, ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import TracebackType

FILE: Final = "mailings.sqlite"
VERSION: Final = 1
PATIENCE: Final = 2.0  # seconds; a `briefing sent` beside this one has done by then

State = Literal["queued", "sending", "sent", "refused", "deferred", "uncertain"]

_SCHEMA: Final = """
CREATE TABLE mailing (
  name TEXT PRIMARY KEY, pack TEXT NOT NULL, sha256 TEXT NOT NULL, list TEXT NOT NULL, protected INTEGER NOT NULL, created TEXT NOT NULL
) STRICT;
CREATE TABLE delivery (
  mailing TEXT NOT NULL REFERENCES mailing (name), key TEXT NOT NULL, attempt INTEGER NOT NULL, place INTEGER NOT NULL, cells TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'refused', 'deferred', 'uncertain')),
  sha256 TEXT NOT NULL DEFAULT '', message_id TEXT NOT NULL DEFAULT '', at TEXT NOT NULL DEFAULT '', reply TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (mailing, key, attempt)
) STRICT;
CREATE INDEX delivery_message ON delivery (message_id);
"""
_LATEST: Final = "SELECT *, max(attempt) FROM delivery WHERE mailing = ? GROUP BY key ORDER BY place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailing:
    """A pack for a list: `pack` is its file, `sha256` that of its content, `list` the file of its recipients ("" for none), `created` in UTC."""

    name: str
    pack: Path
    sha256: str
    list: str
    created: str
    protected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """The latest attempt to give a mailing to a recipient: its state, since when (UTC), and the last answer of a server."""

    mailing: str
    recipient: Recipient
    attempt: int = 1
    state: State = "queued"
    sha256: str = ""
    message_id: str = ""
    at: str = ""
    reply: str = ""


class Ledger:
    """An open ledger, which no other run can change meanwhile; every change is on the disk when its method returns."""

    def __init__(self, path: Path) -> None:
        """Open the ledger at `path`, or make it.

        Raises:
            BriefingError: ledger-busy, ledger-newer, ledger-broken, disk-full, or another reason why it cannot be written.
        """
        self.path = path
        try:
            path.touch(mode=0o600)  # the addresses of people are nobody else's to read
        except OSError as error:
            raise files.refusal_of(error, path) from error
        try:
            self._base = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
        except sqlite3.Error as error:
            raise self._fault(error) from error
        self._base.row_factory = sqlite3.Row
        try:
            self._prepare()
        except BaseException:
            self._base.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._base.close()

    def mailing(self, name: str) -> Mailing | None:
        """Return the mailing of this name, None for none."""
        return next((found for found in self.mailings() if found.name == name), None)

    def mailings(self, *, pack: Path | None = None, sha256: str = "") -> tuple[Mailing, ...]:
        """Return the mailings, newest last: all, or those of a pack by its file or its content."""
        found = [_mailing(row) for row in self._run("SELECT * FROM mailing ORDER BY created, name")]
        return tuple(each for each in found if not pack or each.pack == pack or each.sha256 == sha256)

    def keep(self, mailing: Mailing, recipients: Iterable[Recipient]) -> None:
        """Write down a mailing and queue those of its recipients who are not in it; what the list says of others who lack it is renewed."""
        rows = [(mailing.name, each.address.key, place, json.dumps(each.cells, ensure_ascii=False)) for place, each in enumerate(recipients)]
        values = (mailing.name, str(mailing.pack), mailing.sha256, mailing.list, mailing.protected, mailing.created)
        with self._whole():
            self._run(
                "INSERT INTO mailing VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET pack = ?2, sha256 = ?3, list = ?4, protected = ?5", values
            )
            for row in rows:
                self._run("UPDATE delivery SET cells = ?4 WHERE mailing = ?1 AND key = ?2 AND state != 'sent'", row)
                self._run(
                    "INSERT INTO delivery (mailing, key, attempt, place, cells, state) SELECT ?1, ?2, 1, ?3, ?4, 'queued' "
                    "WHERE NOT EXISTS (SELECT 1 FROM delivery WHERE mailing = ?1 AND key = ?2)",
                    row,
                )

    def deliveries(self, mailing: str) -> tuple[Delivery, ...]:
        """Return the latest attempt for each recipient, in the order of the list."""
        return tuple(_delivery(row) for row in self._run(_LATEST, (mailing,)))

    def mark(self, delivery: Delivery, state: State, at: str, **known: str) -> Delivery:
        """Write down what became of a delivery, with the `sha256`, `message_id` or `reply` that is known, and return it."""
        marked = replace(delivery, state=state, at=at, **known)  # type: ignore[arg-type]  # mypy takes the words for those of any field
        self._run(
            "UPDATE delivery SET state = ?, at = ?, sha256 = ?, message_id = ?, reply = ? WHERE mailing = ? AND key = ? AND attempt = ?",
            (state, at, marked.sha256, marked.message_id, marked.reply, marked.mailing, marked.recipient.address.key, marked.attempt),
        )
        return marked

    def again(self, delivery: Delivery) -> Delivery:
        """Queue a new attempt for a recipient, the old ones staying as they are, and return it."""
        attempt = Delivery(mailing=delivery.mailing, recipient=delivery.recipient, attempt=delivery.attempt + 1)
        self._run(
            "INSERT INTO delivery (mailing, key, attempt, place, cells, state) SELECT mailing, key, attempt + 1, place, cells, 'queued' "
            "FROM delivery WHERE mailing = ? AND key = ? AND attempt = ?",
            (delivery.mailing, delivery.recipient.address.key, delivery.attempt),
        )
        return attempt

    def of_message(self, message_id: str) -> tuple[Delivery, ...]:
        """Return the attempts whose letter has this Message-ID: one at most."""
        return tuple(_delivery(row) for row in self._run("SELECT * FROM delivery WHERE message_id = ? AND message_id != ''", (message_id,)))

    def _prepare(self) -> None:
        self._run("PRAGMA locking_mode = EXCLUSIVE")  # held until the end, also where a killed run leaves it: no second run sends beside this one
        self._run("PRAGMA journal_mode = WAL")
        self._run("PRAGMA synchronous = FULL")
        self._run("BEGIN EXCLUSIVE")
        self._run("COMMIT")
        version = self._run("PRAGMA user_version")[0][0]
        if version > VERSION:
            raise BriefingError("ledger-newer", ExitCode.CANNOT_WRITE, file=str(self.path))
        if not version:
            with self._whole():
                for statement in _SCHEMA.split(";"):
                    self._run(statement)
                self._run(f"PRAGMA user_version = {VERSION}")
        self._run("UPDATE delivery SET state = 'uncertain' WHERE state = 'sending'")

    def _whole(self) -> _Transaction:
        return _Transaction(self._base, self._run)

    def _run(self, statement: str, values: tuple[Any, ...] = ()) -> list[sqlite3.Row]:
        try:
            return self._base.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            raise self._fault(error) from error

    def _fault(self, error: sqlite3.Error) -> BriefingError:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        file = str(self.path)
        if code == sqlite3.SQLITE_FULL:
            return BriefingError("disk-full", ExitCode.CANNOT_WRITE, file=file)
        if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            return BriefingError("ledger-busy", ExitCode.CANNOT_WRITE, file=file)
        if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
            return BriefingError("ledger-broken", ExitCode.INPUT_UNREADABLE, file=file)
        return BriefingError("ledger-failed", ExitCode.CANNOT_WRITE, file=file, fault=str(error))


class _Transaction:
    """All statements within it, or none."""

    def __init__(self, base: sqlite3.Connection, run: Callable[[str], Any]) -> None:
        self._base, self._run = base, run

    def __enter__(self) -> None:
        self._run("BEGIN IMMEDIATE")

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._base.in_transaction:  # a full disk has ended it
            self._run("ROLLBACK" if kind else "COMMIT")


def _mailing(row: sqlite3.Row) -> Mailing:
    return Mailing(
        name=row["name"],
        pack=Path(row["pack"]),
        sha256=row["sha256"],
        list=row["list"],
        created=row["created"],
        protected=bool(row["protected"]),
    )


def _delivery(row: sqlite3.Row) -> Delivery:
    cells: dict[str, str] = json.loads(row["cells"])
    known = {column: cells.pop(column, "") for column in ("email", "name", "office", "language")}
    address = addresses.read(known["email"], known["name"])
    recipient = Recipient(address=address, name=known["name"], office=known["office"], language=known["language"], fields=cells)
    return Delivery(
        mailing=row["mailing"],
        recipient=recipient,
        attempt=row["attempt"],
        state=row["state"],
        sha256=row["sha256"],
        message_id=row["message_id"],
        at=row["at"],
        reply=row["reply"],
    )
