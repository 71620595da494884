"""The phrases of all lists in some words, by the name of their list: what a longer phrase means otherwise is left out, and who speaks."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from itertools import pairwise
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, NamedTuple

from briefing.lexicon.modality import lexicon, phrasebook
from briefing.lexicon.phrasebook import Hit, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_ATTRIBUTION = 12  # words of an inserted "kata Sekda Kabupaten …", at most
_HEADS = frozenset({"group:regional-head", "group:official", "group:superior"})
_TITLED = frozenset({"pemilihan", "pilkada", "calon", "balon", "bapaslon", "paslon"})
_TITLE_GAP = 4  # words between two offices of one election ("Wakil Bupati Kudus dan Gubernur"), at most
_TITLES = frozenset({"idle", "group:candidate"})
_NAMING = _HEADS | _TITLES
_OFFICES = frozenset({"daerah", "bupati", "gubernur", "kota", "walikota", "presiden", "wabup", "wagub"})
_AND = frozenset({"dan", "atau", "serta", "maupun"})
MARKS = frozenset(",;:.!?()")


class Phrases(NamedTuple):
    """A text in words, their places in code points, and the phrases in it in order, without those that a longer phrase covers."""

    text: str
    tokens: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    found: tuple[Hit, ...]

    def run(self, start: int, end: int) -> tuple[int, int]:
        """Return the first token between two places of the text, and the one behind the last."""
        return bisect_left(self.places, start, key=_first), bisect_left(self.places, end, key=_first)

    def within(self, first: int, behind: int) -> list[Hit]:
        """Return the phrases among some tokens, their places counted from the first of these."""
        low, high = bisect_left(self.found, first, key=_start), bisect_left(self.found, behind, key=_start)
        return [Hit(name, start - first, end - first) for name, start, end in self.found[low:high] if end <= behind]


_first = itemgetter(0)  # of a place
_start = attrgetter("start")  # of a phrase


def read_phrases(text: str) -> Phrases:
    """Return a text in words and phrases."""
    read = tokens(text)
    return Phrases(text, read.words, read.places, tuple(_without_titles(read.words, _uncovered(phrasebook().hits(read.words)))))


def _uncovered(found: Sequence[Hit]) -> list[Hit]:
    """Return the phrases that no longer phrase covers."""
    covers: dict[int, list[Hit]] = {}  # by each token that they hold
    for hit in found:
        name, start, end = hit
        if end - start > 1 and name.startswith(("idle", "not:", "group:")):
            for at in range(start, end):
                covers.setdefault(at, []).append(hit)
    return [hit for hit in found if hit[1] not in covers or not any(_covers(cover, hit) for cover in covers[hit[1]])]


def told(words: Sequence[str], found: Sequence[Hit], first: int, behind: int) -> frozenset[int]:
    """Return those of some tokens, with the phrases found in them, that only tell who speaks (", kata Sekda Kabupaten Pati,")."""
    return frozenset(at for start, end in _attributions(words, found, first, behind) for at in range(start, end))


def _without_titles(words: Sequence[str], found: Iterable[Hit]) -> Iterator[Hit]:
    """Yield the phrases without the offices that only name an election or a candidate ("Pemilihan Bupati dan Wakil Bupati", "calon wali kota")."""
    end = -_TITLE_GAP
    for hit in found:
        if hit.name not in _NAMING:
            yield hit
            continue
        titled = hit.name in _HEADS and _names_title(words, end, hit)
        if titled or (hit.name in _TITLES and words[hit.end - 1] in _OFFICES):
            end = hit.end
        if not titled:
            yield hit


def _names_title(words: Sequence[str], end: int, hit: Hit) -> bool:
    """Return whether an office follows "pemilihan" or "calon", or another such office that ends at token `end`, with "dan"."""
    if hit.start < end or (hit.start and words[hit.start - 1] in _TITLED):
        return True
    between = words[end : hit.start] if 0 <= hit.start - end <= _TITLE_GAP else ()
    listed = between == (",",) and bool(_AND & {*words[hit.end : hit.end + _TITLE_GAP]})
    return listed or bool(_AND & {*between})


def _covers(cover: Hit, hit: Hit) -> bool:
    """Return whether a phrase that means something else holds a hit ("calon pemilih"), or a longer group a group ("calon bupati")."""
    inside = cover.start <= hit.start and hit.end <= cover.end and cover.end - cover.start > hit.end - hit.start
    return inside and (cover.name in {"idle", f"not:{hit.name}"} or (cover.name.startswith("group:") and hit.name.startswith("group:")))


def by_name(found: Iterable[Hit]) -> dict[str, list[Hit]]:
    """Return phrases by the name of their list."""
    hits: dict[str, list[Hit]] = defaultdict(list)
    for hit in found:
        hits[hit[0]].append(hit)
    return dict(hits)


def _attributions(words: Sequence[str], found: Sequence[Hit], first: int, behind: int) -> Iterator[tuple[int, int]]:
    """Yield the runs of tokens between commas that only tell who speaks (", kata Sekda Kabupaten Pati,")."""
    verbs = {start for name, start, _ in found if name == "attribution"}
    if not verbs:
        return
    operators = lexicon().operators
    acting = {hit.start for hit in found if hit.name in operators} - verbs
    marks = [first - 1, *(at for at in range(first, behind) if words[at] in MARKS), behind]
    for before, after in pairwise(marks):
        if before + 1 in verbs and after - before - 1 <= _ATTRIBUTION and not any(before < at < after for at in acting):
            yield before + 1, next((at for at in range(before + 1, after) if words[at] == "kepada"), after)
