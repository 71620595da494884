"""Print how well the statements of 54 Kompas articles are found and given to their speakers: `python tests/bench/kompas.py [--misses]`.

The articles and the marked statements are `corpus/kompas_statements.json` in the folder `shared` beside this checkout, and quotes and names are
matched as its `tools/score.py` matches them. Ordinary people are not marked there, so not every quote found besides is a false one.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.finding.find import find
from briefing.model.article import Article, Source
from briefing.model.span import OffsetMap, Piece, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import ModuleType

    from briefing.model.finding import Findings, Quote

SHARED = Path(__file__).parents[3] / "shared"
KINDS = ("by name", "-nya")


def main() -> None:
    """Print the figures, one a line, and with --misses every statement that was missed or given to somebody else."""
    if not SHARED.exists():
        sys.exit("the folder shared, with the marked statements, is not beside this checkout")
    score = _scorer()
    entries = json.loads((SHARED / "corpus" / "kompas_statements.json").read_text(encoding="utf-8"))
    counts: Counter[str] = Counter()
    for entry in entries:
        found = find(_article(entry["id"], entry["text"].replace("\n", "\n\n")))
        counts["found"] += sum(quote.kind == "direct" for quote in found.quotes)
        for outcome, told in _compared(entry, found, score):
            counts[outcome] += 1
            if "--misses" in sys.argv and told:
                print(entry["id"], outcome, told, sep="\t")  # noqa: T201
    _show(counts)


def _compared(entry: Mapping[str, Any], found: Findings, score: ModuleType) -> Iterator[tuple[str, str]]:
    """Yield what became of each marked statement, and what there is to say of a miss."""
    free = [quote for quote in found.quotes if quote.kind == "direct"]
    for statement in entry["quotes"]:
        quote = next((quote for quote in free if score.same_quote(quote.span.of(found.article.text), statement["text"])), None)
        if quote is None:
            yield "missed", statement["text"]
            continue
        free.remove(quote)
        if statement["speaker"] is None:  # a name so short that the marks do not say whose it is
            yield "unmarked", ""
            continue
        speaker = found.speaker(quote.speaker)
        kind = KINDS[(statement["cue"] or "").endswith("nya")]
        names = [name for name in (speaker.name, speaker.name_with_titles) if name] if speaker else []
        right = any(score.same_name(name, [statement["speaker"]]) for name in names)
        outcome = "right" if right else "wrong" if names else "unnamed"
        yield f"{kind} {outcome}", "" if right else _told(statement, quote, "".join(names[:1]))


def _told(statement: Mapping[str, Any], quote: Quote, name: str) -> str:
    return f"{name or 'nobody'} for {statement['speaker']} ({quote.reason}; {statement['cue']}): {statement['text'][:80]}"


def _show(counts: Counter[str]) -> None:
    matched = counts["unmarked"] + sum(counts[f"{kind} {outcome}"] for kind in KINDS for outcome in ("right", "wrong", "unnamed"))
    print(f"statements found  R {matched / (matched + counts['missed']):.1%}  P {matched / counts['found']:.1%} (by count)")  # noqa: T201
    for kind in KINDS:
        right, wrong, unnamed = (counts[f"{kind} {outcome}"] for outcome in ("right", "wrong", "unnamed"))
        share = right / (right + wrong + unnamed)
        print(f"speakers {kind:8} right {right} ({share:.1%}), wrong {wrong}, not named {unnamed}")  # noqa: T201


def _article(name: str, text: str) -> Article:
    whole = Span(0, len(text))
    source = Source(name=name, sha256="", media_type="text/plain")
    return Article(source=source, source_text=text, text=text, offsets=OffsetMap(pieces=(Piece(clean=whole, source=whole),)))


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "tools" / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
