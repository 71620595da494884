"""What a statement rests on, in words: provisions, the elections that they are about, whom they bind, and how they are known."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from briefing.lexicon import phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefing.model.pack import Ground, Reference, RuleItem

_NO_PAPER: Final = "pers"
MOST_GROUNDS: Final = 2
"""How many provisions stand beside a statement on the sheet of dos and don'ts; the digest has all."""


def ground_words(ground: Ground, labels: Mapping[str, Mapping[str, Any]], lang: str) -> str:
    """Return provisions with what must stand beside them: "UU 10/2016 Pasal 71 ayat (1) (Pilkada: kepala desa)", the press in square brackets."""
    bound = ", ".join(labels[lang]["rules"]["binds"][name] for name in ground.binds)
    election = "" if ground.election == "both" else f"{labels[lang]['rules']['election'][ground.election]}: "
    return _known(ground, labels[lang], lang, f"{election}{bound}")


def sheet_words(rule: RuleItem, labels: Mapping[str, Mapping[str, Any]], lang: str) -> str:
    """Return what stands in small type beside a statement on the sheet of dos and don'ts: its code, whether it is a view, its first provisions."""
    grounds = rule.statement.grounds if rule.statement else ()
    provisions = [_known(ground, labels[lang], lang, "") for ground in grounds[:MOST_GROUNDS]]
    more = [labels[lang]["boleh"]["more"]] if len(grounds) > MOST_GROUNDS else []
    view = [labels[lang]["rules"]["view"].lower()] if rule.view else []
    return " · ".join(filter(None, (rule.code, "; ".join((*view, *provisions, *more)))))


def spread_over(references: Iterable[Reference], total: int, labels: Mapping[str, Mapping[str, Any]], lang: str) -> str:
    """Return in how many of the articles something is said: "Disebut dalam 4 dari 5 artikel"."""
    count = len({place.article for place in references})
    return str(labels[lang]["rules"]["spread"].format(count=count, total=total))


def _known(ground: Ground, words: Mapping[str, Any], lang: str, beside: str) -> str:
    text = ground.text.en.text if lang == "en" and ground.text.en else ground.text.id
    told = "; ".join(filter(None, (beside, *_doubts(ground, words["rules"], lang))))
    press = press_mark(ground.source, words) if ground.source else ""
    return " ".join(filter(None, (text, told and f"({told})", press)))


def press_mark(source: str, words: Mapping[str, Any]) -> str:
    """Return the mark of what is known from the press, "[pers: detik.com]", "[pers]" where no paper is named."""
    return str(words["law"]["press_alone"] if source == _NO_PAPER else words["law"]["press"].format(source=source))


def _doubts(ground: Ground, rules: Mapping[str, Any], lang: str) -> Iterator[str]:
    if ground.until:
        yield rules["until"].format(date=getattr(phrases.day(ground.until - timedelta(days=1)), lang))
    if ground.doubted:
        yield rules["doubted"]
