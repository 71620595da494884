"""A paragraph that was read, and what a sentence of it takes from those before it: its force, or what it forbids."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from briefing.finding.modality import Reading
from briefing.finding.operators import takes_up
from briefing.finding.sentences import sentences_within
from briefing.lexicon.modality import lexicon
from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.finding.operators import Force
    from briefing.finding.phrases import Phrases
    from briefing.lexicon.phrasebook import Hit

_LONGEST = 800  # code points of a sentence that is read; a longer run is no sentence
_TAKING_UP = frozenset({"itu", "ini", "hal", "hal-hal", "yang", "begitu", "demikian", "tersebut"})
_ALONE_BEHIND = {("itu",), ("ini",), ("begitu",), ("demikian",)}
_SUCH = _TAKING_UP | {
    "seperti",
    "semacam",
    "macam",
    "model",
    "juga",
    "pun",
    "perbuatan",
    "tindakan",
    "sikap",
    "perilaku",
    "aksi",
    "cara",
    "kebiasaan",
    "praktik",
    "praktik-praktik",
    "kelakuan",
    "langkah",
    "modus",
    "gaya",
    "kayak",
    "iku",
    ",",
}
_AGAIN = frozenset(
    {"tetap", "ya", "jelas", "juga", "pokoknya", "memang", "sama-sama", "sudah", "pasti"}
)  # before "tidak boleh" where no more is said
_REPROACHES = frozenset({"mentang-mentang", "mentang", "mumpung", "mumpung-mumpung"})
_REPROACH_REACH = 3  # words with which a reproach begins, at most
_SUCH_REACH = 4  # words before what forbids "hal-hal seperti itu", at most
_TOLD_REACH = 4  # words of somebody who answers, at most ("Ketua Bawaslu menjawab, …")
_BAN_REACH = 2  # sentences between "Larangan itu" and what is forbidden, with that one, at most
_LEANING = 12  # words up to a comma of a sentence whose subject stands in the one before it, at most
_LEADS = frozenset({"jadi", "ya", "namun", "tapi", "tetapi", "dan", "maka", "karena", "karenanya", "makanya", "itu", "nah", "tentu", "juga", ","})
_PASSIVE = re.compile(r"di(?!a\b|ri\b|rinya\b|nas\b|em\b)[a-z]{4,}|terjadi|terulang")
_NUMBER = re.compile(r"(?:\(?(?:\d{1,2}|[a-z])[.)]|[-•*–])\s")  # of an item of a list
_NUMBER_BEFORE = re.compile(r"(?:(?:^|\s)\(?(?:\d{1,2}|[a-z])[.)]|(?:^|\n)[-•*–]|[:;]\s*\n)\s*\Z")


class Paragraph(NamedTuple):
    """A paragraph that was read: the `names` of the lists with phrases in it or its title, the `people` spoken of in it, where `demands` start, the groups that its title `titled` names."""

    phrases: Phrases
    names: frozenset[str]
    people: tuple[Hit, ...]
    demands: frozenset[int]
    titled: frozenset[str]
    readings: dict[tuple[Span, Force | None, int], Reading]

    def reading(self, span: Span, listed: Force | None = None, since: int = 0) -> Reading:
        """Return a sentence of it read, once for a quote and the rule in it; an item of a list under the force `listed`, by what token `since` or a later one governs."""
        key = (span, listed, since)
        if key not in self.readings:
            self.readings[key] = Reading(self.phrases, span.start, span.end, listed, since)
        return self.readings[key]


class Run(NamedTuple):
    """Words that are read as one: a sentence, or two where the second leans on the first; only what token `since` or a later one governs counts."""

    span: Span
    since: int = 0


def runs(paragraph: Paragraph, words: Span) -> Iterator[Run]:
    """Yield the sentences that are not too long to be one, after what each makes together with the one before it.

    That is a question or a reproach ("Mentang-mentang …") with the "jangan" that answers it, an act with "Itu tidak boleh", a thing with "Jangan dipakai untuk kampanye".
    """
    last: Span | None = None
    for span in sentences_within(paragraph.phrases.text, words):
        reading = paragraph.reading(span)
        if _leans_back(reading):
            last = last or _sentence_before(paragraph, span)
            yield from (run for run in (_joined(paragraph, last, span),) if run)
        last = span
        if span.end - span.start <= _LONGEST:
            yield Run(span)


def leans_on_block(paragraph: Paragraph, words: Span) -> bool:
    """Return whether words with which a paragraph begins lean on the paragraph before it."""
    first = next(iter(sentences_within(paragraph.phrases.text, words)), None)
    if first is None or _sentence_before(paragraph, first) is not None:
        return False
    return _leans_back(paragraph.reading(first))


def _leans_back(reading: Reading) -> bool:
    return _answers(reading) or _judges(reading) or _lacks_subject(reading) or "same-ban" in reading.hits


def bans_before(paragraph: Paragraph, span: Span) -> Iterator[Reading]:
    """Yield the sentences, the nearest first, of which one may forbid what a sentence says to hold for others too ("Larangan itu berlaku pula bagi …")."""
    before = [*sentences_within(paragraph.phrases.text, Span(max(0, span.start - _LONGEST), span.start))]
    yield from (paragraph.reading(one) for one in reversed(before[-_BAN_REACH:]))


def _joined(paragraph: Paragraph, before: Span | None, span: Span) -> Run | None:
    """Return a sentence together with the one before it on which it leans, None where that one is no question that it answers or is too long."""
    if before is None or span.end - before.start > _LONGEST:
        return None
    reading, joined = paragraph.reading(span), Span(before.start, span.end)
    asked = before.of(paragraph.phrases.text).rstrip(" \"”'").endswith("?") or _reproaches(paragraph.reading(before))
    if not (_judges(reading) or (_answers(reading) if asked else _lacks_subject(reading))):
        return None
    first = paragraph.phrases.run(joined.start, joined.end)[0]
    return Run(joined, paragraph.phrases.run(span.start, span.end)[0] - first)


def _reproaches(reading: Reading) -> bool:
    """Return whether a sentence only tells what somebody does because he thinks that he may ("Mentang-mentang jadi camat, …")."""
    return not _REPROACHES.isdisjoint(reading.tokens[:_REPROACH_REACH]) and not any(governor.force == "require" for governor in reading.governors)


def _sentence_before(paragraph: Paragraph, span: Span) -> Span | None:
    """Return the sentence before another in the block before it."""
    before = Span(max(0, span.start - _LONGEST), span.start)
    return next(reversed([*sentences_within(paragraph.phrases.text, before)]), None)


def _answers(reading: Reading) -> bool:
    """Return whether a sentence answers a question with a prohibition ("Jangan.", "Tidak boleh, aturannya jelas.")."""
    first = next(iter(reading.governors), None)
    if first is None or first.force != "forbid" or not takes_up(reading, first):
        return False
    small = lexicon().small
    return all(word == "," or word in small for word in reading.tokens[: first.start])


def _judges(reading: Reading) -> bool:
    """Return whether a sentence only forbids what the one before it tells ("Itu tidak boleh.", "Hal-hal seperti itu dilarang.")."""
    first = next(iter(reading.governors), None)
    if first is None or first.start > _TOLD_REACH + _SUCH_REACH:
        return False
    if first.start == 0:  # "Tidak boleh itu."
        after = reading.tokens[first.end : first.end + 2]
        return first.force == "forbid" and after[:1] in _ALONE_BEHIND and not after[-1][0].isalnum()
    begin = max((hit.end for hit in reading.named("told") if hit.end <= min(first.start, _TOLD_REACH)), default=0)  # "Ia menjawab, hal itu dilarang."
    people = {at for _, hit in reading.groups for at in range(hit.start - (reading.tokens[hit.start - 1] == "bagi"), hit.end)}
    before = [reading.tokens[at] for at in range(begin, first.start) if at not in people]
    if before and _AGAIN.issuperset(before) and not any(word[0].isalnum() for word in reading.tokens[first.end :]):
        return first.force == "forbid"  # "Tetap tidak boleh."
    such = not _TAKING_UP.isdisjoint(before) and len(before) <= _SUCH_REACH
    such = such and (_SUCH.issuperset(before) or (before[0] in _TAKING_UP and len(before) <= 2))
    return such and first.force == "forbid" and takes_up(reading, first)


def _lacks_subject(reading: Reading) -> bool:
    """Return whether a sentence begins with what is not to be done to something that the one before it names ("Jangan dipakai untuk kampanye")."""
    first = next(iter(reading.governors), None)
    if first is None or _clause_end(reading, first.start) > _LEANING or not {*reading.tokens[: first.start]} <= _LEADS:
        return False
    return bool(_PASSIVE.match("".join(reading.tokens[first.end : first.end + 1])))


def _clause_end(reading: Reading, start: int) -> int:
    """Return where the clause ends in which a token stands."""
    return next((at for at in range(start, len(reading.tokens)) if reading.tokens[at] == ","), len(reading.tokens))


def read_item(paragraph: Paragraph, span: Span, since: int = 0) -> Reading:
    """Return a sentence read, an item of a list under the force of what stands before it: a numbered one without a heading is a duty.

    One with an ordinal that keeps off something is a duty where nothing stands before it in its paragraph.
    """
    reading = paragraph.reading(span, since=since)
    numbered = since == 0 and is_numbered(paragraph.phrases.text, span) and reading.goes_on
    if since or not (numbered or reading.is_item):
        return reading
    before = paragraph.reading(Span(max(0, span.start - _LONGEST), span.start))
    alone = reading.is_refusal and not before.tokens
    force = before.last_force
    if force in {"forbid", "permit"} and reading.opens_with_denial:
        force = "require"  # "Kepala desa dilarang …; tidak menggunakan …": what is not to be done is not denied twice, nor allowed
    return paragraph.reading(span, force or ("require" if numbered or reading.is_pledge or alone else None))


def is_numbered(text: str, span: Span) -> bool:
    """Return whether a number or letter stands before a sentence or opens it, or a semicolon ends it ("1. Tidak …;")."""
    before = _NUMBER_BEFORE.search(text, max(0, span.start - 8), span.start)
    return bool(before or _NUMBER.match(text, span.start, span.end)) or text.endswith(";", span.start, span.end)
