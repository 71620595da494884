"""What the program wrote itself is no article: not in a folder of articles, and not when it is named."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.files import shipped
from briefing.model.problem import ExitCode
from briefing.reading.own import is_correction, is_own
from briefing.reading.sources import gather

if TYPE_CHECKING:
    from tests.cli.conftest import Run

SEED = min(shipped("seeds").iterdir())


def test_a_folder_of_articles_may_hold_everything_that_was_made_of_them(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docx = pytest.importorskip("docx", reason="python-docx is not installed")
    monkeypatch.chdir(tmp_path)
    Path("artikel.txt").write_bytes(SEED.read_bytes())
    assert run("build", "artikel.txt", "-o", "paket.pdf", "--also", "docx").exit_code == ExitCode.OK
    for arguments in (
        ("print", "paket.pdf", "--booklet"),
        ("print", "paket.pdf", "--nup", "4"),
        ("show", "artikel.txt", "--html", "periksa.html"),
        ("share", "paket.pdf", "-o", "pesan.txt"),
        ("send", "paket.pdf", "--to", "a@contoh.test, b@contoh.test"),
    ):
        assert run(*arguments).exit_code == ExitCode.OK, arguments
    changed = docx.Document("paket.docx")
    changed.paragraphs[0].add_run("catatan kantor")
    changed.save("catatan.docx")

    made = [path for path in Path().rglob("*.*") if path.suffix in {".pdf", ".docx", ".html", ".eml", ".txt"} and path.name != "artikel.txt"]
    assert len(made) == 9
    assert [source.name for source in gather(Path())] == ["artikel.txt"]
    for path in made:
        result = run("build", path, "-o", "lain.pdf")
        assert (result.exit_code, "was made by this program" in result.stderr) == (ExitCode.USAGE, True), path


@pytest.mark.parametrize("name", ["hasil.txt", "hasil.toml"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_correction_file_under_another_name_is_no_article(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, end: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("artikel.txt").write_bytes(SEED.read_bytes())
    assert run("build", "artikel.txt", "-o", "paket.pdf").exit_code == ExitCode.OK
    Path(name).write_text(Path("paket.koreksi.toml").read_text(encoding="utf-8"), encoding="utf-8", newline=end)

    result = run("build", name, "-o", "lain.pdf")
    assert (result.exit_code, f"{name}: is a correction file under another name" in result.stderr) == (ExitCode.USAGE, True)
    assert [source.name for source in gather(Path())] == ["artikel.txt"]


def test_an_article_on_toml_is_no_correction_file() -> None:
    assert not is_correction(b"Berkas memuat [program] dan base.\n[program]\nNetralitas ASN\n")


@pytest.mark.parametrize("suffix", [".txt", ".pdf", ".docx", ".html", ".eml", ".doc"])
@pytest.mark.parametrize("data", [b"", b"ASN wajib netral.", b"PK\x03\x04 rusak", b"*Rilis*\n\nLampiran: rilis.pdf"])
def test_what_others_wrote_is_not(data: bytes, suffix: str) -> None:
    assert not is_own(data, suffix)


def test_a_word_file_with_a_damaged_part_is_nobodys_own() -> None:
    """What opens Word files knows all the ways in which one may be broken: here the packed bytes of the part itself."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("docProps/core.xml", "<dc:identifier>sha256:" + "abcdefgh" * 200)
    data = bytearray(packed.getvalue())
    start = data.index(b"core.xml") + len(b"core.xml")
    data[start : start + 8] = b"\xff" * 8

    assert not is_own(bytes(data), ".docx")
    assert is_own(packed.getvalue(), ".docx")
