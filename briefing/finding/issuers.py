"""Who made a circular, or of which place a regional regulation is, where that stands in what the text says around it; which institutions a text names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from briefing.lexicon import places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.finding.law_mentions import LawMention

_NEARBY = 300  # code points before a circular in which its issuer is looked for
_BEHIND = 100  # code points behind a regional regulation in which its place may follow
_BESIDE = 16  # code points between an issuer and a circular that stand together: "Menteri PANRB, seperti SE Nomor 1 Tahun 2023"
_LONGEST_PLACE = 4  # words
_WORD = r"[A-Z][\w’'-]*"
_PERSON = r"bupati|wali\s?kota|gubernur"
_SEAT = r"pemkab|pemkot|pemprov|pemerintah\s+(?:kabupaten|kota|provinsi)|kabupaten|kota|provinsi"
_OF_A_PLACE = re.compile(
    rf"\b(?P<office>(?i:{_PERSON}|{_SEAT}))(?:\s+\([^()]{{2,12}}\))?(?:\s+(?i:kabupaten|kota|provinsi))?\s+(?P<place>{_WORD}(?:\s+{_WORD}){{0,{_LONGEST_PLACE - 1}}})"
)
_BODIES = {
    "menpanrb": r"(?:menteri|kementerian|kemen|men)\s?(?:pan(?:[\s-]?rb)?\b|pendayagunaan\s+aparatur)",
    "mendagri": r"(?:mendagri|kemendagri|(?:menteri|kementerian)\s+dalam\s+negeri)\b",
    "bkn": r"(?:bkn|badan\s+kepegawaian\s+negara)\b",
    "kasn": r"(?:kasn|komisi\s+asn|komisi\s+aparatur\s+sipil\s+negara)\b",
    "bawaslu": r"(?:bawaslu\b|badan\s+pengawas\s+pemil)",
}
_BODY = re.compile(rf"\b(?:{'|'.join(f'(?P<{name}>{pattern})' for name, pattern in _BODIES.items())})", re.IGNORECASE)
_OF_THE_COUNTRY = re.compile(r"\s+(?:RI|Republik)\b")  # behind "Bawaslu": else it may be that of a regency
_ADDRESSED = re.compile(r"\b(?:kepada|ke|untuk|bagi|para|seluruh|semua|ketua|anggota|mantan|calon|wakil|dan)\s+\Z", re.IGNORECASE)
_ISSUES = re.compile(
    r"\b(?:(?:me)?nerbitkan|(?:di)?terbitkan|(?:me)?ngeluarkan|(?:di)?keluarkan|menandatangani|meneken|melalui|lewat)\b", re.IGNORECASE
)
# Behind a circular: "SE Nomor 1 Tahun 2023 yang ditandatangani oleh Menpan-RB".
_SIGNED_BY = re.compile(
    r"\s*,?\s+(?:yang\s+)?(?:telah\s+)?(?:ditandatangani|diteken|diterbitkan|dikeluarkan)\s+(?:langsung\s+)?(?:oleh\s+)?", re.IGNORECASE
)
_LEVELS = {"bupati": "kabupaten", "pemkab": "kabupaten", "wali kota": "kota", "pemkot": "kota", "gubernur": "provinsi", "pemprov": "provinsi"}
_LEVEL_OF_KIND = {"perda": ("kabupaten", "kota", "provinsi"), "perbup": ("kabupaten",), "perwal": ("kota",), "pergub": ("provinsi",)}
_OFFICE_ALONE = re.compile(rf"(?:{_PERSON})\Z", re.IGNORECASE)


class _Named(NamedTuple):
    """A place or body as the text names it, with where that stands: "Bupati" of "Kendal" at the level "kabupaten"; a body has no level."""

    office: str
    place: str
    level: str
    start: int
    end: int


def issuer_near(mention: LawMention, text: str) -> str:
    """Return who issued a circular: the body or regional head last named before it who is said to issue something; "" where that is not told."""
    at = mention.span.start
    before = text[max(0, at - _NEARBY) : at]
    named = sorted((one for one in (*_places(before), *_bodies(before)) if not _ADDRESSED.search(before, 0, one.start)), key=lambda one: one.start)
    if _OFFICE_ALONE.fullmatch(mention.issuer):  # "surat edaran Bupati Nomor 10 Tahun 2024": only the place is looked for
        level = _level(mention.issuer)
        return next((f"{mention.issuer} {one.place}" for one in reversed(named) if one.level == level), "")
    if mention.issuer:
        return ""
    if signed := _SIGNED_BY.match(text, mention.span.end):
        behind = text[signed.end() : signed.end() + _BEHIND]
        return next((f"{one.office} {one.place}".strip() for one in (*_places(behind), *_bodies(behind)) if one.start == 0), "")
    if not named:
        return ""
    last = named[-1]
    if len(before) - last.end > _BESIDE and not _ISSUES.search(before, last.start):
        return ""
    head = next((one.office for one in named if one.place and one.place == last.place and _OFFICE_ALONE.fullmatch(one.office)), last.office)
    return f"{head} {last.place}".strip()


def place_near(mention: LawMention, text: str) -> str:
    """Return the one place that the sentence of a regional regulation names at its level, for a Perda with the level; "" for none or several."""
    levels = _LEVEL_OF_KIND.get(mention.kind.id, ())
    before = re.split(r"[.!?]\s|\n", text[max(0, mention.span.start - _NEARBY) : mention.span.start])[-1]
    behind = re.split(r"[.!?]\s|\n", text[mention.span.end : mention.span.end + _BEHIND])[0]
    found = {(one.level, one.place) for part in (before, behind) for one in _places(part) if one.level in levels}
    if len(found) != 1:
        return ""
    level, place = found.pop()
    return f"{level} {place}" if mention.kind.id == "perda" else place


def _places(text: str) -> Iterator[_Named]:
    for match in _OF_A_PLACE.finditer(text):
        place = _longest_place(match["place"].split())
        if place:
            yield _Named(_short(match["office"]), place, _level(match["office"]), match.start(), match.end())


def _longest_place(words: list[str]) -> str:
    """Return the longest name of a regency, city or province that begins with these words, as printed; "" for none."""
    for length in range(len(words), 0, -1):
        name = " ".join(words[:length])
        if places.printed_name(name) or places.province(name):
            return name
    return ""


def bodies_named(text: str) -> frozenset[str]:
    """Return which of the five institutions that make joint decrees on neutrality a text names: "menpanrb", "mendagri", "bkn", "kasn", "bawaslu"."""
    return frozenset(match.lastgroup for match in _BODY.finditer(text) if match.lastgroup)


def _bodies(text: str) -> Iterator[_Named]:
    for match in _BODY.finditer(text):
        if match.lastgroup and (match.lastgroup != "bawaslu" or _OF_THE_COUNTRY.match(text, match.end())):
            yield _Named(match.lastgroup.capitalize(), "", "", match.start(), match.end())


def _short(office: str) -> str:
    """Return an office or a seat in its short form: "Pemerintah Kabupaten" is a "Pemkab"."""
    words = " ".join(office.split()).capitalize()
    return re.sub(r"Pemerintah (kab|kot|prov)(?:upaten|a|insi)", r"Pem\1", words)


def _level(office: str) -> str:
    """Return the level of an office or a seat: "Pemkab" and "Bupati" are of a "kabupaten"."""
    plain = re.sub(r"walikota", "wali kota", " ".join(office.casefold().split()))
    return _LEVELS.get(plain) or plain.rpartition(" ")[2]
