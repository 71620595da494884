"""The gist of words that have no translation: what they say, from the statements of the closed set that they make. It is no translation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.lexicon import glossary, points
from briefing.lexicon.phrases import Phrase, phrases
from briefing.model.pack import Origin, Translation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing.model.pack import PackArticle

_NEUTRALITY: Final = re.compile(r"netral|kampanye|paslon|pasangan calon|caleg|politik praktis|berpihak|memihak", re.IGNORECASE)


def is_on_neutrality(article: PackArticle) -> bool:
    """Return whether an article speaks of neutrality or of campaigns: in others, words on integrity or on rules make no statement on elections."""
    return _NEUTRALITY.search(f"{article.title.id} {article.text}") is not None


def gists(made: Iterable[tuple[str, Sequence[str]]]) -> Mapping[str, Translation]:
    """Return the English of each of these words from the ids of the statements that they make: "Says that civil servants must ..."."""
    return {words: Translation(text=gist([said(name).en for name in distinct(names)]), origin=Origin.GIST) for words, names in made}


def distinct(identifiers: Sequence[str]) -> list[str]:
    """Return the statements with these ids without those that another of them says too: that somebody can be dismissed says that there are sanctions."""
    implied = phrases()["implied"]
    return [identifier for identifier in identifiers if not set(implied.get(identifier, ())) & set(identifiers)]


def said(identifier: str) -> Phrase:
    """Return the statement with this id as it is reported of somebody: no more than all who make it say."""
    known = points.point(identifier)
    return Phrase(known.said_id or known.statement_id, known.said_en or known.statement_en)


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
