"""Attribution: who said what, decided sentence by sentence after names and quotes are found, each decision with its reason."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.finding.cues import Cue, find_cues
from briefing.finding.headings import find_headings
from briefing.finding.marks import MARK, Quoted
from briefing.finding.people import People, Person
from briefing.finding.referring import resolve
from briefing.finding.spoken import goes_on, is_speech, is_touched, says_nothing, touches_any
from briefing.finding.strangers import is_beyond, is_strangers, party
from briefing.finding.subjects import Reading, follow_subject, is_background, is_told_of_earlier
from briefing.finding.unmarked import unmarked_speech
from briefing.model.finding import Attribution, QuoteKind
from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.finding.mentions import Mention

_MOST_CUES = 9  # of a sentence, among which one may report another
_LEAST_REPORT = 5  # spaces between a cue and a quote: fewer words report nothing
_ASKS = re.compile(r"(?:tanya|bertanya|menanya|cecar|mencecar)", re.IGNORECASE)
# Words that somebody has read out are not his: "“…,” demikian kutipan sambutan bupati."
_READ_OUT = re.compile(
    r"\W*(?:demikian(?:lah)?|begitu(?:lah)?)\s+(?:(?:kutipan|petikan|bunyi|isi|penggalan)\s+)?(?:sambutan|amanat|pidato|arahan|pesan|surat|edaran|imbauan)\b",
    re.IGNORECASE,
)
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
    if is_strangers(reading.text, sentence, cues) or is_beyond(reading.text, sentence, cues, reading.current):
        reading.current = party(reading.text, sentence, people=reading.people)
    follow_subject(reading, sentence, cues, first_mention)
    for cue in cues:
        person, attribution, reason = resolve(reading, cue)
        resolved.append(_Resolved(cue=cue, person=person, attribution=attribution, reason=reason))
        # "kata salah seorang lurah": whoever spoke before does not go on.
        unnamed = person is None and (reason in {"epithet", "misprinted-name"} or (not cue.mention and touches_any(reading.text, runs, cue)))
        if cue.shared or unnamed or (person and not (_is_told(reading.text, resolved) or is_background(reading, sentence, cue))):
            reading.current = None if is_told_of_earlier(reading, sentence, cue) else person
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
    if _READ_OUT.match(reading.text, run.outer.end):
        return Statement(kind="direct", span=run.inner, person=None, cue=None, attribution="none", reason="nobody-before")
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
