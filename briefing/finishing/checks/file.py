"""The file itself: written once, with the identity of its own bytes, with what it says of its conformance, and with nothing that acts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final
from xml.etree import ElementTree as ET

from briefing.model.problem import Problem
from briefing.rendering.pdf.finish import BLANK_IDENTITY, identified

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing.finishing.opened import Opened

IDENTITY: Final = re.compile(rb"\n\[<([0-9a-f]{32})><([0-9a-f]{32})>\]\n")
CONFORMANCE: Final = {"pdfaid:part": "3", "pdfaid:conformance": "A", "pdfuaid:part": "1"}
NAMES: Final = {
    "http://www.aiim.org/pdfa/ns/id/": "pdfaid",
    "http://www.aiim.org/pdfua/ns/id/": "pdfuaid",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
}
SAME: Final = {
    "/Title": "dc:title",
    "/Author": "dc:creator",
    "/Subject": "dc:description",
    "/Producer": "pdf:Producer",
    "/Creator": "xmp:CreatorTool",
}
DATES: Final = {"/CreationDate": "xmp:CreateDate", "/ModDate": "xmp:ModifyDate"}
ACTIVE: Final = ("/OpenAction", "/AA", "/AcroForm")


def check(opened: Opened) -> Iterator[Problem]:
    """Check the file as a whole."""
    updates = len(re.findall(rb"\bstartxref\s", opened.data)) - 1
    if updates > 0:
        yield Problem(code="file-updated", arguments={"count": updates})
    if not _is_identical(opened.data):
        yield Problem(code="identity-differs")
    stated = _metadata(opened)
    for name, value in CONFORMANCE.items():
        if stated.get(name) != value:
            yield Problem(code="conformance-differs", arguments={"name": name, "found": stated.get(name, "–"), "expected": value})
    yield from _same(opened, stated)
    yield from _tagged(opened)
    yield from _acting(opened)


def _is_identical(data: bytes) -> bool:
    """Whether the identity at the end of the file is the digest of its bytes."""
    found = list(IDENTITY.finditer(data))
    if not found or found[-1][1] != found[-1][2]:
        return False
    blank = BLANK_IDENTITY.encode("ascii")
    return identified(data[: found[-1].start(1)] + blank + b"><" + blank + data[found[-1].end(2) :]) == data


def _metadata(opened: Opened) -> Mapping[str, str]:
    """Return what XMP says, each value under its usual name; nothing where it is damaged or names entities, which ours never do."""
    stream = opened.root.get("/Metadata")
    data = stream.get_data() if stream is not None and hasattr(stream, "get_data") else b""
    if b"<!" in data:
        return {}
    try:
        root = ET.fromstring(data.decode("utf-8").strip("\ufeff \n"))  # noqa: S314 - no DTD gets here, so no entity either
    except (ET.ParseError, UnicodeDecodeError):
        return {}
    found: dict[str, str] = {}
    for element in root.iter():
        space, _, name = element.tag[1:].partition("}")
        if space in NAMES:
            found[f"{NAMES[space]}:{name}"] = "".join(element.itertext()).strip()
    return found


def _same(opened: Opened, stated: Mapping[str, str]) -> Iterator[Problem]:
    """Check the information dictionary against XMP, and both against pack.json."""
    info: Any = opened.reader.metadata or {}
    for key, name in SAME.items():
        if str(info.get(key, "")) != stated.get(name, ""):
            yield _differs(name, stated.get(name, ""), str(info.get(key, "")))
    for key, name in DATES.items():
        if _digits(str(info.get(key, ""))) != _digits(stated.get(name, "")):
            yield _differs(name, stated.get(name, ""), str(info.get(key, "")))
    if opened.content:
        pack = opened.content.pack
        if stated.get("dc:title", "") != pack.title.id:
            yield _differs("dc:title", stated.get("dc:title", ""), pack.title.id)
        days = [stated_day[:10] for article in pack.articles if (stated_day := article.published or article.event_date)]
        newest = max(days, default=pack.law_as_of.isoformat())
        if stated.get("xmp:CreateDate", "")[:10] != newest:
            yield _differs("xmp:CreateDate", stated.get("xmp:CreateDate", "")[:10], newest)


def _digits(date: str) -> str:
    """Return the day and time of a date in either form: 20241023203100."""
    return re.sub(r"\D", "", date)[:14]


def _differs(name: str, found: str, expected: str) -> Problem:
    return Problem(code="metadata-differs", arguments={"name": name, "found": found or "–", "expected": expected or "–"})


def _tagged(opened: Opened) -> Iterator[Problem]:
    root = opened.root
    marked = root.get("/MarkInfo", {}).get("/Marked")
    intents = [intent.get_object().get("/S") for intent in root.get("/OutputIntents", ())]
    for name, fits in (("/MarkInfo", marked == True), ("/Lang", bool(root.get("/Lang"))), ("/OutputIntents", "/GTS_PDFA1" in intents)):  # noqa: E712 - pypdf's own kind of truth
        if not fits:
            yield Problem(code="conformance-differs", arguments={"name": name, "found": "–", "expected": "PDF/A-3a, PDF/UA-1"})


def _acting(opened: Opened) -> Iterator[Problem]:
    """Check that nothing acts when the file is opened, that pages bear no annotation but links, and that each leads where it says."""
    scripts = opened.root.get("/Names", {}).get("/JavaScript")
    for name in [*(key for key in ACTIVE if key in opened.root), *(["/JavaScript"] if scripts else [])]:
        yield Problem(code="file-acts", arguments={"name": name[1:]})
    for number, page in enumerate(opened.reader.pages, 1):
        for reference in page.get("/Annots", ()):
            annotation = reference.get_object()
            kind = str(annotation.get("/Subtype", ""))[1:]
            action = annotation.get("/A", {}).get("/S", "/URI")
            if kind != "Link" or action != "/URI":
                yield Problem(code="annotation-added", arguments={"page": number, "kind": kind if kind != "Link" else str(action)[1:]})
            elif (address := str(annotation.get("/A", {}).get("/URI", ""))) != str(annotation.get("/Contents", "")) and address:
                yield Problem(code="link-differs", arguments={"page": number, "found": address, "expected": str(annotation.get("/Contents", ""))})
