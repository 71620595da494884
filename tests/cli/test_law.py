"""briefing law: a law, a citation, the citations of articles, and the list, on any day."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from briefing.files import shipped
from briefing.lexicon import law
from briefing.model.problem import ExitCode

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

ARTICLE = """Bupati Ingatkan Netralitas

JAMBI – “ASN harus netral sesuai Undang-Undang Nomor 5 Tahun 2014,” ujar Bupati Contoh Ridwan Hamid, {day}.

Ia menyebut Pasal 71 ayat (1) UU Nomor 10 Tahun 2016, dan meminta ASN menjaga sikap di media sosial.
"""


def told(run: Run, *arguments: object) -> str:
    result = run("law", *arguments)

    assert result.exit_code == ExitCode.OK, result.stderr
    return result.stdout


def saved(folder: Path, day: str = "Senin (21/10/2024)") -> Path:
    file = folder / "a.txt"
    file.write_text(ARTICLE.format(day=day), encoding="utf-8")
    return file


def test_a_law_is_told_with_its_days_statuses_relations_and_how_they_are_known(run: Run) -> None:
    output = told(run, "uu-5-2014", "--on", "2023-10-30")

    assert "Law 5/2014  (uu-5-2014)" in output
    assert "Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara" in output
    assert "Law No. 5 of 2014 on the State Civil Apparatus" in output
    assert "In force: since 15 January 2014" in output
    assert "Status on 30 October 2023: in force" in output
    assert "the day of the catalogue: repealed [press, jpnn.com" in output
    assert "repealed by Law 20/2023, 31 October 2023 [press" in output
    assert "repeals Law 8/1974, 15 January 2014 [text of the regulation" in output


def test_it_speaks_indonesian(run: Run) -> None:
    output = told(run, "uu-5-2014", "--on", "31 Oktober 2023", "--lang", "id")

    assert "Status pada 31 Oktober 2023: dicabut" in output
    assert "dicabut oleh UU 20/2023" in output


def test_every_relation_has_its_word_in_both_directions(run: Run) -> None:
    for known in law.instruments():
        assert "-passive" not in told(run, known.id)


def test_what_was_never_verified_is_not_told(run: Run) -> None:
    hidden = [known for known in law.instruments() if not known.basis.is_printable or not known.title_basis.is_printable]
    output = "".join(told(run, known.id) + told(run, known.id, "--json") for known in hidden)

    assert hidden
    assert "unverified" not in output
    assert "Enacted" not in "".join(told(run, known.id) for known in hidden if not known.basis.is_printable)


def test_a_citation_is_told_with_its_provisions(run: Run) -> None:
    output = told(run, "Pasal 71 ayat (1) UU 10/2016", "--on", "2024-10-01")

    assert "“Pasal 71 ayat (1) UU 10/2016” → Law 10/2016, Article 71(1); then in force; now in force" in output
    assert "Provisions, in our own words, on 1 October 2024" in output
    assert "Sanction (Law 1/2015 Article 188): Imprisonment" in output
    assert "! Since 2 January 2026 the minimum of this penalty is gone" in output
    assert "Relations" not in output


def test_a_citation_needs_no_quotation_marks_and_a_name_means_what_it_meant_that_day(run: Run) -> None:
    assert "→ Law 5/2014" in told(run, "UU", "ASN", "--on", "2020-01-01")
    assert "→ Law 20/2023; now in force\n" in told(run, "UU", "ASN")


def test_every_citation_of_an_article_is_told_with_its_status_and_notes(run: Run, tmp_path: Path) -> None:
    output = told(run, saved(tmp_path))

    assert "a.txt (21 October 2024)" in output
    assert "¶1 “Undang-Undang Nomor 5 Tahun 2014” → Law 5/2014; then repealed; now repealed [press: jpnn.com" in output
    assert "\n    ! already repealed on that day\n" in output
    assert "¶2 “Pasal 71 ayat (1) UU Nomor 10 Tahun 2016” → Law 10/2016, Article 71(1); then in force" in output


def test_the_day_asked_for_takes_the_place_of_the_date_of_the_article(run: Run, tmp_path: Path) -> None:
    output = told(run, saved(tmp_path), "--on", "2020-01-01")

    assert "a.txt (1 January 2020)" in output
    assert "→ Law 5/2014; then in force; now repealed [press" in output
    assert "already repealed" not in output


def test_an_article_without_a_date_has_the_day_of_the_catalogue_only(run: Run, tmp_path: Path) -> None:
    result = run("law", saved(tmp_path, "di Jambi"))

    assert "a.txt (no date)" in result.stdout
    assert "→ Law 5/2014; now repealed [press" in result.stdout
    assert "no date was found" in result.stderr


def test_a_text_that_is_no_article_is_searched_whole(run: Run, tmp_path: Path) -> None:
    (tmp_path / "daftar.txt").write_text("Dasar hukum\nUU Nomor 10 Tahun 2016\nPP Nomor 94 Tahun 2021\n", encoding="utf-8")
    output = told(run, tmp_path / "daftar.txt")

    assert "→ Law 10/2016" in output
    assert "→ Government Regulation 94/2021" in output


def test_the_press_is_named_beside_what_it_alone_says(run: Run, tmp_path: Path) -> None:
    assert "now repealed [press: jpnn.com" in told(run, saved(tmp_path))
    assert "[press: jpnn.com" in told(run, "--list", "uu-5-2014")
    assert "[press" not in told(run, "--list", "pp-94-2021")


def test_several_files_and_folders_are_told(run: Run, tmp_path: Path) -> None:
    output = told(run, shipped("seeds"), saved(tmp_path))

    assert output.count("→ Law 5/2014; then repealed") == 2
    assert "a.txt" in output


def test_the_list_holds_what_is_asked_for(run: Run) -> None:
    output = told(run, "--list", "pp-53")

    assert [line.split()[0] for line in output.splitlines()] == ["pp-53-2010"]
    assert len(told(run, "--list").splitlines()) == sum(known.basis.is_printable for known in law.instruments())


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["uu-5-2013"], "The nearest law is uu-5-2014"),
        (["hujan turun"], "“hujan turun” is no file here, no law of the catalogue and no citation. Write it as"),
        (["--list", "cuaca"], "no law of the catalogue has “cuaca”"),
        (["uu-5-2014", "--on", "kemarin"], "“kemarin” is no date"),
        (["uu-5-2014", "--on", "2024-02-30"], "“2024-02-30” is no date"),
        ([], "Missing argument"),
        (["a" * 5000], "no citation"),
    ],
)
def test_what_cannot_be_told_is_one_message_of_usage(run: Run, words: list[str], sentence: str) -> None:
    result = run("law", *words)

    assert result.exit_code == ExitCode.USAGE
    assert sentence in result.stderr
    assert result.stdout == ""


def test_the_report_for_machines_says_the_same_in_both_languages(run: Run, tmp_path: Path) -> None:
    report = json.loads(told(run, "Pasal 71 UU 10/2016", "--on", "2024-10-01", "--json"))
    of_article = json.loads(told(run, saved(tmp_path), "--json"))["law"]["articles"][0]

    assert report["law"]["as_of"] == law.as_of().isoformat()
    assert report["law"]["citations"][0]["articles"] == ["71"]
    assert [status["status"] for status in report["law"]["instruments"][0]["statuses"]] == ["in_force", "in_force"]
    assert of_article["day"] == "2024-10-21"
    assert [note["code"] for note in of_article["citations"][0]["notes"]] == ["repealed-then"]
    assert told(run, "uu-7-2017", "--json") == told(run, "uu-7-2017", "--json", "--lang", "id")
    assert json.loads(told(run, "--list", "pp-53", "--json"))["law"]["instruments"][0]["short"] == {
        "id": "PP 53/2010",
        "en": "Government Regulation 53/2010",
    }


def test_a_missing_file_among_others_is_told(run: Run, tmp_path: Path) -> None:
    result = run("law", saved(tmp_path), tmp_path / "tidak-ada.txt")

    assert result.exit_code == ExitCode.BUILT_IN_PART
    assert "tidak-ada.txt: there is no such file" in result.stderr
