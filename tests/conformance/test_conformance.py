"""Every pack conforms to PDF/UA-1 and PDF/A-3a, as validators of three houses and our own check of the parent tree see it."""

from __future__ import annotations

from functools import cache, partial
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from tests.conformance import packs
from tests.conformance.parent_tree import faults
from tests.conformance.validators import outloud, page_validation, verapdf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PACKS: dict[str, Callable[[], bytes]] = {
    **{name: partial(packs.built, packs.SEEDS, **chosen) for name, chosen in packs.FORMS.items()},
    "one": partial(packs.built, min(packs.SEEDS.glob("*.txt"))),
    "torture": lambda: packs.torture().pdf,
}
QUICK = ["usual", "torture"]
ALL = [name if name in QUICK else pytest.param(name, marks=pytest.mark.slow) for name in PACKS]


@cache
def pack(name: str) -> bytes:
    return PACKS[name]()


@pytest.mark.parametrize("name", ALL)
def test_the_parent_tree_agrees_with_structure_and_content(name: str) -> None:
    assert faults(PdfReader(BytesIO(pack(name)))) == []


@pytest.mark.parametrize("name", ALL)
def test_a_fast_validator_finds_no_broken_rule(name: str) -> None:
    assert page_validation(pack(name)) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", PACKS)
def test_a_checker_for_readers_finds_no_error(name: str, tmp_path: Path) -> None:
    file = tmp_path / f"{name}.pdf"
    file.write_bytes(pack(name))
    assert outloud(file) == []


@pytest.mark.slow
def test_the_reference_validator_finds_no_broken_rule(tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.pdf" for name in PACKS]
    for name, file in zip(PACKS, files, strict=True):
        file.write_bytes(pack(name))
    assert verapdf(files) == []


@pytest.mark.slow
def test_a_pack_of_two_hundred_articles_conforms(tmp_path: Path) -> None:
    file = tmp_path / "many.pdf"
    file.write_bytes(packs.built(*packs.many(tmp_path, 200)))
    assert faults(PdfReader(file)) == []
    assert verapdf([file]) == []
