"""How what somebody said is reported."""

from __future__ import annotations

import pytest

from briefing.lexicon.phrases import Phrase, phrases
from briefing.lexicon.reported import closing, frame, reported
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
    assert reported("emphasis", clause) == ("menegaskan bahwa pegawai ASN wajib netral", "stressed that civil servants must be neutral")
    assert reported("same", clause) == ("bahwa pegawai ASN wajib netral", "that civil servants must be neutral")


def test_every_frame_but_two_is_the_function_of_a_verb() -> None:
    functions = {verb.function for verb in verbs()}
    assert set(phrases()["that"]) - {"same", "never"} <= functions
    assert set(phrases()["that"]["never"]) <= functions
