"""Furniture: the rules that tell what a page carries besides its article, from the lexicon's list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from briefing.lexicon.load import table
from briefing.lexicon.openings import may_match
from briefing.model.span import Span

LONGEST_LINE = 300
"""No furniture line is longer, in code points; longer ones are not looked at."""

_TAIL_LENGTH = 160
_SENTENCE = re.compile(r"""\S+(?:\s+\S+){4,}[.!?]["”’)]*""")


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule says of a line: the reason code, and the metadata field that its group 1 holds, if any."""

    reason: str
    field: str | None


def line_rule(line: str) -> tuple[Rule, re.Match[str]] | None:
    """Return the rule that says that the whole of `line` is furniture, with its match."""
    return _first("line", line)


def author_in(line: str) -> Span | None:
    """Return where in `line` the author stands, if the whole of it says who wrote the article: "Penulis: Siti Aminah"."""
    if not _author_rules().fullmatch(line):  # a few of the rules, so that most lines are done with
        return None
    found = line_rule(line)
    return Span(*found[1].span(1)) if found and found[0].field == "author" else None


def is_caption(line: str) -> bool:
    """Return whether `line` is a caption, if it stands between the headline and the article."""
    return _first("head", line) is not None


def insert_end(line: str) -> int:
    """Return where an insert ("BACA JUGA: …") ends that has a paragraph glued behind it, 0 for any other line.

    A headline has no mark at its end, so the place is where a small letter meets a capital one, if a whole sentence follows.
    """
    match = _insert_pattern().match(line)
    return match.end() if match and _SENTENCE.fullmatch(line, match.end()) else 0


def opens_list(line: str) -> bool:
    """Return whether `line` is the heading of a list of links, such as "Berita Terkait"."""
    return _first("list", line) is not None


def tail_start(paragraph: str) -> int:
    """Return where the furniture glued behind the last sentence of `paragraph` begins, its length where there is none."""
    end = len(paragraph)
    while match := _tail().search(paragraph, max(0, end - _TAIL_LENGTH), end):
        end = match.start()
    return end


@cache
def markup_patterns() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of marks that are not text; what the group `kept` holds is."""
    return tuple(re.compile(entry["pattern"], re.IGNORECASE) for entry in _entries("markup"))


def is_marked_up(view: str) -> bool:
    """Return whether a text shows by an unmistakable sign that it is Markdown, or was formatted in a chat."""
    return any(re.search(entry["pattern"], view, re.IGNORECASE) for entry in _entries("markup_sign"))


def cuts(line: str) -> list[int]:
    """Return where `line` is cut because furniture is glued to it, in order."""
    lower = line.lower()
    places = []
    for word, pattern, is_alone in _cuts():
        if word in lower:
            for match in pattern.finditer(line):
                places += [match.start(), match.end()] if is_alone else [match.start()]
    return sorted(places)


@cache
def _insert_pattern() -> re.Pattern[str]:
    return re.compile(r"(?i:baca\s+juga)\s*:.{15,180}?[a-z0-9?)](?=[A-Z“\"][^A-Z])")


@cache
def header_fields() -> dict[str, str]:
    """Return the metadata field that each name of a header line stands for, names in lower case."""
    names: dict[str, list[str]] = table("id/furniture.toml")["header"]
    return {name: field for field, forms in names.items() for name in forms}


def _first(section: str, line: str) -> tuple[Rule, re.Match[str]] | None:
    if len(line) > LONGEST_LINE or not _any_rule(section).fullmatch(line):
        return None
    small = line.lower()
    for entry in _entries(section):
        # Compiled here, since few of the rules are needed for most texts; re keeps what it has compiled.
        if may_match(entry["pattern"], small) and (match := re.fullmatch(entry["pattern"], line, re.IGNORECASE)):
            return Rule(entry.get("reason", section), entry.get("field")), match
    return None


def _entries(section: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = table("id/furniture.toml")[section]
    return entries


@cache
def _any_rule(section: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{entry['pattern']})" for entry in _entries(section)), re.IGNORECASE)


@cache
def _author_rules() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{entry['pattern']})" for entry in _entries("line") if entry.get("field") == "author"), re.IGNORECASE)


@cache
def _cuts() -> tuple[tuple[str, re.Pattern[str], bool], ...]:
    """Return the word that a line must hold, the pattern, and whether the match stands alone, for each rule on cutting."""
    return tuple((entry["word"], re.compile(entry["pattern"], re.IGNORECASE), entry.get("alone", False)) for entry in _entries("cut"))


@cache
def _tail() -> re.Pattern[str]:
    """Return the pattern of what is glued to the end, and ends where the searched text ends."""
    return re.compile(f"(?:{'|'.join(entry['pattern'] for entry in _entries('tail'))})\\s*$", re.IGNORECASE)
