"""What instruments are about, as their titles say it: whether the words behind "tentang" fit a law, or name another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.lexicon.law import instrument, instruments, relations
from briefing.lexicon.load import cached, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.lexicon.law import Instrument

Words = tuple[str, ...]

_LINKS = frozenset({"dan", "dengan", "di", "pada", "yang", "atas", "dalam", "untuk", "bagi", "serta", "kepada"})
_SEGMENT = re.compile(r"\b(?:tentang|atas)\s+|\s+(?=menjadi Undang-Undang)", re.IGNORECASE)
_BEGINNING = 4  # words of a title of which the press may misprint one
_LONG = 6  # words of a title that is another's even where it shares one word


def words_of(title: str) -> Words:
    """Return the words of a title in lower case, what is shortened written out: "Manajemen PPPK" gives the words of the official title."""
    shortened: dict[str, str] = table("law/aliases.toml")["shortened"]
    found = re.findall(r"\w+", title.casefold())
    return tuple(word for short in found for word in shortened.get(short, short).split(" "))


def fits(title: str, known: Instrument) -> bool:
    """Return whether a title as cited, which may go on or stop early, is that of this instrument or of a law that it changes."""
    cited = words_of(title)
    return bool(cited) and any(_begins(cited, subject) for subject in _subjects(known))


def nearly_fits(title: str, known: Instrument) -> bool:
    """Return whether a title as cited begins as that of this instrument does and has three of its first four words: "Disiplin Pegawai Sipil Negara"."""
    cited = words_of(title)[:_BEGINNING]
    return any(
        cited[:1] == subject[:1] and len(set(cited) & set(subject[:_BEGINNING])) == _BEGINNING - 1 and len(cited) == _BEGINNING
        for subject in _subjects(known)
    )


def other_of_title(title: str, known: Instrument) -> Instrument | None:
    """Return the instrument whose whole title is cited for `known`; None where the title shares a word with that of `known`, or names none.

    One word may be shared by a title of many: "Pembinaan Jiwa Korps dan Kode Etik Pegawai Negeri Sipil" is not that of "Aparatur Sipil Negara".
    """
    cited = words_of(title)
    own = {word for subject in _subjects(known) for word in subject} - _LINKS
    if not cited or not own:
        return None
    found = ((subject, other) for subject, other in _whole() if cited[: len(subject)] == subject and not _same_family(other, known))
    return next((other for subject, other in found if not own & set(cited) or (len(subject) >= _LONG and len(own & set(subject)) == 1)), None)


def titled(kind_id: str, title: str) -> tuple[Instrument, ...]:
    """Return the instruments of a kind whose title as a whole is what is cited: "Undang-Undang tentang Aparatur Sipil Negara"."""
    cited = words_of(title)
    found = (other for subject, other in _whole() if cited[: len(subject)] == subject and other.id.startswith(f"{kind_id}-"))
    return tuple(dict.fromkeys(found))


def family(identifier: str) -> frozenset[str]:
    """Return the laws that this one amends or enacts, those that these amend or enact, and so on, itself among them."""
    found = {identifier}
    while more := {rel.target for rel in relations() if rel.kind in {"amends", "enacts"} and rel.actor in found} - found:
        found |= more
    return frozenset(found)


def _same_family(one: Instrument, other: Instrument) -> bool:
    return bool(family(one.id) & family(other.id))


def _begins(one: Words, other: Words) -> bool:
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def _subjects(known: Instrument) -> tuple[Words, ...]:
    return _all_subjects().get(known.id, ())


@cached
def _all_subjects() -> dict[str, tuple[Words, ...]]:
    return {known.id: tuple(_segments(known)) for known in instruments()}


def _segments(known: Instrument) -> Iterator[Words]:
    """Yield what the title is about, and what the laws named inside it are about."""
    for segment in _SEGMENT.split(known.title_id or "")[1:]:
        words = words_of(segment)
        if words and words[0] not in {"perubahan", "penetapan", "menjadi"} and not re.match(r"(?:undang-undang|peraturan) ", segment.casefold()):
            yield words


@cached
def _whole() -> tuple[tuple[Words, Instrument], ...]:
    """Return what each law is about, the longest first."""
    pairs = ((subject, known) for identifier, subjects in _all_subjects().items() if (known := instrument(identifier)) for subject in subjects[:1])
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))
