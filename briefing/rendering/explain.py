"""What was found in an article and why, in words: for the terminal, and for the page of `briefing show --html`."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, NamedTuple

from briefing.messages import language_in_use, note, word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.article import Article
    from briefing.model.finding import Citation, Findings, Quote, Rule
    from briefing.model.problem import Problem
    from briefing.model.span import Span


class Stated(NamedTuple):
    """One thing that a source says of itself: its name, its value ("" for none), how and in which words that was found ("" for nothing)."""

    name: str
    value: str
    how: str
    words: str


def stated(article: Article) -> Iterator[Stated]:
    """Yield title, outlet, address, author, date of publication, date of the event and place of an article."""
    names = {
        "title": _("Title"),
        "outlet": _("Outlet"),
        "url": _("Address"),
        "author": _("Author"),
        "published": _("Published"),
        "event_date": _("Event"),
        "place": _("Place"),
    }
    evidence = {found.field: found for found in article.evidence}
    for field, name in names.items():
        found = evidence.get(field)
        words = one_line(found.span.of(article.source_text)) if found else ""
        yield Stated(name, getattr(article, field) or "", word(found.how) if found else "", words)


def speaker_line(findings: Findings, identifier: str | None) -> str:
    """Return name and office of a speaker, or that nobody is named."""
    speaker = findings.speaker(identifier)
    return joined(speaker.name, speaker.office) if speaker else _("nobody named")


def why_quote(quote: Quote, article: Article) -> str:
    """Return the kind of a quote, its cue, why it has this speaker, how far that can be trusted, and the statements that it makes."""
    kind = _("direct") if quote.kind == "direct" else _("indirect")
    return joined(kind, quote.cue, word(quote.reason), word(quote.confidence), *_statements(article, quote.span, quote.points))


def why_rule(rule: Rule, article: Article) -> str:
    """Return the types of a rule, whom it binds, the word that says so, and the statements that it makes."""
    return joined(*map(word, (*rule.type, *rule.addressee)), rule.cue, *_statements(article, rule.span, rule.points))


def _statements(article: Article, span: Span, made: tuple[str, ...]) -> Iterator[str]:
    """Yield each statement that was found in some words, in short, with those of them that decided so."""
    from briefing.finding.points import points_at
    from briefing.lexicon.points import point

    for match in points_at(article, span) if made else ():
        statement = point(match.point)
        short = statement.short_id if language_in_use() == "id" else statement.short_en
        yield f"“{short}” ({' … '.join(map(one_line, match.words))})"


def resolved(citation: Citation) -> str:
    """Return the instrument and the articles that a citation leads to."""
    return " ".join([citation.instrument or "–", *citation.articles])


def why_citation(citation: Citation) -> str:
    """Return how a citation was resolved, its status on the day of the article and now, and its notes."""
    return joined(word(citation.resolved_by), statuses(citation), *notes(citation))


def statuses(citation: Citation) -> str:
    """Return the status of the instrument on the day of the article, where that is known, and now."""
    then = _("then {status}").format(status=word(citation.status_then)) if citation.status_then else ""
    now = _("now {status}").format(status=word(citation.status_now)) if citation.status_now else ""
    return "; ".join(filter(None, (then, now)))  # a status may hold a comma


def notes(citation: Citation) -> tuple[str, ...]:
    """Return what must be said beside a citation."""
    return tuple(_note(noted, citation) for noted in citation.notes)


def _note(noted: Problem, citation: Citation) -> str:
    from briefing.lexicon.notes import arguments

    words = arguments(noted, citation)
    return note(noted.code, {name: getattr(phrase, language_in_use()) for name, phrase in words.items()})


def joined(*parts: str | None) -> str:
    """Return the parts that say something, with commas."""
    return ", ".join(part for part in parts if part)


def one_line(text: str) -> str:
    """Return the words of a text on one line."""
    return " ".join(text.split())
