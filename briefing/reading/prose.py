"""What kind of line a line is: prose of an article, a headline, or a date of publication."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.reading.dateline import dateline
from briefing.reading.dates import stamp
from briefing.reading.outlets import outlet

if TYPE_CHECKING:
    from briefing.reading.lines import Line

_LONGEST_HEADLINE = 220
_LONGEST_DATE_LINE = 110
_PROSE_END = re.compile(r"""[.!?…]["”’)\]]*\s*$""")

_SHORTEST_QUOTE = 15
"""Words: a shorter quote with who says it may be a headline."""

_QUOTE = re.compile(r"""["“”][^"“”]+[,.!?]["“”],? (?:kata|ujar|ucap|tutur|ungkap|jelas|tegas)""")


def is_prose(line: Line) -> bool:
    """Return whether the line is running text: a long one, a quote, a whole sentence that is no headline, or one with a dateline."""
    return is_running(line.text) or (len(line.text.split(None, 4)) >= 4 and dateline(line.text) is not None)


def is_running(text: str) -> bool:
    """Return whether a text is long, a quote with who says it, or a whole sentence that is no headline."""
    words = len(text.split(None, 30))
    if words > 30:
        return True
    if words >= _SHORTEST_QUOTE and _QUOTE.match(text):
        return True
    return words >= 6 and bool(_PROSE_END.search(text[-8:])) and not (_is_title_case(text) or (words <= 18 and text[-1] in "?!"))


def is_headline(line: Line) -> bool:
    """Return whether the line may be a headline: some words without the end of a sentence, or in title case."""
    words = len(line.text.split(None, 36))
    if line.is_item or not 3 <= words <= 35 or len(line.text) > _LONGEST_HEADLINE or is_date_line(line.text) or byline(line.text):
        return False
    return line.text[-1] not in ".,;:" or line.text.endswith("...") or _is_title_case(line.text)


def is_date_line(text: str) -> bool:
    """Return whether a line is a date of publication, with at most a few words of who published it."""
    if len(text) > _LONGEST_DATE_LINE or _PROSE_END.search(text):
        return False
    found = stamp(text)
    return found is not None and len(re.findall(r"\w+", text[: found.span.start] + text[found.span.end :])) <= 6


def byline(text: str) -> tuple[str | None, str] | None:
    """Return author and outlet of a line such as "Siti Aminah - detikJatim"; None for a line that is none, no author where it names an outlet only."""
    parts = re.split(r"\s+[-–|]\s+|,\s+", text) if len(text) <= _LONGEST_DATE_LINE else []
    names = [part for part in parts if not outlet(part)]
    if len(names) > 1 or len(names) == len(parts):
        return None
    label = next(part for part in parts if part not in names)
    return (names[0] if names else None), label


def _is_title_case(text: str) -> bool:
    words = re.findall(r"\b\w{4,}", text)
    return len(words) >= 3 and sum(word[0].isupper() for word in words) >= 0.8 * len(words) and len(words) <= 25
