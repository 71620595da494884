"""Referring: to whom a cue leads, by a name, an office, -nya, a pronoun or another word for somebody."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from briefing.finding.cues import EPITHET, POINTED
from briefing.finding.mentions import Mention
from briefing.finding.subjects import just_named
from briefing.lexicon import offices
from briefing.lexicon.turns import any_of
from briefing.model.span import Span, opens_paragraph

if TYPE_CHECKING:
    from briefing.finding.cues import Cue
    from briefing.finding.people import Person
    from briefing.finding.subjects import Reading
    from briefing.model.finding import Attribution

# "Putra sulung Presiden RI Joko Widodo itu" is not Joko Widodo.
_KIN = re.compile(rf"\b{any_of('kin')}\s+\Z", re.IGNORECASE)
_THAT = re.compile(r"\s+(?:itu|ini|tersebut)\b")
# "pria itu" is the speaker before only where no other man, no "seorang peserta", has come into the article.
_SOMEBODY = re.compile(rf"\s*{any_of('somebody')}\s+(?:itu|ini|ters[a-z]+)\b")
# Somebody of that work is not who spoke last where that was an official: "kata guru itu".
_LOWLY = re.compile(rf"\s*{any_of('lowly')}(?:\s+(?!{any_of('clause')}\b)[\w-]+){{0,6}}\s+(?:itu|ini|ters[a-z]+)\b", re.IGNORECASE)
_BARE_NOUN = re.compile(r"\s+(?P<noun>[a-z]{4,})(?=\s*[.,\n])")
_LAY_NOUN = re.compile(rf"{any_of('lowly')}|{any_of('somebody')}|{any_of('people')}")
_OFFICE_NOUN = re.compile(r"\s+(?!(?:mantan|eks|calon)\b)(?=[a-z]|P[jl])")
_STRANGER = re.compile(r"\b(?:seorang|salah\s+(?:satu|seorang))\s+[a-z]")
_LONGEST_EPITHET = 90  # code points
_ANSWERS = re.compile(r"(?:jawab|menjawab|sahut|menyahut|balas|timpal)", re.IGNORECASE)
_NEAR = 40  # code points before a mention


def resolve(reading: Reading, cue: Cue) -> tuple[Person | None, Attribution, str]:
    """Return whom a cue leads to (None: nobody), how, and why."""
    if cue.shared:
        return None, "none", "several-speakers"
    if cue.mention:
        return _resolve_mention(reading, cue, cue.mention)
    if cue.noun:
        return _resolve_noun(reading, cue)
    told = reading.told if cue.pronoun else None
    if (told or reading.current) is None or (told is None and reading.current is reading.asker and _ANSWERS.match(reading.text, cue.span.start)):
        return None, "none", "nobody-before"  # nobody answers himself
    if cue.clitic:
        return reading.current, "clitic", "clitic-to-last-speaker"
    return (
        (told or reading.current, "pronoun", "pronoun-to-last-speaker") if cue.pronoun else (reading.current, "carried", "carried-from-last-speaker")
    )


def _resolve_noun(reading: Reading, cue: Cue) -> tuple[Person | None, Attribution, str]:
    holder = _pointed_holder(reading, cue)
    if holder:
        return holder, "office", "office"
    if reading.current and _is_word_of_office(reading, cue, reading.current):
        return reading.current, "office", "office"
    if worker := _sole_worker(reading, cue):
        return worker, "carried", "epithet"
    if not _describes_current(reading, cue):
        return None, "none", "common-noun"
    described = _described(reading, cue.span.end)
    return described, "carried" if described else "none", "epithet"


def _pointed_holder(reading: Reading, cue: Cue) -> Person | None:
    """Return the only holder of the office that a description names: "kata bupati yang akrab disapa Bang Irwan itu"."""
    noun = _OFFICE_NOUN.match(reading.text, cue.span.end)
    head = (
        offices.head_pattern().match(reading.text, noun.end())
        if noun and EPITHET.match(reading.text, cue.span.end, cue.span.end + _LONGEST_EPITHET)
        else None
    )
    if head is None:
        return None
    office = Span(*head.span("head"))
    return reading.people.sole_holder(Mention(span=office, office=office))


def _sole_worker(reading: Reading, cue: Cue) -> Person | None:
    """Return the only person of the work that a description tells: "kata pedagang itu" for "seorang pedagang, Halimah"; nobody where the article has another one."""
    lowly = _LOWLY.match(reading.text, cue.span.end)
    words = lowly.group().split() if lowly else []
    if len(words) != 2 or len(re.findall(rf"\b{words[0]}\b", reading.text[: cue.span.start], re.IGNORECASE)) > 1:
        return None
    called = [
        person
        for person in reading.people.persons
        if any(office.of(reading.text).split()[0].lower() == words[0].lower() for office in person.offices)
    ]
    return called[0] if len(called) == 1 and called[0].name else None


def _is_word_of_office(reading: Reading, cue: Cue, current: Person) -> bool:
    """Return whether a bare noun is a word of the office of who spoke last and of nobody else's: "kata hakim" for the Ketua Majelis Hakim."""
    noun = _BARE_NOUN.match(reading.text, cue.span.end)
    if noun is None or _LAY_NOUN.fullmatch(noun["noun"]):
        return False
    called = [
        person for person in reading.people.persons if any(noun["noun"] in office.of(reading.text).lower().split() for office in person.offices)
    ]
    return called == [current]


def _described(reading: Reading, start: int) -> Person | None:
    """Return whom an epithet describes: who spoke last, or the only one besides whose office has its acronym ("politisi PKB itu"); nobody where unsure."""
    words = POINTED.split(reading.text[start : start + _LONGEST_EPITHET])[0].split()
    acronyms = {word for word in words if len(word) > 1 and word.isalpha() and word.isupper()}
    if _is_other_told_of(reading, start):
        return None
    if reading.current is None or not acronyms or reading.people.has_in_office(reading.current, acronyms):
        return reading.current
    if newcomer := just_named(reading, start):
        return newcomer
    named = [person for person in reading.people.persons if person.name]
    others = [person for person in named if reading.people.has_in_office(person, acronyms)]
    if (
        not others
        and offices.is_of_one(reading.text[start : start + _NEAR].lstrip())
        and reading.current.offices
        and any(not person.offices for person in named)
    ):
        return None  # "Ketua MRP itu" may be somebody whose office the article does not tell
    return others[0] if len(others) == 1 else reading.current


def _is_other_told_of(reading: Reading, start: int) -> bool:
    """Return whether the paragraph before the one that opens at `start` tells of somebody else alone, who may be meant as well."""
    if not opens_paragraph(reading.text, start):
        return False
    opening = reading.text.rfind("\n\n", 0, max(0, start - 2))
    near = reading.mentions[bisect_left(reading.mentions, opening, key=_start) : bisect_left(reading.mentions, start, key=_start)]
    told = [reading.people.person(mention) for mention in near if mention.name]
    return any(told) and reading.current not in told


def _start(mention: Mention) -> int:
    return mention.span.start


def _describes_current(reading: Reading, cue: Cue) -> bool:
    """Return whether the common noun behind a cue is another word for who spoke last: "tegas mantan bupati itu"."""
    noun = reading.text[cue.span.end :].lstrip()[:1].islower()  # with a capital it is an institution: "tegas Satpol PP"
    if reading.current is None or not noun or not EPITHET.match(reading.text, cue.span.end, cue.span.end + _LONGEST_EPITHET):
        return False
    lowly = _LOWLY.match(reading.text, cue.span.end)
    if lowly and reading.current.offices and not reading.people.has_in_office(reading.current, {lowly.group().split()[0]}):
        return False
    if not reading.people.may_be_called(reading.current, reading.text[cue.span.end : cue.span.end + _NEAR].strip()):
        return False
    return not (_SOMEBODY.match(reading.text, cue.span.end) and _STRANGER.search(reading.text, 0, cue.span.start))


def _resolve_mention(reading: Reading, cue: Cue, mention: Mention) -> tuple[Person | None, Attribution, str]:
    bare = mention.name is None and mention.span.of(reading.text).islower() and not offices.says_where(mention.span.of(reading.text))
    person = reading.people.sole_holder(mention) if bare else reading.people.person(mention)
    if (
        mention.name
        and _KIN.search(reading.text, max(0, mention.span.start - 40), mention.span.start)
        and _THAT.match(reading.text, mention.span.end)
    ):
        return reading.current, "carried" if reading.current else "none", "epithet"
    if person:
        return person, "name" if mention.name else "office", "named" if mention.name else "office"
    if mention.name:
        return None, "none", "misprinted-name" if reading.people.is_misprinted(mention) else "unknown-name"
    called = reading.current and reading.people.may_be_called(reading.current, mention.span.of(reading.text))
    if called and EPITHET.match(reading.text, mention.span.end, mention.span.end + 70):
        described = _described(reading, mention.span.start)
        if described:
            reading.people.give_office(described, mention)
        return described, "carried" if described else "none", "epithet"
    if bare or (cue.form == "active" and not offices.says_where(mention.span.of(reading.text))):
        return None, "none", "common-noun" if bare else "generic-office"
    return reading.people.unnamed(mention), "office", "office-without-name"
