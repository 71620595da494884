"""The place of an article."""

from __future__ import annotations

import pytest

from briefing.reading.event import read_event
from briefing.reading.place import read_place


@pytest.mark.parametrize(
    ("town", "text", "place"),
    [
        ("Jepara", "Korpri Kabupaten Jepara diingatkan.", "Kabupaten Jepara"),
        ("Jambi", "Deklarasi di Balai Kota Jambi, Rabu (23/10/2024).", "Kota Jambi"),
        ("Kasongan", "Pilkada di Kabupaten Katingan. ASN Kabupaten Katingan diminta netral.", "Kabupaten Katingan"),
        ("Kasongan", "Hadir pula tamu dari Kabupaten Kapuas.", None),
        ("Jakarta", "Kasus di Kabupaten Pati dan Kabupaten Pati dibahas.", None),
        ("Borong", "Sosialisasi di Benteng Jawa, Kecamatan Lamba Leda, Sabtu (18/11/2023).", "Kecamatan Lamba Leda"),
        (
            "Masohi",
            "Bawaslu Kabupaten Maluku Tengah pergi ke negeri di Kecamatan Leihitu dan Salahutu, Selasa-Rabu (22-23/10/2024).",
            "Kabupaten Maluku Tengah",
        ),
        ("Wedung", "Rapat di Wedung, Kecamatan Wedung, Sabtu (18/11/2023).", None),
        (None, "Pemerintah Kabupaten Ogan Komering Ulu Selatan mengumumkan hasil.", "Kabupaten Ogan Komering Ulu Selatan"),
        (None, "Bupati hadir di Aula Kecamatan Sukorejo, Selasa (25/6/2024).", "Kecamatan Sukorejo"),
        (None, "kata dia di Denpasar, Bali, Kamis (11/1/2024).", "Denpasar"),
        (None, "kata dia di Kantor Bawaslu Sukoharjo, Kamis (11/1/2024). Baliho ada di Kecamatan Bendosari.", "Sukoharjo"),
        (None, "Rapat di gedung itu, Kamis (11/1/2024). Ketua KPU Kabupaten Pati hadir.", "Kabupaten Pati"),
        (None, "Camat se-Kecamatan Paya Bakong hadir. Warga Kecamatan Paya Bakong senang.", "Kecamatan Paya Bakong"),
        (None, "Warga Brebes, Jawa Tengah, memprotes.", "Brebes"),
        (None, "Ia lahir di Kecamatan Nisam. Kota Lama ramai.", None),
        (None, "Tanpa tempat.", None),
    ],
)
def test_place(town: str | None, text: str, place: str | None) -> None:
    event = read_event(text, None, text)
    found = read_place(text, town, event.span if event else None)
    assert (found[0] if found else None) == place
    if found:
        assert found[1].of(text).split()[-1] == found[0].split()[-1]


def test_a_short_form_of_a_regency_is_written_out() -> None:
    text = "Pembinaan di Kantor Kemenag Bolmong, Rabu (17/1/2024)."
    event = read_event(text, None, text)
    found = read_place(text, None, event.span if event else None)
    assert found is not None
    assert found[0] == "Kabupaten Bolaang Mongondow"
    assert found[1].of(text) == "Bolmong"
