"""The correction file as records: its entries, what the officer touched in them, and what the program noted when it wrote them."""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from briefing.editing.review.fields import Value, known

Base = Mapping[str, Mapping[str, str]]
"""For each entry the digests of the values that the program wrote; OWN for a value that the officer once touched."""

OWN = ""
"""Is the digest of no value."""

ADDED = "+"
"""Stands in the base of an entry that the officer added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One entry: `article` is the id of the article within which it stands, "" for none.

    `index` counts the entries of its kind in the file, -1 for one that was kept aside before. `touched` are the keys that are the officer's; `known` says that the program wrote the entry before, `added` that it is not of the program's
    making. `remarks` are the officer's comments, by key ("" for the header): the lines above, and what stands behind.
    """

    kind: str
    id: str
    values: Mapping[str, Value]
    article: str = ""
    index: int = 0
    touched: frozenset[str] = frozenset()
    known: bool = True
    added: bool = False
    remarks: Mapping[str, tuple[tuple[str, ...], str]] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """What tells the entry from all others of the file."""
        return f"{self.article}/{self.id}" if self.article else f"{self.kind}/{self.id}"

    def text(self, name: str) -> str:
        """Return the text that a key holds, "" where it is missing."""
        return str(self.values.get(name, ""))

    @property
    def edits(self) -> dict[str, Value]:
        """What the officer touched, by key."""
        fields = known(self.kind)
        return {name: self.values[name] for name in self.values if name in self.touched and fields[name].role == "edit"}


def joined(own: Row, other: Row) -> Row:
    """Return an entry with the edits of another one, where the officer touched nothing in it."""
    edits = {name: value for name, value in other.edits.items() if name not in own.touched}
    return replace(own, values={**own.values, **edits}, touched=own.touched | set(edits))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """An edit that no longer fits its source: the entry's kind, the file and the words where it stood, and the values that were the officer's.

    `sha256` is the digest of the article where that was not among the sources: it may come back under another name. `added` says that the words
    were the officer's choice.
    """

    kind: str
    file: str
    text: str
    edits: Mapping[str, Value]
    sha256: str = ""
    added: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """What the program noted for itself: its version, the digest of the PDF, who approved what, the base of the entries, the file of each article."""

    version: str = ""
    pdf: str = ""
    approval: Mapping[str, str] = field(default_factory=dict)
    base: Base = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The whole file; `tail` are the officer's comment lines at its end."""

    rows: tuple[Row, ...] = ()
    lost: tuple[Lost, ...] = ()
    program: Program = field(default_factory=Program)
    tail: tuple[str, ...] = ()

    def of(self, kind: str, article: str = "") -> tuple[Row, ...]:
        """Return the entries of a kind, within an article where one is named, in their order."""
        return tuple(row for row in self.rows if row.kind == kind and row.article == article)


def quotes_of(sheet: Sheet) -> int:
    """Return how many key quotes an article has at most: what the officer set, else five."""
    return next((int(str(row.values["quotes"])) for row in sheet.of("pack") if "quotes" in row.edits), 5)


def digest(value: Value) -> str:
    """Return the digest by which a value is recognised as untouched; space around a text is none of it."""
    value = value.strip() if isinstance(value, str) else value
    return hashlib.sha256(json.dumps(value, ensure_ascii=True).encode()).hexdigest()[:8]


def pack_up(notes: Mapping[str, Any]) -> str:
    """Return notes as one line that no search and replace in an editor can change unseen."""
    return base64.b64encode(zlib.compress(json.dumps(notes, sort_keys=True).encode(), 9)).decode()


def unpack(line: str) -> dict[str, Any]:
    """Return the notes that `pack_up` made a line of.

    Raises:
        ValueError: the line was changed.
    """
    try:
        notes = json.loads(zlib.decompress(base64.b64decode(line, validate=True)))
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not isinstance(notes, dict):
        raise TypeError("no notes")
    return notes
