"""Word files, PDFs and mails made of lines, as the programs of offices write them."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Spacer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reportlab.pdfgen.canvas import Canvas

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
RELATIONS = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def paragraph(words: str) -> str:
    return f'<w:p><w:pPr><w:jc w:val="both"/></w:pPr>{run(words)}</w:p>'


def word_xml(body: str, *, columns: int = 1, before: str = "") -> str:
    """Return the main part of a Word file with the markup `body`; `before` stands above its root."""
    names = f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    section = f'<w:sectPr><w:cols w:num="{columns}" w:space="500"/></w:sectPr>'
    return f'<?xml version="1.0" encoding="UTF-8"?>{before}<w:document {names}><w:body>{body}{section}</w:body></w:document>'


def word_file(document: str, more: Mapping[str, str] | None = None) -> bytes:
    """Return a Word file with the main part `document`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in {"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "word/document.xml": document, **(more or {})}.items():
            package.writestr(name, part)
    return out.getvalue()


def docx(lines: Sequence[str], *, columns: int = 1) -> bytes:
    """Return a Word file with each line as a paragraph."""
    return word_file(word_xml("".join(map(paragraph, lines)), columns=columns))


def pdf(lines: Sequence[str], *, columns: int = 1, head: str = "", size: float = 10, encrypt: str = "") -> bytes:
    """Return a PDF, justified, with each line as a paragraph; `head` stands above each page and its number below."""
    out = io.BytesIO()
    width, height = A4[0] - 100, A4[1] - 140
    gutter = 18
    wide = (width - gutter * (columns - 1)) / columns
    frames = [Frame(50 + number * (wide + gutter), 70, wide, height, 0, 0, 0, 0) for number in range(columns)]

    def furnish(canvas: Canvas, _template: BaseDocTemplate) -> None:
        canvas.setFont("Times-Roman", 9)
        if head:
            canvas.drawString(50, A4[1] - 40, head)
            canvas.drawCentredString(A4[0] / 2, 40, str(canvas.getPageNumber()))

    template = BaseDocTemplate(out, pagesize=A4, title="Microsoft Word - rilis.doc", encrypt=encrypt or None)
    template.addPageTemplates(PageTemplate(frames=frames, onPage=furnish))
    style = ParagraphStyle("teks", fontName="Times-Roman", fontSize=size, leading=1.25 * size, alignment=TA_JUSTIFY)
    template.build([Paragraph(escape(line), style) if line.strip() else Spacer(1, 1.25 * size) for line in lines])
    return out.getvalue()


def mail(text: str, attached: Sequence[tuple[str, bytes]] = (), *, html: str = "", **header: str) -> bytes:
    """Return a mail with a text, the same as a web page if `html` is given, and files attached."""
    message = EmailMessage(policy=SMTP)
    for name, value in {"From": "Humas <humas@contoh.test>", "To": "redaksi@contoh.test", **header}.items():
        message[name] = value
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    for name, data in attached:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()
