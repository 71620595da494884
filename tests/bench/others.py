"""Print how other programs lay out the words of a pack beside this one: `python -m tests.bench.others [FOLDER]`.

Some fifty pages of the pack's own blocks are set by each in a process of its own: pairs side by side, tables with heads, quotes, in the same fonts and sizes.
What an engine has of its own is used: its hyphenation, its tags, its variants of PDF. Head and foot, drawings, links, bookmarks and attachments are this program's alone.
Needs typst, weasyprint and fpdf2 (`pip install typst weasyprint fpdf2`); what is not installed is left out. FOLDER keeps the files.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from html import escape
from importlib.resources import files
from importlib.util import find_spec
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from pypdf import PdfReader

from briefing.rendering.pdf.fonts import PACKAGES
from briefing.rendering.pdf.theme import A4
from tests.bench.layout import RATIO_ARTICLES, document_of, show
from tests.conformance import packs
from tests.conformance.validators import verapdf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefing.model.document import Document, Element

RUNS = 3
TAGS = {"id": "id-ID", "en": "en-GB"}
MARGINS = "23mm 18mm 22mm"
FONTS = {family: Path(str(files(package) / "files")) for family, (package, _) in PACKAGES.items()}


class Row(NamedTuple):
    """Blocks side by side, each (element, language, words): one, two of a pair, or the cells of a row of a table; `table` is its number of columns."""

    cells: tuple[tuple[str, str, str], ...]
    table: int = 0
    is_head: bool = False


def rows(elements: Sequence[Element]) -> Iterator[Row]:
    """Yield the blocks of a document in order."""
    for element in elements:
        if element.tag == "pair":
            sides = [[*leaves(side)] for side in element.children]
            yield from (Row(pair) for pair in zip_longest(*sides, fillvalue=("p", "id", "")))
        elif element.tag == "table":
            for number, row in enumerate(element.children):
                cells = tuple(("p", cell.lang, " ".join(words for _, _, words in leaves(cell))) for cell in row.children)
                yield Row(cells, len(element.attributes["cols"].split()), not number and all(cell.tag == "th" for cell in row.children))
        elif element.runs:
            yield Row(tuple(leaves(element)))
        else:
            yield from rows(element.children)


def leaves(element: Element) -> Iterator[tuple[str, str, str]]:
    """Yield the paragraphs of a block."""
    for part in element.walk():
        words = "".join(run.text or ("10" if run.link else "") for run in part.runs).replace("\n", " ").strip()
        if words:
            quoted = element.tag == "blockquote" and part.kind != "who"
            yield "blockquote" if quoted else part.tag if part.tag in {"h1", "h2", "h3"} else "p", part.lang, words


def tables(found: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield rows that belong together: each alone, those of one table at once."""
    group: list[Row] = []
    for row in found:
        if group and (row.is_head or row.table != group[0].table):
            yield group
            group = []
        if row.table:
            group.append(row)
        else:
            yield [row]
    if group:
        yield group


def briefing(document: Document, file: Path) -> None:
    """Lay out by this program, with all that it prints."""
    from briefing.rendering.pdf.render import render

    file.write_bytes(render(document, when=datetime(2031, 1, 1, tzinfo=UTC)).pdf)


def typst(document: Document, file: Path) -> None:
    """Lay out by Typst."""
    import typst as engine

    sizes = {"h1": 20, "h2": 11.2, "h3": 9.6, "blockquote": 12.6, "p": 9.6}

    def cell(tag: str, lang: str, words: str) -> str:
        literal = '#"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
        set_in = f'#set text(lang: "{lang}", size: {sizes[tag]}pt); {literal}'
        if tag in {"h1", "h2", "h3"}:
            return f"[#heading(level: {tag[1]})[{set_in}]]"
        return f"[#quote(block: true)[#emph[{set_in}]]]" if tag == "blockquote" else f"[{set_in}]"

    def block(group: list[Row]) -> str:
        lines = [", ".join(cell(*part) for part in row.cells) for row in group]
        if group[0].table:
            head = [f"table.header({lines.pop(0)})"] if group[0].is_head else []
            return f"#table(columns: {group[0].table}, stroke: (x, y) => (top: 0.5pt), {', '.join([*head, *lines])})"
        return f"#grid(columns: ({'1fr, ' * len(group[0].cells)}), gutter: 9mm, {lines[0]})"

    head = (
        f'#set document(title: "{document.title}", author: "briefing")\n#set page("a4", margin: (top: 23mm, x: 18mm, bottom: 22mm), numbering: "1")\n'
    )
    head += '#set text(lang: "id", font: "Source Serif Pro", hyphenate: true)\n#set quote(quotes: false)\n'
    text = head + "\n".join(block(group) for group in tables([*rows(document.sections)]))
    paths = [str(folder) for folder in FONTS.values()]
    pdf = engine.compile(text.encode(), font_paths=paths, ignore_system_fonts=True, pdf_standards=["ua-1", "a-3a"])
    file.write_bytes(pdf)


def weasyprint(document: Document, file: Path) -> None:
    """Lay out by WeasyPrint, as PDF/UA-1: it makes one variant of PDF at a time."""
    import weasyprint as engine

    cuts = {"Regular": "", "It": "font-style: italic;", "Semibold": "font-weight: 600;"}
    faces = "".join(
        f"@font-face {{ font-family: Source{family}; {look} src: url({(folder / f'{PACKAGES[family][1]}-{cut}.ttf').as_uri()}) }}"
        for family, folder in FONTS.items()
        for cut, look in cuts.items()
    )
    style = f"""{faces} @page {{ size: A4; margin: {MARGINS} }} body {{ font: 9.6pt/13pt SourceSerif; hyphens: auto }} p, blockquote {{ margin: 0 0 6pt }}
        h1, h2, h3 {{ font: 600 11.2pt/13.5pt SourceSans; margin: 6pt 0; hyphens: manual }} h1 {{ font-size: 20pt; line-height: 22.5pt }}
        blockquote {{ font: italic 12.6pt/16.4pt SourceSerif; hyphens: manual }} .pair {{ display: grid; grid-template-columns: 1fr 1fr; gap: 9mm }}
        table {{ width: 100%; border-collapse: collapse }} td, th {{ border-top: 0.5pt solid; font: 8.8pt/11.3pt SourceSans; text-align: left }}"""

    def block(group: list[Row]) -> str:
        if not group[0].table:
            words = "".join(f'<{tag} lang="{TAGS[lang]}">{escape(text)}</{tag}>' for tag, lang, text in group[0].cells)
            return words if len(group[0].cells) == 1 else f'<div class="pair">{words}</div>'
        name = {True: "th", False: "td"}
        lines = ["".join(f'<{name[row.is_head]} lang="{TAGS[lang]}">{escape(text)}' for _, lang, text in row.cells) for row in group]
        head = f"<thead><tr>{lines.pop(0)}</thead>" if group[0].is_head else ""
        return f"<table>{head}<tbody>{''.join(f'<tr>{line}' for line in lines)}</tbody></table>"

    body = "".join(block(group) for group in tables([*rows(document.sections)]))
    html = f'<html lang="id-ID"><title>{escape(document.title)}</title><style>{style}</style><body>{body}'
    engine.HTML(string=html).write_pdf(file, pdf_variant="pdf/ua-1", pdf_tags=True)


def fpdf2(document: Document, file: Path) -> None:
    """Lay out by fpdf2, which has no hyphenation of its own and tags pictures alone."""
    import fpdf as engine

    pdf = engine.FPDF(unit="pt", format="A4")
    for family, style, cut in (("Serif", "", "Regular"), ("Serif", "I", "It"), ("Sans", "", "Regular"), ("Sans", "B", "Semibold")):
        pdf.add_font(family, style, FONTS[family] / f"{PACKAGES[family][1]}-{cut}.ttf")
    pdf.set_title(document.title)
    pdf.set_lang("id-ID")
    pdf.set_margins(A4.side, A4.top, A4.side)
    pdf.set_auto_page_break(auto=True, margin=A4.bottom)
    pdf.add_page()
    looks = {
        "h1": ("Sans", "B", 20.0),
        "h2": ("Sans", "B", 11.2),
        "h3": ("Sans", "B", 9.6),
        "blockquote": ("Serif", "I", 12.6),
        "p": ("Serif", "", 9.6),
    }
    for group in tables([*rows(document.sections)]):
        pdf.set_font(*(looks[group[0].cells[0][0]] if not group[0].table else ("Sans", "", 8.8)))
        lines = "HORIZONTAL_LINES" if group[0].table else "NONE"
        with pdf.table(first_row_as_headings=group[0].is_head, borders_layout=lines, text_align="LEFT", line_height=13) as table:
            for row in group:
                line = table.row()
                for _, _, text in row.cells:
                    line.cell(text)
    pdf.output(str(file))


ENGINES: dict[str, Callable[[Any, Path], None]] = {"briefing": briefing, "typst": typst, "weasyprint": weasyprint, "fpdf2": fpdf2}
MODULES = {"fpdf2": "fpdf"}


def main(folder: Path) -> None:
    """Print the figures of each engine."""
    source = folder / "document.pickle"
    source.write_bytes(pickle.dumps(document_of(packs.many(folder, RATIO_ARTICLES))))
    for name in ENGINES:
        if not find_spec(MODULES.get(name, name)):
            show(name, "not installed")
            continue
        file = folder / f"{name}.pdf"
        command = [sys.executable, "-m", "tests.bench.others", name, str(source), str(file)]
        seconds = [float(subprocess.run(command, check=True, capture_output=True, text=True).stdout) for _ in range(RUNS)]
        broken = [line.split()[1] for line in verapdf([file])]
        rules = ", ".join(f"{broken.count(flavour)} of {flavour}" for flavour in ("ua1", "3a"))
        show(name, f"{min(seconds):6.2f} s CPU, {len(PdfReader(file).pages):3} pages, {file.stat().st_size / 1000:5.0f} kB, rules broken: {rules}")


def measure(name: str, source: Path, file: Path) -> None:
    """Print the CPU seconds of one engine, without those of its imports."""
    document = pickle.loads(source.read_bytes())
    __import__(MODULES.get(name, name))
    start = time.process_time()
    ENGINES[name](document, file)
    sys.stdout.write(str(time.process_time() - start))


if __name__ == "__main__":
    if len(sys.argv) == 4:
        measure(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
    elif len(sys.argv) == 2:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as name:
            main(Path(name))
