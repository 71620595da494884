from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.editing.cases import FEWEST, MOST, make_cases
from briefing.lexicon.points import point, points
from briefing.model.pack import Bilingual, Origin, Reference, RuleItem
from tests.editing.kit import PLACE, rule

if TYPE_CHECKING:
    from briefing.model.pack import Case

OTHER = Reference(article=2, paragraph=1, person="sudirman")
EVERY = [rule(known.id, number=number) for number, known in enumerate(points(), 1) if known.type not in {"definition", "agreement"}]


def situations(cases: tuple[Case, ...]) -> list[str]:
    return [case.situation.id for case in cases]


def test_a_pack_without_statements_has_no_questions() -> None:
    sentence = RuleItem(code="L1", type="prohibition", text=Bilingual(id="Jangan berpihak."), references=(PLACE,))

    assert make_cases([]) == make_cases([sentence]) == ()


def test_a_question_is_answered_by_the_rule_that_it_comes_from() -> None:
    (case, *_) = make_cases([rule("party-member", number=4)])

    assert case.answers == ("L4",)
    assert case.verdict == "may-not"
    assert case.situation.origin is case.question.origin is Origin.CATALOGUE


def test_what_most_articles_say_is_asked_first() -> None:
    rules = [rule("party-member", number=1), rule("social-media-reactions", PLACE, OTHER, number=2)]

    assert [case.answers for case in make_cases(rules)][:2] == [("L2",), ("L1",)]


def test_kinds_of_answer_take_turns() -> None:
    cases = make_cases(EVERY)

    assert len(cases) == MOST
    assert len({case.verdict for case in cases[:5]}) == 5


def test_few_rules_have_second_questions() -> None:
    rules = [rule("stay-neutral"), rule("social-media-support"), rule("partial-activity", number=2)]

    assert [case.answers for case in make_cases(rules)] == [("K1",), ("L1",), ("L2",), ("K1",), ("L1",)]
    assert len(make_cases(rules)) == FEWEST


def test_no_question_is_asked_twice() -> None:
    for rules in (EVERY, [rule("campaign-team"), rule("village-campaign", number=2)]):
        cases = make_cases(rules)
        assert len(set(situations(cases))) == len(cases)


def test_a_question_that_two_rules_answer_names_both() -> None:
    cases = make_cases([rule("campaign-team"), rule("village-campaign", number=2)])

    assert ("L1", "L2") in [case.answers for case in cases]


def test_the_same_rules_give_the_same_questions_in_any_order() -> None:
    places = [Reference(article=1, paragraph=number) for number in range(1, len(EVERY) + 1)]
    rules = [rule(known.statement.id, place) for known, place in zip(EVERY, places, strict=True) if known.statement]

    assert situations(make_cases(rules)) == situations(make_cases(rules[::-1]))


def test_what_may_only_be_quoted_is_never_asked() -> None:
    assert point("hear-vision-mission").status == "quote-only"
    assert make_cases([rule("hear-vision-mission")]) == ()
