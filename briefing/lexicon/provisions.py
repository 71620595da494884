"""What the instruments say: their provisions by article and day, which statute holds an article, and what a breach costs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final, Literal

from briefing.lexicon.items import counted
from briefing.lexicon.law import ENDS, Basis, Dated, DatedNote, as_of, instrument, notes_of, relations_to
from briefing.lexicon.load import cached, table
from briefing.model.finding import RuleType

if TYPE_CHECKING:
    from collections.abc import Sequence

Language = Literal["id", "en"]
Regime = Literal["moral", "discipline-light", "discipline-medium", "discipline-severe", "dismissal", "criminal-pilkada", "criminal-pemilu", "village"]

_LISTS: Final = {"L1": ("daftar kode etik", "ethics list"), "L2": ("daftar disiplin", "discipline list")}
MOST_NAMED: Final = 3
"""How many parts that follow one another are named one by one; more are named from the first to the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision(Dated):
    """One provision in short words of our own, as it read from `starts` (None: not known) until the day before `until` (None: still).

    `key` holds several keys, parted by ";", where the words sum up more than one. Whether the instrument itself is in force is another question:
    `law.status` answers it.
    """

    instrument: str
    key: str
    type: RuleType
    addressees: tuple[str, ...]
    text_id: str
    text_en: str
    ref_id: str
    ref_en: str
    basis: Basis
    notes: tuple[DatedNote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sanction(Dated):
    """One step of the ladder of sanctions: what threatens whom, and for which act, where that is not said by the text.

    `who_id` and `who_en` stand where the addressees alone would say too much or too little. `grounds` and `punishes` are pairs of an instrument and a
    key of its provisions.
    """

    id: str
    regime: Regime
    addressees: tuple[str, ...]
    text_id: str
    text_en: str
    grounds: tuple[tuple[str, str], ...]
    punishes: tuple[tuple[str, str], ...]
    basis: Basis
    notes: tuple[DatedNote, ...] = ()
    who_id: str | None = None
    who_en: str | None = None
    act_id: str | None = None
    act_en: str | None = None


def provisions(identifier: str) -> tuple[Provision, ...]:
    """Return what the catalogue holds of an instrument, every version, in its order; nothing for an instrument that it does not know."""
    return _provisions().get(identifier, ())


def holds_article(identifier: str, article: str) -> bool:
    """Return whether the catalogue holds a provision of this article ("71") of an instrument: False is no proof that the instrument lacks it."""
    keys = (key.strip() for held in provisions(identifier) for key in held.key.split(";"))
    return any(key.partition("(")[0] == article.upper() for key in keys)


def provision(identifier: str, key: str, day: date) -> Provision | None:
    """Return the provision that `key` ("71(1)") names, as it read on `day`; None where the catalogue does not hold it or cannot tell.

    An article of a law that others amended is looked for in the statutes of that family too: the `instrument` of the answer tells in which it was found.
    """
    for held_by in (identifier, *_family(identifier)):
        for held in provisions(held_by):
            if (key == held.key or key in held.key.split(";")) and held.holds_on(day):
                return held
    return None


def home_of(identifier: str, article: str) -> str | None:
    """Return the statute that holds the latest text of an article ("188"), or deleted it, among those of the family of this instrument.

    None for an instrument without a family, an article that the family does not have, and one whose latest text was not read.
    """
    number = article.partition("(")[0]
    return _homes().get(number) if _family(identifier) and number not in _unread() else None


def lacks_article(identifier: str, article: str) -> bool:
    """Return whether it is certain that this instrument does not hold the article: False is no proof that it does.

    A law that amends another holds none whose latest text is older than itself. The law at the head holds all of its family.
    """
    numbered = re.match(r"(\d+)[A-Z]?(?=\(|$)", article)
    if not numbered:
        return False
    known, statute = instrument(identifier), _statutes().get(identifier, {})
    number = numbered[0]
    if "only" in statute:
        return number not in statute["only"]
    if "amends" in statute:
        home, order = _homes().get(number), list(_statutes())
        return home is None or order.index(home) < order.index(identifier)
    return bool(known and known.articles and int(numbered[1]) > known.articles)


def ref(key: str, language: Language, *, itemised: bool = False) -> str:
    """Return the words for a key: "71(1)(a)" is "Pasal 71 ayat (1) huruf a" or "Article 71(1)(a)", "L1.3" is "daftar kode etik nomor 3".

    The form is that of UU 12/2011, Lampiran II, numbers 271 to 281. `itemised`: what stands below the article is numbered without being paragraphs,
    "Pasal 4 angka 12".
    """
    words: list[str] = []
    before: list[str] = []
    for run in _runs([re.findall(r"[^().]+", part) for part in key.split(";")]):
        for steps in run[:2]:
            shared = next((at for at, pair in enumerate(zip(steps, before, strict=False)) if pair[0] != pair[1]), min(len(steps), len(before)))
            words.append(_ref(steps, shared, language, itemised=itemised))
            before = steps
        if len(run) > MOST_NAMED:
            last = _ref(run[-1], len(run[-1]) - 1, language, itemised=itemised)
            first = words[-2].replace("Article ", "Articles ") if len(run[-1]) == 1 else words[-2]
            words[-2:] = [f"{first} {'sampai dengan' if language == 'id' else 'to'} {last.removeprefix('Article ')}"]
            before = run[-1]
    *others, last = words
    comma = "," if language == "id" and len(others) > 1 else ""
    return f"{', '.join(others)}{comma} {'dan' if language == 'id' else 'and'} {last}" if others else last


def sanctions(day: date) -> tuple[Sanction, ...]:
    """Return the ladder of sanctions as it stood on `day`, in the order of the catalogue."""
    return tuple(sanction for sanction in _sanctions() if sanction.holds_on(day))


def _runs(parts: Sequence[list[str]]) -> list[list[list[str]]]:
    """Return parts that follow one another in number together where there are more than three of them, each other one alone."""
    runs: list[list[list[str]]] = []
    for steps in parts:
        last = runs[-1][-1] if runs else [""]
        follows = steps[:-1] == last[:-1] and steps[-1].isdigit() and last[-1].isdigit() and int(steps[-1]) == int(last[-1]) + 1
        runs = [*runs[:-1], [*runs[-1], steps]] if follows else [*runs, [steps]]
    return [group for run in runs for group in ([run] if len(run) > MOST_NAMED else [[steps] for steps in run])]


def _ref(steps: list[str], shared: int, language: Language, *, itemised: bool) -> str:
    """Return the words for the steps of a key, without the first `shared` of them."""
    if steps[0] in _LISTS:
        named, item = (_LISTS[steps[0]][0], f"nomor {steps[1]}") if language == "id" else (f"{_LISTS[steps[0]][1]},", f"item {steps[1]}")
        return item if shared else f"{named} {item}"
    if language == "en" and itemised and len(steps) > 1:
        return f"number {steps[1]}" if shared else f"Article {steps[0]}, number {steps[1]}"
    if language == "en":
        return (f"Article {steps[0]}" if not shared else "") + "".join(f"({step})" for step in steps[max(shared, 1) :])
    words = [f"Pasal {steps[0]}"]
    for at, step in enumerate(steps[1:], 1):
        numbered = itemised or any(map(str.isalpha, steps[1:at]))
        words.append(f"huruf {step}" if step.isalpha() else f"angka {step}" if numbered else f"ayat ({step})")
    return " ".join(words[shared:])


@cached
def _provisions() -> dict[str, tuple[Provision, ...]]:
    found: dict[str, tuple[Provision, ...]] = {}
    for record in table("law/provisions.toml")["provision"]:
        basis = Basis(level=record["level"], source=record["source"])
        if basis.is_printable:
            found[record["instrument"]] = (*found.get(record["instrument"], ()), _provision(record, basis))
    return found


def _provision(record: dict[str, Any], basis: Basis) -> Provision:
    key, known = record["key"], instrument(record["instrument"])
    return Provision(
        instrument=record["instrument"],
        key=key,
        type=record["type"],
        addressees=tuple(record.get("addressees", ())),
        text_id=record["text_id"],
        text_en=record["text_en"],
        ref_id=record.get("ref_id") or ref(key, "id"),
        ref_en=record.get("ref_en") or ref(key, "en"),
        starts=record.get("from") or (known.starts if known else None),
        until=record.get("until") or _end_of(record["instrument"]),
        basis=basis,
        notes=notes_of(record),
    )


def _end_of(identifier: str) -> date | None:
    """Return the first day without an instrument that another ended whole; where the day is not known, the first of that year."""
    ends = (relation for relation in relations_to(identifier) if relation.kind in ENDS and not relation.exception)
    relation = next(ends, None)
    if not relation:
        return None
    actor = instrument(relation.actor)
    return relation.on or date(actor.year if actor else as_of().year, 1, 1)


@cached
def _sanctions() -> tuple[Sanction, ...]:
    return tuple(
        Sanction(
            id=record["id"],
            regime=record["regime"],
            addressees=tuple(record["addressees"]),
            text_id=record["text_id"],
            text_en=record["text_en"],
            grounds=tuple(map(_place, record["grounds"])),
            punishes=tuple(map(_place, record.get("punishes", ()))),
            **{name: record.get(name) for name in ("who_id", "who_en", "act_id", "act_en")},
            starts=record.get("from"),
            until=record.get("until"),
            basis=Basis(level=record["level"], source=record["source"]),
            notes=notes_of(record),
        )
        for record in table("law/sanctions.toml")["sanction"]
        if record["level"] != "unverified"
    )


def _place(written: str) -> tuple[str, str]:
    identifier, _, key = written.partition(":")
    return identifier, key


@cached
def _statutes() -> dict[str, dict[str, Any]]:
    return {statute["id"]: statute for statute in table("law/homes.toml")["statute"]}


def _family(identifier: str) -> tuple[str, ...]:
    """Return the statutes of the family of an instrument, the latest first; nothing where it has none."""
    return tuple(reversed(_statutes())) if identifier in _statutes() else ()


@cached
def _homes() -> dict[str, str]:
    named = ((name, statute) for statute in _statutes().values() for name in (*statute.get("articles", ()), *statute.get("deleted", ())))
    return {article: statute["id"] for name, statute in named for article in counted(name)}


@cached
def _unread() -> frozenset[str]:
    return frozenset(article for statute in _statutes().values() for article in statute.get("only", ()))
