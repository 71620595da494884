"""What the office set in briefing.toml: looked for in the working folder, its parents, then the user's configuration folder."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from briefing.model.office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of a run; the defaults are those of a machine where nothing was set up.

    `file` is the briefing.toml they came from, None for none; `profile` names a folder of templates ("bawaslu", "pemkab", or the path of
    the office's own copy), "" for the plain one. `folder` holds the office's own people.toml, glossary.toml and law/.
    """

    file: Path | None = None
    office: Office = field(default_factory=Office)
    profile: str = ""
    paper: str = "A4"
    greyscale: bool = False
    large_print: bool = False
    language: str | None = None
    languages: tuple[str, ...] = ("id", "en")
    folder: Path | None = None
