"""Nothing leaves its page, however long it is, in any form."""

from __future__ import annotations

import pytest

from briefing.rendering.parse import parse
from briefing.rendering.pdf.compose import compose
from briefing.rendering.pdf.lines import Typesetter
from briefing.rendering.pdf.pages import paginate
from briefing.rendering.pdf.theme import Theme, theme

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
