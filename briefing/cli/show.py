"""briefing show: an article in the terminal, with what was kept, dropped and found in it, and why."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing import files, settings
from briefing.cli.common import Argument, Command, FileName, Option, common
from briefing.cli.links import SourceName, fetched
from briefing.cli.report import Report
from briefing.cli.terminal import Speech, say, section
from briefing.messages import word
from briefing.model.outcome import exit_code
from briefing.rendering import explain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.model.article import Article
    from briefing.model.finding import Citation, Findings
    from briefing.model.outcome import Outcome
    from briefing.model.problem import ExitCode
    from briefing.model.span import Span


@click.command(cls=Command, help="Show an article: what was kept, dropped and found in it, and why.")
@click.argument("source", cls=Argument, type=SourceName())
@click.option(
    "--html", cls=Option, type=FileName(), metavar="FILE.html", help="Write that as a page with coloured quotes, speakers and reasons instead."
)
@common
@click.pass_obj
def show(speech: Speech, source: Path | str, html: Path | None) -> ExitCode:
    """Print each article of the source, or write them all as one page."""
    from briefing import intake
    from briefing.finding.report import findings_json
    from briefing.lexicon import load

    load.use(settings.load(Path()).folder)
    if html:
        from briefing.rendering.evidence import MAGIC

        files.check_target(html, MAGIC, example="artikel.html")
    with fetched([source], speech) as paths:
        outcomes = intake.find_all(intake.sources(paths))
    found = [outcome.findings for outcome in outcomes if outcome.findings]
    if html and found:
        _write(html, outcomes, speech)
    for findings in () if html or speech.machine else found:
        _show(findings)
    report = Report(
        command="show",
        exit_code=exit_code(outcomes),
        outcomes=outcomes,
        output=html if found else None,
        findings=findings_json(found) if speech.machine else None,
    )
    return report.tell(speech)


def _write(target: Path, outcomes: Sequence[Outcome], speech: Speech) -> None:
    from briefing.rendering.evidence import page

    files.write_whole(target, page(outcomes).encode("utf-8"))
    if not (speech.quiet or speech.machine):
        articles = sum(outcome.findings is not None for outcome in outcomes)
        say(_("Written: {file} (articles: {articles})").format(file=target, articles=articles))


def _show(findings: Findings) -> None:
    """Print one article: what its source says of itself, its text in the order of the source, and each kind of finding."""
    article = findings.article
    say(f"{article.source.name}  {article.source.media_type}  sha256 {article.source.sha256}", bold=True)
    section("", _metadata(article))
    section(_("Text: kept (¶) and dropped (–)"), _text(article))
    section(_("Speakers"), (" — ".join(filter(None, [s.name_with_titles or s.name, s.office, s.office_en])) for s in findings.speakers))
    section(_("Quotes"), (_found(findings, quote.span, quote.speaker, explain.why_quote(quote, findings.article)) for quote in findings.quotes))
    section(_("Rules"), (_found(findings, rule.span, rule.speaker, explain.why_rule(rule, findings.article)) for rule in findings.rules))
    section(_("Citations"), (_citation(findings, citation) for citation in findings.citations))
    section(_("Summary"), (_at(article, span) for span in findings.summary))


def _metadata(article: Article) -> Iterable[str]:
    for said in explain.stated(article):
        where = f"   [{said.how}: {said.words}]" if said.how else ""
        yield f"{said.name + ':':<12} {said.value or _('not stated')}{where}"


def _text(article: Article) -> Iterable[str]:
    """Yield the paragraphs and what was dropped between them, as they follow one another in the source."""
    kept = [(article.offsets.to_source(span).start, _at(article, span)) for span in article.paragraphs]
    dropped = [(drop.span.start, f"– [{word(drop.reason)}] {explain.one_line(drop.span.of(article.source_text))}") for drop in article.dropped]
    return (line for _start, line in sorted(kept + dropped))


def _found(findings: Findings, span: Span, speaker: str | None, why: str) -> str:
    return f"{_at(findings.article, span)} — {explain.speaker_line(findings, speaker)} [{why}]"


def _citation(findings: Findings, citation: Citation) -> str:
    return f"{_at(findings.article, citation.span)} — {explain.resolved(citation)} [{explain.why_citation(citation)}]"


def _at(article: Article, span: Span) -> str:
    number = next(number for number, paragraph in enumerate(article.paragraphs, 1) if paragraph.overlaps(span))
    return f"¶{number} {explain.one_line(span.of(article.text))}"
