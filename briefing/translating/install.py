"""Installing an engine: from the net, from a folder or a zip without it, and packing it for offices that have none."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefing import files
from briefing.model.problem import BriefingError, ExitCode
from briefing.translating import download, installed
from briefing.translating.installed import Installed
from briefing.translating.models import Model, ModelFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

LARGEST: Final = 500_000_000  # bytes of a file of a model
LICENCE: Final = "LICENCE.txt"
SHAPES: Final = {"firefox": ("model*.bin", "*.spm"), "ctranslate2": ("model.bin", "source.spm", "target.spm")}
"""The files by which a folder of unknown origin is known to be a model."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A file that somebody brought, in a folder or a zip: its name without any path, and its content."""

    name: str
    read: Callable[[], bytes]


def from_web(model: Model, mirror: str = "", tell: Callable[[int], object] = lambda _: None) -> Installed:
    """Download a model and put it in the place of the engine of this user; until all is whole and right, that one stays as it is.

    Raises:
        BriefingError: as download.fetch and files raise.
    """
    stage = _stage(keep=True)
    for file in model.files:
        download.fetch(file, stage, mirror, tell)
    verified = all(file.sha256 for file in model.files)
    if model.id == "opus-mt":
        _convert(stage / model.files[0].name, stage)
    return _put(stage, _record(model, stage, model.files[0].urls[0], verified=verified))


def from_files(source: Path, known: Iterable[Model], *, trust: bool = False) -> Installed:
    """Install from a folder or a zip, without the net: files are known by their hashes, whatever they are called and wherever they lie.

    With `trust`, also files with other hashes, if they have the shape of a model.

    Raises:
        BriefingError: missing-file, engine-zip, engine-missing-file or engine-unknown.
    """
    stage = _stage()
    offered = tuple(_offered(source))
    digests = {hashlib.sha256(each.read()).hexdigest(): each for each in offered}
    model, found = max(((model, _found(model, digests)) for model in known), key=lambda pair: len(pair[1]))
    if found:
        missing = next((file.name for file in model.files if file.name not in found), "")
        if missing:
            raise BriefingError("engine-missing-file", ExitCode.INPUT_UNREADABLE, folder=str(source), name=missing)
        for name, content in found.items():
            files.write_whole(stage / name, content)
        return _put(stage, _record(model, stage, source.name, verified=True))
    kind = next((kind for kind, shape in SHAPES.items() if all(any(Path(each.name).match(name) for each in offered) for name in shape)), "")
    if not (kind and trust):
        raise BriefingError("engine-unknown", ExitCode.INPUT_UNREADABLE, folder=str(source))
    for each in offered:
        files.write_whole(stage / each.name, each.read())
    unknown = Model(id="", kind=kind, name=source.stem, version="", licence="", licence_url="", files=())
    return _put(stage, _record(unknown, stage, source.name, verified=False))


def pack(target: Path, wheels: Iterable[Path] = ()) -> int:
    """Write the installed engine into a zip, with the wheels of its runtime beside it, and return the number of files.

    Raises:
        BriefingError: engine-none, engine-damaged, or as writing fails.
    """
    place = installed.folder()
    record = installed.read(place)
    if not record:
        raise BriefingError("engine-none", ExitCode.NOT_READY)
    installed.check(place, record)
    held = [(path, path.name) for path in sorted(place.iterdir()) if path.is_file()]
    held += [(path, f"wheels/{path.name}") for path in wheels]
    try:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
            for path, name in held:
                packed.write(path, name)
    except OSError as error:
        raise files.refusal_of(error, target) from error
    return len(held)


def remove() -> bool:
    """Remove the installed engine, with what an unfinished download left, and return whether there was one."""
    place = installed.folder()
    was_there = place.exists()
    for folder in (place, _beside(place, "unduh"), _beside(place, "lama")):
        shutil.rmtree(folder, ignore_errors=True)
    return was_there


def _stage(*, keep: bool = False) -> Path:
    """Return the folder beside the engine's in which a new one is made, empty unless an earlier download is to be continued."""
    stage = _beside(installed.folder(), "unduh")
    if not keep:
        shutil.rmtree(stage, ignore_errors=True)
    files.make_folder(stage)
    return stage


def _beside(place: Path, ending: str) -> Path:
    return place.with_name(f"{place.name}.{ending}")


def _record(model: Model, stage: Path, origin: str, *, verified: bool) -> Installed:
    for part in stage.glob("*.part"):
        part.unlink()
    if model.licence:
        text = f"{model.name} {model.version}\n{model.licence}\n{model.licence_url}\n"
        files.write_whole(stage / LICENCE, text.encode())
    held = {name: digest for name, digest in installed.hashes(stage).items() if name not in {LICENCE, installed.RECORD}}
    return Installed(
        id=model.id,
        kind=model.kind,
        name=model.name,
        version=model.version,
        origin=origin,
        licence=f"{model.licence} {model.licence_url}".strip(),
        files=held,
        verified=verified,
    )


def _put(stage: Path, record: Installed) -> Installed:
    """Put a finished stage in the place of the engine, which lies beside it until that is done."""
    files.write_whole(stage / installed.RECORD, record.as_json())
    place, old = installed.folder(), _beside(installed.folder(), "lama")
    shutil.rmtree(old, ignore_errors=True)
    try:
        if place.exists():
            os.replace(place, old)  # noqa: PTH105 - as the next
        os.replace(stage, place)  # noqa: PTH105 - the one that Windows and Unix do alike
    except OSError as error:
        if old.exists() and not place.exists():
            old.rename(place)
        raise files.refusal_of(error, place) from error
    shutil.rmtree(old, ignore_errors=True)
    return record


def _found(model: Model, digests: Mapping[str, Offered]) -> dict[str, bytes]:
    """Return the content of the files of a model that were offered as they are or packed."""
    found = {}
    for file in model.files:
        if file.sha256 and file.sha256 in digests:
            found[file.name] = digests[file.sha256].read()
        elif (packed := digests.get(file.packed_sha256)) and (content := _gunzipped(packed.read(), file)):
            found[file.name] = content
    return found


def _gunzipped(data: bytes, file: ModelFile) -> bytes:
    try:
        content = gzip.decompress(data)
    except (OSError, EOFError, zlib.error):
        return b""
    return content if hashlib.sha256(content).hexdigest() == file.sha256 else b""


def _offered(source: Path) -> Iterator[Offered]:
    """Yield the files of a folder or a zip; what is too large to be a model's is passed over, and no path within is followed."""
    if source.is_dir():
        for path in sorted(source.rglob("*")):
            if path.is_file() and path.stat().st_size <= LARGEST:
                yield Offered(name=path.name, read=path.read_bytes)
        return
    if not source.exists():
        raise BriefingError("missing-file", ExitCode.INPUT_UNREADABLE, file=str(source))
    try:
        with zipfile.ZipFile(source) as packed:
            members = [member for member in packed.infolist() if not member.is_dir() and member.file_size <= LARGEST]
            contents = {
                Path(member.filename.replace("\\", "/")).name: packed.read(member) for member in members if not member.filename.endswith(".whl")
            }
    except (OSError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, ValueError) as error:
        raise BriefingError("engine-zip", ExitCode.INPUT_UNREADABLE, file=str(source)) from error
    for name, content in contents.items():
        yield Offered(name=name, read=lambda content=content: content)  # type: ignore[misc]  # mypy takes no default of a lambda


def _convert(archive: Path, stage: Path) -> None:
    """Turn the archive of an OPUS-MT model into a folder of CTranslate2, and delete it.

    Raises:
        BriefingError: engine-runtime, or engine-zip for an archive that is none, or not of this model.
    """
    try:
        from ctranslate2.converters import OpusMTConverter  # noqa: PLC0415 - an extra, which only this model needs
    except ImportError as error:
        raise BriefingError("engine-runtime", ExitCode.NOT_READY, package="ctranslate2", extra="ctranslate2") from error
    source = stage / "opus"
    try:
        with zipfile.ZipFile(archive) as packed:
            for member in packed.infolist():
                if not member.is_dir():
                    files.make_folder(source)
                    files.write_whole(source / Path(member.filename).name, packed.read(member))
        OpusMTConverter(str(source)).convert(str(stage / "model"), quantization="int8", force=True)
        for name in ("source.spm", "target.spm"):
            (source / name).replace(stage / name)
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, RuntimeError) as error:
        raise BriefingError("engine-zip", ExitCode.INPUT_UNREADABLE, file=archive.name) from error
    shutil.rmtree(source)
    archive.unlink()
