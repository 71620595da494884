"""Attribution: who said what, decided sentence by sentence after names and quotes are found, each decision with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from briefing.finding.cues import EPITHET, Cue, find_cues, is_oblique
from briefing.finding.headings import find_headings
from briefing.finding.marks import MARK, Quoted, announced_pattern
from briefing.finding.mentions import Mention
from briefing.finding.people import People, Person
from briefing.finding.unmarked import unmarked_speech
from briefing.lexicon import offices
from briefing.lexicon.names import given_names
from briefing.lexicon.speech import cue_pattern
from briefing.model.finding import Attribution, QuoteKind
from briefing.model.span import Span

# "Putra sulung Presiden RI Joko Widodo itu" is not Joko Widodo.
_KIN = re.compile(
    r"\b(?:putra|putri|anak|istri|suami|adik|kakak|ayah|ibu|menantu|keponakan|cucu|ajudan|pendamping|sulung|bungsu|kandung)\s+\Z", re.IGNORECASE
)
_ACTS = re.compile(
    r"\s+(?:(?:juga|pun|kemudian|lantas|sendiri|sempat|langsung|turut|ikut)\s+)?(?:datang|hadir|tak|tidak|belum|enggan|angkat\s+bicara|me[a-z]{4,}|ber[a-z]{4,})\b"
)
_THAT = re.compile(r"\s+(?:itu|ini|tersebut)\b")
# "pria itu" is the speaker before only where no other man, no "seorang peserta", has come into the article.
_SOMEBODY = re.compile(
    r"\s*(?:pria|wanita|perempuan|lelaki|laki-laki|ibu|bapak|warga|pemud[ai]|remaja|peserta|saksi|korban|pelaku|orang)\s+(?:itu|ini|ters[a-z]+)\b"
)
# Somebody of that work is not who spoke last where that was an official: "kata guru itu".
_LOWLY = re.compile(
    r"\s*(?:pegawai|guru|asn|pns|karyawan|karyawati|petani|pedagang|nelayan|buruh|sopir|staf|sumber|narasumber|perangkat|honorer|mahasiswa|mahasiswi|siswa|pemilih|pelapor|terlapor|"
    r"simpatisan|relawan|pendukung|tetangga|kerabat|pengunjung|penumpang|penonton|anak|istri|suami|kader)(?:\s+\w+){0,2}\s+(?:itu|ini|ters[a-z]+)\b",
    re.IGNORECASE,
)
_STRANGER_FIRST = re.compile(
    r"(?:[^,.\n“”\"]{1,60},\s+|[A-Z][a-z]+\s+){0,2}(?:seorang|salah\s+(?:satu|seorang)|sejumlah|beberapa|para|sebagian|pengurus|warga|pegawai|guru|perwakilan)\s+[a-zA-Z]",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.,;:“”\"]|\b(?:untuk|agar|supaya|karena|bahwa|jika|kalau|di(?:duga|nilai|sebut|laporkan|anggap|minta))\b")
_FAR = 90  # code points between a subject and its verb
_STRANGER = re.compile(r"\b(?:seorang|salah\s+(?:satu|seorang))\s+[a-z]")
# Before a subject stands nothing, a pause, or a word that leads to it; what a noun leads to belongs to somebody: "Surat permohonan Sekda Budi".
_LEADS_TO_SUBJECT = re.compile(
    r"(?:\A|[,;:.!?)–—-]|[\"“”’]|\b(?:itu|ini|tersebut|lalu|kemudian|sementara|sedangkan|adapun|dan|bahwa|bahkan|sebab|karena|saat|ketika|setelah|sebelum|"
    r"sejak|hingga|sehingga|namun|tetapi|tapi|meski(?:pun)?|jika|apabila|selain|oleh|juga|pun|sendiri|tadi|lanjut|senada|terpisah|terakhir|[Pp]ak|[Bb]u|[Bb]apak|[Ii]bu|menurut|"
    r"hadir|tampak|dihadiri|dipimpin|dibuka|(?<![a-z] )adalah|yakni|yaitu|selaku))\s*\Z",
    re.IGNORECASE,
)
# Who leads or opens an event speaks there: "Rapat dipimpin Bupati …".
_LED_BY = re.compile(r"\b(?:dipimpin|dibuka)\s+(?:langsung\s+)?(?:oleh\s+)?\Z", re.IGNORECASE)
# "Begitu juga dengan Danramil Budi. “…,” tegasnya": whom it tells of speaks next.
_LIKEWISE = re.compile(r"(?:begitu|demikian)(?:lah)?\s+(?:juga|pula|halnya)(?:\s+(?:halnya|dengan|dari))*\s+\Z", re.IGNORECASE)
# "Pemilihan penjabat, yakni Budi, adalah langkah tepat": he is what is spoken of.
_NAMELY = re.compile(r",\s+(?:yakni|yaitu)\s+\Z")
# Within a paragraph, what somebody has done is told of him, he does not speak: "Kapolri Budi sudah memberi arahan."
_BACKGROUND = re.compile(
    r"\s+(?:juga\s+)?(?:(?:sudah|telah|pernah)\s+(?:me|ber)[a-z]+"
    r"|(?:[a-z]+\s+){0,2}(?:di(?:nilai|duga|anggap|laporkan|panggil|periksa|sanksi|jatuhi|nyatakan|sebut|adukan|pecat|copot|tahan|tuding|klarifikasi)"
    r"|ter(?:lihat|bukti|ekam|libat|tangkap|jerat|ancam|foto|indikasi)|kedapatan|tertangkap))\b"
)
# Words before a cue that join its sentence to the last one and say nothing: "Tak hanya itu, imbuh Budi."
_CONNECTIVE = re.compile(
    r"\W{0,3}(?:(?:tak|tidak|bukan)\s+hanya\s+(?:itu|sampai\s+di\s+situ)|selain\s+itu|lebih\s+lanjut|lebih\s+jauh|sementara\s+itu|begitu\s+juga|hal\s+(?:senada|serupa|sama)|senada)?\W{0,3}",
    re.IGNORECASE,
)
_LEAST_REPORT = 5  # spaces between a cue and a quote: fewer words report nothing
_NEAR = 40  # code points before a mention
_CONTRAST = re.compile(r"\b(?:sedangkan|sementara|adapun|lalu|kemudian)\b|[\"“”]")
_SPEECH_LENGTH = 40  # code points: a shorter quoted run needs a cue beside it to count as speech


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Words that somebody said, with the person found for them (None: nobody), why, and the cue."""

    kind: QuoteKind
    span: Span
    person: Person | None
    cue: Span | None
    attribution: Attribution
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Resolved:
    """A cue with the person that it leads to."""

    cue: Cue
    person: Person | None
    attribution: Attribution
    reason: str


@dataclass(slots=True)
class _Reading:
    """What a reader keeps in mind on the way down the article: the narrative, who is who, and who speaks now."""

    text: str
    people: People
    mentions: Sequence[Mention]
    current: Person | None = None
    statements: list[Statement] = field(default_factory=list)


def attribute(
    narrative: str, sentences: Sequence[Span], quoted: Sequence[Quoted], mentions: Sequence[Mention]
) -> tuple[tuple[Statement, ...], People]:
    """Return the direct and indirect statements of an article in order, and its people.

    `narrative` is the article with the words inside quotes blanked out, so that offsets agree.
    """
    headings = find_headings(narrative)
    people = People(narrative, mentions, headings)
    in_headings = {sentence for sentence in sentences for heading in headings if heading.start <= sentence.start < heading.end} if headings else set()
    cues = {sentence: () if sentence in in_headings else tuple(find_cues(narrative, sentence, mentions)) for sentence in sentences}
    people.add_speakers(cue.mention for found in cues.values() for cue in found if cue.mention)
    reading = _Reading(text=narrative, people=people, mentions=mentions)
    at = at_mention = 0
    for sentence in sentences:
        runs = []
        while at < len(quoted) and quoted[at].outer.start < sentence.end:
            runs.append(quoted[at])
            at += 1
        while at_mention < len(mentions) and mentions[at_mention].span.start < sentence.start:
            at_mention += 1
        if sentence not in in_headings:
            _read_sentence(reading, sentence, runs, cues[sentence], at_mention)
    return tuple(_continued(narrative, reading.statements)), people


def _continued(narrative: str, statements: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the statements, a quote without a cue given to the speaker of the quote that goes on from it in the next paragraph."""
    held: list[Statement] = []
    for statement in reversed(statements):
        following = held[-1] if held else None
        goes_on = following is not None and statement.kind == following.kind == "direct" and statement.cue is None and following.person is not None
        if following and goes_on and _only_marks(narrative[statement.span.end : following.span.start]):
            held.append(replace(statement, person=following.person, attribution="carried", reason="continued-quote"))
        else:
            held.append(statement)
    yield from reversed(held)


def _only_marks(between: str) -> bool:
    return "\n\n" in between and not MARK.sub("", between).strip(" \n,")


def _read_sentence(reading: _Reading, sentence: Span, runs: Sequence[Quoted], cues: Sequence[Cue], first_mention: int) -> None:
    resolved = []
    if _is_strangers(reading.text, sentence, cues):
        reading.current = None
    _follow_subject(reading, sentence, cues, first_mention)
    for cue in cues:
        person, attribution, reason = _resolve(reading, cue)
        resolved.append(_Resolved(cue=cue, person=person, attribution=attribution, reason=reason))
        if cue.shared or (person and not _is_told(reading.text, resolved)):
            reading.current = person
    spoken: list[Quoted] = []
    for run in runs:
        if _is_speech(reading.text, sentence, run, cues) or (spoken and _goes_on(reading.text, spoken[-1], run, cues)):
            spoken.append(run)
    if spoken and not any(_touches(reading.text, run, cue) for run in spoken[:1] for cue in cues):
        reading.statements.extend(_reported_before(reading.text, sentence, spoken[0], resolved))
    for run in spoken:
        reading.statements.append(_direct(reading, run, spoken, resolved))
    if not spoken:
        unmarked = None if runs else unmarked_speech(reading.text, sentence, cues, reading.mentions[first_mention : first_mention + 1])
        reading.statements.extend(_indirect(reading.text, sentence, resolved) if unmarked is None else _unmarked(unmarked, resolved))


def _is_strangers(text: str, sentence: Span, cues: Sequence[Cue]) -> bool:
    """Return whether somebody whom the article does not name speaks: "Seorang guru mengaku bingung." Whoever spoke before does not go on."""
    stranger = _STRANGER_FIRST.match(text, sentence.start, sentence.end)
    if not stranger or any(cue.mention or cue.pronoun for cue in cues):
        return False
    verb = next((cue for cue in cue_pattern().finditer(text, stranger.end(), min(sentence.end, stranger.end() + _FAR)) if cue["active"]), None)
    return verb is not None and not _CLAUSE.search(text, stranger.end(), verb.start()) and not text.endswith("yang ", 0, verb.start())


def _is_told(text: str, resolved: Sequence[_Resolved]) -> bool:
    """Return whether the last cue is part of what an earlier one of its sentence reports: "Menurutnya, Bupati sudah memerintahkan …"."""
    last = resolved[-1]
    return last.cue.form in {"active", "passive"} and any(
        earlier.person and earlier.cue.reports and not _CONTRAST.search(text, earlier.cue.span.end, last.cue.span.start) for earlier in resolved[:-1]
    )


def _follow_subject(reading: _Reading, sentence: Span, cues: Sequence[Cue], first_mention: int) -> None:
    """Let the person whom a sentence without a cue is about speak next ("Sekda Pati Jumani menghadiri sosialisasi …")."""
    if cues:
        return
    opens_paragraph = reading.text.startswith("\n\n", sentence.start - 2) if sentence.start else True
    people = (mention for mention in _subjects(reading, sentence, first_mention) if _may_speak(reading, mention, opens_paragraph=opens_paragraph))
    mention = next(people, None)
    if mention and (mention.name or (opens_paragraph and _is_local(reading, mention))):
        before = reading.text[sentence.start : mention.span.start]
        if reading.current and not opens_paragraph and _BACKGROUND.match(reading.text, mention.span.end):
            return
        if _NAMELY.search(before) and reading.text.startswith(",", mention.span.end):
            return
        likewise = _LIKEWISE.fullmatch(before) is not None
        if not (likewise or _LEADS_TO_SUBJECT.search(before)):
            return
        person = reading.people.person(mention) or (_newcomer(reading, mention) if mention.name else reading.people.unnamed(mention))
        if person and (
            likewise
            or _LED_BY.search(before)
            or all(
                not word.lower().startswith(("kepada", "oleh", "untuk", "terhadap", "dari", "me", "di")) or word[:1].isupper()
                for word in before.split()
            )
        ):
            reading.current = person


def _may_speak(reading: _Reading, mention: Mention, *, opens_paragraph: bool) -> bool:
    if mention.name is None:
        return reading.people.person(mention) is not None or (opens_paragraph and _is_local(reading, mention))
    return reading.people.person(mention) is not None or (opens_paragraph and _enters(reading.text, mention))


def _newcomer(reading: _Reading, mention: Mention) -> Person | None:
    """Return the person whom a bare name brings in where its first word is a common given name; nobody then speaks for any other, which may be a group."""
    if mention.name and mention.name.of(reading.text).split()[0] in given_names():
        return reading.people.newcomer(mention)
    reading.current = None
    return None


def _enters(text: str, mention: Mention) -> bool:
    """Return whether a full name that the article gives without an office opens a paragraph and acts: "Rezky Amalia datang ke TPS."."""
    opens = text.startswith("\n\n", mention.span.start - 2)
    return opens and mention.name is not None and " " in mention.name.of(text) and _ACTS.match(text, mention.span.end) is not None


def _is_local(reading: _Reading, mention: Mention) -> bool:
    """Return whether a mere office is that of one place, whose holder may speak next ("Lurah Sumur menolak diwawancarai."), not a former one."""
    return mention.office is not None and offices.is_of_place(mention.office.of(reading.text))


def _subjects(reading: _Reading, sentence: Span, first_mention: int) -> Iterator[Mention]:
    """Yield the mentions of a sentence that are no object: not "Ditanya soal Presiden …"."""
    for mention in islice(reading.mentions, first_mention, None):
        if mention.span.start >= sentence.end:
            return
        near = max(sentence.start, mention.span.start - _NEAR)
        leads = _LED_BY.search(reading.text, near, mention.span.start) or _LIKEWISE.fullmatch(reading.text, sentence.start, mention.span.start)
        if leads or not is_oblique(reading.text, sentence, mention):
            yield mention


def _resolve(reading: _Reading, cue: Cue) -> tuple[Person | None, Attribution, str]:
    if cue.shared:
        return None, "none", "several-speakers"
    if cue.mention:
        return _resolve_mention(reading, cue, cue.mention)
    if cue.noun:
        return (reading.current, "carried", "epithet") if _describes_current(reading, cue) else (None, "none", "common-noun")
    if reading.current is None:
        return None, "none", "nobody-before"
    if cue.clitic:
        return reading.current, "clitic", "clitic-to-last-speaker"
    return (reading.current, "pronoun", "pronoun-to-last-speaker") if cue.pronoun else (reading.current, "carried", "carried-from-last-speaker")


def _describes_current(reading: _Reading, cue: Cue) -> bool:
    """Return whether the common noun behind a cue is another word for who spoke last: "tegas mantan bupati itu"."""
    noun = reading.text[cue.span.end :].lstrip()[:1].islower()  # with a capital it is an institution: "tegas Satpol PP"
    if reading.current is None or not noun or not EPITHET.match(reading.text, cue.span.end, cue.span.end + 90):
        return False
    if _LOWLY.match(reading.text, cue.span.end) and reading.current.offices:
        return False
    if not reading.people.may_be_called(reading.current, reading.text[cue.span.end : cue.span.end + _NEAR].strip()):
        return False
    return not (_SOMEBODY.match(reading.text, cue.span.end) and _STRANGER.search(reading.text, 0, cue.span.start))


def _resolve_mention(reading: _Reading, cue: Cue, mention: Mention) -> tuple[Person | None, Attribution, str]:
    bare = mention.name is None and mention.span.of(reading.text).islower() and not offices.says_where(mention.span.of(reading.text))
    person = reading.people.sole_holder(mention) if bare else reading.people.person(mention)
    if (
        mention.name
        and _KIN.search(reading.text, max(0, mention.span.start - 40), mention.span.start)
        and _THAT.match(reading.text, mention.span.end)
    ):
        return reading.current, "carried" if reading.current else "none", "epithet"
    if person:
        return person, "name" if mention.name else "office", "named" if mention.name else "office"
    if mention.name:
        return None, "none", "unknown-name"
    called = reading.current and reading.people.may_be_called(reading.current, mention.span.of(reading.text))
    if called and EPITHET.match(reading.text, mention.span.end, mention.span.end + 70):
        return reading.current, "carried", "epithet"
    if bare or (cue.form == "active" and not offices.says_where(mention.span.of(reading.text))):
        return None, "none", "common-noun" if bare else "generic-office"
    return reading.people.unnamed(mention), "office", "office-without-name"


def _direct(reading: _Reading, run: Quoted, spoken: Sequence[Quoted], resolved: Sequence[_Resolved]) -> Statement:
    """Return the statement of a quoted run: said by whom the cue behind it names, else by whom the one before it does, else by who spoke last."""
    following = next((other.outer.start for other in spoken if other.outer.start > run.outer.start), None)
    behind = [found for found in resolved if found.cue.span.start >= run.outer.end]
    own = [found for found in behind if following is None or found.cue.span.start < following]
    before = [found for found in resolved if found.cue.span.end <= run.outer.start]
    found = next(iter((*own[:1], *before[-1:], *behind[:1])), None)
    if found:
        return Statement(kind="direct", span=run.inner, person=found.person, cue=found.cue.span, attribution=found.attribution, reason=found.reason)
    carried = reading.current
    return Statement(
        kind="direct",
        span=run.inner,
        person=carried,
        cue=None,
        attribution="carried" if carried else "none",
        reason="carried-from-last-speaker" if carried else "nobody-before",
    )


def _indirect(text: str, sentence: Span, resolved: Sequence[_Resolved]) -> Iterator[Statement]:
    found = next((found for found in resolved if found.cue.reports and found.person), None)
    if found and not _says_nothing(text, sentence, found.cue):
        yield Statement(kind="indirect", span=sentence, person=found.person, cue=found.cue.span, attribution=found.attribution, reason=found.reason)


def _says_nothing(text: str, sentence: Span, cue: Cue) -> bool:
    """Return whether a sentence holds no more than a cue with its speaker, and words that join it to the last."""
    end = max(cue.span.end, cue.mention.span.end if cue.mention else 0)
    before = _CONNECTIVE.fullmatch(text, sentence.start, cue.span.start)
    return cue.form == "root" and before is not None and not text[end : sentence.end].strip(" .,:")


def _reported_before(text: str, sentence: Span, run: Quoted, resolved: Sequence[_Resolved]) -> Iterator[Statement]:
    """Yield what a sentence reports with "bahwa" before it goes on in the speaker's own words: "Ia menyampaikan bahwa … “saya …”."."""
    before = text[sentence.start : run.outer.start].rstrip()
    reports = [
        found for found in resolved if found.cue.span.end < run.outer.start and text[found.cue.span.end : run.outer.start].count(" ") > _LEAST_REPORT
    ]
    if run.personal and before and before[-1] not in ",:" and " bahwa " in before and reports:
        yield from _indirect(text, Span(sentence.start, sentence.start + len(before)), reports)


def _unmarked(span: Span, resolved: Sequence[_Resolved]) -> Iterator[Statement]:
    """Yield the words before the cue of a sentence whose quotation marks were lost as direct speech."""
    found = next(found for found in resolved if found.cue.span.start >= span.end)
    yield Statement(kind="direct", span=span, person=found.person, cue=found.cue.span, attribution=found.attribution, reason=found.reason)


def _is_speech(text: str, sentence: Span, run: Quoted, cues: Sequence[Cue]) -> bool:
    """Return whether a quoted run is something said, not a title, a theme, a term or the words of a law."""
    before = text[max(sentence.start, run.outer.start - 40) : run.outer.start]
    if announced_pattern().search(before):
        return False
    if any(_touches(text, run, cue) for cue in cues):
        return True
    opens = not text[sentence.start : run.outer.start].strip()
    announced = before.rstrip().endswith((":", ",", "bahwa")) and bool(cues)
    personal = run.personal and bool(cues)  # who speaks of himself in marks is quoted, wherever the marks stand
    if opens and run.personal and text[run.inner.end : run.outer.end].startswith(","):
        return True  # “Saya belum salat,” sembari melihat jam tangan.
    return (opens and not run.closed) or (run.inner.end - run.inner.start >= _SPEECH_LENGTH and (opens or announced or personal))


def _goes_on(text: str, spoken: Quoted, run: Quoted, cues: Sequence[Cue]) -> bool:
    """Return whether a run is the second half of a quote that its cue splits: “Selain itu,” lanjut dia, “kami bentuk satgas.”."""
    splits = any(spoken.outer.end <= cue.span.start < run.outer.start and _touches(text, spoken, cue) for cue in cues)
    return splits and text[spoken.outer.end : run.outer.start].rstrip().endswith(",")


def _touches(text: str, run: Quoted, cue: Cue) -> bool:
    if cue.span.start >= run.outer.end:
        return not text[run.outer.end : cue.span.start].strip(" ,.;-–—")
    return cue.form in {"active", "colon"} and not text[cue.span.end : run.outer.start].strip(" ,:;")
