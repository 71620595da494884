"""Measure the reading of web pages: `python tests/bench/pages.py FOLDER`, of pages NAME.html beside NAME.gold.json.

A gold file holds `title`, `body` and `date_epoch_ms` or `published`; an empty body says that the page is no article. Printed are, for each page and on
average, the F1 of the words of the body (multisets of lower-case words), whether title and day are right, and how many pages a second one core reads.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING, Any

from briefing.reading.read import read, texts

if TYPE_CHECKING:
    from collections.abc import Iterable

WIB = timedelta(hours=7)
ROUNDS = 5


def main(folders: list[str]) -> None:
    """Print a line a page, then the figures of all."""
    pages = sorted(path for folder in folders for path in Path(folder).glob("*.html"))
    judged = [(path, judge(path, gold)) for path in pages if (gold := gold_of(path, folders))]
    for path, (score, title, day) in judged:
        show(f"{path.stem:<12}{score:6.3f}  {sign(title)} title  {sign(day)} day")
    scores = [score for _path, (score, _title, _day) in judged]
    show(f"body: {mean(scores):.4f} on average, {min(scores):.3f} at worst, {len(scores)} pages")
    show(f"titles: {count(title for _path, (_score, title, _day) in judged)}, days: {count(day for _path, (_score, _title, day) in judged)}")
    show(f"{pages_a_second(pages):.0f} pages a second")


def gold_of(path: Path, folders: list[str]) -> dict[str, Any] | None:
    """Return what is expected of a page, from beside it or from another of the folders."""
    files = (Path(folder, f"{path.stem}.gold.json") for folder in folders)
    found = next((file for file in files if file.exists()), None)
    return json.loads(found.read_text(encoding="utf-8")) if found else None


def judge(path: Path, gold: dict[str, Any]) -> tuple[float, bool | None, bool | None]:
    """Return the F1 of the body, and whether title and day are right; None where nothing is expected."""
    article = read(*texts(path.read_bytes(), path.name))
    day = day_of(gold)
    is_title = article.title == gold["title"] if gold.get("title") else None
    return f1(article.text, gold["body"]), is_title, (article.published or "")[:10] == day if day else None


def f1(found: str, expected: str) -> float:
    """Return the F1 of two texts as multisets of lower-case words; 1 where both are empty."""
    one, other = words(found), words(expected)
    return 2 * (one & other).total() / ((one + other).total()) if one + other else 1.0


def words(text: str) -> Counter[str]:
    """Return the words of a text in lower case."""
    return Counter(re.findall(r"\w+", text.lower()))


def day_of(gold: dict[str, Any]) -> str | None:
    """Return the day of publication in Western Indonesian Time."""
    if "date_epoch_ms" in gold:
        return (datetime.fromtimestamp(gold["date_epoch_ms"] / 1000, UTC) + WIB).date().isoformat()
    published: str | None = gold.get("published")
    return published[:10] if published else None


def pages_a_second(pages: list[Path]) -> float:
    """Return how many pages are read in a second of CPU time, the best of several rounds."""
    data = [(path.name, path.read_bytes()) for path in pages]
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        for name, page in data:
            read(*texts(page, name))
        times.append(time.process_time() - start)
    return len(pages) / min(times)


def count(judged: Iterable[bool | None]) -> str:
    """Return how many are right of those that are expected."""
    expected = [each for each in judged if each is not None]
    return f"{sum(expected)} of {len(expected)}"


def sign(is_right: bool | None) -> str:
    """Return a mark for right, wrong, or nothing expected."""
    return {True: "+", False: "-", None: "."}[is_right]


def show(line: str) -> None:
    """Print one line."""
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
