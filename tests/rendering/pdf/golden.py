"""The chosen pages that are kept to compare with: `python -m tests.rendering.pdf.golden` writes them anew into goldens/.

Look at every page that the command changes before it is committed. Of each page its text layer is kept (.txt: the elements of the logical tree that begin on it,
with their words), and a raster (.png: grey, 50 dots an inch, by Poppler's pdftoppm).
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PIL import Image

from briefing.finishing.opened import open_pack
from briefing.rendering.attachments import attachments
from briefing.rendering.fill import make_document
from briefing.rendering.pdf.render import render
from briefing.rendering.pdf.theme import theme
from briefing.rendering.profiles import folders
from tests.factories import seeds_pack

if TYPE_CHECKING:
    from briefing.finishing.tree import Block

FOLDER: Final = Path(__file__).with_name("goldens")
DOTS: Final = 50  # an inch
FORMS: Final = {
    "a4": theme("A4"),
    "f4-grey": theme("F4", greyscale=True),
    "large": theme("A4", large_print=True),
}
PAGES: Final = (
    *(
        ("a4", section)
        for section in ("cover", "summary", "contents", "rules", "law", "speakers", "article-1", "ikrar", "lapor", "glossary", "sources")
    ),
    ("f4-grey", "rules"),
    ("large", "article-1"),
)
"""Each form with the section whose first page is kept."""


@cache
def pdf(form: str) -> bytes:
    """Return the pack of the seeds, made by hand, in one of the forms."""
    pack = seeds_pack()
    document = make_document(pack, folders("bawaslu"))
    return render(document, when=datetime(2024, 11, 2, tzinfo=UTC), attachments=attachments(pack, document.english), theme=FORMS[form]).pdf


@cache
def tree(form: str) -> Block:
    """Return the root of the logical tree of that pack."""
    return open_pack(pdf(form), form).tree.root


def page_of(form: str, section: str) -> int:
    """Return the number of the first page of a section."""
    return next(block.page for block in tree(form).walk() if block.title == section and block.page)


def words(form: str, page: int) -> str:
    """Return a line for each paragraph that begins on a page, in reading order: its element, language and words."""
    paragraphs = (block for block in tree(form).paragraphs() if block.page == page)
    return "".join(f"{block.tag} {block.lang or '-'}: {' '.join(block.text.replace(chr(0xAD), '').split())}\n" for block in paragraphs)


def raster(data: bytes, page: int) -> Image.Image:
    """Return a page in grey, as pdftoppm draws it."""
    command = [shutil.which("pdftoppm") or "pdftoppm", "-r", str(DOTS), "-gray", "-f", str(page), "-l", str(page), "-singlefile", "-png"]
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "pack.pdf"
        file.write_bytes(data)
        subprocess.run([*command, str(file), str(file.with_suffix(""))], check=True, capture_output=True)
        with Image.open(file.with_suffix(".png")) as image:
            return image.convert("L")


def golden(form: str, section: str, kind: str) -> Path:
    """Return the file that keeps a page, as "txt" or "png"."""
    return FOLDER / f"{form}-{section}.{kind}"


def write() -> None:
    """Write the pages anew."""
    for form, section in PAGES:
        page = page_of(form, section)
        golden(form, section, "txt").write_text(words(form, page), encoding="utf-8", newline="\n")
        raster(pdf(form), page).quantize(16).save(golden(form, section, "png"), optimize=True)


if __name__ == "__main__":
    write()
