"""The phrases of all lists in some words, by the name of their list: what a longer phrase means otherwise is left out, and who speaks."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from briefing.lexicon.modality import lexicon, phrasebook
from briefing.lexicon.phrasebook import Hit, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ATTRIBUTION = 12  # words of an inserted "kata Sekda Kabupaten …", at most
MARKS = frozenset(",;:.!?()")


class Phrases(NamedTuple):
    """Some words of a text, and all phrases in them; `places` are theirs in the text, in code points."""

    text: str
    tokens: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    found: tuple[Hit, ...]

    def within(self, start: int, end: int) -> Phrases:
        """Return the words and phrases between two places of the text, as if they stood alone."""
        first, behind = (bisect_left(self.places, at, key=lambda place: place[0]) for at in (start, end))
        low, high = (bisect_left(self.found, at, key=lambda hit: hit.start) for at in (first, behind))
        found = tuple(Hit(name, begin - first, finish - first) for name, begin, finish in self.found[low:high] if finish <= behind)
        return Phrases(self.text, self.tokens[first:behind], self.places[first:behind], found)

    def before(self, other: Phrases) -> Phrases:
        """Return these words and phrases followed by others of the same text."""
        count = len(self.tokens)
        moved = (Hit(name, start + count, end + count) for name, start, end in other.found)
        return Phrases(self.text, self.tokens + other.tokens, self.places + other.places, (*self.found, *moved))


@lru_cache(maxsize=16)
def read_phrases(text: str) -> Phrases:
    """Return the words of a text and the phrases in them: once for all that is matched in it."""
    read = tokens(text)
    return Phrases(text, read.words, read.places, tuple(phrasebook().hits(read.words)))


def hits_by_name(words: Sequence[str], found: Sequence[Hit]) -> dict[str, list[Hit]]:
    """Return the phrases found in some words by the name of their list, without what only tells who speaks."""
    return by_name(found, told(words, found))


def told(words: Sequence[str], found: Sequence[Hit]) -> frozenset[int]:
    """Return the tokens that only tell who speaks (", kata Sekda Kabupaten Pati,")."""
    return frozenset(at for start, end in _attributions(words, found) for at in range(start, end))


def by_name(found: Sequence[Hit], told_at: frozenset[int]) -> dict[str, list[Hit]]:
    """Return phrases by the name of their list, without those at the tokens `told_at` and those that a longer phrase covers."""
    covers: dict[int, list[Hit]] = {}  # by each token that they hold
    for hit in found:
        if hit.end - hit.start > 1 and (hit.name == "idle" or hit.name.startswith(("not:", "group:"))):
            for at in range(hit.start, hit.end):
                covers.setdefault(at, []).append(hit)
    hits: dict[str, list[Hit]] = {}
    for hit in found:
        if hit.start not in told_at and not any(_covers(cover, hit) for cover in covers.get(hit.start, ())):
            hits.setdefault(hit.name, []).append(hit)
    return hits


def _covers(cover: Hit, hit: Hit) -> bool:
    """Return whether a phrase that means something else holds a hit ("calon pemilih"), or a longer group a group ("calon bupati")."""
    inside = cover.start <= hit.start and hit.end <= cover.end and cover.end - cover.start > hit.end - hit.start
    return inside and (cover.name in {"idle", f"not:{hit.name}"} or (cover.name.startswith("group:") and hit.name.startswith("group:")))


def _attributions(words: Sequence[str], found: Sequence[Hit]) -> Iterator[tuple[int, int]]:
    """Yield the runs of tokens between commas that only tell who speaks (", kata Sekda Kabupaten Pati,")."""
    verbs = {hit.start for hit in found if hit.name == "attribution"}
    acting = {hit.start for hit in found if hit.name in lexicon().operators} - verbs
    marks = [-1, *(at for at, token in enumerate(words) if token in MARKS), len(words)]
    for before, after in pairwise(marks):
        if before + 1 in verbs and after - before - 1 <= _ATTRIBUTION and not any(before < at < after for at in acting):
            yield before + 1, next((at for at in range(before + 1, after) if words[at] == "kepada"), after)
