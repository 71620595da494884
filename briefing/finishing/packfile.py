"""pack.json, which travels in every pack: read back into the records that it was written from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from briefing.model.pack import Pack

NAME: Final = "pack.json"
FORMAT: Final = "briefing.pack"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackFile:
    """The pack, the SHA-256 of each text that is attached beside it, and how many blocks of English of each origin are printed, where it says so."""

    pack: Pack
    files: Mapping[str, str]
    english: Mapping[str, int] = field(default_factory=dict)


def load(data: bytes, texts: Mapping[int, str]) -> PackFile:
    """Return what pack.json holds, each article with its cleaned text of `texts`, by its number; keys that are not known are left out.

    Raises:
        ValueError: it is no JSON, no pack, or lacks something.
    """
    content = json.loads(data)
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        message = "it is no pack"
        raise ValueError(message)
    try:
        articles = [{**article, "text": texts.get(article["number"], "")} for article in content["articles"]]
        files = {str(name): str(digest) for name, digest in content["files"].items()}
        english = {str(name): int(count) for name, count in content.get("english", {}).items()}
        pack = _made(Pack, {**content, "articles": articles})
    except (AttributeError, KeyError, RecursionError, TypeError) as error:
        message = f"{type(error).__name__}: {error}"
        raise ValueError(message) from error
    return PackFile(pack=pack, files=files, english=english)


@cache
def _types(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _made(kind: Any, value: Any) -> Any:
    """Return `value`, as JSON has it, as the type that a field has."""
    origin, of = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        return _one_of(of, value)
    if origin is tuple:
        kinds = [of[0]] * len(value) if of[-1] is Ellipsis else list(of)
        return tuple(_made(one, item) for one, item in zip(kinds, value, strict=True))
    if origin is Literal or origin is Mapping:
        return _checked(value, value in of if origin is Literal else isinstance(value, dict), kind)
    if is_dataclass(kind):
        return _record(kind, value)
    return date.fromisoformat(value) if kind is date else _plain(kind, value)


def _plain(kind: type, value: Any) -> Any:
    return kind(value) if issubclass(kind, StrEnum) else _checked(value, isinstance(value, kind), kind)


def _record(kind: Any, value: Mapping[str, Any]) -> Any:
    types = _types(kind)
    known = [field for field in fields(kind) if field.name in value or field.default is MISSING]
    return kind(**{field.name: _made(types[field.name], value[field.name]) for field in known})


def _one_of(kinds: tuple[Any, ...], value: Any) -> Any:
    if value is None and NoneType in kinds:
        return None
    rest = [kind for kind in kinds if kind is not NoneType]
    return _made(rest[0], value) if len(rest) == 1 else _checked(value, isinstance(value, tuple(rest)), kinds)


def _checked(value: Any, fits: bool, kind: Any) -> Any:
    if not fits:
        message = f"{value!r} is no {kind}"
        raise ValueError(message[:200])
    return value
