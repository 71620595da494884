"""Offices that an article prints short, in full by what it names."""

from __future__ import annotations

import pytest

from briefing.finding.completing import completed


@pytest.mark.parametrize(
    ("office", "text", "full"),
    [
        ("Analis SDM Aparatur", "Kanreg X BKN Denpasar diwakili oleh Siti Aminah, Analis SDM Aparatur.", "Analis SDM Aparatur Kanreg X BKN Denpasar"),
        ("Analis SDM Aparatur", "Bupati Pati diwakili oleh Siti Aminah, Analis SDM Aparatur.", "Analis SDM Aparatur"),
        ("Analis SDM Aparatur", "Kanreg X BKN Denpasar diwakili oleh Budi. Siti Aminah, Analis SDM Aparatur, hadir.", "Analis SDM Aparatur"),
        ("Sekretaris Daerah", "Rapat di Kabupaten Pati dipimpin Sekretaris Daerah.", "Sekretaris Daerah Kabupaten Pati"),
    ],
)
def test_an_office_is_of_the_body_that_its_holder_stands_for_or_of_the_only_one(office: str, text: str, full: str) -> None:
    assert completed(office, text) == full
