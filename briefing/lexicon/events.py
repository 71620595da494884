"""Events at which somebody speaks: sosialisasi, apel, rapat koordinasi."""

from __future__ import annotations

import re

from briefing.lexicon.load import cached, table
from briefing.lexicon.phrases import Phrase


def event_in(text: str) -> tuple[Phrase, bool] | None:
    """Return the kind of event that a text says somebody speaks at, in both languages, and whether it was over by then; None where it names none, or several."""
    found = {(_names()[kind], match["after"] is not None) for match in _pattern().finditer(text) for kind in _names() if match[f"k{kind}"]}
    return found.pop() if len(found) == 1 else None


@cached
def _names() -> dict[int, Phrase]:
    return {number: Phrase(*event["name"]) for number, event in enumerate(table("id/events.toml")["event"])}


@cached
def _pattern() -> re.Pattern[str]:
    words = table("id/events.toml")
    kinds = "|".join(rf"(?P<k{number}>{event['pattern']})" for number, event in enumerate(words["event"]))
    after, before, between = ("|".join(words[name]) for name in ("after", "before", "between"))
    return re.compile(rf"\b(?:(?P<after>{after})|{before})(?: (?:{between}|{before}))*? (?:{kinds})\b", re.IGNORECASE)


def is_earlier(printed: str | None, text: str) -> bool:
    """Return whether the day printed for an event is one before that on which somebody speaks: "kemarin, Minggu (3/12)"."""
    return printed is not None and re.search(rf"\b(?:kemarin|lusa),? (?:pada )?{re.escape(printed)}", text) is not None
