"""From the XHTML that a template produced to a Document; whatever is not in the vocabulary is refused with its line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast
from xml.parsers import expat

from briefing.model.document import Document, Element, Lang, Picture, Run
from briefing.model.problem import BriefingError, ExitCode
from briefing.rendering.indonesian import indonesian
from briefing.rendering.vocabulary import ATTRIBUTES, CLASSES, CONTENT, INLINE, LANGUAGES, LOGO, REQUIRED, TEXT, TOP_LEVEL, VALUES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

SPACES = re.compile(r"[ \t\r\n]+")
WIDTH = re.compile(r"\*|[0-9]+(\.[0-9]+)?(mm)?")
NUMBER = re.compile(r"(?<=made-)[1-9][0-9]*\Z")
UNCLOSED = expat.errors.codes[expat.errors.XML_ERROR_TAG_MISMATCH]  # reported where the open element begins, not where another one ends
ADDRESS = re.compile(r"(https?://|mailto:)[^\s<>\"]+|#[\w-]+")


def parse(xhtml: str, template: str, *, languages: Sequence[str] = LANGUAGES, pictures: Mapping[str, Picture] | None = None) -> Document:
    """Return the Document that `xhtml` describes; `template` is the name to use in errors, `pictures` the files that it may print.

    Where `languages` is Indonesian alone, what is in English is left out.

    Raises:
        BriefingError: template-not-wellformed, or template-element when the text leaves the vocabulary or declares a DTD.
    """
    document = _Builder(template, pictures or {}).document(_read(xhtml, template))
    return document if "en" in languages else indonesian(document)


@dataclass(slots=True)
class _Node:
    """An XML element as it was read."""

    tag: str
    line: int
    attributes: dict[str, str] = field(default_factory=dict)
    content: list[_Node | str] = field(default_factory=list)


def _read(xhtml: str, template: str) -> _Node:
    """Return the root of a well-formed text; a DTD is refused before any entity of it could be expanded."""
    outside = _Node("", 0)
    stack = [outside]
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def start(tag: str, attributes: dict[str, str]) -> None:
        node = _Node(tag, parser.CurrentLineNumber, attributes)
        stack[-1].content.append(node)
        stack.append(node)

    def characters(text: str) -> None:
        stack[-1].content.append(text)

    def refuse(*_: object) -> None:
        raise _fault(template, parser.CurrentLineNumber, "<!DOCTYPE>", ["<document>"])

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: stack.pop()
    parser.CharacterDataHandler = characters
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(xhtml.encode("utf-8", "surrogatepass"), True)
    except expat.ExpatError as error:
        line = stack[-1].line if error.code == UNCLOSED and len(stack) > 1 else error.lineno
        near = "".join(xhtml.split("\n")[line - 1 :][:1]).strip()[:80]
        raise BriefingError("template-not-wellformed", ExitCode.TEMPLATE_FAULT, template=template, line=line, near=near) from error
    return cast("_Node", outside.content[0])


def _fault(template: str, line: int, element: str, known: Iterable[str]) -> BriefingError:
    return BriefingError("template-element", ExitCode.TEMPLATE_FAULT, template=template, line=line, element=element, known=", ".join(sorted(known)))


@dataclass(slots=True)
class _Builder:
    """Turns nodes into elements, and checks each against the vocabulary on the way."""

    template: str
    pictures: Mapping[str, Picture]
    names: set[str] = field(default_factory=set)
    links: list[tuple[str, int]] = field(default_factory=list)

    def document(self, root: _Node) -> Document:
        if root.tag != "document":
            raise self.fault(root, f"<{root.tag}>", ["document"])
        self.check(root)
        sections = tuple(self.element(node, "id") for node in self.nodes(root))
        for section in sections:
            if section.kind not in TOP_LEVEL:
                raise _fault(self.template, section.line, f'<section class="{section.kind}">', TOP_LEVEL)
        for name, line in self.links:
            if name not in self.names:
                raise _fault(self.template, line, f'href="#{name}"', (f"#{known}" for known in self.names))
        furniture = {key: value for key, value in root.attributes.items() if not key.startswith(("title", "lang"))}
        title, title_en = root.attributes["title"], root.attributes.get("title-en")
        return Document(title=title, title_en=title_en, furniture=furniture, sections=sections, pictures=self.pictures)

    def element(self, node: _Node, inherited: Lang) -> Element:
        self.check(node)
        lang = cast("Lang", node.attributes.get("lang", inherited))
        runs: tuple[Run, ...] = ()
        children: tuple[Element, ...] = ()
        if node.tag in TEXT:
            runs = _tidy(self.runs(node, Run()))
            if len(runs) > 1 and any(run.picture == LOGO for run in runs):
                raise self.fault(node, f'<img src="{LOGO}">', [f'<p><img src="{LOGO}" alt="…"/></p>'])
            runs = tuple(run for run in runs if run.picture != LOGO or LOGO in self.pictures)
        else:
            children = tuple(self.element(child, lang) for child in self.nodes(node))
        self.check_counts(node, children)
        attributes = {key: value for key, value in node.attributes.items() if key not in {"class", "lang"}}
        kind = node.attributes.get("class", "")
        return Element(tag=node.tag, line=node.line, lang=lang, kind=kind, attributes=attributes, children=children, runs=runs)

    def nodes(self, parent: _Node) -> list[_Node]:
        """Return the block children; text that stands directly in a li, td or th becomes a p of the same class."""
        kind = parent.attributes.get("class", "")
        found: list[_Node] = []
        implied: _Node | None = None
        for part in parent.content:
            if isinstance(part, _Node) and part.tag not in CONTENT[parent.tag]:
                raise self.fault(part, f"<{part.tag}> in <{parent.tag}>", CONTENT[parent.tag])
            if isinstance(part, _Node) and part.tag not in INLINE:
                found.append(part)
                implied = None
            elif isinstance(part, str) and not part.strip(" \t\r\n"):
                if implied:
                    implied.content.append(part)
            elif CONTENT[parent.tag] >= INLINE:
                if implied is None:
                    implied = _Node("p", parent.line, {"class": kind} if kind in CLASSES["p"] else {})
                    found.append(implied)
                implied.content.append(part)
            else:
                raise self.fault(parent, f"“{str(part).strip()[:40]}” in <{parent.tag}>", CONTENT[parent.tag])
        return found

    def runs(self, node: _Node, face: Run) -> Iterator[Run]:
        for part in node.content:
            if isinstance(part, str):
                yield replace(face, text=SPACES.sub(" ", part))
                continue
            if part.tag not in CONTENT[node.tag]:
                raise self.fault(part, f"<{part.tag}> in <{node.tag}>", CONTENT[node.tag])
            self.check(part)
            yield from self.inline(part, face)

    def inline(self, node: _Node, face: Run) -> Iterator[Run]:
        kind = node.attributes.get("class", "")
        if "lang" in node.attributes:
            face = replace(face, lang=cast("Lang", node.attributes["lang"]))
        if node.tag == "br":
            yield replace(face, text="\n")
        elif node.tag == "img":
            yield replace(face, text="", picture=node.attributes["src"].removeprefix("mark:"), alt=node.attributes["alt"])
        elif node.tag == "a":
            link = self.address(node)
            face = replace(face, link=link, kind=kind or face.kind)
            yield from [replace(face, text="")] if kind in {"page", "pages"} else self.runs(node, face)
        else:
            yield from self.runs(
                node, replace(face, bold=face.bold or node.tag == "b", italic=face.italic or node.tag == "i", kind=kind or face.kind)
            )

    def address(self, node: _Node) -> str | None:
        """Return where an `a` or a `li` leads, None for an address of another kind: its words are printed without a link."""
        address = node.attributes["href"]
        if not ADDRESS.fullmatch(address):
            return None
        if address.startswith("#"):
            self.links.append((address[1:], node.line))
        return address

    def check(self, node: _Node) -> None:
        """Raise for an unknown attribute or class, a missing attribute, a value or a picture that does not exist, an id given twice."""
        if not node.attributes and node.tag not in REQUIRED:
            return
        known = ("lang", "class", *ATTRIBUTES.get(node.tag, ()))
        for name in node.attributes.keys() - set(known):
            raise self.fault(node, f"<{node.tag} {name}=…>", known)
        for name in set(REQUIRED.get(node.tag, ())) - node.attributes.keys():
            raise self.fault(node, f"<{node.tag}>", [f"{name}=…"])
        for name, value in node.attributes.items():
            allowed = CLASSES.get(node.tag, ()) if name == "class" else VALUES.get(name)
            if allowed is not None and value not in allowed and NUMBER.sub("1", value) not in allowed:
                raise self.fault(node, f'<{node.tag} {name}="{value}">', allowed)
        if "id" in node.attributes:
            if node.attributes["id"] in self.names:
                raise self.fault(node, f'id="{node.attributes["id"]}"', ["1 ×"])
            self.names.add(node.attributes["id"])
        if node.tag == "li" and "href" in node.attributes:
            self.address(node)

    def check_counts(self, node: _Node, children: tuple[Element, ...]) -> None:
        """Raise for a pair that is not two blocks, widths that are none, or a row with more or fewer cells than its table has columns."""
        if node.tag == "pair" and len(children) != 2:
            raise self.fault(node, f"<pair> × {len(children)}", ["2"])
        if node.tag == "table":
            widths = node.attributes["cols"].split()
            if not widths or not all(WIDTH.fullmatch(width) for width in widths):
                raise self.fault(node, f'<table cols="{node.attributes["cols"]}">', ["12", "12.5mm", "*"])
            for row in children:
                if len(row.children) != len(widths):
                    raise _fault(self.template, row.line, f"<tr> × {len(row.children)}", [str(len(widths))])

    def fault(self, node: _Node, element: str, known: Iterable[str]) -> BriefingError:
        return _fault(self.template, node.line, element, known)


def _tidy(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Drop spaces at the ends, around line breaks and after other spaces, and runs that have nothing left."""
    kept: list[Run] = []
    for run in runs:
        text = run.text
        if text == "\n" and kept and kept[-1].text.endswith(" "):
            kept[-1] = replace(kept[-1], text=kept[-1].text[:-1])
        if text.startswith(" ") and (not kept or kept[-1].text.endswith((" ", "\n"))):
            text = text[1:]
        if _holds(run, text):
            kept.append(run if text == run.text else replace(run, text=text))
    if kept and kept[-1].text.endswith(" "):
        kept[-1] = replace(kept[-1], text=kept[-1].text[:-1])
    return tuple(run for run in kept if _holds(run, run.text))


def _holds(run: Run, text: str) -> bool:
    return bool(text or run.picture or run.kind in {"page", "pages"})
