"""The list of recipients: a CSV file as spreadsheets save it, or addresses alone; every fault with its line and column, all at once."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from briefing.delivering import addresses
from briefing.delivering.addresses import CONTROLS, Address, AddressError
from briefing.model.problem import BriefingError, ExitCode, FaultsError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

DELIMITERS: Final = ";,\t"
LANGUAGES: Final = ("", "id", "en")
MOST_FAULTS: Final = 50  # told at once; a list of the wrong kind has one in every line
LONGEST_SHOWN: Final = 60  # characters of a cell that a message repeats

KNOWN_AS: Final = {
    **dict.fromkeys(("email", "e_mail", "surel", "alamat_surel", "alamat_email", "mail", "address"), "email"),
    **dict.fromkeys(("name", "nama", "nama_lengkap", "penerima"), "name"),
    **dict.fromkeys(("office", "kantor", "instansi", "dinas", "jabatan", "organisasi"), "office"),
    **dict.fromkeys(("language", "bahasa", "lang"), "language"),
}
"""Headings of the four columns that the program knows; any further column is a field of the letter under its own heading."""

_BROKEN: Final = re.compile(r"#(?:NAME|REF|VALUE|N/A|NULL|DIV/0|NUM)[?!]?|#+")
_AS_TEXT: Final = re.compile(r'="((?:[^"]|"")*)"')
_GUARDED: Final = re.compile(r"'[=+\-@]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Who gets a letter: `fields` are the further columns of the list, `line` is that of the list, 0 for none. `language` is "", "id" or "en"."""

    address: Address
    name: str = ""
    office: str = ""
    language: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    line: int = 0

    @property
    def cells(self) -> dict[str, str]:
        """All that the list says of the recipient, by column."""
        return {"email": self.address.spec, "name": self.name, "office": self.office, "language": self.language, **self.fields}


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipients:
    """A list as it was read: each address once; `problems` tell what was left out."""

    recipients: tuple[Recipient, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A row of the list, and its faults."""

    file: str
    line: int
    faults: list[BriefingError] = field(default_factory=list)

    def fault(self, code: str, **arguments: str) -> None:
        self.faults.append(BriefingError(code, ExitCode.USAGE, file=self.file, line=self.line, **arguments))


def read_addresses(words: Iterable[str]) -> Recipients:
    """Return the recipients that are named by their addresses alone.

    Raises:
        FaultsError: every one that is no address.
    """
    found: list[Recipient] = []
    faults: list[BriefingError] = []
    for word in words:
        try:
            address = addresses.read(word)
        except AddressError as error:
            faults.append(BriefingError("recipient-address", ExitCode.USAGE, text=_shown(word), reason=error.reason))
        else:
            found.append(Recipient(address=address, name=address.name))
    if faults:
        raise FaultsError(faults)
    return once(found, "")


def read_list(data: bytes, file: str) -> Recipients:
    """Return the recipients of a CSV file: UTF-8 or UTF-16, with `;`, `,` or tabs, as spreadsheets save it.

    Raises:
        BriefingError: list-encoding, list-torn, list-empty, list-column-missing or list-column-twice.
        FaultsError: every faulty cell, with its line and column.
    """
    rows = _rows(_decoded(data, file), file)
    _line, head = next(rows, (0, []))
    columns = _columns(head, file)
    faults: list[BriefingError] = []
    found: list[Recipient] = []
    for line, cells in rows:
        if any(cell.strip() for cell in cells):
            row = _Row(file=file, line=line)
            found += _recipient(row, dict(zip_longest(columns, cells[: len(columns)], fillvalue="")), cells[len(columns) :])
            faults += row.faults
    if faults:
        raise FaultsError(faults[:MOST_FAULTS])
    if not found:
        raise BriefingError("list-empty", ExitCode.USAGE, file=file)
    return once(found, file)


def once(found: Iterable[Recipient], file: str) -> Recipients:
    """Return recipients with each address once, the first of each, and a Problem for each further one."""
    kept: dict[str, Recipient] = {}
    problems: list[Problem] = []
    for recipient in found:
        first = kept.setdefault(recipient.address.key, recipient)
        if first is not recipient:
            problems.append(_twice(recipient, first, file))
    return Recipients(recipients=tuple(kept.values()), problems=tuple(problems))


def _twice(recipient: Recipient, first: Recipient, file: str) -> Problem:
    address = recipient.address.spec
    if not file:
        return Problem(code="recipient-duplicate", arguments={"address": address})
    return Problem(code="list-duplicate", arguments={"file": file, "line": recipient.line, "first": first.line, "address": address})


def _decoded(data: bytes, file: str) -> str:
    """Return the text of a list.

    Raises:
        BriefingError: list-encoding. A guess would misspell the names of people.
    """
    try:
        return data.decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BriefingError("list-encoding", ExitCode.USAGE, file=file, line=line) from error


def _rows(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the number of the line on which each row begins, and its cells; the line with which Excel names its delimiter is no row."""
    marked = re.match(r"sep=(.)\r?\n", text, re.IGNORECASE)
    body = text[marked.end() :] if marked else text
    head = body.lstrip().split("\n", 1)[0]
    delimiter = marked[1] if marked else max(DELIMITERS, key=head.count)
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=delimiter, strict=True)
    begin = 1
    try:
        for cells in reader:
            if cells:
                yield begin + bool(marked), cells
            begin = reader.line_num + 1
    except csv.Error as error:
        raise BriefingError("list-torn", ExitCode.USAGE, file=file, line=begin + bool(marked)) from error


def _columns(head: Sequence[str], file: str) -> list[str]:
    columns = [_column(heading) for heading in head]
    if "email" not in columns:
        raise BriefingError("list-column-missing", ExitCode.USAGE, file=file, known=_shown(", ".join(filter(None, map(str.strip, head)))) or "–")
    twice = next((name for name in columns if name and columns.count(name) > 1), None)
    if twice:
        raise BriefingError("list-column-twice", ExitCode.USAGE, file=file, column=twice)
    return columns


def _column(heading: str) -> str:
    """Return the name of a column as a template can write it: "Nama Desa" is nama_desa."""
    plain = re.sub(r"\W+", "_", heading.strip().casefold()).strip("_")
    return KNOWN_AS.get(plain, plain)


def _recipient(row: _Row, cells: Mapping[str, str], further: Sequence[str]) -> Iterator[Recipient]:
    """Yield the recipient of a row, none where it has faults, which are noted."""
    if any(cell.strip() for cell in further):
        row.fault("list-row-long")
    known = {column: _cell(row, column, value) for column, value in cells.items() if column}
    address = _address(row, known["email"], known.get("name", ""))
    language = known.get("language", "").casefold()
    if language not in LANGUAGES:
        row.fault("list-language", text=_shown(language))
    if address and not row.faults:
        fields = {column: value for column, value in known.items() if column not in KNOWN_AS.values()}
        yield Recipient(address=address, name=address.name, office=known.get("office", ""), language=language, fields=fields, line=row.line)


def _address(row: _Row, text: str, name: str) -> Address | None:
    if not text:
        row.fault("list-cell-empty", column="email")
        return None
    try:
        return addresses.read(text, name)
    except AddressError as error:
        if error.reason != "address-control":  # of which its cell has told
            row.fault("list-address", text=_shown(text), reason=error.reason)
        return None


def _cell(row: _Row, column: str, value: str) -> str:
    """Return what a cell says, single spaces between its words; a formula, a broken one and a control character are faults."""
    if whole := _AS_TEXT.fullmatch(value.strip()):
        value = whole[1].replace('""', '"')
    bare = (value[1:] if _GUARDED.match(value) else value).strip(" \u00a0")
    if CONTROLS.search(bare):
        row.fault("list-control", column=column, text=_shown(bare))
        return bare
    if bare.startswith("=") or _BROKEN.fullmatch(bare):
        row.fault("list-formula", column=column, text=_shown(bare))
    return " ".join(bare.split())


def _shown(text: str) -> str:
    """Return a faulty text as far as a message has room, what cannot be seen by its number."""
    shown = CONTROLS.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)
    return shown if len(shown) <= LONGEST_SHOWN else shown[:LONGEST_SHOWN] + "…"
