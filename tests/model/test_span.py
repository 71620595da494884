from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.span import OffsetMap, Piece, Span, paragraph_spans

_MAP = OffsetMap(
    pieces=(
        Piece(clean=Span(0, 3), source=Span(10, 13)),
        Piece(clean=Span(3, 5), source=Span(13, 20), replacement="\n\n"),
        Piece(clean=Span(5, 9), source=Span(20, 24)),
    )
)


@pytest.mark.parametrize(
    ("clean", "source"),
    [(Span(0, 3), Span(10, 13)), (Span(1, 2), Span(11, 12)), (Span(4, 6), Span(13, 21)), (Span(2, 9), Span(12, 24)), (Span(3, 4), Span(13, 20))],
)
def test_offsets_lead_back_to_the_source(clean: Span, source: Span) -> None:
    assert _MAP.to_source(clean) == source


@pytest.mark.parametrize("span", [Span(0, 0), Span(5, 10), Span(9, 9)])
def test_a_span_outside_the_text_is_refused(span: Span) -> None:
    with pytest.raises(ValueError, match="outside"):
        _MAP.to_source(span)


@given(st.lists(st.text(alphabet="ab c", min_size=1), max_size=5))
def test_paragraphs_are_what_blank_lines_part(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)

    assert [span.of(text) for span in paragraph_spans(text)] == paragraphs
