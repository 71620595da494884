"""The ladder of sanctions, the case questions and their answer key: what stands on the pages, and what never does."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING

import pytest

from briefing.rendering.fill import make_document
from briefing.rendering.pdf.render import render
from briefing.rendering.pdf.theme import theme
from briefing.rendering.profiles import folders
from tests.editing.kit import kit_pack
from tests.factories import seeds_pack

if TYPE_CHECKING:
    from briefing.model.document import Document
    from briefing.model.pack import Pack

SENTENCES = re.compile(r"(?<=\.) (?=[A-Z“])")
STATEMENTS = (
    "stay-neutral",
    "social-media-support",
    "right-to-vote",
    "village-neutral",
    "partial-activity",
    "sanction-exists",
    "no-practical-politics",
)


@cache
def pack() -> Pack:
    return kit_pack(*STATEMENTS)


def page(name: str, languages: tuple[str, ...] = ("id", "en"), of: Pack | None = None) -> Document:
    return make_document(replace(of or pack(), sections=(name,), languages=languages), folders(""))


def words(document: Document) -> str:
    return " ".join(section.text for section in document.sections).replace("\u00a0", " ")


def test_the_ladder_says_of_each_step_who_what_and_on_what_basis_in_both_languages() -> None:
    text = words(page("sanksi"))

    assert "Menurut katalog hukum per 25 November 2026" in text
    for block in [block for step in pack().sanctions for block in (step.text, step.grounds, step.act) if block]:
        assert block.en
        assert block.id in text
        assert block.en.text in text
    assert "[pers: jpnn.com; ayosemarang.com]" in text
    assert "[press: jpnn.com; ayosemarang.com]" in text


def test_the_first_banned_way_to_support_has_no_level() -> None:
    assert "Pasal 5 huruf n angka 1 PP 94/2021 (ikut kampanye) tidak disebut tersendiri" in words(page("sanksi"))


def test_the_notes_of_the_ladder_stand_once_and_their_numbers_lead_to_them() -> None:
    (section,) = page("sanksi", ("id",)).sections
    lists = [element for element in section.walk() if element.tag == "ol"]
    told = [item.text for item in lists[0].children]

    assert len(lists) == 1
    assert len(told) == len(set(told)) == len({note for step in pack().sanctions for note in step.notes})
    assert f"Catatan {len(told)}." in section.text or f", {len(told)}." in section.text


def test_a_question_does_not_give_its_answer_away() -> None:
    text = words(page("kasus"))

    assert all(case.situation.id in text and case.question.id in text for case in pack().cases)
    assert all(made.text.id not in text for made in pack().rules if made.statement)
    assert "Tidak boleh." not in text


def test_the_answer_key_has_the_statement_its_basis_its_note_and_who_says_it() -> None:
    text = words(page("jawaban"))

    for made, statement in [(made, made.statement) for made in pack().rules if made.statement]:
        assert made.text.id in text
        assert not statement.note or all(sentence in text for sentence in SENTENCES.split(statement.note.id))
    assert "Jumani 1 ¶ 2 (L102)" in text
    assert "UU 20/2023 Pasal 24 ayat (1) huruf d (ASN) [pers: radarkepahiang.disway.id; mediabanten.com]" in text


def test_what_only_speakers_say_is_labelled_so_in_both_languages() -> None:
    text = words(page("jawaban"))

    assert "Menurut pembicara. Pegawai ASN tetap mempunyai hak pilih." in text
    assert "As stated by speakers. Civil servants still have the right to vote." in text
    assert "Menurut pembicara. Pegawai ASN wajib menjaga netralitas" not in text


@pytest.mark.parametrize("name", ["sanksi", "kasus", "jawaban"])
def test_a_sheet_with_nothing_on_it_is_left_out_and_not_listed(name: str) -> None:
    document = make_document(replace(seeds_pack(), sections=("contents", name)), folders(""))

    assert [section.attributes["id"] for section in document.sections] == ["contents"]
    assert f"#{name}" not in [element.attributes.get("href") for element in document.sections[0].walk()]


@pytest.mark.parametrize("name", ["sanksi", "kasus", "jawaban"])
def test_in_indonesian_alone_no_english_stands_on_the_sheets(name: str) -> None:
    text = words(page(name, ("id",)))

    assert text
    assert not {"the", "of", "and", "civil", "servants"} & set(text.split())


def test_the_questions_stand_on_one_page_with_room_to_write() -> None:
    rendered = render(page("kasus"), when=datetime(2024, 8, 11, tzinfo=UTC))

    assert len(pack().cases) == 7
    assert rendered.pages == 1


@pytest.mark.parametrize("name", ["sanksi", "jawaban"])
def test_the_sheets_are_copied_in_black(name: str) -> None:
    rendered = render(page(name), when=datetime(2024, 8, 11, tzinfo=UTC), theme=theme("F4", greyscale=True))

    assert rendered.missing == ()
    assert b"/DeviceRGB" not in rendered.pdf
