"""What kind of line a line is: prose of an article, a headline, or a date of publication."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.reading.dateline import dateline
from briefing.reading.dates import stamp

if TYPE_CHECKING:
    from briefing.reading.lines import Line

_LONGEST_HEADLINE = 220
_LONGEST_DATE_LINE = 110
_PROSE_END = re.compile(r"""[.!?…]["”’)\]]*\s*$""")
_INTRODUCTION = re.compile(r"\b(?:berikut|antara lain|yakni|yaitu|di antaranya|meliputi)\s*$|:$", re.IGNORECASE)


def is_prose(line: Line) -> bool:
    """Return whether the line is running text: a long one, a whole sentence that is no headline, or one with a dateline."""
    words = len(line.text.split(None, 30))
    if words > 30:
        return True
    if words >= 6 and _PROSE_END.search(line.text[-8:]) and not (_is_title_case(line.text) or (words <= 18 and line.text[-1] in "?!")):
        return True
    return words >= 4 and dateline(line.text) is not None


def is_headline(line: Line) -> bool:
    """Return whether the line may be a headline: some words without the end of a sentence, or in title case."""
    words = line.text.split()
    ends = line.text[-1] in ".,;:" and not line.text.endswith("...")
    return (
        3 <= len(words) <= 35
        and len(line.text) <= _LONGEST_HEADLINE
        and not line.is_item
        and not is_date_line(line.text)
        and (not ends or _is_title_case(line.text))
    )


def is_date_line(text: str) -> bool:
    """Return whether a line is a date of publication, with at most a few words of who published it."""
    if len(text) > _LONGEST_DATE_LINE or _PROSE_END.search(text):
        return False
    found = stamp(text)
    return found is not None and len(re.findall(r"\w+", text[: found.span.start] + text[found.span.end :])) <= 6


def introduces(line: Line) -> bool:
    """Return whether the line announces what follows it: "Larangan itu antara lain:"."""
    return _INTRODUCTION.search(line.text[-30:]) is not None


def _is_title_case(text: str) -> bool:
    words = re.findall(r"\b\w{4,}", text)
    return len(words) >= 3 and sum(word[0].isupper() for word in words) >= 0.8 * len(words) and len(words) <= 25
