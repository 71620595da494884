"""Quotes made shorter by naming the first and the last words of each piece that stays: nothing but runs of the original can be kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_ELLIPSIS = re.compile(r"\s*(?:\.{3,}|…|\[\.\.\.\]|\[…\])\s*")
_SAME = {'"': '["“”„]', "“": '["“”„]', "”": '["“”„]', "'": "['‘’]", "‘": "['‘’]", "’": "['‘’]"}


def pieces(text: str, kept: Sequence[str]) -> tuple[Span, ...]:
    """Return the runs of `text` that `kept` names, in order: each as "first words ... last words", or by all its words; two that touch are one.

    Raises:
        ValueError: its argument is the piece that is no run of `text` behind the piece before it.
    """
    found: list[Span] = []
    for piece in kept:
        start = found[-1].end if found else 0
        first, *rest = _ELLIPSIS.split(piece.strip(), maxsplit=1)
        last = "".join(rest)
        opening = find_words(text, first, start)
        closing = find_words(text, last, opening.end) if opening and last else opening
        if not opening or not closing:
            raise ValueError(piece)
        start = opening.start
        if found and not text[found[-1].end : start].strip():
            start = found.pop().start  # nothing is left out between the two
        found.append(Span(start, closing.end))
    return tuple(found)


def find_words(text: str, words: str, start: int = 0) -> Span | None:
    """Return where `words` stand in `text` from `start` on, however they are spaced and whichever quotation marks they have; None for nowhere."""
    pattern = r"\s+".join("".join(_SAME.get(character, re.escape(character)) for character in word) for word in words.split())
    match = re.compile(rf"(?<!\w){pattern}(?!\w)" if pattern else r"(?!)").search(text, start)
    return Span(*match.span()) if match else None
