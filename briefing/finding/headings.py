"""Headings within an article: lines of a page that tell of other things, and in which nobody speaks."""

from __future__ import annotations

from briefing.finding.marks import MARK
from briefing.model.span import Span, paragraph_spans

_FEWEST, _MOST = 5, 30  # words of a heading
_SHORT = 4  # letters: shorter words are often small in a heading ("di", "dan", "untuk" are not counted)
_CAPITALS = 0.75  # of the longer words


def find_headings(narrative: str) -> tuple[Span, ...]:
    """Return the paragraphs that read like headings: no stop at their end, no quotation mark, and most words with a capital letter."""
    return tuple(paragraph for paragraph in paragraph_spans(narrative) if _is_heading(paragraph.of(narrative)))


def _is_heading(paragraph: str) -> bool:
    if not paragraph.rstrip()[-1:].isalnum():
        return False
    words = paragraph.split()
    if not _FEWEST <= len(words) <= _MOST or MARK.search(paragraph):
        return False
    longer = [word for word in words if len(word) > _SHORT]
    return bool(longer) and sum(word[0].isupper() for word in longer) / len(longer) >= _CAPITALS
