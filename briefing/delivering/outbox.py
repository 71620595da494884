"""The outbox: each letter as a file that mail programs open, so that it can be looked at before anything leaves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing import files

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from briefing.delivering.letter import Letter

OURS: Final = re.compile(r"\d{3,}-[\w.+@-]+\.eml")
MOST: Final = 500
"""Letters of a mailing that are written to be looked at: each has the pack in it, and ten thousand would fill a disk."""

LONGEST_NAME: Final = 80  # characters of an address in the name of a file


def write(folder: Path, letters: Iterable[Letter]) -> int:
    """Write each letter into `folder` as 001-address.eml, in the place of those of an earlier run, and return their number.

    Raises:
        BriefingError: the folder or a file cannot be written.
    """
    files.make_folder(folder)
    for old in folder.iterdir():
        if OURS.fullmatch(old.name):
            old.unlink()
    count = 0
    for count, letter in enumerate(letters, 1):
        files.write_whole(folder / _name(count, letter), letter.data)
    return count


def _name(number: int, letter: Letter) -> str:
    address = re.sub(r"[^\w.+@-]", "_", letter.to.spec)[:LONGEST_NAME].rstrip(".")
    return f"{number:03d}-{address}.eml"
