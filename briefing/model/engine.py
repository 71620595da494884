"""What the office set about the engine that translates: which, and where it is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineSettings:
    """The engine to use; the defaults are the one that `briefing engine install` brought, if any.

    `kind` names a row of the table of engines, "none" for no engine, "" for the installed one. `folder` holds its files, `command` are the words
    of a program, `url` and `model` name a server and its model, `key_command` prints the key for it, `consent` is the host that the office agreed
    to send text to. `name` is printed beside its lines. `mirror` is an address to download from before all others. `timeout` is in seconds.
    """

    kind: str = ""
    folder: Path | None = None
    command: tuple[str, ...] = ()
    url: str = ""
    model: str = ""
    key_command: tuple[str, ...] = ()
    consent: str = ""
    name: str = ""
    mirror: str = ""
    timeout: int = 60
