"""The text of a source, and what its reader knows of it beside the words: the lines that may be article, and what the source says of itself."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.article import Dropped, Evidence, Source
from briefing.model.problem import Problem
from briefing.model.span import Span
from briefing.reading.lines import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The layout of a text, all in spans of it.

    Above `start` stands what the source says of itself, one statement a line; `fields` says where. `lines` are those that may be article, in
    order, `dropped` the others; `title` is the headline, None where it has to be looked for among the lines. `late` are statements that count only
    where the text says nothing itself, such as the subject of a mail; `problems` are the doubts of the reader.
    """

    start: int
    fields: tuple[Evidence, ...]
    title: Span | None
    lines: tuple[Line, ...]
    dropped: tuple[Dropped, ...]
    late: tuple[Evidence, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The text of one article as it was decoded or extracted, the source that it came from, and the layout that its file has.

    `part` is its number among the articles of its file, 0 for the only one.
    """

    source: Source
    text: str
    layout: Layout | None = None
    part: int = 0
