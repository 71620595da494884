"""Print where the English of a pack comes from: `python tests/bench/origins.py ARTICLES... [--memory]`.

The articles are built into one pack without an engine, with an empty translation memory, or with the shipped one. A quote counts as one on neutrality
where its article speaks of neutrality at all, whatever the words of the quote are. With `--words` everything that is composed is printed too.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import intake
from briefing.editing.build import make_pack
from briefing.editing.propose import propose
from briefing.lexicon import law
from briefing.model.pack import Origin
from briefing.settings import Settings
from briefing.translating.memory import shipped
from briefing.translating.translate import translate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.pack import Bilingual, Pack, PackArticle

WIDTH = 12


def main() -> None:
    """Print the table, and with --words each composed block in both languages."""
    paths = [Path(argument) for argument in sys.argv[1:] if not argument.startswith("--")]
    pack = made(paths, memory="--memory" in sys.argv)
    found = dict(kinds(pack))
    show("", *(origin.value for origin in Origin), "all")
    for kind, blocks in found.items():
        counts = Counter(block.origin for block in blocks)
        show(kind, *(counts[origin] for origin in Origin), len(blocks))
    if "--words" in sys.argv:
        for block in (block for blocks in found.values() for block in blocks if block.en and block.origin is Origin.COMPOSED):
            show(block.id + "\n    " + block.en.text if block.en else "")


def made(paths: list[Path], *, memory: bool) -> Pack:
    """Return the pack of the articles at these paths."""
    findings = [outcome.findings for outcome in intake.find_all(intake.sources(paths)) if outcome.findings]
    draft, _ = propose(findings, [found.article.source.name for found in findings], Settings())
    return translate(make_pack(draft, version="", law_as_of=law.as_of()), shipped() if memory else {})


def kinds(pack: Pack) -> Iterator[tuple[str, list[Bilingual]]]:
    """Yield the blocks of the pack by their kind."""
    quotes = [(quote.english, is_on_neutrality(article)) for article in pack.articles for quote in article.quotes]
    yield "quotes on neutrality", [block for block, on in quotes if on]
    yield "other quotes", [block for block, on in quotes if not on]
    yield "leads", [block for article in pack.articles for block in article.lead]
    yield "facts", [fact.value for article in pack.articles for fact in article.facts]
    yield "titles", [article.title for article in pack.articles]
    yield "summary sentences", [block for article in pack.articles for block, _ in article.summary]
    yield "rules, statements", [rule.text for rule in pack.rules if rule.statement]
    yield "rules, sentences", [rule.text for rule in pack.rules if not rule.statement]
    yield "offices", [person.office for person in pack.people if person.office]


def is_on_neutrality(article: PackArticle) -> bool:
    """Return whether an article speaks of neutrality."""
    return "netral" in f"{article.title.id} {article.text}".casefold()


def show(kind: str, *values: object) -> None:
    """Print one line of the table."""
    print(f"{kind:22}", *(f"{value:>{WIDTH}}" for value in values))  # noqa: T201 - a script for the terminal


if __name__ == "__main__":
    main()
