"""In large print, a table whose columns would be too narrow has a line for each cell, and none overflows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from briefing.rendering.parse import parse
from briefing.rendering.pdf.tables import widths_of
from briefing.rendering.pdf.unfold import unfolded

if TYPE_CHECKING:
    from briefing.model.document import Element

WIDTH, SCALE = 493.0, 1.84


def table(content: str) -> Element:
    document = parse(f'<document title="a"><section class="page">{content}</section></document>', "x")
    return document.sections[0].children[0]


def lines(found: Element) -> list[tuple[str, list[str]]]:
    return [(row.kind, [cell.text for cell in row.children]) for row in found.children]


LAW = """<table class="law" cols="22 * 92 96 88">
<tr><th/><th>Peraturan<p lang="en">Instrument</p></th><th>Lalu<p lang="en">Then</p></th><th>Kini<p lang="en">Now</p></th><th>Ganti</th></tr>
<tr><th class="label">ID</th><td>UU 5</td><td>berlaku</td><td>dicabut</td><td/></tr>
<tr class="more" lang="en"><th class="label">EN</th><td>Law 5</td><td>in force</td><td>repealed</td><td/></tr></table>"""


def test_each_cell_stands_under_the_head_in_its_language_and_the_row_stays_together() -> None:
    assert lines(unfolded(table(LAW), WIDTH, SCALE)) == [
        ("", ["Peraturan", "UU 5"]),
        ("more", ["Lalu", "berlaku"]),
        ("more", ["Kini", "dicabut"]),
        ("", ["Instrument", "Law 5"]),
        ("more", ["Then", "in force"]),
        ("more", ["Now", "repealed"]),
    ]


def test_a_head_in_both_languages_stands_on_one_line() -> None:
    found = table(
        '<table class="people" cols="260 * 62"><tr><th>Nama<p lang="en">Name</p></th><th>a</th><th>b</th></tr><tr><td>x</td><td>y</td><td>z</td></tr></table>'
    )
    assert lines(unfolded(found, WIDTH, SCALE))[0] == ("", ["Nama / Name", "x"])


def test_terms_stay_beside_their_english_with_where_they_occur_below_them() -> None:
    found = table(
        '<table class="terms" cols="260 * 62"><tr><th>Istilah</th><th lang="en">Term</th><th>Muncul di</th></tr>'
        '<tr><td><p>bupati</p></td><td lang="en"><p>regent</p></td><td class="note">art. 2</td></tr></table>'
    )
    assert lines(unfolded(found, WIDTH, SCALE)) == [("", ["Istilah Muncul di", "Term"]), ("", ["bupati art. 2", "regent"])]


def test_keys_and_values_without_a_head_come_two_by_two() -> None:
    found = table('<table class="fields" cols="132 127.4 132 *"><tr><th>a</th><td>b</td><th>c</th><td>d</td></tr></table>')
    assert lines(unfolded(found, WIDTH, SCALE)) == [("", ["a", "b"]), ("", ["c", "d"])]


def test_the_label_of_a_line_to_write_on_stands_above_it() -> None:
    found = unfolded(
        table('<table class="form" cols="67mm *"><tr><th>Nama</th><td class="line"/></tr><tr><th/><td class="line"/></tr></table>'), WIDTH, SCALE
    )
    assert lines(found) == [("", ["Nama"]), ("more", [""]), ("", [""])]


def test_tables_that_fit_and_forms_stay_as_they_are() -> None:
    for whole in (
        table('<table class="rules" cols="24 *"><tr><th>L1</th><td>x</td></tr></table>'),
        table('<table class="law" cols="22 40 *"><tr><th>a</th><th>b</th><th>c</th></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>'),
        table('<table class="form" cols="200 200 * *"><tr><td class="line"/><td/><td/><td/></tr></table>'),
    ):
        assert unfolded(whole, WIDTH, SCALE) is whole


@given(
    st.lists(st.one_of(st.just("*"), st.integers(1, 400).map(str), st.integers(1, 200).map("{}mm".format)), min_size=1, max_size=9),
    st.floats(40, 500),
)
def test_columns_never_leave_their_side(columns: list[str], width: float) -> None:
    widths = widths_of(columns, width, SCALE)
    assert sum(widths) <= width + 0.001
    assert min(widths) > 0
