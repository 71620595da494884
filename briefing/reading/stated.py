"""What a web page says of itself in its head: JSON-LD, meta elements, the canonical address, time elements (and the abbr of hAtom, microformats.org)."""

from __future__ import annotations

import html
import json
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from briefing.lexicon.load import table
from briefing.reading.dates import stamp

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from selectolax.lexbor import LexborHTMLParser, LexborNode

LONGEST: Final = 1_000
"""No statement is longer, in code points."""

_SAYING: Final = 'script[type="application/ld+json"], link[rel="canonical"], base[href], meta[content]'
_ARTICLE = re.compile(r"Article|BlogPosting|LiveBlogPosting|Report")
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(https?://[^\s<>]+) -->")
_ADDRESS = re.compile(r"https?://[^\s<>\"']{4,}", re.IGNORECASE)
_MOST_VALUES: Final = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What a page says of one field, and where it says so: json-ld, opengraph, meta, canonical, title-element, time, base, saved-from."""

    field: str
    value: str
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """All that a page says of itself, for each field in the order in which it is believed; `is_free` is False where it asks for money."""

    statements: tuple[Statement, ...]
    is_free: bool = True

    def values(self, field: str) -> tuple[str, ...]:
        """Return what it says of a field."""
        return tuple(statement.value for statement in self.statements if statement.field == field)


def read_stated(parser: LexborHTMLParser, page: str) -> Stated:
    """Return what the page says of itself; what cannot be read as a date or an address is left out."""
    nodes: dict[str | None, list[LexborNode]] = defaultdict(list)
    for node in parser.css(_SAYING):  # at once, since each search goes through the whole page
        nodes[node.tag].append(node)
    articles = [found for script in nodes["script"] for found in _articles(script.text() or "")]
    found = [
        *(statement for article in articles[:1] for statement in _of_article(article)),
        *_of_links(nodes["link"], nodes["base"], page),
        *_of_meta(nodes["meta"]),
        *_of_elements(parser),
    ]
    cleaned = [Statement(field=each.field, value=_one_line(each.value), how=each.how) for each in found]
    is_free = not any(str(article.get("isAccessibleForFree", True)).lower() == "false" for article in articles)
    return Stated(statements=tuple(dict.fromkeys(filter(_is_sound, cleaned))), is_free=is_free)


def _articles(script: str) -> Iterator[dict[str, Any]]:
    """Yield the articles that a script of JSON-LD describes; one that is no JSON says nothing."""
    try:
        waiting: list[Any] = [json.loads(script, strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST_VALUES):
        if not waiting:
            return
        value = waiting.pop()
        if isinstance(value, dict):
            if _ARTICLE.search(str(value.get("@type"))):
                yield value
            waiting += [inner for inner in value.values() if isinstance(inner, dict | list)]
        elif isinstance(value, list):
            waiting += reversed(value)


def _of_article(article: dict[str, Any]) -> Iterator[Statement]:
    named = {
        "title": article.get("headline") or article.get("name"),
        "url": article.get("url") or article.get("mainEntityOfPage"),
        "outlet": article.get("publisher"),
        "author": article.get("author"),
        "published": article.get("datePublished"),
    }
    for field, value in named.items():
        yield from (Statement(field=field, value=name, how="json-ld") for name in _names(value))


def _names(value: object) -> Iterator[str]:
    """Yield the strings that a value of JSON-LD names: itself, or the name or address of what it describes."""
    for each in value if isinstance(value, list) else [value]:
        name = each.get("name") or each.get("@id") or each.get("url") if isinstance(each, dict) else each
        if isinstance(name, str):
            yield html.unescape(name)


def _of_links(links: Sequence[LexborNode], bases: Sequence[LexborNode], page: str) -> Iterator[Statement]:
    for link in links:
        yield Statement(field="url", value=link.attributes.get("href") or "", how="canonical")
    for base in bases:  # Joomla puts the address of the page there, others that of a folder
        if not (address := base.attributes["href"] or "").endswith("/"):
            yield Statement(field="url", value=address, how="base")
    if saved := _SAVED_FROM.search(page, 0, 2_000):
        yield Statement(field="url", value=saved[1], how="saved-from")


def _of_meta(metas: Sequence[LexborNode]) -> Iterator[Statement]:
    said: dict[str, str] = {}
    for meta in metas:
        attributes = meta.attributes
        for name in filter(None, (attributes.get(key) for key in ("property", "name", "itemprop"))):
            said.setdefault(name.lower(), attributes["content"] or "")
    for field, names in table("id/pages.toml")["stated"].items():
        for name in names:
            if name in said:
                yield Statement(field=field, value=said[name], how="opengraph" if name.startswith(("og:", "article:")) else "meta")


def _of_elements(parser: LexborHTMLParser) -> Iterator[Statement]:
    if title := parser.css_first("title"):
        yield Statement(field="title", value=title.text() or "", how="title-element")
    for element in parser.css('[itemprop="datePublished"], time[datetime], abbr.published[title]')[:5]:
        said = element.attributes
        value = said.get("datetime") or said.get("content") or (said.get("title") if element.tag == "abbr" else None) or element.text()
        yield Statement(field="published", value=value, how="time")
    for element in parser.css('[rel="author"], [itemprop="author"]')[:3]:
        yield Statement(field="author", value=element.text(), how="author-element")


def _is_sound(statement: Statement) -> bool:
    value = statement.value
    if not value or len(value) > LONGEST:
        return False
    if statement.field == "published":
        return stamp(value) is not None
    is_address = _ADDRESS.fullmatch(value) is not None
    return is_address if statement.field == "url" else not is_address


def _one_line(value: str) -> str:
    return re.sub(r"\s+", " ", value).strip()
