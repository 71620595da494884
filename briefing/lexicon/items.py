"""Articles whose parts are numbered items and not paragraphs."""

from __future__ import annotations

from briefing.lexicon.load import cached, table


def has_items(identifier: str, article: str) -> bool:
    """Return whether the parts of an article ("4(12)") of this instrument are numbered items: "Pasal 4 angka 12", the definitions of "Pasal 1 angka 3"."""
    number = article.partition("(")[0]
    return (number == "1" and identifier != "uud-1945") or number in _itemised().get(identifier, ())


@cached
def _itemised() -> dict[str, frozenset[str]]:
    return {
        entry["instrument"]: frozenset(number for run in entry["articles"] for number in counted(run)) for entry in table("law/items.toml")["law"]
    }


def counted(run: str) -> tuple[str, ...]:
    """Return the articles that "22-26" or "22A" names."""
    first, _, last = run.partition("-")
    return tuple(map(str, range(int(first), int(last) + 1))) if last else (first,)
