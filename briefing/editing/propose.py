"""The draft that the program proposes from its findings: who is one person, and what is worth printing."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.editing import cover
from briefing.editing.draft import Cited, Cover, Draft, DraftArticle, DraftPerson, Passage
from briefing.editing.merge import main_type, merge_people, merge_rules, person_at
from briefing.editing.passages import all_sentences, with_conditions
from briefing.editing.points import front_passages
from briefing.editing.select import key_quotes, rank_quotes, summary_sentences
from briefing.finding.find import OFF_TOPIC
from briefing.lexicon.deontic import is_aside
from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.editing.draft import PassageKind
    from briefing.editing.merge import MergedPerson
    from briefing.model.finding import Findings, Quote
    from briefing.model.problem import Problem
    from briefing.settings import Settings


def propose(findings: Sequence[Findings], files: Sequence[str], settings: Settings, quotes: int = 5) -> tuple[Draft, tuple[Problem, ...]]:
    """Return the draft of the articles in the order given, and the doubts that concern no single article.

    Args:
        findings: What was found in each article.
        files: Where each article was read from, as the correction file shall name it.
        settings: What the office set: paper, languages, profile.
        quotes: How many key quotes an article has at most.
    """
    people, problems = merge_people(findings)
    own = [found for found in findings if not found.copy_of]
    articles = [_article(number, found, file, people, quotes) for number, (found, file) in enumerate(zip(findings, files, strict=True), 1)]
    draft = Draft(
        cover=Cover(
            title=cover.title(own),
            audience=cover.audience(own),
            languages=settings.languages,
            profile=settings.profile,
            paper=settings.paper,
            greyscale=settings.greyscale,
            large_print=settings.large_print,
            quotes=quotes,
        ),
        articles=_distinct(articles),
        people=tuple(DraftPerson(speaker=replace(person.speaker, id=person.id)) for person in people),
    )
    return _fronted(draft), problems


def passage_id(kind: PassageKind, words: str) -> str:
    """Return the id of a passage: it depends on nothing but its words, so that another version of the program gives the same."""
    return f"{kind[0]}-{_digest(words)}"


def _article(number: int, found: Findings, file: str, people: Sequence[MergedPerson], quotes: int) -> DraftArticle:
    text = found.article.text
    chosen = key_quotes(found, quotes)
    passages = (*_quotes(number, found, people, chosen), *_rules(number, found, people), *_sentences(number, found, people, chosen))
    cited = [Cited(id=f"c-{_digest(citation.span.of(text))}", citation=citation) for citation in found.citations]
    return DraftArticle(
        id=f"a-{found.article.source.sha256[:6]}",
        file=file,
        findings=found,
        keep=found.copy_of is None,
        passages=tuple(replace(item, id=name) for item, name in zip(passages, _numbered([item.id for item in passages]), strict=True)),
        citations=tuple(replace(item, id=name) for item, name in zip(cited, _numbered([item.id for item in cited]), strict=True)),
    )


def _quotes(number: int, found: Findings, people: Sequence[MergedPerson], chosen: Sequence[Quote]) -> Iterator[Passage]:
    text = found.article.text
    sentences = all_sentences(text)
    offered = {ranked.span for ranked in rank_quotes(found)}
    for quote in found.quotes:
        span = quote.span if quote.kind == "direct" else with_conditions(quote.span, text, sentences)
        yield Passage(
            id=passage_id("quote", span.of(text)),
            kind="quote",
            span=span,
            speaker=person_at(people, number, quote.speaker),
            keep=quote in chosen,
            spoken=quote.kind == "direct",
            listed=quote.span in offered,
            points=quote.points,
            cue=quote.cue or "" if quote.confidence != "low" else "",
        )


def _rules(number: int, found: Findings, people: Sequence[MergedPerson]) -> Iterator[Passage]:
    """Yield the rules of one article, each with its conditions, which are no rules of their own; what only sounds like a rule is not kept.

    Nor is any of an article off the topic, where words alone make a rule.
    """
    text = found.article.text
    sentences = all_sentences(text)
    covered = -1
    is_on_topic = all(problem.code != OFF_TOPIC for problem in found.problems)
    for rule in found.rules:
        if rule.span.end <= covered:
            continue
        span = Span(rule.span.start, with_conditions(rule.span, text, sentences).end)
        covered = span.end
        within = [other for other in found.rules if span.contains(other.span)]
        yield Passage(
            id=passage_id("rule", span.of(text)),
            kind="rule",
            span=span,
            speaker=person_at(people, number, rule.speaker),
            keep=is_on_topic and not is_aside(rule.span.of(text)),
            spoken=any(quote.kind == "direct" and quote.span.contains(rule.span) for quote in found.quotes),
            type=main_type(rule.type, rule.span.of(text)),
            instrument=rule.instrument,
            points=tuple(dict.fromkeys(name for other in within for name in other.points)),
        )


def _sentences(number: int, found: Findings, people: Sequence[MergedPerson], chosen: Sequence[Quote]) -> Iterator[Passage]:
    for sentence in summary_sentences(found, chosen):
        speaker = person_at(people, number, sentence.speaker)
        yield Passage(id=passage_id("sentence", sentence.text), kind="sentence", span=sentence.span, speaker=speaker, keep=True)


def _fronted(draft: Draft) -> Draft:
    """Return the draft with the passages marked that belong on the one-page summary; a copy of an article has none."""
    printed = draft.printed
    front = {(printed[number - 1].id, name) for number, name in front_passages(printed, merge_rules(printed))}
    articles = tuple(
        replace(article, passages=tuple(replace(passage, front=(article.id, passage.id) in front) for passage in article.passages))
        for article in draft.articles
    )
    return replace(draft, articles=articles)


def _distinct(articles: Sequence[DraftArticle]) -> tuple[DraftArticle, ...]:
    """Return the articles with ids of their own, also where the same text was given twice."""
    names = _numbered([article.id for article in articles])
    return tuple(replace(article, id=name) for article, name in zip(articles, names, strict=True))


def _numbered(names: Sequence[str]) -> Iterator[str]:
    """Yield the names, those that occur again with their number: x, x-2, x-3."""
    seen: Counter[str] = Counter()
    for name in names:
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name}-{seen[name]}"


def _digest(words: str) -> str:
    return hashlib.sha256(re.sub(r"\s+", " ", words).encode()).hexdigest()[:6]
