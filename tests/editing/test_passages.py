from __future__ import annotations

from briefing.editing.passages import all_sentences, whole_sentences, with_conditions
from briefing.model.span import Span


def test_a_sentence_keeps_the_condition_right_behind_it() -> None:
    text = "Hal itu tidak masalah. Sepanjang tidak ikut berkampanye. Rapat selesai."

    assert [span.of(text) for span in whole_sentences(text)] == ["Hal itu tidak masalah. Sepanjang tidak ikut berkampanye.", "Rapat selesai."]


def test_many_stops_take_no_long_walk() -> None:
    text = "Hal itu selesai." + " ." * 20_000

    assert with_conditions(Span(0, 16), text, all_sentences(text)) == Span(0, 16)
