"""The pack that travels inside a PDF, read back: what `attachments` wrote."""

from __future__ import annotations

import dataclasses
import json
import re
import types
from datetime import date
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from briefing.model.pack import Pack
from briefing.model.problem import BriefingError, ExitCode

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

T = TypeVar("T")

FORMAT = "briefing.pack"


def read_pack(path: Path) -> Pack:
    """Return the pack in the PDF at `path`, its articles with their text.

    Raises:
        BriefingError: missing-file, unreadable-file, or pack-unreadable for a PDF that holds no pack that this version knows.
    """
    held = _attached(path)
    try:
        content = json.loads(held["pack.json"])
        if content["format"] != FORMAT:
            raise ValueError(content["format"])  # noqa: TRY301 - one refusal for all that is no pack
        for article in content["articles"]:
            article["text"] = _text(held[f"artikel-{article['number']}.txt"].decode())
        return _made(Pack, content)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise BriefingError("pack-unreadable", ExitCode.INPUT_UNREADABLE, file=str(path)) from error


def _attached(path: Path) -> Mapping[str, bytes]:
    """Return the files attached to a PDF by their names."""
    try:
        with path.open("rb") as file:
            return {name: contents[0] for name, contents in PdfReader(file).attachments.items()}
    except FileNotFoundError as error:
        raise BriefingError("missing-file", ExitCode.INPUT_UNREADABLE, file=str(path)) from error
    except OSError as error:
        raise BriefingError("unreadable-file", ExitCode.INPUT_UNREADABLE, file=str(path), fault=error.strerror or str(error)) from error
    except (PyPdfError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:  # what pypdf raises at broken files
        raise BriefingError("pack-unreadable", ExitCode.INPUT_UNREADABLE, file=str(path)) from error


def _text(attached: str) -> str:
    """Return the cleaned text of an article from its attached file: without the head and the paragraph numbers."""
    return "\n\n".join(re.sub(r"^¶\d+ ", "", paragraph) for paragraph in attached.removesuffix("\n").split("\n\n")[1:])


def _made(kind: type[T], value: Any) -> T:
    """Return a record from its JSON; keys that it does not have are passed over.

    Raises:
        TypeError, ValueError, KeyError: the JSON is none of such a record.
    """
    hints = _hints(kind)  # type: ignore[arg-type]  # a class, which is hashable
    required = [each.name for each in dataclasses.fields(kind) if each.default is each.default_factory is dataclasses.MISSING]  # type: ignore[arg-type]
    missing = [name for name in required if name not in value]
    if missing:
        raise KeyError(missing[0])
    return kind(**{name: _value(hint, value[name]) for name, hint in hints.items() if name in value})


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _value(hint: Any, value: Any) -> Any:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in {Union, types.UnionType}:
        return None if value is None else _value(next(each for each in arguments if each is not types.NoneType), value)
    if origin is tuple:
        kinds = [arguments[0]] * len(value) if arguments[-1] is Ellipsis else arguments
        return tuple(_value(each, item) for each, item in zip(kinds, value, strict=True))
    if dataclasses.is_dataclass(hint):
        return _made(hint, value)  # type: ignore[arg-type]  # a class, since it is a hint
    if hint is date:
        return date.fromisoformat(value)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(value)
    if origin is Literal:
        if value not in arguments:
            raise ValueError(value)
    elif isinstance(hint, type) and not isinstance(value, hint):
        raise TypeError(value)
    return dict(value) if origin is not None and origin is not Literal else value
