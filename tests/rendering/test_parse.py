"""Templates' XHTML becomes a Document, or is refused with the place and what is allowed there."""

from __future__ import annotations

from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.document import Element, Run
from briefing.model.problem import BriefingError, ExitCode
from briefing.rendering.parse import parse


def page(content: str, attributes: str = "") -> str:
    return f'<document title="Judul">\n<section class="page" {attributes}>{content}</section></document>'


def only(content: str) -> Element:
    return parse(page(content), "x").sections[0].children[0]


def fault(xhtml: str) -> BriefingError:
    with pytest.raises(BriefingError) as caught:
        parse(xhtml, "halaman.xhtml")
    assert caught.value.exit_code is ExitCode.TEMPLATE_FAULT
    assert caught.value.arguments["template"] == "halaman.xhtml"
    return caught.value


def test_the_root_gives_titles_and_furniture() -> None:
    document = parse('<document title="A" title-en="B" draft="DRAF"><section class="cover"/></document>', "x")
    assert (document.title, document.title_en) == ("A", "B")
    assert document.furniture == {"draft": "DRAF"}
    assert [section.kind for section in document.sections] == ["cover"]


def test_language_is_inherited_until_another_is_named() -> None:
    pair = only('<pair><section><p>a</p></section><section lang="en"><p>b</p><p lang="id">c</p></section></pair>')
    assert [element.lang for element in pair.walk() if element.tag == "p"] == ["id", "en", "id"]


def test_runs_carry_face_class_and_link() -> None:
    paragraph = only('<p>satu <b class="ref">¶ 4</b> <i lang="en">two</i> <a href="https://contoh.example/a">tiga <b>empat</b></a></p>')
    assert paragraph.runs == (
        Run(text="satu "),
        Run(text="¶ 4", bold=True, kind="ref"),
        Run(text=" "),
        Run(text="two", italic=True, lang="en"),
        Run(text=" "),
        Run(text="tiga ", link="https://contoh.example/a"),
        Run(text="empat", bold=True, link="https://contoh.example/a"),
    )


def test_white_space_is_one_space_and_none_at_the_ends() -> None:
    assert only("<p>\n  satu\n  <b> dua </b>\t<br/>\n tiga </p>").text == "satu dua tiga"
    assert [run.text for run in only("<p> a <br/> b </p>").runs] == ["a", "\n", "b"]


def test_no_break_spaces_stay() -> None:
    assert only("<p>1\u00a0¶\u00a08</p>").runs[0].text == "1\u00a0¶\u00a08"


def test_text_in_a_cell_becomes_a_paragraph_of_its_class() -> None:
    row = only('<table cols="22 *"><tr><th>L1</th><td class="note">satu <b>dua</b><p>tiga</p></td></tr></table>').children[0]
    assert [(child.tag, child.kind, child.text) for child in row.children[1].children] == [("p", "note", "satu dua"), ("p", "", "tiga")]


def test_pictures_are_named_without_their_scheme() -> None:
    assert only('<p><img src="mark:made-12" alt="Artikel 12"/></p>').runs == (Run(picture="made-12", alt="Artikel 12"),)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//contoh.example", "https://a b", ""])
def test_other_addresses_are_printed_without_a_link(address: str) -> None:
    assert only(f'<p><a href="{address}">kata</a></p>').runs == (Run(text="kata"),)


@pytest.mark.parametrize(
    ("content", "element", "known"),
    [
        ("<div/>", "<div> in <section>", "pagebreak"),
        ("<p><table/></p>", "<table> in <p>", "br"),
        ("telanjang", "“telanjang” in <section>", "blockquote"),
        ('<p style="x">a</p>', "<p style=…>", "class"),
        ('<p class="besar">a</p>', '<p class="besar">', "kicker"),
        ('<p lang="fr">a</p>', '<p lang="fr">', "en"),
        ('<p><img src="logo.png" alt=""/></p>', '<img src="logo.png">', "mark:L"),
        ('<p><img src="mark:made-0" alt=""/></p>', '<img src="mark:made-0">', "mark:made-1"),
        ('<p><img src="mark:L"/></p>', "<img>", "alt=…"),
        ("<pair><p>a</p></pair>", "<pair> × 1", "2"),
        ('<table cols="1 2"><tr><td/></tr></table>', "<tr> × 1", "2"),
        ('<table cols="lebar"><tr><td/></tr></table>', '<table cols="lebar">', "12.5mm"),
        ('<p><a href="#tak-ada">a</a></p>', 'href="#tak-ada"', "#ada"),
        ('<section id="ada"/>', 'id="ada"', "1 ×"),
    ],
)
def test_what_leaves_the_vocabulary_is_named_with_its_line_and_what_is_known(content: str, element: str, known: str) -> None:
    error = fault(page(content, 'id="ada"'))
    assert error.code == "template-element"
    assert error.arguments["element"] == element
    assert error.arguments["line"] == 2
    assert known in str(error.arguments["known"])


def test_sections_at_the_top_are_of_a_known_kind() -> None:
    assert fault('<document title="a"><section class="keep"/></document>').arguments["known"] == "article, cover, page"


@pytest.mark.parametrize("broken", ["", "<document", "<document title='a'>&nbsp;</document>", "<document title='a'></section>", "a < b"])
def test_broken_xml_is_named_with_its_line(broken: str) -> None:
    assert fault(broken).code == "template-not-wellformed"


def test_doctypes_and_entities_are_refused_before_they_grow() -> None:
    laughs = "".join(f'<!ENTITY l{number} "{f"&l{number - 1};" * 10}">' for number in range(1, 9))
    error = fault(f'<!DOCTYPE document [<!ENTITY l0 "ha">{laughs}]><document title="&l8;"/>')
    assert error.arguments["element"] == "<!DOCTYPE>"


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")))
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    assert only(f"<p>x{escape(text)}x</p>").text == " ".join(f"x{text}x".split())
