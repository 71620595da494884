"""The case questions of a pack: those that its own rules answer, the rules that most articles and speakers state first, kinds of answer in turn."""

from __future__ import annotations

from itertools import chain, zip_longest
from typing import TYPE_CHECKING, Final

from briefing.editing.statements import own_words
from briefing.lexicon.cases import case_questions
from briefing.model.pack import Case

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing.lexicon.cases import CaseQuestion
    from briefing.model.pack import RuleItem, Verdict

FEWEST: Final = 5
MOST: Final = 7  # on one page of A4, each with a line to write on


def make_cases(rules: Sequence[RuleItem]) -> tuple[Case, ...]:
    """Return at most seven questions: one a rule, and a second one where that would be fewer than five."""
    ranked = sorted((rule for rule in rules if rule.statement), key=_rank)
    first = list(dict.fromkeys(question for rule in ranked for question in _asked(rule)[:1]))
    more = (question for rule in ranked for question in _asked(rule)[1:] if question not in first)
    asked = [*_in_turn(first)][:MOST]
    return tuple(_case(question, ranked) for question in [*asked, *dict.fromkeys(more)][: max(FEWEST, len(asked))])


def _rank(rule: RuleItem) -> tuple[int, int, tuple[int, int]]:
    """Return what orders the rules: most articles, most speakers, first place."""
    articles = {place.article for place in rule.references}
    speakers = {place.person for place in rule.references if place.person}
    return -len(articles), -len(speakers), min((place.article, place.paragraph) for place in rule.references)


def _asked(rule: RuleItem) -> list[CaseQuestion]:
    """Return the questions that a rule answers."""
    return [question for question in case_questions() if rule.statement and rule.statement.id in question.points]


def _in_turn(questions: Iterable[CaseQuestion]) -> Iterator[CaseQuestion]:
    kinds: dict[Verdict, list[CaseQuestion]] = {}
    for question in questions:
        kinds.setdefault(question.verdict, []).append(question)
    yield from (question for question in chain.from_iterable(zip_longest(*kinds.values())) if question)


def _case(question: CaseQuestion, ranked: Sequence[RuleItem]) -> Case:
    return Case(
        situation=own_words(question.situation_id, question.situation_en),
        question=own_words(question.question_id, question.question_en),
        verdict=question.verdict,
        answers=tuple(rule.code for rule in ranked if rule.statement and rule.statement.id in question.points),
    )
