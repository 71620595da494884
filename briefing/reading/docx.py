"""Word files (.docx): their paragraphs, text boxes and tables in the order of the document, tracked changes as accepted.

The elements are those of ECMA-376, part 1, 17 (WordprocessingML); their names are the same in its strict form.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from briefing.reading.clean import veil
from briefing.reading.extracted import laid_out
from briefing.reading.package import broken, parse, part, parts
from briefing.reading.page_fields import said
from briefing.reading.spaced import closed
from briefing.reading.stated import Stated, Statement
from briefing.reading.text import check_size

if TYPE_CHECKING:
    import zipfile

    from briefing.reading.layout import Layout

_DOCUMENT: Final = "word/document.xml"
_RELATIONS: Final = "_rels/.rels"
_LEFT_OUT: Final = frozenset(["del", "moveFrom", "Fallback", "instrText", "delText", "comment", "rt"])
"""What was struck out or moved away, what stands there for older programs, and the codes of fields."""

_MARKS: Final = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_OFF: Final = frozenset(["0", "false", "off"])
_LONGEST_ROW: Final = 300
"""A row of a table is one line up to so many characters, if none of its cells has several paragraphs."""

_LONGEST_TITLE: Final = 300


def read_docx(data: bytes, name: str) -> tuple[str, Layout]:
    """Return the text of a Word file, one paragraph a line, and its layout.

    Raises:
        BriefingError: it is empty, too large, damaged, locked, of an old Word, unpacks to far more than it looks, or names other files.
    """
    check_size(data, name)
    found = parts(data, name, lambda package: {"body": _main_part(package, name), "properties": "docProps/core.xml"})
    if "body" not in found:
        raise broken(name, KeyError(_DOCUMENT))
    title = " ".join(_title(found["properties"], name).split()) if "properties" in found else ""
    head, late = said(Stated(statements=(Statement(field="title", value=title, how="properties"),) if 0 < len(title) < _LONGEST_TITLE else ()))
    body = _Body()
    parse(found["body"], name, body.start, body.end, body.add)
    text = head + "".join(f"{line}\n" for line in body.lines)
    return text, laid_out(veil(text), len(head), late=late)


def _main_part(package: zipfile.ZipFile, name: str) -> str:
    """Return the name of the part that holds the document."""
    targets: list[str] = []

    def start(element: str, attributes: dict[str, str]) -> None:
        if element.endswith(" Relationship") and attributes.get("Type", "").endswith("/officeDocument"):
            targets.append(posixpath.normpath(attributes.get("Target", "")).lstrip("/"))

    if _RELATIONS in package.namelist():
        parse(part(package, _RELATIONS, name), name, start, lambda _element: None, lambda _words: None)
    return targets[0] if targets else _DOCUMENT


def _title(properties: bytes, name: str) -> str:
    words: list[str] = []
    within: list[str] = []

    def end(_element: str) -> None:
        within.pop()

    def add(text: str) -> None:
        if within[-1:] == ["title"]:
            words.append(text)

    parse(properties, name, lambda element, _attributes: within.append(element.rpartition(" ")[2]), end, add)
    return "".join(words)


@dataclass(slots=True)
class _Paragraph:
    """A paragraph that is being read; `is_joined`: its end was struck out, so the next goes on in it."""

    words: list[str] = field(default_factory=list)
    is_joined: bool = False


@dataclass(slots=True)
class _Cell:
    """A cell that is being read: its paragraphs."""

    lines: list[str] = field(default_factory=list)


class _Body:
    """Takes up the elements of a document in their order and makes lines of them."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.path: list[str] = []
        self.left_out = 0
        """How deep the reader is in what is left out; 0: not at all."""
        self.paragraphs: list[_Paragraph] = []
        self.rows: list[list[_Cell]] = []
        self.carried = ""
        self.is_hidden = False

    def start(self, element: str, attributes: dict[str, str]) -> None:
        """Take up the start of an element."""
        name = element.rpartition(" ")[2]
        is_mark = self.path[-1:] == ["rPr"] or self.path[-1:] == ["pPr"]
        self.path.append(name)
        if self.left_out or (name in _LEFT_OUT and not is_mark):
            self.left_out += 1
        elif name == "p":
            self.paragraphs.append(_Paragraph(words=[self.carried]))
            self.carried = ""
        elif name == "del" and self.path[-3:-1] == ["pPr", "rPr"] and self.paragraphs:
            self.paragraphs[-1].is_joined = True
        elif name == "r":
            self.is_hidden = False
        elif name == "vanish" and self.path[-3:-1] == ["r", "rPr"]:
            self.is_hidden = not any(key.endswith(" val") and value in _OFF for key, value in attributes.items())
        elif name in _MARKS and self.path[-2:-1] == ["r"] and self.paragraphs:
            self.paragraphs[-1].words.append(_MARKS[name])
        elif name == "tr":
            self.rows.append([])
        elif name == "tc" and self.rows:
            self.rows[-1].append(_Cell())

    def add(self, words: str) -> None:
        """Take up characters."""
        if self.path[-1:] == ["t"] and self.paragraphs and not (self.left_out or self.is_hidden):
            self.paragraphs[-1].words.append(words.replace("\n", " "))

    def end(self, _element: str) -> None:
        """Take up the end of an element."""
        name = self.path.pop()
        if self.left_out:
            self.left_out -= 1
        elif name == "p" and self.paragraphs:
            paragraph = self.paragraphs.pop()
            words = "".join(paragraph.words)
            if paragraph.is_joined:
                self.carried = words
            else:
                self._put(words.split("\n"))
        elif name == "tr" and self.rows:
            self._put(_row(self.rows.pop()))
        elif name == "body" and self.carried:
            self._put([self.carried])

    def _put(self, lines: list[str]) -> None:
        """Add lines to the cell that is being read, else to the document."""
        target = self.rows[-1][-1].lines if self.rows and self.rows[-1] and "tc" in self.path else self.lines
        target += map(closed, lines)


def _row(cells: list[_Cell]) -> list[str]:
    """Return the lines of a row of a table: one where each cell holds a few words, else those of its cells one after the other."""
    filled = [[line for line in cell.lines if line] for cell in cells]
    if all(len(lines) <= 1 for lines in filled) and sum(len(line) for lines in filled for line in lines) <= _LONGEST_ROW:
        return [" ".join(line for lines in filled for line in lines)]
    return [line for cell in cells for line in cell.lines]
