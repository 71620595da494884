"""The pack of the five sample articles, from their files to its English, beside the hand annotation of them."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from briefing.editing.build import make_pack
from briefing.editing.propose import propose
from briefing.finding.find import find
from briefing.lexicon import law
from briefing.model.pack import Bilingual, Origin, Pack
from briefing.model.span import paragraph_spans
from briefing.reading.read import read, texts
from briefing.settings import Settings
from briefing.translating.memory import fold, shipped
from briefing.translating.translate import map_blocks, translate

ROOT = Path(__file__).parents[2]
GOLD = ROOT.parent / "shared" / "gold" / "seeds.json"
needs_gold = pytest.mark.skipif(not GOLD.exists(), reason="the hand annotation is not beside this checkout")


@pytest.fixture(scope="module")
def pack() -> Pack:
    """The pack of the five sample articles with its English."""
    files = sorted((ROOT / "seeds").glob("*.txt"))
    findings = [find(read(text)) for file in files for text in texts(file.read_bytes(), file.name)]
    draft, problems = propose(findings, [file.name for file in files], Settings())
    assert problems == ()
    return translate(make_pack(draft, version="0", law_as_of=law.as_of()), shipped())


@pytest.fixture(scope="module")
def gold() -> list[dict[str, Any]]:
    """The hand annotation, an entry for each article."""
    articles: list[dict[str, Any]] = json.loads(GOLD.read_text(encoding="utf-8"))["articles"]
    return articles


def blocks(pack: Pack) -> list[tuple[str, Bilingual]]:
    found: list[tuple[str, Bilingual]] = []

    def keep(block: Bilingual, owner: type, field: str) -> Bilingual:
        found.append((f"{owner.__name__}.{field}", block))
        return block

    map_blocks(pack, keep)
    return found


def test_the_cover_says_what_the_pack_is_about(pack: Pack) -> None:
    assert pack.title.id == "Netralitas ASN dan Kepala Desa dalam Pilkada dan Pemilu"
    assert pack.deck.id.startswith("Lima artikel berita, 25 Juni sampai 23 Oktober 2024:")
    assert dict(pack.figures) == {"articles": 5, "speakers": 8, "direct_quotes": 18, "instruments": 2}


def test_every_passage_stands_in_the_paragraph_that_is_named(pack: Pack) -> None:
    paragraphs = [[span.of(article.text) for span in paragraph_spans(article.text)] for article in pack.articles]
    for number, article in enumerate(pack.articles):
        assert all(quote.text.id in paragraphs[number][quote.reference.paragraph - 1] for quote in article.quotes)
        assert all(text.id in paragraphs[number][place - 1] for text, place in article.summary)
    items = [(item.text.id, item.references[0]) for item in pack.rules if not item.statement]
    items += [(item.example.text.id, item.example.reference) for item in pack.rules if item.example]
    items += [(item.text.id, item.references[0]) for item in pack.points if not item.code]
    assert items
    for words, place in items:
        assert words in paragraphs[place.article - 1][place.paragraph - 1]


def test_the_spreads_are_full(pack: Pack) -> None:
    assert all(2 <= len(article.quotes) <= 5 and 3 <= len(article.summary) <= 4 for article in pack.articles)
    assert 5 <= len(pack.points) <= 6


def test_two_people_who_share_a_first_name_stay_two(pack: Pack) -> None:
    assert {"Edy Supriyanta", "Edy Sujatmiko"} <= {person.name for person in pack.people}


def test_every_speaker_has_an_office_in_english_and_a_place(pack: Pack) -> None:
    assert all(person.office and person.office.en and person.references for person in pack.people)


def test_the_pack_says_where_each_block_of_english_comes_from(pack: Pack) -> None:
    origins = Counter((place, block.origin) for place, block in blocks(pack))
    assert {origin for _, origin in origins} <= {Origin.CATALOGUE, Origin.COMPOSED, Origin.PROJECT}
    assert all(block.origin == Origin.COMPOSED for place, block in blocks(pack) if place == "Fact.value")


@needs_gold
def test_every_quote_that_carries_a_core_rule_is_selected(pack: Pack, gold: list[dict[str, Any]]) -> None:
    for article, annotated in zip(pack.articles, gold, strict=True):
        selected = {fold(quote.text.id) for quote in article.quotes}
        assert {fold(quote["text"]) for quote in annotated["direct_quotes"] if quote["carries_core_rule"]} <= selected


@needs_gold
def test_all_speakers_are_there_with_their_offices_in_full(pack: Pack, gold: list[dict[str, Any]]) -> None:
    expected = {(speaker["name"], speaker["office"]) for article in gold for speaker in article["speakers"]}
    assert {(person.name, person.office.id if person.office else None) for person in pack.people} == expected


@needs_gold
def test_no_furniture_of_a_page_is_printed(pack: Pack, gold: list[dict[str, Any]]) -> None:
    printed = "\n".join(block.id for _, block in blocks(pack))
    assert not [text for article in gold for text in article["must_not_appear"] if text in printed]
