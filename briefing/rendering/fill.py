"""From a pack to the XHTML of its pages: the Jinja2 templates of some folders, filled; docs/templates.md says what they may produce."""

from __future__ import annotations

import linecache
import re
import traceback
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jinja2 import FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.ext import Extension
from jinja2.lexer import Token
from jinja2.sandbox import ImmutableSandboxedEnvironment, safe_range
from markupsafe import Markup
from platformdirs import user_cache_path

from briefing import __version__
from briefing.model.office import Office
from briefing.model.problem import BriefingError
from briefing.rendering.parse import parse
from briefing.rendering.picture import pictures
from briefing.rendering.profiles import labels, sections, template_fault
from briefing.rendering.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinja2 import BytecodeCache, Environment
    from jinja2.bccache import Bucket
    from jinja2.lexer import TokenStream

    from briefing.model.document import Document
    from briefing.model.pack import Pack

START: Final = "pack.xhtml"
NO_OFFICE: Final = Office()

# What XML 1.0 cannot hold, and the marks that turn the direction of a line (U+202A-E, U+2066-9): neither belongs on a page.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]")
FAULTS = (TemplateError, ArithmeticError, AttributeError, LookupError, OSError, RecursionError, TypeError, ValueError)
MISSING = re.compile(r"'(\w+)'(?: is undefined)?\Z")
LEXER_PLACE = re.compile(r" at (\d+)\Z")
TAG = re.compile(r"<(?=[/a-z]|\Z)")
PLACE = re.compile(r"<\?at (.+?):(\d+)\n\?>")


def make_document(pack: Pack, folders: Sequence[Path], office: Office = NO_OFFICE) -> Document:
    """Return the checked pages of the whole pack, made by the templates of `folders`.

    Raises:
        BriefingError: as `fill` and `parse` raise; what is no page is reported with the template and the line that it comes from.
    """
    wording = Wording(pack, labels(folders))
    try:
        document = parse(_filled(wording, folders, office), START, languages=pack.languages, pictures=pictures(office))
        return replace(document, english=tuple(wording.origins()) if "en" in pack.languages else ())
    except BriefingError as error:
        if error.code == "template-fault" or "template" not in error.arguments:
            raise
        raise _placed(error, fill(pack, folders, office, located=True), folders) from error


def fill(pack: Pack, folders: Sequence[Path], office: Office = NO_OFFICE, *, located: bool = False) -> str:
    """Return the XHTML of the whole pack, made by the templates in `folders` (pack/*.xhtml, labels/*.toml), the first that has one.

    Every value that a template prints is escaped, so that the words of an article cannot become markup. With `located`, a processing
    instruction before each tag names the file and the line of the template that it comes from.

    Raises:
        BriefingError: template-fault, with the template, the line and the fault, when a template or a file of labels is wrong or missing;
            unknown-section when the pack or the profile names one that has no template.
    """
    return _filled(Wording(pack, labels(folders)), folders, office, located=located)


def _filled(wording: Wording, folders: Sequence[Path], office: Office, *, located: bool = False) -> str:
    names = sections(folders, wording.pack.sections)
    functions = {"range": safe_range, **wording.functions()}
    filler = environment(folders, located=located)
    filler.globals = {"pack": wording.pack, "office": office, "sections": names, **wording.labels, **functions}
    try:
        return filler.get_template(START).render()
    except FAULTS as error:
        raise fault_of(error, folders) from error


def environment(folders: Sequence[Path], *, located: bool = False) -> Environment:
    """Return Jinja2 set up for the templates of `folders`, in its sandbox."""
    return ImmutableSandboxedEnvironment(
        loader=_Loader([folder / "pack" for folder in folders], encoding="utf-8-sig"),
        extensions=[_Located] if located else [],
        bytecode_cache=None if located else compiled(),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_printable,
        trim_blocks=True,
        lstrip_blocks=True,
        optimized=False,  # a template is compiled for one filling: folding its constants costs more than it saves
    )


def fault_of(error: Exception, folders: Sequence[Path]) -> BriefingError:
    """Return the error of a template in the words of Jinja2: where it is wrong, else the line that was being filled."""
    if isinstance(error, TemplateSyntaxError):
        message = error.message or ""
        found = LEXER_PLACE.search(message)
        column = int(found[1]) - (error.source or "").rfind("\n", 0, int(found[1])) if found else 0
        return template_fault(_named(Path(error.filename or START), folders), error.lineno, LEXER_PLACE.sub("", message), column)
    message = f"there is no template {error.name}" if isinstance(error, TemplateNotFound) else str(error)
    return template_fault(*_place(error, folders), message)


def compiled() -> BytecodeCache | None:
    """Return the compiled templates of earlier runs, which save a seventh of a build; None where the system keeps no place for them."""
    folder = user_cache_path("briefing", appauthor=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return _Compiled(str(folder), f"{__version__}-%s.cache")


class _Compiled(FileSystemBytecodeCache):
    """Keeps compiled templates in a folder; where it cannot be written to, they are compiled at every run."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


class _Loader(FileSystemLoader):
    """Reads templates from several folders; one that is no UTF-8 text is a fault in its first line."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, object]:  # type: ignore[override]  # nobody asks if it is up to date
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            file = next(path for folder in self.searchpath if (path := Path(folder, template)).exists())
            raise TemplateSyntaxError(f"not UTF-8 text ({error.reason})", 1, template, str(file)) from error


class _Located(Extension):
    """Puts the place in the template before every tag; what an expression prints has none."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        for token in stream:
            if token.type != "data":
                yield token
                continue
            text = token.value
            places = (f"<?at {stream.filename}:{token.lineno + text.count(chr(10), 0, tag.start())}\n?><" for tag in TAG.finditer(text))
            yield Token(token.lineno, "data", TAG.sub(lambda _, places=places: next(places), text))  # type: ignore[misc]


def _printable(value: object) -> object:
    """Return a value without what cannot be printed; what a macro made (Markup) has been through here piece by piece."""
    return UNPRINTABLE.sub("", value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _place(error: Exception, folders: Sequence[Path]) -> tuple[str, int]:
    """Return the template and the line in which an error arose: the last frame of its traceback that lies in a template.

    A name that does not exist is met where it is printed, often in a macro; then it is the last frame whose line writes that name.
    """
    frames = [
        (Path(frame.f_code.co_filename), line)
        for frame, line in traceback.walk_tb(error.__traceback__)
        if any(Path(frame.f_code.co_filename).is_relative_to(folder) for folder in folders)
    ]
    missing = MISSING.search(str(error))
    writing = [(file, line) for file, line in frames if missing and missing[1] in linecache.getline(str(file), line)]
    if not frames:
        return START, 0
    file, line = (writing or frames)[-1]
    return _named(file, folders), line


def _named(file: Path, folders: Sequence[Path]) -> str:
    """Return the name of a template for people, with that of its folder: "templates/pack/cover.xhtml"."""
    folder = next((folder for folder in folders if file.is_relative_to(folder)), None)
    return f"{folder.resolve().name}/{file.relative_to(folder).as_posix()}" if folder else file.name


def _placed(error: BriefingError, located: str, folders: Sequence[Path]) -> BriefingError:
    """Return an error of the pages with the template and the line that the faulty tag comes from."""
    try:
        parse(located, START)
    except BriefingError as found:
        error = found
    line = int(error.arguments["line"])
    before = [place for place in PLACE.finditer(located) if located.count("\n", 0, place.end()) < line]
    arguments = dict(error.arguments)
    if before:
        arguments.update(template=_named(Path(before[-1][1]), folders), line=int(before[-1][2]))
    if "near" in arguments:
        arguments["near"] = re.sub(r"\s*<\?at .*|^\?>", "", str(arguments["near"]))
    return BriefingError(error.code, error.exit_code, **arguments)
