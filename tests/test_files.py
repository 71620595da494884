"""Files are written whole or not at all, whatever happens in between."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing import files
from briefing.model.problem import BriefingError, ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable


def leftovers(folder: Path) -> list[Path]:
    return list(folder.glob(".briefing-*"))


def test_the_new_content_replaces_the_old(tmp_path: Path) -> None:
    target = tmp_path / "paket.pdf"
    files.write_whole(target, b"old")
    files.write_whole(target, b"new")

    assert target.read_bytes() == b"new"
    assert leftovers(tmp_path) == []


def test_permissions_survive_and_a_link_still_leads_to_its_file(tmp_path: Path) -> None:
    real = tmp_path / "real.pdf"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link = tmp_path / "link.pdf"
    try:
        link.symlink_to(real)
    except OSError:
        pytest.skip("this system lets the user make no links")

    files.write_whole(link, b"new")

    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert os.name == "nt" or real.stat().st_mode & 0o777 == 0o640


def test_a_target_open_in_a_viewer_is_kept_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "paket.pdf"
    target.write_bytes(b"old")
    (tmp_path / "paket-baru.pdf").write_bytes(b"of an earlier time")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "The process cannot access the file because it is being used by another process")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(BriefingError) as caught:
        files.write_whole(target, b"new")

    assert (caught.value.code, caught.value.exit_code) == ("target-open", ExitCode.CANNOT_WRITE)
    assert target.read_bytes() == b"old"
    assert Path(str(caught.value.arguments["kept"])).read_bytes() == b"new"
    assert (tmp_path / "paket-baru.pdf").read_bytes() == b"of an earlier time"
    assert leftovers(tmp_path) == []


@pytest.mark.parametrize(
    ("fault", "code"),
    [(errno.ENOSPC, "disk-full"), (errno.EACCES, "target-denied"), (errno.EROFS, "target-denied"), (errno.EIO, "target-failed")],
)
def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: int, code: str) -> None:
    target = tmp_path / "paket.pdf"
    target.write_bytes(b"old")

    def fail(_: int) -> None:
        raise OSError(fault, os.strerror(fault))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(BriefingError) as caught:
        files.write_whole(target, b"new")

    assert caught.value.code == code
    assert caught.value.arguments["file"] == str(target)
    assert target.read_bytes() == b"old"
    assert leftovers(tmp_path) == []


def test_ctrl_c_in_the_middle_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "paket.pdf"
    target.write_bytes(b"old")

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        files.write_whole(target, b"new")

    assert target.read_bytes() == b"old"
    assert leftovers(tmp_path) == []


def test_what_a_killed_run_left_is_swept_but_not_what_another_run_is_writing(tmp_path: Path) -> None:
    stale, fresh = tmp_path / ".briefing-0123.tmp", tmp_path / ".briefing-4567.tmp"
    for left in (stale, fresh):
        left.write_bytes(b"part")
    hour_ago = time.time() - 3600
    os.utime(stale, (hour_ago, hour_ago))

    files.write_whole(tmp_path / "paket.pdf", b"new")

    assert leftovers(tmp_path) == [fresh]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
def test_a_kill_at_any_moment_leaves_old_or_new(tmp_path: Path) -> None:
    target = tmp_path / "paket.pdf"
    old, new = b"old" * 100_000, b"new" * 100_000
    script = (
        "import sys; from pathlib import Path; from briefing.files import write_whole\n"
        "print('ready', flush=True)\n"
        "while True:\n"
        "    for content in (b'old', b'new'): write_whole(Path(sys.argv[1]), content * 100_000)\n"
    )
    for attempt in range(8):
        target.write_bytes(old)
        with subprocess.Popen([sys.executable, "-c", script, target], stdout=subprocess.PIPE, cwd=Path(__file__).parents[1]) as writer:
            assert writer.stdout
            writer.stdout.readline()
            time.sleep(0.003 * attempt)
            writer.kill()
        assert target.read_bytes() in {old, new}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "target-is-folder"),
        ("none/paket.pdf", "folder-missing"),
        ("artikel.txt", "target-not-ours"),
        ("artikel.txt/paket.pdf", "folder-missing"),
        ("p" * 300 + ".pdf", "name-too-long"),
    ],
)
def test_a_target_that_cannot_be_is_told_before_any_work(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "artikel.txt").write_text("KOTA JAMBI - …", encoding="utf-8")

    with pytest.raises(BriefingError) as caught:
        files.check_target(tmp_path / name, b"%PDF")

    assert (caught.value.code, caught.value.exit_code) == (code, ExitCode.CANNOT_WRITE)


@pytest.mark.skipif(not Path(os.devnull).exists(), reason="this system shows no device as a file")
def test_a_device_is_not_replaced() -> None:
    with pytest.raises(BriefingError):
        files.check_target(Path(os.devnull), b"%PDF")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("device", ["/dev/full", "/dev/null"])
def test_a_device_is_refused_as_no_file_of_ours(device: str) -> None:
    with pytest.raises(BriefingError) as caught:
        files.check_target(Path(device), b"%PDF", example="x.pdf")

    assert (caught.value.code, caught.value.arguments["example"]) == ("target-not-ours", "x.pdf")


@pytest.mark.skipif(os.name == "nt", reason="only administrators make links on Windows")
def test_links_in_a_circle_and_links_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").symlink_to("b.pdf")
    (tmp_path / "b.pdf").symlink_to("a.pdf")
    (tmp_path / "c.pdf").symlink_to("none/c.pdf")
    (tmp_path / "d.pdf").symlink_to("e.pdf")

    acts: tuple[Callable[[Path], None], ...] = (lambda path: files.check_target(path, b"%PDF"), lambda path: files.write_whole(path, b"%PDF"))
    for act in acts:
        with pytest.raises(BriefingError, match="target-failed"):
            act(tmp_path / "a.pdf")
        with pytest.raises(BriefingError, match="folder-missing"):
            act(tmp_path / "c.pdf")
        act(tmp_path / "d.pdf")

    assert (tmp_path / "e.pdf").read_bytes() == b"%PDF"
    assert (tmp_path / "d.pdf").is_symlink()


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="this system has no folder that takes no files")
def test_a_folder_that_takes_no_files_is_not_called_missing() -> None:
    with pytest.raises(BriefingError, match="target-failed"):
        files.write_whole(Path("/proc/paket.pdf"), b"%PDF")


def test_a_folder_that_knows_no_permissions_is_written_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    (tmp_path / "paket.pdf").write_bytes(b"old")
    monkeypatch.setattr(Path, "chmod", refuse)
    files.write_whole(tmp_path / "paket.pdf", b"new")

    assert (tmp_path / "paket.pdf").read_bytes() == b"new"


def test_a_folder_without_permission_is_told_before_any_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)

    with pytest.raises(BriefingError, match="target-denied"):
        files.check_target(tmp_path / "paket.pdf", b"%PDF")


@pytest.mark.parametrize("content", [None, b"", b"%PDF-1.7 an earlier pack"])
def test_a_new_an_empty_and_an_earlier_target_are_fine(tmp_path: Path, content: bytes | None) -> None:
    target = tmp_path / "paket.pdf"
    if content is not None:
        target.write_bytes(content)

    files.check_target(target, b"%PDF")


def test_the_default_target_is_output_in_a_checkout_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "output").mkdir()
    assert files.default_target("paket.pdf") == Path("paket.pdf")

    for another in ('[project]\nname = "another"\n', 'project = "briefing"\n', "project = [\n", "[tool]\n"):
        (tmp_path / "pyproject.toml").write_text(another, encoding="utf-8")
        assert files.default_target("paket.pdf") == Path("paket.pdf")

    (tmp_path / "pyproject.toml").write_text('[project]\nname = "briefing"\n', encoding="utf-8")
    assert files.default_target("paket.pdf") == Path("output/paket.pdf")


def test_the_seeds_and_templates_are_found() -> None:
    assert len(list(files.shipped("seeds").glob("*.txt"))) == 5
    assert files.shipped("templates").is_dir()
