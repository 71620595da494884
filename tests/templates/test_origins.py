"""Each English block of a page says where it comes from, whatever the mixture: the tag of an origin stands if and only if a block is of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.pack import Bilingual, KeyQuote, Origin, Pack, Translation
from briefing.rendering.fill import make_document
from briefing.rendering.profiles import folders
from tests.factories import one_article_pack

if TYPE_CHECKING:
    from briefing.model.document import Document, Element

PACK = replace(one_article_pack(), sections=("articles", "sources"))
ENGLISH = {
    Origin.REVIEWED: Translation(text="Reviewed words.", origin=Origin.REVIEWED, reviewer="Ani Lestari", date=date(2026, 2, 1)),
    Origin.PROJECT: Translation(text="Project words.", origin=Origin.PROJECT),
    Origin.MACHINE: Translation(text="Machine words.", origin=Origin.MACHINE, engine="Bergamot 1.0"),
    Origin.GIST: Translation(text="Says that it is so.", origin=Origin.GIST),
}
TOLD = Bilingual(id="Berbicara tentang netralitas.", en=Translation(text="Speaks of neutrality.", origin=Origin.COMPOSED))
LEAD = Bilingual(id="Jumani berbicara tentang netralitas.", en=Translation(text="Jumani spoke of neutrality.", origin=Origin.COMPOSED))


def of_origin(quote: KeyQuote, origin: Origin) -> KeyQuote:
    told = TOLD if origin is Origin.COMPOSED else None
    return replace(quote, text=Bilingual(id=quote.text.id, en=ENGLISH.get(origin)), told=told, cue="tegas")


def with_origins(origins: tuple[Origin, ...], *, lead: bool) -> Pack:
    article = PACK.articles[0]
    quotes = tuple(of_origin(quote, origins[number % len(origins)]) for number, quote in enumerate(article.quotes))
    title = Bilingual(id="Judul", en=Translation(text="Title", origin=Origin.CATALOGUE))
    return replace(PACK, articles=(replace(article, title=title, quotes=quotes, facts=(), summary=(), lead=(LEAD,) if lead else ()),))


def elements(document: Document, tag: str) -> list[Element]:
    return [element for section in document.sections for element in section.walk() if element.tag == tag]


def tag_of(element: Element) -> str:
    return next((str(run.picture) for part in element.walk() if part.kind == "tag" for run in part.runs if run.picture), "")


@settings(max_examples=20, deadline=None)
@given(origins=st.lists(st.sampled_from([*ENGLISH, Origin.COMPOSED, Origin.NONE]), min_size=1, max_size=6).map(tuple), lead=st.booleans())
def test_the_tag_of_an_origin_stands_if_and_only_if_a_block_is_of_it(origins: tuple[Origin, ...], *, lead: bool) -> None:
    pack = with_origins(origins, lead=lead)
    document = make_document(pack, folders(""))
    quotes = pack.articles[0].quotes
    printed = Counter(tag_of(element) for element in elements(document, "blockquote") if element.lang == "en")

    assert printed == Counter(quote.english.origin.value for quote in quotes if quote.english.en)
    for element in elements(document, "blockquote"):
        if element.lang == "en":
            assert ("“" in element.text) == (tag_of(element) == "reviewed" and "Reviewed" in element.text and element.kind == "direct")
    tags = {tag_of(element) for element in elements(document, "p") if element.kind == "tag"} - {""}
    assert tags == {quote.english.origin.value for quote in quotes} | ({"composed"} if lead else set())


@settings(max_examples=12, deadline=None)
@given(origin=st.sampled_from([*ENGLISH, Origin.COMPOSED, Origin.NONE]))
def test_the_verb_stands_beside_the_words_and_not_beside_a_report_of_them(origin: Origin) -> None:
    pack = with_origins((origin,), lead=False)
    lines = [part for quote in elements(make_document(pack, folders("")), "blockquote") for part in quote.walk() if part.kind == "who"]
    direct = [quote for quote in pack.articles[0].quotes if quote.kind == "direct"]
    verbs = Counter(
        "tegas" if line.text.startswith("tegas ") else "stressed" for line in lines if line.text.startswith("tegas ") or "stressed" in line.text
    )

    assert verbs["tegas"] == len(direct)
    assert verbs["stressed"] == (len(direct) if origin in {Origin.REVIEWED, Origin.PROJECT, Origin.MACHINE} else 0)


def test_the_same_pack_makes_the_same_pages() -> None:
    pack = with_origins((Origin.COMPOSED, Origin.GIST, Origin.NONE), lead=True)
    assert make_document(pack, folders("")) == make_document(pack, folders(""))
