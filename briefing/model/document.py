"""A page document as templates describe it, already checked: what the PDF, the DOCX and the plain text are written from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

Lang = Literal["id", "en"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of text in one face; `text` is a newline for a forced break, and empty for a picture or a page number.

    `kind` is the class of the nearest `b`, `i` or `a` (ref, note, page …), `link` the address ("#id" within the document),
    `picture` the name of a built-in drawing or of one of the document's pictures, and `alt` what it says in words ("" for decoration);
    `lang` is set where it differs from that of the block.
    """

    text: str = ""
    bold: bool = False
    italic: bool = False
    kind: str = ""
    link: str | None = None
    picture: str | None = None
    alt: str = ""
    lang: Lang | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One block of the closed vocabulary; `kind` is its class, `lang` is inherited, `line` is where it began.

    p and h1 to h3 hold `runs`; all others hold `children` (text that stands directly in li, td or th is wrapped in a p).
    """

    tag: str
    line: int
    lang: Lang
    kind: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: tuple[Element, ...] = ()
    runs: tuple[Run, ...] = ()

    @property
    def text(self) -> str:
        """The words of this element and of everything in it, line breaks as spaces."""
        own = "".join(run.text for run in self.runs)
        return " ".join(" ".join([own, *(child.text for child in self.children)]).split())

    def walk(self) -> Iterator[Element]:
        """Yield this element and every element in it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture as pages hold it: a PNG or JPEG file in RGB or grey, and its printed size in points."""

    data: bytes
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The whole pack for print: its title in both languages, the words of the page furniture, and the top-level sections.

    `furniture` holds the other attributes of the root: label, note, machine, untagged and draft, each also with -en; absent ones are missing.
    `languages` are those that its blocks are in; `pictures` the files of the pictures that its runs name; `english` says of how many blocks
    the English is of each origin, as the pages print them.
    """

    title: str
    title_en: str | None
    furniture: Mapping[str, str]
    sections: tuple[Element, ...]
    languages: tuple[Lang, ...] = ("id", "en")
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    english: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that travels inside the PDF; `relationship` is how PDF/A-3 names its role there."""

    name: str
    data: bytes
    media_type: str
    description: str
    relationship: Literal["Source", "Data"] = "Source"
