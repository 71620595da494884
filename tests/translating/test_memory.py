"""What was translated before is found again word for word, and says who stands behind it."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.lexicon import glossary
from briefing.lexicon.load import rows
from briefing.model.pack import Origin, Translation
from briefing.translating.memory import fold, lookup, remembered, shipped, with_own

COLUMNS = ["source", "target", "status", "by", "on", "engine", "article", "speaker"]


def row(**values: str) -> dict[str, str]:
    return dict.fromkeys(COLUMNS, "") | {"source": "ASN harus netral", "target": "Civil servants must be neutral.", "status": "project"} | values


@pytest.mark.parametrize("printed", ["“ASN harus netral,”", '"ASN harus  netral".', "ASN\nharus netral"])
def test_quotes_spaces_and_outer_punctuation_do_not_matter(printed: str) -> None:
    assert fold(printed) == "ASN harus netral"


@pytest.mark.parametrize("printed", ["ASN tidak harus netral", "asn harus netral", "ASN, harus netral"])
def test_anything_else_does(printed: str) -> None:
    assert fold(printed) != "ASN harus netral"


def test_reviewed_needs_a_name_and_a_day() -> None:
    reviewed = row(status="reviewed", by="Siti Aminah", on="2026-11-02")
    (translation,) = remembered([reviewed]).values()
    assert (translation.origin, translation.reviewer, translation.date) == (Origin.REVIEWED, "Siti Aminah", date(2026, 11, 2))


@settings(max_examples=50, deadline=None)
@given(st.sampled_from(["project", "reviewed", "machine", ""]), st.sampled_from(["", "Siti"]), st.sampled_from(["", "2026-11-02"]))
def test_reviewed_if_and_only_if_a_name_and_a_day_are_given(status: str, by: str, on: str) -> None:
    (translation,) = remembered([row(status=status, by=by, on=on)]).values()
    assert (translation.origin == Origin.REVIEWED) == bool(translation.reviewer and translation.date)
    assert (translation.origin == Origin.REVIEWED) == (status == "reviewed" and by != "" and on != "")


def test_a_machine_translation_names_its_engine() -> None:
    (translation,) = remembered([row(status="machine", engine="bergamot 1.0")]).values()
    assert translation == Translation(text="Civil servants must be neutral.", origin=Origin.MACHINE, engine="bergamot 1.0")


def test_what_a_person_reviewed_stays_and_else_the_later_row_wins() -> None:
    reviewed = row(status="reviewed", by="Siti", on="2026-11-02", target="Reviewed.")
    assert [entry.text for entry in remembered([row(target="One."), row(target="Two.")]).values()] == ["Two."]
    assert [entry.text for entry in remembered([row(), reviewed, row(target="Later.")]).values()] == ["Reviewed."]


def test_of_what_persons_reviewed_the_later_day_wins_and_of_one_day_the_later_row() -> None:
    rows = [row(status="reviewed", by="Siti", on=on, target=target) for on, target in (("2026-11-02", "A"), ("2026-11-03", "B"), ("2026-11-02", "C"))]
    assert [entry.text for entry in remembered(rows).values()] == ["B"]
    assert [entry.text for entry in remembered([rows[0], rows[2]]).values()] == ["C"]


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("ab “”\"„«»‘’'"), max_size=12), st.sampled_from(["project", "machine", ""]))
def test_english_that_nobody_reviewed_has_no_quotation_marks(target: str, status: str) -> None:
    (found,) = remembered([row(target=target, status=status)]).values()
    assert not set(found.text) & set('“”„«»"')


def test_reviewed_english_has_no_marks_around_all_of_it_for_the_page_sets_them() -> None:
    for target, printed in (
        ("“Be neutral”", "Be neutral"),
        ('"Be neutral" ', "Be neutral"),
        ("Be “neutral”", "Be “neutral”"),
        ("“Be” or “not”", "“Be” or “not”"),
    ):
        (found,) = remembered([row(target=target, status="reviewed", by="Siti", on="2026-11-02")]).values()
        assert found.text == printed


def test_words_with_a_masked_number_are_those_with_the_number() -> None:
    held = remembered([row(source="Hubungi xxxx-xxxx-xxxx", target="Call xxxx-xxxx-xxxx")])
    found = lookup(held, "Hubungi 0812-3456-7890")
    assert found
    assert found.text == "Call xxxx-xxxx-xxxx"
    assert lookup(with_own(held, [("Hubungi 0812-3456-7890", None)]), "Hubungi 0812-3456-7890") is None


def test_the_shipped_memory_is_the_projects_own_and_claims_no_review() -> None:
    assert list(rows("en/memory.csv")[0]) == COLUMNS
    assert {translation.origin for translation in shipped().values()} == {Origin.PROJECT}
    assert len(shipped()) == len(rows("en/memory.csv"))


@pytest.mark.parametrize("entry", rows("en/memory.csv"), ids=lambda entry: entry["source"][:40])
def test_shipped_english_has_no_marks_and_no_he_or_she(entry: dict[str, str]) -> None:
    assert not re.search('["“”]', entry["target"])
    assert not re.search(r"\b(?:he|she|his|her|hers|him|himself|herself)\b", entry["target"], re.IGNORECASE)
    assert entry["target"].strip() == entry["target"] != ""


LISTED = {
    # "Pemilu" is also said of elections at large, and of those of regional heads; the words around it then say which are meant.
    "pemilu": ("election",),
    # Whose stages they are stands beside it: "the stages of the Pilkada".
    "tahapan": ("stages",),
}
"""Other English that the memory may have for a term of the glossary."""


def stems(words: str) -> list[str]:
    """Return the beginnings of words, so that "conflict of interest" is found in "conflicts of interest"."""
    return [word[:6].removesuffix("s") for word in re.findall(r"[a-z]{3,}", words.casefold()) if word not in {"and", "the"}]


def says(english: str, target: str) -> bool:
    return set(stems(english)) <= set(stems(target))


@pytest.mark.parametrize("term", glossary.terms(), ids=lambda term: term.id)
def test_the_memory_says_a_term_as_the_glossary_does(term: glossary.Term) -> None:
    short = re.findall(r"\((.*?)\)", term.en)
    choices = [re.sub(r" \(.*?\)", "", term.en), *short, *LISTED.get(term.id, ())]

    targets = [entry["target"] for entry in rows("en/memory.csv") if term in glossary.terms_in(entry["source"])]

    assert [target for target in targets if not any(says(choice, target) for choice in choices)] == []


def test_the_english_of_the_project_has_typographic_quotation_marks() -> None:
    assert [entry["target"] for entry in rows("en/memory.csv") if set(entry["target"]) & set("'\"")] == []
