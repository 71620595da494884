"""Mentions of laws without a kind of their own: by number, by the numbers of a joint decree, by a name, or further on in a list of numbers."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.finding.law_mentions import (
    ASSEMBLY,
    COURT,
    NUMBERED,
    SHARED_YEAR,
    WORD_FOR_NUMBER,
    LawMention,
    number_of,
    usual_number,
    year_in,
    year_of,
)
from briefing.lexicon import law, titles
from briefing.lexicon.kinds import kind_pattern, kind_with_id
from briefing.lexicon.load import cached, table
from briefing.lexicon.provisions import holds_article
from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.lexicon.law import Instrument

# Numbers that tell their kind by themselves, each with what all of them hold.
_NUMBERS = {
    "mk": ("/", re.compile(rf"(?P<number>{COURT})", re.IGNORECASE)),
    "tap-mpr": ("MPR", re.compile(rf"(?<![\w/.])(?P<number>{ASSEMBLY})(?!\w)")),
    "surat": ("/K", re.compile(r"(?<![\w/.])(?P<number>\d{1,4}(?:\.\d+)?/[A-Z]{2}\.\d{2}(?:\.\d{2})?/K[._][A-Z0-9.-]+/\d{2}/\d{4})")),  # of Bawaslu
}
_CASE = re.compile(rf"\b(?:putusan|perkara)\b[\w\s]{{0,40}}?{WORD_FOR_NUMBER}\Z", re.IGNORECASE)  # before the number of a court decision
_LONGEST_CASE = 80  # code points
_SIGNED_BY_ALL = 3  # so many of the numbers of a joint decree in a row tell which it is
_OF_A_DECREE = re.compile(rf"(?:\b{WORD_FOR_NUMBER}[\w./-]+(?:\s+tahun\s+\d{{4}})?(?:\s*,?\s*(?:dan\s+)?|\Z)){{3,9}}", re.IGNORECASE)
_DECREE_HEAD = re.compile(r"[BDNbdn](?i:er|engan|o|um|mr)")  # where one may begin, looked for first
_ANY_RULE = r"\b(?:peraturan|aturan|ketentuan|regulasi|beleid)\s+"
_PLAIN = re.compile(
    rf"(?:\bpasal\s(?P<article>\d{{1,3}}[A-Z]?)(?:\s+(?:ayat|huruf)\s+\(?\w{{1,2}}\)?){{0,2}}\s+|(?={_ANY_RULE}))"
    rf"(?P<law>(?:{_ANY_RULE})?{WORD_FOR_NUMBER}(?P<number>\d{{1,3}})\s+tahun\s+(?P<year>(?:19|20)\d\d))(?!\d)",
    re.IGNORECASE,
)
# Where one may begin: looked for first, as this is much the quicker search.
_PLAIN_HEAD = re.compile(r"[ABKPRabkpr](?i:asal|eraturan|turan|etentuan|egulasi|eleid)\s")
_TENTANG = re.compile(r"\s+tentang\s+(?P<title>[^.;:\n“”\"()]{3,120})", re.IGNORECASE)
_IN_TITLE = re.compile(r"\b(?:tentang|mengenai|(?<!\bbased )on|concerning)\s+(?:the\s+)?\Z", re.IGNORECASE)
_BEFORE_NAME = 20  # code points before a name in which "tentang" makes it a part of a title
_SHORTEST_KIND = 2  # letters
_LETTER = re.compile(r"\w")
_AND = re.compile(r"\s*(?:,|;|&|\b(?:dan|serta|and|jo|juncto|junto|jis)\b\.?)\s*(?:(?:dan|serta|and)\s+)?", re.IGNORECASE)
_SHORT_NUMBER = re.compile(r"(?P<number>\d{1,3})/(?P<year>(?:19|20)\d\d)(?![\w/])")


def by_signatures(text: str) -> Iterator[LawMention]:
    """Yield joint decrees that their numbers name, one of each who signed: "nomor 2 tahun 2022, nomor 800-5474 tahun 2022, …"."""
    kind, end = kind_with_id("skb"), 0
    for head in _DECREE_HEAD.finditer(text) if kind else ():
        run = _OF_A_DECREE.match(text, head.start()) if head.start() >= end else None
        if not run:
            continue
        end = run.end()
        cited = {
            f"{number}/{year}" if year else number
            for number, year in re.findall(rf"{WORD_FOR_NUMBER}([\w./-]*\w)(?:\s+tahun\s+(\d{{4}}))?", run.group(), re.IGNORECASE)
        }
        for decree in law.instruments():
            if kind and len(cited & {part.strip() for part in decree.number.split(";")}) >= _SIGNED_BY_ALL:
                words = run.group().rstrip(" ,\n")
                yield LawMention(span=Span(run.start(), run.start() + len(words)), kind=kind, number=decree.number, year=decree.year)


def by_number(text: str) -> Iterator[LawMention]:
    """Yield decisions, decrees and letters of which only the number stands there: "136/PUU-XXII/2024", "138/PM.00.02/K.JB/11/2024"."""
    for identifier, (held, pattern) in _NUMBERS.items():
        for match in pattern.finditer(text) if held in text else ():
            number = usual_number(match["number"])
            joint = law.find_instrument("SKB", _as_signed(number), None)
            named = identifier == "mk" and _CASE.search(text, max(0, match.start() - _LONGEST_CASE), match.start())
            if kind := kind_with_id("skb" if joint else identifier):
                yield LawMention(
                    span=Span(named.start() if named else match.start(), match.end()),
                    kind=kind,
                    number=_as_signed(number) if joint else number,
                    year=year_in(number),
                )


def _as_signed(number: str) -> str:
    """Return the number of a letter as Bawaslu writes it, without noughts that the press puts before the code of an office: K.1 for K.01."""
    return re.sub(r"/K\.0+", "/K.", number)


def by_name(text: str) -> Iterator[LawMention]:
    """Yield laws that go by a name without a kind: "KUHP", "Pilkada Law"; by the number, where one stands behind: "Election Law 10/2016"."""
    for match in _bare_names().finditer(text):
        if match.start() and _LETTER.match(text, match.start() - 1):
            continue  # within a word: the search is much quicker where the pattern itself does not ask
        known = law.meanings(match.group())
        kind = kind_with_id(known[0].id.partition("-")[0] if known else "uu")
        if not kind or _IN_TITLE.search(text, max(0, match.start() - _BEFORE_NAME), match.start()):
            continue
        numbered = NUMBERED.match(text, match.end())
        if numbered and numbered["number"] and (year := year_of(numbered)):
            yield LawMention(span=Span(match.start(), numbered.end()), kind=kind, number=number_of(numbered), year=year)
        else:
            yield LawMention(span=Span(match.start(), match.end()), kind=kind, name=match.group())


def further(text: str, mentions: Sequence[LawMention]) -> Iterator[LawMention]:
    """Yield what a list goes on with behind a law of the same kind: "8/2015" and "10/2016" in "UU 1/2015, 8/2015 dan 10/2016"."""
    for mention in mentions:
        last: LawMention | None = mention
        while last and last.number and last.year and "/" not in last.number and last.kind.id != "skb":
            last = _next(text, last)
            if last:
                yield last


def _next(text: str, last: LawMention) -> LawMention | None:
    link = _AND.match(text, last.span.end)
    if not link:
        return None
    if short := _SHORT_NUMBER.match(text, link.end()):
        return replace(last, span=Span(*short.span()), number=short["number"], year=int(short["year"]), name="", title="")
    if shared := SHARED_YEAR.match(text, link.end()):
        return replace(last, span=Span(*shared.span()), number=shared["number"], year=int(shared["year"]), name="", title="")
    numbered = NUMBERED.match(text, link.end())
    if not (numbered and numbered["word"] and numbered["number"] and (numbered["year"] or numbered["swapped"])):
        return None
    return replace(last, span=Span(numbered.start("word"), numbered.end()), number=number_of(numbered), year=year_of(numbered), name="", title="")


def without_kind(text: str, mentions: Sequence[LawMention]) -> Iterator[LawMention]:
    """Yield laws printed by number and year alone, where their title, the text elsewhere, or the article cited of them tells the kind."""
    heads = (_PLAIN.match(text, head.start()) for head in _PLAIN_HEAD.finditer(text))
    for plain in filter(None, heads):
        number, year = plain["number"], int(plain["year"])
        kinds = {mention.kind for mention in mentions if mention.number == number and mention.year == year and not mention.kind.known_by}
        if titled := _TENTANG.match(text, plain.end()):
            bearing = (one for one in law.instruments() if one.number == number and one.year == year and titles.fits(titled["title"], one))
            kinds = {kind for one in bearing if (kind := kind_with_id(one.id.partition("-")[0]))}
        if not kinds and plain["article"]:
            kinds = {kind for one in _holding(plain["article"], number, year) if (kind := kind_with_id(one.id.partition("-")[0]))}
        if len(kinds) == 1:
            yield LawMention(span=Span(*plain.span("law")), kind=kinds.pop(), number=number, year=year, title=titled["title"] if titled else "")


def _holding(article: str, number: str, year: int) -> Iterator[Instrument]:
    """Yield the instruments of a number and year of which the catalogue holds a provision of this article."""
    for one in law.instruments():
        if one.number == number and one.year == year and holds_article(one.id, article):
            yield one


def _opens_with_kind(form: str) -> bool:
    kinds = kind_pattern(form[:_SHORTEST_KIND].lower())  # of few kinds, as a pattern of all takes long to make
    return bool(kinds) and re.match(rf"(?:{kinds})(?![\w-])", form, re.IGNORECASE) is not None


@cached
def _bare_names() -> re.Pattern[str]:
    names = (*(form for form in law.alias_forms() if not _opens_with_kind(form)), *table("law/aliases.toml")["outside"])
    return re.compile(rf"(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True))})\b")
