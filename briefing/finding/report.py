"""The findings file: what was found, as JSON for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing.lexicon import law

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.article import Article
    from briefing.model.finding import Citation, Findings, Quote, Rule, Speaker
    from briefing.model.problem import Problem
    from briefing.model.span import Span

FORMAT = "briefing.findings"
VERSION = 1


def findings_json(findings: Sequence[Findings]) -> dict[str, Any]:
    """Return the findings of several articles in the published format; offsets count code points, half-open."""
    return {"format": FORMAT, "version": VERSION, "law_as_of": law.as_of().isoformat(), "articles": [_article(found) for found in findings]}


def _article(found: Findings) -> dict[str, Any]:
    article = found.article
    return {
        "source": {"name": article.source.name, "sha256": article.source.sha256, "media_type": article.source.media_type},
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "author": article.author,
        "published": article.published,
        "event_date": article.event_date,
        "place": article.place,
        "text": article.text,
        "speakers": [_speaker(speaker) for speaker in found.speakers],
        "quotes": [_quote(quote, article) for quote in found.quotes],
        "citations": [_citation(citation, article.text) for citation in found.citations],
        "rules": [_rule(rule, article.text) for rule in found.rules],
        "summary": [_words(span, article.text) for span in found.summary],
        "duplicate_of": found.copy_of,
        "problems": [_problem(problem) for problem in (*article.problems, *found.problems)],
    }


def _words(span: Span, text: str) -> dict[str, Any]:
    return {"text": span.of(text), "span": [span.start, span.end]}


def _speaker(speaker: Speaker) -> dict[str, Any]:
    return {
        "id": speaker.id,
        "name": speaker.name,
        "name_with_titles": speaker.name_with_titles,
        "office": speaker.office,
        "office_as_printed": speaker.office_as_printed,
        "office_en": speaker.office_en,
        "organisation": speaker.organisation,
    }


def _quote(quote: Quote, article: Article) -> dict[str, Any]:
    source = article.offsets.to_source(quote.span)
    return {
        "kind": quote.kind,
        **_words(quote.span, article.text),
        "source_span": [source.start, source.end],
        "speaker": quote.speaker,
        "cue": quote.cue,
        "attribution": quote.attribution,
        "reason": quote.reason,
        "confidence": quote.confidence,
        "points": list(quote.points),
    }


def _citation(citation: Citation, text: str) -> dict[str, Any]:
    return {
        **_words(citation.span, text),
        "kind": citation.kind,
        "number": citation.number,
        "year": citation.year,
        "instrument": citation.instrument,
        "articles": list(citation.articles),
        "resolved_by": citation.resolved_by,
        "status_then": citation.status_then,
        "status_now": citation.status_now,
        "notes": [note.code for note in citation.notes],
    }


def _rule(rule: Rule, text: str) -> dict[str, Any]:
    return {
        **_words(rule.span, text),
        "type": list(rule.type),
        "addressee": list(rule.addressee),
        "speaker": rule.speaker,
        "points": list(rule.points),
        "instrument": rule.instrument,
    }


def _problem(problem: Problem) -> dict[str, Any]:
    span = [problem.span.start, problem.span.end] if problem.span else None
    return {"code": problem.code, "arguments": dict(problem.arguments), "span": span}
