"""The message that goes with a pack by messenger: short enough, whole points, who said them, every English block with its origin."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.delivering.message import LIMIT, text, try_message
from briefing.lexicon import phrases
from briefing.model.office import Office
from briefing.model.pack import Bilingual, Origin, Translation
from briefing.model.problem import BriefingError, ExitCode, FaultsError
from briefing.rendering.profiles import folders
from tests.factories import seeds_pack

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model.pack import Pack
    from tests.delivering.conftest import Office as Place

PACK = seeds_pack()
CLAUSE = "pegawai diminta menjaga netralitas dalam setiap tahapan "


def message(pack: Pack = PACK, *own: Path) -> str:
    return text(pack, (*own, *folders("")), Office(), "paket.pdf", 461_894)


def with_points(*blocks: Bilingual) -> Pack:
    return replace(PACK, points=tuple(replace(PACK.points[0], text=block) for block in blocks))


def test_title_points_speakers_file_and_size() -> None:
    found = message()
    assert found.startswith(f"*{PACK.title.id}*\n")
    assert "paket.pdf (462 KB)" in found
    for point in PACK.points:
        assert point.text.id in found
        people = [person.name for each in point.references if (person := PACK.person(each.person)) and person.name]
        assert not people or people[0] in found


def test_every_block_of_english_says_where_it_comes_from() -> None:
    engine, day = "Opus 1.2", phrases.day(PACK.law_as_of).en
    blocks = [
        Translation(text="Said by a machine.", origin=Origin.MACHINE, engine=engine),
        Translation(text="Read by a person.", origin=Origin.REVIEWED, reviewer="Siti", date=PACK.law_as_of),
        Translation(text="What it means.", origin=Origin.GIST),
        Translation(text="Translated for the project.", origin=Origin.PROJECT),
    ]
    found = message(with_points(*(Bilingual(id="Kata.", en=block) for block in blocks), Bilingual(id="Tanpa Inggris.")))
    english = found.partition("Key points")[2]
    for line in (
        f"1. Said by a machine. [Machine: {engine}, not reviewed]",
        f"2. Read by a person. [Reviewed: Siti, {day}]",
        "3. What it means. [Gist, not a translation]",
        "4. Translated for the project. [Project translation, not reviewed]",
        "English without a note in brackets: this publication’s own catalogue.",
    ):
        assert line in english
    assert "Tanpa Inggris." not in english


def test_the_english_title_says_where_it_comes_from() -> None:
    title = Bilingual(id="Judul", en=Translation(text="Title", origin=Origin.MACHINE, engine="Opus 1.2"))
    assert "*Title* [Machine: Opus 1.2, not reviewed]" in message(replace(PACK, title=title))


def test_a_draft_says_so_and_an_approved_pack_does_not() -> None:
    assert "*DRAF:" in message()
    assert "*DRAFT:" in message()
    assert "DRA" not in message(replace(PACK, approved_by="Siti Aminah", approved_on=PACK.law_as_of))


def test_a_pack_in_indonesian_alone_has_such_a_message() -> None:
    assert "Key points" not in message(replace(PACK, languages=("id",)))


@settings(max_examples=40, deadline=None)
@given(sizes=st.lists(st.integers(1, 45), max_size=8), sign=st.sampled_from(["", "🙏", "ⓘ"]))
def test_it_is_short_enough_and_leaves_whole_points_out(sizes: list[int], sign: str) -> None:
    points = [f"{number}{sign} {CLAUSE * size}{sign}akhir" for number, size in enumerate(sizes)]
    found = message(with_points(*(Bilingual(id=point) for point in points)))
    assert len(found.encode("utf-16-le")) // 2 < LIMIT
    held = [point for point in points if point in found]
    assert held == points[: len(held)]
    assert found.count("akhir") == len(held)
    assert (f"({len(held)} dari {len(points)})" in found) == (0 < len(held) < len(points))


def test_no_room_even_without_points() -> None:
    with pytest.raises(BriefingError) as caught:
        message(replace(PACK, title=Bilingual(id="J" * LIMIT)))
    assert (caught.value.code, caught.value.exit_code) == ("message-too-long", ExitCode.USAGE)


def test_nothing_in_it_steers_a_line() -> None:
    found = message(replace(PACK, title=Bilingual(id="Jud\x1b[31mul\u202e\x00")))
    assert found.startswith("*Jud[31mul*\n")


def test_the_office_may_have_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "letter"
    folder.mkdir()
    (folder / "message.txt").write_text("{{ pack.title.id }}: {{ file }}\n", encoding="utf-8")
    assert message(PACK, tmp_path) == f"{PACK.title.id}: paket.pdf\n"
    (folder / "message.txt").write_text("{{ pack.judul }}\n", encoding="utf-8")
    with pytest.raises(FaultsError) as caught:
        try_message(tmp_path, PACK)
    assert [(error.code, error.arguments["line"]) for error in caught.value.errors] == [("template-fault", 1)]
    assert str(caught.value.errors[0].arguments["template"]).endswith("letter/message.txt")


def test_the_command(office: Place) -> None:
    result = office.run("share", "paket.pdf")
    assert (result.exit_code, "paket.pdf (" in result.stdout) == (0, True)
    assert office.run("share", "paket.pdf", "-o", "pesan.txt").stdout == "Written: pesan.txt\n"
    assert (office.folder / "pesan.txt").read_bytes().decode() == result.stdout
    assert '"text": "*' in office.run("share", "paket.pdf", "--json").stdout
    assert office.run("share", "paket.pdf", "-o", "paket.pdf").exit_code == ExitCode.CANNOT_WRITE
    assert office.run("share", "desa.csv").exit_code == ExitCode.INPUT_UNREADABLE
    assert office.run("share", "tiada.pdf").exit_code == ExitCode.INPUT_UNREADABLE
    assert sorted(path.name for path in office.folder.iterdir()) == ["briefing.toml", "desa.csv", "paket.pdf", "pesan.txt"]
