"""Words that make a sentence a rule, and words that say whom it addresses.

All patterns are of small letters, and read sentences in small letters: Python's engine is much slower where it must not mind the case.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from briefing.lexicon.load import table
from briefing.lexicon.openings import may_match, opening
from briefing.model.finding import RuleType

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"\w+")
_CUE_HEAD = re.compile(r"(\w{1,5})\w*")  # the letters by which the words of a rule are looked up
_HEAD = 3  # letters by which those whom a sentence may address are looked up


class _Cue(NamedTuple):
    """A type of rule with its words: the heads of which a sentence needs one, and what it must hold besides."""

    type: RuleType
    heads: frozenset[str]
    pattern: re.Pattern[str]
    needs: re.Pattern[str] | None


def rule_cues(sentence: str) -> dict[RuleType, tuple[tuple[int, int], ...]]:
    """Return where the words of a rule stand in a sentence, by the type of rule, the weightiest first; types without any are left out."""
    small = _small(sentence)
    heads = _CUE_HEAD.findall(small)
    searched = [cue for cue in _rule_cues() if not cue.heads.isdisjoint(heads)]
    found = ((cue, tuple(match.span() for match in cue.pattern.finditer(small))) for cue in searched)
    return {cue.type: places for cue, places in found if places and (cue.needs is None or cue.needs.search(small))}


def addressees(sentence: str) -> tuple[str, ...]:
    """Return the codes of those whom a sentence names, in the order of the data file, without those it names by the way."""
    small, heads = _bystanders().sub(lambda phrase: " " * len(phrase.group()), _small(sentence)), _addressees_by_head()
    named = {
        code for word in _WORD.finditer(small) for code, pattern in heads.get(word.group()[:_HEAD], ()) if _word(pattern).match(small, word.start())
    }
    return tuple(code for code in table("id/rules.toml")["addressee"] if code in named)


def binds(sentence: str) -> bool:
    """Return whether a sentence has words that bind wherever they stand (dilarang, wajib, sanksi)."""
    return bool(_binding().search(_small(sentence)))


def is_aside(sentence: str) -> bool:
    """Return whether a sentence with the words of a rule states none: it announces, gives a reason or describes."""
    small = _small(sentence)
    return any(pattern.search(small) and not (only_loose and binds(sentence)) for pattern, only_loose in _asides())


def idle_phrases(sentence: str) -> tuple[tuple[int, int], ...]:
    """Return where in a sentence the phrases stand in which the word of a rule states none."""
    small = _small(sentence)
    if not _any_idle().search(small):  # one search instead of one for each entry
        return ()
    entries = [idle for idle in _idle() if any(may_match(pattern, small) for pattern in idle)]
    return tuple(match.span() for idle in entries if not _is_excepted(idle, small) for match in _idle_words(idle).finditer(small))


@cache
def _rule_cues() -> tuple[_Cue, ...]:
    known = get_args(RuleType)
    entries = [entry for entry in table("id/rules.toml")["cue"] if entry["type"] in known]
    return tuple(_Cue(entry["type"], frozenset(entry["heads"]), _words(entry["patterns"]), _optional(entry, "needs")) for entry in entries)


@cache
def _idle() -> dict[tuple[str, ...], str]:
    """Return the patterns of each entry of idle phrases, with the words beside which they are none, if any."""
    return {tuple(entry["patterns"]): entry.get("unless", "") for entry in table("id/rules.toml")["idle"]}


@cache
def _idle_words(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return _words(patterns)


def _is_excepted(patterns: tuple[str, ...], small: str) -> bool:
    unless = _idle()[patterns]
    return bool(unless) and _word(unless).search(small) is not None


@cache
def _any_idle() -> re.Pattern[str]:
    return _words([pattern for entry in table("id/rules.toml")["idle"] for pattern in entry["patterns"]])


@cache
def _binding() -> re.Pattern[str]:
    return _words(table("id/rules.toml")["binding"]["patterns"])


@cache
def _asides() -> tuple[tuple[re.Pattern[str], bool], ...]:
    """Return each pattern of asides, and whether it holds only for sentences that do not bind."""
    return tuple((_words(entry["patterns"]), entry.get("unless_binding", False)) for entry in table("id/rules.toml")["aside"])


@cache
def _bystanders() -> re.Pattern[str]:
    return _words(table("id/rules.toml")["bystander"]["patterns"])


@cache
def _addressees_by_head() -> dict[str, list[tuple[str, str]]]:
    """Return each code of those addressed with its patterns, by the first letters of the pattern."""
    heads: dict[str, list[tuple[str, str]]] = {}
    for code, patterns in table("id/rules.toml")["addressee"].items():
        for pattern in patterns:
            heads.setdefault(pattern[:_HEAD], []).append((code, pattern))
    return heads


def _optional(entry: dict[str, Any], key: str) -> re.Pattern[str] | None:
    return _words([entry[key]]) if key in entry else None


@cache
def _word(pattern: str) -> re.Pattern[str]:
    return _words([pattern])


def _words(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){opening(patterns)}(?:{'|'.join(patterns)})(?!\w)")


def _small(sentence: str) -> str:
    """Return a sentence in small letters, code point by code point."""
    small = sentence.lower()
    return small if len(small) == len(sentence) else "".join(letter if len(letter.lower()) != 1 else letter.lower() for letter in sentence)
