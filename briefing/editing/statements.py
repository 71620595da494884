"""What the catalogue says of a statement of the closed set, for the page: in short, with its note and the provisions that it rests on."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.lexicon import law, points, provisions
from briefing.model.pack import Bilingual, Ground, Origin, Statement, Translation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from briefing.lexicon.points import Point, PointBasis
    from briefing.lexicon.provisions import Provision
    from briefing.model.pack import Election, Sheet

_ALLOWED: Final = {"right", "permission"}
_ARTICLES: Final = ("Pasal ", "Article")


class _Shared(NamedTuple):
    """What the provisions have in common that are named together."""

    instrument: str
    election: Election
    binds: tuple[str, ...]
    until: date | None
    source: str | None


def printable(identifiers: Sequence[str]) -> tuple[str, ...]:
    """Return those of the statements with these ids that may be printed as statements: what may only be quoted is none."""
    return tuple(identifier for identifier in identifiers if points.point(identifier).status != "quote-only")


def own_words(indonesian: str, english: str) -> Bilingual:
    """Return a block of the catalogue, which has both languages."""
    return Bilingual(id=indonesian, en=Translation(text=english, origin=Origin.CATALOGUE))


def make_statement(known: Point, days: Sequence[date], law_as_of: date) -> Statement:
    """Return a statement with the provisions that it rests on, as of the day of the law catalogue and of `days`, those of the articles that make it.

    Where none bears it on any of them, those that once did.
    """
    note = own_words(known.note_id, known.note_en) if known.note_id and known.note_en else None
    return Statement(
        id=known.id,
        status=known.status,
        short=own_words(known.short_id, known.short_en),
        note=note,
        grounds=tuple(_grounds(known, (*days, law_as_of), law_as_of)),
        sheet=_sheet(known),
    )


def _sheet(known: Point) -> Sheet | None:
    return "may" if known.sheet == "do" and known.type in _ALLOWED else known.sheet


def _grounds(known: Point, days: Sequence[date], law_as_of: date) -> Iterator[Ground]:
    """Yield the provisions of a statement, those of one instrument that bind the same people together."""
    bearing = [basis for basis in known.basis if any(basis.holds_on(day) for day in days)] or list(known.basis)
    grouped: dict[_Shared, list[tuple[str, Provision | None]]] = {}
    for basis in bearing:
        found = _provision(basis, law_as_of)
        until = basis.until if basis.until and basis.until <= law_as_of else None
        shared = _Shared(basis.instrument, basis.election, basis.binds, until, _press(basis, found))
        grouped.setdefault(shared, []).append((basis.key, found))
    for shared, keys in grouped.items():
        yield Ground(
            text=named(shared.instrument, keys),
            election=shared.election,
            binds=shared.binds,
            source=shared.source,
            until=shared.until,
            doubted=law.status(shared.instrument, law_as_of) == "unknown",
        )


def named(instrument: str, found: Sequence[tuple[str, Provision | None]]) -> Bilingual:
    """Return provisions in short: "UU 7/2017 Pasal 280 ayat (2) dan Pasal 282", "SKB Netralitas ASN 2022, daftar kode etik nomor 2"."""
    known, key = law.instrument(instrument), ";".join(key for key, _ in found)
    names = (known.short_id, known.short_en) if known else (instrument, instrument)
    alone = found[0][1] if len(found) == 1 and found[0][1] and found[0][1].key == key else None
    refs = (alone.ref_id, alone.ref_en) if alone else (provisions.ref(key, "id"), provisions.ref(key, "en"))
    return own_words(*(f"{name}{' ' if ref.startswith(_ARTICLES) else ', '}{ref}" for name, ref in zip(names, refs, strict=True)))


def _provision(basis: PointBasis, law_as_of: date) -> Provision | None:
    """Return the provision as it last read while it bore the statement."""
    ended = basis.until and basis.until <= law_as_of
    return provisions.provision(basis.instrument, basis.key, basis.until - timedelta(days=1) if basis.until and ended else law_as_of)


def _press(basis: PointBasis, found: Provision | None) -> str | None:
    """Return the press that must be named beside a provision, None where its text was read; what a part of it was read in is no press."""
    if basis.level != "press" or not found:
        return None
    return "; ".join(source for source in found.basis.source.split("; ") if "(" not in source)
