"""One article on several pages: which pages belong together, and the text that they make."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl, urlencode, urlsplit

from briefing.model.article import Dropped
from briefing.model.span import Span
from briefing.reading.text import LONGEST_WORD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.reading.layout import Text

_BETWEEN: Final = "\n\n"
_PAGE_PATH = re.compile(r"(?:/(?:page|halaman|hal)[-/]?(?P<named>\d{1,2})|(?<=[a-z0-9])/(?P<bare>\d{1,2}))/?$", re.IGNORECASE)
_PAGE_KEYS: Final = frozenset({"page", "halaman", "hal"})
_NO_KEYS = re.compile(r"utm_|fbclid|gclid|source$|ref$|amp$|m$", re.IGNORECASE)
_PAGE_TITLE = re.compile(r"\b(?:halaman|hal\.|page)\s+(\d{1,2})\b", re.IGNORECASE)
_SITE = re.compile(r"^(?:www|m|amp)\.")
_SLUG: Final = 12
"""A segment of an address that names an article has at least so many characters; behind a shorter one a number is no page."""


def numbered(address: str) -> tuple[str, int]:
    """Return an address without what tells the page of an article, how it is reached and who sent the reader, and the number of the page."""
    parts = urlsplit(address)
    path, number = parts.path, 1
    found = _PAGE_PATH.search(path)
    if found and (found["named"] or len(path[: found.start()].rpartition("/")[2]) >= _SLUG):
        path, number = path[: found.start()], int(found["named"] or found["bare"])
    kept = []
    for key, value in parse_qsl(parts.query):
        if key.lower() in _PAGE_KEYS:
            number = int(value) if value.isascii() and value.isdigit() and len(value) < 3 else number
        elif not _NO_KEYS.match(key):
            kept.append((key, value))
    host = _SITE.sub("", (parts.hostname or "").lower())
    return f"{host}{path.rstrip('/')}?{urlencode(sorted(kept))}", number


def page_number(text: Text) -> tuple[str, int] | None:
    """Return the address of the article that a text is a page of, and the number of the page (1: it has none); None where it states no address."""
    if not text.layout:
        return None
    said = [(found.field, found.span.of(text.text)) for found in text.layout.fields]
    pages = [numbered(value) for field, value in said if field == "url" and len(value) <= LONGEST_WORD]
    if not pages:
        return None
    head = text.text[: text.layout.start]
    in_title = [int(found[1]) for found in _PAGE_TITLE.finditer("\n".join(line for line in head.splitlines() if ", title: " in line))]
    return pages[0][0], max([number for _base, number in pages] + in_title)


def groups(texts: Sequence[Text]) -> tuple[tuple[int, ...], ...]:
    """Return the places of the texts, those that are pages of one article together in the order of their pages, each group where its first page stands."""
    pages: dict[str, dict[int, int]] = {}
    for place, text in enumerate(texts):
        if found := page_number(text):
            pages.setdefault(found[0], {}).setdefault(found[1], place)
    first_of = {
        place: tuple(places[number] for number in sorted(places)) for places in pages.values() for place in places.values() if len(places) > 1
    }
    return tuple(first_of.get(place, (place,)) for place in range(len(texts)) if first_of.get(place, (place,))[0] == place)


def joined(texts: Sequence[Text]) -> Text:
    """Return the pages of one article as one text, with the name of each and the hash of the whole as UTF-8; what the first says of itself counts."""
    first, lines, dropped, length = texts[0], [], [], 0
    for text in texts:
        layout = text.layout
        if layout:
            lines += [replace(line, span=_moved(line.span, length)) for line in layout.lines]
            dropped += [Dropped(span=_moved(run.span, length), reason=run.reason) for run in layout.dropped]
            if length and layout.start:
                dropped.append(Dropped(span=Span(length, length + layout.start), reason="header"))
            if length and layout.title and layout.title.start >= layout.start:
                dropped.append(Dropped(span=_moved(layout.title, length), reason="repeated"))
        length += len(text.text) + len(_BETWEEN)
    whole = _BETWEEN.join(text.text for text in texts)
    source = replace(first.source, name=" + ".join(text.source.name for text in texts), sha256=hashlib.sha256(whole.encode()).hexdigest())
    own = first.layout
    last = texts[-1].layout
    layout = own and replace(own, lines=tuple(lines), dropped=tuple(dropped), problems=last.problems if last else ())
    return replace(first, source=source, text=whole, layout=layout)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
