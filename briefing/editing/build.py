"""The pack of several articles, in Indonesian and with the English that is the program's own; translating adds the rest."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.editing import cover
from briefing.editing.merge import DISCS, merge_people, merge_rules, person_at
from briefing.editing.passages import all_sentences, paragraph_number, with_conditions
from briefing.editing.points import make_points
from briefing.editing.regulations import count_instruments, law_rows
from briefing.editing.select import Ranked, key_quotes, summary_sentences
from briefing.editing.terms import terms_of
from briefing.lexicon.phrases import Phrase, phrases
from briefing.model.pack import Bilingual, KeyQuote, Origin, Pack, PackArticle, Person, Reference, RuleItem, Translation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from briefing.editing.merge import MergedPerson, MergedRule
    from briefing.model.finding import Findings
    from briefing.model.problem import Problem
    from briefing.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class _Selection:
    """What was selected from one article: key quotes, and summary sentences with their places."""

    quotes: tuple[KeyQuote, ...]
    summary: tuple[tuple[Ranked, Reference], ...]


def make_pack(findings: Sequence[Findings], *, version: str, law_as_of: date, quotes: int = 5) -> tuple[Pack, tuple[Problem, ...]]:
    """Return the pack of the articles in the order given, and the doubts that concern no single article.

    Args:
        findings: What was found in each article.
        version: The version of the program, printed in the colophon.
        law_as_of: The day of the law catalogue: "now" in every statement about the law.
        quotes: How many key quotes an article has at most.
    """
    people, problems = merge_people(findings)
    rules = merge_rules(findings, people)
    items = tuple(_items(rules))
    selections = [_select(number, found, people, quotes) for number, found in enumerate(findings, 1)]
    law = law_rows(findings, people, law_as_of)
    articles = tuple(_article(number, *pair, items) for number, pair in enumerate(zip(findings, selections, strict=True), 1))
    pack = Pack(
        title=cover.title(findings),
        deck=cover.deck(findings, cites_law=bool(law)),
        audience=cover.audience(findings),
        articles=articles,
        people=tuple(_person(person, findings, selections, items) for person in people),
        points=make_points(findings, rules, [(sentence.span, place) for selection in selections for sentence, place in selection.summary]),
        rules=items,
        law=law,
        glossary=terms_of(articles, items),
        figures=(
            ("articles", len(findings)),
            ("speakers", len(people)),
            ("direct_quotes", sum(quote.kind == "direct" for found in findings for quote in found.quotes)),
            ("instruments", count_instruments(findings)),
        ),
        law_as_of=law_as_of,
        version=version,
    )
    return pack, problems


def _items(rules: Sequence[MergedRule]) -> Iterator[RuleItem]:
    """Yield the rules with their codes, counted for each disc; definitions and agreements have none."""
    counts: Counter[str] = Counter()
    for rule in rules:
        disc = DISCS.get(rule.type, "")
        counts[disc] += 1
        code = f"{disc}{counts[disc]}" if disc else ""
        yield RuleItem(
            code=code, type=rule.type, text=Bilingual(id=rule.text), references=rule.references, instrument=rule.instrument, spoken=rule.spoken
        )


def _select(number: int, found: Findings, people: Sequence[MergedPerson], limit: int) -> _Selection:
    text = found.article.text
    sentences = all_sentences(text)
    chosen = key_quotes(found, limit)

    def place(span: Span, speaker: str | None) -> Reference:
        return Reference(article=number, paragraph=paragraph_number(found.article, span), person=person_at(people, number, speaker))

    quotes = []
    for quote in chosen:
        span = quote.span if quote.kind == "direct" else with_conditions(quote.span, text, sentences)
        quotes.append(KeyQuote(kind=quote.kind, text=Bilingual(id=span.of(text)), reference=place(span, quote.speaker)))
    summary = tuple((sentence, place(sentence.span, sentence.speaker)) for sentence in summary_sentences(found, chosen))
    return _Selection(quotes=tuple(quotes), summary=summary)


def _article(number: int, found: Findings, selection: _Selection, rules: Sequence[RuleItem]) -> PackArticle:
    article = found.article
    untitled = Phrase(*phrases()["untitled"])
    return PackArticle(
        number=number,
        source_name=article.source.name,
        sha256=article.source.sha256,
        text=article.text,
        title=Bilingual(id=article.title) if article.title else Bilingual(id=untitled.id, en=Translation(text=untitled.en, origin=Origin.CATALOGUE)),
        outlet=article.outlet,
        author=article.author,
        url=article.url,
        published=article.published,
        event_date=article.event_date,
        event_printed=article.event_printed,
        place=Bilingual(id=article.place) if article.place else None,
        facts=(),
        quotes=selection.quotes,
        rules=tuple((rule.code, place.paragraph) for rule in rules if rule.code for place in rule.references if place.article == number),
        summary=tuple((Bilingual(id=sentence.text), place.paragraph) for sentence, place in selection.summary),
        citations=found.citations,
    )


def _person(person: MergedPerson, findings: Sequence[Findings], selections: Sequence[_Selection], rules: Sequence[RuleItem]) -> Person:
    speaker = person.speaker
    said = [(number, found, quote) for number, found in enumerate(findings, 1) for quote in found.quotes if (number, quote.speaker) in person.places]
    printed = {
        *(quote.reference for selection in selections for quote in selection.quotes),
        *(place for selection in selections for _, place in selection.summary),
        *(place for rule in rules for place in rule.references),
    }
    own = [place for place in printed if place.person == person.id]
    unprinted = (Reference(article=number, paragraph=paragraph_number(found.article, quote.span), person=person.id) for number, found, quote in said)
    return Person(
        id=person.id,
        name=speaker.name,
        name_with_titles=speaker.name_with_titles,
        office=Bilingual(id=speaker.office) if speaker.office else None,
        organisation=speaker.organisation,
        direct_quotes=sum(quote.kind == "direct" for _, _, quote in said),
        references=tuple(sorted(own or set(unprinted), key=lambda place: (place.article, place.paragraph))),
    )
