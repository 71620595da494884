"""No test reaches the network: a name that would be looked up, or a connection to another machine, fails the test that asks for it."""

from __future__ import annotations

import ipaddress
import re
import socket
import sys

import pytest

from briefing.translating import installed

_NUMERIC = re.compile(r"[0-9a-fx.:%]+", re.IGNORECASE)


class NetworkError(AssertionError):
    """A test wanted to reach another machine."""


def _guard(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.getaddrinfo" and (name := str(arguments[0] or "localhost")) != "localhost" and not _NUMERIC.fullmatch(name):
        if name.endswith(".invalid"):  # no server has such a name (RFC 6761), as everybody who is asked says
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        message = f"a test looks {name} up"
        raise NetworkError(message)
    if event == "socket.connect" and isinstance(arguments[1], tuple) and not _is_here(str(arguments[1][0])):
        message = f"a test connects to {arguments[1]}"
        raise NetworkError(message)


def _is_here(host: str) -> bool:
    return host == "localhost" or (_NUMERIC.fullmatch(host) is not None and ipaddress.ip_address(host).is_loopback)


def pytest_configure(config: pytest.Config) -> None:
    sys.addaudithook(_guard)


@pytest.fixture(autouse=True)
def no_engine(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Let no test use an engine that somebody installed on this machine."""
    monkeypatch.setenv(installed.VARIABLE, str(tmp_path_factory.getbasetemp() / "no-engine"))
