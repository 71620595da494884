"""Cleaning: from kept runs of the source to the clean text, with the map that leads back."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.model.span import OffsetMap, Piece, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

PARAGRAPH_BREAK = "\n\n"
LINE_JOIN = " "


def veil(source: str) -> str:
    """Return `source` at the same length, as the rules read it: unseen characters and odd spaces as " ", every line end as one newline.

    The sequences that steer a terminal (an escape and "[31m"; ECMA-48) go as a whole.
    """
    line_end, blank = _veils()
    if "\x1b" in source:
        source = _escape().sub(lambda found: " " * len(found[0]), source)
    return blank.sub(" ", line_end.sub("\n", source.replace("\r\n", " \n")))


def clean(source: str, view: str, paragraphs: Iterable[Span]) -> tuple[str, OffsetMap]:
    """Return the clean text of `paragraphs`, spans of the source, and its map.

    What is blank in `view` is left out. A blank run becomes one space, or leaves no trace where the source has only unseen characters or markup.
    """
    pieces: list[Piece] = []
    parts: list[str] = []
    length = 0
    for paragraph in paragraphs:
        for run, replacement in _runs(source, view, paragraph, pieces[-1].source.end if pieces else None):
            words = run.of(source) if replacement is None else replacement
            pieces.append(Piece(clean=Span(length, length + len(words)), source=run, replacement=replacement))
            parts.append(words)
            length += len(words)
    return "".join(parts), OffsetMap(pieces=tuple(pieces))


def _runs(source: str, view: str, paragraph: Span, previous_end: int | None) -> Iterable[tuple[Span, str | None]]:
    """Yield the source runs of a paragraph with what replaces each (None: copied), a paragraph break first unless it is the first."""
    copied_from = end = None
    if _is_plain(source, view, paragraph):
        if previous_end is not None:
            yield Span(previous_end, paragraph.start), PARAGRAPH_BREAK
        yield paragraph, None
        return
    for word in _word().finditer(view, paragraph.start, paragraph.end):
        start = word.start()
        if copied_from is None or end is None:
            if previous_end is not None:
                yield Span(previous_end, start), PARAGRAPH_BREAK
            copied_from = start
        elif (blanks := source[end:start]) != LINE_JOIN:
            yield Span(copied_from, end), None
            if any(map(str.isspace, blanks)) and not _is_hyphenation(view, end, start):
                yield Span(end, start), LINE_JOIN
            copied_from = start
        end = word.end()
    if copied_from is not None and end is not None:
        yield Span(copied_from, end), None


def _is_plain(source: str, view: str, paragraph: Span) -> bool:
    """Return whether all of `paragraph` can be copied as it is."""
    words = paragraph.of(view)
    return words == paragraph.of(source) and words == words.strip() and "\n" not in words and "  " not in words


def _is_hyphenation(view: str, end: int, start: int) -> bool:
    """Return whether a line ends at `end` in the hyphen of a word that goes on at `start`."""
    return view[end - 1] == "-" and view[end - 2].isalpha() and view[start].islower() and "\n" in view[end:start]


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^ \n]+")


@cache
def _escape() -> re.Pattern[str]:
    """Return the pattern of escape sequences: colours and cursor; titles, links and other strings; the character set before another one; modes."""
    return re.compile(
        r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[]P^_X][^\x07\x1b\r\n]*(?:\x07|\x1b\\)|\([0AB](?=\x1b)|[=>78])",
    )


@cache
def _veils() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of line ends and of what is blank: spaces of every width, controls, zero-width characters, bidi marks."""
    spaces = "\t\x1f\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
    unseen = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff"
    return re.compile("[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]"), re.compile(f"[{spaces}{unseen}]")
