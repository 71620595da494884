"""In which words a statement is reported of somebody, and of whom: the wordings and parties of said.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from briefing.lexicon.load import cached, table
from briefing.lexicon.openings import may_match, opening, stands, whole_words
from briefing.lexicon.phrases import Phrase, listed
from briefing.lexicon.reported import is_duty
from briefing.lexicon.slots import filled
from briefing.lexicon.speech import is_root, verb_of

_WORD = re.compile(r"\s+(\w+)")
_MANY = re.compile(r"(?:para|seluruh|semua|setiap|segenap)\b", re.IGNORECASE)
_BANS = frozenset({"jangan", "sampai", "ada"})  # "jangan sampai kades mengajak ..."
_OTHERS = Phrase("", "")
_THEY = re.compile(r"\bmereka\b", re.IGNORECASE)
_WHO = "{who}"
_TOLD_OF_SOME = re.compile(r"\{who\} yang|\b(?:bila|setelah|suami)\b")  # of a wording that itself says of which of them, or when


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How a statement is reported where the words of `pattern` stand in the sentence that makes it, and those of `unless` do not; None for "always" and "never".

    Where `is_object`, {who} are not who acts, but whom others involve. `bare` tells the same of nobody.
    """

    point: str
    text: Phrase
    pattern: str | None
    unless: str | None
    is_object: bool = False
    bare: Phrase | None = None

    @property
    def needs(self) -> tuple[re.Pattern[str], ...]:
        """What else the sentence must name since the English does."""
        return _needed(self.text.en)

    def fits(self, sentence: str) -> bool:
        """Return whether the statement can be reported in this wording of the sentence that makes it."""
        if (self.pattern and not stands(self.pattern, sentence)) or (self.unless and stands(self.unless, sentence)):
            return False
        return all(needed.search(sentence) for needed in self.needs)


@cached
def wordings() -> tuple[Wording, ...]:
    """Return all wordings in the order of the data file."""
    return tuple(map(_wording, table("said.toml")["said"]))


@cached
def named() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Return the English words for bodies, things and purposes, each with the Indonesian words of which one must stand in the sentence."""
    return tuple((_english(entry["english"]), whole_words(entry["pattern"])) for entry in table("said.toml")["named"])


def reported_as(point: str, sentence: str, words: str = "") -> Phrase | None:
    """Return how a statement is reported of the sentence that makes it; None where no wording fits, or it is not sure whom it binds.

    Those are whom the sentence names, or else whom the sentence before it in the same `words` has as its subject ("ASN harus netral. Jangan ikut kampanye"), or names
    where this one says "you" to them. Where a demand names nobody at all, it is told of nobody, in the wording that has none.
    """
    untold = any(_pattern_of(name).search(sentence) for name in ("others", "defining", "reminded"))
    wording = None if untold else next((wording for wording in _of(point) if wording.fits(sentence)), None)
    text = filled(wording.text, sentence, words or sentence) if wording else None
    if not wording or not text or _leaves_exception(text, sentence):
        return None
    if _WHO not in text.en:
        return text
    if _pattern_of("strangers").search(sentence) or _is_narrower(sentence, wording):
        return None
    who = _bound(sentence, words, is_object=wording.is_object)
    if who:
        return text.format(who=who)
    return filled(wording.bare, sentence, words or sentence) if wording.bare and _names_nobody(sentence) else None


def _leaves_exception(text: Phrase, sentence: str) -> bool:
    """Return whether a sentence makes an exception of which a report of its ban or duty says nothing."""
    unless = re.compile(table("said.toml")["excepted"]["unless"])
    return _plain("excepted").search(sentence) is not None and is_duty(text) and unless.search(text.id) is None


def _names_nobody(sentence: str) -> bool:
    """Return whether a sentence demands something without a word on whom: "Jangan ikut kampanye", nor more than to whom it is not to be done."""
    named = _parties().finditer(sentence)
    return _plain("unnamed").search(sentence) is not None and all(_plain("towards").search(sentence[: match.start()]) for match in named)


def _is_narrower(sentence: str, wording: Wording) -> bool:
    """Return whether a sentence speaks of some of those whom it names, or of a time, of which a wording says nothing: "ASN yang berniat maju dilarang ..."."""
    if _TOLD_OF_SOME.search(wording.text.id):
        return False
    some = any(_plain("narrowing").match(sentence, match.end()) for match in _parties().finditer(sentence))
    return some or _plain("condition").search(sentence) is not None


def _bound(sentence: str, words: str, *, is_object: bool) -> Phrase | None:
    """Return those whom a sentence names, or else the sentence before it; None where it names some here and others there. Whom others act on count where `is_object`."""
    groups = _closest(sentence, objects=is_object)
    if not groups and not (_THEY.search(sentence) or _pattern_of("addressed").search(sentence)):
        groups = _meant(sentence, words)
    longest = max(groups, key=len, default=())
    return listed(longest) if longest and _OTHERS not in longest and all(set(group) <= set(longest) for group in groups) else None


def _meant(sentence: str, words: str) -> tuple[tuple[Phrase, ...], ...]:
    """Return those who are meant by a sentence that names nobody: the subject of the one before it, or all whom that one names if this one speaks to them.

    Demands between them that name nobody either go on about the same ("ASN harus netral. Jangan ikut kampanye. Tugas kita melayani masyarakat").
    """
    earlier = reversed(re.split(r"(?<=[.!?])\s+", words[: max(words.find(sentence), 0)].strip()))
    before = next((other for other in earlier if not _names_nobody(other)), "")
    groups = tuple(group for group in _closest(before, objects=False) if not set(group) & _flagged("here"))
    speaks_to = _pattern_of("spoken_to").search(sentence) is not None
    return groups if len(groups) == 1 and (speaks_to or _opens(before)) else ()


def _opens(sentence: str) -> bool:
    """Return whether those whom a sentence names first are its subject: it begins with them, or a duty stands behind them."""
    match = _parties().search(sentence)
    return match is not None and (_plain("subject").fullmatch(sentence[: match.start()]) or _plain("bound").match(sentence, match.end())) is not None


def _closest(text: str, *, objects: bool) -> tuple[tuple[Phrase, ...], ...]:
    """Return the people whom a text names, without a general name ("pegawai") beside civil servants."""
    groups = parties_in(text, objects=objects)
    closer = tuple(group for group in groups if not set(group) <= _flagged("general"))
    return closer if any(_flagged("closest") & set(group) for group in closer) else groups


@lru_cache(maxsize=256)  # what stands around words is asked for with each statement that they make
def parties_in(text: str, *, objects: bool = False) -> tuple[tuple[Phrase, ...], ...]:
    """Return the people whom a text names, those who stand in one list together; without who speaks there ("kata camat").

    Whom others act on ("mengumpulkan kades") is left out, unless `objects` count. An empty phrase stands for those of a list whom no party knows
    ("lurah dan kader posyandu").
    """
    groups: list[tuple[Phrase, ...]] = []
    kept: list[bool] = []
    end = 0
    for match in _parties().finditer(text):
        if _speaks(text, match) or _plain("single").search(text[: match.start()]):
            continue
        name = _names()[int((match.lastgroup or "p0")[1:])]
        if groups and _is_joined(text, end, match, is_kept=kept[-1]) and (kept[-1] or name not in groups[-1]):
            groups[-1] = tuple(dict.fromkeys([*groups[-1], name]))
        else:
            is_alone, is_again = not _goes_on(text, match.end()), bool(groups) and name in groups[-1]
            groups.append((_OTHERS, name) if not is_again and _follows_others(text[: match.start()], is_alone=is_alone) else (name,))
            kept.append(objects or not _is_object(text[: match.start()]) or _plain("purposed").match(text, match.end()) is not None)
        if _is_followed(text, match.end()):
            groups[-1] = (*groups[-1], _OTHERS)
        end = match.end()
    return tuple(group for group, is_kept in zip(groups, kept, strict=True) if is_kept)


def _is_joined(text: str, end: int, match: re.Match[str], *, is_kept: bool) -> bool:
    """Return whether people stand in one list with those who end at `end`: "rapat dengan kepala sekolah, guru jangan ..." is none."""
    between = text[end : match.start()]
    if between.strip() == "," and not _goes_on(text, match.end()) and _plain("apposed").search(text[:end]):
        return False
    return bool(_plain("together").fullmatch(between)) and (is_kept or between.strip() != "," or _goes_on(text, match.end()))


def _goes_on(text: str, end: int) -> bool:
    """Return whether a list goes on behind a place of a text."""
    return _plain("together_with").match(text, end) is not None


def _is_followed(text: str, end: int) -> bool:
    """Return whether others whom no party knows follow in the list."""
    more = _plain("more").match(text, end)
    known = _parties().search(text, end) if more else None
    return more is not None and not (known and known.start() < more.end())


def _follows_others(before: str, *, is_alone: bool) -> bool:
    """Return whether those named behind `before` stand in a list with others whom no party knows ("penghulu, penyuluh agama, serta guru")."""
    return _plain("after").search(before) is not None or (not is_alone and _plain("opening").search(before) is not None)


def _is_object(before: str) -> bool:
    """Return whether those named behind `before` are whom somebody else acts on or is with ("mengumpulkan kades"), not whom he addresses."""
    match = _plain("objects").search(before)
    if not match or match["with"]:
        return match is not None
    return match["refused"] is not None or verb_of(match["verb"].lower()) is None


def _speaks(text: str, match: re.Match[str]) -> bool:
    """Return whether those named at a place of a text are who speaks: a verb of speech stands beside them; who pledges something is bound by it."""
    behind = _WORD.match(text, match.end())
    before = next(reversed(text[: match.start()].lower().split()), "")
    if before in _BANS:
        return False
    if is_root(before):
        return before not in _asking()
    speaks = behind is not None and verb_of(behind[1]) is not None and not behind[1].startswith("di")
    return speaks and not any(_MANY.match(words) for words in (match.group(), before)) and not _plain("pledging").match(text, match.end())


@cached
def _asking() -> frozenset[str]:
    """Return the roots behind which those stand who are asked: "saya minta ASN"."""
    return frozenset(table("said.toml")["asking"]["roots"])


@cached
def _of(point: str) -> tuple[Wording, ...]:
    """Return the wordings of one statement: few of all are ever made."""
    return tuple(_wording(entry) for entry in table("said.toml")["said"] if entry["point"] == point)


def _wording(entry: dict[str, Any]) -> Wording:
    return Wording(
        point=entry["point"],
        text=Phrase(*entry["text"]),
        pattern=entry.get("pattern"),
        unless=entry.get("unless"),
        is_object=entry.get("object", False),
        bare=Phrase(*entry["bare"]) if "bare" in entry else None,
    )


@cached
def _needed(english: str) -> tuple[re.Pattern[str], ...]:
    """Return what a sentence must name that is reported in these English words."""
    small = english.lower()
    entries = (entry for entry in table("said.toml")["named"] if may_match(entry["english"], small) and _english(entry["english"]).search(english))
    return tuple(whole_words(entry["pattern"]) for entry in entries)


@cached
def _names() -> tuple[Phrase, ...]:
    return tuple(Phrase(*entry["name"]) for entry in table("said.toml")["party"])


@cached
def _flagged(name: str) -> frozenset[Phrase]:
    return frozenset(Phrase(*entry["name"]) for entry in table("said.toml")["party"] if entry.get(name))


@cached
def _parties() -> re.Pattern[str]:
    patterns = [entry["pattern"] for entry in table("said.toml")["party"]]
    kinds = "|".join(rf"(?P<p{number}>{pattern})" for number, pattern in enumerate(patterns))
    return re.compile(rf"\b{opening(f'(?:{pattern})' for pattern in patterns)}(?:{kinds})(?:-?nya)?\b", re.IGNORECASE)


@cached
def _plain(name: str) -> re.Pattern[str]:
    return re.compile(words_around(name), re.IGNORECASE)


def words_around(name: str) -> str:
    """Return the regular expression of what stands around people, by its name in said.toml, with what several of these share."""
    words: str = table("said.toml")[name]["pattern"]
    for part, shared in table("said.toml")["shared"].items():
        words = words.replace(f"<{part}>", f"(?:{shared})")
    return words


@cached
def _pattern_of(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{table('said.toml')[name]['pattern']})", re.IGNORECASE)


@cached
def _english(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})")
