"""Words as lines are made of them: what each part of them is set in, and where a line may end within them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.lexicon.phrases import phrases
from briefing.rendering.pdf import fonts
from briefing.rendering.pdf.structure import Node
from briefing.rendering.pdf.style import INDIGO, INK, SANS, SEMIBOLD, SERIF, SOGAN, Face, font_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.model.document import Lang, Run

CODE_COLOURS = {"L": SOGAN, "S": SOGAN, "K": INDIGO, "H": INDIGO, "ref": SOGAN}
SMALLEST_COLOURED = 8.0
NOTE_SIZE = 7.6
REFERENCE_SIZE = 8.6
# Text is taken apart into bits of this length at most before it is measured: a megabyte without a space must not take minutes.
LONGEST = 100
LONG = 30
WITHIN_ADDRESS = re.compile(r"(?<=[/.?&=_-])(?=\w)")
# What a number belongs to that follows it: an abbreviation in capitals (UU 8/2015), a part of an instrument, an article of the pack.
BEFORE_NUMBER = re.compile(
    r"\W*(?:[A-Z]{2,}|[Pp]asal|[Aa]yat|[Hh]uruf|[Nn]omor|No\.|[Tt]ahun|Law|[Aa]rt(?:icle|ikel|\.)|[Hh]alaman|[Pp]ages?|Per(?:pres|pu|da|men\w*|bawaslu))"
)
NUMBER = re.compile(r"\(?\d")
DAY = re.compile(r"\W*(?:[1-9]|[12]\d|3[01])")
AT_SLASHES = re.compile(r"(?<=[^\W\d_]/)(?=[^\W\d_])")
AT_HYPHENS_TOO = re.compile(r"(?<=[^\W\d_][/-])(?=[^\W\d_])")


class Ink(NamedTuple):
    """What a stretch of text is set in; `node` is its structure element where that is not the paragraph's."""

    font: str
    size: float
    colour: str
    node: Node | None = None
    link: str | None = None
    tracking: float = 0.0

    def width(self, text: str) -> float:
        """Return the width of `text` in points."""
        return fonts.width(text, self.font, self.size) + self.tracking * len(text)


class Part(NamedTuple):
    """A stretch of a word in one ink, or a picture in it."""

    text: str
    width: float
    ink: Ink
    picture: str = ""


@dataclass(slots=True)
class Word:
    """What is not divided: parts, the space after it and its width, whether a line must end after it, and whether it is a bit of something endless."""

    parts: list[Part] = field(default_factory=list)
    width: float = 0.0
    space: Ink | None = None
    gap: float = 0.0
    ends: bool = False
    broken: bool = False

    @property
    def text(self) -> str:
        """All that it says."""
        return "".join(part.text for part in self.parts)

    def add(self, text: str, ink: Ink, picture: str = "") -> None:
        """Put a stretch of text, or a picture, at its end."""
        width = _picture_width(picture, ink) if picture else ink.width(text)
        self.parts.append(Part(text, width, ink, picture))
        self.width += width


def held_together(words: Iterable[Word], most: float) -> Iterator[Word]:
    """Yield words, each number as one word with what it belongs to, a date too, where that is no wider than `most`: no line ends between them."""
    held: Word | None = None
    follows: re.Pattern[str] | None = None
    for word in words:
        if held and follows and held.space and not held.ends and follows.match(word.text) and held.width + word.width < most:
            held.add(" ", held.space)
            for part in word.parts:
                held.add(part.text, part.ink, part.picture)
            held.space, held.gap, held.ends, held.broken = word.space, word.gap, word.ends, word.broken
            follows = NUMBER  # the year, after a month
            continue
        if held:
            yield held
        follows = _what_follows(word.text)
        held = word if follows else None
        if not held:
            yield word
    if held:
        yield held


@cache
def _what_follows(text: str) -> re.Pattern[str] | None:
    """Return how a word begins that no line parts from the word `text`; None where any may."""
    if BEFORE_NUMBER.fullmatch(text):
        return NUMBER
    return _months() if DAY.fullmatch(text) else None


@cache
def _months() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join({name for both in phrases()['months'] for name in both})})\b")


def _picture_width(picture: str, ink: Ink) -> float:
    return ink.size + (1.6 if "made-" in picture else 4.8)


def ink_of(run: Run, face: Face, lang: Lang, previous: Ink | None, scale: float) -> Ink:
    """Return what a run is set in; runs of one link share its structure element, and notes in the text grow by `scale`."""
    italic = run.italic != face.italic
    weight = face.weight or (SEMIBOLD if run.bold else "")
    size, family, colour = face.size, face.family, face.colour
    if run.kind == "note":
        size, family, italic, colour = min(size, NOTE_SIZE * scale), SANS, False, INK
    if run.kind == "ref" and family == SERIF:
        size, family, italic = min(size, REFERENCE_SIZE * scale), SANS, False
    if run.kind in CODE_COLOURS and size >= SMALLEST_COLOURED:
        colour = CODE_COLOURS[run.kind]
    font = font_name(family, weight, italic=italic)
    node = previous.node if run.link and previous and previous.link == run.link else _node(run, lang)
    return Ink(font, size, colour, node, run.link, face.tracking)


def _node(run: Run, lang: Lang) -> Node | None:
    other = run.lang if run.lang != lang else None
    if run.link:
        return Node("Link", other)
    if run.alt:
        return Node("Figure", other, alt=run.alt)
    return Node("Span", other) if other else None


def bits(chunk: str, breaks: re.Pattern[str]) -> Iterator[str]:
    """Yield the parts of a chunk between which a line may end: at / in words, at more signs in addresses, and anywhere in what is endless.

    At the hyphen of hal-hal only where words are hyphenated: in a quote, a hyphen at the end of a line could be either.
    """
    if len(chunk) <= LONG:
        yield from breaks.split(chunk) if "/" in chunk or "-" in chunk else (chunk,)
        return
    for start in range(0, len(chunk), 50 * LONGEST):
        for bit in WITHIN_ADDRESS.split(chunk[start : start + 50 * LONGEST]):
            yield from (bit[place : place + LONGEST] for place in range(0, len(bit), LONGEST))
