"""How much of the words of real documents is read rightly: python tests/bench/documents.py FOLDER

FOLDER holds the expected body of each document as text, typed from its pages: NAME.txt for ../shared/corpus/documents/NAME.pdf or NAME.docx, and
NAME.pages-1-10-57.txt for some pages of it. Prints the F1 of the words, as multisets of lower-case runs of letters and digits, and those that differ.
"""

from __future__ import annotations

import io
import re
import sys
import tempfile
from collections import Counter
from pathlib import Path

from pypdf import PdfReader, PdfWriter

from briefing.reading.read import texts

DOCUMENTS = Path(__file__).parents[3] / "shared" / "corpus" / "documents"


def main(folder: Path) -> None:
    """Print a line for each expected body in `folder`, and one for all."""
    scores = [show(path) for path in sorted(folder.glob("*.txt"))]
    print(f"mean {sum(scores) / len(scores):.4f}" if scores else f"{folder}: holds no expected body")  # noqa: T201


def show(expected: Path) -> float:
    """Print how well one document is read, and return the F1."""
    name, _, pages = expected.stem.partition(".pages-")
    document = next(path for path in DOCUMENTS.iterdir() if path.stem == name)
    data = some_pages(document.read_bytes(), [int(number) for number in pages.split("-")]) if pages else document.read_bytes()
    read = Counter(word for text in texts(data, document.name) if text.layout for line in text.layout.lines for word in words(line.text))
    wanted = Counter(words(expected.read_text(encoding="utf-8")))
    score = 2 * (read & wanted).total() / (read.total() + wanted.total())
    print(f"{score:.4f} {expected.stem}: missing {dict(wanted - read)}, too many {dict(read - wanted)}")  # noqa: T201
    return score


def words(text: str) -> list[str]:
    """Return the words of a text as they are counted."""
    return re.findall(r"\w+", text.lower())


def some_pages(data: bytes, numbers: list[int]) -> bytes:
    """Return a PDF of some pages of another."""
    writer, reader, out = PdfWriter(), PdfReader(io.BytesIO(data)), io.BytesIO()
    for number in numbers:
        writer.add_page(reader.pages[number - 1])
    writer.write(out)
    return out.getvalue()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.gettempdir(), "doc-gold"))
