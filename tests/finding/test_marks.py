from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.finding.marks import find_quoted


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('"ASN harus netral," kata Budi.', ["ASN harus netral"]),
        ("”ASN harus netral,“ kata Budi.", ["ASN harus netral"]),
        ('“ASN harus netral," kata Budi.', ["ASN harus netral"]),
        ("“Sampai jumpa.” Ujarnya. “Ingat pesan “jaga sikap” itu,” tambahnya.", ["Sampai jumpa.", "Ingat pesan “jaga sikap” itu"]),
        ('CONTENT"Warga sudah tahu," kata Budi', ["Warga sudah tahu"]),
        ("tanpa tanda", []),
        ("5 inci: 15″ saja", []),
        ("“Tidak ditutup, begitu saja.", ["Tidak ditutup, begitu saja."]),
        ("“Tidak ditutup, kata Budi.", ["Tidak ditutup"]),
        ("“Satu.\n\n“Dua,” katanya.", ["Satu.", "Dua"]),
        ("“Satu, dua.\n\nTiga,” katanya.", ["Satu, dua.", "Tiga"]),
    ],
)
def test_runs(text: str, inner: list[str]) -> None:
    assert [run.inner.of(text) for run in find_quoted(text)] == inner


@given(st.text(alphabet='ab .,“”"\n(', max_size=80))
def test_runs_lie_in_order_apart(text: str) -> None:
    runs = find_quoted(text)

    assert all(run.outer.contains(run.inner) and run.inner.start < run.inner.end for run in runs)
    assert all(one.outer.end <= other.outer.start for one, other in itertools.pairwise(runs))
