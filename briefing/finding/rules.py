"""Rules: sentences that forbid, demand, allow or threaten, in the narrative and inside quotes."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from briefing.finding.sentences import sentences_within
from briefing.lexicon.deontic import addressee_patterns, idle_phrases, rule_patterns
from briefing.model.finding import Citation, Quote, Rule, RuleType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.model.span import Span

_SLOGAN = re.compile(r'["“”„][^"“”„]+["“”„][.!]?')  # in marks and nobody's speech
_MOST_TYPES = 2  # a sentence that would be more is named by its weightiest two


def find_rules(text: str, sentences: Sequence[Span], quotes: Sequence[Quote], citations: Sequence[Citation]) -> tuple[Rule, ...]:
    """Return the rules of an article in order: each a whole sentence of the narrative, or a whole sentence inside a direct quote."""
    direct = [quote for quote in quotes if quote.kind == "direct"]
    indirect = {quote.span: quote.speaker for quote in quotes if quote.kind == "indirect"}
    rules = []
    for sentence in sentences:
        for span, speaker in _carriers(text, sentence, direct, indirect):
            rule = _rule(text, span, speaker, citations)
            if rule:
                rules.append(rule)
    return tuple(rules)


def _carriers(text: str, sentence: Span, direct: Sequence[Quote], indirect: dict[Span, str | None]) -> Iterator[tuple[Span, str | None]]:
    """Yield what of a sentence may carry a rule, with who says it: the sentences of its quotes, or else itself."""
    at = bisect_right(direct, sentence.start, key=lambda quote: quote.span.end)
    held = []
    while at < len(direct) and direct[at].span.start < sentence.end:
        held.append(direct[at])
        at += 1
    if not held and not _SLOGAN.fullmatch(sentence.of(text)):
        yield sentence, indirect.get(sentence)
    for quote in held:
        for part in sentences_within(text, quote.span):
            yield part, quote.speaker


def _stating(pattern: re.Pattern[str], words: str, idle: Sequence[tuple[int, int]]) -> re.Match[str] | None:
    """Return the first word of a rule that stands in no idle phrase."""
    return next((match for match in pattern.finditer(words) if not any(start <= match.start() < end for start, end in idle)), None)


def _rule(text: str, span: Span, speaker: str | None, citations: Sequence[Citation]) -> Rule | None:
    words = span.of(text)
    if words.endswith("?"):
        return None
    idle = idle_phrases(words)
    found = [(kind, match) for kind, pattern in rule_patterns() if (match := _stating(pattern, words, idle))]
    if not found:
        return None
    types: tuple[RuleType, ...] = tuple(kind for kind, _ in found[:_MOST_TYPES])
    return Rule(
        span=span,
        type=types,
        addressee=tuple(code for code, pattern in addressee_patterns() if pattern.search(words)),
        speaker=speaker,
        cue=found[0][1].group(),
        instrument=next((citation.instrument for citation in citations if span.contains(citation.span) and citation.instrument), None),
    )
