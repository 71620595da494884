"""Notes on statements: a sentence that several of them bear is printed once, under a number that stands beside each of them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from briefing.lexicon.phrases import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.model.pack import RuleItem

# Where a sentence of a note ends; digits and abbreviations of laws are followed by small letters or figures.
_END: Final = re.compile(r"(?<=[.?!])(?<![A-Z]\.)\s+(?=[A-Z“])")

MOST_CHARACTERS: Final = 450
"""Of all common notes together, in English."""


def common_notes(rules: Iterable[RuleItem]) -> list[Phrase]:
    """Return the sentences that the notes of more than one statement hold, in order: the first is number 1.

    They stand again on each page, so they are few lines: those whose repetition would take most.
    """
    counts = Counter(sentence for rule in rules for sentence in dict.fromkeys(_sentences(rule)))
    room, chosen = MOST_CHARACTERS, set[Phrase]()
    for sentence in sorted(counts, key=lambda sentence: -(counts[sentence] - 1) * len(sentence.en)):
        if counts[sentence] > 1 and len(sentence.en) <= room:
            chosen.add(sentence)
            room -= len(sentence.en)
    return [sentence for sentence in counts if sentence in chosen]


def own_note(rule: RuleItem, common: Sequence[Phrase]) -> Phrase:
    """Return the note of a statement without the sentences of `common`; two empty strings where nothing is left."""
    left = [sentence for sentence in _sentences(rule) if sentence not in common]
    return Phrase(" ".join(sentence.id for sentence in left), " ".join(sentence.en for sentence in left))


def note_numbers(rules: Iterable[RuleItem], common: Sequence[Phrase]) -> list[int]:
    """Return the numbers of those of the `common` sentences that the notes of these statements hold."""
    held = {sentence for rule in rules for sentence in _sentences(rule)}
    return [number for number, sentence in enumerate(common, 1) if sentence in held]


def _sentences(rule: RuleItem) -> list[Phrase]:
    """Return the sentences of a note in both languages; the whole note where they have not the same number."""
    note = rule.statement.note if rule.statement else None
    if note is None:
        return []
    indonesian, english = note.id, note.en.text if note.en else note.id
    parts = _END.split(indonesian), _END.split(english)
    return [Phrase(*pair) for pair in zip(*parts, strict=True)] if len(parts[0]) == len(parts[1]) else [Phrase(indonesian, english)]
