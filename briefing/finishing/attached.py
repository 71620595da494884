"""The pack that travels in a PDF, without a look at its pages: for what is done with its content alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.finishing import packfile
from briefing.finishing.opened import DAMAGE, open_ours
from briefing.finishing.sources import FILE, source_of
from briefing.model.problem import BriefingError, ExitCode

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model.pack import Pack


def pack_of(path: Path) -> Pack:
    """Return the pack in the PDF at `path`, its articles with their text.

    Raises:
        BriefingError: missing-file or unreadable-file, pack-unreadable for a PDF whose attachments are damaged, and what `open_ours` raises.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise BriefingError("missing-file", ExitCode.INPUT_UNREADABLE, file=str(path)) from error
    except OSError as error:
        raise BriefingError("unreadable-file", ExitCode.INPUT_UNREADABLE, file=str(path), fault=error.strerror or str(error)) from error
    reader = open_ours(data, str(path))
    try:
        attached = {name: bytes(found[0]) for name, found in reader.attachments.items()}
        texts = {int(found[1]): source_of(name, attached[name]).text for name in attached if (found := FILE.fullmatch(name))}
        return packfile.load(attached[packfile.NAME], texts).pack
    except DAMAGE as error:
        raise BriefingError("pack-unreadable", ExitCode.INPUT_UNREADABLE, file=str(path)) from error
