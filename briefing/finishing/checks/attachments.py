"""What travels in the pack: every text is there, is the one that was attached, and is the text of the article that the pages name."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from briefing.finishing import packfile
from briefing.finishing.opened import ENGLISH
from briefing.finishing.words import folded
from briefing.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing.finishing.opened import Opened
    from briefing.model.pack import PackArticle


def check(opened: Opened) -> Iterator[Problem]:
    """Check the attached files against pack.json and against the table of sources on the pages."""
    for name, fault in opened.faults.items():
        yield Problem(code="attachment-unreadable", arguments={"name": name, "fault": fault})
    if packfile.NAME not in opened.attached:
        yield Problem(code="attachment-missing", arguments={"name": packfile.NAME})
    yield from _roles(opened)
    if opened.content:
        yield from _files(opened, opened.content.files)
        for article in opened.content.pack.articles:
            yield from _article(opened, article)
    yield from _printed(opened)


def _files(opened: Opened, files: Mapping[str, str]) -> Iterator[Problem]:
    for name, digest in files.items():
        if name not in opened.attached:
            yield Problem(code="attachment-missing", arguments={"name": name})
        elif sha256(opened.attached[name]).hexdigest() != digest:
            yield Problem(code="attachment-changed", arguments={"name": name})
    for name in sorted(opened.attached.keys() - files.keys() - {packfile.NAME}):
        yield Problem(code="attachment-unknown", arguments={"name": name})


def _roles(opened: Opened) -> Iterator[Problem]:
    """Check that each file says what it is for, how long it is, and belongs to the document (PDF/A-3)."""
    associated = [reference.get_object() for reference in opened.root.get("/AF", ())]
    roles = {str(file.get("/UF", "")): str(file.get("/AFRelationship", "")) for file in associated}
    sizes = {str(file.get("/UF", "")): _size(file) for file in associated}
    for name in sorted(opened.attached):
        expected = "/Data" if name == packfile.NAME else "/Source"
        if roles.get(name) != expected:
            yield _differs(name, "AFRelationship", roles.get(name, "–"), expected)
        if name in sizes and sizes[name] != len(opened.attached[name]):
            yield _differs(name, "Size", str(sizes[name]), str(len(opened.attached[name])))


def _size(file: Mapping[str, Any]) -> int:
    return int(file.get("/EF", {}).get("/F", {}).get("/Params", {}).get("/Size", -1))


def _article(opened: Opened, article: PackArticle) -> Iterator[Problem]:
    source = opened.sources.get(article.number)
    if source is None:
        return
    pairs = (("title", source.title, article.title.id), ("source", source.name, article.source_name), ("SHA-256", source.sha256, article.sha256))
    yield from (_differs(source.file, name, found, expected) for name, found, expected in pairs if found != expected)


def _printed(opened: Opened) -> Iterator[Problem]:
    """Check that the table of sources names the file and the SHA-256 of each text that is attached."""
    section = opened.sections.get("sources")
    table = next((block for block in section.block.walk() if block.title == "sources"), None) if section else None
    for row in (block for block in table.walk() if block.tag == "TR") if table else ():
        words = [folded(paragraph.text) for cell in row.blocks for paragraph in cell.paragraphs() if paragraph.lang != ENGLISH]
        named = next((source for source in opened.sources.values() if source.file in words), None)
        digest = next((found for line in words if len(found := line.replace(" ", "")) == 64), "")
        if named and digest != named.sha256:
            yield Problem(code="pages-differ", arguments={"page": row.page, "found": digest or "–", "expected": named.sha256})


def _differs(name: str, what: str, found: str, expected: str) -> Problem:
    return Problem(code="attachment-differs", arguments={"name": name, "what": what, "found": found, "expected": expected})
