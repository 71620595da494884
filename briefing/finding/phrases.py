"""The phrases of all lists in some words, by the name of their list: what a longer phrase means otherwise is left out, and who speaks."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from briefing.lexicon.modality import lexicon, phrasebook
from briefing.lexicon.phrasebook import Found, Hit, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_ATTRIBUTION = 12  # words of an inserted "kata Sekda Kabupaten …", at most
_HEADS = frozenset({"group:regional-head", "group:official", "group:superior"})
_TITLED = frozenset({"pemilihan", "pilkada", "calon", "balon", "bapaslon", "paslon"})
_TITLE_GAP = 4  # words between two offices of one election ("Wakil Bupati Kudus dan Gubernur"), at most
_TITLES = frozenset({"idle", "group:candidate"})
_NAMING = _HEADS | _TITLES
_OFFICES = frozenset({"daerah", "bupati", "gubernur", "kota", "walikota", "presiden", "wabup", "wagub"})
_AND = frozenset({"dan", "atau", "serta", "maupun"})
MARKS = frozenset(",;:.!?()")

F = TypeVar("F", bound=Found)


class Phrases(NamedTuple):
    """A text in words, their places in code points, and the phrases in it in order, without those that a longer phrase covers."""

    text: str
    tokens: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    found: tuple[Found, ...]

    def run(self, start: int, end: int) -> tuple[int, int]:
        """Return the first token between two places of the text, and the one behind the last."""
        return bisect_left(self.places, start, key=_first), bisect_left(self.places, end, key=_first)

    def within(self, first: int, behind: int) -> list[Hit]:
        """Return the phrases among some tokens, their places counted from the first of these."""
        low, high = bisect_left(self.found, first, key=_second), bisect_left(self.found, behind, key=_second)
        return [Hit(name, start - first, end - first) for name, start, end in self.found[low:high] if end <= behind]


_first = itemgetter(0)  # of a place
_second = itemgetter(1)  # of a phrase, where it starts


def read_phrases(text: str) -> Phrases:
    """Return a text in words and phrases."""
    read = tokens(text)
    return Phrases(text, read.words, read.places, tuple(_without_titles(read.words, _uncovered(phrasebook().hits(read.words)))))


def _uncovered(found: Sequence[Found]) -> list[Found]:
    """Return the phrases that no longer phrase covers."""
    covers: dict[int, list[Found]] = {}  # by each token that they hold
    for hit in found:
        name, start, end = hit
        if end - start > 1 and name.startswith(("idle", "not:", "group:")):
            for at in range(start, end):
                covers.setdefault(at, []).append(hit)
    return [hit for hit in found if hit[1] not in covers or not _is_covered(hit, covers[hit[1]])]


def told(words: Sequence[str], found: Mapping[str, Sequence[Found]], first: int, behind: int) -> frozenset[int]:
    """Return those of some tokens, with the phrases found in them, that only tell who speaks (", kata Sekda Kabupaten Pati,")."""
    return frozenset(at for start, end in _attributions(words, found, first, behind) for at in range(start, end))


def _without_titles(words: Sequence[str], found: Iterable[Found]) -> Iterator[Found]:
    """Yield the phrases without the offices that only name an election or a candidate ("Pemilihan Bupati dan Wakil Bupati", "calon wali kota")."""
    end = -_TITLE_GAP
    for hit in found:
        name, start, behind = hit
        if name not in _NAMING:
            yield hit
            continue
        titled = name in _HEADS and _names_title(words, end, start, behind)
        if titled or (name in _TITLES and words[behind - 1] in _OFFICES):
            end = behind
        if not titled:
            yield hit


def _names_title(words: Sequence[str], end: int, start: int, behind: int) -> bool:
    """Return whether an office [start, behind) follows "pemilihan" or "calon", or another such office that ends at token `end`, with "dan"."""
    if start < end or (start and words[start - 1] in _TITLED):
        return True
    between = words[end:start] if 0 <= start - end <= _TITLE_GAP else ()
    listed = between == (",",) and bool(_AND & {*words[behind : behind + _TITLE_GAP]})
    return listed or bool(_AND & {*between})


def _is_covered(hit: Found, covers: Sequence[Found]) -> bool:
    """Return whether a phrase that means something else holds a hit ("calon pemilih"), or a longer group a group ("calon bupati")."""
    name, start, end = hit
    for around, first, behind in covers:
        inside = first <= start and end <= behind and behind - first > end - start
        if inside and (around in {"idle", f"not:{name}"} or (around.startswith("group:") and name.startswith("group:"))):
            return True
    return False


def by_name(found: Iterable[F]) -> dict[str, list[F]]:
    """Return phrases by the name of their list."""
    hits: dict[str, list[F]] = defaultdict(list)
    for hit in found:
        hits[hit[0]].append(hit)
    return dict(hits)


def _attributions(words: Sequence[str], found: Mapping[str, Sequence[Found]], first: int, behind: int) -> Iterator[tuple[int, int]]:
    """Yield the runs of tokens between commas that only tell who speaks (", kata Sekda Kabupaten Pati,")."""
    verbs = {start for _, start, _ in found.get("attribution", ())}
    if not verbs:
        return
    acting = {start for name in lexicon().operators for _, start, _ in found.get(name, ())} - verbs
    marks = [first - 1, *(at for at in range(first, behind) if words[at] in MARKS), behind]
    for before, after in pairwise(marks):
        if before + 1 in verbs and after - before - 1 <= _ATTRIBUTION and not any(before < at < after for at in acting):
            yield before + 1, next((at for at in range(before + 1, after) if words[at] == "kepada"), after)
