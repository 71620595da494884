"""Approval: it holds for exactly the content that was approved."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from typing import TYPE_CHECKING, Any, Final

from briefing.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.editing.draft import Cover
    from briefing.model.pack import Pack

_PARTS: Final = {
    "changed-people": ("people",),
    "changed-articles": ("articles",),
    "changed-rules": ("rules", "points", "cases"),
    "changed-law": ("law", "bodies", "sanctions", "law_as_of"),
    "changed-cover": ("title", "deck", "audience", "event", "venue", "day"),
    "changed-sections": ("sections", "profile"),
    "changed-glossary": ("glossary", "figures"),
}
"""What of a pack is approved, by the word code that names it: all that it says. How it looks (paper, letterhead, size of type) is none of it."""

_ENGLISH: Final = "changed-english"
"""The English of all that: it is approved where it is printed."""


_SOURCES: Final = "sources"
"""The files of the articles, which tell a corrected article from another one."""


def approve(pack: Pack, cover: Cover, before: Mapping[str, str]) -> tuple[Pack, dict[str, str], tuple[Problem, ...]]:
    """Return the pack with its approval if that holds, the approval to note, and why it does not hold.

    `before` is the approval that was noted when the file was last written. The same name and day hold for the same content only: other content
    needs another approval, and Indonesian alone is no other content than Indonesian with its English. Without a name or a day the pack is a draft.
    """
    if not (cover.approved_by and cover.approved_on):
        half = cover.approved_by or cover.approved_on
        return pack, {}, (Problem(code="approval-incomplete"),) if half else ()
    stated = {"by": cover.approved_by, "on": cover.approved_on.isoformat()}
    again = stated.items() <= before.items()
    parts = _parts(pack, cover)
    changed = next((name for name in parts if before.get(name) != parts[name]), None) if again else None
    if changed == "changed-articles" and before.get(_SOURCES) == _sources(pack):
        changed = "changed-correction"
    if changed:
        return pack, {}, (Problem(code="approval-lapsed", arguments={"by": stated["by"], "on": stated["on"], "reason": changed}),)
    approval = (dict(before) if again else {}) | stated | parts | {_SOURCES: _sources(pack)}
    return dataclasses.replace(pack, approved_by=cover.approved_by, approved_on=cover.approved_on), approval, ()


def _parts(pack: Pack, cover: Cover) -> dict[str, str]:
    content = dataclasses.asdict(pack) | {"profile": cover.profile}
    indonesian = _without_english(content)
    parts = {name: _digest({field: indonesian[field] for field in fields}) for name, fields in _PARTS.items()}
    said = [field for fields in _PARTS.values() for field in fields]
    return parts | ({_ENGLISH: _digest({field: content[field] for field in [*said, "event_en"]})} if "en" in pack.languages else {})


def _sources(pack: Pack) -> str:
    return _digest({"files": [article.sha256 for article in pack.articles]})


def _without_english(value: Any) -> Any:
    """Return content without its English, and without what is told of a quote, which only stands where that has none."""
    if isinstance(value, dict):
        return {key: _without_english(item) for key, item in value.items() if key not in {"en", "told"} and not key.endswith("_en")}
    return [_without_english(item) for item in value] if isinstance(value, (list, tuple)) else value


def _digest(content: Mapping[str, object]) -> str:
    return hashlib.sha256(json.dumps(content, default=str, sort_keys=True).encode()).hexdigest()
