"""Which keys each kind of entry of the correction file has, in the order in which they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, Literal, get_args

from briefing.model.finding import RuleType
from briefing.tomlcheck import NUMBER, TEXT, TEXTS, YES_NO, Kind, choice

Role = Literal["edit", "fixed", "info"]
Value = str | bool | int | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One key: what it may hold, and whether the officer may change it, must not, or is only told something by it."""

    name: str
    kind: Kind
    role: Role = "edit"


def day_of(value: object) -> date | None:
    """Return the day that an ISO 8601 date names, None for anything else."""
    try:
        return value if isinstance(value, date) and not isinstance(value, datetime) else date.fromisoformat(str(value))
    except ValueError:
        return None


def moment_of(value: object) -> str | None:
    """Return an ISO 8601 date or date with time as text, None for anything else."""
    text = value.isoformat() if isinstance(value, date) else str(value)
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return None
    return text if re.match(r"\d{4}-\d{2}-\d{2}(?:[T ]|$)", text) else None


DAY: Final = Kind("expected-date", lambda value: value == "" or day_of(value) is not None)
MOMENT: Final = Kind("expected-moment", lambda value: value == "" or moment_of(value) is not None)
LANGUAGES: Final = Kind("expected-languages", lambda value: value in (["id"], ["id", "en"]))
QUOTES: Final = Kind("expected-few", lambda value: NUMBER.fits(value) and 1 <= value <= 20)
PERSON: Final = TEXT

_ENGLISH = (Field("english", TEXT), Field("english_by", TEXT), Field("english_on", DAY))
_PLACE = (Field("id", TEXT, "fixed"), Field("paragraph", NUMBER, "info"), Field("text", TEXT, "fixed"))

FIELDS: Final[dict[str, tuple[Field, ...]]] = {
    "pack": (
        Field("title", TEXT),
        Field("title_en", TEXT),
        Field("audience", TEXT),
        Field("audience_en", TEXT),
        Field("event", TEXT),
        Field("event_en", TEXT),
        Field("place", TEXT),
        Field("date", DAY),
        Field("languages", LANGUAGES),
        Field("profile", TEXT),
        Field("sections", TEXTS),
        Field("paper", choice("A4", "F4")),
        Field("greyscale", YES_NO),
        Field("large_print", YES_NO),
        Field("quotes", QUOTES),
        Field("approved_by", TEXT),
        Field("approved_on", DAY),
    ),
    "speaker": (
        Field("id", TEXT, "fixed"),
        Field("keep", YES_NO),
        Field("name", TEXT),
        Field("title_before", TEXT),
        Field("title_after", TEXT),
        Field("office", TEXT),
        Field("office_en", TEXT),
        Field("organisation", TEXT),
        Field("organisation_en", TEXT),
        Field("articles", TEXTS, "info"),
        Field("remember", YES_NO),
    ),
    "article": (
        Field("id", TEXT, "fixed"),
        Field("file", TEXT, "fixed"),
        Field("sha256", TEXT, "fixed"),
        Field("keep", YES_NO),
        Field("title", TEXT),
        *_ENGLISH,
        Field("outlet", TEXT),
        Field("author", TEXT),
        Field("url", TEXT),
        Field("published", MOMENT),
        Field("event_date", MOMENT),
        Field("place", TEXT),
    ),
    "quote": (
        *_PLACE,
        Field("keep", YES_NO),
        Field("speaker", PERSON),
        Field("shorten", TEXTS),
        Field("point", TEXTS),
        Field("summary_page", YES_NO),
        *_ENGLISH,
    ),
    "rule": (
        *_PLACE,
        Field("type", choice(*get_args(RuleType))),
        Field("point", TEXTS),
        Field("keep", YES_NO),
        Field("summary_page", YES_NO),
        Field("speaker", PERSON),
        Field("note", TEXT),
        *_ENGLISH,
    ),
    "sentence": (*_PLACE, Field("keep", YES_NO), Field("summary_page", YES_NO), *_ENGLISH),
    "citation": (
        *_PLACE,
        Field("instrument", TEXT, "info"),
        Field("status", TEXT, "info"),
        Field("keep", YES_NO),
        Field("accept", YES_NO),
        Field("reason", TEXT),
        Field("note", TEXT),
    ),
}

_MEANT: Final = {
    **dict.fromkeys(("cetak", "simpan", "pakai"), "keep"),
    **dict.fromkeys(("judul", "judul_artikel"), "title"),
    **dict.fromkeys(("acara", "kegiatan"), "event"),
    **dict.fromkeys(("tempat", "lokasi"), "place"),
    **dict.fromkeys(("tanggal", "hari"), "date"),
    **dict.fromkeys(("peserta", "sasaran", "untuk"), "audience"),
    **dict.fromkeys(("disetujui_oleh", "penyetuju"), "approved_by"),
    **dict.fromkeys(("disetujui_pada", "tanggal_persetujuan"), "approved_on"),
    **dict.fromkeys(("nama", "nama_lengkap"), "name"),
    **dict.fromkeys(("gelar_depan",), "title_before"),
    **dict.fromkeys(("gelar_belakang", "gelar"), "title_after"),
    **dict.fromkeys(("jabatan",), "office"),
    **dict.fromkeys(("instansi", "lembaga"), "organisation"),
    **dict.fromkeys(("ingat",), "remember"),
    **dict.fromkeys(("media", "sumber"), "outlet"),
    **dict.fromkeys(("penulis", "wartawan"), "author"),
    **dict.fromkeys(("alamat", "tautan"), "url"),
    **dict.fromkeys(("terbit", "tanggal_terbit"), "published"),
    **dict.fromkeys(("tanggal_acara",), "event_date"),
    **dict.fromkeys(("penutur", "pembicara"), "speaker"),
    **dict.fromkeys(("pendekkan", "ringkas"), "shorten"),
    **dict.fromkeys(("inggris", "terjemahan"), "english"),
    **dict.fromkeys(("jenis",), "type"),
    **dict.fromkeys(("butir", "pokok"), "point"),
    **dict.fromkeys(("ringkasan", "halaman_ringkasan"), "summary_page"),
    **dict.fromkeys(("catatan",), "note"),
    **dict.fromkeys(("terima", "setuju"), "accept"),
    **dict.fromkeys(("alasan",), "reason"),
    **dict.fromkeys(("kertas",), "paper"),
    **dict.fromkeys(("bahasa",), "languages"),
    **dict.fromkeys(("bagian",), "sections"),
    **dict.fromkeys(("profil",), "profile"),
    **dict.fromkeys(("kutipan",), "quotes"),
}
"""The keys that are meant by Indonesian words."""

PASSAGES: Final = ("quote", "rule", "sentence")
FORM: Final = ("languages", "profile", "sections", "paper", "greyscale", "large_print", "quotes")
"""The keys of [pack] that say how it is printed, and are chosen on the command line too."""

ITEMS: Final = (*PASSAGES, "citation")
"""The kinds of entries that stand within an article."""


def known(kind: str) -> dict[str, Field]:
    """Return the keys of a kind of entry by their names."""
    return {field.name: field for field in FIELDS[kind]}


def known_as(kind: str) -> dict[str, str]:
    """Return the keys of a kind of entry by the Indonesian words that mean them."""
    return {word: name for word, name in _MEANT.items() if name in known(kind)}


def plain(value: Any) -> Value:
    """Return a value as entries hold it: days as text, lists as tuples, texts without the space around them."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        return tuple(str(part) for part in value)
    return value.isoformat() if isinstance(value, date) else value
