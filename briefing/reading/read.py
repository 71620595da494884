"""Reading one source: which reader decodes it, and the article that its text makes."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefing.lexicon.places import is_place
from briefing.model.article import Article, Dropped, Evidence, Source
from briefing.model.problem import BriefingError, ExitCode, Problem
from briefing.model.span import OffsetMap, Piece, Span
from briefing.reading.body import read_body
from briefing.reading.clean import clean, veil
from briefing.reading.forms import CORRECTED, MAIL, MAIL_TYPE, OTHER_FORMS, READERS, accepted, is_wanted
from briefing.reading.header import read_header
from briefing.reading.layout import Layout, Text
from briefing.reading.lines import split, without_markup
from briefing.reading.metadata import read_metadata
from briefing.reading.own import is_correction, is_own
from briefing.reading.parts import RULE, article_parts
from briefing.reading.prose import is_prose
from briefing.reading.sources import STANDARD_INPUT, printable
from briefing.reading.text import check_words

if TYPE_CHECKING:
    from briefing.reading.metadata import Metadata

LONGEST_TEXT: Final = 300_000
"""No article is longer, in characters of its cleaned text; a hundred pages."""

_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html)\b", re.IGNORECASE)
"""How a web page begins, whatever its file is called."""

COVER_NOTE: Final = 60
"""A message with fewer words of prose is no article if a file is attached that is read."""


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
        raise BriefingError("unknown-format", ExitCode.INPUT_UNREADABLE, file=name, accepted=accepted())
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
        elif is_wanted(part.name):
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
