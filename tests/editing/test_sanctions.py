from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from briefing.editing.sanctions import make_sanctions
from briefing.lexicon import provisions
from briefing.lexicon.points import points
from tests.editing.kit import LAW_AS_OF, rule

if TYPE_CHECKING:
    from briefing.model.pack import SanctionStep


def regimes(*statements: str, texts: tuple[str, ...] = ("Pilkada 2024", "Pemilu 2024"), day: date = LAW_AS_OF) -> list[str]:
    return list(dict.fromkeys(step.regime for step in make_sanctions([rule(name) for name in statements], texts, day)))


def every(day: date) -> tuple[SanctionStep, ...]:
    """Return the whole ladder: the steps that all statements touch."""
    return make_sanctions([rule(known.id) for known in points() if known.type not in {"definition", "agreement"}], (), day)


def test_without_a_statement_the_ladder_stands_for_everybody_without_crimes() -> None:
    steps = make_sanctions([], (), LAW_AS_OF)

    assert [step.text.id for step in steps] == [step.text_id for step in provisions.sanctions(LAW_AS_OF) if not step.regime.startswith("criminal")]


@pytest.mark.parametrize(
    ("statement", "touched", "untouched"),
    [
        ("social-media-support", {"moral", "discipline-severe", "dismissal"}, {"village"}),
        ("village-party-officer", {"village"}, {"moral", "discipline-light", "dismissal"}),
        ("vote-buying", {"criminal-pilkada", "criminal-pemilu"}, {"moral", "village", "dismissal"}),
        ("stay-neutral", {"moral", "dismissal"}, {"criminal-pilkada", "criminal-pemilu", "village"}),
    ],
)
def test_the_steps_are_those_of_the_people_and_provisions_of_the_statements(statement: str, touched: set[str], untouched: set[str]) -> None:
    found = set(regimes(statement))

    assert touched <= found
    assert found & untouched == set()


@pytest.mark.parametrize(
    ("texts", "crimes"),
    [
        (("Netralitas dalam Pilkada 2024",), ["criminal-pilkada"]),
        (("Netralitas dalam Pemilu 2024",), ["criminal-pemilu"]),
        (("Netralitas dalam Pilkada", "dan dalam Pemilu"), ["criminal-pilkada", "criminal-pemilu"]),
        (("Bawaslu mengingatkan ASN",), ["criminal-pilkada", "criminal-pemilu"]),
    ],
)
def test_crimes_are_those_of_the_elections_that_the_articles_speak_of(texts: tuple[str, ...], crimes: list[str]) -> None:
    assert [regime for regime in regimes("favouring-decision", texts=texts) if regime.startswith("criminal")] == crimes


def test_the_ladder_is_that_of_the_day_of_the_catalogue() -> None:
    before, after = ({step.text.id for step in every(day)} for day in (date(2025, 12, 31), date(2026, 1, 2)))

    assert "Penjara paling lama 1 tahun dan denda paling banyak Rp12 juta." in before - after
    assert "Penjara paling lama 1 tahun dan/atau denda paling banyak kategori II (Rp10 juta)." in after - before


def test_every_step_of_the_catalogue_is_touched_by_some_statement() -> None:
    assert [step.text.id for step in every(LAW_AS_OF)] == [step.text_id for step in provisions.sanctions(LAW_AS_OF)]


def test_no_step_is_printed_for_the_first_of_the_banned_ways_to_support() -> None:
    punished = [place for step in provisions.sanctions(LAW_AS_OF) for place in step.punishes]

    assert ("pp-94-2021", "5(n)(1)") not in punished
    assert ("pp-94-2021", "5(n)(2)") in punished


def test_the_condition_of_the_medium_penalties_stands_with_them() -> None:
    (step, _) = [step for step in make_sanctions([], (), LAW_AS_OF) if step.regime == "discipline-medium"]

    assert any("selama PP tentang gaji dan tunjangan belum berlaku" in note.text.id for note in step.notes if note.text)
    assert step.grounds.id == "PP 53/2010 Pasal 7 ayat (3); PP 94/2021 Pasal 8 ayat (3)"


def test_figures_of_crimes_from_before_2026_carry_their_note() -> None:
    settled = {"187A", "490", "493", "494", "523", "547"}
    for step in every(LAW_AS_OF):
        if step.regime.startswith("criminal") and not any(f" {number}" in step.grounds.id for number in settled):
            assert any("2 Januari 2026" in note.text.id for note in step.notes if note.text), step.grounds.id


def test_what_only_the_press_tells_names_it_and_nothing_else() -> None:
    sources = {step.source for step in every(LAW_AS_OF) if step.source is not None}

    assert sources
    assert all(part and " " not in part and "." in part for source in sources for part in source.split("; "))


def test_who_is_included_in_another_is_not_named_twice() -> None:
    steps = every(LAW_AS_OF)

    assert [step for step in steps if {"asn", "pns"} <= set(step.addressees) or {"all", "public"} <= set(step.addressees)] == []
