"""Header lines and front matter."""

from __future__ import annotations

import pytest

from briefing.reading.header import read_header


def fields(view: str) -> dict[str, str]:
    return {found.field: " ".join(found.span.of(view).split()) for found in read_header(view).fields}


def test_any_subset_in_any_order_in_two_languages() -> None:
    view = "\nSumber: Kabar Desa\nJUDUL : Netral: itu wajib\nDate: 2024-11-15\nPenulis:\nTempat: Kota Malang\n\nJudul: bukan\n"
    assert fields(view) == {"outlet": "Kabar Desa", "title": "Netral: itu wajib", "published": "2024-11-15", "place": "Kota Malang"}
    assert view[read_header(view).end :] == "\nJudul: bukan\n"


@pytest.mark.parametrize("view", ["Sekda: Netral itu wajib\n\nIsi.", "Isi berita.\nJudul: bukan\n", "", "http://kabardesa.id\n", "- Judul: satu\n"])
def test_no_header(view: str) -> None:
    assert read_header(view).end == 0


def test_front_matter_with_a_folded_title() -> None:
    view = '---\ntitle: "Rapat Netralitas: Semua Pegawai\n  Wajib Hadir"\ndate: 2024-11-15T00:00:00.000Z\ntags:\n  - satu\n---\n\nIsi.'
    assert fields(view) == {"title": "Rapat Netralitas: Semua Pegawai Wajib Hadir", "published": "2024-11-15T00:00:00.000Z"}
    assert view[read_header(view).end :] == "\n\nIsi."


def test_a_rule_of_dashes_is_no_front_matter() -> None:
    assert read_header("---\nIsi berita.").end == 0
