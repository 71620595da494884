"""Which quotes and sentences of an article are printed: a ranking by the features and weights of lexicon/id/selection.toml."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from briefing.editing.passages import whole_sentences
from briefing.editing.words import content_words, same_point, threshold
from briefing.finding.marks import MARK
from briefing.lexicon.load import table
from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.model.finding import Findings, Quote


_RULE_FEATURES = {"permission": "right", "agreement": "definition"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A passage that may be printed, its score, and the features of selection.toml that add up to it."""

    span: Span
    text: str
    speaker: str | None
    score: float
    features: tuple[str, ...]


Cost = Callable[[Ranked, list[Ranked]], float]


def rank(findings: Findings, span: Span, speaker: str | None, *given: str) -> Ranked:
    """Return a passage of an article with its score; `given` are features that the caller knows it to have."""
    text = span.of(findings.article.text)
    present = {*given, *_rule_feature(findings, span), *_length_feature(text)}
    if speaker is not None:
        present.add("speaker")
    if any(citation.span.overlaps(span) for citation in findings.citations):
        present.add("law")
    title = content_words(findings.article.title or "")
    if title and len(title & content_words(text)) >= threshold("headline") * len(title):
        present.add("headline")
    bare = MARK.sub("", text).strip()
    present.update(name for name, pattern in _patterns() if pattern.search(bare))
    features = tuple(name for name in _weights() if name in present)
    return Ranked(span=span, text=text, speaker=speaker, score=sum(_weights()[name] for name in features), features=features)


def leans(text: str) -> bool:
    """Return whether a sentence leans on the one before it, so that it says little alone ("Dia menilai …", "Hal ini …")."""
    return dict(_patterns())["leaning"].search(text) is not None


def choose(ranked: Iterable[Ranked], limit: int, cost: Cost) -> list[Ranked]:
    """Return up to `limit` passages, the best first, none of which makes the point of an earlier one.

    `cost` is added to the score of a passage for what was chosen before it; of equals the earlier is taken.
    """
    remaining, chosen = list(ranked), list[Ranked]()
    while remaining and len(chosen) < limit:
        ranking = sorted(remaining, key=lambda passage: -passage.score - cost(passage, chosen))
        best = next((passage for passage in ranking if not any(same_point(passage.text, other.text) for other in chosen)), None)
        if best is None:
            break
        remaining.remove(best)
        chosen.append(best)
    return chosen


def within(chosen: list[Ranked], limit: int, length: float) -> list[Ranked]:
    """Return the passages chosen, without the last of `limit` where all of them together have more than `length` code points."""
    return chosen[: limit - 1] if sum(len(passage.text) for passage in chosen) > length else chosen


def rank_quotes(findings: Findings) -> tuple[Ranked, ...]:
    """Return the direct quotes of an article, or its indirect statements where it has none, in text order, each with its score."""
    direct = [quote for quote in findings.quotes if quote.kind == "direct"]
    return tuple(rank(findings, quote.span, quote.speaker, quote.kind) for quote in direct or findings.quotes)


def key_quotes(findings: Findings, limit: int = 5) -> tuple[Quote, ...]:
    """Return the quotes worth printing, at most `limit`, in text order.

    No point is made twice and speakers take turns; a quote below the floor is left out, but never the only one left.
    """
    ranked = rank_quotes(findings)
    worthy = [quote for quote in ranked if quote.score >= threshold("floor")]
    chosen = {quote.span for quote in choose(worthy or ranked, limit if worthy else min(limit, 1), _same_speaker)}
    return tuple(quote for quote in findings.quotes if quote.span in chosen)


def rank_sentences(findings: Findings, quotes: Sequence[Quote]) -> tuple[Ranked, ...]:
    """Return the sentences of an article that hold no direct speech, in text order, each with its score beside the key quotes given."""
    text = findings.article.text
    speech = [quote.span for quote in findings.quotes if quote.kind == "direct"]
    heard = {quote.speaker for quote in quotes}
    ranked = []
    for position, span in enumerate(whole_sentences(text)):
        if any(span.overlaps(other) for other in speech) or MARK.search(span.of(text)):
            continue
        statement = next((quote for quote in findings.quotes if quote.kind == "indirect" and quote.span.overlaps(span)), None)
        speaker = statement.speaker if statement else None
        given = {"lead": position == 0, "reported": statement is not None, "unheard": speaker is not None and speaker not in heard}
        ranked.append(rank(findings, span, speaker, *(name for name, holds in given.items() if holds)))
    return tuple(ranked)


def summary_sentences(findings: Findings, quotes: Sequence[Quote], limit: int = 4) -> tuple[Ranked, ...]:
    """Return whole sentences that tell the news of an article beside its key quotes, at most `limit`, in text order."""
    article = findings.article.text
    said = [quote.span.of(article) for quote in quotes]
    fresh = [
        sentence
        for sentence in rank_sentences(findings, quotes)
        if sentence.score >= threshold("summary_floor") and not any(same_point(sentence.text, text) for text in said)
    ]

    def cost(sentence: Ranked, chosen: list[Ranked]) -> float:
        thirds = [other.span.start * 3 // len(article) for other in chosen]
        return _same_speaker(sentence, chosen) + threshold("same_third") * thirds.count(sentence.span.start * 3 // len(article))

    fitting = within(choose(fresh, limit, cost), limit, threshold("summary_length"))
    return tuple(sorted(fitting, key=lambda sentence: sentence.span))


def summarized(findings: Findings) -> Findings:
    """Return the findings with the summary of their article."""
    return replace(findings, summary=tuple(sentence.span for sentence in summary_sentences(findings, key_quotes(findings))))


def _same_speaker(passage: Ranked, chosen: list[Ranked]) -> float:
    return threshold("same_speaker") * sum(passage.speaker == other.speaker for other in chosen if passage.speaker is not None)


def _rule_feature(findings: Findings, span: Span) -> list[str]:
    """Return the weightiest type of the rules that lie in the passage, as a feature; empty for none."""
    types = [kind for rule in findings.rules if rule.span.overlaps(span) for kind in rule.type]
    return sorted((_RULE_FEATURES.get(kind, kind) for kind in types), key=lambda name: -_weights()[name])[:1]


def _length_feature(text: str) -> list[str]:
    """Return the feature for a length out of the ordinary, in code points."""
    return ["short"] if len(text) < 50 else ["endless"] if len(text) > 1200 else ["long"] if len(text) > 600 else []


@cache
def _weights() -> dict[str, float]:
    return {entry["name"]: entry["weight"] for entry in table("id/selection.toml")["feature"]}


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    entries = [entry for entry in table("id/selection.toml")["feature"] if "pattern" in entry]
    return tuple((entry["name"], re.compile(rf"(?<!\w)(?:{entry['pattern']})(?!\w)", re.IGNORECASE)) for entry in entries)
