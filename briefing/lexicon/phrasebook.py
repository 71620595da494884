"""Finding named lists of phrases in running words, all in one pass: a phrase is looked up by its first word, never searched for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from briefing.lexicon.inflection import inflections
from briefing.lexicon.load import cached, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_TOKEN = re.compile(r"\w+(?:[-’'.]\w+)*|[,;:.!?()]")
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
    """Return the words and marks of a text in order, without quotation marks and dashes: spoken and short forms as the words that they stand for."""
    words = ((match.group().lower(), match) for match in _TOKEN.finditer(text))
    return tuple(Token(_spoken().get(word, word), *match.span()) for word, match in words)


@cached
def _spoken() -> dict[str, str]:
    """Return the words that spoken, dialect and short forms stand for, by the form."""
    return {form: word for word, forms in table("id/spoken.toml")["forms"].items() for form in forms}


class Phrasebook:
    """Lists of phrases by name. In a phrase "netral*" is every word that begins so, "+dukung" every form of this verb, "_" up to three words in between.

    A word with a clitic ("dukungannya", "jangankah") is also its bare form.
    """

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        """Lay the phrases of all lists out by their first words."""
        self._words: dict[str, list[str]] = {}  # of phrases of one whole word: the names of their lists
        self._phrases: dict[str, list[tuple[str, tuple[frozenset[str], ...]]]] = {}  # of the others, by the first word or its stem
        for name, phrases in lists.items():
            for phrase in phrases:
                words = tuple(map(_forms, phrase.lower().replace("/", " ").split()))
                for first in words[0]:
                    if len(words) == 1 and not first.endswith("*"):
                        self._words.setdefault(first, []).append(name)
                    else:
                        key = first[:_PREFIX] + "*" if first.endswith("*") else first
                        self._phrases.setdefault(key, []).append((name, words))

    def hits(self, words: Sequence[Token]) -> list[Hit]:
        """Return the longest phrase of each list at each place, in order."""
        forms = [frozenset({token.word, _CLITIC.sub("", token.word)}) for token in words]
        found: list[Hit] = []
        for at, token in enumerate(words):
            best = {name: at + 1 for form in forms[at] for name in self._words.get(form, ())}
            for key in {*forms[at], token.word[:_PREFIX] + "*"}:
                for name, phrase in self._phrases.get(key, ()):
                    end = _end(phrase, forms, at)
                    if end > best.get(name, at):
                        best[name] = end
            found += [Hit(name, at, best[name]) for name in sorted(best)]
        return found


def _forms(word: str) -> frozenset[str]:
    """Return the words that a word of a phrase stands for."""
    return inflections(word[1:]) if word.startswith("+") else frozenset({_spoken().get(word, word)})


def _end(phrase: Sequence[frozenset[str]], forms: Sequence[frozenset[str]], at: int) -> int:
    """Return where the phrase ends if it begins at word `at`, at the latest where it has a gap; 0 if it does not begin there."""
    for step, word in enumerate(phrase):
        if "_" in word:
            ends = (_end(phrase[step + 1 :], forms, at + step + skipped) for skipped in range(_gap(forms, at + step), -1, -1))
            return next(filter(None, ends), 0)
        if at + step >= len(forms) or not _is(word, forms[at + step]):
            return 0
    return at + len(phrase)


def _gap(forms: Sequence[frozenset[str]], at: int) -> int:
    """Return how many words, at most _GAP, stand from `at` on before the next mark."""
    return next((skipped for skipped in range(_GAP) if at + skipped >= len(forms) or not min(forms[at + skipped])[0].isalnum()), _GAP)


def _is(word: frozenset[str], forms: frozenset[str]) -> bool:
    if not word.isdisjoint(forms):
        return True
    stem = next(iter(word))
    return stem[-1] == "*" and any(form.startswith(stem[:-1]) for form in forms)
