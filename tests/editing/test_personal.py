"""Personal numbers and private addresses: what is masked, and what stays as it is."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.editing.personal import mask, masked
from briefing.lexicon.load import table
from briefing.model.pack import Origin
from tests.factories import seeds_pack

KINDS = table("id/personal.toml")["kind"]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind["name"])
def test_every_kind_is_explained_and_masks_its_examples(kind: dict[str, Any]) -> None:
    assert kind["about"]
    for example in kind["examples"]:
        hidden = mask(f"Hubungi {example}, ya.")
        assert not set(example.split("@")[0]) & set(hidden.removeprefix("Hubungi ").split("@")[0]) - set(" +-.()x"), hidden
    assert [example for example in kind["not_examples"] if mask(f"Hubungi {example}, ya.") != f"Hubungi {example}, ya."] == []


@given(st.text(alphabet="aZ0189 +-.()@_x\n\u00a0", max_size=80))
@settings(max_examples=100, deadline=None)
def test_a_masked_text_is_as_long_and_stays_as_it_is_when_masked_again(text: str) -> None:
    hidden = mask(text)

    assert len(hidden) == len(text)
    assert mask(hidden) == hidden


def test_nothing_runs_over_the_end_of_a_line() -> None:
    assert mask("1571 0123\n4567 8901") == "1571 0123\n4567 8901"


def test_a_pack_without_private_things_stays_as_it_is() -> None:
    assert masked(seeds_pack()) == seeds_pack()


def test_what_comes_from_an_article_is_masked_in_every_part_of_the_pack_and_what_the_office_wrote_is_not() -> None:
    pack = seeds_pack()
    number = "0812-3456-7890"
    told = replace(
        pack,
        event=number,
        title=replace(pack.title, id=number),
        articles=(replace(pack.articles[0], text=number, url=f"https://contoh.id/{number}"), *pack.articles[1:]),
        rules=(replace(pack.rules[0], note=number, text=replace(pack.rules[0].text, id=number)), *pack.rules[1:]),
    )
    hidden = masked(told)

    assert (hidden.title.id, hidden.articles[0].text, hidden.rules[0].text.id) == ("xxxx-xxxx-xxxx",) * 3
    assert (hidden.event, hidden.rules[0].note, hidden.articles[0].url) == (number, number, f"https://contoh.id/{number}")
    assert isinstance(hidden.title.origin, Origin)


@pytest.mark.parametrize("piece", ["1", "1 ", "0812 ", "08", "a", "a.", "a@", "a@a.", "+62 ", "(021) "])
def test_masking_takes_time_linear_in_the_text(piece: str) -> None:
    start = time.process_time()
    mask(piece * (200_000 // len(piece)))

    assert time.process_time() - start < 2
