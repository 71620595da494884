"""How what somebody said is reported."""

from __future__ import annotations

import re

import pytest

from briefing.lexicon.phrases import Phrase, phrases
from briefing.lexicon.reported import MOODS, closing, frame, is_duty, recast, reported
from briefing.lexicon.said import Wording, wordings
from briefing.lexicon.speech import verbs


@pytest.mark.parametrize(
    ("cue", "verb"),
    [
        ("tegasnya", ("tegas", "stressed")),
        ("menegaskan", ("tegas", "stressed")),
        ("imbuh", ("imbuh", "added")),
        ("mengingatkan", ("ingat", "warned")),
        ("mengimbau", ("imbau", "urged")),
        ("mengajak", ("ajak", "appealed")),
        ("jelasnya", ("jelas", "explained")),
        ("ungkap", ("kata", "said")),  # "revealed" would say that it is true
        ("menyatakan", ("kata", "said")),  # has no form that stands before a name
        ("menurut", ("kata", "said")),
        ("", None),
    ],
)
def test_the_verb_of_an_attribution_is_that_of_the_cue(cue: str, verb: tuple[str, str] | None) -> None:
    assert closing(cue) == verb


def test_every_verb_that_closes_an_attribution_is_one_of_the_lexicon() -> None:
    assert set(phrases()["attribution"]) <= {verb.en for verb in verbs()}


@pytest.mark.parametrize(
    ("cue", "name"),
    [
        ("tegas", "emphasis"),
        ("menegaskan", "emphasis"),
        ("ujarnya", "neutral"),
        ("imbuh", "neutral"),
        ("membantah", None),
        ("kilah", None),
        ("", None),
    ],
)
def test_what_somebody_denies_is_no_statement_of_theirs(cue: str, name: str | None) -> None:
    assert frame(cue) == name


def test_a_statement_is_reported_in_the_past_tense() -> None:
    clause = Phrase("pegawai ASN wajib netral", "civil servants must be neutral")
    assert reported("emphasis", [clause]) == ("menegaskan bahwa pegawai ASN wajib netral", "stressed that civil servants must be neutral")
    assert reported("hope", [clause]) == ("berharap agar pegawai ASN netral", "expressed the hope that civil servants would be neutral")
    assert reported("pledge", [clause])[1] == "told of a pledge that civil servants would be neutral"


def test_clauses_about_the_same_people_name_them_once() -> None:
    neutral = Phrase("pegawai ASN wajib netral", "civil servants must be neutral")
    team = Phrase("pegawai ASN tidak boleh menjadi tim sukses", "civil servants may not be in a team")
    right = Phrase("pegawai ASN tetap mempunyai hak pilih", "civil servants still have the right to vote")
    heads = Phrase("kepala desa wajib netral", "village heads must be neutral")
    assert reported("request", [neutral, team]) == (
        "meminta agar pegawai ASN netral dan tidak menjadi tim sukses",
        "asked that civil servants be neutral and not be in a team",
    )
    assert reported("neutral", [neutral, team, right]).en == (
        "said that civil servants must be neutral and may not be in a team, and that civil servants still have the right to vote"
    )
    assert reported("neutral", [neutral, heads]).en == "said that civil servants and village heads must be neutral"


@pytest.mark.parametrize("form", [form for form in MOODS if form != "warning"])
@pytest.mark.parametrize("wording", wordings(), ids=lambda wording: f"{wording.point} {wording.text.en}")
def test_no_duty_that_is_hoped_or_asked_for_stays_one(form: str, wording: Wording) -> None:
    for clause in filter(None, (wording.text, wording.bare)):
        told = recast(form, clause)
        assert not re.search(r"\bmust\b|\bmay not\b|\bharus\b|\bwajib\b|\btidak boleh\b|\bdilarang\b", f"{told.id} {told.en}")
        assert is_duty(clause) == (told != clause)


def test_clauses_with_a_comma_are_parted_by_semicolons() -> None:
    clauses = [Phrase(f"ASN, Polri, dan TNI {what}", f"civil servants, police and soldiers are {what}") for what in ("netral", "adil", "jujur")]
    assert reported("neutral", clauses).en.count("; and that") == 1
    assert reported("neutral", clauses[:2]).en.count(", and that") == 1


def test_every_frame_is_the_function_of_a_verb() -> None:
    functions = {verb.function for verb in verbs()}
    assert set(phrases()["that"]) - {"that", "so_that", "never", "pledge", "expectation"} <= functions
    assert set(phrases()["that"]["never"]) <= functions


def test_whoever_says_that_he_stresses_something_does_not_only_explain_it() -> None:
    assert frame("jelasnya", "Saya tegaskan, kami netral") == "emphasis"
    assert frame("jelasnya", "Kami netral") == "explanation"
    assert frame("pinta", "Saya tegaskan, kami netral") == "request"


def test_in_english_a_not_that_is_asked_for_stands_last() -> None:
    clauses = [
        Phrase("ASN tidak boleh berpihak", "civil servants may not take sides"),
        Phrase("ASN harus taat", "civil servants must heed the rules"),
    ]
    assert reported("request", clauses) == Phrase(
        "meminta agar ASN tidak berpihak dan taat", "asked that civil servants heed the rules and not take sides"
    )


def test_some_of_those_whom_the_clause_before_names_are_not_named_again() -> None:
    neutral = Phrase("prajurit TNI harus netral", "soldiers must be neutral")
    punished = Phrase("prajurit TNI yang melanggar dikenai sanksi", "soldiers who breach it face sanctions")
    others = Phrase("anggota Polri yang melanggar dikenai sanksi", "police officers who breach it face sanctions")
    assert reported("neutral", [neutral, punished])[1] == "said that soldiers must be neutral and that those who breach it face sanctions"
    assert reported("neutral", [neutral, punished])[0] == "mengatakan bahwa prajurit TNI harus netral dan bahwa mereka yang melanggar dikenai sanksi"
    assert "those who" not in reported("neutral", [neutral, others])[1]
