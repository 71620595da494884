"""What several articles print alike: a quote is printed once, and an article says which other papers carry it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from briefing.editing.merge import place_of
from briefing.model.pack import Reprint

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from briefing.editing.draft import DraftArticle, Passage
    from briefing.model.pack import Reference

_WORD = re.compile(r"\w+")
_TELLING: Final = 8
"""From so many words on, two people do not say the same by chance: it is one quote, given to two."""


def repeats(articles: Sequence[DraftArticle], silent: Container[str | None] = ()) -> Mapping[tuple[int, str], Reference]:
    """Return the quotes that another one holds word for word, which is longer or stands before, by article number and id, and where that one stands.

    Args:
        articles: The articles that are printed, in order.
        silent: The ids of people whose quotes are not.
    """
    quotes = [
        (number, article, passage, _folded(passage.words(article.text)))
        for number, article in enumerate(articles, 1)
        for passage in article.passages
        if passage.kind == "quote" and passage.keep and passage.speaker not in silent
    ]
    quotes.sort(key=lambda quote: -len(quote[3]))  # of equals the first stays before
    found: dict[tuple[int, str], Reference] = {}
    printed: list[tuple[int, DraftArticle, Passage, str]] = []
    for number, article, passage, words in quotes:
        holder = next((other for other in printed if _holds(other, passage, words)), None)
        if holder:
            found[number, passage.id] = place_of(holder[2], holder[1], holder[0])
        else:
            printed.append((number, article, passage, words))
    return found


def reprints(article: DraftArticle, articles: Sequence[DraftArticle]) -> Iterator[Reprint]:
    """Yield the other papers that carry an article, each once: those of its copies among `articles` that have no page of their own."""
    names = {_paper(article)}
    for copy in articles:
        name = _paper(copy)
        if not copy.keep and copy.findings.copy_of == article.findings.article.source.name and name and name not in names:
            names.add(name)
            yield Reprint(outlet=name, published=copy.findings.article.published)


def _paper(article: DraftArticle) -> str:
    """Return the outlet of an article, else the server that it is from; empty where neither is known."""
    stated = article.findings.article
    return stated.outlet or (urlsplit(stated.url).hostname or "" if stated.url else "")


def _holds(other: tuple[int, DraftArticle, Passage, str], passage: Passage, words: str) -> bool:
    return words in other[3] and (other[2].speaker == passage.speaker or words.count(" ") > _TELLING)


def _folded(words: str) -> str:
    """Return the words in lower case, one space around each, so that one string holds another only in whole words."""
    return f" {' '.join(_WORD.findall(words.casefold()))} "
