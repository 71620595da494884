"""The four kinds of engines that translate sentences, as a table; what each needs is checked before anything is asked."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefing.model.problem import BriefingError, ExitCode
from briefing.translating import installed, program, serve

if TYPE_CHECKING:
    from briefing.model.engine import EngineSettings

PER_SENTENCE: Final = 2.0  # seconds beside the timeout; local models need a tenth of that
EXTRAS: Final = {"fxtranslate": "engine", "ctranslate2": "ctranslate2", "sentencepiece": "ctranslate2"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """An engine that is ready. `name` is printed beside its lines, `fingerprint` and `runtime` tell its answers from those of any other.

    `answers` gives one line for each sentence; it may raise a BriefingError after the first of them.
    """

    kind: str
    name: str
    fingerprint: str
    runtime: str
    answers: Callable[[Sequence[str]], Iterable[str]]


def engine_of(settings: EngineSettings) -> Engine | None:
    """Return the engine that the office set, else the installed one; None where there is neither.

    Raises:
        BriefingError: engine-runtime, engine-files, engine-damaged or engine-settings; what it needs is not there.
    """
    if settings.kind:
        make = ENGINES.get(settings.kind.lower())
        return make(settings) if make else None
    found = installed.read(installed.folder())
    return ENGINES[found.kind](settings) if found else None


def _firefox(settings: EngineSettings) -> Engine:
    return _local("firefox", settings, ("fxtranslate",), serve.FIREFOX_FILES[:2])


def _ctranslate2(settings: EngineSettings) -> Engine:
    return _local("ctranslate2", settings, ("ctranslate2", "sentencepiece"), ("**/model.bin", "source.spm", "target.spm"))


def _local(kind: str, settings: EngineSettings, packages: Sequence[str], needed: Sequence[str]) -> Engine:
    """Return the engine of a folder of files, which a child process of this program loads."""
    runtime = ", ".join(f"{package} {_version(package)}" for package in packages)
    place = settings.folder or installed.folder()
    record = installed.read(place)
    if record:
        installed.check(place, record)
    missing = next((name for name in needed if not any(place.glob(name))), None)
    if missing:
        raise BriefingError("engine-files", ExitCode.NOT_READY, folder=str(place), name=missing.removeprefix("**/"))
    named = f"{record.name} {record.version}" if record else place.name
    command = [sys.executable, "-P", str(Path(serve.__file__)), kind, str(place)]
    return Engine(
        kind=kind,
        name=settings.name or named,
        fingerprint=record.fingerprint if record else installed.fingerprint(installed.hashes(place)),
        runtime=runtime,
        answers=lambda sentences: program.answers(command, sentences, _limit(settings, sentences)),
    )


def _command(settings: EngineSettings) -> Engine:
    if not settings.command:
        raise BriefingError("engine-settings", ExitCode.NOT_READY, kind="command", key="command")
    return Engine(
        kind="command",
        name=settings.name or Path(settings.command[0]).stem,
        fingerprint=_digest(*settings.command),
        runtime="",
        answers=lambda sentences: program.answers(settings.command, sentences, _limit(settings, sentences)),
    )


def _openai(settings: EngineSettings) -> Engine:
    from briefing.translating import chat

    for key in ("url", "model"):
        if not getattr(settings, key):
            raise BriefingError("engine-settings", ExitCode.NOT_READY, kind="openai", key=key)
    return Engine(
        kind="openai",
        name=settings.name or settings.model,
        fingerprint=_digest(settings.url, settings.model, chat.prompt()),
        runtime="",
        answers=lambda sentences: chat.answers(settings, sentences, _limit(settings, sentences)),
    )


ENGINES: Final[Mapping[str, Callable[[EngineSettings], Engine]]] = {
    "firefox": _firefox,
    "ctranslate2": _ctranslate2,
    "command": _command,
    "openai": _openai,
}


def _limit(settings: EngineSettings, sentences: Sequence[str]) -> float:
    return settings.timeout + PER_SENTENCE * len(sentences)


def _digest(*words: str) -> str:
    return hashlib.sha256("\0".join(words).encode()).hexdigest()[: installed.DIGITS]


def _version(package: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError as error:
        raise BriefingError("engine-runtime", ExitCode.NOT_READY, package=package, extra=EXTRAS[package]) from error
