"""The same story twice in one run: one article under two names, or nearly the same words in two papers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from briefing.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.article import Article
    from briefing.model.outcome import Outcome

ALIKE: Final = 0.7
"""Two articles are one story if the fuller one holds this share of the runs of words of the other.

Of 62 articles on the same elections no two that were written apart share more than 0.3; a reprint in which every fifteenth word is another keeps 0.73.
"""

_RUN: Final = 4  # words
_FEWEST: Final = 20
"""Shorter articles, in runs of words, are one story only when they are the same."""

_WORD = re.compile(r"\w+")


def duplicates(outcomes: Sequence[Outcome]) -> tuple[Outcome, ...]:
    """Return `outcomes` with a mark and a doubt at each article that another one tells too, which is named: the fullest, of equals the first.

    What stands alone is compared with those that speak for others only, so that no chain of small changes makes two stories one.
    """
    articles = {place: outcome.findings.article for place, outcome in enumerate(outcomes) if outcome.findings}
    runs = {place: _runs(article) for place, article in articles.items()}
    speaking: dict[tuple[str, ...], list[int]] = defaultdict(list)
    same: dict[str, int] = {}
    marked = list(outcomes)
    for place in sorted(articles, key=lambda place: -len(articles[place].text)):
        article = articles[place]
        keys = [key for key in (article.source.sha256, article.text) if key]
        twin = next((same[key] for key in keys if key in same), None)
        other = twin if twin is not None else _fullest_like(runs[place], speaking)
        if other is None:
            for run in runs[place]:
                speaking[run].append(place)
        same.update((key, place if other is None else other) for key in keys if key not in same)
        if other is not None:
            marked[place] = _marked(outcomes[place], outcomes[other].name, "near-duplicate" if twin is None else "duplicate-article")
    return tuple(marked)


def _runs(article: Article) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(article.text.casefold())
    return frozenset(tuple(words[start : start + _RUN]) for start in range(len(words) - _RUN + 1))


def _fullest_like(runs: frozenset[tuple[str, ...]], speaking: dict[tuple[str, ...], list[int]]) -> int | None:
    """Return the place of the article that holds most of `runs`, if it holds enough of them."""
    shared = Counter(place for run in runs for place in speaking.get(run, ()))
    found, number = max(shared.items(), key=lambda item: (item[1], -item[0]), default=(None, 0))
    return found if len(runs) >= _FEWEST and number >= ALIKE * len(runs) else None


def _marked(outcome: Outcome, other: str, code: str) -> Outcome:
    found = outcome.findings
    if not found:
        return outcome
    doubt = Problem(code=code, arguments={"other": other})
    return replace(outcome, findings=replace(found, copy_of=other, problems=(*found.problems, doubt)))
