"""Finding named lists of phrases in running words, all in one pass: a phrase is looked up by its first word, never searched for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_TOKEN = re.compile(r"\w+(?:[-’'/.]\w+)*|[,;:.!?()]")
_CLITIC = re.compile(r"(?<=\w{3})(?:-?nya|lah|pun|kah|-an)\Z")
_PREFIX = 3  # letters by which a phrase that begins with a word stem ("netral*") is looked up
_GAP = 3  # words that "_" in a phrase may stand for, at most


class Token(NamedTuple):
    """A word in lower case, or a mark, and its place [start, end) in code points."""

    word: str
    start: int
    end: int


class Hit(NamedTuple):
    """A phrase of the list `name`, from token `start` up to, not including, token `end`."""

    name: str
    start: int
    end: int


def tokens(text: str) -> tuple[Token, ...]:
    """Return the words and marks of a text in order, without quotation marks and dashes."""
    return tuple(Token(match.group().lower(), *match.span()) for match in _TOKEN.finditer(text))


class Phrasebook:
    """Lists of phrases by name. In a phrase "netral*" is every word that begins so, and "_" up to three words that do not matter.

    A word with a clitic ("dukungannya", "jangankah") is also its bare form.
    """

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self._by_word: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for name, phrases in lists.items():
            for phrase in phrases:
                words = tuple(phrase.lower().split())
                key = words[0][:_PREFIX] + "*" if words[0].endswith("*") else words[0]
                self._by_word.setdefault(key, []).append((name, words))

    def hits(self, words: Sequence[Token]) -> list[Hit]:
        """Return the longest phrase of each list at each place, in order."""
        bare = [_CLITIC.sub("", token.word) for token in words]
        found: list[Hit] = []
        for at, token in enumerate(words):
            best: dict[str, int] = {}
            keys = dict.fromkeys((token.word, bare[at], token.word[:_PREFIX] + "*"))
            for key in keys:
                for name, phrase in self._by_word.get(key, ()):
                    for end in _ends(phrase, words, bare, at):
                        best[name] = max(end, best.get(name, 0))
            found += [Hit(name, at, end) for name, end in best.items()]
        return found


def _ends(phrase: Sequence[str], words: Sequence[Token], bare: Sequence[str], at: int) -> Iterator[int]:
    """Yield where the phrase ends if it begins at token `at`: at most one place, or one for each length of its gap."""
    if "_" in phrase:
        gap = phrase.index("_")
        for middle in _ends(phrase[:gap], words, bare, at):
            for skipped in range(_GAP + 1):
                if not all(token.word[0].isalnum() for token in words[middle : middle + skipped]):
                    return
                yield from _ends(phrase[gap + 1 :], words, bare, middle + skipped)
        return
    end = at + len(phrase)
    if end <= len(words) and all(_is(word, words[at + step].word, bare[at + step]) for step, word in enumerate(phrase)):
        yield end


def _is(word: str, token: str, bare: str) -> bool:
    return token.startswith(word[:-1]) if word.endswith("*") else word in {token, bare}
