"""The wording of what the program composes in both languages: dates, numbers, lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from briefing.lexicon.load import table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date


class Phrase(NamedTuple):
    """The same words in Indonesian and in English."""

    id: str
    en: str

    def format(self, **values: Phrase | str) -> Phrase:
        """Return the phrase with its fields filled: a Phrase gives each language its own words, a string gives both the same."""
        indonesian = {name: value.id if isinstance(value, Phrase) else value for name, value in values.items()}
        english = {name: value.en if isinstance(value, Phrase) else value for name, value in values.items()}
        return Phrase(self.id.format(**indonesian), self.en.format(**english))


_AND = Phrase(" dan ", " and ")


def phrases() -> Mapping[str, Any]:
    """Return the tables of phrases.toml."""
    return table("phrases.toml")


def phrase(section: str, name: str) -> Phrase:
    """Return one phrase of phrases.toml, such as ("title", "other")."""
    return Phrase(*phrases()[section][name])


def number(count: int) -> Phrase:
    """Return a number that opens a sentence: a word up to twelve, figures above."""
    words = phrases()["numbers"]
    return Phrase(*words[count - 1]) if 1 <= count <= len(words) else Phrase(str(count), str(count))


def day(when: date, *, weekday: bool = False, year: bool = True) -> Phrase:
    """Return a date in words: "11 Agustus 2024" / "11 August 2024", with the weekday before it if asked for."""
    month = Phrase(*phrases()["months"][when.month - 1])
    words = Phrase("{day} {month}", "{day} {month}").format(day=str(when.day), month=month)
    if year:
        words = Phrase(f"{words.id} {when.year}", f"{words.en} {when.year}")
    if weekday:
        name = Phrase(*phrases()["weekdays"][when.weekday()])
        words = Phrase(f"{name.id}, {words.id}", f"{name.en}, {words.en}")
    return words


def days(first: date, last: date) -> Phrase:
    """Return a run of days in words, what both ends share said once: "25 Juni sampai 23 Oktober 2024"."""
    if first == last:
        return day(last)
    to = Phrase(*phrases()["between_days"])
    same_month = (first.year, first.month) == (last.year, last.month)
    start = Phrase(str(first.day), str(first.day)) if same_month else day(first, year=first.year != last.year)
    return Phrase("{start} {to} {end}", "{start} {to} {end}").format(start=start, to=to, end=day(last))


def either(items: Sequence[Phrase]) -> Phrase:
    """Return the items as a choice in words: "A atau B", "A, B, atau C" / "A, B or C"; an empty phrase for none."""
    return _series(items, Phrase(" atau ", " or "), Phrase(", atau ", " or "))


def listed(items: Sequence[Phrase]) -> Phrase:
    """Return the items as a list in words: "A", "A dan B", "A, B, dan C" / "A, B and C"; an empty phrase for none."""
    return _series(items, Phrase(" dan ", " and "), Phrase(*phrases()["last_of_three"]))


def _series(items: Sequence[Phrase], of_two: Phrase, of_more: Phrase) -> Phrase:
    """Return items with commas between them, and before the last what joins it to one or to more than one."""
    if len(items) < 2:
        return items[0] if items else Phrase("", "")
    last = of_two if len(items) == 2 else of_more
    return Phrase(_joined([item.id for item in items], last.id, _AND.id), _joined([item.en for item in items], last.en, _AND.en))


def _joined(items: Sequence[str], last: str, own: str) -> str:
    """Return items with commas between them; before the last too where an item has an "and" of its `own`, which would run into it."""
    comma = "," if any(own in item for item in items) and not last.startswith(",") else ""
    return ", ".join(items[:-1]) + comma + last + items[-1]
