"""Reading a correction file as an officer's editor left it: its entries with what was touched, or every fault with its line."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from briefing import __version__, tomlcheck, tomlfile
from briefing.editing.review.fields import FIELDS, ITEMS, PASSAGES, known, known_as, plain
from briefing.editing.review.sheet import ADDED, Lost, Program, Row, Sheet, digest, unpack
from briefing.editing.review.shorten import pieces
from briefing.lexicon.points import points

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefing.model.problem import BriefingError
    from briefing.tomlfile import TomlFile

PROGRAM_COMMENT = "##"
"""What the program's own comment lines begin with; all others are the officer's and stay."""

_TOP = ("pack", "speaker", "article", "doubt", "unplaced", "program")
_WITHIN = {kind: f"article.{kind}" for kind in ITEMS}
_FIXED = {"text": "correction-words"}
_COMMENT = re.compile(r"""^(?:[^"'#]|"(?:\\.|[^"\\])*"|'[^']*')*(#.*)$""")

Remarks = dict[tuple[str | int, ...], dict[str, tuple[tuple[str, ...], str]]]


def read(path: Path) -> tuple[Sheet, TomlFile]:
    """Return the entries of a correction file, and the file for faults that only show beside the articles.

    Raises:
        BriefingError: the file cannot be read.
        FaultsError: all its faults.
    """
    file = _flat(tomlfile.read(path))
    program = _program(file)
    remarks, tail = _remarks(file)
    rows = tuple(replace(row, remarks=remarks.get(place_of(row), {})) for row in _rows(file, program or Program()))
    sheet = Sheet(rows=rows, lost=tuple(_lost(file)), program=program or Program(), tail=tail)
    faults = list(_faults(file, sheet, damaged=program is None))
    if faults and _number(sheet.program.version) > _number(__version__):
        faults.append(file.fault("correction-newer", "program", "version", version=sheet.program.version, own=__version__))
    file.refuse(faults)
    return sheet, file


def place_of(row: Row) -> tuple[str | int, ...]:
    """Return where an entry stands in its file."""
    if row.kind == "pack":
        return ("pack",)
    return (f"article.{row.kind}" if row.kind in ITEMS else row.kind, row.index)


def _number(version: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", version)))


def _flat(file: TomlFile) -> TomlFile:
    """Return the file with the entries within its articles also as tables of their own, counted through all articles as their lines are."""
    articles = [article for article in _entries(file.tables.get("article")) if isinstance(article, dict)]
    inner = {f"article.{kind}": [entry for article in articles for entry in _entries(article.get(kind))] for kind in ITEMS}
    return replace(file, tables={**file.tables, **inner})


def _entries(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _rows(file: TomlFile, program: Program) -> Iterator[Row]:
    tables = file.tables
    if isinstance(tables.get("pack"), dict):
        yield _row("pack", "", 0, tables["pack"], program)
    for index, entry in enumerate(_entries(tables.get("speaker"))):
        yield _row("speaker", "", index, entry, program)
    counts: Counter[str] = Counter()
    for index, article in enumerate(_entries(tables.get("article"))):
        if isinstance(article, dict):
            row = _row("article", "", index, {name: value for name, value in article.items() if name not in ITEMS}, program)
            yield row
            for kind in ITEMS:
                for entry in _entries(article.get(kind)):
                    yield _row(kind, row.id, counts[kind], entry, program)
                    counts[kind] += 1


def _row(kind: str, article: str, index: int, entry: Any, program: Program) -> Row:
    values = {name: plain(value) for name, value in entry.items()} if isinstance(entry, dict) else {}
    row = Row(kind=kind, id="pack" if kind == "pack" else str(values.get("id", "")), values=values, article=article, index=index)
    base = program.base.get(row.key, {})
    fields = known(kind)
    touched = {name for name in values if name in fields and fields[name].role == "edit" and base.get(name) != digest(values[name])}
    return replace(row, touched=frozenset(touched), known=row.key in program.base, added=row.key not in program.base or ADDED in base)


def _program(file: TomlFile) -> Program | None:
    """Return what the program noted; None where that is damaged. Without it every value counts as the officer's."""
    table = file.tables.get("program", {})
    if not isinstance(table, dict) or "base" not in table:
        return Program()
    try:
        notes = unpack(str(table["base"]))
        approval, noted, names = (dict(notes.get(name, {})) for name in ("approval", "entries", "files"))
        base = {key: dict(values) for key, values in noted.items()}
    except (ValueError, TypeError):
        return None
    return Program(version=str(table.get("version", "")), pdf=str(table.get("pdf", "")), approval=approval, base=base, files=names)


def _lost(file: TomlFile) -> Iterator[Lost]:
    for entry in _entries(file.tables.get("unplaced")):
        if isinstance(entry, dict):
            kind, source, text = (str(entry.get(name, "")) for name in ("kind", "file", "words"))
            if kind in FIELDS:
                fields = known(kind)
                edits = {name: plain(value) for name, value in entry.items() if name in fields and fields[name].role == "edit"}
                yield Lost(kind=kind, file=source, text=text, edits=edits, sha256=str(entry.get("sha256", "")), added=entry.get("added") is True)


def _faults(file: TomlFile, sheet: Sheet, *, damaged: bool) -> Iterator[BriefingError]:
    tables = dict.fromkeys(_TOP, tomlcheck.TABLE) | {name: tomlcheck.ENTRIES for name in _TOP if name not in {"pack", "program"}}
    top = list(tomlcheck.check(file, (), {name: value for name, value in file.tables.items() if "." not in name}, tables, known_as=_WITHIN))
    yield from top
    if top:
        return
    if damaged:
        yield file.fault("correction-base", "program", "base")
    seen: Counter[str] = Counter()
    for row in sheet.rows:
        seen[row.key] += 1
        if row.id and seen[row.key] > 1:
            yield file.fault("correction-doubled", *place_of(row), "id", id=row.id)
        else:
            yield from _faults_of(file, row, sheet)


def _faults_of(file: TomlFile, row: Row, sheet: Sheet) -> Iterator[BriefingError]:
    place, fields = place_of(row), known(row.kind)
    inner = ITEMS if row.kind == "article" else ()
    kinds = {name: field.kind for name, field in fields.items()} | dict.fromkeys(inner, tomlcheck.ENTRIES)
    written = file.value(place)
    base = sheet.program.base.get(row.key, {})
    lost = [name for name in base if name in fields and name not in row.values]
    faults = [*tomlcheck.check(file, place, written if isinstance(written, dict) else {}, kinds, required=lost, known_as=known_as(row.kind))]
    yield from faults
    yield from (
        file.fault(_FIXED.get(name, "correction-source" if row.kind == "article" else "correction-fixed"), *place, name, key=name)
        for name, field in fields.items()
        if field.role == "fixed" and name in base and name in row.values and digest(row.values[name]) != base[name]
    )
    if not faults:
        yield from _misfits(file, row, sheet)


def _misfits(file: TomlFile, row: Row, sheet: Sheet) -> Iterator[BriefingError]:
    """Yield the faults of values that are of their kind."""
    place, values = place_of(row), row.values
    if "speaker" in row.touched and row.text("speaker"):
        yield from _unknown_speaker(file, row, sheet)
    yield from _unknown_points(file, row)
    if row.kind in PASSAGES and not row.known and not row.text("text"):
        yield tomlcheck.missing(file, place, "text", {})
    if row.kind == "speaker" and not row.known and not (row.id and (row.text("name") or row.text("office"))):
        yield tomlcheck.missing(file, place, "name" if row.id else "id", {})
    if values.get("remember") is True and not row.text("name"):
        yield file.fault("correction-remember", *place, "remember")
    if row.kind == "rule" and not row.known and not row.text("type"):
        yield tomlcheck.missing(file, place, "type", {"type": known("rule")["type"].kind})
    if {"english", "english_by", "english_on"} & row.touched and row.text("english") and not (row.text("english_by") and row.text("english_on")):
        yield file.fault("correction-english", *place, "english")
    if values.get("accept") is False and not row.text("reason"):
        yield file.fault("correction-reason", *place, "accept")
    shorten = values.get("shorten", ())
    if isinstance(shorten, tuple) and shorten:
        try:
            pieces(row.text("text"), shorten)
        except ValueError as error:
            yield file.fault("correction-shorten", *place, "shorten", value=tomlfile.shown(str(error)))


def _unknown_speaker(file: TomlFile, row: Row, sheet: Sheet) -> Iterator[BriefingError]:
    people = [person.id for person in sheet.of("speaker")]
    name = row.text("speaker")
    if name not in people and f"speaker/{name}" not in sheet.program.base:
        nearest = tomlcheck.nearest_key(name, people, {}) or ", ".join(people) or "-"
        yield file.fault("correction-speaker", *place_of(row), "speaker", value=name, nearest=nearest)


def _unknown_points(file: TomlFile, row: Row) -> Iterator[BriefingError]:
    known = [point.id for point in points()]
    written = row.edits.get("point")
    for name in written if isinstance(written, tuple) else ():
        if name not in known:
            nearest = tomlcheck.nearest_key(name, known, {}) or known[0]
            yield file.fault("correction-point", *place_of(row), "point", value=tomlfile.shown(name), nearest=nearest)


def _remarks(file: TomlFile) -> tuple[Remarks, tuple[str, ...]]:
    """Return the officer's comments by the entry and the key ("" for its header) that they belong to, and those at the end of the file."""
    places = {number: place for place, number in file.lines.items() if len(place) != 1 or place == ("pack",)}
    remarks: Remarks = defaultdict(dict)
    above: list[str] = []
    for number, line in enumerate(file.text.split("\n"), 1):
        if line.lstrip().startswith("#") and not line.lstrip().startswith(PROGRAM_COMMENT):
            above.append(line.strip())
        elif number in places:
            behind = _COMMENT.match(line)
            if above or behind:
                place = places[number]
                own = 1 if place[0] == "pack" else 2
                remarks[place[:own]]["".join(map(str, place[own : own + 1]))] = (tuple(above), behind[1] if behind else "")
            above = []
    return remarks, tuple(above)
