"""What a sentence takes from the one before it, and a paragraph from the one before it."""

from __future__ import annotations

import pytest

from briefing.finding.points import match_points, points_at
from briefing.model.span import Span
from briefing.reading import read as reading


def made(before: str, words: str) -> set[str]:
    return {match.point for match in match_points(words, f"{before} {words}")}


@pytest.mark.parametrize(
    ("before", "words", "points"),
    [
        ("Ada pegawai yang berfoto bersama calon bupati.", "Itu tidak boleh.", {"hand-signs"}),
        ("Ada ASN yang ikut kampanye.", "Hal-hal seperti itu dilarang.", {"campaign-participation"}),
        ("Apakah ASN boleh ikut kampanye?", "Tidak boleh.", {"campaign-participation"}),
        ("Mobil dinas itu dibeli dengan uang rakyat.", "Jangan dipakai untuk kampanye.", {"state-resources"}),
        ("Netralitas ASN itu sudah diatur.", "Jadi ya harus dijaga.", {"stay-neutral"}),
        ("Pedagang berfoto bersama calon bupati.", "Itu tidak dilarang.", set()),
        ("Surat suara sudah tiba di gudang.", "Jangan dibuka sebelum waktunya.", set()),
        ("Prajurit dilarang meminjamkan fasilitas untuk kampanye.", "Spanduk juga tidak boleh dipasang di sini.", set()),
    ],
)
def test_a_sentence_that_leans_on_the_one_before_it_is_read_with_it(before: str, words: str, points: set[str]) -> None:
    assert made(before, words) == points


def test_who_speaks_for_his_own_commits_them() -> None:
    assert made("", "Kami jajaran Kodim akan tetap menjaga netralitas.") == {"tni-polri-neutral"}
    assert made("Penjabat bupati berbicara di aula.", "Saya pun tidak boleh memihak, apalagi ASN.") == {"regional-head-neutral", "take-no-side"}
    assert made("", "Kami akan terus mengawasi netralitas ASN.") == set()


def test_an_item_behind_an_exception_is_still_demanded() -> None:
    before = "Bawaslu meminta penjabat bupati:\n\na. mengingatkan ASN agar netral;\nb. tidak mengganti pejabat, kecuali mendapat persetujuan tertulis menteri;"
    assert made(before, "c. tidak menggunakan program pemerintah untuk menguntungkan pasangan calon;") == {"programmes-for-candidate"}


def test_others_who_come_in_last_are_of_whom_it_goes_on() -> None:
    assert made("Pendamping PKH hadir. ASN hadir. Pendamping PKH sudah kami kumpulkan.", "Tidak boleh ada yang jadi tim sukses.") == set()
    assert made("Pendamping PKH hadir. ASN sudah kami kumpulkan.", "Tidak boleh ada yang jadi tim sukses.") == {"campaign-team"}


def test_a_paragraph_that_names_nobody_goes_on_with_the_one_before_it() -> None:
    text = 'Pilkada Kota Malo\n\nCamat mengumpulkan para kepala desa di aula.\n\n"Pokoknya jangan memihak," katanya.\n'
    article = reading.read(*reading.texts(text.encode(), "pilkada.txt"))
    start = article.text.index("Pokoknya")
    found = points_at(article, Span(start, start + len("Pokoknya jangan memihak")))
    assert [match.point for match in found] == ["village-neutral"]
