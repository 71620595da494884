"""What became of each source of a run."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.model.finding import Findings
from briefing.model.problem import BriefingError, ExitCode, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One source: its findings, or the error that kept it out.

    `path` is the file that it was read from, `part` the number of the article where that holds several, else 0; `also` are the files with its
    further pages. What the pack leaves out (`is_left_out`) has no doubts that anybody need look at.
    """

    name: str
    findings: Findings | None = None
    error: BriefingError | None = None
    path: Path | None = None
    part: int = 0
    also: tuple[Path, ...] = ()
    is_left_out: bool = False

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The doubts of reading and of finding, each once."""
        doubts = (*self.findings.article.problems, *self.findings.problems) if self.findings and not self.is_left_out else ()
        return tuple(problem for position, problem in enumerate(doubts) if problem not in doubts[:position])


def exit_code(outcomes: Sequence[Outcome]) -> ExitCode:
    """Return what the outcomes mean for the shell: all well, something left out, or the fault that left nothing."""
    faults = {outcome.error.exit_code for outcome in outcomes if outcome.error}
    if not faults:
        return ExitCode.OK if outcomes else ExitCode.NOTHING_FOUND
    if any(outcome.findings for outcome in outcomes):
        return ExitCode.BUILT_IN_PART
    return faults.pop() if len(faults) == 1 else ExitCode.INPUT_UNREADABLE
