"""Finding named lists of phrases in running words, all in one pass: a phrase is looked up by its first word, never searched for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

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
        """Lay the phrases of all lists out by their first words."""
        self._words: dict[str, list[str]] = {}  # of phrases of one whole word: the names of their lists
        self._phrases: dict[str, list[tuple[str, tuple[str, ...]]]] = {}  # of the others, by the first word or its stem
        for name, phrases in lists.items():
            for phrase in phrases:
                words = tuple(phrase.lower().split())
                if len(words) == 1 and not phrase.endswith("*"):
                    self._words.setdefault(words[0], []).append(name)
                else:
                    key = words[0][:_PREFIX] + "*" if words[0].endswith("*") else words[0]
                    self._phrases.setdefault(key, []).append((name, words))

    def hits(self, words: Sequence[Token]) -> list[Hit]:
        """Return the longest phrase of each list at each place, in order."""
        forms = [(token.word, _CLITIC.sub("", token.word)) for token in words]
        found: list[Hit] = []
        for at, (word, bare) in enumerate(forms):
            best = {name: at + 1 for form in {word, bare} for name in self._words.get(form, ())}
            for key in {word, bare, word[:_PREFIX] + "*"}:
                for name, phrase in self._phrases.get(key, ()):
                    end = _end(phrase, forms, at)
                    if end > best.get(name, at):
                        best[name] = end
            found += [Hit(name, at, best[name]) for name in sorted(best)]
        return found


def _end(phrase: Sequence[str], forms: Sequence[tuple[str, str]], at: int) -> int:
    """Return where the phrase ends if it begins at word `at`, at the latest where it has a gap; 0 if it does not begin there."""
    for step, word in enumerate(phrase):
        if word == "_":
            ends = (_end(phrase[step + 1 :], forms, at + step + skipped) for skipped in range(_gap(forms, at + step), -1, -1))
            return next(filter(None, ends), 0)
        if at + step >= len(forms) or not _is(word, forms[at + step]):
            return 0
    return at + len(phrase)


def _gap(forms: Sequence[tuple[str, str]], at: int) -> int:
    """Return how many words, at most _GAP, stand from `at` on before the next mark."""
    return next((skipped for skipped in range(_GAP) if at + skipped >= len(forms) or not forms[at + skipped][0][0].isalnum()), _GAP)


def _is(word: str, forms: tuple[str, str]) -> bool:
    return word in forms or (word[-1] == "*" and forms[0].startswith(word[:-1]))
