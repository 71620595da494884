"""The order of the stages, which no other module knows: sources to findings, findings to a pack on paper."""

from __future__ import annotations

import contextlib
import hashlib
import sys
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefing import __version__
from briefing.editing.build import make_pack
from briefing.editing.doubts import candidates, doubts, personal, repeated, still_printed, unprinted
from briefing.editing.officials import complete_all, official_of
from briefing.editing.personal import masked
from briefing.editing.propose import propose
from briefing.editing.review.apply import apply, merged, returned
from briefing.editing.review.approval import approve
from briefing.editing.review.fields import FORM
from briefing.editing.review.offer import offer
from briefing.editing.review.sheet import Program, quotes_of
from briefing.editing.review.store import TOGETHER, path_from, target_of
from briefing.editing.review.write import write
from briefing.editing.select import summarized
from briefing.files import shipped, write_whole
from briefing.finding.duplicates import duplicates
from briefing.finding.find import find
from briefing.lexicon import law, officials
from briefing.model.office import Official
from briefing.model.outcome import Outcome
from briefing.model.problem import BriefingError, ExitCode, Problem
from briefing.reading.layout import Text
from briefing.reading.read import opened, read, uncleaned
from briefing.reading.sources import STANDARD_INPUT, SourceFile, gather, names_apart, printable
from briefing.reading.text import SIZE_LIMIT
from briefing.reading.together import groups, joined
from briefing.settings import Settings
from briefing.translating import machine, memory, table
from briefing.translating.engines import engine_of
from briefing.translating.translate import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from briefing.editing.draft import Cover
    from briefing.editing.review.store import Correction
    from briefing.model.article import Article
    from briefing.model.finding import Findings
    from briefing.model.pack import Pack
    from briefing.rendering.pdf.render import Rendered
    from briefing.translating.exchange import Imported

NO_CORRECTIONS: Final = {*FORM, "approved_by", "approved_on"}
FAULT_LENGTH: Final = 200  # characters of the message of an unexpected error


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A pack on paper: its PDF and the number of its pages, its correction file, what is to be told of the whole, whom to remember.

    `translations` are rows for the office's memory: the English of the correction file that a person stands behind. `corrections` counts the values
    that are the officer's, `approved` is who approved the pack and on which day, "" for a draft. `machine` is what to keep of the engine's answers
    beside the pack, None for nothing new; `unreviewed` counts the blocks whose English nobody reviewed or that have none, by their origin.
    `docx` is the same pack for Word, None where nobody asked for it. `outcomes` are those that it was built from, with what it leaves out marked.
    """

    pdf: bytes
    pages: int
    articles: int
    correction: bytes
    problems: tuple[Problem, ...]
    corrections: int = 0
    approved: str = ""
    remembered: tuple[Official, ...] = ()
    translations: tuple[dict[str, str], ...] = ()
    machine: bytes | None = None
    unreviewed: tuple[tuple[str, int], ...] = ()
    docx: bytes | None = None
    outcomes: tuple[Outcome, ...] = ()


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


def _law_alone(found: Findings) -> Findings:
    doubts = {"body-gone"} if found.article.law_date else {"body-gone", "date-missing"}
    article = replace(found.article, problems=tuple(problem for problem in found.article.problems if problem.code in doubts))
    return replace(found, article=article, problems=tuple(problem for problem in found.problems if problem.code in doubts))


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


def build(outcomes: Sequence[Outcome], correction: Correction, settings: Settings, *, docx: bool = False) -> Built:
    """Return the pack of what was found in each source, as corrected.

    Nothing but the articles, the correction, the office's files and the law catalogue decides its bytes: its date is that of the newest article.

    Args:
        outcomes: Those that have findings, in order.
        correction: The correction file as it was, with what the command line chose.
        settings: What the office set.
        docx: Whether it is wanted for Word too, by python-docx.

    Raises:
        BriefingError: faults of the correction file that only show beside the articles, of a template or of the logo; nothing is kept.
    """
    findings = [outcome.findings for outcome in outcomes if outcome.findings]
    names = [_file_of(outcome, correction.path.parent) for outcome in outcomes]
    draft, problems = propose(findings, names, settings, quotes_of(correction.sheet))
    applied = apply(draft, correction.sheet, correction.file)
    if not applied.draft.printed:
        raise BriefingError("nothing-kept", ExitCode.NOTHING_FOUND, file=str(correction.path))
    silent = {article.file for article in applied.draft.articles if not article.keep}
    outcomes = [replace(outcome, is_left_out=name in silent) for outcome, name in zip(outcomes, names, strict=True)]
    held = table.read((settings.folder or correction.path.parent) / table.FILE)
    english = memory.with_own(memory.shipped(held.rows), applied.draft.english)
    translated = translate(make_pack(applied.draft, version=__version__, law_as_of=law.as_of()), english)
    done = _by_machine(translated, settings, correction.path)
    pack, approval, lapse = approve(done.pack, applied.draft.cover, correction.sheet.program.approval)
    rendered, for_word = _rendered(masked(pack), applied.draft.cover, settings, docx=docx)
    rows = merged(
        offer(applied.draft, lambda words: memory.lookup(english, words) or done.lines.get(memory.fold(words))),
        applied.rows,
        lapsed=any(problem.code == "approval-lapsed" for problem in lapse),
    )
    shown = (
        *still_printed(applied.draft),
        *repeated(applied.draft),
        *candidates(applied.draft),
        *personal([article.findings for article in applied.draft.printed]),
        *unprinted(rendered.missing, findings),
    )
    told = (*problems, *held.problems, *done.problems, *applied.problems, *returned(correction.sheet, rows), *lapse, *shown)
    program = Program(version=__version__, pdf=hashlib.sha256(rendered.pdf).hexdigest(), approval=approval)
    text = write(rows, tuple(doubts(outcomes, names, told)), applied.lost, program, correction.sheet.tail)
    return Built(
        pdf=rendered.pdf,
        pages=rendered.pages,
        articles=len(pack.articles),
        correction=text.encode(),
        corrections=sum(len(row.edits.keys() - NO_CORRECTIONS) for row in rows),
        approved="" if pack.is_draft else f"{pack.approved_by}, {pack.approved_on}",
        problems=told,
        remembered=tuple(official_of(person.speaker) for person in applied.draft.people if person.remember),
        translations=table.rows_of(applied.draft.english, pack),
        machine=done.kept,
        unreviewed=machine.unreviewed(pack),
        docx=for_word,
        outcomes=tuple(outcomes),
    )


def export(path: Path, folder: Path, *, prefill: bool) -> tuple[bytes, int, tuple[Problem, ...]]:
    """Return the exchange file of the pack in the PDF at `path`, the number of its units, and the doubts about the memory in `folder`.

    Raises:
        BriefingError: the PDF holds no pack.
    """
    from briefing.finishing.attached import pack_of
    from briefing.translating import exchange

    held = table.read(folder / table.FILE)
    data, units = exchange.export(pack_of(path), path.name, __version__, memory.shipped(held.rows), prefill=prefill)
    return data, units, held.problems


def take(path: Path, folder: Path, by: str, on: date) -> Imported:
    """Return what the exchange file at `path` brings to the memory in `folder`, beside the pack that it names where that is at hand.

    Raises:
        BriefingError: the exchange file or the memory cannot be read.
    """
    from briefing.finishing.attached import pack_of
    from briefing.translating import exchange, xliff

    held = table.read(folder / table.FILE)
    held.refuse()
    exchanged = xliff.read(path)
    pack: Pack | None = None
    with contextlib.suppress(BriefingError):  # moved, or built anew as something else: the file says enough
        pack = pack_of(path.parent / Path(exchanged.original or "-").name)
    return exchange.take(exchanged, memory.shipped(held.rows), by, on, pack)


def check_templates(folder: Path) -> tuple[Problem, ...]:
    """Return what has no effect in an office's own folder of templates, which the pack of the sample articles is tried on.

    Raises:
        FaultsError: every fault of the templates.
    """
    from briefing.delivering.message import try_message
    from briefing.delivering.words import try_letters
    from briefing.rendering.check import check

    findings = [outcome.findings for outcome in find_all(sources([shipped("seeds")])) if outcome.findings]
    draft, _problems = propose(findings, [found.article.source.name for found in findings], Settings())
    pack = translate(make_pack(draft, version=__version__, law_as_of=law.as_of()), memory.shipped())
    notes = check(folder, pack)
    try_letters(folder, pack)
    try_message(folder, pack)
    return notes


def _by_machine(pack: Pack, settings: Settings, correction: Path) -> machine.Done:
    """Return the pack with the English of the office's engine; one that cannot work is a doubt, and the next layer has its blocks."""
    if "en" not in pack.languages:
        return machine.Done(pack=pack)
    try:
        engine = engine_of(settings.engine)
    except BriefingError as error:
        return machine.Done(pack=pack, problems=(Problem(code=error.code, arguments=error.arguments),))
    return machine.fill(pack, engine, machine.kept_beside(target_of(correction))) if engine else machine.Done(pack=pack)


def _rendered(pack: Pack, cover: Cover, settings: Settings, *, docx: bool) -> tuple[Rendered, bytes | None]:
    """Return the pack as a PDF and, where that is wanted, from the same document as a DOCX."""
    from briefing.rendering.attachments import attachments
    from briefing.rendering.fill import make_document
    from briefing.rendering.pdf.render import render
    from briefing.rendering.pdf.theme import theme
    from briefing.rendering.profiles import folders

    look = theme("F4" if cover.paper == "F4" else "A4", greyscale=cover.greyscale, large_print=cover.large_print)
    document = make_document(pack, folders(cover.profile), settings.office)
    rendered = render(document, when=_date_of(pack), attachments=attachments(pack, document.english), theme=look)
    if not docx:
        return rendered, None
    from briefing.rendering.docx.render import render as render_docx

    return rendered, render_docx(document, when=_date_of(pack), theme=look)


def _date_of(pack: Pack) -> datetime:
    dated = (date.fromisoformat(stated[:10]) for article in pack.articles if (stated := article.published or article.event_date))
    return datetime.combine(max(dated, default=law.as_of()), time(), tzinfo=UTC)


def _file_of(outcome: Outcome, folder: Path) -> str:
    """Return what the correction file in `folder` calls the files of a source, with the number of its article where one holds several."""
    part = f"#{outcome.part}" if outcome.part else ""
    return TOGETHER.join(path_from(folder, path) for path in (outcome.path or Path(outcome.name), *outcome.also)) + part


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
