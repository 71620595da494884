"""Local places: districts, villages and invented regencies that no list holds, told by the kind of place that an article prints before them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.lexicon.names import POINTING, given_names, is_title, titles_within
from briefing.lexicon.offices import head_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.finding.narrative import Narrative

_SPELT = ("kabupaten", "kota", "provinsi", "kecamatan", "distrik", "desa", "kelurahan", "kampung", "gampong", "nagari", "pekon", "dusun")
PLACE_KINDS: Final = frozenset({*_SPELT, "kab", "prov", "kec", "kel"})
"""Words, in lower case, that say what kind of place a name is."""
VILLAGE_KINDS: Final = PLACE_KINDS - {"kabupaten", "kota", "provinsi", "kab", "prov"}
"""Those of PLACE_KINDS before districts and villages, of which there is no list."""
_PRINTED = PLACE_KINDS | {kind.title() for kind in PLACE_KINDS}
_LONGEST = 3  # words
_LONGEST_TAIL = 10  # words between the head of an office and its place


def local_places(narrative: Narrative) -> dict[str, int]:
    """Return the places of two or three words that stand complete behind their kind, each with the index of its first word there.

    "Pemerintah Kota Tirta Jaya membantah" ends with the place; behind an office the name of its holder may be part of the run. No name is pointed
    at, so that "Ketua KPU Kabupaten Padang Julu tersebut" is sure by itself: its index is -1.
    """
    found: dict[str, int] = {}
    for kind in narrative.where(_PRINTED):
        first = end = kind + 1
        while end - first <= _LONGEST and narrative.gap(end) == " " and narrative.word(end)[:1].isupper():
            end += 1
        words = [narrative.word(at) for at in range(first, end)]
        named = any(is_title(word) or word in given_names() for word in words) or not narrative.evidence.isdisjoint(
            word.lower() for word in words[:1]
        )
        if not 1 < len(words) <= _LONGEST or named:
            continue
        if narrative.word(end) in POINTING:
            found[narrative.phrase(first, end)] = -1
        elif not _is_of_office(narrative, kind):
            found.setdefault(narrative.phrase(first, end), first)
    return found | dict.fromkeys(_before_ranks(narrative), -1)


def _before_ranks(narrative: Narrative) -> Iterator[str]:
    """Yield the places of two or three words between an office that has one and the rank of its holder: "Kapolres Tebing Sari AKBP Yudha"."""
    for match in narrative.heads.values():
        first = end = narrative.index[match.start()] + match.group().count(" ") + 1
        while end - first <= _LONGEST and narrative.gap(end) == " " and narrative.word(end)[:1].isupper() and not is_title(narrative.word(end)):
            end += 1
        if narrative.word(end) in titles_within():
            continue  # Rustam Dg. Mapata
        if not (1 < end - first <= _LONGEST and narrative.gap(end) == " " and is_title(narrative.word(end))):
            continue
        bare = all(narrative.word(at) not in given_names() and not narrative.is_organisation(at) for at in range(first, end))
        if bare and head_of(match["head"]).area in {"place", "regency"}:
            yield narrative.phrase(first, end)


def _is_of_office(narrative: Narrative, kind: int) -> bool:
    """Return whether the kind of place at `kind` ends an office, so that the name of its holder may stand behind the place."""
    at = kind
    while kind - at < _LONGEST_TAIL and narrative.words[at].start not in narrative.within_heads:
        if narrative.gap(at) != " " or not (at == kind or narrative.word(at)[:1].isupper()):
            return False
        at -= 1
    return True
