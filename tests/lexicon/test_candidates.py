"""Candidates, ballot numbers and parties in running text."""

from __future__ import annotations

import time

import pytest

from briefing.lexicon.candidates import candidates_in, named_in
from briefing.lexicon.load import table

TABLE = table("id/candidates.toml")
NOBODY: frozenset[str] = frozenset()


@pytest.mark.parametrize("kind", ["candidacy", "ballot", "party"])
def test_the_table_finds_its_examples_and_leaves_the_others(kind: str) -> None:
    assert [example for example in TABLE[f"{kind}_examples"] if not named_in(f"Pilih {example} saja", NOBODY)] == []
    assert [example for example in TABLE[f"{kind}_not_examples"] if named_in(f"Pilih {example} saja", NOBODY)] == []


@pytest.mark.parametrize("party", TABLE["party"], ids=lambda party: party["name"])
def test_every_party_is_found_by_each_of_its_names(party: dict[str, list[str]]) -> None:
    for form in (party["name"], *party.get("forms", ()), *(f"kader {form}" for form in party.get("after", ()))):
        assert named_in(f"diusung {form}.", NOBODY) == (form,)
    for form in party.get("after", ()):
        assert named_in(f"soal {form}.", NOBODY) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Calon bupati Kudus nomor urut 1, Rina Astuti, hadir.", {"Rina Astuti"}),
        ("Pasangan calon Gubernur dan Wakil Gubernur Jawa Tengah, Rina Astuti-Budi Santosa, hadir.", {"Rina Astuti", "Budi Santosa"}),
        ("capres-cawapres, yakni Rina Astuti dan Budi Santosa", {"Rina Astuti", "Budi Santosa"}),
        ("calon wakil presiden (cawapres) Rina Astuti", {"Rina Astuti"}),
        ("Calon Bupati Rina Astuti dan Ketua Bawaslu Budi Santosa hadir.", {"Rina Astuti"}),
        ("Para calon hadir. Rina Astuti tidak.", set()),
        ("calon Bupati Kudus tidak hadir", set()),
    ],
)
def test_the_names_behind_a_candidacy_are_those_of_candidates(text: str, names: set[str]) -> None:
    assert candidates_in(text) == names


def test_a_known_candidate_is_found_by_a_part_of_the_name_but_not_within_a_word_or_place() -> None:
    assert named_in("Pilih Rina saja, Pak Budi juga", frozenset({"Rina Astuti", "Budi Kudus"})) == ("Rina", "Budi")
    assert named_in("Rinai hujan di Kudus", frozenset({"Rina Astuti", "Budi Kudus"})) == ()


@pytest.mark.parametrize("piece", ["calon ", "calon bupati ", "calon bupati Aa ", "Aa ", "Aa-", "dan Aa ", "nomor urut 1 ", "Partai "])
def test_candidates_are_found_in_time_linear_in_the_text(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    start = time.process_time()
    named_in(text, candidates_in(text))

    assert time.process_time() - start < 2


def test_a_short_form_is_the_party_in_an_article_that_calls_it_one() -> None:
    told = candidates_in("Fraksi PKB DPR RI menolak wacana itu.")
    assert named_in("menyatakan PKB menyetujui dengan catatan", told) == ("PKB",)
    assert named_in("kader PKB hadir", told) == ("kader PKB",)
    assert named_in("menyatakan PKB menyetujui dengan catatan", candidates_in("Warga membayar PKB tahunan.")) == ()
