"""The pack that a draft makes, in Indonesian and with the English that is the program's own; translating adds the rest."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from briefing.editing import cover
from briefing.editing.cases import make_cases
from briefing.editing.merge import DISCS, merge_rules, place_of
from briefing.editing.points import make_points
from briefing.editing.regulations import body_notes, count_instruments, law_rows
from briefing.editing.repeats import repeats, reprints
from briefing.editing.sanctions import make_sanctions
from briefing.editing.statements import make_statement, own_words, printable
from briefing.editing.terms import terms_of
from briefing.editing.words import threshold
from briefing.lexicon.phrases import Phrase, phrases
from briefing.lexicon.points import point
from briefing.model.pack import Bilingual, KeyQuote, Origin, Pack, PackArticle, Person, RuleItem, Translation

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence
    from datetime import date

    from briefing.editing.draft import Draft, DraftArticle, DraftPerson, Passage
    from briefing.editing.merge import MergedRule
    from briefing.model.finding import QuoteKind


def make_pack(draft: Draft, *, version: str, law_as_of: date) -> Pack:
    """Return the pack of what a draft keeps; it is not yet approved.

    Args:
        draft: What the program proposed, with the officer's corrections.
        version: The version of the program, printed in the colophon.
        law_as_of: The day of the law catalogue: "now" in every statement about the law.
    """
    people = [person for person in draft.people if person.keep]
    articles = [_heard(article, people) for article in draft.printed]
    rules = merge_rules(articles)
    items = tuple(_items(rules, articles, law_as_of))
    law = law_rows(articles, law_as_of)
    silenced = frozenset(words for words, english in draft.english if english is None)
    spreads = _spreads(articles, items, draft.articles, silenced)
    speakers = tuple(_people(people, articles))
    held = {"speakers": speakers, "cited": law, "stated": items and not law, "changed": law}
    return Pack(
        title=draft.cover.title,
        deck=cover.deck([article.findings for article in articles], holds=[part for part, is_there in held.items() if is_there]),
        audience=draft.cover.audience,
        articles=spreads,
        people=speakers,
        points=make_points(articles, rules, items),
        rules=items,
        law=law,
        glossary=terms_of(spreads, items),
        figures=(
            ("articles", len(articles)),
            ("speakers", len(speakers)),
            ("direct_quotes", sum(passage.spoken for article in articles for passage in _said(article))),
            ("instruments", count_instruments(articles)),
        ),
        law_as_of=law_as_of,
        version=version,
        event=draft.cover.event,
        event_en=draft.cover.event_en,
        venue=draft.cover.venue,
        day=draft.cover.day.isoformat() if draft.cover.day else "",
        languages=draft.cover.languages,
        sections=draft.cover.sections,
        bodies=body_notes(articles),
        sanctions=make_sanctions(items, [article.text for article in articles], law_as_of),
        cases=make_cases(items),
        made=tuple(_made(articles, silenced)),
    )


def _heard(article: DraftArticle, people: Sequence[DraftPerson]) -> DraftArticle:
    """Return the article with the words of people who are not printed taken from them: their quotes go, the rest stands without a name."""
    names = {person.id for person in people} | {None}
    quiet = (replace(passage, speaker=None, keep=passage.keep and passage.kind != "quote") for passage in article.passages)
    passages = tuple(passage if passage.speaker in names else other for passage, other in zip(article.passages, quiet, strict=True))
    return replace(article, passages=passages)


def _items(rules: Sequence[MergedRule], articles: Sequence[DraftArticle], law_as_of: date) -> Iterator[RuleItem]:
    """Yield the rules with their codes, counted for each disc; definitions and agreements have none. No sentence is the example of two."""
    counts: Counter[str] = Counter()
    given: set[str] = set()
    for rule in rules:
        disc = DISCS.get(rule.type, "")
        counts[disc] += 1
        item = RuleItem(
            code=f"{disc}{counts[disc]}" if disc else "",
            type=rule.type,
            text=Bilingual(id=rule.text),
            references=rule.references,
            instrument=rule.instrument,
            spoken=rule.spoken,
            note=" ".join(dict.fromkeys(statement.note for _, statement in rule.statements if statement.note)),
            view=any(statement.points for _, statement in rule.statements),
        )
        if rule.point:
            item = _with_statement(item, rule, articles, law_as_of)
        if item.example and item.example.text.id in given:
            item = replace(item, example=None)
        given |= {item.example.text.id} if item.example else set()
        yield item


def _with_statement(item: RuleItem, rule: MergedRule, articles: Sequence[DraftArticle], law_as_of: date) -> RuleItem:
    """Return a rule in the words of the catalogue; the sentence that it stood in becomes the example below them."""
    known = point(rule.point)
    kind: QuoteKind = "direct" if rule.spoken else "indirect"
    example = KeyQuote(kind=kind, text=item.text, reference=rule.references[0], cue=_cue_of(rule, articles))
    made = make_statement(known, [day for number, _ in rule.statements if (day := articles[number - 1].findings.article.law_date)], law_as_of)
    return replace(
        item,
        text=own_words(known.statement_id, known.statement_en),
        references=tuple(sorted(item.references, key=lambda place: (place.article, place.paragraph))),
        spoken=False,
        view=made.is_view,
        statement=made,
        example=example if len(rule.text) <= threshold("example_length") else None,
    )


def _cue_of(rule: MergedRule, articles: Sequence[DraftArticle]) -> str:
    """Return the word that reports the first statement of a rule: that of the quote in which it stands, "" for none."""
    number, first = rule.statements[0]
    quotes = (passage for passage in articles[number - 1].passages if passage.kind == "quote" and passage.span.contains(first.span))
    return next((quote.cue for quote in quotes), "")


def _made(articles: Sequence[DraftArticle], silenced: Container[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the words of quotes and sentences with the statements that they make, those for which the officer wants no English apart."""
    for article in articles:
        for passage in article.passages:
            words = passage.words(article.text)
            within = [rule for rule in article.passages if rule.kind == "rule" and passage.span.contains(rule.span) and not rule.refused]
            points = passage.points if passage.kind != "sentence" else tuple(dict.fromkeys(name for rule in within for name in rule.points))
            if passage.keep and printable(points) and words not in silenced:
                yield words, printable(points)


def _spreads(
    articles: Sequence[DraftArticle], rules: Sequence[RuleItem], sources: Sequence[DraftArticle], silenced: Container[str]
) -> tuple[PackArticle, ...]:
    """Return the articles that are printed, a quote that several of them hold with one of these only, and which of the `sources` are their reprints."""
    twice = repeats(articles)
    spreads = []
    for number, article in enumerate(articles, 1):
        elsewhere = {place.article for (at, _), place in twice.items() if at == number} - {number}
        own = replace(article, passages=tuple(passage for passage in article.passages if (number, passage.id) not in twice))
        spread = _article(number, own, rules, silenced)
        spreads.append(replace(spread, reprints=tuple(reprints(article, sources)), quotes_at=tuple(sorted(elsewhere)), quoted=_quoted(article)))
    return tuple(spreads)


def _quoted(article: DraftArticle) -> tuple[str | None, ...]:
    return tuple(passage.speaker for passage in _said(article) if passage.spoken)


def _article(number: int, drafted: DraftArticle, rules: Sequence[RuleItem], silenced: Container[str]) -> PackArticle:
    article = drafted.findings.article
    untitled = Phrase(*phrases()["untitled"])
    kept = [passage for passage in drafted.passages if passage.keep]
    return PackArticle(
        number=number,
        source_name=PurePosixPath(article.source.name).name,
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
        quotes=tuple(_quote(passage, drafted, number, silenced) for passage in kept if passage.kind == "quote"),
        rules=tuple((rule.code, place.paragraph) for rule in rules if rule.code for place in rule.references if place.article == number),
        summary=tuple(
            (Bilingual(id=passage.words(article.text)), place_of(passage, drafted, number).paragraph)
            for passage in kept
            if passage.kind == "sentence"
        ),
        citations=tuple(cited.citation for cited in drafted.citations if cited.keep),
    )


def _quote(passage: Passage, article: DraftArticle, number: int, silenced: Container[str]) -> KeyQuote:
    words = passage.words(article.text)
    return KeyQuote(
        kind="direct" if passage.spoken else "indirect",
        text=Bilingual(id=words),
        reference=place_of(passage, article, number),
        cue=passage.cue,
        refused=words in silenced,
    )


def _people(people: Iterable[DraftPerson], articles: Sequence[DraftArticle]) -> Iterator[Person]:
    """Yield everybody whose words the articles hold, printed or not."""
    for person in people:
        own = [
            (number, article, passage)
            for number, article in enumerate(articles, 1)
            for passage in article.passages
            if passage.speaker == person.id and not passage.refused
        ]
        if not own:
            continue
        speaker = person.speaker
        places = {place_of(passage, article, number) for number, article, passage in own if passage.keep}
        elsewhere = {place_of(passage, article, number) for number, article, passage in own if passage.kind == "quote"}
        yield Person(
            id=person.id,
            name=speaker.name,
            name_with_titles=speaker.name_with_titles,
            office=_office(speaker.office, speaker.office_en),
            organisation=speaker.organisation,
            organisation_en=speaker.organisation_en,
            direct_quotes=sum(passage.spoken for _, _, passage in own if passage.kind == "quote"),
            references=tuple(sorted(places or elsewhere, key=lambda place: (place.article, place.paragraph))),
        )


def _office(office: str | None, english: str | None) -> Bilingual | None:
    if not office:
        return None
    return Bilingual(id=office, en=Translation(text=english, origin=Origin.CATALOGUE) if english else None)


def _said(article: DraftArticle) -> Iterator[Passage]:
    yield from (passage for passage in article.passages if passage.kind == "quote" and not passage.refused)
