"""Rules that make statements of the closed set, for the sheets that are drawn from them."""

from __future__ import annotations

from datetime import date

from briefing.editing.merge import DISCS
from briefing.editing.statements import make_statement, own_words
from briefing.lexicon.points import point
from briefing.model.pack import Reference, RuleItem

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
