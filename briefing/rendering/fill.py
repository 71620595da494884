"""From a pack to the XHTML of its pages: the Jinja2 templates of a folder, filled; docs/templates.md says what they may produce."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from briefing.model.problem import BriefingError, ExitCode
from briefing.rendering.wording import Wording

if TYPE_CHECKING:
    from types import TracebackType

    from briefing.model.pack import Pack

START = "pack.xhtml"
LANGUAGES = ("id", "en")

# What XML 1.0 cannot hold, and the marks that turn the direction of a line (U+202A-E, U+2066-9): neither belongs on a page.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]")


def fill(pack: Pack, folder: Path) -> str:
    """Return the XHTML of the whole pack, made by the templates in `folder` (pack/*.xhtml, labels/id.toml and en.toml).

    Every value that a template prints is escaped, so that the words of an article cannot become markup.

    Raises:
        BriefingError: template-fault, with the template, the line and the fault, when a template or a file of labels is wrong or missing.
    """
    labels = {lang: _labels(folder, f"labels/{lang}.toml") for lang in LANGUAGES}
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folder / "pack"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_printable,
        trim_blocks=True,
        lstrip_blocks=True,
        optimized=False,  # a template is compiled for one filling: folding its constants costs more than it saves
    )
    environment.globals = {"pack": pack, **labels, **Wording(pack, labels).functions()}
    try:
        return environment.get_template(START).render()
    except TemplateSyntaxError as error:
        raise _fault(f"pack/{error.name or START}", error.lineno, error.message or "") from error
    except TemplateNotFound as error:
        raise _fault(f"pack/{error.name}", 0, "file not found") from error
    except (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise _fault(*_place(error.__traceback__, folder), str(error)) from error


def _labels(folder: Path, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads((folder / name).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        line = re.search(r"at line (\d+)", str(error))
        raise _fault(name, int(line[1]) if line else 0, str(error)) from error


def _printable(value: object) -> object:
    """Return a value without what cannot be printed; what a macro made (Markup) has been through here piece by piece."""
    return UNPRINTABLE.sub("", value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _place(traceback: TracebackType | None, folder: Path) -> tuple[str, int]:
    """Return the template and the line in which an error arose: the last frame of the traceback that lies in a template."""
    name, line = f"pack/{START}", 0
    while traceback:
        file = Path(traceback.tb_frame.f_code.co_filename)
        if file.suffix == ".xhtml" and file.is_relative_to(folder):
            name, line = file.relative_to(folder).as_posix(), traceback.tb_lineno
        traceback = traceback.tb_next
    return name, line


def _fault(template: str, line: int, fault: str) -> BriefingError:
    return BriefingError("template-fault", ExitCode.TEMPLATE_FAULT, template=template, line=line, fault=fault)
