"""One document with everything of the vocabulary, rendered once; its words are invented, some of them hostile."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from briefing.model.document import Attachment, Document
from briefing.rendering.parse import parse
from briefing.rendering.pdf.render import Rendered, render

WHEN = datetime(2031, 1, 1, 12, 30, tzinfo=UTC)
ATTACHED = Attachment(name="artikel-1.txt", data="¶ 1 Satu.\n".encode(), media_type="text/plain", description="Naskah artikel 1")


@pytest.fixture(scope="package")
def sample() -> Document:
    return parse(Path(__file__).with_name("sample.xhtml").read_text(encoding="utf-8"), "sample.xhtml")


@pytest.fixture(scope="package")
def rendered(sample: Document) -> Rendered:
    return render(sample, when=WHEN, attachments=[ATTACHED], author="Humas Contoh")


@pytest.fixture(scope="package")
def reader(rendered: Rendered) -> PdfReader:
    return PdfReader(BytesIO(rendered.pdf))
