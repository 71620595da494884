"""briefing build: articles in, one PDF out."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING

import click

from briefing import files
from briefing.cli.common import Argument, Command, FileName, Option, common
from briefing.cli.report import Report
from briefing.cli.terminal import Speech, progress, say
from briefing.model.outcome import exit_code
from briefing.model.problem import BriefingError, ExitCode

if TYPE_CHECKING:
    from pathlib import Path


@click.command(cls=Command, help="Build a pack, one PDF, from articles: files, folders, or - for standard input.")
@click.argument("source", cls=Argument, nargs=-1, type=FileName())
@click.option("-o", "--output", cls=Option, type=FileName(), metavar="FILE.pdf", help="Where to write the pack; paket.pdf if not given.")
@click.option("--demo", cls=Option, is_flag=True, help="Take the five sample articles that come with the program.")
@click.option(
    "--quotes",
    cls=Option,
    metavar="N",
    type=click.IntRange(1, 20),
    default=5,
    show_default=True,
    help="Print at most this many key quotes an article.",
)
@common
@click.pass_obj
def build(speech: Speech, source: tuple[Path, ...], output: Path | None, demo: bool, quotes: int) -> ExitCode:
    """Build the pack; an article that fails is reported and left out."""
    if not source and not demo:
        raise BriefingError("no-sources", ExitCode.USAGE, command="briefing build --demo")
    if source and demo:
        raise BriefingError("demo-and-sources", ExitCode.USAGE)
    from briefing import pipeline

    target = output or files.default_target("paket.pdf")
    files.check_target(target, b"%PDF")
    with progress(pipeline.sources(source or [files.shipped("seeds")]), speech) as found:
        outcomes = tuple(map(pipeline.only_article, pipeline.find_all(found)))
    code = exit_code(outcomes)
    findings = [outcome.findings for outcome in outcomes if outcome.findings]
    if not findings:
        return Report(command="build", exit_code=code, outcomes=outcomes).tell(speech)
    built = pipeline.build(findings, quotes=quotes)
    files.write_whole(target, built.pdf)
    if not (speech.quiet or speech.machine):
        say(_("Written: {file} (pages: {pages}, articles: {articles})").format(file=target, pages=built.pages, articles=len(findings)))
    report = Report(command="build", exit_code=code, outcomes=outcomes, problems=built.problems, output=target, pages=built.pages)
    return report.tell(speech)
