"""What a line of English must keep."""

from __future__ import annotations

from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.lexicon.load import rows
from briefing.translating.gates import faults
from briefing.translating.numbers import lost, numbers
from tests.translating.mutants import mutants

NAMES = ("Jumani", "Edy Sujatmiko", "M Mafud Nizar")
LINES = [(row["source"], row["target"]) for row in rows("en/memory.csv")]


@pytest.mark.parametrize(
    ("indonesian", "english"),
    [
        ("Anggaran naik menjadi Rp660,8 triliun pada 2024.", "The budget rose to Rp660.8 trillion in 2024."),
        ("Denda paling banyak Rp5.000.000.000,00.", "Fines of at most 5 billion rupiah."),
        ("Apel dimulai pukul 13.00, Minggu (11/8).", "It began at 1:00 p.m. on Sunday, 11 August."),
        ("Tiga puluh dua ribu lima ratus pemilih hadir.", "32,500 voters came."),
        ("Dua ratus lima orang hadir.", "Two hundred and five people came."),
        ("Lebih dari seribu orang hadir pada Mei 2024.", "More than a thousand people came in May 2024."),
        ("Kedua calon hadir.", "Both candidates came."),
        ("Sebanyak 1.234,5 hektare.", "A total of 1,234.5 hectares."),
        ("Seorang pegawai hadir.", "One employee came."),
        ("Film Six Days in Fallujah.", "The film Six Days in Fallujah."),
        ("abad kesembilan belas", "the nineteenth century"),
    ],
)
def test_numbers_are_compared_by_value(indonesian: str, english: str) -> None:
    assert not lost(indonesian, english)


@pytest.mark.parametrize(
    ("indonesian", "english"),
    [
        ("Undang-Undang Nomor 17 Tahun 2003", "Law Number 17 of 2004"),
        ("Pasal 33 ayat (3)", "Article 33"),
        ("denda Rp5.000.000", "a fine of Rp5,000"),
        ("denda Rp1.500", "a fine of Rp1.5"),
        ("tiga orang", "four people"),
        ("pada 12 Agustus", "on 12 July"),
        ("Pegawai hadir.", "All 12 employees came."),
    ],
)
def test_a_number_that_is_lost_changed_or_new_is_seen(indonesian: str, english: str) -> None:
    assert lost(indonesian, english)


@given(st.integers(min_value=0, max_value=10**13))
def test_any_whole_number_is_the_same_in_both_notations(number: int) -> None:
    assert not lost(f"Sebanyak {number:,} orang".replace(",", "."), f"A total of {number:,} people")
    assert lost(f"Sebanyak {number:,} orang".replace(",", "."), f"A total of {number + 1:,} people")


def test_a_month_may_stands_beside_a_number() -> None:
    assert numbers("It may rain.", "en") == ()
    assert [number.readings for number in numbers("On 3 May", "en")] == [{"3"}, {"month 5"}]


@pytest.mark.parametrize(
    ("indonesian", "english", "code"),
    [
        ("Presiden tidak menandatangani peraturan itu.", "The President signed the regulation.", "gate-negation"),
        ("Presiden menandatangani peraturan itu.", "The President did not sign the regulation.", "gate-negation"),
        ("ASN dilarang ikut kampanye.", "Civil servants are not required to join a campaign.", "gate-prohibition"),
        ("ASN boleh menghadiri kampanye.", "Civil servants must attend campaigns.", "gate-duty"),
        ("ASN harus netral.", "Civil servants may be neutral.", "gate-duty"),
        ("Jumani menghadiri apel.", "Jumadi attended the assembly.", "gate-name"),
        ("Warga Kudus menghadiri KPPS.", "Residents of Kudu attended KPPS.", "gate-name"),
        ("Warga menemui LSM itu.", "Residents met the LMS.", "gate-name"),
        ("Bupati hadir.", "The mayor was there.", "gate-term"),
        ("Pjs Gubernur hadir.", "The Acting Governor was there.", "gate-term"),
        ("Pegawai menghadiri rapat itu.", "Pegawai menghadiri rapat itu.", "gate-untranslated"),
        ("Pegawai menghadiri rapat itu bersama warga.", "Employees yang attended the meeting together.", "gate-untranslated"),
        ("Rapat.", "The the the the meeting.", "gate-repeated"),
        ("Rapat itu dihadiri semua pegawai kantor.", "Meeting.", "gate-length"),
        ("Rapat.", "The meeting was attended by all employees of the office and others.", "gate-length"),
        ("Rapat.", " … ", "gate-empty"),
        ("Rapat ditunda.", "The meet⁇ was put off.", "gate-letters"),
    ],
)
def test_each_gate_stops_what_it_is_for(indonesian: str, english: str, code: str) -> None:
    assert code in faults(indonesian, english, NAMES)


@pytest.mark.parametrize(
    ("indonesian", "english"),
    [
        ("ASN tidak boleh berpihak.", "Civil servants may not take sides."),
        ("Ia tidak mampu hadir.", "The official was unable to attend."),
        ("Bukan hanya PNS yang wajib netral.", "Not only civil servants must be neutral."),
        ("Netralitas bebas dari intervensi.", "Neutrality is free from intervention."),
        ("Jumani, Sekda Pati, hadir.", "Jumani, Pati’s Regional Secretary, was there."),
        ("Amerika Serikat (AS) hadir.", "The United States (US) was there."),
    ],
)
def test_english_that_says_the_same_passes(indonesian: str, english: str) -> None:
    assert faults(indonesian, english, NAMES) == ()


BANS = (
    "Bupati melarang ASN berkampanye.",
    "Larang ASN berkampanye.",
    "ASN dilarang berkampanye.",
    "Larangan ASN berkampanye.",
    "Melarang ASN berkampanye.",
)
DENIALS = ("ASN tidak boleh berkampanye.", "ASN tak boleh berkampanye.", "ASN tidak diperbolehkan berkampanye.", "ASN tidak diizinkan berkampanye.")
WARNINGS = ("ASN jangan berkampanye.", "Janganlah ASN berkampanye.", "Jangan sampai ASN berkampanye.")
BANNED = (
    "The Regent bans civil servants from campaigning.",
    "Ban civil servants from campaigning.",
    "Civil servants are banned from campaigning.",
    "The ban on campaigning by civil servants.",
    "Banning civil servants from campaigning.",
    "We bar civil servants from campaigning.",
    "The Regent bars civil servants from campaigning.",
    "Barring civil servants from campaigning.",
    "Civil servants are barred from campaigning.",
    "The Regent forbade civil servants to campaign.",
    "The Regent forbids civil servants to campaign.",
    "The Regent prohibits civil servants from campaigning.",
    "The prohibition on campaigning by civil servants.",
    "Civil servants may not campaign.",
    "Civil servants must not campaign.",
    "Civil servants can’t campaign.",
    "Civil servants are not allowed to campaign.",
    "Civil servants aren’t permitted to campaign.",
    "The Regent does not allow civil servants to campaign.",
)
WARNED = (
    "Civil servants, do not campaign.",
    "Civil servants, don’t campaign.",
    "Civil servants should never campaign.",
    "Civil servants, never campaign.",
    "Civil servants should avoid campaigning.",
    "Civil servants should refrain from campaigning.",
)


@pytest.mark.parametrize(
    ("indonesian", "english"),
    [(source, target) for source in (*BANS, *DENIALS) for target in BANNED]
    + [(source, target) for source in (*DENIALS, *WARNINGS) for target in (*WARNED, *BANNED)],
)
def test_every_way_to_forbid_is_met_by_every_other(indonesian: str, english: str) -> None:
    assert not {"gate-negation", "gate-prohibition", "gate-permission"} & set(faults(indonesian, english))


@pytest.mark.parametrize("indonesian", [*BANS, *DENIALS, *WARNINGS])
@pytest.mark.parametrize(
    "english", ["Civil servants may campaign.", "Civil servants campaign.", "Civil servants must campaign.", "Let them campaign."]
)
def test_a_ban_that_is_lost_is_seen(indonesian: str, english: str) -> None:
    assert "gate-negation" in faults(indonesian, english)
    assert "gate-negation" in faults(indonesian.replace("ASN", "tidak melarang ASN"), "Civil servants may not campaign.")


@pytest.mark.parametrize("english", [*BANNED, *WARNED])
def test_a_ban_that_is_new_is_seen(english: str) -> None:
    assert {"gate-negation", "gate-permission"} & set(faults("ASN boleh berkampanye.", english))


def test_of_five_hundred_lines_made_wrong_none_passes() -> None:
    sound = [line for line in LINES if not faults(*line, NAMES)]
    assert len(sound) > 0.95 * len(LINES)
    passed = [found for found in islice(mutants(sound, NAMES), 500) if not faults(*found[1:], NAMES)]
    assert passed == []


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_can_be_compared(indonesian: str, english: str) -> None:
    assert all(code.startswith("gate-") for code in faults(indonesian, english, ("A", "")))
