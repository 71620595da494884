"""The order of the stages, which no other module knows: sources to findings, findings to a pack on paper."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import UTC, datetime, time
from itertools import islice
from typing import TYPE_CHECKING, Final

from briefing import __version__
from briefing.editing.build import make_pack
from briefing.editing.personal import mask
from briefing.editing.propose import propose
from briefing.editing.select import summarized
from briefing.files import shipped
from briefing.finding.find import find
from briefing.lexicon import law
from briefing.model.outcome import Outcome
from briefing.model.problem import BriefingError, ExitCode, Problem
from briefing.reading.read import STANDARD_INPUT, SourceFile, gather, read
from briefing.reading.text import SIZE_LIMIT
from briefing.settings import Settings
from briefing.translating import memory
from briefing.translating.translate import translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from briefing.model.article import Article
    from briefing.model.finding import Findings


LONGEST_TEXT: Final = 300_000  # characters; a hundred pages
LONGEST_WORD: Final = 2_000  # characters; longer than any address, shorter than a picture pasted as text
FAULT_LENGTH: Final = 200  # characters of the message of an unexpected error


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A pack on paper: its PDF, the number of its pages, and the doubts that concern no single article."""

    pdf: bytes
    pages: int
    problems: tuple[Problem, ...]


def sources(paths: Sequence[Path]) -> tuple[SourceFile | Outcome, ...]:
    """Return the files to read, "-" for standard input; a path that leads to none stands in its place as an Outcome with the error."""
    found: dict[Path, SourceFile | Outcome] = {}
    for path in paths:
        for source in _sources_at(path):
            found.setdefault(source.path.resolve() if isinstance(source, SourceFile) else path, source)
    return tuple(found.values())


def find_all(files: Iterable[SourceFile | Outcome]) -> tuple[Outcome, ...]:
    """Read each source and find what it holds; a source that fails costs no other."""
    return tuple(source if isinstance(source, Outcome) else _find_in(source) for source in files)


def only_article(outcome: Outcome) -> Outcome:
    """Return the outcome as a build takes it: a source that holds no article is left out with an error."""
    if any(problem.code == "not-an-article" for problem in outcome.problems):
        return Outcome(name=outcome.name, error=BriefingError("no-article-inside", ExitCode.NOTHING_FOUND, file=outcome.name))
    return outcome


def build(findings: Sequence[Findings], *, quotes: int) -> Built:
    """Return the pack of `findings` on paper, with at most `quotes` key quotes an article.

    Nothing but the articles and the law catalogue decides its bytes: its date is that of the newest article.
    """
    from briefing.rendering.attachments import attachments
    from briefing.rendering.fill import fill
    from briefing.rendering.parse import parse
    from briefing.rendering.pdf.render import render

    draft, problems = propose(findings, [found.article.source.name for found in findings], Settings(), quotes)
    pack = translate(make_pack(draft, version=__version__, law_as_of=law.as_of()), memory.shipped())
    document = parse(fill(pack, shipped("templates")), "templates/pack")
    rendered = render(document, when=_date_of(findings), attachments=attachments(pack))
    return Built(pdf=rendered.pdf, pages=rendered.pages, problems=(*problems, *_personal(findings), *_unprinted(rendered.missing, findings)))


def _personal(findings: Sequence[Findings]) -> Iterator[Problem]:
    for found in findings:
        if mask(found.article.text) != found.article.text:
            yield Problem(code="personal-number", arguments={"file": found.article.source.name})


def _unprinted(characters: Sequence[str], findings: Sequence[Findings]) -> Iterator[Problem]:
    """Yield a doubt for each article that holds characters without a glyph, where they first stand, and one for those of no article."""
    elsewhere = characters
    for found in findings:
        article = found.article
        here = [character for character in characters if character in article.source_text]
        if here:
            numbered = (number for number, span in enumerate(article.paragraphs, 1) if set(here) & set(span.of(article.text)))
            place = " ¶".join([article.source.name, *map(str, islice(numbered, 1))])
            yield Problem(code="characters-unprinted", arguments={"place": place, "characters": _by_number(here)})
        elsewhere = [character for character in elsewhere if character not in here]
    if elsewhere:
        yield Problem(code="characters-unprinted-elsewhere", arguments={"characters": _by_number(elsewhere)})


def _by_number(characters: Sequence[str]) -> str:
    """Return the characters with their numbers, since a terminal may lack them too."""
    return ", ".join(f"{character} (U+{ord(character):04X})" for character in characters)


def _date_of(findings: Sequence[Findings]) -> datetime:
    newest = max((found.article.law_date for found in findings if found.article.law_date), default=law.as_of())
    return datetime.combine(newest, time(), tzinfo=UTC)


def _sources_at(path: Path) -> Iterator[SourceFile | Outcome]:
    if str(path) == STANDARD_INPUT:
        yield SourceFile(name=STANDARD_INPUT, path=path)
        return
    try:
        yield from gather([path])
    except BriefingError as error:
        yield Outcome(name=str(path), error=error)
    except OSError as error:  # a name longer than the system takes
        fault = error.strerror or str(error)
        yield Outcome(name=str(path), error=BriefingError("unreadable-file", ExitCode.INPUT_UNREADABLE, file=str(path), fault=fault))


def _find_in(source: SourceFile) -> Outcome:
    try:
        article = read(_bytes_of(source), source.name)
        _check_length(article)
        return Outcome(name=source.name, findings=summarized(find(article)))
    except BriefingError as error:
        return Outcome(name=source.name, error=error)
    except Exception as error:  # noqa: BLE001 - a fault of ours in one article costs no other
        fault = BriefingError("article-fault", ExitCode.INTERNAL, file=source.name, fault=f"{type(error).__name__}: {error}"[:FAULT_LENGTH])
        fault.__cause__ = error
        return Outcome(name=source.name, error=fault)


def _check_length(article: Article) -> None:
    """Refuse what is no article by its length, or by that of a word: it would cost minutes, and pages of nothing.

    Raises:
        BriefingError: text-too-long or word-too-long.
    """
    longest = max(article.text.split(), key=len, default="")
    if len(longest) > LONGEST_WORD:
        raise BriefingError("word-too-long", ExitCode.INPUT_UNREADABLE, file=article.source.name, length=len(longest), begins=longest[:20])
    if len(article.text) > LONGEST_TEXT:
        raise BriefingError("text-too-long", ExitCode.INPUT_UNREADABLE, file=article.source.name, length=len(article.text))


def _bytes_of(source: SourceFile) -> bytes:
    """Return the bytes of a source, of one that is too large no more than shows that it is."""
    try:
        if source.name == STANDARD_INPUT:
            return sys.stdin.buffer.read(SIZE_LIMIT + 1)
        with source.path.open("rb") as file:
            return file.read(SIZE_LIMIT + 1)
    except OSError as error:
        fault = error.strerror or str(error)
        raise BriefingError("unreadable-file", ExitCode.INPUT_UNREADABLE, file=source.name, fault=fault) from error
