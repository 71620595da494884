from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.finding.articles import find_article_runs
from briefing.finding.citations import find_citations

if TYPE_CHECKING:
    from briefing.model.finding import Citation

DAY = date(2024, 10, 1)


def codes(citation: Citation) -> list[str]:
    return [note.code for note in citation.notes]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Pasal 71", "71"),
        ("pasal 71 ayat 1", "71(1)"),
        ("Padal 187A", "187A"),
        ("Pasal 71 (1) dan (3)", "71(1) 71(3)"),
        ("Pasal 15 ayat (1), (2) dan (3)", "15(1) 15(2) 15(3)"),
        ("Pasal 29 huruf B, G dan J", "29(b) 29(g) 29(j)"),
        ("Pasal 69 huruf g-j, dan", "69(g) 69(h) 69(i) 69(j)"),
        ("Pasal 280 ayat (2) huruf f sampai dengan huruf h", "280(2)(f) 280(2)(g) 280(2)(h)"),
        ("Pasal 280 sampai dengan 282", "280 281 282"),
        ("Pasal 35 s.d. Pasal 37", "35 36 37"),
        ("Pasal 304-305", "304 305"),
        ("Pasal 8 ayat (4) jo. Pasal 14 huruf i angka 3", "8(4) 14(i)(3)"),
        ("Pasal 280 ayat 2 dan 283", "280(2) 283"),
        ("pasal 71 ayat 1, ayat 3 dan pasal 73", "71(1) 71(3) 73"),
        ("Pasal 5 huruf n angka 1, 2, dan 3", "5(n)(1) 5(n)(2) 5(n)(3)"),
        ("Pasal 1 angka 1", "1(1)"),
        ("Article 71 paragraph (1)", "71(1)"),
        ("Pasal 71, 73 dan 5 ASN", "71 73"),
        ("Pasal 71 dan 12 orang", "71"),
        ("Pasal 8 huruf i. Pada hari itu", "8(i)"),
        ("Pasal 2 huruf a dan yang lain", "2(a)"),
        ("Penjelasan Pasal 277 ayat (1)", "277(1)"),
        ("Pasal 18 B ayat (2) dan Pasal 28 J", "18B(2) 28J"),
        ("Pasal 5 A. Rahman", "5"),
        ("Pasal 71, ayat 1, huruf a", "71(1)(a)"),
        ("Article 70 verse 1 and 2", "70(1) 70(2)"),
        ("Article 31, clause (1)", "31(1)"),
        ("ayat 1 Pasal 281", "281(1)"),
        ("huruf f ayat (2) Pasal 280", "280(2)(f)"),
        ("paragraphs 1 and 2 of Article 71", "71(1) 71(2)"),
        ("Pasal 299 Ayat I", "299(1)"),
        ("Pasal 2 poin f", "2(f)"),
        ("Pasal 29 huruh g", "29(g)"),
        ("Pasal 460-Pasal 462", "460 461 462"),
        ("pasal 57 samapi pasal 59", "57 58 59"),
        ("article 280 letters h and i, as well as article 282", "280(h) 280(i) 282"),
        ("Article 55 section (2)", "55(2)"),
        ("Pasal 299 dan 281 dalam UU Pemilu", "299 281"),
        ("Pasal 188 dan 71 UU 10/2016", "188 71"),
    ],
)
def test_runs_of_articles(text: str, keys: str) -> None:
    (run,) = find_article_runs(text)

    assert " ".join(run.keys) == keys


@pytest.mark.parametrize("text", ["Pasalnya, 71 orang", "pasal itu", "sepasal 3"])
def test_what_is_no_article(text: str) -> None:
    assert find_article_runs(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dalam Undang-Undang Nomor 5 Tahun 2014 menyatakan", "uu-5-2014 explicit"),
        ("Pasal 71 ayat (1) UU Nomor 10 Tahun 2016", "uu-10-2016 71(1) explicit"),
        ("UU No. 10/2016 Pasal 70 dan Pasal 71", "uu-10-2016 70 71 explicit"),
        ("PP42/2004 dan PP No 94/2021", "pp-42-2004 explicit | pp-94-2021 explicit"),
        ("Peraturan Pemerintah (PP) Nomor Nomor 94 Tahun 2021", "pp-94-2021 explicit"),
        ("Peraturan Presiden atau Perpres Nomor; 92 Tahun 2024", "perpres-92-2024 explicit"),
        ("UU Pemilu No.7 tahun 2017, pasal 280 ayat 3", "uu-7-2017 280(3) explicit"),
        ("PKPU Nomor 15 tahun 2023 Pasal 33 ayat (7)", "pkpu-15-2023 33(7) explicit"),
        ("menurut UU ASN yang berlaku", "uu-20-2023 alias"),
        ("Undang Undang (UU) Pemilu", "uu-7-2017 alias"),
        ("Undang-Undang tentang Aparatur Sipil Negara mewajibkan", "uu-20-2023 alias"),
        ("diatur dalam Surat Keputusan Bersama tahun 2022 tentang netralitas", "skb-netralitas-asn-2022 alias"),
        ("SKB lima menteri tentang netralitas", "skb-netralitas-asn-2022 alias"),
        ("Keputusan Bersama MenPAN-RB, Mendagri, BKN, KASN", "skb-netralitas-asn-2022 alias"),
        ("nomor 2 tahun 2022, nomor 800-5474 tahun 2022, nomor 246 tahun 2022 dan nomor 30 tahun 2022", "skb-netralitas-asn-2022 alias"),
        ("Surat Edaran Menteri PANRB Nomor 18/2023", "se-menpanrb-18-2023 explicit"),
        ("MenPANRB menerbitkan Surat Edaran Nomor 18 Tahun 2023", "se-menpanrb-18-2023 context"),
        ("Putusan Mahkamah Konstitusi (MK) Nomor 121/PUU-XXII/2024", "mk-121-puu-xxii-2024 explicit"),
        ("putusan perkara nomor 136/PUU-XXII/2024", "mk-136-puu-xxii-2024 explicit"),
        ("Surat imbauan Nomor 138/PM.00.02/K.JB/11/2024", "surat:138/PM.00.02/K.JB/11/2024 explicit"),
        ("PERATURAN BUPATI KENDAL NOMOR 6 TAHUN 2019", "perbup-kendal-6-2019 explicit"),
        ("Peraturan Daerah Kabupaten Kendal Nomor 20 Tahun 2018", "perda-kabupaten-kendal-20-2018 explicit"),
        ("Pasal 8 huruf i Peraturan BKN Nomor 3 Tahun 2020", "perbkn-3-2020 8(i) explicit"),
        ("UU 3/2024 tentang Perubahan Kedua atas UU Nomor 6 Tahun 2014 tentang Desa", "uu-3-2024 explicit"),
        ("UU 1/2015 tentang Penetapan Perppu 1/2014 tentang Pilkada, terakhir diubah dengan UU 6/2020", "uu-1-2015 explicit | uu-6-2020 explicit"),
        ("Article 71 of Law Number 10 of 2016", "uu-10-2016 71 explicit"),
        ("UU Kesehatan", "None none"),
        ("Surat Edaran Menteri PAN RB (PAN RB) Nomor B/71/M.SM.00.00/2017", "se-menpanrb-b-71-m.sm.00.00-2017 explicit"),
        ("surat edaran bernomor B/71/M.SM.00.00//2017", "se-menpanrb-b-71-m.sm.00.00-2017 explicit"),
        ("Surat Telegram Nomor STR/12/XI/HUK.7.1./2023", "surat:STR/12/XI/HUK.7.1./2023 explicit"),
        ("surat KASN Nomor B-12/KASN/9/2020 perihal rekomendasi", "surat:B-12/KASN/9/2020 explicit"),
        ("SE Bupati Kendal Nomer 800 /12/53 Tahun 2023", "se-bupati-kendal-800/12/53-2023 explicit"),
        ("Surat Edaran Menteri Dalam Negeri No 27/12/SJ", "se-mendagri-27/12/SJ explicit"),
        ("Maklumat Kapolri Nomor Mak/3/IX/2020", "maklumat-kapolri-Mak/3/IX/2020 explicit"),
        ("Keputusan KPU Nomor 12 Tahun 2023", "kepkpu-12-2023 explicit"),
        ("TAP MPR Nomor VII/MPR/2000 dan Nomor VI/MPR/2000", "tap-mpr-vii-mpr-2000 explicit | tap-mpr-vi-mpr-2000 explicit"),
        ("UU. NO 7 TAHUN 2017", "uu-7-2017 explicit"),
        ("UNDANG UNDANG REPUBLIK INDONESIA NOMOR 43 TAHUN 1999", "uu-43-1999 explicit"),
        ("UU R.I. No 10 thn 2016", "uu-10-2016 explicit"),
        ("UU Undang- Undang N0. 10 ‘Tahun 2016", "uu-10-2016 explicit"),
        ("UU\u00a0Nomor 10\nTahung 2016 Pasal\u00a071\nayat (2)", "uu-10-2016 71(2) explicit"),
        ("UU 7 Nomor 2017", "uu-7-2017 explicit"),
        ("UU-ASN Pasal 9 ayat (2)", "uu-20-2023 9(2) alias"),
        ("UU ASN yang lama", "uu-5-2014 alias"),
        ("Perda Kab. Kendal No. 20 Tahun 2018tentang Perubahan atas Perda Kab. Kendal No. 3 Tahun 2010", "perda-kabupaten-kendal-20-2018 explicit"),
        ("Per. Mendagri No. 1 Tahun 2023", "permendagri-1-2023 explicit"),
        ("Peraturan Pemeritah No. 42 Tahun 2004", "pp-42-2004 explicit"),
        ("UU 1/2015, 8/2015 dan 10/2016", "uu-1-2015 explicit | uu-8-2015 explicit | uu-10-2016 explicit"),
        ("Perbawaslu Nomor 6 Tahun 2018 dan Nomor 28 Tahun 2018", "perbawaslu-6-2018 explicit | perbawaslu-28-2018 explicit"),
        ("UU Nomor 10 Tahun 2016 dan nomor urut 2 Tahun 2024", "uu-10-2016 explicit"),
        ("dalam peraturan Nomor 42 Tahun 2004 tentang Pembinaan Jiwa Korps", "pp-42-2004 explicit"),
        ("melanggar pasal 71 ayat 1 No 10 tahun 2016", "uu-10-2016 71(1) explicit"),
        (
            "SKB (Surat Keputusan Bersama) yang dibuat Menteri Dalam Negeri, Badan Kepegawaian Negara (BKN) dan Bawaslu",
            "skb-netralitas-asn-2022 alias",
        ),
        ("Keputusan Bersama Menteri PANRB dan lainnya Nomor 800-2836 Tahun 2020", "skb-netralitas-asn-2020 alias"),
        ("Law Number 7 Year 2017", "uu-7-2017 explicit"),
        ("Law No. 10 of 2016 on the Second Amendment to Law No. 1 of 2015 on the Stipulation", "uu-10-2016 explicit"),
        ("Article 7 paragraph (2) letter n of the Pilkada Law", "uu-1-2015 7(2)(n) alias"),
        ("Article 22E and Article 28D paragraph (1) of the 1945 Constitution", "uud-1945 22E 28D(1) alias"),
        ("“Pasal 71 ayat (1)” UU Nomor 10 Tahun 2016", "uu-10-2016 71(1) explicit"),
        ("UU 7/2017 Pasal 280 dan 282, UU 10/2016 Pasal 71", "uu-7-2017 280 282 explicit | uu-10-2016 71 explicit"),
        ("UU 7/2017, Pasal 280, UU 10/2016, Pasal 71", "uu-7-2017 280 explicit | uu-10-2016 71 explicit"),
        ("Pasal 5 PP 94/2021, Pasal 11 PP 42/2004", "pp-94-2021 5 explicit | pp-42-2004 11 explicit"),
        ("Pasal 188 di UU yang sama", "None 188 none"),
        ("Rancangan Undang-Undang tentang Pilkada dan draf UU Pemilu", ""),
        ("Pasal 8 UU 10/2016. Petugas sebagaimana dimaksud pada ayat (1) bekerja", "uu-10-2016 8 explicit"),
        ("Undang–Undang Nomor 7 Tahun 2017", "uu-7-2017 explicit"),
        ("Perbup Kendal Nomor 3 Tahun 2012 tentang Petunjuk Pelaksanaan Perda Kabupaten Kendal Nomor 4 Tahun 2006", "perbup-kendal-3-2012 explicit"),
        ("nomor lain, dan 1447.1/PM.01/K.01/09/2022", "skb-netralitas-asn-2022 explicit"),
        ("KUHAP Pasal 7, lalu Pasal 71 UU Pilkada", "None 7 none | uu-1-2015 71 alias"),
        ("UU no 7 taun 2017", "uu-7-2017 explicit"),
        ("undang-undang yang tertuang dalam nomor 10 tahun 2016", "uu-10-2016 explicit"),
        ("PP sebelumnya No. 42 Tahun 2004", "pp-42-2004 explicit"),
        ("aturan Bawaslu no 21 tahun 2018", "perbawaslu-21-2018 explicit"),
        (
            "UU 10/2016 tentang Perubahan atas UU 1/2015 tentang Penetapan Peraturan Pemerintah Undang-Undang Nomor 1 Tahun 2014",
            "uu-10-2016 explicit",
        ),
        ("putusan Nomor 136/PPU/XXII/2024", "mk-136-puu-xxii-2024 explicit"),
        ("Putusan MK Nomor 136 Tahun 2024", "mk-136-puu-xxii-2024 context"),
        ("Putusan Mahkamah Agung Nomor 12 P/HUM/2024", "ma-12p-hum-2024 explicit"),
        ("Act Number 8 of 2012", "uu-8-2012 explicit"),
        ("Election Supervisory Body Regulation Number 6 of 2018", "perbawaslu-6-2018 explicit"),
        ("Joint Decree on the Neutrality of Civil Servants", "skb-netralitas-asn-2022 alias"),
        ("SE Gubernur Bali Nomor 270/0012345", "se-gubernur-bali-270/0012345 explicit"),
        ("surat nomor 12/PM.00.01/K_JT/09/2022", "surat:12/PM.00.01/K_JT/09/2022 explicit"),
        ("Surat Menteri PANRB Nomor B/71/M.SM.00.00/2017", "se-menpanrb-b-71-m.sm.00.00-2017 explicit"),
        ("surat keputusan No : 800/12/BKD/2024", "surat:800/12/BKD/2024 explicit"),
        ("melanggar SKB 5 Menteri", "skb-netralitas-asn-2022 alias"),
        ("surat keputusan lima lembaga soal netralitas", "skb-netralitas-asn-2022 alias"),
        ("UU tentang Pilkada Nomor 10 Tahun 2016", "uu-10-2016 explicit"),
        ("Law on General Elections Number 7 of 2017", "uu-7-2017 explicit"),
        ("Perbawaslu 06 Tahun 2018", "perbawaslu-6-2018 explicit"),
        ("diatur dalamUndang Undang No. 7 Tahun 2017", "uu-7-2017 explicit"),
        ("the Local Election Law 10/2016 in Article 71", "uu-10-2016 explicit | uu-10-2016 71 context"),
        ("Law of the Republic of Indonesia Number 20 of 2023", "uu-20-2023 explicit"),
        ("Regulation of the Election Supervisory Board of the Republic of Indonesia Number 7 of 2018", "perbawaslu-7-2018 explicit"),
        ("UUD Nomor 20 tahun 2023", "uu-20-2023 explicit"),
        ("memperjelas SKB 5 K/L", "skb-netralitas-asn-2022 alias"),
        ("Peraturan Mahkamah Agung No 1 Tahun 2018", "perma-1-2018 explicit"),
        ("Surat Edaran dari Kemenpan- RB RI Nomor 18 Tahun 2023", "se-menpanrb-18-2023 explicit"),
        ("PERATURAN BUPATI KENDALNOMOR 24 TAHUN 2021", "perbup-kendal-24-2021 explicit"),
        ("based on the Election Law article 280", "uu-7-2017 280 alias"),
        ("Perda Kabupaten Kendal Nomor 22 Tahrun 2Ol7", "perda-kabupaten-kendal-22-2017 explicit"),
        ("Keputusan Ketua Bawaslu Nomor 12 Tahun 2024", "kepbawaslu-12-2024 explicit"),
        ("Circular Letter of the Minister of PANRB Number 18 of 2023", "se-menpanrb-18-2023 explicit"),
        ("Perpres Nomor 91, 92 dan 93 Tahun 2024", "perpres-91-2024 explicit | perpres-92-2024 explicit | perpres-93-2024 explicit"),
        ("UU Tahun 2017 Nomor 7", "uu-7-2017 explicit"),
        ("UU no 10 thn 2016 psl 71 ayat 2", "uu-10-2016 71(2) explicit"),
        ("Article 5 letter n number 5 of Government Regulation No. 94/2021", "pp-94-2021 5(n)(5) explicit"),
        ("the Joint Decree of 2022", "skb-netralitas-asn-2022 alias"),
        ("Baca Pasal 24 ayat 1.\n\nKetentuan yang dimaksud Sekda termuat dalam UU 20/2023", "uu-20-2023 24(1) anaphora | uu-20-2023 explicit"),
        ("Surat Keputusan Bersama (SKB) tertanggal 22 September 2022", "skb-netralitas-asn-2022 alias"),
        ("Peraturan Kepolisian Negara RI Nomor 7 Tahun 2022", "perpol-7-2022 explicit"),
        ("Instruksi Bupati Kendal Nomor 2 Tahun 2024", "instruksi-bupati-kendal-2-2024 explicit"),
        ("Lampiran II UU 12/2011", "uu-12-2011 L2 explicit"),
        ("Pasal II ayat (5) UU 1/2026", "uu-1-2026 II(5) explicit"),
        ("Pasal 187A s.d. 187C UU 10/2016", "uu-10-2016 187A 187B 187C explicit"),
        ("Pasal 71 ayat (2)-(4) UU 10/2016", "uu-10-2016 71(2) 71(3) 71(4) explicit"),
        ("huruf n angka 5 dan 6 Pasal 5 PP 94/2021", "pp-94-2021 5(n)(5) 5(n)(6) explicit"),
        ("Pasal 71 UU 10/2016 jelas, Pak. Ayat satu soal keputusan", "uu-10-2016 71 explicit | uu-10-2016 71(1) anaphora"),
        ("Pasal 134 ayat (4) UU 8/2015. Syaratnya di ayat (3) pasal itu", "uu-8-2015 134(4) explicit | uu-8-2015 134(3) anaphora"),
    ],
)
def test_forms(text: str, expected: str) -> None:
    found = find_citations(text, DAY)

    assert " | ".join(" ".join([str(citation.instrument), *citation.articles, citation.resolved_by]) for citation in found) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UU 10/2016 sudah jelas. Pasal 71 ayat (1) melarang itu.", ("uu-10-2016", ("71(1)",), "anaphora")),
        ("PP 94/2021 terbit. Dalam peraturan pemerintah tersebut, Pasal 5 melarang.", ("pp-94-2021", ("5",), "anaphora")),
        ("UU Nomor 6 Tahun 2014 tentang Desa, khususnya Pasal 30, mengatur itu.", ("uu-6-2014", ("30",), "context")),
        ("Pasal 2 UU 5/2014 tentang Aparatur Sipil Negara (UU ASN). Pasal 9 ayat (2) UU ASN juga.", ("uu-5-2014", ("9(2)",), "context")),
        ("Pasal 87 ayat (4) huruf c UU ASN", ("uu-5-2014", ("87(4)(c)",), "alias")),
        ("Sebagaimana Pasal 280 ayat (1) huruf j.", (None, ("280(1)(j)",), "none")),
        ("UU 7/2017 terbit. Pasal 280 UU yang sama melarang.", ("uu-7-2017", ("280",), "anaphora")),
        ("UU 10/2016 dan UU 1/2015 terbit, dan sanksinya Pasal 188.", ("uu-1-2015", ("188",), "context")),
        ("UU 6/2014 sebagaimana diubah terakhir dengan UU 3/2024 terbit. Pasal 29 huruf j itu jelas.", ("uu-6-2014", ("29(j)",), "anaphora")),
        ("Larangan itu ada di UU 1/2015. Jadwalnya di PKPU 98 Tahun 2019. Lihat Pasal 188.", ("uu-1-2015", ("188",), "anaphora")),
    ],
)
def test_what_stands_elsewhere(text: str, expected: tuple[str | None, tuple[str, ...], str]) -> None:
    last = find_citations(text, DAY)[-1]

    assert (last.instrument, last.articles, last.resolved_by) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UU Nomor 5 Tahun 2014", "repealed-then"),
        ("PP Nomor 53 Tahun 2010", "partly-then"),
        ("UU Nomor 10 Tahun 2016 Pasal 188", "article-not-in-law"),
        ("Pasal 71 UU 6/2020", "article-not-in-law"),
        ("Putusan MK Nomor 104/PUU-XXII/2025", "roman-year"),
        ("Peraturan Pemerintah 49 tahun 2028 tentang manajemen PPPK", "year-impossible"),
        ("UU Nomor 6 tentang Desa", "year-missing"),
        ("Perpres 91 Tahun 2014 dan Perpres 92 Tahun 2024", "year-suspect"),
        ("UU 10/2018 melarang kepala desa", "number-suspect"),
        ("UU Nomor 11 Tahun 2016 tentang Pemilihan Gubernur, Bupati, dan Wali Kota", "number-suspect"),
        ("UU 10/2016 tentang Desa", "title-names-another"),
        ("UU Pemilu Nomor 10 Tahun 2016", "title-names-another"),
        ("UU Nomor 20 Tahun 2023, tentang Pembinaan Jiwa Korps dan Kode Etik Pegawai Negeri Sipil", "title-names-another"),
        ("UU 10/2016 Pasal 70 angka (1) huruf c", "angka-for-ayat"),
        ("SKB 3 menteri tentang netralitas", "signatories-miscounted"),
        ("UU Nomor 7 Tahun 2023 tentang Pemilu", "ratifies-amendment"),
        ("UU Nomor 20 Tahun 202$ tentang Aparatur Sipil Negara", "year-missing"),
        ("PP Nomor 99 Tahun 2019 tentang Sesuatu", "not-in-catalogue"),
        ("PP 94 tentang Disiplin PNS", "year-missing"),
        ("PP Nomor 94 tentang Disiplin Pegawai Sipil Negara", "year-missing"),
        ("Pasal 71 UU 10 Tahun 2010 melarang kepala desa", "year-suspect"),
        ("PP 42/2024 tentang netralitas ASN pasal 11 huruf c", "year-suspect"),
    ],
)
def test_faults_of_the_press_are_noted(text: str, expected: str) -> None:
    assert [code for code in codes(find_citations(text, date(2025, 12, 1))[0]) if code != "sanctions-changed"] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "UU 10/2016 tentang Pemilihan Gubernur, Bupati, dan Wali Kota Pasal 71",
        "UU Pilkada Nomor 10 Tahun 2016",
        "Pasal 1 angka 1 UU 20/2023 tentang ASN",
        "UU Nomor 7 Tahun 2017 juncto UU Nomor 7 Tahun 2023",
        "Perbawaslu 28/2018 tentang Pengawasan Kampanye",
        "Putusan MK Nomor 136/PUU-XXII/2024",
        "SKB lima menteri tentang netralitas",
        "PP 94/2021 tentang Disiplin PNS Pasal 5 huruf n angka 3",
        "Pasal 4 angka 12 sampai 15",
        "UU 1/2015 sebagaimana telah diubah terakhir dengan UU 6/2020 Pasal 71",
        "Pasal 71 UU 10/2016 jo. UU 1/2015",
    ],
)
def test_what_is_right_has_no_note(text: str) -> None:
    assert [codes(citation) for citation in find_citations(text, DAY)] == [[]] * len(find_citations(text, DAY))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("yang sebelumnya diatur dalam UU 5/2014", []),
        ("UU 20/2023 yang menggantikan UU 5/2014", []),
        ("PP sebelumnya No. 53 Tahun 2010", []),
        ("UU 5/2014 tentang Aparatur Sipil Negara (UU ASN) yang telah dicabut", []),
        ("UU 32/2004 sudah tidak berlaku", []),
        ("UU 5/2014 tidak berlaku bagi prajurit", ["repealed-then"]),
        ("Pada Pemilu 2014 silam aturannya masih UU 8/2012 dan UU Nomor 42 Tahun 2008.", []),
        ("PP 37/2004 mencabut PP Nomor 5 Tahun 1999 berikut perubahannya, PP Nomor 12 Tahun 1999", []),
        ("Hukumannya masih menurut Pasal 7 ayat (3) PP 53/2010", []),
        ("Pasal 4 angka 15 PP 53/2010", ["partly-then"]),
        ("UU 5/2014 tentang ASN mengancam hukuman paling lama setahun", ["repealed-then"]),
    ],
)
def test_a_text_that_says_itself_that_a_law_is_of_before_is_not_told_so(text: str, expected: list[str]) -> None:
    former = [citation for citation in find_citations(text, DAY) if citation.status_then in {"repealed", "partly"}]

    assert former
    assert [codes(citation) for citation in former] == [expected] * len(former)


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [("Pasal 188 UU 1/2015", DAY, True), ("Pasal 188 UU 1/2015", date(2026, 1, 2), False), ("Pasal 71 UU 10/2016", DAY, False)],
)
def test_a_penalty_of_before_the_great_change_is_noted(text: str, day: date, expected: bool) -> None:
    assert ("sanctions-changed" in codes(find_citations(text, day)[0])) is expected


def test_a_name_means_what_it_meant_on_the_day_and_without_a_day_says_so() -> None:
    assert find_citations("menurut UU ASN", date(2020, 6, 1))[0].instrument == "uu-5-2014"
    undated = find_citations("menurut UU ASN", None)[0]
    assert (undated.instrument, codes(undated)) == ("uu-20-2023", ["alias-undated"])


@pytest.mark.parametrize(
    "text",
    [
        "Pasalnya, ASN harus netral",
        "aturan itu tegas",
        "PPK Brebes",
        "undang-undang yang berlaku",
        "SKB 3 Menteri tentang libur nasional",
        "Surat undangan",
    ],
)
def test_false_friends_stay_vague(text: str) -> None:
    assert [citation.instrument for citation in find_citations(text, DAY)] in ([], [None])


def test_a_circular_of_somebody_else_is_not_that_of_the_ministry() -> None:
    assert find_citations("Bupati menerbitkan Surat Edaran Nomor 18 Tahun 2023", DAY)[0].instrument is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bupati Kendal menerbitkan Surat Edaran Nomor 800/12/BKD/2024.", "se-bupati-kendal-800/12/BKD/2024"),
        ("Pj. Bupati Kendal Budi Santoso hadir. Hal itu disampaikan melalui Surat Edaran Nomor: 800/12/BKD.", "se-bupati-kendal-800/12/BKD"),
        ("Pemerintah Kota (Pemkot) Surabaya mengeluarkan Surat Edaran bernomor 800/12/4.8/ 2023", "se-pemkot-surabaya-800/12/4.8/2023"),
        ("Pemkab Kendal mengeluarkan surat edaran Bupati Nomor 10 Tahun 2024", "se-bupati-kendal-10-2024"),
        ("yang disampaikan Kepala BKN melalui Surat Edaran Nomor 02/SE/2016", "se-bkn-02/SE/2016"),
        ("Surat Edaran (SE) Menteri PANRB, seperti SE Nomor 77 Tahun 2023", "se-menpanrb-77-2023"),
        ("Bupati Kendal mengatakan ASN patuh pada Surat Edaran Nomor 77 Tahun 2023", None),
        ("surat itu dikirim kepada Bupati Kendal melalui Surat Edaran Nomor 77 Tahun 2023", None),
        ("SE Nomor 77 Tahun 2023 yang ditandatangani oleh Menpan-RB", "se-menpanrb-77-2023"),
        ("Surat Edaran Nomor 12708 Tahun 2023 yang diteken Bupati Kendal", "se-bupati-kendal-12708-2023"),
        ("dari Menteri PANRB. Surat bernomor 04 Tahun 2024", "se-menpanrb-4-2024"),
        ("undangan itu tercatat dalam Surat Nomor 4 Tahun 2024", None),
        ("Bawaslu RI mengeluarkan surat nomor 12/PM.00.02/K1/2024", "surat:12/PM.00.02/K1/2024"),
        ("Pemkab Kendal menegakkan Perda Nomor 5 Tahun 2019", "perda-kabupaten-kendal-5-2019"),
        ("Wali Kota Semarang meneken Perwal Nomor 12 Tahun 2020", "perwal-semarang-12-2020"),
        ("Pemkab Kendal dan Pemkab Batang memakai Perbup Nomor 5 Tahun 2019", None),
    ],
)
def test_an_issuer_or_place_is_taken_from_what_stands_around(text: str, expected: str | None) -> None:
    assert find_citations(text, DAY)[-1].instrument == expected


def test_a_joint_decree_that_is_only_planned_is_none() -> None:
    found = find_citations("Agar ASN netral, akan dibuat Surat Keputusan Bersama (SKB).", DAY)

    assert [citation.instrument for citation in found] in ([], [None])


def test_an_article_pointed_at_is_not_of_the_law_that_follows() -> None:
    text = "UU 1/2015 terbit. Pasal 188 itu tidak lepas dari Pasal 71 UU 10/2016."

    assert [(citation.instrument, citation.articles) for citation in find_citations(text, DAY)][1:] == [
        ("uu-1-2015", ("188",)),
        ("uu-10-2016", ("71",)),
    ]


def test_numbered_parts_are_no_slip_where_the_law_has_them() -> None:
    assert codes(find_citations("PP 53/2010 Pasal 4 angka 12 – 15", date(2020, 1, 1))[0]) == []
    assert codes(find_citations("PP 53/2010 Pasal 7 angka 3", date(2020, 1, 1))[0]) == ["angka-for-ayat"]


@pytest.mark.parametrize("text", ["Camat diatur PP 17/2018 dan dilarang kampanye", "netralitas di IKN diatur UU 3/2022"])
def test_a_law_that_only_shares_its_number_with_one_of_the_catalogue_is_no_slip_for_it(text: str) -> None:
    (citation,) = find_citations(text, DAY)

    assert (citation.resolved_by, codes(citation)) == ("explicit", ["not-in-catalogue"])


def test_a_law_repealed_before_the_article_is_noted() -> None:
    citation = find_citations("Undang-Undang Nomor 5 Tahun 2014", date(2024, 6, 25))[0]

    assert (citation.status_then, citation.status_now, codes(citation)) == ("repealed", "repealed", ["repealed-then"])


BLOCKS = (
    "Pasal|71|ayat|(1)|huruf|n|angka|5|dan|jo.|sampai dengan|UU|PP|SKB|SE|Surat Edaran|Nomor|10|Tahun|2016|/|2014|tentang|Desa|ASN|Pemilu|itu|tersebut|.|,|"
    "(|)|\n\n|Putusan|MK|136/PUU-XXII/2024|-|Perda|Kota"
)
WORDS = st.sampled_from(BLOCKS.split("|"))


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_citations_stand_in_the_text_in_order_and_say_what_it_says(text: str) -> None:
    found = find_citations(text, DAY)

    assert [citation.span.start for citation in found] == sorted(citation.span.start for citation in found)
    for citation in found:
        words = citation.span.of(text)
        assert words
        assert words == words.strip()
        for key in citation.articles:
            assert re.search(r"pa[sd]al|article", words, re.IGNORECASE), (words, key)
