"""The numbers of a text by their value, in the notation and the words of either language."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from briefing.lexicon.load import table

if TYPE_CHECKING:
    from collections.abc import Iterator

Lang = Literal["id", "en"]

_TOKEN: Final = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+")
_CLOCK: Final = re.compile(r"(\d{1,2})[.:](\d{2})")
_GROUPED: Final = {"id": re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?"), "en": re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")}
_PLAIN: Final = {"id": re.compile(r"\d+(?:,\d+)?"), "en": re.compile(r"\d+(?:\.\d+)?")}
_LOOSE: Final = frozenset({"0", "1", "2", "12"})  # in words: "one", "a couple", "a dozen" may say what is no number in Indonesian
_ARTICLES: Final = frozenset({"a", "an"})
_BEFORE_MONTHS: Final = frozenset({"in", "of", "on", "by", "until", "since", "from", "to", "and", "last", "next", "early", "late", "mid"})
_DAY_OF_MONTH: Final = re.compile(r"(?<!\d)\d{1,2}[/-](\d{1,2})(?=[/)-])")


class Number(NamedTuple):
    """A number as it may be read ("9.30" is a time and a decimal), and its first word where it was written in words; `is_ordinal` as "third" is."""

    readings: frozenset[str]
    word: str = ""
    is_ordinal: bool = False


def numbers(text: str, lang: Lang) -> tuple[Number, ...]:
    """Return the numbers of a text in order, the names of months among them."""
    return tuple(_numbers(text, lang))


def lost(indonesian: str, english: str) -> bool:
    """Return whether the English lacks a number of the Indonesian, or has one that is not there; one as a word may be an article."""
    source, target = numbers(indonesian, "id"), numbers(english, "en")
    said = [number for number in source if not (number.word and number.readings & {"0", "1"})]
    named = frozenset(word for word in re.findall(r"[A-Z]\w+", indonesian) if word in english.split())  # "Six Days in Fallujah"
    new = [number for number in target if not number.is_ordinal and number.word not in named and not (number.word and number.readings & _LOOSE)]
    return not (_all_in(said, target) and _all_in(new, source))


def _all_in(asked: list[Number], given: tuple[Number, ...]) -> bool:
    known = frozenset().union(*(number.readings for number in given))
    return all(number.readings & known for number in asked)


def _numbers(text: str, lang: Lang) -> Iterator[Number]:
    words = _words(lang)
    months = {match.start(1) for match in _DAY_OF_MONTH.finditer(text)}
    forms = [(match[0].casefold(), match.start(), match[0]) for match in _TOKEN.finditer(text)]
    at = 0
    while at < len(forms):
        form, start, written = forms[at]
        following = forms[at + 1][0] if at + 1 < len(forms) else ""
        if form[0].isdigit():
            scale = words["scales"].get(following)
            yield _digits(written, lang, scale, month=start in months)
            at += 2 if scale else 1
        elif form in words["units"] or (form in _ARTICLES and following in words["scales"]):
            value, at = _spelt([each[0] for each in forms], at, words)
            yield Number(frozenset({str(value)}), word=written)
        elif form in words["ordinals"]:
            value, at = _spelt([each[0].removeprefix("ke") if place == at else each[0] for place, each in enumerate(forms)], at, words)
            yield Number(frozenset({str(value)}), word=written, is_ordinal=True)
        else:
            if (
                (month := words["months"].get(form))
                and (written[0].isupper() or (lang == "id" and len(form) > 3))
                and (form != "may" or _is_dated(forms, at))
            ):
                yield Number(frozenset({f"month {month}"}))
            at += 1


def _is_dated(forms: list[tuple[str, int, str]], at: int) -> bool:
    """Return whether a number or a preposition stands beside a word: "May" is a month there."""
    beside = [forms[place][0] for place in (at - 1, at + 1) if 0 <= place < len(forms)]
    return any(form[0].isdigit() for form in beside) or (at > 0 and beside[0] in _BEFORE_MONTHS)


def _digits(written: str, lang: Lang, scale: int | None, *, month: bool) -> Number:
    """Return a number in figures: grouped or decimal in the notation of its language, or a time of the day."""
    point, group = (",", ".") if lang == "id" else (".", ",")
    readings = {f"month {int(written)}"} if month and written.isdigit() else set()
    if _GROUPED[lang].fullmatch(written) or _PLAIN[lang].fullmatch(written):
        readings.add(_plain(Decimal(written.replace(group, "").replace(point, ".")) * (scale or 1)))
    if clock := _CLOCK.fullmatch(written):
        hour, minute = int(clock[1]), int(clock[2])
        readings.add(f"{hour}:{minute:02}")
        readings |= {f"{(hour - 12) % 24}:{minute:02}"} if hour > 12 else set()  # 13.00 is 1:00 p.m.
        readings |= {str(hour), str((hour - 12) % 24)} if not minute else set()
    if not readings:
        readings.add(re.sub(r"\D", ".", written))  # a number of several parts, as of a version or a duration
    return Number(frozenset(readings))


def _spelt(forms: list[str], at: int, words: dict[str, Any]) -> tuple[int, int]:
    """Return the value of the words of a number that begins at `at`, and where it ends: "tiga puluh dua ribu", "two hundred and five"."""
    if (ordinal := words["ordinals"].get(forms[at])) is not None:
        return ordinal, at + 1
    total, part = 0, 0
    while at < len(forms):
        form = forms[at]
        value = 1 if form in _ARTICLES and not part else words["units"].get(form)
        if value is not None and not (part % 10 and value):
            part += value
        elif form == "belas":
            part += 10
        elif (scale := words["scales"].get(form)) and part:
            total, part = (total + part * scale, 0) if scale >= 1000 else (total, part * scale if scale > 10 else _tens(part))
        elif not (form == "and" and part and not part % 100 and at + 1 < len(forms) and forms[at + 1] in words["units"]):
            break
        at += 1
    return total + part, at


def _tens(part: int) -> int:
    """Return "ratus dua | puluh": the last figure counts the tens."""
    return part - part % 10 + part % 10 * 10


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


@cache
def _words(lang: Lang) -> dict[str, Any]:
    data = table("en/gates.toml")
    months = {form: number for number, name in enumerate(data["months"][lang], 1) for form in (name, name[:3])}
    return {**data["numbers"][lang], "months": months}
