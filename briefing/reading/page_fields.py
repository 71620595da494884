"""The metadata of a web page: what its head says of it, what stands around the article, and which of these is believed first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from briefing.lexicon.load import table
from briefing.model.article import Evidence
from briefing.model.span import Span
from briefing.reading.dates import stamp
from briefing.reading.furniture import author_in
from briefing.reading.lines import split
from briefing.reading.outlets import is_known, outlet
from briefing.reading.prose import byline, is_date_line
from briefing.reading.titles import headline, is_printed_title, letters, site_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from briefing.reading.page_body import Page
    from briefing.reading.stated import Stated

_NEAR: Final = 8
"""So many blocks before the article or its headline, and behind it, may say who wrote it and when."""

_SHORTEST: Final = 12
"""No headline is shorter, in code points."""

_LONGEST_LINE: Final = 300
_DAY_IN_ADDRESS = re.compile(r"(?<=/)20\d\d/[01]\d/[0-3]\d(?=/)")
_DIGIT = re.compile(r"\d")
_ROLE = re.compile(r"(?:kontributor|koresponden|wartawan|reporter)\b[^,]{0,40},\s*", re.IGNORECASE)
_SIGNED = re.compile(r"\s[-–|]\s|,\s")
_SITE = re.compile(r"[^\W\d_][^\W\d_.&' ]*(?: [^\W\d_.&']+){0,4}")
_NAME = re.compile(r"[A-Z][\w.']*(?: [A-Z][\w.']*){0,4}")
_HOST_IN_NAME = re.compile(r"\.(?:com|co|id|net|org)\b", re.IGNORECASE)


def said(stated: Stated) -> tuple[str, tuple[Evidence, ...]]:
    """Return what a page says of itself as text, one statement a line and a blank line below them, and where in that text each value stands."""
    parts: list[str] = []
    found: list[Evidence] = []
    length = 0
    for each in stated.statements:
        name = f"{each.how}, {each.field}: "
        parts.append(f"{name}{each.value}\n")
        found.append(Evidence(field=each.field, span=Span(length + len(name), length + len(name) + len(each.value)), how=each.how))
        length += len(parts[-1])
    return "".join([*parts, "\n"]) if parts else "", tuple(found)


def page_title(page: Page, statements: Sequence[Evidence], first: int) -> Span | None:
    """Return where the headline stands: as it is printed above the article, which begins with the block `first`, else as the head has it."""
    tree, view = page.tree, page.view
    sites = _sites(view, statements)
    names = {letters(site) for site in sites}
    titles = [found.span for found in statements if found.field == "title"]
    cut = [part for span in titles if letters((part := _within(span, headline(span.of(view), sites))).of(view)) not in names]
    known = {letters(title): title for title in (span.of(view) for span in (*cut, *titles))} if cut else {}
    headings = [block for block in tree.blocks if tree.elements[block.element].tag == "h1"]
    near = (block for block in (*headings, *tree.blocks[: first + 1]) if _SHORTEST <= block.end - block.start <= _LONGEST_LINE)
    lines = [Span(block.start, block.end) for block in near]
    whole = {letters(span.of(view)) for span in cut}
    printed = next((span for span in lines if letters(span.of(view)) in whole), None)
    likely = [_within(span, headline(span.of(view), sites)) for span in lines if is_printed_title(span.of(view), known)] if not printed else []
    printed = printed or max(likely, key=lambda span: len(letters(span.of(view))), default=None)  # the site's name is a part of a title, too
    printed = printed or next(
        (Span(block.start, block.end) for block in headings if not known and len(view[block.start : block.end].split()) >= 3), None
    )
    if printed:
        return printed
    return cut[0] if cut else None


def page_fields(page: Page, statements: Sequence[Evidence], title: Span | None, body: tuple[int, int]) -> Iterator[Evidence]:
    """Yield the metadata of a page in the order in which it is believed; `body` are the numbers of its first and last block of prose."""
    view = page.view
    if title:
        how = next((found.how for found in statements if found.span.contains(title)), "heading")
        yield Evidence(field="title", span=title, how=how)
    addresses = sorted((found for found in statements if found.field == "url"), key=lambda found: urlsplit(found.span.of(view)).path in {"", "/"})
    yield from addresses
    outlets = [Evidence(field="outlet", span=found.span, how="url") for found in addresses if is_known(found.span.of(view))]
    outlets += [found for found in statements if found.field == "outlet"]
    outlets += _outlets_in_titles(view, statements, title)
    yield from outlets
    sites = {letters(found.span.of(view)) for found in outlets}
    number = _last_of(title.of(view), page, body[0]) if title else None
    number = max(0, body[0] - _NEAR) if number is None else number
    between = range(number + 1, body[0] + 1)
    below = list(_around(page, sites, (*between[:_NEAR], *between[_NEAR:][-_NEAR:])))
    yield from _published(view, statements, below, list(_around(page, sites, range(max(0, number - _NEAR), number))), addresses)
    yield from _authors(view, statements)
    yield from (found for found in (*below, *_around(page, sites, range(body[1], body[1] + _NEAR))) if found.field == "author")


def _last_of(title: str, page: Page, first: int) -> int | None:
    """Return the last block before the article that is its title."""
    printed = letters(title)
    near = (number for number in range(first - 1, -1, -1) if abs(len(page.words(number)) - len(title)) < _SHORTEST)
    return next((number for number in near if letters(page.words(number)) == printed), None)


def _outlets_in_titles(view: str, statements: Sequence[Evidence], title: Span | None) -> Iterator[Evidence]:
    """Yield the outlets behind or before the title in the head, "Rapat Ditunda - Kabar Desa": known ones, then what is not of the headline."""
    titles = [found for found in statements if found.field == "title"]
    parts = [(found, _within(found.span, part)) for found in titles for part in site_parts(found.span.of(view))]
    yield from (Evidence(field="outlet", span=span, how=found.how) for found, span in parts if outlet(span.of(view)))
    printed = letters(title.of(view)) if title else ""
    for found, span in parts:
        rest = letters(view[found.span.start : span.start] + view[span.end : found.span.end])
        if rest == printed and _SITE.fullmatch(span.of(view)):
            yield Evidence(field="outlet", span=span, how=found.how)


def _published(
    view: str, statements: Sequence[Evidence], below: Sequence[Evidence], above: Sequence[Evidence], addresses: Sequence[Evidence]
) -> Iterator[Evidence]:
    """Yield the dates of publication. One in UTC waits for what is printed below the headline: sites write it for local time, too."""
    stated = [found for found in statements if found.field == "published"]
    in_utc = [found for found in stated if (when := stamp(found.span.of(view))) and when.iso.endswith("+00:00")]
    yield from (found for found in stated if found not in in_utc)
    yield from (found for found in below if found.field == "published")
    yield from in_utc
    yield from (found for found in above if found.field == "published")
    for found in addresses:
        if day := _DAY_IN_ADDRESS.search(found.span.of(view)):
            yield Evidence(field="published", span=Span(found.span.start + day.start(), found.span.start + day.end()), how="url")


def _authors(view: str, statements: Sequence[Evidence]) -> Iterator[Evidence]:
    """Yield the authors that the head names, but not where it names the site or an office in their place."""
    no_authors = table("id/pages.toml")["names"]["no_author"]
    sites = {letters(site).replace(" ", "") for site in _sites(view, statements)}
    for found in statements:
        if found.field != "author":
            continue
        credited = author_in(found.span.of(view))
        span = _within(found.span, credited) if credited else found.span
        role = _ROLE.match(view, span.start, span.end)
        span = Span(role.end(), span.end) if role else span
        name = span.of(view)
        words = letters(name)
        is_site = outlet(name) or _HOST_IN_NAME.search(name) or any(len(site) > 3 and site in words.replace(" ", "") for site in sites)
        if not is_site and any(map(str.isupper, name)) and not set(words.split()) & set(no_authors):
            yield Evidence(field="author", span=span, how=found.how)


def _around(page: Page, sites: AbstractSet[str], numbers: Iterable[int]) -> Iterator[Evidence]:
    """Yield what the short lines of some blocks say of date and author; `sites` are the names of the site, as letters."""
    for number in numbers:
        block = page.tree.blocks[number] if number < len(page.tree.blocks) else None
        if block is None or block.end - block.start > _LONGEST_LINE:
            continue
        for line in split(page.view, block.start, block.end):
            if _DIGIT.search(line.text) and is_date_line(line.text):
                yield Evidence(field="published", span=line.span, how="byline")
            elif credited := author_in(line.text):
                yield Evidence(field="author", span=_within(line.span, credited), how="credit")
            elif not block.is_link and (name := _signed(line.text, sites)):
                start = line.span.start + line.text.index(name)
                yield Evidence(field="author", span=Span(start, start + len(name)), how="byline")


def _signed(line: str, sites: AbstractSet[str]) -> str | None:
    """Return who signs a line such as "Siti Aminah - Kabar Desa", the site behind the name."""
    separator = _SIGNED.search(line)
    if not separator:
        return None
    known = byline(line)
    if known:
        return known[0]
    return line[: separator.start()] if letters(line[separator.end() :]) in sites and _NAME.fullmatch(line[: separator.start()]) else None


def _sites(view: str, statements: Sequence[Evidence]) -> tuple[str, ...]:
    """Return the names of the site: what its head calls it, and the name in its address."""
    hosts = [urlsplit(found.span.of(view)).hostname or "" for found in statements if found.field == "url"]
    names = [next((label for label in reversed(host.split(".")) if len(label) > 3), "") for host in hosts]
    return tuple(filter(None, dict.fromkeys([*(found.span.of(view) for found in statements if found.field == "outlet"), *names])))


def _within(outer: Span, inner: Span) -> Span:
    return Span(outer.start + inner.start, outer.start + inner.end)
