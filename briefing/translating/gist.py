"""The gist of words that have no translation: what they say, from the statements of the closed set that they make. It is no translation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.finding.points import match_points
from briefing.lexicon.phrases import Phrase, phrases
from briefing.lexicon.reported import (
    ASKED,
    MOODS,
    NEUTRAL,
    but,
    clauses,
    frame,
    is_bound,
    is_by_others,
    is_doubted,
    is_duty,
    is_half,
    is_imperative,
    is_permitting,
    is_turning,
    mood,
    sides,
)
from briefing.lexicon.reported import told as in_frame
from briefing.lexicon.said import reported_as
from briefing.lexicon.topics import has_turn, is_courtesy
from briefing.model.pack import Origin, Translation
from briefing.model.span import paragraph_spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing.model.pack import PackArticle

_NEUTRALITY: Final = re.compile(r"netral|kampanye|paslon|pasangan calon|caleg|politik praktis|berpihak|memihak", re.IGNORECASE)
_CONDITION: Final = re.compile(r"(?:sepanjang|selama|asal|asalkan|kecuali|dengan syarat)\b", re.IGNORECASE)
_ASKING: Final = {"request", "warning"}
_UNREAL: Final = {*ASKED, "expectation"}  # what is put so is not so yet
_BOTH: Final = re.compile(r"\b(?:tetapi|hanya|bukan|asal|asalkan)\b")
_INSTANCE: Final = re.compile(r"\b(?:termasuk|seperti)\b")
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+|,\s+(?=(?:sebab|karena|lantaran)\b)")  # a reason is not what is asked for before it


def is_on_neutrality(article: PackArticle) -> bool:
    """Return whether an article speaks of neutrality or of campaigns: in others, words on integrity or on rules make no statement on elections."""
    return _NEUTRALITY.search(f"{article.title.id} {article.text}") is not None


class Report(NamedTuple):
    """A statement as it is reported of somebody: its id, the frame, and the clause in both languages."""

    point: str
    form: str
    clause: Phrase


def gists(
    made: Iterable[tuple[str, Sequence[str]]],
    cues: Mapping[str, str],
    articles: Iterable[PackArticle] = (),
    examples: Mapping[str, str] | None = None,
) -> Mapping[str, Translation]:
    """Return the English of these words from the ids of the statements that they make: "Says that civil servants must ...".

    `cues` are the words that report those that are quoted, `articles` those in which they stand, `examples` those that stand beside a statement, with its id.
    Words of which nothing can be told are left out, and examples of which something can, but not that statement.
    """
    read, beside = tuple(articles), examples or {}
    told = ((words, reports(words, cues.get(words, ""), names, around(words, read))) for words, names in made)
    fitting = ((words, found) for words, found in told if words not in beside or beside[words] in {report.point for report in found})
    return {words: Translation(text=gist(found), origin=Origin.GIST) for words, found in fitting if found}


def around(words: str, articles: Iterable[PackArticle]) -> tuple[str, ...]:
    """Return what stands around words that name nobody, the nearest first: their paragraph, the one before it, the title."""
    for article in articles:
        paragraphs = [span.of(article.text) for span in paragraph_spans(article.text)] if words in article.text else []
        for number, paragraph in enumerate(paragraphs):
            if words in paragraph:
                return (paragraph, *paragraphs[max(0, number - 1) : number], article.title.id)
    return ()


def reports(words: str, cue: str, names: Sequence[str], near: Sequence[str]) -> tuple[Report, ...]:
    """Return the statements that words make, each in the frame of the cue, but what is hoped or asked for as that alone.

    None of what a speaker denies, concedes or gives thanks for, nor a duty of words that hold none, nor what says too little, or is not surely told of anybody; nor what is no duty
    where words find fault with it, or a "but" bounds it. `near` are the texts around the words.
    """
    form = (frame(cue, words) or "") if cue else NEUTRAL
    thin, bound = phrases()["thin"]["statements"], is_bound(words)
    kept = [name for name in distinct(names) if form and name not in thin]
    found: list[Report] = []
    for sentence, points in _sentences(words, kept).items():
        own = not is_courtesy(sentence) and not (cue and is_by_others(sentence))
        made = {name: reported_as(name, sentence, words) for name in points if own and not _is_aside(name, sentence, words)}
        alone = {name: clause for name, clause in made.items() if clause and (bound or not is_duty(clause))}
        put = _put(sentence, words, near)
        for name, clause in _whole(alone, sentence, words).items():
            put_as = _weaker(form, put) if is_duty(clause) and clause == alone[name] else _flat(form, put)
            found += [Report(name, put_as, clause)] if put_as and (is_duty(clause) or not is_doubted(words)) else []
    return tuple(found) if any(is_duty(report.clause) for report in found) or not has_turn(words) else ()


def _put(sentence: str, words: str, near: Sequence[str]) -> str:
    """Return the mood of a sentence; that of the one before it where this one goes on to ask: "Kami minta ASN tahan diri. Jangan ikut mendukung"."""
    put, before = mood(sentence, near), _SENTENCE_END.split(words[: max(words.find(sentence), 0)].strip())[-1]
    return mood(before) if put == NEUTRAL and is_imperative(sentence) and mood(before) in _ASKING else put


def _is_aside(name: str, sentence: str, words: str) -> bool:
    """Return whether a sentence makes a statement in a conceding clause alone, or in the grounds of a hope or a request: "meskipun wajib netral, ASN tetap memilih"."""
    kinds = ("conceded", "grounds") if mood(sentence) in MOODS else ("conceded",)
    return any(_stands_in(name, *clauses(sentence, kind), words) for kind in kinds)


def _stands_in(name: str, aside: str, rest: str, words: str) -> bool:
    if not aside or any(match.point == name for match in match_points(rest, words)):
        return False
    return any(match.point == name for match in match_points(aside, words))


def _says_half(made: Mapping[str, Phrase], sentence: str) -> bool:
    """Return whether clauses tell a ban without what a "but" allows, one of two demands alone, or an instance alone ("termasuk ...") of a list of demands."""
    told = list(made.values())
    instances, rest = clauses(sentence, "instances")
    if instances and is_bound(rest) and not any(_INSTANCE.search(clause.id) for clause in told):
        return not {match.point for match in match_points(rest, rest)}.intersection(made)
    return (has_turn(sentence) and is_permitting(sentence) and any(map(is_duty, told))) or (len(told) == 1 and is_half(told[0], sentence))


def _whole(made: Mapping[str, Phrase], sentence: str, words: str) -> Mapping[str, Phrase]:
    """Return clauses of a sentence as they are told: what it allows and what it bounds that by as one, with its "but", and neither without the other."""
    parts = sides(sentence)
    both = {name: clause for name, clause in made.items() if _BOTH.search(clause.id)}
    if both or not parts:
        return both if parts else {} if _says_half(made, sentence) else made
    before = {match.point for match in match_points(parts[0], words)}
    front, behind = ([name for name in made if (name in before) is is_front] for is_front in (True, False))
    if len(front) != 1 or len(behind) != 1 or is_duty(made[front[0]]) or not is_duty(made[behind[0]]):
        return {}
    return {behind[0]: but(made[front[0]], made[behind[0]])}


def _flat(form: str, put: str) -> str:
    """Return the frame of what is no duty, and so cannot be asked for; "" where it is hoped or proposed, and so not said."""
    return "" if put in _UNREAL else NEUTRAL if form in _UNREAL else form


def _sentences(words: str, names: Sequence[str]) -> dict[str, list[str]]:
    """Return sentences with the statements that each makes: with the whole words those that none makes alone, or only on a condition to what stands before."""
    sentences = _sentences_of(words)
    found: dict[str, str] = {}
    for sentence in sentences if len(sentences) > 1 else ():
        for match in match_points(sentence, words):
            found.setdefault(match.point, words if _CONDITION.match(sentence) else sentence)
    made: dict[str, list[str]] = {}
    for name in names:
        made.setdefault(found.get(name, words), []).append(name)
    return {sentence: made[sentence] for sentence in sorted(made, key=words.find)}


def _sentences_of(words: str) -> list[str]:
    """Return the sentences of words, one that opens with a "but" together with the one before it if that allows something."""
    sentences: list[str] = []
    for sentence in _SENTENCE_END.split(words):
        before = sentences.pop() if sentences and is_turning(sentence) and is_permitting(sentences[-1]) else sentence
        sentences.append(words[words.find(before) : words.find(sentence) + len(sentence)])
    return sentences


def _weaker(form: str, other: str) -> str:
    return next((name for name in MOODS if name in {form, other}), form)


def distinct(identifiers: Sequence[str]) -> list[str]:
    """Return the statements with these ids without those that another of them says too: that somebody can be dismissed says that there are sanctions."""
    implied = phrases()["implied"]
    return [identifier for identifier in identifiers if not set(implied.get(identifier, ())) & set(identifiers)]


def gist(told: Iterable[Report]) -> str:
    """Return one sentence in English that reports statements, each under its frame: "Asks that …, and says that …"; "" for none."""
    frames: dict[str, dict[Phrase, None]] = {}
    for report in told:
        frames.setdefault(report.form if report.form in MOODS else NEUTRAL, {})[report.clause] = None
    parts = [str(phrases()["gist"][form]).format(clauses=in_frame(form, list(clauses)).en) for form, clauses in frames.items()]
    text = ", and ".join(parts)
    return f"{text[:1].upper()}{text[1:]}." if text else ""
