"""From sources to findings: what stands at the paths is opened and read, and what its articles hold is found."""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefing.editing.officials import complete_all
from briefing.editing.select import summarized
from briefing.files import write_whole
from briefing.finding.duplicates import duplicates
from briefing.finding.find import find
from briefing.lexicon import officials
from briefing.model.outcome import Outcome
from briefing.model.problem import BriefingError, ExitCode
from briefing.reading.layout import Text
from briefing.reading.read import opened, read, uncleaned
from briefing.reading.sources import STANDARD_INPUT, SourceFile, gather, names_apart, printable
from briefing.reading.text import SIZE_LIMIT
from briefing.reading.together import groups, joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from briefing.model.article import Article
    from briefing.model.finding import Findings
    from briefing.settings import Settings

FAULT_LENGTH: Final = 200  # characters of the message of an unexpected error


def sources(paths: Sequence[Path | Outcome]) -> tuple[SourceFile | Outcome, ...]:
    """Return the files to read, "-" for standard input; a path that leads to none stands in its place as an Outcome with the error.

    What failed before, a link, stays where it stands.
    """
    found: dict[Path, SourceFile | Outcome] = {}
    for path in paths:
        for source in [path] if isinstance(path, Outcome) else _sources_at(path):
            found.setdefault(source.path.resolve() if isinstance(source, SourceFile) else Path(source.name), source)
    names = iter(names_apart([source for source in found.values() if isinstance(source, SourceFile)]))
    return tuple(replace(source, name=next(names)) if isinstance(source, SourceFile) else source for source in found.values())


def keep_input(target: Path) -> Path:
    """Return the file beside `target` in which the text on standard input was stored, so that the pack can be built again; "-" where there is none.

    Raises:
        BriefingError: it cannot be read or written.
    """
    data = _bytes_of(SourceFile(name=STANDARD_INPUT, path=Path(STANDARD_INPUT)))
    if not data:
        return Path(STANDARD_INPUT)
    file = target.with_name(f"{target.stem}.masukan-{hashlib.sha256(data).hexdigest()[:6]}.txt")
    write_whole(file, data)
    return file


def find_all(files: Iterable[SourceFile | Outcome], reader: Callable[[Text], Article] = read) -> tuple[Outcome, ...]:
    """Read each source and find what its articles hold; one that fails costs no other, and one that stands there twice is marked.

    Web pages wait until all are opened, since several may be of one article.
    """
    outcomes: list[Outcome | _Opened] = []
    for source in files:
        found = [source] if isinstance(source, Outcome) else _opened(source)
        outcomes.extend(_find_in(opened, reader) if isinstance(opened, _Opened) and not opened.text.layout else opened for opened in found)
    return duplicates([outcome if isinstance(outcome, Outcome) else _find_in(outcome, reader) for outcome in _together(outcomes)])


def find_laws(files: Iterable[SourceFile | Outcome], on: date | None) -> tuple[Outcome, ...]:
    """Find what each source cites, all of it where it is no article, as on its date or on `on`; the only doubts are those about the law."""

    def reader(text: Text) -> Article:
        article = read(text)
        article = article if article.text else uncleaned(article)
        return replace(article, published=on.isoformat()) if on else article

    return tuple(replace(outcome, findings=_law_alone(outcome.findings)) if outcome.findings else outcome for outcome in find_all(files, reader))


def only_article(outcome: Outcome) -> Outcome:
    """Return the outcome as a build takes it: a source that holds no article is left out with an error."""
    if any(problem.code == "not-an-article" for problem in outcome.problems):
        return Outcome(name=outcome.name, error=BriefingError("no-article-inside", ExitCode.NOTHING_FOUND, file=outcome.name))
    return outcome


def with_officials(outcomes: Sequence[Outcome], settings: Settings) -> tuple[Outcome, ...]:
    """Return the outcomes with what the office's people.toml knows of those who speak.

    Raises:
        BriefingError: people.toml cannot be read, or has faults.
    """
    known = officials.officials(settings.folder) if settings.folder else ()
    return tuple(replace(outcome, findings=complete_all(outcome.findings, known)) if known and outcome.findings else outcome for outcome in outcomes)


def _law_alone(found: Findings) -> Findings:
    doubts = {"body-gone"} if found.article.law_date else {"body-gone", "date-missing"}
    article = replace(found.article, problems=tuple(problem for problem in found.article.problems if problem.code in doubts))
    return replace(found, article=article, problems=tuple(problem for problem in found.problems if problem.code in doubts))


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opened:
    """A text with the file that it came from, its number there, and the files of the further pages that it holds."""

    text: Text
    path: Path
    part: int = 0
    also: tuple[Path, ...] = ()


def _opened(source: SourceFile) -> Iterator[_Opened | Outcome]:
    try:
        found = opened(_bytes_of(source), source.name)
    except BriefingError as error:
        yield Outcome(name=source.name, error=error)
    except Exception as error:  # noqa: BLE001 - likewise
        yield Outcome(name=source.name, error=_fault(source.name, error))
    else:
        for text in found:
            if isinstance(text, Text):
                yield _Opened(text=text, path=source.path, part=text.part)
            else:
                yield Outcome(name=str(text.arguments["file"]), error=text)


def _together(outcomes: Sequence[Outcome | _Opened]) -> Iterator[Outcome | _Opened]:
    """Yield the outcomes in order, the pages of one article as one."""
    waiting = [(place, opened) for place, opened in enumerate(outcomes) if isinstance(opened, _Opened)]
    first = {waiting[numbers[0]][0]: [waiting[number][1] for number in numbers] for numbers in groups([opened.text for _place, opened in waiting])}
    for place, outcome in enumerate(outcomes):
        if isinstance(outcome, Outcome):
            yield outcome
        elif pages := first.get(place):
            others = tuple(page.path for page in pages[1:])
            yield replace(outcome, text=joined([page.text for page in pages]), also=others) if others else outcome


def _find_in(opened: _Opened, reader: Callable[[Text], Article]) -> Outcome:
    return replace(_find_in_text(opened.text, reader), path=opened.path, part=opened.part, also=opened.also)


def _find_in_text(text: Text, reader: Callable[[Text], Article]) -> Outcome:
    name = text.source.name
    try:
        return Outcome(name=name, findings=summarized(find(reader(text))))
    except BriefingError as error:
        return Outcome(name=name, error=error)
    except Exception as error:  # noqa: BLE001 - a fault of ours in one article costs no other
        return Outcome(name=name, error=_fault(name, error))


def _fault(name: str, error: Exception) -> BriefingError:
    fault = BriefingError("article-fault", ExitCode.INTERNAL, file=name, fault=f"{type(error).__name__}: {error}"[:FAULT_LENGTH])
    fault.__cause__ = error
    return fault


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
