"""Mails (.eml): the message with what its header says, the header of a message that was forwarded in it, and the files attached."""

from __future__ import annotations

import email
import email.policy
import itertools
import re
from dataclasses import dataclass, replace
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from briefing.lexicon.load import table
from briefing.model.article import Dropped, Evidence
from briefing.model.problem import BriefingError, ExitCode
from briefing.model.span import Span
from briefing.reading.clean import veil
from briefing.reading.extracted import laid_out
from briefing.reading.layout import Layout
from briefing.reading.lines import split
from briefing.reading.outlets import is_known
from briefing.reading.page import read_page
from briefing.reading.page_fields import said
from briefing.reading.stated import LONGEST, Stated, Statement
from briefing.reading.text import check_size, decode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DEEPEST: Final = 5
"""No message is looked for deeper in messages that are attached."""

MOST_PARTS: Final = 100
_LONGEST_NAME: Final = 100
_FAULTS: Final = (MessageError, LookupError, ValueError, TypeError, AttributeError, RecursionError)
"""What the standard library raises at damaged mails."""

_ENDINGS: Final = {
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/msword": ".doc",
    "application/rtf": ".rtf",
    "text/html": ".html",
    "text/plain": ".txt",
}
_UNNAMED: Final = "lampiran"
_FLOWED = re.compile(r"(?m)(?<=\S) \n(?=[^\s>])")
_QUOTED = re.compile(r"(?m)^(?:> ?)+")
_SIGNATURE = re.compile(r"(?m)^-- ?$")
_BARE = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What somebody wrote, with the header above it: the text and its layout."""

    text: str
    layout: Layout


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """An attached file: its own name, without folders, and its bytes."""

    name: str
    data: bytes


def read_mail(data: bytes, name: str) -> tuple[Message | Attachment, ...]:
    """Return the message, where it has words, and the files attached to it, in their order; those of a message that is attached stand in its place.

    Raises:
        BriefingError: it is empty, too large, or no mail; mail-empty if there is neither a word nor a file in it.
    """
    check_size(data, name)
    try:
        mail = email.message_from_bytes(data, policy=email.policy.default)
        found = tuple(itertools.islice(_parts(mail, name, 0), MOST_PARTS)) if mail.keys() else ()
    except _FAULTS as error:
        raise BriefingError("mail-broken", ExitCode.INPUT_UNREADABLE, file=name, fault=f"{type(error).__name__}: {error}"[:200]) from error
    if not found:
        raise BriefingError("mail-empty", ExitCode.INPUT_UNREADABLE, file=name)
    return found


def _parts(mail: EmailMessage, name: str, depth: int) -> Iterator[Message | Attachment]:
    body = mail.get_body(("plain", "html"))
    words = _words(body, name) if isinstance(body, EmailMessage) else ""
    if words.strip():
        yield _message(mail, words)
    for part in _leaves(mail):
        if part.get_content_type() == "message/rfc822":
            for message in part.get_payload() if depth < DEEPEST else ():
                yield from _parts(message, name, depth + 1)
        elif part is not body and (attached := _attachment(part)):
            yield attached


def _leaves(mail: EmailMessage) -> Iterator[Any]:
    """Yield the parts that hold no others, and the messages that are attached, in order."""
    waiting: list[Any] = [mail]
    while waiting:
        part = waiting.pop()
        if part.is_multipart() and part.get_content_type() != "message/rfc822":
            waiting += reversed(part.get_payload())
        else:
            yield part


def _words(part: EmailMessage, name: str) -> str:
    """Return the words of a part that is text, those of a web page as a reader sees them."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        return ""
    if part.get_content_type() == "text/html":
        text, layout = read_page(data, name)
        return text[layout.start :]
    text = decode(data, name, _charset(part)).replace("\r\n", "\n")
    return _FLOWED.sub(" ", text) if str(part.get_param("format", "")).lower() == "flowed" else text


def _charset(part: EmailMessage) -> str | None:
    """Return the encoding that a part says it has, None where there is no such encoding."""
    said_to_be = part.get_content_charset()
    try:
        "".encode(said_to_be or "")
    except (LookupError, ValueError):
        return None
    return said_to_be


def _attachment(part: EmailMessage) -> Attachment | None:
    """Return an attached file; None for the parts that only hold others, and for a text that has no name, which is the message in another form."""
    data = None if part.is_multipart() else part.get_payload(decode=True)
    given = part.get_filename()
    if not isinstance(data, bytes) or not (given or part.get_content_disposition() == "attachment"):
        return None
    own = re.split(r"[/\\]", str(given or ""))[-1].strip(". \t\r\n")[-_LONGEST_NAME:]
    ending = _ENDINGS.get(part.get_content_type(), "")
    return Attachment(name=own if "." in own else (own or _UNNAMED) + ending, data=data)


def _message(mail: EmailMessage, words: str) -> Message:
    """Return the words of a message below what its header says."""
    subject = " ".join(str(mail.get("Subject", "")).split())
    begun = _subject_start(subject)
    head, own = said(Stated(statements=tuple(_statements(mail, subject[begun[0] :]))))
    is_answer = begun[1] == "answered"
    words = words if is_answer else _unquoted(words)
    text = head + words
    view = veil(text)
    header = _forwarded(view, len(head))
    if is_answer:
        end = min(_quoted_start(view, len(head)), header[0] if header else len(text))
        layout = laid_out(view[:end], len(head), late=own)
        rest = (Dropped(span=Span(end, len(text)), reason="quoted-mail"),) if text[end:].strip() else ()
    else:
        start, late = (header[1], header[2]) if header else (len(head), ())
        signature = _SIGNATURE.search(view, start)
        end = signature.start() if signature else len(text)
        layout = laid_out(view[:end], start, late=(*late, *own))
        rest = (Dropped(span=Span(end, len(text)), reason="signature"),) if signature else ()
    return Message(text=text, layout=replace(layout, lines=split(view[:end], layout.start), dropped=rest))


def _statements(mail: EmailMessage, subject: str) -> Iterator[Statement]:
    """Yield what the header says: the subject, when the mail was sent, and who sent it, by name and by host."""
    sender, address = parseaddr(str(mail.get("From", "")))
    sent = getattr(mail.get("Date"), "datetime", None)
    values = (
        ("title", subject),
        ("published", sent.isoformat(timespec="minutes") if sent else ""),
        ("outlet", sender),
        ("outlet", address.rpartition("@")[2]),
    )
    for field, value in values:
        if 0 < len(value) <= LONGEST and (field != "outlet" or is_known(value)):
            yield Statement(field=field, value=" ".join(value.split()), how="mail")


def _subject_start(subject: str) -> tuple[int, str]:
    """Return where a subject begins behind "Fwd:" and "Re:", and which of them stands first."""
    kinds: dict[str, list[str]] = table("id/mail.toml")["subject"]
    first, start = "", 0
    while found := re.match(r"\s*(\w{2,10})\s*:\s*", subject[start:]):
        kind = next((kind for kind, words in kinds.items() if found[1].lower() in words), "")
        if not kind:
            break
        first, start = first or kind, start + found.end()
    return start, first


def _unquoted(words: str) -> str:
    """Return a message without the mark ">" before each line, where most lines have it."""
    lines = [line for line in words.split("\n") if line.strip()]
    return _QUOTED.sub("", words) if 2 * sum(line.startswith(">") for line in lines) > len(lines) else words


def _quoted_start(view: str, start: int) -> int:
    found = re.compile(r"(?m)^>").search(view, start)
    return found.start() if found else len(view)


def _forwarded(view: str, start: int) -> tuple[int, int, tuple[Evidence, ...]] | None:
    """Return where the header of the last forwarded message begins and ends, and what it says; None where there is none.

    It has three lines at least, one of them with the sender and one with the subject; it is announced by a line of its own or not.
    """
    lines = split(view, start)
    last = None
    place = 0
    while place < len(lines):
        rows = list(_header_rows(lines[place:]))
        names = {row[0] for row in rows}
        if len(rows) >= 3 and {"outlet", "title"} <= names:
            first = place - 1 if place and _BARE.sub(" ", lines[place - 1].text).strip().lower() in table("id/mail.toml")["announced"] else place
            late = tuple(_evidence(view, rows))
            last = (lines[first].span.start, lines[place + len(rows) - 1].span.end, late)
        place += max(1, len(rows))
    return last


def _header_rows(lines: Sequence[Any]) -> Iterator[tuple[str, Span]]:
    """Yield the fields of the header lines that `lines` begin with, and where their values stand."""
    for line in lines:
        found = re.match(r"\W{0,3}([\w -]{2,12}?)\W{0,2}:\W{0,2}(?=\S)", line.text)
        field = _fields().get(found[1].strip().lower()) if found else None
        if not found or field is None:
            return
        yield field, Span(line.span.start + found.end(), line.span.end)


def _evidence(view: str, rows: Sequence[tuple[str, Span]]) -> Iterator[Evidence]:
    for field, span in rows:
        value = span.of(view)
        begun = _subject_start(value)[0] if field == "title" else 0
        if field != "none":
            yield Evidence(field=field, span=Span(span.start + begun, span.end), how="mail")


@cache
def _fields() -> dict[str, str]:
    names: dict[str, list[str]] = table("id/mail.toml")["header"]
    return {name: field for field, forms in names.items() for name in forms}
