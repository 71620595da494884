"""XLIFF 1.2, the file that translators' tools exchange: written for a pack, read back from whatever tool saved it.

Source of the element and attribute names, the states and their qualifiers: XLIFF Version 1.2, OASIS Standard, 1 February 2008.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NoReturn
from xml.etree import ElementTree as ET

from briefing.model.pack import Origin, Translation
from briefing.model.problem import BriefingError, ExitCode
from briefing.translating.memory import NO_TEXT

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MAGIC: Final = b"<?xml"
LARGEST: Final = 50_000_000  # bytes; a pack of two hundred articles takes two million

_NAMESPACE: Final = "urn:oasis:names:tc:xliff:document:1.2"
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_CONTROLS: Final = str.maketrans(dict.fromkeys(NO_TEXT - {"\t", "\n", "\r"}, " "))
_ENTITY: Final = re.compile(r"undefined entity")

_STATES: Final = {
    Origin.REVIEWED: ("signed-off", "exact-match"),
    Origin.PROJECT: ("needs-review-translation", "leveraged-tm"),
    Origin.MACHINE: ("needs-review-translation", "leveraged-mt"),
}
_CLOSED: Final = {"final", "signed-off"}
_OPEN: Final = {"new", "needs-translation", "needs-adaptation", "needs-l10n", "needs-review-adaptation", "needs-review-l10n"}
_DOUBTED: Final = {"needs-adaptation", "needs-l10n"}
_TEXTUAL: Final = {"g", "mrk"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """English that the translator may take: of a similar sentence (`score` per cent alike), or a machine's."""

    english: str
    origin: str
    score: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToTranslate:
    """One unit to write; `note` tells the translator who says it and where it stands."""

    id: str
    words: str
    english: Translation | None
    note: str
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Translated:
    """One unit as it was read: `number` counts the units of the file, `suggestions` are the English that had been offered.

    `approved` says that the tool marked it so; `half` that its state says that work is left; `foreign` names an element of another tool within its
    English. `kept` says that its English is that which it was written with, `given` what that was ("reviewed", "project", "machine", "" for none);
    `edited` that it was reviewed, was changed since, and no tool said that the change was approved.
    """

    number: int
    id: str
    words: str
    english: str
    approved: bool
    half: bool = False
    foreign: str = ""
    kept: bool = False
    given: str = ""
    edited: bool = False
    suggestions: tuple[str, ...] = ()

    @property
    def untouched(self) -> bool:
        """True where nobody changed the English, nor approved what was not reviewed yet."""
        return self.kept and (self.given == Origin.REVIEWED or not self.approved)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchanged:
    """An exchange file as it was read: the name of the pack that it was made from, and its units."""

    original: str
    units: tuple[Translated, ...]


def write(original: str, version: str, units: Iterable[ToTranslate], *, prefill: bool = False) -> bytes:
    """Return the XLIFF file for a pack whose file is called `original`; with `prefill` the source stands where there is no English."""
    root = ET.Element("xliff", {"xmlns": _NAMESPACE, "version": "1.2"})
    languages = {"source-language": "id", "target-language": "en"}
    file = ET.SubElement(root, "file", {"original": _clean(original), **languages, "datatype": "plaintext", "tool-id": "briefing"})
    header = ET.SubElement(file, "header")
    ET.SubElement(header, "tool", {"tool-id": "briefing", "tool-name": "briefing", "tool-version": version})
    body = ET.SubElement(file, "body")
    for unit in units:
        _write_unit(body, unit, prefill=prefill)
    ET.indent(root)
    return MAGIC + b' version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode").encode() + b"\n"


def read(path: Path) -> Exchanged:
    """Return the units of an exchange file.

    Raises:
        BriefingError: missing-file, unreadable-file, exchange-large, exchange-doctype, exchange-entity, exchange-broken, exchange-foreign,
            exchange-languages or exchange-empty.
    """
    root = _root(path, _bytes(path))
    if root.tag not in {"xliff", f"{{{_NAMESPACE}}}xliff"} or root.get("version", "1.2") != "1.2":
        namespace, _, name = root.tag.rpartition("}")
        _refuse("exchange-foreign", path, found=" ".join(filter(None, [name, root.get("version", ""), namespace.strip("{")])))
    prefix = root.tag.removesuffix("xliff")
    found = list(root.iter(f"{prefix}file"))
    for file in found:
        pair = f"{file.get('source-language', '')} → {file.get('target-language', 'en')}"
        if not re.fullmatch(r"id\b.* → en\b.*", pair, re.IGNORECASE):
            _refuse("exchange-languages", path, found=pair)
    elements = [unit for file in found for unit in file.iter(f"{prefix}trans-unit") if unit.get("translate") != "no"]
    if not elements:
        _refuse("exchange-empty", path)
    return Exchanged(original=found[0].get("original", ""), units=tuple(_read_unit(unit, number, prefix) for number, unit in enumerate(elements, 1)))


def _write_unit(body: ET.Element, unit: ToTranslate, *, prefill: bool) -> None:
    english = unit.english if unit.english and unit.english.origin in _STATES else None
    state, qualifier = _STATES[english.origin] if english else ("needs-translation", "")
    approved = "yes" if english and english.origin == Origin.REVIEWED else "no"
    given = _given(english) if english else {}
    element = ET.SubElement(body, "trans-unit", {"id": unit.id, "approved": approved, **given, _SPACE: "preserve"})
    ET.SubElement(element, "source", {_LANG: "id"}).text = _clean(unit.words)
    attributes = {_LANG: "en", "state": state} | ({"state-qualifier": qualifier} if qualifier else {})
    target = ET.SubElement(element, "target", attributes)
    target.text = _clean(english.text if english else unit.words if prefill else "") or None
    ET.SubElement(element, "note", {"from": "briefing", "annotates": "source"}).text = _clean(unit.note)
    for each in unit.suggestions:
        quality = {"match-quality": f"{each.score}%"} if each.score else {}
        other = ET.SubElement(element, "alt-trans", {"alttranstype": "proposal", "origin": each.origin, **quality})
        # without the sentence that it translates: OmegaT 5 and 6 take a source within alt-trans for that of the unit
        ET.SubElement(other, "target", {_LANG: "en"}).text = _clean(each.english)


def _read_unit(unit: ET.Element, number: int, prefix: str) -> Translated:
    source, target = unit.find(f"{prefix}source"), unit.find(f"{prefix}target")
    state, mark = target.get("state", "") if target is not None else "", unit.get("approved")
    english = _flat(_text(target))
    given, _, digest = unit.get("extradata", "").partition(":")
    kept = bool(digest) and digest == _digest(english)
    edited = given == Origin.REVIEWED and not kept and state != "final"
    approved = (mark == "yes" or (mark is None and state in _CLOSED)) and not edited
    return Translated(
        number=number,
        id=unit.get("id", "").strip(),
        words=_text(source),
        english=english,
        approved=approved,
        half=state in (_OPEN if approved else _DOUBTED),
        foreign=_foreign(target, prefix),
        kept=kept,
        given=given,
        edited=edited,
        suggestions=tuple(_flat(_text(each)) for each in unit.findall(f"{prefix}alt-trans/{prefix}target")),
    )


def _given(english: Translation) -> dict[str, str]:
    """Return the attribute that tells, when the file comes back, what English was written: tools leave `approved` and the state of it as they were."""
    return {"extradata": f"{english.origin}:{_digest(_flat(_clean(english.text)))}"}


def _digest(english: str) -> str:
    return hashlib.sha256(english.encode()).hexdigest()[:16]


def _flat(text: str) -> str:
    return " ".join(text.split())


def _text(element: ET.Element | None) -> str:
    return "".join(element.itertext()) if element is not None else ""


def _foreign(element: ET.Element | None, prefix: str) -> str:
    """Return the name of the first element within another that is no mark around text, "" for none."""
    known = {prefix + name for name in _TEXTUAL}
    inner = list(element.iter())[1:] if element is not None else []
    return next((str(child.tag).rpartition("}")[2] for child in inner if child.tag not in known), "")


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise BriefingError("missing-file", ExitCode.INPUT_UNREADABLE, file=str(path)) from error
    except OSError as error:
        raise BriefingError("unreadable-file", ExitCode.INPUT_UNREADABLE, file=str(path), fault=error.strerror or str(error)) from error
    if len(data) > LARGEST:
        _refuse("exchange-large", path, limit=LARGEST // 1_000_000)
    return data


class _Builder(ET.TreeBuilder):
    """Builds the tree, and refuses a document type: without one there are no entities, which could name files or grow without end."""

    def doctype(self, *_names: Any) -> NoReturn:
        """Refuse it."""
        raise _DoctypeError


class _DoctypeError(Exception):
    pass


def _root(path: Path, data: bytes) -> ET.Element:
    parser = ET.XMLParser(target=_Builder())  # noqa: S314 - see _Builder
    try:
        parser.feed(data)
        root: ET.Element = parser.close()
    except _DoctypeError:
        _refuse("exchange-doctype", path)
    except ET.ParseError as error:
        line = error.position[0]
        _refuse("exchange-entity" if _ENTITY.match(str(error)) else "exchange-broken", path, line=line)
    except (ValueError, LookupError):  # an encoding that nobody knows
        _refuse("exchange-broken", path, line=1)
    return root


def _refuse(code: str, path: Path, **arguments: str | int) -> NoReturn:
    raise BriefingError(code, ExitCode.INPUT_UNREADABLE, file=str(path), **arguments)


def _clean(text: str) -> str:
    """Return text that XML can hold."""
    return text.translate(_CONTROLS)
