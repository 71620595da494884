"""In which words a statement is reported of somebody, and of whom: the wordings and parties of said.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.lexicon.load import cached, table
from briefing.lexicon.phrases import Phrase, listed
from briefing.lexicon.speech import is_root, verb_of

_WORD = re.compile(r"\W*(\w+)")
_MANY = re.compile(r"(?:para|seluruh|semua|setiap|segenap)\b", re.IGNORECASE)
_OTHERS = Phrase("", "")
_THEY = re.compile(r"\bmereka\b", re.IGNORECASE)
_WHO = "{who}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How a statement is reported where `pattern` stands in the sentence that makes it, and `unless` does not; None for "always" and "never"."""

    point: str
    text: Phrase
    pattern: re.Pattern[str] | None
    unless: re.Pattern[str] | None


@cached
def wordings() -> tuple[Wording, ...]:
    """Return all wordings in the order of the data file."""
    return tuple(
        Wording(point=entry["point"], text=Phrase(*entry["text"]), pattern=_pattern(entry.get("pattern")), unless=_pattern(entry.get("unless")))
        for entry in table("said.toml")["said"]
    )


def reported_as(point: str, sentence: str, *around: str) -> Phrase | None:
    """Return how a statement is reported of the sentence that makes it; None where no wording fits, or it is not sure whom it binds.

    Those are whom the sentence names, or else the nearest of the texts `around` it that names any.
    """
    for wording in _of(point):
        if (not wording.pattern or wording.pattern.search(sentence)) and not (wording.unless and wording.unless.search(sentence)):
            if _WHO not in wording.text.en:
                return wording.text
            who = None if _strangers().search(sentence) else _bound(sentence, *around)
            return wording.text.format(who=who) if who else None
    return None


def _bound(*texts: str) -> Phrase | None:
    """Return those whom the first of these texts names that names any; None where it names some here and others there."""
    for number, text in enumerate(texts):
        groups = _closest(text)
        if number and _THEY.search(texts[0]):
            return None
        if groups:
            longest = max(groups, key=len)
            fits = all(set(group) <= set(longest) if number == 0 else set(group) == set(longest) for group in groups)
            return listed(longest) if fits and _OTHERS not in longest else None
    return None


def _closest(text: str) -> tuple[tuple[Phrase, ...], ...]:
    """Return the people whom a text names, without a general name ("pegawai") beside civil servants."""
    groups = parties_in(text)
    closer = tuple(group for group in groups if not set(group) <= _flagged("general"))
    return closer if any(_flagged("closest") & set(group) for group in closer) else groups


def parties_in(text: str) -> tuple[tuple[Phrase, ...], ...]:
    """Return the people whom a text names, those who stand in one list together; without who speaks there ("kata camat").

    An empty phrase stands for those of a list whom no party knows ("lurah dan kader posyandu").
    """
    groups: list[tuple[Phrase, ...]] = []
    end = None
    for match in _parties().finditer(text):
        if _speaks(text, match):
            continue
        name = _names()[int((match.lastgroup or "p0")[1:])]
        more = _more().match(text, match.end())
        joined = groups and end is not None and _together().fullmatch(text, end, match.start())
        if joined:
            groups[-1] = tuple(dict.fromkeys([*groups[-1], name]))
        else:
            groups.append((name,))
        known = _parties().search(text, match.end()) if more else None
        if more and not (known and known.start() < more.end()):
            groups[-1] = (*groups[-1], _OTHERS)
        end = match.end()
    return tuple(groups)


def _speaks(text: str, match: re.Match[str]) -> bool:
    """Return whether those named at a place of a text are who speaks: a verb of speech stands beside them."""
    behind = _WORD.match(text, match.end())
    before = next(reversed(text[: match.start()].lower().split()), "")
    if is_root(before):
        return before not in _asking()
    speaks = behind is not None and verb_of(behind[1]) is not None and not behind[1].startswith("di")
    return speaks and not _MANY.match(match.group()) and not _MANY.match(before)


@cached
def _asking() -> frozenset[str]:
    """Return the roots behind which those stand who are asked: "saya minta ASN"."""
    return frozenset(table("said.toml")["asking"]["roots"])


@cached
def _of(point: str) -> tuple[Wording, ...]:
    return tuple(wording for wording in wordings() if wording.point == point)


@cached
def _names() -> tuple[Phrase, ...]:
    return tuple(Phrase(*entry["name"]) for entry in table("said.toml")["party"])


@cached
def _flagged(name: str) -> frozenset[Phrase]:
    return frozenset(Phrase(*entry["name"]) for entry in table("said.toml")["party"] if entry.get(name))


@cached
def _parties() -> re.Pattern[str]:
    kinds = "|".join(rf"(?P<p{number}>{entry['pattern']})" for number, entry in enumerate(table("said.toml")["party"]))
    return re.compile(rf"\b(?:{kinds})(?:-?nya)?\b", re.IGNORECASE)


@cached
def _together() -> re.Pattern[str]:
    return re.compile(table("said.toml")["together"]["pattern"])


@cached
def _more() -> re.Pattern[str]:
    return re.compile(table("said.toml")["more"]["pattern"], re.IGNORECASE)


@cached
def _strangers() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{table('said.toml')['strangers']['pattern']})", re.IGNORECASE)


def _pattern(words: str | None) -> re.Pattern[str] | None:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE) if words else None
