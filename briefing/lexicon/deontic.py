"""Words that make a sentence a rule, and words that say whom it addresses."""

from __future__ import annotations

import re
from functools import cache
from typing import get_args

from briefing.lexicon.load import table
from briefing.model.finding import RuleType


@cache
def rule_patterns() -> tuple[tuple[RuleType, re.Pattern[str]], ...]:
    """Return a pattern for each type of rule, in the order of the data file: the weightiest first."""
    known = get_args(RuleType)
    return tuple((entry["type"], _words(entry["patterns"])) for entry in table("id/rules.toml")["cue"] if entry["type"] in known)


def binds(sentence: str) -> bool:
    """Return whether a sentence has words that bind wherever they stand (dilarang, wajib, sanksi)."""
    return bool(_binding().search(sentence))


def is_aside(sentence: str) -> bool:
    """Return whether a sentence with the words of a rule states none: it announces, gives a reason or describes."""
    return any(pattern.search(sentence) and not (only_loose and binds(sentence)) for pattern, only_loose in _asides())


def idle_phrases(sentence: str) -> tuple[tuple[int, int], ...]:
    """Return where in a sentence the phrases stand in which the word of a rule states none."""
    entries = [pattern for pattern, unless in _idle() if not (unless and unless.search(sentence))]
    return tuple(match.span() for pattern in entries for match in pattern.finditer(sentence))


@cache
def _idle() -> tuple[tuple[re.Pattern[str], re.Pattern[str] | None], ...]:
    entries = table("id/rules.toml")["idle"]
    return tuple((_words(entry["patterns"]), _words([entry["unless"]]) if "unless" in entry else None) for entry in entries)


@cache
def _binding() -> re.Pattern[str]:
    return _words(table("id/rules.toml")["binding"]["patterns"])


@cache
def _asides() -> tuple[tuple[re.Pattern[str], bool], ...]:
    """Return each pattern of asides, and whether it holds only for sentences that do not bind."""
    return tuple((_words(entry["patterns"]), entry.get("unless_binding", False)) for entry in table("id/rules.toml")["aside"])


@cache
def addressee_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return a pattern for each addressee code."""
    return tuple((code, _words(patterns)) for code, patterns in table("id/rules.toml")["addressee"].items())


def _words(patterns: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)})(?![\w])", re.IGNORECASE)
