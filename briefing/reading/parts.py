"""Several articles in one text: where each begins and ends."""

from __future__ import annotations

import re

from briefing.model.span import Span
from briefing.reading.header import read_header
from briefing.reading.lines import split
from briefing.reading.prose import is_prose

RULE = "===="
"""What a line holds at least that parts two articles."""

_LONGEST_TITLE = 220  # characters
_LINE = re.compile(r"(?<![^\n]) *={4,} *(?![^\n])")


def article_parts(view: str) -> tuple[Span, ...]:
    """Return the spans of the articles in `view`, without the blank lines around them; none is empty.

    A line of four or more "=" parts two articles, unless it underlines a title as in Markdown: it stands right below the only line of its
    article so far, header lines aside, that line is short and no prose, and no header line follows. A title alone is no article.
    """
    spans, start = [], 0
    for rule in _LINE.finditer(view):
        if not _is_underline(view[start : rule.start()]) or read_header(view[rule.end() : rule.end() + _LONGEST_TITLE]).end:
            spans.append(Span(start, rule.start()))
            start = rule.end()
    spans.append(Span(start, len(view)))
    return tuple(part for span in spans if (part := _without_blank_lines(view, span)))


def _is_underline(above: str) -> bool:
    """Return whether a line of "=" below `above`, all of its article so far, underlines a title or ends the header lines."""
    is_right_below = bool(above.removesuffix("\n").rpartition("\n")[2].strip(" "))
    if not is_right_below:
        return False
    lines = split(above, read_header(above).end)
    return len(lines) < 2 and not any(len(line.text) > _LONGEST_TITLE or is_prose(line) for line in lines)


def _without_blank_lines(view: str, span: Span) -> Span | None:
    words = span.of(view)
    start = span.start + len(words) - len(words.lstrip(" \n"))
    return Span(start, start + len(words.strip(" \n"))) if words.strip(" \n") else None
