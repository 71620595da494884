"""People and rules over all articles: who is one person, which sentences state one rule or make one statement of the closed set."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from briefing.editing.draft import Passage
from briefing.editing.passages import paragraph_number
from briefing.editing.select import leans
from briefing.editing.statements import printable
from briefing.editing.words import same_rule
from briefing.finding.likeness import spelling
from briefing.lexicon.deontic import binds, rule_cues
from briefing.lexicon.offices import words_of
from briefing.lexicon.points import point
from briefing.model.finding import RuleType, Speaker
from briefing.model.pack import Reference
from briefing.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.editing.draft import DraftArticle
    from briefing.model.finding import Findings, Quote, Rule
    from briefing.model.pack import Disc

DISCS: dict[RuleType, Disc] = {"prohibition": "L", "duty": "K", "right": "H", "permission": "H", "sanction": "S"}

_SEVERITY: tuple[frozenset[RuleType], ...] = (
    frozenset({"sanction"}),
    frozenset({"prohibition", "duty"}),
    frozenset({"right", "permission"}),
    frozenset({"definition", "agreement"}),
)

_DEFINABLE: frozenset[RuleType] = frozenset({"definition", "prohibition", "duty"})


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedPerson:
    """One person over all articles: `speaker` as the fullest article has it, `places` the (article number, speaker id) that it is.

    `id` reads like the name.
    """

    id: str
    speaker: Speaker
    places: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedRule:
    """One rule over all articles: who states it where, and the words of its first statement.

    `spoken` says that these words are direct speech; `statements` are the (article number, passage) that state it. `point` is the id of the statement
    of the closed set that it makes, "" for none; `text` is one of its sentences all the same.
    """

    type: RuleType
    text: str
    instrument: str | None
    references: tuple[Reference, ...]
    statements: tuple[tuple[int, Passage], ...]
    spoken: bool = False
    point: str = ""

    @property
    def articles(self) -> int:
        """How many articles state it."""
        return len({reference.article for reference in self.references})

    @property
    def place(self) -> tuple[int, int]:
        """The article and the paragraph that state it first."""
        return min((reference.article, reference.paragraph) for reference in self.references)

    @property
    def speakers(self) -> int:
        """How many people state it."""
        return len({reference.person for reference in self.references if reference.person})


def merge_people(findings: Sequence[Findings]) -> tuple[tuple[MergedPerson, ...], tuple[Problem, ...]]:
    """Return everybody who says something, in order of appearance, and a doubt for each pair of namesakes that were kept apart.

    The same name makes one person only where the institutions agree.
    """
    people: list[MergedPerson] = []
    for number, found in enumerate(findings, 1):
        for speaker in _speaking(found):
            index = next((index for index, person in enumerate(people) if _is_same(person.speaker, speaker)), None)
            if index is None:
                people.append(MergedPerson(id=_slug(speaker.name or speaker.office or "", people), speaker=speaker, places=((number, speaker.id),)))
            else:
                known = people[index]
                people[index] = replace(known, speaker=_fuller(known.speaker, speaker), places=(*known.places, (number, speaker.id)))
    return tuple(people), tuple(_namesakes(people))


def merge_rules(articles: Sequence[DraftArticle]) -> tuple[MergedRule, ...]:
    """Return the rules of all articles by disc: the statements of the closed set, then the sentences that make none.

    Of each the most widely stated come first, then in the order of their first place. Of the sentences that state one, the first is printed that does
    not lean on its neighbour; for a statement, which has words of its own, the shortest of these.
    """
    merged: list[MergedRule] = []
    for number, article in enumerate(articles, 1):
        for rule in _stated(article, number):
            index = next((index for index, other in enumerate(merged) if _is_one(rule, other)), None)
            if index is None:
                merged.append(rule)
            else:
                merged[index] = _joined(merged[index], rule)
    order = [*dict.fromkeys(DISCS.values()), ""]
    return tuple(sorted(merged, key=lambda rule: (order.index(DISCS.get(rule.type, "")), not rule.point, -rule.articles, rule.place)))


def _is_one(rule: MergedRule, other: MergedRule) -> bool:
    return other.type == rule.type and (rule.point == other.point if rule.point or other.point else same_rule(other.text, rule.text))


def _joined(rule: MergedRule, later: MergedRule) -> MergedRule:
    first, other = (later, rule) if _speaks_better(later, rule) else (rule, later)
    references = tuple(dict.fromkeys((*first.references, *other.references)))
    return replace(first, references=references, instrument=first.instrument or other.instrument, statements=(*first.statements, *other.statements))


def _speaks_better(rule: MergedRule, other: MergedRule) -> bool:
    if leans(rule.text) != leans(other.text):
        return leans(other.text)
    return bool(rule.point) and len(rule.text) < len(other.text)


def main_type(types: Sequence[RuleType], sentence: str) -> RuleType:
    """Return the type under which a sentence of several is listed.

    A sanction outweighs a ban or a duty, these a right or a permission, these a definition; but a definition is more than a ban or a duty of which
    no word binds. Of equals the one whose words come first, those of a clause that only names something ("hal yang tidak boleh dilakukan") last.
    """
    if "definition" in types and set(types) <= _DEFINABLE and not binds(sentence):
        return "definition"
    rank = next(rank for rank in _SEVERITY if not rank.isdisjoint(types))
    cues = rule_cues(sentence)

    def place(kind: RuleType) -> int:
        return next((start for start, _ in cues.get(kind, ()) if not sentence[:start].endswith("yang ")), len(sentence))

    return min((kind for kind in types if kind in rank), key=place)


def person_at(people: Sequence[MergedPerson], article: int, speaker: str | None) -> str | None:
    """Return the id of the person that `speaker` of article number `article` is, None for nobody."""
    return next((person.id for person in people if (article, speaker) in person.places), None)


def place_of(passage: Passage, article: DraftArticle, number: int) -> Reference:
    """Return who says a passage where: its first words that are printed."""
    start = passage.pieces[0] if passage.pieces else passage.span
    return Reference(article=number, paragraph=paragraph_number(article.findings.article, start), person=passage.speaker)


def _speaking(found: Findings) -> Iterator[Speaker]:
    """Yield the speakers of an article who say something, in the order in which they first do."""
    statements: tuple[Quote | Rule, ...] = (*found.quotes, *found.rules)
    for identifier in dict.fromkeys(item.speaker for item in sorted(statements, key=lambda item: item.span)):
        speaker = found.speaker(identifier)
        if speaker:
            yield speaker


def _is_same(one: Speaker, other: Speaker) -> bool:
    if one.name is None or other.name is None:
        return one.name == other.name and words_of(one.office or "") == words_of(other.office or "")
    return _folded(one.name) == _folded(other.name) and _institutions_agree(one, other)


def _institutions_agree(one: Speaker, other: Speaker) -> bool:
    """Return whether organisations and offices, as far as both are given, say the same or the same with fewer words ("Ketua Bawaslu").

    Another office in the same institution does not agree: each article would be printed with the office that the other gives.
    """
    pairs = [(words_of(one.organisation or ""), words_of(other.organisation or "")), (words_of(one.office or ""), words_of(other.office or ""))]
    given = [(first, second) for first, second in pairs if first and second]
    return bool(given) and all(first <= second or second <= first for first, second in given)


def _fuller(one: Speaker, other: Speaker) -> Speaker:
    """Return `one` with what only `other` tells, and the longer of two offices."""
    office = max((one, other), key=lambda speaker: len(speaker.office or ""))
    return replace(
        office,
        id=one.id,
        name=one.name,
        name_with_titles=max(one.name_with_titles or "", other.name_with_titles or "", key=len) or None,
        organisation=one.organisation or other.organisation,
    )


def _namesakes(people: Sequence[MergedPerson]) -> Iterator[Problem]:
    for one, other in combinations(people, 2):
        if one.speaker.name and other.speaker.name and _spelt_alike(one.speaker.name) == _spelt_alike(other.speaker.name):
            yield Problem(
                code="same-name-other-office",
                arguments={
                    "name": one.speaker.name,
                    "office": one.speaker.office or "–",
                    "other_office": other.speaker.office or "–",
                    "articles": ", ".join(str(number) for number in sorted({number for number, _ in (*one.places, *other.places)})),
                },
            )


def _stated(article: DraftArticle, number: int) -> Iterator[MergedRule]:
    """Yield the rules that are printed of one article: each statement that a rule or a quote makes, and the sentence where it makes none.

    So does the sentence that says what may only be quoted.
    """
    for passage in article.passages:
        if not passage.keep or passage.kind == "sentence":
            continue
        made = [(point(identifier).type, identifier) for identifier in printable(passage.points)]
        told = bool(made) and len(made) == len(passage.points)
        for kind, identifier in [*made, *([(passage.type, "")] if passage.type and not told else [])]:
            yield MergedRule(
                type=kind,
                text=passage.words(article.text),
                instrument=passage.instrument,
                references=(place_of(passage, article, number),),
                statements=((number, passage),),
                spoken=passage.spoken,
                point=identifier,
            )


def _slug(name: str, taken: Sequence[MergedPerson]) -> str:
    """Return an id that reads like the name ("edy-rahmayadi", "ketua-bawaslu-pati"), and is not taken."""
    slug = "-".join(re.findall(r"[a-z0-9]+", unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower())) or "penutur"
    ids = {person.id for person in taken}
    return next(candidate for candidate in (slug, *(f"{slug}-{number}" for number in range(2, len(taken) + 3))) if candidate not in ids)


def _folded(words: str) -> frozenset[str]:
    """Return the words of a name without the marks in it, which are printed in several ways: Asy'ari, Asy’ari, Asyari."""
    return frozenset(re.findall(r"\w+", re.sub(r"(?<=\w)['’‘`ʼ](?=\w)", "", words.casefold())))


def _spelt_alike(name: str) -> frozenset[str]:
    """Return the words of a name as all their spellings have them: "Lolly" and "Loly", "Arief" and "Arif" may be one."""
    return frozenset(map(spelling, _folded(name)))
