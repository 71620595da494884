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
MOST_LINES = 2  # of a title in the foot of the page


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


def foot(document: Document, theme: Theme, typesetter: Typesetter, number: int, *, machine: bool = False) -> tuple[Drawing, ...]:
    """Return the foot of page `number`: odd pages have the folio at the right, even ones at the left; `machine` says that it holds a machine's English."""
    folio = _line(typesetter, theme, str(number), "folio", theme.column)
    even = number % 2 == 0
    beside = BESIDE_FOLIO * (theme.faces["folio"].size / FOLIO_SIZE)
    rule, *baselines = (theme.height - above for above in theme.foot)
    drawings: list[Drawing] = [Rule(x=0, y=rule, width=theme.measure, thickness=theme.hairline)]
    columns = _foot_lines(document, theme, "machine" if machine else "note")
    width = (theme.column if len(columns) > 1 else theme.measure) - beside
    found = [[line for words in lines for line in _lines(typesetter, theme, words, width)] for lines in columns]
    step = baselines[1] - baselines[0]
    for column, lines in enumerate(found):
        x = column * (theme.column + theme.gutter) + (beside if even and column == 0 else 0)
        drawings += [Text(x=x, y=baselines[0] + at * step, line=line, node=None) for at, line in enumerate(lines)]
    lowest = baselines[0] + (max(map(len, found)) - 1) * step
    drawings.append(Text(x=0 if even else theme.measure - folio.width, y=lowest, line=folio, node=None))
    return tuple(drawings)


def _lines(typesetter: Typesetter, theme: Theme, words: str, width: float) -> list[Line]:
    """Return the words on one line or two; a longer title is cut."""
    found = typesetter.lines([Run(text=words)], theme.faces["note"], width, "id")
    if len(found) <= MOST_LINES and not theme.stacked:
        return [*found] or [Line((), 0)]
    return [_line(typesetter, theme, words, "note", width)]


def _foot_lines(document: Document, theme: Theme, note: str) -> list[tuple[str, str]]:
    """Return the two lines of each column: title and note; of the one column of both languages, the note in each."""
    notes = [document.furniture.get(name, "") for name in (note, f"{note}-en")]
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
