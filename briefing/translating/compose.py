"""Facts written in both languages from what the article gives: who, when, where."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from briefing.lexicon import places
from briefing.lexicon.phrases import Phrase, day, phrase, phrases
from briefing.model.pack import Bilingual, Fact, Origin, Translation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.model.pack import PackArticle, Person


def facts(article: PackArticle, people: Sequence[Person]) -> tuple[Fact, ...]:
    """Return the facts of an article: each person whose words it gives, the day of the event, the place.

    Where the catalogue has no English for an office or a place, they keep their own.
    """
    return tuple(_facts(article, people))


def _facts(article: PackArticle, people: Sequence[Person]) -> Iterator[Fact]:
    for person in people:
        if any(place.article == article.number for place in person.references):
            yield _fact("who", who(person))
    if article.event_date:
        yield _fact("when", _when(date.fromisoformat(article.event_date[:10]), article.event_printed))
    if article.place:
        yield _fact("where", _where(article.place))


def who(person: Person) -> Phrase:
    """Return name and office, as "Jumani, Regional Secretary of Pati Regency"; whoever bears the name of a body for an office is "of the" body.

    An office without English stays Indonesian, and is never left out: it may say whose man somebody is.
    """
    office = known_office(person)
    if not person.name or not person.office:
        return office if person.office else Phrase(person.name or "", person.name or "")
    return phrase("lead", joint(person)).format(name=person.name, office=office)


def joint(person: Person) -> str:
    """Return how name and office are joined: "member" for the name of a body, since "Majelis Pemeriksa Puadi" is no panel, but sits on one."""
    return "member" if person.office and person.office.id.startswith(tuple(phrases()["lead"]["bodies"])) else "appositive"


def known_office(person: Person) -> Phrase:
    """Return an office in both languages, Indonesian in both where it has no English; an empty phrase for none."""
    return _both(person.office) if person.office else Phrase("", "")


def _when(event: date, printed: str | None) -> Phrase:
    """Return the day in words, with what was printed where that leaves out the year."""
    words = day(event, weekday=True)
    if not printed or str(event.year) in printed:
        return words
    note = Phrase(*phrases()["printed"]).format(printed=printed)
    return Phrase(f"{words.id}; {note.id}", f"{words.en}; {note.en}")


def _where(place: Bilingual) -> Phrase:
    """Return the place; the parts of an address that are no known place keep their names in the English."""
    return _both(place) if place.en else Phrase(place.id, ", ".join(places.english(part) or part for part in place.id.split(", ")))


def _both(block: Bilingual) -> Phrase:
    return Phrase(block.id, block.en.text if block.en else block.id)


def _fact(key: str, words: Phrase) -> Fact:
    return Fact(key=key, value=Bilingual(id=words.id, en=Translation(text=words.en, origin=Origin.COMPOSED)))
