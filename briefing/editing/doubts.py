"""Doubts about what a pack prints, and all doubts as entries of its correction file."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from briefing import messages
from briefing.editing.merge import place_of
from briefing.editing.passages import paragraph_number
from briefing.editing.personal import mask
from briefing.editing.repeats import repeats
from briefing.editing.review.write import Doubt
from briefing.lexicon.candidates import candidates_in, named_in
from briefing.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from briefing.editing.draft import Draft, DraftArticle
    from briefing.model.article import Article
    from briefing.model.finding import Findings
    from briefing.model.outcome import Outcome


def personal(findings: Sequence[Findings]) -> Iterator[Problem]:
    """Yield a doubt for each article that holds a personal number or a private address, with the paragraphs where it is masked."""
    for found in findings:
        article = found.article
        numbers = [number for number, span in enumerate(article.paragraphs, 1) if mask(span.of(article.text)) != span.of(article.text)]
        if numbers or mask(article.title or "") != (article.title or ""):
            yield Problem(code="personal-number", arguments={"place": _place(article, *numbers)})


def candidates(draft: Draft) -> Iterator[Problem]:
    """Yield a doubt for each printed quote, rule or sentence that names a candidate, a ballot number or a party."""
    silent = {person.id for person in draft.people if not person.keep}
    told = dict.fromkeys(place for article in draft.printed for place in _candidates_in(article, silent))
    for place, names in told:
        yield Problem(code="quote-names-candidate", arguments={"place": place, "names": names})


def _candidates_in(article: DraftArticle, silent: Container[str | None]) -> Iterator[tuple[str, str]]:
    known = candidates_in(article.text)
    for passage in article.passages:
        is_printed = passage.keep and (passage.kind != "quote" or passage.speaker not in silent)
        names = named_in(passage.words(article.text), known) if is_printed else ()
        if names:
            yield _place(article.findings.article, place_of(passage, article, 0).paragraph), ", ".join(names)


def still_printed(draft: Draft) -> Iterator[Problem]:
    """Yield a doubt for each quote that the officer took out while its words stay, as a rule or a sentence of the summary."""
    for article in draft.printed:
        stay = [passage for passage in article.passages if passage.keep and passage.kind != "quote"]
        for quote in article.passages:
            if quote.kind == "quote" and quote.refused and any(passage.span.overlaps(quote.span) for passage in stay):
                of = article.findings.article
                yield Problem(code="dropped-still-printed", arguments={"place": _place(of, paragraph_number(of, quote.span))})


def repeated(draft: Draft) -> Iterator[Problem]:
    """Yield a doubt for each quote that is kept and not printed, since another article prints the same words."""
    silent = {person.id for person in draft.people if not person.keep}
    for (number, name), place in repeats(draft.printed, silent).items():
        article, other = draft.printed[number - 1], draft.printed[place.article - 1].findings.article
        paragraph = next(place_of(passage, article, number).paragraph for passage in article.passages if passage.id == name)
        arguments = {"place": _place(article.findings.article, paragraph), "other": _place(other, place.paragraph)}
        yield Problem(code="quote-repeated", arguments=arguments)


def unprinted(characters: Sequence[str], findings: Sequence[Findings]) -> Iterator[Problem]:
    """Yield a doubt for each article that holds characters without a glyph, where they first stand, and one for those of no article."""
    elsewhere = characters
    for found in findings:
        article = found.article
        here = [character for character in characters if character in article.source_text]
        if here:
            numbered = (number for number, span in enumerate(article.paragraphs, 1) if set(here) & set(span.of(article.text)))
            place = _place(article, *islice(numbered, 1))
            yield Problem(code="characters-unprinted", arguments={"place": place, "characters": _by_number(here)})
        elsewhere = [character for character in elsewhere if character not in here]
    if elsewhere:
        yield Problem(code="characters-unprinted-elsewhere", arguments={"characters": _by_number(elsewhere)})


def doubts(outcomes: Sequence[Outcome], names: Sequence[str], problems: Sequence[Problem]) -> Iterator[Doubt]:
    """Yield every doubt as the correction file tells it: those of each source under its name, then `problems`, which concern no single one."""
    for outcome, name in zip(outcomes, names, strict=True):
        paragraphs = outcome.findings.article.paragraphs if outcome.findings else ()
        for problem in outcome.problems:
            numbers = [number for number, span in enumerate(paragraphs, 1) if problem.span and span.overlaps(problem.span)]
            yield replace(_doubt(problem), file=name, paragraph=numbers[0] if numbers else 0)
    yield from map(_doubt, problems)


def _doubt(problem: Problem) -> Doubt:
    return Doubt(code=problem.code, sentence=messages.sentence(problem.code, problem.arguments))


def _place(article: Article, *paragraphs: int) -> str:
    return " ¶".join([article.source.name, *map(str, paragraphs)])


def _by_number(characters: Sequence[str]) -> str:
    """Return the characters with their numbers, since a terminal may lack them too."""
    return ", ".join(f"{character} (U+{ord(character):04X})" for character in characters)
