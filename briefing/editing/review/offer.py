"""The entries of the correction file for a draft: what the officer is offered to change."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from briefing import messages
from briefing.editing.merge import place_of
from briefing.editing.passages import paragraph_number
from briefing.editing.regulations import status_on
from briefing.editing.review.sheet import Row
from briefing.lexicon import law, office_english

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from briefing.editing.draft import Cited, Draft, DraftArticle, DraftPerson, Passage
    from briefing.editing.review.fields import Value
    from briefing.model.finding import Speaker
    from briefing.model.pack import Bilingual, Translation


@dataclass(frozen=True, slots=True)
class Titles:
    """The degrees and honorifics that stand before and after a name."""

    before: str
    after: str


def offer(draft: Draft, english: Callable[[str], Translation | None]) -> tuple[Row, ...]:
    """Return an entry for everything that can be corrected; `english` gives the English that is printed beside Indonesian words."""
    return tuple(_rows(draft, english))


def titles_of(speaker: Speaker) -> Titles:
    """Return the titles of a speaker, empty where the full form does not hold the name."""
    before, found, after = (speaker.name_with_titles or "").partition(speaker.name or "\0")
    return Titles(before.strip(), after.strip(" ,")) if found else Titles("", "")


def with_titles(name: str, titles: Titles) -> str:
    """Return a name with its titles: "Dr. H. Jumani, S.E."."""
    return " ".join(filter(None, [titles.before, name])) + (f", {titles.after}" if titles.after else "")


def _rows(draft: Draft, english: Callable[[str], Translation | None]) -> Iterator[Row]:
    yield Row(kind="pack", id="pack", values=_pack(draft))
    for person in draft.people:
        yield Row(kind="speaker", id=person.id, values=_speaker(person, draft))
    for number, article in enumerate(draft.articles, 1):
        yield Row(kind="article", id=article.id, values=_article(article, english))
        for passage in article.passages:
            if passage.listed:
                yield Row(kind=passage.kind, id=passage.id, article=article.id, values=_passage(passage, article, number, english))
        for cited in article.citations:
            yield Row(kind="citation", id=cited.id, article=article.id, values=_citation(cited, article))


def _pack(draft: Draft) -> Mapping[str, Value]:
    cover = draft.cover
    return {
        "title": cover.title.id,
        "title_en": _english(cover.title),
        "audience": cover.audience.id,
        "audience_en": _english(cover.audience),
        "event": cover.event,
        "event_en": cover.event_en,
        "place": cover.venue,
        "date": cover.day.isoformat() if cover.day else "",
        "languages": cover.languages,
        "profile": cover.profile,
        "sections": cover.sections,
        "paper": cover.paper,
        "greyscale": cover.greyscale,
        "large_print": cover.large_print,
        "quotes": cover.quotes,
        "approved_by": cover.approved_by,
        "approved_on": cover.approved_on.isoformat() if cover.approved_on else "",
    }


def _speaker(person: DraftPerson, draft: Draft) -> Mapping[str, Value]:
    speaker, titles = person.speaker, titles_of(person.speaker)
    spoken = [PurePosixPath(article.file).name for article in draft.articles if any(passage.speaker == person.id for passage in article.passages)]
    return {
        "id": person.id,
        "keep": person.keep,
        "name": speaker.name or "",
        "title_before": titles.before,
        "title_after": titles.after,
        "office": speaker.office or "",
        "office_en": speaker.office_en or office_english.english(speaker.office or "") or "",
        "organisation": speaker.organisation or "",
        "organisation_en": speaker.organisation_en or office_english.organisation_english(speaker.organisation or "") or "",
        "articles": tuple(spoken),
        "remember": person.remember,
    }


def _article(drafted: DraftArticle, english: Callable[[str], Translation | None]) -> Mapping[str, Value]:
    article = drafted.findings.article
    return {
        "id": drafted.id,
        "file": drafted.file,
        "sha256": article.source.sha256,
        "keep": drafted.keep,
        "title": article.title or "",
        **_translation(english(article.title or "")),
        "outlet": article.outlet or "",
        "author": article.author or "",
        "url": article.url or "",
        "published": article.published or "",
        "event_date": article.event_date or "",
        "place": article.place or "",
    }


def _passage(passage: Passage, article: DraftArticle, number: int, english: Callable[[str], Translation | None]) -> Mapping[str, Value]:
    own: dict[str, Value] = {
        "id": passage.id,
        "paragraph": place_of(passage, article, number).paragraph,
        "text": passage.span.of(article.text),
    }
    if passage.kind == "rule":
        own |= {"type": passage.type or "", "note": passage.note}
    own |= {"summary_page": passage.front}
    if passage.kind != "sentence":
        own |= {"speaker": passage.speaker or "", "point": passage.points}
    if passage.kind == "quote":
        own |= {"shorten": _pieces(passage, article.text)}
    return own | {"keep": passage.keep} | _translation(english(passage.words(article.text)))


def _pieces(passage: Passage, text: str) -> tuple[str, ...]:
    """Return the pieces that are kept of a quote, each in full."""
    return tuple(re.sub(r"\s+", " ", piece.of(text)) for piece in passage.pieces)


def _citation(cited: Cited, article: DraftArticle) -> Mapping[str, Value]:
    citation = cited.citation
    return {
        "id": cited.id,
        "paragraph": paragraph_number(article.findings.article, citation.span),
        "text": citation.span.of(article.text),
        "instrument": citation.instrument or "",
        "status": _standing(cited, article),
        "keep": cited.keep,
        "accept": cited.accept,
        "reason": cited.reason,
        "note": cited.note,
    }


def _standing(cited: Cited, article: DraftArticle) -> str:
    """Return what the page says of a law on the article's date and now, in the language in use."""
    days = [when for when in (article.findings.article.law_date, law.as_of()) if when]
    statuses = [(when, status_on(cited.citation.instrument, when)) for when in days]
    return " / ".join(f"{when.isoformat()}: {messages.word(status)}" for when, status in statuses if status)


def _translation(found: Translation | None) -> dict[str, Value]:
    return {
        "english": found.text if found else "",
        "english_by": (found.reviewer or "") if found else "",
        "english_on": found.date.isoformat() if found and found.date else "",
    }


def _english(block: Bilingual) -> str:
    return block.en.text if block.en else ""
