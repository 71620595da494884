"""The points of the one-page summary: the rules most widely and most strongly stated, and where they are few, key sentences."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.editing.select import Ranked, choose, rank, within
from briefing.editing.words import threshold
from briefing.model.pack import Bilingual, Point, Reference

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.editing.merge import MergedRule
    from briefing.model.finding import Findings, RuleType
    from briefing.model.span import Span

LIMIT = 6


def make_points(findings: Sequence[Findings], rules: Sequence[MergedRule], sentences: Sequence[tuple[Span, Reference]]) -> tuple[Point, ...]:
    """Return the points most worth knowing: those of most articles first, then in the order of their first place.

    `sentences` are the summary sentences of the articles, for where the rules are few. Articles and types of rule take turns.
    """
    ranked: dict[Ranked, tuple[tuple[Reference, ...], RuleType | None, bool]] = {}
    for rule in rules:
        place = rule.references[0]
        passage = rank(findings[place.article - 1], rule.span, place.person)
        ranked[replace(passage, score=passage.score + threshold("shared") * (rule.articles - 1))] = (rule.references, rule.type, rule.spoken)
    for span, place in sentences:
        passage = rank(findings[place.article - 1], span, place.person)
        if not any(passage.text in rule.text or rule.text in passage.text for rule in rules):
            ranked[passage] = ((place,), None, False)

    def cost(passage: Ranked, chosen: list[Ranked]) -> float:
        references, kind, _ = ranked[passage]
        others = [ranked[other] for other in chosen]
        articles = sum(references[0].article == other[0].article for other, _, _ in others)
        types = sum(kind == other for _, other, _ in others)
        leaning = threshold("leaning_point") if "leaning" in passage.features else 0
        return leaning + threshold("same_article") * articles + threshold("same_type") * types

    short = [passage for passage in ranked if len(passage.text) <= threshold("point_length")]
    worthy = [passage for passage in short if passage.score >= threshold("point_floor")]
    chosen = within(choose(worthy or short, LIMIT, cost), LIMIT, threshold("points_length"))
    points = [Point(text=Bilingual(id=passage.text), references=ranked[passage][0], spoken=ranked[passage][2]) for passage in chosen]
    return tuple(sorted(points, key=lambda point: (-len({place.article for place in point.references}), *_place(point.references[0]))))


def _place(reference: Reference) -> tuple[int, int]:
    return reference.article, reference.paragraph
