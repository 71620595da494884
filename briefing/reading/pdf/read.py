"""PDF files: the text of their pages in reading order, read in a process of its own; scanned pages by text recognition where that is installed."""

from __future__ import annotations

import base64
import itertools
import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any, Final

from briefing.files import PACKAGE
from briefing.model.article import Dropped
from briefing.model.problem import BriefingError, ExitCode, Problem
from briefing.model.span import Span
from briefing.reading.clean import veil
from briefing.reading.extracted import laid_out
from briefing.reading.hyphens import joined
from briefing.reading.page_fields import said
from briefing.reading.pdf import ocr
from briefing.reading.pdf.fragments import PageLine
from briefing.reading.pdf.garbage import is_garbage
from briefing.reading.pdf.margins import margins
from briefing.reading.pdf.paragraphs import begins, columns
from briefing.reading.stated import Stated, Statement
from briefing.reading.text import check_size

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.reading.layout import Layout

SECONDS: Final = 60
"""So long may the reading of a file take, and the making of pictures of its pages."""

MOST_RECOGNIZED: Final = 30
"""So many scanned pages of one file are read; each takes a few seconds."""

WORKER: Final = "briefing.reading.pdf.worker"
"""The module that opens PDFs, in a process of its own."""

OWN: Final = "briefing"
"""How the packs of this program name their creator."""

_WORD = re.compile(r"[\w-]+")
_FILE_TITLE = re.compile(r"\.\w{3,4}$|^Microsoft |^untitled$|^(?:document|dokumen|slide)\s?\d*$", re.IGNORECASE)


def read_pdf(data: bytes, name: str) -> tuple[str, Layout]:
    """Return the text of a PDF and its layout.

    Raises:
        BriefingError: it is damaged, locked, a pack of this program, takes more time or memory than any article, or holds no text that can be read.
    """
    check_size(data, name)
    answer = _ask(data, name)
    if str(answer["creator"]).startswith(OWN):
        raise BriefingError("made-here", ExitCode.USAGE, file=name)
    pages = [[PageLine(**line) for line in page["lines"]] for page in answer["pages"]]
    heights = [page["height"] for page in answer["pages"]]
    wanted = [number for number, lines in enumerate(pages) if is_garbage(" ".join(line.words for line in lines))]
    problems = []
    if wanted:
        read = _recognized(data, name, wanted[:MOST_RECOGNIZED], heights)
        for number in wanted:
            pages[number] = read.get(number, [])
        problems += _told([number for number in wanted if pages[number]], "pages-recognized")
        problems += _told([number for number in wanted if not pages[number] and not answer["pages"][number]["blank"]], "pages-unread")
        if not any(pages):
            raise BriefingError("pdf-no-text" if ocr.language() else "pdf-scanned", ExitCode.INPUT_UNREADABLE, file=name)
    return _composed(pages, heights, str(answer["title"]), problems)


def _ask(data: bytes, name: str, numbers: Sequence[int] = ()) -> dict[str, Any]:
    """Return what the process that opens PDFs says of a file, or of the pages `numbers` as pictures."""
    answer = _answer(data, name, numbers)
    if "error" in answer:
        fault = {"fault": str(answer["fault"])} if "fault" in answer else {}
        raise BriefingError(str(answer["error"]), ExitCode.INPUT_UNREADABLE, file=name, **fault)
    return answer


def _answer(data: bytes, name: str, numbers: Sequence[int]) -> dict[str, Any]:
    command = [sys.executable, "-P", "-m", WORKER, *map(str, numbers)]
    paths = os.pathsep.join(filter(None, (str(PACKAGE.parent), os.environ.get("PYTHONPATH"))))
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, env={**os.environ, "PYTHONPATH": paths}, check=False)
        answer: dict[str, Any] = json.loads(done.stdout)
    except subprocess.TimeoutExpired as error:
        raise BriefingError("pdf-too-much", ExitCode.INPUT_UNREADABLE, file=name) from error
    except ValueError as error:  # the system ended it before it could answer
        raise BriefingError("pdf-too-much", ExitCode.INPUT_UNREADABLE, file=name) from error
    return answer


def _recognized(data: bytes, name: str, numbers: Sequence[int], heights: Sequence[float]) -> dict[int, list[PageLine]]:
    """Return the lines of scanned pages that could be read, none where the program for it is not installed."""
    if not ocr.language():
        return {}
    pictures = _ask(data, name, numbers)["pictures"]
    return {
        number: ocr.lines(base64.b64decode(picture), heights[number]) if picture else [] for number, picture in zip(numbers, pictures, strict=True)
    }


def _told(numbers: Sequence[int], code: str) -> list[Problem]:
    return [Problem(code=code, arguments={"pages": ", ".join(str(number + 1) for number in numbers)})] if numbers else []


def _composed(pages: Sequence[Sequence[PageLine]], heights: Sequence[float], title: str, problems: Sequence[Problem]) -> tuple[str, Layout]:
    """Return the text that the lines of the pages make, and its layout."""
    stated = Statement(field="title", value=" ".join(title.split()), how="properties")
    head, late = said(Stated(statements=(stated,) if title.strip() and len(title) < 300 and not _FILE_TITLE.search(title.strip()) else ()))
    edges = margins(pages, heights)
    parts, dropped = [head], []
    length = len(head)
    for words, is_margin in _blocks(pages, edges):
        parts.append(words + "\n")
        if is_margin:
            dropped.append(Dropped(span=Span(length, length + len(words)), reason="running-head"))
        length += len(words) + 1
    text = "".join(parts)
    return text, laid_out(veil(text), len(head), late=late, dropped=dropped, problems=problems)


def _blocks(pages: Sequence[Sequence[PageLine]], edges: Sequence[frozenset[int]]) -> Iterator[tuple[str, bool]]:
    """Yield the paragraphs in reading order, and the lines in the margins of a page behind the paragraph that goes on there."""
    flow = [(number, line) for number, lines in enumerate(pages) for place, line in enumerate(lines) if place not in edges[number]]
    numbers, lines = [number for number, _line in flow], [line for _number, line in flow]
    known = frozenset(word.lower() for line in lines for word in _WORD.findall(line.words))
    paragraph: list[str] = []
    shown = 0
    for number, line, is_first in zip(numbers, lines, begins(lines, columns(lines, numbers), numbers), strict=True):
        if is_first and paragraph:
            yield _joined(paragraph, known), False
            paragraph = []
        if is_first:
            yield from _margin_lines(pages, edges, range(shown, number + 1))
            shown = number + 1
        paragraph.append(line.words)
    if paragraph:
        yield _joined(paragraph, known), False
    yield from _margin_lines(pages, edges, range(shown, len(pages)))


def _margin_lines(pages: Sequence[Sequence[PageLine]], edges: Sequence[frozenset[int]], numbers: range) -> Iterator[tuple[str, bool]]:
    return ((pages[number][place].words, True) for number in numbers for place in sorted(edges[number]))


def _joined(lines: Sequence[str], known: frozenset[str]) -> str:
    """Return the lines of a paragraph as one, the words whole that were broken."""
    parts = []
    for line, after in itertools.pairwise((*lines, "")):
        whole = joined(line, after, known)
        parts.append(line + " " if whole is None else whole)
    return "".join(parts).rstrip(" ")
