"""Head and foot of a page: language labels, draft mark, the pack's title, its notes and the folio."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.document import Run
from briefing.rendering.pdf.boxes import Drawing, Frame, Rule, Text
from briefing.rendering.pdf.lines import Line
from briefing.rendering.pdf.theme import INDIGO, MM, SOGAN, Theme

if TYPE_CHECKING:
    from briefing.model.document import Document
    from briefing.rendering.pdf.lines import Typesetter

HEAD_LABEL, HEAD_RULE = 15.2 * MM, 17.6 * MM
FOOT_RULE, FOOT_FIRST, FOOT_SECOND = 18.6 * MM, 14.9 * MM, 11.4 * MM
BESIDE_FOLIO = 8 * MM
MARK_HEIGHT, MARK_PADDING = 12.6, 6.0
ELLIPSIS = "…"


def head(document: Document, theme: Theme, typesetter: Typesetter) -> tuple[Drawing, ...]:
    """Return the head of a page, measured from the upper left of the frame's width."""
    labels = [document.furniture.get("label", "")]
    if document.title_en:
        labels.append(document.furniture.get("label-en", ""))
    drawings: list[Drawing] = [Rule(x=0, y=HEAD_RULE, width=theme.measure, thickness=theme.rule, colour=INDIGO)]
    for column, label in enumerate(labels):
        line = _line(typesetter, theme, label, "label", theme.column)
        drawings.append(Text(x=column * (theme.column + theme.gutter), y=HEAD_LABEL, line=line, node=None))
    if "draft" in document.furniture:
        line = _line(typesetter, theme, document.furniture["draft"], "mark", theme.column)
        width = line.width + 2 * MARK_PADDING
        drawings.append(Frame(x=theme.measure - width, y=HEAD_RULE - 16, width=width, height=MARK_HEIGHT, thickness=1.0, colour=SOGAN))
        drawings.append(Text(x=theme.measure - width + MARK_PADDING, y=HEAD_RULE - 6.8, line=line, node=None))
    return tuple(drawings)


def foot(document: Document, theme: Theme, typesetter: Typesetter, number: int) -> tuple[Drawing, ...]:
    """Return the foot of page `number`: odd pages have the folio at the right, even ones at the left."""
    columns = [(document.title, document.furniture.get("note", ""))]
    if document.title_en:
        columns.append((document.title_en, document.furniture.get("note-en", "")))
    folio = _line(typesetter, theme, str(number), "folio", theme.column)
    even = number % 2 == 0
    bottom = theme.height
    drawings: list[Drawing] = [Rule(x=0, y=bottom - FOOT_RULE, width=theme.measure, thickness=theme.hairline)]
    for column, (title, note) in enumerate(columns):
        x = column * (theme.column + theme.gutter) + (BESIDE_FOLIO if even and column == 0 else 0)
        width = theme.column - BESIDE_FOLIO
        drawings.append(Text(x=x, y=bottom - FOOT_FIRST, line=_line(typesetter, theme, title, "note", width), node=None))
        drawings.append(Text(x=x, y=bottom - FOOT_SECOND, line=_line(typesetter, theme, note, "note", width), node=None))
    drawings.append(Text(x=0 if even else theme.measure - folio.width, y=bottom - FOOT_SECOND, line=folio, node=None))
    return tuple(drawings)


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
