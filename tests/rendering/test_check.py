from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.model.problem import BriefingError
from briefing.rendering.check import check
from briefing.rendering.profiles import copy_of
from tests.factories import one_article_pack

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return an office's own copy of the templates for supervisors, with half of its sections."""
    for name, text in copy_of("bawaslu").items():
        (tmp_path / "kami" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "kami" / name).write_text(text, encoding="utf-8")
    sections = ["cover", "speakers", "glossary", "sources", "ikrar", "kontak", "lapor"]
    (tmp_path / "kami" / "profile.toml").write_text(f"sections = {sections}\n", encoding="utf-8")
    return tmp_path / "kami"


def change(file: Path, old: str, new: str) -> int:
    """Replace the first `old` in a file, and return the line where it stood."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def faults(folder: Path) -> list[tuple[object, ...]]:
    with pytest.raises(BriefingError) as raised:
        check(folder, one_article_pack())
    return [(fault.code, fault.arguments["template"], fault.arguments["line"]) for fault in raised.value.errors]


def test_a_copy_has_no_fault_and_nothing_to_note(own: Path) -> None:
    assert check(own, one_article_pack()) == ()


def test_the_faults_of_all_sections_are_told_at_once_each_with_file_and_line(own: Path) -> None:
    pack = own / "pack"
    unknown = (
        change(pack / "macros.xhtml", '{% macro heading(left, right, letter="") %}\n<pair>', '{% macro heading(left, right, letter="") %}\n<marquee>')
        + 1
    )
    unclosed = change(pack / "ikrar.xhtml", "</section>", "")
    zero = change(pack / "speakers.xhtml", "{{ named.name }}", "{{ 1/0 }}")
    undefined = change(pack / "sources.xhtml", "id.sources.attached", "id.sources.atached")

    found = faults(own)

    assert ("template-not-wellformed", "kami/pack/macros.xhtml", unknown) in found
    assert ("template-fault", "kami/pack/speakers.xhtml", zero) in found
    assert ("template-fault", "kami/pack/sources.xhtml", undefined) in found
    assert ("template-not-wellformed", "kami/pack/ikrar.xhtml", 3) in found
    assert unclosed > 3
    assert len(found) == len(set(found))


def test_an_unknown_element_is_told_with_those_that_are_known(own: Path) -> None:
    line = change(own / "pack" / "glossary.xhtml", '<td class="note">', "<td><video/>")
    with pytest.raises(BriefingError) as raised:
        check(own, one_article_pack())

    arguments = raised.value.errors[0].arguments
    assert (arguments["template"], arguments["line"], arguments["element"]) == ("kami/pack/glossary.xhtml", line, "<video> in <td>")
    assert "img" in str(arguments["known"])


def test_files_that_cannot_be_read_are_all_told_before_any_is_filled(own: Path) -> None:
    (own / "pack" / "lapor.xhtml").write_text("<p>é</p>", encoding="utf-16")
    (own / "labels" / "id.toml").write_text("a = “b”\n", encoding="utf-8")
    line = change(own / "pack" / "kontak.xhtml", '{% import "forms.xhtml" as f %}', "{% import “forms.xhtml” as f %}")
    change(own / "pack" / "rules.xhtml", "<pair>", "")

    assert faults(own) == [
        ("template-fault", "kami/pack/kontak.xhtml", line),
        ("template-fault", "kami/pack/lapor.xhtml", 1),
        ("template-fault", "kami/labels/id.toml", 1),
    ]


def test_the_column_of_a_character_that_cannot_stand_there_is_told(own: Path) -> None:
    change(own / "pack" / "kontak.xhtml", '"forms.xhtml"', "“forms.xhtml”")
    with pytest.raises(BriefingError) as raised:
        check(own, one_article_pack())

    assert raised.value.errors[0].arguments["place"] == "2:11"
    assert raised.value.errors[0].arguments["fault"] == "unexpected char '“'"


def test_a_misspelt_section_is_told(own: Path) -> None:
    change(own / "profile.toml", "lapor", "laporr")
    with pytest.raises(BriefingError) as raised:
        check(own, one_article_pack())

    assert raised.value.errors[0].arguments["nearest"] == "lapor"


def test_what_has_no_effect_is_noted(own: Path) -> None:
    (own / "pack" / "motto.xhtml").write_text('<section class="page" id="motto"/>', encoding="utf-8")
    change(own / "labels" / "en.toml", 'title = "Reporting card"', 'titel = "Card"\ntitle = "Reporting card"')

    noted = [(note.code, dict(note.arguments)) for note in check(own, one_article_pack())]

    assert noted == [
        ("template-unused", {"file": "pack/motto.xhtml", "section": "motto"}),
        ("label-unused", {"file": "labels/en.toml", "label": "lapor.titel", "nearest": "lapor.title"}),
    ]
