"""Text recognition of scanned pages by Tesseract, a program of its own that offices may install."""

from __future__ import annotations

import csv
import os
import shutil
import statistics
import subprocess
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefing.reading.pdf.fragments import PageLine

if TYPE_CHECKING:
    from collections.abc import Sequence

LANGUAGE: Final = "ind"
SECONDS: Final = 90
"""So long may one page take."""

_PROGRAM: Final = "tesseract"
_ON_WINDOWS: Final = ("Tesseract-OCR", "tesseract.exe")
"""Where its installer puts it, in the folder of programs, without telling the system."""

_WORD: Final = "5"
"""The level of the rows that hold words in the table that it writes."""


@cache
def program() -> str | None:
    """Return where it is installed, None where it is not."""
    found = shutil.which(_PROGRAM)
    folders = [os.environ.get(name) for name in ("ProgramFiles", "LOCALAPPDATA")]
    installed = [str(Path(folder, *_ON_WINDOWS)) for folder in folders if folder]
    return found or next((path for path in installed if Path(path).is_file()), None)


@cache
def language() -> bool:
    """Return whether it is installed with Indonesian."""
    installed = program()
    if not installed:
        return False
    try:
        done = subprocess.run([installed, "--list-langs"], capture_output=True, timeout=SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return LANGUAGE in (done.stdout + done.stderr).decode("utf-8", "replace").split()


def lines(picture: bytes, height: float) -> list[PageLine]:
    """Return the lines of a page of `height` points that it finds in a picture of it, in reading order; none where it fails."""
    installed = program()
    if not installed:
        return []
    command = [installed, "-", "-", "-l", LANGUAGE, "tsv"]
    try:
        done = subprocess.run(command, input=picture, capture_output=True, timeout=SECONDS, env={**os.environ, "OMP_THREAD_LIMIT": "1"}, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return []
    return _lines(done.stdout.decode("utf-8", "replace"), height)


def _lines(table: str, height: float) -> list[PageLine]:
    """Return the lines of the table that it writes: one row for each word, with its place in dots from the upper left corner."""
    rows = list(csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    scale = height / float(rows[0]["height"]) if rows and float(rows[0]["height"]) else 0.0
    grouped: dict[tuple[str, str, str], list[dict[str, str]]] = {}
    for row in rows:
        if row["level"] == _WORD and (row["text"] or "").strip():
            grouped.setdefault((row["block_num"], row["par_num"], row["line_num"]), []).append(row)
    tall = statistics.median([_height(words) for words in grouped.values()]) * scale if grouped else 0.0
    return [_line(words, int(key[0]), scale, height, tall) for key, words in grouped.items()]


def _line(words: Sequence[dict[str, str]], column: int, scale: float, height: float, tall: float) -> PageLine:
    own = _height(words) * scale
    return PageLine(
        words=" ".join(word["text"] for word in words),
        start=min(int(word["left"]) for word in words) * scale,
        end=max(int(word["left"]) + int(word["width"]) for word in words) * scale,
        base=height - statistics.median(int(word["top"]) + int(word["height"]) for word in words) * scale,
        size=own if own > 1.5 * tall else tall,  # letters with and without tails differ by less
        column=column,
    )


def _height(words: Sequence[dict[str, str]]) -> float:
    return float(statistics.median(int(word["height"]) for word in words))
