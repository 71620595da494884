"""From findings to a pack on paper, stage by stage."""

from __future__ import annotations

import contextlib
import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefing import __version__
from briefing.editing.build import make_pack
from briefing.editing.doubts import candidates, doubts, personal, repeated, still_printed, unprinted
from briefing.editing.officials import official_of
from briefing.editing.personal import masked
from briefing.editing.propose import propose
from briefing.editing.review.apply import apply, merged, returned
from briefing.editing.review.approval import approve
from briefing.editing.review.fields import FORM
from briefing.editing.review.offer import offer
from briefing.editing.review.sheet import Program, quotes_of
from briefing.editing.review.store import TOGETHER, path_from, target_of
from briefing.editing.review.write import write
from briefing.files import shipped
from briefing.intake import find_all, sources
from briefing.lexicon import law
from briefing.model.office import Official
from briefing.model.outcome import Outcome
from briefing.model.problem import BriefingError, ExitCode, Problem
from briefing.settings import Settings
from briefing.translating import machine, memory, table
from briefing.translating.engines import engine_of
from briefing.translating.translate import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.editing.draft import Cover
    from briefing.editing.review.store import Correction
    from briefing.model.pack import Pack
    from briefing.rendering.pdf.render import Rendered
    from briefing.translating.exchange import Imported

NO_CORRECTIONS: Final = {*FORM, "approved_by", "approved_on"}


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
