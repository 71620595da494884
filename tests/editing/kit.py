"""Rules that make statements of the closed set, for the sheets that are drawn from them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from briefing.editing.cases import make_cases
from briefing.editing.merge import DISCS
from briefing.editing.sanctions import make_sanctions
from briefing.editing.statements import make_statement, own_words
from briefing.lexicon.points import point
from briefing.model.pack import Reference, RuleItem
from tests.factories import seeds_pack

if TYPE_CHECKING:
    from briefing.model.pack import Pack

LAW_AS_OF = date(2026, 11, 25)
PLACE = Reference(article=1, paragraph=2, person="jumani")


def rule(identifier: str, *places: Reference, number: int = 1) -> RuleItem:
    """Return the rule of a statement, said at these places."""
    known = point(identifier)
    made = make_statement(known, [date(2024, 10, 1)], LAW_AS_OF)
    return RuleItem(
        code=f"{DISCS[known.type]}{number}",
        type=known.type,
        text=own_words(known.statement_id, known.statement_en),
        references=places or (PLACE,),
        statement=made,
        view=made.is_view,
    )


def kit_pack(*statements: str) -> Pack:
    """Return the pack of the five seeds with these statements too, coded from 101 on, the sanctions that they touch and the questions that they answer."""
    rules = tuple(rule(name, number=number) for number, name in enumerate(statements, 101))
    sanctions = make_sanctions(rules, ("Pilkada",), LAW_AS_OF)
    seeds = seeds_pack()
    return replace(seeds, rules=(*seeds.rules, *rules), sanctions=sanctions, cases=make_cases(rules), law_as_of=LAW_AS_OF)
