"""The wordings of statements, and whom words name."""

from __future__ import annotations

import re
from typing import Any

import pytest

from briefing.lexicon.load import table
from briefing.lexicon.points import points
from briefing.lexicon.said import parties_in, reported_as, wordings

ENTRIES = [*table("said.toml")["said"], *table("said.toml")["party"], table("said.toml")["strangers"]]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.get('point', '')} {entry['pattern'][:20] if 'pattern' in entry else ''}")
def test_examples_are_found(entry: dict[str, Any]) -> None:
    for example in entry.get("examples", ()):
        assert re.search(rf"\b(?:{entry['pattern']})\b", example, re.IGNORECASE), example
    assert bool(entry.get("examples")) == bool(entry.get("pattern"))


def test_every_wording_is_of_a_statement_and_can_be_reached() -> None:
    known = {point.id for point in points()}
    always: set[str] = set()
    for wording in wordings():
        assert wording.point in known
        assert wording.point not in always, wording
        always |= {wording.point} if not (wording.pattern or wording.unless) else set()


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("ASN, TNI/Polri, dan kepala desa harus netral", [["civil servants", "soldiers", "police officers", "village heads"]]),
        ("guru PPPK dan guru honorer", [["teachers"]]),
        ("kata Camat Menes", []),
        ("ujar camat kepada ASN", [["civil servants"]]),
        ("Saya minta para camat mengawasi", [["district heads"]]),
        ("disiplin pegawai dan kode etik ASN", []),
        ("Kepala desa mengingatkan perangkat desa", [["village officials"]]),
        ("lurah, RT/RW, dan kader posyandu harus netral", [["urban village heads", "heads of neighbourhoods (RT and RW)", ""]]),
        ("ASN dan kepala desa dan tetap netral", [["civil servants", "village heads"]]),
    ],
)
def test_who_is_named_and_who_speaks(words: str, names: list[list[str]]) -> None:
    assert [[name.en for name in group] for group in parties_in(words)] == names


def test_whom_a_statement_binds_is_told_by_the_nearest_text_that_names_any() -> None:
    assert reported_as("stay-neutral", "Harus netral", "", "Camat hadir bersama guru") is None
    assert reported_as("stay-neutral", "Mereka harus netral", "", "Ia menemui para guru") is None
    told = reported_as("stay-neutral", "Harus netral", "", "Ia menemui para guru", "Netralitas ASN")
    assert told is not None
    assert told.en == "teachers must maintain their neutrality in elections"
