"""The gist of words that have no translation: what they say, from the statements of the closed set that they make. It is no translation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.lexicon import glossary, points
from briefing.lexicon.phrases import phrases
from briefing.model.pack import Origin, Translation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def gists(made: Sequence[tuple[str, Sequence[str]]]) -> Mapping[str, Translation]:
    """Return the English of each of these words from the ids of the statements that they make: "Says that civil servants must ..."."""
    return {words: Translation(text=gist([points.point(name).statement_en for name in names]), origin=Origin.GIST) for words, names in made}


def gist(statements: Sequence[str]) -> str:
    """Return one sentence that reports statements, each of them a sentence in English."""
    first, *others = (clause(statement) for statement in statements)
    table = phrases()["gist"]
    if not others:
        return str(table["one"]).format(first=first)
    *middle, last = others
    return str(table["many"]).format(first="; ".join([first, *(table["next"].format(next=clause) for clause in middle)]), last=last)


def clause(statement: str) -> str:
    """Return a sentence, in either language, as a clause: without its full stop, and with a small letter unless it opens with a name or an acronym."""
    word = statement.split(maxsplit=1)[0].strip(",")
    is_name = word.isupper() or any(word in term.forms for term in glossary.terms_in(word))
    return (statement if is_name else statement[0].lower() + statement[1:]).rstrip(".")
