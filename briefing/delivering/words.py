"""The words of a letter: the templates letter/subject.txt, letter.txt and letter.html, filled from the pack and a row of the list."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

from jinja2 import FileSystemLoader, StrictUndefined, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from briefing.delivering import addresses
from briefing.delivering.addresses import CONTROLS
from briefing.delivering.recipients import LANGUAGES, Recipient
from briefing.model.office import Office
from briefing.model.problem import BriefingError, ExitCode, FaultsError
from briefing.rendering.fill import FAULTS, compiled, fault_of
from briefing.rendering.profiles import folders, labels
from briefing.rendering.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from jinja2 import Environment

    from briefing.model.pack import Pack

FOLDER: Final = "letter"
SUBJECT: Final = "subject.txt"
PLAIN: Final = "letter.txt"
HTML: Final = "letter.html"
POINTS: Final = "points"
WIDTH: Final = 72  # characters of a line of plain text, so that it stays whole when it is quoted (RFC 3676)
LONGEST_SUBJECT: Final = 250  # characters

_MISSING: Final = re.compile(r"dict object' has no attribute '(\w+)'\Z|'(\w+)' is undefined\Z")
_ITEM: Final = re.compile(r" *(?:\d+\. |[-–] )?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What one letter says; a subject is one line."""

    subject: str
    plain: str
    html: str


class _Empty(StrictUndefined):
    """An empty cell: a template may ask whether it is, and must not print it."""

    __slots__ = ()

    def __bool__(self) -> bool:  # type: ignore[override]  # its parent refuses even to be asked
        return False


class Letters:
    """The letters of one mailing: `file` is the name of the attachment, `size` that of its content in bytes."""

    def __init__(self, pack: Pack, folders: Sequence[Path], office: Office, file: str, size: int) -> None:
        """Read the templates of `folders`, the first that has one.

        Raises:
            BriefingError: template-fault.
        """
        self._folders = folders
        self._environment = environment(pack, folders, office, file, size)
        try:
            self._templates = [self._environment.get_template(name, globals={"points": self._points(name)}) for name in (SUBJECT, PLAIN, HTML)]
        except FAULTS as error:
            raise self._fault(error) from error

    def words(self, recipient: Recipient) -> Words:
        """Return the letter to a recipient.

        Raises:
            BriefingError: letter-field-unknown or letter-cell-empty, with the line and the column of the list; template-fault.
        """
        try:
            subject, plain, html = (template.render(recipient=_cells(recipient)) for template in self._templates)
        except FAULTS as error:
            raise _column_fault(error, recipient) or self._fault(error) from error
        return Words(subject=" ".join(CONTROLS.sub(" ", subject).split())[:LONGEST_SUBJECT], plain=_wrapped(plain), html=html)

    def _points(self, name: str) -> dict[str, Markup]:
        """Return the key points in each language, as the kind of template wants them: they are the same in every letter, and written once."""
        template = self._environment.get_template(POINTS + PurePath(name).suffix)
        written = {lang: template.render(lang=lang).strip() for lang in ("id", "en")}
        return {lang: Markup(text if name == HTML else _wrapped(text).strip()) for lang, text in written.items()}  # noqa: S704 - what a template made is escaped where it must be

    def _fault(self, error: Exception) -> BriefingError:
        return fault_of(error, self._folders)


def environment(pack: Pack, folders: Sequence[Path], office: Office, file: str, size: int) -> Environment:
    """Return Jinja2 set up for the templates letter/* of `folders`, with all that they know of a pack in a file.

    Raises:
        BriefingError: template-fault for a file of labels.
    """
    found = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([folder / FOLDER for folder in folders], encoding="utf-8-sig"),
        autoescape=lambda name: bool(name and name.endswith(".html")),
        bytecode_cache=compiled(),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    known = labels(folders)
    found.globals |= {**known, **Wording(pack, known).functions(), "pack": pack, "office": office, "file": file, "size": _size(size)}
    return found


def try_letters(folder: Path, pack: Pack) -> None:
    """Fill the letter of an office's own folder for each kind of recipient; columns of a list that is not there yet are no fault.

    Raises:
        FaultsError: what is wrong with it.
    """
    address = addresses.read("humas@contoh.go.id")
    kinds = [Recipient(address=address, name=name, office=name, language=language) for name in ("", "Contoh") for language in LANGUAGES]
    try:
        letters = Letters(pack, folders(str(folder)), Office(), "paket.pdf", 1)
        for recipient in kinds:
            letters.words(recipient)
    except BriefingError as error:
        if error.exit_code == ExitCode.TEMPLATE_FAULT:
            raise FaultsError([error]) from error


def _cells(recipient: Recipient) -> dict[str, Any]:
    """Return what templates know of a recipient: the four known columns as text, "" where empty, the further ones with `_Empty` where they are."""
    empty = {column: _Empty(name=column) for column, value in recipient.fields.items() if not value}
    return {**recipient.cells, "email": recipient.address.spec, **empty}


def _column_fault(error: Exception, recipient: Recipient) -> BriefingError | None:
    """Return what is wrong with the row where a template asks for a column that the list lacks, or for a cell that is empty."""
    missing = _MISSING.search(str(error)) if isinstance(error, UndefinedError) else None
    if not missing:
        return None
    column, line, address = missing[1] or missing[2], recipient.line or "–", recipient.address.spec
    if column in recipient.fields:
        return BriefingError("letter-cell-empty", ExitCode.USAGE, line=line, address=address, column=column)
    if missing[2]:
        return None
    known = ", ".join(recipient.cells)
    return BriefingError("letter-field-unknown", ExitCode.USAGE, line=line, address=address, column=column, known=known)


def _wrapped(text: str) -> str:
    """Return plain text in lines of 72 characters, those of an item below its words, and one empty line between paragraphs."""
    lines = [line for whole in text.replace("\u00a0", " ").split("\n") for line in _lines(whole.rstrip())]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def _lines(line: str) -> Iterator[str]:
    if len(line) <= WIDTH:
        yield line
        return
    begin = _ITEM.match(line)
    hang = " " * len(begin[0] if begin else "")
    yield from textwrap.wrap(line, WIDTH, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False) or [""]


def _size(size: int) -> Mapping[str, str]:
    """Return a size in kilobytes or megabytes, in both languages."""
    if size < 1_000_000:
        return dict.fromkeys(("id", "en"), f"{max(1, round(size / 1000))} KB")
    number = f"{size / 1_000_000:.1f} MB"
    return {"id": number.replace(".", ","), "en": number}
