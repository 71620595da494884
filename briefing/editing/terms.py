"""The glossary of a pack: the terms that stand in what it prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.lexicon import glossary
from briefing.model.pack import Bilingual, Origin, Term, Translation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.model.pack import PackArticle, RuleItem


def terms_of(articles: Sequence[PackArticle], rules: Sequence[RuleItem]) -> tuple[Term, ...]:
    """Return the terms in the titles, quotes, summaries and rules of a pack, in alphabetical order, each with all articles in whose text it stands."""
    printed = {term for article in articles for term in glossary.terms_in("\n".join(_printed(article, rules)))}
    found: dict[glossary.Term, list[int]] = {term: [] for term in sorted(printed, key=lambda term: term.printed.casefold())}
    for article in articles:
        for term in printed.intersection(glossary.terms_in(f"{article.title.id}\n{article.text}")):
            found[term].append(article.number)
    return tuple(_term(term, numbers) for term, numbers in found.items() if numbers)


def _printed(article: PackArticle, rules: Sequence[RuleItem]) -> Iterator[str]:
    """Yield the passages of one article that the pack prints."""
    yield article.title.id
    yield from (quote.text.id for quote in article.quotes)
    yield from (text.id for text, _ in article.summary)
    yield from (rule.text.id for rule in rules if any(place.article == article.number for place in rule.references))


def _term(term: glossary.Term, articles: Sequence[int]) -> Term:
    return Term(
        term=_bilingual(term.printed, term.en),
        explanation=_bilingual(term.explanation_id, term.explanation_en),
        articles=tuple(articles),
    )


def _bilingual(indonesian: str, english: str) -> Bilingual:
    return Bilingual(id=indonesian, en=Translation(text=english, origin=Origin.CATALOGUE))
