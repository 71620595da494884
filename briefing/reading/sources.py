"""The sources of a run: the files that are read at a path, each under a name of its own."""

from __future__ import annotations

import os
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.model.problem import BriefingError, ExitCode
from briefing.reading.forms import CORRECTED, CORRECTION, MAIL, READERS, accepted, is_wanted
from briefing.reading.own import is_correction, is_own

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STANDARD_INPUT = "-"

# controls and line ends, bidirectional marks and overrides, halves of surrogate pairs (how Python holds bytes that are no text)
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file to read. `name` is printable and tells it from every other file of the run.

    That is its own name for a file that was named, its path from the folder, with `/`, for one in a folder that was named; where two of these
    are the same, the path as it was given. A control character or a byte that is no text stands in it as its number, as `<U+000A>`.
    """

    name: str
    path: Path


def gather(path: Path) -> tuple[SourceFile, ...]:
    """Return the files to read at `path`: the file itself, or in a folder every file of a type that is read, hidden ones excepted, sorted by name.

    Raises:
        BriefingError: the path does not exist, is a correction file, is neither file nor folder (a pipe, a device), or the folder holds nothing to read.
    """
    if not path.exists():
        raise BriefingError("missing-file", ExitCode.INPUT_UNREADABLE, file=printable(str(path)))
    if path.is_file():
        if CORRECTION in path.name.lower():
            raise BriefingError("correction-name", ExitCode.USAGE, file=printable(str(path)))
        return (SourceFile(name=printable(path.name), path=path),)
    if not path.is_dir():
        raise BriefingError("not-a-file", ExitCode.INPUT_UNREADABLE, file=printable(str(path)))
    found = tuple(_walk(path))
    if not found:
        raise BriefingError("no-articles", ExitCode.NOTHING_FOUND, folder=printable(str(path)), accepted=accepted())
    return found


def names_apart(sources: Sequence[SourceFile]) -> tuple[str, ...]:
    """Return the name of each source, in order; those that share theirs are named by their path as it was given.

    Done twice, since such a path may be what another file in a folder is called.
    """
    names = tuple(source.name for source in sources)
    for _again in range(2):
        counts = Counter(names)
        names = tuple(printable(source.path.as_posix()) if counts[name] > 1 else name for source, name in zip(sources, names, strict=True))
    return names


def printable(name: str) -> str:
    """Return the name of a file with the number in the place of each character that is none for print: line ends, controls, bytes that are no text."""
    return _UNPRINTABLE.sub(lambda found: f"<U+{ord(found[0]):04X}>", name)


def _walk(folder: Path) -> Iterator[SourceFile]:
    """Yield the files of a folder that are read, and each folder within it that may not be opened: reading that says why."""
    for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
        relative = path.relative_to(folder)
        if any(_is_of_page(parent) for parent in path.parents if parent.is_relative_to(folder)):
            continue
        wanted = is_wanted(path.name) and not _is_ours(path) if path.is_file() else path.is_dir() and not os.access(path, os.R_OK | os.X_OK)
        if wanted and CORRECTION not in path.name.lower() and not any(part.startswith(".") for part in relative.parts):
            yield SourceFile(name=printable(relative.as_posix()), path=path)


def _is_ours(path: Path) -> bool:
    """Return whether a file is a PDF whose correction file stands beside it, a correction file under another name, or says that this program made it."""
    suffix = path.suffix.lower()
    if suffix == ".pdf" and path.with_name(f"{path.stem}{CORRECTION}toml").is_file():
        return True
    try:
        data = path.read_bytes() if suffix in {*READERS, MAIL} else b""
        return is_own(data, suffix) or (suffix in CORRECTED and is_correction(data))
    except OSError:
        return False  # reading it says why


def _is_of_page(folder: Path) -> bool:
    """Return whether a browser made a folder beside a page for what the page shows: "Rapat_files" beside "Rapat.html"."""
    stem = next((folder.name.removesuffix(end) for end in ("_files", "_berkas") if folder.name.endswith(end)), "")
    return bool(stem) and any(folder.with_name(stem + end).is_file() for end in (".html", ".htm"))
