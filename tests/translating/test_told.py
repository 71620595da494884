"""What is told of quotes without English, in words of our own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefing.editing.build import make_pack
from briefing.editing.propose import propose
from briefing.model.pack import KeyQuote, Origin, Pack, Translation
from briefing.settings import Settings
from briefing.translating.memory import fold
from briefing.translating.translate import translate
from briefing.translating.units import units
from tests.editing.making import article, findings

SAID = "Fasilitas negara tidak boleh dipakai untuk berkampanye, dan sanksinya ada"
TOLD = (
    "Berbicara tentang fasilitas negara dan sanksi.",
    "Speaks of state facilities and sanctions.",
)


def pack(said: str = SAID, *, silent: bool = False, laws: tuple[tuple[str, str | None], ...] = ()) -> Pack:
    of = article(f"Jumani bicara soal {said.swapcase()}.\n\n“{said},” ujar Jumani.")
    draft, _ = propose([findings(of, quotes=(("direct", said, "s1"),), laws=laws)], ["a.txt"], Settings())
    draft = replace(draft, english=((said, None),)) if silent else draft
    return make_pack(draft, version="0", law_as_of=date(2026, 11, 25))


def quote(of: Pack, memory: dict[str, Translation] | None = None) -> KeyQuote:
    return translate(of, memory or {}).articles[0].quotes[0]


def told(of: Pack) -> tuple[str, str] | None:
    found = quote(of).told
    return (found.id, found.en.text) if found and found.en else None


def test_a_quote_without_english_tells_what_it_speaks_of() -> None:
    assert told(pack()) == TOLD
    assert quote(pack()).english.origin is Origin.COMPOSED


def test_what_is_told_is_no_translation_a_translator_still_gets_the_words() -> None:
    done = translate(pack(), {})
    assert done.articles[0].quotes[0].text.en is None
    assert SAID in {unit.block.id for unit in units(done)}


def test_a_translation_stands_in_the_place_of_what_is_told() -> None:
    english = Translation(text="State facilities may not be used.", origin=Origin.PROJECT)
    found = quote(pack(), {fold(SAID): english})
    assert found.told is None
    assert found.english.en == english


@pytest.mark.parametrize("said", ["Siapa pun presidennya, kita tetap bekerja", "ASN dalam pilkada", "Silakan ditelusuri"])
def test_words_that_name_no_topic_are_told_of_as_nothing(said: str) -> None:
    assert told(pack(said)) is None
    assert quote(pack(said)).english.origin is Origin.NONE


def test_what_the_officer_wants_no_english_for_is_not_told_of() -> None:
    assert told(pack(silent=True)) is None


def test_a_law_that_is_cited_by_its_number_is_named() -> None:
    said = "Politik uang diatur UU Nomor 7 Tahun 2017"
    assert told(pack(said, laws=(("UU Nomor 7 Tahun 2017", "uu-7-2017"),))) == (
        "Berbicara tentang politik uang, dan menyebut UU 7/2017.",
        "Speaks of vote buying, and mentions Law 7/2017.",
    )
    assert told(pack("Itu diatur UU Nomor 7 Tahun 2017", laws=(("UU Nomor 7 Tahun 2017", "uu-7-2017"),))) == (
        "Menyebut UU 7/2017.",
        "Mentions Law 7/2017.",
    )
    assert told(pack("Itu diatur undang-undang", laws=(("undang-undang", None),))) is None


@pytest.mark.parametrize(
    ("said", "laws"),
    [
        ("Itu diatur UU Nomor 23 Tahun 2006 dan UU Nomor 7 Tahun 2017", (("UU Nomor 23 Tahun 2006", None), ("UU Nomor 7 Tahun 2017", "uu-7-2017"))),
        ("Itu diatur Perda Nomor 3 dan UU Nomor 7 Tahun 2017", (("UU Nomor 7 Tahun 2017", "uu-7-2017"),)),  # one that was not found
        ("Itu rancangan Undang-Undang, bukan UU Nomor 7 Tahun 2017", (("UU Nomor 7 Tahun 2017", "uu-7-2017"),)),
    ],
)
def test_no_law_is_named_where_not_all_are_known(said: str, laws: tuple[tuple[str, str | None], ...]) -> None:
    assert told(pack(said, laws=laws)) is None


def test_no_more_than_four_topics_are_told_those_last_that_say_little() -> None:
    said = "Partai, kampanye, sanksi, politik uang, media sosial, bansos"
    assert told(pack(said)) == (
        "Berbicara tentang sanksi, politik uang, media sosial, dan bantuan sosial.",
        "Speaks of sanctions, vote buying, social media and social aid.",
    )


def test_a_topic_with_a_clause_stands_last_since_what_follows_would_be_part_of_it() -> None:
    assert told(pack("Tindakan yang menguntungkan calon diawasi, laporan pelanggaran ditangani")) == (
        "Berbicara tentang penanganan laporan dan tindakan yang menguntungkan calon.",
        "Speaks of the handling of reports and acts that benefit a candidate.",
    )
