"""Drawing on pages so that everything drawn either belongs to an element of the logical tree or is an artifact."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, BinaryIO

from PIL import Image
from reportlab import rl_config
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFPage, PDFString
from reportlab.pdfgen.canvas import Canvas

from briefing.rendering.pdf import fonts, marks
from briefing.rendering.pdf.boxes import Drawing, Frame, Photo, Rule, Target, Text
from briefing.rendering.pdf.seal import seal
from briefing.rendering.pdf.structure import Annotation, Content, Node

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefing.rendering.pdf.lines import Fragment
    from briefing.rendering.pdf.theme import Theme

ARTIFACT = "/Artifact BMC"
HEADER = "/Artifact <</Type /Pagination /Subtype /Header>> BDC"
FOOTER = "/Artifact <</Type /Pagination /Subtype /Footer>> BDC"
PRINT = 4  # the annotation flag that PDF/A wants
FIRST_FONT = "Sans"
# ReportLab writes pages in ASCII-85 unless told otherwise: slower to make, and a quarter larger.
rl_config.useA85 = 0


class TaggedCanvas(Canvas):
    """A canvas that keeps account of its marked content; `targets` are the places of sections: page from 1, distance from the upper edge.

    `seals` are those of the pages that are finished.
    """

    def __init__(self, stream: BinaryIO, theme: Theme, page_count: int, targets: Mapping[str, tuple[int, float]]) -> None:
        fonts.font(FIRST_FONT)
        super().__init__(
            stream, (theme.width, theme.height), pageCompression=1, invariant=1, pdfVersion=(1, 7), initialFontName=FIRST_FONT, lang="id-ID"
        )
        self.theme = theme
        self.page_count = page_count
        self.targets = targets
        self.colours = {name: HexColor(value) for name, value in theme.colours.items()}
        self.fills = {name: self._fill(colour) for name, colour in self.colours.items()}
        self.contents: list[list[Node]] = []
        self.links: list[Node] = []
        self.seals: list[str] = []
        self._drawn: dict[tuple[str, float], list[str]] = {}
        self._writers: dict[str, fonts.Writer] = {}
        self._page_contents: list[Node] = []
        self._page_words: list[list[str]] = []
        self._open: Node | str | None = None

    def _fill(self, colour: Color) -> str:
        """Return the operator that fills with a colour; in greyscale that of the grey scale, which printers lay down in black ink alone."""
        return f"{colour.red:.4g} g" if self.theme.grey else "{:.4g} {:.4g} {:.4g} rg".format(*colour.rgb())

    def setFillColor(self, aColor: Color, alpha: float | None = None) -> None:  # noqa: N802, N803 - the names are ReportLab's
        """Fill with a colour from here on."""
        if self.theme.grey:
            self.setFillGray(aColor.red, alpha)
        else:
            super().setFillColor(aColor, alpha)

    def setStrokeColor(self, aColor: Color, alpha: float | None = None) -> None:  # noqa: N802, N803 - the names are ReportLab's
        """Draw lines in a colour from here on."""
        if self.theme.grey:
            self.setStrokeGray(aColor.red, alpha)
        else:
            super().setStrokeColor(aColor, alpha)

    def mark(self, owner: Node | str | None) -> None:
        """Let what is drawn from here on belong to `owner`: an element, a kind of artifact, or nothing yet."""
        if owner is self._open:
            return
        if self._open is not None:
            self.addLiteral("EMC")
        self._open = owner
        if isinstance(owner, Node):
            number = len(self._page_contents)
            owner.children.append(Content(len(self.contents), number))
            self._page_contents.append(owner)
            self._page_words.append([])
            self.addLiteral(f"/{owner.tag} <</MCID {number}>> BDC")
        elif owner:
            self.addLiteral(owner)

    def draw(self, drawings: Iterable[Drawing], x: float = 0, y: float = 0, artifact: str | None = None) -> None:
        """Draw what lies `x` from the frame's left and `y` below the page's upper edge; with `artifact` none of it is read out."""
        for drawing in drawings:
            left, top = self.theme.side + x + drawing.x, self.theme.height - y - drawing.y
            if isinstance(drawing, Text):
                self._text(drawing, left, top, artifact)
            elif isinstance(drawing, Photo):
                self._photo(drawing, left, top, artifact)
            elif isinstance(drawing, Target):
                if not artifact:
                    self._link(drawing.node, drawing.link, (left, top - drawing.height, left + drawing.width, top))
            else:
                self.mark(artifact or ARTIFACT)
                self._shape(drawing, left, top)

    def _shape(self, shape: Rule | Frame, x: float, top: float) -> None:
        if isinstance(shape, Rule) and shape.height:
            self.addLiteral(f"{self.fills[shape.colour]} {x:.2f} {top - shape.height:.2f} {shape.width:.2f} {shape.height:.2f} re f")
            return
        pen = f"{self.fills[shape.colour].upper()} {shape.thickness:g} w"
        if isinstance(shape, Rule):
            self.addLiteral(f"{pen} {x:.2f} {top:.2f} m {x + shape.width:.2f} {top:.2f} l S")
        else:
            edge = shape.thickness
            self.addLiteral(f"{pen} {x + edge / 2:.2f} {top - shape.height + edge / 2:.2f} {shape.width - edge:.2f} {shape.height - edge:.2f} re S")

    def _text(self, text: Text, x: float, baseline: float, artifact: str | None) -> None:
        areas: dict[Node, tuple[str, float, float]] = {}
        for fragment in text.line.fragments:
            owner = None if artifact or text.node is None else fragment.ink.node or text.node
            left = x + fragment.x
            if owner and text.node and owner is not text.node and owner not in text.node.children:
                text.node.children.append(owner)
            if fragment.picture:
                self._picture(fragment, left, baseline, owner if owner and owner.alt else artifact or ARTIFACT)
            else:
                self.mark(owner or artifact or ARTIFACT)
                self._words(fragment, left, baseline)
            if owner and fragment.ink.link:
                link, start, _ = areas.get(owner, (fragment.ink.link, left, left))
                areas[owner] = (link, start, left + fragment.width)
        for node, (link, start, end) in areas.items():
            self._link(node, link, (start, baseline - 2.5, end, baseline + 8))

    def _words(self, fragment: Fragment, x: float, baseline: float) -> None:
        if isinstance(self._open, Node):
            self._page_words[-1].append(fragment.text)
        ink = fragment.ink
        spacing = f"{ink.tracking:g} Tc " if ink.tracking else ""
        code = [f"BT {self.fills[ink.colour]} {spacing}1 0 0 1 {x:.2f} {baseline:.2f} Tm"]
        if ink.font not in self._writers:
            self._writers[ink.font] = fonts.Writer(ink.font, self._doc)
        code += [f"{font} {ink.size:g} Tf {signs} TJ" for font, signs in self._writers[ink.font].shown(fragment.text)]
        self.addLiteral(" ".join([*code, "0 Tc ET" if ink.tracking else "ET"]))

    def _picture(self, fragment: Fragment, x: float, baseline: float, owner: Node | str) -> None:
        size = fragment.ink.size
        y = baseline + 3.0 - size / 2
        if isinstance(owner, Node):
            owner.attributes = _figure("Inline", (x, y, x + size, y + size))
        self.mark(owner)
        self._mark(fragment.picture, (x, y), size)

    def _mark(self, name: str, corner: tuple[float, float], size: float) -> None:
        """Draw a built-in drawing, from what was written for it where it stood before."""
        fonts.font("Sans-Bold")
        self.saveState()
        self.translate(*corner)
        if (name, size) in self._drawn:
            self._code += self._drawn[name, size]
        else:
            start = len(self._code)
            marks.draw(self, name, size, self.colours)
            self._drawn[name, size] = self._code[start:]
        self.restoreState()

    def _photo(self, photo: Photo, x: float, top: float, artifact: str | None) -> None:
        y = top - photo.height
        owner = None if artifact else photo.node
        if owner:
            owner.attributes = _figure("Block", (x, y, x + photo.width, top))
        self.mark(owner or artifact or ARTIFACT)
        image = Image.open(io.BytesIO(photo.picture.data))
        self.drawImage(ImageReader(image.convert("L") if self.theme.grey else image), x, y, photo.width, photo.height)

    def _link(self, node: Node, address: str, area: tuple[float, float, float, float]) -> None:
        """Add a link annotation, and note it as content of its element."""
        annotation = PDFDictionary({"Type": PDFName("Annot"), "Subtype": PDFName("Link"), "Rect": PDFArray([round(value, 2) for value in area])})
        annotation["Border"] = PDFArray([0, 0, 0])
        annotation["F"] = PRINT
        if address.startswith("#"):
            page, y = self.targets.get(address[1:], (1, 0.0))
            annotation["Dest"] = PDFArray([PDFObjectReference(f"Page{page}"), PDFName("XYZ"), 0, round(self.theme.height - y, 2), "null"])
            annotation["Contents"] = PDFString(f"Halaman {page} / Page {page}")
        else:
            annotation["A"] = PDFDictionary({"S": PDFName("URI"), "URI": PDFString(address)})
            annotation["Contents"] = PDFString(address)
        annotation["StructParent"] = self.page_count + len(self.links)
        self._addAnnotation(annotation)
        node.children.append(Annotation(len(self.contents), self._annotationrefs[-1]))
        self.links.append(node)

    def showPage(self) -> None:  # noqa: N802 - the name is ReportLab's
        """End the page."""
        self.mark(None)
        super().showPage()
        self.contents.append(self._page_contents)
        self._page_contents, self._page_words = [], []

    def _setAnnotations(self, page: object) -> None:  # noqa: N802 - the name is ReportLab's
        super()._setAnnotations(page)
        if isinstance(page, PDFPage):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = len(self.contents), "/S"
            self.seals.append(seal(page.stream.encode(), ["".join(words) for words in self._page_words]))


def _figure(placement: str, box: tuple[float, float, float, float]) -> dict[str, object]:
    """Return the layout attributes of a figure: how it stands in the text, and where on the page."""
    return {"O": "/Layout", "Placement": f"/{placement}", "BBox": PDFArray([round(value, 2) for value in box])}
