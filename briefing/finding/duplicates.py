"""The same article under two names in one run."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.finding import Findings
    from briefing.model.outcome import Outcome


def duplicates(outcomes: Sequence[Outcome]) -> tuple[Outcome, ...]:
    """Return `outcomes` with a doubt at each article that an earlier one is too, by its bytes or by its cleaned text; the doubt names the first."""
    first: dict[str, str] = {}
    return tuple(_marked(outcome, outcome.findings, first) if outcome.findings else outcome for outcome in outcomes)


def _marked(outcome: Outcome, findings: Findings, first: dict[str, str]) -> Outcome:
    """Return `outcome`, marked if `first`, the name by hash and by text of each article before it, holds it already."""
    article = findings.article
    keys = [key for key in (article.source.sha256, article.text) if key]
    other = next((first[key] for key in keys if key in first), None)
    first.update((key, outcome.name) for key in keys if key not in first)
    if other is None:
        return outcome
    doubt = Problem(code="duplicate-article", arguments={"other": other})
    return replace(outcome, findings=replace(findings, problems=(*findings.problems, doubt)))
