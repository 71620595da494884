"""The office's memory as spreadsheets save it: read in any of their forms, added to without a change of what stands in it."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.files import write_whole
from briefing.model.pack import Origin
from briefing.model.problem import BriefingError
from briefing.translating import table
from briefing.translating.memory import fold, remembered

if TYPE_CHECKING:
    from collections.abc import Mapping

HEAD = "source;target;status;by;on;engine;article;speaker"
CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n\0"), max_size=12)


def row(**values: str) -> dict[str, str]:
    return dict.fromkeys(table.COLUMNS, "") | {"source": "ASN harus netral", "target": "Civil servants must be neutral", "status": "project"} | values


def told(found: table.Table) -> list[tuple[str, object]]:
    return [(problem.code, problem.arguments.get("lines")) for problem in found.problems]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_form_in_which_a_spreadsheet_saves_is_read(tmp_path: Path, delimiter: str, encoding: str, end: str) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end)
    writer.writerows([table.COLUMNS, row(source="“ASN” harus; netral, selalu", by="Siti").values()])
    (tmp_path / "memory.csv").write_bytes(out.getvalue().encode(encoding))

    (found,) = table.read(tmp_path / "memory.csv").rows

    assert (found["source"], found["by"]) == ("“ASN” harus; netral, selalu", "Siti")


def test_columns_in_another_order_and_of_the_office_itself_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "memory.csv"
    path.write_text("Target;Catatan;Source\r\nBe neutral;lihat lagi;Netral\r\n", encoding="utf-8", newline="")
    table.remember(path, [row()])

    assert path.read_bytes().decode("utf-8-sig").splitlines() == [
        "Target;Catatan;Source",
        "Be neutral;lihat lagi;Netral",
        "Civil servants must be neutral;;ASN harus netral",
    ]


def test_the_line_that_names_the_delimiter_is_passed_over(tmp_path: Path) -> None:
    found = table.parse(tmp_path / "memory.csv", f"sep=;\r\n{HEAD}\r\nNetral;Neutral;x;;;;;\r\n")
    assert told(found) == [("memory-status", "3")]


@pytest.mark.parametrize("text", ["=1+1", "-netral", "+62 812", "@bawaslu", "'=x", "''-x", "\tx"])
def test_no_cell_is_a_formula_and_each_is_understood_again(tmp_path: Path, text: str) -> None:
    path = tmp_path / "memory.csv"
    table.remember(path, [row(source=f"{text} harus netral", by=text)])

    cells = next(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig").split("\n", 1)[1], newline=""), delimiter=";"))

    assert not any(cell.startswith(tuple("=+-@\t\r")) for cell in cells)
    assert table.read(path).rows[0]["by"] == text.strip()


def test_a_formula_that_keeps_a_text_a_text_is_that_text(tmp_path: Path) -> None:
    found = table.parse(tmp_path / "memory.csv", f'{HEAD}\n"=""Netral""";"=""Be """"neutral""""""";;;;;;\n')
    assert (found.rows[0]["source"], found.rows[0]["target"]) == ("Netral", 'Be "neutral"')


@pytest.mark.parametrize(
    ("head", "printed", "day"),
    [
        (HEAD, ["2026-11-02"], "2026-11-02"),
        (HEAD, ["02/11/2026"], "2026-11-02"),  # a semicolon: the day first
        (HEAD.replace(";", ","), ["02/11/2026"], ""),  # a comma: two days are possible
        (HEAD.replace(";", ","), ["11/11/2026"], "2026-11-11"),
        (HEAD.replace(";", ","), ["02/11/2026", "11/25/2026"], "2026-02-11"),  # the other date tells
        (HEAD.replace(";", ","), ["02/11/2026", "25/11/2026"], "2026-11-02"),
        (HEAD, ["02/11/2026", "11/25/2026"], "2026-02-11"),
        (HEAD, ["31/02/2026"], ""),
        (HEAD, ["kemarin"], ""),
    ],
)
def test_days_are_read_as_the_spreadsheet_turned_them_round_and_never_guessed(tmp_path: Path, head: str, printed: list[str], day: str) -> None:
    mark = head[6]
    lines = [mark.join([f"Kalimat {number}", "Sentence", "reviewed", "Siti", when, "", "", ""]) for number, when in enumerate(printed)]

    found = table.parse(tmp_path / "memory.csv", "\n".join([head, *lines]))

    assert found.rows[0]["on"] == day
    assert (("memory-reviewed", "2") in told(found)) == (day == "")


@pytest.mark.parametrize(
    ("lines", "faults", "sound"),
    [
        (["Satu;One;selesai;;;;;", "Dua;Two;project;;;;;"], [("memory-status", "2")], 1),
        (["#NAME?;One;;;;;;", "Satu;#REF!;;;;;;", "Dua;Two;;;;;;"], [("memory-broken", "2, 3")], 1),
        (["Satu;One;reviewed;;2026-11-02;;;"], [("memory-reviewed", "2")], 1),
        (['Satu;"One;project;;;;;', "Dua;Two;project;;;;;"], [("memory-torn", "2")], 0),
        (["Satu;One", "", ";;;;;;;", "Dua;;project;;;;;"], [], 1),
        ([f"Kalimat {number};One;x;;;;;" for number in range(9)], [("memory-status", "2, 3, 4, 5, 6 …")], 0),
    ],
)
def test_faulty_rows_are_told_with_their_lines_and_cost_no_other(tmp_path: Path, lines: list[str], faults: list[tuple[str, str]], sound: int) -> None:
    found = table.parse(tmp_path / "memory.csv", "\n".join([HEAD, *lines]))

    assert told(found) == faults
    assert len(found.rows) == sound
    assert not found.broken


@pytest.mark.parametrize("text", ["Netral;Neutral\n", "\x00\x01\x02", '"""', "PK\x03\x04"])
def test_a_file_that_is_no_memory_is_told_and_never_added_to(tmp_path: Path, text: str) -> None:
    path = tmp_path / "memory.csv"
    path.write_text(text, encoding="utf-8")
    assert [problem.code for problem in table.read(path).problems] == ["memory-head"]

    with pytest.raises(BriefingError, match="memory-head"):
        table.remember(path, [row()])
    assert path.read_text(encoding="utf-8") == text


def test_what_stands_there_is_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "memory.csv"
    assert table.remember(path, [row(), row(source="“ASN harus netral”"), row(target="Another")]) == 2
    before = path.read_bytes()

    assert table.remember(path, [row()]) == 0
    assert path.read_bytes() == before


def test_a_write_that_is_interrupted_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "memory.csv"
    table.remember(path, [row()])
    before = path.read_bytes()

    def stop(_self: Path, _target: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", stop)
        with pytest.raises(KeyboardInterrupt):
            table.remember(path, [row(source="Lain")])
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@settings(max_examples=30, deadline=None)
@given(rows=st.lists(st.fixed_dictionaries({column: CELLS for column in table.COLUMNS if column not in {"status", "on"}}), max_size=4))
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, str]]) -> None:
    path = tmp_path_factory.mktemp("memory") / "memory.csv"
    written = [row(**values) for values in rows]
    table.remember(path, written)

    def kept(each: Mapping[str, str]) -> tuple[str, ...]:
        return fold(each["source"]), each["target"].strip(), each["by"].strip()

    sound = {kept(each) for each in written if any(map(str.isalnum, each["source"])) and each["target"].strip()}
    broken = {kept(each) for each in written if each["source"].strip().startswith("#") or each["target"].strip().startswith("#")}
    assert {kept(each) for each in table.read(path).rows} - broken == sound - broken


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=200))
def test_no_file_whatever_breaks_the_reading(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("memory") / "memory.csv"
    write_whole(path, HEAD.encode() + b"\n" + data)
    found = table.read(path)

    assert all((english.origin == Origin.REVIEWED) == bool(english.reviewer and english.date) for english in remembered(found.rows).values())


def test_characters_that_no_page_holds_count_as_spaces() -> None:
    assert fold("ASN\x07harus\ufffe netral") == "ASN harus netral"
