from __future__ import annotations

from datetime import date

import pytest

from briefing.finding.citations import find_citations


@pytest.mark.parametrize(
    ("text", "instrument", "articles", "resolved_by"),
    [
        ("dalam Undang-Undang Nomor 5 Tahun 2014 menyatakan", "uu-5-2014", (), "explicit"),
        ("Pasal 71 ayat (1) UU Nomor 10 Tahun 2016", "uu-10-2016", ("71(1)",), "explicit"),
        ("UU No. 10/2016 Pasal 70 dan Pasal 71", "uu-10-2016", ("70", "71"), "explicit"),
        ("Pasal 35 sampai dengan Pasal 39 UU Nomor 27 Tahun 2022", "uu-27-2022", ("35", "36", "37", "38", "39"), "explicit"),
        ("PKPU Nomor 15 tahun 2023 Pasal 33 ayat (7)", "pkpu-15-2023", ("33(7)",), "explicit"),
        ("PP Nomor 94 Tahun 2021 Pasal 5 huruf n angka 5", "pp-94-2021", ("5(n)(5)",), "explicit"),
        ("menurut UU ASN yang berlaku", "uu-20-2023", (), "alias"),
        ("diatur dalam Surat Keputusan Bersama tahun 2022 tentang netralitas", "skb-netralitas-asn-2022", (), "alias"),
    ],
)
def test_forms(text: str, instrument: str | None, articles: tuple[str, ...], resolved_by: str) -> None:
    citation = find_citations(text, date(2024, 6, 1))[0]

    assert (citation.instrument, citation.articles, citation.resolved_by) == (instrument, articles, resolved_by)


def test_an_alias_means_what_it_meant_on_the_day() -> None:
    assert find_citations("menurut UU ASN", date(2020, 6, 1))[0].instrument == "uu-5-2014"


@pytest.mark.parametrize("text", ["Pasalnya, ASN harus netral", "aturan itu tegas", "PPK Brebes", "undang-undang yang berlaku"])
def test_false_friends_stay_vague(text: str) -> None:
    assert [citation.instrument for citation in find_citations(text, None)] in ([], [None])


def test_a_law_repealed_before_the_article_is_noted() -> None:
    citation = find_citations("Undang-Undang Nomor 5 Tahun 2014", date(2024, 6, 25))[0]

    assert (citation.status_then, citation.status_now, [note.code for note in citation.notes]) == ("repealed", "repealed", ["repealed-then"])
