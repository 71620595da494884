"""The points of the one-page summary: the rules most widely and most strongly stated, and where they are few, key sentences."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.editing.merge import place_of
from briefing.editing.select import Ranked, choose, rank, within
from briefing.editing.words import threshold
from briefing.model.pack import Bilingual, Point

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.editing.draft import DraftArticle, Passage
    from briefing.editing.merge import MergedRule
    from briefing.model.finding import RuleType
    from briefing.model.pack import Reference

LIMIT = 6


def front_passages(articles: Sequence[DraftArticle], rules: Sequence[MergedRule]) -> frozenset[tuple[int, str]]:
    """Return the (article number, passage id) of the points most worth knowing.

    They are rules, and summary sentences where the rules are few. Articles and types of rule take turns.
    """
    ranked: dict[Ranked, tuple[Sequence[tuple[int, Passage]], RuleType | None]] = {}
    for rule in rules:
        number, statement = rule.statements[0]
        passage = rank(articles[number - 1].findings, statement.span, statement.speaker)
        ranked[replace(passage, score=passage.score + threshold("shared") * (rule.articles - 1))] = (rule.statements, rule.type)
    for number, sentence in _sentences(articles):
        passage = rank(articles[number - 1].findings, sentence.span, sentence.speaker)
        if not any(passage.text in rule.text or rule.text in passage.text for rule in rules):
            ranked[passage] = (((number, sentence),), None)

    def cost(passage: Ranked, chosen: list[Ranked]) -> float:
        statements, kind = ranked[passage]
        others = [ranked[other] for other in chosen]
        same_article = sum(statements[0][0] == other[0][0] for other, _ in others)
        types = sum(kind == other for _, other in others)
        leaning = threshold("leaning_point") if "leaning" in passage.features else 0
        return leaning + threshold("same_article") * same_article + threshold("same_type") * types

    short = [passage for passage in ranked if len(passage.text) <= threshold("point_length")]
    worthy = [passage for passage in short if passage.score >= threshold("point_floor")]
    chosen = within(choose(worthy or short, LIMIT, cost), LIMIT, threshold("points_length"))
    return frozenset((number, statement.id) for passage in chosen for number, statement in ranked[passage][0])


def make_points(articles: Sequence[DraftArticle], rules: Sequence[MergedRule]) -> tuple[Point, ...]:
    """Return the points marked for the one-page summary: those of most articles first, then in the order of their first place."""
    marked = [rule for rule in rules if any(statement.front for _, statement in rule.statements)]
    points = [Point(text=Bilingual(id=rule.text), references=rule.references, spoken=rule.spoken) for rule in marked]
    for number, sentence in _sentences(articles):
        if sentence.front:
            article = articles[number - 1]
            points.append(Point(text=Bilingual(id=sentence.words(article.text)), references=(place_of(sentence, article, number),)))
    return tuple(sorted(points, key=lambda point: (-len({place.article for place in point.references}), *_place(point.references[0]))))


def _sentences(articles: Sequence[DraftArticle]) -> Iterator[tuple[int, Passage]]:
    """Yield the summary sentences that are printed, each with the number of its article."""
    for number, article in enumerate(articles, 1):
        yield from ((number, passage) for passage in article.passages if passage.kind == "sentence" and passage.keep)


def _place(reference: Reference) -> tuple[int, int]:
    return reference.article, reference.paragraph
