"""Lines of English made wrong in one place: a number, a negation, a name or a modal verb changed."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

MODALS: Final = {
    "(?:must|may|should) not": "may",
    "must(?! not)": "may",
    "may(?! not)": "must",
    "should(?! not)": "may",
    "prohibited": "permitted",
    "required": "allowed",
    "allowed": "required",
}


def mutants(lines: Sequence[tuple[str, str]], names: Sequence[str], seed: int = 0) -> Iterator[tuple[str, str, str]]:
    """Yield the kind of a mutation, the Indonesian, and English that one mutation made wrong; in an order of chance, the same at every call."""
    chance = random.Random(seed)
    ways: dict[str, Callable[[str, str], str]] = {
        "number": lambda _, english: _renumbered(english, chance),
        "negation": lambda _, english: _affirmed(english),
        "name": lambda indonesian, english: _renamed(indonesian, english, names, chance),
        "modal": lambda _, english: _remodalled(english, chance),
    }
    while True:
        kind = chance.choice(list(ways))
        indonesian, english = chance.choice(lines)
        wrong = ways[kind](indonesian, english)
        if wrong != english:
            yield kind, indonesian, wrong


def _renumbered(english: str, chance: random.Random) -> str:
    found = list(re.finditer(r"\d+", english))
    if not found:
        return english
    number = chance.choice(found)
    other = str(int(number[0]) + chance.choice([1, 2, 10, 100]))
    return english[: number.start()] + other + english[number.end() :]


def _affirmed(english: str) -> str:
    """Return a line without its first negation."""
    return re.sub(r"\b(?:not|never|no|without|cannot)\b ?", "", english, count=1)


def _renamed(indonesian: str, english: str, names: Sequence[str], chance: random.Random) -> str:
    """Return a line with a letter of a name, or all of one, changed."""
    parts = [part for name in names if name in indonesian for part in name.split() if len(part) > 2 and re.search(rf"\b{re.escape(part)}\b", english)]
    if not parts:
        return english
    part = chance.choice(parts)
    other = chance.choice(
        [part[:-1] + ("a" if part[-1] != "a" else "o"), "Suparjo", part[0] + "u" + part[2:] if part[1] != "u" else part[0] + "a" + part[2:]]
    )
    return re.sub(rf"\b{re.escape(part)}\b", other, english)


def _remodalled(english: str, chance: random.Random) -> str:
    found = [modal for modal in MODALS if re.search(rf"\b{modal}\b", english)]
    if not found:
        return english
    modal = chance.choice(found)
    return re.sub(rf"\b{modal}\b", MODALS[modal], english, count=1)
