"""Setting one paragraph: its lines as pieces, with the pictures that hang before it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from briefing.rendering.pdf.boxes import Drawing, Piece, Text
from briefing.rendering.pdf.lines import Fragment, Line, Typesetter
from briefing.rendering.pdf.marks import size_of
from briefing.rendering.pdf.structure import Node
from briefing.rendering.pdf.words import Ink

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.document import Lang, Run
    from briefing.rendering.pdf.style import Face

OPENING_MARK = "“"
MARK_HANGS = 0.43
SQUARE_STEP = 12.0
UNBROKEN = 10_000.0


class Setting(NamedTuple):
    """How a paragraph is set: where it begins, how wide it is, and on which side its lines are ragged; drawings are `scale` times the usual size."""

    face: Face
    width: float
    lang: Lang
    x: float = 0
    align: str = "left"
    head: bool = False
    scale: float = 1.0


def paragraph(runs: Sequence[Run], setting: Setting, node: Node | None, typesetter: Typesetter) -> list[Piece]:
    """Return the lines as pieces; the first two and the last two stay together."""
    pictures, words = _leading(runs)
    hang = _hang(pictures, setting)
    opening = -MARK_HANGS * setting.face.size if setting.face.italic and words and words[0].text.startswith(OPENING_MARK) else 0.0
    lines = typesetter.lines(words, setting.face, setting.width - hang, setting.lang, first=opening)
    last = len(lines) - 1
    pieces = [
        _piece(line, setting, hang + (opening if not number else 0), node, glued=number < last and number in {0, last - 1})
        for number, line in enumerate(lines)
    ]
    if pictures:
        first = pieces[0] if pieces else Piece(height=setting.face.leading)
        pieces[:1] = [first._replace(drawings=(_picture_line(pictures, setting, node), *first.drawings))]
    return pieces


def natural_width(runs: Sequence[Run], face: Face, lang: Lang, typesetter: Typesetter) -> float:
    """Return how wide a paragraph is that is not broken, with the pictures before it."""
    pictures, words = _leading(runs)
    lines = typesetter.lines(words, face, UNBROKEN, lang)
    return _hang(pictures, Setting(face=face, width=UNBROKEN, lang=lang, scale=typesetter.scale)) + max((line.width for line in lines), default=0)


def _leading(runs: Sequence[Run]) -> tuple[list[Run], list[Run]]:
    count = next((number for number, run in enumerate(runs) if not run.picture and (run.text.strip(" ") or run.link)), len(runs))
    words = list(runs[count:])
    if words and words[0].text.startswith(" "):
        words[0] = replace(words[0], text=words[0].text.lstrip(" "))
    return [run for run in runs[:count] if run.picture], words


def _hang(pictures: Sequence[Run], setting: Setting) -> float:
    """Return where the words after hanging pictures begin."""
    if not pictures:
        return 0.0
    size = size_of(pictures[0].picture or "", 1, head=setting.head)
    if "made-" in (pictures[0].picture or ""):
        return (len(pictures) * SQUARE_STEP + 6) * setting.scale
    return (size + (7.0 if setting.head else 6.0 if size > 10 else 4.8)) * setting.scale


def _picture_line(pictures: Sequence[Run], setting: Setting, node: Node | None) -> Drawing:
    fragments = []
    for number, run in enumerate(pictures):
        size = size_of(run.picture or "", setting.scale, head=setting.head)
        figure = Node("Figure", run.lang, alt=run.alt) if run.alt else None
        fragments.append(Fragment(number * SQUARE_STEP * setting.scale, "", size, Ink("", size, "", figure), run.picture or ""))
    return Text(x=setting.x, y=_baseline(setting.face), line=Line(tuple(fragments), 0), node=node)


def _piece(line: Line, setting: Setting, indent: float, node: Node | None, *, glued: bool) -> Piece:
    free = setting.width - indent - line.width
    shift = {"left": 0.0, "center": free / 2, "right": free}[setting.align]
    text = Text(x=setting.x + indent + shift, y=_baseline(setting.face), line=line, node=node)
    return Piece(height=setting.face.leading, drawings=(text,), glued=glued)


def _baseline(face: Face) -> float:
    """Return how far below the top of its line the baseline is: half the lead, and the 0.75 em that the fonts rise."""
    return (face.leading - face.size) / 2 + 0.78 * face.size
