"""What a sentence tells of a pledge, an oath or a declaration: where the acts begin that are pledged in it, in their bare forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.lexicon.pointwords import acts

if TYPE_CHECKING:
    from briefing.finding.operators import Governor
    from briefing.finding.words import Words

_ACT_REACH = 3  # words from the one that opens an act ("tidak", "menjaga") to what is done, at most
_ITEMS = frozenset({",", "dan", "serta", "atau", "maupun"})
_CONTENTS = frozenset({"isi", "isinya", "memuat", "berisi", "butir", "poin", ":"})  # what tells what a letter says
_ACTIVE = ("me", "ber")
_NO_VERBS = frozenset(
    {
        "mereka",
        "menurut",
        "memang",
        "meski",
        "meskipun",
        "media",
        "menteri",
        "merupakan",
        "berita",
        "bersama",
        "beberapa",
        "berikut",
        "berbagai",
        "mengenai",
        "melalui",
        "menjelang",
    }
)
_STATES = frozenset({"netral", "bijak", "tetap", "selalu", "senantiasa", "profesional", "cermat", "setia", "patuh", "taat", "adil"})
_APART = frozenset({"yang", "untuk", "sebelum", "setelah", "usai", "saat", "ketika", "jika", "apabila", "bila", "kalau", "tetapi", "tapi"})


def pledged_from(words: Words, found: tuple[Governor, ...]) -> int | None:
    """Return the first token of what a sentence tells of a pledge ("Ikrar itu memuat empat butir, yaitu *menjaga* …"), None where it tells nothing.

    It says so with a word such as "memuat" or "berjanji" (the list "pledging"), before which or behind which no other operator demands anything.
    """
    oaths = [hit for hit in words.named("oath", "letter") if words.denial_before(hit.start) is None]
    telling = {at for hit in (*words.named("pledging"), *oaths) for at in range(hit.start, hit.end)}
    if not oaths:
        return None
    first = _first_act(words, telling, oaths[0].end) if not _opens_with_act(words, telling) else 0
    if first is None or any(governor.start <= first and telling.isdisjoint(range(governor.start, governor.end)) for governor in found):
        return None
    letter = oaths[0].name == "letter"
    verbs = {hit.start for hit in words.named("pledging") if not letter or words.tokens[hit.start] in _CONTENTS}
    return first if verbs and (first == 0 or min(verbs) < first) else None


def _opens_with_act(words: Words, telling: set[int]) -> bool:
    """Return whether a sentence begins with what is pledged ("Menjaga netralitas dan …, demikian isi ikrar itu")."""
    return 0 not in telling and _is_verb(words.tokens[0]) and _is_act(words, telling, 0)


def _first_act(words: Words, telling: set[int], start: int) -> int | None:
    """Return the first token from `start` on that opens an act in its bare form."""
    return next((at for at in range(start, len(words.tokens)) if at not in telling and _is_act(words, telling, at)), None)


def _is_verb(word: str) -> bool:
    return word.startswith(_ACTIVE) and word not in _NO_VERBS


def opens_item(words: Words, at: int, *, actively: bool) -> bool:
    """Return whether a token goes on with a list by another act ("menjaga netralitas*,* menghindari …"), not by a verb with the same object.

    `actively`: by a verb, not by "tidak" or a word such as "netral".
    """
    if words.tokens[at] not in _ITEMS or words.tokens[at - 1] in _ITEMS or (at and _is_verb(words.tokens[at - 1])):
        return False
    after = next((other for other in range(at + 1, len(words.tokens)) if words.tokens[other] not in _ITEMS), at)
    if any(hit.start == after for hit in words.named("told", "pledging")):
        return False
    return _is_verb(words.tokens[after]) or (not actively and (after in words.denials or words.tokens[after] in _STATES))


def _is_act(words: Words, telling: set[int], at: int) -> bool:
    """Return whether a token opens an act in its bare form: "tidak", a verb with "me-" or "ber-", or a word such as "netral"."""
    word = words.tokens[at]
    if not (at in words.denials or _is_verb(word) or word in _STATES) or (at and words.tokens[at - 1] in _APART - {"untuk"}):
        return False
    near = range(at, at + _ACT_REACH)
    return any(hit.start in near and hit.start not in telling for hit in words.named(*(acts() & words.hits.keys())))
