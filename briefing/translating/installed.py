"""The engine that `briefing engine install` brought: its folder, what engine.json says of it, and whether its files are still those."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from platformdirs import user_data_path

from briefing.model.problem import BriefingError, ExitCode

VARIABLE: Final = "BRIEFING_ENGINE_DIR"
RECORD: Final = "engine.json"
DIGITS: Final = 12  # of a fingerprint


@dataclass(frozen=True, slots=True, kw_only=True)
class Installed:
    """What engine.json records: the model, where it came from, its files by their SHA-256; `verified` where those are the published ones."""

    id: str
    kind: str
    name: str
    version: str
    origin: str
    licence: str
    files: Mapping[str, str]
    verified: bool

    @property
    def fingerprint(self) -> str:
        """The digits that tell these files from all others."""
        return fingerprint(self.files)

    def as_json(self) -> bytes:
        """Return the content of engine.json."""
        return json.dumps({**asdict(self), "fingerprint": self.fingerprint}, indent=1, ensure_ascii=False).encode()


def folder() -> Path:
    """Return where the engine of this user is, or would be."""
    named = os.environ.get(VARIABLE, "").strip()
    return Path(named) if named else user_data_path("briefing", appauthor=False) / "engine"


def read(place: Path) -> Installed | None:
    """Return what engine.json in the folder `place` says, None where there is none.

    Raises:
        BriefingError: engine-damaged; it cannot be read, or says something else.
    """
    try:
        held: dict[str, Any] = json.loads((place / RECORD).read_text(encoding="utf-8"))
        files = {str(name): str(digest) for name, digest in held["files"].items()}
        words = {name: str(held[name]) for name in ("id", "kind", "name", "version", "origin", "licence")}
        return Installed(files=files, verified=held["verified"] is True, **words)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, LookupError, AttributeError, TypeError) as error:
        raise BriefingError("engine-damaged", ExitCode.NOT_READY, file=str(place / RECORD)) from error


def check(place: Path, installed: Installed) -> None:
    """See that the files in `place` are those recorded: runtimes load damaged ones without a word, and answer with other sentences.

    Raises:
        BriefingError: engine-damaged, with the first file that is missing or another.
    """
    for name, digest in installed.files.items():
        if sha256(place / name) != digest:
            raise BriefingError("engine-damaged", ExitCode.NOT_READY, file=str(place / name))


def hashes(place: Path) -> dict[str, str]:
    """Return the SHA-256 of each file below a folder, by its name with /."""
    files = sorted(path for path in place.rglob("*") if path.is_file())
    return {path.relative_to(place).as_posix(): sha256(path) for path in files}


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal digits, "" for one that cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def fingerprint(files: Mapping[str, str]) -> str:
    """Return the fingerprint of files by their hashes."""
    return hashlib.sha256("".join(f"{digest} {name}\n" for name, digest in sorted(files.items())).encode()).hexdigest()[:DIGITS]
