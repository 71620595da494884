"""Lines of a source as the rules read it: cut where furniture is glued on, joined where a paragraph was broken by hand."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.model.span import Span
from briefing.reading.dateline import dateline
from briefing.reading.furniture import cuts, is_marked_up, markup_patterns, opens_list

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WRAPPED = 100
"""No line of a text that was broken by hand is longer, in code points."""

_NARROWEST = 45
"""Nor is the longest of them shorter: shorter lines are a list of short things."""

_LINE = re.compile(r"[^ \n](?:[^\n]*[^ \n])?")
_SENTENCE_END = re.compile(r"""[.!?…:;]["”’')\]]*$""")
_ITEM = re.compile(r"(?:[-–•*·▪►]|\d{1,3}[.)]|[a-z][.)])\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line without the blanks around it: its span of the source, its words, and whether a blank line stands before it."""

    span: Span
    text: str
    after_blank: bool

    @property
    def is_item(self) -> bool:
        """Whether the line is an item of a list."""
        return _ITEM.match(self.text) is not None

    @property
    def ends_sentence(self) -> bool:
        """Whether a sentence, or an introduction with a colon, ends with the line."""
        return _SENTENCE_END.search(self.text[-8:]) is not None


def without_markup(view: str) -> tuple[str, tuple[Span, ...]]:
    """Return `view` with the marks of Markdown and chat made blank, and the spans of those marks; a plain text keeps every character."""
    if not is_marked_up(view):
        return view, ()
    marks = [mark for pattern in markup_patterns() for match in pattern.finditer(view) for mark in _marks(match)]
    parts, position = [], 0
    for mark in sorted(marks):
        if mark.end > position:
            start = max(mark.start, position)
            parts += [view[position:start], " " * (mark.end - start)]
            position = mark.end
    return "".join([*parts, view[position:]]), tuple(sorted(marks))


def split(view: str, start: int, stop: int | None = None) -> tuple[Line, ...]:
    """Return the lines of `view` from `start` on, up to `stop`, that are not blank."""
    lines, end = [], start
    for match in _LINE.finditer(view, start, len(view) if stop is None else stop):
        after_blank = view.count("\n", end, match.start()) > 1
        for span in _cut(view, Span(*match.span())):
            lines.append(Line(span=span, text=span.of(view), after_blank=after_blank))
            after_blank = False
        end = match.end()
    return tuple(lines)


def join_wrapped(view: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return `lines` with those of each block joined into one that were broken by hand in mid-sentence."""
    blocks = tuple(_blocks(lines))
    width = max((len(line.text) for block in blocks if len(block) > 1 for line in block if len(line.text) <= WRAPPED), default=0)
    return tuple(line for block in blocks for line in (_joined(view, block) if _is_wrapped(block, width) else block))


def _marks(match: re.Match[str]) -> tuple[Span, ...]:
    if "kept" not in match.re.groupindex:
        return (Span(*match.span()),)
    return Span(match.start(), match.start("kept")), Span(match.end("kept"), match.end())


def _cut(view: str, line: Span) -> Iterator[Span]:
    within = cuts(line.of(view))
    if not within:
        yield line
        return
    places = [line.start, *(line.start + place for place in within), line.end]
    for start, end in itertools.pairwise(places):
        if part := _LINE.search(view, start, end):
            yield Span(part.start(), part.end())


def _blocks(lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """Yield the runs of lines with nothing between them: no blank line, and no line that begins something of its own."""
    block: list[Line] = []
    for line in lines:
        if block and (line.after_blank or _begins(line) or opens_list(block[-1].text)):
            yield tuple(block)
            block = []
        block.append(line)
    if block:
        yield tuple(block)


def _begins(line: Line) -> bool:
    return line.is_item or opens_list(line.text) or (len(line.text) <= WRAPPED and dateline(line.text) is not None)


def _is_wrapped(block: Sequence[Line], width: int) -> bool:
    """Return whether most lines of `block` break off in mid-sentence where the next word would have made them too long."""
    if (
        len(block) < 2
        or width < _NARROWEST
        or any(len(line.text) > WRAPPED for line in block)
        or (block[0].is_item and not block[1].text[0].islower())
    ):
        return False
    open_ends = [(line, after) for line, after in itertools.pairwise(block) if not line.ends_sentence]
    goes_on = [after for line, after in open_ends if after.text[0].islower() or len(line.text) + 1 + len(after.text.split(" ", 1)[0]) > width]
    return bool(goes_on) and 2 * len(goes_on) >= len(open_ends)


def _joined(view: str, block: Sequence[Line]) -> tuple[Line, ...]:
    span = Span(block[0].span.start, block[-1].span.end)
    return (Line(span=span, text=span.of(view).replace("\n", " "), after_blank=block[0].after_blank),)
