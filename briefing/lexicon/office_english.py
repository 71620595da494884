"""Offices in English by grammar: acting form, head, numeral, units, organisation, place."""

from __future__ import annotations

import re
from functools import cache
from itertools import starmap
from typing import TYPE_CHECKING

from briefing.lexicon import places
from briefing.lexicon.load import table
from briefing.lexicon.office_bodies import NUMERAL, behind, body, kinds, numbered_units, of_kind, organisation, party
from briefing.lexicon.office_places import bare_place, is_name, place, unnamed
from briefing.lexicon.offices import (
    OWN_KINDS,
    acting_forms,
    acting_words,
    head_of,
    head_pattern,
    heads,
    organisation_pattern,
    parted,
)

if TYPE_CHECKING:
    from briefing.lexicon.offices import Head

_LINK = re.compile(
    r" (?P<word>dari|pada|di|asal) |(?P<second>,? dan|,? sekaligus|,? merangkap|,) (?=(?:Koordinator Divisi|Ketua|Wakil Ketua|Anggota|Sekretaris|Kepala|Pelaksana) )"
    r"|(?P<apposed>) (?=Koordinator Divisi )"  # Anggota Bawaslu Halmahera Selatan Koordinator Divisi Pencegahan
)
_NUMBERED = re.compile(r"(?:\([A-Z]\w*\) )?(?P<area>(?:\d+|[IVX]+)[/ ]\w[\w ]*)")  # Komandan Distrik Militer (Kodim) | 0826/Pati
_WORDS = {"dari": "from", "asal": "from", "pada": "at", "di": "at"}
_PLACED = {"kawasan": "in", "Jalan": "on"}
_REPUBLIC = {"RI", "Republik Indonesia"}  # Wakil Presiden RI
_NEARBY = {"setempat"}  # Camat setempat: that of the place
_AROUND = re.compile(r", (?=(?:Kecamatan|Distrik|Kabupaten|Kota|Provinsi) )")  # Kepala Desa Aeramo, | Kecamatan Aesesa
_DONE_TO = re.compile(r"yang (?:baru )?(?:di|ter)[a-z]+")  # kepala desa yang dilantik
_ACRONYM = re.compile(r"(?P<short>[A-Z][A-Z\d]{3,})(?: (?P<place>.+))?")
_SHORT_FORM = re.compile(r"\s*\(\w+\)$")  # Bawaslu Sumatera Selatan (Sumsel)
_OF_STAFF = re.compile(r"(?P<head>\S.*?)\s+(?=Bidang\b)", re.IGNORECASE)  # whom somebody's staff works for: Staf Ahli | Bupati | Bidang Hukum
_IN_KALURAHAN = re.compile(r"^Lurah (?=di salah satu kalurahan\b)")  # a village in Yogyakarta
_OF_BODY = re.compile(r"(?P<role>.+ of the )(?P<body>[A-Z][\w-]+)")  # Head of the | Bureau
_UNNAMED_AREA = re.compile(r" of an? (?:urban village|village|district|regency|city|province|housing estate)\b")
_RELATED = re.compile(
    r" yang (?P<kin>[a-z]+)nya (?:menjadi|maju sebagai|mencalonkan diri sebagai|maju|nyaleg)(?: (?P<what>caleg|calon .+))?$"
)  # ASN yang istrinya menjadi caleg
_TRADER = re.compile(r"(?P<what>Pedagang|Penjual|Petani|Buruh|Sopir) (?!di\b)[a-z]+(?: (?!di\b)[a-z]+)?(?= di [A-Z]|$)")  # of goods without English
_LEGISLATIVE = re.compile(r"caleg|calon (?:anggota )?legislatif", re.IGNORECASE)
_AT_SCHOOL = re.compile(r"(?P<head>[A-Z]\w+) (?:at|of) an? (?P<school>.+)")
_OF = ("Director", "Director General", "Minister")
_AT = ("Teacher", "Lecturer", "Professor", "Researcher", "Academic", "Student")
_LEARNED = {"Professor": "of", "Expert": "on"}  # others are in their field: Dosen Ilmu Politik
_WATCHES = "Observer"  # Pemerhati pemerintahan: a governance observer
_SERVES = ("Special Staff", "Expert Staff", "Expert", "Aide")  # Staf Khusus Menteri PANRB
_ASSISTED = re.compile(r"(?:Sekretaris|Sekda)\b")  # Asisten Pemerintahan Sekda
_ISLANDS = re.compile(r"\b(?P<of>of|in|for|from) (?P<islands>(?:[A-Z]\w+ ){1,3}Islands)(?! (?:Regency|Province|City|District))\b")
_LOCAL = re.compile(r" (?P<kind>kecamatan|kabupaten|kota|desa) setempat$", re.IGNORECASE)
_DWELLS = ("Resident",)
_RANKED = {"Kelas", "Klas", "Perempuan"}
_ROLE = "Narasumber "  # whoever speaks at an event is told by the office that stands behind
_BALLOT = re.compile(r"(?<![Pp]aslon)(?<![Cc]alon)(?<![Pp]asangan) nomor urut (?P<number>\d{1,2})$")
_ELECTION = re.compile(r" (?:(?:pada|dalam|di) )?(?P<kind>Pemilu|Pileg|Pilpres|Pilkada|Pilgub|Pilbup|Pilwalkot) (?P<year>20\d\d)$")


def english(full: str) -> str | None:
    """Return an office spelt out in full in English, by grammar: acting form, head, organisation, place; None where a part is unknown.

    "Penjabat Sementara Gubernur Jambi" is "Temporary Acting Governor of Jambi"; islands have an article: "Regent of the Aru Islands".
    """
    office = _by_grammar(full)
    return _ISLANDS.sub(r"\g<of> the \g<islands>", office) if office else None


def _by_grammar(full: str) -> str | None:
    full = _IN_KALURAHAN.sub("Lurah Kalurahan ", _SHORT_FORM.sub("", full))
    if full.startswith(_ROLE) and (office := english(full.removeprefix(_ROLE))):
        return office
    whole: dict[str, str] = table("id/offices.toml")["whole"]
    match = head_pattern().match(full)
    if full in whole:
        return whole[full]
    if not match:
        capital = full[:1].upper() + full[1:]  # "juru parkir di kawasan Pasar Wage"
        known = whole.get(capital) or _qualified(capital) or _linked(capital) or _of_division(capital)
        return known or (english(_TRADER.sub(r"\g<what>", capital)) if _TRADER.match(capital) else None)
    said = _qualified(full) or _linked(full)
    if said:
        return said
    acting = [acting_words()[form.lower()][1] for form in acting_forms(match["acting"])]
    parts = list(parted(full[match.start("head") :]))
    english_head = next(
        filter(None, (found for form in (_english_head, _english_unit, _english_body, _english_acronym) for found in starmap(form, parts))), None
    )
    return " ".join([*acting, english_head]) if english_head else None


def _of_division(full: str) -> str | None:
    """Return a division that somebody speaks for: "Legal Affairs Division of the Election Supervisory Committee (Panwaslu) of Sanggau"; None for others."""
    found = of_kind(full) if full.startswith("Divisi ") else None
    return found.removeprefix("the ") if found and not found.endswith("Division") else None


def _qualified(full: str) -> str | None:
    """Return the English of an office with its ballot number, its election or a word such as nonaktif; None where it has none."""
    related = _RELATED.search(full)
    if related:
        return _with_relative(full[: related.start()], related["kin"], related["what"])
    number, stands, aside = _BALLOT.search(full), _ELECTION.search(full), _aside().search(full)
    if number:
        office = english(full[: number.start()])
        return f"{office} (ballot number {number['number']})" if office else None
    if stands:
        office = english(full[: stands.start()])
        return f"{office} in the {stands['year']} {_election(stands['kind'])}" if office else None
    office = english(full[: aside.start()] + full[aside.end() :]) if aside else None
    return f"{table('id/office_units.toml')['aside'][aside['word']]} {office}" if aside and office else None


def _with_relative(office: str, kin: str, what: str | None) -> str | None:
    """Return an office with the candidate in its holder's family: "Civil servant whose wife is a legislative candidate"."""
    relation = table("id/office_units.toml")["relative"].get(kin)
    said = english(what) if what and not _LEGISLATIVE.fullmatch(what) else "legislative candidate" if what else "candidate"
    holder = english(office)
    return f"{holder} whose {relation} is a {said[:1].lower()}{said[1:]}" if holder and relation and said else None


@cache
def _aside() -> re.Pattern[str]:
    return re.compile(rf" (?P<word>{'|'.join(table('id/office_units.toml')['aside'])})(?= |$)")


def _linked(full: str) -> str | None:
    """Return the English of an office that a word joins to whose it is, to where it is or to a second one; None where none does."""
    near = _LOCAL.search(full)
    if near and (office := english(full[: near.start()])):
        return f"{office} of the local {table('id/office_units.toml')['unnamed'][near['kind'].lower()]}"
    local = full.removesuffix(" setempat")
    if local != full and (office := english(local)):
        return office.replace(" of the ", " of the local ", 1)
    for link in _LINK.finditer(full):
        main, rest = english(full[: link.start()]), full[link.end() :]
        if main and (whose := _whose(link, full[: link.start()], rest)) is not None:
            return (_of_school(main) if link["word"] == "asal" else main) + whose
    return next((office for start in _wholes(full) if (office := _with_behind(start, full[len(start) :].strip()))), None)


def _says_what(main: str, whose: str) -> bool:
    """Return whether the English of an office already says of what kind of place it is that `whose` leaves unnamed: Village Head of a village."""
    head = head_pattern().fullmatch(main)
    kind = whose.removeprefix(" of a ").split(" in ")[0]
    return head is not None and head_of(head["head"]).area == "open" and f"{kind} " in head_of(head["head"]).en.lower()


def _of_school(office: str) -> str:
    """Return an office at a school that is not named with the school before it, as where its holder is from stands behind: "Primary school (SD) teacher"."""
    match = _AT_SCHOOL.fullmatch(office)
    return f"{match['school'][:1].upper()}{match['school'][1:]} {match['head'].lower()}" if match else office


def _whose(link: re.Match[str], main: str, rest: str) -> str | None:
    if link["word"] is None:
        second = english(rest) if link["second"] or not head_pattern().fullmatch(main) else None
        return f"{' and' if (link['second'] or ',').strip(',') else ','} {second}" if second else None
    word = link["word"]
    whose = behind(rest) or (f" of {rest}" if word in {"di", "asal"} and is_name(rest.split()) else None)  # Guru SMP di Kelapa Kampit
    if not whose:
        return None
    if word == "di" and unnamed(rest) and _says_what(main, whose):
        return whose[whose.index(" in ") :] if " in " in whose else ""  # Kepala Desa di salah satu desa di Kecamatan Haharu
    if word == "dari" and unnamed(rest) and (head := head_pattern().match(main)) and head_of(head["head"]).government:
        return whose  # Penjabat Bupati dari salah satu kabupaten
    inside = place(rest) or whose == f" of {rest}" or _UNNAMED_AREA.match(whose)
    where = _PLACED.get(rest.partition(" ")[0], "in" if inside else _WORDS[word]) if word == "di" else _WORDS[word]
    return whose.replace(" of ", f" {where} ", 1)


def _wholes(full: str) -> list[str]:
    """Return the offices known as a whole that `full` opens with, the longest first."""
    return sorted((start for start in table("id/offices.toml")["whole"] if full.startswith(f"{start} ")), key=len, reverse=True)


def _with_behind(start: str, rest: str) -> str | None:
    whose = behind(rest)
    where = whose.replace(" of ", " in ", 1) if whose and place(rest) else _at(whose or "")
    return f"{table('id/offices.toml')['whole'][start]}{where}" if whose else None


def _at(whose: str) -> str:
    return whose.replace(" of ", " at ", 1)


def _election(kind: str) -> str:
    return "regional head election" if kind.startswith(("Pilk", "Pilg", "Pilb", "Pilw")) else "general election"


def _english_head(head: Head, rest: str) -> str | None:
    """Return the English of a head with its place or organisation; None where something else stands behind it."""
    title, rest = _with_numeral(head, rest)
    if not rest or rest in _REPUBLIC or rest in _NEARBY or (head.en_area and _DONE_TO.fullmatch(rest)):
        return title
    if head.en_area or head.en_numbered:
        return _english_place(head, rest)
    if rest.startswith("dan "):
        other = english(rest.removeprefix("dan "))
        return f"{title} and {other}" if other else None
    if head.en in _DWELLS and rest[:1].isupper():
        return f"{title} of {places.english(rest) or rest}"
    toward = _toward(head, rest)
    if toward:
        return f"{title}{toward}"
    whose = behind(rest) if not any(rest.startswith(f"{kind} ") for kind in kinds()) or organisation_pattern().match(rest) or body(rest) else None
    if whose and head.en in _AT:
        whose = _at(whose)
    return f"{title}{whose}" if whose else None


def _english_place(head: Head, rest: str) -> str | None:
    """Return the English of a head with its place, or with the number of its unit: "Commander of Military District (Kodim) 0826/Pati"."""
    numbered = _NUMBERED.fullmatch(rest)
    if head.en_numbered and numbered:
        return head.en_numbered.format(area=numbered["area"])
    inner, *around = _AROUND.split(rest)
    area = _english_area(head, re.sub(r"^\([A-Z]\w*\)\s+", "", inner)) if head.en_area else None  # "Komandan Distrik Militer (Kodim) Pati"
    regions = [_english_region(region) for region in around]
    return ", ".join((head.en_area.format(en=head.en, area=area), *filter(None, regions))) if head.en_area and area and all(regions) else None


def _english_region(text: str) -> str | None:
    """Return a region that stands around the place of an office in English: "Aesesa District", "Bengkulu Province"."""
    kind, _, name = text.partition(" ")
    return f"{name} District" if kind in {"Kecamatan", "Distrik"} else place(text)


def _english_acronym(head: Head, rest: str) -> str | None:
    """Return the English of a head whose body goes by an acronym that no catalogue holds, as it stands: "Head of the BKPP2D of Indragiri Hulu"."""
    match = _ACRONYM.fullmatch(rest)
    of = behind(match["place"]) if match and match["place"] else ""
    return f"{head.en} of the {match['short']}{of}" if match and of is not None and not head.en_area and not head.en.endswith("Office") else None


def _toward(head: Head, rest: str) -> str | None:
    """Return whom somebody serves or acts for, with its preposition: " to the Regent", " for the Respondent"; None for others."""
    serves = head.en in _SERVES or (head.full == "Asisten" and _ASSISTED.match(rest))
    served = english(rest) if serves and head_pattern().match(rest) else None
    for_whom = party(rest)
    return f" to the {served}" if served else f" for {for_whom}" if for_whom else None


def _with_numeral(head: Head, rest: str) -> tuple[str, str]:
    """Return the English title of a head with the numeral behind it, and the rest: "Deputy Chair II", and "Head of Section II" without an article."""
    numeral, _, after = rest.partition(" ")
    return (f"{head.en.replace(' of the ', ' of ')} {numeral}", after) if NUMERAL.fullmatch(numeral) and not head.en_area else (head.en, rest)


def _english_unit(head: Head, rest: str) -> str | None:
    """Return the English of a head with its units: "Head of the Tourism Office of Blora Regency"; None where it has none."""
    if head.en_area:
        return None  # Kepala Dinas Pendidikan | Kepemudaan dan Olahraga
    title, rest = _with_numeral(head, rest)
    whose = _OF_STAFF.match(rest)
    if whose and (chief := heads().get(" ".join(whose["head"].lower().split()))):
        title, rest = f"{title} to the {chief.en}", rest[whose.end() :]
    unit = re.match(r"(?:\([A-Z]\w*\)\s+)?(?:(?P<kind>[Bb]idang|Divisi) )?", rest)
    named, after = numbered_units(rest[unit.end() :] if unit else rest)
    of = (behind(after) or _toward(head, after)) if after else ""
    if not named or of is None:
        return None
    if head.en == _WATCHES:
        return f"{re.sub('tions$', 'tion', named).capitalize()} observer{of}"  # before another noun a noun is singular
    if head.en in (*_AT, *_LEARNED):
        subject = named.lower() if rest[:1].islower() and named.istitle() else named
        return f"{title} {_LEARNED.get(head.en, 'in')} {subject}{_at(of)}"
    if title == "Member" and unit and unit["kind"]:
        return f"Member of the {named} Division{of}" if "," not in named else f"Member of the Division for {named}{of}"
    return f"{_with_units(title, named)}{of}"


def _with_units(title: str, named: str) -> str:
    """Return a title with its units: "Head of the Finance Bureau"; those that are long stand behind it: "Head of the Bureau for A, B and C"."""
    of_body = _OF_BODY.fullmatch(title)
    if of_body and "," not in named and " of " not in named:
        return f"{of_body['role']}{named} {of_body['body']}"
    return f"{title} of {named}" if title.endswith(_OF) else f"{title} for {named}"


def _english_body(head: Head, rest: str) -> str | None:
    """Return the English of a head with an organisation named by its kind: "Chair of Commission II of the House of Representatives (DPR)"."""
    title, rest = _with_numeral(head, rest)
    found = of_kind(rest)
    return f"{title} {'at' if head.en in _AT else 'of'} {found}" if found and not head.en_area else None


def _english_area(head: Head, rest: str) -> str | None:
    """Return the place of a head in English: bare where the head says the kind (Camat, Bupati), with its kind elsewhere."""
    kind, _, name = rest.partition(" ")
    if rest[:1].isdigit():
        return rest  # "Lurah 26 Ilir"
    if head.area == "open":
        if kind in _RANKED:
            return None  # Kepala Lapas Kelas IIA Kerobokan
        area = name if kind in OWN_KINDS and name else rest
        return area if area[:1].isupper() else None
    return bare_place(name if head.area == "place" and kind in {"Kabupaten", "Kota", "Provinsi"} and place(rest) else rest)


def organisation_english(name: str) -> str | None:
    """Return an institution in English: "Pati Regency Government" for "Pemerintah Kabupaten Pati"; None for one that no catalogue holds."""
    kind, _, place = name.partition(" ")
    if name.startswith("Pemerintah Negeri "):
        return f"Government of {place}"
    if kind == "Pemerintah":
        area = places.english(place) if not place.endswith(tuple(_NEARBY)) else None
        return f"{re.sub('Province$', 'Provincial', area)} Government" if area else None
    local = name.removesuffix(" setempat")
    if local != name:
        near = organisation_english(local)
        return f"local {near}" if near else None
    english_name = organisation(name) or organisation(_SHORT_FORM.sub("", name)) or body(name) or of_kind(re.sub(r"\s\(\w+\)", "", name))
    return _ISLANDS.sub(r"\g<of> the \g<islands>", english_name.removeprefix("the ")) if english_name else None
