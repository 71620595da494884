"""Rules: sentences that forbid, demand, allow or threaten, in the narrative and inside quotes."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from briefing.finding.sentences import sentences_within
from briefing.lexicon.deontic import addressees, idle_phrases, rule_cues
from briefing.model.finding import Citation, Quote, Rule, RuleType
from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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


def _cues(words: str) -> list[tuple[RuleType, Span]]:
    """Return the types of rule that a sentence states, each with the first words that say so in no idle phrase."""
    cues = rule_cues(words)
    idle = idle_phrases(words) if cues else ()
    stating = ((kind, [cue for cue in places if not any(start <= cue[0] < end for start, end in idle)]) for kind, places in cues.items())
    return [(kind, Span(*places[0])) for kind, places in stating if places]


def _rule(text: str, span: Span, speaker: str | None, citations: Sequence[Citation]) -> Rule | None:
    words = span.of(text)
    found = [] if words.endswith("?") else _cues(words)
    if not found:
        return None
    return Rule(
        span=span,
        type=tuple(kind for kind, _ in found[:_MOST_TYPES]),
        addressee=addressees(words),
        speaker=speaker,
        cue=found[0][1].of(words),
        instrument=next((citation.instrument for citation in citations if span.contains(citation.span) and citation.instrument), None),
    )
