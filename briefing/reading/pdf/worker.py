"""The process that opens PDFs: `python -m briefing.reading.pdf.worker` takes a PDF on standard input and gives what it read as JSON.

A hostile file costs no more than this process, which the system ends when it takes too much time or memory. It opens no file for writing.
"""

from __future__ import annotations

import base64
import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from briefing.reading.pdf.columns import lines
from briefing.reading.pdf.glyphs import TooMuchError

if TYPE_CHECKING:
    from types import ModuleType

MEMORY: Final = 3_000_000_000
"""Bytes of address space, of which a usual PDF takes a tenth."""

SECONDS: Final = 60
"""Of CPU time, in which some 1,500 pages are read."""

MOST_PAGES: Final = 1_000


def main() -> None:
    """Read standard input and write the answer: `error` with a code, or `pages` with their lines, or `pictures` where pages are named."""
    limit()
    sys.setrecursionlimit(2_000)
    data = sys.stdin.buffer.read()
    numbers = [int(argument) for argument in sys.argv[1:]]
    try:
        answer = pictures(data, numbers) if numbers else read(data, engine())
    except TooMuchError:
        answer = {"error": "pdf-tangled"}
    except MemoryError:
        answer = {"error": "pdf-too-much"}
    except Exception as error:  # noqa: BLE001 - a damaged file fails in any way, and all mean the same
        answer = {"error": "pdf-broken", "fault": f"{type(error).__name__}: {error}"[:200]}
    sys.stdout.write(json.dumps(answer))


def limit() -> None:
    """Let the system end this process when it takes too much, where the system can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    for kind, amount in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)):
        hard = resource.getrlimit(kind)[1]
        resource.setrlimit(kind, (amount if hard == resource.RLIM_INFINITY else min(amount, hard), hard))


def engine(name: str | None = None) -> ModuleType:
    """Return the reader of glyphs: PDFium where it is installed, else pypdf."""
    if name != "pypdf":
        try:
            from briefing.reading.pdf import with_pdfium
        except ImportError:
            pass
        else:
            return with_pdfium
    from briefing.reading.pdf import with_pypdf

    return with_pypdf


def read(data: bytes, module: ModuleType) -> dict[str, Any]:
    """Return the lines of each page and what the file says of its title and of the program that made it."""
    document = module.open_pdf(data)
    if document is None:
        return {"error": "pdf-locked"}
    count = module.count(document)
    if count > MOST_PAGES:
        return {"error": "pdf-tangled"}
    found = []
    gutters: tuple[float, ...] = ()
    for page in module.pages(document):
        read_lines, edges = lines(page, gutters)
        gutters = edges or gutters
        found.append({"height": page.height, "blank": page.is_blank, "lines": [asdict(line) for line in read_lines]})
    return {"pages": found, **module.properties(document)}


def pictures(data: bytes, numbers: list[int]) -> dict[str, Any]:
    """Return pages as pictures, in base64; None for one that cannot be shown."""
    module = engine()
    document = module.open_pdf(data)
    return {"pictures": [base64.b64encode(picture).decode() if (picture := module.picture(document, number)) else None for number in numbers]}


if __name__ == "__main__":
    main()
