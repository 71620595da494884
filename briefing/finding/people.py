"""People of an article: mentions that name the same person, under the fullest name, with the office."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.finding.likeness import (
    MISPRINT_LENGTH,
    agree,
    begins_head,
    head_in_full,
    is_acting,
    is_held_by_many,
    is_misprint,
    office_words,
    shortens,
)
from briefing.finding.mentions import Mention
from briefing.finding.nicknames import identity_of, nicknames
from briefing.lexicon.offices import expand, head_of, head_pattern, is_held_now, says_where
from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet


_OTHER = re.compile(r"\s+(?:lain|lainnya)\b")
_OFTEN = 3  # times that a name stands in an article of which another is a misprint


@dataclass(slots=True)
class Person:
    """A person while the article is read: `words` of the fullest name in lower case, offices as printed, the mentions so far."""

    words: tuple[str, ...] = ()
    name: Span | None = None
    titled: Span | None = None
    offices: list[Span] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)


class People:
    """Who is who in one narrative."""

    def __init__(self, text: str, mentions: Sequence[Mention], headings: Sequence[Span] = ()) -> None:
        """Take all mentions of the narrative; those with an office, then those beside a cue, found people; the other bare names only join them.

        A name that stands with an office in one of `headings` founds nobody, unless a word of it stands elsewhere: it may be that of another story.
        """
        self.text = text
        self.persons: list[Person] = []
        self._of: dict[Mention, Person] = {}
        self._nicknames = nicknames(text, mentions)
        self._misprinted: set[Mention] = set()
        self._others = [mention for mention in mentions if mention.office and _OTHER.match(text, mention.office.end)]
        self._offices = {mention.office.of(text) for mention in mentions if mention.office}
        self._fuller: dict[str, list[Mention]] = {}
        for mention in mentions:
            words = self._words(mention)
            for word in set(words) if len(words) > 1 else ():
                self._fuller.setdefault(word, []).append(mention)
        headed = {mention for mention in mentions if any(heading.start <= mention.span.start < heading.end for heading in headings)}
        body = {word for mention in mentions if mention not in headed for word in self._words(mention)} if headed else set()
        for mention in mentions:
            if mention.name and mention.office and (mention not in headed or not body.isdisjoint(self._words(mention))):
                self._found(mention)

    def add_speakers(self, mentions: Iterable[Mention]) -> None:
        """Take bare names that stand beside a cue as people too, each under the fullest name of the article."""
        for mention in mentions:
            if mention.name and mention not in self._of:
                if self._looks_misprinted(mention):
                    self._misprinted.add(mention)
                else:
                    self._found(mention)
        for person in self.persons:
            self._complete(person)
        for mention in self._others:
            self._share(mention)

    def is_misprinted(self, mention: Mention) -> bool:
        """Return whether the name beside a cue is taken for a misprint, so that it is nobody's."""
        return mention in self._misprinted

    def _looks_misprinted(self, mention: Mention) -> bool:
        """Return whether a bare word that stands nowhere else differs in a letter or two from a name that stands often: "Pranowo" beside Prabowo."""
        words = self._words(mention)
        if len(words) != 1 or len(words[0]) < MISPRINT_LENGTH or words[0] in self._fuller or mention.titled != mention.name or self._same(mention):
            return False
        forms = re.findall(r"\w+", self.text.lower())
        near = {word for person in self.persons for word in person.words if is_misprint(words[0], word)}
        return forms.count(words[0]) == 1 and any(forms.count(word) >= _OFTEN for word in near)

    def _complete(self, person: Person) -> None:
        """Give a person known by one word the only fuller name that holds it; none where the article has two such names."""
        if len(person.words) != 1:
            return
        fuller = [mention for mention in self._fuller.get(person.words[0], ()) if mention not in self._of]
        if fuller and all(self._words(mention) == self._words(fuller[0]) for mention in fuller):
            person.words, person.name = self._words(fuller[0]), fuller[0].name
            person.titled = fuller[0].titled if fuller[0].titled != fuller[0].name else person.titled

    def _share(self, mention: Mention) -> None:
        """Give an office of which one more is named ("kuasa hukum Termohon lainnya") to those before who have it without the words behind its head."""
        printed = mention.office.of(self.text) if mention.office else ""
        for person in self.persons:
            held = [office.of(self.text) for office in person.offices]
            bare = any(head_in_full(office) == head_in_full(printed) for office in held) and not any(map(says_where, held))
            if mention.office and bare and says_where(printed) and person.mentions[0].span.start < mention.span.start:
                person.offices.append(mention.office)

    def person(self, mention: Mention) -> Person | None:
        """Return the person that a mention names; for a mere office the last person before it who holds it, else the only one after it."""
        if mention in self._of:
            return self._of[mention]
        if mention.name:
            person = self._same(mention)
        else:
            holders = [
                person for person in self.persons if mention.office and (self._holds(person, mention.office) or self._is_in(person, mention.office))
            ]
            holders = holders or self._bare_holders(mention)
            before = [person for person in holders if person.mentions[0].span.start < mention.span.start]
            person = before[-1] if before else self._named_later(mention, holders)
        return person

    def _named_later(self, mention: Mention, holders: Sequence[Person]) -> Person | None:
        """Return the only holder of an office that is named only behind it; nobody for one that each village has ("Kepala kampung harus netral")."""
        printed = mention.office.of(self.text) if mention.office else ""
        match = head_pattern().match(printed)
        local = match is not None and head_of(match["head"]).area == "open"
        return holders[0] if len(holders) == 1 and (says_where(printed) or not (local or is_held_by_many(printed))) else None

    def _bare_holders(self, mention: Mention) -> list[Person]:
        """Return the only person whose bare office ("Sekda Budi") the office of `mention` names in full; nobody where the article has two such offices."""
        full = mention.office.of(self.text) if mention.office else ""
        match = head_pattern().match(full)
        if not match or head_of(match["head"]).area == "none" or not says_where(full):
            return []
        head = head_in_full(full)
        same = [
            person for person in self.persons if person.name and any(begins_head(head_in_full(held.of(self.text)), head) for held in person.offices)
        ]
        bare = [person for person in same if not any(says_where(held.of(self.text)) for held in person.offices)]
        others = {expand(office) for office in self._offices if head_in_full(office) == head and says_where(office)}
        if not (mention.office and len(same) == len(bare) == 1 and len(others) == 1):
            return []
        if not any(is_acting(held.of(self.text)) for held in bare[0].offices):
            bare[0].offices.append(mention.office)
        return bare

    def sole_holder(self, mention: Mention) -> Person | None:
        """Return the only person of the article who holds the bare office of a mention ("kata bupati"), nobody where two do or have done."""
        holders = [person for person in self.persons if person.name and mention.office and self._holds(person, mention.office)]
        now = [person for person in holders if any(is_held_now(office.of(self.text)) for office in person.offices)]
        return now[0] if len(holders) == len(now) == 1 else None

    def may_be_called(self, person: Person, noun: str) -> bool:
        """Return whether `noun`, as "camat itu" begins, can be another word for a person: no bare office that he does not hold among his."""
        match = head_pattern().match(noun)
        if (
            not match
            or match["acting"]
            or not person.offices
            or head_of(match["head"]).many
            or noun[match.end() :].split()[:1] not in ([], ["itu"], ["ini"], ["tersebut"])
        ):
            return True
        head = head_of(match["head"]).full
        return any(begins_head(head, head_in_full(held.of(self.text))) for held in person.offices)

    def has_in_office(self, person: Person, words: AbstractSet[str]) -> bool:
        """Return whether one of the offices of a person holds one of the words as it is printed."""
        return any(not words.isdisjoint(office.of(self.text).split()) for office in person.offices)

    def give_office(self, person: Person, mention: Mention) -> None:
        """Give a person of whom the article tells no office the one that describes him: "kata Kades Sumber itu"."""
        if mention.office and not person.offices and says_where(mention.office.of(self.text)):
            person.offices.append(mention.office)

    def newcomer(self, mention: Mention) -> Person:
        """Return the person whom a mention brings into the article by a bare name."""
        self._found(mention)
        return self._of[mention]

    def unnamed(self, mention: Mention) -> Person:
        """Return a person known only by the office of `mention`."""
        person = Person(offices=[mention.office] if mention.office else [], mentions=[mention])
        self.persons.append(person)
        self._of[mention] = person
        return person

    def _found(self, mention: Mention) -> None:
        person = self._same(mention)
        if person is None:
            person = Person()
            self.persons.append(person)
        words = self._words(mention)
        if len(words) > len(person.words):
            person.words, person.name, person.titled = words, mention.name, None
        if mention.titled and mention.titled != mention.name and len(words) >= len(person.words):  # "Ibu Lili" would hide the rest of the name
            person.titled = mention.titled
        if mention.office and not self._is_told(person, mention.office) and self._may_take(person, mention):
            person.offices.append(mention.office)
        person.mentions.append(mention)
        self._of[mention] = person

    def _is_told(self, person: Person, office: Span) -> bool:
        printed = office.of(self.text)
        return any(held.of(self.text) == printed for held in person.offices)

    def _nicknamed(self, words: tuple[str, ...]) -> Person | None:
        mention = self._nicknames.get(words)
        if mention is None or words == self._words(mention):
            return None
        if mention not in self._of:
            self._found(mention)
        return self._of[mention]

    def _words(self, mention: Mention) -> tuple[str, ...]:
        return identity_of(self.text, mention)

    def _same(self, mention: Mention) -> Person | None:
        """Return the last person before `mention` (else the first) whose name holds its words, or lies in them."""
        words = self._words(mention)
        nicknamed = self._nicknamed(words)
        if nicknamed:
            return nicknamed
        same = [person for person in self.persons if person.words and set(words) <= set(person.words)]
        same = same or [person for person in self.persons if person.words and agree(words, person.words)]
        if not same and len(words) == 1:
            same = [person for person in self.persons if shortens(words[0], person.words)]
            same = same if len(same) == 1 else []
        if len(words) == 1:  # whoever is called so first: "Ali" is Ali Mufti, not Machmud Ali
            same = [person for person in same if person.words[0] == words[0]] or same
        before = [person for person in same if person.mentions and person.mentions[0].span.start <= mention.span.start]
        if len(before) < 2:
            return next(iter(before or same), None)
        return max(before, key=lambda person: max(at.span.start for at in person.mentions if at.span.start <= mention.span.start))

    def _may_take(self, person: Person, mention: Mention) -> bool:
        """Return whether the office goes to the person: one joined by a mere comma does not when another holds it ("terkait usul Kepala BKD, Abraham …")."""
        if not mention.joined_by_comma or mention.office is None or is_held_by_many(mention.office.of(self.text)):
            return True
        return not any(other is not person and self._holds(other, mention.office) for other in self.persons)

    def _is_in(self, person: Person, office: Span) -> bool:
        """Return whether an office ends with a word of the name of the person who holds it: "Camat Wisnu" for Wisnu Wardana, Camat Jekulo."""
        printed = office.of(self.text)
        return printed.lower().split()[-1] in person.words and any(
            head_in_full(held.of(self.text)) == head_in_full(printed) for held in person.offices
        )

    def _holds(self, person: Person, office: Span) -> bool:
        """Return whether one of the person's offices is `office`, or one that `office` shortens: the same head, no word besides."""
        wanted, head = office_words(office.of(self.text))
        return any(
            begins_head(head, held_head) and wanted <= held for held, held_head in (office_words(span.of(self.text)) for span in person.offices)
        )
