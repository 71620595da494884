"""The glossary: each form finds its term, nothing is claimed twice, and one English is used for a term everywhere."""

from __future__ import annotations

import time
from collections import Counter
from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from briefing.lexicon.glossary import terms, terms_in
from briefing.lexicon.load import table


def ids(text: str) -> list[str]:
    return [term.id for term in terms_in(text)]


def test_terms_come_in_the_order_of_their_first_places_each_once() -> None:
    assert ids("Paslon dilarang berkampanye. Kampanye usai, masa tenang mulai bagi pasangan calon.") == ["pasangan-calon", "kampanye", "masa-tenang"]


def test_acronyms_match_in_capitals_only() -> None:
    assert ids("ASN") == ["asn"]
    assert ids("asn, Tsm, Mk dan kpu") == []
    assert ids("BAWASLU dan bawaslu") == ["bawaslu"]


def test_of_overlapping_terms_the_longer_is_found() -> None:
    assert ids("Ketua Komisi Pemilihan Umum") == ["kpu"]
    assert ids("ada dugaan pelanggaran") == ["dugaan-pelanggaran"]
    assert ids("Pjs Bupati") == ["pjs", "bupati"]
    assert ids("hukuman disiplin berat") == ["hukuman-disiplin-berat"]


def test_a_term_is_a_whole_word_save_for_a_possessive() -> None:
    assert ids("netralitasnya, ASN-nya") == ["netralitas", "asn"]
    assert ids("kabupatenlah, dendam, non-ASN, pemutasian") == []


def test_a_term_may_run_over_a_line_end() -> None:
    assert ids("masa\ntenang, pasangan  calon") == ["masa-tenang", "pasangan-calon"]


def test_every_form_finds_its_own_term() -> None:
    for term in terms():
        for form in (*term.forms, *term.also):
            assert ids(f"Soal {form} itu") == [term.id], form


def test_nothing_is_claimed_twice() -> None:
    claims = Counter(form.casefold() for term in terms() for form in (*term.forms, *term.also))
    assert [form for form, times in claims.items() if times > 1] == []
    assert len({term.id for term in terms()}) == len(terms())
    assert len({term.en for term in terms()}) == len(terms())


def test_printed_forms_can_be_taken_apart_again() -> None:
    for term in terms():
        assert term.printed.split(", ") == list(term.forms)
        assert not any("(" in form for form in term.forms)


def test_explanations_are_one_sentence_in_both_languages() -> None:
    for explanation in chain.from_iterable((term.explanation_id, term.explanation_en) for term in terms()):
        assert explanation[0].isupper()
        assert explanation.endswith(".")
        assert ". " not in explanation
        assert len(explanation) <= 150, explanation
    assert not [term.id for term in terms() if term.explanation_id == term.explanation_en]


def test_quotation_marks_and_apostrophes_are_typographic() -> None:
    assert [term.id for term in terms() if set(term.printed + term.en + term.explanation_id + term.explanation_en) & set("'\"")] == []


def test_english_knows_neither_he_nor_she() -> None:
    words = set(" ".join(f"{term.en} {term.explanation_en}" for term in terms()).lower().replace(".", " ").split())
    assert words.isdisjoint({"he", "she", "his", "her", "him"})


def test_offices_and_institutions_have_the_english_of_the_offices() -> None:
    entries = [*table("id/offices.toml")["head"], *table("id/offices.toml")["organisation"], *table("id/offices.toml")["acting"]]
    offices = {
        form.casefold(): entry["en"].removeprefix("the ").removesuffix(" for").casefold()
        for entry in entries
        for form in (entry["full"], *entry.get("short", ()))
    }
    compared = 0
    for term in terms():
        for form in term.forms:
            if form.casefold() in offices:
                compared += 1
                assert term.en.casefold().startswith(offices[form.casefold()]), (form, term.en)
    assert compared > 20


@given(st.text(max_size=200))
def test_any_text_has_terms_or_none(text: str) -> None:
    found = terms_in(text)
    assert len(found) == len({term.id for term in found})


def test_a_long_text_takes_time_in_proportion() -> None:
    text = "Netralitas ASN dan kepala desa pada hari itu. " * 4000
    terms_in(text)
    start = time.perf_counter()
    terms_in(text)
    assert time.perf_counter() - start < 2
