"""Where the English comes from: the tags on the pages, their words, and how many of each the colophon counts."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any, Final

from briefing.finishing.words import folded, short
from briefing.model.pack import Origin, Translation
from briefing.model.problem import Problem
from briefing.rendering.wording import day

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing.finishing.opened import Opened
    from briefing.finishing.tree import Block
    from briefing.model.pack import Pack

PLACEHOLDER: Final = re.compile(r"\b[A-Z]{4,}(?: [A-Z]{4,})*\b")
"""What the colophon writes for a name, a day or an engine: NAMA, TANGGAL, NAMA VERSI."""


def tags(opened: Opened) -> tuple[Block, ...]:
    """Return the tags that stand on the pages, in reading order."""
    names = {origin.value for origin in Origin}
    return tuple(block for block in opened.tree.root.walk() if block.tag in {"P", "Span"} and block.title in names)


def check(opened: Opened) -> Iterator[Problem]:
    """Check the counts of the colophon and the words of each tag."""
    tables = [block for block in opened.tree.root.walk() if block.title == "origins" and block.tag == "Table"]
    counts = Counter(tag.title for tag in tags(opened))
    for table in tables:
        yield from _counted(table, counts)
    words = {origin: [row[1] for table in tables if (row := _rows(table).get(origin))] for origin in Origin}
    for tag in tags(opened):
        yield from _worded(tag, words[Origin(tag.title)])
    if opened.content:
        yield from _counted_in_pack(opened.content.english, counts)
        yield from _known(opened, opened.content.pack)


def _counted(table: Block, counts: Mapping[str, int]) -> Iterator[Problem]:
    for origin, (number, _) in _rows(table).items():
        if origin is not Origin.CATALOGUE and number != str(counts.get(origin.value, 0)):
            arguments: dict[str, str | int] = {
                "page": table.page,
                "origin": origin.value,
                "found": number or "–",
                "expected": str(counts.get(origin.value, 0)),
            }
            yield Problem(code="origins-counted", arguments=arguments)


def _counted_in_pack(stated: Mapping[str, int], counts: Mapping[str, int]) -> Iterator[Problem]:
    for origin in stated.keys() & {known.value for known in Origin} - {Origin.CATALOGUE.value}:
        if stated[origin] != counts.get(origin, 0):
            yield Problem(code="english-counted", arguments={"origin": origin, "found": stated[origin], "expected": counts.get(origin, 0)})


def _rows(table: Block) -> Mapping[Origin, tuple[str, str]]:
    """Return the number and the words of each origin in a table of them, which has a row for each, best first."""
    rows = [[folded(cell.text) for cell in row.blocks] for row in table.walk() if row.tag == "TR"]
    return {origin: (row[1], row[2]) for origin, row in zip(Origin, rows[1:], strict=False) if len(row) == 3}


def _worded(tag: Block, words: list[str]) -> Iterator[Problem]:
    """Check the words of a tag against those of the colophon, Indonesian and English."""
    found = folded(tag.text)
    if words and not any(_fits(found, PLACEHOLDER.split(joint.join(words))) for joint in (" / ", " ")):
        yield Problem(code="tag-worded", arguments={"page": tag.page, "found": short(found), "expected": " / ".join(words)})


def _fits(words: str, parts: list[str]) -> bool:
    """Return whether words are these parts in order, with something between each two: sought one by one, as damaged words may give many parts."""
    if len(parts) == 1:
        return words == parts[0]
    at = len(parts[0])
    for part in parts[1:-1]:
        place = words.find(part, at + 1)
        if place < 0:
            return False
        at = place + len(part)
    return words.startswith(parts[0]) and words.endswith(parts[-1]) and len(words) - len(parts[-1]) > at


def _known(opened: Opened, pack: Pack) -> Iterator[Problem]:
    """Check that pack.json has English of the origin of each tag, by the person or the engine that it names, of the same day."""
    texts = tuple(_translations(pack))
    for tag in tags(opened):
        words, origin = folded(tag.text), Origin(tag.title)
        known = [text for text in texts if text.origin is origin]
        if origin is not Origin.NONE and not any(all(words.count(name) >= count for name, count in _names(text)) for text in known):
            named = (", ".join(name for name, _ in _names(text)) or text.origin.value for text in known)
            expected = "; ".join(dict.fromkeys(named)) or "–"
            yield Problem(code="tag-differs", arguments={"page": tag.page, "found": short(words), "expected": short(expected)})


def _translations(value: Any) -> Iterator[Translation]:
    if isinstance(value, Translation):
        yield value
    elif isinstance(value, tuple):
        yield from (found for item in value for found in _translations(item))
    elif is_dataclass(value):
        yield from (found for field in fields(value) for found in _translations(getattr(value, field.name)))


def _names(text: Translation) -> tuple[tuple[str, int], ...]:
    """Return what a tag names of the origin of a text, and how often at least: in both languages, a day in the words of each."""
    if text.origin is Origin.REVIEWED:
        return ((folded(text.reviewer or ""), 2), *((day(text.date, lang), 1) for lang in ("id", "en")))
    return ((folded(text.engine), 2),) if text.engine else ()
