"""An article as a page that shows its evidence: its text with every finding marked in it, who speaks, why, and what was left out.

The page is one file without scripts, links or pictures; templates/evidence.html lays it out. What is private is masked, as in a pack.
"""

from __future__ import annotations

from dataclasses import dataclass
from gettext import gettext as _
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from briefing.editing.personal import mask
from briefing.editing.select import key_quotes
from briefing.files import shipped
from briefing.lexicon.candidates import candidates_in, named_in
from briefing.messages import language_in_use, sentence, word
from briefing.model.span import Span
from briefing.rendering import explain
from briefing.rendering.fill import UNPRINTABLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.model.article import Article
    from briefing.model.finding import Findings
    from briefing.model.outcome import Outcome
    from briefing.model.problem import Problem

MAGIC: Final = b"<!DOCTYPE html>\n<!-- briefing show -->\n"
"""How every page begins, so that none but an earlier page is replaced by one."""

TEMPLATE: Final = "evidence.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A finding as it is marked in the text: `kind` is direct, indirect, rule or citation, `label` its letter and number, `notes` what is said of it."""

    kind: str
    span: Span
    label: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of text in the same marks: those that cover it, the longest outermost, and those that begin with it."""

    text: str
    marks: tuple[Mark, ...]
    opening: tuple[Mark, ...]


def page(outcomes: Sequence[Outcome]) -> str:
    """Return the page of the articles that were read, in the language in use."""
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FileSystemLoader(shipped("templates")),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_printable,
    )
    articles = [_article(outcome.findings, outcome.problems) for outcome in outcomes if outcome.findings]
    words = environment.get_template(TEMPLATE).render(language=language_in_use(), words=_words(), legend=_legend(), articles=articles)
    return MAGIC.decode() + words


def segments(text: str, within: Span, marks: Sequence[Mark]) -> Iterator[Segment]:
    """Yield a paragraph in stretches that no mark begins or ends within."""
    here = sorted((mark for mark in marks if mark.span.overlaps(within)), key=lambda mark: (mark.span.start, -mark.span.end))
    edges = {edge for mark in here for edge in (mark.span.start, mark.span.end) if within.start < edge < within.end}
    cuts = sorted({within.start, within.end, *edges})
    for start, end in pairwise(cuts):
        covering = tuple(mark for mark in here if mark.span.overlaps(Span(start, end)))
        yield Segment(text=text[start:end], marks=covering, opening=tuple(mark for mark in covering if mark.span.start == start))


def _article(found: Findings, problems: Sequence[Problem]) -> dict[str, Any]:
    article = found.article
    marks = tuple(_marks(found))
    return {
        "title": mask(article.title or article.source.name),
        "source": f"{article.source.name} · {article.source.media_type} · SHA-256 {article.source.sha256}",
        "stated": [said._replace(value=mask(said.value), words=mask(said.words)) for said in explain.stated(article)],
        "speakers": [
            (mask(speaker.name_with_titles or speaker.name or ""), speaker.office or "", speaker.office_en or "") for speaker in found.speakers
        ],
        "doubts": [_doubt(problem) for problem in problems if problem.span is None],
        "lines": _lines(article, marks, problems),
    }


def _lines(article: Article, marks: Sequence[Mark], problems: Sequence[Problem]) -> list[dict[str, Any]]:
    """Return the paragraphs and what was dropped between them, as they follow one another in the source."""
    lines: list[tuple[int, dict[str, Any]]] = [
        (drop.span.start, {"reason": word(drop.reason), "words": mask(explain.one_line(drop.span.of(article.source_text)))})
        for drop in article.dropped
    ]
    text = mask(article.text)
    for number, span in enumerate(article.paragraphs, 1):
        paragraph = {
            "number": number,
            "segments": list(segments(text, span, marks)),
            "marks": [mark for mark in marks if span.start <= mark.span.start < span.end],
            "doubts": [_doubt(problem) for problem in problems if problem.span and span.start <= problem.span.start < span.end],
        }
        lines.append((article.offsets.to_source(span).start, paragraph))
    return [line for _start, line in sorted(lines, key=lambda line: line[0])]


def _marks(found: Findings) -> Iterator[Mark]:
    text, chosen = found.article.text, key_quotes(found)
    candidates = candidates_in(text)
    for number, quote in enumerate(found.quotes, 1):
        names = ", ".join(named_in(quote.span.of(text), candidates))
        proposed = _("proposed as a key quote") if quote in chosen else ""
        named = _("names a candidate or a party: {names}").format(names=names) if names else ""
        notes = (explain.speaker_line(found, quote.speaker), explain.why_quote(quote, found.article), proposed, named)
        yield _mark(quote.kind, quote.span, _("Q{number}").format(number=number), *notes)
    for number, rule in enumerate(found.rules, 1):
        label = _("R{number}").format(number=number)
        yield _mark("rule", rule.span, label, explain.speaker_line(found, rule.speaker), explain.why_rule(rule, found.article))
    for number, citation in enumerate(found.citations, 1):
        label = _("L{number}").format(number=number)
        yield _mark("citation", citation.span, label, explain.resolved(citation), explain.why_citation(citation))


def _mark(kind: str, span: Span, label: str, *notes: str) -> Mark:
    return Mark(kind=kind, span=span, label=label, notes=tuple(mask(note) for note in notes if note))


def _doubt(problem: Problem) -> str:
    return mask(sentence(problem.code, problem.arguments))


def _legend() -> dict[str, str]:
    return {
        "direct": _("direct speech, word for word"),
        "indirect": _("sentence that reports what somebody said"),
        "rule": _("sentence that states a rule"),
        "citation": _("law that is cited, with its status on the day of the article and now"),
    }


def _words() -> dict[str, str]:
    return {
        "legend": _("Legend"),
        "speakers": _("Speakers"),
        "doubts": _("To check"),
        "check": _("Check: {doubt}"),
        "text": _("Text: kept (¶) and dropped (–)"),
        "stated": _("What the source says of itself"),
        "missing": _("not stated"),
        "nobody": _("nobody named"),
        "masked": _("Personal numbers and private addresses are shown as x."),
    }


def _printable(value: object) -> object:
    """Return what is put into the page: text without characters that no page can hold or that turn the reading direction."""
    return UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", value) if isinstance(value, str) else value
