"""The English of a pack, each block from the best layer that has it: catalogue, memory, composed, gist; nothing where none has."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from briefing.lexicon import office_english
from briefing.model.pack import Bilingual, Pack
from briefing.translating import catalogue, compose
from briefing.translating.gist import gists, is_on_neutrality
from briefing.translating.lead import lead
from briefing.translating.memory import lookup
from briefing.translating.told import told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from briefing.model.pack import PackArticle, Person, Translation

Record = TypeVar("Record")


def translate(pack: Pack, memory: Mapping[str, Translation]) -> Pack:
    """Return the pack with the English of every block that a layer knows, and with the facts of its articles, in both languages.

    English that stands there already stays. `memory` is what memory.remembered makes of the rows of a translation memory.
    """
    cues = {quote.text.id: quote.cue for article in pack.articles for quote in article.quotes}
    elsewhere = {*cues, *(block.id for article in pack.articles for block, _ in article.summary)}
    examples = {
        rule.example.text.id: rule.statement.id for rule in pack.rules if rule.example and rule.statement and rule.example.text.id not in elsewhere
    }
    known = gists(_on_neutrality(pack), cues, pack.articles, examples)

    def fill(block: Bilingual, owner: type, field: str) -> Bilingual:
        return block if block.en else replace(block, en=catalogue.lookup(owner, field, block.id) or lookup(memory, block.id) or known.get(block.id))

    filled = map_blocks(pack, fill)
    people = tuple(
        replace(person, organisation_en=person.organisation_en or office_english.organisation_english(person.organisation or ""))
        for person in filled.people
    )
    made = dict(pack.made)
    return replace(filled, people=people, articles=tuple(_composed(article, filled.people, made) for article in filled.articles))


def _on_neutrality(pack: Pack) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the words that make statements, with these, but for those of articles on other matters."""
    others = {article.number for article in pack.articles if not is_on_neutrality(article)}
    quotes = {quote.text.id for article in pack.articles if article.number in others for quote in article.quotes}
    summed = {block.id for article in pack.articles if article.number in others for block, _ in article.summary}
    rules = {rule.text.id for rule in pack.rules if others.issuperset(place.article for place in rule.references)}
    yield from ((words, names) for words, names in pack.made if words not in quotes | summed | rules)


def _composed(article: PackArticle, people: Sequence[Person], made: Mapping[str, Sequence[str]]) -> PackArticle:
    """Return an article with its facts, its lead, and what its quotes without English speak of."""
    quotes = tuple(quote if quote.text.en else replace(quote, told=told(quote, article)) for quote in article.quotes)
    return replace(article, quotes=quotes, facts=compose.facts(article, people), lead=lead(article, people, made))


def map_blocks(record: Record, change: Callable[[Bilingual, type, str], Bilingual]) -> Record:
    """Return a frozen record with every Bilingual within it changed; `change` also gets the type and the field that hold the block."""
    mapped: Record = _mapped(record, change, type(record), "")
    return mapped


def _mapped(value: Any, change: Callable[[Bilingual, type, str], Bilingual], owner: type, field: str) -> Any:
    if isinstance(value, Bilingual):
        return change(value, owner, field)
    if isinstance(value, tuple):
        return tuple(_mapped(item, change, owner, field) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: _mapped(getattr(value, each.name), change, type(value), each.name) for each in fields(value)})
    return value
