"""Reading one source: which reader decodes it, and the article that its text makes."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.model.article import Article, Dropped, Evidence, Source
from briefing.model.problem import BriefingError, ExitCode, Problem
from briefing.model.span import Span
from briefing.reading import text
from briefing.reading.body import read_body
from briefing.reading.clean import clean, veil
from briefing.reading.header import read_header
from briefing.reading.lines import without_markup
from briefing.reading.metadata import read_metadata

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

READERS: dict[str, tuple[str, Callable[[bytes, str], str]]] = {
    ".txt": ("text/plain", text.decode),
}
"""By the end of a file's name: its media type and the reader that gives its text."""

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file to read; `name` is relative to the folder that was given, with `/`."""

    name: str
    path: Path


def gather(paths: Sequence[Path]) -> tuple[SourceFile, ...]:
    """Return the files to read: each file given, and in a folder every file of a type that is read, hidden ones excepted, sorted by name.

    Raises:
        BriefingError: a path does not exist, or nothing to read was found at all.
    """
    found: dict[Path, SourceFile] = {}
    for path in paths:
        if not path.exists():
            raise BriefingError("missing-file", ExitCode.INPUT_UNREADABLE, file=str(path))
        for source in _walk(path) if path.is_dir() else (SourceFile(name=path.name, path=path),):
            found.setdefault(source.path.resolve(), source)
    if not found:
        raise BriefingError("no-articles", ExitCode.NOTHING_FOUND, folder=", ".join(map(str, paths)), accepted=_accepted())
    return tuple(found.values())


def read(data: bytes, name: str) -> Article:
    """Return the article in `data`, the bytes of the file `name`, or of standard input when that is "-".

    Raises:
        BriefingError: the type of the file is not read, or its bytes are not text.
    """
    suffix = ".txt" if name == STANDARD_INPUT else Path(name).suffix.lower()
    if suffix not in READERS:
        raise BriefingError("unknown-format", ExitCode.INPUT_UNREADABLE, file=name, accepted=_accepted())
    media_type, reader = READERS[suffix]
    source_text = reader(data, name)
    source = Source(name=name, sha256=hashlib.sha256(data).hexdigest(), media_type=media_type)
    return _article(source, source_text)


def _article(source: Source, source_text: str) -> Article:
    view, marks = without_markup(veil(source_text))
    header = read_header(view)
    body = read_body(view, header.end, next((found.span for found in header.fields if found.field == "title"), None))
    words, offsets = clean(source_text, view, body.paragraphs)
    title = (Evidence(field="title", span=body.title, how="first-line"),) if body.title else ()
    metadata = read_metadata(source_text, view, (*header.fields, *title, *body.fields), (words, offsets))
    above = (Dropped(span=Span(0, header.end), reason="header"),) if header.end else ()
    return Article(
        source=source,
        source_text=source_text,
        text=words,
        offsets=offsets,
        evidence=metadata.evidence,
        dropped=(*above, *sorted((*body.dropped, *(Dropped(span=mark, reason="markup") for mark in marks)), key=lambda dropped: dropped.span)),
        problems=(*_doubts(source_text, words), *metadata.problems),
        **metadata.values,
    )


def _doubts(source_text: str, words: str) -> tuple[Problem, ...]:
    lost = (Problem(code="characters-lost", arguments={"count": source_text.count("\ufffd")}),) if "\ufffd" in source_text else ()
    return lost if words else (*lost, Problem(code="not-an-article"))


def _walk(folder: Path) -> Iterator[SourceFile]:
    """Yield the files of a folder that are read, and each folder within it that may not be opened: reading that says why."""
    for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
        relative = path.relative_to(folder)
        wanted = path.suffix.lower() in READERS if path.is_file() else path.is_dir() and not os.access(path, os.R_OK | os.X_OK)
        if wanted and not any(part.startswith(".") for part in relative.parts):
            yield SourceFile(name=relative.as_posix(), path=path)


def _accepted() -> str:
    return ", ".join(READERS)
