"""Candidates in an election: their names, ballot numbers and parties, as lexicon/id/candidates.toml tells them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.lexicon import places
from briefing.lexicon.load import table
from briefing.lexicon.names import is_not_name, is_organisation_word
from briefing.lexicon.offices import head_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = r"[A-Z][\w'’]{1,30}(?:\s(?:[A-Z]\.?(?!\w)|[A-Z][\w'’]{1,30})){0,7}"
_PART_LENGTH = 4  # letters: a shorter part of a name is too common to stand for the person


def candidates_in(text: str) -> frozenset[str]:
    """Return the names of those whom the text calls candidates: "calon bupati Kudus nomor urut 1, Rina Astuti dan Budi Santosa".

    A short form that it calls a party once ("Fraksi PKB") is among them: it means the party wherever it stands in that text.
    """
    return _people_in(text) | {match["form"] for match in _introduced().finditer(text)}


def named_in(words: str, candidates: frozenset[str]) -> tuple[str, ...]:
    """Return what names a candidate or a party in `words`, in order, each once; `candidates` are the names known from elsewhere."""
    found = [match for pattern in (_ballot(), _parties()) for match in pattern.finditer(words)]
    spans = [match.span() for match in found]
    for name in candidates | _people_in(words):
        matches = re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, (name, *_parts(name))))})(?!\w)", words)
        found += [match for match in matches if not any(start <= match.start() < end for start, end in spans)][:1]
    printed = sorted((match.start(), match[0]) for match in found)
    return tuple(dict.fromkeys(" ".join(name.split()) for _start, name in printed))


def _people_in(text: str) -> frozenset[str]:
    return frozenset(name for found in _candidacy().finditer(text) for name in _names_of(found))


def _names_of(found: re.Match[str]) -> Iterator[str]:
    """Yield the name or the two names of one candidacy, which stand behind its area where that is named first."""
    pair = ("one", "two") if _name_in(found["one"]) else ("behind_area", "beside")
    yield from filter(None, (_name_in(found[part] or "") for part in pair))


def _name_in(run: str) -> str:
    """Return the name that a run of capitalised words holds, behind a place; "" where something else than a name stands there."""
    words = run.split()
    area = next((size for size in range(len(words), 0, -1) if places.is_place(" ".join(words[:size]))), 0)
    words = [] if head_pattern().match(run) else words[area:]
    end = next((at for at, word in enumerate(words) if is_not_name(word) or is_organisation_word(word) or word.isupper()), len(words))
    return " ".join(words[:end])


def _parts(name: str) -> Iterator[str]:
    yield from (part for part in name.split() if len(part) >= _PART_LENGTH and not places.is_place(part))


@cache
def _candidacy() -> re.Pattern[str]:
    title = "".join(table("id/candidates.toml")["candidacy"].split())
    ballot = "".join(table("id/candidates.toml")["ballot"].split())
    numbered, introduced, pair = rf",?\s(?i:{ballot}),?\s", r",?\s(?:ya(?:kni|itu)\s)?", r"(?:\s?[-–/]\s?|\sdan\s)"
    first = rf"(?:{numbered}|{introduced})(?P<one>{_NAME})(?:{pair}(?P<two>{_NAME}))?"
    behind_area = rf"(?:{numbered}|,\s)(?P<behind_area>{_NAME})(?:{pair}(?P<beside>{_NAME}))?"
    return re.compile(rf"(?<!\w)(?i:{title}){first}(?:{behind_area})?")


@cache
def _ballot() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{''.join(table('id/candidates.toml')['ballot'].split())})", re.IGNORECASE)


@cache
def _introduced() -> re.Pattern[str]:
    """Return the pattern of a short form that has other meanings too (PKB, PAN) behind a word that makes it a party."""
    entries = table("id/candidates.toml")
    behind = [form for party in entries["party"] for form in party.get("after", ())]
    return re.compile(rf"(?<!\w)(?i:{'|'.join(entries['before'])})\s(?P<form>{_any(behind)})(?!\w)")


@cache
def _parties() -> re.Pattern[str]:
    entries = table("id/candidates.toml")
    alone = [form for party in entries["party"] for form in (party["name"], *party.get("forms", ()))]
    behind = [form for party in entries["party"] for form in party.get("after", ())]
    before = "|".join(entries["before"])
    return re.compile(rf"(?<!\w)(?:(?i:{before})\s(?:{_any(alone + behind)})|{_any(alone)})(?!\w)")


def _any(words: list[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
