"""Lines: nothing is lost or too wide, quotes and names are never hyphenated, kerning is that of the font."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.document import Lang, Run
from briefing.rendering.pdf import fonts
from briefing.rendering.pdf.hyphenation import divisions
from briefing.rendering.pdf.lines import Line, Typesetter
from briefing.rendering.pdf.theme import A4

WORDS = st.lists(st.text(st.characters(codec="cp1252", categories=["L", "P", "Nd"]), min_size=1, max_size=60), min_size=1, max_size=20)


def text_of(lines: tuple[Line, ...]) -> str:
    return "".join(fragment.text for line in lines for fragment in line.fragments)


@settings(max_examples=40, deadline=None)
@given(words=WORDS, face=st.sampled_from(["text", "direct", "cell", "title"]), width=st.floats(60, 500))
def test_lines_hold_all_words_and_none_is_too_wide(words: list[str], face: str, width: float) -> None:
    text = " ".join(words).replace("\xad", "-")
    lines = Typesetter({}).lines([Run(text=text)], A4.faces[face], width, "id")
    assert re.sub(r"[ \xad]", "", text_of(lines)) == text.replace(" ", "")
    assert all(line.width <= width + 0.1 for line in lines)


def test_words_stay_apart_where_a_line_ends() -> None:
    lines = Typesetter({}).lines([Run(text="kata demi kata disalin dari naskah artikel yang terlampir")], A4.faces["cell"], 60, "id")
    assert len(lines) > 3
    assert text_of(lines) == "kata demi kata disalin dari naskah artikel yang terlampir"


def test_running_text_is_hyphenated_softly_and_quotes_are_not() -> None:
    text = "mempertanggungjawabkan penyelenggaraan pemerintahan berkesinambungan " * 3
    assert "\xad" in text_of(Typesetter({}).lines([Run(text=text)], A4.faces["text"], 120, "id"))
    assert "\xad" not in text_of(Typesetter({}).lines([Run(text=text)], A4.faces["direct"], 120, "id"))


@pytest.mark.parametrize("words", ["UU 8/2015", "Pasal 134", "(UU 24/2009)", "ayat (3)", "Law 20/2023", "halaman 5", "1 Oktober 2024", "25 June"])
def test_no_line_ends_between_a_number_and_what_it_belongs_to(words: str) -> None:
    for before in range(1, 30):
        lines = Typesetter({}).lines([Run(text="a" * before + f" {words} dan seterusnya")], A4.faces["cell"], 100, "id")
        assert any(words in text_of((line,)) for line in lines)


def test_a_word_is_divided_only_where_that_saves_a_line() -> None:
    text = "Penyelenggaraan pemerintahan yang baik mempertanggungjawabkan segala sesuatu kepada masyarakat"
    for width in range(120, 300, 7):
        found, whole = (
            Typesetter({}).lines([Run(text=text)], face, width, "id") for face in (A4.faces["text"], replace(A4.faces["text"], hyphenate=False))
        )
        assert ("\xad" in text_of(found)) == (len(found) < len(whole))


def test_titles_and_what_the_cover_says_are_never_hyphenated() -> None:
    assert not any(A4.faces[name].hyphenate for name in ("cover", "title", "h2", "h3", "deck", "kicker", "cell", "field", "note", "draft-line"))


def test_a_column_too_narrow_for_both_parts_them_at_the_space() -> None:
    lines = Typesetter({}).lines([Run(text="PERMENPANRB 12345")], A4.faces["cell"], 70, "id")
    assert [text_of((line,)).strip() for line in lines] == ["PERMENPANRB", "12345"]


def test_titles_are_balanced() -> None:
    text = "Ketidaknetralan Hanya Boleh Dilakukan Dalam Bilik Suara"
    lines = Typesetter({}).lines([Run(text=text)], A4.faces["title"], 233, "id")
    assert max(line.width for line in lines) - min(line.width for line in lines) < 90


def test_no_break_space_holds_words_together() -> None:
    lines = Typesetter({}).lines([Run(text="satu dua tiga Nama\u00a0Orang\u00a01\u00a0¶\u00a08")], A4.faces["cell"], 75, "id")
    assert any("Nama\u00a0Orang\u00a01\u00a0¶\u00a08" in text_of((line,)) for line in lines)


@pytest.mark.parametrize(
    ("word", "lang", "places"),
    [
        ("paragraf", "id", (4,)),  # the patterns say parag-raf
        ("memiliki", "id", (4,)),  # a misprint among the patterns says memil-iki
        ("(pemerintah),", "id", (5, 8)),
        ("violations", "en", (4, 5)),
        ("Pemerintah", "id", ()),
        ("netralitas2", "id", ()),
        ("bersama", "id", ()),
        ("x" * 5000, "id", ()),
    ],
)
def test_words_are_divided_where_the_patterns_say(word: str, lang: Lang, places: tuple[int, ...]) -> None:
    assert divisions(word, lang) == places


@pytest.mark.parametrize(
    ("pair", "name", "move"), [("To", "Sans-Semibold", -71), ("P,", "Sans-Semibold", -122), ("AV", "Serif-Italic", -90), ("nn", "Sans", 0)]
)
def test_kerning_is_that_of_the_font(pair: str, name: str, move: int) -> None:
    apart = fonts.width(pair[0], name, 1000) + fonts.width(pair[1], name, 1000)
    assert fonts.width(pair, name, 1000) - apart == pytest.approx(move)


def test_every_face_of_the_theme_has_its_font() -> None:
    assert all(fonts.width("Netralitas", face.font, face.size) > 0 for face in A4.faces.values())


def test_a_quote_does_not_break_at_the_hyphen_of_a_doubled_word() -> None:
    def ends(face: str) -> set[bool]:
        runs = [Run(text="satu dua tiga berhati-hati " * 6)]
        widths = range(80, 200, 5)
        lines = [line for width in widths for line in Typesetter({}).lines(runs, A4.faces[face], width, "id")]
        return {text_of((line,)).endswith("berhati-") for line in lines}

    assert ends("direct") == {False}
    assert ends("text") == {False, True}
