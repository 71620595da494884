"""Nicknames that an article introduces beside a name, so that they lead to it later."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from briefing.finding.mentions import initials, stands_beside
from briefing.lexicon.names import forms_of_address, is_nickname, is_title
from briefing.lexicon.offices import head_of, head_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.finding.mentions import Mention

_NICK = r"[\"“”']?(?P<nick>[A-Z]\w{1,20}(?:\s[A-Z]\w{1,20}){0,2})\b[\"“”']?"
_CALLED = r"(?:(?:akrab|karib|biasa|kerap|sering|lazim|populer|familier|familiar)\s(?:disapa|dipanggil|disebut|dikenal)|disapa\sakrab)(?:\s(?:dengan|sebagai))?(?:\s(?:nama|panggilan|sapaan))?"
_INTRODUCED = re.compile(rf"\b(?P<called>{_CALLED}|alias)\s{_NICK}(?P<that>\s(?:ini|itu|tersebut)\b)?")
_NOUN = re.compile(r"(?:(?:\w+\s)?\w+)(?=\s(?:yang\s)?\Z)")
_OFFICE_BESIDE = re.compile(r"(?:\w+\s){0,2}\w+(?=\s\w+\s\Z)")
_NEAREST = 50  # mentions before a nickname among which the holder of the office is looked for
_LONGEST_NOUN = 40  # code points
_BRACKETED = re.compile(rf"\s?\({_NICK}\)")
_BEFORE = re.compile(rf"{_NICK},?\s(?:sapaan(?:\sakrab)?(?:nya)?\b|(?:begitu|demikian)\s(?:ia|dia)\s(?:akrab\s|biasa\s)?disapa)\s?")
_APPOSED = re.compile(r"[\s,(]*(?:(?:atau|yang|juga|lebih)\s+)*")


def nicknames(text: str, mentions: Sequence[Mention]) -> dict[tuple[str, ...], Mention]:
    """Return for each nickname of a narrative, as `identity` gives it, the mention of the name that it stands for."""
    named = [mention for mention in mentions if mention.name]
    names = {identity_of(text, mention) for mention in named}
    found: dict[tuple[str, ...], Mention] = {}
    for nick, mention in (*_behind(text, named), *_bracketed(text, named), *_before(text, named), *_initialled(text, named)):
        words = identity(nick)
        own = identity_of(text, mention)
        if own not in found and not any(len(full) > len(words) and full != own and set(words) <= set(full) for full in names):
            found[words] = mention
    return found


def identity(name: str) -> tuple[str, ...]:
    """Return what tells a name from another: its words in lower case, without titles and forms of address (Mbak, Cak) before it."""
    words = name.replace(".", " ").split()
    while len(words) > 1 and (is_title(words[0]) or words[0] in forms_of_address()):
        words = words[1:]
    return tuple(word.lower() for word in words)


def identity_of(text: str, mention: Mention) -> tuple[str, ...]:
    """Return the identity of the name of a mention, an empty tuple where it has none."""
    return identity(mention.name.of(text)) if mention.name else ()


def _behind(text: str, named: Sequence[Mention]) -> Iterator[tuple[str, Mention]]:
    """Yield "NAME alias NICK", "NAME (biasa disapa NICK)", and "wali kota yang akrab disapa NICK ini" for the last holder of that office."""
    for match in _INTRODUCED.finditer(text):
        at = bisect_left(named, match.start("called"), key=lambda mention: mention.span.start) - 1
        if at < 0:
            continue
        if _APPOSED.fullmatch(text, named[at].span.end, match.start("called")):
            holder = _beside(text, named[:at], named[at]) if stands_beside(text, named[at]) else named[at]
            if holder:
                yield match["nick"], holder
        elif match["called"] != "alias":
            noun = _NOUN.search(text[max(0, match.start() - _LONGEST_NOUN) : match.start()])
            near = named[max(0, at + 1 - _NEAREST) : at + 1]
            holder = next((mention for mention in reversed(near) if noun and _holds(text, mention, noun.group())), None)
            if holder or match["that"]:
                yield match["nick"], holder or named[at]


def _beside(text: str, before: Sequence[Mention], named: Mention) -> Mention | None:
    """Return the last holder of the office that stands beside a name: "cawapres pendamping Anies yang akrab disapa NICK" is the cawapres."""
    words = _OFFICE_BESIDE.search(text[max(0, named.span.start - _LONGEST_NOUN) : named.span.start])
    return next((mention for mention in reversed(before[-_NEAREST:]) if words and _holds(text, mention, words.group())), None)


def _holds(text: str, mention: Mention, noun: str) -> bool:
    """Return whether the office of a mention begins with the head that ends `noun`."""
    heads = [head for at in range(len(noun)) if (head := head_pattern().fullmatch(noun, at))]
    held = head_pattern().match(mention.office.of(text)) if mention.office else None
    return bool(heads and held and head_of(held["head"]) == head_of(heads[0]["head"]))


def _bracketed(text: str, named: Sequence[Mention]) -> Iterator[tuple[str, Mention]]:
    """Yield "NAME (NICK)"."""
    for mention in named:
        match = _BRACKETED.match(text, mention.name.end) if mention.name else None
        if match and is_nickname(match["nick"]) and not head_pattern().match(match["nick"]):
            yield match["nick"], mention


def _initialled(text: str, named: Sequence[Mention]) -> Iterator[tuple[str, Mention]]:
    """Yield the initials that stand for a name in the article, unless two names have the same."""
    bare = {mention.name.of(text) for mention in named if mention.name and mention.name.of(text).isupper()}
    full: dict[str, list[Mention]] = {}
    for mention in named if bare else ():
        if mention.name and mention.office:
            full.setdefault(initials(mention.name.of(text)), []).append(mention)
    for nick in sorted(bare & set(full)):
        if len({identity_of(text, mention) for mention in full[nick]}) == 1:
            yield nick, full[nick][0]


def _before(text: str, named: Sequence[Mention]) -> Iterator[tuple[str, Mention]]:
    """Yield "NICK, sapaan akrab NAME", or where no name follows ("NICK, sapaannya,") the last name before it."""
    for match in _BEFORE.finditer(text) if "sapa" in text else ():
        behind = bisect_left(named, match.end(), key=lambda mention: mention.span.start)
        at = bisect_left(named, match.end("nick"), key=lambda mention: mention.span.start) - 1
        if behind < len(named) and named[behind].span.start == match.end():
            yield match["nick"], named[behind]
        elif not head_pattern().match(text, match.end()):
            yield from _nicked(text, named[max(0, at - _NEAREST) : at + 1], match)


def _nicked(text: str, near: Sequence[Mention], match: re.Match[str]) -> Iterator[tuple[str, Mention]]:
    """Yield the nickname of a match with the last name before it; an office that stands before the nickname ("Sekda Ire") must be his."""
    own = near[-1] if near and near[-1].span.end > match.start() else None
    nick = own.name.of(text) if own and own.name else match["nick"]
    office = own.office.of(text) if own and own.office else ""
    before = near[:-1] if own else near
    holder = next((mention for mention in reversed(before) if not office or _holds(text, mention, office)), None)
    if holder:
        yield nick, holder
