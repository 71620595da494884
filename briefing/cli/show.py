"""briefing show: an article in the terminal, with what was kept, dropped and found in it, and why."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing import settings
from briefing.cli.common import Argument, Command, FileName, common
from briefing.cli.report import Report
from briefing.cli.terminal import Speech, say
from briefing.messages import word
from briefing.model.outcome import exit_code

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.model.article import Article
    from briefing.model.finding import Findings, Quote, Rule
    from briefing.model.problem import ExitCode
    from briefing.model.span import Span


@click.command(cls=Command, help="Show an article: what was kept, dropped and found in it, and why.")
@click.argument("source", cls=Argument, type=FileName())
@common
@click.pass_obj
def show(speech: Speech, source: Path) -> ExitCode:
    """Print each article of the source."""
    from briefing import pipeline
    from briefing.finding.report import findings_json
    from briefing.lexicon import load

    load.use(settings.load(Path()).folder)
    outcomes = pipeline.find_all(pipeline.sources([source]))
    found = [outcome.findings for outcome in outcomes if outcome.findings]
    for findings in () if speech.machine else found:
        _show(findings)
    report = Report(
        command="show",
        exit_code=exit_code(outcomes),
        outcomes=outcomes,
        findings=findings_json(found) if speech.machine else None,
    )
    return report.tell(speech)


def _show(findings: Findings) -> None:
    """Print one article: what its source says of itself, its text in the order of the source, and each kind of finding."""
    article = findings.article
    say(f"{article.source.name}  {article.source.media_type}  sha256 {article.source.sha256}", bold=True)
    _lines("", _metadata(article))
    _lines(_("Text: kept (¶) and dropped (–)"), _text(article))
    _lines(_("Speakers"), (" — ".join(filter(None, [s.name_with_titles or s.name, s.office, s.office_en])) for s in findings.speakers))
    _lines(_("Quotes"), (_quote(findings, quote) for quote in findings.quotes))
    _lines(_("Rules"), (_rule(findings, rule) for rule in findings.rules))
    _lines(_("Citations"), _citations(findings))
    _lines(_("Summary"), (_at(article, span) for span in findings.summary))


def _lines(heading: str, lines: Iterable[str]) -> None:
    if heading:
        say("")
        say(heading, bold=True)
    for line in list(lines) or ["–"]:
        say("  " + line, dim=line.startswith("–") or None)


def _metadata(article: Article) -> Iterable[str]:
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
        where = f"   [{word(found.how)}: {_one_line(found.span.of(article.source_text))}]" if found else ""
        value = getattr(article, field) or _("not stated")
        yield f"{name + ':':<12} {value}{where}"


def _text(article: Article) -> Iterable[str]:
    """Yield the paragraphs and what was dropped between them, as they follow one another in the source."""
    kept = [(article.offsets.to_source(span).start, _at(article, span)) for span in article.paragraphs]
    dropped = [(drop.span.start, f"– [{word(drop.reason)}] {_one_line(drop.span.of(article.source_text))}") for drop in article.dropped]
    return (line for _start, line in sorted(kept + dropped))


def _quote(findings: Findings, quote: Quote) -> str:
    kind = _("direct") if quote.kind == "direct" else _("indirect")
    why = _joined(kind, quote.cue, word(quote.reason))
    return f"{_at(findings.article, quote.span)} — {_who(findings, quote.speaker)} [{why}]"


def _rule(findings: Findings, rule: Rule) -> str:
    why = _joined(*map(word, (*rule.type, *rule.addressee)), rule.cue, *rule.points)
    return f"{_at(findings.article, rule.span)} — {_who(findings, rule.speaker)} [{why}]"


def _citations(findings: Findings) -> Iterable[str]:
    for citation in findings.citations:
        statuses = (word(status) for status in (citation.status_then, citation.status_now) if status)
        resolved = " ".join([citation.instrument or "–", *citation.articles])
        why = _joined(word(citation.resolved_by), *statuses, *map(word, citation.notes))
        yield f"{_at(findings.article, citation.span)} — {resolved} [{why}]"


def _at(article: Article, span: Span) -> str:
    number = next(number for number, paragraph in enumerate(article.paragraphs, 1) if paragraph.overlaps(span))
    return f"¶{number} {_one_line(span.of(article.text))}"


def _who(findings: Findings, identifier: str | None) -> str:
    speaker = findings.speaker(identifier)
    return _joined(speaker.name, speaker.office) if speaker else _("nobody named")


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def _one_line(text: str) -> str:
    return " ".join(text.split())
