"""The texts that are attached to a pack: each article as it was cleaned, its paragraphs numbered."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from briefing.finishing.words import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

FILE: Final = re.compile(r"artikel-(\d+)\.txt")
HEAD: Final = re.compile(r"(.*)\n(.*), SHA-256 ([0-9a-f]{64})", re.DOTALL)
ELISION: Final = re.compile(r"\s*\[\.\.\.\]\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One attached text: the article's title, the name of its file and the SHA-256 of its original, and its paragraphs as they stand."""

    file: str
    title: str
    name: str
    sha256: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """The cleaned text of the article."""
        return "\n\n".join(self.paragraphs)

    def places(self, words: str) -> tuple[int, ...]:
        """Return the numbers of the paragraphs in which `words` begin, word for word; parts around [...] follow one another."""
        parts = [folded(part) for part in ELISION.split(words.strip())]
        parts = [part for part in parts if part]
        lines = [folded(paragraph) for paragraph in self.paragraphs]
        starts = [0, *accumulate(len(line) + 1 for line in lines)]
        text = " ".join(lines)
        found = (at for at in _all(text, parts[0]) if _follow(text, at + len(parts[0]), parts[1:])) if parts else iter(())
        return tuple(dict.fromkeys(bisect_right(starts, at) for at in found))


def source_of(name: str, data: bytes) -> Source:
    """Return the text in an attached file.

    Raises:
        ValueError: it does not have the form that attached texts have.
    """
    head, *body = data.decode("utf-8").removesuffix("\n").split("\n\n")
    found = HEAD.fullmatch(head)
    if not found:
        message = "its head does not name the file and the SHA-256 of the original"
        raise ValueError(message)
    if any(not paragraph.startswith(f"¶{number} ") for number, paragraph in enumerate(body, 1)):
        message = "its paragraphs are not numbered from ¶1 on"
        raise ValueError(message)
    return Source(file=name, title=found[1], name=found[2], sha256=found[3], paragraphs=tuple(paragraph.split(" ", 1)[1] for paragraph in body))


def _all(text: str, words: str) -> list[int]:
    found, at = [], text.find(words)
    while at >= 0:
        if _is_whole(text, at, at + len(words)):
            found.append(at)
        at = text.find(words, at + 1)
    return found


def _follow(text: str, start: int, parts: Sequence[str]) -> bool:
    """Whether the parts stand in `text` from `start` on, one after the other."""
    for part in parts:
        at = next((at for at in _all(text[start:], part)), -1)
        if at < 0:
            return False
        start += at + len(part)
    return True


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word is cut at either end."""
    before, after = text[max(0, start - 1) : start + 1], text[end - 1 : end + 1]
    return not (len(before) == 2 and start and before.isalnum()) and not (len(after) == 2 and after.isalnum())
