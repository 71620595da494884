"""The files that travel inside the PDF: each article's cleaned text with its paragraph numbers, and the pack for programs."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from typing import TYPE_CHECKING, Any

from briefing.model.document import Attachment
from briefing.model.span import paragraph_spans

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.pack import Pack, PackArticle


def attachments(pack: Pack, english: Sequence[tuple[str, int]] = ()) -> tuple[Attachment, ...]:
    """Return `artikel-N.txt` for each article, and `pack.json`, which has the SHA-256 of each of them in place of its text.

    It counts the blocks of each origin of `english` too, as they are printed.
    """
    texts = tuple(_article_file(article) for article in pack.articles)
    return (*texts, _pack_file(pack, texts, english))


def _article_file(article: PackArticle) -> Attachment:
    head = (article.title.id, f"{article.source_name}, SHA-256 {article.sha256}")
    paragraphs = (f"¶{number} {span.of(article.text)}" for number, span in enumerate(paragraph_spans(article.text), 1))
    return Attachment(
        name=f"artikel-{article.number}.txt",
        data=("\n\n".join(("\n".join(head), *paragraphs)) + "\n").encode(),
        media_type="text/plain",
        description=article.title.id,
    )


def _pack_file(pack: Pack, texts: Sequence[Attachment], english: Sequence[tuple[str, int]]) -> Attachment:
    files = {text.name: hashlib.sha256(text.data).hexdigest() for text in texts}
    content = {"format": "briefing.pack", "format_version": 1, "files": files, "english": dict(english)} | _plain(pack)
    data = json.dumps(content, ensure_ascii=False).encode()
    return Attachment(name="pack.json", data=data, media_type="application/json", description=pack.title.id, relationship="Data")


def _plain(value: Any) -> Any:
    """Return `value` with nothing but what JSON knows, dates as ISO 8601, and without the texts of articles."""
    match value:
        case dict():
            return {key: _plain(item) for key, item in value.items() if not (key == "text" and isinstance(item, str) and "sha256" in value)}
        case tuple() | list():
            return [_plain(item) for item in value]
        case str() | int() | float() | None:
            return value
        case _ if dataclasses.is_dataclass(value):
            return _plain({field.name: getattr(value, field.name) for field in dataclasses.fields(value)})
        case _:
            return str(value)
