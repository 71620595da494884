"""Mentions of laws: where a text names one, and what it says of it: kind, number, year, a name, an issuer or place, a title."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from briefing.lexicon import law
from briefing.lexicon.kinds import Kind, folded, kind_named, kind_pattern, kind_with_id
from briefing.lexicon.load import cached
from briefing.model.finding import ResolvedBy
from briefing.model.problem import Problem
from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_COURT = r"\d{1,3}\s?/\s?PUU\s?-\s?[IVXLC]+\s?/\s?(?:19|20)\d\d"
# 138/PM.00.02/K.JB/11/2024, and with one stroke where the year stands apart: 800/123 Tahun 2024
_LETTER = r"(?:[A-Z]?[A-Z0-9.-]*\d[A-Z0-9.-]*(?:\s?/\s?[A-Za-z0-9.-]*[A-Za-z0-9]){2,}|\d[\d.]*/[A-Za-z0-9.-]*[A-Za-z0-9](?=\s+[Tt]ahun))"
_WORD_FOR_NUMBER = r"(?:Nomor|Nomer|Number|No|Nmr)\b[\s.:;]*"
_YEAR = r"(?:\s*/\s*|\s*,?\s*(?:tahun|thn\.?|th\.?|of)\s*)(?P<year>\d{4})(?!\d)"
_NUMBERED = re.compile(
    rf"\s*,?\s*(?P<word>(?:{_WORD_FOR_NUMBER}){{0,2}})"
    rf"(?:(?P<court>{_COURT})|(?P<letter>(?-i:{_LETTER}))|(?P<number>\d{{1,4}}(?:-\d{{2,5}})?)(?![\d.]\d))(?:{_YEAR})?(?!\w)",
    re.IGNORECASE,
)
_YEAR_ALONE = re.compile(r"\s*,?\s*(?:tahun|thn\.?)\s*(?P<year>(?:19|20)\d\d)(?!\d)", re.IGNORECASE)
_STATE = re.compile(r"\s+(?:RI|Republik Indonesia|Republic of Indonesia)\b")
_POINTED_AT = re.compile(r"\s+(?:tersebut|itu|ini|dimaksud|termaksud)\b", re.IGNORECASE)
_TITLE = re.compile(
    r"(?:\s*\([^()]{2,40}\))?\s*,?\s*(?:yang\s+(?:mengatur|berisi|membahas)\s+)?\b(?:tentang|mengenai|perihal|concerning|on)\s+(?P<title>[^.;:\n“”\"()]{3,220})",
    re.IGNORECASE,
)
_INSIDE_TITLE = re.compile(r"\btentang\s+(?:penetapan|perubahan(?:\s+\w+){0,2}|pencabutan)\s+(?:atas\s+)?\Z", re.IGNORECASE)
_CAPITALISED = r"(?!(?:Nomor|No|Tahun|Tentang|NOMOR|TAHUN|TENTANG|Pasal|PASAL)\b)[A-Z][\w’'-]*"
_ISSUER = re.compile(rf"\s+(?P<issuer>{_CAPITALISED}(?:\s+(?:dan\s+)?{_CAPITALISED}){{0,7}})")
_NAME = re.compile(rf"\s+{_CAPITALISED}(?:\s+{_CAPITALISED}){{0,3}}")
_WORDS = re.compile(r"\s+\(?[\w/-]+")
_HALF_NAMED = re.compile(r"\b(?:pasal|articles?)\s[^.;\n]{1,40}\Z", re.IGNORECASE)
_OF_TITLE = re.compile(r"\s+tentang\s+(?:[A-Z][\w-]*(?:,?\s+(?:dan\s+|serta\s+|atas\s+)?[A-Z][\w-]*)*|[\w-]+)")
_COUNTED = r"(?:\s+(?P<count>\d|dua|tiga|empat|lima|enam|tujuh)\s+(?:menteri|lembaga|instansi|pimpinan|kementerian)\b)"
_COUNTS = {"dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7}
_LONGEST_NAME = 7  # words of a name such as "UU Keterbukaan Informasi Publik"
_LOOK_BACK = 60  # code points before a kind in which a title would have begun to name it
_SIGNED_BY_ALL = 3  # so many of the numbers of a joint decree in a row tell which it is
_OF_A_DECREE = re.compile(rf"(?:\b{_WORD_FOR_NUMBER}[\w./-]+(?:\s+tahun\s+\d{{4}})?(?:\s*,?\s*(?:dan\s+)?|\Z)){{3,9}}", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class LawMention:
    """One mention of an instrument, as far as the text names it.

    `name` stands for its number ("Pemilu" in "UU Pemilu"), `issuer` is who made a circular or the place of a regional regulation, `title` the words
    behind "tentang" as far as they may reach, `signatories` how many are said to have made a joint decree. `points_back` is True for "undang-undang
    tersebut".
    """

    span: Span
    kind: Kind
    number: str | None = None
    year: int | None = None
    name: str = ""
    issuer: str = ""
    title: str = ""
    signatories: int | None = None
    points_back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What a mention means: the id of an instrument (None: too vague), how that is known, and what is to be said beside it."""

    instrument: str | None
    by: ResolvedBy
    notes: tuple[Problem, ...] = ()


VAGUE: Final = Resolved(instrument=None, by="none")


def alias_of(mention: LawMention) -> str:
    """Return the name of a mention as it stands in the data: with its kind, or, as that of a code, without; "" where it has none."""
    named = f"{mention.kind.short_id} {mention.name}"
    return named if mention.name and law.meanings(named) else mention.name


def identifier_of(mention: LawMention) -> str | None:
    """Return the id of an instrument cited by number; None where the mention does not tell whose it is, or of which year."""
    kind, number = mention.kind, mention.number or ""
    whose = "-".join(folded(mention.issuer).split())
    if kind.id == "surat" and "/" in number:
        return f"surat:{number}"
    if kind.known_by and "/" in number:
        return "-".join(filter(None, (kind.id, whose, number)))
    if "/" in number:
        return f"{kind.id}-{number.lower().replace('/', '-')}"
    if not mention.year or (kind.known_by and not whose):
        return None
    return "-".join(filter(None, (kind.id, whose, number.lower(), str(mention.year))))


def find_laws(text: str) -> tuple[LawMention, ...]:
    """Return the mentions of laws of a text in order; what stands inside the title of another is none."""
    mentions = [*_by_signatures(text)]
    for finder in (_by_kind, _by_number, _by_name):
        taken = sorted((mention.span for mention in mentions), key=lambda span: span.start)
        mentions += (mention for mention in finder(text) if not _overlaps(mention.span, taken))
    return tuple(sorted(mentions, key=lambda mention: mention.span.start))


def _overlaps(span: Span, taken: Sequence[Span]) -> bool:
    """Return whether a span lies over one of those taken, which are in order and apart."""
    at = bisect_left(taken, span.end, key=lambda other: other.start)
    return at > 0 and taken[at - 1].end > span.start


def _by_kind(text: str) -> Iterator[LawMention]:
    end = 0
    for match in _kinds().finditer(text):
        kind = kind_named(match["kind"])
        if kind is None or match.start() < end or _INSIDE_TITLE.search(text, max(0, match.start() - _LOOK_BACK), match.start()):
            continue
        mention = _read(text, match, kind)
        if mention:
            end = mention.span.end
            yield mention


def _read(text: str, match: re.Match[str], kind: Kind) -> LawMention | None:
    """Return what follows the kind, read step by step; None where nothing tells which instrument is meant."""
    at = match.end()
    counted = (match["count"] or "").lower()
    if state := _STATE.match(text, at):
        at = state.end()
    if pointed := _POINTED_AT.match(text, at):
        return LawMention(span=Span(match.start(), pointed.end()), kind=kind, points_back=True)
    issuer = ""
    if kind.known_by and (named := _ISSUER.match(text, at)):
        issuer, at = named["issuer"], named.end()
        if special := kind_named(f"{kind.short_id} {issuer}"):
            kind, issuer = special, ""
    name, behind = _name_at(text, at, kind)
    numbered = _NUMBERED.match(text, behind)
    if numbered and not (numbered["word"] or numbered["year"] or numbered["court"] or numbered["letter"]):
        numbered = None
    dated = None if numbered else _YEAR_ALONE.match(text, behind)
    end = (numbered or dated).end() if numbered or dated else behind  # type: ignore[union-attr]
    number = numbered and (numbered["court"] or numbered["letter"] or numbered["number"])
    if not (number or name or dated or kind.id == "skb" or (issuer and kind.id.startswith("se"))):
        return _titled(text, match, kind, at) or _unknown(text, match, kind, at) or _half_named(text, match, kind)
    printed_year = (numbered or dated) and (numbered or dated)["year"]  # type: ignore[index]
    return LawMention(
        span=Span(match.start(), end),
        kind=kind,
        number=re.sub(r"\s+", "", number) if number else None,
        year=int(printed_year) if printed_year else _year_in(number),
        name=name,
        issuer=issuer,
        title=_title_at(text, end),
        signatories=_COUNTS.get(counted) or int(counted or 0) or None,
    )


def _year_in(number: str | None) -> int | None:
    """Return the year at the end of a letter's or a petition's number."""
    last = re.search(r"/\s?((?:19|20)\d\d)\Z", number or "")
    return int(last[1]) if last else None


def _name_at(text: str, at: int, kind: Kind) -> tuple[str, int]:
    """Return the longest name of a law that begins here, and where it ends: "Pemilu" in "UU Pemilu No. 7 Tahun 2017"."""
    words, end = [], at
    best, best_end = "", at
    for _ in range(_LONGEST_NAME):
        word = _WORDS.match(text, end)
        if not word:
            break
        words.append(word.group().strip(" \t\n()"))
        end = word.end()
        if law.meanings(f"{kind.short_id} {' '.join(words)}"):
            best, best_end = " ".join(words), end
    return best, best_end


def _title_at(text: str, at: int) -> str:
    found = _TITLE.match(text, at)
    return found["title"] if found else ""


def _titled(text: str, match: re.Match[str], kind: Kind, at: int) -> LawMention | None:
    """Return a law that only its title names: "Undang-Undang tentang Aparatur Sipil Negara"."""
    title, named = _title_at(text, at), _OF_TITLE.match(text, at)
    return LawMention(span=Span(match.start(), named.end()), kind=kind, title=title) if title and named else None


def _half_named(text: str, match: re.Match[str], kind: Kind) -> LawMention | None:
    """Return the law that a bare kind behind an article points back to: "Pasal 71 undang-undang", "Article 71 of the Law"."""
    article = kind.has_articles and _HALF_NAMED.search(text, max(0, match.start() - _LOOK_BACK), match.start())
    return LawMention(span=Span(match.start(), match.end()), kind=kind, points_back=True) if article else None


def _unknown(text: str, match: re.Match[str], kind: Kind, at: int) -> LawMention | None:
    """Return a law of which only a capitalised name is said that the catalogue does not know: "UU Kesehatan"."""
    name = _NAME.match(text, at)
    if not name or kind.known_by:
        return None
    return LawMention(span=Span(match.start(), name.end()), kind=kind, name=" ".join(name.group().split()))


def _by_number(text: str) -> Iterator[LawMention]:
    """Yield decisions and letters of which only the number stands there: "136/PUU-XXII/2024", "138/PM.00.02/K.JB/11/2024"."""
    for pattern, identifier in ((_court_number(), "mk"), (_bawaslu_number(), "surat")):
        kind = kind_with_id(identifier)
        for match in pattern.finditer(text) if kind else ():
            number = re.sub(r"\s+", "", match["number"])
            yield LawMention(span=Span(match.start(), match.end()), kind=kind, number=number, year=_year_in(number))  # type: ignore[arg-type]


def _by_signatures(text: str) -> Iterator[LawMention]:
    """Yield joint decrees that their numbers name, one of each who signed: "nomor 2 tahun 2022, nomor 800-5474 tahun 2022, …"."""
    kind = kind_with_id("skb")
    for run in _OF_A_DECREE.finditer(text):
        cited = {
            f"{number}/{year}" if year else number
            for number, year in re.findall(rf"{_WORD_FOR_NUMBER}([\w./-]*\w)(?:\s+tahun\s+(\d{{4}}))?", run.group(), re.IGNORECASE)
        }
        for decree in law.instruments() if kind else ():
            if len(cited & {part.strip() for part in decree.number.split(";")}) >= _SIGNED_BY_ALL:
                words = run.group().rstrip(" ,\n")
                yield LawMention(span=Span(run.start(), run.start() + len(words)), kind=kind, number=decree.number, year=decree.year)  # type: ignore[arg-type]


def _by_name(text: str) -> Iterator[LawMention]:
    """Yield laws that go by a name without a kind: "KUHP"."""
    for match in _bare_names().finditer(text):
        meaning = law.meanings(match.group())[0]
        kind = kind_with_id(meaning.id.partition("-")[0])
        if kind:
            yield LawMention(span=Span(match.start(), match.end()), kind=kind, name=match.group())


@cached
def _kinds() -> re.Pattern[str]:
    forms = kind_pattern()
    return re.compile(
        rf"(?<![\w/.-])(?P<kind>{forms})(?![a-z]|-[a-z])(?:\s*\(\s*(?:(?-i:[A-Z][A-Za-z-]{{1,14}})|{forms})\s*\))?(?:\s+atau\s+(?:{forms})\b(?=\s+No))?{_COUNTED}?",
        re.IGNORECASE,
    )


@cached
def _court_number() -> re.Pattern[str]:
    return re.compile(rf"(?:\b(?:putusan|perkara)\b[\w\s]{{0,40}}?{_WORD_FOR_NUMBER})?(?P<number>{_COURT})", re.IGNORECASE)


@cached
def _bawaslu_number() -> re.Pattern[str]:
    return re.compile(r"(?<![\w/.])(?P<number>\d{1,4}(?:\.\d+)?/[A-Z]{2}\.\d{2}(?:\.\d{2})?/K\.[A-Z0-9.-]+/\d{2}/\d{4})")


@cached
def _bare_names() -> re.Pattern[str]:
    names = (form for form in law.alias_forms() if not _kinds().match(form))
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True))})\b")
