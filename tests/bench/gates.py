"""Print how often the gates stop a human reference, and what two engines said: `python tests/bench/gates.py`; needs ../shared/corpus/mt."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from briefing.translating.gates import faults

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "mt"
MOST_FALSE = 0.04  # of the lines of the reference


def main() -> int:
    """Print a line for each translation of the corpus; return 1 where the gates stop more of the reference than they may."""
    if not CORPUS.is_dir():
        sys.stdout.write(f"{CORPUS} is not there.\n")
        return 0
    stopped = {name: share(name) for name in ("flores-dev.en", "flores-dev.bergamot-tiny.en", "flores-dev.opusmt.en")}
    return int(stopped["flores-dev.en"] > MOST_FALSE)


def share(name: str) -> float:
    """Print and return the share of the lines of one translation that the gates stop."""
    pairs = list(zip(lines("flores-dev.id"), lines(name), strict=True))
    found = [codes for indonesian, english in pairs if (codes := faults(indonesian, english))]
    counts = Counter(code for codes in found for code in codes)
    sys.stdout.write(f"{name}: {len(found)} of {len(pairs)} ({len(found) / len(pairs):.1%}) {dict(counts.most_common())}\n")
    return len(found) / len(pairs)


def lines(name: str) -> list[str]:
    """Return the lines of one file of the corpus."""
    return [line.strip() for line in (CORPUS / name).read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    sys.exit(main())
