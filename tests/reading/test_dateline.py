"""Datelines, and what only looks like one."""

from __future__ import annotations

import pytest

from briefing.reading.dateline import dateline, pulled_quote_end


@pytest.mark.parametrize(
    ("label", "place", "outlet"),
    [
        ("JAMBI - ", "JAMBI", None),
        ("KASONGAN, PROKALTENG.CO – ", "KASONGAN", "PROKALTENG.CO"),
        ("Jepara-Infomuria.com-", "Jepara", "Infomuria.com"),
        ("pasuruan.bawaslu.go.id - ", None, "pasuruan.bawaslu.go.id"),
        ("Martapura (ANTARA) - ", "Martapura", "ANTARA"),
        ("Praya, Lombok Tengah (ANTARA) - ", "Praya", "ANTARA"),
        ("jpnn.com, SEMARANG - ", "SEMARANG", "jpnn.com"),
        ("MAMUJU, RADAR SULBAR – ", "MAMUJU", "RADAR SULBAR"),
        ("JABARNEWS │ BEKASI – ", "BEKASI", "JABARNEWS"),
        ("Jakarta, CNN Indonesia -- ", "Jakarta", "CNN Indonesia"),
        ("KBRN, Jakarta: ", "Jakarta", "KBRN"),
        ("WAIBAKUL,    bkd.nttprov.go.id   , ", "WAIBAKUL", "bkd.nttprov.go.id"),
        ("Kabupaten Alor,   bkd.nttprov.go,id   - ", "Kabupaten Alor", "bkd.nttprov.go,id"),
        ("KUDUS, 12 Juli 2024 – ", "KUDUS", None),
        ("Sukadana – ", "Sukadana", None),
        ("Tribratanews – ", None, "Tribratanews"),
        ("Kudus, Badan Pengawas Pemilihan Umum – ", "Kudus", None),
    ],
)
def test_dateline(label: str, place: str | None, outlet: str | None) -> None:
    text = label + "Sekda meminta semua pegawai bersikap netral."
    found = dateline(text)
    assert found is not None
    assert found.span.of(text) == label
    assert (found.place.of(text) if found.place else None) == place
    assert (found.outlet.of(text) if found.outlet else None) == outlet


@pytest.mark.parametrize(
    "text",
    [
        "Bawaslu - KPU Sepakat Awasi Netralitas",
        "Sekda Pati : Ketidaknetralan ASN Hanya Boleh di Bilik Suara",
        "Sekda Pati - Jumani menegaskan hal itu.",
        "Sudirman - Pjs Gubernur Jambi - menegaskan hal itu.",
        "Menurut dia, ASN harus netral - Tanpa kecuali.",
        "Jepara, Kudus, dan Pati sepakat.",
        "Pilkada - pemilihan kepala daerah.",
        "Kudus, kata dia - Netral itu wajib.",
        "Badan Pengawas Pemilihan Umum – Kudus hadir.",
        '"Netral," kata Sekda.',
        "",
    ],
)
def test_no_dateline(text: str) -> None:
    assert dateline(text) is None


def test_the_office_that_signs_is_part_of_the_dateline() -> None:
    text = "Jakarta – Humas BKN, Badan Kepegawaian Negara (BKN) kembali mengingatkan instansi."
    found = dateline(text)
    assert found is not None
    assert text[found.span.end :].startswith("Badan Kepegawaian")
    spoken = dateline("Jakarta – Humas BKN, Satya Pratama, mengatakan ASN netral.")
    assert spoken is not None
    assert spoken.span.end == len("Jakarta – ")


@pytest.mark.parametrize("quote", ["mereka wajib cuti", "Semua wajib cuti.", "mereka wajib cuti, ....", "Semua wajib cuti. "])
def test_pull_quote_glued_before_a_dateline(quote: str) -> None:
    text = quote + "Tanjungpinang (ANTARA) - Sebanyak 14 pegawai cuti."
    assert text[pulled_quote_end(text) :].startswith("Tanjungpinang (ANTARA)")


@pytest.mark.parametrize(
    "text", ["Wali Kota Tanjungpinang (ANTARA) - Hasan hadir.", "Ia hadir di Kantor Bupati (Pati) - Senin.", "Jakarta (ANTARA) - Bawaslu rapat."]
)
def test_no_pull_quote(text: str) -> None:
    assert pulled_quote_end(text) == 0
