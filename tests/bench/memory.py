"""Print what looking up costs, in CPU time, in a translation memory of 50,000 sentences: `python tests/bench/memory.py`."""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.lexicon.load import rows
from briefing.translating import memory, table
from briefing.translating.near import index

if TYPE_CHECKING:
    from collections.abc import Callable

ENTRIES = 50_000
ASKED = 200
EXACT, NEAR = 1.0, 50.0  # milliseconds that one look-up may take


def main() -> int:
    """Print the figures, one a line; return 1 where a look-up takes longer than it may."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, table.FILE)
        table.remember(path, made())
        start = time.process_time()
        held = memory.shipped(table.read(path).rows)
        show("reading the file", 1000 * (time.process_time() - start))
    keys = tuple(held)
    asked = [words.replace("ASN", "aparatur") for words in random.Random(1).sample(keys, ASKED)]
    exact = show("exact look-up, the slowest", max(milliseconds(lambda words: memory.lookup(held, words), asked)))
    start = time.process_time()
    sentences = index(held)
    show("making the index", 1000 * (time.process_time() - start))
    near = milliseconds(sentences.nearest, asked)
    show("near look-up, the median", statistics.median(near))
    slowest = show("near look-up, nineteen of twenty", sorted(near)[len(near) * 19 // 20])
    return int(exact > EXACT or slowest > NEAR)


def made() -> list[dict[str, str]]:
    """Return rows of sentences as long and as alike as those of articles: the words of the shipped ones, mixed."""
    chance = random.Random(0)
    words = [word for entry in rows("en/memory.csv") for word in entry["source"].split()]
    lengths = [len(entry["source"].split()) for entry in rows("en/memory.csv")]
    sentences = (" ".join(chance.choices(words, k=chance.choice(lengths))) for _ in range(ENTRIES))
    return [table.row_of(sentence, "Translated", None) for sentence in sentences]


def milliseconds(look_up: Callable[[str], object], asked: list[str]) -> list[float]:
    """Return what each look-up takes."""
    times = []
    for words in asked:
        start = time.process_time()
        look_up(words)
        times.append(1000 * (time.process_time() - start))
    return times


def show(what: str, value: float) -> float:
    """Print one figure and return it."""
    sys.stdout.write(f"{what:<50}{value:10.3f} ms\n")
    return value


if __name__ == "__main__":
    sys.exit(main())
