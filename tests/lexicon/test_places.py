"""Places: the lists are whole, every form finds its place, and the English keeps the kind."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.lexicon import places
from briefing.lexicon.load import rows

# Regencies and cities of each province: 416 and 98 in all.
COUNTS = {
    "Aceh": (18, 5),
    "Sumatera Utara": (25, 8),
    "Sumatera Barat": (12, 7),
    "Riau": (10, 2),
    "Kepulauan Riau": (5, 2),
    "Jambi": (9, 2),
    "Sumatera Selatan": (13, 4),
    "Bengkulu": (9, 1),
    "Lampung": (13, 2),
    "Kepulauan Bangka Belitung": (6, 1),
    "DKI Jakarta": (1, 5),
    "Jawa Barat": (18, 9),
    "Banten": (4, 4),
    "Jawa Tengah": (29, 6),
    "Daerah Istimewa Yogyakarta": (4, 1),
    "Jawa Timur": (29, 9),
    "Bali": (8, 1),
    "Nusa Tenggara Barat": (8, 2),
    "Nusa Tenggara Timur": (21, 1),
    "Kalimantan Barat": (12, 2),
    "Kalimantan Tengah": (13, 1),
    "Kalimantan Selatan": (11, 2),
    "Kalimantan Timur": (7, 3),
    "Kalimantan Utara": (4, 1),
    "Sulawesi Utara": (11, 4),
    "Gorontalo": (5, 1),
    "Sulawesi Tengah": (12, 1),
    "Sulawesi Barat": (6, 0),
    "Sulawesi Selatan": (21, 3),
    "Sulawesi Tenggara": (15, 2),
    "Maluku": (9, 2),
    "Maluku Utara": (8, 2),
    "Papua": (8, 1),
    "Papua Barat": (7, 0),
    "Papua Barat Daya": (5, 1),
    "Papua Selatan": (4, 0),
    "Papua Tengah": (8, 0),
    "Papua Pegunungan": (8, 0),
}


def test_the_lists_are_whole() -> None:
    counted = Counter((row["province"], row["kind"]) for row in rows("places/regencies.csv"))
    assert {name: (counted[name, "kabupaten"], counted[name, "kota"]) for name in COUNTS} == COUNTS
    assert counted.total() == 514
    assert [row["name"] for row in rows("places/provinces.csv")] == list(COUNTS)


def test_no_form_is_claimed_twice() -> None:
    claims = Counter(
        (row["kind"], form)
        for row in rows("places/regencies.csv")
        for form in {_bare(form) for form in (row["name"], *row["also"].split(";")) if form}
    )
    assert [claim for claim, times in claims.items() if times > 1] == []
    provinces = Counter(_bare(form) for row in rows("places/provinces.csv") for form in (row["name"], *row["also"].split(";")) if form)
    assert [form for form, times in provinces.items() if times > 1] == []


def test_no_row_repeats_a_form_that_is_its_name_spaced_otherwise() -> None:
    for row in rows("places/regencies.csv"):
        forms = [_bare(form) for form in (row["name"], *row["also"].split(";")) if form]
        assert len(forms) == len(set(forms)), row


@pytest.mark.parametrize(
    "name", ["Jateng", "Kepri", "Jakbar", "Kabupaten Pati", "KOTA SEMARANG", "kabupaten jepara", "Deliserdang", "Kab. Kukar", "Purwokerto"]
)
def test_a_place_is_known_in_any_form(name: str) -> None:
    assert places.is_place(name)


@pytest.mark.parametrize("name", ["", "Kota", "Kabupaten", "Sudirman", "Kota Lama", "di Yogyakarta", "Kabupaten Pati dan Jepara", "Pati Jumani"])
def test_what_is_no_place_is_not_taken_for_one(name: str) -> None:
    assert not places.is_place(name)


def test_a_name_that_a_regency_and_a_city_share_is_neither() -> None:
    assert places.regency("Semarang") is None
    assert places.kinds("Semarang") == ("Kabupaten", "Kota")
    pati = places.regency("pati")
    assert pati == places.Regency(name="Pati", name_en="Pati", kind="kabupaten", province="Jawa Tengah")


def test_a_name_that_a_city_shares_with_its_province_is_neither() -> None:
    assert places.regency("Jambi") is None
    assert places.kinds("Jambi") == ("Kota",)


def test_names_are_given_in_their_usual_spelling() -> None:
    assert places.printed_name("DELISERDANG") == "Deli Serdang"
    assert places.printed_name("Tangsel") == "Tangerang Selatan"
    assert places.printed_name("Jawa Tengah") is None
    assert places.province("jateng") == "Jawa Tengah"
    assert places.province("Pati") is None


@pytest.mark.parametrize(
    ("place", "en"),
    [
        ("Kabupaten Pati", "Pati Regency"),
        ("KABUPATEN PATI", "Pati Regency"),
        ("Kota Jambi", "Jambi City"),
        ("Provinsi Jambi", "Jambi Province"),
        ("Provinsi Daerah Istimewa Yogyakarta", "Special Region of Yogyakarta"),
        ("Jawa Tengah", "Central Java"),
        ("Kota Administrasi Jakarta Barat", "West Jakarta Administrative City"),
        ("Kabupaten Lima Puluh Kota", "Lima Puluh Kota Regency"),
        ("Desa Suka Maju", "Suka Maju Village"),
        ("Kelurahan Tembalang", "Tembalang Urban Village"),
        ("Kecamatan Purwodadi, Kabupaten Pasuruan, Jatim", "Purwodadi District, Pasuruan Regency, East Java"),
        ("Desa Plososetro Kecamatan Pucuk Kab. Lamongan", "Plososetro Village, Pucuk District, Lamongan Regency"),
        ("Kota Agung", "Kota Agung"),
        ("Kota Lama", None),
        ("Provinsi Pati", None),
        ("Hotel New Merdeka", None),
        ("Hotel New Merdeka, Kabupaten Pati", None),
        ("", None),
    ],
)
def test_a_place_is_put_into_english_with_its_kind(place: str, en: str | None) -> None:
    assert places.english(place) == en


def test_every_listed_place_has_english() -> None:
    for row in rows("places/regencies.csv"):
        name = row["name_en"] or row["name"]
        assert places.english(f"{row['kind'].capitalize()} {row['name']}") == f"{name} {'Regency' if row['kind'] == 'kabupaten' else 'City'}"
    for row in rows("places/provinces.csv"):
        assert places.english(f"Provinsi {row['name']}") == row["full_en"]
        assert all(places.english(form) == row["name_en"] for form in (row["name"], *filter(None, row["also"].split(";"))))


@given(st.text(max_size=60))
def test_any_text_is_a_place_or_not(text: str) -> None:
    if places.regency(text):
        assert places.is_place(text)
    places.english(text)


def _bare(form: str) -> str:
    return "".join(character for character in form.casefold() if character.isalnum())
