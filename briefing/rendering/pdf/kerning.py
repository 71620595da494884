"""Pair kerning of an OpenType font, read from its GPOS table (OpenType 1.9, "GPOS — Glyph Positioning Table", lookup types 2 and 9)."""

from __future__ import annotations

from functools import cache
from struct import unpack_from


def pair_subtables(gpos: bytes) -> tuple[int, ...]:
    """Return the offsets of the pair adjustment subtables that the font's kern feature uses, in their order."""
    scripts, features, lookups = unpack_from(">4xHHH", gpos)
    wanted: set[int] = set()
    for index in _latin_features(gpos, scripts):
        tag, offset = unpack_from(">4sH", gpos, features + 2 + 6 * index)
        if tag == b"kern":
            (count,) = unpack_from(">H", gpos, features + offset + 2)
            wanted.update(unpack_from(f">{count}H", gpos, features + offset + 4))
    found: list[int] = []
    for index in sorted(wanted):
        lookup = lookups + unpack_from(">H", gpos, lookups + 2 + 2 * index)[0]
        kind, count = unpack_from(">H2xH", gpos, lookup)
        subtables = [lookup + offset for offset in unpack_from(f">{count}H", gpos, lookup + 6)]
        found += [_unwrapped(gpos, subtable, kind) for subtable in subtables]
    return tuple(subtable for subtable in found if subtable)


def _latin_features(gpos: bytes, scripts: int) -> tuple[int, ...]:
    """Return the feature numbers of Latin in its default language, else of the first script."""
    (count,) = unpack_from(">H", gpos, scripts)
    records = [unpack_from(">4sH", gpos, scripts + 2 + 6 * number) for number in range(count)]
    script = scripts + dict(records).get(b"latn", records[0][1])
    (default,) = unpack_from(">H", gpos, script)
    (features,) = unpack_from(">H", gpos, script + default + 4)
    return tuple(unpack_from(f">{features}H", gpos, script + default + 6))


def _unwrapped(gpos: bytes, subtable: int, kind: int) -> int:
    """Return the offset of a pair adjustment subtable, through an extension if need be; 0 for any other kind."""
    if kind == 9:
        kind, offset = unpack_from(">2xHL", gpos, subtable)
        subtable += offset
    return subtable if kind == 2 else 0


def kern(gpos: bytes, subtables: tuple[int, ...], left: int, right: int) -> int:
    """Return by how many font units glyph `right` moves (negative: closer) when it follows glyph `left`."""
    for subtable, index, by_class in _covering(gpos, subtables, left):
        if by_class:
            return _class_kern(gpos, subtable, left, right)
        found = _listed_kern(gpos, subtable, index, right)
        if found is not None:
            return found
    return 0


@cache
def _covering(gpos: bytes, subtables: tuple[int, ...], left: int) -> tuple[tuple[int, int, bool], ...]:
    """Return the subtables that speak of pairs with this first glyph, its index in each, and whether they go by classes."""
    found: list[tuple[int, int, bool]] = []
    for subtable in subtables:
        form, coverage, values, _ = unpack_from(">HHHH", gpos, subtable)
        index = _coverage(gpos, subtable + coverage, left)
        if index >= 0 and values & 4:
            found.append((subtable, index, form == 2))
    return tuple(found)


def _listed_kern(gpos: bytes, subtable: int, index: int, right: int) -> int | None:
    """Return the advance of a pair that a format 1 subtable lists one by one, None when it does not."""
    first, second = unpack_from(">HH", gpos, subtable + 4)
    pairs = subtable + unpack_from(">H", gpos, subtable + 10 + 2 * index)[0]
    size = 2 + 2 * (first.bit_count() + second.bit_count())
    low, high = 0, unpack_from(">H", gpos, pairs)[0]
    while low < high:
        middle = (low + high) // 2
        record = pairs + 2 + size * middle
        (glyph,) = unpack_from(">H", gpos, record)
        if glyph == right:
            return _advance(gpos, record + 2, first)
        low, high = (middle + 1, high) if glyph < right else (low, middle)
    return None


def _class_kern(gpos: bytes, subtable: int, left: int, right: int) -> int:
    """Return the advance of a pair from the matrix of classes of a format 2 subtable."""
    first, second, left_classes, right_classes, _, count = unpack_from(">HHHHHH", gpos, subtable + 4)
    size = 2 * (first.bit_count() + second.bit_count())
    row, column = _class(gpos, subtable + left_classes, left), _class(gpos, subtable + right_classes, right)
    return _advance(gpos, subtable + 16 + size * (row * count + column), first)


def _advance(gpos: bytes, record: int, values: int) -> int:
    """Return the horizontal advance of a value record; x and y placement, if any, stand before it."""
    return int(unpack_from(">h", gpos, record + 2 * (values & 3).bit_count())[0])


def _ranges(gpos: bytes, start: int, glyph: int) -> tuple[int, int] | None:
    """Return (first glyph, value) of the range record that holds `glyph`; the records at `start` are sorted and preceded by their number."""
    low, high = 0, unpack_from(">H", gpos, start)[0]
    while low < high:
        middle = (low + high) // 2
        first, last, value = unpack_from(">HHH", gpos, start + 2 + 6 * middle)
        if first <= glyph <= last:
            return first, value
        low, high = (middle + 1, high) if glyph > last else (low, middle)
    return None


def _coverage(gpos: bytes, start: int, glyph: int) -> int:
    """Return the index of a glyph in a coverage table, -1 when it is not covered."""
    form, count = unpack_from(">HH", gpos, start)
    if form == 1:
        glyphs = unpack_from(f">{count}H", gpos, start + 4)
        return glyphs.index(glyph) if glyph in glyphs else -1
    found = _ranges(gpos, start + 2, glyph)
    return found[1] + glyph - found[0] if found else -1


@cache
def _class(gpos: bytes, start: int, glyph: int) -> int:
    """Return the class of a glyph in a class definition table; 0 is the class of all that it does not name."""
    form, first = unpack_from(">HH", gpos, start)
    if form == 1:
        (count,) = unpack_from(">H", gpos, start + 4)
        return int(unpack_from(">H", gpos, start + 6 + 2 * (glyph - first))[0]) if first <= glyph < first + count else 0
    found = _ranges(gpos, start + 2, glyph)
    return found[1] if found else 0
