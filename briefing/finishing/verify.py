"""`briefing verify`: whether a pack agrees with itself, from what its pages draw to the texts that it holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.finishing.checks import attachments, file, origins, pack, pages, quotes
from briefing.finishing.opened import ENGLISH, damage_told, open_pack
from briefing.model.problem import Problem

if TYPE_CHECKING:
    from briefing.finishing.opened import Opened

CHECKS = (file, attachments, quotes, pack, origins, pages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What does not agree, each once, and how much was looked at: pages, quotes, verbatim passages, laws, tags of English, attached files."""

    problems: tuple[Problem, ...]
    counts: Mapping[str, int]


def verify(data: bytes, name: str) -> Verdict:
    """Return what was found in a pack; `name` is what errors call it.

    It is no signature: who changes words, texts and digests alike, to fit one another, is not found out.

    Raises:
        BriefingError: pack-broken, pack-encrypted or pack-foreign: nothing can be checked.
    """
    return verdict_on(open_pack(data, name), name)


def verdict_on(opened: Opened, name: str) -> Verdict:
    """Return what was found in a pack that was opened.

    Raises:
        BriefingError: pack-broken.
    """
    with damage_told(name):
        found = [problem for check in CHECKS for problem in check.check(opened)]
        return Verdict(problems=_once(found), counts=_counts(opened))


def _once(problems: list[Problem]) -> tuple[Problem, ...]:
    seen = {(problem.code, *sorted(problem.arguments.items(), key=str)): problem for problem in reversed(problems)}
    return tuple(reversed(seen.values()))


def _counts(opened: Opened) -> dict[str, int]:
    content = opened.content.pack if opened.content else None
    return {
        "pages": len(opened.pages),
        "quotes": sum(quote.block.lang != ENGLISH for _, found in quotes.printed(opened) for quote in found),
        "passages": len(set(pack.verbatims(content))) if content else 0,
        "laws": len(content.law) if content else 0,
        "tags": len(origins.tags(opened)),
        "files": len(opened.attached),
    }
