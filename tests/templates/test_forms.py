"""The forms of the profiles: their words as approved, their facts as verified, one page each, room to write."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pypdf
import pytest

from briefing.model.office import Office
from briefing.rendering.fill import make_document
from briefing.rendering.pdf.render import render
from briefing.rendering.pdf.tables import WRITING_LINE
from briefing.rendering.profiles import folders
from tests.factories import ROOT, seeds_pack

if TYPE_CHECKING:
    from briefing.model.document import Document, Element

FORMS = ("pengantar", "lapor", "ikrar", "kontak", "acara")
FACTS = ROOT.parent / "shared" / "facts" / "regulations.json"
OFFICE = Office(name="Bawaslu Kabupaten Pati", city="Pati", signatory="Ketua Bawaslu Kabupaten Pati", contacts=("Telepon (0295) 000000",))
# What the forms say of the law: instrument, provision, and the label that says it.
STATED = [
    ("uu-8-2015", "134(3)", "lapor"),
    ("uu-8-2015", "134(4)", "lapor"),
]


@cache
def form(name: str, profile: str = "", office: Office = Office(), languages: tuple[str, ...] = ("id", "en")) -> Document:  # noqa: B008 - frozen
    return make_document(replace(seeds_pack(), sections=(name,), languages=languages), folders(profile), office)


def blocks(document: Document) -> list[str]:
    return [element.text.replace("\u00a0", " ") for section in document.sections for element in section.walk() if element.runs]


def elements(document: Document, tag: str, kind: str = "") -> list[Element]:
    return [element for section in document.sections for element in section.walk() if element.tag == tag and (element.kind == kind or not kind)]


@pytest.mark.parametrize("name", FORMS)
def test_a_form_says_what_was_approved(name: str) -> None:
    approved = (ROOT / "tests" / "data" / "forms" / f"{name}.txt").read_text(encoding="utf-8").splitlines()

    assert blocks(form(name)) == approved


@pytest.mark.parametrize("name", FORMS)
def test_in_indonesian_alone_a_form_keeps_its_indonesian_and_drops_the_rest(name: str) -> None:
    both = "\n".join(block.split(" / ")[0] for block in blocks(form(name)))
    alone = blocks(form(name, languages=("id",)))

    assert alone
    assert [block for block in alone if block not in both] == []
    assert re.findall(r"\b(?:the|of|and)\b", " ".join(alone)) == []


@pytest.mark.skipif(not FACTS.exists(), reason="needs the verified facts beside the checkout")
def test_the_law_on_forms_was_read_in_the_text_or_an_official_copy() -> None:
    instruments = {entry["id"]: entry for entry in json.loads(FACTS.read_text(encoding="utf-8"))["instruments"]}
    levels = {(name, key): {a["verified_level"] for a in instruments[name]["articles"] if a["key"] == key} for name, key, _ in STATED}

    assert {place: level for place, level in levels.items() if not level or level - {"primary_text", "official_copy"}} == {}


@pytest.mark.parametrize("name", FORMS)
def test_a_form_names_no_law_that_is_not_listed_as_verified(name: str) -> None:
    named = re.findall(r"\b(UU|PP|Perbawaslu|Perpres|Permendagri|SKB|SE) (\d+)/(\d{4})", " ".join(blocks(form(name))))

    assert {f"{kind.lower()}-{number}-{year}" for kind, number, year in named} == {law for law, _, where in STATED if where == name}


def test_no_form_claims_an_electronic_signature() -> None:
    words = " ".join(" ".join(blocks(form(name, profile))) for name in FORMS for profile in ("bawaslu", "pemkab"))

    assert re.findall(r"ditandatangani secara elektronik|BSrE|BSSN|signed electronically", words, re.IGNORECASE) == []


@pytest.mark.parametrize(
    ("profile", "salutation", "signs", "below"),
    [
        ("bawaslu", "peserta sosialisasi pengawasan partisipatif", "Ketua / Chair", []),
        ("pemkab", "para Kepala Perangkat Daerah para Camat, Lurah, dan Kepala Desa", "Sekretaris Daerah / Regional Secretary", ["NIP"]),
    ],
)
def test_a_profile_has_its_salutation_and_its_signatory(profile: str, salutation: str, signs: str, below: list[str]) -> None:
    words = blocks(form("pengantar", profile))

    assert f"Kepada Yth. {salutation} di tempat" in words
    assert signs in words
    assert [word.split(" / ")[0] for word in words[words.index("Nama / Name") + 1 :]] == below


def test_the_office_stands_on_the_forms_where_it_is_set() -> None:
    assert "Ketua Bawaslu Kabupaten Pati," in blocks(form("pengantar", "bawaslu", OFFICE))
    assert "Ketua / Chair" not in blocks(form("pengantar", "bawaslu", OFFICE))
    assert "Pati," in blocks(form("ikrar", "", OFFICE))
    assert {"Bawaslu Kabupaten Pati", "Telepon (0295) 000000"} <= set(blocks(form("lapor", "", OFFICE)))
    assert "Alamat / Address" in blocks(form("lapor", "", OFFICE))
    assert len(elements(form("lapor"), "td", "line")) == len(elements(form("lapor", "", OFFICE), "td", "line")) + 3 - 2


@pytest.mark.parametrize("name", FORMS)
def test_a_form_takes_one_page(name: str) -> None:
    rendered = render(form(name), when=datetime(2024, 8, 11, tzinfo=UTC))

    assert rendered.pages == 1
    assert rendered.missing == ()


def test_lines_to_write_on_are_eight_millimetres_apart() -> None:
    assert WRITING_LINE >= 8 * 72 / 25.4


def test_the_square_for_a_signature_is_three_centimetres_wide() -> None:
    """The edges of the drawn rectangle lie within its line of 0.6 points."""
    page = pypdf.PdfReader(io.BytesIO(render(form("ikrar"), when=datetime(2024, 8, 11, tzinfo=UTC)).pdf)).pages[0]
    contents = page.get_contents()
    assert contents is not None
    sizes = [(float(width), float(height)) for width, height in re.findall(rb"([\d.]+) ([\d.]+) re S", contents.get_data())]

    assert [(width, height) for width, height in sizes if width == height and abs(width - 30 * 72 / 25.4) < 0.7]


def test_the_pledge_has_its_four_points_in_both_languages() -> None:
    assert [len(points.children) for points in elements(form("ikrar"), "ol", "points")] == [4, 4]
    assert all(first != second for first, second in pairwise(blocks(form("ikrar"))))
