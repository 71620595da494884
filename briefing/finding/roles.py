"""Roles: offices that no list holds, told by what stands around them, and capitalised words that are roles and places, not names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.lexicon.names import POINTING, given_names, is_degree
from briefing.lexicon.offices import head_of
from briefing.lexicon.speech import is_passive, is_root
from briefing.lexicon.turns import any_of, words
from briefing.model.span import Span

if TYPE_CHECKING:
    from briefing.finding.narrative import Name, Narrative

_WHERE = frozenset({"di", "asal"})
_LEADS = frozenset({"Sementara", "Sedangkan", "Adapun", "Terpisah"})  # "Sementara penasihat hukum terdakwa, NAME, …"
_LONGEST_DEGREE = 2  # letters: more are an organisation behind a single word
_FARTHEST = 10  # words between an office and the name of its holder
_AGED = r"\s?\(\d{2}(?:\s(?:tahun|thn|th))?\)"
_BEHIND_NAME = re.compile(rf"(?:{_AGED})?,\s(?:seorang\s)?")
_TOLD = re.compile(
    r"(?:di(?!wakili|bacakan|dampingi)|ter)[a-z]{4,}|membidangi\b|menangani\b|hadir\b|turut\b|ikut\b"
)  # "pasangan calon yang dilaporkan, NAME"
_DIVISIONS = frozenset({"Divisi", "Bidang"})
_TOLD_OF_MANY = frozenset({"tidak", "honorer", "kontrak", "kelas", "setempat"})  # guru tidak tetap di Kecamatan Gempol
_PRESENT = frozenset({"hadir", "turut", "ikut"})
_RELATED = re.compile(
    r" yang (?:istri|suami|pasangan|anak|adik|kakak|ayah|ibu|saudara)nya (?:menjadi|maju sebagai|mencalonkan diri sebagai|maju|nyaleg)(?: (?:caleg|calon [a-z]+(?: [a-z]+){0,2}))?(?=,)"
)
_TRADE = re.compile(any_of("trades"))
_DESCRIBED = re.compile(any_of("described"))
_CONCERNED = re.compile(any_of("concerned"))
_CLOSED = re.compile(rf"{_AGED}|\.(?:\s|\Z)")  # "kata salah seorang penerima, Rasmani (61)", "tutur warga, Sapri."
_VERB = re.compile(r"(?:me|ber|di(?!skusi|visi|strik|rektur)|ter(?!dakwa|lapor|sangka|pidana))[a-z]{4,}")


def unknown_office(narrative: Narrative, index: int) -> tuple[Span, Name] | None:
    """Return an office that no list holds and its holder, in "kata Presma UGM, Haikal Fikri" and "ujar istri korban, Siti Aminah", None elsewhere.

    What stands between the root and the comma is no clause and no other name: it is small, or holds the word of an organisation or an acronym, or
    a title stands before the name behind it.
    """
    stop = index
    while stop < len(narrative.words) and stop - index < _FARTHEST and (stop == index or narrative.gap(stop) == " ") and _fills(narrative, stop):
        stop += 1
    name = narrative.name_at(stop) if index < stop < len(narrative.words) and narrative.gap(stop) == ", " else None
    if name is None or narrative.gap(index) != " " or not _may_be_role(narrative, index, stop, name):
        return None
    return Span(narrative.words[index].start, narrative.words[stop - 1].end), name


def one_of_many(narrative: Narrative, index: int) -> tuple[Span, Name] | None:
    """Return the office and the name in "Salah satu pimpinan pondok pesantren, KH Abdul Wahid, …" and "Seorang guru kelas dua, Yeni Marlina, …"."""
    size = {"seorang": 1, "salah": 2}.get(narrative.word(index).lower(), 0)
    first = index + size
    if not size or (size > 1 and narrative.word(index + 1) not in {"satu", "seorang"}):
        return None
    if narrative.word(first - 1) == "satu" and (narrative.word(first) in words("bodies") or narrative.word(index - 1) in {"di", "pada", "ke"}):
        return None  # "Ketua Apdesi salah satu kecamatan, NAME", "Lurah di salah satu kalurahan, NAME"
    stop = _role_end(narrative, first)
    behind = _behind_clause(narrative, stop)
    name = narrative.name_at(behind) if stop > first and narrative.gap(behind) == ", " else None
    return (Span(narrative.words[first].start, narrative.words[_present(narrative, first, stop) - 1].end), name) if name else None


def _behind_clause(narrative: Narrative, stop: int) -> int:
    """Return where the clause ends that tells which of them: "Salah seorang caleg yang suaminya bekerja di dinas, | Yulia Marlina, mengaku …"; `stop` for none."""
    if narrative.word(stop) != "yang" or narrative.gap(stop) != " ":
        return stop
    end = next((at for at in range(stop + 1, min(stop + _FARTHEST, len(narrative.words))) if narrative.gap(at) != " "), stop)
    name = narrative.name_at(end) if narrative.gap(end) == ", " else None
    return end if name and narrative.text.startswith(", ", name.titled.end) else stop


def division(narrative: Narrative, index: int) -> tuple[Span, Name] | None:
    """Return the office and the full name in "Divisi Hukum dan Penindakan Panwaslu Sanggau, Maria Yuliana": a division of an election body, without a rank."""
    if narrative.word(index) not in _DIVISIONS or not (narrative.opens_sentence(index) or index in narrative.behind_roots):
        return None
    stop = index + 1
    while stop - index < _FARTHEST and _is_of_division(narrative, stop):
        stop += 1
    body = any(narrative.word(at) in words("election_bodies") for at in range(index, stop))
    name = narrative.name_at(stop) if body and stop < len(narrative.words) and narrative.gap(stop) == ", " else None
    if name is None or " " not in name.name.of(narrative.text):
        return None
    return Span(narrative.words[index].start, narrative.words[stop - 1].end), name


def _is_of_division(narrative: Narrative, at: int) -> bool:
    """Return whether the word at `at` carries the name of a division on, behind a comma only as a further field or "dan"."""
    word, gap = narrative.word(at), narrative.gap(at)
    return (gap == " " and (word[:1].isupper() or word == "dan")) or (gap == ", " and (word == "dan" or narrative.is_organisation(at)))


def role_behind(narrative: Narrative, name: Name, *, closes: bool = False) -> Span | None:
    """Return what somebody is whom a sentence opens with: "Tarsono (57), juru parkir di kawasan Pasar Wage, mengaku …"; None for a listed office or none.

    A clause on a candidate in the family is of it (", ASN di Kecamatan Aikmel yang istrinya menjadi caleg,"), another one behind "yang" is left out.
    """
    first = _behind_age(narrative, name)
    between = narrative.text[name.titled.end : narrative.words[first].start] if first else ""
    if not _BEHIND_NAME.fullmatch(between) or not _is_trade(narrative, first):
        return None
    stop = _role_end(narrative, first)
    clause = next((at for at in range(first, stop) if narrative.word(at) == "yang"), stop)
    stop = stop if narrative.gap(stop).startswith(", ") else clause  # "staf kecamatan | yang hadir dalam apel itu, mengaku …"
    kin = _RELATED.match(narrative.text, narrative.words[stop - 1].end)
    end = kin.end() if kin else _behind_aside(narrative, stop)
    if not end or not (narrative.text.startswith(", ", end) or (closes and narrative.text.startswith(".", end))):
        return None
    return Span(narrative.words[first].start, kin.end() if kin else narrative.words[_present(narrative, first, stop) - 1].end)


def _is_trade(narrative: Narrative, first: int) -> bool:
    """Return whether a word behind a name begins what its bearer lives by or is there as; of listed offices only one of many that is told in small letters."""
    head = narrative.heads.get(narrative.words[first].start)
    if head:
        at = first + len(head["head"].split())
        placed = narrative.word(at) in {"di", "dari", "asal"} and (narrative.word(at + 1)[:1].isupper() or narrative.word(at + 1) == "salah")
        listed = head_of(head["head"])
        told = narrative.word(at) in _TOLD_OF_MANY and listed.many
        return narrative.word(first).islower() and (told or (placed and (listed.many or listed.area == "open")))
    return any(pattern.fullmatch(narrative.word(first)) for pattern in (_TRADE, _DESCRIBED))


def _behind_aside(narrative: Narrative, stop: int) -> int:
    """Return where the words end that stand between a role and the comma behind it, "yang …" in small letters or none; 0 where something else does."""
    end = stop
    if narrative.word(stop) == "yang" and narrative.gap(stop) == " ":
        while end < len(narrative.words) and end - stop < _FARTHEST and narrative.gap(end) == " ":
            end += 1
    return narrative.words[end - 1].end


def _behind_age(narrative: Narrative, name: Name) -> int:
    """Return the word behind a name and the age of its bearer, 0 for none."""
    first = name.next
    while first < len(narrative.words) and (narrative.word(first).isdigit() or narrative.word(first) in {"tahun", "thn", "th", "seorang"}):
        first += 1
    return first if first < len(narrative.words) else 0


def _role_end(narrative: Narrative, first: int) -> int:
    """Return the end of a role in small letters that starts at `first`, `first` where none does."""
    word = narrative.word(first)
    described = _DESCRIBED.fullmatch(word) is not None
    if not (described or (word.isalpha() and word.islower() and not _CONCERNED.fullmatch(word))) or not _fills(narrative, first):
        return first
    stop = first + 1
    while stop - first < _FARTHEST and narrative.gap(stop) == " " and (narrative.word(stop) == "di" or _fills_far(narrative, stop)):
        stop += 1
    return first if described and stop == first + 1 else stop  # "Salah satu peserta, NAME", of what is not said


def _may_be_role(narrative: Narrative, index: int, stop: int, name: Name) -> bool:
    if any(narrative.words[at].start in narrative.heads for at in range(index, stop + 1)):
        return False
    first, full = narrative.word(index), " " in name.name.of(narrative.text)
    titled = name.titled.start < name.name.start
    institution = any(_is_institution(narrative, at) for at in range(index + 1, stop))
    if first.islower():
        return first not in words("no_office") and (titled or full or institution or is_closed(narrative, name))
    known = first in given_names() or narrative.is_named_elsewhere(first)
    return not known and (titled or (institution and full))


def is_closed(narrative: Narrative, name: Name) -> bool:
    """Return whether the age of the person, or the end of the sentence, stands behind a name: no more of a clause in which it may be another's."""
    return _CLOSED.match(narrative.text, name.titled.end) is not None


def _is_institution(narrative: Narrative, at: int) -> bool:
    word = narrative.word(at)
    return narrative.is_organisation(at) or (len(word) > _LONGEST_DEGREE and word.isupper() and word.isalpha() and not is_degree(word))


def is_role(narrative: Narrative, name: Name) -> bool:
    """Return whether a word that reads like a name is a role that no list holds: an organisation or "itu" follows it ("ucap Bendum PKB itu")."""
    after = narrative.word(name.next)
    word = name.name.of(narrative.text)
    if narrative.gap(name.next) != " " or name.name != name.titled or " " in word or narrative.is_named_elsewhere(word):
        return False
    acronym = len(after) > _LONGEST_DEGREE and after.isupper() and after.isalpha()
    return acronym or after in POINTING or (after[:1].isupper() and narrative.is_organisation(name.next))


def is_what(narrative: Narrative, index: int, name: Name) -> bool:
    """Return whether the run at `index` only tells what somebody is whom the words around it point at: "alumnus Al Azhar tersebut"."""
    pointed = narrative.gap(index) == narrative.gap(name.next) == " " and narrative.word(name.next) in POINTING
    return pointed and narrative.word(index - 1) in words("members")


def is_where(narrative: Narrative, index: int) -> bool:
    """Return whether the run at `index` is a place that no list holds: "petani asal Gubug", "di Ngabang"."""
    return narrative.word(index - 1) in _WHERE and narrative.gap(index) == " "


def far_holder(narrative: Narrative, at: int, end: int) -> tuple[Span, Name] | None:
    """Return the office and the full name in "kata kuasa hukum pasangan calon nomor urut satu, NAME": small words stand between, no clause. Also where a sentence opens so."""
    before = narrative.word(at - 1 - (narrative.word(at - 1) == "oleh"))
    said = is_root(before) or is_passive(before) or before.lower() == "menurut" or (before in _LEADS and narrative.opens_sentence(at - 1))
    if not (narrative.gap(at) == " " and said) and not narrative.opens_sentence(at):
        return None
    stop = end
    while stop < len(narrative.words) and stop - end < _FARTHEST and narrative.gap(stop) == " " and _fills_far(narrative, stop):
        stop += 1
    name = narrative.name_at(stop) if stop < len(narrative.words) and stop > end and narrative.gap(stop) == ", " else None
    if name is None or (" " not in name.name.of(narrative.text) and "satu" not in narrative.phrase(end, stop).split()):
        return None
    last = stop - 1 - (narrative.word(stop - 1) in POINTING)  # "Manajer komunikasi perusahaan itu, NAME"
    present = _present(narrative, end, stop)
    if present < stop:
        return Span(narrative.words[at].start, narrative.words[present - 1].end), name
    return (Span(narrative.words[at].start, narrative.words[last].end), name) if last >= end else None


def _present(narrative: Narrative, first: int, stop: int) -> int:
    """Return where the words [first, stop) go on to say that somebody was there too: "Komandan Kodim | yang turut hadir"; `stop` where they do not."""
    return next((at for at in range(first, stop) if narrative.word(at) == "yang" and narrative.word(at + 1) in _PRESENT), stop)


def _fills_far(narrative: Narrative, at: int) -> bool:
    """Return whether a word may stand between an office and its holder: no word of a clause, but "di" before a place, "itu" before the comma."""
    word, following = narrative.word(at), narrative.word(at + 1)
    leads = (word == "di" and (following[:1].isupper() or following == "salah")) or (word in POINTING and narrative.gap(at + 1) == ", ")
    told = (word == "yang" and _TOLD.match(following)) or (narrative.word(at - 1) == "yang" and _TOLD.match(word))
    return leads or bool(told) or _fills(narrative, at)


def _fills(narrative: Narrative, at: int) -> bool:
    word = narrative.word(at)
    return word not in words("clause") and not _VERB.fullmatch(word)
