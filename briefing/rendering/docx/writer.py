"""From the blocks of a Document to those of Word: what is in two languages stands side by side, in large print one below the other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from briefing.model.document import Element, Run
from briefing.rendering.docx import lists
from briefing.rendering.docx.paragraphs import Paragraphs
from briefing.rendering.docx.tables import tables
from briefing.rendering.docx.xml import Row, Xml, cell, element, gap, grid, kept_together, line, twips
from briefing.rendering.pdf.style import INDIGO, INK, MM, SOGAN
from briefing.rendering.vocabulary import TEXT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

INDENT: Final = 13.0  # of a quote, as it grows with the type
LONG_QUOTE: Final = 600  # characters: about twelve lines of a column
LONG: Final = {"direct": "direct-long", "gist": "gist-long"}
BETWEEN: Final = 26.0  # points between two sections on one page
BOX: Final = 30 * MM
DRAFT_WIDTH: Final = 74 * MM
LABELLED: Final = frozenset({"table", "ul", "ol", "blockquote"})


@dataclass(slots=True)
class Writer(Paragraphs):
    """The blocks of a document, one after the other, each as wide as it is told."""

    def section(self, section: Element, *, first: bool) -> list[Xml]:
        """Return a top-level section."""
        self.cover = section.kind == "cover"
        runs_on = section.attributes.get("start", "new") == "run"
        self.breaks = not first and not runs_on
        return [*([gap(BETWEEN)] if runs_on and not first else []), *self.block(section, self.theme.measure)]

    def flow(self, elements: Sequence[Element], width: float) -> list[Xml]:
        """Return blocks one after the other."""
        return [found for each in elements for found in self.block(each, width)]

    def block(self, block: Element, width: float) -> list[Xml]:
        """Return one block at a width in points."""
        if block.tag == "pagebreak":
            self.breaks = True
            return []
        kinds: Mapping[str, Callable[[], list[Xml]]] = {
            "section": lambda: self._section(block, width),
            "pair": lambda: self._pair(block, width),
            "blockquote": lambda: self._quote(block),
            "table": lambda: [tables(self, (block,), width), gap()],
            **dict.fromkeys(("ul", "ol"), lambda: lists.single(self, block, width)),
            **dict.fromkeys(("h1", "h2", "h3"), lambda: [self.heading((block,))]),
            "p": lambda: [self.paragraph(block, "text")],
        }
        return kinds[block.tag]()

    def heading(self, elements: Sequence[Element]) -> Xml:
        """Return a heading, which says the same in each language: the first on lines of its own, others on one line."""
        first = elements[0]
        by = {"h1": first.kind or "title", "h2": "sheet-head" if first.kind == "sheet" else "h2"}
        face = by.get(first.tag, first.kind or first.tag)
        rule = []
        if first.tag == "h2":
            colour = self.theme.colours[SOGAN if any(run.picture == "dont" for run in first.runs) else INDIGO]
            rule = [element("pBdr", line("top", self.theme.rule, colour, space=3))]
        kept = [element("keepNext")] if first.tag == "p" else []
        return self.paragraph(replace(joined(elements, "\n" if first.tag == "h1" else " / "), kind=""), face, *rule, *kept)

    def _section(self, section: Element, width: float) -> list[Xml]:
        if name := section.attributes.get("id"):
            self.names.append(name)
        match section.kind:
            case "letterhead":
                return self._letterhead(section, width)
            case "draft":
                return self._draft(section, width)
            case "box":
                frame = [line(side, 0.6, self.theme.colours[INK]) for side in ("top", "left", "bottom", "right")]
                return [
                    gap(6),
                    grid([Row(cells=[cell([], BOX, *frame)], height=BOX)], [BOX]),
                    *(self.paragraph(part, "note") for part in section.children),
                ]
            case "keep":
                return [*kept_together(self.flow(section.children, width))]
            case _:
                return self.flow(section.children, width)

    def _letterhead(self, section: Element, width: float) -> list[Xml]:
        """Return the head of a letter: the logo, centred words, and a thick and a thin line below."""
        pictured = [part for part in section.children if any(run.picture for run in part.runs)]
        shown = [self.paragraph(part, "cell") for part in pictured if any(run.picture in self.pictures for run in part.runs)]
        words = []
        for part in section.children:
            if part not in pictured:
                face = part.kind or "cell"
                words.append(self.paragraph(replace(part, kind=""), face if self.cover else f"form-{face}", element("jc", val="center")))
        beside = max((self.pictures[run.picture or ""].width for part in pictured for run in part.runs if run.picture in self.pictures), default=0.0)
        under = line("bottom", 3.0, self.theme.colours[INK], value="thickThinSmallGap")
        widths = [beside + 6, width - 2 * beside - 12, beside + 6] if beside else [width]
        cells = [cell(content, size, under) for content, size in zip([shown, words, []] if beside else [words], widths, strict=True)]
        return [grid([Row(cells=cells)], widths, bottom=5), gap(8)]

    def _draft(self, section: Element, width: float) -> list[Xml]:
        """Return the mark of a draft in its double frame, at the right."""
        frame = [line(side, 0.75, self.theme.colours[SOGAN], value="double") for side in ("top", "left", "bottom", "right")]
        lines = [self.paragraph(part, "draft-line", element("jc", val="center")) for part in section.children]
        size = min(DRAFT_WIDTH * self.theme.scale, width)
        return [gap(12), grid([Row(cells=[cell(lines, size, *frame)])], [size], top=6, bottom=6, jc="right"), gap(12)]

    def _quote(self, quote: Element) -> list[Xml]:
        """Return a quote with a bar at its left, never parted from who says it."""
        face = quote.kind or "direct"
        face = LONG.get(face, face) if len(quote.text) > LONG_QUOTE else face
        width = self.theme.rule if quote.kind == "indirect" else self.theme.bar
        found = []
        for part in quote.children:
            bar = element("pBdr", line("left", width, self.theme.colours[SOGAN], space=8))
            indent = element("ind", left=twips(INDENT * self.theme.scale))
            found.append(self.paragraph(part, face, bar, indent, element("keepLines")))
        return [*kept_together(found), gap()]  # else the bars of two quotes would be one

    def _pair(self, pair: Element, width: float) -> list[Xml]:
        left, right = pair.children
        texts = all(each.tag in TEXT for each in pair.children)
        if texts and (left.tag != "p" or left.kind == "kicker") and left.tag == right.tag:
            return [self.heading(pair.children)]
        bilingual = any(each.lang == "en" for each in pair.children)
        if self.theme.stacked and (texts or bilingual or pair.kind):
            return self._stacked(pair.children, width)
        if pair.kind == "wide" and not texts:
            return self.flow(pair.children, width)
        if left.tag == right.tag and len(left.children) == len(right.children) and left.kind == right.kind:
            if left.tag == "table" and left.attributes["cols"] == right.attributes["cols"]:
                return [tables(self, pair.children, width), gap()]
            if left.tag in {"ul", "ol"}:
                return [lists.beside(self, pair.children, width), gap()]
        side = (width - self.gutter) / 2
        widths = (side, self.gutter, side)
        content: tuple[list[Xml], ...] = (self.block(left, side), [], self.block(right, side))
        found = [grid([Row(cells=[cell(found, size) for found, size in zip(content, widths, strict=True)])], widths), gap()]
        return [*kept_together([*found, gap()])][:2] if pair.kind == "shared" else found

    def _stacked(self, elements: Sequence[Element], width: float) -> list[Xml]:
        """Return blocks one below the other, tables, lists, quotes and letters under the name of their language."""
        if elements[0].kind == "label":
            return []  # each block says its language itself
        labelled = all(each.tag == "section" for each in elements)
        found = []
        for each in elements:
            if any(part.runs or part.kind == "line" for part in each.walk()):
                if labelled or each.tag in LABELLED:
                    name = Element(tag="p", line=each.line, lang=each.lang, runs=(Run(text=self.labels[each.lang == "en"]),))
                    found.append(self.paragraph(name, "label", element("keepNext")))
                found += self.block(each, width)
        return found


def joined(elements: Sequence[Element], between: str) -> Element:
    """Return a text that says the same in each language as one, drawings only once."""
    first, *others = elements
    runs = [replace(run, lang=run.lang or part.lang) for part in others for run in (Run(text=between), *part.runs) if not run.picture]
    return replace(first, runs=(*first.runs, *runs))
