"""Several articles in one text, and lines of "=" that part nothing."""

from __future__ import annotations

import hashlib
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.reading.clean import veil
from briefing.reading.parts import article_parts
from briefing.reading.read import texts
from briefing.reading.sources import STANDARD_INPUT

ONE = "Judul: Satu\n\nSekda meminta semua pegawai bersikap netral."
TWO = "Judul: Dua\n\nBupati meminta semua kepala desa bersikap netral."


def parts(source: str) -> list[str]:
    return [text.text for text in texts(source.encode(), "a.txt")]


@pytest.mark.parametrize(
    "source",
    [
        f"{ONE}\n\n====\n\n{TWO}",
        f"{ONE}\n====\n{TWO}",
        f"{ONE}\n\n  ========== \n{TWO}\n",
        f"====\n{ONE}\n====\n\n====\n{TWO}\n====\n",
        f"{ONE}\r\n\r\n====\r\n\r\n{TWO}",
        f"{ONE}\n\nEditor: Budi\n====\n{TWO}",
    ],
)
def test_a_line_of_equals_signs_parts_two_articles(source: str) -> None:
    assert [part.removesuffix("\n\nEditor: Budi") for part in parts(source)] == [ONE, TWO]


def test_a_line_that_a_header_follows_underlines_nothing() -> None:
    assert parts(f"rusak\n====\n{TWO}") == ["rusak", TWO]


@pytest.mark.parametrize(
    "source",
    [
        "Sekda Minta Pegawai Netral\n====\n\nSekda meminta semua pegawai bersikap netral.",
        "Sekda Minta Pegawai Netral\n==========================\nSekda meminta semua pegawai bersikap netral.",
        "Sumber: Kabar Desa\n\nSekda Minta Pegawai Netral\n====\n\nSekda meminta semua pegawai bersikap netral.",
        "Judul: Satu\nSumber: Kabar Desa\n====\nSekda meminta semua pegawai bersikap netral.",
        f"{ONE}\n\n===\n\n{TWO}",
        f"{ONE}\n\n==== dua ====\n\n{TWO}",
        f"====\n\n{ONE}\n\n====",
    ],
)
def test_what_parts_nothing_leaves_name_and_hash(source: str) -> None:
    (text,) = texts(source.encode("utf-16"), "a.txt")

    assert (text.source.name, text.source.sha256) == ("a.txt", hashlib.sha256(source.encode("utf-16")).hexdigest())
    assert text.text == source


def test_underlined_titles_stay_with_their_articles() -> None:
    body = "\n====\n\nSekda meminta semua pegawai bersikap netral."

    assert parts(f"Rapat Satu{body}\n\n====\n\nRapat Dua{body}") == [f"Rapat Satu{body}", f"Rapat Dua{body}"]


@pytest.mark.parametrize("name", ["a.txt", STANDARD_INPUT])
def test_each_article_has_its_own_name_and_hash(name: str) -> None:
    found = texts(f"{ONE}\n\n====\n\n{TWO}".encode("utf-8-sig"), name)

    assert [text.source.name for text in found] == [f"{name}#1", f"{name}#2"]
    assert [text.source.sha256 for text in found] == [hashlib.sha256(part.encode()).hexdigest() for part in (ONE, TWO)]


@given(st.lists(st.sampled_from(["Rapat Satu", "Sekda meminta semua pegawai bersikap netral.", "====", "", "Judul: Dua"])))
@settings(max_examples=100)
def test_every_word_is_in_one_part(lines: list[str]) -> None:
    view = veil("\n".join(lines))
    found = article_parts(view)

    assert all(first.end <= second.start for first, second in itertools.pairwise(found))
    assert [word for part in found for word in part.of(view).split() if word != "===="] == [word for word in view.split() if word != "===="]
