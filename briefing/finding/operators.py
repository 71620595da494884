"""The operators of a sentence: the words that forbid, demand or allow ("dilarang", "harus", "boleh"), each with the force that it has there."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from briefing.finding.phrases import MARKS
from briefing.lexicon.modality import Operator, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from briefing.finding.words import Words
    from briefing.lexicon.phrasebook import Hit

Force = Literal["forbid", "require", "permit", "needless", "free", "pledge"]  # what is pledged: to do what is demanded, and not what is forbidden

_ACT_REACH = 4  # words between a prohibition and what it forbids, at most
OBJECTS = frozenset({"candidate", "public", "organiser", "other"})  # mostly spoken of, not to
_AIMS = frozenset({"agar", "supaya"})
_ON = frozenset({"terkait", "tentang", "mengenai", "perihal", "soal"})
_ON_REACH = 5  # words between a letter that asks for something and what it is on, at most
_ABOUT = frozenset({"mengenai", "tentang", "membahas", "seputar", "pertanyaan", "antara", "materi"})
_JOINTS = frozenset({",", "atau", "maupun", "dan"})
_AIMED = frozenset({"bertujuan", "dimaksudkan", "tujuannya", "tujuan", "maksudnya", "diperlukan", "dibutuhkan", "tersebut", "itu", "ini"})
_ALSO = frozenset({"pun", "juga", "sendiri"})
_WE = frozenset({"kami", "kita", "saya", "torang", "katong"})
_WE_REACH = 9  # words of those for whom somebody speaks ("Kami jajaran Pemkab … akan tetap netral"), at most
_STAY = {(word,) for word in ("netral", "bersikap", "menjaga", "memegang", "menjunjung", "berdiri", "pegang", "jaga", "berada")}
_BUT = frozenset({"namun", "tetapi", "tapi"})
_ALTHOUGH = frozenset({"meski", "meskipun", "walau", "walaupun", "kendati", "sekalipun"})
_STILL = frozenset({"tetap", "tetaplah", "juga"})
_OPENING = 4  # words before or of the subject with which a sentence begins, at most
AFTER_REACH = 14  # words between an act and the operator behind it, at most
# What a word of negation makes of an operator ("tidak boleh"); of all others, "free".
_NEGATED_OPERATOR: dict[str, Force] = {"permit": "forbid"}
NO_PASSIVE = frozenset({"diam", "diri", "dinas", "disiplin", "diskriminatif", "diskusi"})  # begin like what is done to something
_NONE = frozenset({"tidak", "tak"})
_DONE = frozenset(
    {"diterima", "dilakukan", "diambil", "ditanggapi", "dituruti", "diikuti", "dibiarkan", "ditiru", "dilayani", "dipasang", "dilanjutkan"}
)
_BANS = frozenset(name for name, operator in lexicon().operators.items() if operator.mode == "forbid")
_TAKEN_UP = frozenset({"itu", "ini", "terjadi", "begitu", "ya", "lah", "deh", "ah", "dong", "mulai", "sekarang"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Governor:
    """An operator where it stands, with the force that it has there."""

    force: Force
    operator: Operator
    start: int
    end: int


_DEMAND = Operator(mode="require", syntax="subject", after=False, verdict=False, before_negation=False, condition=False, initial=False)


def governors(words: Words) -> tuple[Governor, ...]:
    """Return the operators of a sentence in their order."""
    return tuple(_with_purposes(words, tuple(_operators(words))))


def takes_up(words: Words, governor: Governor, *, passive: bool = True) -> bool:
    """Return whether a prohibition speaks of what stands before a comma: "…, jangan diterima", "…, jangan sampai itu terjadi", "…, ya jangan".

    Without `passive` only of what is done as such ("…, jangan dilakukan"), not "…, jangan diviralkan".
    """
    after = "".join(words.tokens[governor.end : governor.end + 1])
    done = after in _DONE or (passive and after.startswith("di") and after not in NO_PASSIVE)
    return governor.force in {"forbid", "permit"} and (not after or after in _TAKEN_UP | MARKS or done)


def _operators(words: Words) -> Iterator[Governor]:
    """Yield the operators in order, none within another; two that stand together are one ("harus dapat")."""
    spent = {at for hit in words.named("spent", "keep-off", "no-negation") if hit.end - hit.start > 1 for at in range(hit.start, hit.end)}
    found = (hit for hit in words.named(*lexicon().operators) if hit.start not in spent)
    conditions = {hit.end for name, operator in lexicon().operators.items() if operator.condition for hit in words.named(name)}
    people = {hit.start for _, hit in words.groups}
    last: Governor | None = None
    for hit in sorted(found, key=lambda hit: (hit.start, -hit.end)):
        operator = lexicon().operators[hit.name]
        if _only_tells(words, operator, hit) or _is_act(words, operator, hit, last) or (last and _goes_on(words, operator, hit, last)):
            continue
        if (operator.initial and not _opens(words, hit, last)) or (
            (not hit.start and operator.condition) or (last and last.force == "permit" and (operator.condition or hit.start in conditions))
        ):
            continue
        if (last and hit.start < last.end) or (operator.before_negation and (not words.negates(hit.end) or _is_ban(words, hit.end + 1))):
            continue
        denial = words.denial_before(hit.start)
        refused = denial is not None or _denies_all(words, hit)
        force: Force = _NEGATED_OPERATOR.get(operator.mode, "free") if refused else operator.mode
        joined = last and hit.start - last.end <= 1 and denial is None and last.force in {"require", "forbid"}
        joined = joined and last and (hit.start == last.end or last.end not in people)  # "mengingatkan *pengawas* harus"
        if last and joined and operator.mode in {"permit", "require"} and not operator.verdict:
            asking = last.force == "require" and operator.syntax == "object" and not people.isdisjoint({hit.end, hit.end + 1})
            last = Governor(force=last.force, operator=operator if asking else last.operator, start=last.start, end=hit.end)
        elif last and force == "forbid" and last.force == "require" and hit.start == last.end and last.operator.after:
            last = Governor(force=force, operator=operator, start=last.start, end=hit.end)  # "sebaiknya jangan"
        elif last and operator.verdict and denial is None and last.operator.mode == "permit" and hit.start == last.end:
            last = Governor(force=force, operator=operator, start=last.start, end=hit.end)  # "dapat dianggap melanggar"
        else:
            if last:
                yield last
            start = hit.start if denial is None or (last and denial < last.end) else denial
            last = Governor(force=force, operator=operator, start=start, end=hit.end)
    if last:
        yield last


def _denies_all(words: Words, operator: Hit) -> bool:
    """Return whether an operator is told of people of whom there are none ("tidak ada pegawai yang *boleh* …")."""
    at = operator.start - 1
    who = next((group.start for _, group in words.groups if group.end == at), 0)
    return words.tokens[at] == "yang" and who > 1 and words.tokens[who - 1] == "ada" and words.tokens[who - 2] in _NONE


def inserted(words: Words, starts: AbstractSet[int]) -> set[int]:
    """Return where "meski" opens what is put in before an operator, of which `starts` are the first tokens ("berfoto bersama calon, meski tanpa atribut, tetap dilarang")."""
    commas = [at for at, word in enumerate(words.tokens[:-1]) if word == ","]
    pairs = ((before + 1, behind + 1) for before, behind in pairwise(commas) if words.tokens[before + 1] in _ALTHOUGH)
    return {at for at, end in pairs if end + (words.tokens[end] in _STILL) in starts}


def _is_ban(words: Words, at: int) -> bool:
    """Return whether a token begins a prohibition of its own ("berfoto dengan calon *tidak* boleh")."""
    return any(hit.start == at for name in _BANS & words.hits.keys() for hit in words.named(name))


def _opens(words: Words, hit: Hit, last: Governor | None) -> bool:
    """Return whether an operator stands where a sentence begins, or right behind those with whom it begins ("ASN tetap menjaga netralitas")."""
    subjects = (*words.named("pronoun"), *(group for name, group in words.groups if name not in OBJECTS))
    if hit.start == 0 or last is not None or words.tokens[hit.start - 1] in _BUT:
        return hit.start == 0 or words.tokens[hit.start - 1] in _BUT
    end = hit.start
    while end and (words.tokens[end - 1] == ")" or words.tokens[end - 1].isdigit() or words.tokens[end - 1] in _ALSO):
        end -= 1
    if words.tokens[0] in _WE and end <= _WE_REACH and not MARKS & {*words.tokens[:end]} and words.tokens[hit.end : hit.end + 1] in _STAY:
        return True
    if any(judged.start < hit.start for judged in words.named("judged")):
        return False  # "Pengamat menilai ASN tetap netral"
    telling = {told.end for told in words.named("told")}
    return any(group.end == end and (group.start <= _OPENING or telling & {*range(group.start - _OPENING, group.start + 1)}) for group in subjects)


def _acts_before(words: Words, at: int) -> bool:
    """Return whether something is done before a token that only names its purpose ("memantau akun untuk menghindari …"), no "menegaskan" that asks for it."""
    people = {place for _, hit in words.groups for place in range(hit.start, hit.end)}
    telling = words.told | {place for hit in words.named("told", "asking", "condition", "pronoun") for place in range(hit.start, hit.end)}
    done = (place for place in range(at) if words.tokens[place].startswith("me"))
    return any(words.clause(at) - words.clause(place) <= 1 and words.relative_before(place) is None for place in {*done} - people - telling)


def _only_tells(words: Words, operator: Operator, hit: Hit) -> bool:
    """Return whether an operator opens what is told ("mengingatkan bahwa …"), or is spoken of ("soal pentingnya …", "Untuk mengingatkan …, kami …")."""
    before = "".join(words.tokens[max(0, hit.start - 1) : hit.start])
    told_on = words.tokens[hit.start] == "imbauan" and not _ON.isdisjoint(words.tokens[hit.end : hit.end + _ON_REACH])
    if told_on and _AIMS.isdisjoint(words.tokens[hit.end :]):
        return True  # "surat imbauan kepada bupati terkait netralitas"
    if operator.syntax == "object" and hit.start == 1 and before == "untuk":
        return True
    if operator.syntax == "noun":
        return before in _ABOUT or (operator.mode == "forbid" and words.tokens[hit.end : hit.end + 1] in {("itu",), ("ini",), ("tersebut",)})
    if operator.syntax != "object" or operator.mode != "require":
        return False
    return words.tokens[hit.end : hit.end + 1] == ("bahwa",) or (words.tokens[hit.end : hit.end + 1] == (",",) and _bans_behind(words, hit.end))


def _bans_behind(words: Words, start: int) -> bool:
    """Return whether what follows a token says by itself that something is forbidden ("mengingatkan, memasang spanduk *tidak dibenarkan* bagi ASN")."""
    after = ((name, one) for name, one in lexicon().operators.items() if one.syntax == "subject" and one.after and name in words.hits)
    return any(
        hit.start > start and (one.mode == "forbid" or (one.mode == "permit" and words.denial_before(hit.start) is not None))
        for name, one in after
        for hit in words.named(name)
    )


def _is_act(words: Words, operator: Operator, hit: Hit, last: Governor | None) -> bool:
    """Return whether an operator is itself what is forbidden or denied ("jangan memihak, tidak mengajak warga memilih …")."""
    if operator.syntax == "imperative" and operator.mode == "require":
        return last is not None and last.force == "forbid" and last.end == hit.start  # "jangan gunakan kewenangan untuk …"
    if operator.syntax != "object" or operator.mode != "require":
        return False
    among = _JOINTS & {*words.tokens[hit.start - 1 : hit.start]} and _JOINTS & {*words.tokens[hit.end : hit.end + 1]}
    if words.tokens[hit.start].endswith("an") and not words.tokens[hit.start].startswith(("me", "di")):
        return bool(among)  # "seruan, imbauan, maupun ajakan …"
    if not words.tokens[hit.start].startswith("me"):
        return bool(last and last.force == "forbid" and among)
    under = (
        last is not None
        and last.force == "forbid"
        and last.end < hit.start <= last.end + _ACT_REACH
        and words.clause(last.start) == words.clause(hit.start)
    )
    listed = last is not None and last.force == "forbid" and any(urged.start == hit.start for urged in words.named("urge-vote"))
    return under or listed or bool(last and last.force == "forbid" and among) or words.denial_before(hit.start) is not None


def _goes_on(words: Words, operator: Operator, hit: Hit, last: Governor) -> bool:
    """Return whether a "dapat" only fills what is demanded before it ("meminta para camat dapat bekerja sama")."""
    weak = operator.mode == "permit" and not operator.after and last.force == "require" and hit.start - last.end <= AFTER_REACH
    parted = any(last.end <= other.start <= hit.start for other in words.named("contrast", "because"))
    return weak and not parted and not words.negates(hit.start - 1)


def _with_purposes(words: Words, found: Sequence[Governor]) -> Iterator[Governor]:
    """Yield the operators, and the first "agar" or "untuk tidak" where none stands before it: it demands by itself ("para guru agar …")."""
    aims = (hit for hit in words.named("aim") if words.negates(hit.end))
    opener = min((*words.named("purpose"), *aims), key=lambda hit: hit.start, default=None)
    first = found[0].start if found else len(words.tokens)
    supposed = any(hit.start < first for hit in words.named("condition")) or any(
        governor.force == "forbid" and takes_up(words, governor) for governor in found
    )
    if opener and words.tokens[opener.start - 1] in _AIMED:
        opener = None
    if opener and 0 < opener.start < first and not supposed and not _acts_before(words, opener.start):
        yield Governor(force="require", operator=_DEMAND, start=opener.start, end=opener.end)
    yield from found
