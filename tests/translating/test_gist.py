"""The gist of words without a translation: a report of the statements that they make, and never more than these."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from briefing.editing.build import make_pack
from briefing.editing.propose import propose
from briefing.lexicon.points import Point, points
from briefing.model.pack import Origin, Pack, Translation
from briefing.settings import Settings
from briefing.translating.gist import gist, gists, said
from briefing.translating.memory import fold
from briefing.translating.translate import translate
from tests.editing.making import article, findings

SAID = "Bapak Ibu silakan memakai hak pilih, asal jangan berpihak"
SENTENCE = "Pegawai diminta tidak terlibat politik praktis, demikian disampaikan di hadapan ratusan peserta sosialisasi di pendapa kabupaten."
GIST = "Says that civil servants may not take sides in elections and that civil servants still have the right to vote."


def pack(*quote_points: str, silent: bool = False) -> Pack:
    of = article(f"“{SAID},” ujarnya.", SENTENCE)
    found = findings(of, quotes=(("direct", SAID, "s1"),), rules=((("prohibition",), SENTENCE, "s1"),))
    found = replace(
        found,
        quotes=tuple(replace(quote, points=quote_points) for quote in found.quotes),
        rules=tuple(replace(rule, points=("no-practical-politics",)) for rule in found.rules),
    )
    draft, _ = propose([found], ["a.txt"], Settings())
    draft = replace(draft, english=((SAID, None),)) if silent else draft
    return make_pack(draft, version="0", law_as_of=date(2026, 11, 25))


def test_a_quote_without_a_translation_gets_its_gist() -> None:
    done = translate(pack("take-no-side", "right-to-vote"), {})
    assert done.articles[0].quotes[0].text.en == Translation(text=GIST, origin=Origin.GIST)


def test_a_translation_is_better_than_a_gist() -> None:
    known = Translation(text="Do vote, and take no side.", origin=Origin.PROJECT)
    assert translate(pack("take-no-side"), {fold(SAID): known}).articles[0].quotes[0].text.en == known


@pytest.mark.parametrize("made", [(), ("hear-vision-mission",)], ids=["no statement", "what may only be quoted"])
def test_words_that_make_no_statement_have_no_gist(made: tuple[str, ...]) -> None:
    assert translate(pack(*made), {}).articles[0].quotes[0].text.en is None


def test_words_for_which_the_officer_wants_no_english_have_no_gist() -> None:
    assert translate(pack("take-no-side", silent=True), {}).articles[0].quotes[0].text.en is None


def test_a_sentence_of_the_summary_has_the_gist_of_the_rule_that_it_states() -> None:
    summary = translate(pack(), {}).articles[0].summary
    assert [(block.id, block.en) for block, _ in summary] == [
        (SENTENCE, Translation(text="Asks that civil servants not be involved in partisan politics.", origin=Origin.GIST))
    ]


def test_words_of_an_article_on_other_matters_have_no_gist() -> None:
    said, on = (
        "Layani dengan integritas dan patuhi aturan",
        "Pegawai diminta menjaga integritas dan mematuhi aturan demi pelayanan yang baik di kabupaten itu setiap hari.",
    )
    found = findings(article(f"“{said},” ujarnya.", on), quotes=(("direct", said, "s1"),), rules=((("duty",), on, "s1"),))
    found = replace(
        found,
        quotes=tuple(replace(quote, points=("professional-integrity",)) for quote in found.quotes),
        rules=tuple(replace(rule, points=("obey-rules",)) for rule in found.rules),
    )
    draft, _ = propose([found], ["a.txt"], Settings())
    done = translate(make_pack(draft, version="0", law_as_of=date(2026, 11, 25)), {}).articles[0]
    assert not [block.en for block in (done.quotes[0].text, *(block for block, _ in done.summary)) if block.en]


@pytest.mark.parametrize("known", [known for known in points() if known.said_id or known.said_en], ids=lambda known: known.id)
def test_a_statement_is_reported_in_both_languages_and_not_at_more_length(known: Point) -> None:
    assert known.said_id
    assert known.said_en
    assert (len(known.said_id) < len(known.statement_id), len(known.said_en) < len(known.statement_en)) == (True, True)
    assert (known.said_id[-1], known.said_en[-1]) == (".", ".")


@pytest.mark.parametrize("known", points(), ids=lambda known: known.id)
def test_no_law_and_no_figure_is_put_into_a_mouth(known: Point) -> None:
    words = said(known.id)
    counted = r"|\btujuh|\bseven|\bbulan\b|\bmonths?\b" if known.id != "report-seven-days" else ""  # which nobody makes without the seven days
    law = (
        r"\d|pasal|article|\bUU|undang|\blaws?\b|\bPP\b|\bSKB|peraturan|regulation|decree|\btahun|\byears?\b|huruf|ayat|denda|\bfine|penjara|imprison"
    )
    assert not re.search(law + counted, f"{words.id} {words.en}", re.IGNORECASE)


def test_what_another_statement_says_too_is_not_said_beside_it() -> None:
    words = gists([("ada sanksi dan pemecatan", ("sanction-exists", "sanction-dismissal")), ("ada sanksi", ("sanction-exists",))], {})
    assert [english.text.count("that ") for english in words.values()] == [1, 1]


def test_several_statements_are_one_sentence() -> None:
    made = {"right-to-vote": "neutral", "bawaslu-supervises": "emphasis", "neutrality-benefits": "neutral"}
    assert gist(made) == (
        "Says that civil servants still have the right to vote, that Bawaslu deals with the neutrality of public officials and that the neutrality of "
        "public officials has benefits."
    )
    assert gist({"stay-neutral": "request", "right-to-vote": "neutral"}) == (
        "Asks that civil servants maintain their neutrality in elections, and says that civil servants still have the right to vote."
    )
    assert gist({}) == ""


@pytest.mark.parametrize(
    ("words", "cue", "made", "english"),
    [
        ("Kami berharap betul ASN bekerja netral", "", ("stay-neutral",), "Hopes that civil servants will maintain their neutrality in elections."),
        ("ASN diharapkan netral", "", ("stay-neutral",), "Hopes that civil servants will maintain their neutrality in elections."),
        ("Bupati mengimbau ASN harus netral", "", ("stay-neutral",), "Asks that civil servants maintain their neutrality in elections."),
        ("Prajurit harus netral", "harapnya", ("tni-polri-neutral",), "Hopes that the security forces will be neutral in elections."),
        ("ASN jangan berpolitik", "pinta", ("no-practical-politics",), "Asks that civil servants not be involved in partisan politics."),
        (
            "Kami berharap itu oknum saja. ASN harus netral",
            "",
            ("stay-neutral",),
            "Says that civil servants must maintain their neutrality in elections.",
        ),
        ("Kami minta Saudara ingat. ASN punya hak pilih", "", ("right-to-vote",), "Says that civil servants still have the right to vote."),
        ("ASN dilarang meminta dukungan", "", ("take-no-side",), "Says that civil servants may not take sides in elections."),
    ],
)
def test_what_is_hoped_or_asked_for_is_no_must(words: str, cue: str, made: tuple[str, ...], english: str) -> None:
    assert gists([(words, made)], {words: cue})[words].text == english


@pytest.mark.parametrize(
    ("words", "cue", "made"),
    [
        ("Tidak ada bagi-bagi apa-apa, tidak ada orasi. Cuma senam", "ujar", "campaign-participation"),  # no duty in it
        ("ASN harus netral", "bantah", "stay-neutral"),
        ("ASN tetap punya hak pilih, tapi simpan sendiri", "ujar", "right-to-vote"),  # half of it
        ("Semoga kerja sama ini berjalan", "ujar", "synergy"),  # hoped, not said
        ("Itu dilarang, ancamannya pidana", "ujar", "no-intimidation"),  # no threat
        ("Kami akan membuka kanal aduan", "ujar", "report-violations"),
        ("Bawaslu jangan takut menindak ASN yang tidak netral", "ujar", "sanction-exists"),  # nobody is punished yet
        ("ASN tidak boleh berpolitik, apalagi di ruang kelas", "ujar", "state-resources"),
        ("Saya mengusulkan sanksi bagi ASN yang tidak netral", "ujar", "sanction-exists"),  # proposed
        ("Sanksi bagi ASN yang tidak netral terlalu ringan", "ujar", "sanction-exists"),
        ("Ikrar ini komitmen kita", "ujar", "pledge"),  # says too little
    ],
)
def test_words_of_which_nothing_can_be_told_have_no_gist(words: str, cue: str, made: str) -> None:
    assert not gists([(words, (made,))], {words: cue})


def test_a_statement_opens_with_a_small_letter_unless_it_opens_with_a_name() -> None:
    for words, english in gists([(f"Harus: {point.id}", (point.id,)) for point in points()], {}).items():
        opening = english.text.removeprefix("Says that ").split()[0]
        assert opening.islower() or opening == "Bawaslu", words
        assert english.text.endswith(".")
        assert "“" not in english.text
