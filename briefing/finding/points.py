"""Which statements of the closed set a sentence or a quote makes.

A statement is made where its act stands under the right force (forbidden, demanded, allowed, threatened), beside the concepts that it needs, for the
people whom it binds. What a sentence asks, imagines, denies, reports or says of others makes none: better none than a wrong one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.finding.acts import UNGOVERNED, Rule, beside_act, deciding_words, has_force, rule_of
from briefing.finding.addressees import PERSON, SPEAKER, UNKNOWN
from briefing.finding.around import (
    BOUND,
    BREAK,
    SPEAKERS,
    SPEAKING,
    STRANGERS,
    SUBJECT,
    Around,
    Earlier,
    around_of,
    named_in,
    read_paragraph,
    spoken_of,
)
from briefing.finding.paragraphs import Paragraph, bans_before, is_numbered, leans_on_block, read_item, runs
from briefing.lexicon.modality import lexicon
from briefing.lexicon.pointwords import Pattern, order, patterns_of
from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.finding.modality import Reading
    from briefing.lexicon.phrasebook import Hit
    from briefing.model.article import Article

_BLOCK = 1_500  # code points: words stand in a paragraph with the block before theirs and the one behind, at most
_NAME = 14  # words of a name with its place between an office and the verb with which its holder speaks, at most
_HEADS = frozenset({"regional-head", "official"})  # who punish, and so are named beside those punished
_SAID_OF = frozenset({"asn", "official"})  # of whom most bans are told first: "Larangan itu berlaku pula bagi PPPK" adds nobody
_OTHERS = frozenset({"public", "other", "honorary"})
# Of whom a paragraph speaks, whoever stands in the title.
_NOT_TITLED = frozenset({"soe", "village", *(name.removeprefix("group:") for name in STRANGERS)})


class PointMatch(NamedTuple):
    """A statement that is made, and the words that decided so, in their order."""

    point: str
    words: tuple[str, ...]


def match_points(words: str, context: str = "") -> tuple[PointMatch, ...]:
    """Return the statements that a sentence or quote makes, in the order of the data file; `context` is its paragraph.

    Words without their article are taken to be of the election: it is the title that says so of most articles.
    """
    whole = Span(0, len(words))
    if not context:
        return _made(read_paragraph(words), whole, Around(frozenset(), frozenset({"topic"})))
    start = context.find(words)
    if start < 0:
        around = around_of(read_paragraph(context), 0)
        return _made(read_paragraph(words), whole, around._replace(names=around.names | {"topic"}))
    paragraph = read_paragraph(context)
    around = around_of(paragraph, start)
    return _made(paragraph, Span(start, start + len(words)), around._replace(names=around.names | {"topic"}))


def points_at(article: Article, span: Span) -> tuple[PointMatch, ...]:
    """Return the statements that a run of an article makes, read in its paragraph under the title of the article."""
    title, text = article.title or "", article.text
    first, last = max(0, span.start // _BLOCK * _BLOCK - _BLOCK), min(len(text), (span.end // _BLOCK + 2) * _BLOCK)
    end = text.find(BREAK, span.end, last)
    end = end if end >= 0 else last
    begin = _with_heading(text, _block_start(text, span.start, first), end, first)
    paragraph = read_paragraph(text[begin:end], title)
    if begin > first and leans_on_block(paragraph, Span(span.start - begin, span.end - begin)):
        begin = _block_start(text, first + len(text[first:begin].rstrip()), first)
        paragraph = read_paragraph(text[begin:end], title)
    words = Span(span.start - begin, span.end - begin)
    around = around_of(paragraph, words.start, _before(text, title, begin, first))
    names = around.names | _subject_of(title, text)
    return _made(paragraph, words, around._replace(names=names, article=(title, text)))


def _before(text: str, title: str, begin: int, first: int, *, farther: bool = True) -> Earlier | None:
    """Return the paragraph before a place, with the one before it."""
    end = first + len(text[first:begin].rstrip())
    if end <= first:
        return None
    start = _block_start(text, end, first)
    return Earlier(text[start:end], title, _before(text, title, start, first, farther=False) if farther else None)


def _subject_of(title: str, text: str) -> frozenset[str]:
    """Return the election as what all of an article is about whose title or first paragraph speaks of it."""
    end = text.find(BREAK, 0, _BLOCK)
    return read_paragraph(text[: end if end >= 0 else _BLOCK], title).names & {"topic"}


def _block_start(text: str, at: int, first: int) -> int:
    """Return where the paragraph begins in which a place stands, or `first`."""
    start = text.rfind(BREAK, first, at)
    return start + len(BREAK) if start >= 0 else first


def _with_heading(text: str, begin: int, end: int, first: int) -> int:
    """Return where the paragraph begins that stands between two places, an item of a list with the items before it and their heading."""
    while begin > first:
        before = text[first:begin].rstrip()
        if not (before.endswith(":") or is_numbered(text, Span(begin, end))):
            break
        begin, end = _block_start(text, first + len(before), first), first + len(before)
        if before.endswith(":"):
            break
    return begin


def _made(paragraph: Paragraph, words: Span, around: Around) -> tuple[PointMatch, ...]:
    """Return the statements that the words at a place of a paragraph make."""
    found: dict[str, PointMatch] = {}
    for span, since in runs(paragraph, words):
        reading = read_item(paragraph, span, since)
        around = around._replace(names=around.names.union(reading.hits))
        for match in _matches(reading, around, leans=since > 0):
            found.setdefault(match.point, match)
        for match in _extended(paragraph, span, reading, around):
            found.setdefault(match.point, match)
        around = around._replace(groups=spoken_of(reading) or around.groups)
    return tuple(sorted(found.values(), key=lambda match: order()[match.point]))


def _extended(paragraph: Paragraph, span: Span, reading: Reading, around: Around) -> list[PointMatch]:
    """Return what a sentence before one forbids that says for whom else it is forbidden ("Larangan itu berlaku pula bagi perangkat desa")."""
    told = (hit for hit in reading.named("same-ban") if not reading.voids and reading.denials.isdisjoint(range(hit.start, hit.end)))
    end = next((hit.end for hit in told), len(reading.tokens))
    bound = frozenset(name for name, hit in reading.groups if hit.start >= end) & BOUND - _SAID_OF
    before = (_matches(one, around._replace(bound=bound), leans=True) for one in (bans_before(paragraph, span) if bound else ()))
    return next((made for made in map(list, before) if made), [])


def _matches(reading: Reading, around: Around, *, leans: bool) -> Iterator[PointMatch]:
    """Yield the statements that a sentence makes; `leans`: together with the one before it."""
    made: set[str] = set()
    rules: dict[Hit, Rule | None] = {}  # one act may be that of many patterns
    spared = [lexicon().voids[name] for name in reading.voids]
    for pattern in patterns_of(reading.hits) if not spared or frozenset.intersection(*spared) else ():
        if pattern.point in made or not _fits(reading, pattern, around) or any(pattern.point not in points for points in spared):
            continue
        if (leans and pattern.mode in UNGOVERNED) or (around.bound and pattern.mode != "forbid"):
            continue
        for act in reading.named(*pattern.act):
            if pattern.mode not in UNGOVERNED and act not in rules:
                rules[act] = rule_of(reading, act)
            if pattern.mode not in UNGOVERNED and not has_force(rules[act], pattern):
                continue
            beside = beside_act(reading, act, pattern)
            if beside is not None and _stands(reading, act, rules.get(act), pattern, around) and _is_about(pattern, around):
                made.add(pattern.point)
                yield PointMatch(pattern.point, deciding_words(reading, [act, *beside], pattern))
                break


def _fits(reading: Reading, pattern: Pattern, around: Around) -> bool:
    """Return whether the sentence has what must stand beside the act, and its paragraph not what the pattern is apart from."""
    for names in pattern.beside:
        if reading.hits.keys().isdisjoint(names):
            return False
    return pattern.apart not in around.names


def _is_about(pattern: Pattern, around: Around) -> bool:
    """Return whether the paragraph, or the one before it, speaks of what the pattern is about, and not of what it is apart from."""
    if pattern.about is not None and not around.speaks_of(pattern.about):
        return False
    return pattern.here or pattern.apart is None or not around.speaks_of(pattern.apart)


def _stands(reading: Reading, act: Hit, rule: Rule | None, pattern: Pattern, around: Around) -> bool:
    """Return whether an act has its force near what governs it, and for the people of the pattern."""
    if pattern.mode == "threaten" and reading.tells_of_one:
        return False
    if pattern.mode in UNGOVERNED:
        return not reading.reports and not reading.is_refused(act) and _speaks_of(reading, pattern, around)
    if rule is None:
        return False
    if pattern.close is not None and not -pattern.close <= act.start - rule.governor.end <= pattern.close:
        return False
    return _binds(around.bound or rule.people, pattern, around)


def _binds(found: frozenset[str], pattern: Pattern, around: Around) -> bool:
    """Return whether those addressed are among those whom the statement binds; where nobody is named, the paragraph decides."""
    if not pattern.who:
        people = (found - UNKNOWN) or around.groups
        spared = bool(people & pattern.spares) and not people & (BOUND - pattern.spares)
        return not spared and bool("topic" in around.names or (found | around.groups) & BOUND)
    if found == {"official"} and around.groups == {"asn"}:
        found |= around.groups  # "para pejabat" of whom the paragraph speaks as civil servants
    if found & (SPEAKER | PERSON) and "group:regional-head" in around.names and "group:organiser" not in around.names:
        found |= {"regional-head"}
    found -= PERSON
    if found - UNKNOWN:
        return bool(found & pattern.who)
    return _holds(pattern, around, unknown=bool(found))


def _holds(pattern: Pattern, around: Around, *, unknown: bool = False) -> bool:
    """Return whether a paragraph speaks of those whom the statement binds, or of nobody where the sentence names nobody: what is asked of all names none."""
    if around.groups & pattern.who:
        return True
    if unknown or pattern.named or around.groups or "topic" not in around.names:
        return False
    return around.article is None or "public" in pattern.who or bool(named_in(*around.article) & pattern.who)


def _speaks_of(reading: Reading, pattern: Pattern, around: Around) -> bool:
    """Return whether a sentence, or else its paragraph, speaks of those whom the statement binds."""
    found = _spoken_to(reading)
    if not pattern.who or found & pattern.who:
        return True
    if found & (BOUND - (_HEADS if pattern.mode == "threaten" else frozenset()) | _OTHERS):
        return False
    titled = frozenset() if around.groups and around.groups <= _NOT_TITLED else around.titled
    return _holds(pattern, around._replace(groups=around.groups | titled), unknown="member" in reading.hits)


def _spoken_to(reading: Reading) -> frozenset[str]:
    """Return the groups that a sentence names, without who speaks in it ("Camat menegaskan, kades …")."""
    telling = {hit.start for hit in reading.named("told")} | {at for at, word in enumerate(reading.tokens) if word == ":"}
    telling |= {
        governor.start
        for governor in reading.governors
        if governor.operator.syntax == "object" and reading.tokens[governor.start].startswith(SPEAKING)
    }
    speaker = _speaker(reading, telling)
    return frozenset(name for name, hit in reading.groups if hit.start >= speaker and telling.isdisjoint(range(hit.end, hit.end + SUBJECT)))


def _speaker(reading: Reading, telling: set[int]) -> int:
    """Return where a sentence says that the holder of the office with which it opens speaks, 0 where it does not ("Pjs Bupati Kotabaru, Kalimantan Selatan, Budi R. mengingatkan …")."""
    first = min((hit for _, hit in reading.groups), key=lambda hit: hit.start, default=None)
    if first is None or first.name not in SPEAKERS:
        return 0
    named = min((at for at in telling if at >= first.end), default=0)
    governed = min((governor.start for governor in reading.governors), default=named)
    return named if named <= min(first.end + _NAME, governed) else 0
