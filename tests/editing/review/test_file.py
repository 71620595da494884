"""What editors and hands do to a correction file: read where that can be done, else every fault with its line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.editing.review.fields import FIELDS
from briefing.editing.review.file import read
from briefing.editing.review.sheet import Program, Row, Sheet, digest, pack_up, unpack
from briefing.editing.review.write import write
from briefing.model.problem import FaultsError
from tests.editing.review.loop import Loop
from tests.editing.review.test_loop import RULE, WISH, found

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model.problem import BriefingError


@pytest.fixture
def loop(tmp_path: Path) -> Loop:
    built = Loop(tmp_path)
    built.build([found()])
    return built


def faults(loop: Loop, *changes: tuple[str, str]) -> list[BriefingError]:
    """Return the faults of the file after the changes, none where it is read."""
    loop.edit(*changes)
    try:
        read(loop.path)
    except FaultsError as error:
        return list(error.errors)
    return []


def line_of(loop: Loop, words: str) -> int:
    return loop.path.read_text("utf-8").split("\n").index(words) + 1


CASES = {
    "curly marks": (('name = "Jumani"', "name = “Jumani”"), "toml-quotes", "name = “Jumani”"),
    "no marks": (('name = "Jumani"', "name = Jumani"), "toml-bare", "name = Jumani"),
    "ya": (("keep = true", "keep = ya"), "toml-bare", "keep = ya"),
    "ya in marks": (("keep = true", 'keep = "ya"'), "toml-value", 'keep = "ya"'),
    "no such day": (('published = "2024-06-25"', 'published = "31/02/2024"'), "toml-value", 'published = "31/02/2024"'),
    "no such day unmarked": (('date = ""', "date = 2024-02-31"), "toml-bare", "date = 2024-02-31"),
    "another type": (('type = "prohibition"', 'type = "larangan"'), "toml-choice", 'type = "larangan"'),
    "another key": (('outlet = ""', 'media = ""'), "toml-unknown-key", 'media = ""'),
    "words touched": ((f'text = "{WISH}"', f'text = "{WISH}!"'), "correction-words", f'text = "{WISH}!"'),
    "file touched": (('file = "artikel/a.txt"', 'file = "artikel/b.txt"'), "correction-source", 'file = "artikel/b.txt"'),
    "hash touched": (('sha256 = "1', 'sha256 = "2'), "correction-source", 'sha256 = "2' + "1" * 63 + '"'),
    "unknown point": (("point = []", 'point = ["stay-netral"]'), "correction-point", 'point = ["stay-netral"]'),
    "unknown speaker": (('speaker = "sidik"', 'speaker = "sidiq"'), "correction-speaker", 'speaker = "sidiq"'),
    "not a run of it": (
        (
            f'text = "{WISH}"\nkeep = true\nspeaker = "sidik"\nshorten = []',
            f'text = "{WISH}"\nkeep = true\nspeaker = "sidik"\nshorten = ["aparatur ... kami"]',
        ),
        "correction-shorten",
        'shorten = ["aparatur ... kami"]',
    ),
    "twice on a line of its own": (('name = "Jumani"', 'name = "Jumani"\nname = "Jumani"'), "toml-twice", 'name = "Jumani"'),
}


@pytest.mark.parametrize("case", CASES)
def test_each_fault_is_named_with_its_line(loop: Loop, case: str) -> None:
    change, code, line = CASES[case]
    (fault,) = [each for each in faults(loop, change) if each.code != "toml-missing-key"]
    assert (fault.code, fault.arguments["file"]) == (code, str(loop.path))
    assert loop.path.read_text("utf-8").split("\n")[int(fault.arguments["line"]) - 1] == line


def test_a_deleted_line_is_missed(loop: Loop) -> None:
    (fault,) = faults(loop, ('speaker = "sidik"\n', ""))
    assert (fault.code, fault.arguments["key"]) == ("toml-missing-key", "speaker")
    assert fault.arguments["line"] == line_of(loop, f'text = "{WISH}"') - 3


def test_an_entry_copied_with_its_id_is_told(loop: Loop) -> None:
    text = loop.path.read_text("utf-8")
    start = text.index('[[speaker]]\nid = "sidik"')
    entry = text[start : text.index("\n\n", start)]
    (fault,) = faults(loop, (entry, f"{entry}\n\n{entry}"))
    assert (fault.code, fault.arguments["id"]) == ("correction-doubled", "sidik")


def test_an_entry_copied_whole_is_one_fault_whatever_was_changed_in_it(loop: Loop) -> None:
    added = '[[speaker]]\nid = "sidik"\nname = "Sidik Lain"\n\n[[article]]'
    (fault,) = faults(loop, ("\n[[article]]", f"\n{added}"))
    assert (fault.code, fault.arguments["line"]) == ("correction-doubled", line_of(loop, 'name = "Sidik Lain"') - 1)


def test_what_a_newer_program_wrote_is_told_as_such(loop: Loop) -> None:
    assert faults(loop, ('version = "0"', 'version = "99.1"')) == []
    codes = [fault.code for fault in faults(loop, ("quotes = 5", "quotes = 5\nmap = true"))]
    assert codes == ["toml-unknown-key", "correction-newer"]


def test_an_entry_outside_its_article_is_named_as_it_should_be(loop: Loop) -> None:
    (fault,) = faults(loop, ("\n[[article.rule]]\n", "\n[[rule]]\n"))
    assert (fault.code, fault.arguments["nearest"]) == ("toml-unknown-key", "article.rule")


@pytest.mark.parametrize("notes", [{"approval": [1], "entries": {}}, {"approval": {}, "entries": {"pack/pack": 5}}, {"files": 1}])
def test_notes_of_another_form_are_damaged(loop: Loop, notes: dict[str, object]) -> None:
    line = next(line for line in loop.path.read_text("utf-8").split("\n") if line.startswith("base = "))
    assert [fault.code for fault in faults(loop, (line, f'base = "{pack_up(notes)}"'))] == ["correction-base"]


def test_nobody_without_a_name_is_remembered(loop: Loop) -> None:
    (fault,) = faults(loop, ('name = "Jumani"', 'name = ""'), ("remember = false", "remember = true"))
    assert (fault.code, fault.arguments["line"]) == ("correction-remember", line_of(loop, "remember = true"))


def test_all_faults_come_at_once(loop: Loop) -> None:
    found_faults = faults(
        loop, ("keep = true", "keep = ya"), ('published = "2024-06-25"', 'published = "31/02/2024"'), ('speaker = "sidik"', 'speaker = "sidiq"')
    )
    assert [fault.code for fault in found_faults] == ["toml-bare", "toml-value", "correction-speaker"]
    assert [fault.arguments["line"] for fault in found_faults] == sorted(fault.arguments["line"] for fault in found_faults)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_file_saved_by_notepad_is_the_same(loop: Loop, encoding: str) -> None:
    text = loop.path.read_text("utf-8")
    loop.path.write_bytes(text.replace("\n", "\r\n").encode(encoding))
    assert not [row for row in read(loop.path)[0].rows if row.touched]
    assert loop.build([found()]).text == text


def test_a_damaged_base_is_told_and_a_deleted_one_makes_all_the_officers(loop: Loop) -> None:
    text = loop.path.read_text("utf-8")
    base = next(line for line in text.split("\n") if line.startswith("base = "))
    (fault,) = faults(loop, (base, base[:-9] + base[-5:]))
    assert fault.code == "correction-base"
    loop.path.write_text(text.replace(base, ""), encoding="utf-8")
    rows = read(loop.path)[0].rows
    assert all(row.touched for row in rows)
    assert loop.build([found()]).pack.articles[0].quotes[0].text.id == RULE


def test_a_name_replaced_everywhere_is_an_edit(loop: Loop) -> None:
    text = loop.path.read_text("utf-8")
    loop.path.write_text(text.replace('"Jumani"', '"Jumaini"'), encoding="utf-8")
    assert loop.build([found()]).pack.people[0].name == "Jumaini"


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WORDS, WORDS, st.lists(WORDS, max_size=3))
def test_whatever_a_text_holds_is_read_as_it_was_written(tmp_path: Path, title: str, name: str, sections: list[str]) -> None:
    pack = Row(kind="pack", id="pack", values={"title": title, "sections": tuple(sections)})
    speaker = Row(kind="speaker", id="s", values={"id": "s", "name": name})
    path = tmp_path / "x.koreksi.toml"
    path.write_text(write([pack, speaker], (), (), Program(version="1")), encoding="utf-8", newline="\n")
    sheet, _ = read(path)
    assert [row.values for row in sheet.rows] == [{**pack.values, "title": title.strip()}, {**speaker.values, "name": name.strip()}]
    assert not any(row.touched for row in sheet.rows)


@given(st.dictionaries(WORDS, st.dictionaries(WORDS, WORDS, max_size=3), max_size=3))
def test_notes_are_unpacked_as_they_were_packed(notes: dict[str, dict[str, str]]) -> None:
    assert unpack(pack_up(notes)) == notes


def test_every_kind_of_entry_has_an_id_that_stays() -> None:
    assert all(fields[0].name == "id" and fields[0].role == "fixed" for kind, fields in FIELDS.items() if kind != "pack")
    assert digest(("a", "b")) != digest(("ab",))
    assert Sheet().of("pack") == ()
    assert replace(Row(kind="quote", id="q-1", values={}, article="a-1")).key == "a-1/q-1"
