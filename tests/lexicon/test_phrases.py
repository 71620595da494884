"""Dates, numbers and lists in words."""

from __future__ import annotations

import re
from datetime import date

import pytest

from briefing.lexicon.phrases import Phrase, day, days, listed, number, phrases


def test_a_date_is_said_in_both_languages() -> None:
    assert day(date(2024, 8, 11), weekday=True) == ("Minggu, 11 Agustus 2024", "Sunday, 11 August 2024")


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ((2024, 6, 25), (2024, 10, 23), ("25 Juni sampai 23 Oktober 2024", "25 June to 23 October 2024")),
        ((2024, 6, 25), (2024, 6, 25), ("25 Juni 2024", "25 June 2024")),
        ((2024, 6, 5), (2024, 6, 25), ("5 sampai 25 Juni 2024", "5 to 25 June 2024")),
        ((2023, 12, 5), (2024, 1, 2), ("5 Desember 2023 sampai 2 Januari 2024", "5 December 2023 to 2 January 2024")),
    ],
)
def test_a_run_of_days_says_once_what_both_ends_share(first: tuple[int, int, int], last: tuple[int, int, int], words: tuple[str, str]) -> None:
    assert days(date(*first), date(*last)) == words


def test_numbers_are_spelt_out_to_twelve() -> None:
    assert number(5) == ("Lima", "Five")
    assert number(12) == ("Dua belas", "Twelve")
    assert number(13) == ("13", "13")
    assert number(0) == ("0", "0")


def test_lists_follow_the_custom_of_each_language() -> None:
    three = [Phrase("ASN", "A"), Phrase("TNI", "B"), Phrase("Polri", "C")]
    assert listed(three) == ("ASN, TNI, dan Polri", "A, B and C")
    assert listed(three[:2]) == ("ASN dan TNI", "A and B")
    assert listed(three[:1]) == ("ASN", "A")
    assert listed([]) == ("", "")
    pairs = [Phrase("politik praktis", "partisan politics"), Phrase("intervensi dan manipulasi", "intervention and manipulation")]
    assert listed(pairs) == ("politik praktis, dan intervensi dan manipulasi", "partisan politics, and intervention and manipulation")


@pytest.mark.parametrize("entry", phrases()["addressee"], ids=lambda entry: entry["title"][0])
def test_every_pattern_finds_its_examples(entry: dict[str, object]) -> None:
    for example in entry["examples"]:  # type: ignore[attr-defined]  # a TOML array
        assert re.search(rf"\b(?:{entry['pattern']})\b", example, re.IGNORECASE)


def test_every_phrase_has_two_languages_with_the_same_fields() -> None:
    for section in ("title", "deck", "audience"):
        for indonesian, english in phrases()[section].values():
            assert set(re.findall(r"\{\w+\}", indonesian)) == set(re.findall(r"\{\w+\}", english))
