"""The office's own glossary and catalogue: laid over the shipped ones, and held to what they are held to."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing import tomlfile
from briefing.lexicon import glossary, law, load, own, own_law
from briefing.lexicon.load import table
from briefing.model.problem import FaultsError

if TYPE_CHECKING:
    from collections.abc import Iterator

TERM = """
[[term]]
forms = ["paslon", "tim pendukung"]
en = "ticket"
explanation_id = "Dua orang yang maju bersama."
explanation_en = "Two people who stand together."
"""
INSTRUMENT = """
[[instrument]]
id = "se-contoh-1-2024"
kind = "Surat Edaran"
number = "1"
year = 2024
title_id = "Surat Edaran Nomor 1 Tahun 2024"
title_en = "Circular No. 1 of 2024"
short_id = "SE 1/2024"
short_en = "Circular 1/2024"
from = 2024-03-01
level = "official_copy"
source = "arsip kantor"
"""


@pytest.fixture(autouse=True)
def shipped_again() -> Iterator[None]:
    yield
    load.use(None)


@pytest.fixture
def prefix() -> str:
    return next(str(kind["id"]) for kind in table("law/kinds.toml")["kind"] if kind["id"].startswith("se"))


def faults(folder: Path, name: str, text: str) -> list[tuple[str, str, int]]:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    before = glossary.terms(), law.instruments()
    with pytest.raises(FaultsError) as caught:
        load.use(folder)
    assert (glossary.terms(), law.instruments()) == before
    return [(fault.code, str(fault.arguments["key"]), int(fault.arguments["line"])) for fault in caught.value.errors]


def test_the_shipped_data_passes_the_same_checks() -> None:
    folder = Path(load.__file__).parent
    terms, instruments, provisions, sanctions = (
        tomlfile.read(folder / name) for name in (load.GLOSSARY, load.LAW, load.PROVISIONS, load.SANCTIONS)
    )
    kinds = [kind["id"] for kind in table("law/kinds.toml")["kind"]]

    assert list(own.term_faults(terms)) == []
    catalogue = tomlfile.parse(instruments.path, instruments.text.replace("as_of = ", "# as_of = ", 1))
    assert [fault.arguments for fault in own_law.instrument_faults(catalogue, [], kinds)] == []
    assert [fault.arguments for fault in own_law.provision_faults(provisions, [], instruments.tables["instrument"])] == []
    assert [fault.arguments for fault in own_law.sanction_faults(sanctions, provisions.tables["provision"])] == []


def test_a_folder_without_files_changes_nothing(tmp_path: Path) -> None:
    before = glossary.terms(), law.instruments()
    load.use(tmp_path)

    assert (glossary.terms(), law.instruments()) == before


def test_a_term_of_the_office_wins(tmp_path: Path) -> None:
    (tmp_path / "glossary.toml").write_text(TERM, encoding="utf-8")
    (before,) = glossary.terms_in("paslon")
    load.use(tmp_path)

    assert [term.en for term in glossary.terms_in("paslon, tim pendukung")] == ["ticket"]
    assert [term.en for term in glossary.terms_in("pasangan calon")] == [before.en]
    load.use(None)
    assert glossary.terms_in("paslon") == (before,)


def test_a_term_with_the_id_of_a_shipped_one_takes_its_place(tmp_path: Path) -> None:
    (tmp_path / "glossary.toml").write_text(TERM.replace("forms", 'id = "asn"\nforms'), encoding="utf-8")
    place = [term.id for term in glossary.terms()].index("asn")
    load.use(tmp_path)

    assert glossary.terms()[place].forms == ("paslon", "tim pendukung")
    assert glossary.terms_in("ASN") == ()


def test_an_instrument_of_the_office_is_found_by_number_and_day(tmp_path: Path, prefix: str) -> None:
    (tmp_path / "law").mkdir()
    (tmp_path / "law" / "instruments.toml").write_text(INSTRUMENT.replace("se-", f"{prefix}-", 1), encoding="utf-8")
    count = len(law.instruments())
    load.use(tmp_path)

    assert len(law.instruments()) == count + 1
    assert law.status(f"{prefix}-contoh-1-2024", date(2024, 2, 29)) == "not_yet"
    assert law.status(f"{prefix}-contoh-1-2024", date(2024, 3, 1)) == "in_force"
    assert law.status("uu-5-2014", date(2023, 10, 31)) == "repealed"


def test_what_the_office_says_of_a_law_takes_effect(tmp_path: Path, prefix: str) -> None:
    (tmp_path / "law").mkdir()
    relation = '{ kind = "amends", target = "uu-20-2023", on = 2024-03-01, level = "press", source = "media" }'
    text = INSTRUMENT.replace("se-", f"{prefix}-", 1) + f"relations = [{relation}]\n"
    (tmp_path / "law" / "instruments.toml").write_text(text, encoding="utf-8")
    load.use(tmp_path)

    assert law.status("uu-20-2023", date(2024, 3, 1)) == "amended"


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('forms = ["paslon"', 'forms = ["pas, lon"', "forms"),
        ('forms = ["paslon"', 'forms = ["Tim  Pendukung"', "forms"),
        ('"ticket"', '"his ticket"', "en"),
        ("bersama.", "bersama", "explanation_id"),
        ("Two people who", "Two people. They", "explanation_en"),
        ("en =", "inggris =", "inggris"),
    ],
)
def test_a_fault_of_a_term_is_told_with_its_line(tmp_path: Path, old: str, new: str, key: str) -> None:
    text = TERM.replace(old, new, 1)
    found = faults(tmp_path, "glossary.toml", text)

    assert (key, text.split("\n").index(next(line for line in text.split("\n") if line.startswith(key))) + 1) in [place[1:] for place in found]


def test_two_terms_claim_nothing_twice(tmp_path: Path) -> None:
    assert faults(tmp_path, "glossary.toml", TERM + TERM.replace('"tim pendukung"', '"tim"')) == [("toml-value", "forms", 9)]


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("se-", "memo-", "id"),
        ("year = 2024", "year = '2024'", "year"),
        ("Nomor 1 Tahun 2024", "Nomor 2 Tahun 2024", "title_id"),
        ('source = "arsip kantor"', "", "source"),
        ('"official_copy"', '"resmi"', "level"),
        ("from = 2024-03-01", "from = 2024-03-01\ndate = 2024-03-02", "from"),
        ("from = 2024-03-01", "from = 2024-03-01\nstatus_level = 'press'", "status_source"),
        ("level =", 'relations = [{ kind = "repeals", target = "uu-99-1999", level = "press", source = "x" }]\nlevel =', "target"),
        ("level =", 'relations = [{ kind = "repeals", target = "uu-5-2014", level = "press", source = "x" }]\nlevel =', "target"),
        ("level =", "relations = [{ kind = [], target = 1 }]\nlevel =", "kind"),
        ("level =", "relations = [1]\nlevel =", "relations"),
    ],
)
def test_a_fault_of_an_instrument_is_told(tmp_path: Path, prefix: str, old: str, new: str, key: str) -> None:
    text = INSTRUMENT.replace("se-", f"{prefix}-", 1) if old != "se-" else INSTRUMENT

    assert key in [place[1] for place in faults(tmp_path, "law/instruments.toml", text.replace(old, new, 1))]


def test_the_day_of_the_catalogue_is_not_the_offices(tmp_path: Path) -> None:
    assert faults(tmp_path, "law/instruments.toml", "as_of = 2024-01-01\n")[0][:2] == ("toml-strange-key", "as_of")
