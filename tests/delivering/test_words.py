"""The words of a letter: by office and language, strict about the columns of the list, every English block with its origin."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from briefing.delivering import addresses
from briefing.delivering.recipients import Recipient
from briefing.delivering.words import WIDTH, Letters, Words, try_letters
from briefing.files import shipped
from briefing.model.office import Office
from briefing.model.pack import Bilingual, Origin, Translation
from briefing.model.problem import BriefingError, ExitCode, FaultsError
from briefing.rendering.profiles import folders
from tests.factories import seeds_pack

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefing.model.pack import Pack

PACK = replace(seeds_pack(), event="Apel <Senin>")
OFFICE = Office(name="Bawaslu Contoh", signatory="Ketua", contacts=("humas@contoh.go.id",))


def letter(pack: Pack = PACK, folder: Sequence[Path] | None = None, **known: Any) -> Words:
    recipient = Recipient(address=addresses.read("rina@contoh.id"), line=7, **known)
    return Letters(pack, folder or folders(""), OFFICE, "paket.pdf", 461_894).words(recipient)


def test_a_letter_greets_the_office_and_the_person() -> None:
    words = letter(office="Dinas Contoh", name="Rina Wati, S.H.")
    assert words.plain.startswith("Kepada Yth.\nDinas Contoh\nRina Wati, S.H.\ndi tempat\n")
    assert "Dinas Contoh<br>\nRina Wati, S.H.<br>" in words.html
    assert "Bapak/Ibu penerima" in letter().plain
    assert "paket.pdf (462 KB)" in words.plain
    assert words.plain.rstrip().endswith("Ketua\nBawaslu Contoh\nhumas@contoh.go.id")


@pytest.mark.parametrize(
    ("language", "order"), [("", ["Dengan hormat", "We send you"]), ("id", ["Dengan hormat"]), ("en", ["We send you", "Dengan hormat"])]
)
def test_the_languages_of_a_letter(language: str, order: list[str]) -> None:
    words = letter(language=language)
    for text in (words.plain, words.html):
        assert re.findall("Dengan hormat|We send you", text) == order


def test_a_pack_in_indonesian_alone_has_such_a_letter() -> None:
    assert "We send you" not in letter(replace(PACK, languages=("id",))).plain


def test_key_points_with_who_said_them() -> None:
    point = PACK.points[0]
    said = next(name for name in (getattr(PACK.person(each.person), "name", None) for each in point.references) if name)
    line = next(line for line in letter().plain.split("\n\n") if line.startswith("1. "))
    assert point.text.id in " ".join(line.split())
    assert said in " ".join(line.split())


def test_english_that_is_not_the_catalogues_says_where_it_comes_from() -> None:
    english = Translation(text="Civil servants must stay neutral", origin=Origin.PROJECT)
    point = replace(PACK.points[0], text=Bilingual(id="ASN wajib netral", en=english))
    bare = replace(PACK.points[0], text=Bilingual(id="Belum ada"))
    words = letter(replace(PACK, points=(point, bare)))
    for text in (" ".join(words.plain.split()), words.html):
        assert "Civil servants must stay neutral [Project translation, not reviewed]" in text
        assert text.count("Belum ada") == 1


def test_a_draft_says_so_everywhere() -> None:
    words = letter(replace(PACK, approved_by=None, approved_on=None))
    assert words.subject.startswith("[DRAF] ")
    assert "DRAF" in words.plain
    assert "DRAFT" in words.html


def test_no_line_of_plain_text_is_longer_than_what_can_be_quoted() -> None:
    assert max(map(len, letter(office="Dinas " * 30).plain.split("\n"))) <= WIDTH


def test_what_a_list_says_is_no_markup() -> None:
    words = letter(name="<b>Rina</b>", office="A & B")
    assert "<b>Rina" not in words.html
    assert "&lt;b&gt;Rina&lt;/b&gt;" in words.html
    assert "<b>Rina</b>" in words.plain
    assert "Apel &lt;Senin&gt;" in words.html


def own(folder: Path, plain: str) -> tuple[Path, ...]:
    (folder / "letter").mkdir()
    (folder / "letter" / "letter.txt").write_text(plain, encoding="utf-8")
    return (folder, shipped("templates"))


def test_further_columns_are_fields_of_the_letter(tmp_path: Path) -> None:
    own_letter = own(tmp_path, "{{ recipient.desa }}{% if recipient.camat %} {{ recipient.camat }}{% endif %}")
    assert letter(folder=own_letter, fields={"desa": "Contoh", "camat": ""}).plain == "Contoh\n"


@pytest.mark.parametrize(
    ("template", "code", "column"),
    [
        ("{{ recipient.desa }}", "letter-field-unknown", "desa"),
        ("{{ recipient['nama desa'] }}", "template-fault", None),
        ("{{ recipient.camat }}", "letter-cell-empty", "camat"),
        ("{{ recipient.camat.nama }}", "letter-cell-empty", "camat"),
        ("{{ desa }}", "template-fault", None),
        ("{% if %}", "template-fault", None),
        ("{{ ''.__class__.mro() }}", "template-fault", None),
        ("{% for n in range(10**9) %}x{% endfor %}", "template-fault", None),
    ],
)
def test_what_a_template_asks_for_in_vain(tmp_path: Path, template: str, code: str, column: str | None) -> None:
    with pytest.raises(BriefingError) as caught:
        letter(folder=own(tmp_path, template), fields={"camat": ""})
    assert caught.value.code == code
    if column:
        assert (caught.value.arguments["column"], caught.value.arguments["line"]) == (column, 7)
        assert caught.value.exit_code == ExitCode.USAGE


def test_the_letters_of_an_office_are_tried_with_its_templates(tmp_path: Path) -> None:
    own(tmp_path, "{{ recipient.desa }} {{ office.name }}")
    try_letters(tmp_path, PACK)
    (tmp_path / "letter" / "letter.txt").write_text("{{ office.nama }}", encoding="utf-8")
    with pytest.raises(FaultsError) as caught:
        try_letters(tmp_path, PACK)
    assert "letter.txt" in str(caught.value.arguments["template"])


def test_a_subject_is_one_line(tmp_path: Path) -> None:
    own(tmp_path, "x")
    (tmp_path / "letter" / "subject.txt").write_text("Paket\r\nBcc: x@y.id {{ recipient.name }}", encoding="utf-8")
    words = letter(folder=(tmp_path, shipped("templates")), name="A\u202eB")
    assert words.subject == "Paket Bcc: x@y.id A B"
