"""people.toml: the officials of the office's area, read and added to."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any, Final

from briefing import files, tomlcheck, tomlfile
from briefing.lexicon.names import is_degree, is_title
from briefing.model.office import Official
from briefing.tomlcheck import DAY, LINE, TEXT, Kind, unfit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefing.model.problem import BriefingError
    from briefing.tomlfile import TomlFile

FILE: Final = "people.toml"
_OF_OFFICE: Final = frozenset({"office", "office_en", "organisation", "organisation_en"})
_FIELDS: Final = {"start": "from", "end": "until"}  # fields whose keys have another name
KINDS: Final = {
    "name": Kind("expected-name", lambda value: LINE.fits(value) and bool(name_words(value))),
    **dict.fromkeys(("titles", "office", "office_en", "organisation", "organisation_en"), LINE),
    **dict.fromkeys(("from", "until"), DAY),
    "note": TEXT,
}
KNOWN_AS: Final = {
    "nama": "name",
    **dict.fromkeys(("gelar", "nama_dan_gelar"), "titles"),
    "jabatan": "office",
    **dict.fromkeys(("jabatan_inggris", "english", "inggris"), "office_en"),
    **dict.fromkeys(("instansi", "lembaga", "organisasi", "organization"), "organisation"),
    **dict.fromkeys(("mulai", "sejak", "dari", "start"), "from"),
    **dict.fromkeys(("sampai", "hingga", "berakhir", "end"), "until"),
    **dict.fromkeys(("catatan", "keterangan"), "note"),
}


def officials(folder: Path) -> tuple[Official, ...]:
    """Return the people of people.toml in `folder`, none where there is no such file.

    Raises:
        BriefingError: the file cannot be read.
        FaultsError: all its faults, each with its line.
    """
    path = folder / FILE
    return officials_of(tomlfile.read(path)) if path.exists() else ()


def officials_of(file: TomlFile) -> tuple[Official, ...]:
    """Return the people that a file holds.

    Raises:
        FaultsError: all its faults.
    """
    file.refuse(_faults(file))
    return tuple(Official(**{_field(key): value for key, value in entry.items()}) for entry in file.tables.get("person", ()))


def remember(path: Path, official: Official) -> None:
    """Write a person into the people.toml at `path`: into the last entry of that name, else as a new one. Nothing else in it changes.

    What is not known of the person stays as it is in the entry, but not beside another office: the English and the organisation of one office say
    nothing of another.

    Raises:
        BriefingError: the file cannot be read or written.
        FaultsError: the file has faults, and stays as it is.
    """
    import tomlkit  # noqa: PLC0415 - slow to load, and few builds remember anybody

    file = tomlfile.read(path) if path.exists() else tomlfile.parse(path, "")
    known = [name_words(other.name) for other in officials_of(file)]
    document = tomlkit.parse(file.text)
    words = name_words(official.name)
    if words in known:
        entry: Any = document["person"][len(known) - 1 - known[::-1].index(words)]
    else:
        entry = tomlkit.table()
    moved = bool(official.office) and entry.get("office", official.office) != official.office
    for field in Official.__dataclass_fields__:
        key = _FIELDS.get(field, field)
        if value := getattr(official, field):
            entry[key] = value
        elif moved and field in _OF_OFFICE:
            entry.pop(key, None)
    if words not in known:
        people: Any = document.setdefault("person", tomlkit.aot())
        people.append(entry)
    files.write_whole(path, tomlkit.dumps(document).encode())


def name_words(name: str) -> tuple[str, ...]:
    """Return what tells one name from another: its words in lower case, without titles and degrees ("Dr. H. Budi Santoso, M.Si." is budi santoso)."""
    folded = re.sub("['’‘`´]", "", unicodedata.normalize("NFKC", name))
    words = folded.split(",")[0].split() or folded.replace(",", " ").split()
    while len(words) > 1 and is_title(words[0]):
        words = words[1:]
    while len(words) > 1 and is_degree(words[-1]):
        words = words[:-1]
    return tuple(filter(None, (word.strip(".").casefold() for word in words)))


def _faults(file: TomlFile) -> Iterator[BriefingError]:
    yield from tomlcheck.entries(file, "person", KINDS, required=("name",), known_as=KNOWN_AS)
    for number, entry in tomlcheck.sound_entries(file, "person", KINDS):
        if entry.get("titles") and "name" in entry and name_words(entry["titles"]) != name_words(entry["name"]):
            yield unfit(file, ("person", number, "titles"), "expected-titles")
        if "from" in entry and "until" in entry and entry["until"] < entry["from"]:
            yield unfit(file, ("person", number, "until"), "expected-later")


def _field(key: str) -> str:
    return next((field for field, name in _FIELDS.items() if name == key), key)
