"""The order of the stages, which no other module knows: sources to findings, findings to a pack on paper."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from itertools import islice
from typing import TYPE_CHECKING, Final

from briefing import __version__
from briefing.editing.build import make_pack
from briefing.editing.personal import mask
from briefing.editing.propose import propose
from briefing.editing.select import summarized
from briefing.files import shipped
from briefing.finding.duplicates import duplicates
from briefing.finding.find import find
from briefing.lexicon import law
from briefing.model.outcome import Outcome
from briefing.model.problem import BriefingError, ExitCode, Problem
from briefing.reading.read import STANDARD_INPUT, SourceFile, Text, gather, names_apart, printable, read, texts
from briefing.reading.text import SIZE_LIMIT
from briefing.settings import Settings
from briefing.translating import memory
from briefing.translating.translate import translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from briefing.model.finding import Findings


SAMPLE_QUOTES: Final = 5
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
    names = iter(names_apart([source for source in found.values() if isinstance(source, SourceFile)]))
    return tuple(replace(source, name=next(names)) if isinstance(source, SourceFile) else source for source in found.values())


def find_all(files: Iterable[SourceFile | Outcome]) -> tuple[Outcome, ...]:
    """Read each source and find what its articles hold; one that fails costs no other, and one that stands there twice is marked."""
    return duplicates([outcome for source in files for outcome in ([source] if isinstance(source, Outcome) else _find_in(source))])


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
    from briefing.rendering.fill import make_document
    from briefing.rendering.pdf.render import render
    from briefing.rendering.profiles import folders

    draft, problems = propose(findings, [found.article.source.name for found in findings], Settings(), quotes)
    pack = translate(make_pack(draft, version=__version__, law_as_of=law.as_of()), memory.shipped())
    rendered = render(make_document(pack, folders("")), when=_date_of(findings), attachments=attachments(pack))
    return Built(pdf=rendered.pdf, pages=rendered.pages, problems=(*problems, *_personal(findings), *_unprinted(rendered.missing, findings)))


def check_templates(folder: Path) -> tuple[Problem, ...]:
    """Return what has no effect in an office's own folder of templates, which the pack of the sample articles is tried on.

    Raises:
        FaultsError: every fault of the templates.
    """
    from briefing.rendering.check import check

    findings = [outcome.findings for outcome in find_all(sources([shipped("seeds")])) if outcome.findings]
    draft, _problems = propose(findings, [found.article.source.name for found in findings], Settings(), SAMPLE_QUOTES)
    return check(folder, translate(make_pack(draft, version=__version__, law_as_of=law.as_of()), memory.shipped()))


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
        yield from gather(path)
    except BriefingError as error:
        yield Outcome(name=printable(str(path)), error=error)
    except OSError as error:  # a name longer than the system takes
        name, fault = printable(str(path)), error.strerror or str(error)
        yield Outcome(name=name, error=BriefingError("unreadable-file", ExitCode.INPUT_UNREADABLE, file=name, fault=fault))


def _find_in(source: SourceFile) -> Iterator[Outcome]:
    try:
        found = texts(_bytes_of(source), source.name)
    except BriefingError as error:
        yield Outcome(name=source.name, error=error)
        return
    yield from map(_find_in_text, found)


def _find_in_text(text: Text) -> Outcome:
    name = text.source.name
    try:
        return Outcome(name=name, findings=summarized(find(read(text))))
    except BriefingError as error:
        return Outcome(name=name, error=error)
    except Exception as error:  # noqa: BLE001 - a fault of ours in one article costs no other
        fault = BriefingError("article-fault", ExitCode.INTERNAL, file=name, fault=f"{type(error).__name__}: {error}"[:FAULT_LENGTH])
        fault.__cause__ = error
        return Outcome(name=name, error=fault)


def _bytes_of(source: SourceFile) -> bytes:
    """Return the bytes of a source, of one that is too large no more than shows that it is."""
    try:
        if source.name == STANDARD_INPUT:
            return sys.stdin.buffer.read(SIZE_LIMIT + 1) if sys.stdin else b""  # None where the shell closed it
        with source.path.open("rb") as file:
            return file.read(SIZE_LIMIT + 1)
    except OSError as error:
        fault = error.strerror or str(error)
        raise BriefingError("unreadable-file", ExitCode.INPUT_UNREADABLE, file=source.name, fault=fault) from error
