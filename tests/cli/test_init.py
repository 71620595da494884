"""briefing init: a file from Enter alone, from options alone, and changed without losing what is there."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import settings as office_settings
from briefing.cli.main import program
from briefing.lexicon.officials import officials
from briefing.model.office import Mail
from briefing.model.problem import ExitCode

if TYPE_CHECKING:
    from tests.cli.conftest import Run

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=20)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder, below which nobody has set anything up."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "kerja").mkdir()
    monkeypatch.chdir(tmp_path / "kerja")
    return tmp_path / "kerja"


def test_enter_through_everything_makes_valid_files(run: Run, folder: Path) -> None:
    result = run("init", input="\n" * 30)

    assert result.exit_code == ExitCode.OK, result.output
    set_up = office_settings.load(folder)
    assert set_up == office_settings.Settings(file=folder / "briefing.toml", folder=folder, language="en")
    assert officials(folder) == ()
    assert result.stdout.endswith(f"Written: {folder / 'briefing.toml'}\nWritten: {folder / 'people.toml'}\n")


def test_comments_are_in_the_language_in_use(run: Run, folder: Path) -> None:
    run("--lang", "id", "init", "--yes")

    text = (folder / "briefing.toml").read_text(encoding="utf-8")
    assert '# Nama kantor, seperti pada kop surat\noffice = ""\n' in text
    assert '# Bahasa paket: ["id", "en"] untuk dwibahasa, ["id"] untuk Indonesia saja\nlanguages = ["id", "en"]\n' in text
    assert 'language = "id"' in text
    assert "# Pejabat di wilayah ini." in (folder / "people.toml").read_text(encoding="utf-8")


def test_the_example_of_the_new_people_file_holds_when_its_marks_are_taken_away(run: Run, folder: Path) -> None:
    run("init", "--yes")
    path = folder / "people.toml"
    lines = path.read_text(encoding="utf-8").splitlines()
    start = lines.index("# [[person]]")
    path.write_text("\n".join([*lines[:start], *(line.removeprefix("# ") for line in lines[start:])]), encoding="utf-8")

    assert officials(folder)[0].name == "Siti Aminah"


def test_options_answer_the_questions(run: Run, folder: Path) -> None:
    (folder / "logo.png").write_bytes(b"PNG")
    options = ["--office", "Kantor", "--line", "a", "--line", "b", "--logo", "logo.png", "--city", "Pati", "--signatory", "Ketua", "--contact", "c"]
    form = ["--profile", "pemkab", "--paper", "f4", "--languages", "id", "--language", "en", "--greyscale", "--large-print"]
    mail = [
        "--mail-from",
        "a@b.id",
        "--mail-host",
        "localhost",
        "--mail-port",
        "25",
        "--mail-security",
        "none",
        "--mail-per-minute",
        "30",
        "--mail-user",
        "u",
        "--mail-reply-to",
        "r@b.id",
    ]
    result = run("init", "--yes", *options, *form, *mail)

    assert result.exit_code == ExitCode.OK, result.output
    found = office_settings.load(folder)
    assert (found.office.name, found.office.lines, found.office.logo, found.office.contacts) == ("Kantor", ("a", "b"), b"PNG", ("c",))
    assert (found.profile, found.paper, found.languages, found.greyscale, found.large_print) == ("pemkab", "F4", ("id",), True, True)
    assert found.mail == Mail(host="localhost", sender="a@b.id", port=25, security="none", user="u", reply_to="r@b.id", per_minute=30)


def test_run_again_it_shows_what_is_there_and_changes_what_is_answered(run: Run, folder: Path) -> None:
    run("init", "--yes", "--office", "Lama", "--line", "satu", "--line", "dua", "--city", "Pati")
    path = folder / "briefing.toml"
    path.write_text("# catatan saya\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    before = path.read_text(encoding="utf-8")
    result = run("init", input="Baru\n\n-\ntiga\n\n\n-\n" + "\n" * 8)

    assert result.exit_code == ExitCode.OK, result.output
    assert "[Lama]" in result.output
    assert "[dua]" in result.output
    expected = before.replace('"Lama"', '"Baru"').replace('["satu", "dua"]', '["satu", "tiga"]').replace('city = "Pati"', 'city = ""')
    assert path.read_text(encoding="utf-8") == expected


@pytest.mark.parametrize("answer", ["n\n", ""])
def test_nothing_is_overwritten_without_a_yes(run: Run, folder: Path, answer: str) -> None:
    run("init", "--yes", "--office", "Lama")
    before = (folder / "briefing.toml").read_bytes()
    run("init", "--office", "Baru", input="\n" * 10 + answer)

    assert (folder / "briefing.toml").read_bytes() == before


def test_a_file_of_a_parent_is_named_and_left(run: Run, folder: Path) -> None:
    above = folder.parent / "briefing.toml"
    above.write_text("office = 'Atas'\n", encoding="utf-8")
    result = run("init", "--yes", "--office", "Bawah")

    assert f"Until now {above} holds in this folder" in result.stdout
    assert f"To go back to it, delete {folder / 'briefing.toml'}." in result.stdout
    assert above.read_text(encoding="utf-8") == "office = 'Atas'\n"
    assert office_settings.load(folder).office.name == "Bawah"


def test_people_are_never_overwritten(run: Run, folder: Path) -> None:
    (folder / "people.toml").write_text("# saya\n", encoding="utf-8")
    run("init", "--yes", "--office", "Kantor")
    run("init", "--yes", "--office", "Lain")

    assert (folder / "people.toml").read_text(encoding="utf-8") == "# saya\n"


def test_a_wrong_answer_is_told_and_asked_again(run: Run, folder: Path) -> None:
    (folder / "logo.png").write_bytes(b"PNG")
    result = run("init", input='Kantor\n\nhilang.png\n"logo.png"\n' + "\n" * 20)

    assert "Not possible. Expected: the name of a file that exists" in result.stderr
    assert office_settings.load(folder).office.logo_name == "logo.png"


def test_a_wrong_option_writes_nothing(run: Run, folder: Path) -> None:
    result = run("init", "--yes", "--logo", "hilang.png", *(["--line", "x"] * 6))

    assert result.exit_code == ExitCode.USAGE
    assert result.stderr.count("Error: ") == 2
    assert list(folder.iterdir()) == []


def test_a_file_with_faults_is_left_and_told(run: Run, folder: Path) -> None:
    (folder / "briefing.toml").write_text("kopsurat = 'a'\nkertas = “F4”\n", encoding="utf-8")
    result = run("init", "--yes", "--office", "Kantor")

    assert result.exit_code == ExitCode.USAGE
    assert "line 1: “kopsurat” is not known here. The nearest is “lines”." in result.stderr
    assert "line 2" in result.stderr
    assert [path.name for path in folder.iterdir()] == ["briefing.toml"]


def test_stopping_leaves_nothing(run: Run, folder: Path) -> None:
    result = run("init", input="Kantor\n")

    assert result.exit_code == ExitCode.INTERRUPTED
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("office", ["a\nb", "a\x1b[31m", "\udcff"])
def test_what_is_no_line_is_refused(run: Run, folder: Path, office: str) -> None:
    result = run("init", "--yes", "--office", office)

    assert result.exit_code == ExitCode.USAGE
    assert list(folder.iterdir()) == []


def test_machines_are_not_asked(run: Run, folder: Path) -> None:
    assert run("init", "--json").exit_code == ExitCode.USAGE
    result = run("init", "--json", "--yes")

    assert result.exit_code == ExitCode.OK
    assert result.stdout.startswith("{")


def test_the_language_of_the_file_is_that_of_the_program(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BRIEFING_LANG")
    (folder / "briefing.toml").write_text('language = "en"\n', encoding="utf-8")

    assert run("--help").output.startswith("Usage:")
    assert run("--help", "--lang", "id").output.startswith("Pemakaian:")
    assert run("--help", env={"BRIEFING_LANG": "id"}).output.startswith("Pemakaian:")


def test_every_setting_can_be_given() -> None:
    command = program.get_command(click.Context(program), "init")
    assert command
    places = {param.place for param in command.params if hasattr(param, "place")}
    keys = {(key,) for key in office_settings.KEYS} | {("mail", key) for key in office_settings.MAIL_KEYS}

    assert isinstance(command, click.Command)
    assert keys - places == {("mail",), ("engine",)}
    assert places <= keys


@settings(max_examples=25, deadline=None)
@given(WORDS, st.lists(WORDS, min_size=1, max_size=5), WORDS)
def test_any_words_are_read_as_they_were_given(tmp_path_factory: pytest.TempPathFactory, office: str, lines: list[str], city: str) -> None:
    from click.testing import CliRunner

    here, work = Path.cwd(), tmp_path_factory.mktemp("kantor")
    os.chdir(work)
    try:
        result = CliRunner().invoke(program, ["init", "--yes", f"--office={office}", *(f"--line={line}" for line in lines), f"--city={city}"])
    finally:
        os.chdir(here)

    assert result.exit_code == ExitCode.OK, result.output
    found = office_settings.load(work).office
    assert (found.name, found.lines, found.city) == (office, tuple(lines), city)
