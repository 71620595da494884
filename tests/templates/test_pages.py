"""What the pages of the pack promise, read from the filled templates."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from briefing.model.document import Document, Element
from briefing.model.pack import Bilingual, LawNote, Mention, Origin, Pack, Reference, Translation
from briefing.rendering.fill import make_document
from briefing.rendering.profiles import folders
from tests.factories import one_article_pack, seeds_pack


@cache
def pages(pack: Pack) -> Document:
    return make_document(pack, folders(""))


def section(document: Document, name: str) -> Element:
    return next(section for section in document.sections if section.attributes["id"] == name)


def elements(document: Document, tag: str, kind: str = "") -> list[Element]:
    found = [element for section in document.sections for element in section.walk() if element.tag == tag]
    return [element for element in found if element.kind == kind] if kind else found


def words(element: Element | Document) -> str:
    parts = element.sections if isinstance(element, Document) else (element,)
    return " ".join(part.text for part in parts).replace("\u00a0", " ")


def tags(document: Document) -> Counter[str]:
    return Counter(run.picture for tag in elements(document, "p", "tag") for run in tag.runs if run.picture)


def colophon(document: Document) -> dict[str, int]:
    rows = [row for table in elements(document, "table", "origins") if table.lang == "id" for row in table.children[1:]]
    return {str(row.children[0].children[0].runs[0].picture): int(row.children[1].text) for row in rows}


def with_english(pack: Pack, english: Translation | None) -> Pack:
    """Return the pack with this English on everything that an article says."""

    def said(block: Bilingual) -> Bilingual:
        return Bilingual(id=block.id, en=replace(english, text=block.en.text if block.en else "text") if english else None)

    articles = tuple(
        replace(
            article,
            title=said(article.title),
            facts=tuple(replace(fact, value=said(fact.value)) for fact in article.facts),
            quotes=tuple(replace(quote, text=said(quote.text)) for quote in article.quotes),
            summary=tuple((said(block), paragraph) for block, paragraph in article.summary),
        )
        for article in pack.articles
    )
    rules = tuple(replace(rule, text=said(rule.text)) for rule in pack.rules)
    return replace(pack, articles=articles, rules=rules, points=tuple(replace(point, text=said(point.text)) for point in pack.points))


ORIGINS = {
    Origin.REVIEWED: Translation(text="", origin=Origin.REVIEWED, reviewer="Ani Lestari", date=date(2026, 2, 1)),
    Origin.PROJECT: Translation(text="", origin=Origin.PROJECT),
    Origin.MACHINE: Translation(text="", origin=Origin.MACHINE, engine="Bergamot 1.0"),
    Origin.GIST: Translation(text="", origin=Origin.GIST),
    Origin.NONE: None,
}


@pytest.mark.parametrize("pack", [seeds_pack(), *(with_english(seeds_pack(), english) for english in ORIGINS.values())])
def test_the_colophon_counts_the_tags_that_are_printed(pack: Pack) -> None:
    document = pages(pack)
    counted = colophon(document)

    assert {origin: number for origin, number in counted.items() if origin != "catalogue" and number} == dict(tags(document))


def test_the_colophon_counts_the_blocks_of_the_catalogue() -> None:
    pack = seeds_pack()
    # Title, deck and audience of the cover; the offices; the title of one law and of its successor; the terms.
    assert colophon(pages(pack))["catalogue"] == 3 + len(pack.people) + 2 + len(pack.glossary)


@pytest.mark.parametrize("origin", ORIGINS)
def test_english_stands_in_quotation_marks_only_after_a_person_has_reviewed_it(origin: Origin) -> None:
    document = pages(with_english(seeds_pack(), ORIGINS[origin]))
    english = [quote for quote in elements(document, "blockquote") if quote.lang == "en"]
    marked = [quote for quote in english if "“" in quote.text or "”" in quote.text]

    assert len(english) == (0 if origin is Origin.NONE else 19)
    assert len(marked) == (16 if origin is Origin.REVIEWED else 0)


def test_indonesian_marks_stand_on_direct_speech_alone_and_hold_the_words_of_the_source() -> None:
    pack = seeds_pack()
    quotes = [quote for quote in elements(pages(pack), "blockquote") if quote.lang == "id"]
    expected = [quote for article in pack.articles for kind in ("direct", "indirect") for quote in article.quotes if quote.kind == kind]

    assert [quote.children[0].text for quote in quotes] == [f"“{quote.text.id}”" if quote.kind == "direct" else quote.text.id for quote in expected]


def test_every_quote_names_its_speaker_office_and_paragraph() -> None:
    pack = seeds_pack()
    lines = [words(quote.children[1]) for quote in elements(pages(pack), "blockquote")]

    assert "Jumani, Sekretaris Daerah Kabupaten Pati ¶ 4" in lines
    assert "Mokhamad Sugiarto, S.IP., M.Si., Head of Purwodadi District ¶ 6" in lines


def test_a_quote_without_english_has_the_full_width_its_tag_and_its_terms() -> None:
    article = section(pages(one_article_pack()), "article-1")
    alone = [number for number, block in enumerate(article.children) if block.tag == "blockquote"]

    assert [words(article.children[number].children[-1]) for number in alone] == ["Belum diterjemahkan / Not yet translated"]
    assert [words(block) for block in article.children[alone[-1] :] if block.kind == "note" and block.lang == "en"] == [
        (
            "Istilah di dalamnya / Terms in it: tahapan: election stages; Pilkada: regional head election (Pilkada); "
            "ASN: State Civil Apparatus (ASN), civil servants; kepala desa: village head; pelanggaran: violation"
        )
    ]


def test_no_english_block_of_an_article_is_without_a_tag() -> None:
    """Each quote, and each section of facts, rules and summary sentences, says where its English comes from."""
    document = pages(seeds_pack())

    for quote in elements(document, "blockquote"):
        assert quote.lang == "id" or quote.children[-1].kind == "tag"
    for number in range(1, 6):
        kinds = [element.kind for element in section(document, f"article-{number}").walk() if element.tag == "p"]
        assert kinds.count("tag") >= 4


@pytest.mark.parametrize("name", ["summary", "contents", "rules", "article-1"])
def test_the_tag_of_blocks_that_share_an_origin_stands_below_their_head_and_not_behind_them(name: str) -> None:
    blocks = [block for block in section(pages(seeds_pack()), name).walk() if block.tag in {"h1", "h2", "pair", "table", "ul", "ol"}]
    order = [block.tag if block.kind != "shared" else "shared" for block in blocks]

    assert order.count("shared") == {"article-1": 2, "rules": 5}.get(name, 1)
    for place in (number for number, tag in enumerate(order) if tag == "shared"):
        assert order[place - 1] in {"h1", "h2"}
        assert order[place + 1] == "pair"


def test_rules_stand_under_their_disc_word_for_word_with_who_states_them_and_where() -> None:
    pack = seeds_pack()
    text = words(section(pages(pack), "rules"))

    for rule in pack.rules:
        assert f"{rule.code} {rule.text.id}".strip() in text
    assert "L1 Termasuk tidak terlibat" in text
    assert "Jumani 1 ¶ 8" in text
    assert text.index("Larangan") < text.index("Kewajiban") < text.index("Hak") < text.index("Sanksi") < text.index("Pengertian dan kesepakatan")


def test_a_law_outside_the_catalogue_is_said_to_be_so_with_the_date() -> None:
    text = words(section(pages(seeds_pack()), "law"))

    assert "Surat Keputusan Bersama tahun 2022" in text
    assert "tidak ada dalam katalog (per 25 November 2026)" in text
    assert "not in the catalogue (as at 25 November 2026)" in text


def test_what_is_printed_and_what_the_catalogue_calls_it_stand_apart() -> None:
    rows = [row for row in section(pages(seeds_pack()), "law").walk() if row.tag == "tr"][1:3]
    printed, _, title = rows[0].children[1].children
    (english,) = rows[1].children[1].children

    assert (printed.text, printed.runs[0].bold) == (seeds_pack().law[0].printed, True)
    assert title.text == "Judul dalam katalog: Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara"
    assert english.text == "Title in the catalogue: Law No. 5 of 2014 on the State Civil Apparatus"
    assert not any(run.bold for run in (*title.runs, *english.runs))


def test_each_mention_of_a_law_stands_with_its_own_places() -> None:
    pack = seeds_pack()
    other = Mention(printed="UU ASN Pasal 9", references=(Reference(article=2, paragraph=5),))
    row = section(pages(replace(pack, law=(replace(pack.law[0], others=(other,)),))), "law")
    cell = [node for node in row.walk() if node.tag == "tr"][1].children[1]

    assert [block.text for block in cell.children[2:4]] == ["UU ASN Pasal 9", "2 ¶ 5"]
    assert "2 ¶ 5" not in cell.children[1].text


def test_the_notes_of_the_laws_stand_below_the_table_with_the_numbers_of_their_rows() -> None:
    pack = seeds_pack()
    press = LawNote(text=Bilingual(id="Catatan pers.", en=Translation(text="A note of the press.", origin=Origin.CATALOGUE)), source="contoh.id")
    fault = LawNote(code="angka-for-ayat", references=(Reference(article=2, paragraph=5),))
    found = section(pages(replace(pack, law=(replace(pack.law[0], notes=(press, fault)),), bodies=(press,))), "law")
    notes, english = (node for node in found.walk() if node.tag == "ol")
    rows = [row for row in found.walk() if row.tag == "tr"]

    assert [row.children[-1].text for row in rows] == ["Catatan Note", "1, 2", "1, 2"]
    assert notes.children[0].text == "Catatan pers. [pers: contoh.id]"
    assert notes.children[1].text.endswith("disebut “ayat”. 2 ¶ 5")
    assert english.children[0].text == "A note of the press. [press: contoh.id]"
    assert found.children[-1].text.startswith("Catatan pers.")


def test_a_check_without_notes_has_no_column_for_them() -> None:
    rows = [row for row in section(pages(seeds_pack()), "law").walk() if row.tag == "tr"]

    assert {len(row.children) for row in rows} == {5}


def test_a_repealed_law_shows_both_days_and_its_successor() -> None:
    table = section(pages(seeds_pack()), "law")
    row = next(row for row in table.walk() if row.tag == "tr" and row.kind == "more" and "Law No. 5 of 2014" in row.text)

    assert [cell.text for cell in row.children[2:]] == [
        "repealed 25 June 2024",
        "repealed 31 October 2023",
        "Law 20/2023 on the State Civil Apparatus",
    ]


@pytest.mark.parametrize("profile", ["", "bawaslu", "pemkab"])
def test_every_page_opens_alike_with_a_kicker_or_with_the_letterhead(profile: str) -> None:
    sections = [found for found in make_document(seeds_pack(), folders(profile)).sections if found.kind != "cover"]
    openings = [next(part for part in found.walk() if part.tag == "p" or part.kind == "letterhead") for found in sections]

    assert {opening.kind for opening in openings} <= {"kicker", "letterhead"}


def test_what_the_source_does_not_say_is_named_in_one_line() -> None:
    lines = [words(line) for line in elements(pages(seeds_pack()), "p", "meta")]

    assert lines[0] == "Sumber, penulis, terbit, tautan artikel: tidak disebutkan."
    assert lines[3] == "Author: Jennifer Agustia. Published: 23 October 2024. Source, link to the article: not stated."


def test_an_article_without_a_direct_quote_says_so() -> None:
    pack = one_article_pack()
    quoteless = replace(pack, articles=(replace(pack.articles[0], quotes=(), rules=(), summary=(), facts=()),))

    assert "Artikel ini tidak memuat kutipan langsung." in words(section(pages(quoteless), "article-1"))


def test_a_pack_that_a_person_approved_is_no_draft() -> None:
    pack = replace(seeds_pack(), approved_by="Ani Lestari", approved_on=date(2026, 11, 26))
    document = pages(pack)

    assert "draft" in pages(seeds_pack()).furniture
    assert "draft" not in document.furniture
    assert "DRAF" not in words(document)
    assert "Ani Lestari" in words(section(document, "cover"))
    assert "26 November 2026" in words(section(document, "sources"))


def test_an_empty_pack_of_one_article_still_fills_its_pages() -> None:
    pack = one_article_pack()
    bare = replace(pack.articles[0], place=None, event_date=None, facts=(), quotes=(), rules=(), summary=())
    document = pages(replace(pack, articles=(bare,), people=(), points=(), rules=(), law=(), glossary=()))

    assert "Paket ini tidak memuat aturan." in words(document)
    assert "Paket ini tidak memuat peraturan yang bernama atau bernomor." in words(document)


def test_a_pack_of_forty_articles_leaves_the_squares_out() -> None:
    pack = seeds_pack()
    articles = tuple(replace(pack.articles[index % 5], number=index + 1) for index in range(40))
    document = pages(replace(pack, articles=articles))
    pictures = [run.picture or "" for section in document.sections for element in section.walk() for run in element.runs]

    assert not any(picture.startswith(("made-", "unmade-")) for picture in pictures)
    assert "40 artikel" in words(section(document, "summary"))
