"""The points of the one-page summary: the statements that most articles and speakers make, and where they are few, key sentences."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.editing.merge import DISCS, place_of
from briefing.editing.select import Ranked, choose, rank, within
from briefing.editing.statements import printable
from briefing.editing.words import threshold
from briefing.model.pack import Bilingual, Point

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.editing.draft import DraftArticle, Passage
    from briefing.editing.merge import MergedRule
    from briefing.model.finding import RuleType
    from briefing.model.pack import Reference, RuleItem

LIMIT = 6

Place = tuple[int, str]
"""The number of an article and the id of a passage in it."""


def front_passages(articles: Sequence[DraftArticle], rules: Sequence[MergedRule]) -> frozenset[Place]:
    """Return the passages that make the points most worth knowing: statements first, then rules and summary sentences where these are few."""
    made = _in_turn(rules, [place for rule in rules for place in _places(rule)], LIMIT)
    return frozenset(place for rule in made for place in _places(rule)) | _key_passages(articles, rules, LIMIT - len(made))


def make_points(articles: Sequence[DraftArticle], rules: Sequence[MergedRule], items: Sequence[RuleItem]) -> tuple[Point, ...]:
    """Return the points that the passages marked for the one-page summary make: those of most articles first, then in the order of their first place.

    Args:
        articles: The articles of the pack.
        rules: What is stated over all of them.
        items: The same rules as the digest prints them.
    """
    marked = [(number, passage.id) for number, article in enumerate(articles, 1) for passage in article.passages if passage.front and passage.keep]
    made = _in_turn(rules, marked, len(rules))
    points = [_point(item) for rule, item in zip(rules, items, strict=True) if (rule in made if rule.point else set(_places(rule)) & set(marked))]
    points += _key_sentences(articles)
    return tuple(sorted(points, key=lambda point: (-len({place.article for place in point.references}), *_place(point.references[0]))))


def _point(item: RuleItem) -> Point:
    if not item.statement:
        return Point(text=item.text, references=item.references, spoken=item.spoken, view=item.view)
    return Point(text=item.statement.short, references=item.references, code=item.code, view=item.view)


def _in_turn(rules: Sequence[MergedRule], marked: Sequence[Place], limit: int) -> list[MergedRule]:
    """Return up to `limit` statements that marked passages make, the most widely made first, until each of these passages is told; types take turns.

    None is told whose passages all make others that are. So the passages of those that were chosen bring these back, and no others.
    """
    untold = set(marked)
    chosen: list[MergedRule] = []
    while len(chosen) < limit:
        left = [rule for rule in rules if rule.point and rule.type in DISCS and untold.intersection(_places(rule))]
        best = max(left, key=lambda rule: _weight(rule, chosen), default=None)
        if best is None:
            break
        untold.difference_update(_places(best))
        chosen.append(best)
    return chosen


def _weight(rule: MergedRule, chosen: Sequence[MergedRule]) -> float:
    turn = sum(DISCS[rule.type] == DISCS[other.type] for other in chosen)
    return threshold("point_article") * rule.articles + threshold("point_speaker") * rule.speakers + threshold("point_type") * turn


def _places(rule: MergedRule) -> list[Place]:
    return [(number, statement.id) for number, statement in rule.statements]


def _key_passages(articles: Sequence[DraftArticle], rules: Sequence[MergedRule], limit: int) -> frozenset[Place]:
    """Return up to `limit` rules and summary sentences that make no statement; articles and types of rule take turns."""
    ranked: dict[Ranked, tuple[Sequence[tuple[int, Passage]], RuleType | None]] = {}
    for rule in (rule for rule in rules if not rule.point):
        number, statement = rule.statements[0]
        passage = rank(articles[number - 1].findings, statement.span, statement.speaker)
        ranked[replace(passage, score=passage.score + threshold("shared") * (rule.articles - 1))] = (rule.statements, rule.type)
    for number, sentence in _sentences(articles):
        stated = (other.span.overlaps(sentence.span) for rule in rules for place, other in rule.statements if place == number)
        passage = rank(articles[number - 1].findings, sentence.span, sentence.speaker)
        if not any(stated) and not any(passage.text in rule.text or rule.text in passage.text for rule in rules):
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
    chosen = within(choose(worthy or short, limit, cost), limit, threshold("points_length") * limit / LIMIT)
    return frozenset((number, statement.id) for passage in chosen for number, statement in ranked[passage][0])


def _key_sentences(articles: Sequence[DraftArticle]) -> Iterator[Point]:
    """Yield the summary sentences, and the quotes that make no statement, that are marked for the one-page summary."""
    for number, article in enumerate(articles, 1):
        for passage in article.passages:
            if passage.front and passage.keep and passage.kind != "rule" and not printable(passage.points):
                words = Bilingual(id=passage.words(article.text))
                yield Point(text=words, references=(place_of(passage, article, number),), spoken=passage.spoken)


def _sentences(articles: Sequence[DraftArticle]) -> Iterator[tuple[int, Passage]]:
    """Yield the summary sentences that are printed, each with the number of its article."""
    for number, article in enumerate(articles, 1):
        yield from ((number, passage) for passage in article.passages if passage.kind == "sentence" and passage.keep)


def _place(reference: Reference) -> tuple[int, int]:
    return reference.article, reference.paragraph
