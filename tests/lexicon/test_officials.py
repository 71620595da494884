"""people.toml: what it holds, what is said of its faults, and what is added to it."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.lexicon.officials import name_words, officials, officials_of, remember
from briefing.model.office import Official
from briefing.model.problem import BriefingError, FaultsError
from briefing.tomlfile import parse

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """# Pejabat daerah kami

[[person]]
name = "Budi Santoso" # bukan Budi Santosa
titles = "Dr. H. Budi Santoso, M.Si."
office = "Penjabat Bupati Contoh"
from = 2024-01-02
until = 2025-02-19
note = "diangkat 2024"

# yang kedua
[[person]]
name = "Siti Aminah"
office = "Ketua Bawaslu Kabupaten Contoh"
office_en = "Chair of the Contoh Regency Election Supervisory Body"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "people.toml"
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_without_a_file_there_is_nobody(tmp_path: Path) -> None:
    assert officials(tmp_path) == ()


def test_people_are_read(tmp_path: Path) -> None:
    written(tmp_path, TEXT)
    budi, siti = officials(tmp_path)

    assert (budi.name, budi.titles, budi.start, budi.end) == ("Budi Santoso", "Dr. H. Budi Santoso, M.Si.", date(2024, 1, 2), date(2025, 2, 19))
    assert siti.office_en.startswith("Chair")


def test_an_office_holds_on_both_of_its_days(tmp_path: Path) -> None:
    written(tmp_path, TEXT)
    budi, siti = officials(tmp_path)

    days = [date(2024, 1, 1), date(2024, 1, 2), date(2025, 2, 19), date(2025, 2, 20), None]
    assert [budi.is_in_office(day) for day in days] == [False, True, True, False, False]
    assert all(siti.is_in_office(day) for day in days)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[[person]]\nnama = 'Budi'", [("toml-missing-key", 1), ("toml-unknown-key", 2)]),
        ("[[person]]\nname = ' '", [("toml-value", 2)]),
        ("[[person]]\nname = 'Budi'\ntitles = 'M.Si.'", [("toml-value", 3)]),
        ("[[person]]\nname = 'Budi'\nfrom = '2024'\nuntil = 2024-01-01", [("toml-value", 3)]),
        ("[[person]]\nname = 'Budi'\nfrom = 2024-01-02\nuntil = 2024-01-01", [("toml-value", 4)]),
        ("[[person]]\nname = 'Budi'\nuntil = 31/02/2024", [("toml-bare", 3)]),
        ("[person]\nname = 'Budi'", [("toml-value", 1)]),
        ("[[people]]\nname = 'Budi'", [("toml-unknown-key", 1)]),
    ],
)
def test_faults_have_their_lines(tmp_path: Path, text: str, found: list[tuple[str, int]]) -> None:
    written(tmp_path, text)

    with pytest.raises(FaultsError) as caught:
        officials(tmp_path)
    assert [(fault.code, fault.arguments["line"]) for fault in caught.value.errors] == found


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Dr. H. Budi Santoso, S.IP., M.Si.", "budi santoso"),
        ("BUDI  SANTOSO S.Sos", "budi santoso"),
        ("Ma’ruf Amin", "maruf amin"),
        ("Drs. Ma'ruf Amin", "maruf amin"),
        ("R. Budi", "budi"),
        ("Dr", "dr"),
        (",", ""),
        ("I Nyoman Suarta, S.H.", "i nyoman suarta"),
    ],
)
def test_names_are_told_apart_by_their_words(name: str, words: str) -> None:
    assert " ".join(name_words(name)) == words


def test_a_new_person_is_added_and_nothing_else_changes(tmp_path: Path) -> None:
    path = written(tmp_path, TEXT)
    remember(path, Official(name="Joko", office="Camat Contoh", start=date(2024, 5, 1)))

    text = path.read_text(encoding="utf-8")
    assert text.startswith(TEXT)
    assert tomllib.loads(text)["person"][2] == {"name": "Joko", "office": "Camat Contoh", "from": date(2024, 5, 1)}


def test_a_known_person_is_brought_up_to_date_under_any_title(tmp_path: Path) -> None:
    path = written(tmp_path, TEXT)
    remember(path, Official(name="BUDI SANTOSO, M.Si.", office_en="Acting Regent of Contoh"))

    text = path.read_text(encoding="utf-8")
    assert [line for line in TEXT.splitlines() if line.strip() and line not in text] == ['name = "Budi Santoso" # bukan Budi Santosa']
    assert officials(tmp_path)[0].office_en == "Acting Regent of Contoh"
    assert officials(tmp_path)[0].office == "Penjabat Bupati Contoh"


def test_the_english_of_one_office_never_stands_beside_another(tmp_path: Path) -> None:
    path = written(
        tmp_path, '[[person]]\nname = "Joko"\noffice = "Camat Contoh"\noffice_en = "Head of Contoh"\norganisation = "Contoh"\nnote = "cek"\n'
    )
    remember(path, Official(name="Joko", office="Lurah Anu"))
    assert tomllib.loads(path.read_text(encoding="utf-8"))["person"] == [{"name": "Joko", "office": "Lurah Anu", "note": "cek"}]


def test_a_missing_file_is_made(tmp_path: Path) -> None:
    remember(tmp_path / "people.toml", Official(name="Joko"))

    assert officials(tmp_path) == (Official(name="Joko"),)


def test_a_file_with_faults_stays_as_it_is(tmp_path: Path) -> None:
    path = written(tmp_path, "[[person]]\nnama = 'Budi'\n")

    with pytest.raises(BriefingError):
        remember(path, Official(name="Joko"))
    assert path.read_text(encoding="utf-8") == "[[person]]\nnama = 'Budi'\n"


LINES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=30)


@given(st.text(st.characters(categories=["Lu", "Ll"]), min_size=1, max_size=20), LINES, LINES, st.dates())
def test_what_is_remembered_is_read_again(tmp_path_factory: pytest.TempPathFactory, name: str, office: str, note: str, day: date) -> None:
    path = tmp_path_factory.mktemp("kantor") / "people.toml"
    official = Official(name=name, office=office, note=note, end=day)
    remember(path, official)
    remember(path, official)

    assert officials_of(parse(path, path.read_text(encoding="utf-8"))) == (official,)
