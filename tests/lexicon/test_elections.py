from __future__ import annotations

import pytest

from briefing.lexicon.elections import elections_in, is_on_subject
from briefing.lexicon.load import table

ENTRIES = [(name, example, True) for name, entry in table("id/elections.toml").items() for example in entry["examples"]]
ENTRIES += [(name, example, False) for name, entry in table("id/elections.toml").items() for example in entry["not_examples"]]


@pytest.mark.parametrize(("name", "text", "told"), ENTRIES)
def test_patterns_find_their_examples_and_nothing_else(name: str, text: str, told: bool) -> None:
    assert (name in elections_in(text)) is told


def test_an_article_may_speak_of_both_or_of_neither() -> None:
    assert elections_in("Netralitas dalam Pemilu dan Pilkada 2024") == {"pilkada", "pemilu"}
    assert elections_in("Bawaslu dan Komisi Pemilihan Umum mengingatkan pegawai ASN.") == frozenset()


@pytest.mark.parametrize("told", [True, False])
def test_words_of_the_subject_are_known(told: bool) -> None:
    subject = table("id/subject.toml")
    assert [text for text in subject["examples" if told else "not_examples"] if is_on_subject(text) is not told] == []
