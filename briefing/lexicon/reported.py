"""How what somebody said is reported: the verb beside a quote, and the frame of a statement."""

from __future__ import annotations

from typing import Final

from briefing.lexicon.phrases import Phrase, phrase, phrases
from briefing.lexicon.speech import verb_of

SAID: Final = Phrase("kata", "said")


def closing(cue: str) -> Phrase | None:
    """Return the verb of an attribution in both languages, "tegas" and "stressed", from the cue of a quote; None without a cue.

    It stands before the name in Indonesian, behind name and office in English.
    """
    verb = verb_of(cue)
    english = phrases()["attribution"].get(verb.en) if verb else None
    return (Phrase(verb.root, english) if verb and verb.root and english else SAID) if cue else None


def frame(cue: str) -> str | None:
    """Return the name of the frame in which a statement of this cue is reported; None where it is none that the speaker made."""
    verb, frames = verb_of(cue), phrases()["that"]
    if not cue or (verb and verb.function in frames["never"]):
        return None
    return verb.function if verb and verb.function in frames else "neutral"


def reported(name: str, clause: Phrase) -> Phrase:
    """Return a clause in a frame: "menegaskan bahwa …", "stressed that …"; the frame "same" has no verb."""
    return phrase("that", name).format(clause=clause)
