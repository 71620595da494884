"""TOML files that people edit: read as their editors save them, with the line of everything, and every line that cannot be read."""

from __future__ import annotations

import codecs
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeAlias

from briefing.model.problem import BriefingError, ExitCode, FaultsError

Place: TypeAlias = tuple[str | int, ...]
"""Where a value stands: ("mail", "port"), or ("person", 2, "name") for a key of the third [[person]]."""

CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""Characters that no single line holds, and halves of surrogate pairs."""

_SHOWN: Final = 60  # characters of a faulty value or line that a message repeats
_MOST: Final = 20  # unreadable lines that are told at once; a file of more is no such file
_CURLY: Final = re.compile("[“”„‟‘’‚«»]")
_AT_LINE: Final = re.compile(r"at line (\d+)")
_SPACED: Final = re.compile(r"""("(?:\\.|[^"\\])*"|'[^']*')|(?![ \t])[\s\u200b-\u200f\u2060\ufeff]""")
_BARE: Final = re.compile(r"""\s*[\w.-]+\s*=\s*[^\s"'\[{]""")
_HEADER: Final = re.compile(r"\s*(\[\[?)\s*([^\]]+?)\s*\]")
_KEY: Final = re.compile(r"""\s*((?:[\w.-]|"[^"]*"|'[^']*')+)\s*=""")


@dataclass(frozen=True, slots=True, kw_only=True)
class TomlFile:
    """A file as it was read: its tables, the line on which each header and key stands, and a fault for each line that cannot be read."""

    path: Path
    text: str
    tables: dict[str, Any]
    lines: Mapping[Place, int]
    faults: tuple[BriefingError, ...] = ()

    def fault(self, code: str, *place: str | int, **arguments: str | int) -> BriefingError:
        """Return the error `code` about what stands at `place`."""
        return BriefingError(code, ExitCode.USAGE, file=str(self.path), line=self.line_of(place), **arguments)

    def line_of(self, place: Place) -> int:
        """Return the number of the line on which `place` stands, or else the table around it; 1 for what stands nowhere."""
        known = (self.lines[place[:length]] for length in range(len(place), 0, -1) if place[:length] in self.lines)
        return next(known, 1)

    def value(self, place: Place) -> Any:
        """Return what stands at `place`, None for nothing."""
        value: Any = self.tables
        for step in place:
            is_there = isinstance(value, list) if isinstance(step, int) else isinstance(value, dict) and step in value
            if not is_there:
                return None
            value = value[step]
        return value

    def refuse(self, faults: Iterable[BriefingError]) -> None:
        """Raise the unreadable lines and `faults` together, in the order of their lines; do nothing where there are none.

        Raises:
            FaultsError: all of them; nothing is said to be missing from an entry that could not be read whole.
        """
        unread = {self._header_above(int(fault.arguments["line"])) for fault in self.faults}
        found = [fault for fault in faults if fault.code != "toml-missing-key" or fault.arguments["line"] not in unread]
        if self.faults or found:
            raise FaultsError(sorted((*self.faults, *found), key=lambda fault: fault.arguments["line"]))

    def _header_above(self, line: int) -> int:
        """Return the number of the line on which the table begins that `line` belongs to; 1 for the beginning of the file."""
        lines = self.text.split("\n")[:line]
        return next((number for number in range(len(lines), 0, -1) if _HEADER.match(lines[number - 1])), 1)


def read(path: Path) -> TomlFile:
    """Return the file at `path`: UTF-8 or, as Notepad's "Unicode", UTF-16, with or without a byte order mark, with any line ends.

    Raises:
        BriefingError: unreadable-file, or toml-encoding for a file that is not in one of these.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        fault = error.strerror or str(error)
        raise BriefingError("unreadable-file", ExitCode.INPUT_UNREADABLE, file=str(path), fault=fault) from error
    marked_16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if marked_16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf_8(path, data.count(b"\n", 0, error.start) + 1) from error
    if "\0" in text:
        raise _not_utf_8(path, text.count("\n", 0, text.index("\0")) + 1)
    return parse(path, text)


def parse(path: Path, text: str) -> TomlFile:
    """Return the file that `text` is, as if it stood at `path`; after a line that is at fault by itself the reading goes on behind it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    faults: list[BriefingError] = []
    while True:
        try:
            tables = tomllib.loads("\n".join(lines))
        except (ValueError, RecursionError) as error:  # a number of thousands of digits, brackets nested by hundreds
            number = _line_of(error, lines)
            line = lines[number - 1]
            if (plain := _plainly_spaced(line)) != line:
                lines[number - 1] = plain
                continue
            faults.append(_unreadable(path, number, line, str(error)))
            if torn := _torn(text.split("\n"), faults):
                faults = [fault for fault in faults if fault.arguments["line"] not in torn]
                faults.append(BriefingError("toml-header", ExitCode.USAGE, file=str(path), line=torn[0], text=shown(text.split("\n")[torn[0] - 1])))
                lines = ["" if number in torn else line for number, line in enumerate(lines, 1)]
                continue
            alone = _AT_LINE.search(str(error)) and _is_faulty_alone(line)
            if len(faults) == _MOST or not (alone or (faults[-1].code == "toml-twice" and not _HEADER.match(line))):
                return TomlFile(path=path, text=text, tables={}, lines={}, faults=tuple(faults))
            lines[number - 1] = ""
        else:
            return TomlFile(path=path, text=text, tables=tables, lines=_places(lines), faults=tuple(faults))


def shown(value: object) -> str:
    """Return a value as far as a message has room."""
    words = str(value)
    return words if len(words) <= _SHOWN else words[:_SHOWN] + "…"


def _not_utf_8(path: Path, line: int) -> BriefingError:
    return BriefingError("toml-encoding", ExitCode.USAGE, file=str(path), line=line)


def _line_of(error: Exception, lines: list[str]) -> int:
    """Return the number of the line that the parser stumbled over.

    That is at the end of the text the line of the last mark of a longer text, or of any word; for what is beyond the parser the longest line.
    """
    named = _AT_LINE.search(str(error))
    if named:
        return int(named[1])
    if not isinstance(error, tomllib.TOMLDecodeError):
        return max(range(len(lines)), key=lambda number: len(lines[number])) + 1
    marks = [number for number, line in enumerate(lines, 1) if '"""' in line or "'''" in line]
    return max(marks or (number for number, line in enumerate(lines, 1) if line.strip()), default=1)


def _unreadable(path: Path, number: int, line: str, reason: str) -> BriefingError:
    return BriefingError(_code_of(line, reason), ExitCode.USAGE, file=str(path), line=number, text=shown(line.strip()))


def _code_of(line: str, reason: str) -> str:
    """Return the code of why a line cannot be read, by what stands in it and the parser's reason."""
    if reason.startswith(("Cannot overwrite", "Cannot declare", "Cannot mutate")):
        return "toml-brackets" if line.lstrip().startswith("[[") else "toml-twice"
    if _CURLY.search(line):
        return "toml-quotes"
    if "\\" in line and re.match(r"Unescaped|Invalid hex|Escaped", reason):
        return "toml-backslash"
    return "toml-bare" if _BARE.match(line) and not reason.startswith("Unclosed") else "toml-syntax"


def _plainly_spaced(line: str) -> str:
    """Return a line with plain spaces for all others, and for characters without a width, where no text stands: pages and Word leave them behind."""
    return _SPACED.sub(lambda found: found[1] or " ", line)


def _torn(lines: list[str], faults: list[BriefingError]) -> range:
    """Return the numbers of the lines of an entry whose header is gone, so that its keys stand twice in the one above; empty for none."""
    *others, last = [int(fault.arguments["line"]) for fault in faults if fault.code == "toml-twice"] or [0]
    start = stop = last
    while start > 1 and lines[start - 2].strip() and not _HEADER.match(lines[start - 2]):
        start -= 1
    while stop < len(lines) and lines[stop].strip() and not _HEADER.match(lines[stop]):
        stop += 1
    block = range(start, stop + 1)
    has_header = start > 1 and bool(_HEADER.match(lines[start - 2]))
    return block if faults[-1].code == "toml-twice" and not has_header and any(other in block for other in others) else range(0)


def _is_faulty_alone(line: str) -> bool:
    """Return whether a line is at fault whatever stands around it, so that the others can be read without it; a header cannot be left out."""
    try:
        tomllib.loads(line)
    except tomllib.TOMLDecodeError:
        return not line.lstrip().startswith("[")
    return False


def _places(lines: Iterable[str]) -> dict[Place, int]:
    """Return on which line each header and key stands; lines within a multi-line text are passed over."""
    places: dict[Place, int] = {}
    counts: dict[str, int] = {}
    table: Place = ()
    inside = False
    for number, line in enumerate(lines, 1):
        header, key = _HEADER.match(line), _KEY.match(line)
        if header and not inside:
            name = header[2]
            counts[name] = counts.get(name, -1) + 1
            table = (name, counts[name]) if header[1] == "[[" else tuple(part.strip(" \"'") for part in name.split("."))
            places.setdefault(table[:1], number)
            places.setdefault(table, number)
        elif key and not inside:
            places.setdefault((*table, *(part.strip("\"'") for part in key[1].split("."))), number)
        inside ^= (line.count('"""') + line.count("'''")) % 2 == 1
    return places
