"""The exchange with translators: what a pack gives them, and what of their file goes into the memory."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from briefing.lexicon.phrases import phrase
from briefing.model.pack import Origin
from briefing.model.problem import Problem
from briefing.tomlfile import shown
from briefing.translating import xliff
from briefing.translating.gates import faults
from briefing.translating.memory import bare, lookup, unmarked
from briefing.translating.near import index
from briefing.translating.table import row_of
from briefing.translating.units import unit_id, units

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from datetime import date

    from briefing.model.pack import Pack, Person, Translation
    from briefing.translating.near import Index
    from briefing.translating.units import Unit
    from briefing.translating.xliff import Exchanged, Translated

TOLD: Final = 20  # doubts of one kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """English that the memory had for these words, and what it has now."""

    words: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an exchange file brings: rows for the memory, what they change, how many units are as they were or still without English, and doubts."""

    rows: tuple[dict[str, str], ...]
    changes: tuple[Change, ...]
    same: int
    empty: int
    problems: tuple[Problem, ...]

    @property
    def reviewed(self) -> int:
        """How many rows a person stands behind."""
        return sum(row["status"] == "reviewed" for row in self.rows)


def export(pack: Pack, original: str, version: str, memory: Mapping[str, Translation], *, prefill: bool = False) -> tuple[bytes, int]:
    """Return the exchange file of a pack whose file is called `original`, and the number of its units.

    `memory` gives suggestions. With `prefill` the Indonesian stands where English is missing, for tools that only show what stands there.
    """
    sentences = index(memory)
    found = [_to_translate(unit, sentences) for unit in units(pack)]
    return xliff.write(original, version, found, prefill=prefill), len(found)


def take(exchanged: Exchanged, memory: Mapping[str, Translation], by: str, on: date, pack: Pack | None) -> Imported:
    """Return what an exchange file brings to a memory: reviewed `by` whom and `on` which day where the tool marked a unit approved.

    `pack` is the one that the file was made from, None where it is not at hand.
    """
    known = {unit.id: unit for unit in units(pack)} if pack else None
    twice = _contradicting(exchanged.units)
    rows, changes, problems = [], [], []
    counts: Counter[str] = Counter()
    for unit in exchanged.units:
        held = lookup(memory, unit.words)
        fault = _fault(unit, twice) or _standing(unit, held, on)
        stopped = "" if fault or not _is_new(unit, held) else _stopped(unit, known)
        if stopped:
            problems.append(_problem("exchange-gate-taken" if unit.approved else "exchange-gate", unit, reason=stopped))
        if stopped and not unit.approved:
            continue
        if fault:
            problems.append(_problem(fault, unit))
        elif not _is_new(unit, held):
            counts["empty" if _is_empty(unit) else "same"] += 1
        else:
            if known is not None and unit.id not in known:
                problems.append(_problem("exchange-gone", unit))
            stands_behind = (by, on) if unit.approved else (None, None)
            rows.append(row_of(unit.words, unit.english, (known or {}).get(unit.id), *stands_behind))
            if held and held.text != rows[-1]["target"]:
                changes.append(Change(words=unit.words, before=held.text, after=rows[-1]["target"]))
    return Imported(
        rows=tuple(rows), changes=tuple(changes), same=counts["same"], empty=counts["empty"], problems=(*_together(problems), *_unsigned(rows))
    )


def _to_translate(unit: Unit, sentences: Index) -> xliff.ToTranslate:
    near = sentences.nearest(unit.block.id)
    suggestions = [xliff.Suggestion(english=each.english.text, origin="memory", score=each.score) for each in near]
    english = unit.block.en
    if english and english.origin == Origin.MACHINE:
        suggestions.insert(0, xliff.Suggestion(english=english.text, origin=english.engine or "machine"))
    note = "\n".join(_note(unit, [f"{each.score}%: {each.words}" for each in near]))
    return xliff.ToTranslate(id=unit.id, words=unit.block.id, english=english, note=note, suggestions=tuple(suggestions))


def _note(unit: Unit, near: Sequence[str]) -> Iterator[str]:
    """Yield the lines of the one note: of several, some tools show the last only."""
    if unit.person:
        yield _line("speaker", _named(unit.person))
    if unit.person and unit.person.office:
        office = unit.person.office
        yield _line("office", f"{office.id} / {office.en.text}" if office.en else office.id)
    if unit.article:
        number = f"{unit.article.number}" + (f" ¶{unit.paragraph}" if unit.paragraph else "")
        yield _line("article", ", ".join(filter(None, [number, unit.article.title.id, unit.article.outlet])))
    if unit.context:
        yield _line("context", unit.context)
    if unit.block.en and unit.block.en.origin == Origin.GIST:
        yield _line("gist", unit.block.en.text)
    for each in near:
        yield _line("similar", each)


def _line(name: str, text: str) -> str:
    label = phrase("exchange", name)
    return f"{label.id} / {label.en}: {text}"


def _named(person: Person) -> str:
    return person.name_with_titles or person.name or "–"


def _contradicting(found: Sequence[Translated]) -> Collection[str]:
    """Return the ids that stand in the file with more than one English."""
    said: dict[str, set[str]] = {}
    for unit in found:
        said.setdefault(unit.id, set()).add(unit.english)
    return {name for name, texts in said.items() if len(texts) > 1}


def _fault(unit: Translated, twice: Collection[str]) -> str:
    """Return the code of why nothing of a unit can be taken, "" where there is no reason."""
    if not unit.id:
        return "exchange-no-id"
    if unit_id(unit.words) != unit.id:
        return "exchange-source-changed"
    if unit.id in twice:
        return "exchange-twice"
    if unit.foreign:
        return "exchange-marks"
    if unit.untouched and not unit.half:
        return ""
    return "exchange-half" if (unit.half and unit.english) or (unit.approved and _is_empty(unit)) else ""


def _is_empty(unit: Translated) -> bool:
    """Return whether a unit has no English: nothing, or the Indonesian again, with which some tools begin."""
    return not unit.english or unit_id(unit.english) == unit.id


def _standing(unit: Translated, held: Translation | None, on: date) -> str:
    """Return the code of why what the memory holds of a unit stands, "" where it does not."""
    if unit.untouched or not unit.english or (held and held.text == bare(unit.english)):
        return ""
    if unit.edited:
        return "exchange-edited"
    if not held or held.origin != Origin.REVIEWED:
        return ""
    if not unit.approved:
        return "exchange-reviewed"
    return "exchange-later" if held.date and held.date > on else ""


def _is_new(unit: Translated, held: Translation | None) -> bool:
    """Return whether a unit holds English that somebody wrote or approved; what was offered and nobody approved is nobody's work."""
    if unit.untouched or _is_empty(unit):
        return False
    if held and held.text == (bare(unit.english) if held.origin == Origin.REVIEWED else unmarked(unit.english)):
        return unit.approved and held.origin != Origin.REVIEWED
    return unit.approved or unit.english not in unit.suggestions


def _stopped(unit: Translated, known: Mapping[str, Unit] | None) -> str:
    """Return the code of the first gate that stops the English of a unit, "" where none does."""
    person = known[unit.id].person if known and unit.id in known else None
    return next(iter(faults(unit.words, unit.english, [person.name] if person and person.name else [])), "")


def _problem(code: str, unit: Translated, **more: str) -> Problem:
    mark = {"mark": unit.foreign} if code == "exchange-marks" else {}
    return Problem(code=code, arguments={"number": unit.number, "text": shown(" ".join(unit.words.split())), **mark, **more})


def _together(problems: Sequence[Problem]) -> Iterator[Problem]:
    """Yield the doubts, those of one kind beyond the first TOLD as one number."""
    counts: Counter[str] = Counter()
    for problem in problems:
        counts[problem.code] += 1
        if counts[problem.code] <= TOLD:
            yield problem
    left = sum(number - TOLD for number in counts.values() if number > TOLD)
    if left:
        yield Problem(code="exchange-more", arguments={"number": left})


def _unsigned(rows: Sequence[Mapping[str, str]]) -> Iterator[Problem]:
    number = sum(row["status"] != "reviewed" for row in rows)
    if number:
        yield Problem(code="exchange-unsigned", arguments={"number": number})
