"""Texts that were extracted, one paragraph a line: their layout, with the header lines that they may open with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.model.span import Span
from briefing.reading.header import read_header
from briefing.reading.layout import Layout
from briefing.reading.lines import split

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.article import Dropped, Evidence
    from briefing.model.problem import Problem


def laid_out(view: str, start: int, *, late: Sequence[Evidence] = (), dropped: Sequence[Dropped] = (), problems: Sequence[Problem] = ()) -> Layout:
    """Return the layout of a text that was extracted; in `view` each of its paragraphs is one line.

    What the file says of itself stands above `start`; the spans of `dropped` are no lines.
    """
    for run in dropped:
        view = view[: run.span.start] + " " * (run.span.end - run.span.start) + view[run.span.end :]
    header = read_header(view[start:])
    fields = tuple(replace(found, span=Span(found.span.start + start, found.span.end + start)) for found in header.fields)
    return Layout(
        start=start + header.end,
        fields=fields,
        title=next((found.span for found in fields if found.field == "title"), None),
        lines=tuple(replace(line, after_blank=True) for line in split(view, start + header.end)),
        dropped=tuple(dropped),
        late=tuple(late),
        problems=tuple(problems),
    )
