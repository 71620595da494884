"""Web pages: which of their words are the article, and what they say of themselves."""

from __future__ import annotations

import json
import re
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.lexicon.load import table
from briefing.model.problem import BriefingError, ExitCode
from briefing.reading.page_body import asks_for_money
from briefing.reading.read import read, texts
from tests.reading.pages import ARTICLE, LINKS, TITLE, links, paragraphs, web_page

if TYPE_CHECKING:
    from collections.abc import Callable

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


def test_every_sentence_of_a_paywall_proves_itself() -> None:
    for entry in table("id/pages.toml")["paywall"]["sentence"]:
        pattern = re.compile(entry["pattern"], re.IGNORECASE)
        assert all(map(pattern.search, entry["examples"]))
        assert all(map(asks_for_money, entry["examples"]))
        assert not any(map(asks_for_money, entry["not_examples"]))


def test_a_whole_article_is_read_though_the_page_asks_for_subscribers() -> None:
    article = tuple(f"{words} Hal itu disampaikan kepada semua pegawai pada hari ke-{number}." for number in range(8) for words in ARTICLE)
    assert page(web_page(paragraphs(article) + PAYWALL)).text.count("\n\n") == 31


def test_an_article_behind_another_headline_is_another() -> None:
    other = "".join(f"<p>{words} Hal itu disampaikan pada hari berikutnya.</p>" for words in ARTICLE)
    behind = f"<div>{links()}{links()}{links()}</div><div class='teks'><h1>Bupati Buka Pekan Olahraga Pelajar</h1>{other}</div>"
    assert page(web_page(paragraphs(), behind=behind)).text == BODY


def test_the_next_article_on_the_page_is_another_however_near() -> None:
    other = "".join(f"<p>{words} Hal itu disampaikan pada hari berikutnya.</p>" for words in ARTICLE)
    data = f"<html><title>{TITLE}</title><div><div><h1>{TITLE}</h1><div>{paragraphs()}</div></div><div><h1>Bupati Buka Pekan Olahraga</h1>{other}</div></div>"
    assert page(data).text == BODY


def test_a_heading_of_the_first_rank_within_the_article_ends_nothing() -> None:
    body = f"{paragraphs(ARTICLE[:2])}<h1>Sanksi bagi pelanggar</h1>{paragraphs(ARTICLE[2:])}"
    assert page(web_page(body)).text.split("\n\n")[-2:] == list(ARTICLE[2:])


def test_dates_of_other_articles_in_the_midst_date_no_paragraph() -> None:
    related = '<div class="related"><h3><a href="/1">Jalan Rusak Diperbaiki</a></h3><div>13 Oktober 2024</div></div>'
    assert page(web_page(paragraphs(ARTICLE[:2]) + related + paragraphs(ARTICLE[2:]))).text == BODY


@pytest.mark.parametrize("title", [f"Suara Jambi: {TITLE}", f"{TITLE} - Suara Jambi", f"Suara Jambi | {TITLE}"])
def test_the_name_that_the_site_gives_itself_is_known_in_title_and_dateline(title: str) -> None:
    article = ("SUARA JAMBI, Jambi - " + ARTICLE[0].removeprefix("JAMBI - "), *ARTICLE[1:])
    found = page(
        f"<html><head><title>{title}</title></head><body><a href='/'>Suara Jambi</a><h3>{TITLE}</h3><div>{paragraphs(article)}</div>{links()}"
    )
    assert (found.title, found.outlet, found.place, found.text) == (TITLE, "Suara Jambi", "Jambi", BODY)


@pytest.mark.parametrize("name", ["Kontributor Jambi, Budi Santoso", "Ditulis oleh Budi Santoso"])
def test_an_author_is_named_without_the_role(name: str) -> None:
    assert page(web_page(paragraphs(), head=f'<meta name="author" content="{name}">')).author == "Budi Santoso"


@pytest.mark.parametrize(
    ("base", "url"), [("https://kabar.test/berita/12-sekda", "https://kabar.test/berita/12-sekda"), ("https://kabar.test/tema/", None)]
)
def test_a_base_is_an_address_where_it_is_no_folder(base: str, url: str | None) -> None:
    assert page(web_page(paragraphs(), head=f'<base href="{base}">')).url == url


@pytest.mark.parametrize("name", ["post-12 hentry tag-asn", "content has-sidebar", "author-admin", "menu-baca"])
def test_the_place_of_the_headline_is_no_furniture_whatever_it_is_called(name: str) -> None:
    comments = "<p>Budi: Setuju sekali, pegawai memang harus netral dan tidak boleh ikut kampanye siapa pun juga.</p>" * 20
    data = web_page(paragraphs(), behind=f"<div class='komentar'>{comments}</div>").replace(b'class="isi"', f'class="{name}"'.encode())
    assert page(data).text == BODY


def test_names_that_call_nearly_everything_furniture_mean_something_else() -> None:
    blocks = "".join(f'<div class="related"><div class="promo"><p>{words}</p></div></div>' for words in ARTICLE)
    assert page(f"<html><title>{TITLE}</title><body><h1>{TITLE}</h1>{blocks}<div>{links()}</div>").text == BODY


def test_a_standfirst_is_no_paragraph() -> None:
    assert page(web_page(f"<h2>Pegawai yang melanggar akan dikenai hukuman disiplin.</h2>{paragraphs()}")).text == BODY


def test_a_page_is_known_by_its_beginning_whatever_it_is_called() -> None:
    assert read(*texts(b"\xef\xbb\xbf\n" + web_page(paragraphs()), "halaman.txt")).text == BODY


SENTENCE = "Ketua {} menegaskan bahwa pegawai harus tetap netral, kata dia dalam apel pagi di halaman kantor.\n"
TANGLED = {
    "deep": "<div>" * 100_000 + SENTENCE,
    "deep with ends": "<div>" * 100_000 + SENTENCE + "</div>" * 100_000,
    "deep inline": "<b>" * 100_000 + SENTENCE,
    "deep table": "<table><tr><td>" * 30_000 + SENTENCE,
    "more tags than any page": "<p>x" * 1_500_001,
}


@pytest.mark.parametrize("kind", TANGLED)
def test_a_tangled_page_is_refused(kind: str) -> None:
    with pytest.raises(BriefingError) as caught:
        page(f"<html>{TANGLED[kind]}")
    assert (caught.value.code, caught.value.exit_code) == ("page-tangled", ExitCode.INPUT_UNREADABLE)


def test_a_page_names_no_file_and_no_entity_of_its_own() -> None:
    before = '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    text = page(before + web_page(paragraphs()).decode().replace("<!DOCTYPE html>", "").replace("apel pagi", "apel &a;&c; pagi")).text
    assert text == BODY.replace("apel pagi", "apel &a;&c; pagi")


def test_a_page_larger_than_any_is_refused() -> None:
    with pytest.raises(BriefingError) as caught:
        page(b"<html>" + b" " * 50_000_000)
    assert caught.value.code == "too-large"


LONG: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda size: "".join(f"<p>{SENTENCE.format(number)}</p>" for number in range(size // 110)),
    "breaks": lambda size: "".join(f"{SENTENCE.format(number)}<br><br>" for number in range(size // 110)),
    "one paragraph of links": lambda size: "<p>" + '<a href="/">kata</a> dan ' * (size // 25),
    "list": lambda size: "<ul>" + '<li><a href="/">Judul Berita Pendek dari Desa</a>' * (size // 48),
    "teasers": lambda size: (
        '<h3><a href="/">Judul Berita Pendek dari Desa</a></h3><p>Sekda meminta semua pegawai bersikap netral.</p>' * (size // 110)
    ),
    "empty elements": lambda size: "<p></p>" * (size // 7),
    "inserts": lambda size: '<p>Baca juga: <a href="/">Rapat</a> ' * (size // 36),
    "pictures": lambda size: '<div><img src="a.jpg"><p>Sekda meminta semua pegawai bersikap netral.</p></div>' * (size // 80),
    "entities": lambda size: "&amp;&nbsp;&#8220;" * (size // 18),
    "open comments": lambda size: "<!--" * (size // 4),
    "open quotes": lambda size: '<a href="' * (size // 9),
    "scripts": lambda size: '<script type="application/ld+json">[' * (size // 36),
    "JSON": lambda size: f'<script type="application/ld+json">{"[" * (size // 2)}{"]" * (size // 2)}</script>',
    "meta elements": lambda size: '<meta name="author" content="Budi">' * (size // 36),
    "dashes in the title": lambda size: f"<title>{'Kabar - ' * (size // 8)}</title>",
    "blanks": lambda size: f"<p>Sekda{' ' * size}meminta semua pegawai bersikap netral.",
    "declared": lambda size: "<meta " * (size // 6),
}


@pytest.mark.parametrize("kind", LONG)
def test_time_is_linear_in_the_length_of_a_page(kind: str) -> None:
    """Eight times the page takes well under 64 times the time, and no page of 400 kB takes seconds."""
    seconds = {}
    for size in (50_000, 400_000):
        start = time.process_time()
        with suppress(BriefingError):  # text-too-long, page-tangled: it took no long time to see
            page(f"<html>{LONG[kind](size)}")
        seconds[size] = time.process_time() - start
    assert seconds[400_000] < max(0.5, 24 * seconds[50_000])
    assert seconds[400_000] < 8


def test_a_page_of_a_million_tags_is_read() -> None:
    start = time.process_time()
    article = page("<html>" + web_page(paragraphs()).decode().replace("<h3>Terpopuler", "<i></i>" * 500_000 + "<h3>Terpopuler"))
    assert article.text == BODY
    assert time.process_time() - start < 30


@given(st.integers(0, len(web_page(paragraphs()))))
@settings(max_examples=60, deadline=None)
def test_a_page_cut_off_anywhere_gives_a_beginning_of_its_article(length: int) -> None:
    try:
        article = page(b"<html>" + web_page(paragraphs())[:length])
    except BriefingError as error:
        assert error.code in {"empty-file", "unreadable-encoding"}  # noqa: PT017 - whatever of the page is left
        return
    for paragraph in filter(None, article.text.split("\n\n")):
        assert any(paragraph.rstrip("\ufffd</") in whole for whole in (*ARTICLE, "Sekda memimpin apel pagi di halaman kantor wali kota."))


@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<div>", "</div>", "<br>", "<a href=/>", "</a>", "<td>", "<q>", "&nbsp;", "\n", " ", *ARTICLE]), max_size=40
    )
)
@settings(max_examples=100, deadline=None)
def test_every_letter_of_any_page_is_kept_or_dropped(parts: list[str]) -> None:
    article = page("<html><body>" + "".join(parts) + ARTICLE[0])
    kept = {at for piece in article.offsets.pieces if piece.replacement is None for at in range(piece.source.start, piece.source.end)}
    for span in (*(run.span for run in article.dropped), *(found.span for found in article.evidence if found.field == "title")):
        kept.update(range(span.start, span.end))
    assert [at for at, character in enumerate(article.source_text) if not character.isspace() and at not in kept] == []
    for piece in article.offsets.pieces:
        assert piece.replacement is not None or piece.source.of(article.source_text) == piece.clean.of(article.text)
