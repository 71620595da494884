"""Citations: mentions of laws, decrees, circulars and court decisions, with their articles, resolved to the catalogue."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from briefing.finding.articles import ArticleRun, find_article_runs
from briefing.finding.former import called_former
from briefing.finding.law_mentions import LawMention, Resolved, alias_of
from briefing.finding.laws import find_laws
from briefing.finding.resolving import resolve
from briefing.lexicon import law
from briefing.lexicon.items import has_items
from briefing.lexicon.provisions import holds_article, home_of, lacks_article, provision
from briefing.lexicon.titles import family
from briefing.model.finding import Citation
from briefing.model.problem import Problem
from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

# What may stand between an article and the law behind it, and between a law and the article behind it, when they are one citation.
_TO_LAW = re.compile(r"[\"”’]?\s*,?\s*(?:(?:dari|dalam|pada|di|of|in|the|juga|menurut)\s+){0,2}", re.IGNORECASE)
_TO_ARTICLE = re.compile(r"\s*,?\s*(?:(?:pada|dalam|di|khususnya|terutama)\s+)?", re.IGNORECASE)
_ARTICLE_BEHIND = re.compile(rf"{_TO_ARTICLE.pattern}pa[sd]al\s*\d", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<!\bNo)(?<!\bjo)(?<!s\.d)(?<!\bNomor)[.!?][\"”’)]*\s+(?=[\"“‘(]*[A-Z])|\n")
_NAMED_BEFORE = re.compile(r"\s+(?:tersebut|itu|ini|di\s+atas|dimaksud)\b", re.IGNORECASE)  # "Pasal 188 itu": its law stands before
_JOINED = re.compile(r"\b(?:(?:jo|juncto|junto|jis)\b\.?|(?:di|ter)?ubah\b(?:\s+\w+){0,4})\s*\Z", re.IGNORECASE)
# "Kedua pasal itu tercantum dalam …", "Ketentuan yang dimaksud Sekda termuat dalam …"
_POINTING_BACK = re.compile(
    r"\b(?:pasal(?:-pasal)?|ketentuan)\s+(?:itu|tersebut|ini|tadi|(?:yang\s+)?dimaksud)\s+(?:\w+\s+){0,3}(?:dalam|di|pada)\s+\Z", re.IGNORECASE
)
_AMENDING = re.compile(r"\b(?:di|ter)ubah\b[^.;\n]{0,40}\bdengan\s+\Z", re.IGNORECASE)  # "UU 6/2014 sebagaimana telah diubah terakhir dengan …"
_LONGEST_JOINT = 400  # code points of a title between two laws cited as one
_MOST_LOOKED_AT = 12  # laws before a run of articles of which it may be
_BREAK = "\n\n"  # between paragraphs
_BEFORE = {"partly": "partly-then", "repealed": "repealed-then"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bound:
    """A law with articles cited of it: the place of the mention among the mentions, and whether they stand together, in a sentence, or apart."""

    law: int
    run: ArticleRun
    stands: Literal["beside", "context", "anaphora"]


def find_citations(text: str, day: date | None) -> tuple[Citation, ...]:
    """Return the citations of a text in order; names such as "UU ASN" mean what they meant on `day`, and so does the status then."""
    mentions = find_laws(text)
    resolved = resolve(mentions, text, day)
    runs = find_article_runs(text)
    near = _Surroundings(text, mentions, resolved)
    bound = _bound(runs, near)
    found = sorted((*_with_laws(near, bound), *_alone(near, bound)), key=lambda citation: citation.span.start)
    dated = [_dated(citation, day) for citation in found]
    former = called_former(text, [citation.span for citation in dated if citation.status_then in _BEFORE])
    return tuple(_judged(citation, day, former=citation.span in former) for citation in dated)


class _Surroundings:
    """A text with its laws: which of them have articles, and in which sentence each stands."""

    def __init__(self, text: str, mentions: Sequence[LawMention], resolved: Sequence[Resolved]) -> None:
        """Keep what each run of articles is looked up in."""
        self.text, self.mentions, self.resolved = text, mentions, resolved
        self.with_articles = [
            at
            for at, mention in enumerate(mentions)
            if mention.kind.has_articles and (resolved[at].instrument or mention.name or mention.number) and not self._only_amends(at)
        ]

    def sentence(self, at: int) -> Span:
        """Return the sentence around a place."""
        start = bisect_left(self._stops, at)
        return Span(self._stops[start - 1] if start else 0, self._stops[start] if start < len(self._stops) else len(self.text))

    @cached_property
    def _stops(self) -> list[int]:
        return [stop.start() for stop in _SENTENCE_END.finditer(self.text)]

    def _only_amends(self, at: int) -> bool:
        """Return whether a law is named only as what amended the one before it, of which articles further on are."""
        between = self.text[self.mentions[at - 1].span.end : self.mentions[at].span.start] if at else ""
        if "ubah" not in between:
            return False
        one, other = (family(self.resolved[which].instrument or "") for which in (at - 1, at))
        return bool(one & other and len(between) < _LONGEST_JOINT and _AMENDING.search(between))

    def may_hold(self, law_at: int, run: ArticleRun) -> bool:
        """Return whether the law is not known to lack an article of the run."""
        return not any(lacks_article(self.resolved[law_at].instrument or "", key) for key in run.keys)

    def is_known(self, law_at: int) -> bool:
        """Return whether the catalogue has the law."""
        return law.instrument(self.resolved[law_at].instrument or "") is not None

    def holds(self, law_at: int, run: ArticleRun) -> bool:
        """Return whether the catalogue holds provisions of all articles of the run in the law."""
        return all(holds_article(self.resolved[law_at].instrument or "", key.partition("(")[0]) for key in run.keys)

    def joined(self, law_at: int) -> Iterator[str]:
        """Yield the laws of the same family that a law is cited with as one: "UU 10/2016 jo. UU 1/2015", "UU 1/2015 … diubah dengan UU 6/2020"."""
        own = family(self.resolved[law_at].instrument or "")
        for first in (law_at - 1, law_at):
            if 0 <= first < len(self.mentions) - 1:
                between = self.text[self.mentions[first].span.end : self.mentions[first + 1].span.start]
                other = self.resolved[first if first < law_at else first + 1].instrument
                if other and family(other) & own and len(between) < _LONGEST_JOINT and _joins(between):
                    yield other


def _is_of_the_first(text: str, first: str, second: str, behind: LawMention) -> bool:
    """Return whether articles between two laws are of the first: a comma parts them from the second alone, or the second has its own behind it."""
    if ("," in first) != ("," in second):
        return "," in second
    return bool(_ARTICLE_BEHIND.match(text, behind.span.end))


def _joins(between: str) -> bool:
    return bool(_JOINED.search(between)) and not _SENTENCE_END.search(between)


def _bound(runs: Sequence[ArticleRun], near: _Surroundings) -> dict[ArticleRun, _Bound | None]:
    """Return for each run of articles the law that it is of: that of the run before it, where it only goes on with its article."""
    bound: dict[ArticleRun, _Bound | None] = {}
    last: _Bound | None = None
    for run in runs:
        last = bound[run] = (last and replace(last, run=run, stands="anaphora")) if run.goes_on else _bind(run, near) or _told_later(run, near)
    return bound


def _told_later(run: ArticleRun, near: _Surroundings) -> _Bound | None:
    """Return the law that a later sentence, of the next paragraph at most, says the article is of: "Kedua pasal itu tercantum dalam UU 10/2016"."""
    behind = bisect_left(near.mentions, run.span.end, key=lambda mention: mention.span.start)
    if behind == len(near.mentions):
        return None
    between = near.text[run.span.end : near.mentions[behind].span.start]
    return _Bound(law=behind, run=run, stands="anaphora") if between.count(_BREAK) <= 1 and _POINTING_BACK.search(between) else None


def _bind(run: ArticleRun, near: _Surroundings) -> _Bound | None:
    """Return the law of a run of articles: the one right behind it, right before it, in its sentence before or behind, or the last one named."""
    text, mentions = near.text, near.mentions
    after = bisect_left(mentions, run.span.end, key=lambda mention: mention.span.start)
    before = bisect_right(mentions, run.span.start, key=lambda mention: mention.span.end) - 1
    to_law = _TO_LAW.fullmatch(text, run.span.end, mentions[after].span.start) if after < len(mentions) else None
    to_article = _TO_ARTICLE.fullmatch(text, mentions[before].span.end, run.span.start) if before >= 0 else None
    if to_law and not (to_article and _is_of_the_first(text, to_article.group(), to_law.group(), mentions[after])):
        return _Bound(law=after, run=run, stands="beside")
    if to_article:
        return _Bound(law=before, run=run, stands="beside")
    sentence = near.sentence(run.span.start)
    behind = bisect_left(near.with_articles, after)
    earlier = [at for at in near.with_articles[max(0, behind - _MOST_LOOKED_AT) : behind] if at <= before]
    here = [at for at in earlier if mentions[at].span.start >= sentence.start]
    if here:
        return _Bound(law=next((at for at in reversed(here) if near.may_hold(at, run)), here[-1]), run=run, stands="context")
    later = next((at for at in near.with_articles[behind : behind + 1] if mentions[at].span.end <= sentence.end), None)
    if later is not None and not _NAMED_BEFORE.match(text, run.span.end):
        return _Bound(law=later, run=run, stands="context")
    holding = [at for at in earlier if near.may_hold(at, run)]
    if holding and not near.is_known(holding[-1]):
        holding = [at for at in holding if near.holds(at, run)] or holding
    last = next(iter(reversed(holding or earlier)), None)
    return None if last is None else _Bound(law=last, run=run, stands="anaphora")


def _with_laws(near: _Surroundings, bound: dict[ArticleRun, _Bound | None]) -> Iterator[Citation]:
    """Yield a citation for each law, with the articles that stand beside it."""
    beside: dict[int, list[ArticleRun]] = {}
    for held in bound.values():
        if held and held.stands == "beside":
            beside.setdefault(held.law, []).append(held.run)
    for at, (mention, known) in enumerate(zip(near.mentions, near.resolved, strict=True)):
        runs = beside.get(at, [])
        if not (runs or known.instrument or mention.number or mention.name or mention.issuer):
            continue
        spans = [mention.span, *(run.span for run in runs)]
        yield _citation(near, at, known, runs, Span(min(span.start for span in spans), max(span.end for span in spans)))


def _alone(near: _Surroundings, bound: dict[ArticleRun, _Bound | None]) -> Iterator[Citation]:
    """Yield a citation for each run of articles whose law stands elsewhere, or nowhere."""
    for run, held in bound.items():
        if held is None:
            yield Citation(
                span=run.span, kind="", number=None, year=None, instrument=None, articles=run.keys, resolved_by="none", notes=_run_notes(run, None)
            )
        elif held.stands != "beside":
            meant = near.resolved[held.law]
            yield _citation(near, held.law, replace(meant, by=held.stands if meant.instrument else "none", notes=()), [run], run.span)


def _citation(near: _Surroundings, at: int, known: Resolved, runs: Sequence[ArticleRun], span: Span) -> Citation:
    mention = near.mentions[at]
    keys = tuple(dict.fromkeys(key for run in runs for key in run.keys))
    instrument = _holder(mention, known, keys) or known.instrument
    notes = (*known.notes, *(note for run in runs for note in _run_notes(run, instrument)), *_home_notes(instrument, keys, near, at))
    return Citation(
        span=span,
        kind=mention.kind.short_id,
        number=mention.number,
        year=mention.year,
        instrument=instrument,
        articles=keys,
        resolved_by=known.by,
        notes=notes,
    )


def _holder(mention: LawMention, known: Resolved, keys: Sequence[str]) -> str | None:
    """Return the older law that a name must mean because the one of the day has no such article: "Pasal 87 UU ASN"."""
    if known.by not in {"alias", "context"} or not known.instrument or not any(lacks_article(known.instrument, key) for key in keys):
        return None
    others = [one.id for one in law.meanings(alias_of(mention)) if not any(lacks_article(one.id, key) for key in keys)]
    return others[-1] if others else None


def _run_notes(run: ArticleRun, instrument: str | None) -> tuple[Problem, ...]:
    """Return the doubt about a paragraph printed as a number: of a law that the catalogue does not hold only where that is certain."""
    if not run.angka_for_ayat or (instrument and all(has_items(instrument, key) for key in run.keys)):
        return ()
    return (Problem(code="angka-for-ayat"),) if run.angka_for_ayat == "certain" or law.instrument(instrument or "") else ()


def _home_notes(instrument: str | None, keys: Sequence[str], near: _Surroundings, at: int) -> Iterator[Problem]:
    """Yield the articles that the law cited does not have, with the statute that has them, unless it is cited together with one that has."""
    for key in keys:
        if instrument and lacks_article(instrument, key) and all(lacks_article(other, key) for other in near.joined(at)):
            home = law.instrument(home_of(instrument, key) or "")
            yield Problem(code="article-not-in-law", arguments={"article": key.partition("(")[0], "home": home.short_id if home else ""})


def _dated(citation: Citation, day: date | None) -> Citation:
    """Return the citation with its status on `day` and on the day of the catalogue, as far as that has the law."""
    identifier = citation.instrument
    if identifier is None or law.instrument(identifier) is None:
        return citation
    return replace(citation, status_then=law.status(identifier, day) if day else None, status_now=law.status(identifier, law.as_of()))


def _judged(citation: Citation, day: date | None, *, former: bool) -> Citation:
    """Return the citation with what its status says of the source: nothing where the source knows."""
    if citation.status_now is None:
        return citation
    then = citation.status_then or ""
    ended = (Problem(code=_BEFORE[then]),) if then in _BEFORE and not former and not _still_holds(citation, day) else ()
    sanctions = _sanction_notes(citation, day)
    return replace(citation, notes=(*ended, *citation.notes, *sanctions)) if ended or sanctions else citation


def _still_holds(citation: Citation, day: date | None) -> bool:
    """Return whether the articles cited are among what was left in force of a law."""
    return bool(citation.articles and day) and all(day and provision(citation.instrument or "", key, day) for key in citation.articles)


def _sanction_notes(citation: Citation, day: date | None) -> tuple[Problem, ...]:
    """Return the note on a penalty that a later law has changed for all laws at once."""
    held = (provision(citation.instrument or "", key, day) for key in citation.articles) if day else ()
    penalties = {one.instrument for one in held if one and one.type == "sanction"}
    changes = (relation for relation in law.relations() if relation.kind == "modifies_sanctions_of" and relation.target in penalties and relation.on)
    return (Problem(code="sanctions-changed"),) if day and any(relation.on > day for relation in changes if relation.on) else ()
