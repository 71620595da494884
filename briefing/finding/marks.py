"""Quotation marks: which runs of an article stand between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from briefing.lexicon.load import table
from briefing.lexicon.speech import cue_pattern, verb_of
from briefing.model.span import Span, paragraph_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

# The press mixes them freely: ” opens in Kompas, “ closes elsewhere, and straight closes curly. So the kind of a mark says nothing.
# Two commas stand for „ where a keyboard lacks it.
MARK = re.compile("[\"“”„‟«»″]|''|``|[‘’][‘’]|,,(?<![^\\s],,)(?=\\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A run between marks: `outer` with them, `inner` without them and without the white space and comma before the closing one.

    `closed` is False where the closing mark is missing: the run then ends with its paragraph. `personal` says that its words are in the first person, `asks`
    that they end with a question.
    """

    outer: Span
    inner: Span
    closed: bool
    personal: bool = False
    asks: bool = False


_NEAR = 40  # code points before a mark
_LEAST_WORDS = 4
_VERB_BEFORE = re.compile(r"\b(?P<verb>\w+)\s*[,:]\s*\Z")
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z])")
_SPEAKER_BEHIND = re.compile(r"\s+(?:[A-Z]|(?:dia|ia|beliau)\b)")
FIRST_PERSON = re.compile(r"\b(?:saya|kami|kita|aku)\b", re.IGNORECASE)


def find_quoted(text: str) -> tuple[Quoted, ...]:
    """Return the outermost quoted runs of a cleaned text in order; a run never leaves its paragraph."""
    found: list[Quoted] = []
    unclosed = False
    for paragraph in paragraph_spans(text):
        runs = list(_runs_of(text, paragraph, unclosed=unclosed))
        found += (run for run in runs if run.inner.start < run.inner.end)
        unclosed = bool(runs) and not runs[-1].closed
    return tuple(found)


def _runs_of(text: str, paragraph: Span, *, unclosed: bool) -> Iterator[Quoted]:
    """Yield the outermost runs of one paragraph; `unclosed` says that the paragraph before it ended inside a quote.

    A mark that opens within a run nests only where enough closing marks follow; where not, it closes a run whose own mark was lost.
    """
    marks = [match.span() for match in MARK.finditer(text, paragraph.start, paragraph.end)]
    turns = [_turn(text, at, end, paragraph) for at, end in marks]
    surplus = sum(turns)
    start, depth = (paragraph.start, 1) if unclosed and turns and turns[0] > 0 else (None, 0)
    for number, ((at, end), turn) in enumerate(zip(marks, turns, strict=True)):
        surplus -= turn  # closing marks that follow, less opening ones
        if start is None:
            if turn <= 0 or (number + 1 < len(marks) and _follows_verb(text, at, paragraph)):
                start, depth = at, 1
            elif number == 0 and (lost := _lost_opening(text, at, end, paragraph)) is not None:
                yield _quoted(text, lost, end, closed=True)
        elif turn < 0 and surplus > depth:
            depth += 1
        elif turn < 0 and announced_pattern().search(text, max(start, at - _NEAR), at):
            continue  # “… yang berbunyi, “Setiap …,” katanya: the last mark closes both
        else:
            depth -= 1
            if depth == 0:
                yield _quoted(text, start, end, closed=True)
                start = None
    if start is not None:
        lost = _lost_closing(text, start, paragraph)
        yield _quoted(text, start, lost or paragraph.end, closed=lost is not None)


def _follows_verb(text: str, at: int, paragraph: Span) -> bool:
    """Return whether a verb of speech with a comma or colon stands before a mark, which opens then, wherever it points: mengatakan,” Semua netral”."""
    match = _VERB_BEFORE.search(text, max(paragraph.start, at - _NEAR), at)
    return match is not None and verb_of(match["verb"]) is not None


def _lost_opening(text: str, at: int, end: int, paragraph: Span) -> int | None:
    """Return where the words begin whose opening mark was lost before the closing one at `at`: Kami sudah datang,” jelas dia. None where that is unsure.

    A cue stands behind them and none in them. Of several sentences all are said where the first is in the first person, else the last where that is.
    """
    comma = text.startswith(",", end)
    cue = cue_pattern().match(text, end + comma + text.startswith(" ", end + comma))
    if cue is None or not (cue["root"] and (text[at - 1] in ",.!?" or comma)):
        return None
    starts = [paragraph.start, *(match.end() for match in _SENTENCE_END.finditer(text, paragraph.start, at))]
    first = text[paragraph.start : starts[1] if len(starts) > 1 else at]
    if len(first.split()) >= _LEAST_WORDS and (len(starts) == 1 or FIRST_PERSON.search(first)) and not _is_reported(text, paragraph.start, at):
        return paragraph.start
    return starts[-1] if FIRST_PERSON.search(text, starts[-1], at) and not _is_reported(text, starts[-1], at) else None


def _lost_closing(text: str, start: int, paragraph: Span) -> int | None:
    """Return where the words end whose closing mark was lost behind a comma: “Kami sudah datang, ujar Kepala Desa. None where that is unsure.

    A root of speech stands behind the comma, with its speaker, and nothing in the first person behind that.
    """
    cue = next((cue for cue in cue_pattern().finditer(text, start, paragraph.end) if cue["root"] and text.endswith(", ", start, cue.start())), None)
    if cue is None or not (cue["clitic"] or _SPEAKER_BEHIND.match(text, cue.end())) or FIRST_PERSON.search(text, cue.end(), paragraph.end):
        return None
    return cue.start() - 1


def _is_reported(text: str, start: int, end: int) -> bool:
    return any(not cue["according"] for cue in cue_pattern().finditer(text, start, end))


@cache
def announced_pattern() -> re.Pattern[str]:
    """Return the pattern of the words, at the end of a text, that announce a title, a theme, a term or the words of a law in marks."""
    words = "|".join(re.escape(word) for word in table("id/quoted.toml")["before"])
    return re.compile(rf"\b(?:{words})(?:\s+(?:ini|itu|yakni|yaitu|adalah))?\s*[:,]?\s*\Z", re.IGNORECASE)


def _turn(text: str, at: int, end: int, paragraph: Span) -> int:
    """Return 1 for a mark that can only close, -1 for one that can only open, 0 for one that can do both or neither."""
    return _closes(text, at, end, paragraph) - _opens(text, at, end, paragraph)


def _opens(text: str, at: int, end: int, paragraph: Span) -> bool:
    before = text[at - 1] if at > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    return not after.isspace() and (before.isspace() or before in "([{-–—:/")


def _closes(text: str, at: int, end: int, paragraph: Span) -> bool:
    before = text[at - 1] if at > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    return not before.isspace() and (after.isspace() or after in ".,;:!?)]}-–—")


def _quoted(text: str, start: int, end: int, *, closed: bool) -> Quoted:
    outer = Span(start, end)
    opening = MARK.match(text, start)
    closing = next((mark.start() for mark in MARK.finditer(text, max(start + 1, end - 2), end) if mark.end() == end), end) if closed else end
    inner_start = opening.end() if opening else start
    words = text[inner_start:closing]
    inner_start += len(words) - len(words.lstrip())
    inner = Span(inner_start, max(inner_start, inner_start + len(words.strip().rstrip(", "))))
    return Quoted(outer=outer, inner=inner, closed=closed, personal=bool(FIRST_PERSON.search(words)), asks=words.rstrip().endswith("?"))
