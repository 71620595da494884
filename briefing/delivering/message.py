"""The words that go with a pack by messenger: the template letter/message.txt, with as many key points as there is room for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.delivering.addresses import CONTROLS
from briefing.delivering.words import environment
from briefing.model.office import Office
from briefing.model.problem import BriefingError, ExitCode, FaultsError
from briefing.rendering.fill import FAULTS, fault_of
from briefing.rendering.profiles import folders

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefing.model.pack import Pack

TEMPLATE: Final = "message.txt"
LIMIT: Final = 4000
"""Fewer characters than so many, counted as telephones do (UTF-16), so that a messenger shows the message as one."""


def text(pack: Pack, folders: Sequence[Path], office: Office, file: str, size: int) -> str:
    """Return the message that goes with a pack in `file` of `size` bytes; points that it has no room for are left out whole, the last first.

    Raises:
        BriefingError: template-fault; message-too-long, where there is no room even without any point.
    """
    filler = environment(pack, folders, office, file, size)
    try:
        template = filler.get_template(TEMPLATE)
        for most in range(len(pack.points), -1, -1):
            found = _tidy(template.render(most=most))
            if len(found.encode("utf-16-le")) < 2 * LIMIT:
                return found
    except FAULTS as error:
        raise fault_of(error, folders) from error
    raise BriefingError("message-too-long", ExitCode.USAGE, file=file, limit=LIMIT)


def try_message(folder: Path, pack: Pack) -> None:
    """Fill the message of an office's own folder.

    Raises:
        FaultsError: what is wrong with it.
    """
    try:
        text(pack, folders(str(folder)), Office(), "paket.pdf", 1)
    except BriefingError as error:
        raise FaultsError([error]) from error


def _tidy(text: str) -> str:
    """Return text without what a line cannot hold, and with one empty line at most between paragraphs."""
    lines = [CONTROLS.sub("", line).rstrip() for line in text.replace("\u00a0", " ").split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"
