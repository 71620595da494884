"""Whom a demand addresses: the people named before or behind its operator, or else those whom the paragraph speaks of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.lexicon.modality import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.finding.modality import Reading
    from briefing.finding.operators import Governor
    from briefing.lexicon.phrasebook import Hit

UNKNOWN = frozenset({"unknown"})  # somebody is addressed whom no list has
SPEAKER = frozenset({"speaker"})
PERSON = frozenset({"person"})  # one whom the text has named ("ia tidak boleh berpihak")
_KEEPER = frozenset({"keeper"})  # who is asked to keep others neutral ("meminta kepala daerah menjaga netralitas ASN")
_WIDE = frozenset({"official", "superior"})  # groups that hold others
_UNIFORMED = frozenset({"tni", "polri"})

_COMMAS = frozenset(",;:.!?")
_OBJECTS = frozenset({"candidate", "public", "organiser", "other"})  # mostly objects: addressed only where a clause or a list opens
_OPENERS = frozenset(
    {
        "seluruh",
        "semua",
        "setiap",
        "para",
        "segenap",
        "anggota",
        "petugas",
        "ketua",
        "bagi",
        "kepada",
        "jajaran",
        "dan",
        "atau",
        "maupun",
        "serta",
        "bahwa",
        "agar",
        "supaya",
    }
    | {
        "hingga",
        "seorang",
        "baik",
        "sebagai",
        "selaku",
        "termasuk",
        "beserta",
        "oleh",
        "siapa",
        "jadi",
        "namun",
        "tetapi",
        "sedangkan",
        "karena",
        "sehingga",
        "maka",
        "ketika",
        "saat",
        "jika",
        "kalau",
        "bila",
        "apabila",
        ")",
    }
)
_COMPLEMENTS = frozenset({"agar", "supaya", "untuk", "tidak", "tetap", "tak", "jangan", ","})
_PURPOSES = frozenset({"agar", "supaya"})
_OWN = frozenset({"neutral", "campaign", "practical-politics"})  # acts named as somebody's own ("netralitas ASN")
_LETTERS = frozenset({"imbauan", "himbauan"})
_SELF = frozenset({"saya", "aku", "beta"})
_SPEAKING = frozenset({"saya", "kami", "kita"})
_ALSO = frozenset({"pun", "juga", "sendiri"})
_MORE = frozenset({"apalagi", "terlebih", "lebih-lebih"})
_ONE = frozenset({"ia", "dia", "dirinya", "beliau"})
_AS = frozenset({"sebagai", "selaku"})
_TO = frozenset({"kepada", "untuk", "bagi"})
_TOPICS = frozenset({"adapun", "sedangkan", "untuk", "bagi", "khusus", "khususnya"})  # open a sentence before those of whom it speaks
_SUFFERED = re.compile(r"di[a-z-]{4,}")
_FAVOURS = frozenset({"dukungan", "suara", "kampanye", "berkampanye", "massa", "dana", "sumbangan", "keuntungan"})  # before "bagi calon"
_WHOLE = frozenset({"para", "seluruh", "semua", "setiap", "segenap"})
_DOING = ("men", "mem", "meng", "mel")
_AMONG = frozenset(
    {
        "melalui",
        "menurut",
        "mengenai",
        "menjelang",
        "mengingat",
        "menjadi",
        "menteri",
        "melainkan",
        "memang",
        "mengapa",
        "memastikan",
        "menjamin",
        "mendorong",
    }
)
_HEADS = frozenset({"regional-head", "official"})  # who mostly speak
_LIST_GAP = 4  # words between two groups of one list ("seluruh ASN, para kepala desa"), at most


def addressed(reading: Reading, governor: Governor, act: Hit) -> frozenset[str]:
    """Return the groups that an operator addresses in its own sentence: none where it names nobody, UNKNOWN where no list has them."""
    if governor.force == "pledge":
        return frozenset(name for name, hit in reading.groups if hit.end <= governor.start and not _leads(reading, hit))
    if governor.operator.before_negation:
        earlier = [other for other in reading.governors if other.end <= governor.start]
        return addressed(reading, earlier[-1], act) if earlier else frozenset()
    if _sees_to(reading, governor, act):
        return _KEEPER
    within = governor.start < act.start < governor.end  # "bupati diminta *mengingatkan pegawai*", and pegawai to stay neutral
    if governor.operator.syntax in {"object", "noun"} and not within:
        return _addressed_behind(reading, governor, act)
    found = _subject_behind(reading, governor, act) or _addressed_before(reading, governor, act)
    if found == {"public"} and _SUFFERED.match(reading.tokens[act.start]):
        return UNKNOWN  # "warga jangan diancam": who is not to do so stands elsewhere
    return found | _all_the_more(reading, governor) if found else found


def _all_the_more(reading: Reading, governor: Governor) -> frozenset[str]:
    """Return the groups for whom the same holds all the more ("saya pun tidak boleh memihak, apalagi ASN")."""
    if not any(word in reading.tokens for word in _MORE):
        return frozenset()
    return frozenset(name for name, hit in reading.groups if hit.start > governor.end and reading.tokens[hit.start - 1] in _MORE | {"para"})


def _leads(reading: Reading, hit: Hit) -> bool:
    """Return whether somebody only speaks a pledge before others ("ikrar yang dipimpin bupati …")."""
    return hit.start > 0 and reading.tokens[hit.start - 1].startswith("di")


def _sees_to(reading: Reading, governor: Governor, act: Hit) -> bool:
    """Return whether those addressed are to see to what others do ("kepala dinas wajib memastikan pegawainya tidak …")."""
    ends = {hit.end for hit in reading.named("supervise") if governor.end <= hit.start}
    return any(hit.end <= act.start and {hit.start, hit.start - 1} & ends for hit in reading.named("subordinates"))


def _subject_behind(reading: Reading, governor: Governor, act: Hit) -> frozenset[str]:
    """Return who is to do what an "agar" demands by itself, where it names them ("agar seluruh ASN menjaga …")."""
    if reading.tokens[governor.start] not in _PURPOSES:
        return frozenset()
    return _groups(reading, governor.end, _until(reading, governor.end, act, _COMPLEMENTS - _COMMAS))


def _addressed_before(reading: Reading, governor: Governor, act: Hit) -> frozenset[str]:
    """Return whom an operator addresses that has them before it ("ASN dilarang …")."""
    earlier = [other for other in reading.governors if other.end <= governor.start]
    asked = (other.end for other in earlier if other.operator.syntax == "object" and other.force == "require")
    left = max((*asked, *(hit.end for hit in reading.named("told") if hit.end <= governor.start)), default=0)
    end = max(left, min(governor.start, act.start))
    to = {"kepada"} if reading.tokens[governor.start] in _PURPOSES or reading.tokens[0] == "kepada" else set()
    marked = _marked(reading, governor, {"bagi", "oleh"} | to) | _asked(reading, governor, act)
    if to and marked:
        return marked
    start = _piece(reading, left, end)
    here = _list_before(reading, start, end, left)
    own = _genitive(reading, act)
    if here or marked or own:
        return _KEEPER if _keeps(act, here, own) else here | marked | own
    if governor.operator.syntax == "imperative":
        again = [other for other in earlier if other.operator.syntax == "imperative" and other.force == governor.force]
        same = _list_before(reading, left, again[0].start, left) if again else frozenset()  # "Camat jangan …, jangan juga …"
        return _groups(reading, governor.end, act.start) or same or _list_before(reading, left, end, left) or _put_first(reading, governor, earlier)
    while end > start and reading.tokens[end - 1] in _ALSO:
        end -= 1
    if end > start and (reading.tokens[end - 1] in _SELF or (reading.tokens[end - 1] == "kami" and not governor.operator.after)):
        return _groups_as(reading, end) or SPEAKER
    if end > start and reading.tokens[end - 1] in _ONE:
        return _groups_as(reading, end) or PERSON
    found = _strangers(reading, start, end) or _list_before(reading, left, end, left)
    if not found:
        speaking = any(hit.end == left for hit in reading.named("told"))
        found = _list_before(reading, 0, end, 0)
        found = frozenset() if speaking and found <= _HEADS else found  # "Bupati menegaskan bahwa netralitas wajib …"
    if earlier and found <= _OBJECTS:  # "keuchik dilarang menjadi pengurus partai dan tidak boleh …"
        found = _list_before(reading, 0, earlier[-1].start, 0) - _OBJECTS or found
    we = any(hit.start == left for hit in reading.named("pronoun"))
    return frozenset() if we and found == {"public"} else found  # "Kita ini pelayan semua warga, jadi harus …"


def _put_first(reading: Reading, governor: Governor, earlier: list[Governor]) -> frozenset[str]:
    """Return whom a speaker names before saying that he reminds them ("kades juga kami ingatkan, jangan …")."""
    asking = earlier[-1] if earlier and governor.start - earlier[-1].end <= 1 else None
    if asking is None or asking.operator.syntax != "object" or not _SPEAKING & {*reading.tokens[max(0, asking.start - 1) : asking.end]}:
        return frozenset()
    return _list_before(reading, 0, asking.start, 0)


def _addressed_behind(reading: Reading, governor: Governor, act: Hit) -> frozenset[str]:
    """Return whom an operator addresses that has them behind it ("meminta ASN …"), or "kepada" before it."""
    found = _asked_behind(reading, governor, act) | _marked(reading, governor, {"bagi", "oleh", "kepada"}) or _topic(reading, governor)
    genitive = _genitive(reading, act)
    if found:
        return _KEEPER if _keeps(act, found, genitive) else found
    until = _until(reading, governor.end, act)
    if reading.tokens[governor.start] in _LETTERS:
        return genitive or _list_before(reading, 0, governor.start, 0)  # "120 kades menerima imbauan agar …"
    if any(governor.end <= hit.start < until for hit in reading.named("pronoun", "member")):
        theirs = _UNIFORMED & frozenset(name for name, hit in _all_groups(reading) if hit.start < governor.start)
        return genitive or theirs or _strangers(reading, governor.end, until)
    if genitive or governor.operator.syntax == "object":
        return genitive or _strangers(reading, governor.end, until)
    spoken = [hit.end for hit in reading.named("told")] + [other.end for other in reading.governors if other.operator.syntax == "object"]
    return _groups(reading, max((end for end in spoken if end <= governor.start), default=0), governor.start)


def _topic(reading: Reading, governor: Governor) -> frozenset[str]:
    """Return whom a sentence names first, before who asks them ("Adapun kader posyandu, ia mengimbau agar …")."""
    first = start = next((at for at, word in enumerate(reading.tokens) if word not in _TOPICS), 0)
    while reading.tokens[start] in _OPENERS:
        start += 1
    named = ((name, hit) for name, hit in reading.groups if 0 < first <= hit.start <= start)
    return frozenset(name for name, hit in named if "," in reading.tokens[hit.end : governor.start])


def _asked_behind(reading: Reading, governor: Governor, act: Hit) -> frozenset[str]:
    """Return the groups between an operator and an act, without those to whom others do something ("melarang calon melibatkan ASN dalam kampanye")."""
    found = _groups(reading, governor.end, act.start)
    for hit in sorted(hit for _, hit in _all_groups(reading) if governor.end <= hit.start < act.start) if found else ():
        verb = hit.start - 1 - (reading.tokens[hit.start - 1] in _WHOLE)
        drags = any(other.start <= verb < other.end for other in reading.named("drag", "mobilize"))
        asks = any(other.start <= verb < other.end for other in reading.governors) or not _PURPOSES.isdisjoint(reading.tokens[hit.end : act.start])
        if verb >= governor.end and (drags or (_does(reading.tokens[verb]) and not asks)):
            return _groups(reading, governor.end, verb) or _strangers(reading, governor.end, verb) or (UNKNOWN if drags else found)
    return found


def _does(word: str) -> bool:
    """Return whether a word is a verb that may have somebody behind it to whom it is done."""
    return word.startswith(_DOING) and word not in _AMONG


def _until(reading: Reading, start: int, act: Hit, stops: frozenset[str] = _COMPLEMENTS) -> int:
    """Return where the words that may name who is to do an act end: at its "tidak", its verb or itself."""
    return next((at for at in range(start, act.start) if reading.tokens[at] in stops or _is_verb(reading, at)), act.start)


def _is_verb(reading: Reading, at: int) -> bool:
    """Return whether a word that names nobody is a verb with "me-"."""
    return reading.tokens[at].startswith("men") and not any(hit.start == at for name, hit in _all_groups(reading))


def _keeps(act: Hit, asked: frozenset[str], owners: frozenset[str]) -> bool:
    """Return whether those asked are to keep the neutrality of others ("meminta kepala daerah menjaga netralitas ASN")."""
    return act.name == "neutral" and bool(asked - {"public"}) and bool(owners) and not (asked & owners) - _WIDE


def _all_groups(reading: Reading) -> Iterator[tuple[str, Hit]]:
    for name, hit in reading.groups:
        before = reading.tokens[hit.start - 1] if hit.start else ","
        if name not in _OBJECTS or before in _COMMAS or before in _OPENERS or before.isdigit():
            yield name, hit


def _groups(reading: Reading, start: int, end: int) -> frozenset[str]:
    """Return the groups between two tokens that may be addressed there."""
    opening = {name for name, hit in reading.groups if name in _OBJECTS and hit.start == start < end}
    return frozenset(name for name, hit in _all_groups(reading) if start <= hit.start < end) | opening


def _list_before(reading: Reading, start: int, end: int, left: int) -> frozenset[str]:
    """Return the last group between two tokens, with those that are listed together with it from token `left` on."""
    hits = sorted((hit.start, hit.end, name) for name, hit in _all_groups(reading) if left <= hit.start < end)
    opening = [(hit.start, hit.end, name) for name, hit in reading.groups if name in _OBJECTS and hit.start == start < end]
    hits = sorted({*hits, *opening})
    if not hits or hits[-1][0] < start:
        return frozenset()
    first = hits[-1][0]
    found = set()
    for begin, finish, name in reversed(hits):
        if first - finish > _LIST_GAP:
            break
        first = min(first, begin)
        found.add(name)
    return frozenset(found)


def _marked(reading: Reading, governor: Governor, marks: set[str]) -> frozenset[str]:
    """Return the groups that "bagi" or "kepada" marks as addressed, anywhere in the sentence ("berlaku pula bagi Pj bupati")."""
    found = set()
    for name, hit in _all_groups(reading):
        around = reading.tokens[max(0, hit.start - 3) : hit.start]
        at = next((at for at in range(len(around) - 1, -1, -1) if around[at] in marks), None)
        if (
            at is not None
            and all(word in _OPENERS or word.isdigit() for word in around[at:])
            and reading.tokens[max(0, hit.start - len(around) + at - 1)] != "selain"
            and not (around[at] == "oleh" and _sways(reading, hit))
            and not (around[at] in {"oleh", "bagi"} and any(governor.end <= other.start < hit.start for other in reading.governors))
            and (
                name not in _OBJECTS
                or (around[at] == "bagi" and not _is_for(reading, governor, hit.start - len(around) + at))
                or (around[at] == "oleh" and name != "public")
                or (around[at] == "kepada" and hit.start == len(around) - at)
            )
        ):
            found |= {name, *_list_behind(reading, hit)}
    return frozenset(found)


def _list_behind(reading: Reading, hit: Hit) -> Iterator[str]:
    """Yield the groups that are listed behind a group ("ASN, honorer, hingga perangkat desa")."""
    end = hit.end
    for name, beside in sorted(_all_groups(reading), key=lambda group: group[1].start):
        if beside.start > end and beside.start <= end + _LIST_GAP and _joined(reading, end, beside.start):
            yield name
        if beside.start > hit.start and _joined(reading, end, beside.start):
            end = max(end, beside.end)


def _groups_as(reading: Reading, end: int) -> frozenset[str]:
    """Return as whom somebody speaks before a token ("sebagai penjabat bupati, saya …")."""
    return frozenset(name for name, hit in _all_groups(reading) if hit.end <= end and hit.start and reading.tokens[hit.start - 1] in _AS)


def _sways(reading: Reading, hit: Hit) -> bool:
    """Return whether people behind an "oleh" are those who sway others ("jangan mau diatur oleh tim sukses")."""
    return any(hit.start - other.end in {1, 2} or other.end > hit.start > other.start for other in reading.named("influence"))


def _is_for(reading: Reading, governor: Governor, at: int) -> bool:
    """Return whether a "bagi" only tells whom something is for ("fotokopi KTP sebagai dukungan bagi calon …", "berkampanye bagi calon")."""
    before = reading.tokens[at - 1] if at else ""
    return (0 < at < governor.start and before not in _COMMAS | {"berlaku"}) or before in _FAVOURS


def _joined(reading: Reading, start: int, end: int) -> bool:
    """Return whether nothing but words that go on with a list stands between two tokens ("bagi ASN dan aparat desa")."""
    return all(token in _OPENERS or token in _COMMAS for token in reading.tokens[start:end])


def _asked(reading: Reading, governor: Governor, act: Hit) -> frozenset[str]:
    """Return the groups that a passive demand names behind it ("diminta kepada seluruh ASN agar …"), not those of the act ("bekerjalah untuk rakyat")."""
    if governor.operator.after or act.start <= governor.end < act.end or not _TO & {*reading.tokens[governor.end : governor.end + 1]}:
        return frozenset()
    return _groups(reading, governor.end + 1, governor.end + 1 + _LIST_GAP)


def _genitive(reading: Reading, act: Hit) -> frozenset[str]:
    """Return the groups whose act it is ("menjaga netralitas ASN dan kepala desa")."""
    if act.name not in _OWN:
        return frozenset()
    near = sorted(
        (hit.start, hit.end, name)
        for name, hit in reading.groups
        if name != "candidate" and hit.start >= (act.start if name not in _OBJECTS else act.end)
    )
    end = act.end
    found: set[str] = set()
    for start, finish, name in near:
        if (
            start - end > (_LIST_GAP if found else 1)
            or (not found and any(token in _COMMAS for token in reading.tokens[act.end : start]))
            or _COMPLEMENTS & {*reading.tokens[end:start]} - {","}
        ):
            break
        end = max(end, finish)
        found.add(name)
    return frozenset(found)


def _piece(reading: Reading, left: int, end: int) -> int:
    """Return where the last part before a token begins, as commas part it."""
    at = end
    while at > left and reading.tokens[at - 1] not in _COMMAS:
        at -= 1
    return at


def _strangers(reading: Reading, start: int, end: int) -> frozenset[str]:
    """Return UNKNOWN where words stand between two tokens that are neither in a list nor small words: a subject that nobody knows."""
    if any(start <= hit.start < end for hit in reading.named("pronoun")):
        return frozenset()
    if any(start <= hit.start < end for hit in reading.named("member")):
        return UNKNOWN
    known = {at for hits in reading.hits.values() for hit in hits for at in range(hit.start, hit.end)}
    words = [reading.tokens[at] for at in range(start, end) if at not in known]
    return UNKNOWN if any(word[0].isalpha() and word not in lexicon().small for word in words) else frozenset()
