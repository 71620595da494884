"""What a run tells: sentences for people, or one JSON object for machines."""

from __future__ import annotations

import json
import traceback
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path
from typing import Any

from briefing.cli.terminal import Speech, put, say, tell_details
from briefing.messages import file_name, sentence
from briefing.model.outcome import Outcome
from briefing.model.problem import BriefingError, ExitCode, Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The result of one command: what became of each source, the doubts about the whole, the file written, the error that ended it all."""

    command: str
    exit_code: ExitCode
    outcomes: tuple[Outcome, ...] = ()
    problems: tuple[Problem, ...] = ()
    output: Path | None = None
    also: Path | None = None
    correction: Path | None = None
    pages: int | None = None
    findings: dict[str, Any] | None = None
    error: BriefingError | None = None
    checks: list[dict[str, Any]] | None = None
    law: dict[str, Any] | None = None
    exchange: dict[str, Any] | None = None
    verified: dict[str, int] | None = None
    mailing: dict[str, Any] | None = None
    text: str | None = None

    def tell(self, speech: Speech) -> ExitCode:
        """Print the report and return its exit code: JSON on standard output, or errors and doubts on standard error."""
        if speech.machine:
            put(json.dumps(self.as_json(), indent=1))  # ASCII only: no console or redirection can spoil it
        else:
            self._tell_people(speech)
        return self.exit_code

    def as_json(self) -> dict[str, Any]:
        """Return the report for machines, every key present; it is the same in both languages."""
        return {
            "format": "briefing.report",
            "version": 1,
            "command": self.command,
            "exit_code": int(self.exit_code),
            "output": str(self.output) if self.output else None,
            "also": str(self.also) if self.also else None,
            "correction": str(self.correction) if self.correction else None,
            "pages": self.pages,
            "sources": [_outcome_json(outcome) for outcome in self.outcomes],
            "problems": [_problem_json(problem) for problem in self.problems],
            "error": _error_json(self.error),
            "errors": [_error_json(fault) for fault in self.error.errors] if self.error else [],
            "findings": self.findings,
            "checks": self.checks,
            "law": self.law,
            "exchange": self.exchange,
            "verified": self.verified,
            "mailing": self.mailing,
            "text": self.text,
        }

    def _tell_people(self, speech: Speech) -> None:
        for outcome in self.outcomes:
            _tell_error(outcome.error, speech)
            if not speech.quiet:
                _tell_found(outcome, speech)
        for problem in () if speech.quiet else self.problems:
            _tell_doubt(problem)
        _tell_error(self.error, speech)


def _tell_found(outcome: Outcome, speech: Speech) -> None:
    found = outcome.findings
    if found and speech.verbose:
        counts = {"quotes": len(found.quotes), "rules": len(found.rules), "citations": len(found.citations)}
        say(_("{file}: quotes {quotes}, rules {rules}, citations {citations}").format(file=file_name(outcome.name), **counts), err=True)
    paragraphs = found.article.paragraphs if found else ()
    for problem in outcome.problems:
        place = [f" ¶{number}" for number, span in enumerate(paragraphs, 1) if problem.span and span.overlaps(problem.span)][:1]
        _tell_doubt(problem, f"{file_name(outcome.name)}{''.join(place)}: ")


def _tell_doubt(problem: Problem, place: str = "") -> None:
    say(_("Check: {doubt}").format(doubt=place + sentence(problem.code, problem.arguments)), err=True, fg="yellow")


def _tell_error(error: BriefingError | None, speech: Speech) -> None:
    if error and error.__cause__ and speech.verbose:
        tell_details("".join(traceback.format_exception(error.__cause__)))
    for fault in error.errors if error else ():
        say(_("Error: {message}").format(message=sentence(fault.code, fault.arguments)), err=True, fg="red")


def _outcome_json(outcome: Outcome) -> dict[str, Any]:
    found = outcome.findings
    return {
        "name": outcome.name,
        "title": found.article.title if found else None,
        "quotes": len(found.quotes) if found else 0,
        "rules": len(found.rules) if found else 0,
        "citations": len(found.citations) if found else 0,
        "problems": [_problem_json(problem) for problem in outcome.problems],
        "error": _error_json(outcome.error),
    }


def _problem_json(problem: Problem) -> dict[str, Any]:
    span = [problem.span.start, problem.span.end] if problem.span else None
    return {"code": problem.code, "arguments": dict(problem.arguments), "span": span}


def _error_json(error: BriefingError | None) -> dict[str, Any] | None:
    return {"code": error.code, "arguments": dict(error.arguments)} if error else None
