"""What cannot be opened is reported and costs no other source."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from briefing import pipeline
from briefing.files import shipped

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from briefing.model.outcome import Outcome


def _codes(outcomes: tuple[Outcome, ...]) -> list[str]:
    return [outcome.error.code for outcome in outcomes if outcome.error]


def test_a_folder_that_may_not_be_opened_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "a.txt").write_bytes(next(shipped("seeds").glob("002*.txt")).read_bytes())
    monkeypatch.setattr(os, "access", lambda path, mode: "closed" not in str(path))

    outcomes = pipeline.find_all(pipeline.sources([tmp_path]))

    assert _codes(outcomes) == ["unreadable-file"]
    assert sum(outcome.findings is not None for outcome in outcomes) == 1


def test_a_name_too_long_for_the_system_is_reported(tmp_path: Path) -> None:
    outcomes = pipeline.find_all(pipeline.sources([tmp_path / ("a" * 300 + ".txt"), *shipped("seeds").glob("002*.txt")]))

    assert _codes(outcomes) in (["unreadable-file"], ["missing-file"])
    assert sum(outcome.findings is not None for outcome in outcomes) == 1
