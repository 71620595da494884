"""The tree of a web page, walked once: the text that a reader sees, block by block, and the elements that the blocks stand in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from selectolax.lexbor import LexborHTMLParser

from briefing.lexicon.load import table
from briefing.model.problem import BriefingError, ExitCode

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

MOST_TAGS: Final = 1_500_000
"""No page with more tags is read: they would take more than a gigabyte of memory."""

DEEPEST: Final = 5_000
"""No page whose elements are nested deeper is read: the parser takes time by the square of the depth."""

MOSTLY: Final = 0.6
"""A block is a link, or a row of them, where more than this share of it is in links."""

_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<(?P<raw>script|style)\b.*?(?:</(?P=raw)|\Z)|<(?P<end>/?)(?P<tag>[a-z]+)", re.DOTALL | re.IGNORECASE)
_EMPTY = frozenset(["br", "img", "-comment", "!doctype"])
_PICTURES = frozenset(["picture", "figure", "amp-img"])
_BLANK: Final = " \t\n\r\f"
_BLANKS = re.compile(f"[{_BLANK}]+")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """An element that begins a line: its name, and what its class and id say of it. Those that are called the same are one object."""

    tag: str
    is_furniture: bool = False
    is_comments: bool = False
    is_body: bool = False


class Block(NamedTuple):
    """A run of text without a block in it: where it begins and ends, the number of its element, and whether a picture stands before it.

    `links` are the places where a link in it begins and ends, in turn. A page has hundreds of blocks and links: bare numbers are kept of them,
    and a tuple, which is made four times as fast as a frozen dataclass.
    """

    start: int
    end: int
    element: int
    links: tuple[int, ...]
    after_picture: bool

    @property
    def linked(self) -> float:
        """The share of it that is in links."""
        if not self.links:
            return 0.0
        return (sum(self.links[1::2]) - sum(self.links[::2])) / (self.end - self.start)

    @property
    def is_link(self) -> bool:
        """Whether it is a link, or a row of them."""
        return self.linked > MOSTLY


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """The text of a page, its blocks and its elements in the order of the page, and for each element the number of the one around it (-1: none)."""

    text: str
    blocks: tuple[Block, ...]
    elements: tuple[Element, ...]
    parents: tuple[int, ...]


def parse(page: str, name: str) -> LexborHTMLParser:
    """Return the parsed page.

    Raises:
        BriefingError: page-tangled; it has more tags, or deeper ones, than any page of an article.
    """
    tags = page.count("<")
    if tags > MOST_TAGS or (tags > 2 * DEEPEST and _depth(page) > DEEPEST):
        raise BriefingError("page-tangled", ExitCode.INPUT_UNREADABLE, file=name, tags=tags)
    parser = LexborHTMLParser(page)
    for quote in parser.css("q"):  # a browser prints the marks
        quote.insert_before("“")
        quote.insert_after("”")
    return parser


def walk(parser: LexborHTMLParser, start: int) -> Tree:
    """Return the tree of a page; its text is to stand at offset `start` of the text that it becomes part of."""
    walker = _Walker(start)
    inline, unseen = walker.inline, walker.unseen
    waiting: list[tuple[LexborNode | None, int, bool]] = [(parser.root, -1, False)]
    while waiting:
        node, element, in_link = waiting.pop()
        while node is not None:
            tag, after, child = node.tag or "", node.next, None
            if tag == "-text":
                words = node.text_content or ""
                if not (seen := words.strip(_BLANK)):
                    walker.has_space = True  # most nodes of a page are such blanks
                elif element in walker.preformatted:
                    walker.add_lines(words, element, in_link)
                else:
                    walker.add(words, seen, element, in_link)
            elif tag in inline:
                child, within = node.first_child, element
            elif tag in unseen:
                walker.breaks += tag == "br"
                walker.has_picture = walker.has_picture or tag == "img"
            else:
                child, within = node.first_child, walker.enter(tag, element, node.attributes)
            if child is None:
                node = after
                continue
            if after is not None:
                waiting.append((after, element, in_link))
            node, element, in_link = child, within, in_link or tag == "a"
    walker.end_block()
    return Tree(text="".join(walker.parts), blocks=tuple(walker.blocks), elements=tuple(walker.elements), parents=tuple(walker.parents))


class _Walker:
    """Collects text, blocks and elements from the nodes in the order of the page; blanks are kept back until the next word shows that they are seen."""

    def __init__(self, start: int) -> None:
        names = table("id/pages.toml")["elements"]
        self.unseen, self.inline = frozenset(names["unseen"]) | _EMPTY, frozenset(names["inline"])
        self.parts: list[str] = []
        self.blocks: list[Block] = []
        self.elements: list[Element] = []
        self.parents: list[int] = []
        self.preformatted: set[int] = set()
        self.start, self.length = start, start
        self.element, self.block_start = -1, -1
        self.links: list[int] = []
        self.has_space = self.has_picture = self.is_after_picture = False
        self.breaks = 0

    def enter(self, tag: str, parent: int, attributes: dict[str, str | None]) -> int:
        """Begin an element, and return its number."""
        self.end_block()
        number = len(self.elements)
        if tag in _PICTURES:
            self.has_picture = True
        elif tag == "pre":
            self.preformatted.add(number)
        self.elements.append(_element(tag, attributes))
        self.parents.append(parent)
        return number

    def add_lines(self, words: str, element: int, in_link: bool) -> None:
        """Add preformatted text, line by line."""
        for number, line in enumerate(words.split("\n")):
            self.breaks += bool(number)
            if seen := line.strip(_BLANK):
                self.add(line, seen, element, in_link)

    def add(self, words: str, seen: str, element: int, in_link: bool) -> None:
        """Add text as a browser lays it out: runs of blanks as one space, none where a line begins; `seen` are its words without the blanks around them."""
        if element != self.element:
            self.end_block()
        if "\n" in seen or "  " in seen or "\t" in seen or "\r" in seen or "\f" in seen:
            seen = _BLANKS.sub(" ", seen)
        if self.block_start < 0:
            before = "\n\n" if self.parts else ""
            first = self.block_start = self.length + len(before)
            self.element = element
            self.is_after_picture, self.has_picture = self.has_picture, False
        else:
            before = "\n" * min(self.breaks, 2) or (" " if self.has_space or words[0] in _BLANK else "")
            first = self.length + len(before)
        self.parts += (before, seen)
        self.length = first + len(seen)
        if in_link and not seen.startswith(("http", "www.")):  # an address is printed to be read
            if self.links and self.links[-1] >= first - 1:
                self.links[-1] = self.length
            else:
                self.links += (first, self.length)
        self.has_space, self.breaks = words[-1] in _BLANK, 0

    def end_block(self) -> None:
        """End the block, if one has begun."""
        if self.block_start >= 0:
            self.blocks.append(Block(self.block_start, self.length, self.element, tuple(self.links), self.is_after_picture))
            self.block_start, self.links = -1, []


def _element(tag: str, attributes: dict[str, str | None]) -> Element:
    if not attributes:
        return _called(tag, (), False, False)
    said = attributes.get
    is_hidden = "hidden" in attributes or ("style" in attributes and _HIDDEN.search(attributes["style"] or "") is not None)
    return _called(tag, (said("class"), said("id"), said("role")), is_hidden, said("itemprop") == "articleBody")


@lru_cache(10_000)
def _called(tag: str, called: tuple[str | None, ...], is_hidden: bool, is_body: bool) -> Element:
    """Return the element with this tag and these words in class, id and role, which say whether it is furniture, and whether it holds comments."""
    tags, never, furniture, comments = _names()
    words = frozenset(map(str.lower, _WORD.findall(" ".join(filter(None, called))))) if tag not in never else frozenset()
    is_comments = not comments.isdisjoint(words)
    is_furniture = is_hidden or tag in tags or is_comments or not furniture.isdisjoint(words)
    return Element(tag=tag, is_furniture=is_furniture, is_comments=is_comments, is_body=is_body)


@cache
def _names() -> tuple[frozenset[str], ...]:
    """Return the elements that are furniture, those that never are, and the words of class, id and role that make furniture or comments of others."""
    pages: dict[str, Any] = table("id/pages.toml")
    elements, names = pages["elements"], pages["names"]
    return tuple(map(frozenset, (elements["furniture"], elements["never_furniture"], names["furniture"], names["comments"])))


def _depth(page: str) -> int:
    """Return how deep the elements of a page may be nested at most, in one pass over it."""
    depth = deepest = 0
    unended = frozenset(table("id/pages.toml")["elements"]["unended"])
    for tag in _TAG.finditer(page):
        if tag["tag"] and tag["tag"].lower() not in unended:
            depth = max(0, depth - 1) if tag["end"] else depth + 1
            deepest = max(deepest, depth)
    return deepest
