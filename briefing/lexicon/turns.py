"""Words by which a reader knows who speaks next."""

from __future__ import annotations

from functools import cache

from briefing.lexicon.load import table


@cache
def any_of(name: str) -> str:
    """Return a group of all forms of a list of turns.toml, for a pattern."""
    return f"(?:{'|'.join(table('id/turns.toml')[name]['forms'])})"


@cache
def words(name: str) -> frozenset[str]:
    """Return the forms of a list of turns.toml that has plain words alone."""
    return frozenset(table("id/turns.toml")[name]["forms"])
