"""The list of contents, how to read the pack, and the list of speakers, as a reader has them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing.model.pack import Bilingual
from briefing.rendering.fill import make_document
from briefing.rendering.profiles import folders
from tests.factories import seeds_pack

if TYPE_CHECKING:
    from briefing.model.document import Element
    from briefing.model.pack import Pack

LACKING = "Belum diterjemahkan / Not yet translated"


def section(pack: Pack, name: str) -> Element:
    document = make_document(replace(pack, sections=(name, "rules", "articles")), folders(""))
    return next(found for found in document.sections if found.attributes.get("id") == name)


def tags(pack: Pack) -> list[str]:
    return [part.text for part in section(pack, "contents").walk() if part.kind == "tag"]


def without_english(*numbers: int) -> Pack:
    pack = seeds_pack()
    articles = [replace(each, title=Bilingual(id=each.title.id)) if each.number in numbers else each for each in pack.articles]
    return replace(pack, articles=tuple(articles))


def test_titles_without_english_are_told_once_and_listed_in_one_column() -> None:
    pack = without_english(1, 2, 3, 4, 5)
    lists = [part for part in section(pack, "contents").walk() if part.kind == "contents"]

    assert tags(pack) == [LACKING]
    assert len(lists) == 1
    assert "Aturan menurut jenis / Rules by type" in lists[0].text
    assert all(article.title.id in lists[0].text for article in pack.articles)


def test_where_some_titles_have_english_the_others_are_told_by_number() -> None:
    found = tags(without_english(2, 4, 5))
    assert [words for words in found if words.startswith(LACKING)] == [f"{LACKING}: art. 2, 4, 5"]
    assert len(found) == 2


def test_a_pack_in_indonesian_alone_has_no_such_line() -> None:
    assert tags(replace(without_english(1, 2, 3, 4, 5), languages=("id",))) == []


def test_how_to_read_says_what_the_name_of_a_paper_beside_a_law_means() -> None:
    text = section(seeds_pack(), "contents").text
    assert "[pers: …] Bunyi, judul, atau status peraturan itu diketahui dari pers." in text
    assert "[press: …] Wording, title or status of that law is known from the press." in text


@pytest.mark.parametrize("titled", ["Ir. Hendra Gunawan, M.M.", "Dr. H. Hendra Gunawan M.Si", "Hendra Gunawan", "Drs. Hendra Gunawan"])
def test_speakers_are_listed_with_their_titles_around_the_name(titled: str) -> None:
    pack = seeds_pack()
    person = replace(pack.people[0], name="Hendra Gunawan", name_with_titles=titled)
    cells = [part.text for part in section(replace(pack, people=(person,)), "speakers").walk() if part.tag == "td"]
    assert cells[0].replace(",", "") == titled.replace(",", "")


def test_rules_may_begin_below_the_contents_and_below_nothing_else() -> None:
    def start(*sections: str) -> str | None:
        document = make_document(replace(seeds_pack(), sections=sections), folders(""))
        return next(found for found in document.sections if found.attributes.get("id") == "rules").attributes.get("start")

    assert start("contents", "rules") == "run"
    assert start("summary", "rules") is None
    assert start("rules", "contents") is None
