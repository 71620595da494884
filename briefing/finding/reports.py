"""What in a sentence tells of one case or of numbers of people, so that it makes no rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.finding.operators import OBJECTS
from briefing.lexicon.load import table
from briefing.lexicon.modality import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.finding.operators import Governor
    from briefing.finding.words import Words

_COUNTED_REACH = 9  # words between a number of people and what is asked of them, at most
# Before a "seorang" that tells of no one person.
_ANY = frozenset({"bagi", "sebagai", "selaku", "adalah", "menjadi", "jadi", "untuk", "buat", "apabila", "bila", "jika", "kalau"})
_ONE_NAMED = frozenset({"di", "asal", "bernama", "berinisial", "inisial", ",", ";", "."})  # tell of one person between "seorang" and what binds him
_HAPPENED = frozenset({"karena", "lantaran", "gara-gara", "usai", "setelah", "akibat"})  # behind what one person had to do
_LETTERS = frozenset({"surat", "edaran", "imbauan", "himbauan", "instruksi"})  # that come to people and ask something of them


def reports(words: Words, found: Sequence[Governor]) -> tuple[int, ...]:
    """Return the tokens that make a report: words of single cases, and numbers of people ("empat PNS dijatuhi …")."""
    starts = {hit.start for name, hit in words.groups if name not in OBJECTS}
    numbers = lexicon().numbers
    counts = (at for at, word in enumerate(words.tokens) if word in numbers or word.replace(".", "").isdigit())
    counted = (at for at in counts if _counts(words.tokens, at, starts) and not _asks_of(words, found, at) and not _binds_any(words, found, at))
    within = {at for one in found for at in range(one.start, one.end)}  # "larangan yang paling *sering dilanggar* adalah …"
    return (*(hit.start for hit in words.named("case") if hit.start not in within and not _asks_of(words, found, hit.end)), *counted)


def _asks_of(words: Words, found: Sequence[Governor], at: int) -> bool:
    """Return whether people with a number at token `at` are asked for something ("mengajak 179 kepala kampung …", "120 wali nagari diminta …")."""
    if not "".join(words.tokens[at : at + 1]).isdigit():
        return False
    asked = next((one for one in found if one.start > at), None)
    if asked is not None and asked.force == "require" and _LETTERS & {*words.tokens[at : asked.end]}:
        return True
    if any(one.end == at and one.operator.syntax == "object" for one in found):
        return True
    passive = asked is not None and asked.force == "require" and asked.operator.syntax == "subject" and not asked.operator.after
    return asked is not None and passive and asked.start - at <= _COUNTED_REACH and not {",", "yang"} & {*words.tokens[at : asked.start]}


def _binds_any(words: Words, found: Sequence[Governor], at: int) -> bool:
    """Return whether "seorang" at token `at` means any of those people, as what binds them tells ("seorang kades wajib berhenti")."""
    bound = next((one for one in found if one.start > at), None)
    if words.tokens[at] == "seorang" and any(one.end == at and one.force == "forbid" for one in found):
        return True  # "tidak boleh ada seorang pejabat pun yang …"
    if words.tokens[at] != "seorang" or bound is None or bound.start - at > _COUNTED_REACH:
        return False
    modal = bound.operator.after and bound.operator.syntax == "subject" and not bound.operator.verdict
    return modal and not _ONE_NAMED & {*words.tokens[at : bound.start]} and not _HAPPENED & {*words.tokens[bound.end :]}


def _counts(words: Sequence[str], at: int, starts: set[int]) -> bool:
    """Return whether a number at token `at` counts the people named next ("14 ASN", "dua orang lurah")."""
    before = words[at - 1] if at else ""
    if before in {"pasal", "ayat", "nomor", "tahun", "angka", "huruf", "tanggal", "pukul", "salah"} or (words[at] == "seorang" and before in _ANY):
        return False
    if before in table("id/dates.toml")["months"]:
        return False  # a year ("sejak 22 Maret 2024 bupati …")
    return at + 1 in starts or (at + 1 < len(words) and words[at + 1] in {"orang", "oknum", "anggota"})
