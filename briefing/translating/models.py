"""The models that can be installed, as lexicon/en/engines.toml lists them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from briefing.lexicon.load import table

if TYPE_CHECKING:
    from collections.abc import Mapping

DEFAULT: Final = "firefox"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFile:
    """A file of a model: sizes in bytes (0: not published), SHA-256 ("": not published), also of its form compressed with gzip, and its addresses."""

    name: str
    size: int
    sha256: str
    urls: tuple[str, ...]
    packed_size: int = 0
    packed_sha256: str = ""

    @property
    def download(self) -> int:
        """The bytes to download, 0 where that is not known."""
        return self.packed_size or self.size


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A model: the kind of engine that runs it, how it is called, its licence with address, and its files."""

    id: str
    kind: str
    name: str
    version: str
    licence: str
    licence_url: str
    files: tuple[ModelFile, ...]


@cache
def models() -> Mapping[str, Model]:
    """Return the models by their ids."""
    return {name: _model(name, entry) for name, entry in table("en/engines.toml")["model"].items()}


def _model(name: str, entry: dict[str, Any]) -> Model:
    words = {key: entry[key] for key in ("kind", "name", "version", "licence", "licence_url")}
    return Model(id=name, files=tuple(map(_file, entry["file"])), **words)


def _file(entry: dict[str, Any]) -> ModelFile:
    packed = entry.get("packed", {})
    return ModelFile(
        name=entry["name"],
        size=entry["size"],
        sha256=entry["sha256"],
        urls=tuple(url.format(name=entry["name"]) for url in entry["urls"]),
        packed_size=packed.get("size", 0),
        packed_sha256=packed.get("sha256", ""),
    )
