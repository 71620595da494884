from __future__ import annotations

import pytest

from briefing.lexicon import office_english, offices
from briefing.lexicon.load import table

_ENTRIES = table("id/offices.toml")


@pytest.mark.parametrize(
    ("printed", "full", "english"),
    [
        ("Sekda Pati", "Sekretaris Daerah Kabupaten Pati", "Regional Secretary of Pati Regency"),
        ("Pjs. Gubernur Jambi", "Penjabat Sementara Gubernur Jambi", "Temporary Acting Governor of Jambi"),
        ("Penjabat (Pj) Bupati Jepara", "Penjabat Bupati Jepara", "Acting Regent of Jepara"),
        ("PJ Bupati Jepara", "Penjabat Bupati Jepara", "Acting Regent of Jepara"),
        ("Plt Camat Wedung", "Pelaksana Tugas Camat Wedung", "Interim Head of Wedung District"),
        ("Plh. Sekda Kota Jambi", "Pelaksana Harian Sekretaris Daerah Kota Jambi", "Daily Acting Regional Secretary of Jambi City"),
        ("Kades Sulang", "Kepala Desa Sulang", "Head of Sulang Village"),
        (
            "Ketua Bawaslu Kab. Jepara",
            "Ketua Bawaslu Kabupaten Jepara",
            "Chair of the General Election Supervisory Agency (Bawaslu) of Jepara Regency",
        ),
        (
            "Ketua Panwaslu Kecamatan Purwodadi",
            "Ketua Panwaslu Kecamatan Purwodadi",
            "Chair of the Purwodadi District Election Supervisory Committee (Panwaslu)",
        ),
        ("Mendagri", "Menteri Dalam Negeri", "Minister of Home Affairs"),
        ("Kepala Satkorwil Banser Jawa Tengah", "Kepala Satkorwil Banser Jawa Tengah", None),
        ("Kepala BKD", "Kepala Badan Kepegawaian Daerah", "Head of the Regional Civil Service Agency (BKD)"),
        ("Sekretaris Jenderal (Sekjen) KPU RI", "Sekretaris Jenderal KPU RI", "Secretary General of the General Elections Commission (KPU)"),
        ("Komandan Kodim (Dandim) 0799/Rembang", "Komandan Distrik Militer 0799/Rembang", "Commander of Military District (Kodim) 0799/Rembang"),
        (
            "Kadis Kominfo Kabupaten Sigi",
            "Kepala Dinas Komunikasi dan Informatika Kabupaten Sigi",
            "Head of the Communication and Informatics Office (Diskominfo) of Sigi Regency",
        ),
        (
            "Kepala Badan Kesatuan Bangsa dan Politik (Kesbangpol)",
            "Kepala Badan Kesatuan Bangsa dan Politik",
            "Head of the National Unity and Politics Agency (Kesbangpol)",
        ),
        (
            "Komisioner dan Koordinator Divisi Pencegahan, Partisipasi Masyarakat, dan Humas Bawaslu Kabupaten Jepara",
            "Komisioner dan Koordinator Divisi Pencegahan, Partisipasi Masyarakat, dan Humas Bawaslu Kabupaten Jepara",
            "Commissioner and Coordinator of the Division for Prevention, Public Participation and Public Relations of the General Election Supervisory Agency (Bawaslu) of Jepara Regency",
        ),
        (
            "Kabag Hukum Setda Kabupaten Kudus",
            "Kepala Bagian Hukum Sekretariat Daerah Kabupaten Kudus",
            "Head of the Legal Affairs Division of the Regional Secretariat of Kudus Regency",
        ),
        ("Kepala Dinas Sosial Kabupaten Blora", "Kepala Dinas Sosial Kabupaten Blora", "Head of the Social Affairs Office of Blora Regency"),
        (
            "Kabag Prokopim Setda Kabupaten Pati",
            "Kepala Bagian Protokol dan Komunikasi Pimpinan Sekretariat Daerah Kabupaten Pati",
            "Head of the Division of Protocol and Leadership Communication of the Regional Secretariat of Pati Regency",
        ),
        ("Kepala Dinas Pertanian Kabupaten Blora", "Kepala Dinas Pertanian Kabupaten Blora", "Head of the Agriculture Office of Blora Regency"),
        ("Ketua Komisi Gadungan", "Ketua Komisi Gadungan", None),
        (
            "Wakil Ketua I DPRD Kabupaten Pati",
            "Wakil Ketua I DPRD Kabupaten Pati",
            "Deputy Chair I of the Regional House of Representatives (DPRD) of Pati Regency",
        ),
        (
            "Anggota Komisi A DPRD Kabupaten Pati dari Fraksi PKB",
            "Anggota Komisi A DPRD Kabupaten Pati dari Fraksi PKB",
            "Member of Commission A of the Regional House of Representatives (DPRD) of Pati Regency from the National Awakening Party (PKB) faction",
        ),
        (
            "Anggota KPU RI Divisi Hukum",
            "Anggota KPU RI Divisi Hukum",
            "Member of the General Elections Commission (KPU), Legal Affairs Division",
        ),
        (
            "Kabid Pembinaan SMP Dinas Pendidikan Kota Semarang",
            "Kepala Bidang Pembinaan SMP Dinas Pendidikan Kota Semarang",
            "Head of the Junior Secondary School Development Department of the Education Office of Semarang City",
        ),
        (
            "Asisten I Bidang Pemerintahan dan Kesejahteraan Rakyat Setda Kabupaten Kendal",
            "Asisten I Bidang Pemerintahan dan Kesejahteraan Rakyat Sekretariat Daerah Kabupaten Kendal",
            "Assistant I for Governance and Public Welfare of the Regional Secretariat of Kendal Regency",
        ),
        (
            "Staf Ahli Bupati Bidang Pemerintahan, Hukum dan Politik",
            "Staf Ahli Bupati Bidang Pemerintahan, Hukum dan Politik",
            "Expert Staff to the Regent for Governance, Legal Affairs and Political Affairs",
        ),
        (
            "Kepala Badan Kepegawaian Pendidikan dan Pelatihan (BKPP) Kabupaten Bogor",
            "Kepala Badan Kepegawaian Pendidikan dan Pelatihan (BKPP) Kabupaten Bogor",
            "Head of the Agency for Civil Service Affairs, Education and Training of Bogor Regency",
        ),
        ("Inspektur Kabupaten Kendal", "Inspektur Kabupaten Kendal", "Inspector of Kendal Regency"),
        ("Wagub Jateng", "Wakil Gubernur Jateng", "Deputy Governor of Central Java"),
        (
            "Komandan Distrik Militer (Kodim) 0826/Pamekasan",
            "Komandan Distrik Militer (Kodim) 0826/Pamekasan",
            "Commander of Military District (Kodim) 0826/Pamekasan",
        ),
        (
            "Kepala Badan Kepegawaian dan Pengembangan Sumberdaya Manusia (BKPSDM) Natuna",
            "Kepala Badan Kepegawaian dan Pengembangan Sumberdaya Manusia (BKPSDM) Natuna",
            None,
        ),
        ("Kabid II", "Kepala Bidang II", "Head of Department II"),
        ("Calon Wakil Presiden RI", "Calon Wakil Presiden RI", "Candidate for Vice President"),
        ("Calon Wakil Bupati Pati nomor urut 1", "Calon Wakil Bupati Pati nomor urut 1", "Candidate for Deputy Regent of Pati (ballot number 1)"),
        (
            "Calon Anggota DPD Pemilu 2024",
            "Calon Anggota DPD Pemilu 2024",
            "Candidate for Member of the Regional Representative Council (DPD) in the 2024 general election",
        ),
        ("Anggota DPD RI Dapil NTT", "Anggota DPD RI Dapil NTT", "Member of the Regional Representative Council (DPD) for East Nusa Tenggara"),
        (
            "Ketua DPD Partai Golkar Jawa Tengah",
            "Ketua DPD Partai Golkar Jawa Tengah",
            "Chair of the Regional Board (DPD) of the Golkar Party of Central Java",
        ),
        (
            "Deputi Hukum TPN Ganjar-Mahfud",
            "Deputi Hukum TPN Ganjar-Mahfud",
            "Deputy for Legal Affairs of the national campaign team (TPN) of Ganjar-Mahfud",
        ),
        (
            "Juru Bicara tim pasangan calon nomor urut 2",
            "Juru Bicara tim pasangan calon nomor urut 2",
            "Spokesperson of the team of candidate pair number 2",
        ),
        ("Kuasa Hukum Termohon", "Kuasa Hukum Termohon", "Legal Counsel for the Respondent"),
        ("Kuasa Hukum paslon nomor urut 1", "Kuasa Hukum paslon nomor urut 1", "Legal Counsel for candidate pair number 1"),
        (
            "Kepala Biro Umum Setjen KPU RI",
            "Kepala Biro Umum Setjen KPU RI",
            "Head of the General Affairs Bureau of the Secretariat General of the General Elections Commission (KPU)",
        ),
        (
            "Kasubdit IV Renakta Ditreskrimum Polda Lampung",
            "Kepala Subdirektorat IV Renakta Ditreskrimum Polda Lampung",
            "Head of Subdirectorate IV for Youth, Children and Women of the Directorate of General Criminal Investigation of the Lampung Provincial Police",
        ),
        (
            "Direktur Tindak Pidana Siber (Dirtipidsiber) Bareskrim Polri",
            "Direktur Tindak Pidana Siber (Dirtipidsiber) Bareskrim Polri",
            "Director of Cyber Crime of the Criminal Investigation Agency (Bareskrim) of the Indonesian National Police (Polri)",
        ),
        (
            "Kordiv Pelanggaran Bawaslu Jakbar",
            "Koordinator Divisi Pelanggaran Bawaslu Jakbar",
            "Coordinator of the Violations Division of the General Election Supervisory Agency (Bawaslu) of West Jakarta",
        ),
        (
            "Komisioner KPU Brebes Bidang Divisi Hukum dan Pengawasan",
            "Komisioner KPU Brebes Bidang Divisi Hukum dan Pengawasan",
            "Commissioner of the General Elections Commission (KPU) of Brebes, Legal Affairs and Supervision Division",
        ),
        ("Rektor UIN SGD Bandung", "Rektor UIN SGD Bandung", "Rector of the State Islamic University (UIN) SGD Bandung"),
        ("Dosen Universitas Sumatera Utara", "Dosen Universitas Sumatera Utara", "Lecturer at Universitas Sumatera Utara"),
        (
            "Dosen Fakultas Hukum Universitas Diponegoro",
            "Dosen Fakultas Hukum Universitas Diponegoro",
            "Lecturer at the Faculty of Law of Universitas Diponegoro",
        ),
        ("Ketua RW 09 Kelurahan Pekojan", "Ketua RW 09 Kelurahan Pekojan", "Chair of community unit (RW) 09 of Pekojan Urban Village"),
        (
            "Narasumber Anggota Bawaslu Kota Solo",
            "Narasumber Anggota Bawaslu Kota Solo",
            "Member of the General Election Supervisory Agency (Bawaslu) of Surakarta City",
        ),
        ("Camat setempat", "Camat setempat", "District Head"),
        ("Ketua Majelis Ulama Gadungan", "Ketua Majelis Ulama Gadungan", None),
        ("Ketua KPU Lombok Tengah", "Ketua KPU Lombok Tengah", "Chair of the General Elections Commission (KPU) of Central Lombok"),
        (
            "Ketua Badan Pengawas Pemilu Sumatera Selatan (Sumsel)",
            "Ketua Badan Pengawas Pemilu Sumatera Selatan (Sumsel)",
            "Chair of the General Election Supervisory Agency (Bawaslu) of South Sumatra",
        ),
    ],
)
def test_an_office_is_spelt_out_and_put_into_english(printed: str, full: str, english: str | None) -> None:
    assert offices.expand(printed) == full
    assert office_english.english(full) == english


@pytest.mark.parametrize(
    ("full", "institution"),
    [
        ("Sekretaris Daerah Kabupaten Pati", "Pemerintah Kabupaten Pati"),
        ("Penjabat Sementara Gubernur Jambi", "Pemerintah Provinsi Jambi"),
        ("Ketua Bawaslu Kabupaten Jepara", "Bawaslu Kabupaten Jepara"),
        ("Camat Purwodadi", "Pemerintah Kecamatan Purwodadi"),
        ("Anggota DPD RI Dapil Jambi", "DPD RI"),
        ("Kepala Desa di Kecamatan Sawan", None),
        ("Anggota Bawaslu Fakfak Koordinator Divisi Hukum", "Bawaslu Fakfak"),
        ("Juru Bicara", None),
    ],
)
def test_the_institution_of_an_office(full: str, institution: str | None) -> None:
    assert offices.organisation(full) == institution


def test_an_office_completes_the_same_office_in_fewer_words() -> None:
    assert offices.completes("Kepala BKD Provinsi NTT", "Kepala Badan Kepegawaian Daerah")
    assert not offices.completes("Kepala BKD", "Kepala BKD")
    assert not offices.completes("Sekda Kota Jambi", "Bupati Jambi")


@pytest.mark.parametrize(
    ("text", "acting"),
    [
        ("deklarasi calon.\n\nLurah Pengkol", ""),
        ("deklarasi calon. Lurah Pengkol", ""),
        ("Plt. Lurah Pengkol", "Plt. "),
        ("Pj\nLurah Pengkol", "Pj\n"),
    ],
)
def test_a_word_that_ends_a_sentence_is_no_part_of_the_next_office(text: str, acting: str) -> None:
    match = offices.head_pattern().search(text)
    assert match
    assert match["acting"] == acting


def test_no_form_is_claimed_twice() -> None:
    for kind in ("acting", "head", "organisation"):
        forms = [form.lower() for entry in _ENTRIES[kind] for form in (entry["full"], *entry.get("short", ()))]
        assert sorted(set(forms)) == sorted(forms)


def test_the_four_acting_forms_stay_distinct() -> None:
    english = [entry["en"] for entry in _ENTRIES["acting"]]
    assert len(set(english)) == len(english)
