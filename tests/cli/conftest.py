"""Running the command line inside the test, with a stand-in for the pages, which have tests of their own."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

import pypdf
import pytest
from click.testing import CliRunner, Result

from briefing import pipeline
from briefing.cli.main import program
from briefing.editing.review.sheet import quotes_of

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.editing.review.store import Correction
    from briefing.model.outcome import Outcome
    from briefing.settings import Settings

Run: TypeAlias = Callable[..., Result]


def words(path: Path) -> str:
    """Return the words of a PDF, single spaces between them, those broken at the end of a line whole."""
    pages = pypdf.PdfReader(io.BytesIO(path.read_bytes())).pages
    return " ".join("\n".join(page.extract_text() for page in pages).replace("\u00ad\n", "").replace("\xa0", " ").split())


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command line in English, unless it asks for another language, and return what click's runner says of it."""
    monkeypatch.setenv("BRIEFING_LANG", "en")

    def run(*arguments: object, **options: object) -> Result:
        return CliRunner().invoke(program, [str(argument) for argument in arguments], prog_name="briefing", **options)  # type: ignore[arg-type]

    return run


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[Outcome]]:
    """Replace the making of pages; the list receives what each build was given."""
    given: list[Sequence[Outcome]] = []

    def build(outcomes: Sequence[Outcome], correction: Correction, _: Settings, *, docx: bool) -> pipeline.Built:
        given.append(outcomes)
        pdf = f"%PDF stand-in, {quotes_of(correction.sheet)}".encode()
        held = tuple(outcomes)
        return pipeline.Built(pdf=pdf, pages=3, articles=len(held), correction=b"", problems=(), docx=b"PK" if docx else None, outcomes=held)

    monkeypatch.setattr(pipeline, "build", build)
    return given
