"""How what somebody said is reported: the verb beside a quote, and the frame and the mood of a statement."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final

from briefing.lexicon.load import cached
from briefing.lexicon.phrases import Phrase, listed, phrase, phrases
from briefing.lexicon.speech import verb_of

if TYPE_CHECKING:
    from collections.abc import Sequence

SAID: Final = Phrase("kata", "said")
NEUTRAL: Final = "neutral"
_LONG: Final = 12  # words of a clause that a comma must end
MOODS: Final = ("hope", "expectation", "request", "warning", "pledge")  # the weakest first
_LISTS: Final = {"pledged": "pledge", "appealed": "request"}
_PLAIN: Final = {NEUTRAL, "explanation"}
ASKED: Final = ("hope", "request")
_NOT: Final = " not "
_BUT: Final = " but"  # what stands before it has been told of them already


def closing(cue: str) -> Phrase | None:
    """Return the verb of an attribution in both languages, "tegas" and "stressed", from the cue of a quote; None without a cue.

    It stands before the name in Indonesian, behind name and office in English.
    """
    verb = verb_of(cue)
    english = phrases()["attribution"].get(verb.en) if verb else None
    return (Phrase(verb.root, english) if verb and verb.root and english else SAID) if cue else None


def frame(cue: str, words: str = "") -> str | None:
    """Return the name of the frame in which a statement of this cue is reported; None where it is none that the speaker made.

    What a speaker says in his own words that he stresses ("saya tegaskan") is not only explained.
    """
    verb, frames = verb_of(cue), phrases()["that"]
    if not cue or (verb and verb.function in frames["never"]):
        return None
    function = "request" if verb and verb.function == "appeal" else verb.function if verb else NEUTRAL
    if function in _PLAIN and _pattern("stressing").search(words):
        return "emphasis"
    return function if function in frames else NEUTRAL


def mood(words: str, near: Sequence[str] = ()) -> str:
    """Return how words put what they say: as a "hope", an "expectation", a "request", a "warning" or a "pledge", such as that of which they are an item, else "neutral"."""
    if _pattern("conceding").match(words):
        return NEUTRAL
    words = _pattern("banned").sub(" ", words)
    of = [] if not _pattern("item").match(words) else ["pledged", "appealed"] if words.endswith(";") else ["pledged"]
    listed_in = next((_LISTS[name] for name in of if any(_pattern(name).search(text) for text in near)), NEUTRAL)
    return next((name for name in MOODS if _pattern(name).search(words)), listed_in)


def is_bound(words: str) -> bool:
    """Return whether words speak of a duty, a ban, a hope or an appeal at all: of others none can be told."""
    return mood(words) != NEUTRAL or _pattern("bound").search(words) is not None


def is_doubted(words: str) -> bool:
    """Return whether words find fault with what they name, so that it is not what they say."""
    return _pattern("doubted").search(words) is not None


def is_permitting(words: str) -> bool:
    """Return whether words also allow something, so that a ban beside it says half."""
    return _pattern("permitting").search(words) is not None


def sides(words: str) -> tuple[str, str] | None:
    """Return what stands before a "but" that allows or grants something, and what behind it; None where there is none."""
    turned = _pattern("turn").search(words)
    before = words[: turned.start()] if turned else ""
    return (before, words[turned.end() :]) if turned and is_permitting(before) else None


def is_turning(sentence: str) -> bool:
    """Return whether a sentence opens with a "but"."""
    return _pattern("turn").match(sentence) is not None


def but(clause: Phrase, other: Phrase) -> Phrase:
    """Return two clauses as one with a "but", whom both are about named once: "civil servants have the right to vote but may not ..."."""
    rests = [words.removeprefix(subject) for words, subject in zip(other, _subject(other) or other, strict=True)]
    same = all(words.startswith(f"{subject} ") for words, subject in zip(clause, _subject(other) or other, strict=True))
    behind = Phrase(*(rest.strip() for rest in rests)) if same else other
    return phrase("mood", "but").format(clause=clause, other=behind)


def is_half(clause: Phrase, sentence: str) -> bool:
    """Return whether a clause tells one of the two demands of a sentence: "tidak menggunakan hak pilih dan tidak boleh memberi komentar"."""
    return _pattern("joint").search(sentence) is not None and re.search(phrases()["mood"]["joined"], clause.en) is None


def is_imperative(sentence: str) -> bool:
    """Return whether a sentence opens with what is not to be done: "Jangan ...", "Tidak usah ..."."""
    return _pattern("imperative").match(sentence) is not None


def is_by_others(words: str) -> bool:
    """Return whether words of a quote tell what somebody else asks or asked: "Bupati sudah mengingatkan agar ..."."""
    return _pattern("by_others").search(words) is not None


def clauses(words: str, name: str) -> tuple[str, str]:
    """Return the clauses of words that are "conceded", or the "grounds" of what they say, and the words without them: "meskipun wajib netral", "ASN tetap memilih"."""
    pattern = _pattern(name)
    return " ".join(found.group() for found in pattern.finditer(words)), pattern.sub(" ", words)


def firmness(form: str) -> int:
    """Return how firmly a frame puts what it reports: a hope least, then a request, then what is only said."""
    return [*MOODS, NEUTRAL].index(form) if form in {*MOODS, NEUTRAL} else len(MOODS) + 1


def is_duty(clause: Phrase) -> bool:
    """Return whether a clause tells a duty or a ban."""
    return recast("request", clause) != clause


def recast(form: str, clause: Phrase) -> Phrase:
    """Return a clause as it is hoped or asked for: "civil servants maintain their neutrality"; as it is under other frames, and where it tells no duty."""
    changes = phrases()["mood"]["recast"].get(form)
    return Phrase(_changed(clause.id, changes["id"]), _changed(clause.en, changes["en"])) if changes else clause


def reported(form: str, clauses: Sequence[Phrase]) -> Phrase:
    """Return clauses in a frame of the past: "menegaskan bahwa … dan …", "stressed that … and …"."""
    words = phrase("that", form).format(clause=told(form, clauses))
    return Phrase(words.id, _changed_all(words.en, phrases()["mood"]["past"]))


def told(form: str, clauses: Sequence[Phrase]) -> Phrase:
    """Return clauses in a list, those in turn about the same people under one "that", with semicolons where one of them has a comma."""
    that = phrase("that", "so_that" if form in ASKED else "that")
    joined = _shortened(_joined(clauses))
    groups = [
        _together(form, [clause for _, clause in group])
        for _, group in groupby(enumerate(joined), lambda numbered: _subject(numbered[1]) or numbered)
    ]
    items = [that.format(clause=words) for words in groups]
    if len(items) == 2 and (len(items[0].en.split()) > _LONG or len(joined) > 2 or any("," in item.id + item.en for item in items)):
        return second(items)
    return listed(items) if len(items) < 2 or (len(items) == len(joined) and not any("," in item.id + item.en for item in items)) else parted(items)


def _shortened(clauses: Sequence[Phrase]) -> list[Phrase]:
    """Return clauses of which one on some of those whom the one before it is about calls them "those who"."""
    some, short = phrase("some", "named"), phrase("some", "unnamed")
    subjects = [None, *map(_subject, clauses)]
    return [
        Phrase(short.id + clause.id.removeprefix(f"{of.id}{some.id}"), short.en + clause.en.removeprefix(f"{of.en}{some.en}"))
        if of and clause.id.startswith(f"{of.id}{some.id}") and clause.en.startswith(f"{of.en}{some.en}")
        else clause
        for of, clause in zip(subjects, clauses, strict=False)
    ]


def _joined(clauses: Sequence[Phrase]) -> list[Phrase]:
    """Return clauses of which those in turn that tell the same of different things are one: "partisan politics and conflicts of interest must be avoided"."""
    found: list[Phrase] = []
    for rest, group in groupby(clauses, _rest):
        alike = list(dict.fromkeys(group))
        subjects = [_subject(clause) or Phrase("", "") for clause in alike]
        found += alike if rest.en == "" or len(alike) < 2 else [Phrase(*map(str.__add__, listed(subjects), rest))]
    return found


def _rest(clause: Phrase) -> Phrase:
    """Return what a clause says of its subject; nothing where it has none of the verbs that tell."""
    subject = _subject(clause)
    return Phrase(*(words.removeprefix(start) for words, start in zip(clause, subject, strict=True))) if subject else Phrase("", "")


def _together(form: str, clauses: Sequence[Phrase]) -> Phrase:
    """Return clauses about the same people as one that names them once: "civil servants must ... and may not ...".

    In English a "not" of what is asked for stands last, else what follows would be asked not to be.
    """
    subject = _subject(clauses[0]) or Phrase("", "")
    said = [recast(form, clause) for clause in clauses]
    predicates = [Phrase(clause.id.removeprefix(subject.id), clause.en.removeprefix(subject.en)) for clause in said]
    english = sorted((words.en for words in predicates), key=lambda words: words.startswith(_NOT))
    both = zip(_sharing([words.id for words in predicates], "id"), _sharing(english, "en"), strict=True)
    items = [Phrase(words.strip(), other.strip()) for words, other in both]
    return Phrase(*(f"{whom} {words}".strip() for whom, words in zip(subject, listed(items), strict=True)))


def _sharing(predicates: Sequence[str], language: str) -> list[str]:
    """Return predicates with an end that two in turn share behind the last of these alone: "must maintain their neutrality and may not take sides in elections"."""
    ends = tuple(phrases()["mood"]["shared"][language])
    following = [*predicates[1:], ""]
    return [_without(words, tuple(end for end in ends if after.endswith(end))) for words, after in zip(predicates, following, strict=True)]


def _without(words: str, ends: Sequence[str]) -> str:
    return next((words.removesuffix(end) for end in ends if words.endswith(end)), words)


def _subject(clause: Phrase) -> Phrase | None:
    """Return whom a clause is about: what stands before its verb in both languages; None where it has none of the verbs that tell."""
    found = Phrase(*(re.split(phrases()["mood"]["verbs"][language], words, maxsplit=1)[0] for language, words in clause._asdict().items()))
    return found if found.id != clause.id and found.en != clause.en and not found.en.endswith(_BUT) else None


def second(items: Sequence[Phrase], form: str = "second") -> Phrase:
    """Return two items as a list with a comma: "A, and B"; the form "besides" joins them with "as well as"."""
    last = phrase("lead", form).format(item=items[1])
    return Phrase(items[0].id + last.id, items[0].en + last.en)


def parted(items: Sequence[Phrase]) -> Phrase:
    """Return items as a list with semicolons: "A; B; and C"."""
    *middle, last = items[1:]
    parts = [items[0], *(phrase("lead", "next").format(item=item) for item in middle), phrase("lead", "last").format(item=last)]
    return Phrase("".join(part.id for part in parts), "".join(part.en for part in parts))


def _changed_all(words: str, changes: Sequence[tuple[str, str]]) -> str:
    for old, new in changes:
        words = words.replace(old, new)
    return words


def _changed(clause: str, changes: Sequence[tuple[str, str]]) -> str:
    return next((clause.replace(old, new, 1) for old, new in changes if old in clause), clause)


@cached
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{phrases()['mood'][name]})\b", re.IGNORECASE)
