"""Reading one source: which reader decodes it, and the article that its text makes."""

from __future__ import annotations

import hashlib
import os
import re
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefing.lexicon.places import is_place
from briefing.model.article import Article, Dropped, Evidence, Source
from briefing.model.problem import BriefingError, ExitCode, Problem
from briefing.model.span import OffsetMap, Piece, Span
from briefing.reading.body import read_body
from briefing.reading.clean import clean, veil
from briefing.reading.header import read_header
from briefing.reading.layout import Layout
from briefing.reading.lines import split, without_markup
from briefing.reading.metadata import read_metadata
from briefing.reading.own import is_correction, is_own
from briefing.reading.parts import RULE, article_parts
from briefing.reading.prose import is_prose
from briefing.reading.text import check_words, decode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefing.reading.metadata import Metadata

STANDARD_INPUT = "-"

CORRECTION: Final = ".koreksi."
"""Stands in the name of a correction file, also where an editor has put .txt behind it: no article is read from it."""

CORRECTED: Final = (".txt", ".toml")
"""How the name of a file may end that holds a correction file nonetheless."""

LONGEST_TEXT: Final = 300_000
"""No article is longer, in characters of its cleaned text; a hundred pages."""

_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html)\b", re.IGNORECASE)
"""How a web page begins, whatever its file is called."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The text of one article as it was decoded or extracted, the source that it came from, and the layout that its file has.

    `part` is its number among the articles of its file, 0 for the only one.
    """

    source: Source
    text: str
    layout: Layout | None = None
    part: int = 0


def _plain(data: bytes, name: str) -> tuple[str, Layout | None]:
    return decode(data, name), None


def _web_page(data: bytes, name: str) -> tuple[str, Layout | None]:
    from briefing.reading.page import read_page

    return read_page(data, name)


def _pdf(data: bytes, name: str) -> tuple[str, Layout | None]:
    from briefing.reading.pdf.read import read_pdf

    return read_pdf(data, name)


def _word_file(data: bytes, name: str) -> tuple[str, Layout | None]:
    from briefing.reading.docx import read_docx

    return read_docx(data, name)


READERS: dict[str, tuple[str, Callable[[bytes, str], tuple[str, Layout | None]]]] = {
    ".txt": ("text/plain", _plain),
    ".html": ("text/html", _web_page),
    ".htm": ("text/html", _web_page),
    ".pdf": ("application/pdf", _pdf),
    ".docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", _word_file),
}
"""By the end of a file's name: its media type and the reader that gives its text, and its layout where the file has one.

What only one kind of file needs is loaded with the first of that kind.
"""


MAIL: Final = ".eml"
"""A mail is no article itself: its message and the files attached to it are."""

OTHER_FORMS: Final = {".doc": "word-old", ".rtf": "word-old", ".odt": "word-old", ".msg": "mail-outlook"}
"""Files that hold articles in a form that is not read, and the error that says how to save them in one that is."""

MAIL_TYPE: Final = "message/rfc822"

COVER_NOTE: Final = 60
"""A message with fewer words of prose is no article if a file is attached that is read."""


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
        raise BriefingError("no-articles", ExitCode.NOTHING_FOUND, folder=printable(str(path)), accepted=_accepted())
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


def texts(data: bytes, name: str) -> tuple[Text, ...]:
    """Return the texts of the articles in `data`, the bytes of the file `name`, or of standard input when that is "-".

    A file with several articles gives each its own name, "NAME#1" …, and the hash of its own text as UTF-8.

    Raises:
        BriefingError: the type of the file is not read, or its bytes are not text.
    """
    suffix = ".txt" if name == STANDARD_INPUT else Path(name).suffix.lower()
    if suffix in OTHER_FORMS:
        raise BriefingError(OTHER_FORMS[suffix], ExitCode.INPUT_UNREADABLE, file=name)
    if suffix in CORRECTED and is_correction(data):
        raise BriefingError("correction-name", ExitCode.USAGE, file=name)
    if suffix not in READERS:
        raise BriefingError("unknown-format", ExitCode.INPUT_UNREADABLE, file=name, accepted=_accepted())
    _refuse_own(data, name)
    media_type, reader = READERS[".html" if _PAGE.match(data) else suffix]
    whole, layout = reader(data, name)
    parts = [part.of(whole) for part in article_parts(veil(whole))] if layout is None and RULE in whole else []
    if len(parts) < 2:
        return (_text(name, media_type, whole, data, layout),)
    return tuple(replace(_text(f"{name}#{number}", media_type, part, part.encode()), part=number) for number, part in enumerate(parts, 1))


def opened(data: bytes, name: str) -> tuple[Text | BriefingError, ...]:
    """Return the texts of the articles in a file, of a mail those of its message and of each file attached to it, "NAME#2 rilis.docx".

    A message of a few words above a file that is read is no article. What keeps one attached file out stands in its place.

    Raises:
        BriefingError: the file itself cannot be read.
    """
    if Path(name).suffix.lower() != MAIL:
        return texts(data, name)
    from briefing.reading.mail import Message, read_mail

    _refuse_own(data, name)
    parts = read_mail(data, name)
    messages: list[Text] = []
    found: list[Text | BriefingError] = []
    for number, part in enumerate(parts, 1):
        label = f"{name}#{number}" if len(parts) > 1 else name
        if isinstance(part, Message):
            text = _text(label, MAIL_TYPE, part.text, part.text.encode(), part.layout)
            messages.append(replace(text, part=number if len(parts) > 1 else 0))
        elif _is_wanted(part.name):
            found += _attached(part.data, printable(f"{label} {part.name}"), number)
    is_read = any(isinstance(text, Text) for text in found)
    return (*(message for message in messages if not (is_read and _is_note(message))), *found)


def _refuse_own(data: bytes, name: str) -> None:
    if is_own(data, Path(name).suffix.lower()):
        raise BriefingError("made-here", ExitCode.USAGE, file=name)


def _attached(data: bytes, name: str, number: int) -> list[Text | BriefingError]:
    try:
        return [replace(text, part=number) for text in texts(data, name)]
    except BriefingError as error:
        return [error]


def _is_note(message: Text) -> bool:
    """Return whether a message says no more than what is attached to it."""
    return sum(len(line.text.split()) for line in message.layout.lines if is_prose(line)) < COVER_NOTE if message.layout else False


def read(text: Text) -> Article:
    """Return the article of a text.

    Raises:
        BriefingError: word-too-long or text-too-long; such a text is no article, and would cost minutes and pages of nothing.
    """
    check_words(text.text, text.source.name)
    article = _article(text)
    check_words(article.text, text.source.name)  # lines that end in a hyphen were joined
    if len(article.text) > LONGEST_TEXT:
        raise BriefingError("text-too-long", ExitCode.INPUT_UNREADABLE, file=text.source.name, length=len(article.text))
    return article


def uncleaned(article: Article) -> Article:
    """Return the article with the whole of its source as its text, for a text that is none: a list, a regulation."""
    whole = Span(0, len(article.source_text))
    pieces = (Piece(clean=whole, source=whole),) if article.source_text else ()
    problems = tuple(problem for problem in article.problems if problem.code != "not-an-article")
    return replace(article, text=article.source_text, offsets=OffsetMap(pieces=pieces), dropped=(), problems=problems)


def _text(name: str, media_type: str, text: str, data: bytes, layout: Layout | None = None) -> Text:
    return Text(source=Source(name=name, sha256=hashlib.sha256(data).hexdigest(), media_type=media_type), text=text, layout=layout)


def _laid_out(text: str) -> tuple[str, Layout]:
    """Return a plain text as the rules read it, and its layout: header lines, then lines that may all be article."""
    view, marks = without_markup(veil(text))
    header = read_header(view)
    title = next((found.span for found in header.fields if found.field == "title"), None)
    dropped = tuple(Dropped(span=mark, reason="markup") for mark in marks)
    return view, Layout(start=header.end, fields=header.fields, title=title, lines=split(view, header.end), dropped=dropped)


def _article(text: Text) -> Article:
    source_text = text.text
    view, layout = (veil(source_text), text.layout) if text.layout else _laid_out(source_text)
    outlets = {found.span.of(view).casefold() for found in layout.fields if found.field == "outlet"}
    body = read_body(view, layout.lines, layout.title, {name for name in outlets if not is_place(name)})
    words, offsets = clean(source_text, view, body.paragraphs)
    title = (Evidence(field="title", span=body.title, how="first-line"),) if body.title else ()
    metadata = read_metadata(source_text, view, (*layout.fields, *title, *body.fields, *layout.late), (words, offsets))
    above = (Dropped(span=Span(0, layout.start), reason="header"),) if layout.start else ()
    return Article(
        source=text.source,
        source_text=source_text,
        text=words,
        offsets=offsets,
        evidence=metadata.evidence,
        dropped=(*above, *sorted((*body.dropped, *layout.dropped), key=lambda dropped: dropped.span)),
        problems=(*_doubts(source_text, words), *layout.problems, *metadata.problems, *_dated_by_mail(metadata)),
        **metadata.values,
    )


def _dated_by_mail(metadata: Metadata) -> tuple[Problem, ...]:
    """Doubt a date that only the mail gives, which may have been sent long after."""
    is_doubtful = any((found.field, found.how) == ("published", "mail") for found in metadata.evidence)
    return (Problem(code="date-of-mail", arguments={"printed": metadata.values["published"][:10]}),) if is_doubtful else ()


def _doubts(source_text: str, words: str) -> tuple[Problem, ...]:
    lost = (Problem(code="characters-lost", arguments={"count": source_text.count("\ufffd")}),) if "\ufffd" in source_text else ()
    return lost if words else (*lost, Problem(code="not-an-article"))


def _walk(folder: Path) -> Iterator[SourceFile]:
    """Yield the files of a folder that are read, and each folder within it that may not be opened: reading that says why."""
    for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
        relative = path.relative_to(folder)
        if any(_is_of_page(parent) for parent in path.parents if parent.is_relative_to(folder)):
            continue
        wanted = _is_wanted(path.name) and not _is_ours(path) if path.is_file() else path.is_dir() and not os.access(path, os.R_OK | os.X_OK)
        if wanted and CORRECTION not in path.name.lower() and not any(part.startswith(".") for part in relative.parts):
            yield SourceFile(name=printable(relative.as_posix()), path=path)


def _is_wanted(name: str) -> bool:
    """Return whether a file may hold articles; those that Word keeps beside an open file do not."""
    return Path(name).suffix.lower() in {*READERS, MAIL, *OTHER_FORMS} and not name.startswith("~$")


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


def _accepted() -> str:
    return ", ".join((*READERS, MAIL))
