"""Plain text: from the bytes of a file to the text that every offset counts in."""

from __future__ import annotations

import codecs
import re

from briefing.model.problem import BriefingError, ExitCode

SIZE_LIMIT = 20_000_000
"""The largest file that is read, in bytes."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
LONGEST_WORD = 2_000
"""No word is longer, in characters: that is longer than any address, and shorter than a picture pasted as text."""

_TOO_LONG = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")
_CONTROLS = bytes({*range(0x20), *range(0x7F, 0xA0)} - {*b"\t\n\v\f\r\x1b"})  # but white space, and the escape that begins a terminal's colours
_CONTROLS_ALLOWED = 0.01


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """Return the text of `data`: UTF-8 or UTF-16, with or without a byte order mark, else as `declared`, else Windows-1252.

    Raises:
        BriefingError: the file is empty, larger than `SIZE_LIMIT`, not text in any of these, or full of control characters.
    """
    check_size(data, name)
    try:
        text = _decoded(data, declared)
    except UnicodeDecodeError as error:
        raise BriefingError("unreadable-encoding", ExitCode.INPUT_UNREADABLE, file=name) from error
    if not text.strip():
        raise BriefingError("empty-file", ExitCode.INPUT_UNREADABLE, file=name)
    latin = text.encode("latin-1", "replace")  # bytes are counted twenty times as fast
    controls = len(latin) - len(latin.translate(None, _CONTROLS))
    if "\0" in text or controls > _CONTROLS_ALLOWED * len(text):
        raise BriefingError("not-text", ExitCode.INPUT_UNREADABLE, file=name, count=controls, length=len(text))
    return text


def check_size(data: bytes, name: str) -> None:
    """See that a file is neither too large nor empty.

    Raises:
        BriefingError: too-large or empty-file.
    """
    if len(data) > SIZE_LIMIT:
        raise BriefingError("too-large", ExitCode.INPUT_UNREADABLE, file=name, megabytes=-(-len(data) // 1_000_000), limit=SIZE_LIMIT // 1_000_000)
    if not data:
        raise BriefingError("empty-file", ExitCode.INPUT_UNREADABLE, file=name)


def check_words(text: str, name: str) -> None:
    """See that no word of `text` is too long.

    Raises:
        BriefingError: word-too-long, with the length of the first such word and how it begins.
    """
    long_lines = (line for line in text.split("\n") if len(line) > LONGEST_WORD)  # hardly any, and lines are parted faster than words
    if any(len(word) > LONGEST_WORD for line in long_lines for word in line.split()) and (found := _TOO_LONG.search(text)):
        raise BriefingError("word-too-long", ExitCode.INPUT_UNREADABLE, file=name, length=len(found[0]), begins=found[0][:20])


def _decoded(data: bytes, declared: str | None) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding)
    if (encoding_16 := _utf_16_without_mark(data)) is not None:
        return data.decode(encoding_16)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        if declared:
            return data.decode(declared, "replace")
        return _damaged_utf_8(data) or data.decode("cp1252")


def _utf_16_without_mark(data: bytes) -> str | None:
    """Tell UTF-16 by its zero bytes: in Latin script one of each pair is zero, always on the same side."""
    sample = data[:4096]
    pairs = len(sample) // 2
    if len(data) % 2 or not pairs:
        return None
    first, second = sample[0::2].count(0) / pairs, sample[1::2].count(0) / pairs
    if max(first, second) < 0.5 or min(first, second) > 0.05:
        return None
    return "utf-16-le" if second > first else "utf-16-be"


def _damaged_utf_8(data: bytes) -> str | None:
    """Return UTF-8 with U+FFFD for its bad bytes, if more characters beyond ASCII are good than bad: Windows-1252 would garble the good ones."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    beyond_ascii = sum(1 for character in text if character > "\x7f")
    return text if beyond_ascii > 2 * bad else None
