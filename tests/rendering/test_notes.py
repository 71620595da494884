"""Sentences that the notes of several statements hold are printed once, and none is lost."""

from __future__ import annotations

from dataclasses import replace

from briefing.model.pack import Bilingual, Origin, RuleItem, Translation
from briefing.rendering.notes import MOST_CHARACTERS, common_notes, note_numbers, own_note
from tests.editing.kit import rule


def noted(indonesian: str, english: str) -> RuleItem:
    made = rule("right-to-vote")
    assert made.statement
    note = Bilingual(id=indonesian, en=Translation(text=english, origin=Origin.CATALOGUE))
    return replace(made, statement=replace(made.statement, note=note))


FIRST = noted("Ini catatan sendiri. PP 1/2000 mengikat PNS (Pasal 5).", "This is its own note. Regulation 1/2000 binds them (Article 5).")
SECOND = noted(
    "PP 1/2000 mengikat PNS (Pasal 5). “Istilah” itu kata pembicara.", "Regulation 1/2000 binds them (Article 5). “Term” is the speaker’s word."
)
UNEQUAL = noted("PP 1/2000 mengikat PNS (Pasal 5). Dua.", "Regulation 1/2000 binds them (Article 5), two.")


def test_a_sentence_of_two_notes_is_common_and_leaves_the_rest() -> None:
    common = common_notes([FIRST, SECOND, UNEQUAL])
    assert common == [("PP 1/2000 mengikat PNS (Pasal 5).", "Regulation 1/2000 binds them (Article 5).")]
    assert own_note(FIRST, common) == ("Ini catatan sendiri.", "This is its own note.")
    assert own_note(SECOND, common) == ("“Istilah” itu kata pembicara.", "“Term” is the speaker’s word.")
    assert note_numbers([FIRST], common) == [1]


def test_a_note_whose_languages_have_other_sentences_stays_whole() -> None:
    assert note_numbers([UNEQUAL], common_notes([FIRST, SECOND, UNEQUAL])) == []
    assert own_note(UNEQUAL, common_notes([FIRST, SECOND]))[0] == "PP 1/2000 mengikat PNS (Pasal 5). Dua."


def test_common_notes_are_few_lines_and_those_said_most_often() -> None:
    often, rare = "O" + "a" * 300 + ".", "R" + "b" * 300 + "."
    rules = [noted(often, often), noted(often, often), noted(f"{often} {rare}", f"{often} {rare}"), noted(rare, rare)]
    assert common_notes(rules) == [(often, often)]
    assert len(often) <= MOST_CHARACTERS < len(often) + len(rare)
