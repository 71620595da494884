"""Tests of where a regular expression is tried."""

from __future__ import annotations

import re

import pytest

from briefing.lexicon.load import table
from briefing.lexicon.openings import opening


@pytest.mark.parametrize(
    ("pattern", "words", "others"),
    [
        ("dilarang", ["dilarang"], ["diminta", "melarang"]),
        ("(?<!tidak )(?<!tak )melarang", ["melarang"], ["menolak"]),
        ("(?:me)?minta bantuan", ["meminta bantuan", "minta bantuan"], ["bantuan"]),
        ("h?imbau", ["himbau", "imbau"], ["umbau"]),
        ("(?:di(?:minta|imbau)|harap)an", ["dimintaan", "diimbauan", "harapan"], ["dapat"]),
        ("ab*c", ["ac", "abbc"], ["b"]),
    ],
)
def test_that_a_pattern_is_tried_wherever_it_may_match(pattern: str, words: list[str], others: list[str]) -> None:
    tried = re.compile(opening([pattern]))
    assert all(tried.match(word) and re.match(pattern, word) for word in words)
    assert not any(tried.match(word) for word in others)


@pytest.mark.parametrize("pattern", [r"\w+nya", "(?:yang )*boleh", "[ab]c"])
def test_that_a_pattern_of_any_opening_is_tried_everywhere(pattern: str) -> None:
    assert opening(["dilarang", pattern]) == ""


def test_that_a_pattern_of_the_start_is_tried_there_alone() -> None:
    tried = re.compile(opening([r"^\W*(?:serta )?tidak"]))
    assert tried.match("“tidak")
    assert not tried.match("  tidak", 2)


def test_that_each_rule_is_tried_at_few_words() -> None:
    assert all(opening(entry["patterns"]) for entry in table("id/rules.toml")["cue"])
