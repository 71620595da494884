"""What cannot be opened is reported and costs no other source."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import intake
from briefing.files import shipped

if TYPE_CHECKING:
    import pytest

    from briefing.model.outcome import Outcome


def _codes(outcomes: tuple[Outcome, ...]) -> list[str]:
    return [outcome.error.code for outcome in outcomes if outcome.error]


def test_a_folder_that_may_not_be_opened_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "a.txt").write_bytes(next(shipped("seeds").glob("002*.txt")).read_bytes())
    monkeypatch.setattr(os, "access", lambda path, mode: "closed" not in str(path))

    outcomes = intake.find_all(intake.sources([tmp_path]))

    assert _codes(outcomes) == ["unreadable-file"]
    assert sum(outcome.findings is not None for outcome in outcomes) == 1


def test_a_name_too_long_for_the_system_is_reported(tmp_path: Path) -> None:
    outcomes = intake.find_all(intake.sources([tmp_path / ("a" * 300 + ".txt"), *shipped("seeds").glob("002*.txt")]))

    assert _codes(outcomes) in (["unreadable-file"], ["missing-file"])
    assert sum(outcome.findings is not None for outcome in outcomes) == 1


ARTICLE = "Judul: Rapat {}\n\nSekda meminta semua pegawai bersikap netral, kata dia pada rapat {}.\n"


def test_one_bad_part_of_a_text_costs_no_other(tmp_path: Path) -> None:
    parts = [ARTICLE.format(1, 1), "x" * 3000, ARTICLE.format(2, 2)]
    (tmp_path / "a.txt").write_text("\n====\n\n".join(parts), encoding="utf-8")

    outcomes = intake.find_all(intake.sources([tmp_path / "a.txt"]))

    assert [outcome.name for outcome in outcomes] == ["a.txt#1", "a.txt#2", "a.txt#3"]
    assert [outcome.findings.article.title if outcome.findings else None for outcome in outcomes] == ["Rapat 1", None, "Rapat 2"]
    assert _codes(outcomes) == ["word-too-long"]


def test_files_of_one_name_are_told_apart_and_doubted_where_they_are_the_same(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text(ARTICLE.format(1, 1), encoding="utf-8")

    first, second = intake.find_all(intake.sources([tmp_path / "a" / "x.txt", tmp_path / "b" / "x.txt"]))

    assert (first.name, second.name) == tuple((tmp_path / folder / "x.txt").as_posix() for folder in ("a", "b"))
    assert [problem.arguments["other"] for problem in second.problems if problem.code == "duplicate-article"] == [first.name]
    assert "duplicate-article" not in {problem.code for problem in first.problems}


def test_standard_input_that_the_shell_closed_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)

    assert _codes(intake.find_all(intake.sources([Path("-")]))) == ["empty-file"]


def test_a_text_of_control_characters_is_called_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Sekda \x01\x02 meminta \x03 semua pegawai.")

    assert _codes(intake.find_all(intake.sources([tmp_path]))) == ["not-text"]
