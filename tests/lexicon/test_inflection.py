from __future__ import annotations

import pytest

from briefing.lexicon.inflection import inflections


@pytest.mark.parametrize(
    ("root", "forms"),
    [
        ("dukung", {"dukung", "mendukung", "didukung", "dukungkan", "ngedukung", "dukung-mendukung"}),
        ("pakai", {"memakai", "makai", "dipakai", "dipakaikan", "pemakaian"}),
        ("tolak", {"menolak", "nolak", "ditolak", "penolakan"}),
        ("sebar", {"menyebar", "menyebarkan", "nyebarin", "penyebaran", "sebar-sebar"}),
        ("kerah", {"mengerahkan", "ngerahin", "dikerahkan", "pengerahan"}),
        ("ajak", {"mengajak", "ngajak", "diajak", "ajak-ajak"}),
        ("promosi", {"mempromosikan", "dipromosikan"}),
        ("libat", {"melibatkan", "dilibatkan", "pelibatan"}),
    ],
)
def test_a_root_gives_written_spoken_nominal_and_doubled_forms(root: str, forms: set[str]) -> None:
    assert forms <= inflections(root)


def test_a_root_gives_no_form_of_another_verb() -> None:
    assert not inflections("tekan") & {"terkena", "tekun", "menekuni"}
    assert "terpengaruh" not in inflections("pengaruh")
