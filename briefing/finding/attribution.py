"""Attribution: who said what, decided sentence by sentence after names and quotes are found, each decision with its reason."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.finding.cues import EPITHET, POINTED, Cue, find_cues
from briefing.finding.headings import find_headings
from briefing.finding.marks import MARK, Quoted
from briefing.finding.mentions import Mention
from briefing.finding.people import People, Person
from briefing.finding.spoken import goes_on, is_speech, is_touched, says_nothing, touches_any
from briefing.finding.subjects import Reading, follow_subject, is_background, is_strangers, just_named
from briefing.finding.unmarked import unmarked_speech
from briefing.lexicon import offices
from briefing.lexicon.turns import any_of
from briefing.model.finding import Attribution, QuoteKind
from briefing.model.span import Span, opens_paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# "Putra sulung Presiden RI Joko Widodo itu" is not Joko Widodo.
_KIN = re.compile(rf"\b{any_of('kin')}\s+\Z", re.IGNORECASE)
_THAT = re.compile(r"\s+(?:itu|ini|tersebut)\b")
# "pria itu" is the speaker before only where no other man, no "seorang peserta", has come into the article.
_SOMEBODY = re.compile(rf"\s*{any_of('somebody')}\s+(?:itu|ini|ters[a-z]+)\b")
# Somebody of that work is not who spoke last where that was an official: "kata guru itu".
_LOWLY = re.compile(rf"\s*{any_of('lowly')}(?:\s+\w+){{0,2}}\s+(?:itu|ini|ters[a-z]+)\b", re.IGNORECASE)
_OFFICE_NOUN = re.compile(r"\s+(?!(?:mantan|eks|calon)\b)(?=[a-z]|P[jl])")
_STRANGER = re.compile(r"\b(?:seorang|salah\s+(?:satu|seorang))\s+[a-z]")
_LONGEST_EPITHET = 90  # code points
_MOST_CUES = 9  # of a sentence, among which one may report another
_LEAST_REPORT = 5  # spaces between a cue and a quote: fewer words report nothing
_ASKS = re.compile(r"(?:tanya|bertanya|menanya|cecar|mencecar)", re.IGNORECASE)
_ANSWERS = re.compile(r"(?:jawab|menjawab|sahut|menyahut|balas|timpal)", re.IGNORECASE)
_NEAR = 40  # code points before a mention
_CONTRAST = re.compile(r"\b(?:sedangkan|sementara|adapun|lalu|kemudian)\b|[\"“”]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Words that somebody said, with the person found for them (None: nobody), why, and the cue; `in_turn`: a question asked in turn with answers."""

    kind: QuoteKind
    span: Span
    person: Person | None
    cue: Span | None
    attribution: Attribution
    reason: str
    in_turn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Resolved:
    """A cue with the person that it leads to."""

    cue: Cue
    person: Person | None
    attribution: Attribution
    reason: str


def attribute(
    narrative: str, sentences: Sequence[Span], quoted: Sequence[Quoted], mentions: Sequence[Mention], words: Sequence[re.Match[str]]
) -> tuple[tuple[Statement, ...], People]:
    """Return the direct and indirect statements of an article in order, and its people.

    `narrative` is the article with the words inside quotes blanked out, so that offsets agree; `words` are the cues of speech in it.
    """
    headings = find_headings(narrative)
    people = People(narrative, mentions, headings)
    in_headings = {sentence for sentence in sentences for heading in headings if heading.start <= sentence.start < heading.end} if headings else set()
    cues = {sentence: () if sentence in in_headings else tuple(find_cues(narrative, sentence, mentions, words)) for sentence in sentences}
    people.add_speakers(cue.mention for found in cues.values() for cue in found if cue.mention)
    reading = Reading(text=narrative, people=people, mentions=mentions)
    statements: list[Statement] = []
    at = at_mention = 0
    for sentence in sentences:
        runs = []
        while at < len(quoted) and quoted[at].outer.start < sentence.end:
            runs.append(quoted[at])
            at += 1
        while at_mention < len(mentions) and mentions[at_mention].span.start < sentence.start:
            at_mention += 1
        if sentence not in in_headings:
            statements.extend(_read_sentence(reading, sentence, runs, cues[sentence], at_mention))
    return tuple(_continued(narrative, statements)), people


def _continued(narrative: str, statements: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the statements, a quote without a cue given to the speaker of the quote that goes on from it in the next paragraph."""
    held: list[Statement] = []
    for statement in reversed(statements):
        following = held[-1] if held else None
        goes_on = following is not None and statement.kind == following.kind == "direct" and statement.cue is None and following.person is not None
        if (
            following
            and goes_on
            and not (statement.in_turn or following.in_turn)
            and _only_marks(narrative[statement.span.end : following.span.start])
        ):
            held.append(replace(statement, person=following.person, attribution="carried", reason="continued-quote"))
        else:
            held.append(statement)
    yield from reversed(held)


def _only_marks(between: str) -> bool:
    return "\n\n" in between and not MARK.sub("", between).strip(" \n,")


def _read_sentence(reading: Reading, sentence: Span, runs: Sequence[Quoted], cues: Sequence[Cue], first_mention: int) -> Iterator[Statement]:
    """Yield the statements of a sentence; who speaks in it, or is its subject, is noted for the next."""
    resolved = []
    if is_strangers(reading.text, sentence, cues):
        reading.current = None
    follow_subject(reading, sentence, cues, first_mention)
    for cue in cues:
        person, attribution, reason = _resolve(reading, cue)
        resolved.append(_Resolved(cue=cue, person=person, attribution=attribution, reason=reason))
        # "kata salah seorang lurah": whoever spoke before does not go on.
        unnamed = person is None and (reason in {"epithet", "misprinted-name"} or (not cue.mention and touches_any(reading.text, runs, cue)))
        if cue.shared or unnamed or (person and not (_is_told(reading.text, resolved) or is_background(reading, sentence, cue))):
            reading.current = person
        reading.told = None
    spoken: list[Quoted] = []
    for run in runs:
        if is_speech(reading.text, sentence, run, cues) or (spoken and goes_on(reading.text, spoken[-1], run, cues)):
            spoken.append(run)
    if spoken and not is_touched(reading.text, spoken[0], cues):
        yield from _reported_before(reading.text, sentence, spoken[0], resolved)
    for run in spoken:
        statement = _direct(reading, run, spoken, resolved)
        if statement.cue:
            reading.asker = statement.person if run.asks and _ASKS.match(reading.text, statement.cue.start) else reading.asker
        yield statement
    if not spoken:
        reading.asker = None
        unmarked = None if runs else unmarked_speech(reading.text, sentence, cues, reading.mentions[first_mention : first_mention + 1])
        yield from _indirect(reading.text, sentence, resolved) if unmarked is None else _unmarked(unmarked, resolved)


def _is_told(text: str, resolved: Sequence[_Resolved]) -> bool:
    """Return whether the last cue is part of what an earlier one of its sentence reports: "Menurutnya, Bupati sudah memerintahkan …"."""
    last = resolved[-1]
    return last.cue.form in {"active", "passive"} and any(
        earlier.person and earlier.cue.reports and not _CONTRAST.search(text, earlier.cue.span.end, last.cue.span.start)
        for earlier in resolved[-_MOST_CUES:-1]
    )


def _resolve(reading: Reading, cue: Cue) -> tuple[Person | None, Attribution, str]:
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
    if _LOWLY.match(reading.text, cue.span.end) and reading.current.offices:
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


def _direct(reading: Reading, run: Quoted, spoken: Sequence[Quoted], resolved: Sequence[_Resolved]) -> Statement:
    """Return the statement of a quoted run: said by whom the cue behind it names, else by whom the one before it does, else by who spoke last; a question by who asked the one before."""
    next_run = bisect_right(spoken, run.outer.start, key=lambda other: other.outer.start)
    following = spoken[next_run].outer.start if next_run < len(spoken) else None
    at = bisect_left(resolved, run.outer.end, key=lambda found: found.cue.span.start)
    behind = resolved[at : at + 1]
    own = [found for found in behind if following is None or found.cue.span.start < following]
    before = bisect_right(resolved, run.outer.start, key=lambda found: found.cue.span.end)
    found = next(iter((*own, *resolved[max(0, before - 1) : before], *behind)), None)
    if found:
        return Statement(kind="direct", span=run.inner, person=found.person, cue=found.cue.span, attribution=found.attribution, reason=found.reason)
    in_turn = run.asks and reading.asker is not None and reading.asker is not reading.current
    carried = reading.asker if in_turn else reading.current
    return Statement(
        kind="direct",
        span=run.inner,
        person=carried,
        cue=None,
        attribution="carried" if carried else "none",
        reason="carried-from-last-speaker" if carried else "nobody-before",
        in_turn=in_turn,
    )


def _indirect(text: str, sentence: Span, resolved: Sequence[_Resolved]) -> Iterator[Statement]:
    found = next((found for found in resolved if found.cue.reports and found.person), None)
    if found and not says_nothing(text, sentence, found.cue):
        yield Statement(kind="indirect", span=sentence, person=found.person, cue=found.cue.span, attribution=found.attribution, reason=found.reason)


def _reported_before(text: str, sentence: Span, run: Quoted, resolved: Sequence[_Resolved]) -> Iterator[Statement]:
    """Yield what a sentence reports with "bahwa" before it goes on in the speaker's own words: "Ia menyampaikan bahwa … “saya …”."."""
    before = text[sentence.start : run.outer.start].rstrip()
    reports = [
        found for found in resolved if found.cue.span.end < run.outer.start and text[found.cue.span.end : run.outer.start].count(" ") > _LEAST_REPORT
    ]
    if run.personal and before and before[-1] not in ",:" and " bahwa " in before and reports:
        yield from _indirect(text, Span(sentence.start, sentence.start + len(before)), reports)


def _unmarked(span: Span, resolved: Sequence[_Resolved]) -> Iterator[Statement]:
    """Yield the words before the cue of a sentence whose quotation marks were lost as direct speech."""
    found = next(found for found in resolved if found.cue.span.start >= span.end)
    yield Statement(kind="direct", span=span, person=found.person, cue=found.cue.span, attribution=found.attribution, reason=found.reason)
