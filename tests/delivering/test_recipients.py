"""Lists as spreadsheets save them, and every fault of one with its line and column."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.delivering.recipients import read_addresses, read_list
from briefing.model.problem import BriefingError, ExitCode, FaultsError

ROWS = [("Rina Wati, S.H.", "Desa Contoh", "rina@contoh.desa.id", "", "Utara"), ("Budi", "Dinas; Dua", "budi@contoh.go.id", "en", "Selatan")]


def as_csv(delimiter: str, *, end: str = "\r\n") -> str:
    head = delimiter.join(("Nama", "Instansi", "Surel", "Bahasa", "Nama Kecamatan"))
    lines = [delimiter.join(f'"{cell}"' if delimiter in cell else cell for cell in row) for row in ROWS]
    return end.join((head, *lines, ""))


@pytest.mark.parametrize(
    "data",
    [
        as_csv(";").encode(),
        as_csv(",").encode("utf-8-sig"),
        as_csv("\t").encode("utf-16"),
        ("sep=;\r\n" + as_csv(";")).encode("utf-8-sig"),
        (as_csv(";", end="\n") + ";;;;\n\n").encode(),
    ],
)
def test_a_list_as_spreadsheets_save_it(data: bytes) -> None:
    found = read_list(data, "desa.csv").recipients
    assert [(each.name, each.office, each.address.spec, each.language, each.fields["nama_kecamatan"]) for each in found] == ROWS


def test_columns_by_their_names_in_either_language_and_in_any_order() -> None:
    found = read_list(b"e-mail,language,Office,Name,No\nx@y.id,ID,O,N,+62 812\n", "a.csv").recipients[0]
    assert (found.name, found.office, found.language, found.fields) == ("N", "O", "id", {"no": "+62 812"})


def test_a_cell_that_excel_or_this_program_guards_is_read_as_what_it_says() -> None:
    found = read_list(b'surel;kode;telepon\nx@y.id;"=""007""";\'+62 8\n', "a.csv").recipients[0]
    assert found.fields == {"kode": "007", "telepon": "+62 8"}


@pytest.mark.parametrize(
    ("row", "code", "arguments"),
    [
        ("A;;D", "list-cell-empty", {"column": "email"}),
        ('A;"x@y.id\nBcc: z@y.id";D', "list-control", {"column": "email"}),
        ('"A\nB";x@y.id;D', "list-control", {"column": "name"}),
        ('A;x@y.id;"D\x00"', "list-control", {"column": "desa"}),
        ("A;x@y.id;=1+1", "list-formula", {"column": "desa"}),
        ("#REF!;x@y.id;D", "list-formula", {"column": "name"}),
        ("A;x@y;D", "list-address", {"reason": "address-domain"}),
        ("A;x@y.id,z@y.id;D", "list-address", {"reason": "address-second"}),
        ("A;x@y.id;D;E", "list-row-long", {}),
    ],
)
def test_a_faulty_row_is_told_with_its_line(row: str, code: str, arguments: dict[str, str]) -> None:
    with pytest.raises(FaultsError) as caught:
        read_list(f"nama;surel;desa\nB;b@y.id;D\n{row}\n".encode(), "desa.csv")
    assert [error.code for error in caught.value.errors] == [code]
    assert {**caught.value.arguments, **arguments, "file": "desa.csv", "line": 3} == caught.value.arguments
    assert caught.value.exit_code == ExitCode.USAGE


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(FaultsError) as caught:
        read_list(b"surel;bahasa\nx;fr\n;\ny@z.id;\n", "a.csv")
    assert [(error.code, error.arguments["line"]) for error in caught.value.errors] == [("list-address", 2), ("list-language", 2)]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("surel;nama\nx@y.id;Andr\xe9\n".encode("latin-1"), "list-encoding"),
        (b'surel;nama\nx@y.id;"torn\n', "list-torn"),
        (b"surel;nama\n;\n", "list-empty"),
        (b"", "list-column-missing"),
        (b"x@y.id\n", "list-column-missing"),
        (b"surel;email\nx@y.id;x@y.id\n", "list-column-twice"),
    ],
)
def test_a_file_that_is_no_list(data: bytes, code: str) -> None:
    with pytest.raises(BriefingError) as caught:
        read_list(data, "a.csv")
    assert caught.value.code == code


def test_a_missing_column_is_told_with_the_headings_as_they_are_written() -> None:
    with pytest.raises(BriefingError) as caught:
        read_list(b"nama; Nama Desa ;\nA;B;\n", "a.csv")
    assert caught.value.arguments["known"] == "nama, Nama Desa"


def test_a_recipient_who_stands_there_twice_is_kept_once_and_told() -> None:
    found = read_list(b"surel;nama\nx@y.id;A\nX@Y.id;B\n", "a.csv")
    assert [each.name for each in found.recipients] == ["A"]
    assert [(each.code, each.arguments["line"], each.arguments["first"]) for each in found.problems] == [("list-duplicate", 3, 2)]


def test_ten_thousand_recipients() -> None:
    data = "surel\n" + "".join(f"warga{number}@contoh.desa.id\n" for number in range(10_000))
    assert len(read_list(data.encode(), "a.csv").recipients) == 10_000


def test_addresses_alone() -> None:
    found = read_addresses(["Rina <rina@contoh.id>", "rina@contoh.id"])
    assert [(each.name, each.address.spec) for each in found.recipients] == [("Rina", "rina@contoh.id")]
    assert [problem.code for problem in found.problems] == ["recipient-duplicate"]
    with pytest.raises(FaultsError) as caught:
        read_addresses(["rina", "x@y.id"])
    assert caught.value.arguments["reason"] == "address-domain"


@settings(max_examples=100)
@given(st.binary(max_size=200))
def test_any_bytes_are_a_list_or_a_sentence(data: bytes) -> None:
    try:
        found = read_list(b"surel;nama\n" + data, "a.csv")
    except BriefingError:
        return
    assert all(each.name.isprintable() or not each.name for each in found.recipients)
