from __future__ import annotations

import re
from datetime import date

import pytest

from briefing.lexicon.law import as_of
from briefing.lexicon.load import table
from briefing.lexicon.points import Point, point, points
from briefing.lexicon.pointwords import patterns
from briefing.lexicon.provisions import provision

_FREE = {"speaker", "quote-only"}  # these rest on nothing but their speakers


def test_ids_are_unique_and_each_statement_has_words_that_make_it() -> None:
    named = [record["id"] for record in table("law/points.toml")["point"]]
    assert len(named) == len(set(named))
    assert 45 <= len(named) <= 70
    assert [entry["id"] for entry in table("id/points.toml")["point"]] == named
    assert {pattern.point for pattern in patterns()} == set(named)
    with pytest.raises(KeyError):
        point("no-such-statement")


@pytest.mark.parametrize("statement", points(), ids=lambda statement: statement.id)
def test_statements_are_whole_sentences_in_both_languages_and_name_nobody_by_sex(statement: Point) -> None:
    for long, short in ((statement.statement_id, statement.short_id), (statement.statement_en, statement.short_en)):
        assert long[0].isupper()
        assert long.endswith(".")
        assert short[0].isupper()
        assert not short.endswith(".")
        assert len(short) <= 64
        assert not re.search(r"\b(he|she|him|her|his|hers|man|men)\b", f"{long} {short}", re.IGNORECASE)
    assert bool(statement.note_id) == bool(statement.note_en)


@pytest.mark.parametrize("statement", points(), ids=lambda statement: statement.id)
def test_each_basis_is_in_the_catalogue_and_may_be_printed(statement: Point) -> None:
    assert bool(statement.basis) == (statement.status not in _FREE)
    for basis in statement.basis:
        held = provision(basis.instrument, basis.key, basis.starts or as_of())
        assert held, f"{basis.instrument} {basis.key}"
        assert held.basis.is_printable
        assert basis.level != "unverified"
        assert (basis.starts or date.min) < (basis.until or date.max)


@pytest.mark.parametrize("statement", points(), ids=lambda statement: statement.id)
def test_the_status_follows_from_the_basis(statement: Point) -> None:
    standing = [basis for basis in statement.basis if basis.until is None]
    if statement.status == "law":
        assert any(basis.level in {"primary_text", "official_copy"} for basis in standing)
    if statement.status == "press":
        assert any(basis.level == "press" for basis in standing)
    if statement.status == "historical":
        assert not standing


@pytest.mark.parametrize("statement", points(), ids=lambda statement: statement.id)
def test_the_sheet_of_dos_and_donts_agrees_with_the_type(statement: Point) -> None:
    columns: dict[str, set[str | None]] = {
        "prohibition": {"dont"},
        "duty": {"do"},
        "right": {"do"},
        "permission": {"do", None},
        "sanction": {None},
        "definition": {None},
    }
    assert statement.sheet in columns[statement.type]


@pytest.mark.parametrize("entry", table("id/points.toml")["point"], ids=lambda entry: entry["id"])
def test_each_entry_proves_itself(entry: dict[str, list[str]]) -> None:
    assert len(entry["examples"]) >= 4
    assert len(entry["counter_examples"]) >= 4
    assert len(set(entry["examples"])) == len(entry["examples"])


def test_every_concept_of_a_pattern_is_there_and_each_concept_is_found_in_its_examples() -> None:
    concepts = table("id/concepts.toml")
    used = {
        name
        for pattern in patterns()
        for names in (pattern.act, *pattern.beside, pattern.without, pattern.unless, (pattern.about, pattern.apart))
        for name in names
    } - {None}
    assert used <= {*concepts["concept"], *(f"group:{name}" for name in concepts["group"])}
    assert {name for pattern in patterns() for name in pattern.who} <= set(concepts["group"])
    assert set(concepts["concept"]) <= used | {"topic"}
