from __future__ import annotations

import pytest

from briefing.lexicon.speech import cue_pattern, verb_of, verbs


@pytest.mark.parametrize(
    ("cue", "group", "english"),
    [
        ("kata", "root", "said"),
        ("Tegasnya", "root", "stressed"),
        ("mengatakan", "active", "said"),
        ("ditegaskannya", "passive", "stressed"),
        ("menambahkan", "active", "added"),
        ("belum bisa memastikan", "active", "could not confirm"),
        ("mengucapkan  terima kasih", "active", "thanked"),
    ],
)
def test_forms_of_a_verb(cue: str, group: str, english: str | None) -> None:
    match = cue_pattern().fullmatch(cue)

    assert match
    assert match[group]
    verb = verb_of(cue)
    assert verb
    assert verb.en == english


@pytest.mark.parametrize("word", ["katakan", "dikata", "berkatalah", "penegasan", "menurutku"])
def test_other_words_are_no_cues(word: str) -> None:
    assert not cue_pattern().fullmatch(word)


def test_no_form_belongs_to_two_verbs() -> None:
    forms = [form for verb in verbs() for form in (*verb.active, *verb.passive, *([verb.root] if verb.root else []))]
    assert sorted(set(forms)) == sorted(forms)


def test_weak_forms_are_active_or_passive_forms() -> None:
    assert all(form in (*verb.active, *verb.passive) for verb in verbs() for form in verb.weak)
