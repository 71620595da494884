"""Downloading a file of a model: in parts that a later run continues, from one address after another, and only if its hash is right."""

from __future__ import annotations

import gzip
import http.client
import urllib.error
import urllib.parse
import urllib.request
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from briefing import files
from briefing.model.problem import BriefingError, ExitCode
from briefing.settings import is_loopback
from briefing.translating.installed import sha256

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing.translating.models import ModelFile

SECONDS: Final = 30  # that a server may be silent
BLOCK: Final = 1 << 18
UNKNOWN_SIZE: Final = 500_000_000  # bytes; where no size is published no more is taken


def fetch(file: ModelFile, folder: Path, mirror: str = "", tell: Callable[[int], object] = lambda _: None) -> Path:
    """Return the file in `folder`, downloaded and unpacked; `mirror` is an address that comes first, `tell` gets the bytes that came.

    Raises:
        BriefingError: engine-download (what came stays, and the next run continues), engine-hash (it is deleted), or as writing fails.
    """
    target = folder / file.name
    if file.sha256 and sha256(target) == file.sha256:
        return target
    fault = BriefingError("engine-download", ExitCode.NETWORK, file=file.name, fault="–")
    own = [f"{mirror.rstrip('/')}/{name}" for name in (f"{file.name}.gz", file.name)] if mirror else []
    for number, url in enumerate([*own, *file.urls]):
        part = folder / f"{file.name}.{number}.part"
        try:
            _get(url, part, (file.size or UNKNOWN_SIZE) + file.packed_size, tell)
        except (OSError, http.client.HTTPException, ValueError) as error:
            if isinstance(error, OSError) and error.filename and not isinstance(error, urllib.error.URLError):
                raise files.refusal_of(error, part) from error
            fault = BriefingError("engine-download", ExitCode.NETWORK, file=file.name, fault=str(getattr(error, "reason", "") or error)[:200])
            continue
        if _unpacked(part, target, file):
            return target
        fault = BriefingError("engine-hash", ExitCode.NETWORK, file=file.name)
    raise fault


def _get(url: str, part: Path, most: int, tell: Callable[[int], object]) -> None:
    """Bring `part` to its full length from where it ends.

    Raises:
        OSError: the server cannot be reached or breaks off, or, with a file name, the disk takes no more.
        ValueError: it sends more than `most` bytes.
    """
    have = part.stat().st_size if part.exists() else 0
    request = urllib.request.Request(url, headers={"Range": f"bytes={have}-"} if have else {})  # noqa: S310 - _Safe sees to the address
    try:
        response = _opener(url).open(request, timeout=SECONDS)
    except urllib.error.HTTPError as error:
        error.close()
        if error.code == http.HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE and have:
            return  # it was whole already; its hash tells
        raise
    with response, part.open("ab" if response.status == http.HTTPStatus.PARTIAL_CONTENT else "wb") as file:
        expected = int(response.headers.get("Content-Length") or 0) + (have if response.status == http.HTTPStatus.PARTIAL_CONTENT else 0)
        while block := response.read(BLOCK):
            if file.tell() + len(block) > most:
                message = f"{most} bytes"
                raise ValueError(message)
            _write(file, block, part)
            tell(len(block))
        if expected and file.tell() < expected:
            message = f"{file.tell()} / {expected} bytes"
            raise ConnectionError(message)


def _write(file: Any, block: bytes, path: Path) -> None:
    try:
        file.write(block)
        file.flush()
    except OSError as error:
        error.filename = str(path)
        raise


def _unpacked(part: Path, target: Path, file: ModelFile) -> bool:
    """Put a finished download in its place, by its hash as it is or unpacked; one with another hash is deleted."""
    digest = sha256(part)
    if digest == file.packed_sha256 and file.packed_sha256:
        with suppress(OSError, EOFError, zlib.error), gzip.open(part) as packed:
            target.write_bytes(packed.read(file.size + 1))
        part.unlink()
        if sha256(target) == file.sha256:
            return True
        target.unlink(missing_ok=True)
        return False
    if digest == file.sha256 or not file.sha256:
        part.replace(target)
        return True
    part.unlink()
    return False


class _Safe(urllib.request.HTTPRedirectHandler):
    """Follows redirections to addresses that nobody on the way can change."""

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> urllib.request.Request | None:  # noqa: PLR0913, PLR0917 - urllib's own
        """Return the request to follow, None for none."""
        parts = urllib.parse.urlsplit(newurl)
        safe = parts.scheme == "https" or is_loopback(parts.hostname or "")
        return super().redirect_request(req, fp, code, msg, headers, newurl) if safe else None


def _opener(url: str) -> urllib.request.OpenerDirector:
    own = is_loopback(urllib.parse.urlsplit(url).hostname or "")
    return urllib.request.build_opener(_Safe, *([urllib.request.ProxyHandler({})] if own else []))
