"""Finding named lists of phrases in running words, all in one pass: a phrase is looked up by its first word, never searched for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import product
from string import ascii_lowercase
from typing import TYPE_CHECKING, NamedTuple

from briefing.lexicon.inflection import inflections
from briefing.lexicon.load import cached, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_TOKEN = re.compile(r"\w+(?:[-’'.]\w+)*|[,;:.!?()]")
_CLITIC = re.compile(r"(?<=\w{3})(?:-?(?:nya|lah|pun|kah)|-an)\Z")
_PREFIX = 3  # letters by which a phrase that begins with a word stem ("netral*") is looked up
_GAP = 3  # words that "_" in a phrase may stand for, at most


Found = tuple[str, int, int]  # a Hit as a plain tuple, of which there are hundreds in an article


class Hit(NamedTuple):
    """A phrase of the list `name`, from token `start` up to, not including, token `end`."""

    name: str
    start: int
    end: int


class Tokens(NamedTuple):
    """The words of a text in small letters and its marks, in order, and the place [start, end) of each in code points."""

    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]


def tokens(text: str) -> Tokens:
    """Return the words and marks of a text, without quotation marks and dashes: spoken and short forms as the words that they stand for."""
    spoken = _spoken()
    found = [*_TOKEN.finditer(text)]
    words = [match.group().lower() for match in found]
    return Tokens(tuple([spoken.get(word, word) for word in words]), tuple([match.span() for match in found]))


@cached
def _spoken() -> dict[str, str]:
    """Return the words that spoken, dialect, short and misprinted forms stand for, by the form."""
    data = table("id/spoken.toml")
    misprints = {form: word for word in data["misprinted"]["words"] for form in _misprints(word)}
    return misprints | {form: word for word, forms in data["forms"].items() for form in forms}


def _misprints(word: str) -> Iterator[str]:
    """Yield a word with one letter too few, too many or another, or with two changed about."""
    for at in range(len(word)):
        before, letter, after = word[:at], word[at], word[at + 1 :]
        yield before + after
        yield before + after[:1] + letter + after[1:]
        for other in ascii_lowercase:
            yield before + other + after
            yield before + other + letter + after


@dataclass(slots=True)
class _Node:
    """Where a phrase has come to after some of its words: how it may go on, and the names of the lists that have a phrase ending here."""

    following: dict[str, _Node] = field(default_factory=dict)
    names: tuple[str, ...] = ()


class _Word(NamedTuple):
    """What a word of a text may stand for: `keys` in phrases, `names` of lists that have it as a phrase, and `openings` of longer ones.

    Those go on with one of `going_on`, or with other words in between (`gaps`).
    """

    keys: tuple[str, ...]
    names: tuple[str, ...]
    openings: tuple[_Node, ...]
    going_on: frozenset[str]
    gaps: bool


class Phrasebook:
    """Lists of phrases by name. In a phrase "netral*" is every word that begins so, "+dukung" every form of this verb, "_" up to three words in between, "mundur|keluar" either.

    A word with a clitic ("dukungannya", "jangankah") is also its bare form.
    """

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        """Lay the phrases of all lists out as a tree of their words."""
        self._root = _Node()
        self._words: dict[str, list[str]] = {}  # by each whole word of a running text, the words of phrases that stand for it
        self._stems: dict[str, list[str]] = {}  # by the first letters, the stems
        self._indexed: set[str] = set()
        self._keys: dict[str, str] = {}  # by each word as it is printed in a phrase, the word that it is laid out as
        self._known: dict[str, _Word] = {}
        for name, phrases in lists.items():
            for phrase in phrases:
                words = phrase.lower().replace("/", " ").split()
                for either in product(*(word.split("|") for word in words)) if "|" in phrase else (words,):
                    self._lay(name, either)

    def _lay(self, name: str, words: Sequence[str]) -> None:
        node = self._root
        for word in words:
            key = self._keys.get(word) or self._key(word)
            following = node.following.get(key)
            if following is None:
                following = node.following[key] = _Node()
            node = following
        node.names += (name,)

    def _key(self, word: str) -> str:
        """Return what a word of a phrase is laid out as, by which it is found in running texts from now on."""
        key = word if word[-1] == "*" or word[0] in "+_" else _spoken().get(word, word)
        if key not in self._indexed:
            self._index(key)
        self._keys[word] = key
        return key

    def _index(self, key: str) -> None:
        """Note by which words of a running text a word of a phrase is found."""
        self._indexed.add(key)
        if key[-1] == "*":
            self._stems.setdefault(key[:_PREFIX], []).append(key)
        elif key != "_":
            for form in inflections(key[1:]) if key[0] == "+" else (key,):
                self._words.setdefault(form, []).append(key)

    def hits(self, words: Sequence[str]) -> list[Found]:
        """Return the longest phrase of each list at each place, in order."""
        known = self._known
        read = [known.get(word) or self._read(word) for word in words]
        keys = [*(word[0] for word in read), ()]
        found: list[Found] = []
        for at, (_, names, openings, going_on, gaps) in enumerate(read):
            if gaps or not going_on.isdisjoint(keys[at + 1]):
                best = dict.fromkeys(names, at + 1)
                for node in openings:
                    self._follow(node, words, keys, at + 1, best)
                found += [(name, at, best[name]) for name in sorted(best)]
            elif names:
                found += [(name, at, at + 1) for name in names]
        return found

    def _read(self, word: str) -> _Word:
        """Return what a word of a text may stand for in phrases: the words whole, and those it begins with."""
        forms = dict.fromkeys((word, _CLITIC.sub("", word), *self._halves(word)))
        whole = (key for form in forms for key in self._words.get(form, ()))
        stems = (stem for form in forms for stem in self._stems.get(form[:_PREFIX], ()) if form.startswith(stem[:-1]))
        keys = tuple(dict.fromkeys((*whole, *stems)))
        begun = [self._root.following[key] for key in keys if key in self._root.following]
        openings = tuple(node for node in begun if node.following)
        names = sorted({name for node in begun for name in node.names})
        going_on = frozenset(key for node in openings for key in node.following)
        self._known[word] = read = _Word(keys, tuple(names), openings, going_on, "_" in going_on)
        return read

    def _halves(self, word: str) -> tuple[str, ...]:
        """Return the word that is said twice in a word that no phrase names ("kampanye-kampanye")."""
        half, _, other = word.partition("-")
        return (half,) if half == other and word not in self._words.get(word, ()) else ()

    def _follow(self, node: _Node, words: Sequence[str], keys: Sequence[tuple[str, ...]], at: int, best: dict[str, int]) -> None:
        """Note in `best` where the phrases that go on from `node` at word `at` end, the farthest of each list."""
        for name in node.names:
            if at > best.get(name, 0):
                best[name] = at
        following = node.following
        if not following or at >= len(words):
            return
        for key in keys[at]:
            if key in following:
                self._follow(following[key], words, keys, at + 1, best)
        if "_" in following:
            for skipped in range(_gap(words, at) + 1):
                self._follow(following["_"], words, keys, at + skipped, best)


def _gap(words: Sequence[str], at: int) -> int:
    """Return how many words, at most _GAP, stand from `at` on before the next mark."""
    return next((skipped for skipped in range(_GAP) if at + skipped >= len(words) or not words[at + skipped][0].isalnum()), _GAP)
