"""briefing find: articles in, findings.json out, for other programs."""

from __future__ import annotations

import json
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing import files, settings
from briefing.cli.common import Argument, Command, FileName, Option, common
from briefing.cli.links import SourceName, fetched
from briefing.cli.report import Report
from briefing.cli.terminal import Speech, progress, put, say
from briefing.model.outcome import exit_code

if TYPE_CHECKING:
    from briefing.model.problem import ExitCode


@click.command(cls=Command, help="Find quotes, speakers and rules in articles and write them as JSON, for other programs.")
@click.argument("source", cls=Argument, nargs=-1, required=True, type=SourceName())
@click.option("-o", "--output", cls=Option, type=FileName(), metavar="FILE.json", help="Where to write; standard output if not given.")
@common
@click.pass_obj
def find(speech: Speech, source: tuple[Path | str, ...], output: Path | None) -> ExitCode:
    """Write the findings of every article that could be read."""
    from briefing import intake
    from briefing.finding.report import findings_json
    from briefing.lexicon import load

    load.use(settings.load(Path()).folder)
    if output:
        files.check_target(output, b"{", example="temuan.json")
    with fetched(source, speech) as paths, progress(intake.sources(paths), speech) as found:
        outcomes = intake.find_all(found)
    code = exit_code(outcomes)
    findings = findings_json([outcome.findings for outcome in outcomes if outcome.findings])
    if output and findings["articles"]:
        words = json.dumps(findings, ensure_ascii=False, indent=1) + "\n"
        files.write_whole(output, words.encode("utf-8", "backslashreplace"))  # half a surrogate pair in a file name stays a JSON escape
        if not (speech.quiet or speech.machine):
            say(_("Written: {file} (articles: {articles})").format(file=output, articles=len(findings["articles"])))
    elif not output and not speech.machine:
        put(json.dumps(findings, indent=1))  # ASCII only: no console or redirection can spoil it
    report = Report(command="find", exit_code=code, outcomes=outcomes, output=output, findings=None if output else findings)
    return report.tell(speech)
