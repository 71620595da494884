"""Stretches of text as Word has them: each with its language, its links and page numbers as fields, drawings as signs of a font."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final

from briefing.rendering.docx.styles import FONTS, SYMBOLS
from briefing.rendering.docx.xml import LANGUAGES, Xml, element, field, properties, words
from briefing.rendering.pdf.style import SERIF
from briefing.rendering.pdf.words import CODE_COLOURS, NOTE_SIZE, SMALLEST_COLOURED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefing.model.document import Lang, Run
    from briefing.rendering.pdf.style import Face
    from briefing.rendering.pdf.theme import Theme

STATES: Final = ("not_yet", "in_force", "amended", "partly", "repealed", "unknown")
SIGNS: Final = dict(
    zip(
        ("catalogue", "reviewed", "project", "machine", "composed", "gist", "none", *STATES, "may", "do", "dont"),
        "●■◧◤⬓⊡□○●◐◐⊗?◉✓✗",
        strict=True,
    )
)
"""The built-in drawings that have a like among the characters; discs and article squares are letters on a ground."""

BREAKS: Final = {"\n": "br", "\t": "tab"}
DISCS: Final = frozenset("LKHS")
EN_SPACE: Final = "\u2002"
FILLED: Final = frozenset("LK")


def bookmark(link: str) -> str:
    """Return the name of the bookmark that "#article-1" leads to: letters, digits and underscores only."""
    return re.sub(r"\W", "_", link.removeprefix("#"))[:40]


def runs_of(runs: Sequence[Run], face: Face, lang: Lang, theme: Theme, address: Callable[[str], str]) -> list[Xml]:
    """Return the runs of a paragraph in a face; `address` makes an outside link known to the document and returns its identifier."""
    found: list[Xml] = []
    for link, together in groupby(runs, key=lambda run: run.link):
        inside = [one for run in together for one in _run(run, face, lang, theme)]
        if not link:
            found += inside
        elif link.startswith("#"):
            found.append(element("hyperlink", *inside, anchor=bookmark(link), history=1))
        else:
            outside = element("hyperlink", *inside, history=1)
            outside.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", address(link))
            found.append(outside)
    return found


def _run(run: Run, face: Face, lang: Lang, theme: Theme) -> Iterator[Xml]:
    language = run.lang or lang
    if run.picture:
        yield from _drawing(run.picture, language, theme)
    elif run.kind in {"page", "pages"} and run.link:
        yield from field(f"PAGEREF {bookmark(run.link)} \\h", _look(run, face, language, theme), "…")
    elif run.text:
        parts = [element(BREAKS[text]) if text in BREAKS else words(text) for text in re.split(r"([\n\t])", run.text) if text]
        yield element("r", properties("rPr", _look(run, face, language, theme)), *parts)


def _look(run: Run, face: Face, lang: Lang, theme: Theme) -> list[Xml]:
    """Return how a run differs from the style of its paragraph, as the PDF has it, and its language."""
    found = [element("lang", val=LANGUAGES[lang])]
    if run.bold and not face.weight:
        found.append(element("b"))
    small = run.kind == "note" or (run.kind == "ref" and face.family == SERIF)
    if small and face.family == SERIF:
        font = FONTS["Sans"]
        found.append(element("rFonts", ascii=font, hAnsi=font, cs=font))
    if run.kind == "note" and face.size > NOTE_SIZE * theme.scale:
        found.append(element("sz", val=round(max(NOTE_SIZE * theme.scale, 8) * 2)))
    upright = small or run.italic == face.italic
    if upright and face.italic and (small or run.italic):
        found.append(element("i", val=0))
    elif not small and run.italic and not face.italic:
        found.append(element("i"))
    if run.kind in CODE_COLOURS and face.size >= SMALLEST_COLOURED:
        found.append(element("color", val=theme.colours[CODE_COLOURS[run.kind]].removeprefix("#")))
    return found


def _drawing(name: str, lang: Lang, theme: Theme) -> Iterator[Xml]:
    """Yield the sign of a built-in drawing: its letter or number on black or in a frame, or a character, and a space."""
    language = element("lang", val=LANGUAGES[lang])
    space = " "
    if name in DISCS or "-" in name:
        colour = theme.colours[CODE_COLOURS.get(name, "ink")].removeprefix("#")
        filled = name in FILLED or name.startswith("made")
        frame = element("bdr", val="single", sz=6, space=0, color=colour)
        look = [element("b"), frame, element("color", val="FFFFFF" if filled else colour), language]
        look += [element("shd", val="clear", color="auto", fill=colour)] * filled
        yield element("r", properties("rPr", look), words(f"\u00a0{name.rpartition('-')[2]}\u00a0"))
        space = EN_SPACE
    else:
        font = element("rFonts", ascii=SYMBOLS, hAnsi=SYMBOLS, cs=SYMBOLS, eastAsia=SYMBOLS)
        yield element("r", properties("rPr", [font, element("i", val=0), language]), words(SIGNS[name]))
    yield element("r", properties("rPr", [element("lang", val=LANGUAGES[lang])]), words(space))
