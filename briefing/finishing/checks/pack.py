"""pack.json beside the pages and the attached texts: it says what the pages say, and its verbatim words stand where it says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.finishing.checks.quotes import ARTICLE
from briefing.finishing.words import apart, folded, most_alike, nearest, short
from briefing.model.problem import Problem
from briefing.rendering.wording import Wording, day, english, fingerprint, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.finishing.opened import Opened, Section
    from briefing.model.pack import Bilingual, LawNote, Pack, PackArticle, Reference, RuleItem


SENTENCE_END: Final = re.compile(r"(?<=\.)\s+")


class Expected(NamedTuple):
    """Words of pack.json that stand in a section of the pages; `whole`: as a paragraph of their own."""

    section: str
    words: str
    whole: bool = False


class Verbatim(NamedTuple):
    """Words that pack.json gives as those of an article, and where."""

    words: str
    places: tuple[Reference, ...]


def check(opened: Opened) -> Iterator[Problem]:
    """Check what pack.json says against the pages and the attached texts."""
    if not opened.content:
        return
    pack = opened.content.pack
    for expected in dict.fromkeys(expectations(pack)):
        section = opened.sections.get(expected.section)
        if section and not _stands(expected, section):
            yield _missing(expected, section)
    if any(ARTICLE.fullmatch(name) for name in opened.sections):
        for article in pack.articles:
            if f"article-{article.number}" not in opened.sections:
                yield Problem(code="pages-lack", arguments={"section": f"article-{article.number}", "text": short(article.title.id)})
    for verbatim in dict.fromkeys(verbatims(pack)):
        yield from _in_source(verbatim, opened)
    for article in pack.articles:
        yield from _citations(article)
    if dict(pack.figures).get("articles", len(pack.articles)) != len(pack.articles) or len(opened.sources) != len(pack.articles):
        stated = f"{dict(pack.figures).get('articles', 0)}, {len(pack.articles)}"
        yield Problem(code="articles-counted", arguments={"found": len(opened.sources), "expected": stated})


def verbatims(pack: Pack) -> Iterator[Verbatim]:
    """Yield what the pack copies from articles: quotes, sentences, rules in their own words, examples, and laws as they are printed."""
    for article in pack.articles:
        yield from (Verbatim(quote.text.id, (quote.reference,)) for quote in article.quotes)
    for rule in pack.rules:
        if rule.example:
            yield Verbatim(rule.example.text.id, (rule.example.reference,))
        if not rule.statement:
            yield Verbatim(rule.text.id, rule.references)
    yield from (Verbatim(point.text.id, point.references) for point in pack.points if not point.code)
    yield from (Verbatim(mention.printed, mention.references) for row in pack.law for mention in row.mentions)


def expectations(pack: Pack) -> Iterator[Expected]:
    """Yield what each section of the pages says, in the words of pack.json."""
    yield from _cover(pack)
    yield from _people(pack)
    yield from _law(pack)
    yield from _sources(pack)
    wording = Wording(pack, {})
    for point in pack.points:
        yield from _both("summary", point.text, pack)
    for _, number in pack.figures:
        yield Expected("summary", str(number), whole=True)
    for rule in pack.rules:
        yield from _rule(rule, pack, wording)
    for article in pack.articles:
        yield from _article(article, pack)
    for term in pack.glossary:
        yield from _both("glossary", term.term, pack)
    for case in pack.cases:
        yield from (block for text in (case.situation, case.question) for block in _both("kasus", text, pack))
    for step in pack.sanctions:
        yield from _both("sanksi", step.text, pack)


def _both(section: str, block: Bilingual | None, pack: Pack, *, whole: bool = False) -> Iterator[Expected]:
    if block:
        yield Expected(section, block.id, whole)
        if block.en and "en" in pack.languages:
            yield Expected(section, block.en.text, whole)


def _words(section: str, *words: str | None) -> Iterator[Expected]:
    yield from (Expected(section, word) for word in words if word)


def _cover(pack: Pack) -> Iterator[Expected]:
    for block in (pack.title, pack.deck, pack.audience):
        yield from _both("cover", block, pack)
    yield from _words("cover", pack.event, pack.venue, day(pack.day, "id"), pack.approved_by, day(pack.approved_on, "id"))


def _people(pack: Pack) -> Iterator[Expected]:
    for person in pack.people:
        named = name_of(person, "id")
        whole = (person.name and "".join(named), person.organisation, "en" in pack.languages and person.organisation_en, person.direct_quotes)
        yield from (Expected("speakers", str(words), whole=True) for words in whole if words)
        yield from _both("speakers", person.office, pack, whole=True)


def _law(pack: Pack) -> Iterator[Expected]:
    for row in pack.law:
        yield from (Expected("law", mention.printed, whole=True) for mention in row.mentions)
        yield from _both("law", row.title, pack)
        yield from _both("law", row.replaced_by, pack)
        if row.title and row.status_then and not row.overruled:
            yield from _words("law", day(row.article_date, "id"))
        if row.title and row.status_now and not row.overruled:
            yield from _words("law", day(row.replaced_on, "id"))
        yield from _words("law", row.note, row.overruled)
        yield from (expected for note in row.notes for expected in _note(note, pack))
    yield from (expected for note in pack.bodies for expected in _note(note, pack))


def _note(note: LawNote, pack: Pack) -> Iterator[Expected]:
    yield from _both("law", note.text, pack)
    yield from _words("law", note.source)


def _sources(pack: Pack) -> Iterator[Expected]:
    for article in pack.articles:
        yield from _words("sources", article.title.id, article.outlet, article.source_name, *fingerprint(article.sha256))
        yield from _words("sources", day(article.event_date, "id"))
    yield from _words("sources", day(pack.law_as_of, "id"), pack.version, pack.approved_by, day(pack.approved_on, "id"))


def _rule(rule: RuleItem, pack: Pack, wording: Wording) -> Iterator[Expected]:
    yield from _both("rules", rule.text, pack)
    if rule.code:
        yield Expected("rules", rule.code, whole=True)
    if rule.statement:
        for note in _both("rules", rule.statement.note, pack):
            yield from _words("rules", *SENTENCE_END.split(note.words))  # what several statements have in common stands once, below them
        yield from (expected for ground in rule.statement.grounds for expected in _both("rules", ground.text, pack))
    if rule.example:
        yield Expected("rules", rule.example.text.id)
    yield from _words("rules", rule.note)
    yield from _words("rules", *(" ".join([cited.who, "; ".join(cited.places)]).strip() for cited in wording.cited(rule.references, "id")))


def _article(article: PackArticle, pack: Pack) -> Iterator[Expected]:
    section = f"article-{article.number}"
    yield from _both(section, article.title, pack)
    yield from _both(section, article.place, pack)
    yield from _words(
        section, article.outlet, article.author, article.url, day(article.published, "id"), *(paper.outlet for paper in article.reprints)
    )
    for sentence in article.lead:
        yield from _both(section, sentence, pack)
    for fact in article.facts:
        yield from _both(section, fact.value, pack, whole=True)
    for block, paragraph in article.summary:
        yield Expected(section, f"{block.id} ¶ {paragraph}", whole=True)
        if block.en and "en" in pack.languages:
            yield Expected(section, f"{english(block)} ¶ {paragraph}", whole=True)


def _stands(expected: Expected, section: Section) -> bool:
    words = folded(expected.words)
    if expected.whole:
        return any(folded(paragraph.text) == words for paragraph in section.paragraphs)
    return words in section.text


def _missing(expected: Expected, section: Section) -> Problem:
    """Return the problem of words that a section lacks: what stands in their place, or that nothing does."""
    near = most_alike(expected.words, (paragraph.text for paragraph in section.paragraphs if not paragraph.title))
    if not near:
        return Problem(code="pages-lack", arguments={"section": expected.section, "text": short(expected.words)})
    page = next(paragraph.page for paragraph in section.paragraphs if paragraph.text == near)
    found, wanted = apart(near, expected.words)
    return Problem(code="pages-differ", arguments={"page": page, "found": found, "expected": wanted})


def _in_source(verbatim: Verbatim, opened: Opened) -> Iterator[Problem]:
    """Check that words stand in one of the paragraphs that they are said to be from."""
    sources = {place.article: opened.sources.get(place.article) for place in verbatim.places}
    found = {(number, place) for number, source in sources.items() if source for place in source.places(verbatim.words)}
    if not verbatim.places or not any(sources.values()) or found & {(place.article, place.paragraph) for place in verbatim.places}:
        return
    stated = verbatim.places[0]
    if found:
        number, paragraph = min(found)
        arguments: dict[str, str | int] = {
            "text": short(verbatim.words),
            "name": f"artikel-{number}.txt",
            "found": stated.paragraph,
            "expected": paragraph,
        }
        yield Problem(code="pack-paragraph", arguments=arguments)
        return
    there = most_alike(verbatim.words, (nearest(verbatim.words, source.text) for source in sources.values() if source))
    words, expected = apart(verbatim.words, there) if there else (short(verbatim.words), "–")
    yield Problem(code="pack-not-in-source", arguments={"text": words, "name": f"artikel-{stated.article}.txt", "expected": expected})


def _citations(article: PackArticle) -> Iterator[Problem]:
    """Check that each citation has the number and the year that it is read with: at its place, or elsewhere in the text that it refers to."""
    for citation in article.citations:
        words = citation.span.of(article.text) if citation.resolved_by == "explicit" else article.text
        for stated in (citation.number, citation.year):
            if article.text and stated and str(stated) not in words:
                arguments = {"name": f"artikel-{article.number}.txt", "text": short(words) or "–", "expected": str(stated)}
                yield Problem(code="citation-differs", arguments=arguments)
