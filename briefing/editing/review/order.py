"""The order of entries: that of the file, where what is new comes behind what it follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def in_file_order(names: Sequence[str], written: Sequence[str]) -> list[str]:
    """Return `names` in the order in which they are `written`; one that is not written comes behind the one before it."""
    places = {name: place for place, name in enumerate(written)}
    leader = ""
    keys: dict[str, tuple[int, int]] = {}
    for position, name in enumerate(names):
        if name in places:
            leader = name
            keys[name] = (places[name], -1)
        else:
            keys[name] = (places.get(leader, -1), position)
    return sorted(names, key=keys.__getitem__)
