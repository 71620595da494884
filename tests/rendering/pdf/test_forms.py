"""Paper and form: F4, greyscale, large print and one language are builds with the same words, not scaled copies."""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from PIL import Image, ImageDraw
from pypdf import PdfReader

from briefing.model.office import Office
from briefing.model.problem import BriefingError
from briefing.rendering.parse import parse
from briefing.rendering.pdf.boxes import Band, Text
from briefing.rendering.pdf.compose import compose
from briefing.rendering.pdf.lines import Typesetter
from briefing.rendering.pdf.render import Rendered, render
from briefing.rendering.pdf.style import MM
from briefing.rendering.pdf.theme import A4, F4, theme
from briefing.rendering.picture import pictures
from tests.rendering.pdf.conftest import WHEN
from tests.rendering.pdf.test_structure import elements, page_indexes, tree, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.document import Document
    from briefing.rendering.pdf.theme import Theme

SAMPLE = Path(__file__).with_name("sample.xhtml").read_text(encoding="utf-8")
BOTH, ALONE = ("id", "en"), ("id",)
FORMS: list[dict[str, Any]] = [
    {"paper": "A4", "greyscale": False, "large_print": False, "languages": BOTH},
    {"paper": "F4", "greyscale": False, "large_print": False, "languages": BOTH},
    {"paper": "A4", "greyscale": False, "large_print": True, "languages": BOTH},
    {"paper": "A4", "greyscale": False, "large_print": False, "languages": ALONE},
    {"paper": "F4", "greyscale": True, "large_print": True, "languages": ALONE},
]


def logo() -> bytes:
    image = Image.new("RGBA", (300, 200), (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((10, 10, 290, 190), fill=(200, 20, 20, 255))
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


def document(xhtml: str = SAMPLE, languages: tuple[str, ...] = ("id", "en")) -> Document:
    office = Office(name="Kabupaten Contoh", logo=logo(), logo_name="logo.png")
    marked = xhtml.replace('<section class="letterhead">', '<section class="letterhead"><p><img src="logo" alt="Kabupaten Contoh"/></p>')
    return parse(marked, "x", languages=languages, pictures=pictures(office))


@cache
def built(paper: Any, *, greyscale: bool, large_print: bool, languages: tuple[str, ...]) -> Rendered:
    return render(document(languages=languages), when=WHEN, theme=theme(paper, greyscale=greyscale, large_print=large_print))


def reader(rendered: Rendered) -> PdfReader:
    return PdfReader(io.BytesIO(rendered.pdf))


def operations(rendered: Rendered) -> list[tuple[Any, bytes]]:
    return [operation for page in reader(rendered).pages for operation in page.get_contents().operations]  # type: ignore[union-attr]


def word_sizes(rendered: Rendered) -> Iterator[float]:
    """Yield the size of each stretch of words: what is read out, drawings aside, and head and foot of the pages."""
    inside: list[bool] = []
    for operands, operator in operations(rendered):
        if operator in {b"BDC", b"BMC"}:
            inside.append(operator == b"BDC" and operands[0] != "/Figure")
        elif operator == b"EMC":
            inside.pop()
        elif operator == b"Tf" and any(inside):
            yield round(float(operands[1]), 1)


def plain(**changes: Any) -> Rendered:
    return built(**{"paper": "A4", "greyscale": False, "large_print": False, "languages": ("id", "en")} | changes)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_has_its_paper_and_no_ink_near_an_edge(form: dict[str, Any]) -> None:
    rendered = built(**form)
    size = (215 * MM, 330 * MM) if form["paper"] == "F4" else (210 * MM, 297 * MM)
    pdf = pypdfium2.PdfDocument(rendered.pdf)
    edge = 10 * MM - 0.5
    for page in pdf:
        assert page.get_size() == pytest.approx(size, abs=0.1)
        image = page.render(scale=1, grayscale=True).to_pil()
        left, top, right, bottom = image.point(lambda level: 255 if level < 200 else 0).getbbox() or (99, 99, 0, 0)
        assert min(top, image.height - bottom) >= edge - 1
        assert min(left, image.width - right) >= theme(form["paper"]).side - 1.5


@pytest.mark.parametrize("form", FORMS)
def test_every_form_holds_every_word(form: dict[str, Any]) -> None:
    printed = re.sub(r"[\s\xad]+", "", "".join(page.extract_text() for page in reader(built(**form)).pages))
    named = {"ID", "EN"} if form["large_print"] else set()  # there the heads of the rows are in the language themselves
    for section in document(languages=form["languages"]).sections:
        for element in section.walk():
            for run in element.runs:
                for word in set(run.text.split()) - named:
                    assert re.sub(r"\s", "", word) in printed, word


def test_a4_and_f4_have_the_same_line_ends() -> None:
    def lines(form: Theme) -> list[tuple[float, str]]:
        _, bands = compose(document(), form, Typesetter({}))
        texts = [drawing for band in bands for drawing in band.drawings() if isinstance(drawing, Text)]
        return [(round(text.x, 3), "".join(fragment.text for fragment in text.line.fragments)) for text in texts]

    assert lines(A4) == lines(F4)
    assert A4.measure == pytest.approx(F4.measure)
    assert F4.frame - A4.frame == pytest.approx(33 * MM)


@pytest.mark.parametrize("large", [False, True])
def test_greyscale_uses_no_colour_operator_and_no_picture_in_colour(large: bool) -> None:
    rendered = plain(paper="F4", greyscale=True, large_print=large)
    colours = {b"rg", b"RG", b"k", b"K", b"sc", b"SC", b"scn", b"SCN", b"cs", b"CS"}
    levels = {float(operands[0]) for operands, operator in operations(rendered) if operator in {b"g", b"G"}}

    assert not [operator for _, operator in operations(rendered) if operator in colours]
    assert levels == {0.0, 1.0}
    images = [image.image for page in reader(rendered).pages for image in page.images]
    assert [image.mode for image in images if image] == ["L"]


def test_greyscale_says_everything_that_colour_says() -> None:
    texts = [[page.extract_text() for page in reader(rendered).pages] for rendered in (plain(paper="F4"), plain(paper="F4", greyscale=True))]
    assert texts[0] == texts[1]


def test_large_print_reads_at_18_points_and_no_note_at_less_than_16() -> None:
    for languages in (("id", "en"), ("id",)):
        sizes = set(word_sizes(plain(large_print=True, languages=languages)))
        assert 18.0 in sizes
        assert (min(sizes), max(sizes)) == (16.0, 36.0)


def test_large_print_stacks_indonesian_then_english_under_the_name_of_the_language() -> None:
    text = " ".join(" ".join(page.extract_text().split()) for page in reader(plain(large_print=True)).pages)
    assert re.search(r"Bahasa Indonesia “Sebagai bagian dari .{60,250} Budi Contoh, .{20,60} English As part of", text)
    assert re.search(r"Pada dasarnya setiap perangkat .{80,300}¶ 10 In principle, every", text)


def test_pages_in_one_language_use_the_whole_width_and_say_so() -> None:
    rendered = plain(languages=("id",))
    lang = {element.get("/Lang") for root in [tree(reader(rendered))["/K"]] for element in walk(root)}
    metadata = reader(rendered).trailer["/Root"]["/Metadata"].get_data().decode()  # type: ignore[index]

    assert "en-GB" not in lang
    assert "en-GB" not in metadata
    text = " ".join(page.extract_text() for page in reader(rendered).pages)
    assert "English" not in text
    assert "Unofficial" not in text


def test_lines_in_one_language_stay_short_enough_to_read() -> None:
    lines = [line for page in reader(plain(languages=("id",))).pages for line in page.extract_text().splitlines()]
    prose = [line for line in lines if line.startswith(("Pada dasarnya", "Namun berdasarkan", "pelanggaran"))]
    assert prose
    assert max(map(len, prose)) <= 80


@pytest.mark.parametrize("form", [FORMS[0], FORMS[-1]])
def test_the_logo_is_a_figure_with_the_offices_name(form: dict[str, Any]) -> None:
    pdf = reader(built(**form))
    figures = [figure for figure in elements(pdf, "Figure") if figure["/Alt"] == "Kabupaten Contoh"]

    assert len(figures) == 1
    left, lower, right, upper = (float(value) for value in figures[0]["/A"]["/BBox"])
    assert upper - lower == pytest.approx(25 * MM, abs=0.1)
    assert (right - left) / (upper - lower) == pytest.approx(1.5, abs=0.01)
    assert page_indexes(pdf)[figures[0].raw_get("/Pg").idnum] == 0


def test_every_form_gives_the_same_bytes_again() -> None:
    form = {"greyscale": True, "large_print": True}
    assert render(document(), when=WHEN, theme=theme("F4", **form)).pdf == plain(paper="F4", **form).pdf


def test_a_logo_among_words_is_refused_and_one_that_is_not_set_is_left_out() -> None:
    page = '<document title="a"><section class="page"><p>{}<img src="logo" alt="x"/></p></section></document>'
    with pytest.raises(BriefingError, match="logo"):
        parse(page.format("kata "), "x", pictures=pictures(Office(logo=logo())))
    assert parse(page.format(""), "x").sections[0].children[0].runs == ()


def bands(content: str, look: Theme) -> list[Band]:
    page = f'<document title="a"><section class="page" id="s">{content}</section></document>'
    return list(compose(parse(page, "x"), look, Typesetter({}))[1])


@pytest.mark.parametrize("large", [False, True])
def test_a_row_of_a_third_of_a_page_is_divided_in_large_print_alone(large: bool) -> None:
    look = theme("A4", large_print=large)
    lines = round(look.frame / 3 / look.faces["cell"].leading)
    (row,) = bands(f'<table class="terms" cols="60 *"><tr><td>a</td><td>{"<br/>".join(["baris"] * lines)}</td></tr></table>', look)
    assert look.frame / 4 < row.height < look.frame / 2
    assert row.whole is not large


@pytest.mark.parametrize("large", [False, True])
def test_large_print_says_again_on_each_page_only_what_is_short(large: bool) -> None:
    look = theme("A4", large_print=large)
    note = "berlaku untuk semua butir " * (7 if large else 30)
    shared, text = bands(f'<pair class="shared"><p class="note">{note}</p><p class="note" lang="en">{note}</p></pair><p>kata</p>', look)
    assert look.frame / 8 < shared.height < look.frame / 4
    assert bool(text.head) is not large
