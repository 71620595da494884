"""The case questions: each is answered by the statements that it names, about nobody, in both languages."""

from __future__ import annotations

import re

import pytest

from briefing.lexicon.cases import CaseQuestion, case_questions
from briefing.lexicon.points import Point, point, points

# What may be written with a capital inside a sentence: kinds of people, laws and institutions, never a name.
CAPITALS = {"ASN", "PNS", "BPD", "TNI", "Polri", "KTP", "BUMD", "PP", "UU", "Menteri", "Pasal", "Pemilu", "Pilkada"}
ENGLISH_CAPITALS = {"PNS", "Minister", "Government", "Regulation", "Law", "Article"}


def verdict_of(known: Point) -> str:
    if known.type == "duty":
        return "should" if known.status in {"speaker", "listed"} else "must"
    return {"prohibition": "may-not", "right": "may", "permission": "may", "sanction": "sanction"}[known.type]


def inner_capitals(text: str) -> set[str]:
    return {word for sentence in re.split(r"(?<=[.?]) ", text) for word in re.findall(r"\b[A-Z][\w’]*", sentence[1:])}


def texts(question: CaseQuestion) -> list[str]:
    return [question.situation_id, question.question_id, question.situation_en, question.question_en]


def test_every_line_of_the_sheet_of_dos_and_donts_has_a_question() -> None:
    asked = {name for question in case_questions() for name in question.points}

    assert {known.id for known in points() if known.sheet} - asked == set()


@pytest.mark.parametrize("question", case_questions(), ids=lambda question: question.id)
def test_each_statement_gives_the_verdict(question: CaseQuestion) -> None:
    assert {verdict_of(point(name)) for name in question.points} == {question.verdict}


def test_no_question_is_asked_that_the_law_leaves_open() -> None:
    statuses = {point(name).status for question in case_questions() for name in question.points}
    words = " ".join(text for question in case_questions() for text in texts(question)).lower()

    assert statuses & {"quote-only", "historical"} == set()
    assert re.findall(r"\b(?:visi|visions?|mendengar\w*|listen\w*)\b", words) == []


def test_ids_and_situations_are_told_apart() -> None:
    questions = case_questions()

    assert len({question.id for question in questions}) == len(questions)
    assert len({question.situation_id for question in questions}) == len({question.situation_en for question in questions}) == len(questions)


@pytest.mark.parametrize("question", case_questions(), ids=lambda question: question.id)
def test_a_question_names_nobody_and_nothing(question: CaseQuestion) -> None:
    assert inner_capitals(f"{question.situation_id} {question.question_id}") <= CAPITALS
    assert inner_capitals(f"{question.situation_en} {question.question_en}") <= ENGLISH_CAPITALS
    assert re.findall(r"\b(?:he|she|him|his|hers)\b", f"{question.situation_en} {question.question_en}", re.IGNORECASE) == []


@pytest.mark.parametrize("question", case_questions(), ids=lambda question: question.id)
def test_a_situation_is_told_in_a_sentence_or_two_and_a_question_asked(question: CaseQuestion) -> None:
    assert [text[-1] for text in texts(question)] == [".", "?", ".", "?"]
    assert all(len(text) <= 190 for text in texts(question))
    assert not set("".join(texts(question))) & set("'\"")
