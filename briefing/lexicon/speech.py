"""Verbs that report speech, and the words that stand around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from briefing.lexicon.load import table

if TYPE_CHECKING:
    from collections.abc import Iterator

# Words that may stand between a subject and its verb: "Akhi juga menuturkan", "Wahid lantas menyayangkan".
ADVERBS = frozenset(
    [
        "juga",
        "pun",
        "turut",
        "lantas",
        "kemudian",
        "kembali",
        "lalu",
        "sendiri",
        "tegas",
        "dengan",
        "tetap",
        "telah",
        "sudah",
        "akan",
        "hanya",
        "sempat",
        "selalu",
        "terus",
        "sekaligus",
        "langsung",
        "kerap",
        "lebih",
        "lanjut",
        "pernah",
        "sangat",
        "sebelumnya",
        "selanjutnya",
        "pula",
        "lagi",
        "bahkan",
        "ikut",
    ]
)


_ACCORDING = ["menurut", "bagi", "demikian"]
_HEAD = re.compile(r"(\w{3})\w*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A verb that reports speech: `root` follows a quote (ujar), `active` forms follow their subject, `passive` ones precede their agent.

    `weak` names the active and passive forms that also have other senses; `en` is past tense.
    """

    root: str | None
    active: tuple[str, ...]
    weak: tuple[str, ...]
    passive: tuple[str, ...]
    en: str
    function: str


@cache
def verbs() -> tuple[Verb, ...]:
    """Return all verbs of the lexicon, in its order."""
    return tuple(
        Verb(
            root=entry.get("root"),
            active=tuple(entry.get("active", ())),
            weak=tuple(entry.get("weak", ())),
            passive=tuple(entry.get("passive", ())),
            en=entry["en"],
            function=entry["function"],
        )
        for entry in table("id/speech_verbs.toml")["verb"]
    )


@cache
def _by_form() -> dict[str, Verb]:
    forms = {form: verb for verb in verbs() for form in (*verb.active, *verb.passive)}
    return {**forms, **{verb.root: verb for verb in verbs() if verb.root}}


def verb_of(cue: str) -> Verb | None:
    """Return the verb of a cue as it stands in the text ("Tegasnya", "mengatakan"), None for a cue that is no verb ("menurut")."""
    words = cue.lower().split()
    form = words[0] if words else ""
    return _by_form().get(" ".join(words)) or _by_form().get(form) or _by_form().get(form.removesuffix("nya"))


@cache
def _roots() -> frozenset[str]:
    return frozenset(verb.root for verb in verbs() if verb.root)


def is_root(word: str) -> bool:
    """Return whether `word` is the root of a verb of speech, behind which its speaker stands (kata, ujar)."""
    return word in _roots()


@cache
def _passives() -> frozenset[str]:
    return frozenset(form for verb in verbs() for form in verb.passive)


def is_passive(word: str) -> bool:
    """Return whether `word` is a passive verb of speech, also at the start of a sentence (Diakui)."""
    return word.lower() in _passives()


@cache
def cue_pattern() -> re.Pattern[str]:
    """Return the pattern of every cue; its groups root, active, passive and according name the form, clitic holds a "nya"."""
    roots = [verb.root for verb in verbs() if verb.root]
    active = [form for verb in verbs() for form in verb.active]
    passive = [form for verb in verbs() for form in verb.passive]
    return re.compile(
        rf"\b(?:(?P<root>{_any(roots)})|(?P<active>{_any(active)})|(?P<passive>{_any(passive)})|(?P<according>{_any(_ACCORDING)}))"
        r"(?P<clitic> ?nya)?\b(?!-)",
        re.IGNORECASE,
    )


@cache
def stance_pattern() -> re.Pattern[str]:
    """Return the pattern of what somebody does or feels whose words follow (mengeluh, kaget)."""
    return re.compile(rf"\b{_any(table('id/speech_verbs.toml')['stances'])}\b")


def cues_in(text: str) -> Iterator[re.Match[str]]:
    """Yield the cues of a text in order: the pattern is tried only at words that begin as one does."""
    heads, behind = _cue_heads(), 0
    for word in _HEAD.finditer(text):
        if word[1].lower() in heads and word.start() >= behind and (cue := cue_pattern().match(text, word.start())):
            behind = cue.end()
            yield cue


@cache
def _cue_heads() -> frozenset[str]:
    forms = (form for verb in verbs() for form in (verb.root, *verb.active, *verb.passive) if form)
    return frozenset(form[:3] for form in (*forms, *_ACCORDING))


def _any(words: list[str]) -> str:
    """Return a pattern of any of the words that shares their beginnings, so that hundreds of them are tried fast."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branches(tree)


def _branches(node: dict[str, Any]) -> str:
    below = [(r"\s+" if letter == " " else re.escape(letter)) + _branches(child) for letter, child in node.items() if letter]
    if not below:
        return ""
    if len(below) == 1 and "" not in node:
        return below[0]
    return f"(?:{'|'.join(below)})" + ("?" if "" in node else "")
