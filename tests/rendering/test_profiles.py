from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing.model.problem import BriefingError, ExitCode
from briefing.rendering.fill import fill, make_document
from briefing.rendering.profiles import available, copy_of, folders, labels, names, sections
from tests.editing.kit import kit_pack
from tests.factories import ROOT, one_article_pack

if TYPE_CHECKING:
    from pathlib import Path

TEMPLATES = ROOT / "templates"


def written(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_profile_is_looked_up_before_the_plain_templates() -> None:
    assert names() == ("bawaslu", "pemkab")
    assert folders("") == (TEMPLATES,)
    assert folders("pemkab") == (TEMPLATES / "pemkab", TEMPLATES)


@pytest.mark.parametrize("profile", ["bawasluu", "../templates/tiada", "/tmp", "."])
def test_an_unknown_profile_names_the_known_ones(profile: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BriefingError) as raised:
        folders(profile)

    assert (raised.value.code, raised.value.exit_code) == ("unknown-profile", ExitCode.USAGE)
    assert raised.value.arguments == {"profile": profile, "known": "bawaslu, pemkab"}


def test_the_sections_of_a_profile_come_in_its_order() -> None:
    document = make_document(kit_pack("stay-neutral"), folders("pemkab"))
    names = [section.attributes["id"] for section in document.sections]

    assert names.index("acara") < names.index("rules") < names.index("sanksi") < names.index("article-1")
    assert {"lapor", "ikrar", "kontak"}.isdisjoint(names)
    forms = [section.attributes["id"] for section in make_document(kit_pack("stay-neutral"), folders("bawaslu")).sections][-5:]
    assert forms == ["kasus", "lapor", "ikrar", "kontak", "jawaban"]


@pytest.mark.parametrize("profile", names())
def test_the_answer_key_is_never_on_the_back_of_the_questions(profile: str) -> None:
    listed = sections(folders(profile))

    assert listed.index("jawaban") - listed.index("kasus") > 1


def test_a_pack_prints_exactly_its_own_sections() -> None:
    pack = replace(one_article_pack(), sections=("sources", "ikrar", "articles"))

    assert [section.attributes["id"] for section in make_document(pack, folders("bawaslu")).sections] == ["sources", "ikrar", "article-1"]


@pytest.mark.parametrize("name", available(folders("")))
def test_each_section_can_be_printed_alone(name: str) -> None:
    assert make_document(replace(kit_pack("stay-neutral", "right-to-vote"), sections=(name,)), folders("")).sections


@pytest.mark.parametrize(("name", "nearest"), [("rule", "rules"), ("Cover", "cover"), ("artikels", "articles"), ("../pack/law", "law")])
def test_an_unknown_section_names_the_nearest_and_all_known_ones(name: str, nearest: str) -> None:
    with pytest.raises(BriefingError) as raised:
        sections(folders(""), ("cover", name))

    assert (raised.value.code, raised.value.exit_code) == ("unknown-section", ExitCode.USAGE)
    assert raised.value.arguments == {"section": name, "nearest": nearest, "known": ", ".join(available(folders("")))}


@pytest.mark.parametrize("part", ["pack", "macros", "forms", "letterhead", "article"])
def test_a_part_of_a_page_is_no_section(part: str) -> None:
    assert (TEMPLATES / "pack" / f"{part}.xhtml").exists()
    assert part not in available(folders(""))


def test_an_own_label_stands_in_place_of_the_programs_key_by_key(tmp_path: Path) -> None:
    own = written(tmp_path, {"labels/id.toml": '\ufeff[rules]\ntitle = "Aturan main"\n'})
    found = labels(folders(str(own)))

    assert found["id"]["rules"]["title"] == "Aturan main"
    assert found["id"]["rules"]["L"] == "Larangan"
    assert found["en"] == labels(folders(""))["en"]


def test_an_own_template_stands_in_place_of_the_programs(tmp_path: Path) -> None:
    own = written(tmp_path, {"pack/rules.xhtml": '\ufeff<section class="page" id="rules"><p>{{ office.name or id.rules.title }}</p></section>'})
    document = make_document(replace(one_article_pack(), sections=("rules", "speakers")), folders(str(own)))

    assert document.sections[0].text == "Aturan menurut jenis"
    assert "Jumani" in document.sections[1].text


@pytest.mark.parametrize("profile", ["", *names()])
def test_a_copy_prints_what_its_profile_prints(tmp_path: Path, profile: str) -> None:
    own = written(tmp_path, copy_of(profile))

    assert fill(one_article_pack(), [own]) == fill(one_article_pack(), folders(profile))
    assert (own / "labels" / "id.toml").read_text(encoding="utf-8").startswith("# Setiap kalimat tetap paket")


@pytest.mark.parametrize(
    ("text", "place", "fault"),
    [
        ("sections = [“cover”]", "1:13", "Invalid value"),
        ("\nsections = 3", "?", "no list of names"),
        ("sections = []", "?", "no list of names"),
        ("sections = ['cover', 3]", "?", "no list of names"),
        ("seksi = ['cover']", "?", "no list of names"),
    ],
)
def test_a_faulty_profile_names_its_file_and_place(tmp_path: Path, text: str, place: str, fault: str) -> None:
    own = written(tmp_path, {"profile.toml": text})
    with pytest.raises(BriefingError) as raised:
        sections(folders(str(own)))

    assert (raised.value.code, raised.value.exit_code) == ("template-fault", ExitCode.TEMPLATE_FAULT)
    assert (raised.value.arguments["template"], raised.value.arguments["place"]) == (f"{own.name}/profile.toml", place)
    assert fault in str(raised.value.arguments["fault"])
