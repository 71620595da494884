"""Changing TOML files that people edit, so that their comments and their order survive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import tomlkit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefing.tomlfile import Place


def changed(text: str, values: Mapping[Place, object]) -> str:
    """Return `text` with each of `values` at its place; a key that is not there yet goes behind the others of its table."""
    document = tomlkit.parse(text)
    for (*tables, key), value in values.items():
        table: Any = document
        for name in tables:
            table = table.setdefault(name, tomlkit.table())
        table[key] = value
    return tomlkit.dumps(document)


def begun(heading: str, entries: Iterable[tuple[Place, object, str]]) -> str:
    """Return the text of a new file: `heading` as a comment, then each (place, value, comment), those of a table behind its header."""
    lines = [f"# {line}" for line in heading.splitlines()]
    table: Place = ()
    for (*tables, key), value, comment in entries:
        if tuple(tables) != table:
            table = tuple(tables)
            lines += ["", f"[{'.'.join(map(str, table))}]"]
        lines += ["", f"# {comment}", f"{key} = {tomlkit.item(value).as_string()}"]
    return "\n".join(lines) + "\n"
