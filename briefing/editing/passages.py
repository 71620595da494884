"""The sentences of an article as they may be printed alone: whole, with the conditions that limit them."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from briefing.finding.marks import find_quoted
from briefing.finding.sentences import find_sentences, sentences_within
from briefing.lexicon.load import table
from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.article import Article

_WIDEST_STOP = 10  # code points: what parts two sentences that belong together, an ellipsis and spaces at most


@lru_cache(maxsize=64)  # rules and quotes of an article ask for them in turn
def all_sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences of a cleaned text, and those inside its quoted runs, in order."""
    quoted = find_quoted(text)
    inside = {sentence for run in quoted for sentence in sentences_within(text, run.inner)}
    return tuple(sorted(inside.union(find_sentences(text, quoted))))


def whole_sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences of a cleaned text in order, each with the conditions that follow it in its paragraph."""
    sentences = find_sentences(text, find_quoted(text))
    return tuple(with_conditions(span, text, sentences) for span in sentences if not _limits_another(span, text, sentences))


def with_conditions(span: Span, text: str, sentences: Sequence[Span]) -> Span:
    """Return a passage that ends with its sentence extended over the conditions that follow it: "… tidak masalah. Sepanjang tidak ikut …"."""
    for position in range(bisect_left(sentences, span.end, key=lambda sentence: sentence.start), len(sentences)):
        sentence = sentences[position]
        if sentence.start < span.end:
            continue
        if not _follows(span, sentence, text):
            break
        if _condition().match(text, sentence.start):
            span = Span(span.start, sentence.end)
    return span


def paragraph_number(article: Article, span: Span) -> int:
    """Return the ¶ number, from 1, of the paragraph in which `span` begins."""
    return sum(paragraph.start <= span.start for paragraph in article.paragraphs)


def _limits_another(sentence: Span, text: str, sentences: Sequence[Span]) -> bool:
    return bool(_condition().match(text, sentence.start)) and any(_follows(other, sentence, text) for other in sentences)


def _follows(first: Span, second: Span, text: str) -> bool:
    """Return whether only a stop and spaces stand between two passages."""
    return 0 <= second.start - first.end <= _WIDEST_STOP and not text[first.end : second.start].strip(". ")


@cache
def _condition() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(table('id/selection.toml')['conditions'])})\b", re.IGNORECASE)
