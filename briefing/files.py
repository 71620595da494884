"""Where the project's files are, and writing a file whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
import tomllib
from pathlib import Path
from typing import Final

from briefing.model.problem import BriefingError, ExitCode

PACKAGE: Final = Path(__file__).parent
TOO_LONG_ON_WINDOWS: Final = 206  # ERROR_FILENAME_EXCED_RANGE, which Python takes for a missing file
STALE: Final = 60.0  # seconds; writing takes a fraction of one, so an older temporary file was left by a run that was killed


def shipped(name: str) -> Path:
    """Return the folder `name` ("seeds", "templates"): inside an installed package, or beside the package in a checkout."""
    installed = PACKAGE / "shipped" / name
    return installed if installed.exists() else PACKAGE.parent / name


def default_target(name: str) -> Path:
    """Return where `name` goes when nobody says: into output/ when the working folder is a checkout of this project, else into that folder."""
    return Path("output", name) if Path("output").is_dir() and _is_checkout() else Path(name)


def check_target(path: Path, magic: bytes, example: str = "paket.pdf") -> None:
    """See, before any work is done, that `path` can be written; an existing file is replaced only if it is empty or begins with `magic`.

    The latter keeps `-o *.txt` from replacing an article. `example` is a name that a message may propose.

    Raises:
        BriefingError: target-is-folder, folder-missing, target-denied, target-not-ours, name-too-long or target-failed.
    """
    try:
        real = _behind(path)
        if real.is_dir():
            raise _refusal("target-is-folder", path, example=str(path / example))
        if not real.parent.is_dir():
            raise _refusal("folder-missing", path, folder=str(real.parent))
        if real.exists() and not _may_be_replaced(real, magic):
            raise _refusal("target-not-ours", path, example=example)
        if not all(os.access(place, os.W_OK) for place in (real, real.parent) if place.exists()):
            raise _refusal("target-denied", path)
    except OSError as error:
        raise refusal_of(error, path) from error


def read_whole(path: Path) -> bytes:
    """Return the bytes of a file that a command was given.

    Raises:
        BriefingError: missing-file, not-a-file or unreadable-file.
    """
    if path.exists() and not path.is_file():
        raise BriefingError("not-a-file", ExitCode.INPUT_UNREADABLE, file=str(path))
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise BriefingError("missing-file", ExitCode.INPUT_UNREADABLE, file=str(path)) from error
    except OSError as error:
        raise BriefingError("unreadable-file", ExitCode.INPUT_UNREADABLE, file=str(path), fault=error.strerror or str(error)) from error


def write_whole(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write `data` to `path` so that at every moment it holds the old content or the new, never a part; a `private` file is its owner's alone to read.

    Raises:
        BriefingError: target-open (the new content is kept under another name), folder-missing, target-denied, disk-full, name-too-long
            or target-failed.
    """
    try:
        _write_beside(_behind(path), data, mode=0o600 if private else 0o666)
    except OSError as error:
        raise refusal_of(error, path) from error


def make_folder(path: Path) -> None:
    """Create the folder `path`, and those above it, where they are missing.

    Raises:
        BriefingError: target-denied, disk-full, name-too-long, folder-missing or target-failed.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refusal_of(error, path) from error


def refusal_of(error: OSError, path: Path) -> BriefingError:
    """Return what an error of the system means for writing `path`."""
    if error.errno == errno.ENAMETOOLONG or getattr(error, "winerror", None) == TOO_LONG_ON_WINDOWS:
        return _refusal("name-too-long", path)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        folder = (Path(os.path.realpath(path)) if path.is_symlink() else path).parent
        if not folder.is_dir():
            return _refusal("folder-missing", path, folder=str(folder))
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return _refusal("disk-full", path)
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return _refusal("target-denied", path)
    return _refusal("target-failed", path, fault=error.strerror or str(error))


def _behind(path: Path) -> Path:
    """Return the file that is meant, which a link may stand for.

    Raises:
        OSError: links lead in a circle.
    """
    real = Path(os.path.realpath(path)) if path.is_symlink() else path
    if real.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    return real


def _write_beside(path: Path, data: bytes, *, mode: int) -> None:
    """Write `data` to a temporary file in the folder of `path`, and put that in its place."""
    temporary = path.parent / f".briefing-{os.urandom(6).hex()}.tmp"
    try:
        with open(temporary, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _sweep(path.parent, newest=temporary)
        _replace(temporary, path)
        _sync_folder(path.parent)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _replace(temporary: Path, path: Path) -> None:
    """Put `temporary` in the place of `path`, with the permissions that it had.

    Raises:
        BriefingError: target-open; a viewer on Windows holds the file, or a shared folder protects it.
    """
    if path.exists():
        with contextlib.suppress(OSError):  # a stick or a shared folder may know no permissions
            temporary.chmod(path.stat().st_mode & 0o777)
    try:
        temporary.replace(path)
    except PermissionError as error:
        kept = _free_name(path)
        temporary.rename(kept)
        raise _refusal("target-open", path, kept=str(kept)) from error


def _free_name(path: Path) -> Path:
    names = (path.with_stem(f"{path.stem}-baru{number or ''}") for number in itertools.count())
    return next(name for name in names if not name.exists())


def _sweep(folder: Path, newest: Path) -> None:
    """Remove the temporary files that killed runs left in `folder`; their age is told by `newest`, which was written just now."""
    limit = newest.stat().st_mtime - STALE
    for left in folder.glob(".briefing-*.tmp"):
        with contextlib.suppress(OSError):
            if left.stat().st_mtime < limit:
                left.unlink()


def _sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):  # Windows opens no folder, and needs it not
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _may_be_replaced(path: Path, magic: bytes) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(magic)) in {b"", magic}


def _is_checkout() -> bool:
    try:
        project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))
        return bool(project["project"]["name"] == "briefing")
    except (OSError, ValueError, LookupError, TypeError):  # no such file, no TOML, or another kind of it
        return False


def _refusal(code: str, path: Path, **arguments: str) -> BriefingError:
    return BriefingError(code, ExitCode.CANNOT_WRITE, file=str(path), **arguments)
