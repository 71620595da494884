"""Institutions that a text names although they no longer existed on its day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.lexicon.bodies import bodies
from briefing.model.problem import Problem
from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

_SENTENCE = re.compile(r"[^.!?\n]*\Z"), re.compile(r"[^.!?\n]*")
# Who writes this knows that the institution is gone, or tells of what it once did or signed.
_TOLD = re.compile(
    r"\b(?:di)?(?:bubar|hapus|lebur)\w*|\b(?:berhenti|beralih|diambil alih|eks|mantan|bekas|dulu|dahulu|sebelumnya|SKB|Keputusan Bersama)\b",
    re.IGNORECASE,
)
_LONGEST = 400  # code points of a sentence that are looked at on either side


def find_gone(text: str, day: date | None) -> tuple[Problem, ...]:
    """Return a doubt for each institution that was gone on `day` and is named as if it were not, at its first such place; none without a day."""
    return tuple(_gone(text, day)) if day else ()


def _gone(text: str, day: date) -> Iterator[Problem]:
    for body in bodies():
        if day < body.until or not body.basis.is_printable:
            continue
        for match in re.finditer(rf"\b(?:{'|'.join(map(re.escape, body.forms))})\b", text):
            before = _SENTENCE[0].search(text, max(0, match.start() - _LONGEST), match.start())
            behind = _SENTENCE[1].match(text, match.end(), match.end() + _LONGEST)
            if not any(part and _TOLD.search(part.group()) for part in (before, behind)):
                span = Span(match.start(), match.end())
                yield Problem(code="body-gone", arguments={"body": match.group(), "since": body.until.isoformat()}, span=span)
                break
