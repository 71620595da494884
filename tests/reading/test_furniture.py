"""Every rule of the furniture list matches its examples, and nothing that only looks like them."""

from __future__ import annotations

import re
from typing import Any

import pytest

from briefing.lexicon.load import table
from briefing.reading.furniture import LONGEST_LINE, cuts, insert_end, line_rule, opens_list, tail_start

RULES = [
    (section, entry) for section in ("markup_sign", "markup", "cut", "line", "head", "list", "tail") for entry in table("id/furniture.toml")[section]
]
PROSE = (
    "Sekda meminta semua pegawai bersikap netral.",
    '"Kita semua wajib netral," kata Bupati.',
    "Penulis buku itu, Siti, hadir pula.",
    "Larangan bagi pegawai antara lain:",
    "- memasang spanduk calon;",
    "1. Pegawai dilarang berfoto bersama calon.",
    "Sanksi Moral dan Disiplin",
    "Ketua KPU (tengah) menandatangani ikrar.",
    "Email dan media sosial pegawai diawasi, kata dia.",
    "Sumber dana kampanye wajib dilaporkan.",
    "Ikuti aturan main, kata Ketua Bawaslu.",
    "(1) Laporan disampaikan kepada Bawaslu.",
)


def _found(section: str, entry: dict[str, Any], text: str) -> bool:
    pattern = re.compile(entry["pattern"] + (r"\s*$" if section == "tail" else ""), re.IGNORECASE)
    return bool(pattern.fullmatch(text) if section in {"line", "head", "list"} else pattern.search(text))


@pytest.mark.parametrize(("section", "entry"), RULES, ids=[f"{section}-{entry['examples'][0]}" for section, entry in RULES])
def test_rule_proves_itself(section: str, entry: dict[str, Any]) -> None:
    assert entry["examples"]
    assert entry["not_examples"]
    assert [example for example in entry["examples"] if not _found(section, entry, example)] == []
    assert [example for example in entry["not_examples"] if _found(section, entry, example)] == []


@pytest.mark.parametrize("line", PROSE)
def test_no_rule_takes_prose(line: str) -> None:
    assert line_rule(line) is None
    assert not opens_list(line)
    assert tail_start(line) == len(line)
    assert cuts(line) == []


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("Reporter : Siti Aminah", "author", "Siti Aminah"),
        ("COPYRIGHT © ANTARA 2023", "outlet", "ANTARA"),
        ("https://kabardesa.id/asn", "url", "https://kabardesa.id/asn"),
    ],
)
def test_rule_gives_a_field(line: str, field: str, value: str) -> None:
    found = line_rule(line)
    assert found is not None
    assert (found[0].field, found[1][1]) == (field, value)


def test_long_lines_are_not_looked_at() -> None:
    assert line_rule("|" * (LONGEST_LINE + 1)) is None


@pytest.mark.parametrize(
    ("line", "insert"),
    [
        ("BACA JUGA:Tim Kota Menang Telak di KandangSekda lalu menutup rapat dengan doa bersama.", "BACA JUGA:Tim Kota Menang Telak di Kandang"),
        ("BACA JUGA:Tim Kota Menang Telak di Kandang", ""),
        ("BACA JUGA:Aplikasi LaporKan Diluncurkan Bupati", ""),
        ("Sekda menutup rapat.", ""),
    ],
)
def test_insert_with_a_paragraph_glued_behind_it(line: str, insert: str) -> None:
    assert line[: insert_end(line)] == insert


@pytest.mark.parametrize(
    "tail", [" (fn3 /FN /AP)", "(eri/art/kpg)", " (Humas)", ".(*)", " (hupmas kota siti/foto: budi/ed tono)", " ***", " (red) ***"]
)
def test_tail(tail: str) -> None:
    sentence = 'Rapat ditutup dengan doa," pungkasnya.'
    assert sentence[: tail_start(sentence + tail)].rstrip(".") == sentence.rstrip(".")
