"""Paragraphs of Word, and what writing them must remember: where a page or a name begins, pictures, links and kinds of lists."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Pt

from briefing.model.document import Element, Picture
from briefing.rendering.docx.runs import bookmark, runs_of
from briefing.rendering.docx.styles import style_id
from briefing.rendering.docx.xml import Xml, element, properties
from briefing.rendering.pdf.style import MM
from briefing.rendering.pdf.theme import Theme

GUTTER: Final = 9 * MM


@dataclass(slots=True)
class Paragraphs:
    """The paragraphs, and the state of writing them.

    `part` is the document of python-docx, to which links and pictures are made known; `labels` are the names of the languages; `cover` says that the blocks are those of a cover, `breaks` that the next paragraph begins a page; the next one bears the `names` of
    the sections that begin there; `kinds` are the definitions of the lists so far.
    """

    part: Any
    theme: Theme
    pictures: Mapping[str, Picture]
    labels: Sequence[str]
    cover: bool = False
    breaks: bool = False
    names: list[str] = field(default_factory=list)
    named: int = 0
    drawn: int = 0
    kinds: list[Xml] = field(default_factory=list)

    @property
    def gutter(self) -> float:
        """What lies between two columns, in points; in large print only forms have two."""
        return self.theme.gutter or GUTTER

    def paragraph(self, block: Element, default: str, *given: Xml) -> Xml:
        """Return a paragraph in the face of its class, else in `default`, with what is `given` beside its style."""
        name = block.kind or default
        found = element("p", properties("pPr", [element("pStyle", val=style_id(name)), *self._begin(), *given]))
        for number, mark in self._marks():
            found.extend([element("bookmarkStart", id=number, name=mark), element("bookmarkEnd", id=number)])
        shown = next((run for run in block.runs if run.picture in self.pictures), None)
        if shown:
            found.append(self._picture(self.pictures[shown.picture or ""], shown.alt))
        else:
            found.extend(runs_of(block.runs, self.theme.faces[name], block.lang, self.theme, self.address))
        return found

    def address(self, url: str) -> str:
        """Return the name by which a link in the document leads to an address outside."""
        return str(self.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    def _picture(self, picture: Picture, alt: str) -> Xml:
        """Return a run with a picture, no wider than the page, and what it says in words."""
        self.drawn += 1
        shrunk = min(1.0, self.theme.measure / picture.width)
        inline = self.part.new_pic_inline(io.BytesIO(picture.data), Pt(picture.width * shrunk), Pt(picture.height * shrunk))
        inline.docPr.set("id", str(self.drawn))
        inline.docPr.set("descr", alt)
        return element("r", element("drawing", inline))

    def _begin(self) -> list[Xml]:
        begins, self.breaks = self.breaks, False
        return [element("pageBreakBefore")] if begins else []

    def _marks(self) -> list[tuple[int, str]]:
        found = [(self.named + number, bookmark(name)) for number, name in enumerate(self.names)]
        self.named += len(self.names)
        self.names = []
        return found
