"""briefing verify: what it says of a pack, in words and for machines, and how it ends."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pypdf
import pytest

from briefing import intake, pipeline
from briefing.editing.review import store
from briefing.model.problem import ExitCode
from briefing.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

ARTICLE = "Sekda Ingatkan Netralitas\n\nJAMBI – “ASN harus netral,” ujar Sekretaris Daerah Kota Jambi Ridwan Kamil, Senin (21/10/2024).\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("paket")
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    outcomes = intake.find_all(intake.sources([folder / "a.txt"]))
    path = folder / "paket.pdf"
    path.write_bytes(pipeline.build(outcomes, store.open_correction(folder / "paket.koreksi.toml"), Settings()).pdf)
    return path


@pytest.fixture
def spoilt(made: Path, tmp_path: Path) -> Path:
    """Return a copy without its article, as another program wrote it."""
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(made.read_bytes())))
    names = writer.root_object["/Names"]["/EmbeddedFiles"]["/Names"]  # type: ignore[index]
    del names[0:2]
    path = tmp_path / "rusak.pdf"
    writer.write(path)
    return path


def test_what_was_checked_is_told_and_that_it_is_no_signature(run: Run, made: Path) -> None:
    result = run("verify", made)

    assert result.exit_code == ExitCode.OK
    assert result.stdout.startswith(f"{made}: agrees with itself\n")
    assert "This is no signature" in result.stdout
    assert "Quotes, word for word in the attached texts, under their speakers: " in result.stdout
    assert result.stderr == ""


def test_what_does_not_agree_is_told_one_sentence_each(run: Run, spoilt: Path) -> None:
    result = run("verify", spoilt)
    lines = result.stderr.splitlines()

    assert result.exit_code == ExitCode.INCONSISTENT
    assert result.stdout == ""
    assert lines[0].startswith(f"Error: {spoilt}: does not agree with itself in {len(lines) - 1} places")
    assert "Error: the attached file artikel-1.txt is missing." in lines


def test_it_is_told_in_indonesian(run: Run, made: Path, spoilt: Path) -> None:
    assert "Ini bukan tanda tangan" in run("verify", made, "--lang", "id").stdout
    assert "Galat: berkas lampiran artikel-1.txt tidak ada." in run("verify", spoilt, "--lang", "id").stderr


def test_machines_get_codes_and_counts(run: Run, made: Path, spoilt: Path) -> None:
    good, bad = (json.loads(run("verify", path, "--json").stdout) for path in (made, spoilt))

    assert (good["exit_code"], good["errors"]) == (0, [])
    assert good["verified"].keys() == {"pages", "quotes", "passages", "laws", "tags", "files"}
    assert bad["exit_code"] == ExitCode.INCONSISTENT
    assert bad["errors"][0]["code"] == "pack-inconsistent"
    assert {"code": "attachment-missing", "arguments": {"name": "artikel-1.txt"}} in bad["errors"]


def test_quiet_says_nothing_of_a_good_pack(run: Run, made: Path) -> None:
    assert run("verify", made, "--quiet").output == ""


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [("tidak-ada.pdf", None, "missing-file"), ("teks.pdf", b"bukan PDF", "pack-broken"), ("kosong.pdf", b"", "pack-broken")],
)
def test_what_is_no_pack_is_told(run: Run, tmp_path: Path, name: str, data: bytes | None, code: str) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)

    result = run("verify", tmp_path / name, "--json")

    assert result.exit_code == ExitCode.INPUT_UNREADABLE
    assert json.loads(result.stdout)["error"]["code"] == code


def test_a_folder_is_told(run: Run, tmp_path: Path) -> None:
    assert run("verify", tmp_path).exit_code == ExitCode.INPUT_UNREADABLE
