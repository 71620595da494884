"""Killing a process in the middle of its work."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def killer(point: int) -> Callable[..., None]:
    """Return a profile function that kills this process at its `point`-th call."""
    left = [point]

    def hook(*_: object) -> None:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    return hook
