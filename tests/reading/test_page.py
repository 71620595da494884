"""Web pages: which of their words are the article, and what they say of themselves."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from briefing.model.problem import BriefingError, ExitCode
from briefing.reading.read import read, texts
from tests.reading.pages import ARTICLE, LINKS, TITLE, links, paragraphs, web_page

if TYPE_CHECKING:
    from briefing.model.article import Article

BODY = "\n\n".join((ARTICLE[0].removeprefix("JAMBI - "), *ARTICLE[1:]))


def page(data: bytes | str) -> Article:
    return read(*texts(data.encode() if isinstance(data, str) else data, "halaman.html"))


def test_a_page_gives_its_article_alone() -> None:
    article = page(web_page(paragraphs()))

    assert (article.title, article.text) == (TITLE, BODY)
    assert (article.outlet, article.published, article.place) == ("Kabar Desa", "2024-10-14T10:15+07:00", "Jambi")
    assert (article.source.media_type, article.problems) == ("text/html", ())


def test_every_offset_leads_into_the_text_of_the_page() -> None:
    article = page(web_page(paragraphs()))

    for piece in article.offsets.pieces:
        assert piece.replacement is not None or piece.source.of(article.source_text) == piece.clean.of(article.text)
    said = {found.field: (found.how, found.span.of(article.source_text)) for found in article.evidence}
    assert said["title"] == ("heading", TITLE)
    assert said["published"] == ("byline", "Senin, 14 Oktober 2024 | 10:15 WIB")
    assert said["outlet"] == ("opengraph", "Kabar Desa")
    assert said["place"] == ("dateline", "JAMBI")


@pytest.mark.parametrize(
    "body",
    [
        "<br><br>".join(ARTICLE),
        "<br />\n<br />\n".join(ARTICLE),
        "<br>&nbsp;<br>".join(ARTICLE),
        "<br>".join(ARTICLE),
        "".join(f"<div>{words}</div>" for words in ARTICLE),
        "<p>" + "<p>".join(ARTICLE),
        "".join(f"<p><span>{words}</span><br></p><p>&nbsp;</p>" for words in ARTICLE),
        "<table><tr><td>" + paragraphs() + "</td></tr></table>",
        paragraphs().replace(" ", "&nbsp;"),
        paragraphs().replace(" ", "\n\t "),
        paragraphs().replace("“", "&ldquo;").replace("”", "&#8221;"),
        paragraphs().replace("netral ", "<b>netral</b> ").replace("camat", '<a href="/tag/camat">camat</a>'),
        paragraphs().replace("pegawai", "pega<!-- iklan -->wai").replace("apel", "a&shy;pel"),
        paragraphs().replace("</p>", '</p><script>x()</script><div class="iklan-tengah">Pasang iklan di sini sekarang juga, hubungi kami.</div>'),
        paragraphs().replace("</p>", f'</p><p>Baca juga: <a href="/b">{LINKS[0]}</a></p>', 2),
        paragraphs().replace("</p>", f' <strong>Baca juga: <a href="/b">{LINKS[0]}</a></strong></p>', 2),
        paragraphs() + f"<p><b>Berita Terkait</b></p>{links()}",
        paragraphs() + '<div id="komentar"><p>Budi: Setuju sekali, pegawai memang harus netral dan tidak boleh ikut kampanye siapa pun.</p></div>',
        paragraphs() + '<p hidden>Kalimat ini tidak tampak bagi siapa pun yang membaca halaman ini.</p>',
    ],
    ids=map(str, range(19)),
)  # fmt: skip
def test_the_article_is_the_same_however_it_is_marked_up(body: str) -> None:
    assert page(web_page(body)).text.replace("\xa0", " ") == BODY


def test_marks_that_only_a_browser_prints_are_there() -> None:
    quoted = paragraphs().replace("“", "<q>").replace("”", "</q>")
    assert page(web_page(quoted)).text == BODY


DATA = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Kabar Desa", "url": "https://kabardesa.example"},
        {
            "@type": ["NewsArticle"],
            "headline": "Sekda Ingatkan Pegawai Bersikap Netral",
            "datePublished": "2024-10-14T01:05:00+00:00",
            "author": [{"@type": "Person", "name": "Siti Aminah"}],
            "publisher": {"@type": "Organization", "name": "Kabar Desa"},
            "mainEntityOfPage": {"@id": "https://kabardesa.example/2024/10/14/netral"},
        },
    ],
}


def evidence(article: Article) -> dict[str, tuple[str, str]]:
    return {found.field: (found.how, found.span.of(article.source_text)) for found in article.evidence}


def test_json_ld_tells_of_the_article() -> None:
    article = page(web_page(paragraphs(), head=f'<script type="application/ld+json">{json.dumps(DATA)}</script>', byline=""))

    assert (article.author, article.published, article.url) == (
        "Siti Aminah",
        "2024-10-14T08:05+07:00",
        "https://kabardesa.example/2024/10/14/netral",
    )
    assert evidence(article)["published"] == ("json-ld", "2024-10-14T01:05:00+00:00")


def test_meta_elements_tell_of_the_article() -> None:
    head = """<link rel="canonical" href="https://www.kompas.com/a/1"><meta property="article:published_time" content="2024-10-14T09:00:00+0700">
    <meta name="author" content="Budi Santoso"><meta property="og:title" content="Sekda Ingatkan Pegawai Bersikap Netral | Kabar Desa">"""
    article = page(web_page(paragraphs(), head=head))

    assert (article.outlet, article.author, article.published) == ("Kompas.com", "Budi Santoso", "2024-10-14T09:00+07:00")
    assert evidence(article)["url"] == ("canonical", "https://www.kompas.com/a/1")
    assert evidence(article)["outlet"] == ("url", "https://www.kompas.com/a/1")


def test_what_is_printed_is_believed_before_a_time_in_utc() -> None:
    head = '<meta property="article:published_time" content="2024-10-14T22:15:00Z">'
    assert page(web_page(paragraphs(), head=head)).published == "2024-10-14T10:15+07:00"
    assert page(web_page(paragraphs(), head=head, byline="")).published == "2024-10-15T05:15+07:00"


@pytest.mark.parametrize("name", ["Kabar Desa", "redaksi", "Admin", "kabardesa.id", "PT Kabar Desa Media"])
def test_a_site_is_no_author(name: str) -> None:
    assert page(web_page(paragraphs(), head=f'<meta name="author" content="{name}">')).author is None


@pytest.mark.parametrize("line", ["Penulis: Budi Santoso", "Reporter : Budi Santoso", "Oleh: Budi Santoso"])
def test_a_line_behind_the_article_names_its_author(line: str) -> None:
    assert page(web_page(paragraphs(), behind=f"<div>{line}</div>")).author == "Budi Santoso"


def test_a_title_of_the_head_alone_loses_the_name_of_the_site() -> None:
    article = page(web_page(paragraphs()).replace(f"<h1>{TITLE}</h1>".encode(), b""))
    assert (article.title, evidence(article)["title"]) == (TITLE, ("title-element", TITLE))


def test_a_page_keeps_what_its_browser_noted() -> None:
    saved = b"<!-- saved from url=(0034)https://news.detik.com/berita/d-1 -->\n"
    article = page(web_page(paragraphs()).replace(b"<html", saved + b"<html"))
    assert (article.url, article.outlet) == ("https://news.detik.com/berita/d-1", "detikcom")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252", "iso-8859-1"])
def test_the_page_says_how_it_is_encoded(encoding: str) -> None:
    data = web_page(paragraphs()).decode().replace("“", '"').replace("”", '"').replace("utf-8", encoding).replace("kantor,", "kantor é,")
    assert "kantor é," in page(data.encode(encoding)).text


@pytest.mark.parametrize("declared", ["utf-8", "us-ascii", "windows-1252", "klingon", "base64", "rot13", "utf-7"])
def test_a_wrong_encoding_is_seen_through(declared: str) -> None:
    assert page(web_page(paragraphs()).replace(b'charset="utf-8"', f'charset="{declared}"'.encode())).text == BODY
    old = web_page(paragraphs()).decode().replace("utf-8", declared).encode("cp1252")
    assert "Siti Aminah" in page(old).text


def index(size: int) -> bytes:
    teasers = "".join(
        f'<div><h3><a href="/{number}">Berita Nomor {number} dari Desa</a></h3><p>Warga desa nomor {number} bergotong royong membersihkan sungai '
        f"sejak pagi hari, dan kepala desa ikut serta bersama para pemuda.</p></div>"
        for number in range(size)
    )
    return web_page(teasers, title="Indeks Berita", byline="")


PAYWALL = '<div class="langganan">Artikel ini khusus pelanggan. Silakan masuk untuk melanjutkan membaca.</div>'
LOGIN = '<form><label>Nama pengguna</label><input name="u"><label>Kata sandi</label><input type="password"></form><p>Belum punya akun? Daftar di sini.</p>'
MONEY = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": "False", "headline": "Sekda"}</script>'


@pytest.mark.parametrize(
    "data",
    [
        index(3),
        index(20),
        web_page(paragraphs(ARTICLE[:2]) + PAYWALL),
        web_page(paragraphs(ARTICLE[:2]), head=MONEY),
        web_page(LOGIN, title="Masuk", byline=""),
        web_page("", title="Kabar Desa", byline=""),
        b"<html><body><script>document.write('<p>Sekda meminta semua pegawai bersikap netral.</p>')</script></body></html>",
        b"<html><head><title>Kabar</title></head></html>",
    ],
    ids=["short index", "index", "paywall", "not free", "log-in", "nothing", "script", "empty"],
)
def test_what_is_no_article(data: bytes) -> None:
    article = page(data)
    assert [problem.code for problem in article.problems] == ["not-an-article"]
    assert article.text == ""


def test_a_whole_article_is_read_though_the_page_asks_for_subscribers() -> None:
    article = tuple(f"{words} Hal itu disampaikan kepada semua pegawai pada hari ke-{number}." for number in range(8) for words in ARTICLE)
    assert page(web_page(paragraphs(article) + PAYWALL)).text.count("\n\n") == 31


def test_a_page_is_known_by_its_beginning_whatever_it_is_called() -> None:
    assert read(*texts(b"\xef\xbb\xbf\n" + web_page(paragraphs()), "halaman.txt")).text == BODY


HOSTILE = {
    "deep": ("<div>" * 100_000 + "Sekda meminta semua pegawai bersikap netral.", True),
    "deep inline": ("<b>" * 100_000 + "Sekda meminta semua pegawai bersikap netral.", True),
    "more marks than any page": ("<p>x" * 1_500_001, True),
    "unclosed items": ("<ul>" + "<li>Sekda meminta semua pegawai bersikap netral." * 4_000, False),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_tangled_page_is_refused_and_a_long_one_is_not(kind: str) -> None:
    markup, is_refused = HOSTILE[kind]
    if is_refused:
        with pytest.raises(BriefingError) as caught:
            page(f"<html>{markup}")
        assert (caught.value.code, caught.value.exit_code) == ("page-tangled", ExitCode.INPUT_UNREADABLE)
    else:
        page(f"<html>{markup}")
