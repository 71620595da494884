"""Newcomers: people whom a sentence brings into an article by a bare name, without an office and without a word of speech."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.lexicon.names import forms_of_address, given_names
from briefing.lexicon.speech import stance_pattern
from briefing.lexicon.turns import any_of

if TYPE_CHECKING:
    from briefing.finding.mentions import Mention

_LEAD = re.compile(r",?\s+")
_ADVERB = re.compile(r"(?!(?:di|ter)[a-z]{4}|(?:yang|dan|atau|di|ke|dari|untuk|dalam|adalah|akan|harus|wajib|perlu|boleh|bisa|dapat)\b)[a-z]+\s+")
_MOST_ADVERBS = 2
_DOES = re.compile(r"(?:datang|hadir|tak|tidak|belum|enggan|angkat\s+bicara|me(?!lati\b|dali\b|nteri\b)[a-z]{4,}|ber(?!ikut)[a-z]{4,})\b")
_AGE = re.compile(r"\s?\(\d{2}(?:\s(?:tahun|thn|th))?\)")
# "Rezky Amalia, pedagang sayur yang tiap hari menyeberang, ikut merasakan."
_APPOSITION = re.compile(r",\s+(?!(?:yakni|yaitu|dan|serta|menurut)\b)[a-z]{3,}[^,.:;“”\"\n]{0,80}(?=,)")
# "Turis asal Belanda, …", "Salah satunya …": who somebody is.
_PEOPLE = rf"{any_of('people')}\b"
# Whom something befalls does not speak: "Markus Benu, ayah korban, pingsan …".
_UNHARMED = rf"(?!\s+{any_of('befalls')}\b)"
_WHO = re.compile(rf",\s+(?:seorang\s+|salah\s+(?:satu|seorang)\s+)?{_PEOPLE}[^.:“”\"]{{0,80}},{_UNHARMED}")
_CLOSED = re.compile(rf",{_UNHARMED}")
_ROLE = re.compile(
    rf"(?:{any_of('leads')},?\s+[a-z]{{4,}}|(?!(?:Di|Ke|Pada|Dalam|Dari|Saat|Usai)\b)[A-Z][a-z]{{3,}})"
    r"(?:\s+yang\s+di[a-z]{4,}|\s+(?!(?:me|ber|di|ter(?!pilih|lapor|dakwa|sangka))[a-z]{4})[\w'’./()-]+){1,7},\s+"
    rf"|{any_of('relations')}nya,\s+"
    r"|Salah\s+(?:satu|seorang)nya,?\s+(?:adalah\s+)?"
)
# "Pandangan itu tidak diterima Budi.": whoever takes a stand speaks next.
_AGREED_BY = re.compile(
    rf"\b(?:tidak|tak|belum)\s(?:memuaskan|meyakinkan)\s\Z|\b{any_of('taken_by')}\s+(?:oleh\s+)?(?:(?!{any_of('clause')}\b)[a-z]{{4,}}(?:\s(?!{any_of('clause')}\b)[\w-]+){{0,5}},\s+)?\Z"
)
_AFTER_PAUSE = re.compile(r"[A-Z][^,.:“”\"]{2,60},\s+")  # "Di tengah saling tuding itu, Casinih, janda tiga anak, …"
_FAR = 90  # code points before a mention


def enters(text: str, start: int, mention: Mention) -> bool:
    """Return whether the sentence that begins at `start` opens with a name and tells what its bearer does: "Rezky Amalia datang ke TPS."; or is agreed to by it."""
    if mention.office or not (mention.span.start == start or _has_role(text, start, mention)):
        return agrees(text, mention)
    if mention.name and " " not in mention.name.of(text) and not is_somebody(text, start, mention):
        return False  # "Urutan berikutnya adalah …"
    told_who = (
        text.startswith("Salah", start)
        or _WHO.match(text, mention.span.end)
        or (_has_role(text, start, mention) and _CLOSED.match(text, mention.span.end))
    )
    return bool(told_who) or acts(text, _behind_apposition(text, mention))


def is_somebody(text: str, start: int, mention: Mention) -> bool:
    """Return whether a bare name is surely that of a person: a common given name, or one with a title, an age, a role or an apposition beside it."""
    words = mention.name.of(text).split() if mention.name else [""]
    titled = mention.titled != mention.name or words[0] in forms_of_address()
    apposed = len(words) > 1 and _APPOSITION.match(text, mention.span.end) is not None
    known = words[0] in given_names() or titled or apposed or (_AGE.match(text, mention.span.end) or _WHO.match(text, mention.span.end)) is not None
    return known or _has_role(text, start, mention) or agrees(text, mention)


def may_be_somebody(text: str, start: int, mention: Mention) -> bool:
    """Return whether a sentence may be about somebody new of whom no deed is told, so that nobody is sure to go on: "Om Jantje, …, kerap dimarahi"."""
    words = mention.name.of(text).split() if mention.name else []
    leads = mention.span.start == start or _has_role(text, start, mention) or _AFTER_PAUSE.fullmatch(text, start, mention.span.start) is not None
    apposed = _APPOSITION.match(text, mention.span.end) is not None or (len(words) > 1 and text.startswith(" yang ", mention.span.end))
    return bool(words) and not mention.office and leads and (apposed or is_somebody(text, start, mention))


def acts(text: str, end: int) -> bool:
    """Return whether a verb of what somebody does or feels stands behind a mention that ends at `end`."""
    lead = _LEAD.match(text, end)
    at = lead.end() if lead else len(text)
    for _ in range(_MOST_ADVERBS + 1):
        if _DOES.match(text, at) or stance_pattern().match(text, at):
            return True
        adverb = _ADVERB.match(text, at)
        if adverb is None:
            return False
        at = adverb.end()
    return False


def agrees(text: str, mention: Mention) -> bool:
    """Return whether a paragraph tells of what the name agrees to: "Pendapat itu diamini Sutopo."."""
    near = max(text.rfind("\n", 0, mention.span.start) + 1, mention.span.start - _FAR)
    return mention.name is not None and _AGREED_BY.search(text, near, mention.span.start) is not None


def _behind_apposition(text: str, mention: Mention) -> int:
    age = _AGE.match(text, mention.span.end)
    end = age.end() if age else mention.span.end
    apposed = _APPOSITION.match(text, end)
    return apposed.end() if apposed else end


def _has_role(text: str, start: int, mention: Mention) -> bool:
    """Return whether a sentence opens with who somebody is, before a comma and the name: "Takmir Masjid Al Ikhlas, Mukhlisin, …"."""
    return mention.name is not None and _ROLE.fullmatch(text, start, mention.span.start) is not None
