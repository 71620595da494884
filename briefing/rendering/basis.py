"""What a statement rests on, in words: provisions, the elections that they are about, whom they bind, and how they are known."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from briefing.lexicon import phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefing.model.pack import Ground, Reference


def ground_words(ground: Ground, labels: Mapping[str, Mapping[str, Any]], lang: str) -> str:
    """Return provisions with what must stand beside them: "UU 10/2016 Pasal 71 ayat (1) (Pilkada: kepala desa)", the press in square brackets."""
    words = labels[lang]
    text = ground.text.en.text if lang == "en" and ground.text.en else ground.text.id
    beside = "; ".join(_beside(ground, words["rules"], lang))
    press = f" {words['law']['press'].format(source=ground.source)}" if ground.source else ""
    return f"{text} ({beside}){press}"


def spread_over(references: Iterable[Reference], total: int, labels: Mapping[str, Mapping[str, Any]], lang: str) -> str:
    """Return in how many of the articles something is said: "Disebut dalam 4 dari 5 artikel"."""
    count = len({place.article for place in references})
    return str(labels[lang]["rules"]["spread"].format(count=count, total=total))


def _beside(ground: Ground, rules: Mapping[str, Any], lang: str) -> Iterator[str]:
    bound = ", ".join(rules["binds"][name] for name in ground.binds)
    yield bound if ground.election == "both" else f"{rules['election'][ground.election]}: {bound}"
    if ground.until:
        yield rules["until"].format(date=getattr(phrases.day(ground.until - timedelta(days=1)), lang))
    if ground.doubted:
        yield rules["doubted"]
