"""briefing engine: what translates on this computer, brought by one command, and taken away by another."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing import settings
from briefing.cli.common import Argument, Command, FileName, Option, common
from briefing.cli.report import Report
from briefing.cli.terminal import Speech, say
from briefing.messages import word
from briefing.model.problem import BriefingError, ExitCode, Problem

if TYPE_CHECKING:
    from briefing.translating.installed import Installed
    from briefing.translating.models import Model


class _Commands(Command, click.Group):
    """A group that by itself tells what is there."""


@click.group(cls=_Commands, invoke_without_command=True, help="Show the translation engine; install, try or remove one.")
@common
@click.pass_context
def engine(ctx: click.Context) -> ExitCode | None:
    """Tell what is installed, and what the settings say instead."""
    if ctx.invoked_subcommand:
        return None
    from briefing.translating import installed
    from briefing.translating.engines import engine_of

    speech = ctx.ensure_object(Speech)
    found, office = installed.read(installed.folder()), settings.load(Path())
    problems: tuple[Problem, ...] = ()
    used = None
    try:
        used = engine_of(office.engine)
    except BriefingError as error:
        problems = (Problem(code=error.code, arguments=error.arguments),)
    if found:
        _tell(speech, _("Installed: {name} {version}, {fingerprint}, in {folder}"), **_words(found))
    if used:
        _tell(speech, _("In use: {name} ({fingerprint})"), name=used.name, fingerprint=used.fingerprint)
    elif not problems:
        _tell(speech, _("No engine is in use. To install one: {command}"), command="briefing engine install")
    if used and office.engine.url:
        _tell(speech, _("Text goes to {host}."), host=_host(office))
    return Report(command="engine", exit_code=ExitCode.OK, problems=problems).tell(speech)


@engine.command(cls=Command, help="Install an engine: from the net, or from a zip or folder without it.")
@click.argument("source", cls=Argument, required=False, default="firefox")
@click.option("--trust-unknown", cls=Option, is_flag=True, help="Take files that the program does not know, at your own risk.")
@click.option("--yes", cls=Option, is_flag=True, help="Ask nothing.")
@common
@click.pass_obj
def install(speech: Speech, source: str, trust_unknown: bool, yes: bool) -> ExitCode:
    """Say what comes, from where and for what, ask, bring it, and try it."""
    from briefing.translating import install, installed
    from briefing.translating.models import models

    office, model = settings.load(Path()), models().get(source)
    if model:
        _describe(model, speech)
        _agree(_("Install it?"), speech, yes=yes)
        record = install.from_web(model, office.engine.mirror)
    else:
        record = install.from_files(Path(source), models().values(), trust=trust_unknown)
    _tell(speech, _("Installed: {name} {version}, {fingerprint}, in {folder}"), **_words(record))
    if not record.verified:
        _tell(speech, _("Its files are not known to the program and were not verified; their hashes are recorded in {file}."), file=installed.RECORD)
    return _tried(speech, "engine install")


@engine.command(cls=Command, help="Write the installed engine into a zip for offices without internet.")
@click.option(
    "-o",
    "--output",
    cls=Option,
    type=FileName(),
    default=Path("engine.zip"),
    metavar="FILE.zip",
    help="Where to write the zip; engine.zip if not given.",
)
@click.option("--wheels", cls=Option, type=FileName(), metavar="FOLDER", help="Folder with the runtime's wheels (.whl), to be packed too.")
@common
@click.pass_obj
def pack(speech: Speech, output: Path, wheels: Path | None) -> ExitCode:
    """Write the zip, and say how it is installed elsewhere."""
    from briefing import files
    from briefing.translating import install

    files.check_target(output, b"PK", "engine.zip")
    number = install.pack(output, sorted(wheels.glob("*.whl")) if wheels else ())
    _tell(
        speech, _("Written: {file} (files: {number}). There: {command}"), file=output, number=number, command=f"briefing engine install {output.name}"
    )
    return Report(command="engine pack", exit_code=ExitCode.OK, output=output).tell(speech)


@engine.command(cls=Command, help="Remove the installed engine.")
@click.option("--yes", cls=Option, is_flag=True, help="Ask nothing.")
@common
@click.pass_obj
def remove(speech: Speech, yes: bool) -> ExitCode:
    """Remove the folder of the engine."""
    from briefing.translating import install, installed

    if not installed.folder().exists():
        raise BriefingError("engine-none", ExitCode.NOT_READY)
    _agree(_("Remove {folder}?").format(folder=installed.folder()), speech, yes=yes)
    install.remove()
    _tell(speech, _("The engine was removed."))
    return Report(command="engine remove", exit_code=ExitCode.OK).tell(speech)


@engine.command(cls=Command, help="Try the engine in use on fixed sentences with numbers, negations and names.")
@common
@click.pass_obj
def selftest(speech: Speech) -> ExitCode:
    """Tell each sentence that it says wrong, and how many it says well."""
    from briefing.translating.engines import engine_of

    if not engine_of(settings.load(Path()).engine):
        raise BriefingError("engine-none", ExitCode.NOT_READY)
    return _tried(speech, "engine selftest")


@engine.command(cls=Command, help="Agree that text is sent to the server of briefing.toml, once and for all.")
@click.option("--yes", cls=Option, is_flag=True, help="Ask nothing.")
@common
@click.pass_obj
def allow(speech: Speech, yes: bool) -> ExitCode:
    """Say what leaves the computer, ask, and write the host into briefing.toml."""
    from briefing import files, tomlfile
    from briefing.tomledit import changed

    office = settings.load(Path())
    if not (office.file and office.engine.url):
        raise BriefingError("engine-settings", ExitCode.NOT_READY, kind="openai", key="url")
    host = _host(office)
    _tell(speech, _("To {host} go: titles, sentences and quotes of the articles, with the names in them; personal numbers are masked."), host=host)
    _tell(speech, _("Whoever runs that server can keep them. Nothing else of this computer is sent."))
    _agree(_("Send them to {host}?").format(host=host), speech, yes=yes)
    text = tomlfile.read(office.file).text
    files.write_whole(office.file, changed(text, {("engine", "consent"): host}).encode())
    _tell(speech, _("Written: {file}"), file=office.file)
    return Report(command="engine allow", exit_code=ExitCode.OK, output=office.file).tell(speech)


def _tried(speech: Speech, command: str) -> ExitCode:
    """Try the engine in use; where its runtime is missing, that is told, and the engine stays."""
    from briefing.translating.engines import engine_of
    from briefing.translating.selftest import see, selftest

    try:
        used = engine_of(settings.load(Path()).engine)
        tried = selftest(used) if used else ()
        for each in tried if speech.verbose else ():
            _tell(speech, "  – {sentence} → {said} {faults}", sentence=each.sentence, said=each.said, faults=", ".join(map(word, each.faults)))
        if tried:
            _tell(speech, _("Self-test: {number} of {total} sentences are said well."), number=see(tried), total=len(tried))
    except BriefingError as error:
        return Report(command=command, exit_code=error.exit_code, error=error).tell(speech)
    return Report(command=command, exit_code=ExitCode.OK).tell(speech)


def _describe(model: Model, speech: Speech) -> None:
    from briefing.translating import installed

    load, disk = (f"{sum(sizes) / 1_000_000:.0f} MB" if all(sizes) else "?" for sizes in _sizes(model))
    _tell(speech, f"{model.name} {model.version}")
    _tell(speech, _("To download: {load}; on disk: {disk}; folder: {folder}"), load=load, disk=disk, folder=installed.folder())
    _tell(speech, _("Licence: {licence} ({address})"), licence=model.licence, address=model.licence_url)
    _tell(
        speech,
        _(
            "From the next build on, every quote without a reviewed translation gets English that is marked as machine translation, not reviewed. Text never leaves this computer."
        ),
    )
    if not all(file.sha256 for file in model.files):
        _tell(speech, _("The hash of this model is not published: what comes is trusted this once, and recorded."))


def _sizes(model: Model) -> tuple[list[int], list[int]]:
    return [file.download for file in model.files], [file.size for file in model.files]


def _agree(question: str, speech: Speech, *, yes: bool) -> None:
    """Ask, unless that was answered before; the default is no.

    Raises:
        BriefingError: engine-declined; the answer is no, or nobody can be asked.
    """
    if yes:
        return
    answer = "" if speech.machine else click.prompt(_("{question} [y/N]").format(question=question), default="n", show_default=False)
    if not str(answer).strip().lower().startswith(("y", "j")):
        raise BriefingError("engine-declined", ExitCode.USAGE)


def _host(office: settings.Settings) -> str:
    from briefing.translating.chat import host_of

    return host_of(office.engine.url)


def _words(record: Installed) -> dict[str, str]:
    from briefing.translating import installed

    return {"name": record.name, "version": record.version, "fingerprint": record.fingerprint, "folder": str(installed.folder())}


def _tell(speech: Speech, words: str, **fields: object) -> None:
    if not (speech.quiet or speech.machine):
        say(words.format(**fields))
