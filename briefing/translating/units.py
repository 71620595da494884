"""What of a pack a translator is given: each run of words once, with who said it, where it stands, and the English that it has."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.model.pack import Bilingual, Origin, PackArticle, Person
from briefing.model.span import paragraph_spans
from briefing.translating.memory import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.pack import Pack, Reference

_OURS = {Origin.CATALOGUE, Origin.COMPOSED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """Words to translate. `paragraph` is their ¶ number in `article`, 0 for none; `person` says them."""

    block: Bilingual
    article: PackArticle | None = None
    paragraph: int = 0
    person: Person | None = None

    @property
    def id(self) -> str:
        """What tells the unit from all others: the same words have it in every pack, other words another."""
        return unit_id(self.block.id)

    @property
    def context(self) -> str:
        """The paragraph in which the words stand, "" where they are all of it, or stand in none."""
        spans = paragraph_spans(self.article.text) if self.article and self.paragraph else ()
        text = spans[self.paragraph - 1].of(self.article.text) if self.article and len(spans) >= self.paragraph > 0 else ""
        return "" if fold(text) == fold(self.block.id) else text


def unit_id(words: str) -> str:
    """Return the id of words in exchange files."""
    return "b" + hashlib.sha256(fold(words).encode()).hexdigest()[:16]


def units(pack: Pack) -> tuple[Unit, ...]:
    """Return the units of a pack in the order of its pages; what the publisher wrote itself, or composed, is no translator's."""
    found: dict[str, Unit] = {}
    for unit in _units(pack):
        if unit.block.origin not in _OURS and fold(unit.block.id):
            found.setdefault(unit.id, unit)
    return tuple(found.values())


def _units(pack: Pack) -> Iterator[Unit]:
    for block in (pack.title, pack.deck, pack.audience):
        yield Unit(block=block)
    for article in pack.articles:
        yield Unit(block=article.title, article=article)
        for quote in article.quotes:
            yield _at(pack, quote.text, quote.reference)
        for block, paragraph in article.summary:
            yield Unit(block=block, article=article, paragraph=paragraph)
    for rule in pack.rules:
        if rule.example:
            yield _at(pack, rule.example.text, rule.example.reference)
        elif not rule.statement:
            yield _at(pack, rule.text, rule.references[0])
    for point in pack.points:
        if not point.code:
            yield _at(pack, point.text, point.references[0])


def _at(pack: Pack, block: Bilingual, place: Reference) -> Unit:
    return Unit(block=block, article=pack.articles[place.article - 1], paragraph=place.paragraph, person=pack.person(place.person))
