"""briefing doctor: what the program needs and what the office set up, each ready or with what to do."""

from __future__ import annotations

import platform
import shutil
from contextlib import suppress
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from briefing import files, settings
from briefing.cli.common import Command, Option, common
from briefing.cli.report import Report
from briefing.cli.terminal import Speech, say
from briefing.messages import sentence, word
from briefing.model.problem import BriefingError, ExitCode, FaultsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NEEDED: Final = 200_000_000  # bytes; far more than a pack and its temporary file


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What was looked at (`subject`, a code of WORDS), what was found there ("" for nothing), and the faults that keep it from being ready.

    `advice` is the code of the sentence that says what could be set up, where all is ready without.
    """

    subject: str
    detail: str = ""
    errors: tuple[BriefingError, ...] = ()
    advice: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return the row for machines, the same in both languages."""
        errors = [{"code": error.code, "arguments": dict(error.arguments)} for error in self.errors]
        return {"subject": self.subject, "ready": not self.errors, "detail": self.detail, "errors": errors, "advice": self.advice or None}


@click.command(cls=Command, help="Look whether all is ready: fonts, libraries, the office's files, and room to write.")
@click.option("--mail", "with_mail", cls=Option, is_flag=True, help="Log in to the mail account too; nothing is sent.")
@click.option(
    "--password-command", cls=Option, metavar="COMMAND", help="With --mail: take its password from the first line that this command prints."
)
@common
@click.pass_obj
def doctor(speech: Speech, with_mail: bool, password_command: str | None) -> ExitCode:
    """Print one line for each subject; the exit code says whether all are ready."""
    rows = tuple(_rows(Path.cwd()))
    if with_mail:
        rows += (_row("subject-mail", lambda: _mail(Path.cwd(), password_command)),)
    code = ExitCode.NOT_READY if any(row.errors for row in rows) else ExitCode.OK
    for row in () if speech.machine else rows:
        _tell(row, speech)
    return Report(command="doctor", exit_code=code, checks=[row.as_json() for row in rows]).tell(speech)


def _rows(folder: Path) -> Iterator[Row]:
    yield Row(subject="subject-python", detail=platform.python_version())
    yield _row("subject-libraries", _libraries)
    yield _row("subject-fonts", _fonts)
    yield _row("subject-settings", lambda: str(settings.load(folder).file or ""))
    with suppress(BriefingError):  # where the settings have faults, nothing can be said of what they name
        office = settings.load(folder)
        yield _row("subject-logo", lambda: _logo(office))
        yield _row("subject-profile", lambda: _profile(office))
        yield from _office_files(office.folder)
        yield _row("subject-engine", lambda: _engine(office))
    yield _scans()
    yield _row("subject-output", _output)
    yield _row("subject-space", lambda: _space(folder))


def _row(subject: str, look: Callable[[], str]) -> Row:
    try:
        return Row(subject=subject, detail=look())
    except BriefingError as error:
        return Row(subject=subject, errors=error.errors)


def _libraries() -> str:
    """Return the names and versions of the libraries that the program asks for."""
    import re
    from importlib.metadata import PackageNotFoundError, requires, version

    try:
        names = [re.split(r"[^\w.-]", need)[0] for need in requires("briefing") or () if "extra ==" not in need]
    except PackageNotFoundError:  # run from a folder, without being installed
        return ""
    found = []
    for name in names:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError as error:
            raise BriefingError("library-missing", ExitCode.NOT_READY, name=name) from error
    return ", ".join(found)


def _fonts() -> str:
    try:
        from briefing.rendering.pdf.fonts import CUTS, PACKAGES, font

        names = [f"{family}{cut}" for family in PACKAGES for cut in CUTS]
        for name in names:
            font(name)
    except Exception as error:  # a damaged font fails in many ways, and all mean the same
        raise BriefingError("fonts-missing", ExitCode.NOT_READY, fault=f"{type(error).__name__}: {error}"[:200]) from error
    return ", ".join(names)


def _logo(office: settings.Settings) -> str:
    from briefing.rendering.picture import pictures

    return office.office.logo_name if pictures(office.office) else ""


def _profile(office: settings.Settings) -> str:
    from briefing.rendering.profiles import folders, sections

    sections(folders(office.profile))
    return ", ".join(filter(None, (office.profile, office.paper)))


def _office_files(folder: Path | None) -> Iterator[Row]:
    from briefing.lexicon import load, officials
    from briefing.translating import table

    readers: dict[str, tuple[str, Callable[[Path], object]]] = {
        "subject-people": (officials.FILE, lambda path: officials.officials(path.parent)),
        "subject-glossary": (load.OWN_GLOSSARY, load.glossary_with),
        "subject-law": (load.OWN_LAW, load.law_with),
        "subject-memory": (table.FILE, _memory),
    }
    for subject, (name, reader) in readers.items():
        path = folder / name if folder else None
        yield _row(subject, lambda path=path, reader=reader: _read(path, reader))  # type: ignore[misc]  # mypy takes no default of a lambda


def _mail(folder: Path, command: str | None) -> str:
    """Return how the mail account answers: server, encryption, largest letter, and whether it takes addresses of any script."""
    from briefing.cli import mail
    from briefing.delivering.post import envelope_of

    account = mail.account_of(settings.load(folder))
    envelope_of(account, mail.now())  # its addresses are sound
    with mail.server_of(account, command) as server:
        offer = server.open()
    said = [f"{account.host}:{account.port}", offer.encryption, f"SIZE {offer.size}" if offer.size else "", "SMTPUTF8" if offer.utf8 else ""]
    return ", ".join(filter(None, said))


def _read(path: Path | None, reader: Callable[[Path], object]) -> str:
    if not (path and path.exists()):
        return ""
    reader(path)
    return str(path)


def _memory(path: Path) -> None:
    from briefing.translating import table

    if problems := table.read(path).problems:
        raise FaultsError([BriefingError(problem.code, ExitCode.NOT_READY, **problem.arguments) for problem in problems])


def _engine(office: settings.Settings) -> str:
    from briefing.translating.engines import engine_of

    used = engine_of(office.engine)
    return f"{used.name} ({used.fingerprint})" if used else ""


def _scans() -> Row:
    """Return the row on the recognition of text, which only scanned pages need."""
    from briefing.reading.pdf import ocr

    if not ocr.language():
        return Row(subject="subject-scans", advice="scans-unread")
    return Row(subject="subject-scans", detail=f"{ocr.program()}, {ocr.LANGUAGE}")


def _output() -> str:
    target = files.default_target("paket.pdf")
    files.check_target(target, b"%PDF")
    return str(target.absolute().parent)


def _space(folder: Path) -> str:
    free = shutil.disk_usage(folder).free
    if free < NEEDED:
        raise BriefingError("space-low", ExitCode.NOT_READY, folder=str(folder), free=free // 1_000_000, needed=NEEDED // 1_000_000)
    return f"{free // 1_000_000} MB"


def _tell(row: Row, speech: Speech) -> None:
    subject = word(row.subject)
    for error in row.errors:
        say(_("{subject}: NOT READY – {message}").format(subject=subject, message=sentence(error.code, error.arguments)), fg="red")
    if not (row.errors or speech.quiet):
        ready = _("{subject}: ready ({detail})") if row.detail else _("{subject}: ready, nothing set up")
        say(f"{subject}: {sentence(row.advice, {})}" if row.advice else ready.format(subject=subject, detail=row.detail))
