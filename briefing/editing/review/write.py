"""Writing the correction file: the entries with a comment above each part, the officer's own comments where they stood."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing import messages
from briefing.editing.review.fields import FIELDS, ITEMS, PASSAGES, Value
from briefing.editing.review.file import PROGRAM_COMMENT
from briefing.editing.review.sheet import ADDED, OWN, Lost, Program, Row, digest, pack_up

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NO_REMARK: tuple[tuple[str, ...], str] = ((), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A doubt of the program, for the officer to look at first: its code, the sentence, the file and ¶ that it is about ("" and 0: none)."""

    code: str
    sentence: str
    file: str = ""
    paragraph: int = 0


def write(rows: Sequence[Row], doubts: Sequence[Doubt], lost: Sequence[Lost], program: Program, tail: Sequence[str] = ()) -> str:
    """Return the text of a correction file; what `program` notes of the entries is made anew from the rows."""
    lines = list(_comment("file"))
    said: set[str] = set()
    entries = (
        *(("doubt", _doubt(doubt)) for doubt in doubts),
        *((row.kind, _entry(row)) for row in rows),
        *(("unplaced", _unplaced(each)) for each in lost),
    )
    for part, entry in entries:
        lines += ["", *(() if part in said else _comment(part)), *entry]
        said.add(part)
    names = {row.id: row.text("file") for row in rows if row.kind == "article"}
    notes = {"approval": dict(program.approval), "entries": base_of(rows), "files": names}
    lines += [
        "",
        *_comment("program"),
        "[program]",
        f"version = {_toml(program.version)}",
        f"pdf = {_toml(program.pdf)}",
        f"base = {_toml(pack_up(notes))}",
    ]
    return "\n".join([*lines, *tail]) + "\n"


def base_of(rows: Sequence[Row]) -> dict[str, dict[str, str]]:
    """Return by entry the digest of every value that the program wrote or that must not change, and which are the officer's."""
    base = {}
    for row in rows:
        roles = {field.name: field.role for field in FIELDS[row.kind]}
        own = {name: OWN if name in row.touched else digest(value) for name, value in _written(row) if roles[name] != "info"}
        base[row.key] = own | {ADDED: "1"} if row.added else own
    return base


def _written(row: Row) -> Iterator[tuple[str, Value]]:
    """Yield the keys of an entry that are written, in their order, without the program's English of what is not printed."""
    for field in FIELDS[row.kind]:
        if field.name not in row.values:
            continue
        idle = row.kind in PASSAGES and not row.values.get("keep") and not row.touched & {"english", "english_by", "english_on"}
        if not (idle and field.name.startswith("english")):
            yield field.name, row.values[field.name]


def _entry(row: Row) -> Iterator[str]:
    name = row.kind if row.kind not in ITEMS else f"article.{row.kind}"
    above, behind = row.remarks.get("", _NO_REMARK)
    yield from above
    yield (f"[{name}]" if row.kind == "pack" else f"[[{name}]]") + (f"  {behind}" if behind else "")
    for key, value in _written(row):
        above, behind = row.remarks.get(key, _NO_REMARK)
        yield from above
        yield f"{key} = {_toml(value)}" + (f"  {behind}" if behind else "")


def _doubt(doubt: Doubt) -> Iterator[str]:
    yield "[[doubt]]"
    yield f"code = {_toml(doubt.code)}"
    yield f"about = {_toml(doubt.sentence)}"
    if doubt.file:
        yield f"file = {_toml(doubt.file)}"
    if doubt.paragraph:
        yield f"paragraph = {doubt.paragraph}"


def _unplaced(lost: Lost) -> Iterator[str]:
    yield "[[unplaced]]"
    told: dict[str, Value] = {"kind": lost.kind, "file": lost.file, "sha256": lost.sha256, "words": lost.text, "added": lost.added}
    known = {key: value for key, value in told.items() if value or key in {"file", "words"}}
    yield from (f"{key} = {_toml(value)}" for key, value in (*known.items(), *lost.edits.items()))


def _comment(part: str) -> Iterator[str]:
    """Yield the program's comment on a part of the file, in the language in use."""
    for paragraph in messages.comment(part).split("\n"):
        yield f"{PROGRAM_COMMENT} {paragraph}".rstrip()


def _toml(value: Value) -> str:
    """Return a value as TOML: a text stands on one line, whatever it holds."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return str(value) if isinstance(value, int) else f"[{', '.join(_toml(part) for part in value)}]"
