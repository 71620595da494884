"""Cues: the words that say that somebody said something, and who stands beside them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from briefing.finding.mentions import Mention
from briefing.lexicon.speech import ADVERBS, cue_pattern, verb_of
from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Form = Literal["root", "active", "passive", "according"]

_PRONOUN_AFTER = re.compile(r"\s+(?:lagi\s+|pula\s+|juga\s+)?(?:ia|dia|beliau)\b", re.IGNORECASE)
_PRONOUN_BEFORE = re.compile(r"(?<!\w)(?:ia|dia|beliau)(?!\w)", re.IGNORECASE)
_AFTER_MARK = re.compile(r"[\"“”„″»]\s*,?\s*\Z")
_NOUN_AFTER = re.compile(
    r"\s+(?!(?:di|pada|dalam|saat|usai|seusai|kepada|bahwa|dengan|untuk|yang|ketika|sambil|ini|itu|dan|seperti|seraya)\b)[a-z]{3,}"
)
_BETWEEN = re.compile(r"\s*(?:oleh|lagi|pula|juga|kembali|Pak|Bapak|Bu|Ibu|si|sang)?\s*", re.IGNORECASE)
# A mention behind one of these, or directly behind a verb ("yang mendampingi Bupati"), is not the subject of the verb that follows.
_OBLIQUE = re.compile(
    r"(?:^|\W)(?:kepada|oleh|bersama|dari|dengan|untuk|terhadap|didampingi|dihadiri|mendesak|kepemimpinan|pimpinan|dipimpin|bagi|antara|serta|nama|yang disampaikan|soal)\s+(?!(?:arahan|sambutan|paparan|pidato|laporan|materi|keterangan|penjelasan|presentasi)nya\b)(?:\w+\s+){0,2}$|\byang\s+me(?!nurut)[a-z]{4,}\s+$",
    re.IGNORECASE,
)
# "Tim pemenangan pasangan Budi Santosa dan Rina Astuti": neither of the two.
_PAIR = re.compile(r"\b(?:pasangan|paslon|kubu|pemenangan)\s+(?:\w+\s+){0,8}\Z", re.IGNORECASE)
_NICKNAMING = re.compile(r"\b(?:akrab|biasa|kerap|sering|lazim|dapat|bisa)\s+\Z", re.IGNORECASE)
_AND = re.compile(r"\s+dan\s+[A-Z]|\s*[-–]\s*[A-Z]")
_BACKWARD = re.compile(r"\b(?:hal|ini|itu|tersebut|demikian|peringatan|pernyataan|penegasan|imbauan|harapan)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_APPOSED = re.compile(r",| \(\d")  # Budi, warga setempat; Budi (40)
# A verb behind one of these is an aim or a duty, or tells of somebody else: "krusial untuk memastikan", "pimpinan yang menyatakan".
_WINDOW = 80  # code points: how far the words around a cue are looked at
_NO_REPORT = re.compile(
    r"\b(?:untuk|guna|dapat|bisa|harus|mampu|wajib|perlu|ingin|dalam|tanpa|yang|hendak|agar|supaya|tidak|bila|jika)\s+\Z", re.IGNORECASE
)
_REPORTS = re.compile(r"\s*(?:,|:|bahwa\b|agar\b|supaya\b|untuk\b|jika\b|kalau\b|akan\b|apabila\b)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A cue with the person beside it: a mention, "nya", a pronoun, or a common noun ("kata warga", "ujar pria itu").

    `reports` is False where the words said stand elsewhere ("Hal itu ditegaskannya saat …").
    """

    span: Span
    form: Form
    mention: Mention | None
    clitic: bool
    pronoun: bool
    noun: bool
    reports: bool


def find_cues(text: str, sentence: Span, mentions: Sequence[Mention]) -> Iterator[Cue]:
    """Yield the cues of one sentence of a narrative that have somebody beside them, in order; `mentions` are all of the narrative."""
    inside = mentions[bisect_left(mentions, sentence.start, key=_start) : bisect_right(mentions, sentence.end, key=_start)]
    for match in cue_pattern().finditer(text, sentence.start, sentence.end):
        cue = _cue(text, sentence, match, inside)
        if cue:
            yield cue


def _start(mention: Mention) -> int:
    return mention.span.start


def _cue(text: str, sentence: Span, match: re.Match[str], mentions: Sequence[Mention]) -> Cue | None:
    form: Form = "root" if match["root"] else "active" if match["active"] else "passive" if match["passive"] else "according"
    before = text[max(sentence.start, match.start() - _WINDOW) : match.start()]
    mention, pronoun = (None, False) if form == "active" else _beside(text, match.end(), mentions)
    clitic = bool(match["clitic"])
    reports = True
    if form == "active":
        if clitic or _NO_REPORT.search(before[-20:]):
            return None  # "menyampaikannya" has an object, no subject
        mention, pronoun = _subject(text, sentence, match.start(), mentions)
        reports = not _is_weak(match) or bool(_REPORTS.match(text, match.end(), sentence.end))
    elif form == "passive":
        if _is_weak(match) and (not (mention and mention.name) or _NICKNAMING.search(before)):
            return None  # "disebut Presiden termuda", "akrab disebut Pak Budi"
        reports = not _BACKWARD.search(before) and not _NO_REPORT.search(before[-20:])
    elif (form == "root" and not _stands_as_root(before, clitic=clitic)) or (
        form == "according" and match.group().lower().startswith(("bagi", "demikian")) and not (mention or pronoun)
    ):
        return None
    noun = form == "root" and not (mention or pronoun or clitic) and bool(_AFTER_MARK.search(before)) and bool(_NOUN_AFTER.match(text, match.end()))
    if not (mention or pronoun or clitic or noun):
        return None
    return Cue(span=Span(match.start(), match.end()), form=form, mention=mention, clitic=clitic, pronoun=pronoun, noun=noun, reports=reports)


def _is_weak(match: re.Match[str]) -> bool:
    verb = verb_of(match.group())
    return verb is not None and match.group().lower() in verb.weak


def _stands_as_root(before: str, *, clitic: bool) -> bool:
    """Return whether a bare root may be a cue there: it opens the sentence, or follows a comma or a closing mark ("…, kata Akhi")."""
    stripped = before.rstrip()
    return not stripped or stripped[-1] in ",”“\"„″»':;–-.!?" or (not clitic and stripped.lower().endswith(("namun", "dan", "lalu", "demikian")))


def _beside(text: str, end: int, mentions: Sequence[Mention]) -> tuple[Mention | None, bool]:
    """Return the mention that starts right behind a cue, or whether a pronoun does."""
    start = _BETWEEN.match(text, end)
    after = start.end() if start else end
    behind = bisect_left(mentions, end, key=_start)
    mention = next((mention for mention in mentions[behind : behind + 1] if mention.span.start <= after), None)
    return mention, mention is None and bool(_PRONOUN_AFTER.match(text, end))


def _subject(text: str, sentence: Span, verb: int, mentions: Sequence[Mention]) -> tuple[Mention | None, bool]:
    """Return the subject of an active verb: the mention that stands directly before it, else the first office holder who is no object, else a pronoun."""
    before = [mention for mention in mentions if mention.span.end <= verb]
    before = [mention for mention in before if not is_oblique(text, sentence, mention)]
    direct = next((mention for mention in reversed(before) if _only_adverbs(text[mention.span.end : verb])), None)
    if direct:
        return direct, False
    pronouns = list(_PRONOUN_BEFORE.finditer(text, sentence.start, verb))
    if any(_only_adverbs(text[match.end() : verb]) for match in pronouns):
        return None, True
    candidates = [mention for mention in before if _may_lead(text, mention)]
    named = [mention for mention in candidates if text.count(",", sentence.start, mention.span.start) < 2]
    if named and _may_reach(text[named[0].span.end : verb]):
        return named[0], False
    return None, bool(pronouns) and _may_reach(text[pronouns[-1].end() : verb])


def is_oblique(text: str, sentence: Span, mention: Mention) -> bool:
    """Return whether what stands before a mention makes it the object or the place of another: "kepada Sekda", "Ditanya soal Presiden"."""
    before = text[max(sentence.start, mention.span.start - _WINDOW) : mention.span.start]
    if _PAIR.search(before) and (before.endswith(" dan ") or _AND.match(text, mention.span.end)):
        return True
    return _OBLIQUE.search(before) is not None


def _may_lead(text: str, mention: Mention) -> bool:
    """Return whether a mention may be the subject of a verb that stands far behind it: a name with an office, of several words, or with an apposition."""
    return mention.name is not None and (
        mention.office is not None or " " in mention.name.of(text) or _APPOSED.match(text, mention.span.end) is not None
    )


def _only_adverbs(between: str) -> bool:
    return all(word in ADVERBS for word in between.lower().replace(",", " ").split())


def _may_reach(between: str) -> bool:
    """Return whether a subject may reach its verb over `between`: an apposition or a relative clause, no other clause of its own."""
    words = between.lower().replace(",", " ").split()
    return len(words) <= 25 and not any(word in {"bahwa", "karena", "sebab", "agar", "supaya", "ketika", "setelah"} for word in words)
