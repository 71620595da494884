"""Approval: it holds for exactly the content that was approved."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from typing import TYPE_CHECKING, Final

from briefing.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.editing.draft import Cover
    from briefing.model.pack import Pack

_PARTS: Final = {
    "changed-articles": ("articles",),
    "changed-people": ("people",),
    "changed-rules": ("rules", "points"),
    "changed-law": ("law", "law_as_of"),
    "changed-rest": ("title", "deck", "audience", "glossary", "figures", "event", "event_en", "venue", "day", "languages", "sections", "profile"),
}
"""What of a pack is approved, by the word code that names it: all that it says. How it looks (paper, letterhead, size of type) is none of it."""


def approve(pack: Pack, cover: Cover, before: Mapping[str, str]) -> tuple[Pack, dict[str, str], tuple[Problem, ...]]:
    """Return the pack with its approval if that holds, the approval to note, and why it does not hold.

    `before` is the approval that was noted when the file was last written. The same name and day hold for the same content only: other content
    needs another approval. Without a name or a day the pack is a draft.
    """
    if not (cover.approved_by and cover.approved_on):
        half = cover.approved_by or cover.approved_on
        return pack, {}, (Problem(code="approval-incomplete"),) if half else ()
    stated = {"by": cover.approved_by, "on": cover.approved_on.isoformat()}
    content = dataclasses.asdict(pack) | {"profile": cover.profile}
    approval = stated | {name: _digest({field: content[field] for field in fields}) for name, fields in _PARTS.items()}
    if stated.items() <= before.items():
        changed = next((name for name in _PARTS if before.get(name) != approval[name]), None)
        if changed:
            return pack, {}, (Problem(code="approval-lapsed", arguments={"by": stated["by"], "on": stated["on"], "reason": changed}),)
    return dataclasses.replace(pack, approved_by=cover.approved_by, approved_on=cover.approved_on), approval, ()


def _digest(content: Mapping[str, object]) -> str:
    return hashlib.sha256(json.dumps(content, default=str, sort_keys=True).encode()).hexdigest()
