from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.finding.marks import find_quoted
from briefing.finding.rules import find_rules
from briefing.finding.sentences import find_sentences
from briefing.lexicon.deontic import addressees, binds, idle_phrases, is_aside, rule_cues
from briefing.lexicon.load import table

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.model.finding import Findings, RuleType

_ENTRIES = table("id/rules.toml")["cue"]


@pytest.mark.parametrize(("kind", "example"), [(entry["type"], example) for entry in _ENTRIES for example in entry["examples"]])
def test_patterns_match_their_examples(kind: RuleType, example: str) -> None:
    assert kind in rule_cues(example)


@pytest.mark.parametrize(("kind", "example"), [(entry["type"], example) for entry in _ENTRIES for example in entry["not_examples"]])
def test_patterns_leave_their_counterexamples(kind: RuleType, example: str) -> None:
    assert kind not in rule_cues(example)


@pytest.mark.parametrize("entry", table("id/rules.toml")["aside"], ids=lambda entry: entry["about"])
def test_asides_are_told_from_rules(entry: dict[str, list[str]]) -> None:
    assert all(is_aside(example) for example in entry["examples"])
    assert not any(is_aside(example) for example in entry["not_examples"])


def test_words_bind_wherever_they_stand_but_in_a_clause_that_names_something() -> None:
    binding = table("id/rules.toml")["binding"]
    assert all(binds(example) for example in binding["examples"])
    assert not any(binds(example) for example in binding["not_examples"])


@pytest.mark.parametrize(
    "sentence",
    ["Sebab, akan ada sanksi bila pegawai terlibat", "Pasalnya, ASN dilarang ikut kampanye", "Netralitas mencerminkan bahwa ASN tidak boleh memihak"],
)
def test_a_reason_or_a_description_that_binds_is_a_rule(sentence: str) -> None:
    assert not is_aside(sentence)


def test_a_rule_inside_a_quote_is_its_own_sentence_with_its_speaker(find_in: Callable[..., Findings]) -> None:
    findings = find_in("Camat Wedung Sri Hartati hadir.\n\n“Terima kasih atas kehadiran Bapak Ibu. ASN tidak boleh berkampanye,” kata Sri.")

    rule = findings.rules[0]

    assert rule.span.of(findings.article.text) == "ASN tidak boleh berkampanye"
    assert rule.type == ("prohibition",)
    assert rule.addressee == ("asn",)
    assert rule.speaker == findings.quotes[-1].speaker


@pytest.mark.parametrize("entry", table("id/rules.toml")["idle"], ids=lambda entry: entry["about"])
def test_idle_phrases_are_told_from_rules(entry: dict[str, list[str]]) -> None:
    assert all(idle_phrases(example) for example in entry["examples"])
    assert not any(idle_phrases(example) for example in entry["not_examples"])


@pytest.mark.parametrize("sentence", ["Banyak pegawai harus pindah ke kota lain.", "“Kalau tidak netral, jangan jadi pegawai”."])
def test_what_had_to_be_and_slogans_are_no_rules(sentence: str) -> None:
    assert find_rules(sentence, find_sentences(sentence, find_quoted(sentence)), (), ()) == ()


def test_a_rule_beside_an_idle_phrase_is_one() -> None:
    sentence = "Mungkin sebagian harus diperiksa polisi, tetapi ASN dilarang berkampanye."
    assert [rule.type for rule in find_rules(sentence, find_sentences(sentence, find_quoted(sentence)), (), ())] == [("prohibition",)]


def test_who_is_named_by_the_way_is_not_addressed() -> None:
    bystander = table("id/rules.toml")["bystander"]
    assert not any(addressees(example) for example in bystander["examples"])
    assert all(addressees(example) for example in bystander["not_examples"])
