"""Reading the data files of the lexicon: TOML for curated entries, CSV for long flat lists."""

from __future__ import annotations

import csv
import io
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """Return the tables of the TOML file `name`, a path within the lexicon such as "id/speech_verbs.toml"; read once, not to be changed."""
    return tomllib.loads(_text(name))


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of the CSV file `name`, a path within the lexicon such as "places/regencies.csv"; read once, not to be changed."""
    return tuple(csv.DictReader(io.StringIO(_text(name))))


def _text(name: str) -> str:
    return files("briefing.lexicon").joinpath(name).read_text(encoding="utf-8")
