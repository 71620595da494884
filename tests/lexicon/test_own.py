"""The office's own glossary and catalogue: laid over the shipped ones, and held to what they are held to."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing import tomlfile
from briefing.lexicon import glossary, law, load, own, own_law, provisions
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
    terms, instruments, provisions, sanctions = (tomlfile.read(folder / name) for name in (load.GLOSSARY, load.LAW, load.PROVISIONS, load.SANCTIONS))
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


PROVISION = """
[[provision]]
instrument = "uu-10-2016"
key = "71(1)"
type = "prohibition"
addressees = ["asn"]
text_id = "Contoh larangan."
text_en = "An example of a ban."
level = "press"
source = "media contoh"
"""
STEP = """
[[sanction]]
id = "sanksi-kantor"
regime = "moral"
addressees = ["asn"]
text_id = "Teguran."
text_en = "A reprimand."
grounds = ["pp-94-2021:8(2)"]
level = "press"
source = "media contoh"
"""


def lay(folder: Path, name: str, text: str) -> None:
    (folder / "law").mkdir(exist_ok=True)
    (folder / "law" / name).write_text(text, encoding="utf-8")


def test_a_provision_of_the_office_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    lay(tmp_path, "provisions.toml", PROVISION)
    count = len(provisions.provisions("uu-10-2016"))
    load.use(tmp_path)

    held = provisions.provision("uu-10-2016", "71(1)", date(2024, 10, 23))
    assert held is not None
    assert (held.text_en, held.basis.credit, len(provisions.provisions("uu-10-2016"))) == ("An example of a ban.", "media contoh", count)
    load.use(None)
    assert provisions.provision("uu-10-2016", "71(1)", date(2024, 10, 23)) != held


def test_the_office_adds_a_law_with_its_provisions_and_sanctions(tmp_path: Path) -> None:
    lay(tmp_path, "instruments.toml", INSTRUMENT.replace("se-contoh", "se-menpanrb"))
    lay(tmp_path, "provisions.toml", PROVISION.replace("uu-10-2016", "se-menpanrb-1-2024").replace("71(1)", "3"))
    lay(tmp_path, "sanctions.toml", STEP.replace("pp-94-2021:8(2)", "se-menpanrb-1-2024:3"))
    load.use(tmp_path)

    (held,) = provisions.provisions("se-menpanrb-1-2024")
    assert (held.starts, held.ref_id) == (date(2024, 3, 1), "Pasal 3")
    assert [step.grounds for step in provisions.sanctions(date(2024, 10, 23)) if step.id == "sanksi-kantor"] == [(("se-menpanrb-1-2024", "3"),)]


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("uu-10-2016", "uu-99-2016", "instrument"),
        ('key = "71(1)"', 'key = "isi"', "ref_id"),
        ('"prohibition"', '"larangan"', "type"),
        ('["asn"]', '["pegawai"]', "addressees"),
        ("text_en", "inggris", "inggris"),
        ("level =", "from = 2015-01-01\nlevel =", "from"),
        ("level =", "from = 2024-01-02\nuntil = 2024-01-02\nlevel =", "until"),
        ("level =", "from = 2020-01-01\nlevel =", "key"),  # the shipped version holds on that day too
        ("level =", 'notes = [{ id = "Satu.", level = "press", source = "x" }]\nlevel =', "en"),
        ("level =", 'notes = [{ from = 2024-01-02, until = 2024-01-01, id = "a", en = "b", level = "press", source = "x" }]\nlevel =', "until"),
    ],
)
def test_a_fault_of_a_provision_is_told(tmp_path: Path, old: str, new: str, key: str) -> None:
    assert key in [place[1] for place in faults(tmp_path, "law/provisions.toml", PROVISION.replace(old, new, 1))]


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("8(2)", "99", "grounds"),
        ('"moral"', '"adat"', "regime"),
        ("level =", 'punishes = ["pp-94-2021:99"]\nlevel =', "punishes"),
        ("level =", "from = 2024-01-02\nuntil = 2024-01-01\nlevel =", "until"),
        ('source = "media contoh"', "", "source"),
    ],
)
def test_a_fault_of_a_step_of_sanctions_is_told(tmp_path: Path, old: str, new: str, key: str) -> None:
    assert key in [place[1] for place in faults(tmp_path, "law/sanctions.toml", STEP.replace(old, new, 1))]


@pytest.mark.parametrize(
    ("relations", "key"),
    [
        ('[{ kind = "amends", target = "uu-20-2023", on = 2023-01-01, level = "press", source = "x" }]', "on"),
        ('[{ kind = "repeals", target = "uu-5-2014", on = 2024-03-01, level = "press", source = "x" }]', "target"),
    ],
)
def test_a_relation_that_contradicts_the_days_or_another_is_a_fault(tmp_path: Path, relations: str, key: str) -> None:
    text = INSTRUMENT.replace("se-contoh", "se-menpanrb") + f"relations = {relations}\n"

    assert [place[1] for place in faults(tmp_path, "law/instruments.toml", text)] == [key]


def test_two_regulations_of_the_office_end_a_third_only_once(tmp_path: Path) -> None:
    end = 'relations = [{ kind = "repeals", target = "uu-20-2023", on = 2024-03-01, level = "press", source = "x" }]\n'
    first = INSTRUMENT.replace("se-contoh", "se-menpanrb") + end
    second = first.replace("se-menpanrb-1-2024", "se-menpanrb-1-2024.b")

    assert [place[1] for place in faults(tmp_path, "law/instruments.toml", first + second)] == ["target"]


def test_all_faults_of_the_folder_are_told_at_once(tmp_path: Path) -> None:
    lay(tmp_path, "instruments.toml", INSTRUMENT.replace("se-contoh", "memo"))
    lay(tmp_path, "provisions.toml", PROVISION.replace('"prohibition"', '"larangan"'))
    lay(tmp_path, "sanctions.toml", STEP.replace('"moral"', '"adat"'))

    with pytest.raises(FaultsError) as caught:
        load.use(tmp_path)
    told = [(Path(str(fault.arguments["file"])).name, fault.arguments["key"]) for fault in caught.value.errors]
    assert told == [("instruments.toml", "id"), ("provisions.toml", "type"), ("sanctions.toml", "regime")]


def test_the_examples_of_the_guide_are_sound(tmp_path: Path) -> None:
    guide = (Path(__file__).parents[2] / "docs" / "panduan.md").read_text(encoding="utf-8")
    for section in ("instrument", "provision", "sanction"):
        (example,) = re.findall(rf"```toml\n(\[\[{section}\]\].*?)```", guide, re.DOTALL)
        lay(tmp_path, f"{section}s.toml", example)
    load.use(tmp_path)

    (held,) = provisions.provisions("perbawaslu-7-2024")
    assert held.ref_id == "Pasal 12 ayat (1)"
