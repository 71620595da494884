from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.finding.marks import find_quoted
from briefing.finding.sentences import find_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Pj. Bupati hadir. Ia berpesan.", ["Pj. Bupati hadir.", "Ia berpesan."]),
        ("Agus Salim S.IP., M.Si. selaku Camat hadir.", ["Agus Salim S.IP., M.Si. selaku Camat hadir."]),
        ("UU No. 5 Tahun 2014 berlaku. Itu saja.", ["UU No. 5 Tahun 2014 berlaku.", "Itu saja."]),
        ("Warga netral.Aksi itu selesai.", ["Warga netral.", "Aksi itu selesai."]),
        ("“Harap netral.” Ungkapnya, Selasa. Lalu ia pergi.", ["“Harap netral.” Ungkapnya, Selasa.", "Lalu ia pergi."]),
        ("“Satu. Dua,” kata Budi.", ["“Satu. Dua,” kata Budi."]),
        ("KPU Brebes.“Hasilnya baik,” kata Budi.", ["KPU Brebes.", "“Hasilnya baik,” kata Budi."]),
        ("Nilainya Rp 34.016.767 saja.", ["Nilainya Rp 34.016.767 saja."]),
    ],
)
def test_splits(text: str, sentences: list[str]) -> None:
    assert [span.of(text) for span in find_sentences(text, find_quoted(text))] == sentences


@given(st.text(alphabet='aB .,!?“”"\n', max_size=80))
def test_sentences_hold_every_word_once(text: str) -> None:
    spans = find_sentences(text, find_quoted(text))

    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
