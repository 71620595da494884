"""Direct speech whose quotation marks were lost: the first person before a cue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.finding.marks import FIRST_PERSON
from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.finding.cues import Cue
    from briefing.finding.mentions import Mention

_LEAST_WORDS = 5
# A clause behind the speaker goes on with the speech, and who could say where it ends? Words that say when, where or how do not.
_GOES_ON = re.compile(r",\s+(?!(?:usai|seusai|saat|ketika|dalam|di|pada|kepada|melalui|sambil|seraya)\b)[a-z]")


def unmarked_speech(text: str, sentence: Span, cues: Sequence[Cue], mentions: Sequence[Mention]) -> Span | None:
    """Return the words of "Kami sudah mengingatkan semua pegawai, kata Budi." that were said, None where the sentence is no such speech.

    No report is in the first person, so that these words are their speaker's own, although the article has no marks around them. They begin
    the sentence with their first clause in the first person, nobody is named before it (`mentions`: the first from there), and end at the comma
    before the only cue.
    """
    cue = cues[0] if len(cues) == 1 and cues[0].form == "root" and (cues[0].mention or cues[0].clitic) else None
    said = text[sentence.start : cue.span.start].rstrip() if cue else ""
    if cue is None or not said.endswith(",") or len(said.split()) < _LEAST_WORDS:
        return None
    first = FIRST_PERSON.search(said.split(",")[0])
    behind = cue.mention.span.end if cue.mention else cue.span.end
    named = any(mention.span.start < sentence.start + first.start() for mention in mentions) if first else True
    if first is None or named or _GOES_ON.search(text, behind, sentence.end):
        return None
    return Span(sentence.start, sentence.start + len(said.rstrip(", ")))
