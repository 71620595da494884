from __future__ import annotations

import re

import pytest

from briefing.lexicon.load import table
from briefing.lexicon.turns import any_of


@pytest.mark.parametrize("name", table("id/turns.toml"))
def test_a_list_has_its_examples_and_no_form_twice(name: str) -> None:
    entry = table("id/turns.toml")[name]
    assert entry["examples"]
    assert all(re.fullmatch(any_of(name), example) for example in entry["examples"])
    assert not any(re.fullmatch(any_of(name), example) for example in entry["not_examples"])
    assert len(set(entry["forms"])) == len(entry["forms"])
