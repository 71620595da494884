"""Web pages: from the bytes of a page to the text that a reader sees of it, and which lines of that may be article."""

from __future__ import annotations

import codecs
import itertools
import re
from typing import TYPE_CHECKING, Final

from briefing.model.article import Dropped
from briefing.model.problem import Problem
from briefing.model.span import Span
from briefing.reading.clean import veil
from briefing.reading.layout import Layout
from briefing.reading.lines import Line, split
from briefing.reading.page_body import article_blocks, goes_on, is_article, weighed, without_labels
from briefing.reading.page_fields import page_fields, page_title, said
from briefing.reading.stated import read_stated
from briefing.reading.text import decode
from briefing.reading.together import numbered
from briefing.reading.tree import parse, walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.reading.tree import Block, Tree

_DECLARED = re.compile(rb"""<meta\b[^>]{0,200}\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_DECLARED_WITHIN: Final = 4_096  # bytes; the standard looks through the first 1,024

_ALL = re.compile(r"[?&](?:page|halaman)=(?:all|semua)\b|[?&]single=1\b|/all/?$", re.IGNORECASE)
_LONGEST_LABEL: Final = 30
_LABEL = re.compile(r"\s[-–—]{1,2}$")
_INSERT = re.compile(r"\b(?:baca|lihat|simak|tonton)(?: juga)?\s*:?\s*$", re.IGNORECASE)


def read_page(data: bytes, name: str) -> tuple[str, Layout]:
    """Return the text of a web page and its layout: a line for each thing that its head says of it, then what a reader sees.

    Raises:
        BriefingError: the bytes are no text, or the page is larger or more tangled than any page of an article.
    """
    source = decode(data, name, declared(data))
    parser = parse(source, name)
    stated = read_stated(parser, source)
    head, statements = said(stated)
    tree = walk(parser, len(head))
    page = weighed(tree, veil(head + tree.text))
    around = article_blocks(page)
    prose = page.prose(around) or [len(tree.blocks)]
    title = page_title(page, statements, prose[0])
    number = max((numbered(address)[1] for address in stated.values("url")), default=1)
    is_whole = is_article(page, around, title.of(page.view) if title else "", is_free=stated.is_free, is_later=number > 1)
    is_all = any(_ALL.search(address) for address in stated.values("url"))
    body = without_labels(page, around) if is_whole else ()
    return head + tree.text, Layout(
        start=len(head),
        fields=tuple(page_fields(page, statements, title, (prose[0], prose[-1]))),
        title=title,
        lines=tuple(_with_label([line for number in body for line in _lines(tree.blocks[number], page.view)], page.view)),
        dropped=tuple(_dropped(tree, body, title)),
        problems=(Problem(code="article-goes-on"),) if is_whole and not is_all and goes_on(page, around, number) else (),
    )


def declared(data: bytes) -> str | None:
    """Return the encoding that a page says it has, Windows-1252 for Latin-1 as browsers do; None where it names none, or none that there is."""
    found = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    try:
        name = codecs.lookup(found[1].decode("ascii")).name if found else None
        return "cp1252" if name in {"iso8859-1", "ascii"} else name if name and "é".encode(name, "replace").decode(name) else None
    except (LookupError, ValueError):
        return None


def _lines(block: Block, view: str) -> Iterator[Line]:
    """Yield the lines of a block; a link behind "Baca juga" is a line of its own."""
    places = [block.start]
    for start, end in zip(block.links[::2], block.links[1::2], strict=True):
        if label := _INSERT.search(view, max(places[-1], start - _LONGEST_LABEL), start):
            places += [label.start(), end]
    for start, end in itertools.pairwise((*places, block.end)):
        for number, line in enumerate(split(view, start, end)):
            yield line if number or start != block.start else Line(span=line.span, text=line.text, after_blank=True)


def _with_label(lines: Sequence[Line], view: str) -> Sequence[Line]:
    """Return the lines with a dateline that stands in a block of its own, "JAMBI -", at the beginning of the paragraph behind it."""
    if len(lines) < 2 or not _LABEL.search(lines[0].text):
        return lines
    span = Span(lines[0].span.start, lines[1].span.end)
    return [Line(span=span, text=span.of(view).replace("\n", " "), after_blank=True), *lines[2:]]


def _dropped(tree: Tree, body: Sequence[int], title: Span | None) -> Iterator[Dropped]:
    """Yield the runs of blocks that are neither body nor title."""
    kept = {*body, *(number for number, block in enumerate(tree.blocks) if title and block.start <= title.start and title.end <= block.end)}
    for is_kept, run in itertools.groupby(range(len(tree.blocks)), lambda number: number in kept):
        if not is_kept:
            numbers = tuple(run)
            yield Dropped(span=Span(tree.blocks[numbers[0]].start, tree.blocks[numbers[-1]].end), reason="navigation")
