"""Slips of the press in citing a law: a wrong or missing year, a wrong number, the title of another law."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.finding.law_mentions import alias_of
from briefing.lexicon import law, titles
from briefing.lexicon.provisions import holds_article, provisions
from briefing.model.problem import Problem
from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from briefing.finding.law_mentions import LawMention
    from briefing.lexicon.law import Instrument

_FIRST_YEAR = 1945  # no instrument of the republic is older
_SLIP = 2  # years by which a year may be misprinted where nothing but the subject tells so
_BESIDE = 120  # code points between two mentions of one enumeration, and around one in which its subject is looked for
_ARTICLE_BEFORE = re.compile(r"\b(?:pa[sd]al|article)\s*(\d{1,3}[A-Z]?)\b[^.;\n]{0,30}\Z", re.IGNORECASE)
_ARTICLE_BEHIND = re.compile(r"[^.;\n]{0,60}?\bpa[sd]al\s*(\d{1,3}[A-Z]?)\b", re.IGNORECASE)
_SUBJECT = re.compile(r"\bnetral|\bkampanye|\bpilkada|\bpemilu|\bpemilihan|\bmelarang|\bdilarang|\bmelanggar", re.IGNORECASE)
_CHANGES = re.compile(r"\b(?:perubahan|penetapan|pengganti|perppu|mengubah|diubah)\b", re.IGNORECASE)


def year_notes(mention: LawMention, day: date | None) -> tuple[Problem, ...]:
    """Return the note on a year that cannot be: before the republic, or after `day`."""
    latest = min(day or law.as_of(), law.as_of()).year
    possible = mention.year is None or _FIRST_YEAR <= mention.year <= latest
    return () if possible else (Problem(code="year-impossible", arguments={"year": mention.year or 0}),)


def find_slip(at: int, mentions: Sequence[LawMention], exact: Sequence[Instrument | None]) -> tuple[Instrument, Problem] | None:
    """Return the instrument that is meant where its year or its number is printed wrongly, and what to say of that; None for no evidence.

    `exact` holds, for each mention, the instrument that it names as printed.
    """
    mention = mentions[at]
    if meant := _of_another_year(at, mentions, exact):
        return meant, Problem(code="year-suspect" if mention.year else "year-missing", arguments={"year": meant.year})
    same_year = (one for one in law.instruments() if one.year == mention.year and one.id.startswith(f"{mention.kind.id}-"))
    titled = [one for one in same_year if titles.fits(mention.title, one)]
    return (titled[0], Problem(code="number-suspect", arguments={"instrument": titled[0].short_id})) if len(titled) == 1 else None


def likely_slip(mention: LawMention, text: str) -> tuple[Instrument, Problem] | None:
    """Return the law that has the number of one cited for what is forbidden, and the doubt; None for no such.

    Its year is one digit off and it has the article cited; or it is up to two off, no title says otherwise, and the law forbids something.
    """
    around = Span(max(0, mention.span.start - _BESIDE), mention.span.end + _BESIDE)
    if not mention.year or not _SUBJECT.search(text, around.start, around.end):
        return None
    candidates = _same_number(mention)
    article = _ARTICLE_BEFORE.search(text, around.start, mention.span.start) or _ARTICLE_BEHIND.match(text, mention.span.end)
    having = [one for one in candidates if article and _differ_in_a_digit(one.year, mention.year) and holds_article(one.id, article[1])]
    if len(having) == 1:
        return having[0], Problem(code="year-suspect", arguments={"year": having[0].year})
    near = [one for one in candidates if abs(one.year - mention.year) <= _SLIP and any(held.type == "prohibition" for held in provisions(one.id))]
    if len(near) == 1 and not mention.title:
        return near[0], Problem(code="number-suspect", arguments={"instrument": near[0].short_id})
    return None


def _differ_in_a_digit(one: int, other: int) -> bool:
    return sum(first != second for first, second in zip(str(one), str(other), strict=False)) == 1


def title_notes(mention: LawMention, known: Instrument) -> tuple[Problem, ...]:
    """Return what is at fault with the name or the title beside the number of a law."""
    called = _is_called(mention, known)
    other = next(iter(law.meanings(alias_of(mention))), None) if mention.name and not called else titles.other_of_title(mention.title, known)
    if other and not titles.family(other.id) & titles.family(known.id):
        return (Problem(code="title-names-another", arguments={"instrument": other.short_id}),)
    main = _ratified(known)
    if main and not _CHANGES.search(mention.title) and (_is_called(mention, main) or titles.fits(mention.title, main)):
        return (Problem(code="ratifies-amendment", arguments={"main": main.short_id}),)
    return ()


def _of_another_year(at: int, mentions: Sequence[LawMention], exact: Sequence[Instrument | None]) -> Instrument | None:
    """Return the instrument that is meant where the year is wrong or missing: by its title or name, by what the text cites elsewhere, by its neighbour."""
    mention = mentions[at]
    candidates = _same_number(mention)
    named = [one for one in candidates if titles.fits(mention.title, one) or titles.nearly_fits(mention.title, one) or _is_called(mention, one)]
    if named or mention.title or not mention.year:
        return named[0] if len(named) == 1 else None
    cited = {other.id for other in exact if other}
    elsewhere = [one for one in candidates if one.id in cited]
    return next(iter(elsewhere or _as_the_neighbour(candidates, at, mentions, exact)), None)


def _as_the_neighbour(
    candidates: Sequence[Instrument], at: int, mentions: Sequence[LawMention], exact: Sequence[Instrument | None]
) -> list[Instrument]:
    """Return those of the year of a law enumerated beside it that differ from what is printed in one digit: "91/2014 dan 92/2024"."""
    mention = mentions[at]
    years = {
        mentions[other].year for other in (at - 1, at + 1) if 0 <= other < len(mentions) and exact[other] and _gap(mention, mentions[other]) < _BESIDE
    }
    return [one for one in candidates if one.year in years and (one.year - (mention.year or 0)) % 10 == 0]


def _gap(one: LawMention, other: LawMention) -> int:
    return max(one.span.start, other.span.start) - min(one.span.end, other.span.end)


def _same_number(mention: LawMention) -> list[Instrument]:
    """Return the instruments of the same kind and number, of another year."""
    prefix = f"{mention.kind.id}-"
    return [one for one in law.instruments() if one.number == mention.number and one.id.startswith(prefix) and one.year != mention.year]


def _is_called(mention: LawMention, known: Instrument) -> bool:
    """Return whether the name beside the number is one of this instrument, or of a law that it changes."""
    return bool(mention.name) and any(meaning.id in titles.family(known.id) for meaning in law.meanings(alias_of(mention)))


def _ratified(known: Instrument) -> Instrument | None:
    """Return the law whose amendment by decree this one only makes permanent."""
    enacted = {relation.target for relation in law.relations() if relation.kind == "enacts" and relation.actor == known.id}
    amended = [relation.target for relation in law.relations() if relation.kind == "amends" and relation.actor in enacted]
    return law.instrument(amended[0]) if amended else None
