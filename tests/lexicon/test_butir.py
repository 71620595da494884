"""The list of points in the guide is that of the catalogue."""

from __future__ import annotations

import re
from pathlib import Path

from briefing.lexicon.points import points

LIST = Path(__file__).parents[2] / "docs" / "butir.md"
BASIS = {
    "law": "hukum",
    "press": "hukum, dikutip dari pers",
    "listed": "menurut pembicara",
    "historical": "menurut pembicara",
    "speaker": "menurut pembicara",
    "quote-only": "hanya dikutip",
}


def test_the_list_names_every_point_with_its_words_and_what_it_rests_on() -> None:
    rows = re.findall(r"^\| `(.+?)` \| (.+?) \| (.+?) \|$", LIST.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(rows) == sorted((known.id, known.statement_id, BASIS[known.status]) for known in points())
