"""How far a speaker can be trusted: high, medium or low, from what the attribution rests on and who else was named meanwhile.

On the marked statements of 54 Kompas articles, "-nya" leads to the right person in 73 of 79 cases, but in none of the few where another person was
named since the speaker was; how many paragraphs lie between makes no difference.
"""

from __future__ import annotations

from bisect import bisect_left
from operator import itemgetter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.finding.attribution import Statement
    from briefing.finding.people import Person
    from briefing.model.finding import Confidence

PRINTED: Final = frozenset({"named", "office-without-name"})  # the article says it itself, beside the words
GUESSED: Final = frozenset({"carried-from-last-speaker"})
REFERRING: Final = frozenset({"clitic-to-last-speaker", "pronoun-to-last-speaker", "epithet"})


def named_in_order(people: Sequence[Person]) -> tuple[tuple[int, Person], ...]:
    """Return where each person is mentioned, in the order of the text."""
    return tuple(sorted(((mention.span.start, person) for person in people for mention in person.mentions), key=itemgetter(0)))


def confidence(statement: Statement, named: Sequence[tuple[int, Person]]) -> Confidence:
    """Return how sure it is that the statement is its speaker's, "low" where it has none; `named` is what `named_in_order` returns."""
    if statement.person is None or statement.reason in GUESSED:
        return "low"
    if statement.reason in PRINTED:
        return "high"
    before = bisect_left(named, (statement.cue or statement.span).start, key=itemgetter(0))
    is_another_named_since = before > 0 and named[before - 1][1] is not statement.person
    return "low" if statement.reason in REFERRING and is_another_named_since else "medium"
