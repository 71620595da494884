"""Nothing leaves its page, however long it is, in any form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from briefing.rendering.parse import parse
from briefing.rendering.pdf.boxes import Text
from briefing.rendering.pdf.compose import compose
from briefing.rendering.pdf.lines import Typesetter
from briefing.rendering.pdf.pages import paginate
from briefing.rendering.pdf.theme import Theme, theme

if TYPE_CHECKING:
    from briefing.rendering.pdf.pages import Page

WORDS = "kata yang panjang sekali dan seterusnya "
LONG = WORDS * 150
CELL = f"<td>{LONG}</td>"
BLOCKS = {
    "text": f"<pair><p>{LONG}</p><p lang='en'>{LONG}</p></pair>",
    "quote": f"<pair><blockquote class='direct'><p>“{LONG}”</p><p class='who'>Nama</p></blockquote><blockquote class='direct' lang='en'><p>{LONG}</p></blockquote></pair>",
    "list": f"<pair><ol class='points'><li>{LONG}</li><li>b</li></ol><ol class='points' lang='en'><li>{LONG}</li><li>b</li></ol></pair>",
    "contents": f"<pair><ul class='contents'><li href='#s'>{LONG}</li></ul><ul class='contents' lang='en'><li href='#s'>{LONG}</li></ul></pair>",
    "rules": f"<pair><table class='rules' cols='24 *'><tr><th>L1</th>{CELL}</tr></table><table class='rules' cols='24 *' lang='en'><tr><th>L1</th>{CELL}</tr></table></pair>",
    "law": f"<table class='law' cols='22 * 92 96 88'><tr><th/><th>a</th><th>b</th><th>c</th><th>d</th></tr><tr><th>ID</th>{CELL * 4}</tr></table>",
    "heads": f"<pair><h2>{WORDS * 60}</h2><h2 lang='en'>{WORDS * 60}</h2></pair><p>a</p>",
    "shared": f"<h2>a</h2><pair class='shared'><p class='note'>a</p><p class='tag'>asal</p></pair><p>{LONG}</p>",
    "shared-long": f"<h2>a</h2><pair class='shared'><p class='note'>a</p><p class='tag'>{LONG}</p></pair><p>{LONG}</p>",
    "aside": f"<h1>a</h1><section class='aside'><h2>f</h2><p>{LONG}</p></section><h2>q</h2><blockquote class='direct'><p>“{LONG}”</p></blockquote>",
    "kept": f"<section class='keep'><h2>f</h2><p>{WORDS * 40}</p><table class='facts' cols='44 *'><tr><th>k</th>{CELL}</tr></table></section>",
    "endless": f"<table class='people' cols='98 161 * 36 44'><tr>{'<td>' + 'x' * 3000 + '</td>'}{'<td>a</td>' * 4}</tr></table>",
}


@pytest.mark.parametrize("block", BLOCKS)
@pytest.mark.parametrize("build", [theme(), theme("F4", large_print=True)])
@pytest.mark.parametrize("languages", [("id", "en"), ("id",)])
@pytest.mark.parametrize("lead", [0, 7])
def test_no_block_is_longer_than_its_page(block: str, build: Theme, languages: tuple[str, ...], lead: int) -> None:
    content = "<p>baris</p>" * lead + BLOCKS[block]
    page = parse(f'<document title="a"><section class="page" id="s" continued="lanjutan">{content}</section></document>', "x", languages=languages)
    form = build.single() if len(languages) == 1 else build
    _, bands = compose(page, form, Typesetter({}, scale=form.scale))
    pages = paginate(bands, form).pages

    assert len(pages) < 60
    for sheet in pages:
        assert all(placed.y + placed.band.height <= form.height - form.bottom + 0.1 for placed in sheet.placed)


def words_of(sheet: Page) -> str:
    texts = [drawing for placed in sheet.placed for drawing in placed.band.drawings() if isinstance(drawing, Text)]
    return " ".join(fragment.text for text in texts for fragment in text.line.fragments)


@pytest.mark.parametrize("build", [theme(), theme("F4"), theme(large_print=True)])
def test_what_holds_for_a_section_is_said_again_where_it_continues_and_nowhere_else(build: Theme) -> None:
    rows = "".join(f"<tr><th>L{number}</th><td>{WORDS * 3}</td></tr>" for number in range(60))
    tables = "<pair>" + "".join(f'<table class="rules" cols="24 *" lang="{lang}">{rows}</table>' for lang in ("id", "en")) + "</pair>"
    shared = '<pair class="shared"><p class="note"></p><p class="tag">Asalnya</p></pair>'
    after = f'<section class="keep"><pair><h2>Lain</h2><h2 lang="en">Other</h2></pair><p>{LONG}</p></section>'
    content = f'<pair><h2>Larangan</h2><h2 lang="en">Prohibitions</h2></pair>{shared}{tables}{after}'
    page = parse(f'<document title="a"><section class="page" id="s" continued="lanjutan">{content}</section></document>', "x")
    _, bands = compose(page, build, Typesetter({}, scale=build.scale))

    sheets = [words_of(sheet) for sheet in paginate(bands, build).pages]

    assert len(sheets) > 3
    assert [("Asalnya" in sheet) for sheet in sheets] == [re.search(r"L\d", sheet) is not None for sheet in sheets]
    assert all(sheet.count("Asalnya") <= 1 for sheet in sheets)


@pytest.mark.parametrize(("lines", "together"), [(5, True), (40, False)])
def test_below_a_page_less_than_a_third_full_the_next_section_begins(lines: int, together: bool) -> None:
    first = f'<section class="page" id="a" bookmark="Satu">{"<p>baris</p>" * lines}</section>'
    second = '<section class="page" id="b" bookmark="Dua"><p>baris</p></section>'
    cover = '<section class="cover" id="c"><p>baris</p></section>'
    _, bands = compose(parse(f'<document title="a">{cover}{first}{second}</document>', "x"), theme(), Typesetter({}))

    spans = paginate(bands, theme()).spans

    assert (spans["a"], spans["b"]) == ((2, 2), (2, 2) if together else (3, 3))


def test_in_large_print_each_page_of_a_list_or_a_letter_says_its_language() -> None:
    build = theme(large_print=True)
    parts = {lang: "".join(f"<p>{lang}kata {WORDS * 4}</p>" for _ in range(12)) for lang in ("id", "en")}
    letter = "<pair>" + "".join(f'<section lang="{lang}">{part}</section>' for lang, part in parts.items()) + "</pair>"
    page = parse(f'<document title="a" label="Bahasa" label-en="English"><section class="page" id="s">{letter}</section></document>', "x")
    _, bands = compose(page, build, Typesetter({}, scale=build.scale))

    sheets = [words_of(sheet) for sheet in paginate(bands, build).pages]

    assert len(sheets) > 2
    for lang, label in (("id", "Bahasa"), ("en", "English")):
        assert [label in sheet for sheet in sheets] == [f"{lang}kata" in sheet for sheet in sheets]


def test_in_large_print_the_second_page_of_a_cover_has_head_and_foot() -> None:
    build = theme(large_print=True)
    rows = "<tr><th>Acara</th><td>x</td></tr>" * 16
    foot = f'<section class="foot"><h1 class="cover">Judul</h1><table class="fields" cols="57 *">{rows}</table></section>'
    _, bands = compose(parse(f'<document title="a"><section class="cover" id="c"><p>a</p>{foot}</section></document>', "x"), build, Typesetter({}))

    assert [page.cover for page in paginate(bands, build).pages] == [True, False]


def test_what_follows_an_aside_takes_the_whole_width() -> None:
    build = theme().single()
    blocks = "".join(f'<blockquote class="direct"><p>{WORDS * 8}</p></blockquote>' for _ in range(4))
    aside = f'<section class="aside"><h2>Fakta</h2><table class="facts" cols="44 *"><tr><th>Siapa</th><td>{WORDS * 4}</td></tr></table></section>'
    content = f'<pair class="wide"><section><h2>Kutipan</h2>{blocks}<h2>Ringkasan</h2><p>{LONG}</p></section>{aside}</pair>'
    page = parse(f'<document title="a"><section class="page" id="s">{content}</section></document>', "x", languages=("id",))
    _, bands = compose(page, build, Typesetter({}))

    widths = [max(text.line.width for text in band.drawings() if isinstance(text, Text) and text.x < build.main) for band in bands]
    assert widths[0] <= build.main
    assert max(widths[1:]) > build.main


@pytest.mark.parametrize("notes", [2, 5, 6, 8, 10, 14])
@pytest.mark.parametrize("build", [theme(), theme("F4"), theme(large_print=True)])
def test_no_page_holds_headings_alone_however_long_the_rows_below_them(build: Theme, notes: int) -> None:
    note = f'<p class="note">{WORDS * 3}</p>'
    rows = "".join(f"<tr><th>S{number}</th><td><p>{WORDS * 2}</p>{note * notes}</td></tr>" for number in range(2))
    tables = "<pair>" + "".join(f'<table class="rules" cols="24 *" lang="{lang}">{rows}</table>' for lang in ("id", "en")) + "</pair>"
    common = f"<pair class='shared'><p class='note'>{WORDS * 4}</p><p class='note' lang='en'>{WORDS * 4}</p></pair>"
    heading = '<pair><h2>Sanksi</h2><h2 lang="en">Sanctions</h2></pair>'
    page = parse(f'<document title="a"><section class="page" id="s" continued="lanjutan">{heading}{common}{tables}</section></document>', "x")
    _, bands = compose(page, build, Typesetter({}, scale=build.scale))

    sheets = paginate(bands, build).pages

    assert [number for number, sheet in enumerate(sheets, 1) if all(placed.artifact or placed.band.keep for placed in sheet.placed)] == []
