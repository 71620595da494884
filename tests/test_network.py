"""The guard of the suite holds: nothing of it reaches another machine."""

from __future__ import annotations

import socket

import pytest


def test_no_name_is_looked_up() -> None:
    with pytest.raises(AssertionError, match=r"looks contoh\.test up"):
        socket.getaddrinfo("contoh.test", 80)


@pytest.mark.parametrize("address", ["192.0.2.1", "169.254.169.254"])
def test_no_other_machine_is_connected_to(address: str) -> None:
    with socket.socket() as opened, pytest.raises(AssertionError, match=f"connects to .*{address}"):
        opened.connect((address, 9))
