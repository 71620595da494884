"""Which files are read, and what they are called."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from briefing.model.problem import BriefingError, ExitCode
from briefing.reading.sources import SourceFile, gather, names_apart, printable


def test_gather_walks_folders_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.TXT", "a/1.txt", "a/foto.jpg", ".tersembunyi/x.txt", ".y.txt"):
        path = tmp_path / "artikel" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"Isi.")
    folder = tmp_path / "artikel"

    assert [source.name for source in gather(folder)] == ["a/1.txt", "a/2.TXT", "b.txt"]
    assert [source.name for source in gather(folder / "a" / "1.txt")] == ["1.txt"]


def refused(path: Path) -> tuple[str, ExitCode]:
    with pytest.raises(BriefingError) as caught:
        gather(path)
    return caught.value.code, caught.value.exit_code


def test_gather_says_what_is_missing(tmp_path: Path) -> None:
    assert refused(tmp_path / "tidak-ada.txt") == ("missing-file", ExitCode.INPUT_UNREADABLE)
    assert refused(tmp_path) == ("no-articles", ExitCode.NOTHING_FOUND)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_and_passed_over_in_a_folder(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipa.txt")
    assert refused(tmp_path / "pipa.txt") == ("not-a-file", ExitCode.INPUT_UNREADABLE)
    assert refused(tmp_path) == ("no-articles", ExitCode.NOTHING_FOUND)
    (tmp_path / "a.txt").write_bytes(b"Isi.")
    assert [source.name for source in gather(tmp_path)] == ["a.txt"]


@pytest.mark.skipif(not Path("/dev/null").is_char_device(), reason="this system has no device files")
def test_a_device_is_refused() -> None:
    assert refused(Path("/dev/null")) == ("not-a-file", ExitCode.INPUT_UNREADABLE)


@pytest.mark.skipif(sys.platform != "linux", reason="only here may a name be any bytes")
def test_a_name_is_printable_whatever_its_bytes(tmp_path: Path) -> None:
    for name in (b"a\xff.txt", b"b\nError: palsu.txt", b"c\x1b[31m.txt"):
        (tmp_path / os.fsdecode(name)).write_bytes(b"Isi.")

    assert [source.name for source in gather(tmp_path)] == ["a<U+DCFF>.txt", "b<U+000A>Error: palsu.txt", "c<U+001B>[31m.txt"]


def test_a_usual_name_is_printed_as_it_is() -> None:
    assert printable("Rapat ke-2 (Jum’at) é 选举.txt") == "Rapat ke-2 (Jum’at) é 选举.txt"


def sources(*named: tuple[str, str]) -> list[SourceFile]:
    return [SourceFile(name=name, path=Path(path)) for name, path in named]


def test_files_of_one_name_are_told_apart_by_their_paths() -> None:
    found = sources(("x.txt", "a/x.txt"), ("y.txt", "a/y.txt"), ("x.txt", "b/x.txt"))

    assert names_apart(found) == ("a/x.txt", "y.txt", "b/x.txt")


def test_a_path_that_is_the_name_of_another_is_told_apart_too() -> None:
    found = sources(("x.txt", "a/x.txt"), ("x.txt", "b/x.txt"), ("a/x.txt", "g/a/x.txt"))

    assert len(set(names_apart(found))) == 3
