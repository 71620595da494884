"""Cues: the words that say that somebody said something, and who stands beside them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from briefing.finding.mentions import Mention, stands_beside
from briefing.lexicon.speech import ADVERBS, verb_of
from briefing.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Form = Literal["root", "active", "passive", "according", "colon"]

_PRONOUN_AFTER = re.compile(r"\s+(?:lagi\s+|pula\s+|juga\s+)?(?:ia|dia|beliau)\b", re.IGNORECASE)
_PRONOUN_BEFORE = re.compile(r"(?<!\w)(?:ia|dia|beliau|dirinya)(?:juga|pun)?(?!\w)", re.IGNORECASE)  # also glued: "Diajuga"
_AFTER_MARK = re.compile(r"(?:[\"“”„″»]|[‘’]{2})\s*,?\s*\Z")
_NOUN_AFTER = re.compile(
    r"\s+(?!(?:di|pada|dalam|saat|usai|seusai|kepada|bahwa|dengan|untuk|yang|ketika|sambil|ini|itu|dan|seperti|seraya)\b)(?:[a-z]{3,}|[A-Z])"
)
_BETWEEN = re.compile(r"\s*(?:oleh,?|lagi|pula|juga|kembali|Pak|Bapak|Bu|Ibu|si|sang|akun)?\s*@?", re.IGNORECASE)
# A mention behind one of these, or directly behind a verb ("yang mendampingi Bupati"), is not the subject of the verb that follows.
_OBLIQUE = re.compile(
    r"(?:^|\W)(?:kepada|oleh|bersama|dari|dengan|untuk|terhadap|didampingi|dihadiri|mendesak|kepemimpinan|pimpinan|dipimpin|bagi|antara|serta|nama|yang disampaikan|soal)\s+(?!(?:arahan|sambutan|paparan|pidato|laporan|materi|keterangan|penjelasan|presentasi)nya\b)(?:\w+\s+){0,2}(?<!\bini\s)(?<!\bitu\s)(?<!\btersebut\s)$|\byang\s+me(?!nurut)[a-z]{4,}\s+$",
    re.IGNORECASE,
)
# "Tim pemenangan pasangan Budi Santosa dan Rina Astuti": neither of the two.
_PAIR = re.compile(r"\b(?:pasangan|paslon|kubu|pemenangan)\s+(?:\w+\s+){0,8}\Z", re.IGNORECASE)
_NICKNAMING = re.compile(r"\b(?:akrab|biasa|kerap|sering|lazim|dapat|bisa)\s+\Z", re.IGNORECASE)
# "Kapolres didampingi Wakapolres A, Kasat B, dan Kasi C": who stands beside an object in a list is one too.
_LISTED = re.compile(r",?\s+(?:dan|serta|beserta|maupun)\s+|,\s+")
_JOINED = re.compile(r",?\s+(?:dan|serta|beserta)\s+")
_THROUGH = re.compile(r"\bmelalui\s+\Z")
# "Bupati Paser, dalam sambutan yang dibacakan Asisten Budi, menyampaikan": the words are the regent's, whoever reads them out.
_READ_BY = re.compile(r"\bdibacakan\s+(?:langsung\s+)?(?:oleh\s+)?\Z")
# What may stand between the mere office of a speaker and its verb: "Sekda Pati, dalam amanatnya, menekankan".
_INSERTED = re.compile(
    r"(?:\s+(?:sendiri|pun|juga))?,?\s+(?:yang\s+)?(?:didampingi|bersama|dalam|saat|ketika|usai|seusai|melalui|dihubungi|ditemui|dikonfirmasi)\b"
)
_OPENING_AGENT = re.compile(r"Oleh\s+\Z")
# "Kapolres yang diwakili Wakapolres Budi": who stands in for another speaks.
_REPRESENTED = re.compile(r",?\s+(?:yang\s+)?(?:dalam\s+hal\s+ini\s+)?diwakili(?:kan)?\b")
_PREDICATE = re.compile(r"\b(?:sebagai|menjadi|jadi)\s+\Z")  # "NAME, yang maju sebagai calon bupati, membantah"
_REPRESENTING = re.compile(r"\bdiwakili(?:kan)?\s+(?:langsung\s+)?(?:oleh\s+)?\Z", re.IGNORECASE)
# "Dua kepala desa yang hadir dalam kampanye Budi mengaku": the crowd admits it, not Budi.
_CROWD = re.compile(
    r"(?:\A|[-–—|:]\s*)(?:dua|tiga|empat|lima|kedua|ketiga|sejumlah|beberapa|belasan|puluhan|ratusan|para|seluruh)\s+(?:[a-z]+\s+){1,4}yang\s",
    re.IGNORECASE,
)
POINTED = re.compile(r"\s(?:itu|ini|tersebut)\b")
_EPITHET_LENGTH = 90  # code points
# "mantan Bupati Demak dua periode itu", "pria yang mengenakan batik itu"; not "Kepala Desa Sukawangi saat menerima edaran itu".
EPITHET = re.compile(
    r"(?:\s+(?!(?:saat|ketika|usai|seusai|setelah|sebelum|dalam|pada|kepada|ke|di(?=\s+[a-z])|terkait|soal|mengenai|tentang|dihubungi|ditemui|sambil|seraya|yang)\b"
    r"|me(?!nengah|nteri|ntereng|lati|dali|rdeka|rah|dia|dis)[a-z]{4})[^\s.,;]+){0,9}?"
    r"(?:\s+yang(?:\s+(?!(?:saat|ketika|usai|seusai|setelah|sebelum|dihubungi|ditemui|sambil|seraya|yang)\b)[^\s.,;]+){1,9}?)?(?:,\s[A-Z]\w+)?\s+(?:ini|itu|tersebut)\b"
)
# "Pernyataan Budi soal rapat itu disampaikannya …": -nya is whose statement it is.
_STATEMENT_OF = re.compile(
    r"\b(?:pernyataan|penegasan|penjelasan|keterangan|ucapan|imbauan|himbauan|ajakan|harapan|kritik|tudingan)\s+\Z", re.IGNORECASE
)
_UNMISTAKABLE = frozenset({"kata", "ujar", "ucap", "tutur", "imbuh"})  # no other words are roots like these before a name
_ANSWERS = frozenset({"menjawab", "menanggapi", "merespons", "merespon"})  # who has not answered yet says nothing
_BARE = frozenset(
    {"neutral", "addition", "explanation", "emphasis", "disclosure"}
)  # functions of passives that may do without an agent: "Ditegaskan, …"
_CONTENT = re.compile(r"\b(?:bahwa|agar|supaya)\b")
_THAT = re.compile(r"\s*,|\s+bahwa\b")
# A name with a colon speaks where words follow, not an entry of a list ("Ketua: Budi Santoso").
_COLON = re.compile(r"\s*:(?=\s*(?P<mark>[\"“”„])|\s+(?:\S+\s+){0,3}?[a-z]+\s+(?:\S+\s+){0,6}?[a-z]+\b)")
_AND = re.compile(r"\s+dan\s+[A-Z]|\s*[-–]\s*[A-Z]")
_BACKWARD = re.compile(
    r"\b(?:hal|ini|itu|tersebut|demikian|peringatan|pernyataan|penegasan|imbauan|himbauan|harapan|ajakan|permintaan|pesan|instruksi|seruan|desakan|penjelasan|keterangan|kepastian|kritik)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_APPOSED = re.compile(
    r",| \(\d| yang\b| (?:selaku|seorang|warga|asal|salah (?:satu|seorang)|perwakilan)\b"
)  # Budi, warga setempat; Budi (40); Budi yang hadir; Budi seorang petani
_APPOSED_WORDS = re.compile(r",\s+[a-z][^,.:;]{3,80}\s+")
_RELATIVE = re.compile(
    r"\s+yang\s(?!membacakan\s(?:sambutan|amanat|pidato|arahan)\b)[^,:;]{3,80}\s+"
)  # "Pj Bupati Budi yang hadir sejak pukul 09.00 Wita mengaku", "Budi yang dilaporkan Andi membantah"
# A verb behind one of these is an aim or a duty, or tells of somebody else: "krusial untuk memastikan", "pimpinan yang menyatakan".
_FAR = 300  # code points: how far before a passive its statement is told of
_REACH = 400  # code points: no subject is farther from its verb
_WINDOW = 80  # code points: how far the words around a cue are looked at
_NO_REPORT = re.compile(
    r"\b(?:untuk|guna|dapat|bisa|harus|mampu|wajib|perlu|ingin|dalam|tanpa|yang|hendak|agar|supaya|tidak|tak|bila|jika|bersedia|enggan|mau|menolak|berani)\s+\Z",
    re.IGNORECASE,
)
# A quote whose last mark stands behind a comma goes on with who says it, whatever the verb.
_AFTER_COMMA = re.compile(
    r",\s?[\"”“]\s+(?P<verb>(?!(?:dan|atau|yang|untuk|kepada|dari|oleh|saat|di|ke|dengan|dalam|pada|karena|seperti|agar|serta)\s)[a-z]{3,})\s+\Z"
)
_NYA_AFTER_COMMA = re.compile(
    r",\s?[\"”]\s?(?P<verb>[a-z]{3,}nya?)(?=\s*(?:[.,;(\n]|\Z)|\s+(?:saat|ketika|kepada|di|usai|seusai|sambil|sembari|seraya|dalam|dengan|melalui)\b)"
)
_CLAUSE_END = re.compile(r"\s*(?:[.,;(]|\Z|\n)|\s+(?:saat|ketika|kepada|di|usai|seusai|sambil|sembari|seraya|dalam|melalui)\b")
# "Sekda, yang ikut, disebutnya hanya meminta laporan": somebody else tells it of him.
_TOLD_BY_OTHER = re.compile(r"\bdi(?:sebut|kata|nilai|anggap|aku|tegas|jelas|tutur|ungkap|sampai)(?:kan)?nya\b")
_REPORTS = re.compile(r"\s*(?:,|:|bahwa\b|agar\b|supaya\b|untuk\b|jika\b|kalau\b|akan\b|apabila\b)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A cue with the person beside it: a mention, "nya", a pronoun, or a common noun ("kata warga", "ujar pria itu"); none: who spoke last.

    `reports` is False where the words said stand elsewhere ("Hal itu ditegaskannya saat …"), `shared` True where two people say them together.
    """

    span: Span
    form: Form
    mention: Mention | None
    clitic: bool
    pronoun: bool
    noun: bool
    reports: bool
    shared: bool = False


def find_cues(text: str, sentence: Span, mentions: Sequence[Mention], cues: Sequence[re.Match[str]]) -> Iterator[Cue]:
    """Yield the cues of one sentence of a narrative that have somebody beside them, in order; `mentions` and `cues` are all of the narrative."""
    inside = mentions[bisect_left(mentions, sentence.start, key=_start) : bisect_right(mentions, sentence.end, key=_start)]
    words = cues[bisect_left(cues, sentence.start, key=re.Match.start) : bisect_left(cues, sentence.end, key=re.Match.start)]
    found = [cue for match in words if (cue := _cue(text, sentence, match, inside))]
    apart = (*_colons(text, sentence, inside, mentions), *_unknown_verbs(text, inside, found), *_unknown_clitics(text, sentence, found))
    yield from sorted((*found, *apart), key=lambda cue: cue.span)


def _unknown_verbs(text: str, inside: Sequence[Mention], found: Sequence[Cue]) -> Iterator[Cue]:
    """Yield the one word between a quote that ends with a comma and the name that ends the clause: “… hingga tuntas,” kunci Darman."""
    for mention in inside:
        verb = _AFTER_COMMA.search(text, max(0, mention.span.start - _WINDOW), mention.span.start)
        if mention.name and verb and _CLAUSE_END.match(text, mention.span.end):
            span = Span(verb.start("verb"), verb.end("verb"))
            if not any(cue.span.overlaps(span) or cue.mention == mention for cue in found):
                yield Cue(span=span, form="root", mention=mention, clitic=False, pronoun=False, noun=False, reports=True)


def _unknown_clitics(text: str, sentence: Span, found: Sequence[Cue]) -> Iterator[Cue]:
    """Yield the one word with "nya" between a quote that ends with a comma and the end of the clause: “… ditakut-takuti,” celotehnya."""
    for match in _NYA_AFTER_COMMA.finditer(text, sentence.start, sentence.end):
        span = Span(match.start("verb"), match.end("verb"))
        if not any(cue.span.overlaps(span) for cue in found):
            yield Cue(span=span, form="root", mention=None, clitic=True, pronoun=False, noun=False, reports=True)


def _colons(text: str, sentence: Span, inside: Sequence[Mention], mentions: Sequence[Mention]) -> Iterator[Cue]:
    """Yield the colons of "NAME: words" at the start of a sentence, and of "Berikut keterangan OFFICE NAME: “words”" anywhere in it."""
    for mention in inside:
        colon = _COLON.match(text, mention.span.end, sentence.end) if mention.name else None
        opens = mention.span.start == sentence.start
        if colon and (colon["mark"] or (opens and (mention.office or _is_known(text, mention, mentions)))):
            yield Cue(span=Span(colon.end() - 1, colon.end()), form="colon", mention=mention, clitic=False, pronoun=False, noun=False, reports=True)


def _is_known(text: str, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Return whether the article gives an office to a fuller form of a bare name."""
    words = set(mention.name.of(text).split()) if mention.name else set()
    return any(other.office and other.name and words <= set(other.name.of(text).split()) for other in mentions)


def _start(mention: Mention) -> int:
    return mention.span.start


def _cue(text: str, sentence: Span, match: re.Match[str], mentions: Sequence[Mention]) -> Cue | None:
    form: Form = "root" if match["root"] else "active" if match["active"] else "passive" if match["passive"] else "according"
    before = text[max(sentence.start, match.start() - _WINDOW) : match.start()]
    mention, pronoun = (None, False) if form == "active" else _beside(text, match.end(), mentions)
    clitic = bool(match["clitic"])
    reports, shared, bare = True, mention is not None and _is_joined(text, mention, mentions), False
    if form == "active":
        if clitic or _NO_REPORT.search(before[-20:]) or (before.endswith("belum ") and match.group() in _ANSWERS):
            return None  # "menyampaikannya" has an object, no subject
        mention, pronoun, shared = _subject(text, sentence, match.start(), mentions)
        reports = not _is_weak(match) or bool(_REPORTS.match(text, match.end(), sentence.end))
    elif form == "passive" and not (mention or pronoun or clitic) and (agent := _opening_agent(text, sentence, mentions)):
        mention = agent
    elif form == "passive" and clitic and (teller := _teller(text, sentence, match.start(), mentions)):
        mention, reports = teller, False
    elif form == "passive":
        bare = not (mention or pronoun or clitic or before.strip()) and _function(match) in _BARE and bool(_THAT.match(text, match.end()))
        if _is_weak(match) and (not (mention and mention.name) or _NICKNAMING.search(before)):
            return None  # "disebut Presiden termuda", "akrab disebut Pak Budi"
        reports = not (_BACKWARD.search(before) or _NO_REPORT.search(before[-20:]) or _is_told_of(text, sentence, match, before))
    elif (form == "root" and not (_stands_as_root(before, clitic=clitic) or _is_unmistakable(match, mention))) or (
        form == "according" and match.group().lower().startswith(("bagi", "demikian")) and not ((mention or pronoun) and _opens_clause(before))
    ):
        return None
    noun = form == "root" and not (mention or pronoun or clitic) and _is_noun(text, match.end(), before)
    if not (mention or pronoun or clitic or noun or bare):
        return None
    span = Span(match.start(), match.end())
    return Cue(span=span, form=form, mention=mention, clitic=clitic, pronoun=pronoun, noun=noun, reports=reports, shared=shared)


def _is_noun(text: str, end: int, before: str) -> bool:
    """Return whether a common noun stands behind a root: behind a quote any ("ujar warga"), behind a comma one that points back ("lanjut jebolan UI ini")."""
    quoted = _AFTER_MARK.search(before) is not None and _NOUN_AFTER.match(text, end) is not None
    return quoted or (before.rstrip().endswith(",") and EPITHET.match(text, end, end + _EPITHET_LENGTH) is not None)


def _teller(text: str, sentence: Span, verb: int, mentions: Sequence[Mention]) -> Mention | None:
    """Return whose statement a sentence tells of before a passive: "pernyataan NAME … disampaikannya"."""
    near = mentions[bisect_left(mentions, verb - _REACH, key=_start) : bisect_left(mentions, verb, key=_start)]
    own = (mention for mention in near if verb - _FAR < mention.span.end <= verb)
    return next(
        (mention for mention in own if _STATEMENT_OF.search(text, max(sentence.start, mention.span.start - _WINDOW), mention.span.start)), None
    )


def _is_told_of(text: str, sentence: Span, match: re.Match[str], before: str) -> bool:
    """Return whether a passive tells who spoke of its subject and not what was said: "Materi disampaikan Camat Budi"; "bahwa" would say it."""
    stands_apart = not before.strip() or before.rstrip().endswith(",")
    return not (stands_apart or _is_weak(match) or _CONTENT.search(text, match.end(), sentence.end))


def _function(match: re.Match[str]) -> str:
    verb = verb_of(match.group())
    return verb.function if verb else ""


def _opening_agent(text: str, sentence: Span, mentions: Sequence[Mention]) -> Mention | None:
    """Return whom a sentence opens with as the agent of its passive: "Oleh NAME, tudingan itu disebut keliru"."""
    first = mentions[0] if mentions else None
    opens = first is not None and _OPENING_AGENT.fullmatch(text, sentence.start, first.span.start)
    return first if opens and first and first.name else None


def _is_joined(text: str, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Return whether a second person speaks together with `mention`: "kata A dan B"."""
    behind = bisect_left(mentions, mention.span.end, key=_start)
    return any(_JOINED.fullmatch(text, mention.span.end, other.span.start) for other in mentions[behind : behind + 1])


def _is_weak(match: re.Match[str]) -> bool:
    verb = verb_of(match.group())
    return verb is not None and match.group().lower() in verb.weak


def _stands_as_root(before: str, *, clitic: bool) -> bool:
    """Return whether a bare root may be a cue there: it opens the sentence, or follows a comma or a closing mark ("…, kata Akhi")."""
    stripped = before.rstrip()
    return not stripped or stripped[-1] in ",”“\"„″»'’:;–-.!?" or (not clitic and stripped.lower().endswith(("namun", "dan", "lalu", "demikian")))


def _opens_clause(before: str) -> bool:
    """Return whether nothing, or a mark or a joining word, stands before: "Bagi Budi, …", not "hal itu berlaku bagi petugas"."""
    stripped = before.rstrip()
    return not stripped or not stripped[-1].isalnum() or stripped.lower().endswith((" dan", " namun", " tetapi", " bahwa", " karena"))


def _is_unmistakable(match: re.Match[str], mention: Mention | None) -> bool:
    """Return whether a root reports without a comma before it: "Kegiatan ini kata Budi penting"."""
    return mention is not None and mention.name is not None and match.group() in _UNMISTAKABLE


def _beside(text: str, end: int, mentions: Sequence[Mention]) -> tuple[Mention | None, bool]:
    """Return the mention that starts right behind a cue, or whether a pronoun does."""
    start = _BETWEEN.match(text, end)
    after = start.end() if start else end
    behind = bisect_left(mentions, end, key=_start)
    mention = next((mention for mention in mentions[behind : behind + 1] if mention.span.start <= after), None)
    return mention, mention is None and bool(_PRONOUN_AFTER.match(text, end))


def _subject(text: str, sentence: Span, verb: int, mentions: Sequence[Mention]) -> tuple[Mention | None, bool, bool]:
    """Return the subject of an active verb, or whether it is a pronoun, and whether another person shares the verb.

    It is the mention that stands directly before the verb, else the first office holder who is no object, else a pronoun.
    """
    if _CROWD.search(text[sentence.start : min(verb, sentence.start + _WINDOW)]):
        return None, False, False
    near = mentions[bisect_left(mentions, verb - 2 * _REACH, key=_start) : bisect_left(mentions, verb, key=_start)]
    before = _free(text, sentence, [mention for mention in near if mention.span.end <= verb])
    direct = next((mention for mention in reversed(before) if _is_beside(text, mention, verb)), None)
    if direct:
        direct = next((other for other in before if _is_apposed(text, sentence, other, direct)), direct)
        return direct, False, any(_is_joined(text, other, (direct,)) for other in before)
    pronouns = list(_PRONOUN_BEFORE.finditer(text, max(sentence.start, verb - _REACH), verb))
    if any(_only_adverbs(text[match.end() : verb]) for match in pronouns):
        return None, True, False
    candidates = [mention for mention in before if _may_lead(text, mention)]
    named = [mention for mention in candidates if text.count(",", sentence.start, mention.span.start) < 2]
    if named and _may_reach(text[named[0].span.end : verb]):
        return named[0], False, False
    return None, bool(pronouns) and _may_reach(text[pronouns[-1].end() : verb]), False


def _is_apposed(text: str, sentence: Span, mention: Mention, last: Mention) -> bool:
    """Return whether a name ends what a sentence tells of the one that it opens with: "Rosita Tecuari, aktivis perempuan Namblong, menambahkan"."""
    if mention.span.start != sentence.start or mention.name is None or last.name is None:
        return False
    single = " " not in last.name.of(text) and text.startswith(",", last.span.end)
    return (_APPOSED_WORDS if single else _RELATIVE).fullmatch(text, mention.span.end, last.span.start) is not None


def _free(text: str, sentence: Span, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions that are no object, nor in a list with one, nor whom somebody named before speaks through ("Bupati A melalui Sekda B")."""
    listed = [False] * len(mentions)
    for at in range(len(mentions) - 1, 0, -1):
        gap = text[mentions[at - 1].span.end : mentions[at].span.start]
        goes_on = at + 1 < len(mentions) and listed[at + 1]
        listed[at] = _JOINED.fullmatch(gap) is not None or (goes_on and _LISTED.fullmatch(gap) is not None)
    found: list[Mention] = []
    oblique = False
    for mention, in_list in zip(mentions, listed, strict=True):
        oblique = (in_list and oblique) or is_oblique(text, sentence, mention)
        near = max(sentence.start, mention.span.start - _WINDOW)
        through = any(other.name for other in found) and _THROUGH.search(text, near, mention.span.start)
        through = through or (bool(found) and _READ_BY.search(text, near, mention.span.start))
        if not (oblique or through):
            found.append(mention)
    return found


def is_oblique(text: str, sentence: Span, mention: Mention) -> bool:
    """Return whether what stands before a mention makes it the object or the place of another: "kepada Sekda", "Ditanya soal Presiden"."""
    before = text[max(sentence.start, mention.span.start - _WINDOW) : mention.span.start]
    if _PAIR.search(before) and (before.endswith(" dan ") or _AND.match(text, mention.span.end)):
        return True
    if _REPRESENTING.search(before):
        return False
    if mention.name is None and _PREDICATE.search(before):
        return True
    return stands_beside(text, mention) or _REPRESENTED.match(text, mention.span.end) is not None or _OBLIQUE.search(before) is not None


def _may_lead(text: str, mention: Mention) -> bool:
    """Return whether a mention may be the subject of a verb that stands far behind it: a name with an office, of several words, or with an apposition.

    A mere office, or any name, may where the words between tell only when or how it speaks.
    """
    if _INSERTED.match(text, mention.span.end):
        return True
    return mention.name is not None and (
        mention.office is not None or " " in mention.name.of(text) or _APPOSED.match(text, mention.span.end) is not None
    )


def _is_beside(text: str, mention: Mention, verb: int) -> bool:
    """Return whether only adverbs part a mention from its verb; behind a mere office "itu" may stand too ("Dosen FISIP itu menyarankan")."""
    between = text[mention.span.end : verb]
    pointed = None if mention.name else POINTED.match(between)
    return _only_adverbs(between[pointed.end() :] if pointed else between)


def _only_adverbs(between: str) -> bool:
    return len(between) <= _REACH and all(word in ADVERBS for word in between.lower().replace(",", " ").split())


def _may_reach(between: str) -> bool:
    """Return whether a subject may reach its verb over `between`: an apposition or a relative clause, no other clause of its own."""
    if len(between) > _REACH or _TOLD_BY_OTHER.search(between):
        return False
    words = between.lower().replace(",", " ").split()
    return len(words) <= 25 and not any(word in {"bahwa", "karena", "sebab", "agar", "supaya", "ketika", "setelah"} for word in words)
