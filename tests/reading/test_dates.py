"""Dates as printed."""

from __future__ import annotations

import pytest

from briefing.reading.dates import bare_weekdays, days, stamp, years


@pytest.mark.parametrize(
    ("text", "printed", "day"),
    [
        ("Sekda, Minggu (11/8), hadir", "Minggu (11/8)", (11, 8, None, 6)),
        ("Selasa, (25/6/2024) siang", "Selasa, (25/6/2024)", (25, 6, 2024, 1)),
        ("di aula, Jumat. (15/11)", "Jumat. (15/11)", (15, 11, None, 4)),
        ("Jum’at, 06/09", "Jum’at, 06/09", (6, 9, None, 4)),
        ("Rabu malam (23/10)", "Rabu malam (23/10)", (23, 10, None, 2)),
        ("Rabu 23 Oct 2024 - 20:31 WIB", "Rabu 23 Oct 2024", (23, 10, 2024, 2)),
        ("hari Kamis tanggal 2 November 2023", "Kamis tanggal 2 November 2023", (2, 11, 2023, 3)),
        ("tgl 27 november 2024 nanti", "27 november 2024", (27, 11, 2024, None)),
        ("Friday, November 22, 2024", "Friday, November 22, 2024", (22, 11, 2024, 4)),
        ("19-20 September 2023", "19-20 September 2023", (19, 9, 2023, None)),
        ("pada (3 April 2024)", "(3 April 2024)", (3, 4, 2024, None)),
        ("2024-11-02T00:00", "2024-11-02", (2, 11, 2024, None)),
        ("Rabu (4/11/205).", "Rabu (4/11/205)", (4, 11, None, 2)),
        ("Senin 5/8/24", "Senin 5/8/24", (5, 8, 2024, 0)),
        ("2016/02/23 15:32:01", "2016/02/23", (23, 2, 2016, None)),
        ("Rabu Pon, 23 Oktober 2024", "Rabu Pon, 23 Oktober 2024", (23, 10, 2024, 2)),
        ("Kamis, 23 Muharram 1437 / 05 November 2015", "05 November 2015", (5, 11, 2015, None)),
        ("Rabu, 1 Syawal 1445 H/10 April 2024", "10 April 2024", (10, 4, 2024, None)),
        ("tanggal 14 bulan Oktober 2024", "14 bulan Oktober 2024", (14, 10, 2024, None)),
    ],
)
def test_finds_day(text: str, printed: str, day: tuple[int, int, int | None, int | None]) -> None:
    (found,) = days(text)
    assert found.span.of(text) == printed
    assert (found.day, found.month, found.year, found.weekday) == day


@pytest.mark.parametrize(
    "text",
    [
        "Nomor 12/2016",
        "UU 5/2014",
        "SE/10/2/2024",
        "5 Safar 1446 H",
        "B/71/M.SM.00.00/2017",
        "skor (3/4)",
        "Rp1.000.000",
        "pukul 08.00",
        "Senin (32/1)",
        "31/13/2024",
        "Pasal 71 ayat (1)",
    ],
)
def test_finds_no_day(text: str) -> None:
    assert not list(days(text))


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("Rabu 23 Oct 2024 - 20:31 WIB", "2024-10-23T20:31+07:00"),
        ("Jum'at, 15/11/2024 20:31 WITA", "2024-11-15T20:31+08:00"),
        ("2024-10-14T09:00:00+0900", "2024-10-14T09:00+09:00"),
        ("October 23, 2024 8:31 pm", "2024-10-23T20:31"),
        ("14 Oct 2024 12:05 a.m. WIB", "2024-10-14T00:05+07:00"),
        ("15 Nov 2024 07.05 WIT", "2024-11-15T07:05+09:00"),
        ("Kompas Kota - 16/02/2016, 14:38 WIB", "2016-02-16T14:38+07:00"),
        ("Kamis, 8 Oktober 2024", "2024-10-08"),
        ("2024-11-02T00:00:00.000Z", "2024-11-02"),
        ("2024-10-23T20:31:00+07:00", "2024-10-23T20:31+07:00"),
        ("12 Mei 2024 | 9:05", "2024-05-12T09:05"),
    ],
)
def test_stamp(line: str, iso: str) -> None:
    found = stamp(line)
    assert found is not None
    assert found.iso == iso


@pytest.mark.parametrize("line", ["Minggu (11/8)", "30 Februari 2024", "tanpa tanggal"])
def test_no_stamp(line: str) -> None:
    assert stamp(line) is None


def test_years_are_not_those_of_laws() -> None:
    text = "UU Nomor 5 Tahun 2014, No. 15 tahun 2023, PP 94/2021 dan Pergub 12/2016 pada Pilkada 2024 dan tahun 2019; Rp2.024"
    assert list(years(text)) == [2024, 2019]


def test_bare_weekdays() -> None:
    text = "kata Budi di Jambi, Sabtu. Rapat pada Senin, lalu. Setiap Selasa kantor buka."
    assert [span.of(text) for span, _ in bare_weekdays(text)] == ["Sabtu", "Senin"]
