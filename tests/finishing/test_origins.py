"""The words of a tag beside those of the colophon."""

from __future__ import annotations

import pytest

from briefing.finishing.checks.origins import PLACEHOLDER, _fits

TAG = "Ditinjau oleh NAMA, TANGGAL / Reviewed by NAMA, TANGGAL"


@pytest.mark.parametrize(
    ("words", "fits"),
    [
        ("Ditinjau oleh Sri Hartati, 1 Mei 2024 / Reviewed by Sri Hartati, 1 May 2024", True),
        ("Ditinjau oleh , 1 Mei 2024 / Reviewed by Sri Hartati, 1 May 2024", False),
        ("Ditinjau oleh Sri Hartati / Reviewed by Sri Hartati, 1 May 2024", False),
        ("Ditinjau oleh Sri Hartati, 1 Mei 2024", False),
    ],
)
def test_a_name_and_a_day_stand_where_the_colophon_says(words: str, *, fits: bool) -> None:
    assert _fits(words, PLACEHOLDER.split(TAG)) is fits


def test_words_without_a_name_are_the_same() -> None:
    assert _fits("Belum diterjemahkan", ["Belum diterjemahkan"])
    assert not _fits("Belum diterjemahkan.", ["Belum diterjemahkan"])


def test_a_colophon_of_damaged_words_takes_no_time() -> None:
    """A page whose letters are damaged may read as placeholders throughout; sought by one pattern, they would be tried in all ways."""
    assert not _fits("A " * 4000, PLACEHOLDER.split("ZZZZ a " * 800))
