"""What people.toml knows of the speakers of an article: it completes what the article says, and never changes it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal

from briefing.lexicon.office_english import english
from briefing.lexicon.offices import expand, head_of, head_pattern
from briefing.lexicon.officials import name_words
from briefing.model.office import Official
from briefing.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from briefing.model.finding import Findings, Speaker

Relation = Literal["none", "same", "less", "more", "other"]

_KINDS: Final = {"Provinsi", "Kabupaten", "Kota"}
_SHORTEST: Final = 5  # letters: among shorter names a letter makes another name too often


def complete(speaker: Speaker, day: date | None, officials: Sequence[Official]) -> tuple[Speaker, tuple[Problem, ...]]:
    """Return the speaker with what people.toml adds, and the doubts.

    The official of the same name who is in office on `day` gives what the article leaves out of the office, and the English. Where the two
    contradict one another, the article stands and `office-differs` says so. A name that nearly matches is a doubt and changes nothing.
    """
    if not speaker.name:
        return speaker, ()
    words = name_words(speaker.name)
    named = [official for official in officials if name_words(official.name) == words]
    if not named:
        return speaker, _near(speaker, day, officials)
    same = [official for official in named if official.is_in_office(day)]
    fitting = [official for official in same if _fits(speaker, official)]
    if len({(official.office, official.organisation) for official in fitting}) == 1:
        return _completed(speaker, fitting[0]), ()
    if fitting:
        return speaker, (_doubt("official-ambiguous", speaker, offices="; ".join(official.office or "–" for official in fitting)),)
    if same:
        return speaker, (_doubt("office-differs", speaker, office=speaker.office or speaker.organisation or "–", known=_known(same[0])),)
    return speaker, ()


def complete_all(findings: Findings, officials: Sequence[Official]) -> Findings:
    """Return findings whose speakers are completed from people.toml, with a doubt for each who says something and is not quite known there."""
    day = findings.article.law_date
    heard = {item.speaker for items in (findings.quotes, findings.rules) for item in items}
    pairs = [complete(speaker, day, officials) for speaker in findings.speakers]
    doubts = (doubt for speaker, (_, several) in zip(findings.speakers, pairs, strict=True) if speaker.id in heard for doubt in several)
    return replace(findings, speakers=tuple(speaker for speaker, _ in pairs), problems=(*findings.problems, *doubts))


def official_of(speaker: Speaker) -> Official:
    """Return the entry of people.toml that says what is known of a speaker."""
    return Official(
        name=speaker.name or "",
        titles=speaker.name_with_titles if speaker.name_with_titles and speaker.name_with_titles != speaker.name else "",
        office=speaker.office or "",
        office_en=speaker.office_en or english(speaker.office or "") or "",
        organisation=speaker.organisation or "",
        organisation_en=speaker.organisation_en or "",
    )


def _completed(speaker: Speaker, official: Official) -> Speaker:
    relation = _relation(speaker.office, official.office)
    office, office_en = speaker.office, speaker.office_en
    if relation in {"none", "less"} and official.office:
        office = expand(official.office)
        office_en = official.office_en or english(office)
    elif relation == "same":
        office_en = official.office_en or office_en
    titled = speaker.name_with_titles if speaker.name_with_titles != speaker.name else None
    return replace(
        speaker,
        name_with_titles=titled or official.titles or speaker.name_with_titles,
        office=office,
        office_en=office_en,
        organisation=speaker.organisation or official.organisation or None,
        organisation_en=official.organisation_en or None,
    )


def _fits(speaker: Speaker, official: Official) -> bool:
    if speaker.office and official.office:
        return _relation(speaker.office, official.office) != "other"
    one, other = (frozenset((words or "").casefold().split()) for words in (speaker.organisation, official.organisation))
    return not one or not other or one <= other or other <= one


def _relation(printed: str | None, known: str) -> Relation:
    """Return whether the article gives no office, the same, or one with fewer or more words behind the same head ("Ketua Bawaslu"), or another."""
    if not printed or not known:
        return "none"
    (head, rest), (known_head, known_rest) = _parts(printed), _parts(known)
    if head != known_head:
        return "other"
    if rest == known_rest:
        return "same"
    if rest < known_rest:
        return "less"
    return "more" if rest > known_rest else "other"


def _parts(office: str) -> tuple[str, frozenset[str]]:
    """Return the head of an office with its acting form, in full, and the other words, among them the kind of place ("Sekretaris Daerah Kabupaten")."""
    full = expand(office).replace(",", " ")
    match = head_pattern().match(full)
    head = f"{match['acting']}{head_of(match['head']).full}" if match else full.split(" ", 1)[0]
    shorter, _, kind = head.rpartition(" ")
    if kind in _KINDS and head_pattern().fullmatch(shorter):
        head = shorter
    return head.casefold(), frozenset(full.casefold().split()) - frozenset(head.casefold().split())


def _near(speaker: Speaker, day: date | None, officials: Sequence[Official]) -> tuple[Problem, ...]:
    words = name_words(speaker.name or "")
    possible = (official for official in officials if day is None or official.is_in_office(day))
    near = dict.fromkeys(official.name for official in possible if _is_near(words, name_words(official.name)))
    return (_doubt("name-near", speaker, known=", ".join(near)),) if near else ()


def _is_near(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether two names differ by one letter (another, one more, one less, two that changed places) or by one word more or less."""
    short, long = sorted((one, other), key=len)
    if len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long))):
        return bool(short)
    first, second = " ".join(one), " ".join(other)
    return min(len(first), len(second)) >= _SHORTEST and _is_one_letter_off(first, second)


def _is_one_letter_off(one: str, other: str) -> bool:
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return max(len(one), len(other)) == 1 or (len(one) == 2 and one == other[::-1])


def _known(official: Official) -> str:
    return official.office or official.organisation or "–"


def _doubt(code: str, speaker: Speaker, **arguments: str) -> Problem:
    return Problem(code=code, arguments={"name": speaker.name or "", **arguments}, span=next(iter(speaker.mentions), None))
