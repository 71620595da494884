from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from briefing.lexicon import kept

if TYPE_CHECKING:
    from pathlib import Path

TEXT = 'from = 2024-11-14\nforms = ["é", "b"]\n[[entry]]\nday = 3\n'
TABLES = {"from": date(2024, 11, 14), "forms": ["é", "b"], "entry": [{"day": 3}]}


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(kept, "user_cache_path", lambda *_, **__: tmp_path)
    return tmp_path


def test_the_kept_tables_are_those_of_the_text(place: Path) -> None:
    assert kept.parsed("law/a.toml", TEXT) == TABLES
    assert [file.name for file in place.iterdir()] == ["law-a.toml.json"]
    assert kept.parsed("law/a.toml", TEXT) == TABLES


def test_a_changed_text_is_parsed_again(place: Path) -> None:
    kept.parsed("a.toml", TEXT)

    assert kept.parsed("a.toml", "x = 1") == {"x": 1}
    assert b'"x": 1' in (place / "a.toml.json").read_bytes()


@pytest.mark.parametrize("broken", [b"", b"{", b"[]", b'{"sha256": 1}', b"\xff", b'{"from": {"$day": 7}}'])
def test_a_broken_copy_is_not_believed(place: Path, broken: bytes) -> None:
    (place / "a.toml.json").write_bytes(broken)

    assert kept.parsed("a.toml", TEXT) == TABLES


def test_without_a_place_the_text_is_parsed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setattr(kept, "user_cache_path", lambda *_, **__: tmp_path / "file" / "inside")

    assert kept.parsed("a.toml", TEXT) == TABLES


def test_the_copy_is_read_and_not_the_text(place: Path) -> None:
    kept.parsed("a.toml", TEXT)
    copy = place / "a.toml.json"
    copy.write_text(copy.read_text(encoding="utf-8").replace('"day": 3', '"day": 4'), encoding="utf-8")

    assert kept.parsed("a.toml", TEXT)["entry"] == [{"day": 4}]
