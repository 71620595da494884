"""A Document as a file for Word: page, head and foot, particulars, and the same bytes for the same content."""

from __future__ import annotations

import hashlib
import io
import zipfile
from typing import TYPE_CHECKING, Final

import docx
from docx.oxml.ns import qn
from docx.shared import Pt

from briefing.model.document import Element, Run
from briefing.rendering.docx.lists import definitions
from briefing.rendering.docx.styles import styles
from briefing.rendering.docx.writer import Writer
from briefing.rendering.docx.xml import Xml, element, field, line, twips
from briefing.rendering.pdf.style import INDIGO, MM
from briefing.rendering.pdf.theme import A4

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from briefing.model.document import Document
    from briefing.rendering.pdf.theme import Theme

UNUSED: Final = ("thumbnail", "customXml", "stylesWithEffects", "webSettings", "extended-properties")
"""Parts of python-docx's empty document that nothing here needs, by the ends of their relationships' names."""

CONTENT: Final = "word/document.xml"
PARTICULARS: Final = "docProps/core.xml"
EDGE: Final = 9 * MM  # of head and foot from the edge of the paper
EPOCH: Final = (1980, 1, 1, 0, 0, 0)  # the first date that a ZIP file knows


def render(document: Document, *, when: datetime, author: str = "briefing", theme: Theme = A4) -> bytes:
    """Return the DOCX of a document; `when` is the only date in it."""
    if len(document.languages) == 1:
        theme = theme.single()
    file = docx.Document()
    _drop_unused(file)
    _fill(file.styles.element, styles(theme))
    writer = Writer(file.part, theme, document.pictures, tuple(document.furniture.get(name, "") for name in ("label", "label-en")))
    blocks = [found for number, section in enumerate(document.sections) for found in writer.section(section, first=number == 0)]
    body = file.element.body
    for found in blocks:
        body.insert(len(body) - 1, found)  # before the properties of the pages, which are the last
    _fill(file.part.numbering_part.element, definitions(writer))
    _set_pages(file.sections[0], document, theme, writer)
    _fill(file.settings.element, [element("defaultTabStop", val=720), _modern()])
    _set_particulars(file, document, when, author)
    return _sealed(file)


def is_untouched(data: bytes) -> bool:
    """Return whether a DOCX is as it was written here: its particulars hold the SHA-256 of its content. What Word saved is not."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return hashlib.sha256(archive.read(CONTENT)).hexdigest().encode() in archive.read(PARTICULARS)
    except (zipfile.BadZipFile, KeyError, OSError, ValueError):
        return False


def _drop_unused(file: docx.document.Document) -> None:
    for holder in (file.part.package, file.part):
        for name, relation in list(holder.rels.items()):
            if relation.reltype.endswith(UNUSED):
                del holder.rels[name]


def _fill(part: Xml, content: Iterable[Xml]) -> None:
    for old in list(part):
        part.remove(old)
    part.extend(list(content))


def _set_pages(section: docx.section.Section, document: Document, theme: Theme, writer: Writer) -> None:
    """Set paper, margins, and what stands at the head and the foot of pages; a cover has neither."""
    section.page_width, section.page_height = Pt(theme.width), Pt(theme.height)
    section.left_margin = section.right_margin = Pt(theme.side)
    section.top_margin, section.bottom_margin = Pt(theme.top), Pt(theme.bottom)
    section.header_distance = section.footer_distance = Pt(EDGE)
    section.different_first_page_header_footer = bool(document.sections) and document.sections[0].kind == "cover"
    _fill(section.header._element, [_head(document, theme, writer)])  # noqa: SLF001 - python-docx gives no other way
    _fill(section.footer._element, _foot(document, theme, writer))  # noqa: SLF001


def _head(document: Document, theme: Theme, writer: Writer) -> Xml:
    draft = " / ".join(document.furniture[name] for name in ("draft", "draft-en") if name in document.furniture)
    runs = [Run(text=document.title if theme.stacked else document.furniture.get("label", ""))]
    second = theme.column + theme.gutter
    if "en" in document.languages and not theme.stacked:
        runs += [Run(text="\t"), Run(text=document.furniture.get("label-en", ""), lang="en")]
    tabs = [element("tab", val="left", pos=twips(second)), element("tab", val="right", pos=twips(theme.measure))]
    under = element("pBdr", line("bottom", theme.rule, theme.colours[INDIGO], space=2))
    found = _furniture(runs, "label", writer, element("tabs", *tabs), under)
    if draft:
        marked = _furniture([Run(text="\t" if len(runs) > 1 else "\t\t"), Run(text=draft)], "mark", writer)
        found.extend(marked.iter(qn("w:r")))
    return found


def _foot(document: Document, theme: Theme, writer: Writer) -> list[Xml]:
    """Return the notes that hold for every page, in each language, and the number of the page."""
    kind = "machine" if any(_is_machine(part) for section in document.sections for part in section.walk()) else "note"
    over = element("pBdr", line("top", theme.hairline, "000000", space=3))
    tab = element("tabs", element("tab", val="right", pos=twips(theme.measure)))
    words = [document.title, document.furniture.get(kind, "")]
    first = _furniture([Run(text=" · ".join(filter(None, words)))], "note", writer, over, tab)
    first.append(element("r", element("tab")))
    first.extend(field("PAGE", [element("b"), element("sz", val=round(theme.faces["folio"].size * 2)), element("lang", val="id-ID")], "1"))
    if "en" not in document.languages:
        return [first]
    english = [document.furniture.get(name, "") for name in (f"{kind}-en", "untagged-en")]
    return [first, _furniture([Run(text=" · ".join(filter(None, english)), lang="en")], "note", writer)]


def _furniture(runs: list[Run], face: str, writer: Writer, *given: Xml) -> Xml:
    return writer.paragraph(Element(tag="p", line=0, lang="id", runs=tuple(runs)), face, *given)


def _is_machine(part: Element) -> bool:
    return part.kind == "tag" and any(run.picture == "machine" for run in part.runs)


def _modern() -> Xml:
    """Return the setting without which Word opens a file as one of 2007."""
    return element("compat", element("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15))


def _set_particulars(file: docx.document.Document, document: Document, when: datetime, author: str) -> None:
    known = file.core_properties
    known.title, known.subject, known.author, known.last_modified_by = document.title, document.title_en or "", author, author
    known.created = known.modified = when.replace(tzinfo=None)
    known.language, known.revision, known.comments, known.keywords = "id-ID", 1, "", ""


def _sealed(file: docx.document.Document) -> bytes:
    """Return the file with the SHA-256 of its content among its particulars, each part dated alike."""
    file.core_properties.identifier = "sha256:" + hashlib.sha256(file.part.blob).hexdigest()
    written, sealed = io.BytesIO(), io.BytesIO()
    file.save(written)
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(sealed, "w") as archive:
        for name in parts.namelist():
            part = zipfile.ZipInfo(name, EPOCH)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            archive.writestr(part, parts.read(name))
    return sealed.getvalue()
