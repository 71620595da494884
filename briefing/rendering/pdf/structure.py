"""The logical tree of the file: what a screen reader reads, in reading order, whatever the layout does."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.model.document import Lang

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LANGUAGE_TAGS: Mapping[str, str] = {"id": "id-ID", "en": "en-GB"}


@dataclass(frozen=True, slots=True)
class Content:
    """A marked stretch of one page's content: its number on that page."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link annotation of a page: the name of its object in the file."""

    page: int
    reference: str


@dataclass(slots=True, eq=False)
class Node:
    """A structure element; what is drawn for it is added to its `children` as it is drawn.

    `title` says what the element is for, where its tag does not: the id of a section, the kind of a table, the origin of English.
    `keep` marks elements that stand for themselves without content, as empty cells do.
    """

    tag: str
    lang: Lang | None = None
    alt: str | None = None
    title: str = ""
    attributes: dict[str, object] = field(default_factory=dict)
    keep: bool = False
    children: list[Node | Content | Annotation] = field(default_factory=list)

    def add(self, tag: str, lang: Lang | None = None, **details: object) -> Node:
        """Return a new last child."""
        child = Node(tag, lang, **details)  # type: ignore[arg-type]  # the details are fields of Node
        self.children.append(child)
        return child

    @property
    def lives(self) -> bool:
        """Whether anything was drawn for it."""
        return self.keep or any(not isinstance(child, Node) or child.lives for child in self.children)

    def living(self) -> Iterator[Node | Content | Annotation]:
        """Yield the children that go into the file."""
        for child in self.children:
            if not isinstance(child, Node) or child.lives:
                yield child
