"""The officer's loop from the command line, with real pages: build, correct, approve, build again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pypdf
import pytest

from briefing.model.problem import ExitCode
from tests.cli.conftest import words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Run

ARTICLE = (
    "Judul: Sekda Ingatkan Netralitas\nSumber: Kabar Contoh\nTanggal: 21 Oktober 2024\n\n"
    "JAMBI – “ASN harus netral dalam pemilihan kepala daerah tahun ini,” ujar Sekretaris Daerah Kota Jambi Ridwan Hamid, Senin (21/10/2024).\n\n"
    "Ia menegaskan ASN dilarang ikut kampanye pasangan calon di media sosial.\n"
)
KOREKSI = "paket.koreksi.toml"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "artikel.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def edit(folder: Path, *changes: tuple[str, str]) -> None:
    path = folder / KOREKSI
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())  # as Notepad saves it


def test_a_pack_is_corrected_approved_and_a_draft_again(run: Run, folder: Path) -> None:
    assert run("build", "artikel.txt").exit_code == 0
    pdf, koreksi = (folder / "paket.pdf").read_bytes(), (folder / KOREKSI).read_bytes()
    assert "DRAFT" in words(folder / "paket.pdf")
    assert run("build", KOREKSI).exit_code == 0
    assert ((folder / "paket.pdf").read_bytes(), (folder / KOREKSI).read_bytes()) == (pdf, koreksi)

    edit(
        folder,
        ('name = "Ridwan Hamid"', 'name = "Ridwan Hamidi"'),
        ('approved_by = ""', 'approved_by = "Rina"'),
        ('approved_on = ""', 'approved_on = "2024-10-25"'),
    )
    result = run("build", KOREKSI)
    assert (result.exit_code, result.stderr) == (0, "")
    text = words(folder / "paket.pdf")
    assert "Ridwan Hamidi" in text
    assert "DRAFT" not in text
    assert "Rina" in text
    assert run("build", "artikel.txt").exit_code == 0
    assert "DRAFT" not in words(folder / "paket.pdf")

    edit(folder, ('outlet = "Kabar Contoh"', 'outlet = "Kabar Lain"'))
    result = run("build", KOREKSI)
    assert "the approval by Rina of 2024-10-25 no longer holds, because a correction, or a newer version of the program, changed" in result.stderr
    assert "DRAFT" in words(folder / "paket.pdf")
    assert 'approved_by = ""' in (folder / KOREKSI).read_text(encoding="utf-8")


def test_faults_leave_the_pack_as_it_was(run: Run, folder: Path) -> None:
    run("build", "artikel.txt")
    pdf = (folder / "paket.pdf").read_bytes()
    edit(folder, ("keep = true", "keep = ya"), ('published = "2024-10-21"', 'published = "31/02/2024"'))
    for source in (KOREKSI, "artikel.txt"):
        result = run("build", source)
        assert result.exit_code == ExitCode.USAGE
        assert [line.split(":")[2].strip()[:9] for line in result.stderr.splitlines()] == ["“keep = y", "published"]
    assert (folder / "paket.pdf").read_bytes() == pdf
    report = json.loads(run("build", KOREKSI, "--json").stdout)
    assert report["exit_code"] == ExitCode.USAGE


def test_pages_that_are_not_there_are_told_with_their_line_before_the_work(run: Run, folder: Path) -> None:
    run("build", "artikel.txt")
    for key, change in (("profile", ('profile = ""', 'profile = "polres"')), ("sections", ("\nsections = []", '\nsections = ["sampul"]'))):
        text = (folder / KOREKSI).read_text(encoding="utf-8")
        edit(folder, change)
        line = (folder / KOREKSI).read_text(encoding="utf-8-sig").split("\n").index(change[1].strip()) + 1
        result = run("build", KOREKSI)
        assert result.exit_code == ExitCode.USAGE
        assert f"{KOREKSI}, line {line}: {key} names it." in result.stderr
        (folder / KOREKSI).write_text(text, encoding="utf-8", newline="\n")
    assert "names it" not in run("build", KOREKSI, "--profile", "polres").stderr


def test_what_the_command_line_chooses_stays(run: Run, folder: Path) -> None:
    run("build", "artikel.txt", "--paper", "F4", "--languages", "id", "--quotes", "2")
    text = (folder / KOREKSI).read_text(encoding="utf-8")
    assert 'paper = "F4"' in text
    assert 'languages = ["id"]' in text
    pdf = (folder / "paket.pdf").read_bytes()
    run("build", KOREKSI)
    assert (folder / "paket.pdf").read_bytes() == pdf
    page = pypdf.PdfReader(folder / "paket.pdf").pages[0]
    assert [round(float(side) / 72 * 25.4) for side in page.mediabox[2:]] == [215, 330]


def test_pasted_text_is_kept_beside_the_pack(run: Run, folder: Path) -> None:
    result = run("build", "-", input=ARTICLE)
    assert result.exit_code == 0
    (kept,) = folder.glob("paket.masukan-*.txt")
    assert kept.read_bytes() == ARTICLE.encode()
    pdf = (folder / "paket.pdf").read_bytes()
    assert run("build", KOREKSI).exit_code == 0
    assert (folder / "paket.pdf").read_bytes() == pdf


def test_another_pack_takes_the_corrections_along_but_never_over_others(run: Run, folder: Path) -> None:
    run("build", "artikel.txt")
    edit(folder, ('name = "Ridwan Hamid"', 'name = "Ridwan Hamidi"'))
    (folder / "lain").mkdir()
    assert run("build", KOREKSI, "-o", "lain/salinan.pdf").exit_code == 0
    assert "Ridwan Hamidi" in words(folder / "lain" / "salinan.pdf")
    assert 'file = "../artikel.txt"' in (folder / "lain" / "salinan.koreksi.toml").read_text(encoding="utf-8")
    assert run("build", KOREKSI, "-o", "lain/salinan.pdf", "--paper", "F4").exit_code == 0  # nothing of its own is in it
    copy = folder / "lain" / "salinan.koreksi.toml"
    copy.write_text(copy.read_text(encoding="utf-8").replace('event = ""', 'event = "Apel"', 1), encoding="utf-8")
    assert run("build", KOREKSI, "-o", "lain/salinan.pdf").exit_code == ExitCode.USAGE
    assert run("build", KOREKSI, "lain/salinan.koreksi.toml").exit_code == ExitCode.USAGE


def test_a_correction_file_without_articles_builds_nothing(run: Run, folder: Path) -> None:
    run("build", "artikel.txt")
    pdf = (folder / "paket.pdf").read_bytes()
    (folder / KOREKSI).write_bytes(b"")
    result = run("build", KOREKSI)
    assert (result.exit_code, "names no article" in result.stderr) == (ExitCode.USAGE, True)
    assert (folder / "paket.pdf").read_bytes() == pdf


def test_no_article_is_lost_because_its_file_is_away(run: Run, folder: Path) -> None:
    (folder / "lain.txt").write_text(ARTICLE.replace("Kabar Contoh", "Harian Contoh"), encoding="utf-8")
    run("build", "artikel.txt", "lain.txt")
    files = {path.name: path.read_bytes() for path in folder.glob("paket.*")}
    line = (folder / KOREKSI).read_text(encoding="utf-8").split("\n").index('file = "artikel.txt"') + 1
    changes: tuple[Callable[[Path], object], ...] = (lambda path: path.write_bytes(b""), lambda path: path.rename(folder / "baru.txt"))
    for change in changes:
        change(folder / "artikel.txt")
        result = run("build", KOREKSI)
        assert result.exit_code == ExitCode.USAGE
        assert f"{KOREKSI}, line {line}: nothing can be read from artikel.txt" in result.stderr
        assert {path.name: path.read_bytes() for path in folder.glob("paket.*")} == files
    (folder / "baru.txt").write_text(ARTICLE, encoding="utf-8")
    assert run("build", "baru.txt", "lain.txt").exit_code == 0


def test_an_article_deleted_from_the_file_comes_back_with_one_note(run: Run, folder: Path) -> None:
    (folder / "lain.txt").write_text(ARTICLE.replace("Kabar Contoh", "Harian Contoh"), encoding="utf-8")
    run("build", "artikel.txt", "lain.txt")
    text = (folder / KOREKSI).read_text(encoding="utf-8")
    start, end = text.rindex("[[article]]\n"), text.index("## For the program")
    (folder / KOREKSI).write_text(text[:start] + text[end:], encoding="utf-8")
    result = run("build", KOREKSI)
    assert result.stderr.count("was deleted from the correction file") == 1
    assert "lain.txt" in result.stderr
    assert 'file = "lain.txt"' in (folder / KOREKSI).read_text(encoding="utf-8")


def test_what_cannot_be_written_is_told_before_the_work(run: Run, folder: Path, built: list[object]) -> None:
    (folder / KOREKSI).mkdir()
    assert run("build", "artikel.txt").exit_code == ExitCode.CANNOT_WRITE
    for name in ("paket.txt", "paket", "paket.koreksi.toml"):
        result = run("build", "artikel.txt", "-o", name)
        assert (result.exit_code, "ends in .pdf" in result.stderr) == (ExitCode.USAGE, True)
    (folder / "hilang.koreksi.toml").symlink_to("tiada/hilang.koreksi.toml")
    assert run("build", "artikel.txt", "-o", "hilang.pdf").exit_code == ExitCode.CANNOT_WRITE
    assert built == []


def test_a_correction_file_in_capitals_stays_the_only_one(run: Run, folder: Path) -> None:
    run("build", "artikel.txt")
    (folder / KOREKSI).rename(folder / "PAKET.KOREKSI.TOML")
    assert run("build", "PAKET.KOREKSI.TOML").exit_code == 0
    assert run("build", "PAKET.KOREKSI.TOML").exit_code == 0
    assert [path.name for path in folder.glob("*.[Kk][Oo]*")] == ["PAKET.KOREKSI.TOML"]


def test_faults_of_the_officials_file_leave_the_pack_as_it_was(run: Run, folder: Path) -> None:
    run("build", "artikel.txt")
    pdf = (folder / "paket.pdf").read_bytes()
    (folder / "people.toml").write_text('[[person]]\nnama = "Rina"\n', encoding="utf-8")
    edit(folder, ("remember = false", "remember = true"), ('name = "Ridwan Hamid"', 'name = "Ridwan Hamidi"'))
    assert run("build", KOREKSI).exit_code == ExitCode.USAGE
    assert (folder / "paket.pdf").read_bytes() == pdf


def test_a_person_is_remembered_for_the_next_pack(run: Run, folder: Path) -> None:
    run("build", "artikel.txt")
    edit(folder, ("remember = false", "remember = true"), ('office_en = "Regional Secretary of Jambi City"', 'office_en = "Secretary of Jambi City"'))
    run("build", KOREKSI)
    assert 'office_en = "Secretary of Jambi City"' in (folder / "people.toml").read_text(encoding="utf-8")
    (folder / "lain.txt").write_text("JAMBI – “ASN jangan memihak siapa pun,” kata Ridwan Hamid, Selasa (22/10/2024).\n", encoding="utf-8")
    run("build", "lain.txt", "-o", "lain.pdf")
    assert 'office_en = "Secretary of Jambi City"' in (folder / "lain.koreksi.toml").read_text(encoding="utf-8")


def test_a_pdf_from_elsewhere_is_noticed(run: Run, folder: Path) -> None:
    run("build", "artikel.txt")
    (folder / "paket.pdf").write_bytes(b"%PDF-1.7 other")
    assert "did not belong to paket.koreksi.toml" in run("build", KOREKSI).stderr
    assert run("build", KOREKSI).stderr == ""


def test_the_file_speaks_the_language_in_use(run: Run, folder: Path) -> None:
    run("build", "artikel.txt", "--lang", "id")
    assert "## Para penutur." in (folder / KOREKSI).read_text(encoding="utf-8")


def test_other_articles_do_not_take_the_place_of_a_corrected_pack(run: Run, folder: Path) -> None:
    run("build", "artikel.txt")
    (folder / "lain.txt").write_text(ARTICLE.replace("Hamid", "Harun"), encoding="utf-8")
    assert run("build", "lain.txt").exit_code == 0
    edit(folder, ('event = ""', 'event = "Apel"'))
    pdf = (folder / "paket.pdf").read_bytes()
    result = run("build", "artikel.txt")
    assert result.exit_code == ExitCode.USAGE
    assert "-o paket-2.pdf" in result.stderr
    assert (folder / "paket.pdf").read_bytes() == pdf
    assert run("build", "artikel.txt", "-o", "paket-2.pdf").exit_code == 0
    assert run("build", KOREKSI, "artikel.txt").exit_code == 0
    assert 'event = "Apel"' in (folder / KOREKSI).read_text(encoding="utf-8")


def test_a_correction_file_under_another_name_is_no_article(run: Run, folder: Path) -> None:
    run("build", "artikel.txt")
    pdf = (folder / "paket.pdf").read_bytes()
    (folder / KOREKSI).rename(folder / f"{KOREKSI}.txt")
    assert run("build", f"{KOREKSI}.txt").exit_code == ExitCode.USAGE
    assert (folder / "paket.pdf").read_bytes() == pdf
    assert run("build", ".", "-o", "lain.pdf", "--json").exit_code == 0
    assert 'file = "artikel.txt"' in (folder / "lain.koreksi.toml").read_text(encoding="utf-8")
    assert "koreksi.toml.txt" not in (folder / "lain.koreksi.toml").read_text(encoding="utf-8")


def test_the_officer_is_told_how_much_is_hers_and_what_still_stands(run: Run, folder: Path) -> None:
    (folder / "artikel.txt").write_text(ARTICLE.replace("“ASN harus netral", "“ASN wajib netral"), encoding="utf-8")
    run("build", "artikel.txt")
    edit(
        folder,
        ('event = ""\nevent_en = ""', 'event = "Apel"\nevent_en = "Parade"'),
        ('kepala daerah tahun ini"\nkeep = true', 'kepala daerah tahun ini"\nkeep = false'),
    )
    result = run("build", KOREKSI)
    assert "Corrections of yours in it: 3" in result.stdout
    assert "artikel.txt ¶1: words of a quote that was taken out are still printed" in result.stderr
    assert "Parade" in words(folder / "paket.pdf")
