"""Killing a process in the middle of its work."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


PATIENCE: Final = 120.0  # seconds; a build or a mailing takes a few


def ended(child: int) -> int:
    """Return how a forked process ended; one that never does fails the test and is killed: a fork may meet a lock that another thread held."""
    limit = time.monotonic() + PATIENCE
    while time.monotonic() < limit:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return status
        time.sleep(0.002)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    pytest.fail(f"the forked process did not end within {PATIENCE:.0f} s")


def killer(point: int) -> Callable[..., None]:
    """Return a profile function that kills this process at its `point`-th call."""
    left = [point]

    def hook(*_: object) -> None:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    return hook
