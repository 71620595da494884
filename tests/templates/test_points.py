"""The pages that are made of statements: what stands beside each, and that the summary and the sheet of dos and don'ts are one page each."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING

import pytest

from briefing.lexicon.points import points
from briefing.model.pack import Bilingual, Ground, Pack, Point, Reference
from briefing.rendering.fill import make_document
from briefing.rendering.pdf.render import render
from briefing.rendering.pdf.theme import theme
from briefing.rendering.profiles import folders
from tests.editing.kit import rule
from tests.factories import one_article_pack, seeds_pack

if TYPE_CHECKING:
    from briefing.model.document import Document
    from briefing.model.pack import RuleItem
    from briefing.rendering.pdf.theme import Paper

SENTENCES = re.compile(r"(?<=\.) (?=[A-Z“])")
PRINTED = [known.id for known in points() if known.status != "quote-only" and known.type != "definition"]
PEOPLE = [person.id for person in seeds_pack().people]


def document(pack: Pack, *sections: str, languages: tuple[str, ...] = ("id", "en")) -> Document:
    return make_document(replace(pack, sections=sections, languages=languages), folders(""))


def words(pack: Pack, *sections: str) -> str:
    return " ".join(section.text for section in document(pack, *sections).sections).replace("\u00a0", " ")


def pack_of(*rules: RuleItem) -> Pack:
    return replace(seeds_pack(), rules=rules, points=())


@cache
def full_pack() -> Pack:
    """Return a pack that makes every statement in all its articles, on whose summary stand the longest, and with many changes in law."""
    places = tuple(Reference(article=article, paragraph=paragraph, person=PEOPLE[article]) for article in range(1, 6) for paragraph in (3, 14, 25))
    rules = tuple(rule(name, *places, number=number) for number, name in enumerate(PRINTED, 1))
    long = sorted((made for made in rules if made.statement and made.code), key=lambda made: -len(made.statement.short.id) if made.statement else 0)
    told = tuple(Point(text=made.statement.short, references=places, code=made.code, view=True) for made in long[:6] if made.statement)
    (row,) = (row for row in seeds_pack().law if row.replaced_on)
    rows = tuple(replace(row, printed=f"Undang-Undang Nomor {number} Tahun 2014") for number in range(1, 10))
    return replace(seeds_pack(), rules=rules, points=told, law=rows)


def pages_of(pack: Pack, paper: Paper, *sections: str, languages: tuple[str, ...] = ("id", "en")) -> int:
    done = render(document(pack, *sections, languages=languages), when=datetime(2026, 1, 1, tzinfo=UTC), attachments=(), theme=theme(paper))
    return done.pages


@pytest.mark.parametrize("languages", [("id", "en"), ("id",)])
@pytest.mark.parametrize("paper", ["A4", "F4"])
@pytest.mark.parametrize("section", ["summary", "boleh"])
def test_summary_and_sheet_are_one_page_however_much_is_said(paper: Paper, section: str, languages: tuple[str, ...]) -> None:
    assert pages_of(full_pack(), paper, section, languages=languages) == 1


def test_the_summary_says_how_many_changes_and_places_it_leaves_out() -> None:
    text = words(full_pack(), "summary", "rules")
    assert "dan 5 tempat lain" in text
    assert "perubahan lain ada dalam Cek regulasi." in text
    assert "more changes are in the Regulation check." in text


def test_each_statement_of_the_closed_set_is_printed_with_its_note_and_its_basis() -> None:
    text = words(full_pack(), "rules")
    for made in full_pack().rules:
        assert made.statement
        for block in (made.text, *(ground.text for ground in made.statement.grounds)):
            assert block.en
            assert block.id in text
            assert block.en.text in text
        if made.statement.note and made.statement.note.en:
            for note in (made.statement.note.id, made.statement.note.en.text):
                assert all(sentence in text for sentence in SENTENCES.split(note))


def test_a_view_is_labelled_on_every_page_on_which_it_stands() -> None:
    made = rule("right-to-vote")
    pack = pack_of(made)
    assert made.statement
    pack = replace(
        pack,
        points=(Point(text=made.statement.short, references=made.references, code=made.code, view=True),),
        articles=(replace(pack.articles[0], rules=((made.code, 2),)),),
    )
    for section, label in (
        ("summary", "Menurut pembicara."),
        ("rules", "Menurut pembicara."),
        ("boleh", "menurut pembicara"),
        ("articles", "Menurut pembicara:"),
    ):
        assert label in words(pack, section), section
    for section in ("summary", "rules", "boleh", "articles"):
        assert "s stated by speakers" in words(pack, section), section


def test_what_the_law_says_is_no_view() -> None:
    made = rule("village-party-officer")
    assert "enurut pembicara." not in words(pack_of(made), "rules")
    assert "UU 6/2014 Pasal 29 huruf g (kepala desa)" in words(pack_of(made), "rules")


def test_a_basis_names_elections_the_press_its_end_and_its_doubt() -> None:
    made = rule("village-party-officer")
    assert made.statement
    ground = Ground(
        text=Bilingual(id="UU 1/2000 Pasal 2"), election="pilkada", binds=("asn", "tni"), source="berita.id", until=date(2020, 3, 1), doubted=True
    )
    made = replace(made, statement=replace(made.statement, grounds=(ground,)))
    said = "UU 1/2000 Pasal 2 (Pilkada: ASN, TNI; sampai 29 Februari 2020; status kini belum dipastikan) [pers: berita.id]"
    assert said in words(pack_of(made), "rules")
    assert "UU 1/2000 Pasal 2 (sampai 29 Februari 2020; status kini belum dipastikan) [pers: berita.id]" in words(pack_of(made), "boleh")


def test_in_how_many_articles_is_said_only_where_there_are_several() -> None:
    place = Reference(article=1, paragraph=2, person=PEOPLE[0])
    made = rule("stay-neutral", place, replace(place, article=3))
    assert "Disebut dalam 2 dari 5 artikel: Jumani 1 ¶ 2; 3 ¶ 2" in words(pack_of(made), "rules")
    assert "In 2 of 5 articles: Jumani 1 ¶ 2; 3 ¶ 2" in words(pack_of(made), "rules")
    assert "Disebut dalam" not in words(replace(one_article_pack(), rules=(rule("stay-neutral", place),)), "rules")


def test_what_is_only_a_view_is_quoted_as_one() -> None:
    view = replace(seeds_pack().rules[0], view=True)
    assert "Pandangan pembicara, bukan aturan." in words(pack_of(view), "rules")


def test_a_pack_without_statements_has_no_sheet_and_no_entry_for_it() -> None:
    assert document(seeds_pack(), "boleh", "rules").sections[0].attributes["id"] == "rules"
    assert "Boleh dan jangan" not in words(seeds_pack(), "contents", "boleh")
    assert "Boleh dan jangan" in words(full_pack(), "contents", "boleh")


def test_the_sheet_takes_from_all_columns_and_says_that_there_are_others() -> None:
    text = words(full_pack(), "boleh")
    assert "Ini yang paling banyak disebut; selebihnya ada dalam Aturan menurut jenis." in text
    assert "selebihnya" not in words(pack_of(rule("stay-neutral")), "boleh")
    assert all(head in text for head in ("Boleh", "Lakukan", "Jangan", "You may", "Do not"))


def test_each_article_names_its_statements_in_short() -> None:
    made = rule("take-no-side")
    pack = pack_of(made)
    pack = replace(pack, articles=(replace(pack.articles[0], rules=((made.code, 2),)),))
    assert "L1 Jangan berpihak kepada calon atau partai ¶ 2" in words(pack, "articles")
