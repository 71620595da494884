"""What belongs to a private person: identity and telephone numbers and mail addresses, masked in whatever leaves the office."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from briefing.lexicon.load import table

if TYPE_CHECKING:
    from briefing.model.pack import Pack

# Addresses and hashes that would break, and what the office wrote itself, which may hold its own numbers.
_AS_IT_IS: Final = frozenset({"url", "sha256", "source_name", "event", "venue", "note", "overruled"})


def mask(text: str) -> str:
    """Return `text`, as long as before, with an x for each digit of a personal number and for each character of an address before the @.

    >>> mask("Hubungi 0812-3456-7890.")
    'Hubungi xxxx-xxxx-xxxx.'
    """
    return _pattern().sub(_masked, text)


def masked(pack: Pack) -> Pack:
    """Return the pack with everything masked that comes from the articles, its English too."""
    hidden: Pack = _with_masks(pack)
    return hidden


def _masked(found: re.Match[str]) -> str:
    if not found["local"]:
        return re.sub(r"\d", "x", found[0])
    domain = found["domain"].lower()
    is_office = any(domain == office or domain.endswith(f".{office}") for office in table("id/personal.toml")["office_domains"])
    return found[0] if is_office else "x" * len(found["local"]) + found[0][len(found["local"]) :]


def _with_masks(value: Any) -> Any:
    match value:
        case str():
            hidden = mask(value)
            return value if hidden == value else hidden  # an enumeration's member stays one
        case tuple():
            return tuple(map(_with_masks, value))
        case _ if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{field.name: _with_masks(getattr(value, field.name)) for field in fields(value) if field.name not in _AS_IT_IS})
        case _:
            return value


@cache
def _pattern() -> re.Pattern[str]:
    kinds = "|".join(entry["pattern"] for entry in table("id/personal.toml")["kind"])
    return re.compile(rf"(?<![\w+@])(?:{kinds})(?!\w)")
