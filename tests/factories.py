"""Records made by hand for tests: the pack of the five seeds, frozen, from tests/data/pack.toml."""

from __future__ import annotations

import hashlib
import tomllib
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.model.pack import (
    Bilingual,
    Fact,
    KeyQuote,
    LawRow,
    Origin,
    Pack,
    PackArticle,
    Person,
    Point,
    Reference,
    RuleItem,
    Term,
    Translation,
)
from briefing.model.span import paragraph_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
DISCS = {"prohibition": "L", "duty": "K", "right": "H", "permission": "H", "sanction": "S", "definition": "", "agreement": ""}


def bilingual(texts: list[str], origin: Origin = Origin.CATALOGUE) -> Bilingual:
    """Return the block of one or two texts; without the second it has no English."""
    english = Translation(text=texts[1], origin=origin) if len(texts) > 1 else None
    return Bilingual(id=texts[0], en=english)


def seeds_pack() -> Pack:
    """Return the pack of the five seeds, its articles in the order of their files."""
    data = tomllib.loads((ROOT / "tests" / "data" / "pack.toml").read_text(encoding="utf-8"))
    texts = [_clean(entry["file"], entry["lines"]) for entry in data["article"]]
    rules = tuple(_rules(data["article"], texts))
    quotes = [
        tuple(sorted((_quote(quote, number, text) for quote in entry["quotes"]), key=lambda quote: quote.reference.paragraph))
        for number, (entry, text) in enumerate(zip(data["article"], texts, strict=True), 1)
    ]
    said = [*(quote.reference for several in quotes for quote in several), *(place for rule in rules for place in rule.references)]
    return Pack(
        title=bilingual(data["title"]),
        deck=bilingual(data["deck"]),
        audience=bilingual(data["audience"]),
        articles=tuple(_article(entry, number, texts[number - 1], quotes[number - 1], rules) for number, entry in enumerate(data["article"], 1)),
        people=tuple(_person(entry, said) for entry in data["person"]),
        points=tuple(_points(data["article"], rules)),
        rules=rules,
        law=tuple(_law_row(entry) for entry in data["law"]),
        glossary=tuple(Term(term=bilingual(entry[:2]), explanation=None, articles=tuple(entry[2])) for entry in data["terms"]),
        figures=(("articles", 5), ("speakers", 8), ("direct_quotes", 18), ("instruments", 2)),
        law_as_of=data["law_as_of"],
        version=data["version"],
    )


def _clean(file: str, ranges: list[list[int]]) -> str:
    lines = (ROOT / "seeds" / file).read_text(encoding="utf-8").splitlines()
    kept = [lines[number - 1].strip() for first, last in ranges for number in range(first, last + 1)]
    return "\n\n".join(line for line in kept if line and not line.upper().startswith("BACA JUGA"))


def _paragraph(words: str, text: str) -> int:
    return next(number for number, span in enumerate(paragraph_spans(text), 1) if words in span.of(text))


def _quote(entry: dict[str, Any], number: int, text: str) -> KeyQuote:
    place = Reference(article=number, paragraph=_paragraph(entry["text"][0], text), person=entry["speaker"])
    return KeyQuote(kind=entry["kind"], text=bilingual(entry["text"], Origin.PROJECT), reference=place)


def _rules(articles: list[dict[str, Any]], texts: list[str]) -> Iterator[RuleItem]:
    counts: Counter[str] = Counter()
    for number, (article, text) in enumerate(zip(articles, texts, strict=True), 1):
        for entry in article["rules"]:
            disc = DISCS[entry["type"]]
            counts[disc] += 1
            yield RuleItem(
                code=f"{disc}{counts[disc]}" if disc else "",
                type=entry["type"],
                text=bilingual(entry["text"], Origin.PROJECT),
                references=(Reference(article=number, paragraph=_paragraph(entry["text"][0], text), person=entry["speaker"]),),
                instrument=entry.get("instrument"),
            )


def _points(articles: list[dict[str, Any]], rules: tuple[RuleItem, ...]) -> Iterator[Point]:
    chosen = {entry["text"][0] for article in articles for entry in article["rules"] if entry.get("point")}
    for rule in rules:
        if rule.text.id in chosen:
            yield Point(text=rule.text, references=rule.references)


def _article(entry: dict[str, Any], number: int, text: str, quotes: tuple[KeyQuote, ...], rules: tuple[RuleItem, ...]) -> PackArticle:
    source = (ROOT / "seeds" / entry["file"]).read_bytes()
    return PackArticle(
        number=number,
        source_name=entry["file"],
        sha256=hashlib.sha256(source).hexdigest(),
        text=text,
        title=bilingual(entry["title"], Origin.PROJECT),
        outlet=entry.get("outlet"),
        author=entry.get("author"),
        url=entry.get("url"),
        published=entry.get("published"),
        event_date=entry.get("event_date"),
        place=bilingual(entry["place"]),
        facts=tuple(Fact(key=key, value=bilingual(texts, Origin.COMPOSED)) for key, *texts in entry["facts"]),
        quotes=quotes,
        rules=tuple((rule.code, place.paragraph) for rule in rules if rule.code for place in rule.references if place.article == number),
        summary=tuple((bilingual(texts, Origin.PROJECT), _paragraph(texts[0], text)) for texts in entry["summary"]),
        citations=(),
    )


def _person(entry: dict[str, Any], said: list[Reference]) -> Person:
    return Person(
        id=entry["id"],
        name=entry["name"],
        name_with_titles=entry.get("name_with_titles"),
        office=bilingual(entry["office"]),
        organisation=entry["organisation"][0],
        organisation_en=entry["organisation"][1],
        direct_quotes=entry["direct_quotes"],
        references=tuple(place for place in said if place.person == entry["id"]),
    )


def _law_row(entry: dict[str, Any]) -> LawRow:
    article, paragraph, person = entry["reference"]
    then, now = entry["status"]
    return LawRow(
        printed=entry["printed"],
        instrument=entry.get("instrument"),
        title=bilingual(entry["title"]) if "title" in entry else None,
        references=(Reference(article=article, paragraph=paragraph, person=person),),
        article_date=entry["article_date"],
        status_then=then,
        status_now=now,
        replaced_by=bilingual(entry["replaced_by"]) if "replaced_by" in entry else None,
        replaced_on=entry.get("replaced_on"),
    )


def one_article_pack() -> Pack:
    """Return the pack of the first seed alone."""
    pack = seeds_pack()
    rules = tuple(rule for rule in pack.rules if rule.references[0].article == 1)
    return replace(
        pack,
        articles=pack.articles[:1],
        people=pack.people[:1],
        rules=rules,
        points=tuple(point for point in pack.points if point.references[0].article == 1),
        law=(),
        glossary=tuple(term for term in pack.glossary if 1 in term.articles),
        figures=(("articles", 1), ("speakers", 1), ("direct_quotes", 6), ("instruments", 0)),
    )
