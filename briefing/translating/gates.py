"""The gates: what a line of English that no person has read must keep of its Indonesian before it may be printed.

They see numbers, negation, modality, names, terms, length and remains, not a wrong meaning: what passes is still marked as not reviewed.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from briefing.lexicon import places
from briefing.lexicon.load import table
from briefing.lexicon.names import also_names, given_names
from briefing.translating.memory import fold
from briefing.translating.numbers import lost

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SHORTEST, LONGEST = 0.6, 2.0  # of the letters of the Indonesian
ROOM: Final = 15  # letters by which a short line may be longer or shorter besides
_WORD: Final = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_ACRONYM: Final = re.compile(r"(?<![\w.])(?:[A-Z]{2,}[A-Z0-9]*)(?![\w])")
_UNKNOWN: Final = "⁇"  # what SentencePiece writes for letters that a model does not know
_RUN: Final = 3  # times that words may follow themselves in no sentence
_PHRASE: Final = 4  # words of a phrase that may not stand three times in a line


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Words that must not be lost (`indonesian`, outside `but_indonesian`) and what says them in English, with less force the `soft_` ones.

    Where the English has a `strong` word, the Indonesian must have one of its words or of `also`.
    """

    reason: str
    indonesian: re.Pattern[str]
    but_indonesian: re.Pattern[str]
    also: re.Pattern[str]
    english: re.Pattern[str]
    but_english: re.Pattern[str]
    soft_indonesian: re.Pattern[str]
    soft_english: re.Pattern[str]
    strong: re.Pattern[str]


def faults(indonesian: str, english: str, names: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the codes of what is wrong with a line of English, none where nothing is seen to be; `names` are of people, to be kept letter by letter."""
    return tuple(dict.fromkeys(_faults(indonesian.replace("’", "'"), english.replace("’", "'"), names)))


def _faults(indonesian: str, english: str, names: Iterable[str]) -> Iterator[str]:
    if not any(map(str.isalnum, english)):
        yield "gate-empty"
        return
    if not len(indonesian) * SHORTEST - ROOM <= len(english) <= len(indonesian) * LONGEST + ROOM:
        yield "gate-length"
    if _UNKNOWN in english or "\ufffd" in english:
        yield "gate-letters"
    if _loops(english):
        yield "gate-repeated"
    if _remains(indonesian, english):
        yield "gate-untranslated"
    if lost(indonesian, english):
        yield "gate-number"
    yield from (f"gate-{kept.reason}" for kept in _kept() if _is_lost(kept, indonesian, english))
    if any(not _stands(name, english) for name in _names_in(indonesian, names)):
        yield "gate-name"
    if any(not pattern.search(english) for pattern in _terms_in(indonesian)):
        yield "gate-term"


def _loops(english: str) -> bool:
    """Return whether words follow themselves three times, or a phrase stands there three times."""
    words = [word.casefold() for word in _WORD.findall(english)]
    phrases = Counter(zip(*(words[start:] for start in range(_PHRASE)), strict=False))
    return max(phrases.values(), default=0) >= _RUN or any(_follows_itself(words, size) for size in range(1, _PHRASE + 1))


def _follows_itself(words: list[str], size: int) -> bool:
    return any(words[at : at + size] * _RUN == words[at : at + size * _RUN] for at in range(len(words) - size * _RUN + 1))


def _remains(indonesian: str, english: str) -> bool:
    small = frozenset(table("en/gates.toml")["remains"]["words"])
    return not small.isdisjoint(_WORD.findall(english)) or (fold(indonesian).casefold() == fold(english).casefold() and len(indonesian.split()) > 2)


def _is_lost(kept: Kept, indonesian: str, english: str) -> bool:
    """Return whether words of this kind stand in the English less often than in the Indonesian, or in the English alone."""
    source, target = kept.but_indonesian.sub(" ", indonesian), kept.but_english.sub(" ", english)
    if asked := len(kept.indonesian.findall(source)):
        soft = len(kept.soft_english.findall(target)) - len(kept.soft_indonesian.findall(source))
        return len(kept.english.findall(target)) + max(soft, 0) < asked
    return bool(kept.strong.search(target)) and not kept.also.search(indonesian)


def _names_in(indonesian: str, names: Iterable[str]) -> Iterator[str]:
    """Yield the parts of names of people, the acronyms and the places of a line, which English keeps as they stand."""
    yield from (word for word in _WORD.findall(indonesian) if word in _given())
    for name in names:
        if name and name in indonesian:
            yield from (part for part in _WORD.findall(name) if part[:1].isupper())
    for acronym in _ACRONYM.findall(indonesian):
        if not indonesian.isupper() and not _is_term(acronym):
            yield acronym
    for run in re.findall(r"(?<!\w)[A-Z][a-z]+(?: [A-Z][a-z]+)*(?!\w)", indonesian):
        yield from (word for word in run.split() if places.printed_name(word) and not places.province(word))


def _stands(name: str, english: str) -> bool:
    other = _other_names().get(name)
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?:s|es|'s)?(?!\w)", english) or (other and other.search(english)))


def _terms_in(indonesian: str) -> Iterator[re.Pattern[str]]:
    """Yield the pattern of the accepted English of each term of a line; of terms that overlap the longest."""
    taken: list[tuple[int, int]] = []
    for found, accepted in sorted(
        ((match, accepted) for pattern, accepted in _terms() for match in pattern.finditer(indonesian)), key=lambda each: -len(each[0][0])
    ):
        if not any(start < found.end() and found.start() < end for start, end in taken):
            taken.append(found.span())
            yield accepted


@cache
def _kept() -> tuple[Kept, ...]:
    return tuple(
        Kept(
            reason=entry["reason"],
            indonesian=_pattern(entry["id"]),
            but_indonesian=_pattern(entry.get("not_id", ())),
            also=_pattern([*entry["id"], *entry.get("not_id", ()), *entry["id_also"]]),
            english=_pattern(entry["en"]),
            but_english=_pattern(entry.get("not_en", ())),
            soft_indonesian=_pattern(entry.get("id_soft", ())),
            soft_english=_pattern(entry.get("en_soft", ())),
            strong=_pattern(entry.get("en_strong", entry.get("en_negates", ()))),
        )
        for entry in table("en/gates.toml")["kept"]
    )


@cache
def _terms() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((_pattern(term["id"], cased=term.get("case", False)), _pattern(term["en"])) for term in table("en/gates.toml")["term"])


@cache
def _given() -> frozenset[str]:
    return given_names() - also_names()


@cache
def _is_term(acronym: str) -> bool:
    return any(pattern.fullmatch(acronym) for pattern, _ in _terms())


@cache
def _other_names() -> dict[str, re.Pattern[str]]:
    return {acronym: _pattern(forms) for acronym, forms in table("en/gates.toml")["acronyms"].items()}


def _pattern(phrases: Iterable[str], *, cased: bool = False) -> re.Pattern[str]:
    """Return the pattern of any of these phrases; of none, one that is never found. A * stands for the letters of a word."""
    forms = sorted({phrase.strip() for phrase in phrases}, key=len, reverse=True)
    parts = [re.escape(form).replace(r"\ ", r"[\s-]+").replace(r"\*", r"[\w-]*") for form in forms if not form.startswith("n't")]
    ends = [re.escape(form).replace(r"\ ", r"\s+") for form in forms if form.startswith("n't")]  # of words: isn't, won't
    words = rf"(?<!\w)(?:{'|'.join(parts)})" + "".join(f"|{end}" for end in ends)
    return re.compile(rf"(?:{words})(?!\w)" if forms else r"(?!)", 0 if cased else re.IGNORECASE)
