"""Finding all there is to find in one article."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.finding.attribution import Statement, attribute
from briefing.finding.bodies import find_gone
from briefing.finding.citations import find_citations
from briefing.finding.completing import completed
from briefing.finding.confidence import confidence, named_in_order
from briefing.finding.marks import Quoted, find_quoted
from briefing.finding.mentions import find_mentions
from briefing.finding.points import points_at
from briefing.finding.rules import find_rules
from briefing.finding.sentences import find_sentences
from briefing.finding.tokens import is_cut_short
from briefing.lexicon import office_english, offices
from briefing.lexicon.elections import is_on_subject
from briefing.lexicon.speech import cues_in
from briefing.model.finding import Findings, Quote, Speaker
from briefing.model.problem import Problem
from briefing.model.span import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from briefing.finding.people import Person
    from briefing.model.article import Article
    from briefing.model.finding import Confidence

OFF_TOPIC = "off-topic"
_BLANKED_WORDS = 4  # a quoted run of up to so many words stays in the narrative: a nickname, a term


def find(article: Article) -> Findings:
    """Return the quotes, speakers, citations and rules of an article, with doubts as Problems."""
    text = article.text
    quoted = find_quoted(text)
    narrative = _narrative(text, quoted)
    sentences = find_sentences(text, quoted)
    cues = tuple(_outside(quoted, cues_in(narrative)))
    statements, people = attribute(narrative, sentences, quoted, find_mentions(narrative, cues), cues)
    persons = list(dict.fromkeys(id(statement.person) for statement in statements if statement.person))
    by_id = {id(statement.person): statement.person for statement in statements if statement.person}
    names = {key: f"s{number}" for number, key in enumerate(persons, 1)}
    speakers = tuple(_speaker(names[key], by_id[key], text) for key in persons)
    named = named_in_order(people.persons)
    quotes = tuple(_quote(statement, names, text, confidence(statement, named)) for statement in statements)
    citations = find_citations(text, article.law_date)
    rules = find_rules(text, sentences, quotes, citations)
    on_subject = is_on_subject(f"{article.title or ''}\n{text}")
    spans = sorted({*(quote.span for quote in _spoken(quotes)), *(rule.span for rule in rules)}, key=lambda span: span.start)
    points = {span: tuple(match.point for match in points_at(article, span)) for span in spans} if on_subject else {}
    return Findings(
        article=article,
        speakers=speakers,
        quotes=tuple(replace(quote, points=points.get(quote.span, ())) for quote in quotes),
        citations=citations,
        rules=tuple(replace(rule, points=points.get(rule.span, ())) for rule in rules),
        problems=(
            *_doubts(quotes),
            *_unmarked(quotes, quoted),
            *_no_quote(article, quotes),
            *(() if on_subject or citations or not text else (Problem(code=OFF_TOPIC),)),
            *find_gone(text, article.law_date),
        ),
    )


def _spoken(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """Return the direct quotes, or all statements where nobody is quoted: what is chosen from, and so matched to the closed set."""
    return tuple(quote for quote in quotes if quote.kind == "direct") or quotes


def _narrative(text: str, quoted: tuple[Quoted, ...]) -> str:
    """Return the text with the words inside quotes blanked out, paragraph breaks kept: what the article says itself."""
    parts, end = [], 0
    for run in quoted:
        words = run.inner.of(text)
        parts += [text[end : run.inner.start], words if len(words.split()) <= _BLANKED_WORDS else " " * len(words)]
        end = run.inner.end
    return "".join([*parts, text[end:]])


def _outside(quoted: tuple[Quoted, ...], cues: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Yield the cues that stand in no quote: those of a short one, as “Tanya Pak Sekda saja”, are still in the narrative."""
    for cue in cues:
        at = bisect_right(quoted, cue.start(), key=lambda run: run.inner.start)
        if not (at and cue.start() < quoted[at - 1].inner.end):
            yield cue


def _speaker(identifier: str, person: Person, text: str) -> Speaker:
    printed = _best_office(person, text)
    full = completed(offices.expand(printed), text) if printed else None
    return Speaker(
        id=identifier,
        name=person.name.of(text) if person.name else None,
        name_with_titles=person.titled.of(text) if person.titled else None,
        office=full,
        office_as_printed=printed,
        office_en=office_english.english(full) if full else None,
        organisation=offices.organisation(full) if full else None,
        mentions=tuple(mention.span for mention in person.mentions),
    )


def _best_office(person: Person, text: str) -> str | None:
    """Return the first office that says more than its bare head ("Sekda Pati", not "Sekda"), in its longest form; else the first of all."""
    printed = list(dict.fromkeys(office.of(text) for office in person.offices))
    first = next((office for office in printed if offices.says_where(office)), printed[0] if printed else None)
    return first and next((office for office in printed if office != first and offices.completes(office, first)), first)


def _quote(statement: Statement, names: dict[int, str], text: str, sure: Confidence) -> Quote:
    name = statement.person.name if statement.person else None
    cut_short = name is not None and is_cut_short(text, name.end)
    return Quote(
        kind=statement.kind,
        span=statement.span,
        speaker=names[id(statement.person)] if statement.person else None,
        cue=statement.cue.of(text) if statement.cue else None,
        attribution=statement.attribution if statement.person else "none",
        reason="name-run-together" if cut_short else statement.reason,
        confidence="low" if cut_short else sure,
    )


def _doubts(quotes: tuple[Quote, ...]) -> tuple[Problem, ...]:
    """Return a doubt for each direct quote, or indirect statement where there is no direct one, whose speaker is unknown or uncertain."""
    told = _spoken(quotes)
    unknown = [Problem(code="speaker-unknown", span=quote.span) for quote in told if quote.speaker is None]
    thin = [
        Problem(code="speaker-uncertain", arguments={"reason": quote.reason}, span=quote.span)
        for quote in told
        if quote.speaker is not None and quote.confidence == "low"
    ]
    return tuple(sorted((*unknown, *thin), key=lambda problem: problem.span or Span(0, 0)))


def _unmarked(quotes: tuple[Quote, ...], quoted: tuple[Quoted, ...]) -> tuple[Problem, ...]:
    """Return a doubt for each direct quote that the article has no marks around."""
    marked = {run.inner.start for run in quoted}
    return tuple(Problem(code="quote-unmarked", span=quote.span) for quote in quotes if quote.kind == "direct" and quote.span.start not in marked)


def _no_quote(article: Article, quotes: tuple[Quote, ...]) -> tuple[Problem, ...]:
    spoken = any(quote.kind == "direct" for quote in quotes)
    return () if spoken or not article.text else (Problem(code="no-quote"),)
