"""How many of the marked citations beside the project are resolved rightly: python tests/bench/citations.py [--misses]

Reads ../shared/facts/citation_examples.json. An alias is met by any instrument that it has meant, an anaphoric article by its key alone. Each snippet is
read on the day that its note gives, if one does; a fault that needs a day counts only then.
"""

from __future__ import annotations

import json
import re
import sys
from datetime import date
from pathlib import Path
from typing import Any

from briefing.finding.citations import find_citations
from briefing.lexicon import law

EXAMPLES = Path(__file__).parents[3] / "shared" / "facts" / "citation_examples.json"
FAULTS = {
    "superseded_at_publication": {"repealed-then", "partly-then"},
    "article_not_in_cited_instrument": {"article-not-in-law"},
    "roman_year_mismatch": {"roman-year"},
    "year_impossible": {"year-impossible"},
    "year_missing": {"year-missing"},
    "year_suspect": {"year-suspect"},
    "number_suspect": {"number-suspect", "year-suspect"},
    "corrected_by_title": {"year-impossible", "year-missing", "year-suspect", "number-suspect"},
    "angka_should_be_ayat": {"angka-for-ayat"},
    "signatory_count_wrong": {"signatories-miscounted"},
    "ratifies_amendment_only": {"ratifies-amendment"},
}
NEUTRAL = {"not-in-catalogue", "alias-undated", "issuer-from-context", "sanctions-changed"}


def day_of(example: dict[str, Any]) -> date | None:
    """Return the day of the source as the note tells it: 25-06-2024, or the first of July of a year alone."""
    full = re.search(r"(\d\d)-(\d\d)-(\d{4})", example["note"])
    if "Artikel" in example["note"] and full:
        return date(int(full[3]), int(full[2]), int(full[1]))
    year = re.match(r"(\d{4}):", example["note"])
    return date(int(year[1]), 7, 1) if year else None


def meant(instrument: str) -> set[str]:
    """Return the ids that an expected reading accepts."""
    if instrument.startswith("alias:"):
        return {one.id for one in law.meanings(instrument.removeprefix("alias:").replace("-", " "))}
    return {instrument}


def main() -> str:
    """Return the figures, and with --misses what was missed."""
    examples = json.loads(EXAMPLES.read_text(encoding="utf-8"))["examples"]
    right = noted = faults = 0
    false, misses = [], []
    for example in examples:
        day = day_of(example)
        found = find_citations(example["text"], day)
        got = [(citation.instrument, key) for citation in found if citation.instrument or citation.articles for key in citation.articles or ("",)]
        want = [(one["instrument"], key) for one in example["normalised"] for key in one["articles"] or [""]]
        fits = all(any((i == "anaphoric" or g in meant(i)) and k == key for g, key in got) for i, k in want)
        extra = [(g, k) for g, k in got if not any((i == "anaphoric" or g in meant(i)) and k in {key, ""} for i, key in want)]
        right += fits and not extra
        if not fits or extra:
            misses.append(f"{example['text'][:110]}\n    want {want}\n    got  {got}")
        codes = {note.code for citation in found for note in citation.notes}
        wanted = [flag for flag in example["flags"] if flag in FAULTS and not (flag == "superseded_at_publication" and day is None)]
        for flag in wanted:
            faults += 1
            noted += bool(FAULTS[flag] & codes)
            if not FAULTS[flag] & codes:
                misses.append(f"fault not noted: {flag}: {example['text'][:110]} {sorted(codes)}")
        allowed = set().union(*(FAULTS[flag] for flag in example["flags"] if flag in FAULTS)) | NEUTRAL
        false += [f"false fault {code}: {example['text'][:110]}" for code in sorted(codes - allowed)]
    figures = f"citations right {right} of {len(examples)} ({100 * right / len(examples):.1f} %), faults noted {noted} of {faults}, false faults {len(false)}"
    return "\n".join([figures, *misses, *false]) if "--misses" in sys.argv else figures


if __name__ == "__main__":
    sys.stdout.write(f"{main()}\n")
