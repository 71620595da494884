"""A Document as a PDF file."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.model.document import Attachment
from briefing.rendering.pdf.boxes import Text
from briefing.rendering.pdf.canvas import ARTIFACT, FOOTER, HEADER, TaggedCanvas
from briefing.rendering.pdf.compose import Composed, compose
from briefing.rendering.pdf.finish import Particulars, finish, identified
from briefing.rendering.pdf.furniture import draft_mark, foot, head
from briefing.rendering.pdf.lines import Typesetter
from briefing.rendering.pdf.pages import Page, Pagination, paginate
from briefing.rendering.pdf.theme import A4, Theme

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from briefing.model.document import Document
    from briefing.rendering.pdf.structure import Node

MOST_PASSES = 4

__all__ = ["Attachment", "Rendered", "render"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A file, its number of pages, and the characters that no font of the house has, printed as their numbers."""

    pdf: bytes
    pages: int
    missing: tuple[str, ...]


def render(document: Document, *, when: datetime, attachments: Sequence[Attachment] = (), author: str = "briefing", theme: Theme = A4) -> Rendered:
    """Return the PDF/A-3a and PDF/UA-1 file of a document; `when` (with its time zone) is the only date in it."""
    if len(document.languages) == 1:
        theme = theme.single()
    root, pagination, typesetter = _lay_out(document, theme)
    stream = io.BytesIO()
    canvas = TaggedCanvas(stream, theme, len(pagination.pages), _targets(pagination))
    for number, page in enumerate(pagination.pages, 1):
        _draw(canvas, page, number, document, typesetter)
    finish(canvas, root, document, Particulars(when=when, author=author, attachments=attachments))
    return Rendered(pdf=identified(stream.getvalue()), pages=len(pagination.pages), missing=tuple(sorted(typesetter.missing)))


def _lay_out(document: Document, theme: Theme) -> tuple[Node, Pagination, Typesetter]:
    """Return pages whose references to pages are right: sections are composed again until their numbers stand still."""
    pages: dict[str, tuple[int, int]] = {}
    typesetter = Typesetter(pages, scale=theme.scale)
    kept: dict[int, Composed] = {}
    for _ in range(MOST_PASSES):
        root, bands = compose(document, theme, typesetter, kept)
        pagination = paginate(bands, theme, pages)
        if all(typesetter.stands(section.asked) for section in kept.values()):
            break
    return root, pagination, typesetter


def _targets(pagination: Pagination) -> dict[str, tuple[int, float]]:
    return {mark.name: (number, y) for number, page in enumerate(pagination.pages, 1) for mark, y in page.starts}


def _draw(canvas: TaggedCanvas, page: Page, number: int, document: Document, typesetter: Typesetter) -> None:
    theme = canvas.theme
    for mark, y in page.starts:
        if mark.bookmark:
            key = f"{number}-{mark.name}-{y:.0f}"
            canvas.bookmarkPage(key, fit="XYZ", left=0, top=theme.height - y + 6)
            canvas.addOutlineEntry(mark.bookmark, key, mark.level)
    if not page.cover:
        canvas.draw((draft_mark if page.form else head)(document, theme, typesetter), artifact=HEADER)
    for placed in page.placed:
        for x, y, drawings in placed.band.pieces():
            canvas.draw(drawings, x, placed.y + y, ARTIFACT if placed.artifact else None)
    if not page.cover:
        canvas.draw(foot(document, theme, typesetter, number, machine=_has_machine_text(page)), artifact=FOOTER)
    canvas.showPage()


def _has_machine_text(page: Page) -> bool:
    """Return whether a tag on the page says that its English is a machine's, which nobody reviewed."""
    drawings = (drawing for placed in page.placed for _, _, drawings in placed.band.pieces() for drawing in drawings)
    return any(isinstance(drawing, Text) and drawing.node and drawing.node.title == "machine" for drawing in drawings)
