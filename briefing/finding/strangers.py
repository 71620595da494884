"""Strangers: sentences in which somebody speaks whom the article does not name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.lexicon.speech import cue_pattern, stance_pattern
from briefing.lexicon.turns import any_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.finding.cues import Cue
    from briefing.model.span import Span

_STRANGER_FIRST = re.compile(rf"(?:[^,.\n“”\"]{{1,60}},\s+|[A-Z][a-z]+\s+){{0,2}}{any_of('strangers')}\s+[a-zA-Z]", re.IGNORECASE)
_LETTERS = re.compile(r"[A-Z]{2,4}\s[a-z]")
_CLAUSE = re.compile(
    r"[.,;:“”\"]|\b(?:untuk|agar|supaya|karena|bahwa|jika|kalau|di(?:duga|nilai|sebut(?!\s+(?:nama|identitas)nya)|laporkan|anggap|minta))\b"
)
_FAR = 120  # code points between a subject and its verb
# Whoever listens to what was said is not who said it: "Mendengar jawaban itu, alumnus UI tersebut meminta …".
_LISTENS = re.compile(
    rf"(?:(?:Mendengar(?:kan)?|Menerima|Menanggapi|Menjawab)\s+{any_of('heard')}[^,.;\n]{{0,60}}"
    r"|(?:Dihubungi|Ditemui|Dikonfirmasi)\s+(?:secara\s+)?terpisah),\s+(?!(?:ia|dia|beliau)\b)"
)
_SINCE = 4000  # code points: initials are given somebody so far before at most


def is_strangers(text: str, sentence: Span, cues: Sequence[Cue]) -> bool:
    """Return whether somebody whom the article does not name speaks: "Seorang guru mengaku bingung." Whoever spoke before does not go on."""
    if _LISTENS.match(text, sentence.start, sentence.end) and not any(cue.mention for cue in cues):
        return True
    stranger = _STRANGER_FIRST.match(text, sentence.start, sentence.end) or _initials(text, sentence)
    if not stranger or any(cue.mention or cue.pronoun for cue in cues):
        return False
    near = min(sentence.end, stranger.end() + _FAR)
    behind = stranger.end() - (", " not in stranger.group())  # "Namun, warga menginginkan …" goes on with what somebody says of them
    active = (cue.start() for cue in cue_pattern().finditer(text, behind, near) if cue["active"])
    stances = (stance.start() for stance in stance_pattern().finditer(text, behind, near))
    verb = next((at for at in (*active, *stances) if not text.endswith("yang ", 0, at)), None)
    return verb is not None and not _CLAUSE.search(text, stranger.end(), verb)


def _initials(text: str, sentence: Span) -> re.Match[str] | None:
    """Return the letters that a sentence opens with where the article calls somebody so: "seorang pria berinisial SW", "SW (44)"; "SW mengaku menyesal."."""
    letters = _LETTERS.match(text, sentence.start, sentence.end)
    if letters is None:
        return None
    who, near = letters.group()[:-2], text[max(0, sentence.start - _SINCE) : sentence.start]
    known = re.search(rf"(?:inisial|tersangka|terdakwa|pelaku|korban) {who}\b|\b{who} \(\d\d", near)
    return letters if known else None
