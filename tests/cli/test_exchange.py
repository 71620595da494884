"""The loop with translators from the command line: build, export, translate, import, build; and the office's memory beside it."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.model.problem import ExitCode
from briefing.translating import table
from tests.cli.conftest import words

if TYPE_CHECKING:
    from tests.cli.conftest import Run

ARTICLE = (
    "Judul: Sekda Ingatkan Netralitas\nSumber: Kabar Contoh\nTanggal: 21 Oktober 2024\n\n"
    "JAMBI – “ASN harus netral dalam pemilihan kepala daerah tahun ini,” ujar Sekretaris Daerah Kota Jambi Ridwan Hamid, Senin (21/10/2024).\n\n"
    "“Laporkan kepada kami lewat 0812-3456-7890 bila ada yang melanggar,” kata Ridwan.\n"
)
QUOTE = "ASN harus netral dalam pemilihan kepala daerah tahun ini"
ENGLISH = "Civil servants must be neutral in the regional head elections this year"
PERSONAL = "Laporkan kepada kami lewat xxxx-xxxx-xxxx bila ada yang melanggar"


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A pack of one article with its correction file, built once."""
    from click.testing import CliRunner

    from briefing.cli.main import program

    folder = tmp_path_factory.mktemp("paket")
    (folder / "artikel.txt").write_text(ARTICLE, encoding="utf-8")
    assert CliRunner().invoke(program, ["build", str(folder / "artikel.txt"), "-o", str(folder / "paket.pdf")]).exit_code == 0
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pack: dict[str, bytes]) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "kerja").mkdir()
    monkeypatch.chdir(tmp_path / "kerja")
    for name, data in pack.items():
        Path(name).write_bytes(data)
    return tmp_path / "kerja"


def translate(path: Path, source: str, english: str, mark: str = "yes") -> None:
    """Write the English of one unit as a tool that knows approval does."""
    text = path.read_text(encoding="utf-8")
    pattern = rf'approved="\w+"([^>]*>\s*<source xml:lang="id">{re.escape(source)}</source>\s*)<target xml:lang="en" state="[^"]+"[^>/]*(?: />|>[^<]*</target>)'
    found = rf'approved="{mark}"\1<target xml:lang="en" state="translated">{english}</target>'
    changed, count = re.subn(pattern, found, text)
    assert count == 1
    path.write_text(changed, encoding="utf-8")


def sign(path: Path, quote: str = QUOTE, english: str = ENGLISH) -> None:
    """Write name and day into the correction file, and English where there is to be another, as an officer does."""
    text = path.read_text(encoding="utf-8")
    own = rf'(\[\[article\.quote\]\]\n(?:(?!\[\[).*\n)*?text = "{quote}.*"\n(?:(?!\[\[).*\n)*?)(english = .*\n)english_by = .*\nenglish_on = .*\n'
    line = f'english = "{english}"\n' if english else r"\2"
    changed, count = re.subn(own, rf'\1{line}english_by = "Rina"\nenglish_on = "2025-10-25"\n', text)
    assert count == 1
    path.write_text(changed, encoding="utf-8")


def rows(folder: Path) -> list[tuple[str, ...]]:
    return [
        tuple(row[name] for name in ("source", "target", "status", "by", "on", "article", "speaker"))
        for row in table.read(folder / "memory.csv").rows
    ]


def test_what_the_translator_approved_is_printed_with_name_and_day(run: Run, folder: Path) -> None:
    result = run("export", "paket.pdf")
    assert (result.exit_code, result.output) == (0, "Written: paket.xlf (to translate: 3)\n")
    translate(folder / "paket.xlf", QUOTE, ENGLISH)
    translate(folder / "paket.xlf", PERSONAL, "Report violations to us at xxxx-xxxx-xxxx", mark="no")

    result = run("import", "paket.xlf", "--by", "Siti  Aminah", "--on", "2 November 2025")

    assert result.exit_code == 0
    assert result.stdout == (
        "Remembered in memory.csv: reviewed 1, not reviewed 1\nAs before: 0; still without English: 1\nTo print that, build the pack again.\n"
    )
    assert result.stderr.startswith("Check: 1 translations are not marked approved")
    assert rows(folder) == [
        (QUOTE, ENGLISH, "reviewed", "Siti Aminah", "2025-11-02", "artikel.txt", "Ridwan Hamid"),
        (PERSONAL, "Report violations to us at xxxx-xxxx-xxxx", "project", "", "", "artikel.txt", "Ridwan Hamid"),
    ]
    assert run("build", "paket.koreksi.toml").exit_code == 0
    printed = words(folder / "paket.pdf")
    assert f"“{ENGLISH}”" in printed
    assert "Reviewed: Siti Aminah, 2 November 2025" in printed
    assert "Report violations to us at xxxx-xxxx-xxxx" in printed
    assert "“Report violations" not in printed
    assert "0812" not in printed + (folder / "memory.csv").read_text(encoding="utf-8")

    sign(folder / "paket.koreksi.toml", "Laporkan kepada kami", "")  # by name and day alone
    result = run("build", "paket.koreksi.toml")
    assert "“Report violations to us at xxxx-xxxx-xxxx”" in words(folder / "paket.pdf")
    assert rows(folder)[-1][1:5] == ("Report violations to us at xxxx-xxxx-xxxx", "reviewed", "Rina", "2025-10-25")


def test_english_that_was_signed_in_the_correction_file_is_remembered_for_other_packs(run: Run, folder: Path) -> None:
    sign(folder / "paket.koreksi.toml")
    result = run("build", "paket.koreksi.toml")

    assert result.exit_code == 0, result.stderr
    assert "Translations remembered in memory.csv: 1" in result.stdout
    assert rows(folder) == [(QUOTE, ENGLISH, "reviewed", "Rina", "2025-10-25", "artikel.txt", "Ridwan Hamid")]
    before = (folder / "memory.csv").read_bytes()
    assert "remembered" not in run("build", "paket.koreksi.toml").stdout
    assert (folder / "memory.csv").read_bytes() == before

    (folder / "lain.txt").write_text(ARTICLE.replace("Kabar Contoh", "Kabar Lain"), encoding="utf-8")
    run("build", "lain.txt", "-o", "lain.pdf")
    assert "Reviewed: Rina, 25 October 2025" in words(folder / "lain.pdf")
    assert (folder / "memory.csv").read_bytes() == before


def test_a_memory_that_cannot_be_used_costs_no_pack_and_loses_nothing(run: Run, folder: Path) -> None:
    (folder / "memory.csv").write_text("bukan tabel\n", encoding="utf-8")
    result = run("build", "paket.koreksi.toml")

    assert result.exit_code == 0
    assert "memory.csv: its first line does not name the columns" in result.stderr
    run("export", "paket.pdf")
    translate(folder / "paket.xlf", QUOTE, ENGLISH)
    result = run("import", "paket.xlf", "--by", "Siti")
    assert result.exit_code == ExitCode.INPUT_UNREADABLE
    assert (folder / "memory.csv").read_text(encoding="utf-8") == "bukan tabel\n"
    assert ENGLISH in (folder / "paket.xlf").read_text(encoding="utf-8")


def test_the_memory_of_the_office_stands_in_its_folder(run: Run, folder: Path) -> None:
    (folder / "kantor").mkdir()
    (folder / "briefing.toml").write_text('folder = "kantor"\n', encoding="utf-8")
    run("export", "paket.pdf", "-o", "kirim.xlf")
    translate(folder / "kirim.xlf", QUOTE, ENGLISH)
    run("import", "kirim.xlf", "--by", "Siti")

    assert [row[1] for row in rows(folder / "kantor")] == [ENGLISH]
    assert not (folder / "memory.csv").exists()


def test_work_that_was_not_imported_is_not_replaced(run: Run, folder: Path) -> None:
    run("export", "paket.pdf")
    assert run("export", "paket.pdf", "--prefill").exit_code == 0
    translate(folder / "paket.xlf", QUOTE, ENGLISH, mark="no")
    before = (folder / "paket.xlf").read_bytes()

    result = run("export", "paket.pdf")

    assert result.exit_code == ExitCode.CANNOT_WRITE
    assert (
        "paket.xlf: holds English that was not imported yet, and is not replaced. Import it first, or name another with -o, as paket-2.xlf."
        in result.stderr
    )
    assert (folder / "paket.xlf").read_bytes() == before
    run("import", "paket.xlf", "--by", "Siti")
    assert run("export", "paket.pdf").exit_code == 0


def test_the_report_for_programs_tells_what_was_left_out(run: Run, folder: Path) -> None:
    run("export", "paket.pdf")
    translate(folder / "paket.xlf", QUOTE, "", mark="yes")
    result = run("import", "paket.xlf", "--by", "Siti", "--json")
    report = json.loads(result.stdout)

    assert result.exit_code == report["exit_code"] == ExitCode.BUILT_IN_PART
    assert report["exchange"] == {"reviewed": 0, "unreviewed": 0, "same": 0, "empty": 2, "changes": []}
    assert [problem["code"] for problem in report["problems"]] == ["exchange-half"]
    assert report["output"] is None
    assert not (folder / "memory.csv").exists()


def test_a_change_is_told_with_what_stood_there(run: Run, folder: Path) -> None:
    run("export", "paket.pdf")
    for english, day in (("Be neutral", "2025-01-01"), (ENGLISH, "2025-01-02")):
        translate(folder / "paket.xlf", QUOTE, english)
        result = run("import", "paket.xlf", "--by", "Siti", "--on", day)
    assert f"Changed: {QUOTE}\n  – Be neutral\n  + {ENGLISH}\n" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "words_told"),
    [
        (["import", "paket.xlf"], ExitCode.USAGE, "--by"),
        (["import", "paket.xlf", "--by", " "], ExitCode.USAGE, "--by needs the name"),
        (["import", "paket.xlf", "--by", "Siti", "--on", "kemarin"], ExitCode.USAGE, "is no date"),
        (["import", "paket.xlf", "--by", "Siti", "--on", (date.today() + timedelta(days=2)).isoformat()], ExitCode.USAGE, "is a day to come"),  # noqa: DTZ011 - as the command says it
        (["import", "tiada.xlf", "--by", "Siti"], ExitCode.INPUT_UNREADABLE, "there is no such file"),
        (["import", "artikel.txt", "--by", "Siti"], ExitCode.INPUT_UNREADABLE, "is no whole XML file"),
        (["export", "tiada.pdf"], ExitCode.INPUT_UNREADABLE, "there is no such file"),
        (["export", "artikel.txt"], ExitCode.INPUT_UNREADABLE, "artikel.txt"),
        (["export", "paket.pdf", "-o", "artikel.txt"], ExitCode.CANNOT_WRITE, "no file that this command writes"),
    ],
)
def test_what_cannot_be_done_is_said(run: Run, folder: Path, arguments: list[str], code: ExitCode, words_told: str) -> None:
    result = run(*arguments)
    assert result.exit_code == code, result.output
    assert words_told in result.stderr
    assert not (folder / "memory.csv").exists()
