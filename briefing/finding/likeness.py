"""Likeness: whether two names, or two offices, are printed for one."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.lexicon.office_words import numbered
from briefing.lexicon.offices import expand, head_of, head_pattern, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

MISPRINT_LENGTH = 7  # letters: in shorter words a letter more or less makes another name
_LEAST_FOLDED = 3  # letters
_LEAST_TAIL = 4  # letters
_SHORT_LENGTH = 5  # letters: fewer begin too many names; of the first name one less will do (Alex for Alexander)


def is_acting(printed: str) -> bool:
    """Return whether an office is held for a time, or no longer."""
    match = head_pattern().match(printed)
    return match is not None and bool(match["acting"])


def is_held_by_many(printed: str) -> bool:
    """Return whether several people hold an office at a time."""
    match = head_pattern().match(printed)
    return match is not None and head_of(match["head"]).many


def begins_head(head: str, held: str) -> bool:
    """Return whether a head is another one, or how that begins: "Sekretaris Daerah" for "Sekretaris Daerah Kabupaten", "Kadis" for "Kadis Dukcapil"."""
    return head == held or held.startswith(f"{head} ")


@lru_cache(maxsize=1024)  # a person's offices are compared again at each mention
def head_in_full(printed: str) -> str:
    """Return the head of an office spelt out: "Kepala Satpol PP Sleman" has that of "Kasatpol"."""
    full = expand(printed)
    match = head_pattern().match(full)
    return head_of(match["head"]).full if match else full


@lru_cache(maxsize=1024)
def office_words(printed: str) -> tuple[frozenset[str], str]:
    """Return what tells an office from another, and its head spelt out; of one that goes by its number the word of its field as well."""
    number = " ".join(printed.lower().split()[:2])
    field = numbered().get(number)
    words = frozenset() if number == printed.lower() and field else words_of(expand(printed))
    return words | {"asisten", field} if field else words, head_in_full(printed)


def agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether each word of the shorter name is one of the longer, in whatever spelling."""
    short, long = sorted((one, other), key=len)
    return any(len(word) > 2 for word in short) and all(any(_alike(word, full) for full in long) for word in short)


def shortens(word: str, full: Sequence[str]) -> bool:
    """Return whether a word is the short form of a name: the beginning of one of its words (Risma for Rismawati), or of the first two run together.

    Javanese names go by what follows Su- as well: Yatno for Suyatno.
    """
    if any(len(word) >= _SHORT_LENGTH - (at == 0) and name.startswith(word) for at, name in enumerate(full)):
        return True
    if len(word) >= _LEAST_TAIL and any(name in {f"su{word}", f"soe{word}"} for name in full):
        return True
    first, second = (*full, "", "")[:2]
    return len(first) > 2 and word.startswith(first) and len(word) - len(first) > 1 and second.startswith(word[len(first) :])


def is_misprint(word: str, name: str) -> bool:
    """Return whether a word of the same first letter differs from a name in one letter or two next to each other: "Pranowo" and "Prabowo"."""
    if word == name or word[0] != name[0] or abs(len(word) - len(name)) > 1:
        return False
    alike = next((at for at, (one, other) in enumerate(zip(word, name, strict=False)) if one != other), min(len(word), len(name)))
    behind = next(
        (at for at, (one, other) in enumerate(zip(reversed(word), reversed(name), strict=False)) if one != other), min(len(word), len(name))
    )
    return max(len(word), len(name)) - alike - behind <= 2


@lru_cache(maxsize=1024)
def spelling(word: str) -> str:
    """Return what the spellings of a name have in common: Arief and Arif, Soewandi and Suwandi, Achmad and Ahmad, Muhammad and Muhamad."""
    for old, new in (("oe", "u"), ("ie", "i"), ("dj", "j"), ("tj", "c"), ("sj", "sy"), ("ch", "h"), ("kh", "h"), ("ph", "f"), ("v", "f")):
        word = word.replace(old, new)
    return "".join(letter for at, letter in enumerate(word) if at == 0 or letter != word[at - 1])


def _alike(word: str, full: str) -> bool:
    """Return whether two words of a name are one: equal, an initial of the other, or (long ones) one letter short as in a misprint.

    A letter changed makes another name: Prabowo and Pranowo are two people.
    """
    if word == full or (len(word) == 1 and full.startswith(word)) or (len(word) > _LEAST_FOLDED and spelling(word) == spelling(full)):
        return True
    short, long = sorted((word, full), key=len)
    if len(short) < MISPRINT_LENGTH or len(long) != len(short) + 1:
        return False
    return any(long[:at] + long[at + 1 :] == short for at in range(1, len(long)))
