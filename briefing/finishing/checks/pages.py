"""The pages: all that is drawn belongs to the logical tree, in letters that are what they say, as it was when the pack was built."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.finishing import glyphs
from briefing.finishing.words import folded, short
from briefing.model.problem import Problem
from briefing.rendering.pdf.finish import PRODUCER
from briefing.rendering.pdf.seal import CONTENT_DIGITS, WORDS_DIGITS, seal, words_seal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.finishing.content import Drawn
    from briefing.finishing.opened import Opened

MOST_GLYPHS: Final = 5  # of one font that are named one by one


def check(opened: Opened) -> Iterator[Problem]:
    """Check what is drawn, and in which letters."""
    yield from _owned(opened)
    yield from _letters(opened)
    yield from _sealed(opened)


def _owned(opened: Opened) -> Iterator[Problem]:
    for number, page in enumerate(opened.pages):
        if folded(page.loose):
            yield Problem(code="words-untagged", arguments={"page": number + 1, "text": short(page.loose)})
        for mark, words in page.words.items():
            if folded(words) and (number, mark) not in opened.tree.owned:
                yield Problem(code="words-untagged", arguments={"page": number + 1, "text": short(words)})


def _letters(opened: Opened) -> Iterator[Problem]:
    counts: dict[str, int] = {}
    for page, font, character in glyphs.strange(opened.reader):
        counts[font] = counts.get(font, 0) + 1
        if not character:
            yield Problem(code="font-strange", arguments={"page": page, "font": font or "–"})
        elif counts[font] <= MOST_GLYPHS:
            yield Problem(code="glyph-differs", arguments={"page": page, "font": font, "character": f"{character} (U+{ord(character[0]):04X})"})


def _sealed(opened: Opened) -> Iterator[Problem]:
    """Check each page by its seal: which words are others than were printed, else whether anything of it is."""
    ours = opened.root.get("/PieceInfo", {}).get(f"/{PRODUCER}", {})
    seals = [str(found) for found in ours.get("/Private", ())]
    if len(seals) != len(opened.pages):
        yield Problem(code="pages-counted", arguments={"found": len(opened.pages), "expected": len(seals)})
    for number, (page, stated) in enumerate(zip(opened.pages, seals, strict=False), 1):
        changed = list(_changed(page, stated))
        for words in changed:
            yield Problem(code="words-changed", arguments={"page": number, "text": short(words) or "–"})
        if not changed and seal(page.stream, ())[:CONTENT_DIGITS] != stated[:CONTENT_DIGITS]:
            yield Problem(code="page-changed", arguments={"page": number})


def _changed(page: Drawn, stated: str) -> Iterator[str]:
    """Yield the words of each marked stretch that has another seal; a drawing has none of its own, for it is no words."""
    count = (len(stated) - CONTENT_DIGITS) // WORDS_DIGITS
    for number in range(max(count, max(page.words, default=-1) + 1)):
        start = CONTENT_DIGITS + WORDS_DIGITS * number
        words = page.words.get(number, "")
        if page.tags.get(number) != "Figure" and words_seal(words) != stated[start : start + WORDS_DIGITS]:
            yield words
