"""Titles and degrees around a person's name, and capitalised words that are no name."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from briefing.lexicon.load import table


@lru_cache(maxsize=8192)  # the same words are asked for again and again
def _bare(form: str) -> str:
    return re.sub(r"[.\s]", "", form).lower()


@cache
def _titles() -> tuple[frozenset[str], frozenset[str]]:
    entry = table("id/honorifics.toml")
    return frozenset(map(_bare, entry["before"])), frozenset(map(_bare, entry["after"]))


def is_title(word: str) -> bool:
    """Return whether `word` is a title that stands before a name (H., Dr., AKBP)."""
    return _bare(word) in _titles()[0]


def is_degree(word: str) -> bool:
    """Return whether `word` is a degree that stands behind a name (S.IP., M.Si), with or without its dots."""
    return _bare(word) in _titles()[1] and (word[:1].isupper() or "." in word)


@cache
def inner_words() -> frozenset[str]:
    """Return the small words that belong to a name (bin, binti)."""
    return frozenset(table("id/honorifics.toml")["inner"])


@cache
def names_inside_sentences() -> frozenset[str]:
    """Return the words that are a name unless they open a sentence (Lalu Gita Ariadi; Lalu ia pergi)."""
    return frozenset(table("id/honorifics.toml")["inside"])


@cache
def _not_names() -> frozenset[str]:
    organisation = table("id/offices.toml")["words"]["organisation"]
    return frozenset(word.lower() for word in (*table("id/capitalised.toml")["words"], *organisation))


def is_not_name(word: str) -> bool:
    """Return whether a capitalised word is known to be no part of a person's name."""
    return word.lower().rstrip(".") in _not_names()


@cache
def _organisation_words() -> frozenset[str]:
    return frozenset(word.lower() for word in table("id/offices.toml")["words"]["organisation"])


def is_organisation_word(word: str) -> bool:
    """Return whether `word` begins or fills the name of an organisation or unit."""
    return word.lower().rstrip(".") in _organisation_words()
