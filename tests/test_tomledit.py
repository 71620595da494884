"""Changing TOML files that people edit: what is set is there, and nothing else changes."""

from __future__ import annotations

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from briefing.tomledit import begun, changed

TEXT = """# kepala
office = "a" # ekor

# baris
lines = [
  "b", # pertama
]

[mail]
# peladen
host = "h"
"""


def test_what_is_set_is_changed_in_its_place() -> None:
    assert changed(TEXT, {("office",): "x", ("mail", "host"): "y"}) == TEXT.replace('"a"', '"x"').replace('"h"', '"y"')


def test_a_new_key_goes_behind_those_of_its_table() -> None:
    text = changed(TEXT, {("paper",): "F4", ("mail", "port"): 25, ("new", "key"): True})

    assert tomllib.loads(text) == {**tomllib.loads(TEXT), "paper": "F4", "mail": {"host": "h", "port": 25}, "new": {"key": True}}
    assert [line for line in TEXT.splitlines() if line not in text.splitlines()] == []


def test_a_new_file_holds_each_value_under_its_comment() -> None:
    text = begun("satu\ndua", [(("office",), "", "kantor"), (("grey",), False, "abu"), (("mail", "host"), "h", "peladen")])

    assert text == '# satu\n# dua\n\n# kantor\noffice = ""\n\n# abu\ngrey = false\n\n[mail]\n\n# peladen\nhost = "h"\n'


@given(st.text(st.characters(exclude_categories=["Cs"])), st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=3))
def test_any_text_is_kept(text: str, lines: list[str]) -> None:
    assert tomllib.loads(changed(TEXT, {("office",): text, ("lines",): lines})) == {"office": text, "lines": lines, "mail": {"host": "h"}}
