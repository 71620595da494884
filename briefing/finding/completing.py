"""Offices that an article prints short ("Kepala Dinas", "Sekda"), in full by the only body or place that it can mean."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from briefing.finding.commands import command_of, place_of_command
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
_BODIES: Final = re.compile(r"\b(?:Bawaslu|Panwaslu|Panwaslih|KPU|KIP)\b")
_DIVISION: Final = re.compile(r"(?:Koordinator|Ketua|Anggota) Divisi (?P<field>.+)")
_ASSISTANT: Final = re.compile(r"Asisten (?:I{1,3}|Administrasi|Pemerintahan|Perekonomian)(?: .*)?")
_OTHER_COMMISSIONS: Final = re.compile(r"\b(?:KASN|Komnas|KPK|KPAI|KPPU|KPI|KPID|Komisi (?:Informasi|Yudisial|Penyiaran)|Ombudsman|DKPP)\b")
_NATIONAL_BODY: Final = re.compile(r"\b(?:Badan Pengawas Pemilihan Umum|Komisi Pemilihan Umum|Republik Indonesia|Jakarta)\b")
_ACTING: Final = re.compile(r"^(?:Pelaksana (?:Tugas|Harian)|Penjabat(?: Sementara)?) ")
_ANOTHER: Final = re.compile(r" lain(?:nya)?$")
_ONE_COMMISSION: Final = re.compile(r"\bKomisi (?:[A-E]|[IVX]{1,4})\b")
_TEAM: Final = re.compile(
    r"(?P<team>[Tt]im (?:pemenangan|kampanye|sukses|hukum)) (?:pasangan calon|paslon)(?: nomor(?: urut)? (?P<number>\d))?", re.IGNORECASE
)
_CAMPUS: Final = re.compile(r"\b(?:UIN|IAIN|Universitas|Institut) (?P<short>[A-Z]{2,5})\b")
_EXPLAINED: Final = re.compile(r"(?P<words>(?:[A-Z][a-z]+ ){2,6})\((?P<short>[A-Z]{2,5})\)")  # Sunan Gunung Djati (SGD)
_NAME: Final = 60  # code points of the name of a body or of somebody, at most
_BEFORE: Final = re.compile(r"(?:\b[A-Z]\w* ){1,8}[A-Z]\w*\Z")
_KALURAHAN: Final = re.compile(r"\bkalurahan\b", re.IGNORECASE)


def completed(office: str, text: str) -> str:
    """Return an office spelt out with the body or place that is missing, where `text` names only one that it can be; else as it is.

    "Anggota Bawaslu" is of the only local one, "Kepala Dinas" is of the only dinas, "Sekretaris Daerah" of the only regency or city, a commission's chair of the only council, an
    officer of the only police office; a lurah is of a kalurahan where the text calls the villages so (Yogyakarta).
    """
    office = re.sub(r"^salah (?:satu|seorang) ", "", office)
    if one_of_many(office, text):
        return _some().get(office, office)
    office = _campus(_named_before(office, text), text)
    if office.lower().endswith(" tim"):
        return _of_team(office, text)
    if re.match(r"Lurah [A-Z]", office) and _KALURAHAN.search(text):
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
    elif found := command_of(office, text) or place_of_command(office, text):
        whole = f"{office} {found}"
    else:
        found = _represented(office, text) or _owner(office, text)
        whole = f"{office} {found}"
    return whole if found and (english(whole) or _ends_with_place(found)) else office


def _campus(office: str, text: str) -> str:
    """Return an office with the short name of its campus written out as `text` explains it: "UIN Sunan Gunung Djati Bandung" for "UIN SGD Bandung"."""
    short = _CAMPUS.search(office)
    explained = (match["words"].split()[-len(match["short"]) :] for match in _EXPLAINED.finditer(text) if short and match["short"] == short["short"])
    whole = next((words for words in explained if short and "".join(word[0] for word in words) == short["short"]), None)
    return office[: short.start("short")] + " ".join(whole) + office[short.end() :] if short and whole else office


def one_of_many(office: str, text: str) -> bool:
    """Return whether `text` has an office only as that of one of many: "salah satu kepala dinas", who is of no dinas that it names."""
    return re.search(rf"\b(?:salah (?:satu|seorang)|seorang) {re.escape(office)}\b(?! [A-Z])", text, re.IGNORECASE) is not None


def _named_before(office: str, text: str) -> str:
    """Return the office of a commissioner, or of another member, with the only commission that it can be of, as the text names that before."""
    plain = _ANOTHER.sub("", office)
    if plain == "Komisioner" or (plain == "Anggota" and plain != office):
        return _of_election_body(plain, text)
    if plain == "Anggota komisi":
        commissions = {match.group() for match in _ONE_COMMISSION.finditer(text)}
        return f"Anggota {commissions.pop()}" if len(commissions) == 1 else plain
    return plain


def _of_election_body(office: str, text: str) -> str:
    """Return a commissioner with the body that he is of, where the text names no other that has commissioners."""
    bodies = {match.group() for match in _BODIES.finditer(text)}
    return f"{office} {bodies.pop()}" if len(bodies) == 1 and not _OTHER_COMMISSIONS.search(text) else office


def _represented(office: str, text: str) -> str | None:
    """Return the body that somebody of an office stands for: "Kanreg X BKN Denpasar diwakili oleh NAME, Analis SDM Aparatur"; None for an officer who is stood in for."""
    stood = re.search(rf" (?:yang )?diwakili oleh [^.,;\n]{{3,{_NAME}}}, {re.escape(office)}\b(?! [A-Z])", text)
    body = _BEFORE.search(text, max(0, stood.start() - _NAME), stood.start()) if stood else None
    return body.group() if body and not english(body.group()) else None


def _owner(office: str, text: str) -> str | None:
    """Return what an office without a place is of: a division of the only local election body, an assistant or a dinas of the only regency or city."""
    division = _DIVISION.fullmatch(office)
    if division and not _BODIES.search(office):
        body = _body_of_division(division["field"], text)
        place = _sole_local(body, text) if body else None
        return f"{body} {place}" if place else None
    if _ends_with_place(office) or not english(office):
        return None
    plain = _ACTING.sub("", office)
    assists = _ASSISTANT.fullmatch(plain) is not None
    regency = _sole_regency(text) if assists or plain.startswith(_beginnings("of_regency")) else None
    return f"Sekretariat Daerah {regency}" if regency and assists else regency


def _body_of_division(field: str, text: str) -> str | None:
    """Return the election body that has a division of such a field; for one that each has the only one that the text names."""
    if any(own in field for own in _beginnings("bawaslu")):
        return next((name for name in ("Bawaslu", "Panwaslu", "Panwaslih") if name in text), None)
    if any(own in field for own in _beginnings("kpu")):
        return "KPU"
    named = {match.group() for match in _BODIES.finditer(text)}
    return named.pop() if len(named) == 1 else None


@cache
def _beginnings(name: str) -> tuple[str, ...]:
    return tuple(table("id/offices.toml")["completed"][name])


def _of_team(office: str, text: str) -> str:
    """Return an office in a team with whose it is, by the last words for a team before it: "Juru Bicara tim pemenangan salah satu pasangan calon"."""
    at = re.search(rf"\b{re.escape(office)},", text, re.IGNORECASE)
    paragraph = text[text.rfind("\n", 0, at.start()) + 1 : at.start()] if at else ""
    teams = list(_TEAM.finditer(paragraph))
    if not teams or len({team["number"] for team in teams}) > 1:
        return office
    whose = f"pasangan calon nomor urut {teams[-1]['number']}" if teams[-1]["number"] else "salah satu pasangan calon"
    return f"{office.rpartition(' ')[0]} {teams[-1]['team'].lower()} {whose}"


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
def _some() -> dict[str, str]:
    return dict(table("id/offices.toml")["some"])


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

    None where it names those of several places, the national one, or one only in passing. Where no place stands behind the body at all it is that of the other body.
    """
    if re.search(rf"\b{body} (?:RI|Pusat|Republik|Provinsi)\b", text):
        return None
    found: list[str] = []
    for match in re.finditer(rf"\b{body}\)? (?P<kind>Kabupaten |Kota |Kab\. ?)?(?P<place>[A-Z]\w+(?: [A-Z]\w+){{0,3}})", text):
        words = match["place"].split()
        name = next((name for size in range(len(words), 0, -1) if places.is_place(name := " ".join(words[:size]))), None)
        if name:
            found.append(f"{'Kota ' if match['kind'] == 'Kota ' else ''}{places.printed_name(name) or name}")
    if not re.search(rf"\b{body}\)? (?:Kabupaten |Kota )?[A-Z]", text):
        return _place_of_sister(body, text)
    sole = len(found) > 1 and len({place.removeprefix("Kota ") for place in found}) == 1
    return max(found, key=found.count) if sole else None


def _place_of_sister(body: str, text: str) -> str | None:
    """Return the only regency or city of a text that has the place of the other election body ("KPU Kabupaten Tegal"); None where a national member may be meant."""
    regency = _sole_regency(text)
    sister = "Bawaslu|Panwaslu|Panwaslih" if body in {"KPU", "KIP"} else "KPU|KIP"
    place = (regency or "").partition(" ")[2]
    found = re.search(rf"\b(?:{sister}) (?:Kabupaten |Kota )?{re.escape(place)}\b", text) if place else None
    return regency if found and not _NATIONAL_BODY.search(text) else None


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
