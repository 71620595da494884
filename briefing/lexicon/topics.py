"""What words speak of: the topics of topics.toml, each a noun phrase in both languages."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.lexicon.load import cached, table
from briefing.lexicon.openings import may_match
from briefing.lexicon.phrases import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_BRACKETED = re.compile(r"\([^()]*\)")  # what the paper puts into somebody's words


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A topic: its name, the `words` that tell of it as a regular expression, those that it `covers`.

    A `central` one is what the program reads for, and is spoken of wherever it is named. A `deed` is told beside the words alone: that somebody "spoke of
    resignation" reads as his own. Where words call a `wrong` one a violation or forbid it, it is
    told as a violation or a ban, lest they seem to be for it.
    """

    id: str
    name: Phrase
    words: str
    covers: frozenset[str] = frozenset()
    central: bool = False
    deed: bool = False
    wrong: bool = False

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern of the words that tell of it."""
        return _pattern(self.words)

    def is_named_in(self, text: str) -> bool:
        """Return whether words that tell of it stand in a text."""
        return may_match(self.words, text.lower()) and self.pattern.search(text) is not None


@cached
def topics() -> tuple[Topic, ...]:
    """Return all topics in the order of the data file."""
    return tuple(
        Topic(
            id=entry["id"],
            name=Phrase(*entry["name"]),
            words=entry["pattern"],
            covers=frozenset(entry.get("covers", ())),
            central=entry.get("central", False),
            deed=entry.get("deed", False),
            wrong=entry.get("wrong", False),
        )
        for entry in table("topics.toml")["topic"]
    )


@lru_cache(maxsize=256)
def topics_in(text: str, near: str = "") -> tuple[Topic, ...]:
    """Return what a text speaks of, in the order in which it does, without what a closer topic says. `near` are the words around it.

    It speaks of nothing where most of it names nothing, or where what stands behind a "but" does not.
    """
    sentences = [_BRACKETED.sub(" ", sentence) for sentence in _SENTENCE_END.split(text)]
    found: dict[str, Topic] = {}
    told = 0
    for sentence in sentences:
        named = dict(_named(sentence, near))
        told += len(sentence.split()) if named else 0
        found.update({topic.id: topic for topic in sorted(named, key=lambda topic: named[topic]) if topic.id not in found})
    if 2 * told < sum(len(sentence.split()) for sentence in sentences if not is_courtesy(sentence)) or _is_turned(sentences):
        return ()
    return closest(found.values())


def closest(found: Iterable[Topic]) -> tuple[Topic, ...]:
    """Return topics, each once, without those that another of them says more closely."""
    once = {topic.id: topic for topic in found}
    covered = frozenset[str]().union(*(topic.covers for topic in once.values()))
    return tuple(topic for name, topic in once.items() if name not in covered)


def is_courtesy(sentence: str) -> bool:
    """Return whether a sentence thanks, greets or congratulates: what it names is what for, and nothing that it says."""
    return _words("courtesy").search(sentence) is not None


def _named(sentence: str, near: str) -> Iterator[tuple[Topic, int]]:
    """Yield the topics of a sentence with their places: none of what it asks, thanks for or denies, nor what is only named in passing."""
    if sentence.endswith("?") or is_courtesy(sentence) or _words("contested").search(sentence):
        return
    said = _words("asked").split(sentence, maxsplit=1)[0]
    small = said.lower()
    places = {
        topic: [match.span() for match in topic.pattern.finditer(said) if not _words("denied").search(said[: match.start()])]
        for topic in topics()
        if may_match(topic.words, small)
    }
    covered = frozenset[str]().union(*(topic.covers for topic, spans in places.items() if spans))
    for topic, spans in places.items():
        if topic.id in covered:
            continue
        longer = [span for other, taken in places.items() if other is not topic for span in taken]
        own = [span for span in spans if not any(_is_inside(span, other) for other in longer)]
        if own and _is_salient(topic, said, own, near):
            yield _judged(topic, said, own), own[0][0]


def _judged(topic: Topic, said: str, spans: list[tuple[int, int]]) -> Topic:
    """Return a topic as the violation that a sentence calls it, or as the ban that it tells of it."""
    for name in ("violation", "ban") if topic.wrong else ():
        before, behind = (re.compile(table("topics.toml")[name][where], re.IGNORECASE) for where in ("before", "behind"))
        if any(before.search(said[:start]) or behind.match(said, end) for start, end in spans):
            words = Phrase(*table("topics.toml")[name]["name"]).format(topic=topic.name)
            return replace(topic, id=f"{topic.id}-{name}", name=words, covers=topic.covers | {topic.id})
    return topic


def _is_inside(span: tuple[int, int], other: tuple[int, int]) -> bool:
    """Return whether a topic is but a part of a longer one: "surat suara" of "kekurangan surat suara"."""
    return other[0] <= span[0] and span[1] <= other[1] and other != span


def _is_salient(topic: Topic, said: str, spans: list[tuple[int, int]], near: str) -> bool:
    """Return whether a sentence is about a topic: in its main clause, and the words around it name it too."""
    if topic.central:
        return not (topic.wrong and all(_words("condition").search(said[:start]) for start, _ in spans))
    if not any(of.is_named_in(near) for of in topics() if of.id == topic.id or of.id in topic.covers):
        return False
    ends = [end if "," in said[start:end] else start for start, end in spans]  # "selama cuti, ASN menerima gaji" is what it ends with
    parts = [said[:end] for end in ends if not _words("condition").search(said[:end])]
    return any(not _words("aside").search(part) for part in parts)


def has_turn(text: str) -> bool:
    """Return whether a "but" stands in a text."""
    return _words("but").search(text) is not None


def _is_turned(sentences: list[str]) -> bool:
    """Return whether a "but" turns what was said, and no topic stands behind it."""
    turns = (parts[1] for sentence in sentences if len(parts := _words("but").split(sentence, maxsplit=1)) > 1)
    return any(not any(topic.is_named_in(behind) for topic in topics()) for behind in turns)


@cached
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})(?:-?nya)?\b", re.IGNORECASE)


@cached
def _words(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{table('topics.toml')[name]['pattern']})", re.IGNORECASE)
