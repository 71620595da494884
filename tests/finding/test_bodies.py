from __future__ import annotations

from datetime import date

import pytest

from briefing.finding.bodies import find_gone

AFTER = date(2024, 11, 1)


def test_an_institution_that_was_gone_is_told_once_at_its_first_place() -> None:
    text = "Laporan diteruskan ke KASN. Nanti KASN memberi rekomendasi."

    (problem,) = find_gone(text, AFTER)

    assert (problem.code, problem.arguments) == ("body-gone", {"body": "KASN", "since": "2024-08-24"})
    assert problem.span
    assert problem.span.start == text.index("KASN")


@pytest.mark.parametrize("day", [None, date(2024, 8, 23)])
def test_nothing_is_told_before_its_end_or_without_a_day(day: date | None) -> None:
    assert find_gone("Laporan diteruskan ke KASN.", day) == ()


@pytest.mark.parametrize(
    "text",
    [
        "KASN sudah dibubarkan, tugasnya kini di BKN.",
        "Tugas yang dulu di Komisi ASN kini ditangani BKN.",
        "SKB itu diteken MenPANRB, Mendagri, BKN, KASN, dan Bawaslu.",
        "Kasn bukan singkatan.",
    ],
)
def test_who_tells_of_its_end_or_of_what_it_once_did_is_right(text: str) -> None:
    assert find_gone(text, AFTER) == ()
