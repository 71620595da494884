"""The letterhead holds any logo and any name, with its words clear of the logo, over a thick and a thin line."""

from __future__ import annotations

import pytest

from briefing.model.document import Picture
from briefing.rendering.parse import parse
from briefing.rendering.pdf.boxes import Frame, Photo, Rule, Text
from briefing.rendering.pdf.compose import compose
from briefing.rendering.pdf.furniture import draft_mark
from briefing.rendering.pdf.lines import Typesetter
from briefing.rendering.pdf.style import MM
from briefing.rendering.pdf.theme import A4, Theme, theme

NAME = "SEKRETARIAT BADAN PENGAWAS PEMILIHAN UMUM KABUPATEN KEPULAUAN CONTOH SELATAN DAN SEKITARNYA PROVINSI CONTOH TENGAH UTARA RAYA"
LOGOS = {"none": None, "square": (25.0, 25.0), "wide": (58.0, 10.0), "tall": (6.0, 25.0)}


@pytest.mark.parametrize("build", [A4, theme("F4", greyscale=True, large_print=True)])
@pytest.mark.parametrize("logo", LOGOS)
@pytest.mark.parametrize("name", ["BAWASLU", NAME])
@pytest.mark.parametrize("kind", ["cover", "page"])
def test_words_and_logo_keep_apart_and_within_the_measure(build: object, logo: str, name: str, kind: str) -> None:
    assert isinstance(build, type(A4))
    size = LOGOS[logo]
    pictures = {"logo": Picture(data=b"", width=size[0] * MM, height=size[1] * MM)} if size else {}
    head = f'<section class="letterhead"><p><img src="logo" alt="x"/></p><p class="head">{name}</p><p class="subhead">Bagian Humas</p><p>Jalan Contoh 1</p></section>'
    page = parse(f'<document title="a"><section class="{kind}">{head}</section></document>', "x", pictures=pictures)
    _, bands = compose(page, build, Typesetter({}, scale=build.scale))
    drawings = next(bands).drawings()
    texts = [drawing for drawing in drawings if isinstance(drawing, Text)]
    photos = [drawing for drawing in drawings if isinstance(drawing, Photo)]
    rules = [drawing for drawing in drawings if isinstance(drawing, Rule)]

    assert [round(rule.thickness, 1) for rule in rules] == [2.2, 0.6]
    assert all(text.x >= -0.01 and text.x + text.line.width <= build.measure + 0.01 for text in texts)
    assert max(text.y for text in texts) < rules[0].y - 3
    assert len(photos) == (size is not None)
    for photo in photos:
        assert photo.x == 0
        assert all(text.x >= photo.width + 4 * MM for text in texts)
        assert photo.y + photo.height <= rules[0].y - 3
    if not photos and kind == "cover":
        assert all(text.x + text.line.width / 2 == pytest.approx(build.measure / 2) for text in texts)


@pytest.mark.parametrize("build", [A4, theme(large_print=True)])
@pytest.mark.parametrize("draft", ["", ' draft="DRAF" draft-en="DRAFT"'])
def test_the_letterhead_of_a_form_stands_in_the_middle_and_clear_of_the_mark(build: Theme, draft: str) -> None:
    head = '<section class="letterhead"><p class="head">Badan Pengawas Pemilihan Umum Kabupaten Contoh</p><p>Jalan Contoh 1</p></section>'
    page = parse(f'<document title="a"{draft}><section class="page">{head}</section></document>', "x")
    typesetter = Typesetter({}, scale=build.scale)
    _, bands = compose(page, build, typesetter)
    texts = [drawing for drawing in next(bands).drawings() if isinstance(drawing, Text)]

    assert len(texts) == 2
    assert all(text.x + text.line.width / 2 == pytest.approx(build.measure / 2) for text in texts)
    for frame in draft_mark(page, build, typesetter)[:1]:
        assert isinstance(frame, Frame)
        below = build.form + texts[0].y - texts[0].line.fragments[0].ink.size * 0.8 >= frame.y + frame.height
        assert below or texts[0].x + texts[0].line.width < frame.x
