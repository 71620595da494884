"""Citations: mentions of laws, decrees, circulars and court decisions, with their articles, resolved to the catalogue."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from briefing.lexicon import law
from briefing.model.finding import Citation, ResolvedBy
from briefing.model.problem import Problem
from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# Kinds as the press prints them, longest first, and the short kind of the findings format.
_KINDS = {
    r"Peraturan Pemerintah Pengganti (?:Undang-Undang|UU)|Perppu|Perpu": "Perppu",
    r"Undang[- ]Undang|UU": "UU",
    r"Peraturan Pemerintah|PP": "PP",
    r"Peraturan Presiden|Perpres": "Perpres",
    r"Peraturan (?:Badan Pengawas Pemilihan Umum|Badan Pengawas Pemilu|Bawaslu)|Perbawaslu": "Perbawaslu",
    r"Peraturan (?:Komisi Pemilihan Umum|KPU)|PKPU": "PKPU",
    r"Peraturan Menteri Dalam Negeri|Permendagri": "Permendagri",
    r"Peraturan Menteri P(?:ANRB|AN-RB|endayagunaan Aparatur Negara dan Reformasi Birokrasi)|Permen ?PAN-?RB": "PermenPANRB",
    r"Peraturan Daerah|Perda": "Perda",
    r"Peraturan Gubernur|Pergub": "Pergub",
    r"Peraturan Bupati|Perbup": "Perbup",
    r"Peraturan Wali ?Kota|Perwali|Perwal": "Perwali",
    r"(?:Surat )?Keputusan Bersama(?: (?:lima|5|tiga|3) (?:menteri|lembaga))?|SKB": "SKB",
    r"Surat Edaran|SE": "SE",
    r"Putusan (?:Mahkamah Konstitusi|MK)": "MK",
}
# Kinds whose number says which one it is only together with the issuer.
_LOCAL = frozenset({"SE", "Perda", "Pergub", "Perbup", "Perwali", "SKB"})
_NUMBER = r"(?:(?:Nomor|No\.?)\s*:?\s*)"
_YEAR = r"(?:\s*(?:Tahun|Thn\.?|/)\s*(?P<year{0}>(?:19|20)\d\d))"
_ARTICLE = r"Pasal\s+\d{1,3}[A-Z]?(?:\s*ayat\s*\(?\d{1,2}\)?)?(?:\s*huruf\s*\(?[a-z]\)?)?(?:\s*angka\s*\(?\d{1,2}\)?)?"
_ARTICLES = rf"{_ARTICLE}(?:\s*(?:,|dan|serta|atau|sampai dengan|hingga|s\.d\.|-|–|jo\.?|juncto)\s*(?:{_ARTICLE}|\d{{1,3}}[A-Z]?(?!\d|\s*(?:Tahun|tahun)))){{0,12}}"
_RANGE = re.compile(r"sampai dengan|hingga|s\.d\.|-|–")
_KEY = re.compile(
    r"(?:Pasal\s+)?(?P<article>\d{1,3}[A-Z]?)(?:\s*ayat\s*\(?(?P<paragraph>\d{1,2})\)?)?(?:\s*huruf\s*\(?(?P<letter>[a-z])\)?)?(?:\s*angka\s*\(?(?P<item>\d{1,2})\)?)?",
    re.IGNORECASE,
)


def find_citations(text: str, day: date | None) -> tuple[Citation, ...]:
    """Return the citations of a text in order; names such as "UU ASN" mean what they meant on `day`, and so does the status then."""
    return tuple(_with_status(citation, day) for citation in _citations(text, day))


def _citations(text: str, day: date | None) -> Iterator[Citation]:
    for match in _pattern().finditer(text):
        kind = next(short for pattern, short in _KINDS.items() if re.fullmatch(pattern, match["kind"], re.IGNORECASE))
        number, year = match["number"] or match["court"], match["year0"] or match["year1"]
        named = match["kind"] + (match["name"] or "") if kind != "SKB" or _speaks_of_neutrality(text) else ""
        known, resolved_by = (
            _by_number(kind, number, int(year) if year else None) if number else _by_name(kind, named, int(year) if year else None, day)
        )
        articles = _keys(match["before"]) or _keys(match["behind"])
        yield Citation(
            span=Span(match.start(), match.end()),
            kind=kind,
            number=number,
            year=int(year) if year else None,
            instrument=known,
            articles=articles,
            resolved_by=resolved_by,
        )


@cache
def _pattern() -> re.Pattern[str]:
    kinds = "|".join(_KINDS)
    return re.compile(
        rf"(?:(?P<before>{_ARTICLES})\s*,?\s*(?:dari\s+|dalam\s+|pada\s+)?)?(?<![\w-])(?P<kind>{kinds})(?![\w-])(?:\s*\((?:{kinds})\))?(?:\s+(?:RI|Republik Indonesia))?"
        rf"(?:\s*{_NUMBER}(?P<court>\d+/PUU-[IVXL]+/(?:19|20)\d\d)|\s*{_NUMBER}?(?P<number>\d{{1,4}})(?![\d.]){_YEAR.format(0)}|{_YEAR.format(1)}|(?P<name>(?-i:\s+[A-Z]\w+(?:\s+[A-Z]\w+){{0,3}})))"
        rf"(?:\s*,?\s*(?P<behind>{_ARTICLES}))?",
        re.IGNORECASE,
    )


def _by_number(kind: str, number: str, year: int | None) -> tuple[str | None, ResolvedBy]:
    """Return the catalogue id of a law cited by number, an id of the same form where the catalogue does not hold it."""
    known = law.find_instrument(kind, number, year)
    return (known.id if known else _identifier(kind, number, year)), "explicit"


def _by_name(kind: str, name: str, year: int | None, day: date | None) -> tuple[str | None, ResolvedBy]:
    """Return the catalogue id of a law cited by a name such as "UU ASN", or of a joint decree by its year."""
    known = law.resolve_alias(name, day)
    if known is None and kind == "SKB" and name:
        known = law.resolve_alias(kind, date(year, 12, 31) if year else day)
        if known and year and known.year != year:
            return None, "none"
    return (known.id, "alias") if known else (None, "none")


def _speaks_of_neutrality(text: str) -> bool:
    return "netral" in text.lower()


def _identifier(kind: str, number: str, year: int | None) -> str | None:
    if kind in _LOCAL:
        return None
    return f"{kind.lower()}-{number.lower().replace('/', '-')}" + (f"-{year}" if year else "")


def _keys(printed: str | None) -> tuple[str, ...]:
    """Return the article keys of "Pasal 71 ayat (1) dan Pasal 73", ranges counted out: ("71(1)", "73")."""
    keys: list[str] = []
    end = 0
    for match in _KEY.finditer(printed or ""):
        between = (printed or "")[end : match.start()]
        if keys and _RANGE.search(between) and keys[-1].isdigit() and match["article"].isdigit():
            keys += [str(number) for number in range(int(keys[-1]) + 1, min(int(match["article"]), int(keys[-1]) + 50))]
        keys.append(match["article"] + "".join(f"({part.lower()})" for part in (match["paragraph"], match["letter"], match["item"]) if part))
        end = match.end()
    return tuple(keys)


def _with_status(citation: Citation, day: date | None) -> Citation:
    if citation.instrument is None or law.instrument(citation.instrument) is None:
        return citation
    then = law.status(citation.instrument, day) if day else None
    return Citation(
        span=citation.span,
        kind=citation.kind,
        number=citation.number,
        year=citation.year,
        instrument=citation.instrument,
        articles=citation.articles,
        resolved_by=citation.resolved_by,
        status_then=then,
        status_now=law.status(citation.instrument, law.as_of()),
        notes=(Problem(code="repealed-then"),) if then == "repealed" else (),
    )
