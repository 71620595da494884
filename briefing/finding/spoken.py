"""Speech: which of the words in quotation marks somebody said, and which cue stands beside them."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from briefing.finding.marks import Quoted, announced_pattern
from briefing.model.span import opens_paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.finding.cues import Cue
    from briefing.model.span import Span

# Words before a cue that join its sentence to the last one and say nothing: "Tak hanya itu, imbuh Budi."
_CONNECTIVE = re.compile(
    r"\W{0,3}(?:(?:tak|tidak|bukan)\s+hanya\s+(?:itu|sampai\s+di\s+situ)|selain\s+itu|lebih\s+lanjut|lebih\s+jauh|sementara\s+itu|begitu\s+juga|hal\s+(?:senada|serupa|sama)|senada)?\W{0,3}",
    re.IGNORECASE,
)
_APART = 40  # code points: no cue beside a quote stands farther from it
_SPEECH_LENGTH = 40  # code points: a shorter quoted run needs a cue beside it to count as speech


def says_nothing(text: str, sentence: Span, cue: Cue) -> bool:
    """Return whether a sentence holds no more than a cue with its speaker, and words that join it to the last."""
    end = max(cue.span.end, cue.mention.span.end if cue.mention else 0)
    before = _CONNECTIVE.fullmatch(text, sentence.start, cue.span.start)
    return cue.form == "root" and before is not None and not text[end : sentence.end].strip(" .,:")


def is_speech(text: str, sentence: Span, run: Quoted, cues: Sequence[Cue]) -> bool:
    """Return whether a quoted run is something said, not a title, a theme, a term or the words of a law."""
    before = text[max(sentence.start, run.outer.start - 40) : run.outer.start]
    if announced_pattern().search(before):
        return False
    if is_touched(text, run, cues):
        return True
    opens = not text[sentence.start : run.outer.start].strip()
    announced = before.rstrip().endswith((":", ",", "bahwa")) and bool(cues)
    personal = run.personal and bool(cues)  # who speaks of himself in marks is quoted, wherever the marks stand
    if opens and run.personal and text[run.inner.end : run.outer.end].startswith(","):
        return True  # “Saya belum salat,” sembari melihat jam tangan.
    if opens and run.asks and text[run.outer.end : run.outer.end + 2] in {"\n\n", ""} and opens_paragraph(text, run.outer.start):
        return True  # “Lalu sarung itu?” as a paragraph of its own
    return (opens and not run.closed) or (run.inner.end - run.inner.start >= _SPEECH_LENGTH and (opens or announced or personal))


def goes_on(text: str, spoken: Quoted, run: Quoted, cues: Sequence[Cue]) -> bool:
    """Return whether a run is the second half of a quote that its cue splits: “Selain itu,” lanjut dia, “kami bentuk satgas.”."""
    splits = any(spoken.outer.end <= cue.span.start < run.outer.start and touches(text, spoken, cue) for cue in _near(spoken, cues))
    return splits and text[spoken.outer.end : run.outer.start].rstrip().endswith(",")


def _near(run: Quoted, cues: Sequence[Cue]) -> Sequence[Cue]:
    """Return those of the cues, which are in order, that may touch a run: a sentence may have thousands of each."""
    first, last = (bisect_left(cues, at, key=lambda cue: cue.span.start) for at in (run.outer.start - 2 * _APART, run.outer.end + _APART))
    return cues[first:last]


def is_touched(text: str, run: Quoted, cues: Sequence[Cue]) -> bool:
    """Return whether one of the cues touches a run."""
    return any(touches(text, run, cue) for cue in _near(run, cues))


def touches_any(text: str, runs: Sequence[Quoted], cue: Cue) -> bool:
    """Return whether a cue touches the run that begins last before it, or the next one; the runs are in order."""
    at = bisect_left(runs, cue.span.start, key=lambda run: run.outer.start)
    return any(touches(text, run, cue) for run in runs[max(0, at - 1) : at + 1])


def touches(text: str, run: Quoted, cue: Cue) -> bool:
    """Return whether nothing but marks stands between a quoted run and a cue behind it, or one before it that may announce it."""
    if cue.span.start >= run.outer.end:
        return cue.span.start - run.outer.end < _APART and not text[run.outer.end : cue.span.start].strip(" ,.;-–—")
    return cue.form in {"active", "colon"} and run.outer.start - cue.span.end < _APART and not text[cue.span.end : run.outer.start].strip(" ,:;")
