"""The English of a pack."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from briefing.editing.build import make_pack
from briefing.editing.propose import propose
from briefing.model.pack import Bilingual, Origin, Pack, Translation
from briefing.settings import Settings
from briefing.translating.memory import fold, shipped
from briefing.translating.translate import map_blocks, translate
from tests.editing.making import JUMANI, article, findings

if TYPE_CHECKING:
    from briefing.model.finding import Speaker

RULE = "ASN dilarang ikut politik uang pasangan calon"
ENGLISH = Translation(text="Civil servants may not join a campaign.", origin=Origin.PROJECT)


def pack(*speakers: Speaker) -> Pack:
    of = article(f"Soal politik uang: “{RULE},” ujarnya.", f"{RULE}, kata dia lagi.", title="Netralitas ASN", place="Kabupaten Pati")
    found = findings(of, quotes=(("direct", RULE, "s1"),), rules=((("prohibition",), RULE, "s1"),), speakers=speakers or (JUMANI,))
    draft, _ = propose([found], ["a.txt"], Settings())
    return make_pack(draft, version="0", law_as_of=date(2026, 11, 25))


def blocks(record: object) -> list[tuple[str, Bilingual]]:
    found: list[tuple[str, Bilingual]] = []

    def keep(block: Bilingual, owner: type, field: str) -> Bilingual:
        found.append((f"{owner.__name__}.{field}", block))
        return block

    map_blocks(record, keep)
    return found


def test_offices_places_and_institutions_come_from_the_catalogue() -> None:
    done = translate(pack(), {})
    (person,) = done.people
    assert person.office
    assert person.office.en == Translation(text="Regional Secretary of Pati Regency", origin=Origin.CATALOGUE)
    assert person.organisation_en == "Pati Regency Government"
    assert done.articles[0].place
    assert done.articles[0].place.en == Translation(text="Pati Regency", origin=Origin.CATALOGUE)


def test_an_office_that_the_catalogue_does_not_know_has_no_english() -> None:
    (person,) = translate(pack(replace(JUMANI, office="Pengulu Nagari")), {}).people
    assert person.office == Bilingual(id="Pengulu Nagari")


def test_the_memory_gives_exactly_the_passages_that_it_holds() -> None:
    done = translate(pack(), {fold(f"“{RULE}.”"): ENGLISH})
    assert done.articles[0].quotes[0].text.en == ENGLISH
    assert done.rules[0].text.en == ENGLISH
    assert done.articles[0].title.en is None


def test_a_part_of_a_remembered_sentence_gets_no_english() -> None:
    assert translate(pack(), {fold(f"{RULE}, kata dia lagi."): ENGLISH}).rules[0].text.en is None


def test_english_that_stands_there_already_stays() -> None:
    mine = Translation(text="Mine.", origin=Origin.REVIEWED, reviewer="Siti", date=date(2026, 11, 2))
    first = pack()
    given = replace(first, rules=tuple(replace(rule, text=replace(rule.text, en=mine)) for rule in first.rules))
    assert translate(given, {fold(RULE): ENGLISH}).rules[0].text.en == mine


def test_the_articles_get_their_facts() -> None:
    assert [fact.key for fact in translate(pack(), {}).articles[0].facts] == ["who", "where"]


def test_every_block_of_the_pack_is_reached() -> None:
    assert {place for place, _ in blocks(translate(pack(), {}))} == {
        "Pack.title",
        "Pack.deck",
        "Pack.audience",
        "PackArticle.title",
        "PackArticle.lead",
        "PackArticle.place",
        "Fact.value",
        "KeyQuote.text",
        "KeyQuote.told",
        "Person.office",
        "Point.text",
        "RuleItem.text",
        "Term.term",
        "Term.explanation",
        "LawNote.text",
        "SanctionStep.text",
        "SanctionStep.grounds",
        "SanctionStep.act",
    }


def test_translating_changes_no_indonesian() -> None:
    ours = {"Fact.value", "KeyQuote.told", "PackArticle.lead"}
    before = [block.id for place, block in blocks(pack()) if place not in ours]
    assert [block.id for place, block in blocks(translate(pack(), shipped())) if place not in ours] == before


def test_translating_twice_changes_nothing() -> None:
    once = translate(pack(), shipped())
    assert translate(once, shipped()) == once
