from __future__ import annotations

from itertools import cycle
from typing import TYPE_CHECKING

import pytest

from briefing.lexicon.load import rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.model.finding import Findings

_PLACES = [row["name"] for table in ("provinces", "regencies") for row in rows(f"places/{table}.csv")]
_HEADS = (
    "Ketua KPU",
    "Sekretaris DPRD",
    "Kepala BKPSDM",
    "Kapolres",
    "Anggota Bawaslu",
    "Kepala Dinas Pendidikan",
    "Ketua MUI",
    "Kasi Intel Kejari",
    "Sekda",
)
_NAMES = (
    "Nurlina Paewang",
    "Sukirno",
    "Hamka Daeng Rurung",
    "I Wayan Sudarma",
    "La Ode Harmin",
    "Yohanes Bere Mali",
    "Cut Nurul Husna",
    "Agung Nugroho Jati",
)
_FORMS = (
    "“Kami tunggu sampai besok,” kata {office} {name}.",
    "“Kami tunggu sampai besok,” kata {office}, {name}, Senin.",
    "“Kami tunggu sampai besok,” kata {name}, {office}, Senin.",
    "{office} {name} mengatakan data lengkap. “Kami tunggu sampai besok,” katanya.",
    "{office}, {name}, mengatakan data lengkap. “Kami tunggu sampai besok,” katanya.",
)
_VILLAGES = (
    "Desa Sukamaju",
    "Kelurahan Tanjung Harapan",
    "Kecamatan Padang Bulan",
    "Kampung Batang Kuis",
    "Desa Teluk Dalam",
    "Kecamatan Rantau Panjang",
)


def _told(findings: Findings) -> tuple[str | None, str | None]:
    quote = next(quote for quote in findings.quotes if quote.kind == "direct")
    speaker = next((speaker for speaker in findings.speakers if speaker.id == quote.speaker), None)
    return (speaker.name, speaker.office_as_printed) if speaker else (None, None)


def test_every_regency_and_province_parts_from_the_name_behind_it(find_in: Callable[..., Findings]) -> None:
    wrong = []
    for place, head, name, form in zip(_PLACES, cycle(_HEADS), cycle(_NAMES), cycle(_FORMS), strict=False):
        text = form.format(office=f"{head} {place}", name=name)
        if _told(find_in(text)) != (name, f"{head} {place}"):
            wrong.append(text)

    assert wrong == []


@pytest.mark.parametrize("form", _FORMS)
@pytest.mark.parametrize("village", _VILLAGES)
def test_villages_part_from_the_name_behind_them(village: str, form: str, find_in: Callable[..., Findings]) -> None:
    for name in ("Sukirno", "Budi Santoso", "Cut Nurul Husna"):
        assert _told(find_in(form.format(office=f"Ketua Panwascam {village}", name=name))) == (name, f"Ketua Panwascam {village}")
