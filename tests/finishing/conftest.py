"""One small pack, built once, that the tests verify, change and print."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from briefing.model.pack import Bilingual, Origin, Translation
from briefing.rendering.attachments import attachments
from briefing.rendering.fill import make_document
from briefing.rendering.pdf.render import render
from briefing.rendering.profiles import folders
from tests.factories import seeds_pack

if TYPE_CHECKING:
    from briefing.model.pack import Pack

REVIEWED = Translation(text="Pati Regency: what is allowed", origin=Origin.REVIEWED, reviewer="Siti Aminah", date=date(2024, 11, 2))
LEAD = Bilingual(id="Jumani berbicara tentang politik.", en=Translation(text="Jumani spoke of politics.", origin=Origin.COMPOSED))
TOLD = Bilingual(id="Berbicara tentang netralitas.", en=Translation(text="Speaks of neutrality.", origin=Origin.COMPOSED))
SECTIONS = ("cover", "summary", "rules", "law", "speakers", "articles", "glossary", "lapor", "sources")


def of_articles(pack: Pack, *numbers: int) -> Pack:
    """Return the pack with these articles alone, under the numbers that they have."""
    rules = tuple(rule for rule in pack.rules if rule.references[0].article in numbers)
    return replace(
        pack,
        articles=tuple(article for article in pack.articles if article.number in numbers),
        people=tuple(person for person in pack.people if person.references[0].article in numbers),
        rules=rules,
        points=tuple(point for point in pack.points if point.references[0].article in numbers),
        law=tuple(row for row in pack.law if row.references[0].article in numbers),
        figures=(("articles", len(numbers)), ("speakers", 3), ("direct_quotes", 9), ("instruments", 1)),
    )


@pytest.fixture(scope="package")
def pack() -> bytes:
    """Return a pack of two seeds made by hand: one quote shortened, one title reviewed, one quote without English, two that are told of alike."""
    made = replace(of_articles(seeds_pack(), 1, 5), sections=SECTIONS)
    first, last = made.articles
    quote = first.quotes[0]
    head, tail = quote.text.id.split(", kita memiliki", 1)
    short = replace(quote, text=replace(quote.text, id=f"{head} [...] {tail.strip()}"))
    first = replace(first, title=Bilingual(id=first.title.id, en=REVIEWED), quotes=(short, *first.quotes[1:]))
    alike = tuple(replace(quote, text=replace(quote.text, en=None), told=TOLD) for quote in last.quotes[:2])
    first = replace(first, lead=(LEAD,), quotes=(replace(first.quotes[0], cue="tegas"), *first.quotes[1:]))
    made = replace(made, articles=(first, replace(last, quotes=(*alike, *last.quotes[2:]))))
    when = datetime.combine(date.fromisoformat(last.published or last.event_date or ""), datetime.min.time(), UTC)
    when = max(when, datetime.combine(date.fromisoformat(first.event_date or ""), datetime.min.time(), UTC))
    document = make_document(made, folders("bawaslu"))
    return render(document, when=when, attachments=attachments(made, document.english)).pdf
