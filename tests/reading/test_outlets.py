"""Outlets by name, host and address."""

from __future__ import annotations

import pytest

from briefing.lexicon.load import rows
from briefing.reading.outlets import outlet


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("ANTARA", "ANTARA"),
        ("antara news", "ANTARA"),
        ("PROKALTENG.CO", "Prokalteng"),
        ("https://news.detik.com/berita/d-1", "detikcom"),
        ("radarkudus.jawapos.com", "Radar Kudus"),
        ("KabarDesa.id", "KabarDesa.id"),
        ("bkd.nttprov.go,id", "BKD Provinsi Nusa Tenggara Timur"),
        ("pasuruan.bawaslu.go.id", "Bawaslu Kabupaten Pasuruan"),
        ("kotapasuruan.bawaslu.go.id", "Bawaslu Kota Pasuruan"),
        ("surabaya.bawaslu.go.id", "Bawaslu Kota Surabaya"),
        ("jatim.bawaslu.go.id", "Bawaslu Provinsi Jawa Timur"),
        ("www.bawaslu.go.id", "Bawaslu"),
        ("kab-pati.kpu.go.id", "KPU Kabupaten Pati"),
        ("diskominfo.patikab.go.id", "Pemerintah Kabupaten Pati"),
        ("semarangkota.go.id", "Pemerintah Kota Semarang"),
        ("jatengprov.go.id", "Pemerintah Provinsi Jawa Tengah"),
        ("dinas.contoh.go.id", "dinas.contoh.go.id"),
        ("jambi.kemenag.go.id", "Kementerian Agama"),
        ("detikFinance", "detikcom"),
        ("TribunJabar", "Tribunnews"),
        ("ANTARA Sulsel", "ANTARA"),
    ],
)
def test_outlet(label: str, name: str) -> None:
    assert outlet(label) == name


@pytest.mark.parametrize(
    "label", ["Jepara", "KPU", "Jepara-Infomuria.com", "M.Si", "S.Kom.", "Wali Kota", "PemKot", "pukul 08.00", "", "Jakarta, kpu.go.id"]
)
def test_no_outlet(label: str) -> None:
    assert outlet(label) is None


def test_no_host_is_listed_twice() -> None:
    hosts = [row["host"] for row in rows("places/outlets.csv")]
    assert len(hosts) == len(set(hosts))
    assert all(host == host.lower() and row["name"] for host, row in zip(hosts, rows("places/outlets.csv"), strict=True))
