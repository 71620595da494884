"""Facts written in both languages from what the article gives: who, when, where."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from briefing.lexicon import places
from briefing.lexicon.events import is_earlier
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
        if any(place.article == article.number for place in person.references) and not _is_anybody(person):
            yield _fact("who", who(person, article.text))
    if article.event_date and not is_earlier(article.event_printed, article.text):
        yield _fact("when", _when(date.fromisoformat(article.event_date[:10]), article.event_printed))
    if article.place:
        yield _fact("where", _where(article.place))


def who(person: Person, text: str = "") -> Phrase:
    """Return name and office, as "Jumani, Regional Secretary of Pati Regency"; whoever bears the name of a body for an office is "of the" body.

    An office without English stays Indonesian, and is never left out: it may say whose man somebody is. Somebody without one is called what the `text` of
    the article calls him: "Kusnodo, a resident".
    """
    office = known_office(person) if person.office else _called(person.name or "", text)
    if not person.name or not office.id:
        return office if person.office else Phrase(person.name or "", person.name or "")
    return phrase("lead", joint(person)).format(name=person.name, office=with_article(office))


def with_article(office: Phrase) -> Phrase:
    """Return an office that many have as "a politician of ...", and what is no title in small letters; others as they are."""
    if office.id in phrases()["lead"]["hollow"]:
        return Phrase(*phrases()["lead"]["hollow"][office.id])
    small = f"{office.id[:1].lower()}{office.id[1:]}" if _begins(office.id, "small") or _is_plain(office.id) else office.id
    if office.en == office.id or not (_begins(office.en, "common") or _is_plain(office.en)):
        return Phrase(small, small if office.en == office.id else office.en)
    return Phrase(small, f"{'an' if office.en[0] in 'AEIO' else 'a'} {office.en[0].lower()}{office.en[1:]}")


def _is_plain(office: str) -> bool:
    """Return whether an office is told in common words, as no title is: "Koordinator aksi", "Public prosecutor"."""
    second = office.split()[1:2]
    return office[:1].isupper() and bool(second) and second[0].islower() and second[0] not in phrases()["lead"]["inside"]


def _begins(office: str, kind: str) -> bool:
    return f"{office.replace(',', ' ')} ".startswith(tuple(f"{name} " for name in phrases()["lead"][kind]))


def _called(name: str, text: str) -> Phrase:
    """Return what a text calls somebody beside the name: "Kusnodo, salah seorang warga"; empty for nothing."""
    kinds = "|".join(phrases()["called"])
    behind = rf"{re.escape(name)}, (?:seorang |salah (?:seorang|satu) )?(?P<behind>{kinds})\b"
    before = rf"\b(?:seorang|salah (?:seorang|satu)) (?P<before>{kinds})(?: setempat)?(?:,| bernama)? {re.escape(name)}"
    match = re.search(f"{behind}|{before}", text) if name else None
    return Phrase(*phrases()["called"][match["behind"] or match["before"]]) if match else Phrase("", "")


def _is_anybody(person: Person) -> bool:
    """Return whether somebody has neither a name nor an office of his own: "Petugas Polda"."""
    return not person.name and person.office is not None and person.office.id.startswith(tuple(phrases()["lead"]["anybody"]))


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
