"""The styles of the document: one for each face of the house style, headings under the names by which Word knows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.rendering.docx.xml import LANGUAGES, Xml, element, properties, twips
from briefing.rendering.pdf.style import REGULAR, SERIF

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.rendering.pdf.style import Face
    from briefing.rendering.pdf.theme import Theme

FONTS: Final = {"Sans": "Calibri", "Serif": "Cambria"}
"""What every Word has in place of the fonts of the house, which are not installed on the machines of readers."""

SYMBOLS: Final = "Segoe UI Symbol"

NAMES: Final = {
    "cover": ("Title", "Title"),
    "title": ("Heading1", "heading 1"),
    "h2": ("Heading2", "heading 2"),
    "sheet-head": ("Heading2Sheet", "heading 2 sheet"),
    "h3": ("Heading3", "heading 3"),
    "direct": ("Quote", "Quote"),
}
"""The identifiers and names of styles that Word has a meaning for; those of others are made from the face: "pack cell"."""

LEVELS: Final = {"title": 0, "h2": 1, "sheet-head": 1, "h3": 2}
AS: Final = {"direct": "quote", "direct-long": "quote", "gist": "quote", "indirect": "quote", "sheet-head": "h2"}
"""Faces before which stands the space of another."""

NONE_ABOVE: Final = frozenset(
    {"cell", "key", "number", "th", "figure", "sheet", "head", "head-long", "subhead", "draft", "draft-line", "mark", "folio"}
)
FINEST: Final = 8.0  # points; Calibri is smaller than the font of the house


def style_id(face: str) -> str:
    """Return the identifier of the style of a face."""
    return NAMES[face][0] if face in NAMES else "Pack" + "".join(part.capitalize() for part in face.split("-"))


def styles(theme: Theme) -> Iterator[Xml]:
    """Yield what the part of the styles holds."""
    base = properties(
        "rPr", [_fonts("Sans"), *_sizes(theme.faces["cell"].size), element("lang", val=LANGUAGES["id"], eastAsia="en-US", bidi="ar-SA")]
    )
    yield element("docDefaults", element("rPrDefault", base), element("pPrDefault", element("pPr", element("spacing", before=0, after=0))))
    normal = element("style", element("name", val="Normal"), element("qFormat"), type="paragraph", default=1, styleId="Normal")
    yield normal
    yield element("style", element("name", val="Default Paragraph Font"), type="character", default=1, styleId="DefaultParagraphFont")
    yield element("style", element("name", val="Normal Table"), _plain_table(), type="table", default=1, styleId="TableNormal")
    yield element("style", element("name", val="No List"), type="numbering", default=1, styleId="NoList")
    yield from (_style(name, face, theme) for name, face in theme.faces.items())


def _style(name: str, face: Face, theme: Theme) -> Xml:
    identifier, shown = NAMES.get(name, (style_id(name), f"pack {name}"))
    before = 0.0 if name in NONE_ABOVE else theme.before.get(AS.get(name, name), theme.before["text"])
    of_paragraph = [element("spacing", before=twips(before), after=0, line=twips(face.leading), lineRule="atLeast")]
    if name in LEVELS:
        of_paragraph += [element("keepNext"), element("keepLines"), element("outlineLvl", val=LEVELS[name])]
    of_run = [_fonts(face.family), *_sizes(face.size), element("color", val=theme.colours[face.colour].removeprefix("#"))]
    if face.weight != REGULAR:
        of_run.append(element("b"))
    if face.italic:
        of_run.append(element("i"))
    parts = [element("name", val=shown), element("basedOn", val="Normal"), element("next", val="PackText"), element("qFormat")]
    return element("style", *parts, properties("pPr", of_paragraph), properties("rPr", of_run), type="paragraph", styleId=identifier)


def _fonts(family: str) -> Xml:
    font = FONTS[SERIF if family == SERIF else "Sans"]
    return element("rFonts", ascii=font, hAnsi=font, cs=font, eastAsia=font)


def _sizes(size: float) -> list[Xml]:
    return [element("sz", val=round(max(size, FINEST) * 2))]


def _plain_table() -> Xml:
    margins = element("tblCellMar", *(element(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right")))
    return element("tblPr", element("tblInd", w=0, type="dxa"), margins)
