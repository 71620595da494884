"""A build that is killed at any moment leaves the pack and its correction file whole: the old ones, or the new ones."""

from __future__ import annotations

import os
import random
import sys
from typing import TYPE_CHECKING

import pytest

from briefing.cli.main import program
from tests.cli.test_loop import ARTICLE, KOREKSI, edit
from tests.killing import ended, killer

if TYPE_CHECKING:
    from pathlib import Path

POINTS = 200
LAST = 60  # of what a build asks of the system, so many things at its end hold all the writing

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not hasattr(os, "fork"), reason="a build is killed in a process forked for it")]


@pytest.mark.filterwarnings("ignore:This process")  # the child of a fork runs nothing but the build
def test_a_killed_build_leaves_whole_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "artikel.txt").write_text(ARTICLE, encoding="utf-8")
    with pytest.raises(SystemExit):  # in this process, so that what a build imports is there for all forks
        program(["build", "artikel.txt", "--quiet"])
    edit(tmp_path, ('name = "Ridwan Hamid"', 'name = "Ridwan Hamidi"'))
    old = contents(tmp_path)
    total = asked_for(tmp_path)
    new = contents(tmp_path)
    assert all(before != after for before, after in zip(old, new, strict=True))

    chance = random.Random(20241023)
    points = [chance.randint(1, total) for _ in range(POINTS // 2)] + [chance.randint(total - LAST, total) for _ in range(POINTS // 2)]
    seen = set()
    for point in points:
        restore(tmp_path, old)
        in_a_fork(KOREKSI, point)
        states = [("old", "new")[(was, now).index(is_now)] for was, now, is_now in zip(old, new, contents(tmp_path), strict=True)]
        seen.add(tuple(states))
    assert in_a_fork(KOREKSI, 0) == 0
    assert contents(tmp_path) == new
    assert {("old", "old"), ("new", "old")} <= seen


def in_a_fork(source: str, point: int) -> int:
    """Build in a forked process that is killed when it asks the system for the `point`-th thing (0: never); return how it ended."""
    child = os.fork()
    if child == 0:
        silence()
        if point:
            sys.addaudithook(killer(point))
        try:
            program(["build", source])
        except SystemExit as end:
            os._exit(int(end.code or 0))
        finally:
            os._exit(99)
    return ended(child)


def asked_for(folder: Path) -> int:
    """Return how many things a build asks the system for."""
    child = os.fork()
    if child == 0:
        silence()
        counted = [0]
        sys.addaudithook(lambda *_: counted.__setitem__(0, counted[0] + 1))
        try:
            program(["build", KOREKSI])
        except SystemExit:
            (folder / "count").write_text(str(counted[0]), encoding="utf-8")
        finally:
            os._exit(0)
    ended(child)
    return int((folder / "count").read_text(encoding="utf-8"))


def silence() -> None:
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(null, stream)


def contents(folder: Path) -> tuple[bytes, bytes]:
    return (folder / "paket.pdf").read_bytes(), (folder / KOREKSI).read_bytes()


def restore(folder: Path, files: tuple[bytes, bytes]) -> None:
    (folder / "paket.pdf").write_bytes(files[0])
    (folder / KOREKSI).write_bytes(files[1])
