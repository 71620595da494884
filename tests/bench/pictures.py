"""Draw the pictures of pages in docs/img anew: `python -m tests.bench.pictures`; it needs Poppler's pdftoppm.

kop.png, which shows a logo, and lembar.png, of sheets that hold no article's words, change seldom and are not among them.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageOps

from briefing.finishing.opened import open_pack
from tests.conformance import packs

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "img"
AROUND, EDGE = "#f0f0f0", "#999999"
GAP = 14
COLOURS = 96
CORRECTIONS = (
    ('title_after = ""', 'title_after = "S.H."'),
    ('office_en = ""', 'office_en = "Chair of Bawaslu Contoh Regency"'),
    ('approved_by = ""', 'approved_by = "Rina Wati"'),
    ('approved_on = ""', 'approved_on = "2024-08-07"'),
)
ENGLISH = (
    'english = ""\nenglish_by = ""\nenglish_on = ""',
    'english = "Civil servants must not campaign, on social media either"\nenglish_by = "Rina Wati"\nenglish_on = 2024-08-07',
)


def page_of(pdf: bytes, section: str) -> int:
    """Return the first page of a section."""
    return next(block.page for block in open_pack(pdf, "pack").tree.root.walk() if block.title == section and block.page)


def drawn(pdf: bytes, page: int, dots: int, share: float = 1.0) -> Image.Image:
    """Return a page, or its upper `share`, `dots` an inch, in a thin frame."""
    command = [shutil.which("pdftoppm") or "pdftoppm", "-r", str(dots), "-png", "-f", str(page), "-l", str(page), "-"]
    image = Image.open(BytesIO(subprocess.run(command, input=pdf, check=True, capture_output=True).stdout)).convert("RGB")
    return ImageOps.expand(image.crop((0, 0, image.width, round(image.height * share))), 1, EDGE)


def save(name: str, pages: Sequence[Image.Image]) -> None:
    """Write pages side by side."""
    picture = Image.new("RGB", (sum(page.width + GAP for page in pages) + GAP, max(page.height for page in pages) + 2 * GAP), AROUND)
    x = GAP
    for page in pages:
        picture.paste(page, (x, GAP))
        x += page.width + GAP
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(FOLDER / name, optimize=True)


def corrected() -> tuple[bytes, bytes]:
    """Return the pack of the README's example before and after the corrections that the guide tells of."""
    with tempfile.TemporaryDirectory() as name:
        example = re.search(r"^Judul: .+?(?=^```)", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
        assert example
        article, pdf, correction = (Path(name, file) for file in ("artikel.txt", "paket.pdf", "paket.koreksi.toml"))
        article.write_text(example[0], encoding="utf-8")
        before = built(article, pdf)
        text = correction.read_text(encoding="utf-8")
        for old, new in CORRECTIONS:
            text = text.replace(old, new, 1)
        head, quote = text.split("[[article.quote]]", 1)
        correction.write_text(f"{head}[[article.quote]]{quote.replace(*ENGLISH, 1)}", encoding="utf-8")
        return before, built(correction, pdf)


def built(source: Path, pdf: Path) -> bytes:
    """Return the pack that the command makes of a source."""
    chosen = ["-o", str(pdf)] if source.suffix == ".txt" else []
    subprocess.run([sys.executable, "-m", "briefing", "--quiet", "build", str(source), *chosen], check=True, cwd=ROOT)
    return pdf.read_bytes()


def main() -> None:
    """Draw them all."""
    usual, indonesian, large = packs.built(packs.SEEDS), packs.built(packs.SEEDS, languages=("id",)), packs.built(packs.SEEDS, large_print=True)
    first = page_of(usual, "article-1")
    save("bentang.png", [drawn(usual, page, 72) for page in (first, first + 1)])
    save("sampul.png", [drawn(usual, page, 66) for page in (page_of(usual, "cover"), page_of(usual, "summary"))])
    f4 = packs.built(packs.SEEDS, paper="F4")
    save("kertas.png", [drawn(usual, first, 52), drawn(f4, page_of(f4, "article-1"), 52)])
    save("besar.png", [drawn(large, page_of(large, "article-1") + number, 52) for number in (0, 1)])
    save("indonesia.png", [drawn(indonesian, page_of(indonesian, section), 56) for section in ("summary", "article-1")])
    save("koreksi.png", [drawn(pdf, page_of(pdf, "article-1"), 64, 0.8) for pdf in corrected()])


if __name__ == "__main__":
    main()
