"""The sample articles as web pages: the same findings as from the text files."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any

import pytest

from briefing.files import shipped
from briefing.finding.find import find
from briefing.finding.report import findings_json
from briefing.reading.read import read, texts
from tests.reading.pages import web_page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing.model.article import Article

SEEDS = sorted(shipped("seeds").glob("*.txt"))


def as_page(article: Article, markup: str) -> bytes:
    """Return a page with the cleaned text of an article, its paragraphs in `markup`, and in its head what the text file says of it."""
    body = "\n".join(markup.format(html.escape(span.of(article.text), quote=False)) for span in article.paragraphs)
    said = {"og:url": article.url, "og:site_name": article.outlet, "author": article.author, "article:published_time": article.published}
    head = "".join(f'<meta property="{name}" content="{html.escape(value)}">' for name, value in said.items() if value)
    page = web_page(body, title=article.title or "", head=head, byline="")
    return page if article.outlet is None else page.replace(b'<meta property="og:site_name" content="Kabar Desa">', b"")


def found(article: Article) -> dict[str, Any]:
    """Return what was found, without what depends on the file and on what is printed around the article."""
    article_json: dict[str, Any] = findings_json([find(article)])["articles"][0]
    for quote in article_json["quotes"]:
        del quote["source_span"]
    return {name: value for name, value in article_json.items() if name not in {"source", "outlet", "place", "problems"}}


@pytest.mark.parametrize("markup", ["<p>{}</p>", "<div>{}<br></div>", "{}<br><br>"])
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_a_page_of_a_sample_gives_the_findings_of_its_text(path: Path, markup: str) -> None:
    article = read(*texts(path.read_bytes(), path.name))
    page = read(*texts(as_page(article, markup), "halaman.html"))

    assert page.text == article.text
    assert found(page) == found(article)
    assert [quote.span.of(page.text) for quote in find(page).quotes] == [
        " ".join(page.offsets.to_source(quote.span).of(page.source_text).split()) for quote in find(page).quotes
    ]


PASTED: dict[str, Callable[[str], str]] = {
    "a paragraph a line": lambda text: "".join(f"<p>{line}</p>" for line in text.split("\n") if line.strip()),
    "line breaks": lambda text: text.replace("\n", "<br>\n"),
    "as typed": lambda text: f"<pre>{text}</pre>",
    "paragraphs of lines": lambda text: "".join(f"<p>{lines}</p>".replace("\n", "<br>") for lines in text.split("\n\n") if lines.strip()),
}


@pytest.mark.parametrize("way", PASTED)
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_a_page_with_the_whole_of_a_sample_keeps_of_it_what_the_text_keeps(path: Path, way: str) -> None:
    article = read(*texts(path.read_bytes(), path.name))
    body = PASTED[way](html.escape(path.read_text(encoding="utf-8")))
    page = read(*texts(web_page(body, title=article.title or "", byline=""), "halaman.html"))

    assert (page.text, page.title, page.author) == (article.text, article.title, article.author)
    assert (page.published, page.event_date) == (article.published, article.event_date)
