"""Strangers: sentences in which somebody speaks whom the article does not name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.lexicon.speech import cue_pattern, stance_pattern
from briefing.lexicon.turns import any_of
from briefing.model.span import opens_paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.finding.cues import Cue
    from briefing.finding.mentions import Mention
    from briefing.finding.people import People, Person
    from briefing.model.span import Span

_STRANGER_FIRST = re.compile(
    rf"(?:(?:Pada|Dalam|Di)\s+(?:\w+\s+){{1,4}}(?:itu|ini|tersebut|sama)\s+)?(?:[^,.\n“”\"]{{1,60}},\s+|[A-Z][a-z]+\s+){{0,2}}{any_of('strangers')}\s+[a-zA-Z]",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[A-Z]{2,4}\s[a-z]")
_CLAUSE = re.compile(
    r"[.,;:“”\"]|\b(?:untuk|agar|supaya|karena|bahwa|jika|kalau|di(?:duga|nilai|sebut(?!\s+(?:nama|identitas)nya)|laporkan|anggap|minta))\b"
)
_NOT_SAID = ("yang ", "terdengar ")  # "Dalam video, guru itu terdengar menyebut nama": it is told of him
_FAR = 120  # code points between a subject and its verb
# Whoever listens to what was said is not who said it: "Mendengar jawaban itu, alumnus UI tersebut meminta …".
_LISTENS = re.compile(
    rf"(?:(?:Mendengar(?:kan)?|Menerima|Menanggapi|Menjawab)\s+{any_of('heard')}[^,.;\n]{{0,60}}"
    r"|(?:Dihubungi|Ditemui|Dikonfirmasi)\s+(?:secara\s+)?terpisah),\s+(?!(?:ia|dia|beliau)\b)"
)
# "Warga bahkan sempat mengusulkan iuran": what many have done is told within what somebody says.
_MANY_BEFORE = re.compile(
    r"(?:Dalam|Pada|Saat)?[^,.\n]{0,40},?\s?\b(?:warga|masyarakat|massa|para\s+\w+|sejumlah\s+\w+)\s+(?:[a-z]+\s+)?(?:sempat|pernah|sudah|telah)\s",
    re.IGNORECASE,
)
_PARTY = re.compile(r"(?:Terdakwa|Tersangka|Pelapor|Terlapor|Pemohon|Termohon|Penggugat|Tergugat|Pengadu|Teradu)(?=\s+[a-z])")
_ONE_OF_MANY = re.compile(r"\b(?:seorang|salah\s+(?:satu|seorang))\s[^.\n]{0,60}\Z", re.IGNORECASE)
_LAY = re.compile(rf"{any_of('lowly')}\b", re.IGNORECASE)
# What nobody says who is only one of those concerned: a rule with its number, and "pihaknya".
_OFFICIAL = re.compile(
    r"\b(?:Peraturan|Undang-[Uu]ndang|UU|PP|Perda|Perpres|PKPU|Permen\w+|Surat\s+Edaran|Keputusan)\b[^.;\n]{0,60}?\s(?:[Nn]omor|No\.?)\s?\d|\bPasal\s\d|\b(?:[Pp]ihak|[Jj]ajaran|[Ii]nstansi)nya\b"
)
_NEAR = 80  # code points before a mention
_SINCE = 4000  # code points: initials are given somebody so far before at most


def is_strangers(text: str, sentence: Span, cues: Sequence[Cue]) -> bool:
    """Return whether somebody whom the article does not name speaks: "Seorang guru mengaku bingung." Whoever spoke before does not go on."""
    if _LISTENS.match(text, sentence.start, sentence.end) and not any(cue.mention for cue in cues):
        return True
    stranger = _STRANGER_FIRST.match(text, sentence.start, sentence.end) or _initials(text, sentence)
    if not stranger or any(cue.mention or cue.pronoun or (cue.clitic and cue.span.start == sentence.start) for cue in cues):
        return False
    if not opens_paragraph(text, sentence.start) and _MANY_BEFORE.match(text, sentence.start, sentence.end):
        return False
    near = min(sentence.end, stranger.end() + _FAR)
    behind = stranger.end() - (", " not in stranger.group())  # "Namun, warga menginginkan …" goes on with what somebody says of them
    active = (cue.start() for cue in cue_pattern().finditer(text, behind, near) if cue["active"])
    stances = (stance.start() for stance in stance_pattern().finditer(text, behind, near))
    verb = next((at for at in (*active, *stances) if not text.endswith(_NOT_SAID, 0, at)), None)
    return verb is not None and not _CLAUSE.search(text, stranger.end(), verb)


def is_beyond(text: str, sentence: Span, cues: Sequence[Cue], speaker: Person | None) -> bool:
    """Return whether a paragraph goes on with what `speaker`, one of many concerned, hardly says: "Menurutnya, sesuai Peraturan BKN Nomor 4 Tahun 2023 …" after a teacher."""
    if (
        speaker is None
        or any(cue.mention for cue in cues)
        or not opens_paragraph(text, sentence.start)
        or not _OFFICIAL.search(text, sentence.start, sentence.end)
    ):
        return False
    lay = all(_LAY.match(office.of(text)) for office in speaker.offices)
    return lay and any(_ONE_OF_MANY.search(text, max(0, mention.span.start - _NEAR), mention.span.start) for mention in speaker.mentions)


def party(text: str, sentence: Span, people: People) -> Person | None:
    """Return the only one whom the article calls by the word for a party that a sentence opens with: "Terdakwa berdalih …" beside "terdakwa Rudi Hartono"."""
    word = _PARTY.match(text, sentence.start, sentence.end)
    if word is None or re.search(rf"\b(?:para|kedua|ketiga|dua|tiga)\s+{word.group()}|{word.group()}\s+(?:lain|I|II|1|2)\b", text, re.IGNORECASE):
        return None
    called = [person for person in people.persons if person.name and any(_is_called(text, word.group(), mention) for mention in person.mentions)]
    return called[0] if len(called) == 1 else None


def _is_called(text: str, word: str, mention: Mention) -> bool:
    return word.lower() in text[max(0, mention.span.start - len(word) - 1) : mention.span.start + len(word)].lower().split()


def _initials(text: str, sentence: Span) -> re.Match[str] | None:
    """Return the letters that a sentence opens with where the article calls somebody so: "seorang pria berinisial SW", "SW (44)"; "SW mengaku menyesal."."""
    letters = _LETTERS.match(text, sentence.start, sentence.end)
    if letters is None:
        return None
    who, near = letters.group()[:-2], text[max(0, sentence.start - _SINCE) : sentence.start]
    known = re.search(rf"(?:inisial|tersangka|terdakwa|pelaku|korban) {who}\b|\b{who} \(\d\d", near)
    return letters if known else None
