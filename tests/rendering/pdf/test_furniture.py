"""The foot of a page names the whole pack, however long its title."""

from __future__ import annotations

import pytest

from briefing.rendering.parse import parse
from briefing.rendering.pdf.boxes import Text
from briefing.rendering.pdf.furniture import foot
from briefing.rendering.pdf.lines import Typesetter
from briefing.rendering.pdf.theme import A4

LONG = "Neutrality of Civil Servants and Village Heads in Regional Head Elections and General Elections"


def drawn(title_en: str, number: int) -> list[Text]:
    head = f'title="Judul" title-en="{title_en}" note="Catatan" note-en="Note"'
    document = parse(
        f'<document lang="id" {head}><section class="page" id="a"><p>Teks.</p></section></document>', "contoh.xhtml", languages=("id", "en")
    )
    return [drawing for drawing in foot(document, A4, Typesetter({}), number) if isinstance(drawing, Text)]


def words(text: Text) -> str:
    return "".join(fragment.text for fragment in text.line.fragments)


@pytest.mark.parametrize("number", [4, 5])
def test_a_long_title_takes_two_lines_and_is_not_cut(number: int) -> None:
    english = [text for text in drawn(LONG, number) if text.x > A4.column]
    assert " ".join(words(text).strip() for text in english[:2]) == LONG
    assert words(english[2]) == "Note"
    assert A4.height - max(text.y for text in english) > 5 * 72 / 25.4


def test_a_title_of_no_end_is_cut() -> None:
    assert any("…" in words(text) for text in drawn(LONG * 3, 4))
