"""Parsed data files of earlier runs: reading TOML takes thirty times as long as reading the same tables from JSON."""

from __future__ import annotations

import hashlib
import json
import tomllib
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from platformdirs import user_cache_path

from briefing import files
from briefing.model.problem import BriefingError

if TYPE_CHECKING:
    from pathlib import Path

_DAY: Final = "$day"  # the only key of a table that stands for a day in the kept file


def parsed(name: str, text: str) -> dict[str, Any]:
    """Return the tables of the TOML `text` of the data file `name`; from the copy that an earlier run kept, when that was of the same text.

    Where the system keeps no place for copies, or one cannot be read, the text is parsed.
    """
    digest = hashlib.sha256(text.encode()).hexdigest()
    copy = user_cache_path("briefing", appauthor=False) / f"{name.replace('/', '-')}.json"
    tables = _kept(copy, digest)
    if tables is None:
        tables = tomllib.loads(text)
        held = json.dumps({"sha256": digest, "tables": tables}, ensure_ascii=False, default=lambda day: {_DAY: day.isoformat()})
        with suppress(OSError, BriefingError):
            copy.parent.mkdir(parents=True, exist_ok=True)
            files.write_whole(copy, held.encode())
    return tables


def _kept(copy: Path, digest: str) -> dict[str, Any] | None:
    try:
        data = copy.read_bytes()
        held = json.loads(data, object_hook=_with_days if _DAY.encode() in data else None)  # seldom, and it takes longer than all the rest
        return held["tables"] if held["sha256"] == digest else None
    except (OSError, ValueError, LookupError, TypeError):
        return None


def _with_days(table: dict[str, Any]) -> dict[str, Any] | date:
    return date.fromisoformat(table[_DAY]) if table.keys() == {_DAY} else table
