"""Where the correction file of a pack stands, and opening and saving it together with the PDF."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefing import files, tomlfile
from briefing.editing.review.fields import FORM
from briefing.editing.review.file import place_of, read
from briefing.editing.review.sheet import Row, Sheet
from briefing.model.problem import BriefingError, ExitCode, FaultsError, Problem
from briefing.tomlfile import TomlFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing.editing.review.fields import Value
    from briefing.model.outcome import Outcome

SUFFIX: Final = ".koreksi.toml"
TOGETHER: Final = " | "
"""Stands between the files of an article that has several pages; no file of Windows has a stroke in its name."""

_PART: Final = re.compile(r"#\d+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A correction file as it was read from `file`, empty where there is none yet, and the `path` to which it goes, which now holds `data`."""

    path: Path
    sheet: Sheet
    file: TomlFile
    data: bytes = b""

    def sources(self) -> tuple[Path, ...]:
        """Return the files of the articles that it names, each once, in their order, and of those whose entries were deleted by hand."""
        written = self.sheet.of("article")
        deleted = [name for article, name in self.sheet.program.files.items() if article not in {row.id for row in written}]
        gone = [path for name in deleted for path in self._sources(name) if path.exists()]
        return tuple(dict.fromkeys([*(path for row in written for path in self._sources(row.text("file"))), *gone]))

    def missing(self, outcomes: Sequence[Outcome]) -> FaultsError | None:
        """Return a fault for each article of which nothing was read from its file, nor from another one: the pack would lose it."""
        faults = [self.file.fault("correction-source-missing", *place_of(row), "file", name=row.text("file")) for row in self._unread(outcomes)]
        return FaultsError(faults) if faults else None

    def covers(self, other: Correction) -> bool:
        """Return whether all that the officer changed in another correction file stands in this one too, how the pack looks aside."""
        own = {row.key: row.edits for row in self.sheet.rows}
        theirs = ((row.key, name, value) for row in other.sheet.rows for name, value in row.edits.items() if name not in FORM)
        return not other.sheet.lost and all(own.get(key, {}).get(name) == value for key, name, value in theirs)

    def others(self, outcomes: Sequence[Outcome]) -> bool:
        """Return whether the officer's work in it is on a pack of other articles: none of its own is among those read."""
        articles = self.sheet.of("article")
        return bool(articles) and len(self._unread(outcomes)) == len(articles) and any(row.edits or row.added for row in self.sheet.rows)

    def _unread(self, outcomes: Sequence[Outcome]) -> list[Row]:
        """Return the entries of articles that were not read, neither from their file nor from another one."""
        found = [(outcome.path, outcome.findings.article.source.sha256) for outcome in outcomes if outcome.path and outcome.findings]
        known = {path.resolve() for path, _ in found} | {digest for _, digest in found}
        return [row for row in self.sheet.of("article") if not {*map(Path.resolve, self._sources(row.text("file"))), row.text("sha256")} & known]

    def _sources(self, names: str) -> tuple[Path, ...]:
        """Return the files that an article is called in the correction file: one, or one for each of its pages."""
        return tuple(map(self._source, names.split(TOGETHER)))

    def _source(self, name: str) -> Path:
        """Return the file that is called `name` in the correction file: that of an article, or of several with the number of one of them."""
        path = self.file.path.parent / name
        return path if path.exists() else path.with_name(_PART.sub("", path.name))


def is_correction(path: Path) -> bool:
    """Return whether a path names a correction file."""
    return path.name.lower().endswith(SUFFIX)


def correction_of(target: Path) -> Path:
    """Return where the correction file of a pack stands: beside it, with the same stem."""
    return target.with_name(target.stem + SUFFIX)


def pages_of(target: Path) -> Path:
    """Return the folder in which the pages of links are kept for a pack: beside it, with the same stem."""
    return target.with_name(target.stem + ".tautan")


def target_of(correction: Path) -> Path:
    """Return where the pack of a correction file stands."""
    return correction.with_name(correction.name[: -len(SUFFIX)] + ".pdf")


def open_correction(path: Path, *, write_to: Path | None = None) -> Correction:
    """Return the correction file at `path`, an empty one where there is none; `write_to` is where it goes when that is another place.

    Raises:
        BriefingError: it cannot be read, or has faults.
    """
    if not path.exists():
        return Correction(path=path, sheet=Sheet(), file=tomlfile.parse(path, ""))
    place = write_to or path
    data = place.read_bytes() if place.is_file() else b""
    sheet, file = read(path)
    return Correction(path=place, sheet=sheet, file=file, data=data)


def chosen(correction: Correction, options: Mapping[str, Value]) -> Correction:
    """Return the correction with what the command line says of the pack, as if the officer had written it there."""
    if not options:
        return correction
    rows = correction.sheet.rows
    pack = next((row for row in rows if row.kind == "pack"), Row(kind="pack", id="pack", values={}))
    own = replace(pack, values={**pack.values, **options}, touched=pack.touched | set(options))
    return replace(correction, sheet=replace(correction.sheet, rows=(own, *(row for row in rows if row.kind != "pack"))))


def check_pair(target: Path, correction: Correction) -> Iterator[Problem]:
    """Yield a doubt where the PDF beside a correction file is not the one that was built with it: a run was broken off, or one was replaced."""
    noted = correction.sheet.program.pdf
    if noted and target.is_file() and hashlib.sha256(target.read_bytes()).hexdigest() != noted:
        yield Problem(code="pair-mixed", arguments={"file": str(target), "correction": str(correction.path)})


def save(target: Path, pdf: bytes, text: bytes, correction: Correction) -> None:
    """Write the PDF and the correction file, each whole or not at all.

    Raises:
        BriefingError: a file cannot be written, or the correction file was changed while the pack was being built.
    """
    path = correction.path
    if (path.read_bytes() if path.exists() else b"") != correction.data:
        raise BriefingError("correction-changed", ExitCode.CANNOT_WRITE, file=str(path))
    files.write_whole(target, pdf)
    if text != correction.data:
        files.write_whole(path, text)


def path_from(folder: Path, file: Path) -> str:
    """Return the path of a file from a folder, with `/`; the whole path where none leads there, on another drive of Windows."""
    try:
        return Path(os.path.relpath(file.resolve(), folder.resolve())).as_posix()
    except ValueError:
        return file.resolve().as_posix()
