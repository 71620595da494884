"""References to pages are right, and only what they change is composed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.rendering.parse import parse
from briefing.rendering.pdf import fonts
from briefing.rendering.pdf.compose import Composed, compose
from briefing.rendering.pdf.lines import Typesetter
from briefing.rendering.pdf.pages import paginate
from briefing.rendering.pdf.theme import A4

if TYPE_CHECKING:
    from briefing.model.document import Document

WORDS = "<p>Aparatur menjaga netralitas dalam setiap pemilihan dan melayani semua warga secara adil.</p>"
LINKS = '<p>Halaman <a href="#s0" class="page"/>, <a href="#s5" class="page"/>.</p>'


def document(*contents: str) -> Document:
    sections = "".join(f'<section class="page" id="s{number}">{content}</section>' for number, content in enumerate(contents))
    return parse(f'<document title="a">{sections}</document>', "x")


def test_only_sections_whose_answers_change_are_composed_again() -> None:
    pages: dict[str, tuple[int, int]] = {}
    typesetter, kept = Typesetter(pages), dict[int, Composed]()
    page = document(WORDS, LINKS, WORDS, WORDS, WORDS, WORDS)
    paginate(compose(page, A4, typesetter, kept)[1], A4, pages)
    first = dict(kept)
    root, bands = compose(page, A4, typesetter, kept)
    again = paginate(bands, A4, pages)

    assert [number for number in kept if kept[number] is not first[number]] == [1]
    assert kept[1].asked == {name: again.spans[name] for name in ("s0", "s5")}
    assert root.children == [kept[number].node for number in range(6)]


def test_a_reference_to_a_section_well_before_is_right_at_once() -> None:
    pages: dict[str, tuple[int, int]] = {}
    kept = dict[int, Composed]()
    page = document(WORDS * 200, WORDS, WORDS, '<p><a href="#s0" class="pages"/></p>')
    spans = paginate(compose(page, A4, Typesetter(pages), kept)[1], A4, pages).spans

    assert spans["s0"][1] > 1
    assert kept[3].asked == {"s0": spans["s0"]}


def test_texts_of_several_subsets_are_written_as_reportlab_parts_them() -> None:
    from reportlab.pdfgen.canvas import Canvas

    doc = Canvas("x")._doc
    writer = fonts.Writer("Sans", doc)
    letters = "".join(map(chr, range(0x100, 0x180))) + "".join(map(chr, range(0xA1, 0x100))) + "".join(map(chr, range(0x400, 0x460)))
    for text in (letters, "AVA Wahid", letters[::-1], "AVA Wahid"):
        expected = [
            (fonts.font("Sans").getSubsetInternalName(subset, doc), codes.hex()) for subset, codes in fonts.font("Sans").splitString(text, doc)
        ]
        written = [(name, "".join(part.partition("<")[2] for part in array.strip("[]").split(">"))) for name, array in writer.shown(text)]
        assert written == expected
    assert len({name for name, _ in writer.shown(letters)}) > 1
    assert list(writer.shown("")) == []
    assert "-" not in next(writer.shown("nn"))[1]
    assert next(writer.shown("AV"))[1].count("<") == 2
