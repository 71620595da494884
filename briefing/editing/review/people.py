"""Corrected speakers, and how a speaker of the file is found again when the program comes to call them otherwise."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from briefing.editing.draft import Draft, DraftPerson
from briefing.editing.review.offer import Titles, titles_of, with_titles
from briefing.editing.review.order import in_file_order
from briefing.editing.review.sheet import Lost, Row, joined
from briefing.model.finding import Speaker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.editing.review.sheet import Sheet


def continued(draft: Draft, sheet: Sheet) -> Draft:
    """Return the draft with people under the ids that the file knows them by.

    Who the program gave words to under an id of the file is the person to whom it gives the same words now.
    """
    own = {person.id for person in draft.people}
    speakers = {f"{article.id}/{passage.id}": passage.speaker for article in draft.articles for passage in article.passages}
    votes: dict[str, Counter[str]] = {}
    for row in sheet.rows:
        before, now = row.text("speaker"), speakers.get(row.key)
        if before and now and "speaker" not in row.touched and before not in own:
            votes.setdefault(now, Counter())[before] += 1
    names = {now: counts.most_common(1)[0][0] for now, counts in votes.items()}
    written = {row.id for row in sheet.of("speaker")}
    return _renamed(draft, {now: before for now, before in names.items() if now not in written})


def corrected_people(draft: Draft, sheet: Sheet) -> tuple[tuple[DraftPerson, ...], tuple[Row, ...], tuple[Lost, ...]]:
    """Return the people of the draft as corrected, with those that the officer added; their entries; and the edits of people who are not there.

    Whose words the officer gave to others is no longer offered once the entry is deleted.
    """
    people = {person.id: person for person in draft.people}
    heard = {passage.speaker for article in draft.articles for passage in article.passages}
    lost, placed = [], {row.id: row for row in sheet.of("speaker")}
    for row in _revived(sheet):
        placed[row.id] = joined(placed[row.id], row) if row.id in placed else row
    for row in placed.values():
        if row.id in people or row.added or (row.edits and row.id in heard):
            people[row.id] = _corrected(people.get(row.id, DraftPerson(speaker=Speaker(id=row.id, name=None))), row)
        elif row.edits:
            lost.append(Lost(kind="speaker", file="", text=row.id, edits=row.edits))
    written = [row.id for row in sheet.of("speaker")]
    order = in_file_order([name for name in people if name in heard or name in written], written)
    return tuple(people[name] for name in order), tuple(placed.values()), tuple(lost)


def _revived(sheet: Sheet) -> Iterator[Row]:
    """Yield the edits of people that were kept aside before, as entries."""
    for lost in sheet.lost:
        if lost.kind == "speaker":
            yield Row(kind="speaker", id=lost.text, values=lost.edits, touched=frozenset(lost.edits))


def _corrected(person: DraftPerson, row: Row) -> DraftPerson:
    edits, speaker = row.edits, person.speaker
    if {"name", "title_before", "title_after"} & set(edits):
        titles = titles_of(speaker)
        name = str(edits.get("name", speaker.name or "")) or None
        titles = Titles(str(edits.get("title_before", titles.before)), str(edits.get("title_after", titles.after)))
        speaker = replace(speaker, name=name, name_with_titles=with_titles(name, titles) if name else None)
    for own, english in (("office", "office_en"), ("organisation", "organisation_en")):
        changes: dict[str, Any] = {}
        if own in edits:
            changes = {own: edits[own] or None, english: None}  # the English of what stood there before would be wrong
        if english in edits:
            changes[english] = edits[english] or None
        speaker = replace(speaker, **changes)
    return replace(person, speaker=speaker, keep=bool(edits.get("keep", person.keep)), remember=bool(edits.get("remember", person.remember)))


def _renamed(draft: Draft, names: dict[str, str]) -> Draft:
    people = tuple(replace(person, speaker=replace(person.speaker, id=names.get(person.id, person.id))) for person in draft.people)
    articles = tuple(
        replace(
            article,
            passages=tuple(
                replace(passage, speaker=names.get(passage.speaker, passage.speaker) if passage.speaker else None) for passage in article.passages
            ),
        )
        for article in draft.articles
    )
    return replace(draft, people=people, articles=articles)
