"""People of an article: mentions that name the same person, under the fullest name, with the office."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.finding.mentions import Mention
from briefing.finding.nicknames import identity_of, nicknames
from briefing.lexicon.offices import expand, head_of, head_pattern, is_held_now, says_where, words_of
from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet


_OTHER = re.compile(r"\s+(?:lain|lainnya)\b")
_MISPRINT_LENGTH = 7  # letters: in shorter words a letter more or less makes another name
_OFTEN = 3  # times that a name stands in an article of which another is a misprint
_LEAST_FOLDED = 3  # letters
_LEAST_TAIL = 4  # letters
_SHORT_LENGTH = 5  # letters: fewer begin too many names; of the first name one less will do (Alex for Alexander)


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
        if len(words) != 1 or len(words[0]) < _MISPRINT_LENGTH or words[0] in self._fuller or mention.titled != mention.name or self._same(mention):
            return False
        forms = re.findall(r"\w+", self.text.lower())
        near = {word for person in self.persons for word in person.words if _is_misprint(words[0], word)}
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
            bare = any(_head(office) == _head(printed) for office in held) and not any(map(says_where, held))
            if mention.office and bare and says_where(printed) and person.mentions[0].span.start < mention.span.start:
                person.offices.append(mention.office)

    def person(self, mention: Mention) -> Person | None:
        """Return the person that a mention names; for a mere office the last person before it who holds it, else the first after it."""
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
            person = before[-1] if before else next(iter(holders), None)
        return person

    def _bare_holders(self, mention: Mention) -> list[Person]:
        """Return the only person whose bare office ("Sekda Budi") the office of `mention` names in full; nobody where the article has two such offices."""
        full = mention.office.of(self.text) if mention.office else ""
        match = head_pattern().match(full)
        if not match or head_of(match["head"]).area == "none" or not says_where(full):
            return []
        head = _head(full)
        same = [person for person in self.persons if person.name and any(_is_head(_head(held.of(self.text)), head) for held in person.offices)]
        bare = [person for person in same if not any(says_where(held.of(self.text)) for held in person.offices)]
        others = {expand(office) for office in self._offices if _head(office) == head and says_where(office)}
        if not (mention.office and len(same) == len(bare) == 1 and len(others) == 1):
            return []
        if not any(_is_acting(held.of(self.text)) for held in bare[0].offices):
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
        return any(_is_head(head, _head(held.of(self.text))) for held in person.offices)

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
        same = same or [person for person in self.persons if person.words and _agree(words, person.words)]
        if not same and len(words) == 1:
            same = [person for person in self.persons if _shortens(words[0], person.words)]
            same = same if len(same) == 1 else []
        if len(words) == 1:  # whoever is called so first: "Ali" is Ali Mufti, not Machmud Ali
            same = [person for person in same if person.words[0] == words[0]] or same
        before = [person for person in same if person.mentions and person.mentions[0].span.start <= mention.span.start]
        if len(before) < 2:
            return next(iter(before or same), None)
        return max(before, key=lambda person: max(at.span.start for at in person.mentions if at.span.start <= mention.span.start))

    def _may_take(self, person: Person, mention: Mention) -> bool:
        """Return whether the office goes to the person: one joined by a mere comma does not when another holds it ("terkait usul Kepala BKD, Abraham …")."""
        if not mention.joined_by_comma or mention.office is None or _is_held_by_many(mention.office.of(self.text)):
            return True
        return not any(other is not person and self._holds(other, mention.office) for other in self.persons)

    def _is_in(self, person: Person, office: Span) -> bool:
        """Return whether an office ends with a word of the name of the person who holds it: "Camat Wisnu" for Wisnu Wardana, Camat Jekulo."""
        printed = office.of(self.text)
        return printed.lower().split()[-1] in person.words and any(_head(held.of(self.text)) == _head(printed) for held in person.offices)

    def _holds(self, person: Person, office: Span) -> bool:
        """Return whether one of the person's offices is `office`, or one that `office` shortens: the same head, no word besides."""
        wanted, head = _office_words(office.of(self.text))
        return any(_is_head(head, held_head) and wanted <= held for held, held_head in (_office_words(span.of(self.text)) for span in person.offices))


def _is_acting(printed: str) -> bool:
    match = head_pattern().match(printed)
    return match is not None and bool(match["acting"])


def _is_held_by_many(printed: str) -> bool:
    match = head_pattern().match(printed)
    return match is not None and head_of(match["head"]).many


def _is_head(head: str, held: str) -> bool:
    """Return whether a head is another one, or how that begins: "Sekretaris Daerah" for "Sekretaris Daerah Kabupaten", "Kadis" for "Kadis Dukcapil"."""
    return head == held or held.startswith(f"{head} ")


@lru_cache(maxsize=1024)  # a person's offices are compared again at each mention
def _head(printed: str) -> str:
    """Return the head of an office spelt out: "Kepala Satpol PP Sleman" has that of "Kasatpol"."""
    full = expand(printed)
    match = head_pattern().match(full)
    return head_of(match["head"]).full if match else full


@lru_cache(maxsize=1024)
def _office_words(printed: str) -> tuple[frozenset[str], str]:
    return words_of(expand(printed)), _head(printed)


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short, long = sorted((one, other), key=len)
    return any(len(word) > 2 for word in short) and all(any(_alike(word, full) for full in long) for word in short)


def _shortens(word: str, full: Sequence[str]) -> bool:
    """Return whether a word is the short form of a name: the beginning of one of its words (Risma for Rismawati), or of the first two run together.

    Javanese names go by what follows Su- as well: Yatno for Suyatno.
    """
    if any(len(word) >= _SHORT_LENGTH - (at == 0) and name.startswith(word) for at, name in enumerate(full)):
        return True
    if len(word) >= _LEAST_TAIL and any(name in {f"su{word}", f"soe{word}"} for name in full):
        return True
    first, second = (*full, "", "")[:2]
    return len(first) > 2 and word.startswith(first) and len(word) - len(first) > 1 and second.startswith(word[len(first) :])


def _is_misprint(word: str, name: str) -> bool:
    """Return whether a word of the same first letter differs from a name in one letter or two next to each other: "Pranowo" and "Prabowo"."""
    if word == name or word[0] != name[0] or abs(len(word) - len(name)) > 1:
        return False
    alike = next((at for at, (one, other) in enumerate(zip(word, name, strict=False)) if one != other), min(len(word), len(name)))
    behind = next(
        (at for at, (one, other) in enumerate(zip(reversed(word), reversed(name), strict=False)) if one != other), min(len(word), len(name))
    )
    return max(len(word), len(name)) - alike - behind <= 2


@lru_cache(maxsize=1024)
def _folded(word: str) -> str:
    """Return what the spellings of a name have in common: Arief and Arif, Soewandi and Suwandi, Achmad and Ahmad, Muhammad and Muhamad."""
    for old, new in (("oe", "u"), ("ie", "i"), ("dj", "j"), ("tj", "c"), ("sj", "sy"), ("ch", "h"), ("kh", "h"), ("ph", "f"), ("v", "f")):
        word = word.replace(old, new)
    return "".join(letter for at, letter in enumerate(word) if at == 0 or letter != word[at - 1])


def _alike(word: str, full: str) -> bool:
    """Return whether two words of a name are one: equal, an initial of the other, or (long ones) one letter short as in a misprint.

    A letter changed makes another name: Prabowo and Pranowo are two people.
    """
    if word == full or (len(word) == 1 and full.startswith(word)) or (len(word) > _LEAST_FOLDED and _folded(word) == _folded(full)):
        return True
    short, long = sorted((word, full), key=len)
    if len(short) < _MISPRINT_LENGTH or len(long) != len(short) + 1:
        return False
    return any(long[:at] + long[at + 1 :] == short for at in range(1, len(long)))
