"""Head and foot of a page: language labels, draft mark, the pack's title, its notes and the folio."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.document import Run
from briefing.rendering.pdf.boxes import Drawing, Frame, Rule, Text
from briefing.rendering.pdf.lines import Line
from briefing.rendering.pdf.style import INDIGO, MM, SOGAN

if TYPE_CHECKING:
    from briefing.model.document import Document
    from briefing.rendering.pdf.lines import Typesetter
    from briefing.rendering.pdf.theme import Theme

BESIDE_FOLIO = 8 * MM
MARK_HEIGHT, MARK_PADDING = 12.6, 6.0
# The sizes of the draft mark and the folio for which the lengths above are meant.
MARK_SIZE, FOLIO_SIZE = 8.0, 10.5
ELLIPSIS = "…"


def head(document: Document, theme: Theme, typesetter: Typesetter) -> tuple[Drawing, ...]:
    """Return the head of a page, measured from the upper left of the frame's width."""
    baseline, rule = theme.head
    drawings: list[Drawing] = [Rule(x=0, y=rule, width=theme.measure, thickness=theme.rule, colour=INDIGO)]
    mark = draft_mark(document, theme, typesetter)
    columns = len(_labels(document, theme))
    for column, label in enumerate(_labels(document, theme), 1):
        width = theme.column if columns > 1 else theme.measure
        taken = theme.measure - mark[0].x + BESIDE_FOLIO if mark and column == columns else 0
        line = _line(typesetter, theme, label, "label", width - taken)
        drawings.append(Text(x=(column - 1) * (theme.column + theme.gutter), y=baseline, line=line, node=None))
    return (*drawings, *mark)


def _labels(document: Document, theme: Theme) -> list[str]:
    """Return what stands over each column; over the one column of both languages, the title of the pack."""
    names = ["label", "label-en"][: len(document.languages)]
    return [document.title] if theme.stacked and len(names) > 1 else [document.furniture.get(name, "") for name in names]


def draft_mark(document: Document, theme: Theme, typesetter: Typesetter) -> tuple[Drawing, ...]:
    """Return the draft mark in its frame, at the right end of the head; nothing for an approved pack."""
    words = [document.furniture[name] for name in ("draft", "draft-en") if name in document.furniture]
    if not words:
        return ()
    line = _line(typesetter, theme, " / ".join(words), "mark", theme.measure)
    scale = theme.faces["mark"].size / MARK_SIZE
    width, padding = line.width + 2 * MARK_PADDING * scale, MARK_PADDING * scale
    rule = theme.head[1]
    frame = Frame(x=theme.measure - width, y=rule - 16 * scale, width=width, height=MARK_HEIGHT * scale, thickness=1.0, colour=SOGAN)
    return frame, Text(x=frame.x + padding, y=rule - 6.8 * scale, line=line, node=None)


def foot(document: Document, theme: Theme, typesetter: Typesetter, number: int) -> tuple[Drawing, ...]:
    """Return the foot of page `number`: odd pages have the folio at the right, even ones at the left."""
    folio = _line(typesetter, theme, str(number), "folio", theme.column)
    even = number % 2 == 0
    beside = BESIDE_FOLIO * (theme.faces["folio"].size / FOLIO_SIZE)
    rule, *baselines = (theme.height - above for above in theme.foot)
    drawings: list[Drawing] = [Rule(x=0, y=rule, width=theme.measure, thickness=theme.hairline)]
    columns = _foot_lines(document, theme)
    for column, lines in enumerate(columns):
        x = column * (theme.column + theme.gutter) + (beside if even and column == 0 else 0)
        width = (theme.column if len(columns) > 1 else theme.measure) - beside
        for words, baseline in zip(lines, baselines, strict=True):
            drawings.append(Text(x=x, y=baseline, line=_line(typesetter, theme, words, "note", width), node=None))
    drawings.append(Text(x=0 if even else theme.measure - folio.width, y=baselines[-1], line=folio, node=None))
    return tuple(drawings)


def _foot_lines(document: Document, theme: Theme) -> list[tuple[str, str]]:
    """Return the two lines of each column: title and note; of the one column of both languages, the note in each."""
    notes = [document.furniture.get(name, "") for name in ("note", "note-en")]
    if len(document.languages) == 1:
        return [(document.title, notes[0])]
    if theme.stacked:
        return [(notes[0], notes[1])]
    return [(document.title, notes[0]), (document.title_en or "", notes[1])]


def _line(typesetter: Typesetter, theme: Theme, text: str, face: str, width: float) -> Line:
    """Return `text` on one line, cut at a word with an ellipsis where it is longer."""
    words = text.split()
    lines = typesetter.lines([Run(text=" ".join(words))], theme.faces[face], width, "id")
    while len(lines) > 1:
        words.pop()
        lines = typesetter.lines([Run(text=" ".join(words) + ELLIPSIS)], theme.faces[face], width, "id")
        if not words:
            break
    return lines[0] if lines else Line((), 0)
