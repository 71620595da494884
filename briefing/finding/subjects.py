"""Subjects: whom the narrative of an article is about, and who therefore speaks next where no name stands beside a cue."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from briefing.finding.cues import Cue, is_oblique
from briefing.finding.epithets import described
from briefing.finding.mentions import Mention
from briefing.finding.newcomers import acts, agrees, enters, is_somebody, may_be_somebody
from briefing.finding.people import People, Person
from briefing.lexicon import offices
from briefing.lexicon.speech import stance_pattern
from briefing.lexicon.turns import any_of
from briefing.model.span import opens_paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.span import Span

# Before a subject stands nothing, a pause, or a word that leads to it; what a noun leads to belongs to somebody: "Surat permohonan Sekda Budi".
_LEADS_TO_SUBJECT = re.compile(rf"(?:\A|[,;:.!?)–—-]|[\"“”’]|\b{any_of('before_subject')})\s*\Z", re.IGNORECASE)
# Who leads or opens an event speaks there: "Rapat dipimpin Bupati …".
_LED_BY = re.compile(r"\b(?:dipimpin|dibuka)\s+(?:langsung\s+)?(?:oleh\s+)?\Z", re.IGNORECASE)
# "Begitu juga dengan Danramil Budi. “…,” tegasnya": whom it tells of speaks next.
_LIKEWISE = re.compile(r"(?:begitu|demikian)(?:lah)?\s+(?:juga|pula|halnya)(?:\s+(?:halnya|dengan|dari))*\s+\Z", re.IGNORECASE)
# "Ditanya apakah Budi dipanggil, Kasi Penkum enggan berspekulasi.": whoever is asked speaks next, whatever he does.
_ASKED = re.compile(rf"(?:(?:saat|ketika)\s+)?{any_of('asked')}\b[^.:“”\"\n]*,\s+", re.IGNORECASE)
# "Sekda Budi bersama Kepala BKPSDM ditugaskan mengawal usulan itu": he does not speak, though "ia" in the next sentence may be he.
_SUFFERS = re.compile(
    r",?(?:\s+bersama\s[^,.;\n]{1,60}?)?\s+(?:[a-z]+\s+){0,2}"
    rf"(?:(?:harus|wajib|perlu|mesti|seharusnya|semestinya|sebaiknya)\b|di(?!{any_of('met')})[a-z]{{4,}}\b)"
)
# "Pemilihan penjabat, yakni Budi, adalah langkah tepat": he is what is spoken of.
_NAMELY = re.compile(r",\s+(?:yakni|yaitu)\s+\Z")
# "Camat Dolo Ibrahim, menurut catatan koran ini, sudah dua kali menegurnya": it is told of him, he does not speak.
_HEARSAY = re.compile(rf",?\s+(?:menurut|berdasarkan)\s+{any_of('sources')}\b")
_BEFOREHAND = re.compile(r"\b(?:sudah|telah|pernah)\s+(?:juga\s+)?\Z")
_EARLIER = re.compile(r"\b(?:sebelumnya|sempat|pernah|sudah|telah|lebih\s+dulu)\s+(?:juga\s+)?\Z")
_WHEN = re.compile(
    r"\A(?:mewakili|saat|ketika|kala|usai|seusai|setelah|sesudah|sebelum|begitu|sambil|sembari)\b[^,]*,\s*", re.IGNORECASE
)  # Saat digiring, …
_WHOSE = re.compile(r"\byang\s+(?:[a-z]+\s+)?(?:di|ter|me|ber)[a-z]{3,}")  # "ketua tim dari pasangan yang dilaporkan, Budi": tells which one
_INSTITUTION = re.compile(r"(?:Pihak\s+)?(?P<word>(?!Polisi)[A-Z][A-Za-z]{3,})\b")
# Who is elsewhere does not speak: "Pj Bupati Budi sendiri sedang berada di Jakarta."
_ABSENT = re.compile(
    r"(?:,?\s+yang\s[^,.;\n]{1,60}?,?)?(?:\s+(?:sendiri|juga))?,?\s+(?:(?:tidak|tak|belum|batal|urung)\s+(?:(?:bisa|dapat|sempat|berhasil|tampak|terlihat)\s+)?"
    rf"{any_of('unreached')}|(?:sedang|tengah|masih)\s+{any_of('elsewhere')}|berhalangan|absen|mangkir|cuti"
    r"|(?:belum|tidak|tak)\s+(?:juga\s+|kunjung\s+|pernah\s+)?(?:menjawab|merespons?|membalas|mengangkat)\s+(?:telepon|panggilan|pesan|konfirmasi|pertanyaan))\b"
)
# Within a paragraph, what somebody has done is told of him, he does not speak: "Kapolri Budi sudah memberi arahan."
_BACKGROUND = re.compile(
    r"(?:,?\s+yang\s[^,.;\n]{1,60}?,?)?\s+(?:[a-z]+\s+){0,4}(?:hanya|cuma|sekadar|bungkam|enggan|(?:belum|tidak|tak)\s+(?:juga\s+)?(?:menjawab|merespons?|membalas|mengangkat))\b"
    r"|,?\s+(?:turut|ikut)\s+(?:serta\s+)?(?:menandatangani|meneken|hadir|mendampingi|menyaksikan|menyerahkan|menyambut)\b"
    r"|,?\s+yang\s+(?:duduk|berdiri|mendampingi|menyertai|mendengar(?:kan)?|menyimak|bersamanya)\b"
    r"|,?\s+(?:juga\s+)?(?:(?:sudah|telah|pernah)\s+(?:me|ber)[a-z]+"
    rf"|(?:[a-z]+\s+){{0,2}}(?:di{any_of('accused')}|ter{any_of('exposed')}|kedapatan|tertangkap))\b"
)
# "Tudingan itu dilontarkan Ketua LSM Budi.": what is answered is told of, whoever spoke goes on.
_ANSWERED = re.compile(rf"{any_of('charges')}\s(?:(?:itu|ini|tersebut)\s)?(?:[a-z]+\s){{0,2}}\Z")
_BY_ORDER = re.compile(
    r"(?:Hanya\s+)?[Yy]ang\s+(?:pertama|kedua|ketiga|terakhir|satunya)(?:\s+yang)?\s+(?:me|ber)[a-z]{3,}"
)  # one of two, and the text alone tells who
# "Wartawan menanyakan hal itu kepada Ketua KPU Budi. “…,” jawabnya": whom one asks answers.
_ASKS_SOMEBODY = re.compile(r"\b(?:menanyakan|bertanya|ditanyakan)\b")
_ASKED_OF = re.compile(rf"{_ASKS_SOMEBODY.pattern}[^.;:“”\"\n]*\bkepada\s+\Z")
# "Sosialisasi menghadirkan narasumber dari KPU, Budi, …": any of them may speak next, as may who spoke before; "keduanya" are two.
_EVENT = re.compile(r"\b(?:narasumber|pemateri|pembicara|panelis)\b", re.IGNORECASE)
_ANY_OF_THEM = re.compile(rf"{_EVENT.pattern}[^.;:“”\"\n]{{0,80}}\Z", re.IGNORECASE)
_BOTH = re.compile(rf"(?:Keduanya|Ketiganya)\s+(?:[a-z]+\s+)?(?:me[a-z]{{4}}|ber[a-z]{{3}}|di{any_of('met')})")
_OPENINGS = frozenset({"", "Sang "})  # "Sang Bupati tidak mau kalah."
_TO_OBJECT = frozenset({"kepada", "oleh", "untuk", "terhadap", "dari"})
_LEAST_VERB = 4  # letters: fewer make no verb with me- or di-
_NEAR = 40  # code points before a mention
_MOST_EARLIER = 8  # mentions of a paragraph, among which one may be of the same person


@dataclass(slots=True)
class Reading:
    """What a reader keeps in mind on the way down the article: the narrative, who is who, who speaks now, and who asked the last question.

    `told` is whom the last sentence told of while another speaks: "ia" is he, "-nya" is not.
    """

    text: str
    people: People
    mentions: Sequence[Mention]
    current: Person | None = None
    told: Person | None = None
    asker: Person | None = None


def follow_subject(reading: Reading, sentence: Span, cues: Sequence[Cue], first_mention: int) -> None:
    """Let the person whom a sentence without a cue is about speak next ("Sekda Pati Jumani menghadiri sosialisasi …")."""
    opens = opens_paragraph(reading.text, sentence.start)
    if opens or not cues:
        reading.told = None
    if cues:
        return
    if _is_of_several(reading, sentence, first_mention):
        reading.current = None
        return
    led = _WHEN.match(reading.text, sentence.start, sentence.end) or _ASKED.match(reading.text, sentence.start, sentence.end)
    behind, described_one = described(reading.text, led.end() if led else sentence.start, reading.people, reading.current)
    if behind and (led or acts(reading.text, behind)):
        reading.current = described_one or just_named(reading, sentence.start)
        opening = next(islice(reading.mentions, first_mention, None), None)
        if reading.current and opening and opening.span.start == sentence.start:
            reading.people.give_office(reading.current, opening)
        return
    asked = _asked(reading, sentence, first_mention)
    if asked:
        reading.current = reading.people.person(asked) or (_newcomer(reading, sentence, asked) if asked.name else None)
        return
    people = [mention for mention in _subjects(reading, sentence, first_mention) if _may_speak(reading, sentence, mention, opens=opens)]
    mention = next((mention for mention in people if opens and agrees(reading.text, mention)), next(iter(people), None))
    if mention and (holder := _acting_holder(reading, sentence, mention)):
        reading.current = holder
    elif mention and (mention.name or (opens and _is_local(reading, mention))):
        _take_turn(reading, sentence, mention, opens=opens)
    elif _another_acts(reading, sentence) or any(
        may_be_somebody(reading.text, sentence.start, other) for other in islice(_subjects(reading, sentence, first_mention), 1)
    ):
        reading.current = None


def _another_acts(reading: Reading, sentence: Span) -> bool:
    """Return whether an institution opens the sentence, and acts in it, that is of the office of another alone, who may speak next: "Panwaslu juga menyurati partai."."""
    opening = _INSTITUTION.match(reading.text, sentence.start, sentence.end)
    if opening is None or reading.current is None or not acts(reading.text, opening.end()):
        return False
    if offices.head_pattern().match(reading.text, opening.start("word")):
        return False  # "Kepala kampung tidak dibenarkan …" tells of all of them
    word = {opening["word"]}
    others = [person for person in reading.people.persons if person.name and reading.people.has_in_office(person, word)]
    return bool(others) and reading.current not in others


def _is_of_several(reading: Reading, sentence: Span, first_mention: int) -> bool:
    """Return whether a sentence tells of two, or of one of them, or names others as those who speak at an event: "… menghadirkan narasumber dari KPU, Budi"."""
    if _BY_ORDER.match(reading.text, sentence.start, sentence.end) or _BOTH.match(reading.text, sentence.start, sentence.end):
        return True
    if not _EVENT.search(reading.text, sentence.start, sentence.end):
        return False
    inside = takewhile(lambda mention: mention.span.start < sentence.end, islice(reading.mentions, first_mention, None))
    others = (mention for mention in inside if mention.name and reading.people.person(mention) is not reading.current)
    return any(_ANY_OF_THEM.search(reading.text, sentence.start, mention.span.start) for mention in others)


def _asked(reading: Reading, sentence: Span, first_mention: int) -> Mention | None:
    """Return whom a sentence tells that he was asked: "Ditanya soal Budi, Camat Andi tersenyum."."""
    inside = takewhile(lambda mention: mention.span.start < sentence.end, islice(reading.mentions, first_mention, None))
    if not _ASKED.match(reading.text, sentence.start, sentence.end):
        if not _ASKS_SOMEBODY.search(reading.text, sentence.start, sentence.end):
            return None
        return next((mention for mention in inside if mention.name and _ASKED_OF.search(reading.text, sentence.start, mention.span.start)), None)
    return next((mention for mention in inside if _ASKED.fullmatch(reading.text, sentence.start, mention.span.start)), None)


def _take_turn(reading: Reading, sentence: Span, mention: Mention, *, opens: bool) -> None:
    """Let the person speak next whom a sentence is about, unless it only tells of them."""
    before = reading.text[sentence.start : mention.span.start]
    if _HEARSAY.match(reading.text, mention.span.end):
        reading.current = None if opens else reading.current
        return
    likewise = _LIKEWISE.fullmatch(before) is not None or (opens and agrees(reading.text, mention))
    if _is_only_told_of(reading, mention, before, opens=opens):
        reading.told = reading.people.person(mention) if _SUFFERS.match(reading.text, mention.span.end) else None
        return
    if not (likewise or _LEADS_TO_SUBJECT.search(before)):
        return
    person = reading.people.person(mention) or (_newcomer(reading, sentence, mention) if mention.name else reading.people.unnamed(mention))
    if person and (likewise or _LED_BY.search(before) or _has_no_verb(before)):
        reading.current = person


def _is_only_told_of(reading: Reading, mention: Mention, before: str, *, opens: bool) -> bool:
    """Return whether somebody is elsewhere, has done something before, or is only what is spoken of, while another speaks."""
    behind = mention.span.end
    told = (
        _is_spoken_of(reading, mention, opens=opens)
        or _ABSENT.match(reading.text, behind)
        or _SUFFERS.match(reading.text, behind)
        or (not opens and _BACKGROUND.match(reading.text, behind))
    )
    return bool(reading.current and told) or bool(_NAMELY.search(before) and reading.text.startswith(",", behind))


def _is_spoken_of(reading: Reading, mention: Mention, *, opens: bool) -> bool:
    """Return whether a sentence goes on about whom its paragraph has named before: "Bupati memuji Dimas. Dimas merintis usaha sejak SMA."; not what he feels."""
    person = reading.people.person(mention)
    if opens or person is None or person is reading.current or stance_pattern().match(reading.text, mention.span.end + 1):
        return False
    opening = reading.text.rfind("\n\n", 0, mention.span.start)
    near = bisect_left(reading.mentions, mention.span.start, key=lambda other: other.span.start)
    earlier = reading.mentions[max(0, near - _MOST_EARLIER) : near]
    return any(other.span.start > opening and reading.people.person(other) is person for other in earlier)


def _has_no_verb(before: str) -> bool:
    """Return whether no verb, and no word that makes an object, stands before a mention."""
    words = _WHOSE.sub("", _WHEN.sub("", before)).split()
    return not any(word in _TO_OBJECT or (word.startswith(("me", "di")) and len(word) > _LEAST_VERB) for word in words)


def _acting_holder(reading: Reading, sentence: Span, mention: Mention) -> Person | None:
    """Return the only holder of the bare office that a sentence opens with and that acts in it: "Ketua Majelis menutup sidang."."""
    if mention.name or reading.text[sentence.start : mention.span.start] not in _OPENINGS or not acts(reading.text, mention.span.end):
        return None
    told = _BACKGROUND.match(reading.text, mention.span.end) or _ABSENT.match(reading.text, mention.span.end)
    return None if told else reading.people.sole_holder(mention)


def is_told_of_earlier(reading: Reading, sentence: Span, cue: Cue) -> bool:
    """Return whether a passive tells what somebody else has said before, so that either may go on: "Mutasi itu sebelumnya diumumkan Bupati Budi."."""
    before = reading.text[max(sentence.start, cue.span.start - _NEAR) : cue.span.start]
    return cue.form == "passive" and cue.mention is not None and reading.current is not None and _EARLIER.search(before) is not None


def is_background(reading: Reading, sentence: Span, cue: Cue) -> bool:
    """Return whether a cue within a paragraph tells what somebody has said before: "Camat Budi sudah mengusulkan satu nama"."""
    if cue.form == "passive" and reading.current and _ANSWERED.match(reading.text[sentence.start : cue.span.start]):
        return not opens_paragraph(reading.text, sentence.start)
    return (
        cue.form == "active"
        and reading.current is not None
        and not opens_paragraph(reading.text, sentence.start)
        and _BEFOREHAND.search(reading.text, max(sentence.start, cue.span.start - _NEAR), cue.span.start) is not None
    )


def _may_speak(reading: Reading, sentence: Span, mention: Mention, *, opens: bool) -> bool:
    enters_here = enters(reading.text, sentence.start, mention) if mention.name else opens and _is_local(reading, mention)
    return enters_here or reading.people.person(mention) is not None


def _newcomer(reading: Reading, sentence: Span, mention: Mention) -> Person | None:
    """Return the person whom a bare name brings in where it is surely one; nobody then speaks for any other, which may be a group."""
    if is_somebody(reading.text, sentence.start, mention):
        return reading.people.newcomer(mention)
    reading.current = None
    return None


def _is_local(reading: Reading, mention: Mention) -> bool:
    """Return whether a mere office is that of one place, whose holder may speak next ("Lurah Sumur menolak diwawancarai."), not a former one."""
    return mention.office is not None and offices.is_of_place(mention.office.of(reading.text))


def _subjects(reading: Reading, sentence: Span, first_mention: int) -> Iterator[Mention]:
    """Yield the mentions of a sentence that are no object: not "Ditanya soal Presiden …"."""
    for mention in islice(reading.mentions, first_mention, None):
        if mention.span.start >= sentence.end:
            return
        near = max(sentence.start, mention.span.start - _NEAR)
        leads = _LED_BY.search(reading.text, near, mention.span.start) or _LIKEWISE.fullmatch(reading.text, sentence.start, mention.span.start)
        if leads or not is_oblique(reading.text, sentence, mention):
            yield mention


def just_named(reading: Reading, start: int) -> Person | None:
    """Return who was named last, without an office, in a sentence before `start` of its paragraph: "Itu keluhan Budi. Anggota DPRD itu mengaku …"."""
    opening = reading.text.rfind("\n\n", 0, start)
    stop = reading.text.rfind(". ", max(0, opening), start)
    last = bisect_left(reading.mentions, stop, key=lambda other: other.span.start)
    mention = reading.mentions[last - 1] if stop >= 0 and last else None
    if mention is None or mention.name is None or mention.office or mention.span.start < opening:
        return None
    full = " " in mention.name.of(reading.text)
    person = reading.people.person(mention) or (reading.people.newcomer(mention) if full else None)
    return person if person and person is not reading.current and not person.offices else None
