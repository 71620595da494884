"""Header lines of a pasted text ("Judul: …", ended by a blank line) and the front matter of a site generator ("---", "title: …", "---")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.model.article import Evidence
from briefing.model.span import Span
from briefing.reading.furniture import header_fields

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_FRONT_MATTER = 4000
_LINE = re.compile(r"[^\n]*\n?")
_PAIR = re.compile(r" *([^\W\d_][\w ]{0,20}?) *[:：] *(\S(?:[^\n]*\S)?)? *\n?")
_FRONT_MATTER = re.compile(r"[ \n]*---+ *\n(?P<lines>.*?)\n---+ *(?=\n|\Z)", re.DOTALL)
_FOLDED = re.compile(r"(?:\n +[^\s-][^\n]*)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What stands above a text: the fields that it gives, and where the text begins (0: there is no header)."""

    fields: tuple[Evidence, ...] = ()
    end: int = 0


def read_header(view: str) -> Header:
    """Return the header lines or the front matter that `view` opens with; a line such as "Rubrik: …" may stand between two that are known."""
    front = _FRONT_MATTER.match(view, 0, _LONGEST_FRONT_MATTER)
    if front:
        return Header(fields=tuple(_front_fields(view, Span(*front.span("lines")))), end=front.end())
    fields: list[Evidence] = []
    end = 0
    for match in _LINE.finditer(view, _first_line(view)):
        pair = _PAIR.fullmatch(match[0])
        field = header_fields().get(pair[1].lower()) if pair else None
        if not pair or not (field or end):
            break
        if not field:
            continue
        end = match.end()
        if pair[2]:
            fields.append(Evidence(field=field, span=Span(match.start() + pair.start(2), match.start() + pair.end(2)), how="header"))
    return Header(fields=tuple(fields), end=end)


def _first_line(view: str) -> int:
    """Return where the first line that is not blank begins."""
    first = len(view) - len(view.lstrip(" \n"))
    return view.rfind("\n", 0, first) + 1


def _front_fields(view: str, lines: Span) -> Iterator[Evidence]:
    for match in re.finditer(r"(?m)^(\w+): *(\S[^\n]*)", lines.of(view)):
        field = header_fields().get(match[1].lower())
        if field:
            start, end = lines.start + match.start(2), lines.start + match.end(2)
            folded = _FOLDED.match(view, end, lines.end)
            end = folded.end() if folded else end
            quoted = view[start] in "\"'" and view[start] == view[end - 1]
            yield Evidence(field=field, span=Span(start + quoted, end - quoted), how="front-matter")
