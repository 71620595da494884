"""What makes a drawn file an archive file: the logical tree, metadata, colour profile, attachments, and an identity from its content."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from typing import TYPE_CHECKING

from PIL import ImageCms
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFStream, PDFString

from briefing.model.document import Attachment
from briefing.rendering.pdf.structure import LANGUAGE_TAGS, Annotation, Content, Node

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing.model.document import Document
    from briefing.rendering.pdf.canvas import TaggedCanvas

PRODUCER = "briefing"
BLANK_IDENTITY = "0" * 32
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
  xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
  xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
  xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag>{languages}</rdf:Bag></dc:language>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:CreatorTool>{producer}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """What the file says of itself beside its document: its only date, who made it, and the files that travel in it."""

    when: datetime
    author: str
    attachments: Sequence[Attachment]


def finish(canvas: TaggedCanvas, root: Node, document: Document, particulars: Particulars) -> None:
    """Complete the file and write it to the canvas's stream."""
    moment = particulars.when.astimezone(UTC)
    doc = canvas._doc  # noqa: SLF001 - ReportLab has no public way to its document
    catalog = doc.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents", "AF", "PieceInfo"]
    catalog.StructTreeRoot = _tree(canvas, root, doc)
    catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    canvas.setViewerPreference("DisplayDocTitle", "true")
    catalog.OutputIntents = PDFArray([_output_intent(doc, moment)])
    if particulars.attachments:
        _attach(doc, moment, particulars.attachments)
    catalog.PieceInfo = _seals(canvas.seals, moment)
    _describe(doc, document, moment, particulars.author)
    with _line_end_before_endstream():
        canvas.save()


def identified(data: bytes) -> bytes:
    """Return the file with its /ID made from its own bytes."""
    digest = hashlib.sha256(data).hexdigest()[: len(BLANK_IDENTITY)]
    blank = _identity(BLANK_IDENTITY)
    head, found, tail = data.rpartition(blank)
    return head + _identity(digest) + tail if found else data


def _identity(digits: str) -> bytes:
    return f"\n[<{digits}><{digits}>]\n".encode("ascii")


class _Written(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """An object as it stands in the file: elements are thousands, and ReportLab's own dictionaries take ten times as long."""

    def __init__(self) -> None:
        self.text = ""

    def format(self, document: pdfdoc.PDFDocument) -> bytes:  # noqa: ARG002 - ReportLab passes it to all its objects
        return self.text.encode("latin-1")


def _tree(canvas: TaggedCanvas, root: Node, doc: pdfdoc.PDFDocument) -> PDFObjectReference:
    tree = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    reference = doc.Reference(tree)
    places: dict[Node, str] = {}
    tree["K"] = _element(root, _number(reference, doc), doc, places)
    numbers: list[object] = []
    for page, owners in enumerate(canvas.contents):
        owned = _Written()
        owned.text = f"[{' '.join(places[owner] for owner in owners)}]"
        numbers += [page, doc.Reference(owned)]
    for number, node in enumerate(canvas.links, canvas.page_count):
        numbers += [number, places[node]]
    tree["ParentTree"] = doc.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
    tree["ParentTreeNextKey"] = len(canvas.contents) + len(canvas.links)
    return reference


def _number(reference: PDFObjectReference, doc: pdfdoc.PDFDocument) -> str:
    """Return a reference as the file writes it: "12 0 R"."""
    return "{} {} R".format(*doc.idToObjectNumberAndVersion[reference.name])


def _element(node: Node, parent: str, doc: pdfdoc.PDFDocument, places: dict[Node, str]) -> str:
    """Write an element and all below it; return the reference to it."""
    element = _Written()
    reference = places[node] = _number(doc.Reference(element), doc)
    children = list(node.living())
    first = next((child.page for child in children if not isinstance(child, Node)), None)
    kids = [_element(child, reference, doc, places) if isinstance(child, Node) else _leaf(child, first, doc) for child in children]
    entries = [f"/S /{node.tag} /P {parent}"]
    if first is not None:
        entries.append(f"/Pg {_number(_page(first), doc)}")
    if kids:
        entries.append(f"/K [{' '.join(kids)}]")
    if node.lang:
        entries.append(f"/Lang ({LANGUAGE_TAGS[node.lang]})")
    if node.title:
        entries.append(f"/T {PDFString(node.title).format(doc).decode('latin-1')}")
    if node.alt:
        entries.append(f"/Alt {PDFString(node.alt).format(doc).decode('latin-1')}")
    if node.attributes:
        entries.append(f"/A {PDFDictionary(node.attributes).format(doc).decode('latin-1')}")
    element.text = f"<<{' '.join(entries)}>>"
    return reference


def _leaf(child: Content | Annotation, page: int | None, doc: pdfdoc.PDFDocument) -> str:
    if isinstance(child, Annotation):
        return f"<</Type /OBJR /Pg {_number(_page(child.page), doc)} /Obj {_number(child.reference, doc)}>>"
    if child.page == page:
        return str(child.number)
    return f"<</Type /MCR /Pg {_number(_page(child.page), doc)} /MCID {child.number}>>"


def _page(number: int) -> PDFObjectReference:
    return PDFObjectReference(f"Page{number + 1}")


def _output_intent(doc: pdfdoc.PDFDocument, when: datetime) -> PDFDictionary:
    profile = PDFStream(PDFDictionary({"N": 3}), _srgb(when), [pdfdoc.PDFZCompress])
    name = PDFString("sRGB IEC61966-2.1")
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": name,
            "Info": name,
            "RegistryName": PDFString("http://www.color.org"),
            "DestOutputProfile": doc.Reference(profile),
        }
    )


def _srgb(when: datetime) -> bytes:
    """Return an sRGB profile whose date (bytes 24-35) is `when` and whose identity (84-99) is empty: Pillow puts the clock there."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = b"".join(part.to_bytes(2, "big") for part in when.timetuple()[:6])
    profile[84:100] = bytes(16)
    return bytes(profile)


def _seals(seals: Sequence[str], when: datetime) -> PDFDictionary:
    """Return the seal of each page, as data of ours: it tells which words were changed later, and keeps nobody from changing them."""
    ours = PDFDictionary({"LastModified": PDFString(_stamp(when)), "Private": PDFArray([PDFString(seal) for seal in seals])})
    return PDFDictionary({PRODUCER: ours})


def _stamp(when: datetime) -> str:
    return when.strftime("D:%Y%m%d%H%M%S+00'00'")


def _attach(doc: pdfdoc.PDFDocument, when: datetime, attachments: Sequence[Attachment]) -> None:
    names: list[object] = []
    files: list[object] = []
    for attachment in sorted(attachments, key=lambda attachment: attachment.name):
        parameters = PDFDictionary({"Size": len(attachment.data), "ModDate": PDFString(_stamp(when))})
        kind = "/" + attachment.media_type.replace("/", "#2F")
        stream = PDFStream(
            PDFDictionary({"Type": PDFName("EmbeddedFile"), "Subtype": kind, "Params": parameters}), attachment.data, [pdfdoc.PDFZCompress]
        )
        place = doc.Reference(stream)
        name = PDFString(attachment.name)
        details = {"Type": PDFName("Filespec"), "F": name, "UF": name, "Desc": PDFString(attachment.description)}
        details |= {"AFRelationship": PDFName(attachment.relationship), "EF": PDFDictionary({"F": place, "UF": place})}
        files.append(doc.Reference(PDFDictionary(details)))
        names += [name, files[-1]]
    doc.Catalog.AF = PDFArray(files)
    doc.Catalog.Names = PDFDictionary({"EmbeddedFiles": PDFDictionary({"Names": PDFArray(names)})})


def _describe(doc: pdfdoc.PDFDocument, document: Document, when: datetime, author: str) -> None:
    """Write the same title, author and dates into the information dictionary and into XMP."""
    info = doc.info
    info.title, info.author, info.subject = document.title, author, document.title_en or document.title
    info.creator = info.producer = PRODUCER
    stamp = doc._timeStamp  # noqa: SLF001 - the only place where ReportLab takes a date from
    stamp.t, stamp.lt, stamp.YMDhms, stamp.dhh, stamp.dmm = when.timestamp(), when.timetuple(), tuple(when.timetuple())[:6], 0, 0
    words = {"title": info.title, "author": info.author, "subject": info.subject, "producer": PRODUCER}
    languages = "".join(f"<rdf:li>{LANGUAGE_TAGS[lang]}</rdf:li>" for lang in document.languages)
    xmp = XMP.format(date=when.strftime("%Y-%m-%dT%H:%M:%S+00:00"), languages=languages, **{name: escape(value) for name, value in words.items()})
    doc.Catalog.Metadata = doc.Reference(PDFStream(PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}), xmp.encode("utf-8")))
    doc._ID = _identity(BLANK_IDENTITY)  # noqa: SLF001 - or it would be that of other words too


@contextmanager
def _line_end_before_endstream() -> Iterator[None]:
    """Let streams end with the line end that PDF/A-3 (6.1.7.1) wants and ReportLab leaves out."""
    original: Callable[[PDFStream, object], bytes] = PDFStream.format

    def with_line_end(stream: PDFStream, document: object) -> bytes:
        data = original(stream, document).removesuffix(b"endstream\n")
        return data + (b"\r\n" if data.endswith(b"\r") else b"\n") + b"endstream\n"

    PDFStream.format = with_line_end
    try:
        yield
    finally:
        PDFStream.format = original
