"""Pages laid out as the makers of Indonesian news sites lay them out, all with one made-up article."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.reading.read import read, texts
from tests.reading.pages import ARTICLE, TITLE

PAGES = Path(__file__).parents[1] / "data" / "pages"
SAID = {
    "agency-breaks": ("ANTARA", "Budi Santoso", "2024-10-14T10:15+07:00", "Jambi"),
    "agency-copyright": ("ANTARA", "Budi Santoso", "2024-10-14T10:15+07:00", "Jambi"),
    "blogger": ("Warta Jambi", None, "2024-10-14", "Jambi"),
    "blogspot-spans": ("Suara Jambi", None, "2024-10-14T10:15+07:00", "Jambi"),
    "group-json-ld": ("Tribunjambi.com", "Budi Santoso", "2024-10-14T10:15+07:00", "Jambi"),
    "hashed-names": ("Kabar Jambi", None, "2024-10-14T10:15+07:00", "Jambi"),
    "mobile-amp": ("JPNN.com", "Budi Santoso", "2024-10-14T10:15+07:00", "Jambi"),
    "network-latest": ("Warta Jambi", "Budi Santoso", "2024-10-14T10:15", None),
    "network-reporter-line": ("Tribunnews", "Budi Santoso", "2024-10-14T10:15", "Jambi"),
    "office-drupal": ("Bawaslu Provinsi Jambi", "Budi", "2024-10-14", "Jambi"),
    "office-joomla": ("BKPSDM Kabupaten Batanghari", "Budi Santoso", "2024-10-14T10:15+07:00", None),
    "office-own-system": ("Bawaslu Kota Jambi", None, "2024-10-14", "Jambi"),
    "office-page-builder": ("Pemerintah Kota Jambi", None, "2024-10-14", "Jambi"),
    "portal-caption-channel": ("Kompas.com", "Budi Santoso", "2024-10-14T10:15", "Jambi"),
    "portal-read-content": ("Kompas.com", "Budi Santoso", "2024-10-14T10:15", "Jambi"),
    "portal-table-insert": ("detikcom", "Siti Nur", "2024-10-14T10:15", "Jambi"),
    "regional-inserts": ("Disway", "Budi", "2024-10-14T10:15+07:00", "Jambi"),
    "wordpress": ("Jambi Terkini", None, "2024-10-14T10:15+07:00", "Jambi"),
    "wordpress-inline-related": ("Jambi Kini", "Budi Santoso", "2024-10-14T10:15+07:00", "Jambi"),
}


def test_every_layout_is_tried() -> None:
    assert {path.stem for path in PAGES.glob("*.html")} == SAID.keys()


@pytest.mark.parametrize("name", SAID)
def test_a_layout_gives_the_article(name: str) -> None:
    article = read(*texts((PAGES / f"{name}.html").read_bytes(), f"{name}.html"))

    assert article.text.split("\n\n") == [ARTICLE[0].removeprefix("JAMBI - "), *ARTICLE[1:]]
    assert article.title == TITLE
    assert (article.outlet, article.author, article.published, article.place) == SAID[name]
    assert [problem.code for problem in article.problems] == (["article-goes-on"] if name == "network-latest" else [])
