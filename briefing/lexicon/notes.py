"""What the catalogue adds to a citation: the provisions that it means, and the arguments of its notes in words."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from briefing.lexicon import law, phrases, provisions
from briefing.lexicon.items import has_items
from briefing.lexicon.kinds import kind_named
from briefing.lexicon.phrases import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.lexicon.provisions import Language, Provision
    from briefing.model.finding import Citation
    from briefing.model.problem import Problem

_LANGUAGES: Final[tuple[Language, ...]] = ("id", "en")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


def arguments(note: Problem, citation: Citation) -> dict[str, Phrase]:
    """Return the arguments of a note in both languages: instruments by their short names, article keys as they are cited, days in full.

    What every note has besides: the instrument that is cited is `law`, what its repeal left standing `exception`, the day of the catalogue `as_of`.
    """
    words = {name: _words(name, str(value)) for name, value in note.arguments.items()}
    left = next((relation.exception for relation in law.relations_to(citation.instrument or "") if relation.exception), "")
    return words | {"law": named(citation), "exception": Phrase(left, left), "as_of": phrases.day(law.as_of())}


def named(citation: Citation) -> Phrase:
    """Return the short name of the instrument that is cited; of one outside the catalogue, kind, place, number and year as printed."""
    known = law.instrument(citation.instrument) if citation.instrument else None
    if known:
        return Phrase(known.short_id, known.short_en)
    number = "/".join(str(part) for part in (citation.number, None if "/" in (citation.number or "") else citation.year) if part)
    return Phrase(*[" ".join(filter(None, (citation.kind, _place_of(citation), number)))] * 2)


def _place_of(citation: Citation) -> str:
    """Return the place of a regional regulation: "Kabupaten Kendal" of `perda-kabupaten-kendal-20-2018`; "" for other kinds, and where it is not known."""
    kind = kind_named(citation.kind)
    if not (kind and kind.known_by == "place" and citation.instrument and citation.number):
        return ""
    return f"-{citation.instrument.removeprefix(kind.id)}".partition(f"-{citation.number.lower()}")[0].strip("-").replace("-", " ").title()


def references(citation: Citation) -> tuple[Phrase, ...]:
    """Return the articles that are cited, each as it is cited in full."""
    known = law.instrument(citation.instrument or "")
    counted = {key: known is not None and has_items(known.id, key) for key in citation.articles}
    return tuple(Phrase(*(provisions.ref(key, language, itemised=items) for language in _LANGUAGES)) for key, items in counted.items())


def provisions_cited(identifier: str, keys: Iterable[str], day: date) -> tuple[Provision, ...]:
    """Return the provisions that article keys mean, as they read on `day`, each once.

    For "71" all that is held of the article, for "71(1)(a)" what is held of "71(1)" where the letter is not held by itself.
    """
    return tuple(dict.fromkeys(held for key in keys for held in _cited(identifier, key, day)))


def _cited(identifier: str, key: str, day: date) -> Iterator[Provision]:
    exact = provisions.provision(identifier, key, day)
    home = provisions.home_of(identifier, key) or identifier
    within = [held for held in provisions.provisions(home) if held.key.startswith(f"{key}(") and held.holds_on(day)]
    if exact or within:
        yield from ([exact] if exact else within)
    elif "(" in key:
        yield from _cited(identifier, key.rpartition("(")[0], day)


def _words(name: str, value: str) -> Phrase:
    if known := next((known for known in law.instruments() if value in {known.id, known.short_id}), None):
        return Phrase(known.short_id, known.short_en)
    if name == "article":
        return Phrase(provisions.ref(value, "id"), provisions.ref(value, "en"))
    return phrases.day(date.fromisoformat(value)) if _DAY.fullmatch(value) else Phrase(value, value)
