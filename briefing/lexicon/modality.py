"""The words of modality (what forbids, demands, allows), and the one phrasebook that finds them and the concepts of the points."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from briefing.lexicon.load import table
from briefing.lexicon.phrasebook import Phrasebook

Mode = Literal["forbid", "require", "permit", "needless"]
Syntax = Literal["subject", "object", "noun", "imperative"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """A list of words with one force; what each field means is told in the data file."""

    mode: Mode
    syntax: Syntax
    after: bool
    verdict: bool
    before_negation: bool
    condition: bool
    initial: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The words of modality by use: `operators` by the name of their list, `voids` with what each spares, and small words."""

    operators: dict[str, Operator]
    voids: dict[str, frozenset[str]]
    fillers: frozenset[str]
    fresh: frozenset[str]
    numbers: frozenset[str]
    groups: frozenset[str]
    small: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """Return the words of modality."""
    data, concepts = table("id/modality.toml"), table("id/concepts.toml")
    return Lexicon(
        operators={f"operator:{number}": _operator(entry) for number, entry in enumerate(data["operator"])},
        voids={f"void:{entry['about']}": frozenset(entry.get("spares", ())) for entry in data["void"]},
        fillers=frozenset(data["negation"]["fillers"]),
        fresh=frozenset(data["negation"]["fresh"]),
        numbers=frozenset(data["reach"]["numbers"]),
        groups=frozenset(concepts["group"]),
        small=frozenset(concepts["small"]["words"]),
    )


@cache
def phrasebook() -> Phrasebook:
    """Return the phrasebook of all lists: operators, negations, boundaries, groups of people, and concepts."""
    data, concepts = table("id/modality.toml"), table("id/concepts.toml")
    lists: dict[str, list[str]] = {f"operator:{number}": entry["words"] for number, entry in enumerate(data["operator"])}
    lists |= {f"void:{entry['about']}": entry["words"] for entry in data["void"]}
    lists |= {
        "negation": data["negation"]["words"],
        "no-negation": data["negation"]["not"],
        "keep-off": data["negation"]["verbs"],
        "not:keep-off": data["negation"]["not_verbs"],
    }
    lists |= {name: words for name, words in data["reach"].items() if name != "numbers"}
    lists |= {f"group:{name}": entry["words"] for name, entry in concepts["group"].items()}
    lists |= {name: [*entry["words"], *_shared(entry)] for name, entry in concepts["concept"].items()}
    lists |= {f"not:{name}": entry["not"] for name, entry in concepts["concept"].items() if "not" in entry}
    lists |= {f"not:group:{name}": entry["not"] for name, entry in concepts["group"].items() if "not" in entry}
    return Phrasebook(
        lists
        | {
            "idle": concepts["idle"]["words"],
            "pronoun": concepts["pronoun"]["words"],
            "member": concepts["pronoun"]["members"],
            "somebody": concepts["pronoun"]["somebody"],
        }
    )


def _shared(entry: dict[str, Any]) -> list[str]:
    """Return the words of the families that a concept names."""
    families = table("id/concepts.toml")["family"]
    return [word for name in entry.get("families", ()) for word in families[name]["words"]]


def _operator(entry: dict[str, Any]) -> Operator:
    flags = {name: entry.get(name, False) for name in ("after", "verdict", "before_negation", "condition", "initial")}
    return Operator(mode=entry["mode"], syntax=entry["syntax"], **flags)
