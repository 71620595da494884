"""Print what the layout costs: `python -m tests.bench.layout [ratio | growth]`.

`ratio` sets some fifty pages of the pack's own blocks, in processes of their own that have set nothing before: by `render`, tagged and archivable,
and by ReportLab's platypus with the same words, fonts, sizes, columns, tables and hyphenated paragraphs, but untagged, unkerned, without drawings,
links, head and foot; and once more by platypus as paragraphs alone, one below the other. Only the layout and the writing of the file are counted:
fonts, and pyphen's dictionaries, which take ReportLab 0.3 s, are read before.
`growth` builds packs of more and more articles, each in a process of its own.
"""

from __future__ import annotations

import gc
import io
import pickle
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyphen
from reportlab.lib.colors import black
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Indenter, Paragraph, SimpleDocTemplate, Table

from briefing import __version__, intake, pipeline
from briefing.__main__ import COLLECT_AFTER
from briefing.editing.build import make_pack
from briefing.editing.propose import propose
from briefing.lexicon import law
from briefing.rendering.fill import make_document
from briefing.rendering.pdf import fonts
from briefing.rendering.pdf.render import render
from briefing.rendering.pdf.style import SEMIBOLD, font_name
from briefing.rendering.pdf.tables import is_head, widths_of
from briefing.rendering.pdf.theme import A4
from briefing.rendering.profiles import folders
from briefing.settings import Settings
from briefing.translating import memory
from briefing.translating.translate import translate
from tests.conformance import packs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.model.document import Document, Element, Run

RUNS = 5
RATIO_ARTICLES = 17  # fill some fifty pages
COUNTS = (25, 50, 100, 200)
LAYOUTS = ("plain", "paragraphs", "tagged")
MODULE = "tests.bench.layout"
HYPHENATION = {"id": "id_ID", "en": "en_GB"}


def main(what: str = "") -> None:
    """Print the figures, one a line."""
    if what in {"", "ratio"}:
        ratio()
    if what in {"", "growth"}:
        growth()


def ratio() -> None:
    """Print the CPU of both layouts, the best of several runs, and the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "document.pickle")
        file.write_bytes(pickle.dumps(document_of(packs.many(Path(folder), RATIO_ARTICLES))))
        runs = [[child(what, file) for what in LAYOUTS] for _ in range(RUNS)]
    for what, times in zip(LAYOUTS, zip(*runs, strict=True), strict=True):
        seconds, pages = min(times)
        show(what, f"{seconds:6.2f} s, {pages:.0f} pages, {seconds / min(run[0][0] for run in runs):5.2f} times plain")


def growth() -> None:
    """Print CPU, pages and memory of packs of more and more articles."""
    for count in COUNTS:
        with tempfile.TemporaryDirectory() as folder:
            packs.many(Path(folder), count)
            finding, building, pages, memory_used = child("pack", Path(folder))
        a_page = 1000 * building / pages
        show(
            f"{count} articles",
            f"finding {finding:6.1f} s, building {building:6.1f} s, {pages:4.0f} pages, {a_page:5.1f} ms a page, {memory_used:4.0f} MB",
        )


def child(what: str, path: Path) -> tuple[float, ...]:
    """Return the figures of one run in a process of its own."""
    done = subprocess.run([sys.executable, "-m", MODULE, what, str(path)], check=True, capture_output=True, text=True)
    return tuple(map(float, done.stdout.split()))


def document_of(files: Sequence[Path]) -> Document:
    """Return the pages of a pack of articles."""
    findings = [outcome.findings for outcome in intake.find_all(intake.sources(files)) if outcome.findings]
    draft, _problems = propose(findings, [found.article.source.name for found in findings], Settings())
    pack = translate(make_pack(draft, version=__version__, law_as_of=law.as_of()), memory.shipped())
    return make_document(pack, folders(""))


def tagged(document: Document) -> tuple[float, int]:
    """Return the CPU seconds and the pages of the product's layout."""
    for face in A4.faces.values():
        fonts.font(face.font)
    start = time.process_time()
    pages = render(document, when=datetime(2031, 1, 1, tzinfo=UTC)).pages
    return time.process_time() - start, pages


def plain(document: Document, *, grids: bool = True) -> tuple[float, int]:
    """Return the CPU seconds and the pages of ReportLab's own layout; without `grids` of its paragraphs alone, one below the other."""
    for face in A4.faces.values():
        fonts.font(face.font)
    for name in HYPHENATION.values():
        pyphen.Pyphen(lang=name)
    start = time.process_time()
    template = SimpleDocTemplate(
        io.BytesIO(), pagesize=(A4.width, A4.height), leftMargin=A4.side, rightMargin=A4.side, topMargin=A4.top, bottomMargin=A4.bottom
    )
    flow = Plain().flow(document.sections, A4.measure) if grids else Plain().paragraphs(document.sections)
    template.build(flow)
    return time.process_time() - start, template.page


class Plain:
    """ReportLab's flowables for the blocks of a document."""

    def __init__(self) -> None:
        self.styles: dict[tuple[str, str], Any] = {}

    def flow(self, elements: Sequence[Element], width: float) -> list[Any]:
        """Return blocks one below the other."""
        return [found for element in elements for found in self.block(element, width)]

    def block(self, element: Element, width: float) -> list[Any]:
        """Return one block."""
        if element.tag == "pagebreak":
            return []
        if element.tag == "pair":
            return [self.grid(self.rows(element.children, width), [width / 2, width / 2])]
        if element.tag == "table":
            return [self.table(element, width)]
        if element.tag == "section":
            return self.flow(element.children, width)
        if element.children:
            default = {"ol": "cell", "ul": "cell", "blockquote": element.kind or "direct"}.get(element.tag, "text")
            return [self.paragraph(part, default) for item in element.children for part in (item.children or [item])]
        return [self.paragraph(element, element.tag)]

    def paragraphs(self, elements: Sequence[Element]) -> list[Any]:
        """Return the words of blocks without tables and columns."""
        found = (self.paragraph(part, part.tag) for element in elements for part in element.walk() if part.runs)
        return [Indenter(right=A4.column + A4.gutter), *found]

    def rows(self, sides: Sequence[Element], width: float) -> list[list[Any]]:
        """Return what stands side by side: part by part where both sides are built alike, so that pages can end between the parts."""
        left, right = sides
        if left.tag == right.tag == "section" and len(left.children) == len(right.children):
            return [row for pair in zip(left.children, right.children, strict=True) for row in self.rows(pair, width)]
        return [[self.block(side, width / 2 - A4.gutter) for side in sides]]

    def table(self, element: Element, width: float) -> Any:
        """Return a table with its head repeated."""
        rows = [
            [[self.paragraph(part, "th" if cell.tag == "th" else "cell") for part in cell.children] for cell in row.children]
            for row in element.children
        ]
        widths = widths_of(element.attributes["cols"].split(), width, 1.0)
        return self.grid(rows, list(widths), int(bool(element.children) and is_head(element.children[0])))

    def grid(self, rows: list[list[Any]], widths: list[float], heads: int = 0) -> Any:
        """Return cells in rows with a line above each."""
        looks = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LINEABOVE", (0, 0), (-1, -1), A4.hairline, black)]
        looks += [(f"{side}PADDING", (0, 0), (-1, -1), room) for side, room in (("LEFT", 0), ("RIGHT", 6), ("TOP", 2.6), ("BOTTOM", 3))]
        return Table(rows, colWidths=widths, repeatRows=heads, style=looks, splitInRow=1)

    def paragraph(self, element: Element, default: str) -> Any:
        """Return a paragraph in the type of its class."""
        name = element.kind or {"p": "text", "h1": "title"}.get(default, default)
        return Paragraph("".join(map(markup, element.runs)), self.style(name if name in A4.faces else "text", element.lang))

    def style(self, name: str, lang: str) -> Any:
        """Return the type token `name` as ReportLab's style; hyphenated where the token is."""
        if (name, lang) not in self.styles:
            face = A4.faces[name]
            hyphens = {"hyphenationLang": HYPHENATION[lang], "hyphenationMinWordLength": 8} if face.hyphenate else {}
            style = ParagraphStyle(name, fontName=face.font, fontSize=face.size, leading=face.leading, spaceBefore=A4.before.get(name, 0), **hyphens)
            self.styles[name, lang] = style
        return self.styles[name, lang]


def markup(run: Run) -> str:
    """Return a run in ReportLab's markup."""
    words = escape(run.text or ("10" if run.kind in {"page", "pages"} else "")).replace("\n", "<br/>")
    return f'<font name="{font_name("Sans", SEMIBOLD, italic=False)}">{words}</font>' if run.bold else words


def pack(folder: Path) -> tuple[float, float, int, float]:
    """Return the CPU seconds of finding and building, the pages, and the most memory used in MB (0 where the system does not tell)."""
    from briefing.editing.review import store

    gc.set_threshold(COLLECT_AFTER)  # as the command line does
    outcomes = [outcome for outcome in intake.find_all(intake.sources([folder])) if outcome.findings]
    found = time.process_time()
    built = pipeline.build(outcomes, store.open_correction(Path("none.koreksi.toml")), Settings())
    return found, time.process_time() - found, built.pages, peak()


def peak() -> float:
    """Return the most memory that this process has used, in MB; 0 on Windows."""
    try:
        import resource
    except ImportError:
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def show(what: str, value: str) -> None:
    """Print one figure."""
    sys.stdout.write(f"{what:<30}{value}\n")


def measure(what: str, path: Path) -> None:
    """Print the figures of one run, for the process that asked for them."""
    layouts: dict[str, Callable[[Document], tuple[float, int]]] = {"plain": plain, "paragraphs": partial(plain, grids=False), "tagged": tagged}
    figures: tuple[float, ...] = pack(path) if what == "pack" else layouts[what](pickle.loads(path.read_bytes()))
    sys.stdout.write(" ".join(map(str, figures)))


if __name__ == "__main__":
    if len(sys.argv) == 3:
        measure(sys.argv[1], Path(sys.argv[2]))
    else:
        main(*sys.argv[1:])
