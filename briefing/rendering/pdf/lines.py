"""From runs of text to lines of a given width."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from briefing.rendering.pdf import fonts
from briefing.rendering.pdf.characters import printed, unprintable
from briefing.rendering.pdf.hyphenation import divisions
from briefing.rendering.pdf.words import AT_HYPHENS_TOO, AT_SLASHES, LONG, Ink, Part, Word, bits, held_together, ink_of

if TYPE_CHECKING:
    from briefing.model.document import Lang, Run
    from briefing.rendering.pdf.style import Face

SOFT_HYPHEN = "\u00ad"
CHUNKS = re.compile(r"\n| |[^ \n]+")
TOLERANCE = 0.01
# The share of the width that the last two words may take where the last would stand alone: more would leave a gap above.
COMPANY = 1 / 3
NOWHERE = (0, 0)  # the pages of what is not laid out yet
MOST_HELD = 2 / 3  # of the width, which a number may take with what it belongs to


class Fragment(NamedTuple):
    """A stretch of a line in one ink, `x` from the line's beginning; or a picture of the height `ink.size`."""

    x: float
    text: str
    width: float
    ink: Ink
    picture: str = ""


class Line(NamedTuple):
    """A line: its fragments and its width without the space at its end."""

    fragments: tuple[Fragment, ...]
    width: float


@dataclass(slots=True)
class Typesetter:
    """Breaks paragraphs into lines; `pages` answers page references, `missing` collects characters that no font has.

    `scale` is by how much drawings and indents grow with the type; `asked` collects the answers.
    """

    pages: Mapping[str, tuple[int, int]]
    scale: float = 1.0
    missing: set[str] = field(default_factory=set)
    known: dict[object, tuple[Line, ...]] = field(default_factory=dict)
    asked: dict[str, tuple[int, int]] = field(default_factory=dict)
    measured: dict[tuple[str, str, float, float, bool], list[list[tuple[str, str, float]]]] = field(default_factory=dict)

    def lines(self, runs: Iterable[Run], face: Face, width: float, lang: Lang, *, first: float = 0) -> tuple[Line, ...]:
        """Return the lines of a paragraph `width` wide, whose first line begins `first` further right.

        Plain paragraphs are remembered: the second layout, with the right page numbers, sets them again as they were.
        """
        runs = tuple(runs)
        if any(run.link or run.lang or run.alt for run in runs):
            return self._lines(runs, face, width, lang, first)
        key = (runs, face, width, lang, first)
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = self._lines(runs, face, width, lang, first)
        return found

    def _lines(self, runs: Iterable[Run], face: Face, width: float, lang: Lang, first: float) -> tuple[Line, ...]:
        words = list(held_together(self._words(runs, face, lang), width * MOST_HELD))
        if face.balance:
            width = _balanced(words, width)
        filled = list(_fill(words, width, first, None))
        if face.hyphenate:
            divided = list(_fill(words, width, first, lang))
            filled = divided if len(divided) < len(filled) else filled  # a hyphen that saves no line is none to read over
        _keep_company(filled, width)
        return tuple(_line(line, last=number == len(filled)) for number, line in enumerate(filled, 1))

    def text_of(self, run: Run) -> str:
        """Return the words of a run; the page or pages of its target for a page reference."""
        if run.kind not in {"page", "pages"} or not run.link:
            return run.text
        target = run.link.removeprefix("#")
        first, last = self.asked[target] = self.pages.get(target, NOWHERE)
        return f"{first}–{last}" if run.kind == "pages" and last > first else str(first)

    def stands(self, asked: Mapping[str, tuple[int, int]]) -> bool:
        """Whether these answers would be given again."""
        return all(self.pages.get(target, NOWHERE) == answer for target, answer in asked.items())

    def _words(self, runs: Iterable[Run], face: Face, lang: Lang) -> list[Word]:
        words = [Word()]
        previous: Ink | None = None
        for run in runs:
            ink = ink_of(run, face, lang, previous, self.scale)
            previous = ink
            if run.picture:
                words[-1].add("", ink, run.picture)
            gap, text = ink.width(" "), self.text_of(run)
            self.missing |= unprintable(text)
            for chunk in CHUNKS.findall(printed(text)):
                if chunk in " \n":
                    words[-1].space, words[-1].ends = ink, chunk == "\n"
                    words[-1].gap = 0.0 if chunk == "\n" else gap
                    words.append(Word())
                else:
                    self._add(words, chunk, ink, hyphens=face.hyphenate)
        return [word for word in words if word.parts or word.ends]

    def _add(self, words: list[Word], chunk: str, ink: Ink, *, hyphens: bool) -> None:
        for number, bit in enumerate(self._bits(chunk, ink, hyphens=hyphens)):
            if number:
                words.append(Word())
            word = words[-1]
            word.broken = len(chunk) > LONG
            for text, font, width in bit:
                word.parts.append(Part(text, width, ink if font == ink.font else ink._replace(font=font)))
                word.width += width

    def _bits(self, chunk: str, ink: Ink, *, hyphens: bool) -> list[list[tuple[str, str, float]]]:
        """Return the bits of a chunk between which a line may end, each as its texts with font and width; most words occur many times."""
        key = chunk, ink.font, ink.size, ink.tracking, hyphens
        if key not in self.measured:
            self.measured[key] = [
                [(text, font, fonts.width(text, font, ink.size) + ink.tracking * len(text)) for font, text in fonts.stretches(bit, ink.font)]
                for bit in bits(chunk, AT_HYPHENS_TOO if hyphens else AT_SLASHES)
            ]
        return self.measured[key]


def _fill(words: Iterable[Word], width: float, first: float, lang: Lang | None) -> Iterator[list[Word]]:
    """Yield lines of words, each as full as can be."""
    line: list[Word] = []
    x, room = 0.0, width - first
    for whole in words:
        word = whole
        while (line and x + word.width > room + TOLERANCE) or word.width > room + TOLERANCE:
            endless = word.width > room and (not line or line[-1].space is None)
            head, tail = _divide(word, room - x, lang, least=(0 if line else 1) if endless else None)
            if head:
                line.append(head)
            if not line:
                break
            yield line
            line, x, room, word = [], 0.0, width, tail
        line.append(word)
        x += word.width + word.gap
        if word.ends:
            yield line
            line, x, room = [], 0.0, width
    if line:
        yield line


def _divide(word: Word, room: float, lang: Lang | None, *, least: int | None) -> tuple[Word | None, Word]:
    """Return the part of a word that fits into `room`, and the rest; (None, word) where it may not be divided.

    With `least` it may be divided anywhere, after so many letters at least.
    """
    text, _, ink, picture = word.parts[0]
    if least is not None and not picture:
        count = max(least, sum(1 for end in range(1, len(text) + 1) if ink.width(text[:end]) <= room))
        if count and (count < len(text) or len(word.parts) > 1):
            return _part(text[:count], ink), _rest(word, text[count:])
    if lang and not word.broken and len(word.parts) == 1:
        for place in reversed(divisions(text, lang)):
            head = _part(text[:place] + SOFT_HYPHEN, ink)
            if head.width <= room:
                return head, _rest(word, text[place:])
    return None, word


def _part(text: str, ink: Ink) -> Word:
    word = Word()
    word.add(text, ink)
    return word


def _rest(word: Word, text: str) -> Word:
    rest = Word(space=word.space, gap=word.gap, ends=word.ends, broken=word.broken)
    if text:
        rest.add(text, word.parts[0].ink)
    for part in word.parts[1:]:
        rest.add(part.text, part.ink, part.picture)
    return rest


def _balanced(words: Sequence[Word], width: float) -> float:
    """Return the smallest width that keeps the number of lines, by nine halvings; no smaller than the longest word."""
    goal = sum(1 for _ in _fill(words, width, 0, None))
    low, high = max((word.width for word in words), default=0), width
    for _ in range(9 if low < width else 0):
        middle = (low + high) / 2
        if sum(1 for _ in _fill(words, middle, 0, None)) <= goal:
            high = middle
        else:
            low = middle
    return high


def _keep_company(lines: list[list[Word]], width: float) -> None:
    """Bring a word down to the last line where that has only a short one."""
    if len(lines) < 2 or len(lines[-1]) != 1 or len(lines[-2]) < 3:
        return
    word = lines[-2][-1]
    if word.space and not word.ends and word.width + word.gap + lines[-1][0].width <= width * COMPANY:
        lines[-1].insert(0, lines[-2].pop())


def _line(words: Sequence[Word], *, last: bool) -> Line:
    """Return the words as fragments, as few as there are inks; a space that the line's end swallowed stays in the text."""
    builder = _LineBuilder()
    for number, word in enumerate(words, 1):
        for text, width, ink, picture in word.parts:
            builder.add(text, width, ink, picture)
        if word.space and (number < len(words) or not last):
            builder.add(" ", word.gap if number < len(words) else 0.0, word.space)
    return builder.line()


@dataclass(slots=True)
class _LineBuilder:
    """A line as it grows: finished fragments, and the texts of the one that is open, which began at `start` in `ink`."""

    fragments: list[Fragment] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    ink: Ink | None = None
    start: float = 0.0
    x: float = 0.0

    def add(self, text: str, width: float, ink: Ink, picture: str = "") -> None:
        if picture or (ink is not self.ink and ink != self.ink):
            self.close()
            self.ink, self.start = ink, self.x
        if picture:
            self.fragments.append(Fragment(self.x, "", width, ink, picture))
            self.ink = None
        else:
            self.texts.append(text)
        self.x += width

    def close(self) -> None:
        if self.texts and self.ink:
            self.fragments.append(Fragment(self.start, "".join(self.texts), self.x - self.start, self.ink))
            self.texts = []

    def line(self) -> Line:
        self.close()
        return Line(tuple(self.fragments), self.x)
