"""The records of the mentions of laws, and how numbers and years are printed behind any kind of law."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from briefing.lexicon import law
from briefing.lexicon.kinds import Kind, folded
from briefing.model.finding import ResolvedBy
from briefing.model.problem import Problem
from briefing.model.span import Span

WORD_FOR_NUMBER: Final = r"(?:(?:(?:ber|dengan\s+)?(?:nomor|nomer)|number|n[o0]|nmr)\b[\s.:;]*)"
COURT: Final = r"\d{1,3}\s?/\s?P(?:UU|PU)\s?[-–/]\s?[IVXLC]+\s?/\s?(?:19|20)\d\d"  # also as the press slips: 136/PPU/XXII/2024
ASSEMBLY: Final = r"[IVXLC]{1,6}\s?/\s?MPR\s?/\s?(?:19|20)\d\d"  # decrees of the MPR: VII/MPR/2000
_STROKE = r"\s?/{1,2}\s?"
# B/71/M.SM.00.00/2017, 138/PM.00.02/K.JB/11/2024, with one stroke 800/123 Tahun 2024 or 270/0012345,
# and of the Supreme Court 23 P/HUM/2024
_LETTER = (
    rf"(?=\S{{0,40}}\d|\S{{1,10}}\s/\s?\S{{0,10}}\d)[A-Z0-9][A-Za-z0-9.-]{{0,20}}(?:{_STROKE}[A-Za-z0-9._-]{{1,30}}){{1,8}}{_STROKE}[A-Za-z0-9.-]{{0,30}}[A-Za-z0-9]"
    r"|\d[\d.]*/[A-Za-z0-9.-]*[A-Za-z0-9](?=\s+[Tt]ahun)"
    r"|\d{3}(?:\.\d+)*/(?!(?:19|20)\d\d(?!\d))\d{2,8}(?![\d/])"
    r"|\d{1,4}\s(?:PK|[KP])/(?:[A-Za-z.]{2,12}\s?/\s?){1,3}(?:19|20)\d\d"
)
_YEAR = (
    r"(?:\s*/\s*|\s*,?\s*['‘’`]?(?:tahr?un[a-z]?|taun|thn\.?|th\.?|year|of|in)\s*)(?P<year>\d{4}|(?-i:2[0O][\dOolIL]{2}))(?!\d)"
    r"|\s+(?:nomor|no\.?)\s+(?P<swapped>(?:19|20)\d\d)(?!\d)"  # "UU 5 Nomor 2014", for "UU Nomor 5 Tahun 2014"
)
NUMBERED: Final = re.compile(
    rf"\s*[.,]?\s*(?P<word>{WORD_FOR_NUMBER}{{0,2}})"
    rf"(?:(?P<court>{COURT})|(?P<assembly>{ASSEMBLY})|(?P<letter>(?-i:{_LETTER}))|(?P<number>\d{{1,4}}(?:-\d{{2,5}})?|\d{{5}}(?=\s+tahun))(?![\d.]\d))"
    rf"(?:{_YEAR})?(?:(?!\w)|(?=tentang))",
    re.IGNORECASE,
)
# Each number of a list that shares its year: "Nomor 91, 92 dan 93 Tahun 2024".
SHARED_YEAR: Final = re.compile(
    r"(?P<number>\d{1,3})(?=(?:\s*(?:,|,?\s(?:dan|serta)\s)\s*\d{1,3})*\s+(?:tahun|thn\.?|th\.?)\s+(?P<year>(?:19|20)\d\d)(?!\d))"
    r"(?:\s+(?:tahun|thn\.?|th\.?)\s+\d{4})?",
    re.IGNORECASE,
)
_SCANNED = str.maketrans("OolIL", "00111")  # digits that a scan reads as letters: "Tahun 2Ol7"
_USUAL = {  # of what may open the name of an issuer or a place, the form that stands in identifiers
    "kab ": "kabupaten ",
    "prov ": "provinsi ",
    "menteri dalam negeri": "mendagri",
    "kemendagri": "mendagri",
    "kepala bkn": "bkn",
    "kepala badan kepegawaian negara": "bkn",
    "badan kepegawaian negara": "bkn",
}


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
    whose = folded(mention.issuer)
    for printed, usual in _USUAL.items():
        whose = usual + whose.removeprefix(printed) if whose.startswith(printed) else whose
    whose = whose.replace(" ", "-")
    if mention.year and kind.known_by and "/" in number and not year_in(number):
        number = f"{number}-{mention.year}"
    if kind.id == "surat" and "/" in number:
        return f"surat:{number}"
    if kind.known_by and "/" in number:
        return "-".join(filter(None, (kind.id, whose, number)))
    if "/" in number:
        return f"{kind.id}-{number.lower().replace('/', '-')}"
    if not mention.year or (kind.known_by and not whose):
        return None
    return "-".join(filter(None, (kind.id, whose, number.lower(), str(mention.year))))


def number_of(numbered: re.Match[str]) -> str:
    """Return the number that was matched as it is usually printed."""
    return usual_number(numbered["court"] or numbered["assembly"] or numbered["letter"] or numbered["number"])


def usual_number(printed: str) -> str:
    """Return a number without spaces, doubled strokes and noughts before it, that of a petition with "PUU-" before its numeral."""
    closed = "".join(printed.split())
    if closed.isdigit():
        return closed.lstrip("0") or closed
    closed = re.sub(r"/{2,}", "/", closed)
    return re.sub(r"/P(?:UU|PU)[-–/](?=[IVXLC]+/)", "/PUU-", closed, flags=re.IGNORECASE)


def year_of(numbered: re.Match[str]) -> int | None:
    """Return the year that was matched, or that stands at the end of a letter's or a petition's number."""
    printed = numbered["year"] or numbered["swapped"]
    return int(printed.translate(_SCANNED)) if printed else year_in(number_of(numbered))


def year_in(number: str) -> int | None:
    """Return the year at the end of a number with strokes; None where none stands there."""
    last = re.search(r"/((?:19|20)\d\d)\Z", number)
    return int(last[1]) if last else None
