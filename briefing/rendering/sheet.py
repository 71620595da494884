"""The sheet of dos and don'ts: which statements of a pack stand on it, so that it is one page to copy."""

from __future__ import annotations

from collections import Counter
from math import ceil
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.pack import RuleItem

# In points, from the house style on A4, which is the shorter page: the frame without the title and what stands at the foot; a head.
_ROOM: Final = 660.0
_HEAD: Final = 43.0
_SHORT, _NOTE = 13.0, 9.8  # lines
_ROW: Final = 6.0  # above and below each line
_SHORT_LINE, _NOTE_LINE = 40, 54  # characters of an average line


def fitting(rules: Sequence[RuleItem], notes: Sequence[str]) -> tuple[RuleItem, ...]:
    """Return the rules for the sheet in the order of the digest: as many as one page holds, those that most articles state first.

    Args:
        rules: Those of the pack that have a statement for a column of the sheet.
        notes: What stands in small type below each, in the longer of the two languages.
    """
    room, chosen, columns = _ROOM, list[str](), set[str]()
    for rule, note in _in_turn(list(zip(rules, notes, strict=True))):
        short, column = _short(rule)
        head = 0.0 if column in columns else _HEAD
        height = head + ceil(len(short) / _SHORT_LINE) * _SHORT + ceil(len(note) / _NOTE_LINE) * _NOTE + _ROW
        if height <= room:
            room -= height
            columns.add(column)
            chosen.append(rule.code)
    return tuple(rule for rule in rules if rule.code in chosen)


def _in_turn(entries: Sequence[tuple[RuleItem, str]]) -> list[tuple[RuleItem, str]]:
    """Return the entries, those of most articles first; of equals one column after the other."""
    ranked = sorted(entries, key=lambda entry: -len({place.article for place in entry[0].references}))
    before = Counter[str]()
    keys: dict[str, tuple[int, int]] = {}
    for rule, _ in ranked:
        column = _short(rule)[1]
        keys[rule.code] = (-len({place.article for place in rule.references}), before[column])
        before[column] += 1
    return sorted(ranked, key=lambda entry: keys[entry[0].code])


def _short(rule: RuleItem) -> tuple[str, str]:
    """Return the longer of the two languages of a statement in short, and its column."""
    made = rule.statement
    if not made:
        return "", ""
    return max(made.short.id, made.short.en.text if made.short.en else "", key=len), made.sheet or ""
