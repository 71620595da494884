"""The case questions: a made-up situation, a question, and which statements of the closed set answer it."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.lexicon.load import cached, table
from briefing.model.pack import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseQuestion:
    """A situation and a question in both languages; each of the statements `points` alone answers it with the `verdict`."""

    id: str
    points: tuple[str, ...]
    verdict: Verdict
    situation_id: str
    situation_en: str
    question_id: str
    question_en: str


@cached
def case_questions() -> tuple[CaseQuestion, ...]:
    """Return the questions in the order of the data file: of several for one statement, the first is asked first."""
    return tuple(CaseQuestion(**{**record, "points": tuple(record["points"])}) for record in table("law/cases.toml")["case"])
