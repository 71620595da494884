"""The blocks of a web page that are its article: without teasers, captions and labels, and none where the page only shows a beginning."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from briefing.lexicon.load import table
from briefing.reading.choose import choose, weights
from briefing.reading.dateline import dateline
from briefing.reading.furniture import author_in, line_rule
from briefing.reading.prose import is_date_line
from briefing.reading.titles import letters
from briefing.reading.tree import Tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_FAR: Final = 8
"""Prose behind so many blocks that are none is not of the article, unless it is much of it."""

_MUCH: Final = 0.5
_NEAR: Final = 8
"""So many blocks before and behind the article may belong to it, or say that there is more of it for those who pay."""

_SHORT: Final = 400
"""A shorter article shares words with its title, or it is a teaser."""

_CUT_OFF: Final = 2_500
"""An article with more code points is whole, whatever the page says to those who do not pay."""

_CAPTION: Final = 300
_TEASERS: Final = 3
_KEPT_BEHIND: Final = 8  # words
_PAGER = re.compile(
    r"\b(?:halaman|hal|pages?)\s*:?\s*(?P<numbers>(?:\d{1,2}\s+)+(?P<last>\d{1,2}))\b|\b(?:halaman|laman)\s*:?[\s\d]*(?:selanjutnya|berikutnya)\b|\bnext page\b",
    re.IGNORECASE,
)
_HEADING = re.compile(r"h[1-6]")
_LABEL = re.compile(r"\s[-–—]{1,2}$")  # what a dateline ends with that stands in a block of its own
_LONG_WORD = re.compile(r"\w{4,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page with what each of its blocks weighs as prose; blocks go by their numbers."""

    tree: Tree
    view: str
    weights: tuple[float, ...]

    def words(self, number: int) -> str:
        """Return the words of a block."""
        block = self.tree.blocks[number]
        return self.view[block.start : block.end]

    def is_link(self, number: int) -> bool:
        """Return whether a block is a link, or a row of them."""
        return self.tree.blocks[number].is_link

    def prose(self, numbers: Iterable[int]) -> list[int]:
        """Return those blocks that are prose."""
        return [number for number in numbers if self.weights[number] > 0]

    def weight(self, numbers: Iterable[int]) -> float:
        """Return what some blocks weigh together."""
        return sum(self.weights[number] for number in numbers)


def weighed(tree: Tree, view: str) -> Page:
    """Return the page of a tree whose spans count in `view`."""
    return Page(tree=tree, view=view, weights=weights(tree, view))


def article_blocks(page: Page) -> tuple[int, ...]:
    """Return the blocks around the prose of the article: without what stands far from most of it, such as a notice on comments."""
    numbers = choose(page.tree, page.weights)
    headlines = [number for number, block in enumerate(page.tree.blocks) if page.tree.elements[block.element].tag == "h1"]
    runs: list[list[int]] = []
    for number in page.prose(numbers):
        if not runs or number - runs[-1][-1] > _FAR or any(_is_apart(page, runs[-1][-1], headline, number) for headline in headlines):
            runs.append([])
        runs[-1].append(number)
    heaviest = max(map(page.weight, runs), default=0.0)
    kept = _of_first_headline(headlines, [run for run in runs if page.weight(run) >= _MUCH * heaviest])
    if not kept:
        return ()
    others = {number for run in runs if run not in kept for number in run}
    return tuple(number for number in numbers if kept[0][0] - _NEAR <= number <= kept[-1][-1] + _NEAR and number not in others)


def _is_apart(page: Page, before: int, headline: int, behind: int) -> bool:
    """Return whether a headline stands between two blocks of prose, and not beside the first of them as a heading within the article does."""
    element, parents = page.tree.blocks[before].element, page.tree.parents
    return before < headline < behind and parents[page.tree.blocks[headline].element] not in {element, parents[element]}


def _of_first_headline(headlines: Sequence[int], runs: Sequence[list[int]]) -> Sequence[list[int]]:
    """Return the runs before another headline: behind it the next article begins, on pages that go on as long as the reader scrolls."""
    for place, (before, behind) in enumerate(itertools.pairwise(runs), 1):
        if any(before[-1] < headline < behind[0] for headline in headlines):
            return runs[:place]
    return runs


def is_article(page: Page, body: Sequence[int], title: str, *, is_free: bool, is_later: bool) -> bool:
    """Return whether the blocks hold an article to read, and not the teasers of an index, nor a beginning for those who do not pay.

    A short one shares words with its title; but not one that `is_later`, on the second page of an article or behind it.
    """
    prose = page.prose(body)
    if not prose or _is_index(page, body) or _is_cut_off(page, prose, is_free=is_free):
        return False
    if is_later or page.weight(prose) >= _SHORT:
        return True
    words = set(_LONG_WORD.findall(letters(title)))
    text = letters(" ".join(map(page.words, prose)))
    return bool(words) and 3 * sum(word in text for word in words) >= len(words)


def without_labels(page: Page, body: Sequence[int]) -> tuple[int, ...]:
    """Return the blocks without links and captions, and before the first and behind the last prose without labels; paragraphs may lack a full stop."""
    below = _below_byline(page, body)
    prose = [number for number in below if not _is_caption(page, number, below)]
    while len(prose) > 1 and _HEADING.fullmatch(page.tree.elements[page.tree.blocks[prose[0]].element].tag):
        del prose[0]  # a standfirst
    if not prose:
        return ()
    kept = set(prose)

    def belongs(number: int) -> bool:
        if page.is_link(number) or page.weights[number] > 0:
            return number in kept and not asks_for_money(page.words(number))
        tag = page.tree.elements[page.tree.blocks[number].element].tag
        if number > prose[-1]:
            return tag == "li" or (tag == "p" and len(page.words(number).split(None, _KEPT_BEHIND)) > _KEPT_BEHIND)
        return number > prose[0] or tag == "p" or _LABEL.search(page.words(number)) is not None

    return tuple(filter(belongs, body))


def goes_on(page: Page, body: Sequence[int], number: int) -> bool:
    """Return whether the page, the one with `number` of its article, says behind the article that it goes on at a later one."""
    prose = page.prose(body)
    if not prose:
        return False
    behind = " ".join(page.words(other) for other in range(prose[-1] + 1, min(prose[-1] + 1 + _NEAR, len(page.weights))))
    pager = _PAGER.search(behind)
    return pager is not None and (not pager["numbers"] or int(pager["last"]) > number)


def asks_for_money(line: str) -> bool:
    """Return whether a line says that there is more for those who pay or log in, and not that they may comment."""
    asks, unless = _paywall()
    return len(line) <= _CAPTION and asks.search(line) is not None and unless.search(line) is None


def _is_index(page: Page, body: Sequence[int]) -> bool:
    """Return whether most of the prose is teasers: each right behind the link that is its headline."""
    teasers, is_behind_link = 0, False
    for number in body:
        if page.is_link(number):
            is_behind_link = line_rule(page.words(number)) is None
        elif page.weights[number] > 0:
            teasers += is_behind_link
            is_behind_link = False
    prose = len(page.prose(body))
    return prose >= _TEASERS and 2 * teasers > prose


def _is_cut_off(page: Page, prose: Sequence[int], *, is_free: bool) -> bool:
    """Return whether the page only shows the beginning of an article to those who do not pay or log in."""
    weight = page.weight(prose)
    if weight > _CUT_OFF:
        return False
    behind = range(prose[-1], min(prose[-1] + 1 + _NEAR, len(page.tree.blocks)))
    return (not is_free and weight < _CUT_OFF / 2) or any(asks_for_money(line) for number in behind for line in page.words(number).split("\n"))


def _below_byline(page: Page, body: Sequence[int]) -> Sequence[int]:
    """Return the prose below the line that dates or signs the article, if there is one below a headline or a first sentence."""
    prose = page.prose(body)
    if len(prose) < 2:
        return prose
    for number in (number for number in reversed(body) if prose[0] < number <= prose[min(2, len(prose) - 1)]):
        words = page.words(number)
        if is_date_line(words) or author_in(words):
            return [other for other in prose if other > number]
    return prose


def _is_caption(page: Page, number: int, prose: Sequence[int]) -> bool:
    """Return whether a block is the caption of the picture before it: short, and beside none of the paragraphs around it."""
    block, parents = page.tree.blocks[number], page.tree.parents
    words = page.words(number)
    if not block.after_picture or len(words) > _CAPTION or len(prose) < 2 or dateline(words):
        return False
    place = prose.index(number)
    beside = (page.tree.blocks[other].element for other in (*prose[max(0, place - 1) : place], *prose[place + 1 : place + 2]))
    return not any(block.element == other or parents[block.element] == parents[other] for other in beside)


@cache
def _paywall() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what asks for money, and what makes a line that has it ask for something else."""
    paywall = table("id/pages.toml")["paywall"]
    sentences = "|".join(f"(?:{entry['pattern']})" for entry in paywall["sentence"])
    return re.compile(sentences, re.IGNORECASE), re.compile(paywall["unless"], re.IGNORECASE)
