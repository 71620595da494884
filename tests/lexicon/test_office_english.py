from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.lexicon import office_english, office_places, offices, places
from briefing.lexicon.load import table

_UNITS = table("id/office_units.toml")
_OFFICES = table("id/offices.toml")
_KPU = "the General Elections Commission (KPU)"
_BAWASLU = "the General Election Supervisory Agency (Bawaslu)"
_PLACES = ("Kabupaten Pati", "Kota Semarang", "Jawa Barat", "Lombok Timur")

# Words of offices that no English holds: whatever English words, names and short forms share with them is left out.
_ENGLISH = {
    word.lower() for entries in ("unit", "kind", "body", "unnamed") for english in _UNITS[entries].values() for word in re.findall(r"\w+", english)
}
_INDONESIAN = {
    word.lower()
    for printed in (*_UNITS["unit"], *_UNITS["kind"], *(head["full"] for head in _OFFICES["head"]))
    for word in re.findall(r"\w+", printed)
    if not word.isupper()
} - {*_ENGLISH, *(word.lower() for head in _OFFICES["head"] for word in re.findall(r"\w+", head["en"]))}


@pytest.mark.parametrize(
    ("printed", "english"),
    [
        ("Direktur Pengawasan dan Pengendalian IV", "Director of Supervision and Control IV"),
        ("ketua tim pemenangan salah satu pasangan calon", "Chair of the campaign team of one of the candidate pairs"),
        ("perwakilan tim salah satu paslon", "Representative of the team of one of the candidate pairs"),
        ("direktur salah satu BUMD", "Director of a regionally owned enterprise (BUMD)"),
        ("Lurah di salah satu kalurahan di Kapanewon Semin", "Village (Kalurahan) Head in Semin District"),
        ("Kepala Dusun di salah satu desa di Kecamatan Haharu", "Hamlet Head in a village in Haharu District"),
        ("guru SD asal Kecamatan Munjungan", "Primary school (SD) teacher from Munjungan District"),
        ("Kepala Suku Badan Kepegawaian Jakarta Timur", "Head of the Civil Service Sub-Agency of East Jakarta"),
        ("Kasudin Sosial Jakarta Utara", "Head of the Social Affairs Sub-Office of North Jakarta"),
        ("Kepala Badan Kepegawaian TTS", "Head of the Civil Service Agency of South Central Timor"),
        ("Bupati HSU", "Regent of North Hulu Sungai"),
        ("Asisten Komisioner KASN Bidang Pengaduan", "Assistant Commissioner of the State Civil Apparatus Commission (KASN) for Complaints"),
        ("Asdep Manajemen Kinerja dan Disiplin", "Assistant Deputy for Performance Management and Discipline"),
        ("Asisten Pemerintahan dan Kesejahteraan Rakyat Sekda", "Assistant for Governance and Public Welfare to the Regional Secretary"),
        ("Sekda Kabupaten Bengkulu Selatan, Provinsi Bengkulu", "Regional Secretary of South Bengkulu Regency, Bengkulu Province"),
        ("Kepala KUA Cipanas", "Head of the Cipanas Religious Affairs Office (KUA)"),
        ("Ketua Panwas Kabupaten Banyuwangi", "Chair of the Election Supervisory Committee (Panwaslu) of Banyuwangi Regency"),
        ("Kepala BKPP2D Inhu", "Head of the BKPP2D of Indragiri Hulu"),
        ("Kepala Dinas PMK Way Kanan", "Head of the PMK Office of Way Kanan"),
        ("kepala desa yang dilantik", "Village Head"),
        ("Ketua Forum Pemuda Binongko", "Chair of Forum Pemuda Binongko"),
        ("Ketua Apdesi salah satu kecamatan", "Chair of the Indonesian Village Governments Association (Apdesi) of a district"),
        ("guru SMP di Kelapa Kampit", "Teacher at a junior secondary school (SMP) in Kelapa Kampit"),
        ("tenaga honorer di salah satu dinas", "Non-permanent (honorer) worker at a government office"),
        ("Deputi Bidang Dukungan Teknis", "Deputy for Technical Support"),
        (
            "Direktur Fasilitasi Kepala Daerah dan DPRD Kemendagri",
            "Director of Facilitation of Regional Heads and Regional Houses of Representatives (DPRD) of the Ministry of Home Affairs",
        ),
        ("Penjabat Bupati dari salah satu kabupaten di Sulawesi Tenggara", "Acting Regent of a regency in Southeast Sulawesi"),
        ("Kepala Pusat Pengembangan SDM Kemendes", "Head of the Human Resources Development Centre of the Ministry of Villages"),
        ("Kepala Biro Ops", "Head of the Operations Bureau"),
        ("Staf Ahli Kementerian BUMN", "Expert Staff of the Ministry of State-Owned Enterprises"),
        ("Ketua Asosiasi Pemerintah Desa Lampung", "Chair of the Village Governments Association of Lampung"),
        ("Asda I Bidang Pemerintahan", "Regional Assistant I for Governance"),
        ("Inspektur Daerah Kota Binjai", "Regional Inspector of Binjai City"),
        ("Pemerhati pemerintahan dari Sibuhuan", "Governance observer from Sibuhuan"),
        ("Kepala Lapas Kerobokan", "Head of Kerobokan Correctional Institution (Lapas)"),
        ("Kepala Lapas Kelas IIA Kerobokan", "Head of Kerobokan Class IIA Correctional Institution (Lapas)"),
        ("Penjabat Sementara Bupati Kepulauan Aru", "Temporary Acting Regent of the Aru Islands"),
        ("Ketua forum keuchik setempat", "Chair of the local village heads’ (keuchik) forum"),
        ("Ketua Forum Kepala Desa kecamatan setempat", "Chair of the Village Heads’ Forum of the local district"),
        ("Penjabat Kepala Pemerintah Negeri Liang", "Acting Head of the Government of Negeri Liang"),
        ("Kepala Distrik Nabire Barat", "Head of Nabire Barat District"),
        ("Pegiat pemantau pemilu Sultra", "Election monitoring activist in Southeast Sulawesi"),
        ("Manajer sumber daya manusia salah satu perusahaan pelabuhan", "Human resources manager at a port company"),
        ("Kepala Bidang Disiplin dan Kinerja", "Head of the Discipline and Performance Department"),
        ("Kepala Seksi Bimas Islam", "Head of the Islamic Community Guidance Section"),
        ("Kepala Subbagian Tata Usaha", "Head of the Administration Subdivision"),
        ("juru parkir di kawasan Pasar Wage", "Parking attendant in the Pasar Wage area"),
        ("Kepala Desa Aeramo, Kecamatan Aesesa", "Head of Aeramo Village, Aesesa District"),
        ("Ketua Kelompok Tani Sumber Rezeki", "Chair of the Sumber Rezeki Farmers’ Group"),
        ("Irbanwil II", "Assistant Inspector for Region II"),
        ("Sekdis Kesehatan Kabupaten Blora", "Secretary of the Health Office of Blora Regency"),
        (
            "Kepala Badan Kepegawaian dan Pengembangan SDM Kabupaten Blora",
            "Head of the Civil Service and Human Resources Development Agency (BKPSDM) of Blora Regency",
        ),
        (
            "Kepala UPTD Pasar Dinas Perdagangan Kota Tegal",
            "Head of the Regional Technical Implementation Unit for Markets of the Trade Office of Tegal City",
        ),
        ("Kepala Instalasi Farmasi RSUD Kota Tegal", "Head of the Pharmacy Unit of the Regional General Hospital (RSUD) of Tegal City"),
        ("Kepala Urusan Keuangan Desa Sulang", "Head of the Finance Unit of Sulang Village"),
        ("Kasdim 0726/Sukoharjo", "Chief of Staff of Military District (Kodim) 0726/Sukoharjo"),
        ("Kepala Staf Kodim", "Chief of Staff of the Military District Command (Kodim)"),
        ("Pangdam IV/Diponegoro", "Commander of Military Region (Kodam) IV/Diponegoro"),
        ("Pasi Intel Kodim 0721/Blora", "Intelligence Section Officer of the Military District Command (Kodim) 0721/Blora"),
        ("Kasatpolairud Polres Lingga", "Head of the Water and Air Police Unit of the Lingga Resort Police"),
        ("Jamintel Kejaksaan Agung", "Deputy Attorney General for Intelligence of the Attorney General’s Office"),
        ("Kalapas Kelas IIB Blitar", "Head of Blitar Class IIB Correctional Institution (Lapas)"),
        ("Kepala Kantor Kemenag Tana Toraja", "Head of the Office of the Ministry of Religious Affairs in Tana Toraja"),
        ("Penghulu KUA Kecamatan Sulang", "Marriage registrar of the Religious Affairs Office (KUA) of Sulang District"),
        ("Guru SD di Kecamatan Sulang", "Teacher at a primary school (SD) in Sulang District"),
        ("Kepala SMA Negeri 2 Blora", "Head of state senior secondary school (SMAN) 2 Blora"),
        (
            "Dosen Ilmu Politik FISIP Universitas Andalas",
            "Lecturer in Political Science at the Faculty of Social and Political Sciences of Universitas Andalas",
        ),
        ("Guru Besar Hukum Tata Negara Universitas Andalas", "Professor of Constitutional Law at Universitas Andalas"),
        ("Pengamat politik dari sebuah kampus swasta di Medan", "Political analyst from a private university in Medan"),
        ("Direktur PDAM Tirta Moedal Kota Semarang", "Director of the regional water company (PDAM) Tirta Moedal of Semarang City"),
        ("Ketua HMI Cabang Ternate", "Chair of the Islamic Students Association (HMI), Ternate Branch"),
        ("Ketua PGRI setempat", "Chair of the local Teachers’ Association (PGRI)"),
        ("Anggota Bawaslu Blora Koordinator Divisi Pencegahan", f"Member of {_BAWASLU} of Blora, Coordinator of the Prevention Division"),
        ("Ketua Bawaslu Blora sekaligus Koordinator Divisi Hukum", f"Chair of {_BAWASLU} of Blora and Coordinator of the Legal Affairs Division"),
        ("Petugas pelayanan di Dinas Sosial", "Service officer at the Social Affairs Office"),
        ("Saksi pasangan nomor urut 2 di Kecamatan Barus", "Witness for candidate pair number 2 in Barus District"),
        ("Ketua Tim Hukum pasangan Rahmad Siahaan-Nurlela", "Chair of the legal team of candidate pair Rahmad Siahaan-Nurlela"),
        ("Ketua KPU Kabupaten Madiun Timur", f"Chair of {_KPU} of East Madiun Regency"),
        ("Ketua KPPS TPS 05", "Chair of the Polling Station Working Committee (KPPS) of polling station (TPS) 05"),
        ("Kepala Desa nonaktif Banjarsari", "Non-active Head of Banjarsari Village"),
        ("Staf Khusus Mendagri", "Special Staff to the Minister of Home Affairs"),
        ("Kasi Pemerintahan Desa Sulang", "Head of the Governance Section of Sulang Village"),
        ("Bupati Tojo Barat", "Regent of West Tojo"),
    ],
)
def test_an_office_of_the_press_in_english(printed: str, english: str) -> None:
    assert office_english.english(offices.expand(printed)) == english


@pytest.mark.parametrize(
    "printed",
    [
        "Ketua Laskar Timur",  # a band, no place
        "Ketua JaDI Sulawesi Utara",
        "Ketua KPU Kabupaten Layak Anak",
        "Kepala Dinas Pendidikan Gadungan",
        "Direktur PDAM PMKP",
        "Kuasa Hukum Ketua Gadungan",
        "Direktur PDAM Tirta Moedal Kota",
        "Kepala Bidang Pengembangan Gadungan",
    ],
)
def test_an_office_that_is_not_wholly_known_has_no_english(printed: str) -> None:
    assert office_english.english(offices.expand(printed)) is None


@given(
    head=st.sampled_from(["Kepala Bidang", "Koordinator Divisi", "Direktur", "Asisten Deputi", "Sekretaris Dinas", "Kepala Subbagian"]),
    named=st.lists(st.sampled_from(sorted(_UNITS["unit"])), min_size=1, max_size=3),
    body=st.sampled_from(
        [("KPU", _KPU), ("Bawaslu", _BAWASLU), ("Dinas Sosial", "the Social Affairs Office"), ("Kejari", "the District Prosecutor’s Office")]
    ),
    place=st.sampled_from(_PLACES),
)
def test_no_indonesian_word_stays_in_english_and_body_and_place_are_those_of_the_office(
    head: str, named: list[str], body: tuple[str, str], place: str
) -> None:
    listed = ", ".join(named[:-1]) + (" dan " if named[1:] else "") + named[-1]
    english = office_english.english(f"{head} {listed} {body[0]} {place}")
    assert english is not None
    assert english.endswith(f" of {body[1]} of {places.english(place)}")
    assert not _INDONESIAN & {word.lower() for word in re.findall(r"\w+", re.sub(r"\([^)]*\)", "", english.removesuffix(str(places.english(place)))))}


def test_a_place_that_no_list_holds_needs_its_kind_or_its_direction() -> None:
    assert office_places.place("Kabupaten Supiori Selatan") == "South Supiori Regency"
    assert office_places.place("Tojo Barat") is None
    assert office_places.bare_place("Tojo Barat") == "West Tojo"
    assert office_places.place("Kabupaten Lampung Pesisir") is None


def test_the_words_that_an_object_follows_and_the_bodies_with_names_are_known() -> None:
    assert set(_UNITS["action"]["words"]) <= set(_UNITS["unit"])
    assert set(_UNITS["named"]["bodies"]) <= set(_UNITS["body"])


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("Pemerintah Kabupaten Pati", "Pati Regency Government"),
        ("Pemerintah Provinsi Jambi", "Jambi Provincial Government"),
        ("Pemerintah Provinsi Nusa Tenggara Barat", "West Nusa Tenggara Provincial Government"),
    ],
)
def test_a_government_is_that_of_its_region(name: str, english: str) -> None:
    assert office_english.organisation_english(name) == english
