"""Offices that an article prints short ("Kepala Dinas", "Sekda"), in full by the only body or place that it can mean."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from briefing.lexicon import places
from briefing.lexicon.load import table
from briefing.lexicon.office_english import english

_WORDS = r"(?: [A-Z][\w-]+)+"
_RUN = rf"{_WORDS}(?:(?:,{_WORDS})*,? dan{_WORDS})?"  # Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana Pati
_END = r"(?=\s*(?:[.,;:)\"”]|\s[a-z(]|\Z))"
_COMMISSION: Final = re.compile(r"(?:(?:Wakil )?Ketua|Sekretaris|Anggota) Komisi (?:[A-E]|[IVX]{1,4})")
_WATCHDOG: Final = re.compile(
    r"(?P<role>(?:Wakil )?Ketua|Anggota|Komisioner|Sekretaris) (?P<body>Bawaslu|Panwaslu|Panwaslih|KPU|KIP)(?P<rest> (?:Divisi|Koordinator) .+)?"
)
_KALURAHAN: Final = re.compile(r"\bkalurahan\b", re.IGNORECASE)


def completed(office: str, text: str) -> str:
    """Return an office spelt out with the body or place that is missing, where `text` names only one that it can be; else as it is.

    "Anggota Bawaslu" is of the only local one, "Kepala Dinas" is of the only dinas, "Sekretaris Daerah" of the only regency or city, a commission's chair of the only council; a lurah is of
    a kalurahan where the text calls the villages so (Yogyakarta).
    """
    if office.startswith("Lurah ") and _KALURAHAN.search(text):
        return re.sub(r"^Lurah (?:Kalurahan )?", "Lurah Kalurahan ", office)
    watch = _WATCHDOG.fullmatch(office)
    if watch:
        found = _sole_local(watch["body"], text)
        whole = f"{watch['role']} {watch['body']} {found}{watch['rest'] or ''}"
    elif office in _of_bodies():
        found = _sole_body(office.rpartition(" ")[2], text)
        whole = f"{office.rpartition(' ')[0]} {found}"
    elif office in _of_regencies():
        found = _sole_regency(text)
        whole = f"{office} {_of_office(office, found or '')}".strip()
    elif _COMMISSION.fullmatch(office):
        found = _sole_body("DPRD", text)
        whole = f"{office} {found}"
    else:
        return office
    return whole if found and (english(whole) or _ends_with_place(found)) else office


def _of_office(office: str, regency: str) -> str:
    """Return a regency or city as it stands behind an office: "Sekretaris Daerah Kabupaten Pati", "Bupati Pati"; empty for one of the other kind."""
    kind, _, name = regency.partition(" ")
    if office.endswith(("Bupati", "Wali Kota")):
        return name if office.endswith("Bupati") == (kind == "Kabupaten") else ""
    return regency


def _ends_with_place(body: str) -> bool:
    words = body.split()
    return any(places.kinds(" ".join(words[-size:])) or places.province(" ".join(words[-size:])) for size in (1, 2, 3))


@cache
def _of_bodies() -> frozenset[str]:
    return frozenset(table("id/offices.toml")["completed"]["by_body"])


@cache
def _of_regencies() -> frozenset[str]:
    return frozenset(table("id/offices.toml")["completed"]["by_regency"])


def _sole_body(kind: str, text: str) -> str | None:
    """Return the only body of a kind that a text names in more than that word, in its longest form; None for none or several."""
    runs = {match.group() for match in re.finditer(rf"\b{kind}{_RUN}{_END}", text)}
    longest = max(runs, key=len, default=None)
    return longest if longest and longest.count(kind) == 1 and all(longest.startswith(run) for run in runs) else None


def _sole_local(body: str, text: str) -> str | None:
    """Return the only place whose office of an election body a text names, in the form that it has most often: "Maluku Tengah" for "Bawaslu Maluku Tengah".

    None where it names those of several places, the national one, or one only in passing.
    """
    if re.search(rf"\b{body} (?:RI|Pusat|Republik|Provinsi)\b", text):
        return None
    found: list[str] = []
    for match in re.finditer(rf"\b{body} (?P<kind>Kabupaten |Kota |Kab\. ?)?(?P<place>[A-Z]\w+(?: [A-Z]\w+){{0,3}})", text):
        words = match["place"].split()
        name = next((name for size in range(len(words), 0, -1) if places.is_place(name := " ".join(words[:size]))), None)
        if name:
            found.append(f"{'Kota ' if match['kind'] == 'Kota ' else ''}{places.printed_name(name) or name}")
    sole = len(found) > 1 and len({place.removeprefix("Kota ") for place in found}) == 1
    return max(found, key=found.count) if sole else None


def _sole_regency(text: str) -> str | None:
    """Return the only regency or city, with its kind, whose government a text names; None for none, for several, and where it names a province's."""
    if re.search(r"\b(?:Provinsi|Pemprov|Gubernur|Wagub)\b", text):
        return None
    found = set()
    for match in re.finditer(r"\b(?:Bupati|Pemkab|Kabupaten|Wali Kota|Walikota|Pemkot|Kota) (?P<place>[A-Z]\w+(?: [A-Z]\w+){0,3})", text):
        words = match["place"].split()
        kind = "Kota" if "Kota" in match.group().split()[:2] or match.group().startswith(("Walikota", "Pemkot")) else "Kabupaten"
        names = (" ".join(words[:size]) for size in range(len(words), 0, -1))
        found.add(next((f"{kind} {places.printed_name(name)}" for name in names if kind in places.kinds(name)), match.group()))
    return found.pop() if len(found) == 1 else None
