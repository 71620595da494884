"""briefing build: articles in, one PDF and its correction file out."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from briefing import files, settings
from briefing.cli.common import Argument, Command, FileName, Option, common
from briefing.cli.links import SourceName, fetched
from briefing.cli.report import Report
from briefing.cli.terminal import Speech, progress, say
from briefing.model.outcome import exit_code
from briefing.model.problem import BriefingError, ExitCode, FaultsError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing.editing.review.store import Correction
    from briefing.pipeline import Built
    from briefing.settings import Settings

DOCX: Final = ".docx"


@click.command(
    cls=Command,
    help="Build a pack, one PDF, from articles: files, folders, links, @FILE for a list of links, or - for standard input; or again from its correction file.",
)
@click.argument("source", cls=Argument, nargs=-1, type=SourceName())
@click.option("-o", "--output", cls=Option, type=FileName(), metavar="FILE.pdf", help="Where to write the pack; paket.pdf if not given.")
@click.option("--demo", cls=Option, is_flag=True, help="Take the five sample articles that come with the program.")
@click.option("--quotes", cls=Option, metavar="N", type=click.IntRange(1, 20), help="Print at most this many key quotes an article; 5 if not given.")
@click.option("--paper", cls=Option, type=click.Choice(["A4", "F4"], case_sensitive=False), help="Print on this paper.")
@click.option("--profile", cls=Option, metavar="NAME", help="Print the pages of a profile (bawaslu, pemkab), or of your own folder of templates.")
@click.option("--greyscale/--colour", cls=Option, default=None, help="Print without colour, or with it.")
@click.option(
    "--large-print/--normal-print", cls=Option, default=None, help="Print in large type (text 18 points, notes 16), in one column, or as usual."
)
@click.option("--languages", cls=Option, type=click.Choice(["id", "id,en"]), help="Print Indonesian alone, or with English beside it.")
@click.option("--also", cls=Option, type=click.Choice(["docx"]), help="Write the same pack for Word too, beside the PDF; needs python-docx.")
@click.option(
    "--release", cls=Option, is_flag=True, help="Write the pack only if it is approved and all its English is reviewed or the program's own."
)
@click.option("--allow-unreviewed", cls=Option, is_flag=True, help="With --release: also with English that nobody reviewed, or without English.")
@common
@click.pass_obj
def build(speech: Speech, /, source: tuple[Path | str, ...], output: Path | None, demo: bool, **asked: Any) -> ExitCode:
    """Build the pack; an article that fails is reported and left out. What is `asked` for goes into the correction file."""
    release, allow_unreviewed, also = asked.pop("release"), asked.pop("allow_unreviewed"), asked.pop("also")
    if not source and not demo:
        raise BriefingError("no-sources", ExitCode.USAGE, command="briefing build --demo")
    if source and demo:
        raise BriefingError("demo-and-sources", ExitCode.USAGE)
    from briefing import intake, pipeline
    from briefing.editing.review import store
    from briefing.lexicon import load
    from briefing.translating import table

    office = settings.load(Path())
    load.use(office.folder)
    given = [path for path in source if isinstance(path, Path) and store.is_correction(path)]
    target = _target(given, output)
    place, people = _place(given, target), office.folder or target.parent
    files.check_target(target, b"%PDF")
    files.check_target(place, b"")
    docx = _docx_of(target) if also else None
    opened = _opened(given, place)
    chosen = {name: _plain(value) for name, value in asked.items() if value is not None}
    correction = store.chosen(opened, chosen)
    _see_pages(correction, office, chosen)
    articles = [*(opened.sources() if given else ()), *(path for path in source if path not in given)]
    if given and not articles:
        raise BriefingError("correction-empty", ExitCode.USAGE, file=str(given[0]))
    named = [intake.keep_input(target) if str(path) == "-" else path for path in articles or [files.shipped("seeds")]]
    with fetched(named, speech, store.pages_of(target)) as paths, progress(intake.sources(paths), speech) as found:
        outcomes = intake.with_officials(tuple(map(intake.only_article, intake.find_all(found))), replace(office, folder=people))
    code = exit_code(outcomes)
    read = [outcome for outcome in outcomes if outcome.findings]
    if fault := opened.missing(outcomes) if given else None:
        failed = tuple(outcome for outcome in outcomes if outcome.error)
        return Report(command="build", exit_code=fault.exit_code, outcomes=failed, error=fault).tell(speech)
    if not given and read and opened.others(read):
        raise BriefingError("pack-of-others", ExitCode.USAGE, file=str(target), example=str(target.with_stem(f"{target.stem}-2")), other=str(place))
    if not read:
        return Report(command="build", exit_code=code, outcomes=outcomes).tell(speech)
    built = pipeline.build(read, correction, office, docx=bool(docx))
    if release:
        _see_release(built, correction, allow_unreviewed=allow_unreviewed)
    doubts = (*store.check_pair(target, correction), *built.problems, *(() if docx else _docx_left(target)))
    memorized, unkept = _keep(built, target, correction, people)
    done = iter(built.outcomes)
    if not (speech.quiet or speech.machine):
        _tell(built, target, correction)
        if memorized:
            say(_("Translations remembered in {file}: {number}").format(file=people / table.FILE, number=memorized))
    report = Report(
        command="build",
        exit_code=code,
        outcomes=tuple(next(done) if outcome.findings else outcome for outcome in outcomes),
        problems=(*doubts, *unkept),
        output=target,
        also=docx,
        correction=correction.path,
        pages=built.pages,
    )
    return report.tell(speech)


def _docx_of(target: Path) -> Path:
    """Return where the pack for Word goes: it can be made, and none of the same name was changed since it was written.

    Raises:
        BriefingError: docx-missing or docx-edited; as `files.check_target` raises.
    """
    try:
        from briefing.rendering.docx.render import is_untouched
    except ImportError as error:
        raise BriefingError("docx-missing", ExitCode.NOT_READY, package="python-docx") from error
    path = target.with_suffix(DOCX)
    files.check_target(path, b"PK", example="paket-2.pdf")
    if path.is_file() and path.stat().st_size and not is_untouched(files.read_whole(path)):
        raise BriefingError("docx-edited", ExitCode.CANNOT_WRITE, file=str(path))
    return path


def _docx_left(target: Path) -> Iterator[Problem]:
    """Yield a doubt where a pack for Word stands beside the PDF that is not written with it."""
    from briefing.reading.own import is_own

    path = target.with_suffix(DOCX)
    with contextlib.suppress(OSError):
        if path.is_file() and is_own(path.read_bytes(), DOCX):
            yield Problem(code="docx-older", arguments={"file": str(path), "pack": str(target)})


def _see_release(built: Built, correction: Correction, *, allow_unreviewed: bool) -> None:
    """See that a pack may go out: a named person approved it, and its English is no machine's, no gist and nowhere missing.

    Raises:
        BriefingError: release-draft or release-unreviewed; nothing is written.
    """
    if not built.approved:
        raise BriefingError("release-draft", ExitCode.NOT_READY, file=str(correction.path))
    if built.unreviewed and not allow_unreviewed:
        of = dict(built.unreviewed)
        raise BriefingError("release-unreviewed", ExitCode.NOT_READY, machine=of.get("machine", 0), gist=of.get("gist", 0), none=of.get("none", 0))


def _tell(built: Built, target: Path, correction: Correction) -> None:
    say(_("Written: {file} (pages: {pages}, articles: {articles})").format(file=target, pages=built.pages, articles=built.articles))
    if built.docx is not None:
        say(_("For Word: {file}").format(file=target.with_suffix(DOCX)))
    say(_("To correct: {file}").format(file=correction.path))
    if built.corrections:
        say(_("Corrections of yours in it: {number}").format(number=built.corrections))
    if built.approved:
        say(_("Approved: {by}").format(by=built.approved))


def _target(given: list[Path], output: Path | None) -> Path:
    """Return where the pack goes: where `output` says, else beside the correction file, else to the usual place."""
    from briefing.editing.review import store

    if len(given) > 1:
        raise BriefingError("two-corrections", ExitCode.USAGE, files=", ".join(map(str, given)))
    if given and not given[0].exists():
        raise BriefingError("missing-file", ExitCode.INPUT_UNREADABLE, file=str(given[0]))
    if output and output.suffix.lower() != ".pdf":
        raise BriefingError("target-not-pdf", ExitCode.USAGE, file=str(output), example="paket.pdf")
    return output or (store.target_of(given[0]) if given else files.default_target("paket.pdf"))


def _place(given: list[Path], target: Path) -> Path:
    """Return where the correction file of the pack goes: beside it, where the one given stands already, in capitals or not."""
    from briefing.editing.review import store

    return given[0] if given and store.target_of(given[0]) == target else store.correction_of(target)


def _opened(given: list[Path], own: Path) -> Correction:
    """Return the correction file to follow: the one given, else the pack's `own`."""
    from briefing.editing.review import store

    if not given or given[0].resolve() == own.resolve():
        return store.open_correction(own)
    opened = store.open_correction(given[0], write_to=own)
    if own.exists() and not opened.covers(store.open_correction(own)):
        raise BriefingError("correction-exists", ExitCode.USAGE, file=str(own), other=str(given[0]))
    return opened


def _see_pages(correction: Correction, office: Settings, chosen: Mapping[str, Any]) -> None:
    """See, before any work is done, that there are the profile and the sections that the correction file, or else the office, names.

    Raises:
        BriefingError: unknown-profile or unknown-section, with the line where the correction file names it.
    """
    from briefing.rendering import profiles

    edits = next((row.edits for row in correction.sheet.of("pack")), {})
    sections = edits.get("sections", ())
    try:
        profiles.sections(profiles.folders(str(edits.get("profile", office.profile))), sections if isinstance(sections, tuple) else ())
    except BriefingError as error:
        key = {"unknown-profile": "profile", "unknown-section": "sections"}.get(error.code, "")
        if key in edits and key not in chosen:
            raise FaultsError([error, correction.file.fault("correction-here", "pack", key, key=key)]) from error
        raise


def _keep(built: Built, target: Path, correction: Correction, people: Path) -> tuple[int, tuple[Problem, ...]]:
    """Write the pack, its correction file, and whom and what to remember into the folder `people`, whose people.toml is seen to be sound before.

    Return how many translations are remembered anew. Where they cannot be, that is a doubt: they stand in the correction file, for the next build.
    """
    from briefing.editing.review import store
    from briefing.lexicon import officials
    from briefing.translating import machine, table

    if built.remembered:
        officials.officials(people)
    store.save(target, built.pdf, built.correction, correction)
    if built.docx is not None:
        files.write_whole(target.with_suffix(DOCX), built.docx)
    if built.machine is not None:
        files.write_whole(machine.beside(target), built.machine)
    for official in built.remembered:
        officials.remember(people / officials.FILE, official)
    try:
        return table.remember(people / table.FILE, built.translations), ()
    except BriefingError as error:
        return 0, (Problem(code=error.code, arguments=error.arguments),)


def _plain(value: Any) -> Any:
    return tuple(value.split(",")) if isinstance(value, str) and value in {"id", "id,en"} else value
