"""Police, army and prosecution offices that an article names: which one an officer is of whose body it leaves out."""

from __future__ import annotations

import re
from functools import cache

from briefing.lexicon import places
from briefing.lexicon.load import table

_NUMBERED = re.compile(r"\d{4}[/ ][A-Z]\w+(?: (?:Barat|Timur|Utara|Selatan|Tengah))?")
_LONGEST = 4  # words of a place


def command_of(office: str, text: str) -> str | None:
    """Return the only office of the kind that `office` is of, as `text` names it: "Polres Jembrana" for "Kepala Bagian Operasi"; None for several or none.

    The chief tells it too ("Mewakili Kapolres Jembrana, Kabag Ops …"). Without a place it is the bare kind, where the article names that.
    """
    kind = next((kind for kind, entry in _commands().items() if office in entry["offices"]), None)
    if kind is None or re.search(rf"\b(?:{'|'.join(_commands()[kind]['below'])}) ", text):
        return None
    found = list(_named(kind, text))
    named = {name.partition(" ")[2].rpartition("/")[2] for name in found}
    if not named:
        return kind if re.search(rf"\b(?:{'|'.join(_commands()[kind]['named'])})\b", text) else None
    return max(found, key=len) if len(named) == 1 else None


def place_of_command(office: str, text: str) -> str | None:
    """Return the place, or the number, of the only office of which a chief without one is ("Kapolres"); None for several or none."""
    kind = next((kind for kind, entry in _commands().items() if office in entry["chiefs"]), None)
    found = list(_named(kind, text)) if kind else []
    named = {name.partition(" ")[2].rpartition("/")[2] for name in found}
    return max(found, key=len).removeprefix(f"{kind} ") if len(named) == 1 and all(name.startswith(f"{kind} ") for name in found) else None


def _named(kind: str, text: str) -> list[str]:
    """Return the offices of a kind that a text names, by themselves or by their chiefs: "Polresta Solo" for "Kapolresta Solo"."""
    found = []
    for match in re.finditer(rf"\b(?P<word>{'|'.join(_commands()[kind]['named'])}) (?=(?P<rest>\S+(?: \S+){{0,{_LONGEST - 1}}}))", text):
        where = _where(match["rest"])
        word = re.sub(r"^(?:Waka|Ka)(?=pol)", "", match["word"]).capitalize()
        if where:
            found.append(f"{word if word.startswith(kind) else kind} {where}")
    return found


def _where(rest: str) -> str | None:
    numbered = _NUMBERED.match(rest)
    if numbered:
        return numbered.group()
    words = [word.strip(',.;:)”"') for word in rest.split()]
    metro = words[0] == "Metro" and len(words) > 1
    starts = [" ".join(words[metro : metro + size]) for size in range(len(words), 0, -1)]
    name = next((start for start in starts if start[:1].isupper() and places.is_place(start)), None)
    return f"{'Metro ' if metro else ''}{name}" if name else None


@cache
def _commands() -> dict[str, dict[str, list[str]]]:
    return dict(table("id/offices.toml")["command"])
