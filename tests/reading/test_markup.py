"""Marks of Markdown and chat go; the stars and strokes of an author stay, word for word."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.span import Span
from briefing.reading.clean import clean, veil
from briefing.reading.lines import without_markup
from briefing.reading.read import read, texts

AUTHORS_OWN = (
    "“Dasar g*blok,” kata dia.",
    "si t***l dan a** serta b*jing*n",
    "kata **k dan t** itu",
    "“Ini *sangat* penting,” kata _beliau_ kemarin.",
    "*) angka sementara, *) angka tetap",
    "Suara sah* mencapai 5.000* lembar.",
    "Tulis ke nama_depan_x@contoh.id atau @_budi_ segera.",
    "Yang bertanda tangan di bawah ini: __nama__, _____ , ____________",
    "2 * 3 * 4 = 24",
    "Isi kolom [nama] (lihat di bawah) dan \\* ini.",
)
FRONT = "---\ntitle: Rapat\n---\n"
MARKDOWN = (
    (FRONT + "\nKata _beliau_ itu *penting*.", "Kata beliau itu penting."),
    ("# Rapat\n\nKata _beliau_ itu *penting*.", "Rapat Kata beliau itu penting."),
    ("Kata **wajib netral** itu *penting*.", "Kata wajib netral itu penting."),
    ("Lihat [aturan](https://contoh.id/a_b_c) yang _penting_ itu.", "Lihat aturan yang penting itu."),
    ("*Sekda Minta Pegawai Netral*\n\nKata _beliau_ itu.", "Sekda Minta Pegawai Netral Kata beliau itu."),
    ("# Rapat\n\n“Dasar g*blok, a** dan nama_berkas_x,” kata *Budi\\**.", "Rapat “Dasar g*blok, a** dan nama_berkas_x,” kata Budi*."),
    ("# Rapat\n\n*) catatan, __nama__ dan sah* pula", "Rapat *) catatan, __nama__ dan sah* pula"),
)


@pytest.mark.parametrize("words", AUTHORS_OWN)
def test_a_plain_text_keeps_every_character(words: str) -> None:
    article = f"Sekda Minta Pegawai Netral\n\nSekda meminta semua pegawai bersikap netral. {words} Sekda menutup rapat.\n"

    assert words in read(*texts(article.encode(), "a.txt")).text


@pytest.mark.parametrize(("source", "words"), MARKDOWN, ids=[source[:12] for source, _ in MARKDOWN])
def test_marked_up_text_loses_its_marks(source: str, words: str) -> None:
    view, _ = without_markup(veil(source))

    assert clean(source, view, [Span(len(FRONT) if source.startswith(FRONT) else 0, len(source))])[0] == words


@given(st.lists(st.sampled_from(["kata", "g*blok", "a**", "*", "_", "**", "nama_x_y", "__nama__", "*)", "“netral", "itu”", ".", "\n", "# Rapat\n"])))
@settings(max_examples=100)
def test_no_mark_within_a_word_is_ever_taken(words: list[str]) -> None:
    source = veil("# Judul\n\n" + " ".join(words))
    _, marks = without_markup(source)

    for mark in marks:
        around = source[mark.start - 1 : mark.start] + source[mark.end : mark.end + 1]
        assert not (len(around) == 2 and around.replace("_", "x").isalnum()), source[mark.start - 5 : mark.end + 5]
        assert "__" not in mark.of(source)
