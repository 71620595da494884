"""The tables that a mailing writes: who did not get it, and the passwords of protected copies. Spreadsheets open them, and run nothing of them."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Final

from briefing import files
from briefing.delivering.recipients import read_list
from briefing.messages import word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from briefing.delivering.ledger import Delivery
    from briefing.delivering.recipients import Recipient

KNOWN: Final = ("email", "name", "office", "language")
PASSWORD: Final = "password"  # noqa: S105 - the heading of a column

OUTCOME: Final = ("state", "reply")
EARLIER: Final = frozenset({*OUTCOME, "status_kirim", "jawaban_server"})
"""What the columns of an outcome are called in either language: those of an earlier list are not carried along."""

_FORMULA: Final = re.compile(r"'*[=+\-@\t\r]")


def undelivered(deliveries: Iterable[Delivery]) -> bytes:
    """Return the recipients who did not get a mailing, as a list to send to, with the state of each and the last answer of a server.

    Its headings are in the language in use; lists are read with those of either.
    """
    missed = [each for each in deliveries if each.state != "sent"]
    cells = [{column: cell for column, cell in each.recipient.cells.items() if column not in EARLIER} for each in missed]
    further = dict.fromkeys(column for row in cells for column in row if column not in KNOWN)
    headings = {column: word(f"column-{column}") for column in (*KNOWN, *OUTCOME)}
    rows = [
        {headings.get(column, column): cell for column, cell in {**row, "state": word(f"state-{each.state}"), "reply": each.reply}.items()}
        for row, each in zip(cells, missed, strict=True)
    ]
    return _table([headings.get(column, column) for column in (*KNOWN, *further, *OUTCOME)], rows)


def begins() -> tuple[bytes, ...]:
    """Return how such a list begins, in the language in use and in others: a file that begins so may be replaced."""
    return tuple(f"\ufeff{heading}".encode() for heading in dict.fromkeys((word("column-email"), "email", "surel")))


def passwords(path: Path, recipients: Sequence[Recipient], new: Callable[[], str]) -> dict[str, str]:
    """Return a password for each recipient, by the key of the address: those that stand in the table at `path`, and new ones, which are added to it.

    Only its owner can read the table, where the system keeps files of others apart by permissions.

    Raises:
        BriefingError: as `read_list` raises for the table; as `files.write_whole` raises.
    """
    held = {each.address.key: each for each in read_list(files.read_whole(path), str(path)).recipients} if path.exists() else {}
    known = {key: each.fields.get(PASSWORD) or new() for key, each in held.items()}
    missing = [each for each in recipients if each.address.key not in known]
    if missing:
        known |= {each.address.key: new() for each in missing}
        rows = [{**each.cells, PASSWORD: known[each.address.key]} for each in (*held.values(), *missing)]
        files.write_whole(path, _table((*KNOWN[:3], PASSWORD), rows), private=True)
    return known


def _table(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    """Return a table as Excel saves and opens it: semicolons, a byte order mark, and an apostrophe before what it would take for a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_neutral(row.get(column, "")) for column in columns] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _neutral(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell
