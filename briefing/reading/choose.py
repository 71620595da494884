"""Where the article stands on a web page: the element whose prose weighs most against the links and labels in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.reading.furniture import line_rule, tail_start
from briefing.reading.prose import is_running
from briefing.reading.tree import MOSTLY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.reading.tree import Block, Tree

_LINK_WEIGHT: Final = -40
"""What a block of links weighs, in code points of prose: a list of ten headlines outweighs three sentences."""

_LABEL_WEIGHT: Final = -5
"""What any other line weighs that is no prose."""

_SHORTEST: Final = 20
"""No prose is shorter, in code points."""

_TEASER: Final = 200
_HEADLINE: Final = 4  # words
_MOST_OF_PAGE: Final = 0.5
_LEAST: Final = 0.25


def choose(tree: Tree, weights: Sequence[float]) -> tuple[int, ...]:
    """Return the numbers of the blocks among which the article of a page stands, in its order; `weights` is what each block weighs.

    Where what is called furniture holds nearly all of the prose, its names mean something else.
    """
    inside = _sums(tree, _prose(weights))
    found = _choose(tree, weights, inside, _furniture(tree, inside, comments_only=False))
    prose = _prose(weights)
    if sum(prose[number] for number in found) >= _LEAST * sum(prose):
        return found
    plain = _choose(tree, weights, inside, _furniture(tree, inside, comments_only=True))
    return found if sum(prose[number] for number in found) >= _LEAST * sum(prose[number] for number in plain) else plain


def _prose(weights: Sequence[float]) -> list[float]:
    """Return what each block weighs as prose, 0 for one that is none."""
    return [weight if weight > 0 else 0.0 for weight in weights]


def _choose(tree: Tree, weights: Sequence[float], inside: Sequence[float], furniture: Sequence[bool]) -> tuple[int, ...]:
    sums = _sums(tree, [0 if furniture[block.element] else weight for block, weight in zip(tree.blocks, weights, strict=True)])
    heaviest = max(sums, default=0.0)
    best = max((number for number, weight in enumerate(sums) if weight == heaviest), default=0)
    stated = (number for number, element in enumerate(tree.elements) if element.is_body and inside[number] >= _MOST_OF_PAGE * inside[best])
    top = next(stated, best)
    end = _end(tree, top)
    return tuple(number for number, block in enumerate(tree.blocks) if top <= block.element < end and not furniture[block.element])


def weights(tree: Tree, view: str) -> tuple[float, ...]:
    """Return what each block weighs: as prose, or as a label where it is one or a teaser; `view` is the text that its spans count in."""
    found = [_weigh(block, view) for block in tree.blocks]
    for number in tuple(_teasers(tree, view, found)):
        found[number] = _LABEL_WEIGHT
    return tuple(found)


def _weigh(block: Block, view: str) -> float:
    """Return what a block weighs: the code points of its prose that are no links, less what its links and labels count."""
    linked = block.linked
    if linked > MOSTLY:
        return _LINK_WEIGHT
    if block.end - block.start < _SHORTEST:
        return _LABEL_WEIGHT
    lines = filter(None, map(str.strip, view[block.start : block.end].split("\n")))
    return sum(len(line) * (1 - linked) if is_running(line[: tail_start(line)] if line[-1] in ")*#" else line) else _LABEL_WEIGHT for line in lines)


def _teasers(tree: Tree, view: str, weights: Sequence[float]) -> Iterator[int]:
    """Yield the blocks that are teasers: short prose right behind a link that is its headline."""
    for number, weight in enumerate(weights[1:], 1):
        if 0 < weight < _TEASER and (before := tree.blocks[number - 1]).is_link and len(before.links) == 2:
            words = view[before.start : before.end]
            if len(words.split()) >= _HEADLINE and line_rule(words) is None:
                yield number


def _sums(tree: Tree, weights: Sequence[float]) -> list[float]:
    """Return for each element the sum of the weights of the blocks in it."""
    sums, parents = [0.0] * len(tree.elements), tree.parents
    for block, weight in zip(tree.blocks, weights, strict=True):
        sums[block.element] += weight
    for number in range(len(sums) - 1, 0, -1):
        sums[parents[number]] += sums[number]
    return sums


def _furniture(tree: Tree, inside: Sequence[float], *, comments_only: bool) -> list[bool]:
    """Return for each element whether it is furniture, or comments alone, or stands in some.

    One with the only headline of the page is none, whatever it is called; nor one with most of its prose, unless it holds comments.
    """
    headlines = [number for number, element in enumerate(tree.elements) if element.tag == "h1"]
    around: set[int] = set()
    above = headlines[0] if len(headlines) == 1 else -1
    while above >= 0:
        around.add(above)
        above = tree.parents[above]
    much = _MOST_OF_PAGE * inside[0] if inside else 0.0
    found: list[bool] = []
    for number, (element, parent) in enumerate(zip(tree.elements, tree.parents, strict=True)):
        is_kind = element.is_comments if comments_only else element.is_furniture
        is_named = is_kind and number not in around and (element.is_comments or inside[number] <= much)
        found.append(is_named or (parent >= 0 and found[parent]))
    return found


def _end(tree: Tree, top: int) -> int:
    """Return the number of the first element behind `top` that does not stand in it."""
    return next((number for number in range(top + 1, len(tree.parents)) if tree.parents[number] < top), len(tree.parents))
