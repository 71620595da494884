"""briefing law: what the catalogue says of a law, of a citation, or of every citation in articles, on any day."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefing import settings
from briefing.cli.common import Argument, Command, Option, common, day
from briefing.cli.report import Report
from briefing.cli.terminal import Speech, say, section
from briefing.model.outcome import exit_code
from briefing.model.problem import BriefingError, ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


@click.command(cls=Command, help="Tell what the law catalogue knows of a law, of a citation, or of every citation in articles, as on any day.")
@click.argument("what", cls=Argument, nargs=-1)
@click.option("--on", cls=Option, callback=day, metavar="DATE", help="The day to look at the law; with articles, in place of their own dates.")
@click.option("--list", "listed", cls=Option, is_flag=True, help="List the laws of the catalogue; with words, those that hold them.")
@common
@click.pass_context
def law(ctx: click.Context, what: tuple[str, ...], on: date | None, listed: bool) -> ExitCode:
    """Tell of the files that are named, else of the law with that id, else of the laws that the words cite."""
    from briefing.lexicon import load

    speech = ctx.ensure_object(Speech)
    load.use(settings.load(Path()).folder)
    if listed:
        return _list(" ".join(what), speech)
    if not what:
        raise click.MissingParameter(ctx=ctx, param=ctx.command.params[0])
    return _check([Path(name) for name in what], on, speech) if _is_source(what[0]) else _look_up(" ".join(what), on, speech)


def _is_source(name: str) -> bool:
    """Tell whether a file or folder of this name is there."""
    try:
        return name == "-" or Path(name).exists()
    except (OSError, ValueError):  # words that cannot be the name of one
        return False


def _list(words: str, speech: Speech) -> ExitCode:
    from briefing.rendering import statute, statute_json

    found = statute.holding(words)
    if not found:
        raise BriefingError("law-none-holds", ExitCode.USAGE, text=words)
    for known in () if speech.machine else found:
        say(statute.entry(known))
    return _report(speech, {"instruments": [statute_json.entry(known) for known in found]})


def _look_up(words: str, on: date | None, speech: Speech) -> ExitCode:
    """Tell of the law with this id, else of each law that the words cite."""
    from briefing.finding.citations import find_citations
    from briefing.lexicon import law as catalogue
    from briefing.rendering import statute, statute_json

    known = catalogue.instrument(words.strip().lower())
    found = () if known else find_citations(words, on or catalogue.as_of())
    citations = found if on else tuple(replace(citation, status_then=None) for citation in found)
    if not known and not citations:
        raise _unknown(words, [found.id for found in catalogue.instruments()])
    if not speech.machine:
        for part in statute.card(known, on) if known else statute.answer(words, citations, on):
            section(*part)
    cited = [citation.instrument for citation in citations if citation.instrument]
    data = {
        "instruments": [statute_json.instrument(identifier, on) for identifier in dict.fromkeys([known.id] if known else cited)],
        "citations": [statute_json.citation(citation, words) for citation in citations],
    }
    return _report(speech, data, on)


def _unknown(words: str, known: Iterable[str]) -> BriefingError:
    from difflib import get_close_matches

    nearest = get_close_matches(words.strip().lower().replace(" ", "-"), known, n=1)
    if nearest:
        return BriefingError("law-unknown", ExitCode.USAGE, text=words, nearest=nearest[0])
    return BriefingError("law-strange", ExitCode.USAGE, text=words)


def _check(paths: list[Path], on: date | None, speech: Speech) -> ExitCode:
    """Tell every citation of the sources."""
    from briefing import intake
    from briefing.rendering import statute, statute_json

    outcomes = intake.find_laws(intake.sources(paths), on)
    found = [outcome.findings for outcome in outcomes if outcome.findings]
    for findings in () if speech.machine else found:
        section(*statute.check(findings))
    data = {"articles": [statute_json.article(findings) for findings in found]}
    return _report(speech, data, on, outcomes=outcomes, exit_code=exit_code(outcomes))


def _report(speech: Speech, data: dict[str, Any], on: date | None = None, **more: Any) -> ExitCode:
    from briefing.lexicon.law import as_of

    told: dict[str, Any] = {"as_of": as_of().isoformat(), "on": on.isoformat() if on else None, "instruments": [], "citations": [], "articles": []}
    return Report(**{"command": "law", "exit_code": ExitCode.OK, "law": told | data, **more}).tell(speech)
