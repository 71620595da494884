"""In a pack in Indonesian alone nothing is in English, nothing stands for English, and nothing stands half empty."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing.model.office import Office
from briefing.rendering.fill import fill
from briefing.rendering.parse import parse
from tests.factories import ROOT, one_article_pack, seeds_pack

if TYPE_CHECKING:
    from briefing.model.document import Document, Element
    from briefing.model.pack import Pack

ENGLISH_WORDS = re.compile(r"\b(the|of|and|or|not|by|is|English|Inggris|Pages?|Number|Date|DRAFT|Name|Belum diterjemahkan|Terjemahan)\b")


def page(content: str) -> Element:
    return parse(f'<document title="Judul"><section class="page">{content}</section></document>', "x", languages=("id",)).sections[0]


def only(content: str) -> Element:
    (child,) = page(content).children
    return child


def indonesian(pack: Pack) -> Document:
    return parse(fill(replace(pack, languages=("id",)), [ROOT / "templates"], Office()), "pack", languages=("id",))


def test_a_pair_is_its_indonesian_side() -> None:
    assert (only('<pair><p>a</p><p lang="en">b</p></pair>').tag, only('<pair><p>a</p><p lang="en">b</p></pair>').text) == ("p", "a")


def test_a_pair_in_one_language_stays_and_an_empty_side_goes() -> None:
    assert [child.text for child in only("<pair><p>a</p><p>b</p></pair>").children] == ["a", "b"]
    assert only('<pair><p class="note">a</p><p class="tag">Terjemahan proyek</p></pair>').text == "a"
    assert only("<pair><p></p><p>b</p></pair>").text == "b"
    line = '<table class="form" cols="*"><tr><td class="line"/></tr></table>'
    assert only(f"<pair>{line}<section/></pair>").tag == "table"


def test_english_within_a_line_goes_with_the_space_around_it() -> None:
    paragraph = only('<p class="field">Nomor<span lang="en"> / Number</span></p>')
    assert [run.text for run in paragraph.runs] == ["Nomor"]
    assert only('<p>artikel<br/><i class="note" lang="en">articles</i></p>').text == "artikel"
    assert only('<p>artikel<br/><i lang="en">articles</i></p>').runs[-1].text == "artikel"


def test_english_columns_and_rows_go_and_the_widest_column_takes_their_place() -> None:
    table = only(
        '<table class="people" cols="60 40 *"><tr><th>Nama<p lang="en">Name</p></th><th>Kutipan</th><th lang="en">Office</th></tr>'
        '<tr><td>Budi</td><td>6</td><td lang="en">Secretary</td></tr></table>'
    )
    assert table.attributes["cols"] == "* 40"
    assert [[cell.text for cell in row.children] for row in table.children] == [["Nama", "Kutipan"], ["Budi", "6"]]


def test_a_column_that_only_names_the_language_goes() -> None:
    table = only(
        '<table class="law" cols="22 *"><tr><th/><th>Peraturan</th></tr><tr><th class="label">ID</th><td>UU</td></tr>'
        '<tr lang="en" class="more"><th class="label">EN</th><td>Law</td></tr></table>'
    )
    assert [[cell.text for cell in row.children] for row in table.children] == [["Peraturan"], ["UU"]]


def test_asides_stand_beside_all_that_follows_the_opening() -> None:
    section = page('<h1>a</h1><section class="aside"><h2>f</h2></section><h2>q</h2><p>1</p><section class="aside"><h2>r</h2></section><p>2</p>')
    title, pair = section.children
    assert (title.tag, pair.tag, pair.kind) == ("h1", "pair", "wide")
    assert [side.text for side in pair.children] == ["q 1 2", "f r"]


def test_empty_tables_and_sections_leave_nothing() -> None:
    assert page('<section class="keep"><table cols="*" lang="en"><tr><td>x</td></tr></table></section><p>a</p>').text == "a"
    assert page('<table cols="*"><tr><td lang="en">x</td></tr></table><p>a</p>').text == "a"


@pytest.mark.parametrize("pack", [seeds_pack(), one_article_pack()])
def test_no_page_of_a_pack_says_anything_in_english(pack: Pack) -> None:
    document = indonesian(pack)
    elements = [element for section in document.sections for element in section.walk()]

    assert document.title_en is None
    assert document.languages == ("id",)
    assert {element.lang for element in elements} == {"id"}
    assert not [name for name in document.furniture if name.endswith("-en")]
    assert not [element for element in elements if element.kind == "tag" or any(name.endswith("-en") for name in element.attributes)]
    own = [block for article in pack.articles for block in (article.text, article.title.id)]
    said = [element.text for element in elements if element.runs and not any(element.text.strip("“”") in text for text in own)]
    assert [text for text in (*said, *document.furniture.values()) if ENGLISH_WORDS.search(text)] == []


def test_everything_in_indonesian_is_still_there() -> None:
    pack = seeds_pack()
    both = parse(fill(pack, [ROOT / "templates"], Office()), "pack")
    alone = " ".join(section.text for section in indonesian(pack).sections)

    for section in both.sections:
        for quote in section.walk():
            if quote.tag == "blockquote" and quote.lang == "id":
                assert " ".join(part.text for part in quote.children if part.kind != "tag") in alone
    for rule in pack.rules:
        assert rule.text.id in alone
