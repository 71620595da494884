"""briefing build: what it takes, what it writes, what it says, and how it ends."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing import pipeline
from briefing.model.problem import BriefingError, ExitCode, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.outcome import Outcome
    from tests.cli.conftest import Run

ARTICLE = "Sekda Ingatkan Netralitas\n\nJAMBI – “ASN harus netral,” ujar Sekretaris Daerah Kota Jambi Ridwan Kamil, Senin (21/10/2024).\n"

Built = list["Sequence[Outcome]"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty working folder with two good articles in artikel/."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "artikel").mkdir()
    for name in ("a.txt", "b.txt"):
        (tmp_path / "artikel" / name).write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def test_without_sources_it_names_the_one_command_to_try(run: Run, folder: Path) -> None:
    result = run("build")

    assert result.exit_code == ExitCode.USAGE
    assert result.stderr == "Error: no articles were named. To try the program: briefing build --demo\n"
    assert list(folder.glob("*.pdf")) == []


def test_a_folder_becomes_a_pack_in_the_working_folder(run: Run, folder: Path, built: Built) -> None:
    result = run("build", "artikel", "--quotes", 7)

    assert (result.exit_code, result.stdout) == (ExitCode.OK, "Written: paket.pdf (pages: 3, articles: 2)\nTo correct: paket.koreksi.toml\n")
    assert (folder / "paket.pdf").read_bytes() == b"%PDF stand-in, 7"
    assert [outcome.name for outcome in built[0]] == ["a.txt", "b.txt"]


def test_the_demonstration_uses_the_shipped_seeds_from_any_folder(run: Run, folder: Path, built: Built) -> None:
    result = run("build", "--demo", "-o", "demo.pdf", "--quiet")

    assert (result.exit_code, result.output) == (ExitCode.OK, "")
    assert (folder / "demo.pdf").exists()
    assert len(built[0]) == 5


def test_the_demonstration_and_sources_do_not_mix(run: Run, folder: Path) -> None:
    assert run("build", "--demo", "artikel").exit_code == ExitCode.USAGE


def test_standard_input_is_an_article(run: Run, folder: Path, built: Built) -> None:
    result = run("build", "-", input=ARTICLE)

    assert result.exit_code == ExitCode.OK
    assert [outcome.name[:14] for outcome in built[0]] == ["paket.masukan-"]


def test_a_source_named_twice_is_taken_once(run: Run, folder: Path, built: Built) -> None:
    run("build", "artikel", "artikel/b.txt", folder / "artikel" / "a.txt")

    assert len(built[0]) == 2


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"  \r\n\t", "is empty"),
        (bytes(range(256)) * 40, "is not readable text"),
    ],
)
def test_one_bad_file_costs_no_other(run: Run, folder: Path, built: Built, content: bytes, sentence: str) -> None:
    (folder / "artikel" / "bad.txt").write_bytes(content)

    result = run("build", "artikel")

    assert result.exit_code == ExitCode.BUILT_IN_PART
    assert f"Error: bad.txt: {sentence}" in result.stderr
    assert len(built[0]) == 2
    assert (folder / "paket.pdf").exists()


def test_a_missing_file_costs_no_other(run: Run, folder: Path, built: Built) -> None:
    result = run("build", "artikel/a.txt", "artikle/b.txt")

    assert result.exit_code == ExitCode.BUILT_IN_PART
    assert "artikle" in result.stderr
    assert "no such file" in result.stderr
    assert len(built[0]) == 1


def test_only_bad_files_build_nothing(run: Run, folder: Path, built: Built) -> None:
    result = run("build", "missing.txt")

    assert result.exit_code == ExitCode.INPUT_UNREADABLE
    assert built == []
    assert not (folder / "paket.pdf").exists()


def test_a_folder_without_articles_has_nothing_to_find(run: Run, folder: Path) -> None:
    (folder / "kosong").mkdir()
    (folder / "kosong" / "foto.jpg").write_bytes(b"\xff\xd8")

    result = run("build", "kosong")

    assert result.exit_code == ExitCode.NOTHING_FOUND
    assert result.stderr.startswith("Error: kosong: holds no article")


def test_a_page_without_an_article_is_left_out(run: Run, folder: Path, built: Built) -> None:
    (folder / "menu.txt").write_text("Beranda\nPolitik\nBaca Juga: Harga Cabai\n", encoding="utf-8")

    assert run("build", "menu.txt").exit_code == ExitCode.NOTHING_FOUND
    result = run("build", "menu.txt", "artikel")
    assert result.exit_code == ExitCode.BUILT_IN_PART
    assert "Error: menu.txt: holds no article text and was left out" in result.stderr
    assert len(built[0]) == 2


def test_a_file_that_may_not_be_read_is_named(run: Run, folder: Path, built: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.open

    def refuse(path: Path, *arguments: object, **options: object) -> object:
        if path.name == "b.txt":
            raise PermissionError(13, "Permission denied")
        return real(path, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    result = run("build", "artikel")

    assert result.exit_code == ExitCode.BUILT_IN_PART
    assert "b.txt: cannot be read (Permission denied)" in result.stderr


def test_an_article_without_a_quote_is_built_with_a_doubt(run: Run, folder: Path, built: Built) -> None:
    (folder / "tanpa.txt").write_text("Judul Berita\n\nTidak ada yang berbicara di sini. Hujan turun sepanjang hari.\n", encoding="utf-8")

    result = run("build", "tanpa.txt")

    assert result.exit_code == ExitCode.OK
    assert "Check: tanpa.txt: holds no direct quote" in result.stderr


def test_an_article_that_is_left_out_raises_no_more_doubts(run: Run, folder: Path) -> None:
    (folder / "tanpa.txt").write_text("Judul Berita\n\nTidak ada yang berbicara di sini. Hubungi 0812-3456-7890 sepanjang hari.\n", encoding="utf-8")
    first = run("build", "tanpa.txt", "artikel/a.txt")
    assert (first.stderr.count("tanpa.txt: holds no direct quote"), first.stderr.count("tanpa.txt ¶1: holds an identity")) == (1, 1)

    written = Path("paket.koreksi.toml").read_text(encoding="utf-8")
    head, _, tail = written.partition('file = "tanpa.txt"\nsha256')
    Path("paket.koreksi.toml").write_text(head + 'file = "tanpa.txt"\nsha256' + tail.replace("keep = true", "keep = false", 1), encoding="utf-8")
    second = run("build", "paket.koreksi.toml")
    assert (second.exit_code, "tanpa.txt" in second.stderr) == (ExitCode.OK, False)
    assert 'code = "no-quote"' not in Path("paket.koreksi.toml").read_text(encoding="utf-8")


def test_quiet_leaves_out_doubts_but_not_errors(run: Run, folder: Path, built: Built) -> None:
    (folder / "artikel" / "tanpa.txt").write_text("Judul Berita\n\nTidak ada yang berbicara di sini.\n", encoding="utf-8")
    (folder / "artikel" / "kosong.txt").write_bytes(b"")

    result = run("--quiet", "build", "artikel")

    assert result.output == "Error: kosong.txt: is empty. Paste the article into it and save it again.\n"


def test_the_report_for_machines_is_the_same_in_both_languages(run: Run, folder: Path, built: Built) -> None:
    (folder / "artikel" / "kosong.txt").write_bytes(b"")

    result = run("build", "artikel", "--json")
    report = json.loads(result.stdout)

    assert result.stdout == run("--json", "build", "artikel", "--lang", "id").stdout
    assert result.stderr == ""
    assert report["exit_code"] == result.exit_code == ExitCode.BUILT_IN_PART
    assert (report["command"], report["output"], report["pages"], report["error"]) == ("build", "paket.pdf", 3, None)
    assert [source["name"] for source in report["sources"]] == ["a.txt", "b.txt", "kosong.txt"]
    assert report["sources"][2]["error"] == {"code": "empty-file", "arguments": {"file": "kosong.txt"}}


def test_an_error_that_ends_the_run_is_in_the_report(run: Run, folder: Path) -> None:
    result = run("build", "artikel", "-o", "none/paket.pdf", "--json")
    report = json.loads(result.stdout)

    assert report["exit_code"] == result.exit_code == ExitCode.CANNOT_WRITE
    assert report["error"]["code"] == "folder-missing"


def test_an_article_is_not_overwritten_by_a_pattern_of_the_shell(run: Run, folder: Path) -> None:
    result = run("build", "-o", "artikel/a.txt", "artikel/b.txt")

    assert result.exit_code == ExitCode.USAGE
    assert (folder / "artikel" / "a.txt").read_text(encoding="utf-8") == ARTICLE


def test_a_pack_open_in_a_viewer_is_a_plain_message(run: Run, folder: Path, built: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "paket.pdf").write_bytes(b"%PDF old")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "being used by another process")

    monkeypatch.setattr(os, "replace", refuse)
    result = run("build", "artikel", "--lang", "id")

    assert result.exit_code == ExitCode.CANNOT_WRITE
    assert "paket.pdf: sedang dipakai program lain. Tutup dulu" in result.stderr
    assert (folder / "paket.pdf").read_bytes() == b"%PDF old"
    assert (folder / "paket-baru.pdf").exists()


def test_a_fault_in_a_template_ends_with_its_own_code(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> pipeline.Built:
        raise BriefingError("template-fault", ExitCode.TEMPLATE_FAULT, template="pack/cover.xhtml", line=4, place="4", fault="unexpected '}'")

    monkeypatch.setattr(pipeline, "build", fail)
    result = run("build", "artikel")

    assert result.exit_code == ExitCode.TEMPLATE_FAULT
    assert "pack/cover.xhtml, line 4: unexpected '}'" in result.stderr
    assert not (folder / "paket.pdf").exists()


def test_a_fault_of_ours_is_one_sentence_and_a_log(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> pipeline.Built:
        raise ZeroDivisionError("planted")

    monkeypatch.setattr(pipeline, "build", fail)
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    plain, verbose = run("build", "artikel"), run("build", "artikel", "--verbose")

    assert plain.exit_code == verbose.exit_code == ExitCode.INTERNAL
    assert "Traceback" not in plain.output
    assert "Traceback" in verbose.stderr
    log = next(folder.glob("briefing-*.log"))
    assert str(log) in plain.stderr + verbose.stderr
    assert "planted" in log.read_text(encoding="utf-8")


def test_ctrl_c_is_one_line_and_130(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> pipeline.Built:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "build", interrupt)
    result = run("build", "artikel")

    assert result.exit_code == ExitCode.INTERRUPTED
    assert result.output.strip() == "Stopped; no file is half written."
    assert sorted(path.name for path in folder.iterdir()) == ["artikel"]


def test_doubts_about_the_whole_are_told(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    problem = Problem(code="personal-number", arguments={"place": "a.txt ¶2"})

    def build(outcomes: Sequence[Outcome], *_: object, **__: object) -> pipeline.Built:
        return pipeline.Built(pdf=b"%PDF", pages=1, articles=2, correction=b"", problems=(problem,), outcomes=tuple(outcomes))

    monkeypatch.setattr(pipeline, "build", build)

    assert "Check: a.txt ¶2: holds an identity or telephone number" in run("build", "artikel").stderr
    assert json.loads(run("build", "artikel", "--json").stdout)["problems"][0]["code"] == "personal-number"
