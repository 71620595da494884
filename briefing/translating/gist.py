"""The gist of words that have no translation: what they say, from the statements of the closed set that they make. It is no translation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.finding.points import match_points
from briefing.lexicon import glossary, points
from briefing.lexicon.phrases import Phrase, phrases
from briefing.lexicon.reported import MOODS, NEUTRAL, frame, is_bound, is_doubted, is_duty, is_named, mood, told
from briefing.lexicon.topics import has_turn
from briefing.model.pack import Origin, Translation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing.model.pack import PackArticle

_NEUTRALITY: Final = re.compile(r"netral|kampanye|paslon|pasangan calon|caleg|politik praktis|berpihak|memihak", re.IGNORECASE)
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+")


def is_on_neutrality(article: PackArticle) -> bool:
    """Return whether an article speaks of neutrality or of campaigns: in others, words on integrity or on rules make no statement on elections."""
    return _NEUTRALITY.search(f"{article.title.id} {article.text}") is not None


def gists(made: Iterable[tuple[str, Sequence[str]]], cues: Mapping[str, str]) -> Mapping[str, Translation]:
    """Return the English of these words from the ids of the statements that they make: "Says that civil servants must ...".

    `cues` are the words that report those that are quoted. Words of which nothing can be told are left out.
    """
    said = ((words, gist(moods(words, cues.get(words, ""), names))) for words, names in made)
    return {words: Translation(text=text, origin=Origin.GIST) for words, text in said if text}


def moods(words: str, cue: str, names: Sequence[str]) -> dict[str, str]:
    """Return the statements that words make with the frame of each: that of the cue, but what is hoped or asked for is told as that alone.

    None of what a speaker denies, nor a duty of words that hold none, nor what says too little; nor what is no duty where words find fault with it, or a "but" bounds it.
    """
    form = (frame(cue) or "") if cue else NEUTRAL
    thin, bound = phrases()["thin"]["statements"], is_bound(words)
    kept = [name for name in distinct(names) if form and name not in thin and is_named(name, words) and (bound or not is_duty(said(name)))]
    put = _put(words, kept)
    found = {name: _weaker(form, put[name]) if is_duty(said(name)) else _flat(form, put[name]) for name in kept}
    duties = {name for name in found if is_duty(said(name))}
    told = {name: put_as for name, put_as in found.items() if put_as and (name in duties or not is_doubted(words))}
    return told if duties or not has_turn(words) else {}


def _flat(form: str, put: str) -> str:
    """Return the frame of what is no duty, and so cannot be asked for; "" where it is hoped or proposed, and so not said."""
    return "" if put in MOODS else NEUTRAL if form in MOODS else form


def _put(words: str, names: Sequence[str]) -> dict[str, str]:
    """Return how words put each statement: as the sentence does that makes it, or as the weakest does where none makes it alone."""
    sentences = _SENTENCE_END.split(words)
    weakest = mood(words)
    if weakest == NEUTRAL or len(sentences) == 1:
        return dict.fromkeys(names, weakest)
    found: dict[str, str] = {}
    for sentence in sentences:
        for match in match_points(sentence, words):
            found.setdefault(match.point, mood(sentence))
    return {name: found.get(name, weakest) for name in names}


def _weaker(form: str, other: str) -> str:
    return next((name for name in MOODS if name in {form, other}), form)


def distinct(identifiers: Sequence[str]) -> list[str]:
    """Return the statements with these ids without those that another of them says too: that somebody can be dismissed says that there are sanctions."""
    implied = phrases()["implied"]
    return [identifier for identifier in identifiers if not set(implied.get(identifier, ())) & set(identifiers)]


def said(identifier: str) -> Phrase:
    """Return the statement with this id as a clause that is reported of somebody: no more than all who make it say."""
    known = points.point(identifier)
    return Phrase(clause(known.said_id or known.statement_id), clause(known.said_en or known.statement_en))


def gist(statements: Mapping[str, str]) -> str:
    """Return one sentence in English that reports statements, each under its frame: "Asks that …, and says that …"; "" for none."""
    frames: dict[str, list[Phrase]] = {}
    for name, form in statements.items():
        frames.setdefault(form if form in MOODS else NEUTRAL, []).append(said(name))
    parts = [str(phrases()["gist"][form]).format(clauses=told(form, clauses).en) for form, clauses in frames.items()]
    text = ", and ".join(parts)
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def clause(statement: str) -> str:
    """Return a sentence, in either language, as a clause: without its full stop, and with a small letter unless it opens with a name or an acronym."""
    word = statement.split(maxsplit=1)[0].strip(",")
    is_name = word.isupper() or any(word in term.forms for term in glossary.terms_in(word))
    return (statement if is_name else statement[0].lower() + statement[1:]).rstrip(".")
