from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from briefing.finding.find import find
from briefing.model.article import Article, Source
from briefing.model.span import OffsetMap, Piece, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.model.finding import Findings


def article_of(text: str, **metadata: Any) -> Article:
    """Return an article whose cleaned text is its source."""
    whole = Span(0, len(text))
    pieces = (Piece(clean=whole, source=whole),) if text else ()
    return Article(
        source=Source(name="a.txt", sha256="0", media_type="text/plain"), source_text=text, text=text, offsets=OffsetMap(pieces=pieces), **metadata
    )


@pytest.fixture(scope="session")
def find_in() -> Callable[..., Findings]:
    """Return a function that finds what a text holds; further arguments are metadata of the article."""
    return lambda text, **metadata: find(article_of(text, **metadata))
