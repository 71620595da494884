"""English that is the publisher's own: offices and places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.lexicon import office_english, places
from briefing.model.pack import Origin, PackArticle, Person, Translation

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def lookup(owner: type, field: str, indonesian: str) -> Translation | None:
    """Return the catalogue's English of the block that stands in `field` of a record of type `owner`; None where it has none."""
    english = _CATALOGUES[owner, field](indonesian) if (owner, field) in _CATALOGUES else None
    return Translation(text=english, origin=Origin.CATALOGUE) if english else None


_CATALOGUES: Mapping[tuple[type, str], Callable[[str], str | None]] = {
    (Person, "office"): office_english.english,
    (PackArticle, "place"): places.english,
}
