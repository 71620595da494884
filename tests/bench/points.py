"""Print how well statements are matched: `python tests/bench/points.py UNITS.json [--misses]`.

UNITS.json is a list of units: `text`, its paragraph as `context`, the `points` that two readers agreed on, and those `disputed` between them, which
count neither way. With `--only IDS.txt` (one a line) other statements than those do not count: those that the readers did not know.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefing.finding.points import match_points


@dataclass(slots=True)
class Tally:
    """What was matched rightly, wrongly, and not, over many units."""

    only: frozenset[str] = frozenset()
    right: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def add(self, unit: dict[str, Any], words: str, context: str) -> None:
        """Match one unit and count."""
        found = {match.point: match.words for match in match_points(words, context) if not self.only or match.point in self.only}
        agreed = set(unit["points"])
        doubtful = set(unit.get("disputed", ()))
        self.right += len(agreed & set(found))
        self.wrong += [f"{point} {found[point]}: {words}" for point in found if point not in agreed | doubtful]
        self.missed += [f"{point}: {words}" for point in sorted(agreed - set(found))]

    @property
    def precision(self) -> float:
        """Return the share of matches that are right."""
        return self.right / max(1, self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        """Return the share of agreed statements that were matched."""
        return self.right / max(1, self.right + len(self.missed))


def main() -> None:
    """Print precision and recall, and with --misses each wrong and missed match."""
    file, *options = sys.argv[1:]
    only = Path(options[options.index("--only") + 1]).read_text(encoding="utf-8").split() if "--only" in options else ()
    tally = Tally(only=frozenset(only))
    for unit in json.loads(Path(file).read_text(encoding="utf-8")):
        tally.add(unit, unit["text"], unit["context"])
    print(f"right {tally.right}, wrong {len(tally.wrong)}, missed {len(tally.missed)}")  # noqa: T201 - a script for the terminal
    print(f"precision {tally.precision:.3f}, recall {tally.recall:.3f}")  # noqa: T201
    if "--misses" in options:
        print(*(f"wrong  {line}" for line in tally.wrong), *(f"missed {line}" for line in tally.missed), sep="\n")  # noqa: T201


if __name__ == "__main__":
    main()
