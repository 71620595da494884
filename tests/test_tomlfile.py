"""TOML files that people edit: as their editors save them, with the line of every fault."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import tomlcheck, tomlfile
from briefing.model.problem import BriefingError, ExitCode, FaultsError
from briefing.tomlcheck import DAY, LINE, NUMBER, TEXT, YES_NO, choice

KINDS = {"paper": choice("A4", "F4"), "lines": tomlcheck.LINES, "grey": YES_NO, "office": LINE, "day": DAY, "port": NUMBER}


def faults(text: str) -> list[tuple[str, int]]:
    """Return the code and the line of every fault of `text`."""
    file = tomlfile.parse(Path("briefing.toml"), text)
    try:
        file.refuse(tomlcheck.check(file, (), file.tables, KINDS, known_as={"kertas": "paper"}))
    except FaultsError as error:
        return [(fault.code, int(fault.arguments["line"])) for fault in error.errors if fault.exit_code == ExitCode.USAGE]
    return []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_it_is_read_as_editors_save_it(tmp_path: Path, encoding: str, end: str) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(end.join(["# ya", 'office = "Kantor — Añ"', ""]).encode(encoding))

    assert tomlfile.read(path).tables == {"office": "Kantor — Añ"}


@pytest.mark.parametrize(("data", "line"), [('a = 1\nb = "Añ"\n'.encode("cp1252"), 2), (b"a = 1\n\0", 2), (b"\xff\xfea", 1)])
def test_another_encoding_is_refused_with_its_line(tmp_path: Path, data: bytes, line: int) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(data)

    with pytest.raises(BriefingError) as caught:
        tomlfile.read(path)
    assert (caught.value.code, caught.value.arguments["line"]) == ("toml-encoding", line)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(BriefingError) as caught:
        tomlfile.read(tmp_path)
    assert caught.value.code == "unreadable-file"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("office = “Kantor”", "toml-quotes"),
        ('office = "Kantor”', "toml-quotes"),
        ('office = "C:\\Users\\logo"', "toml-backslash"),
        ("paper = F4", "toml-bare"),
        ("grey = ya", "toml-bare"),
        ("day = 31/02/2024", "toml-bare"),
        ("kop surat = 1", "toml-syntax"),
        ("day = 2024-02-31", "toml-bare"),
        ("port = 1\nport = 2", "toml-twice"),
        ("kertas = 'F4'", "toml-unknown-key"),
        ("paper = 'A5'", "toml-choice"),
        ("grey = 'ya'", "toml-value"),
        ("port = true", "toml-value"),
        ("day = 2024-02-01T10:00:00", "toml-value"),
        ("lines = ['a', 1]", "toml-value"),
        ("office = 'a\tb'", "toml-value"),
    ],
)
def test_a_fault_has_its_line(line: str, code: str) -> None:
    assert faults(f"# kepala\n\n{line}\n") == [(code, 3 + line.count("\n"))]


def test_all_faults_are_told_at_once_in_the_order_of_their_lines() -> None:
    text = 'kertas = "F4"\noffice = “a”\nday = 1\nlines = [\n  "b",\n  “c”,\n]\ngrey = ya\ngrey = true\n'

    assert faults(text) == [("toml-unknown-key", 1), ("toml-quotes", 2), ("toml-value", 3), ("toml-quotes", 6), ("toml-bare", 8)]


@pytest.mark.parametrize("line", ["grey\u00a0= true", "\u200bgrey = true", "grey = true\u00a0# “tanya”", "\u3000grey\u2003=\ufefftrue"])
def test_spaces_that_look_like_others_are_spaces(line: str) -> None:
    assert faults(line) == []
    assert tomlfile.parse(Path("x.toml"), f'{line}\noffice = "a\u00a0b"').tables == {"grey": True, "office": "a\u00a0b"}


def test_a_header_with_other_brackets_is_told_once() -> None:
    text = "[[entry]]\nname = 'a'\n[entry.part]\nname = 'b'\n[[entry.part]]\nname = 'c'\nmore = 1\n"
    assert faults(text) == [("toml-brackets", 5)]
    assert faults("[part]\nname = 'a'\n[part]\nname = 'b'\n") == [("toml-twice", 3)]


@pytest.mark.parametrize(
    ("line", "value"), [('grey = "true"', '"true"'), ("port = true", "true"), ('lines = ["a", 1]', '["a", 1]'), ("office = 2024-02-01", "2024-02-01")]
)
def test_a_faulty_value_is_repeated_as_it_stands(line: str, value: str) -> None:
    (fault,) = list(tomlcheck.check(file := tomlfile.parse(Path("x.toml"), line), (), file.tables, KINDS))
    assert fault.arguments["value"] == value


def test_a_bracket_left_open_is_told_once() -> None:
    assert faults('lines = ["a",\noffice = "b"\ngrey = true\n') == [("toml-syntax", 2)]
    assert faults('lines = ["a"\ngrey = true\n') == [("toml-syntax", 2)]
    assert faults('office = """a\n\nb\n\n') == [("toml-syntax", 1)]


@pytest.mark.parametrize("value", ["[" * 5000, "9" * 6000, "{b=" * 3000])
def test_what_is_beyond_the_parser_is_a_fault_too(value: str) -> None:
    ((code, line),) = faults(f"grey = true\nport = {value}\n")
    assert (code in {"toml-syntax", "toml-bare"}, line) == (True, 2)


def test_a_text_that_is_no_toml_is_told_quickly() -> None:
    assert len(faults("Ini bukan berkas pengaturan.\n" * 5000)) == 20


def test_values_may_be_in_any_capitals() -> None:
    assert faults('paper = "f4"') == []


def test_nothing_is_missing_from_a_file_that_could_not_be_read_whole() -> None:
    file = tomlfile.parse(Path("people.toml"), "[[person]]\nname = “Budi”\n")

    with pytest.raises(FaultsError) as caught:
        file.refuse(tomlcheck.entries(file, "person", {"name": TEXT}, required=["name"]))
    assert [fault.code for fault in caught.value.errors] == ["toml-quotes"]


def test_entries_are_counted_and_text_of_many_lines_is_passed_over() -> None:
    text = '[[person]]\nname = "a"\nnote = """\nname = 1\n[[person]]\n"""\n\n[[person]]\n"name" = 2\n\n[[person]]\noffice.x = 1\n'
    file = tomlfile.parse(Path("people.toml"), text)
    found = list(tomlcheck.entries(file, "person", {"name": TEXT, "note": TEXT}, required=["name"]))

    assert [(fault.code, fault.arguments["line"]) for fault in found] == [("toml-value", 9), ("toml-strange-key", 11), ("toml-missing-key", 11)]


@pytest.mark.parametrize("text", ["person = 1", "person = [1]", "[person]\nname = 'a'"])
def test_what_should_be_entries_is_told(text: str) -> None:
    file = tomlfile.parse(Path("people.toml"), text)

    assert [fault.arguments["reason"] for fault in tomlcheck.entries(file, "person", {"name": TEXT})] == ["expected-entries"]
    assert tomlcheck.sound_entries(file, "person", {"name": TEXT}) == []


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(['a = "', "“x”", "[", "]]", "[[person]]", "a = 1", "#", '"""', "'", "b = [", ",", "\\", "{", "x = y"]), max_size=12))
def test_any_text_is_read_or_refused(parts: list[str]) -> None:
    for text in ("\n".join(parts), " ".join(parts)):
        file = tomlfile.parse(Path("a.toml"), text)
        lines = text.count("\n") + 1
        assert all(1 <= int(fault.arguments["line"]) <= lines for fault in file.faults)


def test_an_entry_without_its_header_is_one_fault(tmp_path: Path) -> None:
    text = '[[a]]\nid = "1"\nname = "x"\n\nid = "2"\nname = "y"\nother = 3\n\n[[a]]\nid = "3"\n'
    file = tomlfile.parse(tmp_path / "x.toml", text)
    assert [(fault.code, fault.arguments["line"]) for fault in file.faults] == [("toml-header", 5)]
    assert [entry["id"] for entry in file.tables["a"]] == ["1", "3"]


def test_what_is_missing_elsewhere_is_told_beside_a_line_that_cannot_be_read(tmp_path: Path) -> None:
    file = tomlfile.parse(tmp_path / "x.toml", '[[a]]\nid = “1”\n\n[[a]]\nname = "x"\n')
    kinds = {"id": TEXT, "name": TEXT}
    with pytest.raises(FaultsError) as error:
        file.refuse(
            fault for number in (0, 1) for fault in tomlcheck.check(file, ("a", number), file.tables["a"][number], kinds, required=["id", "name"])
        )
    assert [(fault.code, fault.arguments["line"], fault.arguments.get("key")) for fault in error.value.errors] == [
        ("toml-quotes", 2, None),
        ("toml-missing-key", 4, "id"),
    ]
