"""Words broken at the end of a line, and letters set apart."""

from __future__ import annotations

import pytest

from briefing.lexicon.load import table
from briefing.reading.hyphens import joined
from briefing.reading.pdf.garbage import is_garbage
from briefing.reading.spaced import closed
from tests.reading.pages import ARTICLE


@pytest.mark.parametrize("example", table("id/hyphens.toml")["examples"])
def test_each_example_is_joined_as_it_says(example: str) -> None:
    halves, whole = example.split(" = ")
    first, second = halves.split("|")
    line = first if first.endswith("-") else f"{first}-"
    assert f"{joined(line, second, frozenset())}{second}" == whole


@pytest.mark.parametrize(
    ("line", "after", "expected"),
    [
        ("Pasal 71 tentang kam-", "panye dan", "Pasal 71 tentang kam"),
        ("kam\u00ad", "panye", "kam"),
        ("Ganjar-", "Mahfud unggul", "Ganjar-"),
        ("PEMILI-", "HAN UMUM", "PEMILI"),
        ("tahun 2020-", "2024 itu", "tahun 2020-"),
        ("Senin -", "kata dia", None),
        ("tanpa garis", "hubung", None),
        ("akhir-", "", None),
        ("akhir-", "(kurung)", None),
    ],
)
def test_a_hyphen_stays_where_it_is_the_words_own(line: str, after: str, expected: str | None) -> None:
    assert joined(line, after, frozenset()) == expected


def test_the_rest_of_the_text_decides_a_doubt() -> None:
    assert joined("non-", "aktif", frozenset({"nonaktif"})) == "non"
    assert joined("ko-", "operasi", frozenset({"ko-operasi"})) == "ko-"
    assert joined("e-", "katalog", frozenset()) == "e-"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("S U R A T  E D A R A N", "SURAT EDARAN"),
        ("Hal: P E N T I N G sekali", "Hal: PENTING sekali"),
        ("a b c", "a b c"),
        ("kelas A B dan C", "kelas A B dan C"),
        ("dua  spasi", "dua spasi"),
        ("", ""),
    ],
)
def test_letters_set_apart_are_closed(line: str, expected: str) -> None:
    assert closed(line) == expected


def test_garbage_is_told_from_text() -> None:
    page = " ".join(ARTICLE)
    assert not is_garbage(page)
    assert not is_garbage("Nomor 12/2024, hlm. 3")
    assert is_garbage("")
    assert is_garbage("- 1 -")
    assert is_garbage("".join(chr(ord(letter) - 29) if letter.isalpha() else letter for letter in page))
    assert is_garbage(page.translate({ord(letter): 0xE000 + ord(letter) for letter in "aeioutnskr"}))
    assert is_garbage("".join(chr((ord(letter) - 97 + 3) % 26 + 97) if letter.isalpha() and letter.isascii() else letter for letter in page.lower()))
