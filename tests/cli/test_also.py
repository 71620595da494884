"""briefing build --also docx: the pack for Word beside the PDF, and what stands in its way told before any work."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.files import shipped
from briefing.model.problem import ExitCode

if TYPE_CHECKING:
    from tests.cli.conftest import Run

docx = pytest.importorskip("docx", reason="python-docx is not installed")
SEED = min(shipped("seeds").iterdir())


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_the_pack_for_word_stands_beside_the_pdf_and_is_the_same_again(run: Run) -> None:
    result = run("build", SEED, "-o", "paket.pdf", "--also", "docx", "--paper", "F4")
    assert (result.exit_code, "For Word: paket.docx" in result.stdout) == (ExitCode.OK, True)
    first, pdf = Path("paket.docx").read_bytes(), Path("paket.pdf").read_bytes()
    found = docx.Document(io.BytesIO(first))
    assert round(found.sections[0].page_height.mm) == 330
    assert any(part.style.name == "Heading 1" for part in found.paragraphs)
    report = json.loads(run("build", "paket.koreksi.toml", "--also", "docx", "--json").stdout)
    assert report["also"] == "paket.docx"
    assert (Path("paket.docx").read_bytes(), Path("paket.pdf").read_bytes()) == (first, pdf)

    found.paragraphs[0].add_run("catatan kantor")
    found.save("paket.docx")
    changed = Path("paket.docx").read_bytes()
    result = run("build", "paket.koreksi.toml", "--also", "docx")
    assert (result.exit_code, "paket.docx: was changed since" in result.stderr) == (ExitCode.CANNOT_WRITE, True)
    assert (Path("paket.docx").read_bytes(), Path("paket.pdf").read_bytes()) == (changed, pdf)


@pytest.mark.usefixtures("built")
def test_without_it_nothing_is_written_for_word(run: Run) -> None:
    assert run("build", SEED, "-o", "paket.pdf").exit_code == ExitCode.OK
    assert not Path("paket.docx").exists()


def test_a_word_file_of_an_earlier_build_is_told_of(run: Run) -> None:
    told = "paket.docx: is the Word file of an earlier build"
    assert told not in run("build", SEED, "-o", "paket.pdf", "--also", "docx").stderr
    assert run("build", "paket.koreksi.toml").stderr.count(told) == 1
    assert told not in run("build", "paket.koreksi.toml", "--also", "docx").stderr
    Path("paket.docx").write_bytes(b"PK surat dinas")
    assert told not in run("build", "paket.koreksi.toml").stderr


@pytest.mark.usefixtures("built")
def test_the_library_is_asked_for_before_any_work(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "docx" or name.startswith("briefing.rendering.docx")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "docx", None)
    result = run("build", SEED, "-o", "paket.pdf", "--also", "docx")
    assert (result.exit_code, "python -m pip install python-docx" in result.stderr) == (ExitCode.NOT_READY, True)
    assert list(Path().iterdir()) == []


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("content", [b"surat dinas", b"PK\x03\x04 surat dinas"])
def test_a_file_of_another_is_not_replaced(run: Run, content: bytes) -> None:
    Path("paket.docx").write_bytes(content)
    assert run("build", SEED, "-o", "paket.pdf", "--also", "docx").exit_code == ExitCode.CANNOT_WRITE
    assert [path.name for path in Path().iterdir()] == ["paket.docx"]
    assert Path("paket.docx").read_bytes() == content
