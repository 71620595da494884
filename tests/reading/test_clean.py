"""Cleaning: what is copied, what is put in its place, and the way back."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.span import OffsetMap, Span
from briefing.reading.clean import LINE_JOIN, PARAGRAPH_BREAK, clean, veil

ODD = "\u00a0\u200b\u202e\u2066\ufeff\u00ad\u2003\t\x07\x85\u2028\r\n -"
sources = st.text(alphabet=st.one_of(st.sampled_from(list(ODD + "aB.”é😀")), st.characters(codec="utf-8")), max_size=120)


def paragraphs_of(view: str) -> list[Span]:
    return [Span(*match.span()) for match in re.finditer(r" *[^ \n].*(?:\n *[^ \n].*)*", view)]


def cleaned(source: str) -> tuple[str, OffsetMap]:
    view = veil(source)
    return clean(source, view, paragraphs_of(view))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("satu dua", "satu dua"),
        ("satu \u00a0  dua", "satu dua"),
        ("sa\u200btu du\u202ea", "satu dua"),
        ("satu\r\ndua", "satu dua"),
        ("satu\r\n\r\ndua", "satu\n\ndua"),
        ("satu\r\rdua", "satu\n\ndua"),
        ("  satu \t\n\n\u200b\n dua  ", "satu\n\ndua"),
        ("undang-\nundang", "undang-undang"),
        ("Rabu -\nkamis", "Rabu - kamis"),
        ("Ganjar-\nMahfud", "Ganjar- Mahfud"),
    ],
)
def test_clean_text(source: str, text: str) -> None:
    assert cleaned(source)[0] == text


@given(sources)
@settings(max_examples=100)
def test_veil_changes_no_position(source: str) -> None:
    view = veil(source)
    assert len(view) == len(source)
    assert all(seen == was or seen in " \n" for seen, was in zip(view, source, strict=True))


@given(sources)
@settings(max_examples=100)
def test_pieces_tile_the_text_and_lead_back(source: str) -> None:
    text, offsets = cleaned(source)
    assert "".join(piece.source.of(source) if piece.replacement is None else piece.replacement for piece in offsets.pieces) == text
    clean_end = source_end = 0
    for piece in offsets.pieces:
        assert piece.clean.start == clean_end
        assert piece.source.start >= source_end
        assert piece.replacement in {None, LINE_JOIN, PARAGRAPH_BREAK}
        clean_end, source_end = piece.clean.end, piece.source.end
    assert clean_end == len(text)


@given(sources, st.data())
@settings(max_examples=100)
def test_every_span_leads_to_its_words(source: str, data: st.DataObject) -> None:
    text, offsets = cleaned(source)
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    letters = [character for character in span.of(text) if not character.isspace()]
    found = offsets.to_source(span).of(source)
    assert [character for character in veil(found) if not character.isspace()] == letters


@given(sources)
@settings(max_examples=100)
def test_what_is_clean_stays_as_it_is(source: str) -> None:
    text, _ = cleaned(source)
    assert cleaned(text)[0] == text


@given(sources)
@settings(max_examples=100)
def test_nothing_unseen_or_doubled_survives(source: str) -> None:
    text, _ = cleaned(source)
    assert not any(unicodedata.category(character) == "Cc" and character != "\n" for character in text)
    assert not set(text) & set("\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u00ad")
    assert "  " not in text
    assert "\n\n\n" not in text
    assert all(paragraph == paragraph.strip() for paragraph in text.split("\n\n"))
    assert "\n" not in text.replace("\n\n", "")
