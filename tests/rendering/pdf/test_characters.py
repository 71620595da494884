"""Characters: what the fonts have is printed, what they lack has a plain equivalent or its number, and nothing is a box."""

from __future__ import annotations

from io import BytesIO
from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from briefing.finishing.words import folded
from briefing.model.document import Run
from briefing.rendering.parse import parse
from briefing.rendering.pdf import fonts
from briefing.rendering.pdf.characters import printed, unprintable
from briefing.rendering.pdf.lines import Typesetter
from briefing.rendering.pdf.render import render
from briefing.rendering.pdf.theme import A4
from tests.rendering.pdf.conftest import WHEN


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Netral”, kata Sekda – § 5 ½ … ¶", "“Netral”, kata Sekda – § 5 ½ … ¶"),
        ("hal\u2011hal", "hal\u2010hal"),  # no-break hyphen
        ("hal\u2010hal \u22125", "hal\u2010hal \u22125"),  # hyphen and minus, which the fonts have
        ("ne\u00adtral\u200bitas\ufeff\u200d\u202e", "netralitas"),  # seen by nobody
        ("10\u2009000", "10 000"),
        ("𝐍𝐞𝐭𝐫𝐚𝐥 （ASN）", "Netral (ASN)"),
        ("e\u0301", "é"),
        ("Ⅳ ℃", "IV °C"),
        ("Pasal ①②", "Pasal [U+2460][U+2461]"),  # 12 would be another article
        ("terima kasih 🙏🏽", "terima kasih [U+1F64F][U+1F3FD]"),
        ("☀\ufe0f", "[U+2600]"),
        ("سلام", "[U+0633][U+0644][U+0627][U+0645]"),
        ("ꦲꦏ꧀", "[U+A9B2][U+A98F][U+A9C0]"),
        ("\ue000\ufffd", "[U+E000][U+FFFD]"),
    ],
)
def test_what_is_printed_for_a_text(text: str, expected: str) -> None:
    assert printed(text) == expected


def test_characters_printed_as_numbers_are_told_and_no_others() -> None:
    assert unprintable("hal\u2011hal\u200b terima\u2009kasih 🙏 ASN") == {"🙏"}


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_whatever_is_printed_has_a_glyph_and_is_read_back_as_it_is_compared(text: str) -> None:
    shown = printed(text)
    assert all(character == "\n" or fonts.is_shown(character) for character in shown)
    assert folded(shown) == folded(text)


@settings(max_examples=60, deadline=None)
@given(text=st.text(st.characters(categories=["L", "P", "S", "N", "M", "Cf"]), min_size=1, max_size=20), name=st.sampled_from(sorted(A4.faces)))
def test_each_stretch_of_a_line_is_set_in_a_font_that_has_it(text: str, name: str) -> None:
    for line in Typesetter({}).lines([Run(text=text)], A4.faces[name], 300, "id"):
        for fragment in line.fragments:
            assert all(ord(character) in fonts.font(fragment.ink.font).face.charToGlyph for character in fragment.text)


def test_italics_borrow_from_the_upright_cuts() -> None:
    assert fonts.font_for("ŋ", "Serif-Italic") == "Sans"
    assert fonts.font_for("a", "Serif-Italic") == "Serif-Italic"


def test_the_bold_cuts_have_what_the_regular_ones_have() -> None:
    regular = {character for family in fonts.PACKAGES for character in fonts.font(family).face.charToGlyph}
    for cut in ("-Semibold", "-Bold"):
        assert regular <= {character for family in fonts.PACKAGES for character in fonts.font(family + cut).face.charToGlyph}


def test_odd_characters_of_every_kind_reach_the_page_without_a_question_mark() -> None:
    odd = "".join(map(chr, [0x2010, 0x2011, 0xAD, 0x200B, 0x202F, 0x2212, 0x1F642, 0x627, 0xA9B2]))
    assert {category(character) for character in odd} == {"Pd", "Cf", "Zs", "Sm", "So", "Lo"}
    result = render(parse(f'<document title="a"><section class="page" id="s"><p>a{odd}b</p></section></document>', "x"), when=WHEN)
    text = PdfReader(BytesIO(result.pdf)).pages[0].extract_text()
    assert "?" not in text
    assert "".join(text.split()).count("a‐‐−[U+1F642][U+0627][U+A9B2]b") == 1
    assert result.missing == ("ا", "ꦲ", "🙂")
