"""The office's translation memory: memory.csv, read as spreadsheets save it, and added to without a change of what stands in it."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefing import files
from briefing.editing.personal import mask
from briefing.model.pack import Origin
from briefing.model.problem import BriefingError, ExitCode, Problem
from briefing.translating.memory import bare, fold, unmarked
from briefing.translating.units import unit_id, units

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefing.model.pack import Pack, Translation
    from briefing.translating.units import Unit

FILE: Final = "memory.csv"
COLUMNS: Final = ("source", "target", "status", "by", "on", "engine", "article", "speaker")
DELIMITERS: Final = ";,\t"
"""The first is that of a new file: spreadsheets part columns with it where numbers have a decimal comma, as in Indonesia."""

_STATUSES: Final = ("reviewed", "project", "machine", "")
_FORMULA: Final = re.compile(r"'*[=+\-@\t\r]")
_AS_TEXT: Final = re.compile(r'="((?:[^"]|"")*)"')
_BROKEN: Final = re.compile(r"#(?:NAME|REF|VALUE|N/A|NULL|DIV/0|NUM)[?!]?")
_PRINTED_DAY: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: .*)?")
_TOLD: Final = 5  # lines that a message names of those with one fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A memory as it stands in its file: the rows that can be used, and a Problem for each kind of fault in the others.

    `text` is the whole file, `columns` are the names at its head; it is `broken` where it is no such table, and then nothing may be added to it.
    """

    path: Path
    text: str = ""
    columns: tuple[str, ...] = COLUMNS
    delimiter: str = DELIMITERS[0]
    rows: tuple[dict[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()
    broken: bool = False

    def refuse(self) -> None:
        """Do nothing for a table that can be added to.

        Raises:
            BriefingError: the file cannot be read, or is no memory.
        """
        if self.broken:
            raise BriefingError(self.problems[0].code, ExitCode.INPUT_UNREADABLE, **self.problems[0].arguments)


@dataclass(slots=True)
class _Faults:
    """The lines of a file by the fault that they have."""

    path: Path
    lines: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(list))

    def note(self, code: str, line: int, value: str = "") -> None:
        self.lines[code, value].append(line)

    def problems(self) -> Iterator[Problem]:
        for (code, value), found in self.lines.items():
            lines = ", ".join(map(str, found[:_TOLD])) + (" …" if len(found) > _TOLD else "")
            yield Problem(code=code, arguments={"file": str(self.path), "lines": lines} | ({"value": value} if value else {}))


def read(path: Path) -> Table:
    """Return the memory at `path`, an empty one where there is none; a file that cannot be read is a Problem, since English can do without."""
    try:
        data = path.read_bytes() if path.exists() else b""
    except OSError as error:
        fault = error.strerror or str(error)
        return Table(path=path, broken=True, problems=(Problem(code="memory-unreadable", arguments={"file": str(path), "fault": fault}),))
    text = _decoded(data)
    return parse(path, text) if text.strip() else Table(path=path)


def parse(path: Path, text: str) -> Table:
    """Return the memory that `text` is, as if it stood at `path`."""
    head, body = text.split("\n", 1) if text[:4].casefold() == "sep=" else ("", text)
    first = body.split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=lambda mark: len({*COLUMNS} & {*_names(first, mark)}))
    columns = tuple(_names(first, delimiter))
    if not {"source", "target"} <= {*columns}:
        problem = Problem(code="memory-head", arguments={"file": str(path), "columns": ", ".join(COLUMNS)})
        return Table(path=path, text=text, broken=True, problems=(problem,))
    faults = _Faults(path=path)
    lines = [(number + bool(head), line) for number, line in _lines(body, delimiter, faults)][1:]
    entries = [(number, dict.fromkeys(COLUMNS, "") | dict(zip(columns, map(_understood, line), strict=False))) for number, line in lines if any(line)]
    day_first = _is_day_first(delimiter, [entry["on"] for _, entry in entries])
    rows = tuple(row for number, entry in entries if (row := _sound(entry, number, faults, day_first=day_first)))
    return Table(path=path, text=text, columns=columns, delimiter=delimiter, rows=rows, problems=tuple(faults.problems()))


def remember(path: Path, rows: Sequence[Mapping[str, str]]) -> int:
    """Add to the memory at `path` those of `rows` that do not stand in it yet, and return their number; what stands in it stays as it is.

    Raises:
        BriefingError: the file is no memory, or cannot be written; it then is as it was.
    """
    table = read(path)
    table.refuse()
    known = {_identity(row) for row in table.rows}
    new = [row for row in {_identity(row): row for row in rows}.values() if _identity(row) not in known]
    if new:
        files.write_whole(path, _with(table, new))
    return len(new)


def row_of(words: str, english: str, unit: Unit | None, by: str | None = None, on: date | None = None) -> dict[str, str]:
    """Return the row for words and their English, reviewed where it is said by whom and when; personal numbers are masked, as on paper."""
    reviewed = bool(by and on)
    return {
        "source": mask(" ".join(words.split())),
        "target": mask(bare(english) if reviewed else unmarked(english)),
        "status": "reviewed" if reviewed else "project",
        "by": by if by and on else "",
        "on": on.isoformat() if by and on else "",
        "engine": "",
        "article": unit.article.source_name if unit and unit.article else "",
        "speaker": (unit.person.name or "") if unit and unit.person else "",
    }


def rows_of(english: Iterable[tuple[str, Translation | None]], pack: Pack) -> tuple[dict[str, str], ...]:
    """Return rows for English that a person stands behind, with the article and the speaker of words that the pack holds."""
    known = {unit.id: unit for unit in units(pack)}
    return tuple(
        row_of(words, own.text, known.get(unit_id(words)), own.reviewer, own.date) for words, own in english if own and own.origin == Origin.REVIEWED
    )


def _with(table: Table, rows: Sequence[Mapping[str, str]]) -> bytes:
    """Return the bytes of a memory with rows at its end: UTF-8 with a byte order mark, without which Excel takes it for another encoding."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=table.delimiter, lineterminator="\r\n")
    if not table.text:
        writer.writerow(table.columns)
    writer.writerows([_neutral(row.get(column, "")) for column in table.columns] for row in rows)
    gap = "\r\n" if table.text and not table.text.endswith("\n") else ""
    return (table.text + gap + out.getvalue()).encode("utf-8-sig")


def _identity(row: Mapping[str, str]) -> tuple[str, ...]:
    return fold(row["source"]), row["target"], row["status"], row["by"], row["on"]


def _neutral(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: with an apostrophe before the sign that would make it one."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _understood(cell: str) -> str:
    """Return what a cell says: without the apostrophe of `_neutral`, or out of the formula ="..." that keeps a text a text."""
    if cell[:1] not in {"'", "="}:
        return cell
    if whole := _AS_TEXT.fullmatch(cell):
        return whole[1].replace('""', '"')
    return cell[1:] if cell[0] == "'" and _FORMULA.match(cell) else cell


def _decoded(data: bytes) -> str:
    """Return the text of a file as Excel saves it: UTF-8, "Unicode text" (UTF-16), else the code page of Windows."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _names(head: str, delimiter: str) -> list[str]:
    return [name.strip(" \"'\r").casefold() for name in head.split(delimiter)]


def _lines(text: str, delimiter: str, faults: _Faults) -> Iterator[tuple[int, list[str]]]:
    """Yield the number of the line on which each row begins, and its cells; after one whose quotation marks do not close there are no more."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begin = 1
    try:
        for cells in reader:
            yield begin, cells
            begin = reader.line_num + 1
    except csv.Error:
        faults.note("memory-torn", begin)


def _sound(entry: dict[str, str], line: int, faults: _Faults, *, day_first: bool | None) -> dict[str, str] | None:
    """Return a row as it can be used; None for one without words or English, or that a spreadsheet or a hand spoilt."""
    row = {name: value.strip() for name, value in entry.items()}
    row["status"] = row["status"].casefold()
    if _BROKEN.match(row["source"]) or _BROKEN.match(row["target"]):
        faults.note("memory-broken", line)
        return None
    if not (row["target"] and any(map(str.isalnum, row["source"]))):
        return None
    if row["status"] not in _STATUSES:
        faults.note("memory-status", line, row["status"][:40])
        return None
    if row["status"] != "reviewed":
        return row
    day = _day(row["on"], day_first=day_first)
    if not (day and row["by"]):
        faults.note("memory-reviewed", line)
    return row | {"on": day.isoformat() if day else ""}


def _day(printed: str, *, day_first: bool | None) -> date | None:
    """Return the day that a cell names: as ISO 8601, or as a spreadsheet turns that round; None where it could be two days, or none."""
    found = _PRINTED_DAY.fullmatch(printed)
    try:
        if not found:
            return date.fromisoformat(printed)
        one, other, year = map(int, found.groups())
        if day_first is None:
            return date(year, one, other) if one == other else None
        return date(year, other, one) if day_first else date(year, one, other)
    except ValueError:
        return None


def _is_day_first(delimiter: str, printed: Iterable[str]) -> bool | None:
    """Return whether the days of a file are printed day first: as those say that can be read in one way only, else as where its delimiter is used.

    One spreadsheet saved them all. Where numbers have a decimal comma, and the delimiter is a semicolon, the day stands first; a comma tells nothing.
    """
    found = [match for each in printed if (match := _PRINTED_DAY.fullmatch(each.strip()))]
    orders = {int(match[1]) > 12 for match in found if (int(match[1]) > 12) != (int(match[2]) > 12)}
    return orders.pop() if len(orders) == 1 else (True if delimiter == ";" and not orders else None)
