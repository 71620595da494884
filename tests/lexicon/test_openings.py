"""Tests of where a regular expression is tried."""

from __future__ import annotations

import re

import pytest

from briefing.lexicon.load import table
from briefing.lexicon.openings import may_match, opening


@pytest.mark.parametrize(
    ("pattern", "words", "others"),
    [
        ("dilarang", ["dilarang"], ["diminta", "melarang"]),
        ("(?<!tidak )(?<!tak )melarang", ["melarang"], ["menolak"]),
        ("(?:me)?minta bantuan", ["meminta bantuan", "minta bantuan"], ["bantuan"]),
        ("h?imbau", ["himbau", "imbau"], ["umbau"]),
        ("(?:di(?:minta|imbau)|harap)an", ["dimintaan", "diimbauan", "harapan"], ["dapat"]),
        ("ab*c", ["ac", "abbc"], ["b"]),
        ("(?=para )(?:para|guru)", ["para guru"], ["guru"]),
        ("(?:guru){1,2}besar", ["gurubesar"], ["besar"]),
        ("(?:me)?minta|harap", ["minta", "harap"], ["dapat"]),
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


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("(?-i:[Pp]egawai|ASN)", ["pegawai", "ASN"]),
        ("hoa(?:ks|x)|berita bohong", ["Hoaks", "berita bohong"]),
        (r"\w+nya|guru", ["lainnya", "guru"]),
        ("(?:para )?guru", ["Guru", "para guru"]),
    ],
)
def test_that_a_pattern_may_match_wherever_it_does(pattern: str, words: list[str]) -> None:
    assert all(may_match(pattern, word.lower()) and re.match(pattern, word, re.IGNORECASE) for word in words)


def test_that_a_pattern_matches_nothing_without_its_first_letters() -> None:
    assert not may_match("(?-i:[Pp]egawai|ASN)|guru", "camat dan lurah")


def test_that_no_topic_is_left_out_where_it_stands() -> None:
    assert all(may_match(entry["pattern"], words.lower()) for entry in table("topics.toml")["topic"] for words in entry["examples"])
