"""The day of the event: which date it is, and its year."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.lexicon.load import table
from briefing.model.span import Span
from briefing.reading.event import _is_ruled_out, read_event


@pytest.mark.parametrize(
    ("text", "published", "printed", "when"),
    [
        # the year from the text, checked by the weekday
        ("Pilkada 2024 dibahas, Minggu (11/8), di aula.", None, "Minggu (11/8)", date(2024, 8, 11)),
        ("Periode 2024-2029 dimulai, kata dia, Minggu (11/8). Tahun 2029 selesai.", None, "Minggu (11/8)", date(2024, 8, 11)),
        # the year from the day of publication, also over the turn of the year
        ("Hal itu dikatakan Sabtu (28/12).", date(2025, 1, 3), "Sabtu (28/12)", date(2024, 12, 28)),
        # a law's year is no year of the event
        ("UU Nomor 5 Tahun 2014 dibahas, Selasa (25/6), jelang Pilkada 2024.", None, "Selasa (25/6)", date(2024, 6, 25)),
        # background, polling day and what is to come are not the event
        ("Sebelumnya, Selasa (5/11/2024), rapat batal. Bupati hadir pada Jumat (8/11/2024).", None, "Jumat (8/11/2024)", date(2024, 11, 8)),
        ("Pemilihan akan digelar Rabu (27/11/2024). Bupati hadir, Jumat (8/11/2024).", None, "Jumat (8/11/2024)", date(2024, 11, 8)),
        ("Temuan pada Selasa (5/11/2024) lalu dibahas di aula, Jumat (8/11/2024).", None, "Jumat (8/11/2024)", date(2024, 11, 8)),
        # neither are deadlines, plans and registrations, nor a day on which the article was long published
        ("Pendaftaran ditutup Rabu (28/8/2024). Bupati hadir, Senin (26/8/2024).", None, "Senin (26/8/2024)", date(2024, 8, 26)),
        ("Bupati hadir pada Rabu (27/11/2024). Apel itu Jumat (8/11/2024).", date(2024, 11, 9), "Jumat (8/11/2024)", date(2024, 11, 8)),
        ("Apel dipimpin Sekda, Jumat (8/11).", date(2024, 11, 8), "Jumat (8/11)", date(2024, 11, 8)),
        # but the past is better than nothing
        ("Temuan itu disampaikan pada Selasa (5/11/2024) lalu.", None, "Selasa (5/11/2024)", date(2024, 11, 5)),
        # a bare weekday: with its own date elsewhere, or counted back from the day of publication
        ("Kata Budi di Jambi, Minggu. Bazar digelar Minggu (3/11/2024).", None, "Minggu (3/11/2024)", date(2024, 11, 3)),
        ("Kata Budi di Jambi, Sabtu.", date(2024, 11, 4), "Sabtu", date(2024, 11, 2)),
        ("Kata Budi di Jambi, Sabtu. Pada Selasa (5/11/2024) rapat.", None, "Sabtu", None),
        # no weekday at all
        ("Apel dipimpin Sekda pada 8 November 2024 di alun-alun.", None, "8 November 2024", date(2024, 11, 8)),
        ("Hal itu disampaikan (8/11/2024).", None, "(8/11/2024)", date(2024, 11, 8)),
    ],
)
def test_event(text: str, published: date | None, printed: str, when: date | None) -> None:
    event = read_event(text, published, text)
    assert event is not None
    assert (event.span.of(text), event.when) == (printed, when)


def test_the_year_may_stand_beside_the_body() -> None:
    event = read_event("Bupati hadir, Minggu (11/8).", None, "HUT Ke-79 Tahun 2024\nBupati hadir, Minggu (11/8).")
    assert event is not None
    assert event.when == date(2024, 8, 11)


@pytest.mark.parametrize(
    ("text", "published", "code", "when"),
    [
        ("Bupati hadir, Senin (11/8).", None, "year-unknown", None),
        ("Bupati hadir, Senin (11/8), pada 2024.", None, "year-unknown", None),
        ("Bupati hadir, Senin (11/8/2024).", None, "weekday-mismatch", date(2024, 8, 11)),
        ("Bupati hadir, Senin (11/8).", date(2024, 8, 12), "weekday-mismatch", date(2024, 8, 11)),
        ("Kata Bupati di Pati, Senin.", None, "weekday-only", None),
    ],
)
def test_doubts(text: str, published: date | None, code: str, when: date | None) -> None:
    event = read_event(text, published, text)
    assert event is not None
    (problem,) = event.problems
    assert (problem.code, event.when) == (code, when)
    assert problem.span is not None
    assert problem.span.of(text) == problem.arguments["printed"]


@pytest.mark.parametrize(
    "text", ["Pemilihan akan dilaksanakan tgl 27 november 2024 nanti.", "Kantor buka hari Senin sampai Kamis.", "Tanpa tanggal."]
)
def test_no_event(text: str) -> None:
    assert read_event(text, None, text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Batas waktu pendaftaran adalah tanggal 8 April 2016.",
        "Lomba terbuka untuk siapa saja. Batas akhir pengiriman karya pada 8 April 2016 pukul 24.00.",
        "Pendaftaran pasangan calon dibuka pada tanggal 10 Februari 2016.",
        "Pilkada akan digelar secara serentak di seluruh Indonesia pada tanggal 9 Februari 2016.",
        "Apel akbar dipimpin Bupati pada 8 April 2016.",
        "Apel akbar dipimpin Bupati, Jumat (8/4).",
    ],
)
def test_nothing_is_said_where_the_day_is_in_doubt_or_to_come(text: str) -> None:
    assert read_event(text, date(2016, 2, 20), text) is None


@pytest.mark.parametrize("entry", table("id/dates.toml")["not_event"])
def test_rules_match_their_examples(entry: dict[str, list[str]]) -> None:
    for example, expected in [*((text, True) for text in entry["examples"]), *((text, False) for text in entry["not_examples"])]:
        event = read_event(example.replace("Senin", "Senin (4/11)") if "/" not in example and "20" not in example else example, None, "")
        span = event.span if event else _first_date(example)
        assert _is_ruled_out(example, span, past=True) is expected, example


def _first_date(text: str) -> Span:
    from briefing.reading.dates import days

    found = next(days(text), None)
    start = text.find("Senin")
    return found.span if found else Span(start, start + len("Senin"))
