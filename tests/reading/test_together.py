"""One article on several pages is read as one, from a folder and from its correction file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing import intake, pipeline
from briefing.editing.review import store
from briefing.reading.read import read, texts
from briefing.reading.sources import gather
from briefing.reading.together import groups, joined, page_number
from briefing.settings import Settings
from tests.reading.pages import ARTICLE, TITLE, paragraphs, web_page

if TYPE_CHECKING:
    from pathlib import Path

SECOND = (
    "“Sanksi menanti siapa pun yang melanggar,” kata Siti Aminah di hadapan para camat dan lurah yang hadir pagi itu.",
    "Badan pengawas akan memantau kegiatan kampanye sampai hari pemungutan suara, dan menerima laporan dari warga.",
)


PAGER = "<div><span>Halaman:</span> <b>1</b> <a href='/2'>2</a></div>"


def part(address: str, article: tuple[str, ...], title: str = TITLE) -> bytes:
    return web_page(paragraphs(article), title=title, head=f'<link rel="canonical" href="{address}">', behind=PAGER)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://www.kabar.example/berita/sekda-ingatkan-pegawai", 1),
        ("https://kabar.example/berita/sekda-ingatkan-pegawai/2", 2),
        ("https://m.kabar.example/berita/sekda-ingatkan-pegawai/page/3/", 3),
        ("http://kabar.example/berita/sekda-ingatkan-pegawai?page=2&utm_source=x", 2),
        ("https://kabar.example/berita/sekda-ingatkan-pegawai?halaman=12", 12),
        ("https://kabar.example/berita/sekda-ingatkan-pegawai?page=all", 1),
    ],
)
def test_an_address_tells_article_and_page(address: str, expected: int) -> None:
    (text,) = texts(part(address, ARTICLE), "a.html")
    assert page_number(text) == ("kabar.example/berita/sekda-ingatkan-pegawai?", expected)


@pytest.mark.parametrize("address", ["https://kabar.example/2024/10/14", "https://kabar.example/?p=1732", "https://kabar.example/read/2"])
def test_a_number_that_names_the_article_is_no_page(address: str) -> None:
    (text,) = texts(part(address, ARTICLE), "a.html")
    assert (page_number(text) or ("", 0))[1] == 1


def test_the_title_tells_the_page_where_the_address_does_not() -> None:
    (text,) = texts(part("https://kabar.example/berita/1", ARTICLE, f"{TITLE} - Halaman 2"), "a.html")
    assert page_number(text) == ("kabar.example/berita/1?", 2)


def test_pages_make_one_article_with_offsets_into_both() -> None:
    address = "https://kabar.example/berita/sekda-ingatkan-pegawai"
    data = [part(f"{address}/2", SECOND), part("https://kabar.example/berita/lain-sama-sekali", ARTICLE), part(address, ARTICLE)]
    found = [text for number, page in enumerate(data) for text in texts(page, f"{number}.html")]

    assert groups(found) == ((1,), (2, 0))
    article = read(joined([found[2], found[0]]))
    assert (article.source.name, article.title, article.problems) == ("2.html + 0.html", TITLE, ())
    assert [problem.code for problem in read(found[2]).problems] == ["article-goes-on"]
    assert article.text.split("\n\n") == [ARTICLE[0].removeprefix("JAMBI - "), *ARTICLE[1:], *SECOND]
    for piece in article.offsets.pieces:
        assert piece.replacement is not None or piece.source.of(article.source_text) == piece.clean.of(article.text)


def test_two_copies_of_one_page_stay_apart() -> None:
    copy = part("https://kabar.example/berita/sekda-ingatkan-pegawai", ARTICLE)
    assert groups([*texts(copy, "a.html"), *texts(copy, "b.html")]) == ((0,), (1,))


def test_a_pack_of_pages_is_built_again_from_its_correction_file(tmp_path: Path) -> None:
    address = "https://kabar.example/berita/sekda-ingatkan-pegawai"
    (tmp_path / "1.html").write_bytes(part(address, ARTICLE))
    (tmp_path / "2.html").write_bytes(part(f"{address}/2", SECOND))
    (outcome,) = intake.find_all(intake.sources([tmp_path]))
    correction = store.open_correction(tmp_path / "paket.koreksi.toml")
    built = pipeline.build([outcome], correction, Settings())
    store.save(tmp_path / "paket.pdf", built.pdf, built.correction, correction)

    opened = store.open_correction(tmp_path / "paket.koreksi.toml")
    assert opened.sources() == (tmp_path / "1.html", tmp_path / "2.html")
    (again,) = intake.find_all(intake.sources(opened.sources()))
    assert opened.missing([again]) is None
    assert pipeline.build([again], opened, Settings()).pdf == built.pdf


def test_what_a_browser_saves_beside_a_page_is_no_article(tmp_path: Path) -> None:
    for name in ("Rapat.html", "Rapat_files/iklan.html", "Lain_files/berita.html"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"<html>")
    assert [source.name for source in gather(tmp_path)] == ["Lain_files/berita.html", "Rapat.html"]
